"""Block rules beside CommonMark's: Pandoc's fenced divs and footnotes, pipe tables with captions.

Fences of divs are single markers, whatever their length; which closes which is settled once the list of sibling
blocks is known (see blocktree). That is Pandoc's own rule: a fence with attributes opens, one without closes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from publish.article.attributes import Attributes, AttributeSyntaxError, Word, read_attributes

__all__ = ["Fence", "MAX_DEPTH", "PipeTable", "tokenize"]

MAX_DEPTH = 40  # list items and quotations within one another, twice counted

_WITHIN = "within a footnote"  # key in the environment of the parser

_FENCE = re.compile(r":{3,}")
_BARE = re.compile(r"([^\s{}:][^\s{}]*)(?:[ \t]+:+)?[ \t]*")
_TRAILING = re.compile(r"[ \t]*:*[ \t]*")
_NOTE = re.compile(r"\[\^([^\s\[\]^]+)\]:")
_REFERENCE = re.compile(r"\[(?!\^)[^\[\]]+\]:[ \t]+\S")
# Possessive throughout: a long line that is no rule after all must not be tried in every way.
_RULE = re.compile(r"[ \t]*+\|?+[ \t]*+:?+-++:?+[ \t]*+(?:\|[ \t]*+:?+-++:?+[ \t]*+)*+\|?+[ \t]*+")
_CAPTION = re.compile(r"(?::|[Tt]able:)[ \t]+(?=\S)")
_PIPE = re.compile(r"\\.|\|")


@dataclass(frozen=True, slots=True)
class Fence:
    """The opening of a div at `offset`; `fault` says why its attributes cannot be read, and where."""

    offset: int
    attributes: Attributes
    fault: tuple[str, int] | None = None


@dataclass(frozen=True, slots=True)
class PipeTable:
    """A table as ranges of the source: rows of cells, the first row being the head; `rule` is the row under it."""

    offset: int
    rows: tuple[tuple[tuple[int, int], ...], ...]
    rule: tuple[tuple[int, int], ...]
    caption: tuple[tuple[int, int], ...] = field(default=())


def tokenize(body: str) -> list[Token]:
    """The block tokens of a body whose lines end in line feeds."""
    tokens: list[Token] = []
    _PARSER.block.parse(body, _PARSER, {}, tokens)
    return tokens


def _text_start(state: StateBlock, line: int) -> int:
    return state.bMarks[line] + state.tShift[line]


def _too_deep(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.level < MAX_DEPTH:
        return False
    if not silent:
        state.push("too_deep", "", 0).map = [start, end]
        state.line = end
    return True


# ---------------------------------------------------------------- divs


def _div(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start):
        return False
    match = _FENCE.match(state.src, _text_start(state, start), state.eMarks[start])
    if match is None:
        return False
    if silent:
        return True
    rest = state.src[match.end() : state.eMarks[start]].strip()
    token = state.push("div" if rest else "div_end", "", 0)
    token.meta = {"fence": Fence(match.start(), Attributes())}
    state.line = start + 1
    if rest:
        fence, stop = _opening(state, start, end, match)
        token.meta = {"fence": fence}
        state.line += state.src.count("\n", match.end(), min(stop, state.eMarks[end - 1]))
    token.map = [start, state.line]
    return True


def _opening(state: StateBlock, start: int, end: int, match: re.Match[str]) -> tuple[Fence, int]:
    position = state.skipSpaces(match.end())
    stop = state.eMarks[start]
    if bare := _BARE.fullmatch(state.src, position, stop):
        return Fence(match.start(), Attributes(stop, classes=[Word(bare[1], ((0, position),))])), stop
    if state.src[position] != "{":
        wrong = "this fence opens nothing: write one word, or attributes in braces"
        return Fence(match.start(), Attributes(), (wrong, position)), stop
    try:
        attributes = read_attributes(state.src[: _paragraph_end(state, start, end)], position)
    except AttributeSyntaxError as fault:
        return Fence(match.start(), Attributes(), (str(fault), fault.offset)), stop
    trailing = _TRAILING.match(state.src, attributes.end)
    after = trailing.end() if trailing else attributes.end
    if state.src[after : after + 1] not in ("", "\n"):
        return Fence(match.start(), attributes, ("text does not belong behind the attributes", after)), attributes.end
    return Fence(match.start(), attributes), attributes.end


def _paragraph_end(state: StateBlock, start: int, end: int) -> int:
    """The offset up to which attributes may go on; within lists and quotations that is their line."""
    line = start
    while not state.level and line + 1 < end and not state.isEmpty(line + 1):
        line += 1
    return state.eMarks[line]


# ---------------------------------------------------------------- footnotes


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if state.is_code_block(start) or (state.level and not _ends_footnote(state, start, silent)):
        return False
    match = _NOTE.match(state.src, _text_start(state, start), state.eMarks[start])
    if match is None:
        return False
    if silent:
        return True
    token = state.push("footnote_open", "", 1)
    token.meta = {"id": match[1], "offset": match.start()}
    saved = state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent
    # The text behind the colon counts as indented, as the lines that continue it must be.
    state.bMarks[start] = match.end()
    state.tShift[start] = state.skipSpaces(match.end()) - match.end()
    state.sCount[start] = state.blkIndent = 4
    state.line = start
    state.env[_WITHIN] = True
    state.md.block.tokenize(state, start, end)
    state.env[_WITHIN] = False
    state.bMarks[start], state.tShift[start], state.sCount[start], state.blkIndent = saved
    state.line = max(state.line, start + 1)
    token.map = [start, state.line]
    state.push("footnote_close", "", -1)
    return True


def _ends_footnote(state: StateBlock, line: int, silent: bool) -> bool:
    """Whether a line within a footnote, not indented, may begin the next one."""
    return silent and bool(state.env.get(_WITHIN)) and state.sCount[line] < state.blkIndent


def _reference(state: StateBlock, start: int, _end: int, silent: bool) -> bool:
    if silent or state.is_code_block(start):
        return False
    if _REFERENCE.match(state.src, _text_start(state, start), state.eMarks[start]) is None:
        return False
    state.push("reference", "", 0).map = [start, start + 1]
    state.line = start + 1
    return True


# ---------------------------------------------------------------- tables


def _table(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    if start + 1 >= end or state.is_code_block(start) or state.sCount[start + 1] < state.blkIndent:
        return False
    rule = state.src[_text_start(state, start + 1) : state.eMarks[start + 1]]
    head = state.src[_text_start(state, start) : state.eMarks[start]]
    if "|" not in rule or "|" not in head or _RULE.fullmatch(rule) is None:
        return False
    if silent:
        return True
    line = start + 2
    while line < end and _is_row(state, line):
        line += 1
    rows = tuple(_cells(state, row) for row in range(start, line) if row != start + 1)
    caption, after = _caption(state, line, end)
    token = state.push("pipe_table", "", 0)
    table = PipeTable(_text_start(state, start), rows, _cells(state, start + 1), caption)
    token.meta = {"table": table}
    token.map = [start, after]
    state.line = after
    return True


def _is_row(state: StateBlock, line: int) -> bool:
    text = state.src[_text_start(state, line) : state.eMarks[line]]
    inside = not state.isEmpty(line) and state.sCount[line] >= state.blkIndent
    return inside and "|" in text and not text.startswith(":")


def _cells(state: StateBlock, line: int) -> tuple[tuple[int, int], ...]:
    """The ranges of a row's cells, without the spaces around their texts."""
    start, end = _text_start(state, line), state.eMarks[line]
    end = state.skipSpacesBack(end, start)
    cuts = [match.start() for match in _PIPE.finditer(state.src, start, end) if match[0] == "|"]
    if not cuts or cuts[0] != start:
        cuts.insert(0, start - 1)
    if cuts[-1] != end - 1:
        cuts.append(end)
    return tuple(_trim(state, left + 1, right) for left, right in pairwise(cuts))


def _trim(state: StateBlock, start: int, end: int) -> tuple[int, int]:
    start = min(state.skipSpaces(start), end)
    return start, state.skipSpacesBack(end, start)


def _caption(state: StateBlock, line: int, end: int) -> tuple[tuple[tuple[int, int], ...], int]:
    """The lines of a caption below a table, one empty line between them allowed, and the line behind."""
    first = line + 1 if line < end and state.isEmpty(line) else line
    if first >= end or state.sCount[first] < state.blkIndent:
        return (), line
    match = _CAPTION.match(state.src, _text_start(state, first), state.eMarks[first])
    if match is None:
        return (), line
    lines = [(match.end(), state.eMarks[first])]
    after = first + 1
    while after < end and not _ends_caption(state, after):
        lines.append((_text_start(state, after), state.eMarks[after]))
        after += 1
    return tuple(lines), after


def _ends_caption(state: StateBlock, line: int) -> bool:
    fence = state.src.startswith(":::", _text_start(state, line))
    return fence or state.isEmpty(line) or state.sCount[line] < state.blkIndent


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 2 * MAX_DEPTH})
    ruler = parser.block.ruler
    ruler.at("table", _table, {"alt": ["paragraph"]})
    ruler.at("reference", _reference)
    ruler.before("table", "div", _div, {"alt": ["paragraph", "blockquote", "list"]})
    ruler.before("div", "footnote", _footnote, {"alt": ["paragraph", "blockquote", "list"]})
    ruler.before("footnote", "too_deep", _too_deep)
    ruler.enable(["table", "reference"])
    return parser


_PARSER = _parser()
