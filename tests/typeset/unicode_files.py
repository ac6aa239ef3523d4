"""Unicode's own data and test files, where a system has them (Debian's package unicode-data)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

FOLDER = Path("/usr/share/unicode")
VERSION = re.compile(r"-(\d+)\.(\d+)\.\d+\.txt")


def require(name: str) -> Path:
    """The file of that name; without it the test that asks is skipped."""
    path = FOLDER / name
    if not path.is_file():
        pytest.skip(f"{path} is not there: apt-get install unicode-data")
    return path


def version(path: Path) -> tuple[int, int]:
    """The version of Unicode that the first line of a file names."""
    with path.open(encoding="utf-8") as file:
        found = VERSION.search(file.readline())
    assert found, f"{path} names no version in its first line"
    return int(found[1]), int(found[2])


def records(path: Path) -> Iterator[str]:
    """The lines of a file without comments, empty ones left out."""
    with path.open(encoding="utf-8") as file:
        for line in file:
            record = line.partition("#")[0].strip()
            if record:
                yield record


@cache
def ages() -> dict[int, tuple[int, int]]:
    """The version of Unicode that each assigned character came with."""
    found = {}
    for record in records(require("DerivedAge.txt")):
        span, _, age = record.partition(";")
        first, _, last = span.strip().partition("..")
        major, minor = map(int, age.strip().split("."))
        found.update(dict.fromkeys(range(int(first, 16), int(last or first, 16) + 1), (major, minor)))
    return found
