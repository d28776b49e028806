"""Numbers in words are read as they were spelled: in every case of Russian, over all scales; and each qualifier is read."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen import find_quantities
from briefgen.language.lexicon import load
from briefgen.language.phrases import expand
from tests.extract import spelled

NOUNS = {
    "рубль": "RUB",
    "доллар": "USD",
    "тонна": "mass-tonne",
    "килограмм": "mass-kilogram",
    "километр": "length-kilometer",
    "метр": "length-meter",
    "баррель": "volume-barrel",
    "литр": "volume-liter",
    "кубометр": "volume-cubic-meter",
    "гектар": "area-hectare",
    "процент": "concentr-percent",
    "мегаватт": "power-megawatt",
    "турист": "count",
    "компания": "count",
}
ENGLISH_NOUNS = {
    "dollars": "USD",
    "euros": "EUR",
    "tonnes": "mass-tonne",
    "kilometres": "length-kilometer",
    "barrels": "volume-barrel",
    "hectares": "area-hectare",
    "percent": "concentr-percent",
    "megawatts": "power-megawatt",
    "companies": "count",
}
VALUES = st.builds(
    lambda number, scale: number * scale,
    st.integers(min_value=5, max_value=999),
    st.sampled_from([1, 1_000, 1_000_000, 1_000_000_000]),
) | st.integers(min_value=5, max_value=999_999_999_999)
# Their place is at the end of a clause, or they want words of their own around them.
ELSEWHERE = {"ru": {"не один", "далее чем", "говорят о"}, "en": {"until", "past", "c.", "about or", "or more or less", "costlier than"}}


@settings(max_examples=600, deadline=None)
@given(value=VALUES, case=st.sampled_from(spelled.CASES), noun=st.sampled_from(sorted(NOUNS)))
def test_a_russian_number_in_words_is_read_in_every_case(value, case, noun):
    text = spelled.russian(value, case, noun)
    assert [(found.value, found.unit, found.surface) for found in find_quantities(text, "ru")] == [(value, NOUNS[noun], text)]


@settings(max_examples=300, deadline=None)
@given(value=VALUES, noun=st.sampled_from(sorted(ENGLISH_NOUNS)))
def test_an_english_number_in_words_is_read(value, noun):
    text = f"{spelled.english(value)} {noun}"
    assert [(found.value, found.unit, found.surface) for found in find_quantities(text, "en")] == [(value, ENGLISH_NOUNS[noun], text)]


@settings(max_examples=300, deadline=None)
@given(
    tenths=st.integers(min_value=11, max_value=9999).filter(lambda number: number % 10),
    scale=st.sampled_from(sorted(spelled.SCALES)),
    case=st.sampled_from(spelled.CASES),
    noun=st.sampled_from(sorted(NOUNS)),
)
def test_digits_with_a_scale_in_words_are_read_in_every_case(tenths, scale, case, noun):
    name = spelled.counted(spelled.SCALES[scale], 2 if case in ("nomn", "accs") else 5, case)  # «2,5 миллиона», «2,5 миллионам»
    text = f"{tenths // 10},{tenths % 10} {name} {spelled.counted(noun, 5, 'gent')}"
    assert [(found.value, found.unit) for found in find_quantities(text, "ru")] == [(Decimal(tenths) / 10 * scale, NOUNS[noun])]


def qualifiers(language, table):
    for qualifier, patterns in load(language, "quantities")[table].items():
        for phrase in sorted({form for pattern in patterns for form in expand(pattern, language)} - ELSEWHERE[language]):
            yield pytest.param(language, phrase, qualifier, id=f"{language} {qualifier}: {phrase}")


FIGURES = {"ru": ("5 тонн", "12,5 млрд рублей", "двадцать пять процентов"), "en": ("5 tonnes", "$12.5 billion", "twenty-five percent")}


@pytest.mark.parametrize(("language", "phrase", "qualifier"), [*qualifiers("ru", "qualifiers"), *qualifiers("en", "qualifiers")])
def test_each_qualifier_before_a_figure_is_read(language, phrase, qualifier):
    read = [find_quantities(f"{phrase} {figure}", language) for figure in FIGURES[language]]
    assert [[(found.surface, found.qualifier) for found in each] for each in read] == [
        [(figure, qualifier)] for figure in FIGURES[language]
    ]


@pytest.mark.parametrize(
    ("language", "phrase", "qualifier"), [*qualifiers("ru", "qualifiers_behind"), *qualifiers("en", "qualifiers_behind")]
)
def test_each_qualifier_behind_a_figure_is_read(language, phrase, qualifier):
    gap = "" if phrase[0] in "-+" else " "
    (found,) = find_quantities(f"{FIGURES[language][0]}{gap}{phrase}", language)
    assert (found.surface, found.qualifier) == (FIGURES[language][0], qualifier)
