"""Currencies, units and nouns put to a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from publish.localize.phrase import Phrase
from publish.localize.profile import NBSP, Forms, UnitName
from publish.localize.speech import Speech, pick

__all__ = ["Counted", "currency", "dress_of", "named_unit", "unit_name", "with_word"]

_SHORT_WORD = 4  # letters


@dataclass(frozen=True, slots=True)
class Counted:
    """A number on its way to a phrase: its plural category and the grammatical case it stands in."""

    phrase: Phrase
    category: str
    case: str = ""


def with_word(counted: Counted, forms: Mapping[str, str], speech: Speech) -> Phrase | None:
    """The number with a counted word in the right form; None where the word lacks that form."""
    scale = speech.profile.scale
    scaled = bool(counted.phrase.power)
    category = scale.after if scaled else speech.cased(counted.category, counted.case)
    word = _form(forms, category, speech)
    if word is None:
        return None
    if "{x}" in word:
        return counted.phrase.within(word)
    # long words may part at a line's end, short ones read as one: "16 mln ton"
    parts = scaled and max(len(counted.phrase.after), len(word)) > _SHORT_WORD
    gap = " " if parts and scale.unit_gap else _unit_gap(counted.phrase, speech)
    return counted.phrase.followed(gap, _link(word, speech) + word if scaled else word)


def _form(forms: Mapping[str, str], category: str, speech: Speech) -> str | None:
    """The form for a plural category; millions in figures link as their word does: "2 000 000 de ienes"."""
    word = pick(forms, category)
    return _link(word, speech) + word if word and category == "many" and "many" not in forms else word


def _unit_gap(phrase: Phrase, speech: Speech) -> str:
    scale = speech.profile.scale
    return scale.unit_gap if phrase.power or scale.number_gap is None else scale.number_gap


def _link(word: str, speech: Speech) -> str:
    scale = speech.profile.scale
    # whether an h is silent cannot be seen: the locale lists such words
    elides = word[:1].lower() in "aeiouéèêâîôûœ" or word.lower().startswith(scale.elided)
    return scale.link_elided if scale.link_elided and elides else scale.link


def currency(counted: Counted, code: str, dress: str, speech: Speech) -> Phrase | None:
    """The number with a currency (ISO 4217) as "symbol", "code" or "name"."""
    dress = dress_of(code, dress, speech)
    if dress == "name":
        return with_word(counted, _currency_names(code, speech), speech)
    sign = _sign(code, dress, speech)
    phrase = counted.phrase
    if speech.profile.currency.place == "after":
        return phrase.followed(_unit_gap(phrase, speech), sign)
    # CLDR parts letters from digits: PLN 550, but $550 and US$550
    gap = NBSP if sign[-1:].isalpha() else speech.profile.currency.gap
    minus = speech.symbols.minus
    if phrase.integer.startswith(minus):
        return replace(phrase, integer=phrase.integer.removeprefix(minus)).preceded(minus + sign, gap)
    return phrase.preceded(sign, gap)


def dress_of(code: str, dress: str, speech: Speech) -> str:
    """The dress of one currency where a form asks for `dress`."""
    own = speech.profile.currency
    return own.unsigned if own.unsigned and dress == "symbol" and code not in own.symbols else dress


def _currency_names(code: str, speech: Speech) -> Forms:
    """A currency's name by plural category; the code where there is none."""
    own = speech.profile.currency
    forms = own.names.get(code) or speech.cldr_forms("currency_names_plural", code)
    if forms and own.lower_names:
        forms = {category: name[:1].lower() + name[1:] for category, name in forms.items()}
    if forms is None and not speech.cldr.plural_form.tags:
        # one form serves all numbers; CLDR spaces foreign words apart (スイス フラン), running text does not
        name = str(speech.cldr.currencies.get(code, code)).replace(" ", speech.profile.scale.unit_gap)
        return {"other": code if "(" in name or "（" in name else name}
    return forms or {"other": code}


def _sign(code: str, dress: str, speech: Speech) -> str:
    own = speech.profile.currency.symbols.get(code)
    table = speech.cldr.currency_symbols
    # where another currency of the territory is "$", the dollar of the United States must not be
    if own and not any(symbol == own and other != code for other, symbol in table.items()):
        return own
    return str(table.get(code, code)) if dress == "symbol" else code


def unit_name(unit: str, speech: Speech) -> UnitName | None:
    """A unit by our own names, else by CLDR's; None where neither has one."""
    own = speech.profile.units.get(unit)
    if own:
        return own
    key = next((key for key in speech.cldr_keys("unit_patterns") if unit in (key, key.partition("-")[2])), None)
    if key is None:
        return None
    names = _stripped(speech.cldr_forms("unit_patterns", key, "long"))
    short = _stripped(speech.cldr_forms("unit_patterns", key, "short"))
    # a name around the number (摂氏20度) gives way to the short form
    names = names if "other" in names else short
    if "other" not in names:
        return None
    if key.startswith("duration-"):
        return UnitName(names, names)
    # measures stand in short (150 km) everywhere, spans of time by name (3 days)
    return UnitName(short if "other" in short else names, names, "short")


def _stripped(forms: Forms | None) -> Forms:
    """The words of CLDR's patterns ("{0} ton" -> "ton"); patterns with words on both sides are left out."""
    words = {category: pattern.partition("{0}") for category, pattern in (forms or {}).items() if "{0}" in pattern}
    return {category: tail.strip() for category, (head, _, tail) in words.items() if not head.strip() and tail.strip()}


def named_unit(counted: Counted, name: UnitName, short: bool, speech: Speech) -> Phrase | None:
    """The number with a unit by name or in short."""
    if not short or (counted.phrase.power and not speech.profile.scale.short_unit):
        return with_word(counted, name.name, speech)
    word = pick(name.short, counted.category)
    return None if word is None else counted.phrase.followed(_unit_gap(counted.phrase, speech), word)
