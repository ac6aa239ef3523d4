"""Fonts of one file: Type0 with Identity-H, one CID for each pair of glyph and text, subset by HarfBuzz."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from typing import Any

import uharfbuzz as hb
from reportlab.pdfbase import pdfdoc

from publish.pdf.objects import RawObject, stream
from publish.typeset import Face

__all__ = ["DocumentFont", "Fonts"]

_DROPPED = "GSUB GPOS GDEF OS/2 name post cmap DSIG gasp MATH STAT kern vhea vmtx VORG HVAR MVAR avar meta BASE"
_CODES_PER_BLOCK = 100  # a CMap's bfchar block holds no more (Adobe Technical Note 5014)


class DocumentFont(pdfdoc.PDFObject):  # type: ignore[misc]
    """One subset font. CIDs are handed out in the order of first use, so the same text makes the same file."""

    __RefOnly__ = 1

    def __init__(self, face: Face, resource: str) -> None:
        self.face = face
        self.resource = resource
        self._cids: dict[tuple[int, str], int] = {}
        self._rows: list[tuple[int, str]] = [(0, "\ufffd")]
        self._body: bytes | None = None

    def cid(self, glyph: int, text: str) -> int:
        """The code of a glyph that stands for `text`."""
        key = (glyph, text)
        code = self._cids.get(key)
        if code is None:
            code = self._cids[key] = len(self._rows)
            self._rows.append(key)
        return code

    def format(self, document: Any) -> bytes:
        """The font's dictionary; its parts are added to the document."""
        if self._body is None:
            self._body = self._build(document).encode("ascii")
        return self._body

    def _build(self, document: Any) -> str:
        face = self.face
        program, mapping = _subset(face, tuple(sorted({glyph for glyph, _ in self._rows})))
        to_glyphs = b"".join(mapping[glyph].to_bytes(2, "big") for glyph, _ in self._rows)
        widths = " ".join(str(round(face.advance(glyph))) for glyph, _ in self._rows)
        name = f"{_subset_tag(face.key, self._rows)}+{face.key}"

        def refer(part: RawObject) -> str:
            return str(document.Reference(part).format(document).decode("ascii"))

        file = refer(stream(program, f"/Length1 {len(program)}"))
        descriptor = refer(RawObject(_descriptor(face, name, file).encode("ascii")))
        descendant = (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor}/CIDToGIDMap {refer(stream(to_glyphs))}/DW 0/W[0[{widths}]]>>"
        )
        return (
            f"<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H"
            f"/DescendantFonts[{refer(RawObject(descendant.encode('ascii')))}]"
            f"/ToUnicode {refer(stream(self._to_unicode()))}>>"
        )

    def _to_unicode(self) -> bytes:
        rows = [
            f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
            for code, (_, text) in enumerate(self._rows)
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


@lru_cache(maxsize=64)
def _preprocessed(face: Face) -> hb.Face:
    return hb.subset_preprocess(face.hb_face)


@lru_cache(maxsize=128)
def _subset(face: Face, glyphs: tuple[int, ...]) -> tuple[bytes, dict[int, int]]:
    """The font program of these glyphs, and old glyph ids to new ones."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.ljust(4).encode(), "big") for tag in _DROPPED.split())
    plan = hb.SubsetPlan(_preprocessed(face), wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _subset_tag(key: str, rows: list[tuple[int, str]]) -> str:
    """Six letters that tell subsets apart (ISO 32000-2, 9.9.2)."""
    digest = hashlib.sha256(repr((key, rows)).encode()).digest()
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
