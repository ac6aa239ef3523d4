"""Compose decides order, boxes, captions and numbering, and nothing else does."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass

from publish.document.tree import (
    About,
    Callout,
    Chart,
    Document,
    Heading,
    KeyFigures,
    ListBlock,
    Paragraph,
    Quote,
    Role,
    Run,
    RunRole,
    Sources,
    Table,
    Timeline,
    plain,
)


def walk(part: object) -> Iterator[object]:
    """Everything in a document, in reading order."""
    yield part
    if isinstance(part, tuple):
        for item in part:
            yield from walk(item)
    elif is_dataclass(part):
        for field in fields(part):
            yield from walk(getattr(part, field.name))


def runs(document: Document, role: RunRole) -> list[Run]:
    return [part for part in walk((document.front, document.blocks)) if isinstance(part, Run) and part.role is role]


def test_boxes_of_the_first_page_move_there_in_their_order(composed) -> None:
    text = (
        "Text.\n\n::: learn\n- One thing.\n:::\n\n::: key-figures\n- {now}\n- {cost}\n:::\n\n"
        "More.\n\n::: takeaways\n- A point.\n:::\n"
    )
    document, _ = composed(text)
    roles = [b.role if isinstance(b, Callout) else type(b) for b in document.front]
    assert roles == [Role.TAKEAWAYS, KeyFigures, Role.LEARN]
    assert [plain(b.text) for b in document.blocks if isinstance(b, Paragraph)] == ["Text.", "More."]


def test_style_may_leave_boxes_where_the_author_put_them(composed) -> None:
    document, _ = composed("Text.\n\n::: takeaways\n- A point.\n:::\n\nMore.\n", front=False)
    assert document.front == ()
    assert [type(block) for block in document.blocks[:3]] == [Paragraph, Callout, Paragraph]


def test_box_is_moved_and_never_repeated(composed) -> None:
    document, _ = composed("Text.\n\n::: takeaways\n- A point.\n:::\n\nMore.\n")
    assert sum(isinstance(part, Callout) for part in walk((document.front, document.blocks))) == 1


def test_sources_are_numbered_by_first_mention_in_reading_order(composed) -> None:
    document, _ = composed("Text.[@c]\n\nMore.[@a; @c]\n\n::: takeaways\n- First read.[@b]\n:::\n")
    listed = next(block for block in document.blocks if isinstance(block, Sources))
    assert [plain(item.text).rstrip(".") for item in listed.items] == ["Second source", "Third source", "First source"]
    assert [run.text for run in runs(document, RunRole.CITE)] == ["1", "2", "3", ", ", "2"]


def test_every_mark_leads_to_an_anchor_that_exists_once(composed) -> None:
    text = (
        "Text.[@a] See [the table](#t).[^n]\n\n## Same\n\nA.\n\n## Same\n\n"
        "::: {.facts #t}\n- {now}\n- {cost}\n:::\n\n[^n]: Note.[@b]\n"
    )
    document, _ = composed(text)
    anchors = [
        value
        for part in walk(document)
        if is_dataclass(part)
        for field in fields(part)
        if field.name == "anchor" and (value := getattr(part, field.name))
    ]
    assert len(anchors) == len(set(anchors))
    targets = {part.target for part in walk(document) if isinstance(part, Run) and part.target}
    assert {target[1:] for target in targets if target.startswith("#")} <= set(anchors)


def test_heading_never_takes_the_anchor_of_an_author(composed) -> None:
    document, _ = composed("## Deal\n\nText.\n\n::: {.facts #deal}\n- {now}\n:::\n")
    heading = next(block for block in document.blocks if isinstance(block, Heading))
    table = next(block for block in document.blocks if isinstance(block, Table))
    assert table.anchor == "deal"
    assert heading.anchor != "deal"


def test_footnotes_get_letters_by_first_call_and_keep_them(composed) -> None:
    document, _ = composed("One[^y] two[^x] again[^y].\n\n[^x]: Ex.\n[^y]: Why.\n")
    assert [run.text for run in runs(document, RunRole.NOTE)] == ["a", "b", "a"]
    assert [(note.mark, plain(note.blocks[0].text)) for note in document.notes] == [("a", "Why."), ("b", "Ex.")]


def test_captions_are_numbered_by_kind(composed) -> None:
    text = (
        '::: {.facts #t title="One"}\n- {now}\n:::\n\n::: {.chart #c type=bar title="Two"}\n- {now}\n- {then}\n:::\n\n'
        '::: {.facts #u title="Three"}\n- {cost}\n:::\n'
    )
    document, _ = composed(text)
    captions = [plain(block.caption.label) for block in document.blocks if isinstance(block, Table | Chart)]
    assert captions == ["Table\u00a01", "Figure\u00a01", "Table\u00a02"]


def test_fact_table_says_when_its_facts_were_true(composed) -> None:
    document, _ = composed("::: {.facts #t}\n- {now}\n- {then}\n:::\n\n::: {.facts #u}\n- {now}\n- {cost}\n:::\n")
    one, other = (block for block in document.blocks if isinstance(block, Table))
    assert plain(one.notes[0]) == "As of 28\u00a0October 2025."
    assert [plain(note) for note in other.notes][:2] == [
        "As of 28\u00a0October 2025 (Now).",
        "As of 1\u00a0May 2024 (Cost).",
    ]


def test_fact_without_source_leaves_its_cell_empty_and_the_number_in_parts(composed) -> None:
    document, _ = composed("::: {.facts #t}\n- {cost} The whole sum\n:::\n")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    row = table.rows[0]
    assert plain(row.cells[0].text) == "The whole sum"
    assert plain(row.cells[1].text) == "up to $550\u00a0billion"
    number = row.cells[1].number
    assert (number.prefix, number.before, number.integer, number.after) == ("up to", "$", "550", "billion")


def test_chart_says_every_value_in_words(composed) -> None:
    document, _ = composed(
        '::: {.chart #c type=bar title="Share" subtitle="% of output"}\n- {now}\n- [{then}]{.tentative}\n:::\n'
    )
    (chart,) = (block for block in document.blocks if isinstance(block, Chart))
    assert [bar.text for bar in chart.bars] == ["1.8", "2.0"]
    for said in ("Bar chart", "Share", "Now", "1.8%", "Then", "not committed"):
        assert said in chart.alt


def test_chart_of_shares_of_different_wholes_is_a_finding_at_its_place(composed) -> None:
    _, (finding,) = composed("Text.\n\n::: {.chart #c type=bar}\n- {now}\n- {share}\n:::\n")
    assert str(finding).startswith("sources/brief/article.md:13:1: error: the entries of the chart are not of one kind")


def test_chart_of_more_bars_than_a_page_holds_is_a_finding(composed) -> None:
    _, (finding,) = composed("::: {.chart #c type=bar}\n" + "- {now}\n" * 41 + ":::\n")
    assert "the chart has 41 entries, more than a page holds" in str(finding)


def test_before_after_chart_has_round_ticks_and_the_change(composed) -> None:
    document, _ = composed("::: {.chart #c type=before-after}\n- {now}\n- {then}\n:::\n")
    (chart,) = (block for block in document.blocks if isinstance(block, Chart))
    assert chart.change.startswith("+0.2")
    assert chart.ticks[0][0] == 0
    assert chart.ticks[-1][0] >= 2


def test_future_event_is_marked(composed) -> None:
    document, _ = composed("::: {.timeline}\n- {start} It starts.\n- {end} It ends.\n:::\n")
    (timeline,) = (block for block in document.blocks if isinstance(block, Timeline))
    assert [event.future for event in timeline.events] == [False, True]
    assert plain(timeline.events[1].when) == "March 2026"


def test_direct_quotation_gets_marks_and_reported_speech_none(composed) -> None:
    document, _ = composed('::: {.quote by="A"}\nIt holds.\n:::\n\n::: {.quote by="B" .reported}\nIt may hold.\n:::\n')
    direct, reported = (block for block in document.blocks if isinstance(block, Quote))
    assert plain(direct.text) == "“It holds.”"
    assert plain(reported.text) == "It may hold."
    assert plain(reported.reported) == "reported"


def test_takeaways_are_numbered_and_learn_is_not(composed) -> None:
    document, _ = composed("::: takeaways\n- One.\n- Two.\n:::\n\n::: learn\n- Three.\n:::\n")
    take, learn = (block.blocks[0] for block in document.front)
    assert isinstance(take, ListBlock)
    assert take.marks == ("1", "2")
    assert not learn.ordered


def test_column_of_numbers_is_set_at_the_line_end(composed) -> None:
    document, _ = composed("| Name | Sum |\n|---|---|\n| a | 1.5 |\n| b | – |\n| c | −12 |\n")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [column.kind.value for column in table.columns] == ["text", "end"]


def test_draft_is_marked_on_every_page(composed) -> None:
    assert composed("Text.\n", draft=True)[0].furniture.draft == "Draft"
    assert composed("Text.\n")[0].furniture.draft is None


def test_panel_tells_how_to_cite_even_without_a_publisher(composed) -> None:
    document, _ = composed("Text.\n")
    (panel,) = (block for block in document.blocks if isinstance(block, About))
    assert panel.qr is None
    assert [plain(part.title) for part in panel.parts] == ["How to cite"]
