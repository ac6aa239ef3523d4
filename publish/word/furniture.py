"""Headers and footers: the masthead over page 1, the running head, the page number."""

from __future__ import annotations

from string import Formatter

from publish.document.tree import PageLabel, plain
from publish.word.inline import EM_SPACE, field, joined, paragraph, runs, said
from publish.word.names import S
from publish.word.pictures import image_run, logo_picture
from publish.word.ruler import Ruler, safe
from publish.word.story import Story
from publish.word.xml import Element, w

__all__ = ["details_fit", "first_header", "footer", "header", "masthead_line"]

_LOGO_HEIGHT = 14.0
#: Room for a logo on the line of the masthead.
_LOGO_ROOM = 90.0
_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def _tab() -> Element:
    return w("r", w("tab"))


def header(story: Story) -> Element:
    """The running head of every page but the first."""
    furniture = story.document.furniture
    title = said(furniture.head_start, story, S.RUNNING_TITLE)
    return w("hdr", paragraph(S.HEADER, [*title, *_marks(story), _tab(), *said(furniture.head_end, story)]))


def _marks(story: Story) -> list[Element]:
    """The marking, which is never translated, and the mark of a draft."""
    furniture = story.document.furniture
    elements: list[Element] = []
    if furniture.marking:
        elements += [*said(EM_SPACE, story), *said(f"\u00a0{furniture.marking}\u00a0", story, S.MARKING)]
    if furniture.draft:
        elements += [*said(EM_SPACE, story), *said(furniture.draft, story, S.DRAFT)]
    return elements


def first_header(story: Story) -> Element:
    """The head of page 1: the masthead, or only the marks where a band in the text carries it."""
    if story.style.layout.masthead == "band":
        return w("hdr", paragraph(S.HEADER_FIRST, _marks(story)[1:]))
    return w("hdr", paragraph(S.MASTHEAD, masthead_line(story)))


def masthead_line(story: Story) -> list[Element]:
    """Logo and publisher, then issue and date at the other end of the line."""
    masthead = story.document.masthead
    name = runs(masthead.publisher or (), story, S.PUBLISHER)
    issue = said(masthead.issue, story, S.ISSUE)
    dates = (masthead.date, *masthead.details) if details_fit(story) else (masthead.date,)
    end = [issue, *(said(text, story, S.MASTHEAD_DATE) for text in dates)]
    marks = [] if story.style.layout.masthead == "band" else _marks(story)
    return [*_logo(story), *name, *marks, _tab(), *joined(end, EM_SPACE, story)]


def details_fit(story: Story) -> bool:
    """Whether reading time and the like find room on the line of the masthead."""
    head, style, ruler = story.document.masthead, story.style, Ruler(story, slack=safe(story.document.script))
    band, furniture = style.layout.masthead == "band", story.document.furniture
    texts = [
        (plain(head.publisher or ()), "publisher"),
        *((text, "marking") for text in (furniture.marking, furniture.draft) if text and not band),
        (head.issue, "issue"),
        *((text, "masthead-date") for text in (head.date, *head.details)),
    ]
    words = sum(ruler.width(text, style.role(name)) for text, name in texts)
    gaps = len(texts) * style.role("masthead-date").size + (_LOGO_ROOM if head.logo else 0.0)
    padding = 2 * style.spacing.block if band else 0.0
    return words + gaps + padding <= story.page.measure


def _logo(story: Story) -> list[Element]:
    path = story.document.masthead.logo
    if path is None:
        return []
    name = story.document.furniture.foot_start
    return [image_run(logo_picture(path, _LOGO_HEIGHT, name, story), story), *said(" ", story)]


def footer(story: Story) -> Element:
    """Publisher and date, and the page number as fields."""
    furniture = story.document.furniture
    start = EM_SPACE.join(text for text in (furniture.foot_start, furniture.foot_date) if text)
    short = story.style.layout.page_label == "short"
    label = page_label(furniture.page_short if short else furniture.page, story)
    return w("ftr", paragraph(S.FOOTER, [*said(start, story), _tab(), *label]))


def page_label(label: PageLabel, story: Story) -> list[Element]:
    """The parts of "Page {page} of {pages}" with fields for the numbers, which Word fills in."""
    elements: list[Element] = []
    one = label.digits[1]
    for words, name, _, _ in Formatter().parse(label.template):
        elements += said(words, story, S.PAGE_LABEL)
        elements += field(_FIELDS[name], one, story, S.PAGE_LABEL) if name in _FIELDS else []
    return elements
