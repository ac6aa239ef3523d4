"""The front matter: every key, and every fault at its place."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from publish.article.folder import Folder
from publish.article.frontmatter import FrontPart, read_front_matter, split_front_matter
from publish.article.model import MonthValue, YearValue
from publish.article.tags import is_language_tag

LEAST = "title: T\nlanguage: pl\ndate: 2025-10-30\n"


def read(text: str, folder: Path = Path("/nowhere")) -> FrontPart:
    part = read_front_matter(text, Folder(folder, "x"), "f")
    part.found += part.head.found + part.tail.found
    return part


def faults(text: str) -> list[str]:
    part = read(LEAST + text)
    assert part.found
    return [str(each).removeprefix("f:").replace(" error:", "") for each in part.found]


def test_title_language_and_date_are_enough() -> None:
    meta = read(LEAST).meta
    assert meta is not None
    assert (meta.title.source, meta.language, meta.date) == ("T", "pl", datetime.date(2025, 10, 30))
    assert (meta.url, meta.sources, meta.authors) == ({}, (), ())


def test_norwegian_is_no_truth_value() -> None:
    meta = read(LEAST.replace("pl", "no")).meta
    assert meta is not None
    assert meta.language == "no"


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "logo.svg").write_text("<svg/>")
    text = (
        LEAST
        + """lead: "A *lead*: with a colon"
authors: [{name: Ann Example, role: Editor, email: ann@example.org}, {name: Bo}]
publisher: {name: House, about: We publish., logo: logo.svg, url: "https://example.org", contact: ask us}
series: Policy brief
number: 012
url: {pl: "https://example.org/pl", en-GB: "https://example.org/"}
marking: TLP:GREEN
sources:
  a-1: {title: Press, publisher: House, date: 2025-10, url: "https://example.org/a"}
  b: {title: Study, date: 2018}
keywords: [trade, tariffs]
disclaimer: None.
licence: CC BY 4.0
doi: 10.1234/abc
issn: 2049-3630
embargo: 2025-11-01
correction: Mended.
translators: {en: Cy, ja: Di}
region: PL
"""
    )
    part = read(text, tmp_path)
    meta = part.meta
    assert part.found == []
    assert meta is not None
    assert meta.lead is not None
    assert (meta.lead.source, str(meta.lead.span)) == ("A *lead*: with a colon", "f:5:8")
    assert [(author.name.source, author.email) for author in meta.authors] == [
        ("Ann Example", "ann@example.org"), ("Bo", None),
    ]  # fmt: skip
    assert meta.publisher is not None
    assert meta.publisher.logo == tmp_path / "logo.svg"
    assert meta.number == "012"
    assert meta.url == {"pl": "https://example.org/pl", "en-GB": "https://example.org/"}
    assert [(source.key, source.date, source.span.line) for source in meta.sources] == [
        ("a-1", MonthValue(2025, 10), 13), ("b", YearValue(2018), 14),
    ]  # fmt: skip
    assert [keyword.context for keyword in meta.keywords] == ["meta:keyword/1", "meta:keyword/2"]
    assert (meta.translators, meta.region, meta.embargo) == ({"en": "Cy", "ja": "Di"}, "PL", datetime.date(2025, 11, 1))
    assert (meta.doi, meta.issn, meta.licence, meta.marking) == ("10.1234/abc", "2049-3630", "CC BY 4.0", "TLP:GREEN")


def test_one_address_is_for_every_language() -> None:
    meta = read(LEAST + "url: https://example.org/12\n").meta
    assert meta is not None
    assert meta.url == {"": "https://example.org/12"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("serise: x\n", '5:1: unknown key "serise" · did you mean "series"?'),
        ("authors: [{nmae: x}]\n", '5:12: unknown key "nmae" · did you mean "name"?'),
        ("authors: Ann\n", '5:10: "authors" must be a list, not "Ann"'),
        ("authors: [{role: x}]\n", '5:11: the key "name" is missing · add name: ...'),
        ("authors: [{name: x, email: ann}]\n", '5:28: "ann" is no e-mail address · write name@example.org'),
        ("lead: '  '\n", "5:7: the text is empty · write it, or delete the key"),
        ("lead: [a]\n", '5:7: "lead" must be text, not a list · put text that begins with a bracket in quotes'),
        ("url: example.org\n", '5:6: "example.org" is no web address · write https:// and the address'),
        (
            "url: {p: 'https://x.org'}\n",
            '5:7: "p" is no language tag · write one of BCP 47, such as pl, en-GB or zh-Hans',
        ),
        ("url: {pl: 'ftp://x.org'}\n", '5:11: "ftp://x.org" is no web address · write https:// and the address'),
        ("url: 'https://[x'\n", '5:6: "https://[x" is no web address · write https:// and the address'),
        ("embargo: soon\n", '5:10: "soon" is no date · write year-month-day, such as 2025-10-28'),
        ("marking: TLP:GREN\n", '5:10: the marking "TLP:GREN" is unknown · did you mean "TLP:GREEN"?'),
        ("issn: 2049-3631\n", '5:7: the check digit of the ISSN "2049-3631" is wrong · compare it with the register'),
        (
            "doi: https://doi.org/10.1/x\n",
            '5:6: "https://doi.org/10.1/x" is no DOI · write it without an address: 10.1234/abc',
        ),
        ("region: Poland\n", '5:9: "Poland" is no region · write two capital letters of ISO 3166, such as PL'),
        ("sources: {a: {title: x, date: 2025-1}}\n", '5:31: "2025-1" is no date · write 2025-10-28, 2025-10 or 2025'),
        (
            "sources: {'a b': {title: x}}\n",
            '5:11: "a b" is no key of a source · write letters, digits, and - . : or _ between them',
        ),
        (
            "publisher: {name: x, logo: ../x.svg}\n",
            '5:28: "../x.svg" lies outside the folder of the article · put a copy into its folder',
        ),
        (
            "publisher: {name: x, logo: no.svg}\n",
            '5:28: there is no file "no.svg" · put it into the folder of the article',
        ),
    ],
)
def test_faults_have_place_and_remedy(text: str, expected: str) -> None:
    assert faults(text) == [expected]


def test_all_faults_are_found_at_once() -> None:
    part = read("titel: '{a}'\nlanguage: e\ndate: 30.10.2025\nlead: '{B}'\n")
    assert part.meta is None
    assert [str(each.span) for each in part.found] == ["f:2:1", "f:3:11", "f:4:7", "f:5:8"]


def test_sources_are_known_although_the_rest_is_at_fault() -> None:
    assert read("sources: {a: {title: x}}\n").sources == ["a"]
    assert read("sources: [\n").sources is None


@pytest.mark.parametrize(
    ("text", "front", "start", "faults"),
    [
        ("---\na: b\n---\nText\n", "a: b\n", 13, []),
        ("---\na: b\n...\n", "a: b\n", 13, []),
        ("---\n---\n", "", 8, []),
        ("Text\n", None, 0, ["the front matter is missing"]),
        ("", None, 0, ["the front matter is missing"]),
        ("---\na: b\n", None, 9, ["the front matter is not closed"]),
    ],
)
def test_front_matter_ends_with_its_second_line(text: str, front: str | None, start: int, faults: list[str]) -> None:
    found = split_front_matter(text, "f")
    assert (*found[:2], [each.message for each in found[2]]) == (front, start, faults)


@pytest.mark.parametrize(
    "tag", ["pl", "en-GB", "zh-Hans", "es-419", "sr-Latn-RS", "de-CH-1901", "sl-rozaj-biske", "en-x-house"]
)
def test_good_language_tags(tag: str) -> None:
    assert is_language_tag(tag)


@pytest.mark.parametrize("tag", ["", "e", "english", "en_GB", "en-", "pl-P", "en--GB", "zh-Hans-Hans", " en"])
def test_bad_language_tags(tag: str) -> None:
    assert not is_language_tag(tag)
