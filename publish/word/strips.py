"""Key figures, timelines and the closing panel: parts that stand side by side."""

from __future__ import annotations

from publish.document.tree import About, AboutPart, Event, KeyFigure, KeyFigures, QrCode, Timeline, plain
from publish.style.model import BoxRole
from publish.typeset import measure
from publish.typeset.model import Look, Piece
from publish.word.captions import caption
from publish.word.grid import GridCell, GridPlan, grid
from publish.word.inline import paragraph, run, runs
from publish.word.looks import Border
from publish.word.names import S
from publish.word.pictures import qr_picture
from publish.word.sheet_tables import KEY_SMALL
from publish.word.story import Story
from publish.word.xml import Element

__all__ = ["about", "key_figures", "timeline"]

_NO_BREAK = "\u00a0"
_COLUMNS = 4
#: A currency sign has at most so many characters ("US$"); more with letters are words.
_SIGN = 3
#: Word sets what is bold in its family's Bold, whatever weight the house asks for.
_WORDS_BOLD = 700
_SLACK = 1.03


def _rule(box: BoxRole, *, line: str = "single", color: str | None = None) -> Border | None:
    return Border(box.rule, color or box.rule_color, line=line) if box.rule and box.rule_color else None


def key_figures(block: KeyFigures, story: Story) -> list[Element]:
    """The strip of large numbers; its title shows where the style stacks them under one."""
    rule = _rule(story.style.box("key-figures"))
    style, plan = _fitting(block, story)
    cells = []
    for index, figure in enumerate(block.cells):
        number = _figure(figure)
        if index == 0:
            number = story.bookmarks.around(block.anchor, number)
        content = (paragraph(style, number), paragraph(S.KEY_LABEL, runs(figure.label, story)))
        cells.append(GridCell(content, rule))
    strip = grid(cells, story, plain(block.title), plan)
    if story.style.layout.key_figures == "stack":
        return [paragraph(S.KEY_TITLE, runs(block.title, story)), strip]
    return [strip]


def _fitting(block: KeyFigures, story: Story) -> tuple[S, GridPlan]:
    """Style and columns in which every number stands on one line with its unit: smaller first, then fewer columns."""
    gutter, measure = story.page.gutter, story.page.measure
    for columns in (_COLUMNS, 2):
        count = min(columns, len(block.cells))
        room = (measure - gutter * (count - 1)) / count
        for style, scale in ((S.KEY_FIGURE, 1.0), (S.KEY_FIGURE_SMALL, KEY_SMALL)):
            if all(_figure_width(figure, story, scale) <= room for figure in block.cells):
                return style, GridPlan(columns, gutter)
    return S.KEY_FIGURE_SMALL, GridPlan(1, gutter)


def _figure_width(figure: KeyFigure, story: Story, scale: float) -> float:
    """How wide a number and its words run; Word parts digits from ideographs by a quarter of an em more."""
    number, unit = story.style.role("key-number"), story.style.role("key-unit")
    head, digits, tail = _parts(figure)
    large = Look(number.family, number.size * scale, _WORDS_BOLD)
    small = Look(unit.family, unit.size, _WORDS_BOLD)
    pieces = [
        Piece(text, look, figure.language) for text, look in ((head, small), (digits, large), (tail, small)) if text
    ]
    gaps = sum(large.size / 4 for text in (head, tail) if text and not _gap(text.strip()))
    return (measure(pieces, story.book, story.document.script) + gaps) * _SLACK


def _figure(figure: KeyFigure) -> list[Element]:
    """The number large, its words small."""
    head, number, tail = _parts(figure)
    said = ((head, S.KEY_UNIT), (number, None), (tail, S.KEY_UNIT))
    return [run(text, style) for text, style in said if text]


def _parts(figure: KeyFigure) -> tuple[str, str, str]:
    """Words before the number, the number with the signs that belong to it ($, %), words after it."""
    before = figure.before.strip()
    worded = len(before) > _SIGN and any(char.isalpha() for char in before)
    words, sign = (f"{figure.prefix} {before}".strip(), "") if worded else (figure.prefix, before)
    percent, unit = _sign(figure.after)
    head = words + _gap(words, end=True) if words else ""
    tail = f"{_gap(unit)}{unit}{_gap(figure.suffix)}{figure.suffix}"
    return head, f"{sign}{figure.number}{percent}", tail


def _sign(after: str) -> tuple[str, str]:
    """What follows a number, parted into the sign that belongs to it and the words."""
    cut = next((index for index, char in enumerate(after) if char.isalpha() or char.isspace()), len(after))
    return after[:cut], after[cut:].strip()


def _gap(text: str, *, end: bool = False) -> str:
    """A space beside words of scripts that part words by spaces."""
    edge = text[-1:] if end else text[:1]
    return _NO_BREAK if edge.isalpha() and ord(edge) < 0x2E80 else ""


def timeline(block: Timeline, story: Story) -> list[Element]:
    """Events in order of time; what has not happened yet hangs from a dashed line."""
    cells = [_event(event, story) for event in block.events]
    strip = grid(cells, story, plain(block.caption.title or block.caption.label), GridPlan(_COLUMNS))
    return [*caption(block.caption, block.anchor, story), strip]


def _event(event: Event, story: Story) -> GridCell:
    box = story.style.box("timeline")
    rule = _rule(box, line="dashed", color=story.style.color("mute")) if event.future else _rule(box)
    when = paragraph(S.TIMELINE_WHEN, runs(event.when, story))
    return GridCell((when, paragraph(S.TIMELINE_TEXT, runs(event.text, story))), rule)


def about(block: About, story: Story) -> list[Element]:
    """The closing panel: the code, then its parts."""
    rule = _rule(story.style.box("about"))
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
