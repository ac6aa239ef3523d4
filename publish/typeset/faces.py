"""Faces: one font file at one place of its design space, ready to shape with and to subset."""

from __future__ import annotations

import hashlib
import re
import struct
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from pathlib import Path

import uharfbuzz as hb

from publish.errors import InputError, error
from publish.typeset.coverage import Coverage, silent
from publish.typeset.fontfile import FontFile

__all__ = ["Candidate", "Coverage", "Face", "candidate", "covers", "file_hash", "silent"]

NORMAL_WIDTH = 5  # OS/2 usWidthClass


@dataclass(frozen=True, slots=True)
class Candidate:
    """A face that text may be set in: what it covers is known at once, the face itself is pinned when asked for."""

    source: FontFile
    axes: tuple[tuple[str, float], ...]
    mark: str
    coverage: Coverage

    def face(self) -> Face:
        """The pinned face; the same object each time in a process."""
        return _pinned(self.source, self.axes, self.mark)


def candidate(source: FontFile, wanted: Mapping[str, float], mark: str, coverage: Coverage) -> Candidate:
    """The place of `source` nearest to `wanted` (axis tag to value).

    `mark` tells faces of style folders and of the system apart from packaged ones of the same name.
    """
    axes = {axis.tag: axis.snap(wanted[axis.tag]) for axis in source.axes if axis.tag in wanted}
    return Candidate(source, tuple(sorted(axes.items())), mark, coverage)


# A file is mapped, not read: what stands in memory is the answers given so far.
@lru_cache(maxsize=2048)
def covers(source: FontFile, _mark: str = "", script: str = "", only: frozenset[str] | None = None) -> Coverage:
    """What a file draws, within the limits that `Coverage` explains; the same object each time in a process.

    The mark makes a file that has changed in its place another one.
    """
    return Coverage(lambda: _open(source), script, only)


class Face:
    """A face with its axes pinned. Lengths are em/1000, `bbox` is (left, bottom, right, top), angles in degrees.

    `key` names the face as PostScript would (SourceSerif4-600-opsz10.5-Italic); two faces never share it. `is_cff`
    tells PostScript outlines (a CFF table) from TrueType ones (glyf): a file embeds each in its own way.
    """

    def __init__(self, source: FontFile, axes: Mapping[str, float], mark: str = "") -> None:
        self.key = _key(source, dict(axes), mark)
        self.mark = mark
        self.name = source.family
        self.source = source
        self.axes = dict(axes)
        self.weight = int(axes.get("wght", source.weight))
        self.italic = source.italic
        self.hb_face = _instance(source, axes)
        self.hb_font = hb.Font(self.hb_face)
        self.is_cff = "CFF " in self.hb_face.table_tags
        self.upem: int = self.hb_face.upem
        self.scale: float = 1000 / self.upem
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent: float = extents.ascender * self.scale
        self.descent: float = extents.descender * self.scale

    def __repr__(self) -> str:
        return f"Face({self.key})"

    def advance(self, glyph: int) -> float:
        """The natural advance of a glyph in em/1000."""
        return float(self.hb_font.get_glyph_h_advance(glyph) * self.scale)

    def bearings(self, glyph: int) -> tuple[float, float]:
        """The blank left and right of a glyph's ink in em/1000; for one without ink, nothing and its advance."""
        extents = self.hb_font.get_glyph_extents(glyph)
        left = extents.x_bearing * self.scale
        return left, self.advance(glyph) - left - extents.width * self.scale

    @cached_property
    def cap_height(self) -> float:
        """The height of flat capitals."""
        return self._metric(hb.OTMetricsTag.CAP_HEIGHT)

    @cached_property
    def x_height(self) -> float:
        """The height of flat lower-case letters."""
        return self._metric(hb.OTMetricsTag.X_HEIGHT)

    def _metric(self, tag: hb.OTMetricsTag) -> float:
        return float(self.hb_font.get_metric_position_with_fallback(tag) * self.scale)

    @cached_property
    def bbox(self) -> tuple[float, float, float, float]:
        """The box around all glyphs, from the head table."""
        corners = struct.unpack_from(">4h", self._table("head", 54), 36)
        left, bottom, right, top = (corner * self.scale for corner in corners)
        return left, bottom, right, top

    @cached_property
    def italic_angle(self) -> float:
        """The slant in degrees counter-clockwise from the vertical, from the post table; upright is 0."""
        return float(struct.unpack_from(">l", self._table("post", 32), 4)[0] / 65536)

    def _table(self, tag: str, size: int) -> bytes:
        return bytes(self.hb_face.reference_table(tag).data).ljust(size, b"\0")

    @cached_property
    def data_hash(self) -> str:
        """The SHA-256 of the source file, the face's index in it and the pinned axes, in hexadecimal."""
        place = ",".join(f"{tag}={value:g}" for tag, value in sorted(self.axes.items()))
        digest = hashlib.sha256(file_hash(self.source.path))
        digest.update(f"{self.source.index};{place}".encode())
        return digest.hexdigest()


def file_hash(path: Path) -> bytes:
    """The SHA-256 of a file, read again only when its size or time has changed."""
    state = path.stat()
    return _hash(path, state.st_size, state.st_mtime_ns)


@lru_cache(maxsize=64)
def _hash(path: Path, _size: int, _time: int) -> bytes:
    return hashlib.sha256(path.read_bytes()).digest()


def _open(source: FontFile) -> hb.Face:
    try:
        return hb.Face(hb.Blob.from_file_path(str(source.path)), source.index)
    except hb.HarfBuzzError:
        fault = error(f'the font "{source.path.name}" cannot be read', hint="get the file anew")
        raise InputError([fault]) from None


def _instance(source: FontFile, axes: Mapping[str, float]) -> hb.Face:
    """The face with every axis pinned; one without axes as it is, unless its outlines are CFF2, which PDF lacks."""
    face = _open(source)
    if not source.axes and "CFF2" not in face.table_tags:
        return face
    plan = hb.SubsetInput()
    plan.keep_everything()
    plan.flags |= hb.SubsetFlags.DOWNGRADE_CFF2
    plan.pin_all_axes_to_default(face)
    for tag, value in axes.items():
        plan.pin_axis_location(face, tag, value)
    try:
        return hb.subset(face, plan)
    except RuntimeError:
        raise InputError([error(f'the font "{source.path.name}" is damaged', hint="get the file anew")]) from None


# A large CJK face takes some 10 MB pinned; a document uses a dozen faces.
@lru_cache(maxsize=96)
def _pinned(source: FontFile, axes: tuple[tuple[str, float], ...], mark: str) -> Face:
    return Face(source, dict(axes), mark)


def _key(source: FontFile, axes: dict[str, float], mark: str) -> str:
    name = re.sub(r"[^A-Za-z0-9]", "", source.family)[:40] or "Face"
    parts = [name, f"{axes.pop('wght', source.weight):g}"]
    parts += [f"{tag}{value:g}" for tag, value in sorted(axes.items())]
    parts += [f"width{source.width}"] if source.width != NORMAL_WIDTH else []
    parts += ["Italic"] if source.italic else []
    parts += [mark] if mark else []
    return "-".join(parts)
