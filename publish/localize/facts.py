"""A fact said in one locale: value, unit, precision, rate and whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

from publish.article.model import Fact, FactForm, Message, Precision, Range
from publish.article.units import currencies
from publish.errors import Diagnostic, error
from publish.localize.amounts import Manner, manner, scale_value, write_amount
from publish.localize.dates import write_date
from publish.localize.direction import letter_beside
from publish.localize.phrase import Phrase
from publish.localize.profile import Precise
from publish.localize.scales import Scaled, scale_to
from publish.localize.spacing import latin_gapped
from publish.localize.speech import Speech
from publish.localize.words import Counted, currency, dress_of, named_unit, unit_name, with_word

__all__ = ["FactWriter", "UnsayableError", "is_number"]

Words = Callable[[Message], str]
"""Gives the plain words of a message in the writer's locale."""


class UnsayableError(Exception):
    """A fact cannot be put into a locale; carries the finding."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


def is_number(fact: Fact) -> bool:
    """Whether the fact is one number, which can be aligned and drawn."""
    return isinstance(fact.value, Decimal)


class FactWriter:
    """Writes facts in one locale. `words` gives the labels, nouns and texts of the ledger in it.

    Every method raises UnsayableError where the locale lacks a word that the fact needs.
    """

    def __init__(self, speech: Speech, words: Words, nouns: Callable[[Fact], dict[str, str]]) -> None:
        self.speech = speech
        self.words = words
        self._nouns = nouns
        self._beside = letter_beside(speech)

    def phrase(self, fact: Fact, form: FactForm = FactForm.DEFAULT, entry: bool = False) -> Phrase:
        """The fact in one form, as running text or as an `entry` of a table, chart or strip."""
        if form is FactForm.LABEL:
            return Phrase(self.words(fact.label))
        return self.written(fact, manner(form, entry, self.speech), form)

    def written(self, fact: Fact, how: Manner, form: FactForm = FactForm.DEFAULT) -> Phrase:
        """The fact in a manner of the caller's making; `form` is for dates."""
        phrase = self._written(fact, how, form)
        # an author's own words keep their own order
        return phrase if isinstance(fact.value, Message) else replace(phrase, beside=self._beside)

    def _written(self, fact: Fact, how: Manner, form: FactForm) -> Phrase:
        value = fact.value
        if isinstance(value, Decimal):
            return self._number(fact, value, how)
        if isinstance(value, Range):
            return self._range(fact, value, how)
        if isinstance(value, Message):
            return self._precise(Phrase(self.words(value)), fact.precision, how, "", "")[0]
        shown = FactForm.BARE if how.entry and form is FactForm.DEFAULT else form
        phrase = Phrase(write_date(value, shown, self.speech))
        return self._precise(phrase, fact.precision, how, "", "")[0]

    # ---- numbers

    def _number(self, fact: Fact, value: Decimal, how: Manner) -> Phrase:
        how = self.scaling(fact, how)
        scaled, lossy = scale_value(value, how, self.speech)
        precision = fact.precision
        if lossy:
            if precision not in (Precision.EXACT, Precision.ABOUT):
                # rounding could carry a bound over itself: "over 999 999" is not "over 1 million"
                how = replace(how, rounding=False)
                scaled, _ = scale_value(value, how, self.speech)
            else:
                how, precision = replace(how, precise=True), Precision.ABOUT
        category = self.speech.category(scaled.mantissa)
        kind = category if fact.noun and not scaled.power else ""
        pattern, case = self._pattern(precision, how, kind)
        counted = self._amount(fact, scaled, how, category, case)
        word = self._word(precision)
        if word and word.counted and how.precise and fact.noun:
            amount = counted.phrase.within(word.counted)
            return self._finished(fact, replace(counted, phrase=amount), how)
        phrase = self._finished(fact, counted, how)
        return self._precise(phrase, precision, how, pattern, kind)[0]

    def scaling(self, fact: Fact, how: Manner) -> Manner:
        """The manner with the words of magnitude that the fact's unit takes; percentages and the like take none."""
        if fact.unit in ("percent", "percentage-point"):
            return replace(how, scale="")
        return replace(how, known=tuple(self.speech.profile.currency.powers.get(fact.unit or "", ())))

    def _amount(self, fact: Fact, scaled: Scaled, how: Manner, category: str, case: str) -> Counted:
        form = self.speech.cased(category, case)
        if how.unit and (fact.unit or fact.noun):
            # a word of magnitude may have another form before what it counts: مليارًا, but مليار دولار
            form = self.speech.cased(form, "construct")
        return Counted(write_amount(scaled, how, form, self.speech), category, case)

    def _range(self, fact: Fact, value: Range, how: Manner) -> Phrase:
        how = self.scaling(fact, replace(how, rounding=False, mixed=False))
        high, _ = scale_value(value.high, how, self.speech)
        low = None if self._signed_apart(fact, value, how) else self._low_end(value.low, high, how)
        pattern, case = self._pattern(fact.precision, how, "")
        if low is None:
            phrase = self._far_range(fact, value, how, case)
        else:
            phrase = self._near_range(fact, (low, high), how, case)
        return self._precise(replace(phrase, numeric=False, scaled=None), fact.precision, how, pattern, "")[0]

    def _signed_apart(self, fact: Fact, value: Range, how: Manner) -> bool:
        """Whether each end needs its own sign and symbol: −$3 to $5, US$ 20 bilhões a US$ 30 bilhões."""
        if not how.unit or fact.unit not in currencies() or self.speech.profile.currency.place != "before":
            return False
        signed = dress_of(str(fact.unit), how.dress, self.speech) != "name"
        return signed and (value.low < 0 or self.speech.profile.scale.repeat)

    def _low_end(self, low: Decimal, high: Scaled, how: Manner) -> Scaled | None:
        """The lower bound in the word of the upper one, or in its own where both carry theirs; None where it cannot."""
        own, _ = scale_value(low, how, self.speech)
        if not high.power:
            return None if own.power else own
        if self.speech.profile.scale.repeat:
            # a bare number borrows the word, "5 a 2 bilhões" is no range from five; 0〜30億 can be read in one way only
            return own if own.power or not (low or self.speech.profile.scale.gap) else None
        scaled = scale_to(low, high.power)
        exponent = scaled.mantissa.as_tuple().exponent
        return scaled if isinstance(exponent, int) and exponent >= -2 and low else None

    def _near_range(self, fact: Fact, bounds: tuple[Scaled, Scaled], how: Manner, case: str) -> Phrase:
        low, high = bounds
        numbers = self.speech.profile.numbers
        signed = low.mantissa < 0
        category = self.speech.category(high.mantissa)
        counted = self._amount(fact, high, how, category, case or (numbers.signed_case if signed else ""))
        repeat = self.speech.profile.scale.repeat
        lower = self.speech.category(low.mantissa)
        first = write_amount(low if repeat else Scaled(low.mantissa), how, lower, self.speech)
        upper = counted.phrase
        pattern = numbers.range_signed if signed else numbers.range
        if fact.unit == "percent" and numbers.range_percent and how.unit:
            pattern = numbers.range_percent
        shown = pattern.format(low=first.bare, high=upper.integer + upper.fraction)
        joined = replace(upper, integer=shown, fraction="")
        return self._finished(fact, replace(counted, phrase=joined), how)

    def _far_range(self, fact: Fact, value: Range, how: Manner, case: str) -> Phrase:
        ends = []
        plain = replace(fact, per=None, of=None)
        case = case or self.speech.profile.numbers.far_case
        for bound in (value.low, value.high):
            scaled, _ = scale_value(bound, how, self.speech)
            counted = self._amount(fact, scaled, how, self.speech.category(scaled.mantissa), case)
            ends.append(self._finished(plain, counted, how).bare)
        pattern = self.speech.profile.numbers.range_far
        return self._whole(fact, Phrase(pattern.format(low=ends[0], high=ends[1])), "")

    # ---- what follows the number

    def _finished(self, fact: Fact, counted: Counted, how: Manner) -> Phrase:
        if not how.unit:
            return counted.phrase
        return self._whole(fact, self._unit(fact, counted, how), counted.case)

    def _unit(self, fact: Fact, counted: Counted, how: Manner) -> Phrase:
        unit = fact.unit
        if unit == "percent":
            symbols = self.speech.symbols
            return counted.phrase.within(f"{symbols.percent_before}{{x}}{symbols.percent_after}")
        if unit in currencies():
            return self._said(fact, currency(counted, str(unit), how.dress, self.speech), str(unit))
        if unit is not None:
            return self._measure(fact, unit, counted, how)
        if fact.noun:
            return self._said(fact, self._things(fact, counted, how), "noun")
        return counted.phrase

    def _things(self, fact: Fact, counted: Counted, how: Manner) -> Phrase | None:
        """The number with its noun; in running text without a numeral where the noun says the number itself."""
        forms = self._nouns(fact)
        category = self.speech.cased(counted.category, counted.case)
        if counted.phrase.power or category not in self.speech.profile.numbers.unnumbered:
            return with_word(counted, forms, self.speech)
        word = forms.get(category)
        alone = isinstance(fact.value, Decimal) and fact.value > 0
        if word and alone and how.scale and how.unit != "short" and not how.entry:
            return Phrase(word)
        return with_word(replace(counted, category="other"), forms, self.speech)

    def _measure(self, fact: Fact, unit: str, counted: Counted, how: Manner) -> Phrase:
        name = unit_name(unit, self.speech)
        if name is None:
            what = f'the unit "{unit}" of fact "{fact.name}" has no name in {self.speech.tag}'
            raise UnsayableError(error(what, fact.span, "give the fact a noun in place of the unit"))
        wanted = name.text if how.unit == "text" else how.unit
        return self._said(fact, named_unit(counted, name, wanted == "short", self.speech), unit)

    def _said(self, fact: Fact, phrase: Phrase | None, what: str) -> Phrase:
        if phrase is not None:
            return phrase
        message = f'the {what} of fact "{fact.name}" lacks a plural form that {self.speech.tag} needs for its number'
        raise UnsayableError(error(message, fact.span, "give the forms one, few, many, other as the language has them"))

    def _whole(self, fact: Fact, phrase: Phrase, case: str) -> Phrase:
        """The phrase with what a percentage is taken of, and its rate."""
        profile = self.speech.profile
        if fact.of is not None:
            of = self.words(fact.of)
            pattern = profile.of_words.get(of) or profile.of_cases.get(case, profile.of)
            phrase = phrase.within(latin_gapped(pattern.replace("{of}", of), self.speech))
        if fact.per is None:
            return phrase
        rate = profile.per.get(fact.per)
        if rate is None:
            what = f'"per: {fact.per}" of fact "{fact.name}" cannot be said in {self.speech.tag}'
            raise UnsayableError(error(what, fact.span, f"known are {', '.join(sorted(profile.per))}"))
        return replace(phrase.within(rate), rated=not rate.startswith("{x}"))

    # ---- precision

    def _pattern(self, precision: Precision, how: Manner, category: str) -> tuple[str, str]:
        """(pattern, case of what follows) of a precision word."""
        word = self._word(precision)
        if word is None or not how.precise:
            return "", ""
        if category == "few" and word.few:
            return word.few, word.few_case
        return word.text, word.case

    def _precise(
        self, phrase: Phrase, precision: Precision, how: Manner, pattern: str, category: str
    ) -> tuple[Phrase, str]:
        pattern = pattern or self._pattern(precision, how, category)[0]
        word = self._word(precision)
        if word and word.rated and phrase.rated and pattern:
            pattern = word.rated
        elif word and word.fronted and phrase.worded and pattern:
            pattern = word.fronted
        elif word and word.worded and phrase.bare[:1].isalpha() and pattern:
            pattern = word.worded
        return (phrase.precise(pattern) if pattern else phrase), pattern

    def _word(self, precision: Precision) -> Precise | None:
        return self.speech.profile.precision.get(precision.value.replace(" ", "-"))
