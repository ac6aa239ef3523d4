"""Whole folders: what is found in them, where, and that nothing from outside is read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publish.article.model import Box, BoxKind, Chart, FactTable, Figure, Heading, KeyFigures, Paragraph
from publish.article.reader import read_article
from publish.errors import Diagnostic, Severity

CASES = Path(__file__).parent.parent / "cases" / "broken"
HEAD = "---\ntitle: T\nlanguage: en\ndate: 2025-10-30\n---\n"


def folder(path: Path, article: str | bytes, **files: str | bytes) -> Path:
    for name, content in {"article.md": article, **files}.items():
        target = path / name.replace("__", "/").replace("_yaml", ".yaml")
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def lines(found: tuple[Diagnostic, ...]) -> list[str]:
    return [str(each).removeprefix("x/") for each in found]


PLACES = {
    "unknown-key": "article.md:5:1",
    "unknown-fact": "article.md:9:15",
    "unknown-source": "article.md:9:23",
    "wrong-unit": "facts.yaml:4:9",
    "bad-date": "article.md:4:7",
    "missing-image": "article.md:15:21",
    "outside-image": "article.md:15:21",
    "duplicate-key": "facts.yaml:6:3",
    "not-utf8": "article.md:13:33",
    "unclosed-div": "article.md:15:1",
    "skipped-heading": "article.md:15:1",
    "no-alternative-text": "article.md:15:1",
}


@pytest.mark.parametrize("case", sorted(path.name for path in CASES.iterdir()))
def test_broken_article_gives_its_findings(case: str) -> None:
    article, found = read_article(CASES / case, "x")
    assert lines(found) == (CASES / case / "expected.txt").read_text("utf-8").splitlines()
    assert (article is None) == bool(found)


@pytest.mark.parametrize(("case", "place"), PLACES.items())
def test_one_fault_is_one_finding_at_its_place(case: str, place: str) -> None:
    _, found = read_article(CASES / case, "x")
    assert [str(each.span) for each in found] == [f"x/{place}"]
    assert found[0].severity is Severity.ERROR
    assert found[0].hint


def test_an_alias_bomb_is_refused_where_it_begins() -> None:
    _, found = read_article(CASES / "alias-bomb", "x")
    aliases = [each for each in found if "alias" in each.message]
    assert str(aliases[0].span) == "x/facts.yaml:2:8"


def test_ten_faults_give_ten_findings_in_one_run() -> None:
    article, found = read_article(CASES / "ten-faults", "x")
    assert article is None
    assert len(found) == 10
    assert {each.span.file for each in found if each.span} == {"x/article.md", "x/facts.yaml"}
    assert list(found) == sorted(found, key=lambda each: each.span)


def test_the_mended_twin_gives_none() -> None:
    article, found = read_article(CASES / "ten-faults-mended", "x")
    assert found == ()
    assert article is not None
    assert article.slug == "ten-faults-mended"
    kinds = [type(block) for block in article.blocks]
    assert kinds == [Box, KeyFigures, Paragraph, Heading, FactTable, Chart, Figure, Heading, Paragraph]
    assert isinstance(article.blocks[0], Box)
    assert article.blocks[0].kind is BoxKind.LEARN


def test_contexts_are_readable_unique_and_in_reading_order() -> None:
    article, _ = read_article(CASES / "ten-faults-mended", "x")
    assert article is not None
    assert [message.context for message in article.messages] == [
        "meta:title", "meta:author/1/name", "meta:author/1/role", "item:learn/1", "item:learn/2", "paragraph:0.1",
        "heading:1", "facts:all/title", "chart:bars/title", "figure:quay/alt", "figure:quay/caption", "heading:2",
        "paragraph:2.1", "footnote:1/1", "fact:dues/label", "fact:boats/label", "fact:boats/noun/one",
        "fact:boats/noun/other",
        "source:port-2025/title", "source:port-2025/publisher",
    ]  # fmt: skip


def test_a_foreign_run_stands_in_the_message_as_catalogues_have_it() -> None:
    article, _ = read_article(CASES / "ten-faults-mended", "x")
    assert article is not None
    sources = [message.source for message in article.messages]
    assert "The word {de1}Hafen{/de1} means harbour." in sources


def test_two_runs_find_the_same() -> None:
    assert read_article(CASES / "ten-faults", "x") == read_article(CASES / "ten-faults", "x")


# ---------------------------------------------------------------- files


def test_missing_folder_and_missing_article_are_findings(tmp_path: Path) -> None:
    assert lines(read_article(tmp_path / "no", "x")[1]) == ["x:1:1: error: there is no such folder"]
    article, found = read_article(tmp_path, "x")
    assert article is None
    assert found[0].message == 'there is no file "article.md"'


def test_findings_of_the_ledger_come_even_without_an_article(tmp_path: Path) -> None:
    (tmp_path / "facts.yaml").write_text("a: {label: x}\n")
    _, found = read_article(tmp_path, "x")
    assert [str(each.span) for each in found] == ["x/article.md:1:1", "x/facts.yaml:1:4"]


def test_byte_order_mark_and_windows_line_ends_change_no_place(tmp_path: Path) -> None:
    text = HEAD + "\nA {nope}.\n"
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    plain = read_article(folder(tmp_path / "a", text), "x")
    windows = read_article(folder(tmp_path / "b", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode()), "x")
    assert plain == windows
    assert [str(each.span) for each in plain[1]] == ["x/article.md:7:3"]


def test_columns_count_code_points(tmp_path: Path) -> None:
    _, found = read_article(folder(tmp_path, HEAD + "\n*é😀漢* {nope}\n"), "x")
    assert [str(each.span) for each in found] == ["x/article.md:7:7"]


@pytest.mark.parametrize("character", ["\0", "\x07", "\x85", "\u2028"])
def test_control_characters_are_findings(tmp_path: Path, character: str) -> None:
    _, found = read_article(folder(tmp_path, f"{HEAD}\nab{character}c\n"), "x")
    assert lines(found) == [f"article.md:7:3: error: the character U+{ord(character):04X} is not allowed · delete it"]


def test_an_article_that_is_a_link_out_of_its_folder_is_refused(tmp_path: Path) -> None:
    outside = tmp_path / "outside.md"
    outside.write_text(HEAD)
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "article.md").symlink_to(outside)
    article, found = read_article(tmp_path / "in", "x")
    assert article is None
    assert found[0].message == '"article.md" lies outside the folder of the article'


@pytest.mark.parametrize(
    "path", ["link.png", "/etc/hostname", "images/../../outside.png", "%2e%2e/outside.png", "file:///x.png"]
)
def test_a_picture_from_outside_is_refused(tmp_path: Path, path: str) -> None:
    picture = (CASES / "ten-faults" / "images" / "quay.png").read_bytes()
    (tmp_path / "outside.png").write_bytes(picture)
    inside = tmp_path / "in"
    inside.mkdir()
    (inside / "link.png").symlink_to(tmp_path / "outside.png")
    article, found = read_article(folder(inside, f"{HEAD}\n![A quay]({path})\n"), "x")
    assert article is None
    assert [str(each.span) for each in found] == ["x/article.md:7:11"]


def test_a_folder_and_a_damaged_file_are_no_pictures(tmp_path: Path) -> None:
    body = "\n![A](images)\n\n![B](b.png)\n\n![C](c.jpg)\n"
    files = {"b.png": b"nope", "c.jpg": b"\xff\xd8\xff\xe0\x00", "images__x": b""}
    _, found = read_article(folder(tmp_path, HEAD + body, **files), "x")
    assert [each.message for each in found] == [
        '"images" is no file', '"b.png" is neither PNG nor JPEG', '"c.jpg" is cut off or damaged',
    ]  # fmt: skip


def test_a_file_that_is_too_large_is_not_read(tmp_path: Path) -> None:
    _, found = read_article(folder(tmp_path, HEAD, facts_yaml="#" * 2_000_001), "x")
    assert lines(found) == ['facts.yaml:1:1: error: "facts.yaml" is larger than 2 MB']


def test_a_pipe_in_place_of_a_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "article.md")
    _, found = read_article(tmp_path, "x")
    assert found[0].message == '"article.md" is no file'


# ---------------------------------------------------------------- references


def test_a_ledger_that_cannot_be_read_makes_no_fact_unknown(tmp_path: Path) -> None:
    _, found = read_article(folder(tmp_path, HEAD + "\n{a} {b}\n", facts_yaml="a: [\n"), "x")
    assert [each.span.file for each in found if each.span] == ["x/facts.yaml"]


def test_unused_footnote_is_a_warning_and_the_article_is_read(tmp_path: Path) -> None:
    article, found = read_article(folder(tmp_path, HEAD + "\nText.\n\n[^a]: Note.\n"), "x")
    assert article is not None
    assert lines(found) == [
        'article.md:9:1: warning: the footnote "a" is not called · write [^a] in the text, or delete it'
    ]


def test_a_footnote_may_be_called_twice(tmp_path: Path) -> None:
    article, found = read_article(folder(tmp_path, HEAD + "\nOne[^a] and two.[^a]\n\n[^a]: Note.\n"), "x")
    assert article is not None
    assert found == ()


def test_links_within_the_article_need_their_id(tmp_path: Path) -> None:
    _, found = read_article(folder(tmp_path, HEAD + "\n## Head {#there}\n\n[a](#there) [b](#thre)\n"), "x")
    assert lines(found) == ['article.md:9:13: error: the id "thre" is unknown · did you mean "there"?']


def test_an_id_may_stand_once(tmp_path: Path) -> None:
    _, found = read_article(folder(tmp_path, HEAD + "\n## A {#x}\n\n## B {#x}\n"), "x")
    assert lines(found) == ['article.md:9:8: error: the id "x" stands twice · it is first on line 7']


def test_facts_in_the_front_matter_are_checked_at_their_place(tmp_path: Path) -> None:
    text = HEAD.replace("title: T", 'title: "Up to {pldge}: \\"x\\" {nope}"')
    _, found = read_article(folder(tmp_path, text, facts_yaml="pledge: {label: P, value: 1}\n"), "x")
    assert lines(found) == [
        'article.md:2:15: error: the fact "pldge" is unknown · did you mean "pledge"?',
        'article.md:2:30: error: the fact "nope" is unknown · name it in facts.yaml',
    ]
