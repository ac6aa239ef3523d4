"""The faces of the style `briefing` as static files, for rivals that set variable ones at their default weight."""

from __future__ import annotations

import io
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import uharfbuzz as hb
from fontTools.ttLib import TTFont

__all__ = ["FACES", "Face", "write_faces"]


@dataclass(frozen=True)
class Face:
    """A face under a family name of its own, for an optical size is no axis of choice in CSS or Typst."""

    family: str
    weight: int
    package: str
    source: str
    axes: tuple[tuple[str, float], ...]
    style: str = "normal"

    @property
    def file(self) -> str:
        """Its name in the folder of faces."""
        return f"{self.family.replace(' ', '')}-{self.weight}-{self.style}.ttf"


def _serif(family: str, weight: int, size: float) -> Face:
    axes = (("opsz", size), ("wght", weight))
    return Face(family, weight, "fontpkg_source_serif_4", "files/SourceSerif4[opsz,wght].ttf", axes)


def _sans(weight: int, style: str = "normal") -> Face:
    source = f"files/SourceSans3{'-Italic' if style == 'italic' else ''}[wght].ttf"
    return Face("Bench Sans", weight, "fontpkg_source_sans_3", source, (("wght", weight),), style)


FACES = (
    _serif("Bench Serif", 400, 10), _serif("Bench Serif", 600, 10), _serif("Bench Display", 600, 40),
    _sans(400), _sans(600), _sans(400, "italic"),
)  # fmt: skip


def write_faces(folder: Path) -> Path:
    """Writes every face into `folder`."""
    for face in FACES:
        (folder / face.file).write_bytes(_renamed(_pinned(face), face))
    return folder


def _pinned(face: Face) -> bytes:
    """The whole face at one place of its axes; HarfBuzz takes milliseconds where fontTools takes seconds."""
    source = hb.Face((files(face.package) / face.source).read_bytes())
    wanted = hb.SubsetInput()
    wanted.keep_everything()
    for axis, value in face.axes:
        if not wanted.pin_axis_location(source, axis, value):
            raise ValueError(f"{face.source} has no axis {axis}")
    return bytes(hb.subset(source, wanted).blob.data)


def _renamed(data: bytes, face: Face) -> bytes:
    font = TTFont(io.BytesIO(data))
    names = {
        1: face.family,
        2: "Italic" if face.style == "italic" else "Regular",
        4: f"{face.family} {face.weight}",
        6: face.file.removesuffix(".ttf"),
    }
    table = font["name"]
    table.names = []
    for key, value in names.items():
        table.setName(value, key, 3, 1, 0x409)  # Windows, Unicode, English: what fontconfig and Typst read
    font["OS/2"].usWeightClass = face.weight
    stream = io.BytesIO()
    font.save(stream)
    return stream.getvalue()
