"""What holds for any input: no exception, and every place lies inside its file."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from publish.article.inlines import parse_inline, parse_message
from publish.article.origin import Lines, Origin
from publish.article.reader import read_article
from publish.article.yamltree import read_yaml
from publish.errors import Diagnostic, Span

HEAD = "---\ntitle: T\nlanguage: en\ndate: 2025-10-30\n---\n"

INLINE = st.lists(
    st.sampled_from(
        ["*", "**", "_", "`", "``", "[", "]", "(", ")", "{", "}", "{{", "a", " ", "  \n", "\n", "\\", "é", "😀",
         "漢", "。", "{fact}", "{fact:long}", "{en1}", "{/en1}", "{lang=en}", "{.highlight}", "](https://x.org)",
         "[^1]", "[@a; @b]", "<", ">", "&amp;", "<b>", "https:", "!", "![", "@", ";", '"', "|", ":", "#",
         "{#x}", "=", "\t"]
    ),
    max_size=40,
).map("".join)  # fmt: skip

BLOCKS = st.lists(
    st.sampled_from(
        ["\n", "\n\n", "::: learn\n", ":::\n", '::: {.facts #x title="a {b}"}\n', "::: {.chart type=bar\n",
         ":::: a ::::\n", "- ", "  - ", "1. ", "> ", "    ", "\t", "# ", "## ", "### h {#x}\n", "---\n",
         "===\n", "[^1]: ", "[^2]: x\n", "| a | b |\n", "|---|:-:|\n", "| 1 \\| 2 |\n", ": cap {#t}\n",
         "```\n", "~~~ x\n", "text", "{fact}", '![a](x.png){#y caption="c"}\n', "<div>\n", "<!-- c -->\n",
         "[a]: b\n", "\u3000", "\xa0", "é😀", "word\n", "{", "}", "*", "\\\n", "::: {.quote by=x}\n",
         "::: {.info title='t\n", "'}\n", "::: key-figures\n", "::: timeline\n", "::: {.table}\n",
         "[{fact}]{.highlight} w\n"]
    ),
    max_size=40,
).map("".join)  # fmt: skip

YAML = st.lists(
    st.sampled_from(
        ["a", "b", ": ", ":", "\n", "  ", "- ", "{", "}", "[", "]", ", ", '"', "'", "&x ", "*x", "!!str ",
         "? ", "| \n", ">\n", "#", "---\n", "...\n", "label", "value", "unit", "USD", "2025-10-30", "1_000",
         "é😀", "\t", "%", "@", "from", "to", "\\", "~"]
    ),
    max_size=40,
).map("".join)  # fmt: skip


def inside(span: Span | None, text: str) -> bool:
    assert span is not None
    lines = re.split(r"\r\n|\r|\n", text)
    return 1 <= span.line <= len(lines) and 1 <= span.column <= len(lines[span.line - 1]) + 1


def read(article: bytes, facts: bytes | None = None) -> tuple[Diagnostic, ...]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "article.md").write_bytes(article)
        if facts is not None:
            (folder / "facts.yaml").write_bytes(facts)
        article_or_none, found = read_article(folder, "x")
        if article_or_none is not None:
            contexts = [message.context for message in article_or_none.messages]
            assert len(contexts) == len(set(contexts))
        return found


def check_places(found: tuple[Diagnostic, ...], texts: dict[str, str]) -> None:
    for each in found:
        assert each.span is not None
        assert inside(each.span, texts[each.span.file].removeprefix("\ufeff")), each
    assert list(found) == sorted(found, key=lambda each: (each.span, each.message))


@given(INLINE | st.text(max_size=80))
def test_inline_places_lie_inside_the_text(text: str) -> None:
    lines = Lines("f", text)
    nodes, found = parse_inline(text, Origin.of(lines, [(0, 0)]))
    spans = [each.span for each in found] + [node.span for node in nodes if hasattr(node, "span")]
    assert all(inside(span, text) for span in spans)


def without_spans(value: object) -> str:
    return re.sub(r"Span\([^)]*\)", "", repr(value))


@given(INLINE)
def test_the_catalogues_form_of_a_text_means_the_same(text: str) -> None:
    text = text.strip()
    first = parse_message(text, Origin.at(Span("f")))
    if first.found:
        return
    second = parse_message(first.source, Origin.at(Span("f")))
    assert without_spans(second.nodes) == without_spans(first.nodes)
    assert second.source == first.source


@given(YAML | st.text(max_size=80), st.integers(1, 5))
def test_yaml_places_lie_inside_the_text(text: str, line: int) -> None:
    _, marks, found = read_yaml(text, "f", line)
    padded = "\n" * (line - 1) + text.removeprefix("\ufeff")
    assert all(inside(each.span, padded) for each in found)
    assert inside(marks.value(("a", "b")), padded)


@settings(max_examples=150)
@given(BLOCKS)
def test_any_body_gives_findings_inside_it(body: str) -> None:
    text = HEAD + body
    check_places(read(text.encode()), {"x/article.md": text})


@settings(max_examples=100)
@given(YAML, YAML)
def test_any_front_matter_and_ledger_give_findings_inside_them(front: str, facts: str) -> None:
    text = f"---\ntitle: T\n{front}\n---\n{{fact}}\n"
    check_places(read(text.encode(), facts.encode()), {"x/article.md": text, "x/facts.yaml": facts})


@settings(max_examples=60)
@given(st.binary(max_size=200), st.binary(max_size=200))
def test_any_bytes_give_findings(article: bytes, facts: bytes) -> None:
    assert read(article, facts)


@settings(max_examples=60)
@given(st.text(max_size=200), st.text(max_size=100))
def test_any_text_gives_findings_inside_it(article: str, facts: str) -> None:
    found = read(article.encode(), facts.encode())
    check_places(found, {"x/article.md": article, "x/facts.yaml": facts})
