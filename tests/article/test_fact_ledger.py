"""The fact ledger: values straight from their source text, and every fault at its place."""

from __future__ import annotations

import datetime
from decimal import Decimal

import pytest

from publish.article.ledger import LedgerPart, read_ledger
from publish.article.model import DateRange, Fact, Message, MonthValue, Precision, Range, YearValue
from publish.article.units import currencies, units


def read(text: str) -> LedgerPart:
    part = read_ledger(text, "f", ["press-2025"])
    part.found += part.messages.found
    return part


def fact(keys: str) -> Fact:
    part = read(f"x: {{label: L, {keys}}}\n")
    assert not part.found
    return part.facts["x"]


def faults(keys: str) -> list[str]:
    part = read(f"x: {{label: L, {keys}}}\n")
    assert not part.facts
    return [str(each).removeprefix("f:1:").replace(" error:", "") for each in part.found]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("550_000_000_000", Decimal(550_000_000_000)),
        ("9.90", Decimal("9.90")),
        ("-0.5", Decimal("-0.5")),
        ("−0.5", Decimal("-0.5")),
        ("+3", Decimal(3)),
        ("007", Decimal(7)),
    ],
)
def test_numbers_go_straight_to_decimal(written: str, value: Decimal) -> None:
    read_value = fact(f"value: {written}").value
    assert read_value == value
    assert str(read_value) == str(value)


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        ("15%", "write 15 and unit: percent"),
        ("'1,250'", "write 1_250"),
        ("1 250 000", "write 1_250_000"),
        ("'12,5'", "write 12.5"),
        ("5e9", "write all digits, with _ between groups: 550_000_000"),
        ("nan", "write digits, with _ between groups and . before decimals: 1_234.5"),
        (".5", "write digits, with _ between groups and . before decimals: 1_234.5"),
        ("٣", "write digits, with _ between groups and . before decimals: 1_234.5"),
    ],
)
def test_other_spellings_of_numbers_get_a_remedy(written: str, hint: str) -> None:
    (found,) = faults(f"value: {written}")
    assert found.startswith("22: ")
    assert found.endswith(f"is no number · {hint}")


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ("value: 2025-10-28, unit: date", datetime.date(2025, 10, 28)),
        ("value: 2025-10, unit: month", MonthValue(2025, 10)),
        ("value: 2025, unit: year", YearValue(2025)),
        ("value: {from: 10, to: 12.5}, unit: tonne", Range(Decimal(10), Decimal("12.5"))),
        (
            "value: {from: 2025-10-26, to: 2025-10-30}, unit: date-range",
            DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 10, 30)),
        ),
        (
            "value: 2025-10-26/2025-10-30, unit: date-range",
            DateRange(datetime.date(2025, 10, 26), datetime.date(2025, 10, 30)),
        ),
    ],
)
def test_values_are_of_their_unit(keys: str, value: object) -> None:
    assert fact(keys).value == value


def test_a_text_is_a_message() -> None:
    value = fact("value: late summer 2025, unit: text").value
    assert isinstance(value, Message)
    assert (value.context, value.source, value.span.column) == ("fact:x/value", "late summer 2025", 22)


def test_all_keys_are_read() -> None:
    whole = fact(
        "value: 1_400, unit: USD, per: year, precision: at least, as_of: 2025-10, source: press-2025, note: 'See *x*.'"
    )
    assert (whole.unit, whole.per, whole.precision) == ("USD", "year", Precision.AT_LEAST)
    assert (whole.as_of, whole.source) == (MonthValue(2025, 10), "press-2025")
    assert whole.note is not None
    assert whole.note.source == "See *x*."
    assert fact("value: 2, unit: percent, of: GDP").of is not None
    assert fact("value: 2, unit: none").unit is None


def test_nouns_are_messages_by_plural_category() -> None:
    noun = fact("value: 2, noun: {one: żołnierz, few: żołnierze, many: żołnierzy, other: żołnierza}").noun
    assert {key: message.context for key, message in noun.items()} == {
        key: f"fact:x/noun/{key}" for key in ("one", "few", "many", "other")
    }
    assert noun["few"].source == "żołnierze"


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ("value: 1, unit: percnt", ['31: unit "percnt" is unknown · did you mean "percent"?']),
        ("value: 1, unit: usd", ['31: unit "usd" is unknown · did you mean "USD"?']),
        ("value: 1, unit: '%'", ['31: unit "%" is unknown · did you mean "percent"?']),
        ("value: 1, unit: tonnes", ['31: unit "tonnes" is unknown · did you mean "tonne"?']),
        ("value: 1, precision: abut", ['36: precision "abut" is unknown · did you mean "about"?']),
        ("value: 1, source: pres-2025", ['33: source "pres-2025" is unknown · did you mean "press-2025"?']),
        ("value: 1, unit: USD, per: yaer", ['41: per "yaer" is unknown · did you mean "year"?']),
        ("value: 1, as_of: 28.10.2025", ['32: "28.10.2025" is no date · write 2025-10-28, 2025-10 or 2025']),
        (
            "value: 2025-02-30, unit: date",
            ['22: the calendar has no day "2025-02-30" · write year-month-day, such as 2025-10-28'],
        ),
        ("value: 2025-13, unit: month", ['22: "2025-13" is no month · write year-month, such as 2025-10']),
        ("value: 25, unit: year", ['22: "25" is no year · write four digits, such as 2025']),
        ("value: {from: 3, to: 1}", ["22: the range does not rise · write {from: ..., to: ...}"]),
        ("value: {form: 3, to: 5}", ['23: unknown key "form" · did you mean "from"?']),
        ("value: {from: 3}", ['22: the key "to" is missing · write {from: ..., to: ...}']),
        (
            "value: {from: 2025, to: 2026}, unit: year",
            ["22: a year is one value · write unit: date-range for a range of days"],
        ),
        ("value: [1]", ['22: "value" must be one value']),
        ("value: ''", ['15: "value" has no value · write it']),
        ("vlaue: 1", ['15: unknown key "vlaue" · did you mean "value"?']),
        ("unit: USD", ['4: the key "value" is missing · add value: ...']),
        (
            "value: 1, noun: {one: a, ohter: b}",
            [
                '31: the plural category "other" is missing · add other: ...',
                '40: plural category "ohter" is unknown · did you mean "other"?',
            ],
        ),
        ("value: 1, unit: USD, noun: {other: b}", ["36: a counted thing has no unit · delete unit, or noun"]),
        ("value: 1, unit: USD, of: GDP", ['36: "of" needs unit: percent or percentage-point · delete it']),
        ("value: 2025, unit: year, precision: over", ["40: a year has no precision · delete it, or use unit: text"]),
    ],
)
def test_faults_have_place_and_remedy(keys: str, expected: list[str]) -> None:
    assert sorted(faults(keys), key=lambda each: int(each.split(":")[0])) == expected


def test_a_noun_holds_no_facts() -> None:
    part = read("x: {label: L, value: 1, noun: {other: '{y}'}}\n")
    assert [str(each.span) for each in part.found] == ["f:1:40"]


def test_faults_of_one_fact_do_not_hide_those_of_another() -> None:
    part = read("a: {label: A, value: x}\nB-c: {label: B, value: 1}\nd: {label: D, value: 1, unit: m, nte: y}\n")
    assert sorted(str(each.span) for each in part.found) == ["f:1:22", "f:2:1", "f:3:31", "f:3:34"]
    assert part.names == ["a", "B-c", "d"]


def test_names_have_a_shape() -> None:
    part = read("Big-Deal: {label: A, value: 1}\n")
    assert str(part.found[0]) == 'f:1:1: error: "Big-Deal" is no name of a fact · write big_deal'


@pytest.mark.parametrize("text", ["- a\n", "just text\n"])
def test_a_ledger_is_a_map(text: str) -> None:
    assert [each.message for each in read(text).found] == ["the ledger must be a map of facts"]


def test_an_empty_ledger_is_good() -> None:
    part = read("# nothing yet\n")
    assert (part.names, part.found) == ([], [])


def test_units_are_iso_and_cldr() -> None:
    assert {"USD", "JPY", "DEM"} <= currencies()
    assert {"tonne", "kilometer", "square-kilometer", "percent", "percentage-point", "date-range", "text"} <= units()
