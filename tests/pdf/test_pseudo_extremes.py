"""Texts that no designer thought of: words that no line holds, boxes as tall as a page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from pseudo_briefs import print_document
from pseudo_faults import CLEAR, every_fault
from pseudo_pages import around

from publish.document import Document
from publish.document.tree import Author

Compose = Callable[..., tuple[Document, tuple[object, ...]]]

STYLES = ("briefing", "newsroom")


# ---------------------------------------------------------------- words that no line holds

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
LONG_WORDS = """
::: takeaways
- **LONG.** LONG
:::

::: key-figures
- {cost} LONG
- {now} LONG
- {share} LONG
- {then} LONG
:::

LONG text.[^n]

## LONG

1. LONG

### LONG

::: {.facts title="LONG" subtitle="LONG"}
- {cost} LONG
- {now}
:::

::: {.chart type=bar title="LONG" subtitle="LONG"}
- {now} LONG
- {then} LONG
:::

::: {.chart type=before-after title="LONG"}
- {now} LONG
- {then} LONG
:::

::: {.info title="LONG"}
LONG
:::

::: {.quote by="LONG" role="LONG"}
LONG
:::

::: {.timeline title="LONG"}
- {start} LONG
- {end} LONG
:::

[^n]: LONG
""".replace("LONG", LONG)


@pytest.mark.parametrize("script", ["Latn", "Hebr"])
@pytest.mark.parametrize("style", STYLES)
def test_words_that_no_line_holds_are_parted_in_their_place(composed: Compose, style: str, script: str) -> None:
    document, _ = composed(LONG_WORDS)
    word = (replace(document.title[0], text=LONG),)
    authors = (Author(word, word), Author(word))
    document = replace(document, title=word, lead=word, authors=authors)
    assert every_fault(print_document(on_script(document, script), style)) == []


def on_script(document: Document, script: str) -> Document:
    """A document with its own words on pages of another script."""
    return replace(document, script=script, direction="rtl" if script == "Hebr" else "ltr")


@pytest.mark.parametrize("script", ["Latn", "Hebr"])
@pytest.mark.parametrize("style", STYLES)
def test_cells_of_a_wide_table_keep_to_their_columns(composed: Compose, style: str, script: str) -> None:
    columns = "αβγδεζηθ"
    first, *rows = ("|" + "|".join(letter * length for letter in columns) + "|\n" for length in (9, 1, 50, 25, 3))
    document, _ = composed(first + "|---" * len(columns) + "|\n" + "".join(rows))
    (page, *_) = print_document(on_script(document, script), style).pages
    places = [around([glyph for glyph in page.glyphs if glyph.char == letter]) for letter in columns]
    ordered = places[::-1] if script == "Hebr" else places
    assert all(one.right + CLEAR < other.left for one, other in pairwise(ordered))


# ---------------------------------------------------------------- tall boxes


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("count", [6, 8, 10])
def test_tall_box_of_page_1_goes_on_or_moves_and_never_runs_into_the_foot(
    composed: Compose, style: str, count: int
) -> None:
    item = "- what the harbour costs in money and in time, and who of all those who use it every day pays for it\n"
    document, _ = composed(f"::: learn\n{item * count}:::\n\n" + "The river brings sand, the sea brings more. " * 60)
    title = (replace(document.title[0], text="What an imaginary harbour teaches about all the real ones there are"),)
    lead = (replace(document.title[0], text="The river brings sand, and the sea brings more of it. " * 4),)
    assert every_fault(print_document(replace(document, title=title, lead=lead), style)) == []
