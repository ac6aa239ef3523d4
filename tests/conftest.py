"""Articles written in a test, composed as the build composes them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publish.article.reader import read_article
from publish.document import Document, compose
from publish.errors import Diagnostic
from publish.localize import Options, localize

HEAD = """---
title: A brief
language: {language}
date: 2025-10-30
sources:
  a: {{title: First source}}
  b: {{title: Second source}}
  c: {{title: Third source}}
---

"""

FACTS = """
now: {label: Now, value: 1.8, unit: percent, of: output, source: b, as_of: 2025-10-28}
then: {label: Then, value: 2, unit: percent, of: output, source: b, as_of: 2025-10-28}
share: {label: Share, value: 5, unit: percent, of: sales, source: b}
cost: {label: Cost, value: 550_000_000_000, unit: USD, precision: up to, source: a, as_of: 2024-05-01}
start: {label: Start, value: 2025-10-01, unit: date, source: c}
end: {label: End, value: 2026-03, unit: month, source: c}
"""

Composed = tuple[Document, tuple[Diagnostic, ...]]
Compose = Callable[..., Composed]


@pytest.fixture
def composed(tmp_path: Path) -> Compose:
    """A function that composes the text of an article; `facts` are more of the ledger."""

    def make(text: str, language: str = "en", *, front: bool = True, draft: bool = False, facts: str = "") -> Composed:
        folder = tmp_path / "brief"
        folder.mkdir(exist_ok=True)
        (folder / "article.md").write_text(HEAD.format(language=language) + text, "utf-8")
        (folder / "facts.yaml").write_text(FACTS + facts, "utf-8")
        article, wrong = read_article(folder, "sources/brief")
        assert article is not None, [str(finding) for finding in wrong]
        localized, findings = localize(article, language, None, Options())
        assert localized is not None, [str(finding) for finding in findings]
        return compose(localized, front=front, draft=draft)

    return make
