"""What a house style's YAML may say: the border between a file and the resolved tokens."""

from __future__ import annotations

import re
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict

__all__ = ["BOXES", "COLORS", "CONTRAST", "FAMILIES", "ROLES", "StyleFile", "SCRIPTS"]

FAMILIES = ("serif", "sans", "display")

ROLES = (
    "title", "lead", "author", "author-role", "h2", "h3", "h4", "body", "code",
    "takeaways-title", "takeaways-text", "takeaways-number", "learn-title", "learn-text", "info-title", "info-text",
    "key-title", "key-number", "key-unit", "key-label", "caption-label", "caption-title", "caption-note",
    "table-head", "table-cell", "table-prefix", "table-note", "chart-label", "chart-value", "chart-tick",
    "timeline-when", "timeline-text", "quote", "quote-by", "sources", "sources-number", "footnote",
    "about-title", "about", "publisher", "issue", "masthead-date", "furniture", "furniture-title", "furniture-page",
    "marking", "source-mark",
)  # fmt: skip

BOXES = (
    "masthead", "takeaways", "learn", "info", "key-figures", "table", "table-head", "table-row", "figure", "timeline",
    "quote", "section", "furniture", "about", "note", "marking",
)  # fmt: skip

COLORS = ("paper", "ink", "ink2", "main", "accent", "mute", "tint", "sand", "rule", "marking", "black")

#: Which box a role stands on; every other role stands on `paper`. Contrast is checked against these grounds.
CONTRAST = {
    "takeaways-title": "takeaways",
    "takeaways-text": "takeaways",
    "takeaways-number": "takeaways",
    "learn-title": "learn",
    "learn-text": "learn",
    "info-title": "info",
    "info-text": "info",
    "table-cell": "table-row",
    "table-prefix": "table-row",
    "marking": "marking",
}

#: Roles that stand on the masthead when it is a band.
BAND = ("title", "lead", "publisher", "issue", "masthead-date")

SCRIPTS = ("Latn", "Cyrl", "Grek", "Jpan", "Hans", "Hant", "Kore", "Arab", "Hebr", "Deva", "Thai")

_UNITS = {"": 1.0, "pt": 1.0, "mm": 72 / 25.4, "cm": 720 / 25.4, "in": 72.0}
_LENGTH = re.compile(r"(-?\d+(?:\.\d+)?)\s*(pt|mm|cm|in|)")


def _length(value: object) -> float:
    match = _LENGTH.fullmatch(str(value).strip())
    if match is None:
        raise ValueError("a length is a number of points, or a number with mm, cm, in or pt")
    return float(match[1]) * _UNITS[match[2]]


def _color(value: object) -> str:
    if not re.fullmatch(r"#[0-9A-Fa-f]{6}", str(value)):
        raise ValueError('a colour is written "#RRGGBB"')
    return str(value).upper()


def _weight(value: object) -> int:
    weight = int(str(value))
    if not 100 <= weight <= 900:
        raise ValueError("a weight is 100 to 900")
    return weight


def _names(value: object) -> object:
    return [value] if isinstance(value, str) else value


Length = Annotated[float, BeforeValidator(_length)]
HexColor = Annotated[str, BeforeValidator(_color)]
Weight = Annotated[int, BeforeValidator(_weight)]
Names = Annotated[list[str], BeforeValidator(_names)]


class _Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class RoleFile(_Strict):
    """One text role; what is left out comes from the style that is extended."""

    family: str | None = None
    size: Length | None = None
    leading: Length | None = None
    weight: Weight | None = None
    color: str | None = None
    strong: Weight | None = None
    italic: bool | None = None
    tracking: Length | None = None
    hyphenate: bool | None = None
    justify: bool | None = None


class BoxFile(_Strict):
    """One box role; `none` takes a fill or a rule away."""

    fill: str | None = None
    rule: Length | None = None
    rule_color: str | None = None
    padding_top: Length | None = None
    padding_bottom: Length | None = None
    padding_side: Length | None = None


class PageFile(_Strict):
    """Margins."""

    top: Length | None = None
    bottom: Length | None = None
    start: Length | None = None
    end: Length | None = None


class SpacingFile(_Strict):
    """Vertical spaces."""

    small: Length | None = None
    paragraph: Length | None = None
    medium: Length | None = None
    block: Length | None = None
    section: Length | None = None


class LayoutFile(_Strict):
    """Where the parts of a page stand; see `publish.style.model.Layout`."""

    rail_side: Literal["start", "end"] | None = None
    rail_width: Length | None = None
    gutter: Length | None = None
    rail_holds: Literal["heads", "asides"] | None = None
    columns: int | None = None
    masthead: Literal["rule", "band"] | None = None
    takeaways: Literal["panel", "list"] | None = None
    key_figures: Literal["strip", "stack"] | None = None
    table_rows: Literal["ruled", "zebra"] | None = None
    captions: Literal["rail", "above"] | None = None
    page_label: Literal["long", "short"] | None = None
    list_mark: str | None = None
    front: bool | None = None
    hatch_spacing: Length | None = None
    bar_height: Length | None = None
    bar_pitch: Length | None = None


class ScriptFile(_Strict):
    """What differs for one script or several ("Jpan, Hans")."""

    spacing: SpacingFile = SpacingFile()
    roles: dict[str, RoleFile] = {}
    boxes: dict[str, BoxFile] = {}


class StyleFile(_Strict):
    """A whole file."""

    title: str | None = None
    extends: str | None = None
    region: str | None = None
    page: PageFile = PageFile()
    layout: LayoutFile = LayoutFile()
    spacing: SpacingFile = SpacingFile()
    palette: dict[str, HexColor] = {}
    fonts: dict[str, dict[str, Names]] = {}
    roles: dict[str, RoleFile] = {}
    boxes: dict[str, BoxFile] = {}
    scripts: dict[str, ScriptFile] = {}
