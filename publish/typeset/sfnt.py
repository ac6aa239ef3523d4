"""What an OpenType file says of itself, read from a few of its tables: nothing else of the file is touched."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

__all__ = ["Axis", "Description", "descriptions"]

# The first four bytes of a face: TrueType outlines (two spellings), PostScript outlines.
FLAVOURS = frozenset({b"\0\1\0\0", b"true", b"OTTO"})
NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")
OUTLINES = ("glyf", "CFF ", "CFF2")
# No real file holds more; a hostile one may claim billions.
MAX_FACES, MAX_TABLES, MAX_NAMES, MAX_AXES = 64, 128, 4096, 64
MAX_BYTES = 1 << 18
TYPOGRAPHIC_FAMILY, FAMILY = 16, 1
# name records in order of trust: (platform, language); Windows English, Unicode, any Windows, Macintosh English
TRUST = ((3, 0x409), (0, None), (3, None), (1, 0))
SLANTED = 1 | 1 << 9  # OS/2 fsSelection: ITALIC, OBLIQUE
RESTRICTED = 2  # OS/2 fsType: restricted licence embedding


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
class Description:
    """One face: `weight` and `width` are those of the OS/2 table (400 regular, 5 normal).

    `embeddable` is False where the licence forbids to embed the face (OS/2 fsType, OpenType 1.9).
    """

    family: str
    italic: bool
    weight: int
    width: int
    axes: tuple[Axis, ...]
    embeddable: bool


def descriptions(path: Path) -> Iterator[tuple[int, Description]]:
    """The usable faces of a file, each with its index in the collection; none where the file is no font."""
    try:
        with path.open("rb") as stream:
            for index, offset in enumerate(_offsets(stream)):
                face = _face(_Tables(stream, offset), path.stem)
                if face:
                    yield index, face
    except (OSError, struct.error, ValueError):
        return


def _offsets(stream: BinaryIO) -> list[int]:
    """Where the table directories stand; more than one in a collection (OpenType, "Font Collections")."""
    head = stream.read(12)
    if head[:4] != b"ttcf":
        return [0]
    count = min(struct.unpack(">I", head[8:12])[0], MAX_FACES)
    return list(struct.unpack(f">{count}I", stream.read(4 * count)))


class _Tables:
    """The table directory of one face; `places` maps a tag to (offset, length)."""

    def __init__(self, stream: BinaryIO, offset: int) -> None:
        self._stream = stream
        stream.seek(offset)
        flavour, count = struct.unpack(">4sH6x", stream.read(12))
        known = flavour in FLAVOURS and count <= MAX_TABLES
        rows = struct.iter_unpack(">4s4xII", stream.read(16 * count)) if known else ()
        self.places: Mapping[str, tuple[int, int]] = {
            tag.decode("latin-1"): (at, length) for tag, at, length in rows if length
        }

    def read(self, tag: str) -> bytes:
        """The beginning of a table, b"" where there is none."""
        at, length = self.places.get(tag, (0, 0))
        self._stream.seek(at)
        return self._stream.read(min(length, MAX_BYTES))


def _face(tables: _Tables, stem: str) -> Description | None:
    if not (all(tag in tables.places for tag in NEEDED) and any(tag in tables.places for tag in OUTLINES)):
        return None
    (units,) = struct.unpack_from(">H", tables.read("head"), 18)
    (glyphs,) = struct.unpack_from(">H", tables.read("maxp"), 4)
    if not (16 <= units <= 16384 and glyphs):
        return None
    weight, width, licence, selection = _os2(tables.read("OS/2"))
    family = _family(tables.read("name")) or stem
    return Description(
        family, bool(selection & SLANTED), weight, width, _axes(tables.read("fvar")), not licence & RESTRICTED
    )


def _os2(table: bytes) -> tuple[int, int, int, int]:
    """usWeightClass, usWidthClass, fsType and fsSelection; a face without the table is regular and free."""
    if len(table) < 64:
        return 400, 5, 0, 0
    weight, width, licence = struct.unpack_from(">3H", table, 4)
    return weight, width, licence, struct.unpack_from(">H", table, 62)[0]


def _axes(table: bytes) -> tuple[Axis, ...]:
    """The axes of an fvar table; values are 16.16 fixed-point numbers."""
    if len(table) < 16:
        return ()
    start, count, size = struct.unpack_from(">4xH2xHH", table)
    rows = [struct.unpack_from(">4s3i", table, start + size * number) for number in range(min(count, MAX_AXES))]
    return tuple(Axis(tag.decode("latin-1"), low / 65536, high / 65536) for tag, low, _, high in rows)


def _family(table: bytes) -> str:
    """The family as typographers name it, else as old programs do; English first. "" where it is not said."""
    if len(table) < 6:
        return ""
    count, base = struct.unpack_from(">2xHH", table)
    rows = list(struct.iter_unpack(">6H", table[6 : 6 + 12 * min(count, MAX_NAMES, (len(table) - 6) // 12)]))
    for wanted in (TYPOGRAPHIC_FAMILY, FAMILY):
        for platform, language in TRUST:
            for here, _, tongue, number, length, at in rows:
                if (number, here) == (wanted, platform) and language in (None, tongue):
                    text = table[base + at : base + at + length]
                    return text.decode("mac-roman" if here == 1 else "utf-16-be", "replace").strip("\0 ")
    return ""
