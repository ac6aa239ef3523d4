"""What a file is made from: hashes of its inputs and versions of everything that has a hand in its bytes."""

from __future__ import annotations

import platform
import zlib
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import sha256
from importlib import metadata, resources
from importlib.resources.abc import Traversable
from pathlib import Path

from publish import __version__
from publish.article.model import Article
from publish.build.files import file_hash
from publish.build.pictures import picture_files
from publish.style import House

__all__ = ["article_inputs", "style_inputs", "versions"]

# Distributions whose next version may write other bytes for the same article.
_LIBRARIES = (
    "babel", "budoux", "fontpkg-source-sans-3", "fontpkg-source-serif-4", "fonttools", "justmytype-intl-cjk",
    "justmytype-intl-rtl", "justmytype-intl-sea", "justmytype-intl-south-asia", "lxml", "markdown-it-py", "pillow",
    "polib", "pyphen", "python-docx", "reportlab", "segno", "uharfbuzz", "uniseg",
)  # fmt: skip
_SOURCES = (".py", ".po", ".yaml", ".toml", ".json", ".txt", ".bin")


@lru_cache(maxsize=1)
def versions() -> Mapping[str, str]:
    """Versions of the toolkit, of Python and of every library that shapes the output, by name."""
    found = {"publish": f"{__version__}+{_toolkit()[:12]}"}
    found |= {"python": platform.python_version(), "zlib": zlib.ZLIB_RUNTIME_VERSION}
    return found | {name: _version(name) for name in _LIBRARIES}


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "unknown"


def _toolkit() -> str:
    """A hash of the toolkit's own files: whoever changes one of them gets new output at the next build."""
    digest = sha256()
    for name, file in sorted(_files(resources.files("publish"), "")):
        digest.update(name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()


def _files(folder: Traversable, prefix: str) -> Iterator[tuple[str, Traversable]]:
    for item in folder.iterdir():
        name = f"{prefix}/{item.name}"
        if item.is_dir():
            yield from _files(item, name)
        elif item.name.endswith(_SOURCES):
            yield name, item


def article_inputs(article: Article, catalogue: Path | None) -> dict[str, str]:
    """Hashes of the files of `article` that one locale is made from, by their path in its folder."""
    paths = [
        article.folder / "article.md",
        article.folder / "facts.yaml",
        *sorted(path for path, _ in picture_files(article)),
    ]
    if catalogue:
        paths.append(catalogue)
    hashes = {_inside(path, article.folder): file_hash(path) for path in paths}
    return {name: digest for name, digest in hashes.items() if digest is not None}


def _inside(path: Path, folder: Path) -> str:
    # pictures come with their links followed, the folder as it was given
    for root in (folder, folder.resolve()):
        if path.is_relative_to(root):
            return path.relative_to(root).as_posix()
    return path.name


def style_inputs(house: House) -> dict[str, str]:
    """The hash of a style's tokens and of the font files that it brings along."""
    inputs = {f"style:{house.name}": house.digest}
    for path in _own_fonts(house):
        digest = file_hash(path)
        if digest:
            inputs[f"style:{path.name}"] = digest
    return inputs


def _own_fonts(house: House) -> Iterator[Path]:
    if house.folder is None:
        return
    for path in sorted(house.folder.rglob("*")):
        if path.suffix.lower() in (".ttf", ".otf", ".ttc", ".otc") and path.is_file():
            yield path
