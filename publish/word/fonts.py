"""Fonts of a style as Word names them, and the font table that tells what may stand in for them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from publish.style.model import Style
from publish.word.xml import Element, w

__all__ = ["BOLD", "Slots", "family_name", "font_slots", "font_table", "fonts_mark"]

#: From this weight on a role is bold: colleagues' machines have static families with Regular and Bold.
BOLD = 600

_EAST_ASIAN = (" JP", " KR", " SC", " TC", " HK", " CJK")
_COMPLEX_SCRIPTS = ("Arab", "Hebr", "Deva", "Thai")
_ONE_SCRIPT = re.compile("@[A-Z][a-z]{3}$")
#: The Windows character set of a script (ECMA-376 17.8.3.2), and the sans and serif that machines have for it.
_KNOWN = {
    "Latn": ("00", "Calibri", "Cambria"),
    "Arab": ("B2", "Arial", "Times New Roman"),
    "Hebr": ("B1", "Arial", "Times New Roman"),
    "Deva": ("01", "Nirmala UI", "Mangal"),
    "Thai": ("DE", "Tahoma", "Angsana New"),
    "Jpan": ("80", "Yu Gothic", "Yu Mincho"),
    "Kore": ("81", "Malgun Gothic", "Batang"),
    "Hans": ("86", "Microsoft YaHei", "SimSun"),
    "Hant": ("88", "Microsoft JhengHei", "PMingLiU"),
}


@lru_cache(maxsize=256)
def family_name(face: str) -> str:
    """The family that Word asks the system for: a face without its axes ("Source Serif 4@opsz=40"), or its file."""
    name = face.partition("@")[0].strip()
    stem, dot, ending = name.rpartition(".")
    return stem.rpartition("/")[2] if dot and ending.lower() in ("ttf", "otf", "ttc") else name


@dataclass(frozen=True, slots=True)
class Slots:
    """The fonts of a family for Latin, East Asian and complex scripts; one name where it has nothing else."""

    latin: str
    east: str
    complex: str


def font_slots(style: Style, family: str) -> Slots:
    """The fonts that Word chooses from.

    Latin words take the first face that is not kept to another script; the complex slot is that of the document's own
    script, or else Arabic. The face of a script is the first of its list.
    """
    own, lists = style.fonts[family], style.script_fonts.get(family, {})
    latin = family_name(next((face for face in own if not _ONE_SCRIPT.search(face)), own[0]))
    names = [family_name(face) for face in (*own, *lists.get("Jpan", ())[:1])]
    east = next((name for name in names if name.endswith(_EAST_ASIAN) or " CJK " in name), latin)
    leading = [lists[script][0] for script in _COMPLEX_SCRIPTS if script in lists]
    joining = next((face for face in (own[0], *leading) if face in leading), own[0])
    return Slots(latin, east, family_name(joining))


def fonts_mark(style: Style, family: str) -> Element:
    """The `w:rFonts` of a family, all four slots: one left out would come from the theme."""
    slots = font_slots(style, family)
    return w("rFonts", ascii=slots.latin, hAnsi=slots.latin, eastAsia=slots.east, cs=slots.complex)


def font_table(style: Style) -> Element:
    """word/fontTable.xml: every font with its kind, so that a machine without it takes a like one."""
    fonts: dict[str, tuple[str, bool]] = {}
    for family, faces in style.fonts.items():
        slots = font_slots(style, family)
        for name in (*map(family_name, faces), slots.east, slots.complex):
            serif = "Serif" in name or "Mincho" in name or (family != "sans" and "Sans" not in name)
            fonts.setdefault(name, (_script(style, family, name), serif))
    return w("fonts", *(_font(name, *kind) for name, kind in sorted(fonts.items())))


def _script(style: Style, family: str, name: str) -> str:
    """The script whose list a font leads."""
    lists = style.script_fonts.get(family, {})
    leads = (script for script in _KNOWN if script in lists and family_name(lists[script][0]) == name)
    return next(leads, "Latn")


def _font(name: str, script: str, serif: bool) -> Element:
    charset, *substitutes = _KNOWN[script]
    return w(
        "font",
        w("altName", val=substitutes[serif]),
        w("charset", val=charset),
        w("family", val="roman" if serif else "swiss"),
        w("pitch", val="variable"),
        name=name,
    )
