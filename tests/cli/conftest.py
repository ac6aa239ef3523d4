from __future__ import annotations

from pathlib import Path

import polib
import pytest
from click.testing import CliRunner, Result

from publish.cli import command

ARTICLE = """---
title: A short brief
lead: "What the trial of {buses} cost."
language: en
date: 2025-10-30
publisher: {name: Example Institute}
sources:
  city: {title: Accounts, publisher: City of Exampleville, date: 2025}
---

The city paid {cost} for the trial.[@city] It will decide soon.

## What it got

::: {.facts #trial title="The trial in numbers"}
- {cost}
- {share}
:::

::: takeaways
- **It was cheap.** The city paid {cost}.
- **It was used.** Full buses: {share}.
:::
"""

FACTS = """cost: {label: Cost, value: 1_300_000, unit: EUR, source: city}
share: {label: Full buses, value: 46, unit: percent, source: city}
buses: {label: Buses, value: 12, noun: {one: bus, other: buses}, source: city}
"""


class Desk:
    """A working folder with articles, and the program run in it."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def article(self, slug: str, text: str = ARTICLE, facts: str = FACTS) -> Path:
        folder = self.root / "sources" / slug
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "article.md").write_text(text, "utf-8")
        (folder / "facts.yaml").write_text(facts, "utf-8")
        return folder

    def run(self, *arguments: str) -> Result:
        return CliRunner().invoke(command, arguments, catch_exceptions=False)

    def translate(self, slug: str, locale: str, missing: int = 0) -> Path:
        """A catalogue whose texts are those of the original; the last ones are missing."""
        assert self.run("translate", "extract", slug, "-l", locale).exit_code == 0
        path = self.root / f"sources/{slug}/translations/{locale}.po"
        file = polib.pofile(str(path))
        for entry in file[: len(file) - missing]:
            entry.msgstr = entry.msgid
        file.save()
        return path

    def output(self, name: str) -> Path:
        return self.root / "output" / name


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return Desk(tmp_path)
