"""The fonts of a style: families of faces, first choice first."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from publish.errors import Diagnostic, InputError, error, suggest
from publish.typeset.faces import Candidate, Face, candidate, file_hash, silent
from publish.typeset.fontfile import SUFFIXES, FontFile, packaged, read_font_file
from publish.typeset.model import Look
from publish.typeset.shaping import Shaper, shaper

__all__ = ["FontBook", "missing_families"]

# The size that running text is set in; optical sizes of display faces stand in their spec.
TEXT_SIZE = 10.5
AXIS = re.compile(r"([A-Za-z0-9]{4})=(-?[0-9]+(?:\.[0-9]+)?)")


@dataclass(frozen=True, slots=True)
class _Spec:
    """One entry of a family: a family name or a file, and the axes it asks for."""

    name: str
    axes: tuple[tuple[str, float], ...]
    faults: tuple[str, ...] = ()

    @property
    def is_file(self) -> bool:
        return Path(self.name).suffix.lower() in SUFFIXES


@dataclass(frozen=True, slots=True)
class _Source:
    """The files that one spec stands for (upright, italic, weights), its axes and its mark in the faces' keys."""

    files: tuple[FontFile, ...]
    axes: tuple[tuple[str, float], ...]
    mark: str = ""


class FontBook:
    """The faces of a style by family, weight and posture; a face is read and pinned when first used.

    `fonts` maps a family ("serif") to specs, first choice first: `Family name`, `Family name@opsz=40,wdth=90`, or a
    font file inside `folder` (files that follow one another and share a family name are one choice). A family that
    is not known raises InputError, with a suggestion, as soon as it is asked for.
    """

    def __init__(self, fonts: Mapping[str, Sequence[str]], folder: Path | None = None) -> None:
        self._fonts = {family: tuple(specs) for family, specs in fonts.items()}
        self._folder = folder
        self._sources: dict[str, tuple[_Source, ...]] = {}
        self._faces: dict[str, Face] = {}
        self._shapers: dict[tuple[object, ...], Shaper] = {}
        self._chains: dict[tuple[str, int, bool], tuple[Candidate, ...]] = {}

    @property
    def families(self) -> tuple[str, ...]:
        """The names of the families, in the order given."""
        return tuple(self._fonts)

    def face(self, key: str) -> Face:
        """The face with this key; only those used so far are known (KeyError)."""
        return self._faces[key]

    @property
    def used(self) -> tuple[Face, ...]:
        """The faces used so far, by key."""
        return tuple(face for _, face in sorted(self._faces.items()))

    def candidates(self, family: str, weight: int = 400, italic: bool = False) -> tuple[Candidate, ...]:
        """The faces of a family, not pinned yet, in the order in which characters look for a glyph."""
        chain = self._chains.get((family, weight, italic))
        if chain is None:
            chain = tuple(_pick(source, weight, italic) for source in self._family(family))
            self._chains[family, weight, italic] = chain
        return chain

    def use(self, face: Face) -> Face:
        """The same face, which the book knows by its key from now on."""
        self._faces[face.key] = face
        return face

    def primary(self, family: str, weight: int = 400, italic: bool = False) -> Face:
        """The first face of a family: its metrics place the lines."""
        return self.use(self.candidates(family, weight, italic)[0].face())

    def shaper(self, look: Look, language: str, script: str) -> Shaper:
        """What shapes words in this look and language."""
        key = (look.family, look.weight, look.italic, look.tracking, look.tabular, look.kana, language, script)
        found = self._shapers.get(key)
        if found is None:
            chain = self.candidates(look.family, look.weight, look.italic)
            found = shaper(chain, language, script, (look.tracking, look.tabular, look.kana))
            self._shapers[key] = found
        return found

    def check(self, text: str, family: str) -> set[str]:
        """The characters of `text` that no face of the family has."""
        chain = self.candidates(family)
        visible = {char for char in text if char not in "\n\r\t " and not silent(char)}
        return {char for char in visible if not any(choice.coverage.has(char) for choice in chain)}

    def _family(self, family: str) -> tuple[_Source, ...]:
        if family not in self._sources:
            self._sources[family] = self._open(family)
        return self._sources[family]

    def _open(self, family: str) -> tuple[_Source, ...]:
        if family not in self._fonts:
            fault = error(f'the style has no family "{family}"', hint=suggest(family, self._fonts))
            raise InputError([fault])
        faults = _faults(family, self._fonts[family], self._folder)
        if faults:
            raise InputError(faults)
        return tuple(_sources(self._fonts[family], self._folder))


def missing_families(fonts: Mapping[str, Sequence[str]], folder: Path | None = None) -> list[tuple[str, str | None]]:
    """Every spec that names no known face, as (name, hint or None), each once and in the order given."""
    specs = [_read_spec(spec) for family in fonts.values() for spec in family]
    missing = {spec.name: None for spec in specs if not _files(spec, folder)}
    return [(name, suggest(name, packaged())) for name in missing]


def _faults(family: str, specs: Sequence[str], folder: Path | None) -> list[Diagnostic]:
    """What is wrong with the specs of one family."""
    if not specs:
        return [error(f'the family "{family}" has no faces')]
    found = [_unknown(name, hint) for name, hint in missing_families({family: specs}, folder)]
    for spec in map(_read_spec, specs):
        found += [error(f'"{fault}" is no axis of "{spec.name}"', hint="write axis=number") for fault in spec.faults]
        known = {axis.tag for file in _files(spec, folder) for axis in file.axes}
        strange = [tag for tag, _ in spec.axes if known and tag not in known]
        found += [error(f'"{spec.name}" has no axis "{tag}"', hint=suggest(tag, known)) for tag in strange]
    return found


def _unknown(name: str, hint: str | None) -> Diagnostic:
    if _is_file(name):
        return error(f'"{name}" is no font file of the style', hint="give its path inside the style's folder")
    return error(f'the font "{name}" is not known', hint=hint or f"known are {', '.join(packaged())}")


def _is_file(name: str) -> bool:
    return _Spec(name, ()).is_file


@lru_cache(maxsize=256)
def _read_spec(text: str) -> _Spec:
    """`Family@axis=value,...` or a path, taken apart."""
    name, _, tail = text.partition("@")
    axes: list[tuple[str, float]] = []
    faults: list[str] = []
    for item in filter(None, (part.strip() for part in tail.split(","))):
        match = AXIS.fullmatch(item)
        if match:
            axes.append((match[1], float(match[2])))
        else:
            faults.append(item)
    return _Spec(name.strip(), tuple(axes), tuple(faults))


def _files(spec: _Spec, folder: Path | None) -> tuple[FontFile, ...]:
    if not spec.is_file:
        return packaged().get(spec.name, ())
    if folder is None:
        return ()
    path = (folder / spec.name).resolve()
    inside = path.is_relative_to(folder.resolve())
    return read_font_file(path) if inside and path.is_file() else ()


def _sources(specs: Sequence[str], folder: Path | None) -> Iterator[_Source]:
    """The choices of a family; neighbouring files of one family name make one choice."""
    pending: _Source | None = None
    for spec in map(_read_spec, specs):
        files = _files(spec, folder)
        source = _Source(files, spec.axes, _mark(files) if spec.is_file else "")
        if pending and _joins(pending, source):
            mark = pending.mark + source.mark
            pending = _Source(pending.files + source.files, pending.axes, mark)
            continue
        if pending:
            yield pending
        pending = source
    if pending:
        yield pending


def _mark(files: Sequence[FontFile]) -> str:
    """A few digits of the content, so that two files of one name stay two faces."""
    return file_hash(files[0].path).hex()[:8]


def _joins(one: _Source, other: _Source) -> bool:
    alike = one.axes == other.axes and one.mark and other.mark
    return bool(alike) and one.files[0].family == other.files[0].family


def _pick(source: _Source, weight: int, italic: bool) -> Candidate:
    """The file nearest in posture, then in weight."""
    nearest = min(source.files, key=lambda file: (file.italic != italic, _distance(file, weight)))
    wanted = {"opsz": TEXT_SIZE, "wght": float(weight), **dict(source.axes)}
    return candidate(nearest, wanted, source.mark)


def _distance(file: FontFile, weight: int) -> float:
    for axis in file.axes:
        if axis.tag == "wght":
            return abs(axis.snap(weight) - weight)
    return abs(file.weight - weight)
