"""Small fonts made in a test: every glyph is a box, the bolder the wider."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTCollection, TTFont

RESTRICTED = 2  # OS/2 fsType


def make_font(path: Path, family: str, chars: str = "ABC abc", **told: Any) -> Path:
    """A static font with boxes for `chars`; `cff` for PostScript outlines, else as `_told` takes it."""
    cff = told.pop("cff", False)
    builder, names = _begin(chars, ttf=not cff)
    stem = told.get("weight", 400) // 4
    shown = [name for name in names if name != "space"]
    if cff:
        drawn = {name: _box(T2CharStringPen(600, None), stem).getCharString() for name in shown}
        blank = T2CharStringPen(600, None).getCharString()
        builder.setupCFF(f"{family}-Regular".replace(" ", ""), {}, dict.fromkeys(names, blank) | drawn, {})
    else:
        drawn = {name: _box(TTGlyphPen(None), stem).glyph() for name in shown}
        builder.setupGlyf(dict.fromkeys(names, TTGlyphPen(None).glyph()) | drawn)
    _told(builder, names, family, **told)
    return _saved(builder, path)


def make_variable_cff2(path: Path, family: str) -> Path:
    """A variable font with PostScript outlines: "A" is 100 units wide, 250 at weight 900."""
    builder, names = _begin("A", ttf=False)
    _told(builder, names, family)
    builder.setupFvar([("wght", 100, 400, 900, "Weight")], [])
    program = [100, 0, "rmoveto", 100, 150, 1, "blend", 700, "hlineto", -100, -150, 1, "blend", "hlineto"]
    builder.setupCFF2({name: T2CharString(program=list(program)) for name in names}, regions=[{"wght": (0, 1, 1)}])
    return _saved(builder, path)


def make_blank_picture(path: Path, family: str, char: str) -> Path:
    """A colour font whose own outline of `char` is blank: its layers draw it."""
    builder, names = _begin(char, ttf=True)
    drawn = _box(TTGlyphPen(None), 100).glyph()
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in names} | {".notdef": drawn})
    _told(builder, names, family)
    builder.setupCPAL([[(1.0, 0.0, 0.0, 1.0)]])
    builder.setupCOLR({names[-1]: [(".notdef", 0)]})
    return _saved(builder, path)


def make_collection(path: Path, parts: Iterable[Path]) -> Path:
    """A collection (.ttc) of the fonts in `parts`, which go away."""
    files = list(parts)
    collection = TTCollection()
    collection.fonts = [TTFont(file) for file in files]
    collection.save(path)
    for file in files:
        file.unlink()
    return path


def _saved(builder: FontBuilder, path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    builder.save(path)
    return path


def _begin(chars: str, *, ttf: bool) -> tuple[FontBuilder, list[str]]:
    names = [".notdef"] + [_name(char) for char in chars]
    builder = FontBuilder(1000, isTTF=ttf)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({ord(char): _name(char) for char in chars})
    return builder, names


def _name(char: str) -> str:
    return "space" if char == " " else f"u{ord(char):04X}"


def _told(
    builder: FontBuilder,
    names: list[str],
    family: str,
    *,
    weight: int = 400,
    width: int = 5,
    italic: bool = False,
    licence: int = 0,
) -> None:
    builder.setupHorizontalMetrics(dict.fromkeys(names, (600, 50)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": family, "styleName": "Italic" if italic else "Regular"})
    builder.setupOS2(usWeightClass=weight, usWidthClass=width, fsType=licence, fsSelection=int(italic) or 1 << 6)
    builder.setupPost()


def _box(pen: Any, width: int) -> Any:
    pen.moveTo((50, 0))
    for point in ((50, 700), (50 + width, 700), (50 + width, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen
