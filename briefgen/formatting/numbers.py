"""A Decimal -> its digits in a language, its plural class, and the scale word that keeps all of them. Nothing is ever rounded."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from babel import Locale

from briefgen.formatting.wording import wording

NBSP = "\u00a0"
MINUS = "\u2212"

# Powers of ten with a scale word, and how many decimals may stand before it: 795,800 is not 795.8 thousand, 1,234,500 is not
# 1.2345 million, but 23.4567 billion is; written out it would be harder to read.
_DECIMALS = {12: 6, 9: 6, 6: 3, 3: 0}
_FROM = {3: 10_000}  # 2000 рублей, but 10 тыс. тонн


@dataclass(frozen=True, slots=True)
class Scaled:
    """A number before its scale word: `value` times ten to the `power`; power 0 has no word."""

    value: Decimal
    power: int


def format_number(value: Decimal, language: str) -> str:
    """All digits of a number: decimal mark, groups of thousands and minus sign of the language; idle zeros are left out.

    >>> format_number(Decimal("12500.5"), "en"), format_number(Decimal("2500"), "ru"), format_number(Decimal("-5.20"), "ru")
    ('12,500.5', '2500', '−5,2')
    """
    signs = wording(language)["numbers"]
    integer, _, fraction = format(abs(value), "f").partition(".")
    fraction = fraction.rstrip("0")
    if len(integer) >= signs["group_from"]:
        integer = _group(integer, signs["group_mark"])
    return (MINUS if value < 0 else "") + integer + (signs["decimal_mark"] + fraction if fraction else "")


def plural_class(value: Decimal, language: str) -> str:
    """The class of a number as printed (CLDR): one, few, many, other; a fraction is always other.

    >>> [plural_class(Decimal(number), "ru") for number in ("21", "2", "11", "1.1")]
    ['one', 'few', 'many', 'other']
    """
    if value % 1:
        return "other"
    return str(_locale(language).plural_form(int(abs(value))))


def bears_scale(value: Decimal, power: int) -> bool:
    """Whether a number can stand before a scale word without losing a digit or its look.

    >>> bears_scale(Decimal("413.2e9"), 9), bears_scale(Decimal("795800"), 3)
    (True, False)
    """
    return abs(value) >= 10**power and decimals(abs(value).scaleb(-power)) <= _DECIMALS[power]


def scale(value: Decimal, powers: tuple[int, ...]) -> Scaled:
    """A number with the largest of the scale words that it reaches; as it is, if that word would cost too many decimals.

    >>> scale(Decimal("1.1e9"), (12, 9, 6)), scale(Decimal("1234500"), (12, 9, 6))
    (Scaled(value=Decimal('1.1'), power=9), Scaled(value=Decimal('1234500'), power=0))
    """
    power = next((power for power in powers if abs(value) >= _FROM.get(power, 10**power)), 0)
    if power and bears_scale(value, power):
        return Scaled(plain(value.scaleb(-power)), power)
    return Scaled(plain(value), 0)


def decimals(value: Decimal) -> int:
    """How many digits a number needs after its decimal mark.

    >>> decimals(Decimal("1.50")), decimals(Decimal("4e9"))
    (1, 0)
    """
    return len(format(value, "f").partition(".")[2].rstrip("0"))


def plain(value: Decimal) -> Decimal:
    """The same number without exponent and idle zeros.

    >>> plain(Decimal("4E+9")), plain(Decimal("1.10"))
    (Decimal('4000000000'), Decimal('1.1'))
    """
    integer, mark, fraction = format(value, "f").partition(".")
    return Decimal(integer + mark + fraction.rstrip("0") if fraction.rstrip("0") else integer)


def _group(digits: str, mark: str) -> str:
    head = len(digits) % 3
    groups = [digits[:head]] if head else []
    return mark.join(groups + [digits[at : at + 3] for at in range(head, len(digits), 3)])


@cache
def _locale(language: str) -> Locale:
    return Locale.parse(language)
