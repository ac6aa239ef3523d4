"""Every locale's passes: what they are told to do, and what none of them may do to any text."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from localize_cases import visible

from publish.localize import profile
from publish.localize.content import Leaf, Run, plain
from publish.localize.explain import explain
from publish.localize.passes import PASSES, active_passes
from publish.localize.profile import RuleNote, data_names
from publish.localize.speech import speech
from publish.localize.typography import set_text, set_type

LOCALES = sorted(path.stem for path in (Path(profile.__file__).parent / "data").glob("*.toml"))
TYPED = [(locale, rule) for locale in LOCALES for rule in explain(locale) if rule.typed]
NOT_SET_BY_A_PASS = {
    "line-breaks", "hyphenation", "source-marks", "numbers", "percent", "dates", "direction", "digits",
}  # fmt: skip
ADDRESSES = [
    "https://example.org/a-b--c?x=1...y",
    "https://example.org/2024-2026/it's_60%20000?a=1;b:c!d",
    "HTTP://example.org/w/z.B./-5/J.Koll",
    "www.example.org/'quoted'/x",
    "example.org/2024-2026...x",
    "a.b'-c@d-e.example.org",
    "first.last+1999-2000@example.org",
    "doi:10.1000/1999-2000",
    "mailto:a--b@example.org",
]


def told(case: tuple[str, RuleNote]) -> str:
    return f"{case[0]}-{case[1].name}"


@pytest.mark.parametrize("case", TYPED, ids=told)
def test_what_is_typed_becomes_the_example_of_its_rule(case: tuple[str, RuleNote]) -> None:
    locale, rule = case
    assert visible(set_text(rule.typed, speech(locale))) == visible(rule.example)
    assert rule.typed != rule.example


@pytest.mark.parametrize("case", TYPED, ids=told)
def test_a_rule_is_told_by_the_name_of_the_pass_that_its_example_needs(case: tuple[str, RuleNote]) -> None:
    locale, rule = case
    by_name = {each.name: each for each in active_passes(speech(locale))}
    assert any(_changed(by_name[rule.name], text, locale) for text in _between_passes(rule, locale))


def _between_passes(rule: RuleNote, locale: str) -> list[str]:
    """The typed text as each pass finds it: an earlier one may make what the named one needs."""
    texts = [rule.typed]
    for each in active_passes(speech(locale)):
        texts.append(applied(each.edits(texts[-1], speech(locale)), texts[-1]))
    return texts


@pytest.mark.parametrize("locale", LOCALES)
def test_every_pass_of_a_locale_is_told_once_and_no_other(locale: str) -> None:
    names = [rule.name for rule in explain(locale)]
    assert len(names) == len(set(names))
    active = [each.name for each in active_passes(speech(locale))]
    assert [name for name in names if name not in NOT_SET_BY_A_PASS] == active
    for rule in explain(locale):
        assert bool(rule.typed) == (rule.name in active), rule.name
        assert rule.rule.endswith(".")
        assert rule.authority


@pytest.mark.parametrize("locale", data_names())
def test_no_rule_of_a_language_is_dead(locale: str) -> None:
    assert len(explain(locale)) == len(speech(locale).profile.rules)


def test_a_region_tells_its_own_rules_in_place_of_those_of_its_language() -> None:
    assert {rule.name for rule in explain("en-US")} == {rule.name for rule in explain("en")}
    (dashes,) = [rule for rule in explain("en-US") if rule.name == "dashes"]
    assert dashes.example == "words—and numbers"


NESTED = [
    ("pl", "„xx «yy» zz”"),
    ("en", "“xx ‘yy’ zz”"),
    ("en-US", "“xx ‘yy’ zz”"),
    ("de", "„xx ‚yy‘ zz“"),
    ("fr", "«~xx “yy” zz~»"),
    ("fr-CA", "«~xx “yy” zz~»"),
    ("es", "«xx “yy” zz»"),
    ("it", "«xx “yy” zz»"),
    ("pt", "«xx “yy” zz»"),
    ("pt-BR", "“xx ‘yy’ zz”"),
    ("uk", "«xx „yy“ zz»"),
    ("cs", "„xx ‚yy‘ zz“"),
    ("el", "«xx “yy” zz»"),
    ("vi", "“xx ‘yy’ zz”"),
    ("ja", "「xx 『yy』 zz」"),
    ("zh-Hans", "“xx ‘yy’ zz”"),
]


@pytest.mark.parametrize(("locale", "wanted"), NESTED)
def test_quotations_nest_as_the_locale_nests_them(locale: str, wanted: str) -> None:
    assert visible(set_text("\"xx 'yy' zz\"", speech(locale))) == wanted


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("address", ADDRESSES)
def test_addresses_stay_as_they_are_within_a_sentence(locale: str, address: str) -> None:
    text = f'"w {address}", ({address}) - 2024-2026: {address}. A {address}; J. K {address}?'
    assert set_text(text, speech(locale)).count(address) == 5


def test_the_marks_of_the_sentence_are_not_of_the_address() -> None:
    assert set_text("'https://example.org/'...", speech("en")) == "“https://example.org/”…"
    assert visible(set_text("Voir https://example.org/; non?", speech("fr"))) == "Voir https://example.org/^; non^?"
    assert set_text("https://example.org/を「見て」...", speech("ja")) == "https://example.org/を「見て」……"


# ---- any text


def applied(edits: object, text: str) -> str:
    """The text with the edits of one pass, none of them over another."""
    position, result = 0, ""
    for start, end, written in sorted(edits):  # type: ignore[call-overload]
        assert position <= start <= end
        result += text[position:start] + written
        position = end
    return result + text[position:]


def _changed(each: object, text: str, locale: str) -> bool:
    return applied(each.edits(text, speech(locale)), text) != text  # type: ignore[attr-defined]


@cache
def texts(locale: str) -> st.SearchStrategy[str]:
    """Texts of what the passes of a locale look for, in any order."""
    rules = explain(locale)
    words = {word for rule in rules for word in re.split(r"(\W)", f"{rule.typed} {rule.example}") if word}
    marks = sorted({*words, *" \u00a0\u202f\"'.,;:!?-–—()5w", " ", "...", "2024-2026", " - ", "J. K. ", "60 000"})
    return st.lists(st.sampled_from(marks), max_size=14).map("".join)


PLAIN = str.maketrans(dict.fromkeys("\"'„“”‚‘’«»‹›「」『』׳״´`.…-–—‐−〜~～־\u200e\u200f\u2060 \u00a0\u202f\t", ""))


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_each_pass_is_idempotent_and_leaves_letters_digits_and_stops_alone(locale: str, data: st.DataObject) -> None:
    text = data.draw(texts(locale))
    for each in active_passes(speech(locale)):
        once = applied(each.edits(text, speech(locale)), text)
        assert applied(each.edits(once, speech(locale)), once) == once, each.name
        assert once.translate(PLAIN) == text.translate(PLAIN), each.name
        text = once


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_setting_any_text_of_a_locale_twice_changes_nothing_more(locale: str, data: st.DataObject) -> None:
    once = set_text(data.draw(texts(locale)), speech(locale))
    assert set_text(once, speech(locale)) == once


@pytest.mark.parametrize("locale", LOCALES)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_addresses_and_code_stay_as_they_are_in_any_text(locale: str, data: st.DataObject) -> None:
    around = texts(locale)
    address, code = data.draw(st.sampled_from(ADDRESSES)), data.draw(around) + "x"
    before, after = data.draw(around), data.draw(around)
    leaf: Leaf = (
        Run(f"{before} {address} {after}", locale),
        Run(code, locale, code=True),
        Run(data.draw(around), locale),
    )
    after_setting = set_type(leaf, speech(locale))
    assert address in plain(after_setting)
    assert [run.text for run in after_setting if isinstance(run, Run) and run.code] == [code]


def test_the_names_of_passes_are_distinct() -> None:
    assert len({each.name for each in PASSES}) == len(PASSES)
