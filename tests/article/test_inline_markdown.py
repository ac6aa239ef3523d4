"""Inline Markdown: facts, spans, citations, notes, emphasis, links, each with its place."""

from __future__ import annotations

import time

import pytest

from publish.article.inline import (
    Citation,
    Code,
    Emph,
    FactRef,
    Foreign,
    Inline,
    LineBreak,
    Link,
    Marked,
    NoteRef,
    Strong,
    Text,
)  # fmt: skip
from publish.article.inlines import parse_inline, parse_message
from publish.article.model import Emphasis, FactForm
from publish.article.origin import Lines, Origin
from publish.errors import Span


def nodes(text: str) -> tuple[Inline, ...]:
    result, found = parse_inline(text, Origin.of(Lines("f", text), [(0, 0)]))
    assert not found
    return result


def found(text: str) -> list[str]:
    _, diagnostics = parse_inline(text, Origin.of(Lines("f", text), [(0, 0)]))
    return [f"{each.span.line}:{each.span.column} {each.message}" for each in diagnostics if each.span]


def source(text: str) -> str:
    return parse_message(text, Origin.at(Span("f"))).source


def at(column: int) -> Span:
    return Span("f", 1, column)


def test_facts_have_name_form_and_place() -> None:
    assert nodes("Up to {pledge:long}.") == (Text("Up to "), FactRef("pledge", FactForm.LONG, at(7)), Text("."))
    assert nodes("{a}{b2_c}") == (FactRef("a", FactForm.DEFAULT, at(1)), FactRef("b2_c", FactForm.DEFAULT, at(4)))


def test_a_translator_may_word_a_fact() -> None:
    assert nodes('{a say="dwóch \\"x\\" ludzi"}') == (FactRef("a", FactForm.DEFAULT, at(1), 'dwóch "x" ludzi'),)
    assert nodes('{a:short say="x"}') == (FactRef("a", FactForm.SHORT, at(1), "x"),)


def test_doubled_braces_are_signs() -> None:
    assert nodes("a {{b}} c") == (Text("a {b} c"),)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{Pledge}", '1:1 "{Pledge}" names no fact'),
        ("{a-b}", '1:1 "{a-b}" names no fact'),
        ("x {a:lnog}", '1:6 the form "lnog" is unknown'),
        ("x {a:}", '1:6 the form "" is unknown'),
        ("x { y", "1:3 a brace stands alone"),
        ("x } y", "1:3 a brace stands alone"),
        ("{/en1}", "1:1 {/en1} closes nothing"),
        ("[x]{lang=e}", '1:10 "e" is no language tag'),
        ("[x]{lnag=en}", '1:5 the attribute "lnag" is unknown'),
        ("[x]{.hihglight}", '1:6 the class ".hihglight" is unknown'),
        ("[x]{.highlight}", '1:6 ".highlight" has a meaning in lists of facts only'),
        ("[x]{#here}", "1:5 a run of text has no id"),
        ("a <b>c", "1:3 raw HTML is not allowed"),
        ("a <!-- c --> d", "1:3 raw HTML is not allowed"),
        ("`x`{=html}", "1:4 raw text of another format is not allowed"),
        ("a ![b](c.png)", "1:3 a picture stands alone in its paragraph"),
        ("^[note]", "1:1 a note within the text is not supported"),
        ("[see @a]", "1:1 words before a citation's key are not supported"),
        ("[@a; -@b]", "1:6 this citation cannot be read"),
        ("[a](javascript:x)", '1:5 the address "javascript:x" is not allowed'),
        ("[a]()", "1:5 the link has no address"),
        ('[a](https://x.org "t")', "1:5 the title of a link is not shown"),
        ("*" * 80 + "a" + "*" * 80, "1:1 emphasis, links and spans are nested more than 16 deep"),
    ],
)
def test_what_cannot_be_is_found_where_it_stands(text: str, expected: str) -> None:
    assert expected in found(text)


def test_a_place_counts_code_points_and_lines() -> None:
    assert found("é😀 *漢*\n  ab {X}") == ['2:6 "{X}" names no fact']


def test_spans_in_another_language() -> None:
    expected = (Text("an "), Foreign((Text("old "), Emph((Text("word"),))), "en"))
    assert nodes("an [old *word*]{lang=en}") == expected
    assert nodes("an {en1}old *word*{/en1}") == expected
    assert nodes("{zh-Hans1}x{/zh-Hans1}") == (Foreign((Text("x"),), "zh-Hans"),)
    assert nodes("{es-4191}x{/es-4191}") == (Foreign((Text("x"),), "es-419"),)


def test_a_fact_may_be_called_as_a_span_is() -> None:
    assert nodes("{en1} x") == (FactRef("en1", FactForm.DEFAULT, at(1)), Text(" x"))
    assert source("[a]{lang=en} {en1}") == "{en2}a{/en2} {en1}"


def test_brackets_before_a_fact_are_signs() -> None:
    assert nodes("[x]{pledge}") == (Text("[x]"), FactRef("pledge", FactForm.DEFAULT, at(4)))


def test_marks_of_emphasis_in_an_entry() -> None:
    parsed = parse_message("[{a}]{.tentative}", Origin.at(at(1)), entry=True)
    assert parsed.nodes == (Marked((FactRef("a", FactForm.DEFAULT, at(1)),), Emphasis.TENTATIVE),)
    assert not parsed.found


def test_citations_and_notes() -> None:
    (citation,) = nodes("[@press-2025; @b.c, p. 3]")
    assert isinstance(citation, Citation)
    assert [(cite.key, cite.locator, cite.span.column) for cite in citation.cites] == [
        ("press-2025", None, 2), ("b.c", "p. 3", 15),
    ]  # fmt: skip
    assert nodes("a[^n-1]") == (Text("a"), NoteRef("n-1", at(2)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("*a*", (Emph((Text("a"),)),)),
        ("**a**", (Strong((Text("a"),)),)),
        ("***a***", (Emph((Strong((Text("a"),)),)),)),
        ("*a **b** c*", (Emph((Text("a "), Strong((Text("b"),)), Text(" c"))),)),
        ("snake_case_name", (Text("snake_case_name"),)),
        ("2 * 3 * 4", (Text("2 * 3 * 4"),)),
        ("*a [b* c](https://x.y)", (Text("*a "), Link((Text("b* c"),), "https://x.y", at(4)))),
        ("a  b `` c`d ``", (Text("a  b "), Code("c`d"))),
        ("\\*a\\* &amp; &#233; &nope;", (Text("*a* & é &nope;"),)),
        ("a\\\nb", (Text("a"), LineBreak(), Text("b"))),
        ("a  \nb", (Text("a"), LineBreak(), Text("b"))),
        ("a\nb", (Text("a b"),)),
        ("日本\n語", (Text("日本語"),)),
        ("한국\n어", (Text("한국 어"),)),
        ("<https://x.y>", (Link((Text("https://x.y"),), "https://x.y", at(1)),)),
        ("<a@x.org>", (Link((Text("a@x.org"),), "mailto:a@x.org", at(1)),)),
        ("[a](<https://x.y/(z>)", (Link((Text("a"),), "https://x.y/(z", at(1)),)),
    ],
)
def test_commonmark(text: str, expected: tuple[Inline, ...]) -> None:
    assert nodes(text) == expected


@pytest.mark.parametrize("text", ["**注意。**本文", "これは**{a}**です", "他说**“好”**的", "**「引用」**と"])
def test_strong_text_needs_no_spaces_between_east_asian_characters(text: str) -> None:
    assert any(isinstance(node, Strong) for node in nodes(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n  b", "a b"),
        ("a  \nb", "a\\\nb"),
        ("日本\n語", "日本語"),
        ("[a]{lang=en} [b]{lang=de} [c]{lang=en}", "{en1}a{/en1} {de1}b{/de1} {en2}c{/en2}"),
        ("*x* {f:long} [@k] [^1] [t](https://x.y)", "*x* {f:long} [@k] [^1] [t](https://x.y)"),
    ],
)
def test_source_is_what_catalogues_have(text: str, expected: str) -> None:
    assert source(text) == expected


@pytest.mark.parametrize(
    "part",
    [
        "*a ",
        "**a** ",
        "[",
        "[a](b ",
        "`",
        "{en1}",
        "<a ",
        "*a**b",
        "a\n",
        "[@a;",
        "&a",
        "_a*",
        "[a]{lang=en}",
        "<!-- ",
        "\\",
    ],
)
def test_hostile_text_takes_time_in_proportion(part: str) -> None:
    text = part * (24_000 // len(part))
    start = time.perf_counter()
    parse_inline(text, Origin.at(Span("f")))
    assert time.perf_counter() - start < 2
