"""Font files: which families are installed as packages, lie in a style's folder or belong to the system."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from importlib.metadata import entry_points
from importlib.util import find_spec
from pathlib import Path

from publish.typeset.sfnt import Axis, descriptions

__all__ = ["SYSTEM_FOLDERS", "Families", "FontFile", "Origin", "in_folder", "installed", "packaged", "read_font_file"]

SUFFIXES = frozenset({".ttf", ".otf", ".ttc", ".otc"})
# Packages of faces announce themselves under these entry points; the files lie inside the named module.
GROUPS = ("fontpkg.family", "justmytype.packs")
# Where Linux, macOS and Windows keep the fonts of all users; those of one user are no part of a house's style.
SYSTEM_FOLDERS = (
    Path("/usr/share/fonts"),
    Path("/usr/local/share/fonts"),
    Path("/System/Library/Fonts"),
    Path("/Library/Fonts"),
    Path("C:/Windows/Fonts"),
)
# More than any system has; a folder that loops or lists a whole disk ends here.
MAX_FILES = 20_000


class Origin(Enum):
    """Who brings a face: what a package or a style brings is there on every machine."""

    PACKAGE = "package"
    STYLE = "style"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class FontFile:
    """One face of a file on disk; `index` counts in a collection, `weight` and `width` are those of the OS/2 table.

    `embeddable` is False where the licence forbids to put the face into a document.
    """

    path: Path
    index: int
    family: str
    italic: bool
    weight: int
    axes: tuple[Axis, ...] = ()
    width: int = 5
    embeddable: bool = True
    origin: Origin = Origin.PACKAGE

    def distance(self, weight: int) -> tuple[float, bool]:
        """How far the face is from a weight; of two as far, the lighter is nearer to text, the bolder to bold."""
        nearest = next((axis.snap(weight) for axis in self.axes if axis.tag == "wght"), self.weight)
        return abs(nearest - weight), (nearest < weight) == (weight > 500)


Families = dict[str, tuple[FontFile, ...]]


def read_font_file(path: Path, origin: Origin = Origin.STYLE) -> tuple[FontFile, ...]:
    """The faces of one file; none where it cannot be read or is no font."""
    return tuple(
        FontFile(path, index, told.family, told.italic, told.weight, told.axes, told.width, told.embeddable, origin)
        for index, told in descriptions(path)
    )


@lru_cache(maxsize=1)
def packaged() -> Families:
    """Every installed packaged face by its family name; the first package to bring a family keeps it."""
    found: Families = {}
    for folder in _package_folders():
        brought = _families(_font_files(folder), Origin.PACKAGE)
        found |= {family: faces for family, faces in brought.items() if family not in found}
    return dict(sorted(found.items()))


def _package_folders() -> Iterator[Path]:
    """The folders of the packages, which are not run for it."""
    known = entry_points()  # reads every distribution there is: once will do
    for module in sorted({entry.module for group in GROUPS for entry in known.select(group=group)}):
        spec = find_spec(module)
        for place in (spec.submodule_search_locations or ()) if spec else ():
            yield Path(place)


def in_folder(folder: Path) -> Families:
    """The faces of a folder and of those inside it by family; files that links lead out of it are left aside."""
    root = folder.resolve()
    inside = (path for path in _font_files(folder) if path.resolve().is_relative_to(root))
    return _families(inside, Origin.STYLE)


@lru_cache(maxsize=8)
def installed(folders: tuple[Path, ...]) -> Families:
    """The faces of the system by family, read once in a process; private ones (".SF NS") are left aside."""
    own = [folder for folder in folders if folder.is_absolute()]  # "C:/Windows" is not, where there are no drives
    found = _families((path for folder in own for path in _font_files(folder)), Origin.SYSTEM)
    return {family: faces for family, faces in found.items() if not family.startswith(".")}


def _families(paths: Iterable[Path], origin: Origin) -> Families:
    """Faces by family name, both in order; of two faces that say the same of themselves the first counts."""
    found: dict[str, dict[tuple[object, ...], FontFile]] = {}
    for path in paths:
        for face in read_font_file(path, origin):
            known = found.setdefault(face.family, {})
            known.setdefault((face.italic, face.weight, face.width, face.axes), face)
    return {family: tuple(faces.values()) for family, faces in sorted(found.items())}


def _font_files(folder: Path) -> list[Path]:
    """The font files of a folder tree by path; folders that cannot be read count as empty."""
    found: list[Path] = []
    for place, inner, names in os.walk(folder):
        inner.sort()
        found += [Path(place, name) for name in names if Path(name).suffix.lower() in SUFFIXES]
        if len(found) >= MAX_FILES:
            break
    return sorted(found[:MAX_FILES])
