"""The fonts that the text engine is tested with: the packaged ones."""

from __future__ import annotations

import pytest

from publish.typeset import FontBook


@pytest.fixture(scope="session")
def book() -> FontBook:
    return FontBook(
        {
            "serif": ("Source Serif 4", "Noto Sans JP"),
            "sans": ("Source Sans 3", "Noto Sans JP"),
            "display": ("Source Serif 4@opsz=40", "Noto Sans JP"),
            "gothic": ("Noto Sans JP", "Source Sans 3"),
            "hei": ("Noto Sans SC", "Source Sans 3"),
            "korean": ("Noto Sans KR", "Source Sans 3"),
        }
    )
