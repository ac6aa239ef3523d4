"""A paragraph or character style as a plain value, and as the XML that Word reads."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace

from lxml import etree

from publish.style.model import BoxRole, Style, TextRole
from publish.word.fonts import BOLD, fonts_mark
from publish.word.named import named_style
from publish.word.names import S
from publish.word.xml import Element, eighths, half_points, hex_color, twips, w

__all__ = [
    "Border", "Look", "Mark", "box_borders", "character_style", "mirrored", "paragraph_style", "rule", "run_properties",
]  # fmt: skip

# Word moves a border at most 31 pt from its text (ECMA-376 17.18.68 limits w:space to 31).
_FARTHEST = 31.0
_BY_ATTRIBUTE = frozenset({w("spacing").tag, w("ind").tag})
_SIDES = ("top", "left", "bottom", "right", "between")
_OTHER_SIDE = {"left": "right", "right": "left"}


@dataclass(frozen=True, slots=True)
class Border:
    """A rule beside a paragraph or cell: width and distance from the text in points."""

    width: float
    color: str
    space: float = 0.0
    line: str = "single"

    def element(self, side: str) -> Element:
        """The border as the element of one side."""
        space = min(_FARTHEST, self.space)
        return w(side, val=self.line, sz=eighths(self.width), space=space, color=hex_color(self.color))


@dataclass(frozen=True, slots=True)
class Look:
    """A paragraph style; lengths in points, `start` and `end` follow the direction of the text.

    `number` is (numbering, level); `outline` 0 is the title's level; `line` "auto" lets a picture grow the line.
    `lines` switches what Word does with lines of East Asian text. `turned` says whether paragraphs run from right to
    left, None leaves it. The sides of `borders` are those of the
    page, as in Word: `mirrored` makes the look of a document that runs the other way.
    """

    id: str
    role: TextRole
    based: str | None = S.NORMAL
    next: S | None = None
    before: float = 0.0
    after: float = 0.0
    start: float = 0.0
    end: float = 0.0
    hanging: float = 0.0
    keep_next: bool = False
    keep_lines: bool = False
    outline: int | None = None
    borders: tuple[tuple[str, Border], ...] = ()
    fill: str | None = None
    tabs: tuple[tuple[str, float], ...] = ()
    number: tuple[int, int] | None = None
    align: str | None = None
    line: str = "exact"
    lines: tuple[tuple[str, bool], ...] = ()
    turned: bool | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """A character style; None leaves what the paragraph says.

    One that `inherits` takes size and colour from its paragraph, which may stand on a dark box.
    """

    id: str
    role: TextRole | None = None
    color: str | None = None
    bold: bool | None = None
    italic: bool | None = None
    underline: bool = False
    raised: bool = False
    fill: str | None = None
    inherits: bool = False


def rule(box: BoxRole, side: str = "top", space: float = 0.0) -> tuple[tuple[str, Border], ...]:
    """The rule of a box on one side, or nothing where the style has none."""
    if not box.rule or not box.rule_color:
        return ()
    return ((side, Border(box.rule, box.rule_color, space)),)


def box_borders(box: BoxRole) -> tuple[tuple[str, Border], ...]:
    """Borders that pad a filled box: sides in the colour of the fill carry the shading out to the padding."""
    if not box.fill:
        return rule(box, space=box.padding_top)
    side = Border(0.25, box.fill, box.padding_side)
    top = Border(box.rule or 0.25, box.rule_color if box.rule and box.rule_color else box.fill, box.padding_top)
    return (("top", top), ("left", side), ("bottom", Border(0.25, box.fill, box.padding_bottom)), ("right", side))


def mirrored(look: Look) -> Look:
    """The look with its side borders changed over: they alone know no start and end (ECMA-376 17.3.1.28)."""
    return replace(look, borders=tuple((_OTHER_SIDE.get(side, side), border) for side, border in look.borders))


def paragraph_style(look: Look, style: Style, base: Look | None = None) -> Element:
    """The `w:style` of a look. Leading is exact: a fallback font must not push the lines apart.

    A variant of `base` says only what differs, so that a change of the base reaches it.
    """
    properties = _both(look, style)
    if base is not None:
        properties = [_differences(own, other) for own, other in zip(properties, _both(base, style), strict=True)]
    filled = (each for each in properties if len(each))
    return named_style("paragraph", look.id, *filled, based=look.based, following=look.next)


def _both(look: Look, style: Style) -> list[Element]:
    return [_paragraph_properties(look), run_properties(look.role, style)]


def _differences(own: Element, base: Element) -> Element:
    """The children and attributes of `own` that `base` does not have so; spacing and indents inherit by attribute."""
    different = w(etree.QName(own).localname)
    for child in own:
        other = base.find(child.tag)
        if other is None or etree.tostring(child) != etree.tostring(other):
            different.append(_unlike(child, other))
    return different


def _unlike(own: Element, base: Element | None) -> Element:
    kept = deepcopy(own)
    if base is not None and own.tag in _BY_ATTRIBUTE:
        for key, value in own.items():
            if base.get(key) == value:
                del kept.attrib[key]
    return kept


def _paragraph_properties(look: Look) -> Element:
    order = sorted(look.borders, key=lambda border: _SIDES.index(border[0]))
    return w(
        "pPr",
        # said either way: what a style does not say it takes from the one it is based on
        _switch("keepNext", on=look.keep_next),
        w("keepLines") if look.keep_lines else None,
        _numbering(look),
        w("pBdr", *(border.element(side) for side, border in order)) if order else None,
        w("shd", val="clear", color="auto", fill=hex_color(look.fill)) if look.fill else None,
        w("tabs", *(w("tab", val=kind, pos=twips(at)) for kind, at in look.tabs)) if look.tabs else None,
        *(_switch(name, on=on) for name, on in look.lines),
        _switch("bidi", on=look.turned) if look.turned is not None else None,
        _spacing(look),
        _indent(look),
        w("jc", val=look.align) if look.align else None,
        w("outlineLvl", val=look.outline) if look.outline is not None else None,
    )


def _switch(name: str, *, on: bool) -> Element:
    return w(name, val=None if on else "0")


def _numbering(look: Look) -> Element | None:
    if look.number is None:
        return None
    identity, level = look.number
    return w("numPr", w("ilvl", val=level), w("numId", val=identity))


def _spacing(look: Look) -> Element:
    exact = look.line == "exact"
    return w(
        "spacing",
        before=twips(look.before),
        after=twips(look.after),
        line=twips(look.role.leading) if exact else 240,
        lineRule="exact" if exact else "auto",
    )


def _indent(look: Look) -> Element | None:
    if not (look.start or look.end or look.hanging):
        return None
    # "left" is the start edge of a paragraph, whichever way it runs (ECMA-376 1st edition, 2.3.1.12); so it is in jc,
    # and stops are measured from there (17.3.1.37)
    hanging = twips(look.hanging) if look.hanging else None
    return w("ind", left=twips(look.start), right=twips(look.end), hanging=hanging)


def run_properties(role: TextRole, style: Style, *, inherits: bool = False) -> Element:
    """The `w:rPr` of a text role."""
    bold = "1" if role.weight >= BOLD else "0"
    italic = "1" if role.italic else "0"
    tracking = round(role.size * role.tracking / 1000 * 20)
    size = None if inherits else half_points(role.size)
    return w(
        "rPr",
        fonts_mark(style, role.family),
        w("b", val=bold),
        w("bCs", val=bold),
        w("i", val=italic),
        w("iCs", val=italic),
        None if inherits else w("color", val=hex_color(role.color)),
        w("spacing", val=tracking) if tracking else None,
        w("sz", val=size) if size else None,
        w("szCs", val=size) if size else None,
    )


def character_style(mark: Mark, style: Style) -> Element:
    """The `w:style` of a mark."""
    return named_style("character", mark.id, _mark_properties(mark, style), based=S.DEFAULT_FONT)


def _mark_properties(mark: Mark, style: Style) -> Element:
    if mark.role:
        properties = run_properties(mark.role, style, inherits=mark.inherits)
    else:
        properties = w("rPr", *_toggles(mark), w("color", val=hex_color(mark.color)) if mark.color else None)
    if mark.underline:
        properties.append(w("u", val="single"))
    if mark.fill:
        properties.append(w("shd", val="clear", color="auto", fill=hex_color(mark.fill)))
    if mark.raised:
        properties.append(w("vertAlign", val="superscript"))
    return properties


def _toggles(mark: Mark) -> list[Element]:
    pairs = (("b", mark.bold), ("bCs", mark.bold), ("i", mark.italic), ("iCs", mark.italic))
    return [w(tag, val=None if on else "0") for tag, on in pairs if on is not None]
