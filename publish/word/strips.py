"""Timelines and the closing panel: parts that stand side by side."""

from __future__ import annotations

from publish.document.tree import About, AboutPart, Event, QrCode, Timeline, plain
from publish.word.captions import caption
from publish.word.grid import GridCell, GridPlan, box_rule, grid
from publish.word.inline import paragraph, runs
from publish.word.names import S
from publish.word.pictures import qr_picture
from publish.word.story import Story
from publish.word.xml import Element

__all__ = ["about", "timeline"]

_COLUMNS = 4


def timeline(block: Timeline, story: Story) -> list[Element]:
    """Events in order of time; what has not happened yet hangs from a dashed line."""
    cells = [_event(event, story) for event in block.events]
    strip = grid(cells, story, plain(block.caption.title or block.caption.label), GridPlan(_COLUMNS))
    return [*caption(block.caption, block.anchor, story), strip]


def _event(event: Event, story: Story) -> GridCell:
    box = story.style.box("timeline")
    rule = box_rule(box, line="dashed", color=story.style.color("mute")) if event.future else box_rule(box)
    when = paragraph(S.TIMELINE_WHEN, runs(event.when, story))
    return GridCell((when, paragraph(S.TIMELINE_TEXT, runs(event.text, story))), rule)


def about(block: About, story: Story) -> list[Element]:
    """The closing panel: the code, then its parts."""
    rule = box_rule(story.style.box("about"))
    cells = [_code(block.qr, story)] if block.qr else []
    cells += [_part(part, story) for part in block.parts]
    first = cells[0].content[0]
    content = story.bookmarks.around(block.anchor, list(first)[1:])
    for index, element in enumerate(content, start=1):
        first.insert(index, element)
    ruled = [GridCell(cell.content, rule) for cell in cells]
    return [grid(ruled, story, plain(block.title), GridPlan(_COLUMNS, story.page.gutter, whole=True))]


def _code(code: QrCode, story: Story) -> GridCell:
    return GridCell((paragraph(S.ABOUT_CODE, [qr_picture(code, story)]),))


def _part(part: AboutPart, story: Story) -> GridCell:
    lines = tuple(paragraph(S.ABOUT_TEXT, runs(line, story)) for line in part.lines)
    return GridCell((paragraph(S.ABOUT_TITLE, runs(part.title, story)), *lines))
