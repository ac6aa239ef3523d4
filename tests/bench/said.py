"""What a document says, as a reader of any of its renderings must find it: words, rows of tables, boxes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from publish.document import Document, tree
from publish.document.runs import Rich, Role

__all__ = ["Said", "folded", "said", "text", "words"]

_FILLED = (Role.TAKEAWAYS, Role.INFO)
_HYPHEN = re.compile("[-\u00ad\u2010\u2011]")
_LINE_END = re.compile("[\ufffe\x02]")  # what PDFium puts for a hyphen between two lines, and their break
_WORD = re.compile(r"[^\W\d_]+|\d+")  # the number of a source is a word apart from the word that it stands on


@dataclass(frozen=True)
class Said:
    """The words of a document, each row of its tables (folded), each title of a box with a ground of its own."""

    words: Counter[str]
    rows: tuple[str, ...]
    boxes: tuple[str, ...]


def said(document: Document) -> Said:
    """What a rendering of `document` must hold."""
    blocks = (*document.front, *document.blocks)
    tables = [block for block in blocks if isinstance(block, tree.Table)]
    boxes = [block for block in blocks if isinstance(block, tree.Callout) and block.role in _FILLED]
    return Said(
        words=Counter(words("\n".join(_texts(document)))),
        rows=tuple(folded("".join(text(cell.text) for cell in row.cells)) for table in tables for row in table.rows),
        boxes=tuple(text(box.title or box.kicker) for box in boxes),
    )


def text(rich: Rich) -> str:
    """All that a rich text shows, marks of sources and notes included."""
    return "".join(run.text for run in rich)


def words(shown: str) -> list[str]:
    """The words of a text, hyphens folded away; one that a line breaks comes in two pieces."""
    return _WORD.findall(_HYPHEN.sub("", _LINE_END.sub("\n", shown)))


def folded(shown: str) -> str:
    """A text without spaces and hyphens: what is left however its lines are broken."""
    return "".join(_HYPHEN.sub("", _LINE_END.sub("", shown)).split())


def _texts(document: Document) -> Iterator[str]:
    head = document.masthead
    yield from (text(head.publisher or ()), head.issue, head.date, *head.details)
    yield from (text(document.title), text(document.lead or ()))
    for author in document.authors:
        yield from (text(author.name), text(author.role or ()))
    yield from _texts_of((*document.front, *document.blocks))
    for note in document.notes:
        yield note.mark
        yield from _texts_of(note.blocks)


def _texts_of(blocks: tuple[tree.Block, ...]) -> Iterator[str]:
    for block in blocks:
        yield from _block(block)


def _block(block: tree.Block) -> Iterator[str]:
    match block:
        case tree.Heading() | tree.Paragraph():
            yield text(block.text)
        case tree.ListBlock():
            yield from block.marks
            for item in block.items:
                yield from _texts_of(item)
        case tree.Callout():
            yield from (text(block.kicker), text(block.title or ()))
            yield from _texts_of(block.blocks)
        case _:
            yield from _figure(block)


def _figure(block: tree.Block) -> Iterator[str]:
    """What stands beside the text. Titles of key figures and of the closing panel are not shown, but names in tags."""
    match block:
        case tree.KeyFigures():
            for cell in block.cells:
                yield from (cell.prefix, cell.before, cell.number, cell.after, cell.suffix, text(cell.label))
        case tree.Table():
            yield from _table(block)
        case tree.Sources():
            yield text(block.title)
            for source in block.items:
                yield from (source.number, text(source.text))
        case tree.About():
            for part in block.parts:
                yield from map(text, (part.title, *part.lines))
        case _:
            raise TypeError(type(block).__name__)


def _table(table: tree.Table) -> Iterator[str]:
    if table.caption:
        yield from (text(part or ()) for part in (table.caption.label, table.caption.title, table.caption.note))
    yield from (text(column.head) for column in table.columns)
    for row in table.rows:
        yield from (text(cell.text) for cell in row.cells)
    yield from map(text, table.notes)
