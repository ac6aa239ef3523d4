"""House styles and documents for the tests of Word files."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))

import word_cases as cases
from word_cases import WordFile

from publish.document.tree import Document
from publish.style.load import load_style
from publish.style.model import Style
from publish.typeset.fonts import FontBook
from publish.word import render

Render = Callable[..., WordFile]


def _style(name: str, script: str = "Latn") -> Style:
    house, findings = load_style(name)
    assert house, findings
    return house.resolve(script)


@pytest.fixture(scope="session")
def styles() -> dict[str, Style]:
    return {name: _style(name) for name in ("briefing", "newsroom")}


@pytest.fixture(scope="session")
def word(styles: dict[str, Style]) -> Render:
    """Renders a document in a built-in style and opens the parts of the file."""

    def make(document: Document, name: str = "briefing") -> WordFile:
        style = styles[name] if document.script == "Latn" else _style(name, document.script)
        return WordFile(render(document, style, fonts=FontBook(style.fonts)))

    return make


@pytest.fixture(scope="session")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("pictures") / "laka.png"
    file.write_bytes(cases.png_bytes(600, 300))
    return file


@pytest.fixture(scope="session")
def full_document(picture: Path) -> Document:
    front = (cases.takeaways(), cases.key_figures(), cases.learn())
    return cases.document(cases.every_block(picture), front)


@pytest.fixture(scope="session", params=["briefing", "newsroom"])
def full(request: pytest.FixtureRequest, full_document: Document, word: Render) -> WordFile:
    return word(full_document, request.param)
