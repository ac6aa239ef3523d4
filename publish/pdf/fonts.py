"""Fonts of one file: Type0 with Identity-H, one CID for each pair of what is drawn and what it says."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfdoc

from publish.pdf.objects import RawObject, stream
from publish.pdf.subset import subset
from publish.typeset import Face
from publish.typeset.model import Glyph, ShapedRun

__all__ = ["DocumentFont", "Fonts"]

_CODES_PER_BLOCK = 100  # a CMap's bfchar block holds no more (Adobe Technical Note 5014)


class _Row(NamedTuple):
    """What a CID draws and says: parts in font units, text, advance in em/1000."""

    parts: tuple[tuple[int, int, int], ...]
    text: str
    advance: float


class _Sign:
    """A row that is told from others by being another object: what is looked up most must be found at once."""

    __slots__ = ("row",)

    def __init__(self, row: _Row) -> None:
        self.row = row


_signs: dict[_Row, _Sign] = {}
"""One sign for each row that a process has met; faces have no more of them than glyphs and clusters."""


def _sign(glyph: Glyph, text: str | None = None) -> _Sign:
    row = _Row(glyph.parts, glyph.text if text is None else text, glyph.advance)
    return _signs.setdefault(row, _Sign(row))


@lru_cache(maxsize=8_000)
def _written(run: ShapedRun) -> tuple[_Sign | str, ...]:
    """A run as every file writes it: signs, and moves in between."""
    found: list[_Sign | str] = []
    for glyph in run.glyphs:
        found += _entry(glyph)
    return tuple(found)


@lru_cache(maxsize=8_000)
def _entry(glyph: Glyph) -> tuple[_Sign | str, ...]:
    """The sign of a glyph, and the move behind it if there is one."""
    return (_sign(glyph), f">{move(-glyph.adjust)}<") if glyph.adjust else (_sign(glyph),)


class _Codes(dict[_Sign | str, str]):
    """The codes of a font in hexadecimal, handed out in the order of first use; moves stand for themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[_Row] = []

    def __missing__(self, sign: _Sign | str) -> str:
        if isinstance(sign, str):
            return sign
        code = self[sign] = f"{len(self.rows):04X}"
        self.rows.append(sign.row)
        return code


class DocumentFont(pdfdoc.PDFObject):  # type: ignore[misc]
    """One subset font. CIDs are handed out in the order of first use, so the same text makes the same file."""

    __RefOnly__ = 1

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._codes = _Codes()
        self.code(Glyph(((0, 0, 0),), "\ufffd", face.advance(0)))
        self._shown: dict[ShapedRun, str] = {}
        self._body: bytes | None = None

    def code(self, glyph: Glyph, text: str | None = None) -> str:
        """The code of a glyph in hexadecimal; `text` is what it says in place of its own text."""
        return self._codes[_sign(glyph, text)]

    def show(self, run: ShapedRun) -> str:
        """The elements of a TJ array (ISO 32000-2, 9.4.3) that show a run, between "<" and ">"."""
        shown = self._shown.get(run)
        if shown is None:
            shown = self._shown[run] = "".join(map(self._codes.__getitem__, _written(run)))
        return shown

    def format(self, document: Any) -> bytes:
        """The font's dictionary; its parts are added to the document."""
        if self._body is None:
            self._body = self._build(document).encode("ascii")
        return self._body

    def _build(self, document: Any) -> str:
        face = self.face
        program, glyphs = subset(face, tuple((row.parts, row.advance) for row in self._codes.rows))
        to_glyphs = b"".join([glyph.to_bytes(2, "big") for glyph in glyphs])
        widths = " ".join([move(row.advance) for row in self._codes.rows])
        name = f"{_subset_tag(face.key, self._codes.rows)}+{face.key}"

        def refer(part: RawObject) -> str:
            return str(document.Reference(part).format(document).decode("ascii"))

        file = refer(stream(program, f"/Length1 {len(program)}"))
        descriptor = refer(RawObject(_descriptor(face, name, file).encode("ascii")))
        mapping = "/Identity" if glyphs == list(range(len(glyphs))) else refer(stream(to_glyphs))
        descendant = (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor}/CIDToGIDMap {mapping}/DW 0/W[0[{widths}]]>>"
        )
        return (
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{refer(RawObject(descendant.encode('ascii')))}]"
            f"/ToUnicode {refer(stream(self._to_unicode()))}>>"
        )

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{code:04X}> <{row.text.encode('utf-16-be').hex().upper()}>"
            for code, row in enumerate(self._codes.rows)
            if code
        ]
        blocks = [rows[i : i + _CODES_PER_BLOCK] for i in range(0, len(rows), _CODES_PER_BLOCK)]
        mappings = "\n".join(f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks)
        return (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap "
            "/CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def "
            "/CMapName /Adobe-Identity-UCS def /CMapType 2 def "
            f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{mappings}\n"
            "endcmap CMapName currentdict /CMap defineresource pop end end"
        ).encode("ascii")


def move(value: float) -> str:
    """A length in em/1000, to a tenth: far below what a printer resolves at any size of type."""
    tenths = round(value * 10)
    return str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"


def _descriptor(face: Face, name: str, file: str) -> str:
    box = " ".join(str(round(edge)) for edge in face.bbox)
    flags = 4 | (64 if face.italic else 0)  # symbolic, italic (ISO 32000-2, table 121)
    return (
        f"<</Type/FontDescriptor/FontName/{name}/Flags {flags}/FontBBox[{box}]/ItalicAngle {round(face.italic_angle)}"
        f"/Ascent {round(face.ascent)}/Descent {round(face.descent)}/CapHeight {round(face.cap_height)}"
        f"/StemV {_stem(face.weight)}/FontFile2 {file}>>"
    )


def _stem(weight: int) -> int:
    """A stem width for a weight: readers use it only to make up a substitute."""
    return 50 + (weight - 400) // 5 + 30


def _subset_tag(key: str, rows: list[_Row]) -> str:
    """Six letters that tell subsets apart (ISO 32000-2, 9.9.2)."""
    digest = hashlib.sha256(repr((key, [tuple(row) for row in rows])).encode()).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])


class Fonts:
    """The fonts of one file, each registered when it is first used."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._fonts: dict[str, DocumentFont] = {}

    @property
    def faces(self) -> tuple[Face, ...]:
        """The faces in use, in the order of first use."""
        return tuple(font.face for font in self._fonts.values())

    def font(self, face: Face) -> DocumentFont:
        """The font of a face, a resource of every page from now on."""
        font = self._fonts.get(face.key)
        if font is None:
            font = self._fonts[face.key] = DocumentFont(face, f"F{len(self._fonts)}")
            # reportlab names this dictionary in the resources of each page
            reference = self._document.Reference(font, f"face.{font.resource}")
            self._document.idToObject["BasicFonts"].dict[font.resource] = reference
        return font
