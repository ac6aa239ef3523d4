"""`manifest.json`: every file that was built, by its hash, with what it was made from."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path

from publish.build.files import read_bytes

__all__ = ["Record", "dump", "load"]

_FORM = 1
_MOST_BYTES = 50_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """One built file. `inputs` and `versions` decide whether it is up to date; `pages` is None for Word."""

    article: str
    locale: str
    format: str
    edition: str
    draft: bool
    style: str
    sha256: str
    pages: int | None = None
    inputs: Mapping[str, str] = field(default_factory=dict)
    versions: Mapping[str, str] = field(default_factory=dict)
    faces: Mapping[str, str] = field(default_factory=dict)


def dump(records: Mapping[str, Record]) -> str:
    """The manifest's text: sorted, without a time, the same for the same files."""
    files = {name: asdict(record) for name, record in records.items()}
    return json.dumps({"manifest": _FORM, "files": files}, indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def load(path: Path) -> dict[str, Record] | None:
    """The records of a manifest; none where there is no file, None where it is not one of ours."""
    try:
        if path.stat().st_size > _MOST_BYTES:
            return None
        data = json.loads(read_bytes(path).decode("utf-8"))
        if data["manifest"] != _FORM:
            return None
        return {str(name): _record(raw) for name, raw in data["files"].items()}
    except FileNotFoundError:
        return {}
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None


def _record(raw: Mapping[str, object]) -> Record:
    texts = {key: _text(raw[key]) for key in ("article", "locale", "format", "edition", "style", "sha256")}
    pages = raw["pages"]
    return Record(
        **texts,
        draft=raw["draft"] is True,
        pages=pages if isinstance(pages, int) else None,
        inputs=_texts(raw["inputs"]),
        versions=_texts(raw["versions"]),
        faces=_texts(raw["faces"]),
    )


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value


def _texts(value: object) -> dict[str, str]:
    if not isinstance(value, dict):
        raise TypeError
    return {_text(key): _text(item) for key, item in value.items()}
