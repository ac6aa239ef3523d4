"""Headers and footers: the masthead over page 1, the running head, the page number."""

from __future__ import annotations

from string import Formatter

from publish.document.tree import PageLabel, plain
from publish.word.inline import EM_SPACE, field, joined, paragraph, run, runs
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
    content = [run(furniture.head_start, S.RUNNING_TITLE), *_marks(story), _tab(), run(furniture.head_end)]
    return w("hdr", paragraph(S.HEADER, content))


def _marks(story: Story) -> list[Element]:
    """The marking, which is never translated, and the mark of a draft."""
    furniture = story.document.furniture
    said = ((furniture.marking, S.MARKING), (furniture.draft, S.DRAFT))
    return [
        element
        for text, style in said
        if text
        for element in (run(EM_SPACE), run(f"\u00a0{text}\u00a0" if style is S.MARKING else text, style))
    ]


def first_header(story: Story) -> Element:
    """The head of page 1: the masthead, or only the marks where a band in the text carries it."""
    if story.style.layout.masthead == "band":
        return w("hdr", paragraph(S.HEADER_FIRST, _marks(story)[1:]))
    return w("hdr", paragraph(S.MASTHEAD, masthead_line(story)))


def masthead_line(story: Story) -> list[Element]:
    """Logo and publisher, then issue and date at the other end of the line."""
    masthead = story.document.masthead
    name = runs(masthead.publisher or (), story, S.PUBLISHER)
    issue = [run(masthead.issue, S.ISSUE)] if masthead.issue else []
    dates = (masthead.date, *masthead.details) if details_fit(story) else (masthead.date,)
    end = [issue, *([run(text, S.MASTHEAD_DATE)] for text in dates)]
    marks = [] if story.style.layout.masthead == "band" else _marks(story)
    return [*_logo(story), *name, *marks, _tab(), *joined(end, EM_SPACE)]


def details_fit(story: Story) -> bool:
    """Whether reading time and the like find room on the line of the masthead."""
    head, style, ruler = story.document.masthead, story.style, Ruler(story, slack=safe(story.document.script))
    band, furniture = style.layout.masthead == "band", story.document.furniture
    said = [
        (plain(head.publisher or ()), "publisher"),
        *((text, "marking") for text in (furniture.marking, furniture.draft) if text and not band),
        (head.issue, "issue"),
        *((text, "masthead-date") for text in (head.date, *head.details)),
    ]
    words = sum(ruler.width(text, style.role(name)) for text, name in said)
    gaps = len(said) * style.role("masthead-date").size + (_LOGO_ROOM if head.logo else 0.0)
    padding = 2 * style.spacing.block if band else 0.0
    return words + gaps + padding <= story.page.measure


def _logo(story: Story) -> list[Element]:
    path = story.document.masthead.logo
    if path is None:
        return []
    name = story.document.furniture.foot_start
    return [image_run(logo_picture(path, _LOGO_HEIGHT, name, story), story), run(" ")]


def footer(story: Story) -> Element:
    """Publisher and date, and the page number as fields."""
    furniture = story.document.furniture
    said = [text for text in (furniture.foot_start, furniture.foot_date) if text]
    short = story.style.layout.page_label == "short"
    label = page_label(furniture.page_short if short else furniture.page)
    return w("ftr", paragraph(S.FOOTER, [run(EM_SPACE.join(said)), _tab(), *label]))


def page_label(label: PageLabel) -> list[Element]:
    """The parts of "Page {page} of {pages}" with fields for the numbers, which Word fills in."""
    elements: list[Element] = []
    one = label.digits[1]
    for words, name, _, _ in Formatter().parse(label.template):
        elements += [run(words, S.PAGE_LABEL)] if words else []
        elements += field(_FIELDS[name], one, S.PAGE_LABEL) if name in _FIELDS else []
    return elements
