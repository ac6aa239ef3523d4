"""Which glyph of which embedded font each code of a finished PDF draws."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator

Objects = dict[int, bytes]


def objects(data: bytes) -> Objects:
    """The indirect objects of a file by number."""
    return {int(number): body for number, body in re.findall(rb"(\d+) 0 obj\r?\n(.*?)\r?\nendobj", data, re.DOTALL)}


def fonts(found: Objects) -> dict[str, bytes]:
    """Every Type0 or other font dictionary that pages name, by its name as a resource; descendants left out."""
    named = [body for body in found.values() if re.match(rb"<<\s*(/F\d+ \d+ 0 R\s*)+>>", body)]
    pairs = re.findall(rb"/(F\d+) (\d+) 0 R", b" ".join(named))
    return {name.decode(): found[int(number)] for name, number in pairs}


def shown_glyphs(data: bytes) -> Iterator[tuple[str, int]]:
    """(font, glyph id in its embedded program) of every code that any page shows."""
    found = objects(data)
    maps = {name: _glyph_map(found, font) for name, font in fonts(found).items()}
    for page in (body for body in found.values() if re.search(rb"/Type /Page\b", body)):
        for name, code in _codes(_stream(found, page, b"Contents").decode("latin-1")):
            yield name, maps[name](code)


def _codes(content: str) -> Iterator[tuple[str, int]]:
    """(font, code) of a content stream, for the operators Tf, Tj and TJ (ISO 32000-2, 9.4.3)."""
    font = ""
    for name, many, one in re.findall(r"/(F\d+) [\d.]+ Tf|\[([^\]]*)\]\s?TJ|<([0-9A-F]*)>\s?Tj", content):
        font = name or font
        codes = "".join(re.findall("<([0-9A-F]*)>", many)) + one
        yield from ((font, int(codes[place : place + 4], 16)) for place in range(0, len(codes), 4))


def _glyph_map(found: Objects, font: bytes) -> Callable[[int], int]:
    descendant = found[_number(font, rb"DescendantFonts\[")]
    if re.search(rb"/CIDToGIDMap ?/Identity", descendant):
        return lambda code: code
    table = _stream(found, descendant, b"CIDToGIDMap")
    return lambda code: int.from_bytes(table[2 * code : 2 * code + 2], "big")


def _stream(found: Objects, owner: bytes, key: bytes) -> bytes:
    body = found[_number(owner, key)]
    return zlib.decompress(body.partition(b"stream\n")[2].removesuffix(b"endstream"))


def _number(body: bytes, before: bytes) -> int:
    match = re.search(before + rb"\s*(\d+) 0 R", body)
    assert match
    return int(match[1])
