"""A unit code -> its words or sign after a number: currencies (ISO 4217), CLDR units and the contract's own, compound ones with per."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from babel.numbers import get_currency_name
from babel.units import format_unit

from briefgen.formatting.wording import rows, wording

# Units whose number stands alone: the noun is in the label.
BARE = frozenset({"count", "number"})
PORTION = "concentr-portion"
NO_CURRENCY = "XXX"

_CURRENCY = re.compile(r"[A-Z]{3}")
_CATEGORY = re.compile(r"^(?:mass|volume|length|area|energy|power|duration|concentr|digital)-")
_CLASSES = {"ru": ("one", "few", "many", "other"), "en": ("one", "other")}
_SAMPLES = {"ru": (1, 2, 5, 1.5), "en": (1, 2)}  # a number of each class
_NUMBER = re.compile(r"^[\d.,]+\s*")


@dataclass(frozen=True, slots=True)
class Unit:
    """`forms` by plural class; `sign`, `symbol` (of money) and `per` (the printed second half of a compound unit) may be empty.

    `glued`: no space before it in English.
    """

    code: str
    forms: tuple[str, ...]
    sign: str = ""
    symbol: str = ""
    per: str = ""
    glued: bool = False

    @property
    def is_money(self) -> bool:
        return bool(_CURRENCY.fullmatch(self.code))


@cache
def unit(code: str, language: str) -> Unit:
    """All that is needed to print a unit.

    >>> unit("volume-barrel-per-day", "ru").forms[2], unit("volume-barrel-per-day", "ru").per
    ('баррелей', 'в сутки')
    """
    if code in rows("units") or "-per-" not in code:
        return _simple(code, language)
    numerator, _, denominator = code.partition("-per-")
    simple = _simple(numerator, language)
    per = wording(language)["per"][_CATEGORY.sub("", denominator)]
    return Unit(numerator, simple.forms, simple.sign, simple.symbol, per, simple.glued)


def form(unit: Unit, plural: str, language: str) -> str:
    """The words of a unit for a plural class.

    >>> form(unit("RUB", "ru"), "few", "ru"), form(unit("area-acre", "en"), "other", "en")
    ('рубля', 'acres')
    """
    return unit.forms[_CLASSES[language].index(plural)]


def currency_name(code: str, language: str, form: str = "title") -> str:
    """The name of a currency: as a `title`, or its form `one`, `few`, `many` (also the genitive plural), `other` (after a fraction).

    >>> currency_name("USD", "ru"), currency_name("GBP", "en", "many"), currency_name("GBP", "ru", "many")
    ('Доллары США', 'pounds', 'фунтов стерлингов')
    """
    row = rows("currencies").get(code)
    if form == "title":
        title = row[f"{language}_title"] if row else currency_name(code, language, "one" if language == "ru" else "other")
        return title[:1].upper() + title[1:]
    forms = _simple(code, language).forms
    classes = _CLASSES[language]
    return forms[classes.index(form)] if form in classes else forms[-1]


def _simple(code: str, language: str) -> Unit:
    if code in BARE or code in (NO_CURRENCY, PORTION):
        return Unit(code, ("",) * len(_CLASSES[language]))
    if row := rows("currencies").get(code):
        return Unit(code, tuple(row[language].split("|")), symbol=row["symbol"])
    if _CURRENCY.fullmatch(code):
        return Unit(code, _names_of_currency(code, language))
    if row := rows("units").get(code):
        return Unit(code, tuple(row[language].split("|")), sign=row["ru_sign"] if language == "ru" else "", glued=bool(row["glued"]))
    return Unit(code, _names_of_unit(code, language))


def _names_of_currency(code: str, language: str) -> tuple[str, ...]:
    names = (get_currency_name(code, number, _babel_locale(language)) for number in _SAMPLES[language])
    return tuple(str(name) for name in names)


def _names_of_unit(code: str, language: str) -> tuple[str, ...]:
    """CLDR's words for a unit that our table leaves to it; a code that CLDR does not know is our mistake and crashes."""
    samples = (format_unit(number, code, locale=_babel_locale(language)) for number in _SAMPLES[language])
    return tuple(_NUMBER.sub("", sample) for sample in samples)


def _babel_locale(language: str) -> str:
    # `en` alone is American in CLDR: metric tons, Russian rubles.
    return "en_GB" if language == "en" else language
