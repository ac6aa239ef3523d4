"""Blocks of the body: what they become, what they are named after, and what is wrong with them."""

from __future__ import annotations

import struct
import zlib
from pathlib import Path
from typing import Any

import pytest

from publish.article.model import (
    Align,
    Article,
    Box,
    BulletList,
    Chart,
    ChartType,
    CodeBlock,
    Emphasis,
    FactForm,
    FactTable,
    Figure,
    Heading,
    KeyFigures,
    Paragraph,
    PullQuote,
    QuoteBlock,
    Table,
    Timeline,
)
from publish.article.reader import read_article

HEAD = "---\ntitle: T\nlanguage: en\ndate: 2025-10-30\nsources: {s: {title: S}}\n---\n"
FACTS = """a: {label: A, value: 1, unit: USD}
b: {label: B, value: 2, unit: USD}
c: {label: C, value: 3, unit: percent}
d: {label: D, value: 2025-10-28, unit: date}
t: {label: T, value: late 2025, unit: text}
r: {label: R, value: {from: 1, to: 2}}
"""


def png(width: int, height: int) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "facts.yaml").write_text(FACTS)
    (tmp_path / "p.png").write_bytes(png(4, 3))
    return tmp_path


def article(place: Path, body: str) -> Article:
    (place / "article.md").write_text(HEAD + body, "utf-8")
    result, found = read_article(place, "x")
    assert result is not None, found
    return result


def block(place: Path, body: str) -> Any:
    (only,) = article(place, body).blocks
    return only


def contexts(place: Path, body: str) -> list[str]:
    names = [message.context for message in article(place, body).messages]
    return [name for name in names if not name.startswith(("meta:", "fact:", "source:"))]


def faults(place: Path, body: str) -> list[str]:
    """Findings as line of the body, column and words, without hints."""
    (place / "article.md").write_text(HEAD + body, "utf-8")
    _, found = read_article(place, "x")
    before = HEAD.count("\n")
    return [f"{each.span.line - before}:{each.span.column} {each.message}" for each in found if each.span]


# ---------------------------------------------------------------- Markdown's own


def test_headings_have_level_text_and_id(place: Path) -> None:
    first, second = article(place, "## One *x* {#one}\n\n### Two {a}\n").blocks
    assert isinstance(first, Heading)
    assert isinstance(second, Heading)
    assert (first.level, first.text.source, first.id, first.text.context) == (2, "One *x*", "one", "heading:1")
    assert (second.level, second.text.source, second.id) == (3, "Two {a}", None)


def test_paragraphs_are_counted_by_section(place: Path) -> None:
    body = "a\n\nb\n\n## H\n\nc\n\n> q\n\n- x\n\n1. y\n2. z\n    - w\n\n        v\n"
    assert contexts(place, body) == [
        "paragraph:0.1", "paragraph:0.2", "heading:1", "paragraph:1.1", "paragraph:1/quotation-1.1", "item:1.1/1",
        "item:1.2/1", "item:1.2/2", "item:1.2/2.1", "paragraph:1.2/2.1.1",
    ]  # fmt: skip


def test_lists_quotations_and_code(place: Path) -> None:
    numbers, quote, code = article(place, "3. a\n4. b\n\n> q\n\n```x\n a {nope}\n```\n").blocks
    assert isinstance(numbers, BulletList)
    assert (numbers.ordered, numbers.start, len(numbers.items)) == (True, 3, 2)
    assert isinstance(quote, QuoteBlock)
    assert code == CodeBlock(" a {nope}", code.span)


def test_footnotes_hold_blocks(place: Path) -> None:
    whole = article(place, "a[^n]\n\n[^n]: One\nmore.\n\n    - two\n")
    note = whole.footnotes["n"]
    assert [type(each) for each in note.blocks] == [Paragraph, BulletList]
    assert [m.context for m in whole.messages if "note" in m.context] == ["footnote:n/1", "item:footnote-n/1"]
    assert note.span.line == 9


def test_tables_have_head_rows_and_aligns(place: Path) -> None:
    table = block(place, "| h | i | j |\n|:--|:-:|--:|\n| *a* | | {a} |\n| b |\n\n: Cap {b} {#tab}\n")
    assert isinstance(table, Table)
    assert [cell.source for cell in table.head] == ["h", "i", "j"]
    assert [[cell.source for cell in row] for row in table.rows] == [["*a*", "", "{a}"], ["b", "", ""]]
    assert table.align == (Align.START, Align.CENTER, Align.END)
    assert table.title is not None
    assert (table.title.source, table.id, table.title.context) == ("Cap {b}", "tab", "table:tab/title")
    assert (str(table.rows[0][2].span), table.rows[0][2].context) == ("x/article.md:9:11", "cell:tab/1.3")


def test_empty_cells_are_no_messages(place: Path) -> None:
    assert contexts(place, "| h | i |\n|---|---|\n| | a |\n") == ["cell:1/0.1", "cell:1/0.2", "cell:1/1.2"]


def test_a_div_gives_a_table_its_title(place: Path) -> None:
    table = block(place, '::: {.table #x title="T" subtitle="S" note="N"}\n| h |\n|---|\n| a |\n:::\n')
    assert isinstance(table, Table)
    assert table.title is not None
    assert table.subtitle is not None
    assert table.note is not None
    assert (table.title.source, table.subtitle.source, table.note.source, table.id) == ("T", "S", "N", "x")


def test_a_picture_alone_is_a_figure(place: Path) -> None:
    figure = block(place, '![What *it* shows, {a}](p.png){#pic caption="Cap [x]{lang=de}" credit=Me}\n')
    assert isinstance(figure, Figure)
    assert (figure.path, figure.pixels, figure.id) == (place / "p.png", (4, 3), "pic")
    assert figure.caption is not None
    assert figure.credit is not None
    assert (figure.alt.source, figure.caption.source, figure.credit.source) == (
        "What *it* shows, {a}", "Cap {de1}x{/de1}", "Me",
    )  # fmt: skip


# ---------------------------------------------------------------- divs


def test_boxes_of_text(place: Path) -> None:
    learn, info = article(place, '::: learn\n- a\n- b\n:::\n\n::: {.info #i title="T {a}"}\nc\n\n- d\n:::\n').blocks
    assert isinstance(learn, Box)
    assert isinstance(info, Box)
    assert info.title is not None
    assert (info.id, info.title.source, [type(each) for each in info.blocks]) == ("i", "T {a}", [Paragraph, BulletList])


def test_messages_of_boxes_are_named_after_them(place: Path) -> None:
    body = "::: learn\n- a\n    - b\n- c\n:::\n\n::: info\nd\n\n- e\n:::\n\n::: {.info #i title=T}\nf\n:::\n"
    assert contexts(place, body) == [
        "item:learn/1", "item:learn/1.1", "item:learn/2", "paragraph:info-1.1", "item:info-1/1", "info:i/title",
        "paragraph:i.1",
    ]  # fmt: skip


def test_quotes_have_a_speaker(place: Path) -> None:
    quote = block(place, '::: {.quote .reported by="Ann Example" role="Example House"}\nIt *works*.\n:::\n')
    assert isinstance(quote, PullQuote)
    assert quote.by is not None
    assert quote.role is not None
    assert (quote.text.source, quote.by.source, quote.role.source, quote.reported) == (
        "It *works*.", "Ann Example", "Example House", True,
    )  # fmt: skip
    assert (quote.text.context, quote.by.context) == ("quote:1", "quote:1/by")


def test_entries_of_a_fact_table(place: Path) -> None:
    body = '::: {.facts #deal title="Deal" note="N"}\n- {a:long}\n- {b} own *words*\n    - [{c}]{.highlight} sub\n:::\n'
    table = block(place, body)
    assert isinstance(table, FactTable)
    first, second, third = table.items
    assert (first.name, first.form, first.words, first.level) == ("a", FactForm.LONG, None, 0)
    assert second.words is not None
    assert (second.words.source, second.words.context, str(second.words.span)) == (
        "own *words*", "facts:deal/2", "x/article.md:9:7",
    )  # fmt: skip
    assert third.words is not None
    assert (third.level, third.emphasis, third.words.context) == (1, Emphasis.HIGHLIGHT, "facts:deal/2.1")
    assert str(third.span) == "x/article.md:10:8"


def test_charts_key_figures_and_timelines(place: Path) -> None:
    body = (
        "::: {.chart #c type=before-after}\n- {a}\n- [{b}]{.tentative}\n:::\n\n"
        "::: key-figures\n- {a}\n- {c} share\n:::\n\n"
        "::: {.timeline title=When}\n- {d} talks\n- {t}\n:::\n"
    )
    chart, figures, timeline = article(place, body).blocks
    assert isinstance(chart, Chart)
    assert (chart.type, chart.id, [item.emphasis for item in chart.items]) == (
        ChartType.BEFORE_AFTER, "c", [Emphasis.NORMAL, Emphasis.TENTATIVE],
    )  # fmt: skip
    assert isinstance(figures, KeyFigures)
    assert figures.items[1].words is not None
    assert figures.items[1].words.context == "key-figures:1/2"
    assert isinstance(timeline, Timeline)
    assert timeline.items[0].words is not None


def test_attributes_may_go_on_over_lines(place: Path) -> None:
    table = block(place, '::: {.facts #x\ntitle="One\n  two {a}"}\n- {a}\n:::\n')
    assert isinstance(table, FactTable)
    assert table.title is not None
    assert (table.title.source, str(table.title.span)) == ("One two {a}", "x/article.md:8:8")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("# One\n", ["1:1 a heading of level 1 in the body"]),
        ("## A\n\n#### B\n", ["3:1 the heading skips from level 2 to level 4"]),
        ("### A\n", ["1:1 the heading skips from level 1 to level 3"]),
        ("##\n", ["1:1 the heading has no text"]),
        ("## A {.x}\n", ['1:8 class ".x" is unknown to heading']),
        ("> ## A\n", ["1:1 a heading cannot stand in a box, list or quotation"]),
        ("- a\n-\n", ["2:1 the list item is empty"]),
        ("<div>x</div>\n", ["1:1 raw HTML is not allowed"]),
        ("[a]: https://x.org\n", ["1:1 definitions of links are not supported"]),
        ("a\n\n: b\n", ["3:1 this caption follows no table"]),
        ("a[^1]\n\n[^1]: b\n\n[^1]: c\n", ['5:1 the footnote "1" is defined twice']),
        ("a[^1]\n\n[^1]:\n", ['3:1 the footnote "1" is empty']),
        ("a[^1] b[^2]\n\n[^1]: c\n\n[^2]: d[^1]\n", ["5:8 a footnote cannot call another"]),
        ("| a | b |\n|---|\n", ["1:1 the head has 2 cells, the line under it 1"]),
        ("| a | b |\n|---|---|\n| 1 | 2 | 3 |\n", ["3:11 the row has 3 cells, the head has 2"]),
        ("[](p.png) ![a](p.png)\n", ['1:4 the address "p.png" is not allowed',
                                     "1:11 a picture stands alone in its paragraph",
                                     '1:16 the address "p.png" is not allowed']),
        ("![a](p.png){#x .y wdith=3}\n", ['1:17 class ".y" is unknown to figure',
                                          '1:19 attribute "wdith" is unknown to figure']),
        ("![a](p.png){caption=x}{a}\n", ["1:23 text does not belong behind a picture"]),
        ("::: laern\nx\n:::\n", ['1:5 the div "laern" is unknown']),
        ("::: {#x}\nx\n:::\n", ["1:1 this div says not what it is"]),
        ("::: learn more\nx\n:::\n", ["1:5 this fence opens nothing: write one word, or attributes in braces"]),
        ("::: {.info title=\"x}\ny\n:::\n", ["1:18 the quotation mark is not closed"]),
        ("::: {.info title=x} y\nz\n:::\n", ["1:21 text does not belong behind the attributes"]),
        ("::: {.info titel=x}\ny\n:::\n", ['1:12 attribute "titel" is unknown to info']),
        ("::: {.info title=''}\ny\n:::\n", ['1:19 "title" is empty']),
        ("::: {.info .big}\ny\n:::\n", ['1:13 class ".big" is unknown to info']),
        ("::: {.quote #q}\ny\n:::\n", ['1:14 id "#q" is unknown to quote']),
        ("a\n\n:::\n", ["3:1 this fence closes nothing"]),
        ("::: info\nx\n", ["1:1 this div is not closed"]),
        ("::: info\n\n::: quote\nx\n:::\n", ["1:1 this div is not closed"]),
        ("a\n::: info\nb\n:::\n", ["2:1 an empty line is missing before this div"]),
        ("- a\n\n  ::: info\n  b\n  :::\n", ["3:3 a fence cannot stand in a list, quotation or footnote",
                                            "5:3 a fence cannot stand in a list, quotation or footnote"]),
        ("::: learn\na\n:::\n", ["2:1 learn holds one list and nothing else"]),
        ("::: takeaways\n- a\n\nb\n:::\n", ["4:1 takeaways holds one list and nothing else"]),
        ("::: info\n:::\n", ["1:1 info is empty"]),
        ("::: quote\na\n\nb\n:::\n", ["1:1 quote holds one paragraph"]),
        ("::: facts\na\n:::\n", ["2:1 facts holds one list of facts"]),
        ("::: facts\n:::\n", ["1:1 facts holds no list of facts"]),
        ("::: facts\n- words\n:::\n", ["2:3 an entry begins with a fact"]),
        ("::: facts\n- {a}\n\n  b\n:::\n", ["4:3 an entry is one line"]),
        ("::: facts\n- {a say=\"x\"}\n:::\n", ["2:3 an entry has no wording of its own for its value"]),
        ("::: facts\n- [{a}]{.hilight}\n:::\n", ['2:10 the class ".hilight" is unknown']),
        ("::: key-figures\n- {a}\n:::\n", ["1:1 key-figures holds two to four facts, not one"]),
        ("::: key-figures\n- {a}\n    - {b}\n- {c}\n:::\n", ["3:5 an entry is one line"]),
        ("::: chart\n- {a}\n:::\n", ["1:1 the chart has no type"]),
        ("::: {.chart type=pie}\n- {a}\n:::\n", ['1:18 chart type "pie" is unknown']),
        ("::: {.chart type=bar}\n- {a}\n- {c}\n- {d}\n- {r}\n:::\n", [
            '3:3 "c" is in percent, the chart begins with USD',
            '4:3 "d" is a date; a chart draws numbers',
            '5:3 "r" is a range; a chart draws numbers',
        ]),
        ("::: {.chart type=before-after}\n- {a}\n:::\n", ["1:1 a before-after chart holds two facts"]),
        ("::: timeline\n- {a}\n:::\n", ['2:3 "a" is no date']),
        ("::: table\nx\n:::\n", ["2:1 table holds one table and nothing else"]),
        ('::: {.table title="T"}\n| a |\n|---|\n| b |\n\n: C\n:::\n', ["6:3 this table has a title and a caption"]),
    ],
)  # fmt: skip
def test_faults_are_found_where_they_stand(place: Path, body: str, expected: list[str]) -> None:
    assert faults(place, body) == expected


def test_a_line_across_the_page_is_a_warning(place: Path) -> None:
    assert faults(place, "a\n\n***\n\nb\n") == ["3:1 a line across the page is left out"]
    assert article(place, "a\n\n***\n\nb\n")


def test_places_are_exact_in_lists_quotations_and_continued_lines(place: Path) -> None:
    body = "> é {x1}\n> 😀 {x2}\n\n- a\n  b {x3}\n    1. c {x4}\n\n[^1]: d\n    e {x5}\n\n        f {x6}\n"
    found = [each for each in faults(place, body) if "x" in each.split(" ", 1)[1]]
    assert [each.split()[0] for each in found] == ["1:5", "2:5", "5:5", "6:10", "9:7"]


def test_nesting_of_lists_and_divs_is_bounded(place: Path) -> None:
    assert "nested too deep" in " ".join(faults(place, ">" * 200 + "a\n"))
    assert "nested too deep" in " ".join(faults(place, "::: info\n\n" * 500))
