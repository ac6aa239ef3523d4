"""YAML as source text with places, and pydantic's errors in plain words."""

from __future__ import annotations

from typing import Literal

import pytest
from pydantic import BaseModel, ConfigDict, ValidationError

from publish.article.yamltree import findings, read_yaml


def places(text: str, line: int = 1) -> list[str]:
    _, _, found = read_yaml(text, "f", line)
    return [f"{each.span.line}:{each.span.column} {each.message}" for each in found if each.span]


def test_scalars_are_their_source_text() -> None:
    tree, _, found = read_yaml("a: no\nb: 012\nc: 1_000\nd: 2025-10-30\ne: ~\nf: ''\ng:\nh: 1.50\n", "f")
    assert tree == {"a": "no", "b": "012", "c": "1_000", "d": "2025-10-30", "e": "~", "f": "", "g": None, "h": "1.50"}
    assert not found


def test_an_empty_text_is_nothing() -> None:
    assert read_yaml("", "f")[0] is None
    assert read_yaml("# only a comment\n", "f")[0] is None


def test_places_count_from_the_line_given() -> None:
    _, marks, _ = read_yaml("a: 1\nb:\n  - x\n  - {c: é😀, d: y}\n", "f", 2)
    assert str(marks.key(("b",))) == "f:3:1"
    assert str(marks.value(("b", 1, "c"))) == "f:5:9"
    assert str(marks.key(("b", 1, "d"))) == "f:5:13"
    assert str(marks.value(("b", 1, "no", "more"))) == "f:5:5"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: &x 1\n", '1:4 the anchor "&x" is not allowed'),
        ("a: *x\n", '1:4 the alias "*x" is not allowed'),
        ("a: !!python/object:x y\n", '1:4 the tag "tag:yaml.org,2002:python/object:x" is not allowed'),
        ("a: 1\nb: 2\na: 3\n", '3:1 the key "a" stands twice'),
        ("? [a]\n: 1\n", "1:3 a key must be text"),
        ("? \n: 1\n", "1:2 a key is missing before the colon"),
        ("a: 1\n---\nb: 2\n", "2:1 a second document begins here; a file holds one"),
        ("a: \x07\n", "1:4 the character U+0007 is not allowed"),
        ("a: b: c\n", "1:5 not valid YAML: mapping values are not allowed in this context"),
        ("a:\n\t- b\n", "2:1 not valid YAML: found character that cannot start any token"),
    ],
)
def test_what_is_not_allowed_is_found_where_it_stands(text: str, expected: str) -> None:
    assert places(text) == [expected]


def test_depth_is_bounded() -> None:
    assert places("[" * 100_000) == ["1:52 values are nested more than 50 deep"]


def test_an_alias_is_never_followed() -> None:
    bomb = "a: &a [x]\n" + "".join(
        f"{b}: &{b} [*{a},*{a},*{a},*{a}]\n" for a, b in zip("abcdefghijk", "bcdefghijkl", strict=True)
    )
    tree, _, found = read_yaml(bomb, "f")
    assert isinstance(tree, dict)
    assert tree["l"] == [None] * 4
    assert len(found) == 12 + 11


def test_offsets_in_folded_and_escaped_scalars_lead_to_their_source() -> None:
    tree, marks, _ = read_yaml('a: "x\n  y\\"z"\nb: >\n  one\n  two\n', "f")
    assert tree == {"a": 'x y"z', "b": "one two\n"}
    origin = marks.origin(("a",), 'x y"z')
    assert [str(origin.span(offset)) for offset in (0, 2, 3, 4)] == ["f:1:5", "f:2:3", "f:2:5", "f:2:6"]
    assert str(marks.origin(("b",), "one two\n").span(4)) == "f:5:3"


# ---------------------------------------------------------------- pydantic


class Inner(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: str
    size: float = 1


class Outer(BaseModel):
    model_config = ConfigDict(extra="forbid")
    title: str
    kind: Literal["bar", "line"] = "bar"
    inner: Inner | None = None
    many: list[Inner] = []
    named: dict[str, Inner] = {}
    either: str | dict[str, str] = ""


def faults(text: str) -> list[str]:
    tree, marks, _ = read_yaml(text, "f")
    with pytest.raises(ValidationError) as caught:
        Outer.model_validate(tree)
    return [str(each).removeprefix("f:").replace(" error:", "") for each in findings(caught.value, marks, Outer)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("title: x\nknid: bar\n", ['2:1: unknown key "knid" · did you mean "kind"?']),
        ("titel: x\n", ['1:1: unknown key "titel" · did you mean "title"?']),
        ("kind: bar\n", ['1:1: the key "title" is missing · add title: ...']),
        ("title: x\nkind: baar\n", ['2:7: kind "baar" is unknown · did you mean "bar"?']),
        ("title: x\ninner: {nmae: y}\n", ['2:9: unknown key "nmae" · did you mean "name"?']),
        ("title: x\nmany:\n  - {name: y, size: big}\n", ['3:21: "size" must be a number, not "big"']),
        ("title: x\nnamed: {a: {name: y, sise: 1}}\n", ['2:22: unknown key "sise" · did you mean "size"?']),
        ("title: x\neither: 1\nmany: y\n", ['3:7: "many" must be a list, not "y"']),
        ("title:\n", ['1:1: "title" has no value · write a value, or delete the key']),
        ("title: x\ninner: y\n", ['2:8: "inner" must be a map of keys and values, not "y"']),
    ],
)
def test_faults_are_told_in_plain_words_at_their_place(text: str, expected: list[str]) -> None:
    assert faults(text) == expected
