"""Pictures that stand alone in their paragraph: `![alternative text](images/x.jpg){#id caption="..." credit="..."}`."""

from __future__ import annotations

import re

from publish.article.attributes import Attributes, AttributeSyntaxError, read_attributes
from publish.article.draft import Draft, Holder
from publish.article.folder import FileFaultError
from publish.article.links import Target, read_target
from publish.article.model import Figure, Message
from publish.article.origin import Origin
from publish.article.pictures import MAX_BYTES, picture_size
from publish.errors import warning

__all__ = ["build_figure", "is_picture"]

_PART = re.compile(r"\\.|\[|\]|[^\\\[\]]+", re.DOTALL)


def is_picture(text: str) -> bool:
    """Whether a paragraph is one picture and nothing else."""
    parts = _parts(text)
    if parts is None:
        return False
    rest = text[parts[1].end :].strip()
    return not rest or rest.startswith("{")


def _parts(text: str) -> tuple[int, Target] | None:
    """The offset behind the alternative text, and the file."""
    if not text.startswith("!["):
        return None
    depth = 0
    for match in _PART.finditer(text, 1):
        depth += (match[0] == "[") - (match[0] == "]")
        if depth == 0:
            target = read_target(text, match.end()) if text.startswith("(", match.end()) else None
            return (match.start(), target) if target else None
    return None


def build_figure(draft: Draft, text: str, origin: Origin) -> Figure[Message] | None:
    """The figure of such a paragraph, None where its file cannot be used."""
    parts = _parts(text)
    if parts is None:
        return None
    end, target = parts
    attributes = _attributes(draft, text, target, origin)
    name = attributes.ids[0].text if attributes.ids else str(draft.count("figure"))
    holder = Holder("figure", attributes, origin, origin.span(0), name, ("caption", "credit"))
    draft.check(holder)
    if target.titled:
        draft.found.append(
            warning("the title of a picture is not shown", origin.span(target.start), 'write {caption="..."}')
        )
    alt = draft.messages.add(f"figure:{name}/alt", text[2:end], origin.part(2))
    if not alt.source:
        draft.report("the picture has no alternative text", origin.span(0), "say between [ and ] what it shows")
    caption, credit = draft.text(holder, "caption"), draft.text(holder, "credit")
    identifier = draft.id(holder)
    try:
        path = draft.folder.find(target.url, MAX_BYTES)
        pixels = picture_size(path)
    except FileFaultError as fault:
        draft.report(str(fault), origin.span(target.start), fault.hint)
        return None
    return Figure(path, pixels, alt, origin.span(0), identifier, caption, credit)


def _attributes(draft: Draft, text: str, target: Target, origin: Origin) -> Attributes:
    rest = text[target.end :]
    start = target.end + len(rest) - len(rest.lstrip())
    if start >= len(text):
        return Attributes()
    try:
        attributes = read_attributes(text, start)
    except AttributeSyntaxError as fault:
        draft.report(str(fault), origin.span(fault.offset), 'write {#id caption="..." credit="..."}')
        return Attributes()
    if text[attributes.end :].strip():
        draft.report(
            "text does not belong behind a picture", origin.span(attributes.end), "put an empty line before it"
        )
    return attributes
