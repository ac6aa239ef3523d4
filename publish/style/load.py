"""Reads house styles: a built-in one, or one of the same name in a folder of the house's own."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from publish.article.yamltree import Marks, findings, read_yaml
from publish.errors import Diagnostic, Span, error, suggest
from publish.style.model import Style
from publish.style.resolve import contrast_findings, missing_tokens, resolve
from publish.style.schema import BOXES, COLORS, FAMILIES, ROLES, SCRIPTS, StyleFile

__all__ = ["House", "StyleInfo", "available_styles", "load_style"]

_MOST_BYTES = 200_000
_MOST_PARENTS = 8


@dataclass(frozen=True)
class House:
    """A house style before a script is chosen. `digest` changes whenever a token does."""

    name: str
    title: str
    region: str | None
    folder: Path | None
    digest: str
    tokens: Mapping[str, Any]

    def resolve(self, script: str) -> Style:
        """The style for one script (ISO 15924), the overrides of `scripts:` applied."""
        return resolve(self.name, self.tokens, script)


@dataclass(frozen=True, slots=True)
class StyleInfo:
    """A style that can be asked for by name; `origin` is "built-in" or the file's path."""

    name: str
    title: str
    origin: str


@dataclass(frozen=True, slots=True)
class _Source:
    name: str
    shown: str
    text: str
    folder: Path | None
    fault: str | None = None


def load_style(name: str, folders: Sequence[Path] = ()) -> tuple[House | None, tuple[Diagnostic, ...]]:
    """The house style `name`, looked for in `folders` first, then among the built-in ones.

    Every finding of the file comes back at once; the style is None if one of them is an error.
    """
    diagnostics: list[Diagnostic] = []
    chain = _chain(name, folders, diagnostics)
    if diagnostics or not chain:
        return None, tuple(diagnostics) or (error("the name of a style is empty"),)
    tokens: dict[str, Any] = {}
    for _, data, _ in reversed(chain):
        tokens = _merge(tokens, data)
    source, _, marks = chain[0]
    diagnostics += missing_tokens(tokens, Span(source.shown))
    if not diagnostics:
        diagnostics += contrast_findings(source.name, tokens, marks, Span(source.shown))
    if diagnostics:
        return None, tuple(diagnostics)
    digest = hashlib.sha256(json.dumps(tokens, sort_keys=True, ensure_ascii=False).encode()).hexdigest()
    title, region = str(tokens.get("title") or name), tokens.get("region")
    return House(name, title, region, source.folder, digest, tokens), ()


def available_styles(folders: Sequence[Path] = ()) -> tuple[StyleInfo, ...]:
    """Every style that `load_style` would find, by name; a house's own file hides a built-in one."""
    found: dict[str, StyleInfo] = {}
    for source in (*_built_in(), *(s for folder in folders for s in _in_folder(folder))):
        data, _, _ = read_yaml(source.text, source.shown)
        title = data.get("title") if isinstance(data, dict) else None
        origin = source.shown if source.folder else "built-in"
        found[source.name] = StyleInfo(source.name, str(title or source.name), origin)
    return tuple(found[name] for name in sorted(found))


_Link = tuple[_Source, dict[str, Any], Marks]


def _chain(name: str, folders: Sequence[Path], diagnostics: list[Diagnostic]) -> list[_Link]:
    """The style and those it extends, nearest first."""
    chain: list[_Link] = []
    span: Span | None = None
    wanted: str | None = name
    while wanted:
        source = _find(wanted, folders, own=not any(s.name == wanted for s, _, _ in chain))
        if source is None:
            known = [info.name for info in available_styles(folders)]
            hint = suggest(wanted, known) or f"known styles: {', '.join(known)}"
            diagnostics.append(error(f'style "{wanted}" is unknown', span, hint))
            return chain
        data, marks, wrong = _read(source)
        diagnostics += wrong
        chain.append((source, data, marks))
        wanted = data.get("extends")
        span = marks.value(("extends",)) if wanted else None
        if len(chain) > _MOST_PARENTS:
            diagnostics.append(error("styles extend one another in a circle", span, "let one of them extend none"))
            return chain
    return chain


def _find(name: str, folders: Sequence[Path], *, own: bool) -> _Source | None:
    # a house's "briefing" may extend the built-in "briefing": the second time its own file is passed over
    sources = [*_built_in()]
    if own:
        sources += [source for folder in folders for source in _in_folder(folder)]
    return next((source for source in reversed(sources) if source.name == name), None)


@lru_cache(maxsize=1)
def _built_in() -> tuple[_Source, ...]:
    files = resources.files("publish.style").joinpath("builtin").iterdir()
    named = sorted((f for f in files if f.name.endswith(".yaml")), key=lambda f: f.name)
    return tuple(_Source(f.name[:-5], f"<built-in>/{f.name}", f.read_text("utf-8"), None) for f in named)


def _in_folder(folder: Path) -> Iterable[_Source]:
    """The styles of a folder; one that cannot be read is told when it is asked for, for it may never be."""
    for file in sorted(folder.glob("*.yaml")) if folder.is_dir() else []:
        shown = f"{folder.name}/{file.name}"
        try:
            if file.is_file():  # a pipe would be waited for
                with file.open("rb") as stream:
                    yield _Source(file.stem, shown, stream.read(_MOST_BYTES + 1).decode("utf-8"), folder)
        except UnicodeDecodeError:
            yield _Source(file.stem, shown, "", folder, "the file is not UTF-8")
        except OSError as fault:
            yield _Source(file.stem, shown, "", folder, f"the file cannot be read: {fault.strerror}")


def _read(source: _Source) -> tuple[dict[str, Any], Marks, list[Diagnostic]]:
    raw, marks, wrong = read_yaml(source.text, source.shown)
    if source.fault:
        wrong = [error(source.fault, Span(source.shown))]
    if len(source.text) > _MOST_BYTES:
        wrong.append(error("the file is too large for a house style", Span(source.shown)))
    if wrong or raw is None:
        return {}, marks, wrong
    try:
        model = StyleFile.model_validate(raw)
    except ValidationError as fault:
        return {}, marks, findings(fault, marks, StyleFile)
    return model.model_dump(exclude_none=True, exclude_unset=True), marks, _names(model, marks)


_Group = tuple[tuple[str, ...], Iterable[str], Sequence[str], str]


def _names(model: StyleFile, marks: Marks) -> list[Diagnostic]:
    """Keys that are names of tokens: a misspelt one would do nothing, so it is a finding."""
    groups: list[_Group] = [
        (("palette",), model.palette, COLORS, "colour"),
        (("roles",), model.roles, ROLES, "role"),
        (("boxes",), model.boxes, BOXES, "box"),
        (("fonts",), model.fonts, FAMILIES, "font family"),
    ]
    groups += [(("fonts", family), given, SCRIPTS, "script") for family, given in model.fonts.items()]
    wrong = []
    for key, script in model.scripts.items():
        own = ("scripts", key)
        groups += [((*own, "roles"), script.roles, ROLES, "role"), ((*own, "boxes"), script.boxes, BOXES, "box")]
        unknown = [name for name in (part.strip() for part in key.split(",")) if name not in SCRIPTS]
        wrong += [_unknown("script", name, SCRIPTS, marks.key(own)) for name in unknown]
    for path, given, known, kind in groups:
        wrong += [_unknown(kind, key, known, marks.key((*path, key))) for key in given if key not in known]
    return wrong


def _unknown(kind: str, name: str, known: Sequence[str], span: Span) -> Diagnostic:
    return error(f'{kind} "{name}" is unknown', span, suggest(name, known) or f"known: {', '.join(known)}")


def _merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    merged = dict(base)
    for key, value in over.items():
        old = merged.get(key)
        merged[key] = _merge(old, value) if isinstance(old, Mapping) and isinstance(value, Mapping) else value
    return merged
