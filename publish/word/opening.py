"""The opening of page 1: title, lead, who wrote it; on a band where the style has one."""

from __future__ import annotations

from publish.document.tree import Author
from publish.word.boxes import comma
from publish.word.furniture import EM_SPACE, masthead_line
from publish.word.inline import paragraph, run, runs
from publish.word.names import S
from publish.word.story import Story
from publish.word.xml import Element

__all__ = ["opening"]


def opening(story: Story) -> list[Element]:
    """The paragraphs before the first box."""
    document = story.document
    elements = []
    if story.style.layout.masthead == "band":
        elements.append(paragraph(S.BAND_MASTHEAD, masthead_line(story)))
    elements.append(paragraph(S.TITLE, runs(document.title, story)))
    if document.lead:
        elements.append(paragraph(S.LEAD, runs(document.lead, story)))
    if document.authors:
        elements.append(paragraph(S.BYLINE, _byline(story)))
    said = (*document.masthead.details, *document.masthead.notices)
    if said:
        elements.append(paragraph(S.DETAILS, [run(EM_SPACE.join(said))]))
    return elements


def _byline(story: Story) -> list[Element]:
    content: list[Element] = []
    for author in story.document.authors:
        content += [run(EM_SPACE)] if content else []
        content += _author(author, story)
    return content


def _author(author: Author, story: Story) -> list[Element]:
    name = runs(author.name, story, S.AUTHOR)
    return [*name, run(comma(story)), *runs(author.role, story)] if author.role else name
