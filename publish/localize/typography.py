"""A locale's typography over a whole text, across the borders of its runs.

Rules see the text of all runs at once and answer with edits. Characters of facts, code and other languages are
context that no edit may touch. Applying the rules twice changes nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from publish.localize.content import CiteMark, Leaf, NoteMark, Run
from publish.localize.profile import Typography
from publish.localize.quotes import quotation_marks
from publish.localize.spacing import RULES
from publish.localize.speech import Speech, speech

__all__ = ["MARK", "quoted", "set_text", "set_type"]

MARK = "\ufffc"
"""Stands for a mark of a source or note in the text that rules see."""

_NEUTRAL = str.maketrans("\"'", "\ufffd\ufffd")

Edit = tuple[int, int, str]
"""Replace text[start:end]; start == end inserts."""

Rule = Callable[[str, Typography], Iterable[Edit]]


@dataclass(frozen=True, slots=True)
class _Sheet:
    """The text of a leaf; for each character the part that it belongs to, and whether it is fixed.

    `seen` is the text as rules see it: straight quotation marks that no rule may set open and close nothing.
    """

    text: str
    seen: str
    owners: tuple[int, ...]
    fixed: tuple[bool, ...]


def set_type(leaf: Leaf, voice: Speech) -> Leaf:
    """The leaf with the typography of a locale."""
    rules: Sequence[Rule] = (quotation_marks, *RULES)
    sheet = _sheet(leaf, voice.tag)
    for rule in rules:
        edits = [edit for edit in rule(sheet.seen, voice.profile.typography) if _allowed(edit, sheet)]
        if edits:
            leaf = _applied(leaf, sheet, edits)
            sheet = _sheet(leaf, voice.tag)
    return leaf


def set_text(text: str, voice: Speech) -> str:
    """A plain text with the typography of a locale."""
    return "".join(part.text for part in set_type((Run(text, voice.tag),), voice) if isinstance(part, Run))


def quoted(leaf: Leaf, locale: str) -> Leaf:
    """The leaf within the outer quotation marks of `locale`, its own outer marks made inner ones."""
    typography = speech(locale).profile.typography
    start, end, inner_start, inner_end = typography.quotes
    space = typography.quote_space
    table = str.maketrans({start: inner_start, end: inner_end})
    inner = [_requoted(part, table, locale) for part in leaf]
    return (Run(start + space, locale), *inner, Run(space + end, locale))


def _requoted(part: Run | CiteMark | NoteMark, table: dict[int, str], locale: str) -> Run | CiteMark | NoteMark:
    if not isinstance(part, Run) or _is_fixed(part, locale):
        return part
    return replace(part, text=part.text.translate(table))


def _is_fixed(run: Run, language: str) -> bool:
    return run.fact is not None or run.code or run.language != language


def _sheet(leaf: Leaf, language: str) -> _Sheet:
    texts: list[str] = []
    seen: list[str] = []
    owners: list[int] = []
    fixed: list[bool] = []
    for index, part in enumerate(leaf):
        text = part.text if isinstance(part, Run) else MARK
        texts.append(text)
        own = isinstance(part, Run) and not _is_fixed(part, language)
        seen.append(text if own else text.translate(_NEUTRAL))
        owners += [index] * len(text)
        fixed += [not own] * len(text)
    return _Sheet("".join(texts), "".join(seen), tuple(owners), tuple(fixed))


def _allowed(edit: Edit, sheet: _Sheet) -> bool:
    start, end, _ = edit
    return not any(sheet.fixed[start:end]) if start < end else _insertion_owner(start, sheet) is not None


def _insertion_owner(position: int, sheet: _Sheet) -> int | None:
    """The part that an insertion goes to: the one before the place, else the one after it, if it may be changed."""
    for place in (position - 1, position):
        if 0 <= place < len(sheet.text) and not sheet.fixed[place]:
            return sheet.owners[place]
    return None


def _applied(leaf: Leaf, sheet: _Sheet, edits: Iterable[Edit]) -> Leaf:
    texts: list[list[str]] = [[] for _ in leaf]
    position = 0
    for start, end, text in sorted(edits):
        _copy(sheet, position, start, texts)
        owner = sheet.owners[start] if start < end else _insertion_owner(start, sheet)
        if owner is not None:
            texts[owner].append(text)
        position = end
    _copy(sheet, position, len(sheet.text), texts)
    parts = (_with_text(part, "".join(text)) for part, text in zip(leaf, texts, strict=True))
    return tuple(part for part in parts if not isinstance(part, Run) or part.text)


def _with_text(part: Run | CiteMark | NoteMark, text: str) -> Run | CiteMark | NoteMark:
    return replace(part, text=text) if isinstance(part, Run) and part.text != text else part


def _copy(sheet: _Sheet, start: int, end: int, texts: list[list[str]]) -> None:
    for position in range(start, end):
        texts[sheet.owners[position]].append(sheet.text[position])
