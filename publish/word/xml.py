"""WordprocessingML as lxml elements: short makers, safe text, units."""

from __future__ import annotations

import re
from functools import lru_cache

from docx.oxml.ns import nsmap, qn
from lxml import etree

__all__ = ["Element", "clean", "eighths", "emu", "half_points", "hex_color", "make", "root", "serialize", "twips", "w"]

Element = etree._Element

_NAMESPACES = {prefix: nsmap[prefix] for prefix in ("w", "r", "wp", "a", "pic")}
# each prefix declared costs time with each element
_WORD = {"w": nsmap["w"]}

# XML 1.0 Char, and no noncharacters: Word calls a file damaged that holds any other
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010fffd]")


def clean(text: str) -> str:
    """The text without characters that XML 1.0 does not allow."""
    return _ILLEGAL.sub("", text)


@lru_cache(maxsize=1024)
def _qualified(name: str) -> str:
    return qn(name) if ":" in name else name


@lru_cache(maxsize=512)
def _word(name: str) -> str:
    return qn(f"w:{name}")


def w(tag: str, *children: Element | None, **attributes: str | float | None) -> Element:
    """An element of the namespace w with attributes of the same namespace; None stands for "not there"."""
    element = etree.Element(_word(tag), nsmap=_WORD)
    for name, value in attributes.items():
        if value is not None:
            element.set(_word(name), clean(value) if isinstance(value, str) else str(round(value)))
    element.extend(child for child in children if child is not None)
    return element


def make(tag: str, attributes: dict[str, str], *children: Element | None, text: str | None = None) -> Element:
    """An element by prefixed name with attributes by prefixed or plain name."""
    prefixes = _WORD if tag.startswith("w:") and "r:id" not in attributes else _NAMESPACES
    element = etree.Element(_qualified(tag), nsmap=prefixes)
    for name, value in attributes.items():
        element.set(_qualified(name), clean(value))
    element.extend(child for child in children if child is not None)
    if text is not None:
        element.text = clean(text)
    return element


def root(namespace: str, tag: str) -> Element:
    """The root of a part whose elements need no prefix."""
    return etree.fromstring(f'<{tag} xmlns="{namespace}"/>')


def serialize(element: Element) -> bytes:
    """A part: UTF-8 with its declaration."""
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def twips(points: float) -> int:
    """Twentieths of a point."""
    return round(points * 20)


def half_points(points: float) -> int:
    """Half points, the unit of type sizes."""
    return round(points * 2)


def eighths(points: float) -> int:
    """Eighths of a point, the unit of borders: 2 to 96 (ECMA-376 17.18.2 for line borders)."""
    return min(96, max(2, round(points * 8)))


def emu(points: float) -> int:
    """English metric units, those of drawings."""
    return round(points * 12700)


def hex_color(color: str) -> str:
    """A colour as Word writes it: 0B4F5C."""
    return color.removeprefix("#").upper()
