"""Styles of running text: title, lead, headings, body, lists, notes, page furniture."""

from __future__ import annotations

from dataclasses import replace

from publish.style.model import Style, TextRole
from publish.word.fonts import BOLD
from publish.word.geometry import Geometry
from publish.word.looks import Border, Look, rule
from publish.word.names import S
from publish.word.numbering import HANG, N

__all__ = ["text_looks"]

_BULLETS = (S.BULLET, S.BULLET_2, S.BULLET_3)
_NUMBERS = (S.NUMBER, S.NUMBER_2, S.NUMBER_3)
_CONTINUES = (S.CONTINUE, S.CONTINUE_2, S.CONTINUE_3)
#: Space between a section's hairline and its head (points; the hairline belongs to the head).
_HEAD_SPACE = 9.0
#: Word has no short bar over a head: the style's bar runs the full measure, so it is drawn no heavier than this.
_HEAVIEST = 1.5


def text_looks(style: Style, page: Geometry) -> list[Look]:
    """The looks of all running text."""
    return [
        Look(S.NORMAL, style.role("body"), based=None, align=_align(style.role("body"))),
        *_front(style, page),
        *_headings(style, page),
        *_body(style, page),
        *_lists(style, page),
        *_notes(style, page),
        *_furniture(style, page),
    ]


def _align(role: TextRole) -> str | None:
    return "both" if role.justify else None


def _front(style: Style, page: Geometry) -> list[Look]:
    space = style.spacing
    band = style.layout.masthead == "band"
    title = Look(S.TITLE, style.role("title"), next=S.LEAD, after=space.block, keep_next=True, outline=0, align="left")
    lead = Look(S.LEAD, style.role("lead"), next=S.BODY, after=space.paragraph, align="left")
    if band:
        title, lead, masthead = _band(style, page, title, lead)
    else:
        title = replace(title, before=space.medium)
        lead = replace(lead, start=page.start, end=page.end)
        masthead = []
    author = style.role("author-role")
    return [
        replace(title, id=S.HEADING_1, keep_next=True, next=S.BODY),
        replace(title, based=S.HEADING_1),
        lead,
        *masthead,
        Look(S.BYLINE, author, start=page.start, end=page.end, before=space.block if band else 0, after=space.small,
             align="left"),
        Look(S.DETAILS, author, start=page.start, end=page.end, after=space.small, align="left"),
        Look(S.NOTICE, replace(style.role("caption-label"), weight=BOLD), start=page.start, end=page.end,
             after=space.small, align="left"),
    ]  # fmt: skip


def _band(style: Style, page: Geometry, title: Look, lead: Look) -> tuple[Look, Look, list[Look]]:
    """Title and lead on a shaded band: equal borders and indents throughout, else Word parts it."""
    box = style.box("masthead")
    fill = box.fill or style.color("main")
    pad = style.spacing.block
    side = Border(0.25, fill, pad)
    borders = (
        ("top", Border(0.25, fill, pad)),
        ("left", side),
        ("bottom", Border(0.25, fill, style.spacing.section)),
        ("right", side),
    )
    inset = {"start": pad, "end": pad, "borders": borders, "fill": fill}
    masthead = Look(
        S.BAND_MASTHEAD,
        style.role("masthead-date"),
        after=style.spacing.section,
        tabs=(("right", page.measure - pad),),
        keep_next=True,
        align="left",
        **inset,  # type: ignore[arg-type]
    )
    return replace(title, **inset), replace(lead, **inset), [masthead]  # type: ignore[arg-type]


def _headings(style: Style, page: Geometry) -> list[Look]:
    space, box = style.spacing, style.box("section")
    light = replace(box, rule=min(box.rule, _HEAVIEST))
    second = Look(
        S.HEADING_2, style.role("h2"), next=S.BODY, before=space.block, after=space.small, keep_next=True,
        keep_lines=True, outline=1, borders=rule(light, space=_HEAD_SPACE), align="left",
    )  # fmt: skip
    third = replace(
        second, id=S.HEADING_3, role=style.role("h3"), before=space.medium, after=2, outline=2, borders=(),
        start=page.start, end=page.end,
    )  # fmt: skip
    fourth = replace(third, id=S.HEADING_4, role=style.role("h4"), outline=3)
    return [
        second,
        third,
        fourth,
        replace(fourth, id=S.HEADING_5, outline=4),
        replace(fourth, id=S.HEADING_6, outline=5),
    ]


def _body(style: Style, page: Geometry) -> list[Look]:
    space = style.spacing
    body = Look(
        S.BODY,
        style.role("body"),
        after=space.paragraph,
        align=_align(style.role("body")),
        start=page.start,
        end=page.end,
    )
    code = replace(body, id=S.CODE_BLOCK, role=style.role("code"), align="left", fill=style.color("tint"))
    quoted = replace(
        body, id=S.BLOCK_QUOTE, start=page.start + space.block,
        borders=(("left", Border(1.5, style.color("rule"), space.medium)),),
    )  # fmt: skip
    return [body, replace(body, id=S.BODY_AFTER, based=S.BODY, next=S.BODY, before=space.block), code, quoted]


def _lists(style: Style, page: Geometry) -> list[Look]:
    item = Look(S.BULLET, style.role("body"), end=page.end, after=style.spacing.paragraph, align="left")
    looks = []
    for level in range(3):
        bullet, number = page.start + HANG[N.BULLET] * (level + 1), page.start + HANG[N.NUMBER] * (level + 1)
        looks += [
            replace(item, id=_BULLETS[level], start=bullet, hanging=HANG[N.BULLET], number=(N.BULLET, level)),
            replace(item, id=_NUMBERS[level], start=number, hanging=HANG[N.NUMBER], number=(N.NUMBER, level)),
            replace(item, id=_CONTINUES[level], start=number),
        ]
    return looks


def _notes(style: Style, page: Geometry) -> list[Look]:
    small, hang = style.role("footnote"), HANG[N.NOTE_BULLET]
    note = Look(
        S.FOOTNOTE_TEXT, small, after=2, start=page.start + hang, end=page.end, hanging=hang, align="left"
    )  # fmt: skip
    bullet = replace(note, id=S.FOOTNOTE_BULLET, start=note.start + hang, number=(N.NOTE_BULLET, 0))
    number = replace(
        note, id=S.FOOTNOTE_NUMBER, start=note.start + HANG[N.NOTE_NUMBER], hanging=HANG[N.NOTE_NUMBER],
        number=(N.NOTE_NUMBER, 0),
    )  # fmt: skip
    line = replace(
        note, id=S.FOOTNOTE_LINE, start=page.start, hanging=0, before=style.spacing.small, after=style.spacing.small
    )
    return [note, replace(note, id=S.FOOTNOTE_MORE, hanging=0), bullet, number, line]


def _furniture(style: Style, page: Geometry) -> list[Look]:
    box = style.box("furniture")
    light = replace(box, rule=min(box.rule, _HEAVIEST))
    tabs = (("right", page.measure),)
    role = style.role("furniture")
    header = Look(S.HEADER, role, tabs=tabs, borders=rule(light, "bottom", 14), align="left")
    footer = Look(
        S.FOOTER, role, tabs=tabs, borders=rule(replace(box, rule=min(box.rule, 0.5)), "top", 13), align="left"
    )
    masthead = Look(
        S.MASTHEAD, style.role("publisher"), before=10, tabs=tabs, borders=rule(style.box("masthead"), "bottom", 12),
        align="left",
    )  # fmt: skip
    return [header, replace(header, id=S.HEADER_FIRST, borders=()), footer, masthead]
