"""Numbers in words: every case of Russian, English, and words mixed with digits."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, strategies

from briefgen.language.lexemes import split
from briefgen.language.numerals import digits, numeral_at, read_number

RUSSIAN = {
    "ноль": 0, "сто двадцать три": 123, "двадцати пяти": 25, "пятьюстами": 500, "тысяча двести": 1200, "тысячу": 1000,
    "один миллион двести тысяч триста сорок пять": 1_200_345, "полтора миллиарда": 1_500_000_000, "двести тысяч": 200_000,
    "два с половиной миллиарда": 2_500_000_000, "полмиллиона": 500_000,
    "четверть миллиона": 250_000, "миллиард 200 миллионов": 1_200_000_000,
    "28 миллиардов 400 миллионов": 28_400_000_000, "3 тысячи 500": 3500, "5-ти миллионов": 5_000_000, "2 тысячи миллиардов": 2 * 10**12,
    "пять целых три десятых": "5.3", "минус пять": -5, "пяти тысяч": 5000, "сорока": 40, "трёхсот": 300, "пять десятков": 50,
}  # fmt: skip
ENGLISH = {
    "zero": 0, "twenty-five": 25, "one hundred and five": 105, "two hundred million": 200_000_000, "a million": 1_000_000,
    "half a million": 500_000, "two and a half billion": 2_500_000_000,
    "one million two hundred thousand": 1_200_000, "2½ million": 2_500_000,
    "two dozen": 24, "three quarters": "0.75", "12.5 million": 12_500_000, "minus ten": -10,
    "5 bn": 5_000_000_000, "three thousand and five": 3005,
}  # fmt: skip


@pytest.mark.parametrize(("words", "value"), RUSSIAN.items())
def test_russian_words_are_read_as_a_number(words, value):
    assert read_number(words, "ru") == Decimal(value)


@pytest.mark.parametrize(("words", "value"), ENGLISH.items())
def test_english_words_are_read_as_a_number(words, value):
    assert read_number(words, "en") == Decimal(value)


@pytest.mark.parametrize("words", ["двадцать тридцать", "два три", "миллионы", "тысячи", "первый", "три года", "", "сто пять шесть"])
def test_words_that_are_not_one_number_give_none(words):
    assert read_number(words, "ru") is None


@pytest.mark.parametrize(
    ("text", "russian", "english"),
    [
        ("1 250,5", "1250.5", "1250.5"),
        ("1,250", "1.250", "1250"),
        ("586,000", "586000", "586000"),
        ("1.250.000", "1250000", "1250000"),
        ("1,250.5", "1250.5", "1250.5"),
        ("2.6", "2.6", "2.6"),
    ],
)
def test_separators_follow_the_language(text, russian, english):
    assert (digits(text, "ru"), digits(text, "en")) == (Decimal(russian), Decimal(english))


def test_a_row_of_digits_as_long_as_a_code_is_no_number():
    assert digits("1" * 31, "en") is None


@given(strategies.integers(min_value=0, max_value=10**12), strategies.sampled_from(["ru", "en"]))
def test_a_whole_number_in_digits_is_itself(number, language):
    assert read_number(str(number), language) == number


@given(
    strategies.text(alphabet="0123456789 ,.-½сто двадцать миллионов million and a half", max_size=60), strategies.sampled_from(["ru", "en"])
)
def test_any_text_is_read_without_a_fault_and_inside_its_bounds(text, language):
    lexemes = split(text)
    for index in range(len(lexemes)):
        numeral = numeral_at(lexemes, index, language)
        assert numeral is None or index < numeral.stop <= len(lexemes)
