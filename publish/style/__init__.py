"""House styles: tokens and roles, read from YAML and resolved."""

from publish.style.load import House, StyleInfo, available_styles, load_style
from publish.style.model import BoxRole, Layout, Page, Spacing, Style, TextRole

__all__ = [
    "BoxRole", "House", "Layout", "Page", "Spacing", "Style", "StyleInfo", "TextRole", "available_styles", "load_style",
]  # fmt: skip
