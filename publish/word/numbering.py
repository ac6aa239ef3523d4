"""Lists as Word numbers them: one definition a kind of list, one instance more for every list that starts anew."""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import deepcopy
from enum import IntEnum

from docx.oxml.ns import qn

from publish.style.model import BoxRole, Style, TextRole
from publish.typeset.bidi import mirrored
from publish.word.fonts import BOLD, fonts_mark
from publish.word.geometry import Geometry
from publish.word.names import S
from publish.word.writing import Writing
from publish.word.xml import Element, half_points, hex_color, twips, w

__all__ = ["HANG", "LISTED", "N", "definitions", "instance", "marked_instance", "padding_inset"]


class N(IntEnum):
    """The kinds of lists, by the number under which styles name them."""

    BULLET = 1
    NUMBER = 2
    TAKEAWAY = 3
    LEARN = 4
    SOURCE = 5
    INFO_BULLET = 6
    INFO_NUMBER = 7
    NOTE_BULLET = 8
    NOTE_NUMBER = 9


#: How far the text hangs behind its mark, in points.
HANG = {
    N.BULLET: 16.0,
    N.NUMBER: 16.0,
    N.TAKEAWAY: 19.0,
    N.LEARN: 13.0,
    N.SOURCE: 17.0,
    N.INFO_BULLET: 0.0,
    N.INFO_NUMBER: 0.0,
    N.NOTE_BULLET: 11.0,
    N.NOTE_NUMBER: 15.0,
}

_LEVELS = {
    N.BULLET: (S.BULLET, S.BULLET_2, S.BULLET_3),
    N.NUMBER: (S.NUMBER, S.NUMBER_2, S.NUMBER_3),
    N.TAKEAWAY: (S.TAKEAWAYS_ITEM,),
    N.LEARN: (S.LEARN_ITEM,),
    N.SOURCE: (S.SOURCE_ITEM,),
    N.INFO_BULLET: (S.INFO_BULLET,),
    N.INFO_NUMBER: (S.INFO_NUMBER,),
    N.NOTE_BULLET: (S.FOOTNOTE_BULLET,),
    N.NOTE_NUMBER: (S.FOOTNOTE_NUMBER,),
}

#: The kind of list that a first-level item's style is in.
LISTED: dict[str, N] = {names[0]: kind for kind, names in _LEVELS.items()}

_BULLETED = frozenset({N.BULLET, N.LEARN, N.INFO_BULLET, N.NOTE_BULLET})

_VALUE, _LEVEL, _LEVEL_STYLE, _TEXT = map(qn, ("w:val", "w:lvl", "w:pStyle", "w:lvlText"))
_PLACEHOLDER = re.compile("%[1-9]")


def padding_inset(box: BoxRole) -> float:
    """How far the text of a filled box stands in from its edge: its padding, carried by a border."""
    return box.padding_side + 0.25 if box.fill else 0.0


def definitions(style: Style, page: Geometry, writing: Writing) -> list[Element]:
    """An abstract numbering for every kind of list; marks are written as the words beside them."""
    return [_definition(kind, style, page, writing) for kind in N]


def _definition(kind: N, style: Style, page: Geometry, writing: Writing) -> Element:
    names = _LEVELS[kind]
    levels = [_level(kind, level, style, page) for level in range(len(names))]
    for level in levels if writing is not Writing.PLAIN else ():
        _rewrite(level, writing, bullet=kind in _BULLETED)
    multi = "multilevel" if len(names) > 1 else "singleLevel"
    return w("abstractNum", w("multiLevelType", val=multi), *levels, abstractNumId=int(kind))


def _rewrite(level: Element, writing: Writing, *, bullet: bool) -> None:
    """Writes the mark of a level as the words beside it; a bullet is a sign, which turns round with the page."""
    if not bullet:
        level[-1].append(w(writing.value))
    elif writing is Writing.TURNED:
        text = next(level.iter(_TEXT))
        text.set(_VALUE, "".join(mirrored(char) or char for char in str(text.get(_VALUE))))


def _level(kind: N, level: int, style: Style, page: Geometry) -> Element:
    bullet = kind in _BULLETED
    hang = HANG[kind]
    origin, end = _edges(kind, style, page)
    mark = style.layout.list_mark if bullet else _pattern(kind, level, style)
    return w(
        "lvl",
        w("start", val=1),
        w("numFmt", val="bullet" if bullet else "decimal"),
        w("pStyle", val=_LEVELS[kind][level]),
        w("suff", val="space") if not hang else None,
        # no lvlJc: without one marks stand on the start edge, whichever that is (ECMA-376 17.9.7)
        w("lvlText", val=mark),
        w("pPr", w("ind", left=twips(origin + hang * (level + 1)), right=twips(end), hanging=twips(hang))),
        _mark_properties(kind, style),
        ilvl=level,
    )


def _pattern(kind: N, level: int, style: Style) -> str:
    bare = kind is N.TAKEAWAY and style.layout.takeaways == "list"
    return f"%{level + 1}" if bare else f"%{level + 1}."


#: The boxes that lists stand in, and whether the box is an aside.
_BOXES = {
    N.TAKEAWAY: ("takeaways", False),
    N.LEARN: ("learn", True),
    N.INFO_BULLET: ("info", True),
    N.INFO_NUMBER: ("info", True),
}


def _edges(kind: N, style: Style, page: Geometry) -> tuple[float, float]:
    """Where a list's marks begin and its text ends, from the edges of the measure."""
    if kind in (N.NOTE_BULLET, N.NOTE_NUMBER):
        return page.start + HANG[N.NOTE_BULLET], page.end
    if kind not in _BOXES:
        return page.start, page.end
    box, aside = _BOXES[kind]
    inset = padding_inset(style.box(box))
    start, end = (page.aside_start, page.aside_end) if aside else (page.start, page.end)
    return start + inset, end + inset


def _mark_properties(kind: N, style: Style) -> Element:
    if kind is N.TAKEAWAY:
        return _numeral(style)
    roles = {N.SOURCE: "sources-number", N.INFO_BULLET: "info-text", N.INFO_NUMBER: "info-text"}
    role = style.role(roles.get(kind, "body"))
    on_box = kind in (N.INFO_BULLET, N.INFO_NUMBER)
    color = role.color if on_box or kind is N.SOURCE else style.color("main")
    return _run(role, color, style, bold=kind is N.SOURCE or kind not in _BULLETED)


def _numeral(style: Style) -> Element:
    """The numeral of a takeaway, no larger than its line is high: Word cuts what stands out of an exact line."""
    role, text = style.role("takeaways-number"), style.role("takeaways-text")
    size = min(role.size, text.leading - 1) if style.layout.takeaways == "list" else text.size
    properties = _run(role, role.color, style, bold=role.weight >= BOLD)
    properties.extend([w("sz", val=half_points(size)), w("szCs", val=half_points(size))])
    return properties


def _run(role: TextRole, color: str, style: Style, *, bold: bool) -> Element:
    on = "1" if bold else "0"
    return w(
        "rPr",
        fonts_mark(style, role.family),
        w("b", val=on),
        w("bCs", val=on),
        w("i", val="0"),
        w("iCs", val="0"),
        w("color", val=hex_color(color)),
    )


def instance(identity: int, kind: N, start: int | None = None, level: int = 0) -> Element:
    """A `w:num`: a list of a kind; with `start`, one that counts from there."""
    override: Sequence[Element] = ()
    if start is not None:
        override = (w("lvlOverride", w("startOverride", val=start), ilvl=level),)
    return w("num", w("abstractNumId", val=int(kind)), *override, numId=identity)


def marked_instance(identity: int, kind: N, mark: str, level: int, lists: Sequence[Element]) -> Element:
    """A `w:num` for one item whose mark is written out; `lists` are the definitions in their order.

    Word counts in ASCII, Devanagari and Thai digits, and shows ASCII ones in Arabic text as its reader has set them;
    no format says Arabic-Indic. The mark keeps the place of the definition's, so that the item stays one of a list.
    """
    own = deepcopy(lists[kind - 1].findall(_LEVEL)[level])
    for part in tuple(own):
        if part.tag == _LEVEL_STYLE:
            own.remove(part)  # the style leads to the level of the definition
        elif part.tag == _TEXT:
            part.set(_VALUE, _PLACEHOLDER.sub(mark, str(part.get(_VALUE))))
    return w("num", w("abstractNumId", val=int(kind)), w("lvlOverride", own, ilvl=level), numId=identity)
