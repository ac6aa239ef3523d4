"""Font files: what is in them, and which of them are installed as packages."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import entry_points
from importlib.resources import files
from pathlib import Path

import uharfbuzz as hb

__all__ = ["Axis", "FontFile", "packaged", "read_font_file"]

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
# Packages of faces announce themselves under these entry points; the files lie inside the named module.
GROUPS = ("fontpkg.family", "justmytype.packs")
ITALIC_BIT = 1  # OS/2 fsSelection, bit 0
NEEDED = ("cmap", "head", "hhea", "hmtx")
# No real collection holds more; a hostile one may claim billions.
MAX_FACES = 64


@dataclass(frozen=True, slots=True)
class Axis:
    """A variation axis and its range in design units."""

    tag: str
    low: float
    high: float

    def snap(self, value: float) -> float:
        """The value nearest to `value` that the axis has."""
        return min(max(value, self.low), self.high)


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face of a file on disk: family, posture, weight (usWeightClass), axes; `index` counts in a collection."""

    path: Path
    index: int
    family: str
    italic: bool
    weight: int
    axes: tuple[Axis, ...]


@lru_cache(maxsize=1)
def packaged() -> dict[str, tuple[FontFile, ...]]:
    """Every installed packaged face by its family name; the first package to bring a family keeps it."""
    found: dict[str, dict[str, tuple[FontFile, ...]]] = {}
    for module in _modules():
        for path in _font_files(Path(str(files(module)))):
            for face in read_font_file(path):
                owner = found.setdefault(face.family, {})
                owner[module] = (*owner.get(module, ()), face)
    return {family: next(iter(owners.values())) for family, owners in sorted(found.items())}


def _modules() -> list[str]:
    return sorted({entry.module for group in GROUPS for entry in entry_points(group=group)})


def _font_files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES)


def read_font_file(path: Path) -> tuple[FontFile, ...]:
    """The faces of one file; none where it cannot be read or is no font."""
    return tuple(_faces(path))


def _faces(path: Path) -> Iterator[FontFile]:
    try:
        blob = hb.Blob.from_file_path(str(path))
    except hb.HarfBuzzError:
        return
    for index in range(min(_count(blob), MAX_FACES)):
        face = hb.Face(blob, index)
        if face.glyph_count and face.upem and all(bytes(face.reference_table(tag).data) for tag in NEEDED):
            yield _describe(path, index, face)


def _count(blob: hb.Blob) -> int:
    """How many faces a file holds, by the header of an OpenType collection."""
    head = bytes(blob.data[:12])
    if head[:4] != b"ttcf" or len(head) < 12:
        return 1
    return int(struct.unpack(">I", head[8:12])[0])


def _describe(path: Path, index: int, face: hb.Face) -> FontFile:
    names = hb.OTNameIdPredefined
    family = face.get_name(names.TYPOGRAPHIC_FAMILY) or face.get_name(names.FONT_FAMILY) or path.stem
    weight, selection = _os2(face)
    axes = tuple(Axis(axis.tag, axis.min_value, axis.max_value) for axis in face.axis_infos)
    return FontFile(path, index, family, bool(selection & ITALIC_BIT), weight, axes)


def _os2(face: hb.Face) -> tuple[int, int]:
    """The usWeightClass and fsSelection fields of the OS/2 table."""
    table = bytes(face.reference_table("OS/2").data)
    if len(table) < 64:
        return 400, 0
    return struct.unpack_from(">H", table, 4)[0], struct.unpack_from(">H", table, 62)[0]
