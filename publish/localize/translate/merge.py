"""What becomes of a catalogue when its original changes: nothing a translator wrote is ever lost.

After GNU gettext's msgmerge, with two differences: an entry that moved is no guess and keeps standing, and the
translation of a text that changed stays in the file as obsolete beside its fuzzy copy, so that it comes back when
the text does.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from publish.localize.translate.entries import FUZZY, Entry, kind, named
from publish.localize.translate.units import Unit

__all__ = ["merge"]

# Share of common letter pairs from which on a former text counts as the same text, edited. By trial on edited prose:
# a changed number or clause stays above 0.7, two unrelated sentences of one language below 0.5.
_NEAR = 0.6
_SAME_PLACE = 0.15  # added where the place is the same
_CANDIDATES = 60  # compared with each new text at most
_COMPARED = 2_000  # characters of a text that are compared


def merge(former: Sequence[Entry], units: Sequence[Unit]) -> tuple[Entry, ...]:
    """The entries of `units` in their order, then what is not used any more, as obsolete entries.

    A kept entry is found by context and text, else by text alone (moved: same kind first); a changed text takes the
    nearest former translation of its kind as fuzzy, with the text that translation was written for as `previous`.
    """
    pool = _Pool(former)
    kept: dict[int, Entry] = {}
    for find in (pool.exact, pool.moved, pool.copied):
        for number, unit in enumerate(units):
            if number not in kept and (entry := find(unit)) is not None:
                kept[number] = _current(entry, unit)
    missing = [number for number in range(len(units)) if number not in kept]
    standing = {entry.translation for entry in kept.values()}
    kept |= _edited(pool, {number: units[number] for number in missing}, standing)
    entries = [kept.get(number) or _fresh(unit) for number, unit in enumerate(units)]
    return (*entries, *_obsolete(pool, entries))


# ---------------------------------------------------------------- finding


@dataclass
class _Pool:
    """The former entries, and which of them have found their text again."""

    former: Sequence[Entry]
    used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._by_source: dict[str, list[int]] = defaultdict(list)
        self._by_key: dict[tuple[str, str], list[int]] = defaultdict(list)
        for number, entry in enumerate(self.former):
            if entry.written or entry.comment:
                self._by_source[entry.source].append(number)
                self._by_key[entry.key].append(number)

    def exact(self, unit: Unit) -> Entry | None:
        """The entry of the same text at the same place."""
        return self._take(self._free(self._by_key[unit.context, unit.source]), unit)

    def moved(self, unit: Unit) -> Entry | None:
        """An entry of the same text whose place is gone."""
        return self._take(self._free(self._by_source[unit.source]), unit)

    def copied(self, unit: Unit) -> Entry | None:
        """The entry of the same text at another place that keeps it too."""
        numbers = [number for number in self._by_source[unit.source] if self.former[number].confirmed]
        found = min(numbers, key=lambda number: self._preference(number, unit), default=None)
        return None if found is None else replace(self.former[found], comment="")

    def gone(self) -> list[tuple[int, Entry]]:
        """Entries that found no text, with their numbers."""
        return [(number, entry) for number, entry in enumerate(self.former) if number not in self.used]

    def _free(self, numbers: Iterable[int]) -> list[int]:
        return [number for number in numbers if number not in self.used]

    def _take(self, numbers: Sequence[int], unit: Unit) -> Entry | None:
        found = min(numbers, key=lambda number: self._preference(number, unit), default=None)
        if found is None:
            return None
        self.used.add(found)
        return self.former[found]

    def _preference(self, number: int, unit: Unit) -> tuple[bool, bool, bool, int]:
        entry = self.former[number]
        return not entry.confirmed, entry.obsolete, kind(entry.context) != kind(unit.context), number


def _edited(pool: _Pool, units: dict[int, Unit], standing: set[str]) -> dict[int, Entry]:
    """Fuzzy entries for texts that changed; each former entry serves one text, the nearest pairs first.

    What became a guess once is not taken for another one: a second run on the same texts changes nothing.
    """
    gone = [
        (number, entry)
        for number, entry in pool.gone()
        if entry.written and not (entry.obsolete and entry.translation in standing)
    ]
    pairs = sorted(_pairs(gone, units))
    served: dict[int, Entry] = {}
    spent: set[int] = set()
    for _, number, former in pairs:
        if number not in served and former not in spent:
            served[number] = _fuzzy(pool.former[former], units[number])
            spent.add(former)
    return served


def _pairs(gone: Sequence[tuple[int, Entry]], units: dict[int, Unit]) -> list[tuple[float, int, int]]:
    by_kind: dict[str, list[tuple[int, Entry]]] = defaultdict(list)
    for number, entry in gone:
        by_kind[kind(entry.context)].append((number, entry))
    letters = {number: _letter_pairs(_meant(entry)) for number, entry in gone}
    pairs = []
    for number, unit in units.items():
        wanted = _letter_pairs(unit.source)
        near = sorted(by_kind[kind(unit.context)], key=lambda item: (item[1].obsolete, item[1].context != unit.context))
        for former, entry in near[:_CANDIDATES]:
            score = _score(_likeness(wanted, letters[former]), entry, unit)
            if score >= _NEAR:
                # Nearest first; a living entry goes before an obsolete one of the same likeness.
                pairs.append((-score + 0.01 * entry.obsolete, number, former))
    return pairs


def _score(likeness: float, entry: Entry, unit: Unit) -> float:
    same_place = entry.context == unit.context
    if same_place and named(unit.context):
        return 1.0 + likeness
    return likeness + _SAME_PLACE * same_place


def _letter_pairs(text: str) -> Counter[str]:
    text = f" {text[:_COMPARED].casefold()} "
    return Counter(text[at : at + 2] for at in range(len(text) - 1))


def _likeness(one: Counter[str], other: Counter[str]) -> float:
    """Sørensen-Dice over letter pairs, 0 to 1: as good for scripts without spaces as for those with."""
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


# ---------------------------------------------------------------- making entries


def _meant(entry: Entry) -> str:
    """The source text that the translation was written for."""
    return entry.previous if entry.fuzzy and entry.previous is not None else entry.source


def _fresh(unit: Unit) -> Entry:
    return Entry(unit.context, unit.source, extracted=unit.notes, references=(unit.reference,))


def _current(entry: Entry, unit: Unit) -> Entry:
    return replace(
        entry,
        context=unit.context,
        extracted=unit.notes,
        references=(unit.reference,),
        previous=entry.previous if entry.fuzzy else None,
        obsolete=False,
    )


def _fuzzy(entry: Entry, unit: Unit) -> Entry:
    flags = (FUZZY, *(flag for flag in entry.flags if flag != FUZZY))
    return replace(
        _fresh(unit), translation=entry.translation, flags=flags, comment=entry.comment, previous=_meant(entry)
    )


def _obsolete(pool: _Pool, entries: Sequence[Entry]) -> list[Entry]:
    """Former entries without a text: kept where a person wrote something that stands nowhere else."""
    living = {entry.translation for entry in entries}
    kept: dict[tuple[str, str, str], Entry] = {}
    for _, entry in pool.gone():
        guess = entry.fuzzy and entry.translation in living
        if (entry.written or entry.comment) and not guess:
            kept.setdefault(
                (entry.context, entry.source, entry.translation),
                replace(entry, obsolete=True, extracted="", references=(), previous=None),
            )
    return list(kept.values())
