from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from localize_cases import visible

from publish.localize.content import CiteMark, Leaf, NoteMark, Run, plain
from publish.localize.marks import place_marks, single_stops
from publish.localize.profile import data_names
from publish.localize.speech import speech
from publish.localize.typography import quoted, set_text, set_type

TEXTS = [
    ("pl", "Rozmowy w Tokio i w USA", "Rozmowy w~Tokio i~w~USA"),
    ("pl", "w 2025 r. za 15 mln zł, nr 12", "w~2025~r. za 15~mln~zł, nr~12"),
    ("pl", "\"Sankei Shimbun\" i 'Asahi'", "„Sankei Shimbun” i~„Asahi”"),
    ("pl", "\"tak 'zwany' sojusznik\"", "„tak «zwany» sojusznik”"),
    ("pl", "gesty - i liczby...", "gesty~– i~liczby…"),
    ("pl", "lata 2024-2026, F-35, 2025-10-28", "lata 2024–2026, F-35, 2025-10-28"),
    ("pl", "temperatura -5", "temperatura −5"),
    ("pl", "J. Koll", "J.~Koll"),
    ("en", "\"It's an 'unsinkable' carrier\"", "“It’s an ‘unsinkable’ carrier”"),
    ("en", "the '90s and the allies' costs", "the ’90s and the allies’ costs"),
    ("en", 'a 5" screen', 'a 5" screen'),
    ("en", '"it is \'good\'". "Wait—"; "\'tis"', "“it is ‘good’”. “Wait—”; “’tis”"),
    ("de", '"er sagt \'gut\'", sagt "sie".', "„er sagt ‚gut‘“, sagt „sie“."),
    ("zh-Hans", "他说\"好的'吧'\"...", "他说“好的‘吧’”……"),
    ("ja", "と J. Koll が", "とJ.~Kollが"),
    ("en", "talks - so far", "talks~– so far"),
    ("en-US", "talks - so far", "talks—so far"),
    ("fr", 'Il demande: "jusqu\'à quand?"', "Il demande~: «~jusqu’à quand^?~»"),
    ("fr", "à 10:30 sur https://example.org/?q=1; oui!", "à 10:30 sur https://example.org/?q=1^; oui^!"),
    ("de", "\"ein 'guter' Tag\"", "„ein ‚guter‘ Tag“"),
    ("es", '"un acuerdo"', "«un acuerdo»"),
    ("de", "Z.B. Stahl u.a., d. h. 28. Oktober", "Z.^B. Stahl u.^a., d.^h. 28.~Oktober"),
    ("pl", "W USA („i w Tokio”) XX w. i ul. Długa 5", "W~USA („i~w~Tokio”) XX~w. i~ul.~Długa 5"),
    ("pl", "J.-P. Sartre, J.K. Rowling, np. J. Koll", "J.-P.~Sartre, J.K.~Rowling, np. J.~Koll"),
    ("pl", "60 000 osób, w 2025 100 osób", "60~000 osób, w~2025 100 osób"),
    ("en-US", "5 - 3 and talks – so far", "5 - 3 and talks—so far"),
    ("en", "I am here, p. 12, Mr Smith, mr who", "I am here, p.~12, Mr~Smith, mr who"),
    ("fr", "de 2024-2026, M. Martin, le 1er mai, 15 %", "de 2024-2026, M.~Martin, le 1er~mai, 15^%"),
    ("fr-CA", "quand ? 60 000 soldats", "quand? 60~000 soldats"),
    ("es", "¿Qué? ¡No! En EE.UU. - y aquí", "¿Qué? ¡No! En EE.^UU.~– y aquí"),
    ("es", "Uno - dos. Tres - cuatro - cinco", "Uno~– dos. Tres —cuatro— cinco"),
    ("es", "uno - y EE. UU. - dos", "uno —y EE.^UU.— dos"),
    ("ko", "'안녕'이라고 \"말했다\"고", "‘안녕’이라고 “말했다”고"),
    ("th", 'เขาว่า"ดี"มาก', "เขาว่า“ดี”มาก"),
    ("he", 'ב"הארץ" ובצה"ל', "ב”הארץ” ובצה״ל"),
    ("ja", "待って......どうぞ", "待って……どうぞ"),
    ("uk", "могли б тривати в Токіо, але ж ні", "могли~б тривати в~Токіо, але~ж ні"),
    ("ja", 'AI と GDP は"要"である', "AIとGDPは「要」である"),
    ("ja", "例示 花子", "例示 花子"),
]


@pytest.mark.parametrize(("locale", "text", "wanted"), TEXTS)
def test_text_takes_the_typography_of_its_locale(locale: str, text: str, wanted: str) -> None:
    assert visible(set_text(text, speech(locale))) == wanted


def test_rules_see_across_the_borders_of_runs() -> None:
    leaf = (Run('W "', "pl"), Run("Tokio", "pl", strong=True), Run('" i ', "pl"), Run("15%", "pl", fact="rate"))
    assert visible(plain(set_type(leaf, speech("pl")))) == "W~„Tokio” i~15%"


def test_facts_code_and_languages_without_data_stay_as_they_are() -> None:
    kept = (
        Run('a "b" - 1', "pl", fact="fact"),
        Run("x = 'y'", "pl", code=True),
        Run('"lentotukialus" - laiva', "fi"),
    )
    assert set_type(kept, speech("pl")) == kept


def test_a_phrase_in_another_language_is_set_as_that_language_sets_it() -> None:
    phrase = (Run('Mówi: "', "pl"), Run('the allies\' "unsinkable" carrier', "en"), Run('" i tak', "pl"))
    assert visible(plain(set_type(phrase, speech("pl")))) == "Mówi: „the allies’ “unsinkable” carrier” i~tak"


def test_a_fact_within_a_phrase_in_another_language_does_not_divide_it() -> None:
    phrase = (Run('"worth ', "en"), Run("550 mld USD", "pl", fact="pledge"), Run(' today"', "en"))
    assert plain(set_type(phrase, speech("pl"))) == "“worth 550 mld USD today”"


def test_quoting_turns_outer_marks_within_into_inner_ones() -> None:
    assert plain(quoted((Run("jak „lotniskowiec” stoi", "pl"),), "pl")) == "„jak «lotniskowiec» stoi”"
    assert visible(plain(quoted((Run("oui", "fr"),), "fr"))) == "«~oui~»"


ALPHABET = "aiwzAŻ 15'\"„”«»“‘.,;:!?-–—…()%\u00a0\u202fr日はＡ"
RUNS = st.lists(
    st.builds(
        Run,
        text=st.text(ALPHABET, min_size=1, max_size=12),
        language=st.sampled_from(["pl", "en"]),
        strong=st.booleans(),
        fact=st.sampled_from([None, None, "fact"]),
    ),
    max_size=5,
).map(tuple)


@pytest.mark.parametrize("locale", data_names())
@settings(max_examples=60, deadline=None)
@given(leaf=RUNS)
def test_setting_twice_changes_nothing_more(locale: str, leaf: tuple[Run, ...]) -> None:
    own: Leaf = tuple(Run(run.text, locale if run.language == "pl" else "en", fact=run.fact) for run in leaf)
    once = set_type(own, speech(locale))
    assert set_type(once, speech(locale)) == once


@settings(max_examples=60, deadline=None)
@given(leaf=RUNS)
def test_no_rule_touches_a_fact(leaf: tuple[Run, ...]) -> None:
    def facts(runs: Leaf) -> list[str]:
        return [run.text for run in runs if isinstance(run, Run) and run.fact]

    assert facts(set_type(leaf, speech("fr"))) == facts(leaf)


def shown(leaf: Leaf) -> str:
    return "".join(part.text if isinstance(part, Run) else "¹" if isinstance(part, CiteMark) else "ᵃ" for part in leaf)


CITE = CiteMark(("key",), ("",), "pl")
NOTE = NoteMark("1", "pl")

MARKS = [
    ("pl", ("zgoda.", CITE), "zgoda¹."),
    ("pl", ("zgoda ", CITE, "."), "zgoda¹."),
    ("pl", ("zgoda. ", CITE, " Dalej"), "zgoda¹. Dalej"),
    ("pl", ("w 2025 r.", CITE), "w 2025 r.¹"),
    ("pl", ("naprawdę?", CITE), "naprawdę?¹"),
    ("pl", ("zgoda…", CITE), "zgoda…¹"),
    ("pl", ("zgoda.", CITE, " ", NOTE), "zgoda¹ᵃ."),
    ("en", ("agreed ", CITE, ". Then"), "agreed.¹ Then"),
    ("en", ("agreed", CITE, ", then"), "agreed,¹ then"),
    ("en", ("agreed.", CITE), "agreed.¹"),
    ("ja", ("合意した。", CITE), "合意した¹。"),
    ("de", ("einig.", CITE), "einig¹."),
    ("fr", ("accord.", CITE), "accord¹."),
    ("es", ("en EE. UU.", CITE), "en EE. UU.¹"),
    ("es", ("en EE.\u00a0UU.", CITE), "en EE.\u00a0UU.¹"),
    ("es", ("en JEE. UU.", CITE), "en JEE. UU¹."),
    ("de", ("44 v. Chr.", CITE), "44 v. Chr.¹"),
    ("de", ("44\u00a0v.\u202fChr.", CITE), "44\u00a0v.\u202fChr.¹"),
    ("de", ("Stahl u.\u202fa.", CITE), "Stahl u.\u202fa.¹"),
    ("uk", ("сталь і т.\u00a0д.", CITE), "сталь і т.\u00a0д.¹"),
    ("uk", ("сталь тощо.", CITE), "сталь тощо¹."),
    ("pl", ("(w 2025 r.", CITE), "(w 2025 r.¹"),
    ("pl", ("Berlin.", CITE), "Berlin¹."),
]


@pytest.mark.parametrize(("locale", "parts", "wanted"), MARKS)
def test_marks_stand_on_the_locales_side_of_the_stop(
    locale: str, parts: tuple[str | CiteMark | NoteMark, ...], wanted: str
) -> None:
    leaf = tuple(Run(part, locale) if isinstance(part, str) else part for part in parts)
    assert shown(place_marks(leaf, speech(locale).profile.typography)) == wanted


def test_a_fact_that_ends_in_a_full_stop_ends_the_sentence() -> None:
    fact = Run("2025 r.", "pl", fact="year")
    assert shown(single_stops((Run("w ", "pl"), fact, Run(". Potem", "pl")))) == "w 2025 r. Potem"
    assert shown(single_stops((fact, CITE, Run(".", "pl")))) == "2025 r.¹"
    assert shown(single_stops((fact, Run("..", "pl")))) == "2025 r..."


@pytest.mark.parametrize("text", ["'a " * 15_000, "a' " * 15_000, "\"a' " * 12_000, " ! " * 15_000])
def test_a_long_text_of_marks_is_set_in_seconds(text: str) -> None:
    began = time.perf_counter()
    set_text(text, speech("fr"))
    assert time.perf_counter() - began < 5


def test_thousands_of_marks_find_their_places_in_seconds() -> None:
    leaf: Leaf = tuple(part for _ in range(8000) for part in (Run("a.", "pl"), NoteMark("n", "pl")))
    began = time.perf_counter()
    place_marks(leaf, speech("pl").profile.typography)
    assert time.perf_counter() - began < 5
