"""Numbers with their word of magnitude."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from publish.article.model import FactForm
from publish.localize.digits import write_number
from publish.localize.phrase import Phrase
from publish.localize.scales import Scaled, myriads, padded, rounded, scale_exactly, scale_to
from publish.localize.speech import Speech, pick

__all__ = ["Manner", "manner", "powers", "scale_value", "write_amount"]


@dataclass(frozen=True, slots=True)
class Manner:
    """How one occurrence is written.

    `scale` is "short", "long" or "" (all digits); values from `start` take a word of magnitude. `dress` is that of a
    currency; `unit` is "text", "short", "name" or "" (none). `precise` says the precision word, `rounding` allows
    three significant digits, `mixed` 9兆9000億. `known` are the only powers of ten whose words it may take, all
    where it is empty. `power` and `places` put the entries of a chart on one scale.
    """

    scale: str
    start: int
    dress: str
    unit: str = "text"
    precise: bool = True
    rounding: bool = False
    mixed: bool = False
    known: tuple[int, ...] = ()
    power: int | None = None
    places: int = 0
    entry: bool = False


def manner(form: FactForm, entry: bool, speech: Speech) -> Manner:
    """What a form asks for. An entry keeps its precision word in every form but `bare` and `value`."""
    scale, currency = speech.profile.scale, speech.profile.currency
    style, start = (scale.entry, scale.entry_from) if entry else (scale.text, scale.text_from)
    dress = currency.entry if entry else currency.text
    base = Manner(style, start, dress, mixed=scale.mixed and not entry, entry=entry)
    short_start = scale.text_from
    table = {
        FactForm.DEFAULT: base,
        FactForm.BARE: _with(base, precise=False),
        FactForm.SHORT: _short(short_start, entry, speech),
        FactForm.LONG: _long(short_start, entry, speech),
        FactForm.FULL: Manner("", 0, currency.full, "text", entry, entry=entry),
        FactForm.VALUE: _with(base, precise=False, unit=""),
    }
    return table.get(form, base)


def _short(start: int, entry: bool, speech: Speech) -> Manner:
    # languages without abbreviations of their words of magnitude take the words
    style = "short" if speech.profile.scale.short else "long"
    return Manner(style, start, speech.profile.currency.short, "short", entry, rounding=True, entry=entry)


def _long(start: int, entry: bool, speech: Speech) -> Manner:
    style = "long" if speech.profile.scale.long else "short"
    mixed = speech.profile.scale.mixed and not entry
    return Manner(style, start, speech.profile.currency.long, "name", entry, rounding=True, mixed=mixed, entry=entry)


def _with(base: Manner, precise: bool, unit: str = "text") -> Manner:
    return Manner(base.scale, base.start, base.dress, unit, precise, mixed=base.mixed, entry=base.entry)


def powers(how: Manner, speech: Speech) -> tuple[int, ...]:
    """The powers of ten that have a word in this manner."""
    scale = speech.profile.scale
    if not how.scale:
        return ()
    words = scale.long if how.scale == "long" else scale.short
    return tuple(power for power in words if not how.known or power in how.known)


def scale_value(value: Decimal, how: Manner, speech: Speech) -> tuple[Scaled, bool]:
    """(the value on its scale, whether digits were given up for it)."""
    if how.power is not None:
        return scale_to(value, how.power), False
    known = powers(how, speech)
    exact = scale_exactly(value, known, how.start)
    short = rounded(value)
    if exact.power or not how.rounding or short == value or not known or abs(short) < max(how.start, 10 ** min(known)):
        return exact, False
    if speech.profile.scale.mixed and myriads(value, known):
        return exact, False
    return scale_exactly(short, known, how.start), True


def write_amount(scaled: Scaled, how: Manner, category: str, speech: Speech) -> Phrase:
    """The number and its word of magnitude in the form of a plural category."""
    value = scaled.value
    # 1.23万 is no Japanese number: what one word does not state exactly takes two
    two_words = how.mixed or (how.rounding and speech.profile.scale.mixed and not scaled.power)
    if two_words and abs(value) >= how.start:
        groups = myriads(value, powers(how, speech))
        if groups:
            return _mixed(groups, value, speech)
    return _plain(scaled, how, category, speech)


def _plain(scaled: Scaled, how: Manner, category: str, speech: Speech) -> Phrase:
    shown = padded(scaled.mantissa, how.places)
    integer, fraction = write_number(shown, speech.symbols)
    phrase = Phrase(integer, fraction, numeric=True, scaled=shown, power=scaled.power)
    if not scaled.power:
        return phrase
    scale = speech.profile.scale
    if how.scale == "long":
        return phrase.followed(scale.gap, pick(scale.long[scaled.power], category) or "")
    return phrase.followed(scale.short_gap, scale.short[scaled.power])


def _mixed(groups: list[tuple[Decimal, int]], value: Decimal, speech: Speech) -> Phrase:
    words = speech.profile.scale.short
    written = [("".join(write_number(count, speech.symbols)), words.get(power, "")) for count, power in groups]
    last, unit = written[-1]
    head = "".join(count + word + speech.profile.scale.mixed_gap for count, word in written[:-1])
    sign = speech.symbols.minus if value < 0 else ""
    power = groups[-1][1]
    phrase = Phrase(sign + head + last, numeric=True, scaled=scale_to(value, power).mantissa, power=power)
    return phrase.followed("", unit)
