"""Where faces come from: installed packages, the style's own folder, the system; and what a style may ask of them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from pathlib import Path

from publish.errors import Diagnostic, error, suggest
from publish.typeset.faces import Candidate, candidate, covers, file_hash
from publish.typeset.fontfile import (
    SUFFIXES,
    Families,
    FontFile,
    Origin,
    in_folder,
    installed,
    packaged,
    read_font_file,
)

__all__ = ["Library", "Source", "Spec", "read_spec"]

# The size that running text is set in; optical sizes of display faces stand in their spec.
TEXT_SIZE = 10.5
NORMAL_WIDTH = 5  # OS/2 usWidthClass
AXIS = re.compile(r"([A-Za-z0-9]{4})=(-?[0-9]+(?:\.[0-9]+)?)")
SCRIPT = re.compile(r"[A-Z][a-z]{3}")
# Families that draw a box or nothing for every character there is.
BLIND = re.compile("last ?resort|adobe (not)?blank", re.IGNORECASE)
# The wide coverage and the plain design of these make them the better stand-ins, in this order.
WELCOME = ("Noto Sans", "Noto Serif", "Noto", "DejaVu Sans", "DejaVu")


@dataclass(frozen=True, slots=True)
class Spec:
    """One entry of a family: a family name or a file, the axes it asks for, the script it is kept to ("" for none)."""

    name: str
    axes: tuple[tuple[str, float], ...] = ()
    script: str = ""
    faults: tuple[str, ...] = ()

    @property
    def is_file(self) -> bool:
        """Whether the name is that of a file inside the style's folder."""
        return Path(self.name).suffix.lower() in SUFFIXES


@lru_cache(maxsize=256)
def read_spec(text: str) -> Spec:
    """`Family@axis=value,Script` or `path@...`, taken apart."""
    name, _, tail = text.partition("@")
    items = [item for item in map(str.strip, tail.split(",")) if item]
    axes = {match[1]: float(match[2]) for match in map(AXIS.fullmatch, items) if match}
    scripts = [item for item in items if SCRIPT.fullmatch(item)]
    faults = [item for item in items if not AXIS.fullmatch(item) and item not in scripts[:1]]
    return Spec(name.strip(), tuple(axes.items()), "".join(scripts[:1]), tuple(faults))


@dataclass(frozen=True, slots=True)
class Source:
    """The files that one spec stands for (upright, italic, weights), its axes, and what they are kept to."""

    files: tuple[FontFile, ...]
    axes: tuple[tuple[str, float], ...] = ()
    script: str = ""
    only: frozenset[str] | None = None
    named: bool = False  # by file, not by family

    def faces(self, weight: int, italic: bool) -> list[Candidate]:
        """All its faces, the nearest in posture, in width, then in weight first."""
        order = sorted(self.files, key=lambda file: _distance(file, weight, italic))
        return [self._face(file, weight) for file in order]

    def _face(self, file: FontFile, weight: int) -> Candidate:
        wanted = {"opsz": TEXT_SIZE, "wght": float(weight), **dict(self.axes)}
        mark = "" if file.origin is Origin.PACKAGE else _mark(file)
        return candidate(file, wanted, mark, covers(file, mark, self.script, self.only))

    def joins(self, other: Source) -> bool:
        """Whether two neighbours of a list are one choice: named files that share a family name."""
        alike = (self.axes, self.script) == (other.axes, other.script)
        return alike and self.named and other.named and self.files[0].family == other.files[0].family


def _distance(file: FontFile, weight: int, italic: bool) -> tuple[object, ...]:
    return file.italic != italic, abs(file.width - NORMAL_WIDTH), file.distance(weight)


def _mark(file: FontFile) -> str:
    """A few digits of the content, so that two files of one name stay two faces."""
    return file_hash(file.path).hex()[:8] + (f"n{file.index}" if file.index else "")


class Library:
    """Every face that a style may name, and those that may stand in for what it lacks.

    A name is looked for among the installed packages, then in `fonts/` inside the style's `folder`, then in the
    `system` folders; each place is read only when those before it do not have the name.
    """

    def __init__(self, folder: Path | None, system: tuple[Path, ...]) -> None:
        self._folder = folder
        self._system = system

    @cached_property
    def _own(self) -> Families:
        return in_folder(self._folder / "fonts") if self._folder else {}

    def files(self, spec: Spec) -> tuple[FontFile, ...]:
        """The files that a spec stands for; none where it is not known."""
        if spec.is_file:
            return self._file(spec.name)
        return packaged().get(spec.name) or self._own.get(spec.name) or installed(self._system).get(spec.name, ())

    def _file(self, name: str) -> tuple[FontFile, ...]:
        """The faces of a file inside the style's folder; of a collection, those of its first family."""
        if self._folder is None:
            return ()
        path = (self._folder / name).resolve()
        inside = path.is_relative_to(self._folder.resolve()) and path.is_file()
        faces = read_font_file(path) if inside else ()
        return tuple(face for face in faces if face.family == faces[0].family)

    def sources(self, specs: Sequence[str]) -> Iterator[Source]:
        """The choices that specs stand for, unknown ones left out; neighbouring files of one family make one."""
        pending: Source | None = None
        for spec in map(read_spec, specs):
            files = _embeddable(self.files(spec))
            if not files:
                continue
            source = Source(files, spec.axes, spec.script, named=spec.is_file)
            if pending and pending.joins(source):
                pending = replace(pending, files=pending.files + source.files)
                continue
            if pending:
                yield pending
            pending = source
        if pending:
            yield pending

    def unknown(self, specs: Sequence[str]) -> list[tuple[str, str | None]]:
        """Every spec that names no face, as (name, hint or None), each once and in the order given."""
        names = dict.fromkeys(spec.name for spec in map(read_spec, specs) if not self.files(spec))
        return [(name, suggest(name, {**packaged(), **self._own, **installed(self._system)})) for name in names]

    def faults(self, family: str, specs: Sequence[str]) -> list[Diagnostic]:
        """What is wrong with the specs of one family."""
        if not specs:
            return [error(f'the family "{family}" has no faces')]
        found = [_unknown(name, hint) for name, hint in self.unknown(specs)]
        for spec in map(read_spec, specs):
            found += _wrong(spec, self.files(spec))
        return found

    def stand_in(self, sequence: str) -> tuple[FontFile, ...]:
        """The files of the family that stands in for a base and its marks which no face of a style draws.

        Packaged families and the style's own come first, for every machine has them; those of the system are read
        only then. None for private and unassigned characters: what they look like depends on the font alone.
        """
        if any(unicodedata.category(char) in ("Co", "Cn", "Cs", "Cc") for char in sequence):
            return ()
        return _drawing(sequence, {**self._own, **packaged()}) or _drawing(sequence, installed(self._system))


def _drawing(sequence: str, families: Families) -> tuple[FontFile, ...]:
    """The best family that draws a sequence upright."""
    for name in sorted(families, key=lambda name: _rank(name, sequence[0])):
        files = _embeddable(families[name])
        best = min(files, key=lambda file: _distance(file, 400, italic=False), default=None)
        if best and not BLIND.search(name) and covers(best).draws(sequence):
            return files
    return ()


def _embeddable(files: Sequence[FontFile]) -> tuple[FontFile, ...]:
    return tuple(file for file in files if file.embeddable)


def _rank(family: str, char: str) -> tuple[object, ...]:
    """Families that name the script of a character first, then those with wide coverage, then by name."""
    words = family.split()
    named = unicodedata.name(char, "").partition(" ")[0]
    symbol = unicodedata.category(char)[0] == "S" and not {"Symbols", "Symbols2", "Math"}.isdisjoint(words)
    welcome = next((place for place, name in enumerate(WELCOME) if family.startswith(name)), len(WELCOME))
    return not (symbol or named in map(str.upper, words)), welcome, family


def _unknown(name: str, hint: str | None) -> Diagnostic:
    if Spec(name).is_file:
        return error(f'"{name}" is no font file of the style', hint="give its path inside the style's folder")
    return error(f'the font "{name}" is not known', hint=hint or f"known are {', '.join(packaged())}")


def _wrong(spec: Spec, files: Sequence[FontFile]) -> list[Diagnostic]:
    """What a spec asks of its files in vain."""
    hint = "write axis=number, or the ISO 15924 code of one script"
    found = [error(f'"{fault}" is no axis of "{spec.name}"', hint=hint) for fault in spec.faults]
    known = {axis.tag for file in files for axis in file.axes}
    strange = [tag for tag, _ in spec.axes if known and tag not in known]
    found += [error(f'"{spec.name}" has no axis "{tag}"', hint=suggest(tag, known)) for tag in strange]
    if files and not _embeddable(files):
        found += [error(f'the licence of the font "{spec.name}" forbids to embed it', hint="name another font")]
    return found
