"""Facts as entries of tables, charts, strips of key figures and timelines."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from publish.article.model import Axis, ChartType, DateRange, Fact, FactForm, FactItem, Message, MonthValue, YearValue
from publish.errors import Diagnostic, error, suggest
from publish.localize.amounts import Manner, manner, scale_value
from publish.localize.axis import axis_of
from publish.localize.content import FactEntry, Leaf
from publish.localize.dates import is_after, write_date
from publish.localize.digits import decimals
from publish.localize.facts import FactWriter, UnsayableError
from publish.localize.phrase import Phrase
from publish.localize.scales import scale_to

__all__ = ["EntryWriter", "unit_key"]

_MOST_PLACES = 3


@dataclass(frozen=True, slots=True)
class EntryWriter:
    """Writes the entries of fact lists in one locale; `date` is the article's. Findings go to `report`."""

    writer: FactWriter
    facts: Mapping[str, Fact]
    leaf: Callable[[Message], Leaf]
    report: Callable[[Diagnostic], None]
    date: datetime.date

    def entries(self, items: Sequence[FactItem]) -> tuple[FactEntry, ...]:
        """The entries of a table or a strip of key figures."""
        return self._all(items, {})

    def chart(self, kind: ChartType, items: Sequence[FactItem]) -> tuple[tuple[FactEntry, ...], Axis | None]:
        """The entries of a chart, with one word of magnitude and one number of decimals for each unit; its axis."""
        common = self._common(items)
        return self._all(items, common), self._axis(kind, items, common)

    def _axis(self, kind: ChartType, items: Sequence[FactItem], common: Mapping[str, Manner]) -> Axis | None:
        facts = [self.facts[item.name] for item in items if item.name in self.facts]
        try:
            return axis_of(kind, facts, self.writer, common.get(facts[0].name) if facts else None)
        except UnsayableError:
            return None  # the entry of the same fact has told it

    def timeline(self, items: Sequence[FactItem]) -> tuple[FactEntry, ...]:
        """The entries of a timeline, which begin with a capital."""
        return tuple(_capitalised(entry) for entry in self._all(items, {}))

    def _all(self, items: Sequence[FactItem], common: Mapping[str, Manner]) -> tuple[FactEntry, ...]:
        entries = (self._entry(item, common.get(item.name)) for item in items)
        return tuple(entry for entry in entries if entry is not None)

    def _entry(self, item: FactItem, how: Manner | None) -> FactEntry | None:
        fact = self.facts.get(item.name)
        if fact is None:
            self.report(error(f'fact "{item.name}" is not in the ledger', item.span, suggest(item.name, self.facts)))
            return None
        try:
            phrase = self.writer.written(fact, how) if how else self.writer.phrase(fact, item.form, entry=True)
        except UnsayableError as fault:
            self.report(fault.diagnostic)
            return None
        return self._filled(item, fact, phrase)

    def _filled(self, item: FactItem, fact: Fact, phrase: Phrase) -> FactEntry:
        value = fact.value if isinstance(fact.value, Decimal) else None
        return FactEntry(
            name=fact.name,
            label=self.leaf(item.words or fact.label),
            text=phrase.text,
            bare=phrase.bare,
            language=self.writer.speech.tag,
            prefix=phrase.prefix,
            before=phrase.lead,
            integer=phrase.integer,
            fraction=phrase.fraction,
            after=phrase.after,
            suffix=phrase.suffix,
            gaps=phrase.gaps,
            numeric=phrase.numeric,
            unit_key=unit_key(fact, phrase.power),
            value=value,
            scaled=phrase.scaled,
            as_of=write_date(fact.as_of, FactForm.DEFAULT, self.writer.speech) if fact.as_of else None,
            source=fact.source,
            note=self.leaf(fact.note) if fact.note else None,
            level=item.level,
            emphasis=item.emphasis,
            span=item.span,
            future=_is_future(fact, self.date),
        )

    # ---- charts

    def _common(self, items: Sequence[FactItem]) -> dict[str, Manner]:
        """Fact -> manner, where its number can take the scale and the decimals of the others of its unit."""
        groups: dict[str, list[Fact]] = {}
        for item in items:
            fact = self.facts.get(item.name)
            if fact and isinstance(fact.value, Decimal) and item.form is FactForm.DEFAULT:
                groups.setdefault(unit_key(fact, 0), []).append(fact)
        return {fact.name: how for group in groups.values() for fact, how in self._leveled(group)}

    def _leveled(self, facts: Sequence[Fact]) -> list[tuple[Fact, Manner]]:
        how = self.writer.scaling(facts[0], manner(FactForm.DEFAULT, True, self.writer.speech))
        values = [fact.value for fact in facts if isinstance(fact.value, Decimal)]
        largest = max(values, key=abs)
        power = scale_value(largest, how, self.writer.speech)[0].power
        places = max(decimals(scale_to(value, power).mantissa) for value in values)
        if power and places > _MOST_PLACES:
            power, places = 0, max(decimals(value) for value in values)
        return [(fact, replace(how, power=power, places=places)) for fact in facts]


def unit_key(fact: Fact, power: int) -> str:
    """What must be equal for two numbers to align and compare: unit or noun, magnitude, whole, rate.

    Parts are joined by "|", the second is the power of ten.
    """
    unit = fact.unit or ("counted:" + "/".join(sorted(word.source for word in fact.noun.values())) if fact.noun else "")
    return "|".join((unit, str(power), fact.of.source if fact.of else "", fact.per or ""))


def _is_future(fact: Fact, today: datetime.date) -> bool:
    value = fact.value
    return isinstance(value, datetime.date | MonthValue | YearValue | DateRange) and is_after(value, today)


def _capitalised(entry: FactEntry) -> FactEntry:
    def upper(text: str) -> str:
        return text[:1].upper() + text[1:]

    bare = upper(entry.bare)
    whole = entry.text if entry.prefix else bare
    integer = entry.integer if entry.before else upper(entry.integer)
    return replace(entry, text=upper(whole), bare=bare, integer=integer)
