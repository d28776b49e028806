"""Figures of a text: the sentences that hold them, those that hold none, and what is true of any text at all."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from hypothesis import given, settings, strategies

from briefgen import find_quantities
from briefgen.extract.quantities.indefinite import find_indefinite
from briefgen.model import QUALIFIERS
from tests.extract import quantity_cases
from tests.extract.effort import calls

CASES = Path(__file__).resolve().parents[1] / "cases"
PIECES = [
    *("$", "€", "5", "1 250,5", "1,250.5", "млрд", " ", "–", "-", "от ", " до ", "%", "(", ")", "рублей", "million", "из", "\n\n", "."),
    *("№", "в ", " раза", "half", "почти ", "пара ", "полкило", "двадцать первый", "3-й", "1/2", " с лишним", " копеек", "'", '"', "point"),
    *(" in ", " hundred", " (сто)", "тысяч ", "пятипроцентный", "half a ", "and ", "US", " feet", " и ", ", ", "+", "..", "м³", "½", "₽"),
    *("лет", "twice as"),
]


def cases(table):
    for language in ("ru", "en"):
        for case in tomllib.loads((CASES / language / "quantities.toml").read_text(encoding="utf-8"))[table]:
            yield pytest.param(language, case, id=f"{language}: {case['text'][:60]}")


def wanted(item):
    surface, value, unit, *more = item
    upper = next((Decimal(word[2:]) for word in more if word.startswith("..")), None)
    qualifier = next((word for word in more if not word.startswith("..")), "exact")
    return surface, Decimal(value), unit, upper, qualifier


@pytest.mark.parametrize(("language", "case"), list(cases("catch")))
def test_each_figure_is_found_with_its_value_unit_and_qualifier(language, case):
    found = [(q.surface, q.value, q.unit, q.upper, q.qualifier) for q in find_quantities(case["text"], language)]
    assert found == [wanted(item) for item in case["found"]]


@pytest.mark.parametrize(("language", "case"), list(cases("leave")))
def test_a_number_that_measures_nothing_is_no_figure(language, case):
    assert find_quantities(case["text"], language) == ()


@pytest.mark.parametrize("case", [pytest.param(case, id=f"{case.language} {case.kind}: {case.text}") for case in quantity_cases.cases()])
def test_the_marked_figures_of_a_text_are_found_and_no_others(case):
    found = find_quantities(case.text, case.language, bare_numbers=case.is_bare)
    assert tuple((q.start, q.surface, q.value, q.upper, q.unit, q.qualifier) for q in found) == case.wanted


def test_a_conversion_in_brackets_points_to_the_sum_that_it_converts():
    pounds, roubles = find_quantities("на сумму 4 миллиарда фунтов стерлингов (413,2 миллиарда рублей)", "ru")
    assert (pounds.equivalent_of, roubles.equivalent_of) == (None, pounds.id)


def test_two_conversions_in_one_bracket_point_to_the_same_sum():
    rials, dollars, pounds = find_quantities("a budget of 1,546 trillion rials ($175.6bn; £93.6bn)", "en")
    assert (dollars.equivalent_of, pounds.equivalent_of) == (rials.id, rials.id)


def test_a_share_in_brackets_is_no_conversion():
    assert [q.equivalent_of for q in find_quantities("24 млрд тенге (92 процента)", "ru")] == [None, None]


def test_part_and_total_of_a_count_are_told_apart_by_their_rules():
    assert [q.rule for q in find_quantities("производит 22 из 36 минералов", "ru")] == ["count.part", "count.total"]


@pytest.mark.parametrize(
    ("text", "rule"), [("25 миллиардов долларов", "money.word.assumed-currency"), ("25 миллиардов долларов США", "money.word")]
)
def test_dollars_of_no_country_are_taken_for_american_and_say_so(text, rule):
    (quantity,) = find_quantities(text, "ru")
    assert (quantity.unit, quantity.rule) == ("USD", rule)


def test_the_words_of_a_price_are_no_part_of_it_and_no_label():
    (quantity,) = find_quantities("около 300 евро за мегаватт в час", "ru")
    assert (quantity.surface, quantity.label) == ("300 евро", "")


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Потратят десятки миллионов долларов на это.", "ru", ["десятки миллионов долларов"]),
        ("Нашли несколько тонн и ещё сотни тысяч кубометров.", "ru", ["несколько тонн", "сотни тысяч кубометров"]),
        ("They lost hundreds of millions of dollars and tens of lives.", "en", ["hundreds of millions of dollars"]),
        ("Дали 5 миллионов долларов, сотни людей рады.", "ru", []),
    ],
)
def test_an_amount_without_a_number_is_told_apart(text, language, wanted):
    assert [text[span.start : span.stop] for span in find_indefinite(text, language)] == wanted


def test_bare_numbers_are_given_only_when_asked_for():
    assert find_quantities("ответ: 42", "ru") == ()
    assert [(q.surface, q.unit) for q in find_quantities("ответ: 42", "ru", bare_numbers=True)] == [("42", "number")]


def test_an_archives_dateline_holds_no_figure():
    assert find_quantities(" date 2026-02-27 Страны Запада хотят", "ru") == ()


@settings(max_examples=250, deadline=None)
@given(strategies.lists(strategies.sampled_from(PIECES), max_size=30).map("".join), strategies.sampled_from(["ru", "en"]))
def test_spans_hold_their_surface_in_order_and_never_overlap(text, language):
    quantities = find_quantities(text, language, bare_numbers=True)
    last = 0
    for quantity in quantities:
        assert last <= quantity.start < quantity.stop <= len(text)
        assert text[quantity.start : quantity.stop] == quantity.surface
        assert quantity.qualifier in QUALIFIERS
        assert quantity.upper is None or quantity.upper > quantity.value
        last = quantity.stop
    assert len({quantity.id for quantity in quantities}) == len(quantities)


@given(strategies.integers(min_value=0, max_value=10**9), strategies.sampled_from([" ", "\u00a0", "\u202f", "\u2009"]))
def test_a_sum_grouped_with_any_space_keeps_its_value(number, space):
    (quantity,) = find_quantities(f"выделят {number:,} рублей".replace(",", space), "ru")
    assert (quantity.value, quantity.unit) == (number, "RUB")


@given(strategies.text(max_size=80), strategies.sampled_from(["ru", "en"]))
def test_any_text_is_read_without_a_fault(text, language):
    find_quantities(text, language, bare_numbers=True)


RUSSIAN = [
    "1 ",
    "1,",
    "$",
    "-",
    "1-",
    "$1 ",
    "от 1 до ",
    "миллион ",
    "5 млн, ",
    "5 динаров ",
    "(",
    "1 (один) ",
    "двадцать ",
    "тысяч пять ",
    "5 и ",
    "1/2",
]
ENGLISH = [
    "one and ",
    "one in ",
    "a hundred ",
    "point one ",
    "half a ",
    "6 feet 2 ",
    "5'10\"",
    "twenty-",
    "$5 ",
    "5 of ",
    "5, ",
    "and a half ",
    "1.",
]


@pytest.mark.parametrize(("piece", "language"), [*((piece, "ru") for piece in RUSSIAN), *((piece, "en") for piece in ENGLISH)])
def test_work_grows_with_length_and_not_with_its_square(piece, language):
    find = partial(find_quantities, language=language, bare_numbers=True)
    find(piece * 10)
    assert calls(find, piece * 800) < 5 * calls(find, piece * 200)


@pytest.mark.parametrize(("sign", "number"), [("1", 100_000), ("$", 20_000), ("(", 20_000), ("-", 20_000), (".", 20_000), ("½", 20_000)])
def test_a_long_row_of_one_sign_takes_work_by_its_length(sign, number):
    find = partial(find_quantities, language="ru", bare_numbers=True)
    find(sign * 10)
    assert calls(find, sign * number) < 5 * calls(find, sign * (number // 4)) + 1000


def test_prose_takes_work_by_its_length():
    sentence = "По оценкам, завод дал 2,5 млн тонн стали на 1,2 млрд долларов, а год назад — почти на треть меньше. "
    find = partial(find_quantities, language="ru")
    find(sentence)
    assert calls(find, sentence * 2000) < 4.5 * calls(find, sentence * 500)


def test_finding_quantities_loads_no_model():
    code = "import sys; from briefgen import find_quantities as f; f('5 млн рублей и 7 компаний', 'ru'); f('$5', 'en'); print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.split()
    assert not {"numpy", "slovnet", "navec", "razdel"} & set(loaded)
