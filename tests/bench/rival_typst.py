"""Typst beside us: a document as a source of its own over the template `brief.typ`, and the compiler."""

from __future__ import annotations

import re
import shutil
from importlib.metadata import version
from pathlib import Path

import typst
from rivalfonts import write_faces

from publish.document import Document, tree
from publish.document.runs import Rich, Role, Run, RunRole, plain

__all__ = ["Typst"]

_TEMPLATE = Path(__file__).parent / "brief.typ"
_MARKUP = re.compile(r"[\\#*_`$<>@\[\]~'\"=\-+/.]")


class Typst:
    """One compiler kept over all documents, the fastest warm way of the wheel: its fonts are read once, the template is
    a file it has parsed, and each document is handed over as bytes. Only the faces in `folder` are searched."""

    name = f"typst {version('typst')}"
    handicap = None

    def __init__(self, folder: Path) -> None:
        fonts = folder / "fonts"
        fonts.mkdir()
        shutil.copy(_TEMPLATE, folder)
        faces = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[write_faces(fonts)])
        self._compiler = typst.Compiler(root=folder, font_paths=faces, ignore_system_fonts=True)

    def prepare(self, document: Document) -> bytes:
        """The source of a document; not timed."""
        return _source(document).encode()

    def render(self, source: bytes) -> bytes:
        """The PDF of a source."""
        data = self._compiler.compile(input=source, format="pdf", pdf_standards=["ua-1"])
        assert isinstance(data, bytes)
        return data


# ---------------------------------------------------------------- the document as markup


def _source(document: Document) -> str:
    return _Writer({f"#{note.anchor}": note.blocks for note in document.notes}).document(document)


class _Writer:
    """Writes one equation a block kind; `notes` are the blocks of each note, by the address that calls it."""

    def __init__(self, notes: dict[str, tuple[tree.Block, ...]]) -> None:
        self._notes = notes

    def document(self, document: Document) -> str:
        head = document.masthead
        told = (head.issue, head.date, *head.details)
        authors = "".join(f"([{self.rich(a.name)}], [{self.rich(a.role or ())}])," for a in document.authors)
        return "\n\n".join((
            f'#import "/{_TEMPLATE.name}": *\n#show: brief.with({self._said(document)})',
            f"#masthead([{self.rich(head.publisher or ())}], {_contents(*told)})",
            f"#opening([{self.rich(document.title)}], [{self.rich(document.lead or ())}], {authors})",
            self.blocks((*document.front, *document.blocks)),
        ))  # fmt: skip

    def _said(self, document: Document) -> str:
        shown = document.furniture
        page = _escaped(shown.page.template).replace("{page}", "#n").replace("{pages}", "#of")
        return (
            f"(title: {_quoted(plain(document.title))}, language: {_quoted(document.locale)}, "
            f"authors: ({''.join(_quoted(name) + ', ' for name in document.authors_text)}), "
            f"heads: ({_contents(shown.head_start, shown.head_end)}), "
            f"feet: ({_contents(shown.foot_start, shown.foot_date)}), page: (n, of) => [{page}])"
        )

    def blocks(self, blocks: tuple[tree.Block, ...]) -> str:
        return "\n\n".join(map(self.block, blocks))

    def block(self, block: tree.Block) -> str:
        match block:
            case tree.Heading():
                return f"{'=' * (block.level - 1)} {self.rich(block.text)}"
            case tree.Paragraph():
                return self.rich(block.text)
            case tree.Callout():
                return self._callout(block)
            case tree.KeyFigures():
                return f"#figures({''.join(f'({self._figure(cell)}), ' for cell in block.cells)})"
            case tree.Table():
                return self._table(block)
            case tree.Sources():
                lines = (
                    f"([#box[{_escaped(item.number + '.')}]<{item.anchor}>], [{self.rich(item.text)}]), "
                    for item in block.items
                )
                return f"#sources([{self.rich(block.title)}], {''.join(lines)})"
            case tree.About():
                parts = (f"({self._list((part.title, *part.lines))}), " for part in block.parts)
                return f"#about({''.join(parts)})"
        raise TypeError(type(block).__name__)

    def _callout(self, box: tree.Callout) -> str:
        kicker = f"[{self.rich(box.kicker)}]"
        if box.role is Role.INFO:
            return f"#info({kicker}, [{self.rich(box.title or ())}], [{self.blocks(box.blocks)}])"
        items = (item for block in box.blocks if isinstance(block, tree.ListBlock) for item in block.items)
        return f"#{box.role.value}({kicker}, {''.join(f'[{self.blocks(item)}], ' for item in items)})"

    def _figure(self, cell: tree.KeyFigure) -> str:
        before, after = cell.prefix + cell.before, cell.after + cell.suffix
        return f"{_contents(before, cell.number, after)}[{self.rich(cell.label)}]"

    def _table(self, table: tree.Table) -> str:
        caption = table.caption
        assert caption is not None
        captions = "".join(f"[{self.rich(part or ())}], " for part in (caption.label, caption.title, caption.note))
        heads = self._list(tuple(column.head for column in table.columns))
        cells = self._list(tuple(cell.text for row in table.rows for cell in row.cells))
        return f"#facts({captions}({heads}), ({self._list(table.notes)}), {cells})"

    def _list(self, texts: tuple[Rich, ...]) -> str:
        return "".join(f"[{self.rich(text)}], " for text in texts)

    def rich(self, text: Rich) -> str:
        """A rich text as markup."""
        return "".join(map(self._run, text))

    def _run(self, run: Run) -> str:
        shown = _escaped(run.text)
        if run.role is RunRole.NOTE:
            return f"#footnote[{self.blocks(self._notes[str(run.target)])}]"
        if run.role is RunRole.CITE:
            return f"#c(<{str(run.target).removeprefix('#')}>)[{shown}]"
        if run.role is RunRole.BREAK:
            return "\\ "
        for wanted, call in ((run.strong, "#strong"), (run.emphasis, "#emph")):
            shown = f"{call}[{shown}]" if wanted else shown
        return f"#link({_quoted(run.target)})[{shown}]" if run.target else shown


def _contents(*shown: str) -> str:
    return "".join(f"[{_escaped(text)}], " for text in shown)


def _escaped(shown: str) -> str:
    return _MARKUP.sub(r"\\\g<0>", shown)


def _quoted(shown: str) -> str:
    return '"' + shown.replace("\\", "\\\\").replace('"', '\\"') + '"'
