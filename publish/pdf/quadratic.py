"""PostScript outlines as TrueType ones: a code that draws several glyphs needs composites, which only glyf has."""

from __future__ import annotations

from io import BytesIO

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

__all__ = ["truetype"]

#: How far a quadratic curve may lie from its cubic one, in thousandths of the em: below a pixel at any size of type.
_ERROR = 1.0


def truetype(program: bytes) -> bytes:
    """A font program with a CFF table as one with glyf and loca; glyph ids and advances stay."""
    font = TTFont(BytesIO(program), recalcTimestamp=False)
    order, glyphs = font.getGlyphOrder(), font.getGlyphSet()
    tolerance = _ERROR * font["head"].unitsPerEm / 1000
    glyf = newTable("glyf")
    glyf.glyphOrder, glyf.glyphs = order, {}
    for name in order:
        pen = TTGlyphPen(None)
        # TrueType contours run the other way round
        glyphs[name].draw(Cu2QuPen(pen, tolerance, reverse_direction=True))
        glyf.glyphs[name] = pen.glyph()
    del font["CFF "]
    font["loca"], font["glyf"] = newTable("loca"), glyf
    font["maxp"] = _maxp(len(order))
    font.sfntVersion = "\0\1\0\0"
    file = BytesIO()
    font.save(file, reorderTables=False)
    return file.getvalue()


def _maxp(count: int) -> object:
    """A profile of version 1.0 (OpenType 1.9, maxp); what counts outlines is filled in when the font is saved."""
    table = newTable("maxp")
    table.tableVersion, table.numGlyphs = 0x00010000, count
    table.maxZones, table.maxTwilightPoints, table.maxStorage = 1, 0, 0
    table.maxFunctionDefs = table.maxInstructionDefs = table.maxStackElements = table.maxSizeOfInstructions = 0
    table.maxComponentElements = table.maxComponentDepth = 0
    return table
