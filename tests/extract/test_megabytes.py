"""Whole articles of a megabyte and rows of 100,000 digits: the work grows as the text does."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from briefgen import find_dates, find_quantities
from tests.extract.effort import calls

PARAGRAPHS = {
    "ru": (
        "По оценкам, завод дал 2,5 млн тонн стали на 1,2 млрд долларов, а год назад, 5 марта 2024 года, — почти на треть меньше. "
        "Министр рассказал об этом в среду в Астане.\n\n"
    ),
    "en": (
        "By some estimates the plant made 2.5 million tonnes worth $1.2bn, nearly a third less than on 5 March 2024, "
        "the minister told reporters on Wednesday in Astana.\n\n"
    ),
}
FINDERS = {"quantities": find_quantities, "dates": partial(find_dates, reference=date(2026, 2, 27))}
LONG = (pytest.mark.endurance, pytest.mark.slow)
SIZES = (pytest.param(100_000, id="100 kB"), pytest.param(1_000_000, id="1 MB", marks=LONG))
SHARE = 10


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", PARAGRAPHS)
@pytest.mark.parametrize("finder", FINDERS)
def test_an_article_takes_ten_times_the_work_of_a_tenth_of_it(finder, language, size):
    find, paragraph = partial(FINDERS[finder], language=language), PARAGRAPHS[language]
    number = size // len(paragraph)
    find(paragraph)
    assert calls(find, paragraph * number) < 1.1 * SHARE * calls(find, paragraph * (number // SHARE))


@pytest.mark.parametrize("language", PARAGRAPHS)
@pytest.mark.parametrize("finder", FINDERS)
@pytest.mark.parametrize("share", [pytest.param(4, id="short"), pytest.param(1, id="long", marks=LONG)])
@pytest.mark.parametrize(("digits", "number"), [("1", 100_000), ("20", 50_000), ("1 ", 10_000), ("1,", 10_000), ("12.05.", 4_000)])
def test_a_row_of_digits_takes_four_times_the_work_of_a_quarter_of_it(digits, number, share, finder, language):
    find, number = partial(FINDERS[finder], language=language), number // share
    find(digits * 10)
    assert calls(find, digits * number) < 4.5 * calls(find, digits * (number // 4)) + 1000
