"""word/theme/theme1.xml: the style's colours and fonts, offered by Word's own pickers."""

from __future__ import annotations

from publish.style.model import Style
from publish.word.fonts import font_slots
from publish.word.xml import Element, hex_color, make

__all__ = ["theme"]

#: The twelve colours of a theme, by the tokens that fill them.
_COLORS = (
    ("dk1", "ink"), ("lt1", "paper"), ("dk2", "ink2"), ("lt2", "tint"), ("accent1", "main"), ("accent2", "accent"),
    ("accent3", "mute"), ("accent4", "rule"), ("accent5", "sand"), ("accent6", "ink2"), ("hlink", "main"),
    ("folHlink", "ink2"),
)  # fmt: skip


def theme(style: Style) -> Element:
    """The theme of a style; effects are flat."""
    elements = make("a:themeElements", {}, _colors(style), _fonts(style), _effects(style))
    return make("a:theme", {"name": style.title}, elements)


def _color(value: str) -> Element:
    return make("a:srgbClr", {"val": hex_color(value)})


def _colors(style: Style) -> Element:
    return make(
        "a:clrScheme",
        {"name": style.title},
        *(make(f"a:{slot}", {}, _color(style.color(token))) for slot, token in _COLORS),
    )


def _fonts(style: Style) -> Element:
    heads, body = style.role("title").family, style.role("body").family
    fonts = (("majorFont", heads), ("minorFont", body))
    return make("a:fontScheme", {"name": style.title}, *(_font(slot, family, style) for slot, family in fonts))


def _font(slot: str, family: str, style: Style) -> Element:
    slots = font_slots(style, family)
    faces = (("latin", slots.latin), ("ea", slots.east), ("cs", slots.complex))
    return make(f"a:{slot}", {}, *(make(f"a:{kind}", {"typeface": name}) for kind, name in faces))


def _effects(style: Style) -> Element:
    """Each list has three entries, subtle to intense, as the schema asks for."""
    solid = [make("a:solidFill", {}, make("a:schemeClr", {"val": "phClr"})) for _ in range(6)]
    lines = [
        make("a:ln", {"w": str(width)}, make("a:solidFill", {}, make("a:schemeClr", {"val": "phClr"})))
        for width in (6350, 12700, 19050)
    ]
    flat = [make("a:effectStyle", {}, make("a:effectLst", {})) for _ in range(3)]
    return make(
        "a:fmtScheme",
        {"name": style.title},
        make("a:fillStyleLst", {}, *solid[:3]),
        make("a:lnStyleLst", {}, *lines),
        make("a:effectStyleLst", {}, *flat),
        make("a:bgFillStyleLst", {}, *solid[3:]),
    )
