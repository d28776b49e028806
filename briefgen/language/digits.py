"""A row of digits -> Decimal, with the separators of a language; fractions in digits too: ½, 3/4, 2 1/2."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefgen.language.lexemes import Lexeme

MAX_DIGITS = 30  # a longer row of digits is a code, not an amount
VULGAR = {
    "¼": "1/4",
    "½": "1/2",
    "¾": "3/4",
    "⅓": "1/3",
    "⅔": "2/3",
    "⅕": "1/5",
    "⅖": "2/5",
    "⅗": "3/5",
    "⅘": "4/5",
    "⅙": "1/6",
    "⅚": "5/6",
    "⅛": "1/8",
    "⅜": "3/8",
    "⅝": "5/8",
    "⅞": "7/8",
    "⅐": "1/7",
    "⅑": "1/9",
    "⅒": "1/10",
}
# Measures and shares are halved, cut by three, five or ten; 9/11, 24/7 and 12/05 are something else.
_BOTTOMS = frozenset({2, 3, 4, 5, 6, 7, 8, 9, 10, 16, 20, 32, 64, 100, 1000})
_MULTIPLIED = frozenset("×x*·х⋅")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_EXPONENT_DIGITS = 2
_PLACES = Decimal("0.0001")
_ENDING = Decimal("0.00000001")


def digits(text: str, language: str) -> Decimal | None:
    """A row of digits with the separators of a language; one that both languages read differently follows the language.

    >>> digits("1 250,5", "ru"), digits("1,250", "ru"), digits("1,250", "en"), digits("586,000", "ru")
    (Decimal('1250.5'), Decimal('1.250'), Decimal('1250'), Decimal('586000'))
    >>> digits("1.500", "ru"), digits("1.525", "ru"), digits("1.500", "en"), digits("12,34,567", "en")
    (Decimal('1500'), Decimal('1.525'), Decimal('1.500'), Decimal('1234567'))
    """
    if text in VULGAR:
        return fraction(VULGAR[text])
    row = "".join(sign for sign in text if sign.isdecimal() or sign in ".,")
    if not row or len(row) > MAX_DIGITS:
        return None
    if "," in row and "." in row:
        group = "," if row.index(",") < row.index(".") else "."
        row = row.replace(group, "")
    elif row.count(",") > 1 or row.count(".") > 1 or _is_grouped(row, language):
        row = row.replace(",", "").replace(".", "")
    return Decimal(row.replace(",", "."))


def _is_grouped(row: str, language: str) -> bool:
    """Whether the one separator groups thousands. A zero that ends three decimals is idle, so «1.500 рублей» are thousands."""
    whole, mark, rest = row.partition("," if "," in row else ".")
    if not mark or len(rest) != 3 or whole in ("", "0") or whole.startswith("0"):
        return False
    if mark == ",":
        return language == "en" or rest == "000"
    return language == "ru" and rest.endswith("0")


def fraction(text: str) -> Decimal:
    """A fraction as a decimal; one that never ends has four places, enough to tell thirds, sixths and sevenths apart.

    >>> fraction("3/8"), fraction("1/3"), fraction("2/4")
    (Decimal('0.375'), Decimal('0.3333'), Decimal('0.5'))
    """
    top, _, bottom = text.partition("/")
    return divided(Decimal(top), Decimal(bottom or "1"))


def divided(top: Decimal, bottom: Decimal) -> Decimal:
    """A quotient, exact where it ends and with four places where it doesn't.

    >>> divided(Decimal(1), Decimal(32)), divided(Decimal(2), Decimal(3))
    (Decimal('0.03125'), Decimal('0.6667'))
    """
    value = top / bottom
    return value if value == value.quantize(_ENDING) else value.quantize(_PLACES)


def fraction_at(lexemes: Sequence[Lexeme], start: int) -> tuple[Decimal, int] | None:
    """A fraction in digits (½, 3/4) and the index behind it; 25/05/2024 and 9/11 are none.

    >>> from briefgen.language.lexemes import split
    >>> fraction_at(split("3/4 cup"), 0), fraction_at(split("9/11"), 0), fraction_at(split("½"), 0)
    ((Decimal('0.75'), 3), None, (Decimal('0.5'), 1))
    """
    if start >= len(lexemes):
        return None
    first = lexemes[start]
    if first.text in VULGAR:
        return fraction(VULGAR[first.text]), start + 1
    if start + 2 >= len(lexemes) or lexemes[start + 1].text not in ("/", "⁄") or lexemes[start + 1].gap or lexemes[start + 2].gap:
        return None
    bottom = lexemes[start + 2].text
    if not (first.text.isdecimal() and bottom.isdecimal() and len(first.text) <= len(bottom) <= 4):
        return None
    if int(bottom) not in _BOTTOMS or not 0 < int(first.text) < int(bottom):
        return None
    if _is_joined(lexemes, start, start + 3):
        return None
    return fraction(f"{first.text}/{bottom}"), start + 3


def power_at(lexemes: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    """The power of ten behind a row of digits (1e6, 2.5×10^6, 3·10⁴) and the index behind it; the e of a code such as 3e5f is none.

    >>> from briefgen.language.lexemes import split
    >>> power_at(split("1e6"), 1), power_at(split("2.5 × 10^-3 m"), 1), power_at(split("3e5f"), 1), power_at(split("3·10⁴"), 1)
    ((Decimal('1E+6'), 3), (Decimal('0.001'), 6), None, (Decimal('1E+4'), 4))
    """
    if at + 1 >= len(lexemes):
        return None
    if lexemes[at].norm == "e" and lexemes[at].gap == "":
        return _exponent(lexemes, at + 1)
    if lexemes[at].text not in _MULTIPLIED or lexemes[at + 1].text != "10" or at + 2 >= len(lexemes) or lexemes[at + 2].gap:
        return None
    if lexemes[at + 2].text == "^":
        return _exponent(lexemes, at + 3)
    raised = lexemes[at + 2].text.translate(_RAISED)
    return (Decimal(1).scaleb(int(raised)), at + 3) if raised.isascii() and raised.isdecimal() and len(raised) <= _EXPONENT_DIGITS else None


def _exponent(lexemes: Sequence[Lexeme], at: int) -> tuple[Decimal, int] | None:
    sign = lexemes[at].text if at < len(lexemes) and lexemes[at].text in ("+", "-", "−") and not lexemes[at].gap else ""
    at += bool(sign)
    if at >= len(lexemes) or lexemes[at].gap or not lexemes[at].text.isdecimal() or len(lexemes[at].text) > _EXPONENT_DIGITS:
        return None
    if at + 1 < len(lexemes) and not lexemes[at + 1].gap and lexemes[at + 1].kind == "word":
        return None
    return Decimal(1).scaleb(-int(lexemes[at].text) if sign in ("-", "−") else int(lexemes[at].text)), at + 1


def _is_joined(lexemes: Sequence[Lexeme], start: int, stop: int) -> bool:
    """Whether a slash or a hyphen joins the fraction with more digits: it is part of a date or a code."""
    if start > 0 and lexemes[start].gap == "" and lexemes[start - 1].norm in ("/", "-"):
        return True
    if stop + 1 >= len(lexemes) or lexemes[stop].gap or lexemes[stop].norm not in ("/", "-"):
        return False
    return lexemes[stop + 1].gap == "" and lexemes[stop + 1].kind == "number"
