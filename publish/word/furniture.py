"""Headers and footers: the masthead over page 1, the running head, the page number."""

from __future__ import annotations

from string import Formatter

from publish.document.tree import PageLabel
from publish.word.inline import field, paragraph, run, runs
from publish.word.names import S
from publish.word.pictures import Image, image_ending, image_run
from publish.word.story import Story
from publish.word.xml import Element, w

__all__ = ["first_header", "footer", "header", "masthead_line"]

EM_SPACE = "\u2003"
_LOGO_HEIGHT = 14.0
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
    return w("hdr", paragraph(S.MASTHEAD, [*_logo(story), *masthead_line(story)]))


def masthead_line(story: Story) -> list[Element]:
    """Publisher, then issue and date at the other end of the line."""
    masthead = story.document.masthead
    name = runs(masthead.publisher, story, S.PUBLISHER) if masthead.publisher else []
    issue = [run(masthead.issue, S.ISSUE), run(EM_SPACE)] if masthead.issue else []
    marks = [] if story.style.layout.masthead == "band" else _marks(story)
    return [*name, *marks, _tab(), *issue, run(masthead.date, S.MASTHEAD_DATE)]


def _logo(story: Story) -> list[Element]:
    path = story.document.masthead.logo
    if path is None:
        return []
    data = path.read_bytes()
    if image_ending(data) is None:
        return []
    from docx.image.image import Image as Header  # noqa: PLC0415 - reads the size from the file's head

    size = Header.from_blob(data)
    width = _LOGO_HEIGHT * size.px_width / size.px_height
    publisher = story.document.furniture.foot_start
    drawn = image_run(Image(data, width, _LOGO_HEIGHT, publisher), story)
    return [drawn, run(" ")] if drawn is not None else []


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
