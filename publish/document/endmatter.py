"""What closes a briefing: notes, sources, how to read on, how to cite, who publishes."""

from __future__ import annotations

from urllib.parse import urlsplit

from publish.document.blocks import compose_blocks
from publish.document.context import Context
from publish.document.marks import text_rich
from publish.document.tree import About, AboutPart, Note, QrCode, Rich, Run, Source, Sources, plain
from publish.localize.content import plain as leaf_plain

__all__ = ["about", "notes", "sources"]


def notes(context: Context) -> tuple[Note, ...]:
    """Footnotes in the order of their calls; a note may call further ones."""
    done: dict[str, Note] = {}
    while pending := [item for item in context.marks.called.items() if item[0] not in done]:
        for id_, (mark, anchor) in pending:
            blocks = compose_blocks(context.article.footnotes[id_].blocks, context)
            done[id_] = Note(mark, anchor, f"{anchor}-call", blocks)
    return tuple(done.values())


def sources(context: Context) -> Sources | None:
    """The numbered list of sources."""
    items = tuple(
        Source(context.marks.number_text(number), context.rich(context.article.sources[key].text), f"source-{number}")
        for number, key in enumerate(context.marks.cited, start=1)
    )
    if not items:
        return None
    title = context.label("sources")
    return Sources(title, items, context.marks.anchor(None, plain(title)))


def about(context: Context) -> About:
    """The closing panel."""
    url = context.article.url
    parts = [part for part in (_read_online(context, url), _cite(context), _publisher(context)) if part]
    title = context.label("about")
    qr = QrCode(url, context.labels.text("qr-alt", url=url)) if url else None
    return About(tuple(parts), context.marks.anchor(None, plain(title)), title, qr)


def _read_online(context: Context, url: str | None) -> AboutPart | None:
    if url is None:
        return None
    return AboutPart(context.label("read-online"), (_link(url, context), context.label("screen-reader")))


def _link(url: str, context: Context) -> Rich:
    parts = urlsplit(url)
    shown = (parts.netloc + parts.path + (f"?{parts.query}" if parts.query else "")).rstrip("/")
    contents = context.labels.text("link-contents", url=url)
    return (Run(shown, context.language, target=url, contents=contents),)


def _cite(context: Context) -> AboutPart:
    meta, labels = context.article.meta, context.labels
    said = [
        labels.text(key, **{key: value})
        for key, value in (("doi", meta.doi), ("issn", meta.issn), ("licence", meta.licence))
        if value
    ]
    lines = [context.rich(context.article.citation), *(text_rich(text, context.language) for text in said)]
    return AboutPart(context.label("how-to-cite"), tuple(lines))


def _publisher(context: Context) -> AboutPart | None:
    meta, labels = context.article.meta, context.labels
    lines: list[Rich] = []
    if meta.publisher:
        lines += [context.rich(meta.publisher.about)] if meta.publisher.about else []
        lines += _contact(meta.publisher.contact, context)
        lines += [_link(meta.publisher.url, context)] if meta.publisher.url else []
    if meta.disclaimer:
        lines.append(context.rich(meta.disclaimer))
    if translators := meta.translators.get(context.language):
        lines.append(text_rich(labels.text("translated-by", names=translators), context.language))
    if not lines:
        return None
    return AboutPart(context.label("about-publisher" if meta.publisher else "disclaimer"), tuple(lines))


def _contact(contact: str | None, context: Context) -> list[Rich]:
    if not contact:
        return []
    if "@" in contact and " " not in contact:
        words = context.labels.text("link-contents", url=contact)
        return [(Run(contact, context.language, target=f"mailto:{contact}", contents=words),)]
    return [text_rich(contact, context.language)]


def authors_text(context: Context) -> tuple[str, ...]:
    """The names of the authors as plain text."""
    return tuple(leaf_plain(author.name) for author in context.article.meta.authors)
