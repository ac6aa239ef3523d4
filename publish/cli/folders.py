"""The folders that a working folder may hold."""

from __future__ import annotations

from pathlib import Path

__all__ = ["SOURCES", "style_folders"]

SOURCES = Path("sources")
_STYLES = Path("styles")


def style_folders() -> tuple[Path, ...]:
    """Where a house keeps its own styles, seen from the working folder."""
    return (_STYLES,) if _STYLES.is_dir() else ()
