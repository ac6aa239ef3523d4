"""The opening of page 1: title, lead, who wrote it; on a band where the style has one."""

from __future__ import annotations

from publish.document.punctuation import comma
from publish.document.tree import Author
from publish.word.furniture import details_fit, masthead_line
from publish.word.inline import EM_SPACE, joined, paragraph, runs, said
from publish.word.names import S
from publish.word.story import Story
from publish.word.xml import Element

__all__ = ["opening"]


def opening(story: Story) -> list[Element]:
    """The paragraphs before the first box."""
    document, masthead = story.document, story.document.masthead
    elements = []
    if story.style.layout.masthead == "band":
        elements.append(paragraph(S.BAND_MASTHEAD, masthead_line(story)))
    elements.append(paragraph(S.TITLE, runs(document.title, story)))
    if document.lead:
        elements.append(paragraph(S.LEAD, runs(document.lead, story)))
    if document.authors:
        authors = joined((_author(author, story) for author in document.authors), EM_SPACE, story)
        elements.append(paragraph(S.BYLINE, authors))
    if masthead.details and not details_fit(story):
        elements.append(paragraph(S.DETAILS, said(EM_SPACE.join(masthead.details), story)))
    return elements + [paragraph(S.NOTICE, said(text, story)) for text in masthead.notices]


def _author(author: Author, story: Story) -> list[Element]:
    name, post = runs(author.name, story, S.AUTHOR), runs(author.role or (), story)
    return joined([name, post], comma(story.document.script), story)
