"""The layers of the package: who may import whom, who owns which library, who may look at the world."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

import publish

ROOT = Path(publish.__file__).parent

LAYERS = (
    "errors", "article", "style", "typeset", "localize", "document", "figures", "pdf", "word", "proof", "build", "cli",
)  # fmt: skip

# Beside one another rather than above: neither knows the other.
STRANGERS = {("word", "pdf"), ("proof", "pdf"), ("proof", "word"), ("build", "proof")}

OWNERS = {
    "click": {"cli"}, "rich": {"cli", "build"},
    "babel": {"localize"}, "polib": {"localize"},
    "reportlab": {"pdf"}, "docx": {"word"},
    "pydantic": {"article", "style"}, "yaml": {"article"}, "markdown_it": {"article"},
    "uharfbuzz": {"typeset", "pdf"}, "uniseg": {"typeset"}, "budoux": {"typeset"}, "pyphen": {"typeset"},
    "segno": {"figures"}, "PIL": {"figures"}, "fontTools": {"figures", "pdf"},
    "lxml": {"word", "figures"},
}  # fmt: skip

# Reading any of these makes the same input give other output on another day, machine or folder.
WORLD = {
    ("os", "environ"), ("os", "getenv"), ("os", "getcwd"), ("Path", "cwd"), ("Path", "home"),
    ("datetime", "now"), ("datetime", "today"), ("datetime", "utcnow"), ("date", "today"),
    ("locale", "getlocale"), ("locale", "setlocale"), ("locale", "getdefaultlocale"),
}  # fmt: skip
WORLDLY_MODULES = {"time", "random", "uuid", "secrets", "socket", "urllib", "http", "getpass"}

FILES = sorted(ROOT.rglob("*.py"))


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def layer_of(path: Path) -> str:
    return path.relative_to(ROOT).with_suffix("").parts[0]


def imported(path: Path) -> Iterator[tuple[str, int]]:
    """Every module that a file imports, inside functions too, with the line."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: relative import"
            yield str(node.module), node.lineno
            yield from ((f"{node.module}.{alias.name}", node.lineno) for alias in node.names)


def imported_layers(path: Path) -> Iterator[tuple[str, int]]:
    for module, line in imported(path):
        parts = module.split(".")
        if parts[0] == "publish" and len(parts) > 1 and parts[1] in LAYERS:
            yield parts[1], line


def test_every_module_belongs_to_a_layer() -> None:
    assert {layer_of(path) for path in FILES} - {"__init__", "__main__"} <= set(LAYERS)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_go_downwards(path: Path) -> None:
    layer = layer_of(path)
    if layer in LAYERS:
        above = LAYERS[LAYERS.index(layer) + 1 :]
        wrong = [f"{path}:{line}: {layer} imports {other}" for other, line in imported_layers(path) if other in above]
        wrong += [f"{path}:{line}: {layer} imports {o}" for o, line in imported_layers(path) if (layer, o) in STRANGERS]
        assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_each_library_has_one_owner(path: Path) -> None:
    layer = layer_of(path)
    libraries = {(module.split(".")[0], line) for module, line in imported(path)}
    wrong = [
        f"{path}:{line}: {layer} imports {lib}" for lib, line in libraries if layer not in OWNERS.get(lib, {layer})
    ]
    assert wrong == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_below_the_command_line_looks_at_the_world(path: Path) -> None:
    if layer_of(path) == "cli":
        return
    wrong = [f"{path}:{line}: imports {module}" for module, line in imported(path) if module in WORLDLY_MODULES]
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Attribute):
            owner = node.value
            name = owner.id if isinstance(owner, ast.Name) else owner.attr if isinstance(owner, ast.Attribute) else ""
            if (name, node.attr) in WORLD:
                wrong.append(f"{path}:{node.lineno}: {name}.{node.attr}")
    assert wrong == []
