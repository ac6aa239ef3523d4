"""The flat tokens of a body as a tree, divs matched with their ends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from markdown_it.token import Token

from publish.article.blockrules import Fence, PipeTable, tokenize
from publish.article.origin import Lines, Origin
from publish.errors import Diagnostic, error, warning

__all__ = ["Body", "Node", "read_tree"]

MAX_BLOCKS = 20_000
MAX_LINES = 50_000
MAX_DIVS = 8  # within one another


@dataclass(slots=True)
class Node:
    """A block of the source: its kind, the lines it takes, and the blocks within it.

    Kinds: heading, paragraph, bullet_list, ordered_list, list_item, blockquote, code, hr, html, div, table, footnote,
    reference. `offset` is where it begins in the file.
    """

    kind: str
    token: Token
    offset: int
    children: list[Node] = field(default_factory=list)
    text: str = ""
    origin: Origin | None = None
    fence: Fence | None = None
    table: PipeTable | None = None
    closed: bool = True


class Body:
    """The text of a body; `start` is the offset in the file at which it begins."""

    def __init__(self, text: str, start: int, lines: Lines) -> None:
        self.text = text
        self.lines = lines
        self.start = start
        self._rows = [0]
        for line in text.split("\n"):
            self._rows.append(self._rows[-1] + len(line) + 1)

    def row(self, index: int) -> str:
        """A line of the body."""
        return self.text[self._rows[index] : self._rows[index + 1] - 1]

    def offset(self, index: int) -> int:
        """The offset in the body of the first character of a line that is no white space."""
        row = self.row(index)
        return self._rows[index] + len(row) - len(row.lstrip())

    def inline(self, token: Token) -> tuple[str, Origin]:
        """The text of an inline token without indentation, and where it stands."""
        first, last = token.map or (0, 0)
        parts: list[str] = []
        pieces: list[tuple[int, int]] = []
        length, index = 0, first
        for line in token.content.split("\n"):
            part = line.lstrip(" \t")
            index, column = self._find(part, index, last)
            pieces.append((length, self.start + self._rows[index] + column))
            parts.append(part)
            length += len(part) + 1
            index += 1
        return "\n".join(parts), Origin.of(self.lines, pieces)

    def _find(self, part: str, index: int, last: int) -> tuple[int, int]:
        """The line and column of a line's text, which is the end of that line but for spaces and closing signs."""
        for row in range(index, last):
            column = self.row(row).rfind(part)
            if column >= 0:
                return row, column
        return min(index, max(last - 1, 0)), 0

    def cell(self, start: int, end: int) -> tuple[str, Origin]:
        """The text between two offsets of one line, and where it stands."""
        return self.text[start:end], Origin.of(self.lines, [(0, self.start + start)])

    def rows(self, ranges: Sequence[tuple[int, int]]) -> tuple[str, Origin]:
        """Several lines, given by ranges, as one text."""
        parts = [self.text[start:end] for start, end in ranges]
        pieces: list[tuple[int, int]] = []
        length = 0
        for part, (start, _) in zip(parts, ranges, strict=True):
            pieces.append((length, self.start + start))
            length += len(part) + 1
        return "\n".join(parts), Origin.of(self.lines, pieces)


def read_tree(body: Body) -> tuple[list[Node], list[Diagnostic]]:
    """The blocks of a body in order; findings concern fences, nesting and size."""
    place = body.lines.span(body.start)
    if body.text.count("\n") > MAX_LINES:
        return [], [error(f"the text has more than {MAX_LINES:,} lines", place, "split the article")]
    tokens = tokenize(body.text)
    found: list[Diagnostic] = []
    if len(tokens) > 4 * MAX_BLOCKS:
        return [], [error(f"there are more than {MAX_BLOCKS:,} blocks", place, "split the article")]
    return _Grower(body, found).grow(tokens), found


class _Grower:
    """Makes nodes of tokens; a stack holds the children of the containers that are open."""

    def __init__(self, body: Body, found: list[Diagnostic]) -> None:
        self._body = body
        self._found = found

    def grow(self, tokens: Sequence[Token]) -> list[Node]:
        stack: list[list[Node]] = [[]]
        for token in tokens:
            kind = _KINDS.get(token.type.removesuffix("_open").removesuffix("_close"), "")
            if token.type == "inline":
                stack[-1][-1].text, stack[-1][-1].origin = self._body.inline(token)
            elif token.nesting < 0 and kind not in _TEXTS:
                children = stack.pop()
                stack[-1][-1].children = self._without_divs(children)
            elif token.nesting >= 0:
                self._add(kind, token, stack)
        return self._match(stack[0])

    def _add(self, kind: str, token: Token, stack: list[list[Node]]) -> None:
        node = Node(kind, token, self._offset(token), fence=token.meta.get("fence"), table=token.meta.get("table"))
        if kind == "too_deep":
            self._report(node.offset, "lists and quotations are nested too deep here", "take them apart")
            return
        stack[-1].append(node)
        if token.nesting > 0 and kind not in _TEXTS:
            stack.append([])

    def _offset(self, token: Token) -> int:
        return self._body.start + self._body.offset(token.map[0] if token.map else 0)

    def _report(self, offset: int, message: str, hint: str) -> None:
        self._found.append(error(message, self._body.lines.span(offset), hint))

    # ------------------------------------------------------------ divs

    def _match(self, siblings: list[Node]) -> list[Node]:
        """The blocks of the body with each div's blocks within it."""
        root: list[Node] = []
        stack: list[Node] = []
        for node in siblings:
            level = stack[min(len(stack), MAX_DIVS) - 1].children if stack else root
            if node.kind == "div_end":
                self._close(node, stack)
                continue
            if node.kind == "div":
                self._check_gap(node, level)
                stack.append(node)
                if len(stack) == MAX_DIVS + 1:
                    self._report(self._place(node), "divs are nested too deep here", "close those before")
            level.append(node)
        for depth, node in reversed(list(enumerate(stack))):
            self._end_early(node, stack[depth - 1].children if depth else root)
            self._report(self._place(node), "this div is not closed", "write ::: on a line of its own where it ends")
        return root

    @staticmethod
    def _end_early(node: Node, siblings: list[Node]) -> None:
        """End a div that nothing closes before the first heading, so that it swallows no more than a section."""
        node.closed = False
        end = next((index for index, child in enumerate(node.children) if child.kind == "heading"), len(node.children))
        siblings += node.children[end:]
        del node.children[end:]

    def _without_divs(self, siblings: list[Node]) -> list[Node]:
        """The blocks of a list item, quotation or footnote, where no div can stand."""
        for node in siblings:
            if node.kind in ("div", "div_end"):
                hint = "begin the line with :::, an empty line before it"
                self._report(self._place(node), "a fence cannot stand in a list, quotation or footnote", hint)
        return [node for node in siblings if node.kind not in ("div", "div_end")]

    def _close(self, node: Node, stack: list[Node]) -> None:
        if stack:
            stack.pop()
        else:
            self._report(self._place(node), "this fence closes nothing", "delete it, or open a div before: ::: learn")

    def _place(self, node: Node) -> int:
        return self._body.start + node.fence.offset if node.fence else node.offset

    def _check_gap(self, node: Node, before: list[Node]) -> None:
        """Pandoc takes a fence for text where no empty line stands between it and a paragraph or list."""
        line = node.token.map[0] if node.token.map else 0
        if before and before[-1].kind not in ("div", "heading", "code") and line and self._body.row(line - 1).strip():
            message, hint = "an empty line is missing before this div", "other readers of Markdown need it"
            self._found.append(warning(message, self._body.lines.span(self._place(node)), hint))


_TEXTS = ("paragraph", "heading")

_KINDS = {
    "paragraph": "paragraph", "heading": "heading", "bullet_list": "bullet_list", "ordered_list": "ordered_list",
    "list_item": "list_item", "blockquote": "blockquote", "fence": "code", "code_block": "code", "hr": "hr",
    "html_block": "html", "div": "div", "div_end": "div_end", "pipe_table": "table", "footnote": "footnote",
    "reference": "reference", "too_deep": "too_deep",
}  # fmt: skip
