"""Styles of tables and figures: captions, cells, key figures, timelines, and the table styles themselves."""

from __future__ import annotations

from dataclasses import dataclass, replace

from publish.style.model import BoxRole, Style, TextRole
from publish.word.geometry import Geometry
from publish.word.looks import Border, Look, rule
from publish.word.named import named_style
from publish.word.names import S
from publish.word.xml import Element, hex_color, twips, w

__all__ = [
    "GAP",
    "KEY_SIZES",
    "SMALL",
    "SUB_INDENT",
    "CellKind",
    "KeySize",
    "cell_style",
    "table_looks",
    "table_styles",
]

#: Space between two columns, in points; it stands before every column but the first.
GAP = 10.0
#: How much smaller the cells of a table with many columns are.
SMALL = 0.85
SUB_INDENT = 4 * 72 / 25.4
_TABLE_GAP = 1.0


@dataclass(frozen=True, slots=True)
class CellKind:
    """How a cell stands: in the first column or not, in a sub-row, aligned, small."""

    head: bool = False
    first: bool = False
    sub: bool = False
    align: str = "left"
    small: bool = False


@dataclass(frozen=True, slots=True)
class KeySize:
    """A size of key figures: the styles of the number and of its words, and how large they are beside the role."""

    number: S
    unit: S
    scale: float


#: Sizes of key figures, the largest first; the smaller ones are for numbers that would not fit with their units.
KEY_SIZES = (
    KeySize(S.KEY_FIGURE, S.KEY_UNIT, 1.0),
    KeySize(S.KEY_FIGURE_MEDIUM, S.KEY_UNIT_MEDIUM, 0.9),
    KeySize(S.KEY_FIGURE_SMALL, S.KEY_UNIT_SMALL, 0.8),
)


def cell_style(kind: CellKind) -> str:
    """The id of the paragraph style of a kind of cell: TableCell, TableHeadEnd, TableCellSubSmall..."""
    place = "" if kind.first else {"left": "Text", "right": "End", "center": "Center"}[kind.align]
    return f"{S.TABLE_HEAD if kind.head else S.TABLE_CELL}{'Sub' if kind.sub else ''}{place}" + (
        "Small" if kind.small else ""
    )


def table_looks(style: Style, page: Geometry) -> list[Look]:
    """The looks of all paragraphs in and around tables and figures."""
    return [*_captions(style, page), *_cells(style), *_key_figures(style), *_timeline(style)]


def _captions(style: Style, page: Geometry) -> list[Look]:
    space = style.spacing
    caption = Look(
        S.CAPTION, style.role("caption-title"), before=space.block, after=space.small, keep_next=True, keep_lines=True,
        borders=rule(style.box("table"), space=5), align="left",
    )  # fmt: skip
    note = Look(S.TABLE_NOTE, style.role("table-note"), before=space.small, after=space.block, align="left")
    figure = Look(S.FIGURE, style.role("caption-note"), after=space.small, line="auto", align="left")
    picture = replace(figure, id=S.PICTURE, start=page.start, end=page.end, after=space.paragraph)
    gap = Look(S.TABLE_GAP, replace(style.role("body"), size=_TABLE_GAP, leading=_TABLE_GAP))
    return [caption, note, figure, picture, gap]


def _small(role: TextRole) -> TextRole:
    return replace(role, size=role.size * SMALL, leading=role.leading * SMALL)


def _cells(style: Style) -> list[Look]:
    looks = []
    for head in (True, False):
        for small in (False, True):
            role = style.role("table-head" if head else "table-cell")
            base = Look(cell_style(CellKind(head, first=True)), _small(role) if small else role, keep_next=head,
                        align="left")  # fmt: skip
            looks += _places(base, head=head, small=small)
    return looks


def _places(base: Look, *, head: bool, small: bool) -> list[Look]:
    kinds = [CellKind(head, first=True, small=small)]
    kinds += [CellKind(head, align=align, small=small) for align in ("left", "right", "center")]
    kinds += [] if head else [CellKind(first=True, sub=True, small=small)]
    return [
        replace(
            base,
            id=cell_style(kind),
            start=SUB_INDENT if kind.sub else 0.0 if kind.first else GAP * (SMALL if small else 1),
            align=kind.align,
            based=S.NORMAL if cell_style(kind) == base.id else base.id,
        )
        for kind in kinds
    ]


def _key_figures(style: Style) -> list[Look]:
    number, label = style.role("key-number"), style.role("key-label")
    # an exact line cuts the figure's head off when it is no higher than the type
    number = replace(number, leading=max(number.leading, number.size * 1.2))
    figure = Look(S.KEY_FIGURE, number, before=style.spacing.small, after=2, keep_next=True, align="left")
    return [
        Look(S.KEY_TITLE, style.role("key-title"), before=style.spacing.block, after=style.spacing.small,
             keep_next=True, outline=1, align="left"),
        figure,
        *(replace(figure, id=size.number, role=replace(number, size=number.size * size.scale), based=S.KEY_FIGURE)
          for size in KEY_SIZES[1:]),
        Look(S.KEY_LABEL, label, after=style.spacing.paragraph, align="left"),
    ]  # fmt: skip


def _timeline(style: Style) -> list[Look]:
    end = style.spacing.medium
    return [
        Look(S.TIMELINE_WHEN, style.role("timeline-when"), before=5, end=end, keep_next=True, align="left"),
        Look(S.TIMELINE_TEXT, style.role("timeline-text"), end=end, after=end, align="left"),
    ]


# ---------------------------------------------------------------- table styles


def table_styles(style: Style) -> list[Element]:
    """Table styles: facts, ordinary tables, ordinary tables without a caption, and the grid that lays parts out."""
    return [
        named_style("table", S.TABLE_NORMAL, w("tblPr", _margins(0, 0, 0))),
        _data_style(S.FACT_TABLE, style),
        _data_style(S.PLAIN_TABLE, style),
        named_style("table", S.OPEN_TABLE, w("tblPr", _table_borders(style, top=True)), based=S.PLAIN_TABLE),
        named_style("table", S.LAYOUT_TABLE, w("tblPr", _margins(0, 0, 0)), based=S.TABLE_NORMAL),
    ]


def _margins(top: float, bottom: float, side: float) -> Element:
    sides = (("top", top), ("left", side), ("bottom", bottom), ("right", side))
    return w("tblCellMar", *(w(name, w=twips(width), type="dxa") for name, width in sides))


def _data_style(identity: S, style: Style) -> Element:
    row, zebra = style.box("table-row"), style.layout.table_rows == "zebra"
    side = row.padding_side if zebra else 0.0
    properties = w(
        "tblPr",
        w("tblStyleRowBandSize", val=1),
        _table_borders(style, top=False),
        _margins(row.padding_top, row.padding_bottom, side),
    )
    parts = (_head_row(style.box("table-head")), _band(row) if zebra else None)
    return named_style("table", identity, properties, *parts, based=S.TABLE_NORMAL)


def _table_borders(style: Style, *, top: bool) -> Element:
    row, head, table = style.box("table-row"), style.box("table-head"), style.box("table")
    lines = [
        ("top", _border(table) if top else None),
        ("bottom", _border(head)),
        ("insideH", _border(row) if style.layout.table_rows == "ruled" else None),
    ]
    return w("tblBorders", *(line.element(side) for side, line in lines if line))


def _border(box: BoxRole) -> Border | None:
    return Border(box.rule, box.rule_color) if box.rule and box.rule_color else None


def _head_row(head: BoxRole) -> Element:
    line = _border(head)
    borders = w("tcBorders", line.element("bottom")) if line else None
    return w("tblStylePr", w("tcPr", borders, w("vAlign", val="bottom")), type="firstRow")


def _band(row: BoxRole) -> Element | None:
    if not row.fill:
        return None
    shade = w("shd", val="clear", color="auto", fill=hex_color(row.fill))
    return w("tblStylePr", w("tcPr", shade), type="band1Horz")
