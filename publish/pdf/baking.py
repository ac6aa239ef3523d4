"""Composite glyphs added to a TrueType subset: one glyph for each cluster that a document shows.

A reader takes text out code by code. A code that draws several glyphs at their places, accents and reordered vowels
among them, needs no move inside a word that a reader could take for a space or for another line (OpenType 1.9: glyf,
composite glyph description).
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

__all__ = ["Composite", "bake"]

Composite = tuple[tuple[tuple[int, int, int], ...], int]
"""((glyph id, x, y), ...) and the advance, in font units."""

Box = tuple[int, int, int, int]

_WORDS, _XY_VALUES, _MORE = 0x0001, 0x0002, 0x0020
_HEAD_LOCA_FORMAT, _HHEA_METRICS = 50, 34


def bake(program: bytes, composites: Sequence[Composite]) -> bytes:
    """The font program with one more glyph for each of `composites`, numbered on from its last.

    `program` has the tables glyf, loca, head, hhea, hmtx and maxp; components name its glyphs.
    """
    tables = _tables(program)
    glyphs = _Glyphs(tables)
    for parts, advance in composites:
        glyphs.add(parts, advance)
    return _file(tables | glyphs.tables())


class _Glyphs:
    """The glyphs of a subset, and those that are added."""

    def __init__(self, tables: dict[str, bytes]) -> None:
        self._tables = tables
        self._glyf = [tables["glyf"]]
        count = int.from_bytes(tables["maxp"][4:6], "big")
        self._loca = _offsets(tables, count)
        self._metrics = _metrics(tables, count)
        self._most = 1
        self._align()

    def _align(self) -> None:
        gap = -len(self._glyf[0]) % 4
        if gap:
            self._glyf.append(b"\0" * gap)
        self._loca[-1] = len(self._glyf[0]) + gap

    def add(self, parts: Sequence[tuple[int, int, int]], advance: int) -> None:
        """One composite; a part without an outline is left out."""
        drawn = [part for part in parts if self._loca[part[0] + 1] > self._loca[part[0]]]
        boxes = [self._moved_box(*part) for part in drawn]
        body, left = b"", 0
        if boxes:
            lefts, bottoms, rights, tops = zip(*boxes, strict=True)
            left = min(lefts)
            body = struct.pack(">5h", -1, left, min(bottoms), max(rights), max(tops))
            body += b"".join(
                struct.pack(">HHhh", _WORDS | _XY_VALUES | (_MORE if index + 1 < len(drawn) else 0), *part)
                for index, part in enumerate(drawn)
            )
            body += b"\0" * (-len(body) % 4)
        self._glyf.append(body)
        self._loca.append(self._loca[-1] + len(body))
        self._metrics.append((advance, left))
        self._most = max(self._most, len(drawn))

    def _moved_box(self, glyph: int, x: int, y: int) -> Box:
        left, bottom, right, top = struct.unpack_from(">4h", self._glyf[0], self._loca[glyph] + 2)
        return left + x, bottom + y, right + x, top + y

    def tables(self) -> dict[str, bytes]:
        """The tables that the additions change."""
        count = len(self._metrics)
        maxp = bytearray(self._tables["maxp"])
        maxp[4:6] = struct.pack(">H", count)
        most, depth = struct.unpack_from(">HH", maxp, 28)
        maxp[28:32] = struct.pack(">HH", max(most, self._most), depth + 1)
        hhea, head = bytearray(self._tables["hhea"]), bytearray(self._tables["head"])
        hhea[_HHEA_METRICS : _HHEA_METRICS + 2] = struct.pack(">H", count)
        head[_HEAD_LOCA_FORMAT : _HEAD_LOCA_FORMAT + 2] = b"\0\1"
        return {
            "glyf": b"".join(self._glyf),
            "loca": struct.pack(f">{count + 1}L", *self._loca),
            "hmtx": b"".join(struct.pack(">Hh", *metric) for metric in self._metrics),
            "maxp": bytes(maxp),
            "hhea": bytes(hhea),
            "head": bytes(head),
        }


def _offsets(tables: dict[str, bytes], count: int) -> list[int]:
    """Where each glyph begins in glyf, and the end of the last."""
    if tables["head"][_HEAD_LOCA_FORMAT : _HEAD_LOCA_FORMAT + 2] == b"\0\1":
        return list(struct.unpack(f">{count + 1}L", tables["loca"]))
    return [2 * half for half in struct.unpack(f">{count + 1}H", tables["loca"])]


def _metrics(tables: dict[str, bytes], count: int) -> list[tuple[int, int]]:
    """(advance, left side bearing) of every glyph; the last advance serves those that have none of their own."""
    full = int.from_bytes(tables["hhea"][_HHEA_METRICS : _HHEA_METRICS + 2], "big")
    hmtx = tables["hmtx"]
    pairs = [struct.unpack_from(">Hh", hmtx, 4 * index) for index in range(full)]
    bearings = struct.unpack_from(f">{count - full}h", hmtx, 4 * full)
    return [*((advance, left) for advance, left in pairs), *((pairs[-1][0], left) for left in bearings)]


def _tables(program: bytes) -> dict[str, bytes]:
    records = (struct.unpack_from(">4sLLL", program, 12 + 16 * i) for i in range(int.from_bytes(program[4:6], "big")))
    return {tag.decode("ascii"): program[at : at + size] for tag, _, at, size in records}


def _file(tables: dict[str, bytes]) -> bytes:
    """The tables as an OpenType file (OpenType 1.9, Organization of an OpenType Font)."""
    count = len(tables)
    log = count.bit_length() - 1
    directory = [struct.pack(">LHHHH", 0x00010000, count, 16 << log, log, count * 16 - (16 << log))]
    at, bodies = 12 + 16 * count, []
    for tag, body in sorted(tables.items()):
        padded = body + b"\0" * (-len(body) % 4)
        checksum = sum(struct.unpack(f">{len(padded) // 4}L", padded)) & 0xFFFFFFFF
        directory.append(struct.pack(">4sLLL", tag.encode("ascii"), checksum, at, len(body)))
        bodies.append(padded)
        at += len(padded)
    return b"".join((*directory, *bodies))
