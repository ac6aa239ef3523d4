from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from publish.localize.translate.entries import Entry, kind
from publish.localize.translate.merge import merge
from publish.localize.translate.units import Unit


def unit(context: str, source: str, line: int = 1) -> Unit:
    return Unit(context, source, ("article.md", str(line)))


def translated(context: str, source: str, translation: str) -> Entry:
    return Entry(context, source, translation)


def living(entries: tuple[Entry, ...]) -> list[Entry]:
    return [entry for entry in entries if not entry.obsolete]


def test_new_texts_are_empty_entries_in_the_order_of_the_article() -> None:
    entries = merge([], [unit("meta:title", "Tytuł"), unit("paragraph:1.1", "Akapit")])
    assert [(entry.context, entry.source, entry.translation) for entry in entries] == [
        ("meta:title", "Tytuł", ""),
        ("paragraph:1.1", "Akapit", ""),
    ]


def test_the_same_text_at_the_same_place_is_kept_with_its_comment_and_flags() -> None:
    former = replace(translated("meta:title", "Tytuł", "Title"), comment="as agreed with AP", flags=("no-wrap",))
    (entry,) = merge([former], [unit("meta:title", "Tytuł", 7)])
    assert entry == replace(former, references=(("article.md", "7"),))


def test_a_text_that_moved_is_no_guess() -> None:
    former = [translated("paragraph:1.1", "Pierwszy.", "First."), translated("paragraph:1.2", "Drugi.", "Second.")]
    units = [unit("paragraph:1.1", "Nowy."), unit("paragraph:1.2", "Pierwszy."), unit("paragraph:1.3", "Drugi.")]
    entries = merge(former, units)
    assert [entry.translation for entry in entries] == ["", "First.", "Second."]
    assert not any(entry.fuzzy or entry.obsolete for entry in entries)


def test_a_moved_text_takes_the_translation_of_its_own_kind_first() -> None:
    former = [translated("heading:1", "Port", "Harbour"), translated("cell:1/1.1", "Port", "Port of call")]
    (first, *_) = merge(former, [unit("cell:2/1.1", "Port")])
    assert first.translation == "Port of call"


def test_a_text_that_stands_twice_now_is_translated_twice() -> None:
    entries = merge([translated("cell:1/1.1", "Rok", "Year")], [unit("cell:1/1.1", "Rok"), unit("cell:2/1.1", "Rok")])
    assert [entry.translation for entry in entries] == ["Year", "Year"]


def test_a_changed_text_is_fuzzy_with_the_former_original() -> None:
    former = [translated("paragraph:1.1", "Cła spadły do piętnastu procent.", "Tariffs fell to fifteen per cent.")]
    entries = merge(former, [unit("paragraph:1.1", "Cła spadły do dwunastu procent.")])
    changed = entries[0]
    assert changed.fuzzy
    assert changed.previous == "Cła spadły do piętnastu procent."
    assert changed.translation == "Tariffs fell to fifteen per cent."


def test_a_text_changed_twice_still_shows_what_its_translation_was_made_for() -> None:
    first = [translated("paragraph:1.1", "Cła spadły do piętnastu procent.", "T.")]
    second = merge(first, [unit("paragraph:1.1", "Cła spadły do dwunastu procent.")])
    third = merge(second, [unit("paragraph:1.1", "Cła spadły do jedenastu procent.")])
    assert third[0].previous == "Cła spadły do piętnastu procent."


def test_an_unrelated_text_is_no_guess() -> None:
    former = [translated("paragraph:1.1", "Cła spadły do piętnastu procent.", "Tariffs fell.")]
    entries = merge(former, [unit("paragraph:1.1", "Zupełnie inne zdanie o rybach w morzu.")])
    assert entries[0].translation == ""
    assert entries[1].obsolete


def test_a_rewritten_title_keeps_the_former_one_as_a_guess() -> None:
    entries = merge([translated("meta:title", "Nowe otwarcie", "A reset")], [unit("meta:title", "Cena bezpieczeństwa")])
    assert (entries[0].translation, entries[0].fuzzy) == ("A reset", True)


def test_a_text_that_comes_back_is_translated_again() -> None:
    original = [unit("paragraph:1.1", "Cła spadły do piętnastu procent.")]
    first = [translated("paragraph:1.1", "Cła spadły do piętnastu procent.", "Tariffs fell.")]
    changed = merge(first, [unit("paragraph:1.1", "Cła spadły do dwunastu procent.")])
    assert living(merge(changed, original))[0].confirmed
    gone = merge(first, [])
    assert gone[0].obsolete
    assert living(merge(gone, original))[0].confirmed


def test_an_entry_without_translation_leaves_nothing_behind() -> None:
    assert merge([Entry("paragraph:1.1", "Akapit")], []) == ()


def test_a_comment_alone_is_kept() -> None:
    (entry,) = merge([Entry("paragraph:1.1", "Akapit", comment="ask the author")], [])
    assert (entry.obsolete, entry.comment) == (True, "ask the author")


def test_kinds_of_contexts() -> None:
    contexts = ["paragraph:2.3", "facts:deal/title", "facts:deal/1", "cell:1/2.3", "fact:troops/noun/few", "quote:1/by"]
    assert [kind(context) for context in contexts] == [
        "paragraph",
        "facts/title",
        "facts",
        "cell",
        "fact/noun",
        "quote/by",
    ]


# ---------------------------------------------------------------- whatever an author does

_TEXTS = st.sampled_from(
    [
        "Cła spadły do {tariff}.",
        "Cła spadły z {before} do {tariff}.",
        "Cła wzrosły do {tariff}.",
        "Rok",
        "Rok temu",
        "Inwestycje japońskich firm",
        "Inwestycje firm z Japonii",
        "海底の鉱物資源",
        "海底の鉱物資源について",
    ]
)
_ARTICLES = st.lists(_TEXTS, max_size=6).map(
    lambda texts: [unit("meta:title" if at == 0 else f"paragraph:1.{at}", text) for at, text in enumerate(texts)]
)


def _pairs(entries: tuple[Entry, ...]) -> set[tuple[str, str]]:
    return {(entry.source, entry.translation) for entry in entries if entry.confirmed}


def _translate(entries: tuple[Entry, ...], choices: st.DataObject, run: int) -> tuple[Entry, ...]:
    """A translator works on some of the entries: new ones, guesses and ones that were good already."""
    done = []
    for number, entry in enumerate(entries):
        work = not entry.obsolete and choices.draw(st.booleans())
        text = f"T{run}.{number} {entry.source}"
        done.append(replace(entry, translation=text, flags=(), previous=None) if work else entry)
    return tuple(done)


@given(st.lists(_ARTICLES, min_size=1, max_size=6), st.data())
def test_no_sequence_of_edits_loses_a_translation(versions: list[list[Unit]], choices: st.DataObject) -> None:
    entries: tuple[Entry, ...] = ()
    for run, units in enumerate(versions):
        before = _pairs(entries)
        entries = merge(entries, units)
        assert before <= _pairs(entries)
        assert [(entry.context, entry.source) for entry in living(entries)] == [(u.context, u.source) for u in units]
        assert merge(entries, units) == entries
        entries = _translate(entries, choices, run)


@given(_ARTICLES, _ARTICLES)
def test_going_back_to_a_former_version_brings_it_back_complete(one: list[Unit], other: list[Unit]) -> None:
    done = tuple(replace(entry, translation=f"T {entry.source}") for entry in merge((), one))
    back = merge(merge(done, other), one)
    assert all(entry.confirmed for entry in living(back))
    assert {(e.source, e.translation) for e in living(back)} == {(e.source, e.translation) for e in done}
