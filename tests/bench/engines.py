"""What can make a PDF of a document: the project itself, and its rivals where they are installed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from house import opened_fonts, styled

from publish import __version__
from publish.document import Document
from publish.pdf import render

__all__ = ["Engine", "Publish", "open_engine", "open_engines"]


class Engine(Protocol):
    """`prepare` is not timed; `render` takes what it returns."""

    @property
    def name(self) -> str: ...

    @property
    def handicap(self) -> str | None:
        """What makes the comparison with it unfair on this machine."""

    def prepare(self, document: Document) -> Any: ...

    def render(self, source: Any) -> bytes: ...


class Publish:
    """The project: from the document to the bytes of a PDF, faces opened before."""

    name = f"publish {__version__}"
    handicap = None

    def __init__(self, document: Document) -> None:
        """`document` is any one: its script decides the faces."""
        self._style = styled(document)
        self._fonts = opened_fonts(self._style)

    def prepare(self, document: Document) -> Document:
        return document

    def render(self, source: Document) -> bytes:
        return render(source, self._style, self._fonts).data

    def pages(self, source: Document) -> int:
        """Makes the PDF, and counts its pages."""
        return render(source, self._style, self._fonts).pages


def _typst(_: Document, folder: Path) -> Engine:
    from rival_typst import Typst

    return Typst(folder)


def _weasyprint(_: Document, folder: Path) -> Engine:
    from rival_weasyprint import WeasyPrint

    return WeasyPrint(folder)


_OPENERS: dict[str, Callable[[Document, Path], Engine]] = {
    "publish": lambda document, _: Publish(document),
    "typst": _typst,
    "weasyprint": _weasyprint,
}


def open_engine(name: str, document: Document, folder: Path) -> Engine:
    """One engine by name, with `folder` for its files; ImportError or OSError where it is not installed."""
    own = folder / name
    own.mkdir()
    return _OPENERS[name](document, own)


def open_engines(document: Document, folder: Path) -> list[Engine]:
    """The project first, then each rival that is installed; says which is not, and who runs with a handicap."""
    engines = []
    for name in _OPENERS:
        try:
            engines.append(open_engine(name, document, folder))
        except (ImportError, OSError) as fault:  # weasyprint loads the system's Pango when imported
            print(f"{name} is skipped, it cannot be loaded: {str(fault).splitlines()[0]}")
    for engine in engines:
        if engine.handicap:
            print(engine.handicap)
    return engines
