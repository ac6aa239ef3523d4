"""Rich text as runs, links and calls of notes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

from publish.document.tree import Rich, Run, RunRole
from publish.word.language import language_mark
from publish.word.names import S
from publish.word.story import Story, is_address
from publish.word.writing import Writing, own_writing, stretches
from publish.word.xml import Element, clean, make, w

__all__ = ["EM_SPACE", "field", "joined", "paragraph", "run", "runs", "said", "text_nodes"]

#: What parts short remarks that stand side by side.
EM_SPACE = "\u2003"
# A number and the mark behind it are two: UAX #9 (W4) takes "2009.1" for one, and sets the mark on the wrong side
_APART = "\u200f"
# A letter that marks a note is no part of the word before it (ZWNJ): Arabic ones would join it
_UNJOINED = "\u200c"
_XML_SPACE = {"xml:space": "preserve"}
# Word knows the soft hyphen as an element only; the character itself would show
_BROKEN = re.compile("([\t\n\u00ad])")
_MOST_TOOLTIP = 260


def paragraph(
    style: str,
    content: Iterable[Element],
    *,
    keep_next: bool = False,
    number: tuple[int, int] | None = None,
    own: Element | None = None,
) -> Element:
    """A paragraph of a style; the rest is what its place alone can know: what follows, list, stops or indent."""
    listed = w("numPr", w("ilvl", val=number[1]), w("numId", val=number[0])) if number else None
    kept = w("keepNext") if keep_next else None
    named = w("pStyle", val=style) if style != S.NORMAL else None
    return w("p", w("pPr", named, kept, listed, own), *content)


def text_nodes(text: str) -> list[Element]:
    """The content of a run: text, and elements for what XML text cannot say to Word."""
    special = {"\t": "tab", "\n": "br", "\u00ad": "softHyphen"}
    parts = _BROKEN.split(clean(text))
    return [w(special[part]) if part in special else make("w:t", _XML_SPACE, text=part) for part in parts if part]


def run(
    text: str, style: str | None = None, language: Element | None = None, writing: Writing = Writing.PLAIN
) -> Element:
    """A run of literal text in a character style; `said` is for words of the document's language."""
    return w("r", _properties(style, writing, language), *text_nodes(text))


def _properties(style: str | None, writing: Writing, language: Element | None = None) -> Element | None:
    named = w("rStyle", val=style) if style else None
    written = None if writing is Writing.PLAIN else w(writing.value)
    properties = w("rPr", named, written, language)
    return properties if len(properties) else None


def said(text: str, story: Story, style: str | None = None) -> list[Element]:
    """Plain text in the document's own language, in a character style."""
    return runs((Run(text, story.document.locale),), story, style) if text else []


def joined(parts: Iterable[list[Element]], between: str, story: Story) -> list[Element]:
    """Parts of a line with `between` between each two that say something."""
    content: list[Element] = []
    for part in parts:
        content += said(between, story) if content and part else []
        content += part
    return content


def runs(text: Rich, story: Story, style: str | None = None) -> list[Element]:
    """A rich text; `style` is the character style of runs that have no look of their own."""
    elements: list[Element] = []
    for target, group in groupby(stretches(text, story.document), key=lambda stretch: _target(stretch[0])):
        content = [element for part, writing in group for element in _run(part, writing, story, style)]
        elements += _linked(target, content, story) if target else content
    return elements


def _target(part: Run) -> tuple[str, str] | None:
    if part.role is RunRole.NOTE or not part.target:
        return None
    return part.target, part.contents or ""


def _linked(target: tuple[str, str], content: list[Element], story: Story) -> list[Element]:
    address, words = target
    attributes = {"w:tooltip": words[:_MOST_TOOLTIP]} if words else {}
    if address.startswith("#"):
        if address[1:] not in story.anchors:
            return content
        attributes["w:anchor"] = story.bookmarks.name(address[1:])
    else:
        identity = story.relations.link(clean(address))
        if identity is None:
            return content
        attributes["r:id"] = identity
    return [make("w:hyperlink", {**attributes, "w:history": "1"}, *content)]


def _run(part: Run, writing: Writing, story: Story, style: str | None) -> Iterator[Element]:
    if part.role is RunRole.NOTE and not story.in_note and (part.target or "")[1:] in story.notes.order:
        yield from _call(part, story)
        return
    if part.role is RunRole.BREAK:
        yield w("r", w("br"))
        return
    text = part.text.replace("\t", " ") if not part.code else part.text
    if story.rtl and part.role in (RunRole.CITE, RunRole.NOTE):
        text = _APART + (_UNJOINED if part.role is RunRole.NOTE else "") + text
    yield run(text, _style(part, story, style), _language(part, story), writing)


def _language(part: Run, story: Story) -> Element | None:
    return language_mark(part.language) if part.language != story.document.locale else None


def _style(part: Run, story: Story, style: str | None) -> str | None:
    """One character style says what the run is; the first that holds."""
    known = (
        (part.role is RunRole.CITE, S.SOURCE_MARK),
        (part.role is RunRole.NOTE, S.SOURCE_MARK),
        (part.draft, S.DRAFT_TEXT),
        (part.code, S.CODE),
        (part.strong and part.emphasis, S.STRONG_EMPHASIS),
        (part.strong, S.STRONG),
        (part.emphasis, S.EMPHASIS),
        (style is not None, style),
        (_is_link(part, story), S.HYPERLINK),
    )
    return next((name for holds, name in known if holds), None)


def _is_link(part: Run, story: Story) -> bool:
    """Whether a run is to look like a link; a bare number that leads to its source is a mark."""
    if not part.target:
        return False
    if part.target.startswith("#"):
        return part.target[1:] in story.anchors and any(char.isalpha() for char in part.text)
    return is_address(part.target)


def _call(part: Run, story: Story) -> Iterator[Element]:
    """The call of a footnote; a second call of the same one refers to the first, since Word's notes have one call."""
    anchor = (part.target or "")[1:]
    name = story.bookmarks.name(f"call-{anchor}")
    if anchor in story.notes.called:
        yield from field(f"NOTEREF {name} \\f \\h", part.text, story, S.FOOTNOTE_REFERENCE)
        return
    story.notes.called.add(anchor)
    number = story.notes.order[anchor]
    automatic = story.notes.automatic
    mark = w("footnoteReference", id=number, customMarkFollows=None if automatic else 1)
    own = [] if automatic else text_nodes((_UNJOINED if story.rtl else "") + part.text)
    reference = w("r", w("rPr", w("rStyle", val=S.FOOTNOTE_REFERENCE)), mark, *own)
    yield from story.bookmarks.around(f"call-{anchor}", [reference])


def field(code: str, result: str, story: Story, style: str | None = None) -> list[Element]:
    """A field with its result as last seen; the code comes from this program alone, never from a text.

    Word writes the digits of a number as its reader has set them for the language of the run.
    """
    writing = own_writing(story.document)

    def part(*content: Element) -> Element:
        return w("r", _properties(style, writing), *content)

    return [
        part(w("fldChar", fldCharType="begin")),
        part(make("w:instrText", _XML_SPACE, text=f" {code} ")),
        part(w("fldChar", fldCharType="separate")),
        part(*text_nodes(result)),
        part(w("fldChar", fldCharType="end")),
    ]
