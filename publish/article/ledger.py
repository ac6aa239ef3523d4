"""The fact ledger, `facts.yaml`: numbers, dates and short texts, each stated once."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, TypeGuard, TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

from publish.article.marks import Marks, Path
from publish.article.messages import Messages
from publish.article.model import DateRange, Fact, Message, Precision, Range, Value
from publish.article.units import CALENDAR, currencies, periods, units
from publish.article.values import ValueFaultError, parse_date, parse_month, parse_number, parse_when, parse_year
from publish.article.yamltree import findings, read_yaml
from publish.errors import Diagnostic, error, suggest

__all__ = ["LedgerPart", "read_ledger"]

MAX_FACTS = 5_000

T = TypeVar("T")
R = TypeVar("R")

_NAME = re.compile(r"[a-z][a-z0-9_]*")
_CATEGORIES = ("zero", "one", "two", "few", "many", "other")  # CLDR plural categories
_PARSERS: dict[str, Callable[[str], Value]] = {"date": parse_date, "month": parse_month, "year": parse_year}
_NOTHING = Decimal(0)  # stands where a value is at fault; such a fact is never handed out
_PRECISION = {word.value: word for word in Precision}


_SIGNS = {"%": "percent", "pp": "percentage-point", "$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY"}
_KINDS = (
    "write a currency of ISO 4217, a unit of CLDR such as tonne, percent, percentage-point, date, month, year, "
    "date-range or text"
)
_RANGE = "write {from: ..., to: ...}"


class FactModel(BaseModel):
    """One fact as it may be written; what its parts say together is checked afterwards."""

    model_config = ConfigDict(extra="forbid")

    label: str
    value: Any
    unit: str | None = None
    precision: str = Precision.EXACT.value
    as_of: str | None = None
    source: str | None = None
    note: str | None = None
    of: str | None = None
    per: str | None = None
    noun: dict[str, str] = {}


@dataclass(slots=True)
class LedgerPart:
    """What the ledger gave: the good facts, and the names of all (None where they cannot be known)."""

    facts: dict[str, Fact] = field(default_factory=dict)
    names: list[str] | None = None
    messages: Messages = field(default_factory=Messages)
    found: list[Diagnostic] = field(default_factory=list)


def read_ledger(text: str, file: str, sources: list[str] | None) -> LedgerPart:
    """The facts of a ledger; `sources` are the keys that `source:` may name, None where they are unknown."""
    tree, marks, found = read_yaml(text, file)
    part = LedgerPart(found=found)
    if tree is None:
        part.names = None if found else []
    elif not isinstance(tree, dict):
        part.found.append(error("the ledger must be a map of facts", marks.value(()), "write name: {label: ...}"))
    elif len(tree) > MAX_FACTS:
        part.found.append(error(f"there are more than {MAX_FACTS:,} facts", marks.value(())))
    else:
        part.names = list(tree)
        for name, entry in tree.items():
            if fact := _Reader(name, marks, sources, part).fact(entry):
                part.facts[name] = fact
    return part


class _Reader:
    """Reads one fact; every fault is reported at its own place."""

    def __init__(self, name: str, marks: Marks, sources: list[str] | None, part: LedgerPart) -> None:
        self._name = name
        self._marks = marks
        self._sources = sources
        self._messages = part.messages
        self._found = part.found

    def fact(self, entry: object) -> Fact | None:
        before = len(self._found)
        self._check_name()
        model = self._shape(entry)
        if model is None:
            return None
        unit = self._unit(model.unit)
        fact = Fact(
            name=self._name,
            label=self._message("label", model.label),
            value=self._value(model.value, unit),
            unit=unit,
            span=self._marks.key((self._name,)),
            precision=self._precision(model.precision),
            as_of=self._parse(parse_when, model.as_of, "as_of") if model.as_of is not None else None,
            source=self._source(model.source),
            note=self._message("note", model.note, plain=False) if model.note else None,
            of=self._message("of", model.of) if model.of else None,
            per=self._per(model.per),
            noun=self._noun(model.noun),
        )
        self._check_company(fact)
        return fact if len(self._found) == before else None

    def _report(self, message: str, path: Path, hint: str | None = None, key: bool = False) -> None:
        place = self._marks.key((self._name, *path)) if key else self._marks.value((self._name, *path))
        self._found.append(error(message, place, hint))

    def _check_name(self) -> None:
        if _NAME.fullmatch(self._name) is None:
            plain = re.sub(r"[^a-z0-9_]+", "_", self._name.lower()).strip("_0123456789")
            hint = f"write {plain}" if plain else "write small letters of English, digits and _"
            self._report(f'"{self._name[:60]}" is no name of a fact', (), hint, key=True)

    def _shape(self, entry: object) -> FactModel | None:
        at = (self._name,)
        try:
            return FactModel.model_validate(entry)
        except ValidationError as fault:
            self._found += findings(fault, self._marks, FactModel, at)
        # Unknown keys aside, what is there can be checked all the same.
        known = {key: value for key, value in entry.items() if key in FactModel.model_fields} if is_map(entry) else {}
        try:
            return FactModel.model_validate(known)
        except ValidationError:
            return None

    def _message(self, key: str, text: str, plain: bool = True, path: Path = ()) -> Message:
        path = (self._name, *(path or (key,)))
        if not text.strip():
            self._report(f'"{key}" is empty', path[1:], "write it, or delete the key")
        return self._messages.add(f"fact:{'/'.join(map(str, path))}", text, self._marks.origin(path, text), plain)

    def _parse(self, parse: Callable[[str], T], text: object, *path: str) -> T | None:
        if not isinstance(text, str):
            self._report(f'"{path[-1]}" must be one value', path)
            return None
        try:
            return parse(text.strip())
        except ValueFaultError as fault:
            self._report(str(fault), path, fault.hint)
            return None

    # ------------------------------------------------------------ value and unit

    def _unit(self, unit: str | None) -> str | None:
        if unit is None or unit == "none":
            return None
        if unit not in units():
            exact = [name for name in (unit.upper(), unit.lower(), _SIGNS.get(unit, "")) if name in units()]
            hint = f'did you mean "{exact[0]}"?' if exact else suggest(unit, units() - currencies())
            self._report(f'unit "{unit[:40]}" is unknown', ("unit",), hint or _KINDS)
        return unit

    def _value(self, value: object, unit: str | None) -> Value:
        known = unit is None or unit in units()
        if value is None or value == "":
            self._report('"value" has no value', ("value",), "write it", key=True)
        elif unit == "text":
            return self._text(value)
        elif unit == "date-range":
            return self._bounds(value, parse_date, DateRange) or _NOTHING
        elif isinstance(value, dict) and known:
            return self._number_range(value, unit)
        elif known:
            parse = _PARSERS.get(unit or "", parse_number)
            parsed = self._parse(parse, value, "value")
            return _NOTHING if parsed is None else parsed
        return _NOTHING

    def _text(self, value: object) -> Value:
        if isinstance(value, str):
            return self._message("value", value)
        self._report('"value" must be text', ("value",))
        return _NOTHING

    def _number_range(self, value: dict[str, object], unit: str | None) -> Value:
        if unit in CALENDAR:
            self._report(f"a {unit} is one value", ("value",), "write unit: date-range for a range of days")
            return _NOTHING
        return self._bounds(value, parse_number, Range) or _NOTHING

    def _bounds(self, value: object, parse: Callable[[str], T], make: Callable[[T, T], R]) -> R | None:
        if isinstance(value, str) and value.count("/") == 1:  # ISO 8601 writes an interval so
            first, last = (self._parse(parse, part, "value") for part in value.split("/"))
        elif isinstance(value, dict) and self._has_bounds(value):
            first, last = (self._parse(parse, value[key], "value", key) for key in ("from", "to"))
        elif isinstance(value, dict):
            return None
        else:
            self._report("a range has two ends", ("value",), _RANGE)
            return None
        if first is None or last is None:
            return None
        if not first < last:  # type: ignore[operator]  # numbers or days, both alike
            self._report("the range does not rise", ("value",), _RANGE)
        return make(first, last)

    def _has_bounds(self, value: dict[str, object]) -> bool:
        for key in value:
            if key not in ("from", "to"):
                self._report(f'unknown key "{key}"', ("value", key), suggest(key, ("from", "to")) or _RANGE, key=True)
        missing = [key for key in ("from", "to") if key not in value]
        if missing and set(value) <= {"from", "to"}:
            self._report(f'the key "{missing[0]}" is missing', ("value",), _RANGE)
        return not missing

    # ------------------------------------------------------------ the rest

    def _precision(self, word: str) -> Precision:
        if word not in _PRECISION:
            hint = suggest(word, _PRECISION) or f"known: {', '.join(_PRECISION)}"
            self._report(f'precision "{word[:40]}" is unknown', ("precision",), hint)
        return _PRECISION.get(word, Precision.EXACT)

    def _source(self, key: str | None) -> str | None:
        if key is not None and self._sources is not None and key not in self._sources:
            hint = suggest(key, self._sources) or "name it under sources: in the front matter"
            self._report(f'source "{key[:60]}" is unknown', ("source",), hint)
        return key

    def _per(self, period: str | None) -> str | None:
        if period is not None and period not in periods():
            hint = suggest(period, periods()) or f"known: {', '.join(sorted(periods()))}"
            self._report(f'per "{period[:40]}" is unknown', ("per",), hint)
        return period

    def _noun(self, noun: dict[str, str]) -> dict[str, Message]:
        for category in noun:
            if category not in _CATEGORIES:
                hint = suggest(category, _CATEGORIES) or f"known: {', '.join(_CATEGORIES)}"
                self._report(f'plural category "{category}" is unknown', ("noun", category), hint, key=True)
        if noun and "other" not in noun:
            self._report('the plural category "other" is missing', ("noun",), "add other: ...")
        return {
            category: self._message("noun", text, path=("noun", category))
            for category, text in noun.items()
            if category in _CATEGORIES
        }

    def _check_company(self, fact: Fact) -> None:
        """Keys that have no meaning beside the unit."""
        wordless = fact.unit in (*CALENDAR, "text")
        share = fact.unit in ("percent", "percentage-point")
        if fact.noun and fact.unit is not None:
            self._report("a counted thing has no unit", ("noun",), "delete unit, or noun", key=True)
        if fact.of is not None and not share:
            self._report('"of" needs unit: percent or percentage-point', ("of",), "delete it", key=True)
        if wordless and fact.precision is not Precision.EXACT:
            self._report(f"a {fact.unit} has no precision", ("precision",), "delete it, or use unit: text", key=True)
        if wordless and fact.per in periods():
            self._report(f'a {fact.unit} has no "per"', ("per",), "delete it", key=True)


def is_map(entry: object) -> TypeGuard[dict[str, object]]:
    """Whether a value read from YAML is a mapping."""
    return isinstance(entry, dict)
