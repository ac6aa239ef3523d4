"""word/styles.xml, made whole from a house style."""

from __future__ import annotations

from dataclasses import replace

from publish.style.model import Style
from publish.word.geometry import Geometry
from publish.word.language import default_language, is_right_to_left
from publish.word.looks import Look, character_style, paragraph_style, run_properties
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


def style_sheet(style: Style, page: Geometry, locale: str, script: str) -> Element:
    """The styles of a house style in one locale."""
    looks = [*text_looks(style, page), *box_looks(style, page), *table_looks(style, page)]
    looks += [_closing(look, style) for look in looks if look.id in CLOSING]
    bases = {look.id: look for look in looks if look.id != S.NORMAL}
    return w(
        "styles",
        _defaults(style, locale),
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
        *(character_style(mark, style) for mark in marks(style, script)),
        *table_styles(style),
        named_style("numbering", S.NO_LIST),
    )


def _closing(look: Look, style: Style) -> Look:
    return replace(look, id=last(look.id), based=look.id, next=S.BODY, after=style.spacing.block, keep_next=False)


def _defaults(style: Style, locale: str) -> Element:
    properties = run_properties(style.role("body"), style)
    properties.append(default_language(locale))
    turned = w("bidi") if is_right_to_left(locale) else None
    paragraph = w("pPr", w("widowControl"), turned, w("spacing", after=0))
    return w("docDefaults", w("rPrDefault", properties), w("pPrDefault", paragraph))
