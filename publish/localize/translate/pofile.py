"""Catalogues as files: read from hostile bytes with findings, written the same for the same entries."""

from __future__ import annotations

import re
import stat
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import polib

from publish.errors import Diagnostic, Span, error
from publish.localize.translate.entries import FUZZY, Entry, Place

__all__ = ["PoFile", "read_po", "write_po"]

_MOST_BYTES = 20_000_000
_MOST_LINES = 400_000
_FINDINGS_SHOWN = 20

# A line of a catalogue that carries text: an optional mark, an optional keyword, one string in quotes.
_KEYWORD = re.compile(r"(#~\||#~|#\|)?\s*(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?)?\s*(.*)", re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')

# What every catalogue says (gettext manual, "Filling in the Header Entry"). The date is gettext's own word for a
# catalogue that no translator has saved yet; other readers take nothing else for it.
_OPEN = {"PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE", "Last-Translator": "", "Language-Team": ""}
_FIXED = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}


@dataclass(frozen=True)
class PoFile:
    """A catalogue as read: entries in file order with their lines, and the header's fields and comment."""

    entries: tuple[Entry, ...] = ()
    places: tuple[Place, ...] = ()
    header: Mapping[str, str] = field(default_factory=dict)
    comment: str = ""


def read_po(path: Path, name: str) -> tuple[PoFile | None, tuple[Diagnostic, ...]]:
    """The catalogue at `path`, shown as `name` in findings; None if a finding is an error.

    Raises OSError where the file cannot be read.
    """
    status = path.stat()
    if not (stat.S_ISREG(status.st_mode) or stat.S_ISDIR(status.st_mode)):
        return None, (error("the catalogue is no regular file", Span(name), "put a file here"),)
    if status.st_size > _MOST_BYTES:
        return None, (error(f"the catalogue is larger than {_MOST_BYTES:,} bytes", Span(name)),)
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        return None, (_not_utf8(path.read_bytes(), fault, name),)
    lines = re.split(r"\r\n|\r|\n", text)
    wrong = tuple(_malformed(lines, name))
    if wrong:
        return None, wrong[:_FINDINGS_SHOWN]
    try:
        # by its path: given as text, polib splits lines at U+2028, which may stand within a string
        parsed = polib.pofile(str(path), encoding="utf-8", wrapwidth=0)
    except (OSError, ValueError, IndexError, KeyError) as fault:
        return None, (_syntax(fault, name),)
    return _checked(parsed, lines, name)


def _not_utf8(data: bytes, fault: UnicodeDecodeError, name: str) -> Diagnostic:
    before = data[: fault.start]
    line = before.count(b"\n") + 1
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8-sig", errors="replace")) + 1
    return error("the catalogue is not UTF-8", Span(name, line, column), "save it again with the encoding UTF-8")


def _malformed(lines: list[str], name: str) -> Iterator[Diagnostic]:
    """Findings of lines that polib would read wrongly without a word."""
    if len(lines) > _MOST_LINES:
        yield error(f"the catalogue has more than {_MOST_LINES:,} lines", Span(name))
        return
    for number, raw in enumerate(lines, start=1):
        line = raw.strip()
        if "\0" in line:
            yield error("a NUL character", Span(name, number, raw.index("\0") + 1), "take it out")
        elif line and _carries_text(line):
            match = _KEYWORD.fullmatch(line)
            if match is None or not _STRING.fullmatch(match[3]):
                column = raw.index(line) + 1 + (match.start(3) if match else 0)
                hint = 'a text stands in "quotes", and \\" is a quote within it'
                yield error("the text of this line is not a string", Span(name, number, column), hint)


def _carries_text(line: str) -> bool:
    if line.startswith("#"):
        # "#~" may begin a comment of an obsolete entry, "#~ # so"; only strings and keywords concern us
        return re.match(r'#(~\||~|\|)\s*("|msg)', line) is not None
    return line.startswith(('"', "msg"))


def _syntax(fault: Exception, name: str) -> Diagnostic:
    match = re.search(r"\(line (\d+)\)", str(fault))
    line = int(match[1]) if match else 1
    hint = "an entry is msgctxt, msgid and msgstr, each followed by a string in quotes"
    return error("this is no line of a catalogue", Span(name, max(1, line)), hint)


def _checked(parsed: polib.POFile, lines: list[str], name: str) -> tuple[PoFile | None, tuple[Diagnostic, ...]]:
    places = _places(parsed, lines)
    entries = tuple(_entry(item) for item in parsed)
    wrong: list[Diagnostic] = []
    seen: dict[tuple[str, str], int] = {}
    for item, entry, place in zip(parsed, entries, places, strict=True):
        if item.msgid_plural or item.msgstr_plural:
            hint = "a noun has one entry for each plural category: fact:NAME/noun/CATEGORY"
            wrong.append(error("plural entries are not used", Span(name, place.msgid), hint))
        if entry.obsolete:
            continue
        if entry.key in seen:
            first = f"the first stands in line {seen[entry.key]}"
            wrong.append(error("this text stands here a second time in one context", Span(name, place.msgid), first))
        seen.setdefault(entry.key, place.msgid)
    if wrong:
        return None, tuple(wrong[:_FINDINGS_SHOWN])
    return PoFile(entries, places, dict(parsed.metadata), parsed.header), ()


def _places(parsed: polib.POFile, lines: list[str]) -> tuple[Place, ...]:
    """Where each entry's msgid and msgstr stand; polib tells only where an entry begins."""
    msgid = _lines_with(lines, "msgid")
    msgstr = _lines_with(lines, "msgstr")
    return tuple(_place(item.linenum or 1, msgid, msgstr) for item in parsed)


def _place(begin: int, msgid: list[int], msgstr: list[int]) -> Place:
    first = _first_from(msgid, begin)
    return Place(first, _first_from(msgstr, first))


def _first_from(numbers: list[int], begin: int) -> int:
    at = bisect_left(numbers, begin)
    return numbers[at] if at < len(numbers) else begin


def _lines_with(lines: list[str], keyword: str) -> list[int]:
    pattern = re.compile(rf"\s*(#~)?\s*{keyword}\b")
    return [number for number, line in enumerate(lines, start=1) if pattern.match(line)]


def _entry(item: polib.POEntry) -> Entry:
    return Entry(
        context=item.msgctxt or "",
        source=item.msgid,
        translation=item.msgstr,
        flags=tuple(flag for flag in item.flags if flag),
        comment=item.tcomment,
        extracted=item.comment,
        references=tuple((file, str(line)) for file, line in item.occurrences),
        previous=item.previous_msgid or None,
        obsolete=bool(item.obsolete),
    )


# ---------------------------------------------------------------- writing


def write_po(entries: Iterable[Entry], locale: str, slug: str, former: PoFile | None = None) -> str:
    """The text of a catalogue; fields of the header that a translator's tool set are kept.

    Nothing of it depends on the day: a revision date is the translator's to give.
    """
    file = polib.POFile(wrapwidth=78)
    file.header = former.comment if former else ""
    kept = former.header if former else {}
    file.metadata = {"Project-Id-Version": slug, **_OPEN, **kept, "Language": locale, **_FIXED}
    file.extend(_item(entry) for entry in entries)
    # polib begins a file without a comment with the sign of one
    return (str(file) if file.header else str(file).removeprefix("#\n")).rstrip("\n") + "\n"


def _item(entry: Entry) -> polib.POEntry:
    flags = sorted(set(entry.flags), key=lambda flag: (flag != FUZZY, flag))
    return polib.POEntry(
        msgctxt=entry.context or None,
        msgid=entry.source,
        msgstr=entry.translation,
        flags=flags,
        tcomment=entry.comment,
        comment=entry.extracted,
        occurrences=list(entry.references),
        previous_msgid=entry.previous,
        obsolete=entry.obsolete,
    )
