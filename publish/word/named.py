"""What every style begins with: its name, what it builds on, and where Word lists it."""

from __future__ import annotations

from publish.word.names import S, is_built_in, ui_name
from publish.word.xml import Element, w

__all__ = ["named_style"]

_LAST = 99

#: What each kind of style begins from; Word wants one default of each kind.
_DEFAULTS = frozenset({S.NORMAL, S.DEFAULT_FONT, S.TABLE_NORMAL, S.NO_LIST})

#: Styles that a writer chooses; Word offers them first. The others come with their places.
_OFFERED = frozenset({
    S.TITLE, S.LEAD, S.BYLINE, S.HEADING_2, S.HEADING_3, S.HEADING_4, S.BODY, S.BULLET, S.NUMBER, S.CONTINUE,
    S.CODE_BLOCK, S.BLOCK_QUOTE, S.TAKEAWAYS_TITLE, S.TAKEAWAYS_ITEM, S.LEARN_TITLE, S.LEARN_ITEM, S.INFO_KICKER,
    S.INFO_TITLE, S.INFO_TEXT, S.INFO_BULLET, S.INFO_NUMBER, S.QUOTE, S.QUOTE_AUTHOR, S.CAPTION, S.TABLE_NOTE,
    S.KEY_FIGURE, S.KEY_LABEL, S.SOURCE_ITEM, S.STRONG, S.EMPHASIS, S.CODE, S.CAPTION_LABEL, S.CAPTION_NOTE,
    S.KEY_UNIT, S.FACT_TABLE, S.PLAIN_TABLE,
})  # fmt: skip

_ORDER = {str(identity): place for place, identity in enumerate(S, start=1)}


def named_style(
    kind: str, identity: str, *content: Element | None, based: str | None = None, following: str | None = None
) -> Element:
    """A `w:style` of a kind ("paragraph", "character", "table", "numbering").

    Word lists styles in the order in which this program names them. The defaults are out of sight, and so are the
    variants that only a place can ask for, until they are used.
    """
    hidden = identity in _DEFAULTS - {S.NORMAL} or identity not in _ORDER
    return w(
        "style",
        w("name", val=ui_name(identity)),
        w("basedOn", val=based) if based else None,
        w("next", val=following) if following else None,
        w("uiPriority", val=_LAST if hidden else min(_ORDER[identity], _LAST)),
        w("semiHidden") if hidden else None,
        w("unhideWhenUsed") if hidden else None,
        w("qFormat") if identity in _OFFERED else None,
        *content,
        type=kind,
        default=1 if identity in _DEFAULTS else None,
        customStyle=None if is_built_in(identity) else 1,
        styleId=identity,
    )
