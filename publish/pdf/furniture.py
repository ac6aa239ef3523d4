"""What stands on every page: running head, footer, marking, draft mark."""

from __future__ import annotations

from publish.document.tree import Document, Run
from publish.pdf.flow import Fill, Paint, Rule, TextAt
from publish.pdf.geometry import MM
from publish.pdf.opening import marking
from publish.pdf.setup import Setup

__all__ = ["furniture"]

_HEAD_BASELINE = 11.5 * MM
_HEAD_RULE = 18 * MM
_FOOT_RULE = 17 * MM  # from the lower edge of the sheet
_FOOT_BASELINE = 9.6 * MM
_GAP = 9.0
_HALF = 0.5


def furniture(document: Document, setup: Setup, page: int, pages: int) -> list[Paint]:
    """The furniture of one page; page 1 has its masthead instead of a running head."""
    paints = _foot(document, setup, page, pages)
    if page > 1:
        paints += _head(document, setup)
    if document.furniture.draft:
        paints += _draft(document.furniture.draft, setup, document.locale)
    return paints


def _head(document: Document, setup: Setup) -> list[Paint]:
    geometry, data = setup.geometry, document.furniture
    box = setup.style.box("furniture")
    color = box.rule_color or setup.style.color("rule")
    paints: list[Paint] = []
    baseline = _HEAD_BASELINE
    if setup.heads_in_rail:
        paints.append(Rule(geometry.x, _HEAD_RULE, geometry.measure, box.rule, color))
    else:
        paints.append(Fill(geometry.x, 12.2 * MM, 18 * MM, box.rule, color))
        baseline = 18 * MM
    end = geometry.end
    if data.head_end:
        issue = setup.text.fitted_line(data.head_end, document.locale, "furniture", geometry.measure * _HALF)
        end -= issue.width
        paints.append(TextAt(end, baseline, issue))
        end -= _GAP
    if data.marking:
        mark = marking(data.marking, setup, end, baseline)
        paints += mark
        end = min(paint.x for paint in mark) - _GAP
    room = end - geometry.x - _GAP
    title = setup.text.fitted_line(data.head_start, document.locale, "furniture-title", room)
    return [*paints, TextAt(geometry.x, baseline, title)]


def _foot(document: Document, setup: Setup, page: int, pages: int) -> list[Paint]:
    geometry, data = setup.geometry, document.furniture
    paints: list[Paint] = []
    if setup.heads_in_rail:
        box = setup.style.box("furniture")
        y = geometry.height - _FOOT_RULE
        paints.append(Rule(geometry.x, y, geometry.measure, box.rule, box.rule_color or setup.style.color("rule")))
    baseline = geometry.height - _FOOT_BASELINE
    x = geometry.x
    publisher = "furniture" if setup.heads_in_rail else "furniture-page"
    for text, role in ((data.foot_start, publisher), (data.foot_date, "furniture")):
        if text:
            line = setup.text.fitted_line(text, document.locale, role, geometry.measure * _HALF)
            paints.append(TextAt(x, baseline, line))
            x += line.width + _GAP
    label = data.page if setup.style.layout.page_label == "long" else data.page_short
    line = setup.text.one_line((Run(label.text(page, pages), document.locale),), "furniture-page")
    paints.append(TextAt(geometry.end - line.width, baseline, line))
    return paints


def _draft(text: str, setup: Setup, language: str) -> list[Paint]:
    """The mark of a draft, centred at the head of the page."""
    geometry = setup.geometry
    line = setup.text.one_line((Run(text, language),), "marking")
    token, box = setup.style.role("marking"), setup.style.box("marking")
    x = (geometry.width - line.width) / 2
    baseline = 6.5 * MM
    ground = Fill(x - 6, baseline - token.size * 1.1, line.width + 12, token.size * 1.6, box.fill or "#000000")
    return [ground, TextAt(x, baseline, line)]
