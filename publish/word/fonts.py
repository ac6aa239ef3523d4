"""Fonts of a style as Word names them, and the font table that tells what may stand in for them."""

from __future__ import annotations

from functools import lru_cache

from publish.style.model import Style
from publish.word.xml import Element, w

__all__ = ["BOLD", "family_name", "font_names", "font_table", "fonts_mark"]

#: From this weight on a role is bold: colleagues' machines have static families with Regular and Bold.
BOLD = 600

_EAST_ASIAN = (" JP", " KR", " SC", " TC", " HK", " CJK")


@lru_cache(maxsize=256)
def family_name(face: str) -> str:
    """The family that Word asks the system for: a face without its axes ("Source Serif 4@opsz=40"), or its file."""
    name = face.partition("@")[0].strip()
    stem, dot, ending = name.rpartition(".")
    return stem.rpartition("/")[2] if dot and ending.lower() in ("ttf", "otf", "ttc") else name


def font_names(style: Style, family: str) -> tuple[str, str]:
    """(western, East Asian) font names of a family; one name twice where it has no East Asian face."""
    names = [family_name(face) for face in style.fonts[family]]
    east = next((name for name in names if name.endswith(_EAST_ASIAN) or " CJK " in name), names[0])
    return names[0], east


def fonts_mark(style: Style, family: str) -> Element:
    """The `w:rFonts` of a family, all four slots: one left out would come from the theme."""
    western, east = font_names(style, family)
    return w("rFonts", ascii=western, hAnsi=western, eastAsia=east, cs=western)


def font_table(style: Style) -> Element:
    """word/fontTable.xml: every font with its kind, so that a machine without it takes a like one."""
    fonts: dict[str, str] = {}
    for family, faces in style.fonts.items():
        for face in faces:
            name = family_name(face)
            serif = "Serif" in name or "Mincho" in name or (family != "sans" and "Sans" not in name)
            fonts.setdefault(name, "roman" if serif else "swiss")
    return w("fonts", *(_font(name, kind) for name, kind in sorted(fonts.items())))


def _font(name: str, kind: str) -> Element:
    substitute = "Cambria" if kind == "roman" else "Calibri"
    east = name.endswith(_EAST_ASIAN)
    return w(
        "font",
        w("altName", val=substitute) if not east else None,
        w("charset", val="80" if name.endswith(" JP") else "00"),
        w("family", val=kind),
        w("pitch", val="variable"),
        name=name,
    )
