"""Pydantic's errors in plain words, at the exact place in the YAML text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import PydanticCustomError

from publish.article.marks import Marks, Path
from publish.errors import Diagnostic, Span, error, suggest

__all__ = ["fault", "findings"]

_PLAIN = {
    "string_type": "must be text",
    "dict_type": "must be a map of keys and values",
    "model_type": "must be a map of keys and values",
    "model_attributes_type": "must be a map of keys and values",
    "list_type": "must be a list",
    "tuple_type": "must be a list",
    "bool_parsing": "must be true or false",
    "bool_type": "must be true or false",
    "int_parsing": "must be a whole number",
    "int_type": "must be a whole number",
    "float_parsing": "must be a number",
    "float_type": "must be a number",
    "finite_number": "must be a number",
}


def fault(message: str, hint: str | None = None) -> PydanticCustomError:
    """What a validator raises to have its words, and its hint, in the finding."""
    return PydanticCustomError("fault", "{message}", {"message": message, "hint": hint or ""})


def findings(error: ValidationError, marks: Marks, model: type[BaseModel], at: Path = ()) -> list[Diagnostic]:
    """One diagnostic for each fault that pydantic found, in the order of their places.

    Unknown keys come at the key, with the nearest known one; missing keys at the mapping that should hold them;
    wrong values at the value. `at` is the path of the mapping that was validated.
    """
    faults = [(fault, _path(fault, marks, at)) for fault in error.errors(include_url=False)]
    misspelt = {
        (path[:-1], suggest(str(path[-1]), _keys(model, path[len(at) : -1])))
        for fault, path in faults
        if fault["type"] == "extra_forbidden"
    }
    found: dict[tuple[str, Path], Diagnostic] = {}
    for fault, path in faults:
        if fault["type"] == "missing" and (path[:-1], f'did you mean "{path[-1]}"?') in misspelt:
            continue  # said already, at the misspelt key
        group = fault["type"] if fault["type"] in ("extra_forbidden", "missing") else "value"
        # One finding for all branches of a union.
        found.setdefault((group, path), _finding(fault, path, marks, _keys(model, path[len(at) : -1])))
    return sorted(found.values(), key=lambda d: (d.span or Span(""), d.message))


def _finding(fault: Any, path: Path, marks: Marks, known: list[str]) -> Diagnostic:
    kind = str(fault["type"])
    name = next((part for part in reversed(path) if isinstance(part, str)), "the text")
    if kind == "extra_forbidden":
        hint = suggest(str(path[-1]), known) or (f"known keys: {', '.join(known)}" if known else None)
        return error(f'unknown key "{path[-1]}"', marks.key(path), hint)
    if kind == "missing":
        return error(f'the key "{path[-1]}" is missing', marks.value(path[:-1]), f"add {path[-1]}: ...")
    if fault["input"] is None:
        return error(f'"{name}" has no value', marks.key(path), "write a value, or delete the key")
    place = marks.key(path) if fault["loc"][-1:] == ("[key]",) else marks.value(path)
    return error(_words(kind, name, fault), place, _hint(kind, fault))


def _words(kind: str, name: str, fault: Any) -> str:
    if kind in ("literal_error", "enum"):
        return f'{name} "{fault["input"]}" is unknown'
    if kind in _PLAIN:
        return f'"{name}" {_PLAIN[kind]}{_but(fault["input"])}'
    message = str(fault["msg"]).removeprefix("Value error, ").removeprefix("Assertion failed, ")
    return message if kind in ("value_error", "fault") else f'"{name}": {message[:1].lower()}{message[1:]}'


def _but(value: object) -> str:
    if isinstance(value, dict):
        return ", not a map"
    return ", not a list" if isinstance(value, list) else f', not "{" ".join(str(value)[:40].split())}"'


def _hint(kind: str, fault: Any) -> str | None:
    context = fault.get("ctx", {})
    if kind in ("literal_error", "enum"):
        known = re.findall(r"'([^']*)'", str(context.get("expected", "")))
        return suggest(str(fault["input"]), known) or f"known: {', '.join(known)}"
    if kind == "string_type" and isinstance(fault["input"], dict | list):
        return "put text that begins with a bracket in quotes"
    hint = context.get("hint")
    return str(hint) if hint else None


def _path(fault: Any, marks: Marks, at: Path) -> Path:
    """The fault's path without the parts that name a branch of a union or the key of a dict."""
    path = at
    for part in fault["loc"]:
        if marks.has((*path, part)):
            path = (*path, part)
    return (*path, fault["loc"][-1]) if fault["type"] == "missing" else path


def _keys(model: type[BaseModel], path: Path) -> list[str]:
    """The keys that the model at `path` knows."""
    found: set[str] = set()
    for each in _models(model, path):
        found |= {field.alias or name for name, field in each.model_fields.items()}
    return sorted(found)


def _models(model: type[BaseModel], path: Path) -> Iterator[type[BaseModel]]:
    if not path:
        yield model
        return
    named = {field.alias or name: field for name, field in model.model_fields.items()}
    if field := named.get(str(path[0])):
        yield from _within(field.annotation, path[1:])


def _within(annotation: Any, path: Path) -> Iterator[type[BaseModel]]:
    """The models that an annotation leads to: through unions at once, through lists and maps by one part."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield from _models(annotation, path)
        return
    container = getattr(annotation, "__origin__", None) in (list, tuple, dict)
    if container and path:
        yield from _within(get_args(annotation)[-1], path[1:])
    elif not container:
        for each in get_args(annotation):
            yield from _within(each, path)
