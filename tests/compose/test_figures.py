"""Sums on paper: without a currency, converted by the source, parts of a whole; in the table and in the chart."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefgen.blocks import Bar, Chart, Figure, Panel
from tests.compose.sample_briefs import LANGUAGES, brief_of, edition_of, headings, parts_of, rows, section, text_of, whole_extraction
from tests.report_text import text_of as words_of
from tests.sample_facts import article, extraction, interest, quantity

NOT_STATED = {"ru": "валюта не указана", "en": "currency not stated"}
CONVERTED = {"ru": "(413,2 млрд рублей)", "en": "(RUB 413.2 billion)"}


@pytest.fixture(scope="module", params=LANGUAGES)
def language(request):
    return request.param


@pytest.fixture(scope="module")
def report(language):
    return edition_of(brief_of(whole_extraction()), language)


def row_of(report, *words):
    """The cells of the only row of figures with these words, as text."""
    cells = [text_of_row(row) for row in rows(report, "figures")]
    (found,) = [row for row in cells if all(word in " ".join(row) for word in words)]
    return found


def text_of_row(row):
    return [
        "".join(figure.qualifier + figure.integer + figure.fraction for figure in parts_of(cell, Figure)) + plain(cell)
        for cell in row.cells
    ]


def plain(cell):
    return "".join(getattr(inline, "text", "") for inline in cell).replace("\u00a0", " ")


def test_a_sum_without_a_currency_is_printed_and_marked(report, language):
    _, number, unit, *_ = row_of(report, NOT_STATED[language])
    assert number == "10" and NOT_STATED[language] in unit


def test_a_sum_without_a_currency_is_never_drawn_and_the_chart_says_so(report, language):
    (chart,) = parts_of(report, Chart)
    assert [bar.value for bar in parts_of(chart, Bar)] == [Decimal("4e9")]
    assert NOT_STATED[language] in plain(chart.note)


def test_a_conversion_stands_in_brackets_and_has_no_row(report, language):
    _, number, *_ = row_of(report, CONVERTED[language])
    assert number == "4"
    assert [row[1] for row in map(text_of_row, rows(report, "figures"))].count("413,2") == 0
    assert len(rows(report, "figures")) == 3


def test_a_conversion_is_never_drawn(report):
    assert len(list(parts_of(report, Panel))) == 1


def test_a_part_and_its_whole_have_one_row(report, language):
    assert row_of(report, {"ru": "22 из 36", "en": "22 of 36"}[language])
    assert not [row for row in map(text_of_row, rows(report, "figures")) if row[1] in ("22", "36")]


def test_only_sums_without_a_currency_make_no_chart():
    of = article("Брюссель выделит 10 миллиардов на дороги.")
    report = edition_of(brief_of(extraction(of, quantity(of, "10 миллиардов", "10e9", "XXX"))))
    assert "chart" not in headings(report) and not list(parts_of(report, Chart))


def test_currencies_have_panels_of_their_own_and_are_never_added():
    of = article("Дадут 5 миллиардов евро, 3 миллиарда евро, 7 миллиардов фунтов.")
    sums = (("5 миллиардов евро", "5e9", "EUR"), ("3 миллиарда евро", "3e9", "EUR"), ("7 миллиардов фунтов", "7e9", "GBP"))
    facts = [replace(quantity(of, *item, id=f"q-{number}"), label="гранты") for number, item in enumerate(sums)]
    panels = list(parts_of(edition_of(brief_of(extraction(of, *facts))), Panel))
    assert [[bar.value for bar in panel.bars] for panel in panels] == [[Decimal("5e9"), Decimal("3e9")], [Decimal("7e9")]]


def test_a_bar_of_something_promised_is_solid_and_of_something_done_hollow():
    of = article("Дадут 5 миллиардов евро. Дали 3 миллиарда евро.")
    facts = [
        quantity(of, "5 миллиардов евро", "5e9", "EUR", id="q-1"),
        quantity(of, "3 миллиарда евро", "3e9", "EUR", id="q-2"),
        interest(of, "Дадут 5 миллиардов евро", "EU", id="i-1", quantities=("q-1",)),
        interest(of, "Дали 3 миллиарда евро", "EU", id="i-2", stage="done", quantities=("q-2",)),
    ]
    assert [bar.solid for bar in parts_of(edition_of(brief_of(extraction(of, *facts))), Bar)] == [True, False]


@pytest.mark.parametrize("row", [0, -1])
def test_a_sum_of_the_past_does_not_lead_where_something_is_promised(row):
    of = article("Дадут 5 миллиардов евро. Дали 9 миллиардов евро.")
    facts = [
        quantity(of, "5 миллиардов евро", "5e9", "EUR", id="q-1"),
        quantity(of, "9 миллиардов евро", "9e9", "EUR", id="q-2"),
        interest(of, "Дадут 5 миллиардов евро", "EU", id="i-1", quantities=("q-1",)),
        interest(of, "Дали 9 миллиардов евро", "EU", id="i-2", stage="done", quantities=("q-2",)),
    ]
    partners = text_of(section(edition_of(brief_of(extraction(of, *facts)), row=row), "partners"))
    assert "5 млрд евро" in partners and "9 млрд евро" not in partners


@pytest.mark.parametrize(("qualifier", "printed"), [("exact", {"ru": "4", "en": "4"}), ("over", {"ru": "более 4", "en": "more than 4"})])
def test_a_qualifier_stays_with_its_figure(qualifier, printed, language):
    of = article("Лондон даст 4 миллиарда фунтов.")
    brief = brief_of(extraction(of, quantity(of, "4 миллиарда фунтов", "4e9", "GBP", qualifier=qualifier)))
    assert text_of_row(rows(edition_of(brief, language), "figures")[0])[1].replace("\u00a0", " ") == printed[language]


def test_what_does_not_fit_is_counted_under_limits():
    of = article(" ".join(f"{number} тонн;" for number in range(101, 141)))
    facts = [quantity(of, f"{number} тонн", str(number), "mass-tonne", id=f"q-{number}", rule="unit") for number in range(101, 141)]
    report = edition_of(brief_of(extraction(of, *facts)), "en", row=-1)
    left = 40 - len(rows(report, "figures"))
    assert left > 0 and f"figures: {left}" in text_of(section(report, "limits"))
    assert len(rows(edition_of(brief_of(extraction(of, *facts)), "en"), "figures")) > 40 - left


def test_whatever_the_limits_the_annex_has_every_figure():
    of = article("\n".join(f"{number} тонн." for number in range(101, 141)))
    facts = [quantity(of, f"{number} тонн", str(number), "mass-tonne", id=f"q-{number}", rule="unit") for number in range(101, 141)]
    report = edition_of(brief_of(extraction(of, *facts)), row=-1)
    assert [id for id in (fact.id for fact in facts) if f"{id} " not in words_of(report)] == []


@pytest.mark.parametrize(("language", "titles"), [("ru", ["Фунты стерлингов", "Тонны"]), ("en", ["Pounds sterling", "Tonnes"])])
def test_weights_have_a_panel_where_the_currencies_leave_one_free(language, titles):
    of = article("Лондон даст 4 миллиарда фунтов.\nЗапасы составляют 900 тонн.\nДобыча составляет 300 тонн.")
    facts = (
        quantity(of, "4 миллиарда фунтов", "4e9", "GBP", id="q-1"),
        quantity(of, "900 тонн", "900", "mass-tonne", id="q-2", rule="mass"),
        quantity(of, "300 тонн", "300", "mass-tonne", id="q-3", rule="mass"),
    )
    (chart,) = parts_of(edition_of(brief_of(extraction(of, *facts)), language), Chart)
    assert [panel.title for panel in chart.panels] == titles
    assert [bar.value for bar in chart.panels[1].bars] == [Decimal(900), Decimal(300)]
    assert all(bar.value_text.replace("\u00a0", " ") in chart.alternative.replace("\u00a0", " ") for bar in parts_of(chart, Bar))
