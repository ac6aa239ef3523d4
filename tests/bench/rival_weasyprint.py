"""WeasyPrint beside us: a document as HTML under the style sheet `brief.css`, and the renderer."""

from __future__ import annotations

import ctypes.util
from html import escape
from pathlib import Path

import weasyprint
from rivalfonts import FACES, write_faces
from weasyprint.text.fonts import FontConfiguration

from publish.document import Document, tree
from publish.document.runs import Rich, Role, Run, RunRole, plain

__all__ = ["WeasyPrint"]

_STYLES = Path(__file__).parent / "brief.css"


class WeasyPrint:
    """One font configuration and one parsed style sheet, kept over all documents; each comes as a string of HTML."""

    name = f"weasyprint {weasyprint.__version__}"

    def __init__(self, folder: Path) -> None:
        fonts = folder / "fonts"
        fonts.mkdir()
        self._fonts = FontConfiguration()
        styles = _font_faces(write_faces(fonts)) + _STYLES.read_text("utf-8")
        self._styles = weasyprint.CSS(string=styles, font_config=self._fonts)

    @property
    def handicap(self) -> str | None:
        """What makes a comparison unfair here: without HarfBuzz's subsetter it subsets fonts in pure Python."""
        if ctypes.util.find_library("harfbuzz-subset"):
            return None
        return "the comparison with weasyprint is unfair: install libharfbuzz-subset0"

    def prepare(self, document: Document) -> str:
        """The HTML of a document; not timed."""
        return _Writer({f"#{note.anchor}": note.blocks for note in document.notes}).document(document)

    def render(self, source: str) -> bytes:
        """The PDF of a source."""
        page = weasyprint.HTML(string=source)
        return bytes(page.write_pdf(stylesheets=[self._styles], font_config=self._fonts, pdf_variant="pdf/ua-1"))


def _font_faces(folder: Path) -> str:
    rule = '@font-face {{ font-family: "{}"; font-weight: {}; font-style: {}; src: url("{}") }}\n'
    return "".join(rule.format(f.family, f.weight, f.style, (folder / f.file).as_uri()) for f in FACES)


# ---------------------------------------------------------------- the document as markup


class _Writer:
    """Writes one equation a block kind; `notes` are the blocks of each note, by the address that calls it."""

    def __init__(self, notes: dict[str, tuple[tree.Block, ...]]) -> None:
        self._notes = notes

    def document(self, document: Document) -> str:
        head, rich = document.masthead, self.rich
        before, between = document.furniture.page.template.replace("{pages}", "").split("{page}")
        details = "".join(f" &#160; {_tag('span', escape(text))}" for text in head.details)
        authors = "<br>".join(f"<b>{rich(a.name)}</b><br>{rich(a.role or ())}" for a in document.authors)
        return f"""<!doctype html>
<html lang="{document.locale}"><head><meta charset="utf-8"><title>{escape(plain(document.title))}</title></head><body>
<div class="masthead"><span class="publisher">{rich(head.publisher or ())}</span>
<span class="issue">{escape(head.issue)}</span> &#160; <span class="date">{escape(head.date)}</span>{details}</div>
<div class="page" data-before="{escape(before)}" data-between="{escape(between)}"></div>
<h1>{rich(document.title)}</h1>
<div class="text"><div class="rail small">{authors}</div><p class="lead">{rich(document.lead or ())}</p></div>
{self.blocks(document.front)}<div class="text">{self._sections(document.blocks)}</div></body></html>"""

    def _sections(self, blocks: tuple[tree.Block, ...]) -> str:
        """Body blocks in sections, each heading kept with the block below it."""
        parts = ["<section>"]
        after_heading = False
        for block in blocks:
            if isinstance(block, tree.Heading | tree.Sources):
                parts.append('</section><section><div class="start">')
            parts.append(self.block(block))
            if after_heading or isinstance(block, tree.Sources):
                parts.append("</div>")
            after_heading = isinstance(block, tree.Heading)
        return "".join((*parts, "</section>"))

    def blocks(self, blocks: tuple[tree.Block, ...]) -> str:
        return "".join(map(self.block, blocks))

    def block(self, block: tree.Block) -> str:
        match block:
            case tree.Heading():
                return _tag(f"h{block.level}", self.rich(block.text))
            case tree.Paragraph():
                return _tag("p", self.rich(block.text))
            case tree.ListBlock():
                items = "".join(_tag("li", self.blocks(item)) for item in block.items)
                return _tag("ol" if block.ordered else "ul", items)
            case tree.Callout():
                return self._callout(block)
            case tree.KeyFigures():
                return _tag("div", "".join(map(self._figure, block.cells)), "figures")
            case tree.Table():
                return self._table(block)
            case tree.Sources():
                items = "".join(
                    f'<div id="{item.anchor}"><b>{escape(item.number)}.</b> {self.rich(item.text)}</div>'
                    for item in block.items
                )
                return _tag("h2", self.rich(block.title)) + _tag("div", items, "small")
            case tree.About():
                columns = (_tag("b", self.rich(p.title)) + "".join(map(self._line, p.lines)) for p in block.parts)
                return _tag("div", "".join(_tag("div", column) for column in columns), "box about small")
        raise TypeError(type(block).__name__)

    def _callout(self, box: tree.Callout) -> str:
        kicker = self.rich(box.kicker)
        title = (
            f'<div class="small">{kicker}</div>{_tag("h2", self.rich(box.title))}' if box.title else _tag("h2", kicker)
        )
        name = "learn" if box.role is Role.LEARN else f"box {box.role.value}"
        return _tag("div", _tag("div", title, "rail") + self.blocks(box.blocks), name)

    def _figure(self, cell: tree.KeyFigure) -> str:
        shown = f"{escape(cell.prefix + cell.before)}<b>{escape(cell.number)}</b> {escape(cell.after + cell.suffix)}"
        return _tag("div", _tag("p", shown) + _tag("p", self.rich(cell.label), "small"), "figure")

    def _table(self, table: tree.Table) -> str:
        caption = table.caption
        assert caption is not None
        label, title = (_tag("b", self.rich(part or ())) for part in (caption.label, caption.title))
        heads = "".join(_tag("th", self.rich(column.head)) for column in table.columns)
        rows = "".join(_tag("tr", "".join(_tag("td", self.rich(c.text)) for c in row.cells)) for row in table.rows)
        body = f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        notes = "".join(_tag("div", self.rich(note), "small") for note in table.notes)
        return _tag(
            "div", _tag("div", f"{label}{title}{self.rich(caption.note or ())}", "rail small") + body + notes, "facts"
        )

    def _line(self, text: Rich) -> str:
        return _tag("p", self.rich(text))

    def rich(self, text: Rich) -> str:
        """A rich text as markup."""
        return "".join(map(self._run, text))

    def _run(self, run: Run) -> str:
        shown = escape(run.text)
        if run.role is RunRole.NOTE:
            said = (block.text for block in self._notes[str(run.target)] if isinstance(block, tree.Paragraph))
            return _tag("span", "".join(map(self.rich, said)), "footnote")
        if run.role is RunRole.CITE:
            return f'<sup><a href="{run.target}">{shown}</a></sup>'
        if run.role is RunRole.BREAK:
            return "<br>"
        for wanted, name in ((run.strong, "b"), (run.emphasis, "i")):
            shown = _tag(name, shown) if wanted else shown
        return f'<a href="{escape(run.target)}">{shown}</a>' if run.target else shown


def _tag(name: str, inner: str, look: str = "") -> str:
    return f'<{name} class="{look}">{inner}</{name}>' if look else f"<{name}>{inner}</{name}>"
