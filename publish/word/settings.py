"""word/settings.xml: how Word treats the document."""

from __future__ import annotations

from publish.word.language import default_language, is_east_asian
from publish.word.xml import Element, twips, w

__all__ = ["settings"]

_COMPATIBILITY = "http://schemas.microsoft.com/office/word"
#: Word 2013 and later: anything less opens in compatibility mode.
_MODE = 15
_DEFAULT_TAB = 36.0
_SCHEME = {
    "bg1": "light1", "t1": "dark1", "bg2": "light2", "t2": "dark2", "accent1": "accent1", "accent2": "accent2",
    "accent3": "accent3", "accent4": "accent4", "accent5": "accent5", "accent6": "accent6",
    "hyperlink": "hyperlink", "followedHyperlink": "followedHyperlink",
}  # fmt: skip


def settings(locale: str, decimal_mark: str) -> Element:
    """The settings of a document; `decimal_mark` is what a decimal tab stop aligns on.

    In Japanese small kana and long vowel marks begin no line either: the strict level of kinsoku, which Word has for
    Japanese alone. Fields are not marked for updating: that would ask the reader a question at each opening.
    """
    return w(
        "settings",
        w("zoom", percent=100),
        w("defaultTabStop", val=twips(_DEFAULT_TAB)),
        w("autoHyphenation", val="0"),
        w("characterSpacingControl", val="compressPunctuation" if is_east_asian(locale) else "doNotCompress"),
        w("strictFirstAndLastChars") if locale.partition("-")[0] == "ja" else None,
        w("footnotePr", w("footnote", id=-1), w("footnote", id=0)),
        w("compat", _compatibility("compatibilityMode", _MODE), *(_compatibility(name, 1) for name in _MODERN)),
        default_language(locale, "themeFontLang"),
        w("clrSchemeMapping", **_SCHEME),
        w("decimalSymbol", val=decimal_mark),
        w("listSeparator", val=";" if decimal_mark == "," else ","),
    )


_MODERN = (
    "overrideTableStyleFontSizeAndJustification",
    "enableOpenTypeFeatures",
    "doNotFlipMirrorIndents",
    "differentiateMultirowTableHeaders",
)


def _compatibility(name: str, value: int) -> Element:
    return w("compatSetting", name=name, uri=_COMPATIBILITY, val=str(value))
