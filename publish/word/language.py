"""Languages as Word names them, and the slots in which it keeps them."""

from __future__ import annotations

from dataclasses import dataclass

from docx.oxml.ns import qn

from publish.document.tree import Document
from publish.word.xml import Element, w

__all__ = [
    "Orthography", "culture", "default_language", "is_complex", "is_east_asian", "is_right_to_left", "language_mark",
]  # fmt: skip

# Word's proofing tools know cultures, not bare languages. The likely territories are CLDR's (likelySubtags), but for
# plain Portuguese: beside pt-BR it is that of Portugal.
_CULTURES = {
    "ar": "ar-SA", "bg": "bg-BG", "ca": "ca-ES", "cs": "cs-CZ", "da": "da-DK", "de": "de-DE", "el": "el-GR",
    "en": "en-US", "es": "es-ES", "et": "et-EE", "fa": "fa-IR", "fi": "fi-FI", "fr": "fr-FR", "ga": "ga-IE",
    "he": "he-IL", "hi": "hi-IN", "hr": "hr-HR", "hu": "hu-HU", "id": "id-ID", "is": "is-IS", "it": "it-IT",
    "ja": "ja-JP", "ko": "ko-KR", "lt": "lt-LT", "lv": "lv-LV", "mt": "mt-MT", "nb": "nb-NO", "nl": "nl-NL",
    "nn": "nn-NO", "no": "nb-NO", "pl": "pl-PL", "pt": "pt-PT", "ro": "ro-RO", "ru": "ru-RU", "sk": "sk-SK",
    "sl": "sl-SI", "sq": "sq-AL", "sr": "sr-Cyrl-RS", "sv": "sv-SE", "th": "th-TH", "tr": "tr-TR", "uk": "uk-UA",
    "ur": "ur-PK", "vi": "vi-VN", "zh": "zh-CN", "zh-Hans": "zh-CN", "zh-Hant": "zh-TW", "zh-Hant-HK": "zh-HK",
}  # fmt: skip

_VALUE = qn("w:val")
_EAST_ASIAN = frozenset({"ja", "ko", "zh"})
_RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "yi", "ps", "sd", "ckb", "dv"})
#: Languages whose letters stack or join, from left to right: the scripts of India and of South-East Asia.
_STACKED = frozenset({
    "hi", "mr", "ne", "sa", "kok", "bn", "as", "pa", "gu", "or", "ta", "te", "kn", "ml", "si",
    "th", "lo", "my", "km", "bo", "dz",
})  # fmt: skip


def culture(language: str) -> str:
    """The name Word knows a BCP 47 tag by: `pl` is pl-PL; a tag with a territory stays as it is."""
    return _CULTURES.get(language, language)


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()


def is_east_asian(language: str) -> bool:
    """Whether Word keeps the language in its East Asian slot."""
    return _primary(language) in _EAST_ASIAN


def is_right_to_left(language: str) -> bool:
    """Whether the language is written from right to left."""
    return _primary(language) in _RIGHT_TO_LEFT


def is_complex(language: str) -> bool:
    """Whether Word keeps the language in its slot for complex scripts, whichever way they run."""
    return is_right_to_left(language) or _primary(language) in _STACKED


@dataclass(frozen=True, slots=True)
class Orthography:
    """How a document is written: language (BCP 47), script (ISO 15924), direction ("ltr" or "rtl")."""

    locale: str
    script: str
    direction: str

    @classmethod
    def of(cls, document: Document) -> Orthography:
        """That of a document."""
        return cls(document.locale, document.script, document.direction)

    @property
    def rtl(self) -> bool:
        """Whether it runs from right to left."""
        return self.direction == "rtl"


def language_mark(language: str, tag: str = "lang") -> Element:
    """The `w:lang` of a run: `val` always, and the slot of its script beside it."""
    name = culture(language)
    return w(
        tag,
        val=name,
        eastAsia=name if is_east_asian(language) else None,
        bidi=name if is_complex(language) else None,
    )


def default_language(locale: str, tag: str = "lang") -> Element:
    """The `w:lang` of a whole document.

    Where the language has a slot of its own, East Asian or complex, the plain one is for Latin words and digits:
    English, as Word's own documents have it. Under an East Asian language programs would break a number or a Latin
    word anywhere.
    """
    mark = language_mark(locale, tag)
    if is_east_asian(locale) or is_complex(locale):
        mark.set(_VALUE, _CULTURES["en"])
    return mark
