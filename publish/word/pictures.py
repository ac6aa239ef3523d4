"""Pictures in line with the text: charts drawn from shapes, picture files, QR codes."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import nsmap

from publish.document.tree import Chart, Picture, QrCode
from publish.errors import InputError, error
from publish.typeset.fonts import FontBook
from publish.word.captions import caption, notes
from publish.word.inline import paragraph
from publish.word.names import S
from publish.word.story import Story
from publish.word.xml import Element, emu, make, w

if TYPE_CHECKING:
    from publish.figures import Drawing

__all__ = ["Image", "chart", "image_run", "logo_picture", "picture", "qr_picture"]

_MAGIC = {"png": b"\x89PNG\r\n\x1a\n", "jpeg": b"\xff\xd8\xff"}
_QR = 24 * 72 / 25.4
#: Pixels a point: a logo is small and has fine curves.
_LOGO_SCALE = 8.0
#: A picture is at most this part of a page high, and no larger than its pixels allow at 96 to the inch.
_HIGHEST = 0.6
_POINTS_A_PIXEL = 72 / 96


@dataclass(frozen=True, slots=True)
class Image:
    """A picture to embed: its file's bytes, its size in points, what it shows in words."""

    data: bytes
    width: float
    height: float
    alt: str


def chart(block: Chart, story: Story) -> list[Element]:
    """A chart on the full measure, as a picture with its values in the alternative text."""
    # Pillow and the text engine: for documents that have a chart only
    from publish.figures import draw  # noqa: PLC0415

    document = story.document
    drawing = draw(block, story.style, story.page.measure, story.book, document.script, document.direction)
    image = Image(_png(drawing, story.book), drawing.width, drawing.height, block.alt)
    return _figure(S.FIGURE, image, caption(block.caption, block.anchor, story), notes(block.notes, story), story)


@lru_cache(maxsize=64)
def _png(drawing: Drawing, book: FontBook) -> bytes:
    """The picture of a drawing, kept: most documents are built again with the same charts."""
    from publish.figures.raster import png  # noqa: PLC0415

    return png(drawing, book)


def logo_picture(path: Path, height: float, alt: str, story: Story) -> Image:
    """A publisher's logo `height` points high; Word shows an SVG as a picture on the ground of the masthead."""
    data = path.read_bytes()
    if path.suffix.lower() == ".svg":
        from publish.figures.raster import png  # noqa: PLC0415
        from publish.figures.svg import svg_drawing  # noqa: PLC0415

        drawing = svg_drawing(path.name, data, height)
        ground = story.style.box("masthead").fill or story.style.color("paper")
        return Image(png(drawing, story.book, _LOGO_SCALE, ground), drawing.width, height, alt)
    from publish.figures.photos import photo_size  # noqa: PLC0415

    width, high = photo_size(path.name, data)
    return Image(data, height * width / high, height, alt)


def picture(block: Picture, story: Story) -> list[Element]:
    """A picture file, as wide as the text column at most."""
    data = block.path.read_bytes()
    pixels_wide, pixels_high = block.pixels
    highest = story.page.height * _HIGHEST
    scale = min(story.page.column / pixels_wide, highest / pixels_high, _POINTS_A_PIXEL)
    image = Image(data, pixels_wide * scale, pixels_high * scale, block.alt)
    return _figure(S.PICTURE, image, caption(block.caption, block.anchor, story), [], story)


def _figure(
    style: S, image: Image, head: list[Element], foot: list[Element], story: Story
) -> list[Element]:  # fmt: skip
    return [*head, paragraph(style, [image_run(image, story)], keep_next=bool(foot)), *foot]


def qr_picture(code: QrCode, story: Story) -> Element:
    """A QR code, 24 mm wide."""
    return image_run(Image(_qr_png(code.data), _QR, _QR, code.alt), story)


@lru_cache(maxsize=64)
def _qr_png(data: str) -> bytes:
    from publish.figures import qr_png  # noqa: PLC0415 - segno, for documents that have a code only

    # the page around it is white: without white of its own it stands on the edge of its column
    return qr_png(data, quiet=0)


def image_run(image: Image, story: Story) -> Element:
    """A run with a picture in the line (ECMA-376 20.4.2.8); InputError for a file that is neither PNG nor JPEG."""
    ending = next((ending for ending, magic in _MAGIC.items() if image.data.startswith(magic)), None)
    if ending is None:
        raise InputError([error(f'the picture "{image.alt}" is neither PNG nor JPEG')])
    identity = story.relations.add(RELATIONSHIP_TYPE.IMAGE, story.media.add(image.data, ending))
    number = str(story.media.next_id())
    size = {"cx": str(emu(image.width)), "cy": str(emu(image.height))}
    naming = {"id": number, "name": f"Picture {number}", "descr": image.alt}
    inline = make(
        "wp:inline",
        {"distT": "0", "distB": "0", "distL": "0", "distR": "0"},
        make("wp:extent", size),
        make("wp:docPr", naming),
        make("wp:cNvGraphicFramePr", {}, make("a:graphicFrameLocks", {"noChangeAspect": "1"})),
        make("a:graphic", {}, make("a:graphicData", {"uri": nsmap["pic"]}, _pic(identity, naming, size))),
    )
    return w("r", w("drawing", inline))


def _pic(identity: str, naming: dict[str, str], size: dict[str, str]) -> Element:
    frame = make("a:xfrm", {}, make("a:off", {"x": "0", "y": "0"}), make("a:ext", size))
    return make(
        "pic:pic",
        {},
        make("pic:nvPicPr", {}, make("pic:cNvPr", naming), make("pic:cNvPicPr", {})),
        make(
            "pic:blipFill",
            {},
            make("a:blip", {"r:embed": identity}),
            make("a:stretch", {}, make("a:fillRect", {})),
        ),
        make("pic:spPr", {}, frame, make("a:prstGeom", {"prst": "rect"}, make("a:avLst", {}))),
    )
