"""Styles of boxes and of what stands out of the text: takeaways, learn, info, pull quotes, sources."""

from __future__ import annotations

from dataclasses import replace

from publish.style.model import Style
from publish.word.geometry import Geometry
from publish.word.looks import Border, Look, box_borders, rule
from publish.word.names import S
from publish.word.numbering import HANG, N, padding_inset

__all__ = ["box_looks"]


def box_looks(style: Style, page: Geometry) -> list[Look]:
    """The looks of all boxes."""
    return [*_takeaways(style, page), *_learn(style, page), *_info(style, page), *_quote(style, page), *_end(style)]


def _takeaways(style: Style, page: Geometry) -> list[Look]:
    """Title and items share borders and indents to the last twip: Word parts a box where they differ."""
    box = style.box("takeaways")
    inset, hang = padding_inset(box), HANG[N.TAKEAWAY]
    ruled = style.layout.takeaways == "list"
    borders = _ruled_rows(style) if ruled else box_borders(box)
    item = Look(
        S.TAKEAWAYS_ITEM, style.role("takeaways-text"), after=0 if ruled else style.spacing.paragraph - 1,
        start=page.start + inset + hang, hanging=hang, end=page.end + inset, keep_next=True, keep_lines=True,
        borders=borders, fill=box.fill, number=(N.TAKEAWAY, 0), align="left",
    )  # fmt: skip
    title = replace(
        item, id=S.TAKEAWAYS_TITLE, role=style.role("takeaways-title"), next=S.TAKEAWAYS_ITEM, number=None,
        before=style.spacing.block, after=style.spacing.small, keep_next=True, outline=1,
    )  # fmt: skip
    if ruled:
        title = replace(title, borders=(), start=page.start, hanging=0, end=page.end)
    return [title, item]


def _ruled_rows(style: Style) -> tuple[tuple[str, Border], ...]:
    box = style.box("takeaways")
    line = Border(box.rule, box.rule_color or style.color("rule"), min(box.padding_top, 8))
    return (("top", line), ("bottom", line), ("between", line))


def _learn(style: Style, page: Geometry) -> list[Look]:
    box, section = style.box("learn"), style.box("section")
    hang, inset = HANG[N.LEARN], padding_inset(box)
    item = Look(
        S.LEARN_ITEM, style.role("learn-text"), after=style.spacing.small, start=page.aside_start + inset + hang,
        hanging=hang, end=page.aside_end + inset, keep_next=True, keep_lines=True, number=(N.LEARN, 0), align="left",
    )  # fmt: skip
    title = replace(
        item, id=S.LEARN_TITLE, role=style.role("learn-title"), next=S.LEARN_ITEM, number=None,
        before=style.spacing.block, keep_next=True, outline=1,
    )  # fmt: skip
    if box.fill:
        borders = box_borders(box)
        return [replace(look, borders=borders, fill=box.fill) for look in (title, item)]
    # without a fill it is a part of the page like a section: a head on the full measure, closed by a hairline
    return [
        replace(title, start=0, end=0, hanging=0, borders=rule(section, space=9)),
        replace(item, borders=rule(section, "bottom", space=9)),
    ]


def _info(style: Style, page: Geometry) -> list[Look]:
    """One indent for all: the lists of an info box do not hang, so that Word keeps the box whole."""
    box = style.box("info")
    inset = padding_inset(box)
    text = Look(
        S.INFO_TEXT, style.role("info-text"), after=style.spacing.paragraph, start=page.aside_start + inset,
        end=page.aside_end + inset, keep_next=True, keep_lines=True, borders=box_borders(box), fill=box.fill,
        align="left",
    )  # fmt: skip
    title = replace(
        text, id=S.INFO_TITLE, role=style.role("info-title"), next=S.INFO_TEXT, after=style.spacing.small,
        keep_next=True,
    )  # fmt: skip
    note, info = style.role("caption-note"), style.role("info-title")
    kicker = replace(
        title, id=S.INFO_KICKER, role=replace(note, color=info.color, weight=info.weight), next=S.INFO_TITLE,
        before=style.spacing.block, after=1,
    )  # fmt: skip
    return [
        kicker,
        replace(title, id=S.INFO_HEAD, before=style.spacing.block),
        title,
        text,
        replace(text, id=S.INFO_BULLET, number=(N.INFO_BULLET, 0)),
        replace(text, id=S.INFO_NUMBER, number=(N.INFO_NUMBER, 0)),
    ]


def _quote(style: Style, page: Geometry) -> list[Look]:
    quote = Look(
        S.QUOTE, style.role("quote"), next=S.QUOTE_AUTHOR, before=style.spacing.block, after=style.spacing.small,
        keep_next=True, keep_lines=True, borders=rule(style.box("quote"), space=11), align="left",
        start=page.aside_start, end=page.aside_end,
    )  # fmt: skip
    author = Look(
        S.QUOTE_AUTHOR,
        style.role("quote-by"),
        next=S.BODY,
        after=style.spacing.block,
        align="left",
        start=page.aside_start,
        end=page.aside_end,
    )
    sources = Look(
        S.SOURCE_ITEM, style.role("sources"), after=1, start=page.start + HANG[N.SOURCE], hanging=HANG[N.SOURCE],
        end=page.end, keep_lines=True, number=(N.SOURCE, 0), align="left",
    )  # fmt: skip
    return [quote, author, sources]


def _end(style: Style) -> list[Look]:
    text = Look(S.ABOUT_TEXT, style.role("about"), align="left", after=2)
    title = replace(
        text, id=S.ABOUT_TITLE, role=style.role("about-title"), next=S.ABOUT_TEXT, keep_next=True, before=8, after=0
    )
    code = replace(text, id=S.ABOUT_CODE, before=8, line="auto")
    return [title, text, code]
