"""The parts of links, addresses and entities in inline Markdown (CommonMark 0.31, sections 2.5, 6.3 to 6.6)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from html.entities import html5

__all__ = ["AUTOLINK", "ESCAPABLE", "HTML", "EMAIL", "Target", "address_fault", "entity", "read_target"]

ESCAPABLE = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")

AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>\x00-\x1f]*)>")
EMAIL = re.compile(r"<([\w.!#$%&'*+/=?^`{|}~-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)>")
HTML = re.compile(
    r"<(?:[A-Za-z][A-Za-z0-9-]*(?:\s+[A-Za-z_:][\w.:-]*(?:\s*=\s*(?:[^\s\"'=<>`]+|'[^']*'|\"[^\"]*\"))?)*\s*/?>"
    r"|/[A-Za-z][A-Za-z0-9-]*\s*>|!--.{0,2000}?-->|\?.{0,2000}?\?>|![A-Za-z][^>]{0,2000}>|!\[CDATA\[.{0,2000}?\]\]>)",
    re.DOTALL,
)

_SPACE = re.compile(r"[ \t]*\n?[ \t]*")
_POINTED = re.compile(r"<((?:[^<>\n\\]|\\.)*)>")
# A destination without spaces: parentheses one by one, everything else at once, nothing where it ends.
_STRETCH = re.compile(r"[()]|(?:[^\x00-\x20\\()]|\\[!-/:-@\[-`{-~]?)+|")
_TITLE = re.compile(r"\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|\((?:[^()\\]|\\.)*\)", re.DOTALL)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ENTITY_ANYWHERE = re.compile(_ENTITY.pattern)
_ADDRESS = re.compile(r"https?://[^\s/?#]+\S*|mailto:[^\s@]+@[^\s@]+|#\S+", re.IGNORECASE)
MAX_ADDRESS = 2000  # characters
_DEPTH = 8  # of parentheses within a destination; CommonMark asks for three


@dataclass(frozen=True, slots=True)
class Target:
    """Where a link leads: address, offset of the address and behind the closing parenthesis."""

    url: str
    start: int
    end: int
    titled: bool


def read_target(text: str, start: int) -> Target | None:
    """Reads `(address "title")` from the opening parenthesis at `start`; None where there is none."""
    position = _after_space(text, start + 1)
    place = position
    if match := _POINTED.match(text, position):
        raw, position, place = match[1], match.end(), position + 1
    elif text.startswith("<", position):
        return None
    else:
        position = _balanced(text, position)
        raw = text[place:position]
    spaced = _after_space(text, position)
    title = _TITLE.match(text, spaced) if spaced > position else None
    if title:
        spaced = _after_space(text, title.end())
    if text[spaced : spaced + 1] != ")":
        return None
    return Target(_plain(raw), place, spaced + 1, title is not None)


def _after_space(text: str, position: int) -> int:
    match = _SPACE.match(text, position)
    return match.end() if match else position


def _balanced(text: str, position: int) -> int:
    depth = 0
    for match in _STRETCH.finditer(text, position):
        depth += (match[0] == "(") - (match[0] == ")")
        if match[0] == "" or depth < 0 or depth > _DEPTH:
            return match.start()
    return len(text)


def _plain(raw: str) -> str:
    raw = _ESCAPE.sub(r"\1", raw)
    return _ENTITY_ANYWHERE.sub(lambda match: entity(raw, match.start())[0], raw)


def entity(text: str, start: int) -> tuple[str, int]:
    """The characters of the entity at `start` and the offset behind it; the ampersand itself if it is none."""
    match = _ENTITY.match(text, start)
    if match is None or (match[0][1] != "#" and match[0][1:] not in html5):
        return "&", start + 1
    if match[0].startswith("&#"):
        digits = match[0][2:-1]
        code = int(digits[1:], 16) if digits[0] in "xX" else int(digits)
        return _character(code), match.end()
    return unescape(match[0]), match.end()


def _character(code: int) -> str:
    printable = code in (9, 10) or 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 or 0xE000 <= code <= 0x10FFFF
    return chr(code) if printable else "\ufffd"


def address_fault(url: str) -> str | None:
    """What is wrong with the address of a link, or None."""
    if not url:
        return "the link has no address"
    if len(url) <= MAX_ADDRESS and url.isprintable() and _ADDRESS.fullmatch(url):
        return None
    return f'the address "{url[:60]}" is not allowed'
