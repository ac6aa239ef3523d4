"""word/styles.xml, made whole from a house style."""

from __future__ import annotations

from dataclasses import replace

from publish.style.model import Style
from publish.word.geometry import Geometry
from publish.word.language import Orthography, default_language, is_east_asian
from publish.word.looks import Look, character_style, mirrored, paragraph_style, run_properties
from publish.word.named import named_style
from publish.word.names import CLOSING, S, last
from publish.word.sheet_boxes import box_looks
from publish.word.sheet_marks import marks
from publish.word.sheet_tables import table_looks, table_styles
from publish.word.sheet_text import text_looks
from publish.word.xml import Element, w

__all__ = ["style_sheet"]

# Word's own styles stay out of sight, so that an editor is offered the house's styles alone.
_WORDS_STYLES = 376


def style_sheet(style: Style, page: Geometry, orthography: Orthography) -> Element:
    """The styles of a house style for documents written in one way."""
    looks = [*text_looks(style, page), *box_looks(style, page), *table_looks(style, page)]
    looks = [_written(look, orthography) for look in looks]
    looks += [_closing(look, style) for look in looks if look.id in CLOSING]
    bases = {look.id: look for look in looks if look.id != S.NORMAL}
    return w(
        "styles",
        _defaults(style, orthography),
        w(
            "latentStyles",
            defLockedState=0,
            defUIPriority=99,
            defSemiHidden=1,
            defUnhideWhenUsed=1,
            defQFormat=0,
            count=_WORDS_STYLES,
        ),
        *(paragraph_style(look, style, bases.get(look.based or "")) for look in looks),
        named_style("character", S.DEFAULT_FONT),
        *(character_style(mark, style) for mark in marks(style, orthography.script)),
        *table_styles(style),
        named_style("numbering", S.NO_LIST),
    )


def _closing(look: Look, style: Style) -> Look:
    return replace(look, id=last(look.id), based=look.id, next=S.BODY, after=style.spacing.block, keep_next=False)


def _written(look: Look, orthography: Orthography) -> Look:
    """The look as the document's script asks for; what Normal says of lines holds for all that are based on it."""
    if orthography.rtl:
        look = mirrored(look)
    if look.id == S.CODE_BLOCK and orthography.rtl:
        # code runs as it does everywhere, in the column of the text around it
        return replace(look, turned=False, start=look.end, end=look.start)
    if look.id != S.NORMAL:
        return look
    return replace(look, turned=True if orthography.rtl else None, lines=_east_asian_lines(orthography.locale))


def _east_asian_lines(locale: str) -> tuple[tuple[str, bool], ...]:
    """How lines of East Asian text break and close up, as the PDF sets them.

    No mark hangs in the margin, and Korean breaks between words. Beside Han and kana Word puts a quarter of an em;
    Korean has spaces of its own.
    """
    if not is_east_asian(locale):
        return ()
    spaced = locale.partition("-")[0] != "ko"
    return (
        ("kinsoku", True),
        ("wordWrap", True),
        ("overflowPunct", False),
        ("topLinePunct", False),
        ("autoSpaceDE", spaced),
        ("autoSpaceDN", spaced),
    )


def _defaults(style: Style, orthography: Orthography) -> Element:
    properties = run_properties(style.role("body"), style)
    properties.append(default_language(orthography.locale))
    turned = w("bidi") if orthography.rtl else None
    paragraph = w("pPr", w("widowControl"), turned, w("spacing", after=0))
    return w("docDefaults", w("rPrDefault", properties), w("pPrDefault", paragraph))
