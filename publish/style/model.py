"""A house style, resolved: every colour, size and rule that both renderers read."""

from __future__ import annotations

from dataclasses import dataclass, field

__all__ = ["BoxRole", "Layout", "Page", "Palette", "Spacing", "Style", "TextRole"]

Palette = dict[str, str]


@dataclass(frozen=True, slots=True)
class TextRole:
    """How text of one role is set: size and leading in points, tracking in em/1000, colour as #RRGGBB.

    `strong` is the weight of strong runs within it; `strong_family` their family (Japanese sets them in Gothic).
    """

    family: str
    size: float
    leading: float
    weight: int
    color: str
    strong: int = 700
    strong_family: str | None = None
    italic: bool = False
    tracking: float = 0.0
    hyphenate: bool = False
    justify: bool = False


@dataclass(frozen=True, slots=True)
class BoxRole:
    """A box or a ruled part: fill and rule colours as #RRGGBB or None, lengths in points."""

    fill: str | None = None
    rule: float = 0.0
    rule_color: str | None = None
    padding_top: float = 0.0
    padding_bottom: float = 0.0
    padding_side: float = 0.0


@dataclass(frozen=True, slots=True)
class Page:
    """Margins in points; start and end follow the direction of the script."""

    top: float
    bottom: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Spacing:
    """Vertical spaces in points."""

    small: float
    paragraph: float
    medium: float
    block: float
    section: float


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the parts of a page stand.

    `rail` is the side column: `side` start or end, its width and the gutter in points. `rail_holds` is "heads"
    (section heads, captions and box titles stand in it) or "asides" (info boxes, quotes, key figures stand in it).
    `masthead` is "rule" or "band" (a full-bleed colour field with title and lead). `takeaways` is "panel" or "list"
    (ruled rows). `table_rows` is "ruled" or "zebra". `captions` is "rail" or "above". `page_label` is "long" or
    "short".     `list_mark` stands before list items.
    """

    rail_side: str
    rail_width: float
    gutter: float
    rail_holds: str
    columns: int
    masthead: str
    takeaways: str
    key_figures: str
    table_rows: str
    captions: str
    page_label: str
    list_mark: str
    front: bool
    hatch_spacing: float
    bar_height: float
    bar_pitch: float


@dataclass(frozen=True, slots=True)
class Style:
    """One house style for one script. `fonts` maps a family to its faces, first choice first.

    `script_fonts` maps a family to its lists for every script (ISO 15924): what text of other scripts is set in.
    Roles and boxes are known by the names in `publish.style.schema`; asking for another raises KeyError.
    """

    name: str
    title: str
    page: Page
    layout: Layout
    spacing: Spacing
    palette: Palette
    fonts: dict[str, tuple[str, ...]]
    roles: dict[str, TextRole]
    boxes: dict[str, BoxRole]
    region: str | None = None
    script_fonts: dict[str, dict[str, tuple[str, ...]]] = field(default_factory=dict)

    def role(self, name: str) -> TextRole:
        """The text role `name`."""
        return self.roles[name]

    def box(self, name: str) -> BoxRole:
        """The box role `name`."""
        return self.boxes[name]

    def color(self, name: str) -> str:
        """The colour `name` of the palette as #RRGGBB."""
        return self.palette[name]
