"""Compose: the only place where order, boxes, captions and numbering are decided."""

from __future__ import annotations

from publish.article import model as source
from publish.document.blocks import compose_blocks
from publish.document.context import Context
from publish.document.endmatter import about, authors_text, notes, sources
from publish.document.marks import Marks
from publish.document.tree import Author, Document, Furniture, Masthead, PageLabel, Rich, plain
from publish.errors import Diagnostic
from publish.localize.content import FactEntry, Leaf, LocalizedArticle
from publish.localize.content import plain as leaf_plain

__all__ = ["compose"]

SourceBlock = source.Block[Leaf, FactEntry]

#: What a reader should get within thirty seconds, in this order.
_FRONT = ("takeaways", "key-figures", "learn")


def compose(
    article: LocalizedArticle, *, front: bool = True, draft: bool = False
) -> tuple[Document, tuple[Diagnostic, ...]]:
    """The document of a localized article.

    With `front`, takeaways, key figures and "what you will learn" move to page 1, else they stay where the author
    put them. `draft` puts a mark on every page. Findings (a chart of mixed units...) come back beside it.
    """
    context = Context(article, Marks(article))
    for id_ in _own_ids(article.blocks):
        context.marks.reserve(id_)
    title = context.rich(article.meta.title)
    lead = context.rich(article.meta.lead) if article.meta.lead else None
    first, rest = _part(article.blocks) if front else ((), article.blocks)
    front_blocks = compose_blocks(first, context)
    body = compose_blocks(rest, context)
    foot = notes(context)
    closing = [block for block in (sources(context), about(context)) if block is not None]
    document = Document(
        slug=article.slug,
        locale=article.locale,
        direction=article.direction,
        script=article.script,
        paper=article.paper,
        date=article.meta.date,
        title=title,
        lead=lead,
        authors=_authors(context),
        masthead=_masthead(context),
        furniture=_furniture(context, plain(title), draft=draft),
        front=front_blocks,
        blocks=(*body, *closing),
        notes=foot,
        subject=plain(lead) if lead else "",
        keywords=tuple(leaf_plain(keyword) for keyword in article.meta.keywords),
        authors_text=authors_text(context),
        note_marks=article.note_marks,
    )
    return document, tuple(context.diagnostics)


def _kind(block: SourceBlock) -> str:
    match block:
        case source.Box():
            return block.kind.value
        case source.KeyFigures():
            return "key-figures"
    return ""


def _part(blocks: tuple[SourceBlock, ...]) -> tuple[tuple[SourceBlock, ...], tuple[SourceBlock, ...]]:
    """The blocks of page 1 in their order, and all others; only the first of a kind moves."""
    first: list[SourceBlock] = []
    for kind in _FRONT:
        first += [block for block in blocks if _kind(block) == kind][:1]
    return tuple(first), tuple(block for block in blocks if not any(block is moved for moved in first))


def _own_ids(blocks: tuple[SourceBlock, ...]) -> list[str]:
    found: list[str] = []
    for block in blocks:
        id_ = getattr(block, "id", None)
        found += [id_] if id_ else []
        inner = getattr(block, "blocks", ())
        found += _own_ids(inner)
    return found


def _authors(context: Context) -> tuple[Author, ...]:
    return tuple(
        Author(context.rich(author.name), context.rich(author.role) if author.role else None)
        for author in context.article.meta.authors
    )


def _masthead(context: Context) -> Masthead:
    article, labels = context.article, context.labels
    details = (labels.text("reading-time", minutes=article.reading_minutes),)
    notices = []
    if article.embargo:
        notices.append(labels.text("embargo", date=article.embargo))
    if article.meta.correction:
        notices.append(labels.text("correction", text=leaf_plain(article.meta.correction)))
    publisher = article.meta.publisher
    name: Rich | None = context.rich(publisher.name) if publisher else None
    logo = publisher.logo if publisher else None
    return Masthead(name, logo, article.issue, article.date, details, tuple(notices), article.meta.marking)


def _furniture(context: Context, title: str, *, draft: bool) -> Furniture:
    article, labels = context.article, context.labels
    publisher = article.meta.publisher
    return Furniture(
        head_start=title,
        head_end=article.issue,
        foot_start=leaf_plain(publisher.name) if publisher else "",
        foot_date=article.date,
        page=PageLabel(labels.template("page"), labels.digits),
        page_short=PageLabel(labels.template("page-short"), labels.digits),
        marking=article.meta.marking,
        draft=labels.text("draft") if draft else None,
    )
