"""Number, unit and qualifier -> the words of an official paper: `4 млрд фунтов стерлингов`, `£4 billion`. All digits of the source survive.

Rules: conventions for official Russian and English papers (GOST 8.417-2024 signs, gov.uk words); every string is checked by
tests/formatting/golden-formats.txt.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import Any

from briefgen.formatting.numbers import NBSP, Scaled, bears_scale, decimals, format_number, plain, plural_class, scale
from briefgen.formatting.units import BARE, NO_CURRENCY, PORTION, Unit, form, unit
from briefgen.formatting.units import currency_name as currency_name
from briefgen.formatting.wording import localise, wording

_POWERS = {"ru": (12, 9, 6, 3), "en": (12, 9, 6)}
_TABLE_DECIMALS = 2  # of the lower end of a range before the scale word of the upper one
_NEAR = Fraction(1, 2000)  # «треть» is 0.333 as well as 0.3333


@dataclass(frozen=True, slots=True)
class QuantityParts:
    """A quantity for a column aligned at the decimal mark; `fraction` holds the mark, `currency_stated` is False for XXX."""

    qualifier: str
    integer: str
    fraction: str
    unit_words: str
    currency_stated: bool = True


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all steps of one call need: language, style (text, words, table, chart) and grammatical case of the number."""

    language: str
    style: str
    case: str


def format_quantity(
    value: Decimal,
    unit_code: str,
    language: str,
    *,
    upper: Decimal | None = None,
    qualifier: str = "exact",
    style: str = "text",
    case: str = "nominative",
    locale: str | None = None,
) -> str:
    """A quantity as printed. Styles: text, words (scale words written out), table (short where the language has it), chart (no currency).

    `case` is that of the Russian number where no qualifier governs it: nominative or genitive. `locale` en_US has American words.

    >>> format_quantity(Decimal("1.1e9"), "USD", "ru", qualifier="about")
    'около 1,1\\xa0млрд долларов США'
    >>> format_quantity(Decimal("4e9"), "GBP", "en"), format_quantity(Decimal("4e9"), "GBP", "en", style="table")
    ('£4\\xa0billion', '£4bn')
    >>> format_quantity(Decimal("3e9"), "EUR", "ru", upper=Decimal("5e9"))
    '3–5\\xa0млрд евро'
    """
    words = wording(language)
    setting = _Setting(language, style, "genitive" if _governs(words, qualifier, unit_code) else case)
    if unit_code == PORTION and upper is None and (portion := _named_portion(value, setting)):
        amount = portion
    elif upper is not None and upper != value:
        amount = _range(value, upper, unit(unit_code, language), setting)
    else:
        amount = _single(value, unit(unit_code, language), setting)
    prefix = words.get(f"qualifiers_{unit_code}", words["qualifiers"])[qualifier]
    return localise(f"{prefix} {amount}" if prefix else amount, locale)


def split_quantity(
    value: Decimal, unit_code: str, language: str, *, upper: Decimal | None = None, qualifier: str = "exact"
) -> QuantityParts:
    """A quantity in pieces for a table: qualifier, digits before and after the decimal mark, scale and unit in words.

    >>> split_quantity(Decimal("1.1e9"), "USD", "ru", qualifier="about")
    QuantityParts(qualifier='около', integer='1', fraction=',1', unit_words='млрд долларов США', currency_stated=True)
    >>> split_quantity(Decimal("4e9"), "GBP", "en").unit_words
    'billion pounds'
    """
    words = wording(language)
    setting = _Setting(language, "text", "genitive" if _governs(words, qualifier, unit_code) else "nominative")
    measure = unit(unit_code, language)
    first, last = _table_pair(value, value if upper is None else upper, measure, setting)
    prefix = words.get(f"qualifiers_{unit_code}", words["qualifiers"])[qualifier]
    tail = _after_number(last, measure, setting).strip(NBSP + " ")
    if unit_code == PORTION and upper is None and (portion := _named_portion(value, setting)):
        return QuantityParts(prefix, portion, "", "")
    if first.value != last.value:
        integer = format_number(first.value, language) + words["numbers"]["range_mark"] + format_number(last.value, language)
        return QuantityParts(prefix, integer, "", tail, unit_code != NO_CURRENCY)
    integer, mark, fraction = format_number(last.value, language).partition(words["numbers"]["decimal_mark"])
    return QuantityParts(prefix, integer, mark + fraction, tail, unit_code != NO_CURRENCY)


def _governs(words: Mapping[str, Any], qualifier: str, unit_code: str) -> bool:
    """Whether a qualifier wants the genitive: «более 2 рублей», but «более чем в 2 раза», whose words end with a preposition."""
    return f"qualifiers_{unit_code}" not in words and qualifier in words.get("genitive", {}).get("qualifiers", ())


def format_of(part: Decimal | int, total: Decimal | int, language: str) -> str:
    """
    >>> format_of(22, 36, "ru"), format_of(22, 36, "en")
    ('22 из 36', '22 of 36')
    """
    numbers = {"part": format_number(Decimal(part), language), "total": format_number(Decimal(total), language)}
    return str(wording(language)["currency"]["of"]).format(**numbers)


def _single(value: Decimal, measure: Unit, setting: _Setting) -> str:
    scaled = _scale(value, measure, setting)
    if setting.language == "en" and measure.is_money and setting.style != "chart":
        return _english_money(scaled, measure, setting)
    return format_number(scaled.value, setting.language) + _after_number(scaled, measure, setting) + _currency_note(measure, setting)


def _range(lower: Decimal, upper: Decimal, measure: Unit, setting: _Setting) -> str:
    """Two numbers. Russian: an en dash between figures of one scale; else, and beside a minus sign, «от … до …»."""
    first, last = _scaled_pair(lower, upper, measure, setting)
    close = first.power == last.power and lower >= 0 and (first.power or not _scale(upper, measure, setting).power)
    if setting.language == "en" and not (close and _has_money_sign(measure) and setting.style == "table"):
        return _english_range(lower, upper, measure, setting)
    if not close:
        genitive = _Setting(setting.language, setting.style, "genitive")
        ends = {"lower": _without_unit(lower, upper, measure, genitive), "upper": _single(upper, measure, genitive)}
        return str(wording(setting.language)["ranges"]["wide"]).format(**ends)
    mark = str(wording(setting.language)["numbers"]["range_mark"])
    numbers = format_number(first.value, setting.language) + mark + format_number(last.value, setting.language)
    if setting.language == "en":
        return _money_sign(measure) + numbers + _scale_sign(last.power, setting) + _per(measure)
    return numbers + _after_number(last, measure, setting) + _currency_note(measure, setting)


def _english_range(lower: Decimal, upper: Decimal, measure: Unit, setting: _Setting) -> str:
    """`€3 billion to €5 billion`, but `5 to 7 tonnes`: the sign that stands at the number is repeated, words are not."""
    repeats = (_has_money_sign(measure) and setting.style != "chart") or measure.glued
    first = _single(lower, measure, setting) if repeats else _without_unit(lower, upper, measure, setting)
    return str(wording("en")["ranges"]["wide"]).format(lower=first.removesuffix(_per(measure)), upper=_single(upper, measure, setting))


def _without_unit(lower: Decimal, upper: Decimal, measure: Unit, setting: _Setting) -> str:
    """The lower end, with its scale word if that is another than the upper end's."""
    first, last = _scale(lower, measure, setting), _scale(upper, measure, setting)
    number = format_number(first.value, setting.language)
    return number if first.power == last.power else number + _scale_word(first, setting)


def _english_money(scaled: Scaled, measure: Unit, setting: _Setting) -> str:
    if measure.code == NO_CURRENCY:
        return format_number(scaled.value, "en") + _scale_word(scaled, setting) + _currency_note(measure, setting)
    number = format_number(abs(scaled.value), "en")
    if not scaled.power and len(number.partition(".")[2]) == 1:
        number += "0"  # $1.50: a sum in small units has two decimals or none
    minus = "\u2212" if scaled.value < 0 else ""
    scale_words = _scale_sign(scaled.power, setting) if setting.style == "table" else _scale_word(scaled, setting)
    return minus + _money_sign(measure) + number + scale_words + _per(measure)


def _after_number(scaled: Scaled, measure: Unit, setting: _Setting) -> str:
    """Scale word, unit and `per`, with the space that each wants before it."""
    scale_word = _scale_word(scaled, setting)
    if measure.code in BARE or measure.code in (NO_CURRENCY, PORTION) or (setting.style == "chart" and measure.is_money):
        return scale_word
    if measure.sign and not (setting.style == "words" and scaled.power):
        return scale_word + NBSP + measure.sign + _per(measure)
    words = form(measure, _unit_class(scaled, setting), setting.language)
    if measure.glued and setting.language == "en":
        return words + _per(measure)
    # English words are ordinary words and may stand on the next line; a Russian number keeps its unit.
    return scale_word + (NBSP if setting.language == "ru" and not scaled.power else " ") + words + _per(measure)


def _unit_class(scaled: Scaled, setting: _Setting) -> str:
    """After a scale word the unit is in the plural (Russian: genitive); else it agrees with the number."""
    if scaled.power:
        return "many" if setting.language == "ru" else "other"
    return _governed(scaled.value, setting)


def _governed(value: Decimal, setting: _Setting) -> str:
    """The class of the word after a number, in the number's case: «21 рубль», «около 21 рубля», «около 2 рублей»."""
    plural = plural_class(value, setting.language)
    if setting.language == "ru" and setting.case == "genitive":
        return "other" if plural in ("one", "other") else "many"
    return plural


def _scale_word(scaled: Scaled, setting: _Setting) -> str:
    if not scaled.power:
        return ""
    short, forms = wording(setting.language)["scales"][str(scaled.power)]
    if setting.language == "en":
        return NBSP + str(forms)
    if setting.style != "words":
        return NBSP + str(short)
    return NBSP + str(forms.split("|")[("one", "few", "many", "other").index(_governed(scaled.value, setting))])


def _scale_sign(power: int, setting: _Setting) -> str:
    return str(wording(setting.language)["scales"][str(power)][0]) if power else ""


def _has_money_sign(measure: Unit) -> bool:
    return measure.is_money and measure.code != NO_CURRENCY


def _money_sign(measure: Unit) -> str:
    return measure.symbol or measure.code + NBSP


def _per(measure: Unit) -> str:
    return " " + measure.per if measure.per else ""


def _currency_note(measure: Unit, setting: _Setting) -> str:
    if measure.code != NO_CURRENCY or setting.style == "chart":
        return ""
    return str(wording(setting.language)["currency"]["missing_table" if setting.style == "table" else "missing_text"])


def _scale(value: Decimal, measure: Unit, setting: _Setting) -> Scaled:
    if measure.glued or measure.code == PORTION:
        return Scaled(plain(value), 0)
    return scale(value, _POWERS[setting.language])


def _scaled_pair(lower: Decimal, upper: Decimal, measure: Unit, setting: _Setting) -> tuple[Scaled, Scaled]:
    """Both ends before one scale word where both bear it, else each as it is."""
    last = _scale(upper, measure, setting)
    if last.power and bears_scale(lower, last.power):
        return Scaled(plain(lower.scaleb(-last.power)), last.power), last
    return Scaled(plain(lower), 0), Scaled(plain(upper), 0)


def _table_pair(lower: Decimal, upper: Decimal, measure: Unit, setting: _Setting) -> tuple[Scaled, Scaled]:
    """Both ends before one scale word where the lower one needs few decimals for it: «0,5–1 млрд» in a column of numbers."""
    last = _scale(upper, measure, setting)
    first = plain(lower.scaleb(-last.power))
    return (
        (Scaled(first, last.power), last)
        if last.power and decimals(first) <= _TABLE_DECIMALS
        else _scaled_pair(lower, upper, measure, setting)
    )


def _named_portion(value: Decimal, setting: _Setting) -> str:
    """A share that has a name: «половина», `a quarter`; empty for any other."""
    for portion in wording(setting.language)["portions"]:
        if abs(Fraction(value) - Fraction(portion["value"])) < _NEAR:
            words = portion["words"]
            return str(words[-1] if setting.case == "genitive" else words[0])
    return ""
