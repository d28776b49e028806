"""Both editions say the same: the same blocks, citations, figures and facts, whatever the limits and the translations."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Bar, Citations, Figure, Heading, Listing, Mark, Moment, Table
from briefgen.model import Translation
from briefgen.translation.units import translation_units
from tests.compose.sample_briefs import brief_of, edition_of, parts_of, rows, standard, whole_extraction
from tests.sample_facts import article, extraction, quantity

ROWS = range(min(len(standard().page_one_limits), len(standard().body_limits)))
SHORTENED = "w" * 400  # a translation that is longer than any limit


@pytest.fixture(scope="module", params=["none", "all", "long"])
def editions(request):
    """Both editions for each row of limits, without translations, with all, and with ones of another length."""
    brief = brief_of(whole_extraction(name="one.txt"), whole_extraction(name="two.txt"))
    words = {"none": "", "all": "passage", "long": SHORTENED}[request.param]
    entries = tuple(Translation(unit.text, "en", words, "memory", unit.context) for unit in translation_units(brief) if words)
    whole = replace(brief, translations=entries)
    return [(edition_of(whole, "ru", row=row), edition_of(whole, "en", row=row)) for row in ROWS]


def body(report):
    """The blocks before the annex of what awaits translation, which one edition alone may have."""
    blocks = list(report.blocks)
    awaiting = [index for index, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "awaiting"]
    return blocks[: awaiting[0]] if awaiting else blocks


def test_both_have_the_same_blocks_in_the_same_order(editions):
    for pair in editions:
        russian, english = ([type(block).__name__ for block in body(report)] for report in pair)
        assert russian == english


def test_both_have_the_same_headings(editions):
    for pair in editions:
        russian, english = (
            [(b.level, b.label.anchor if b.label else b.number, b.anchor) for b in body(report) if isinstance(b, Heading)]
            for report in pair
        )
        assert russian == english


def test_tables_and_lists_have_as_many_rows_but_for_the_row_on_translation(editions):
    for pair in editions:
        for russian, english in zip(*(body(report) for report in pair), strict=True):
            if isinstance(russian, Table) and russian.name != "limits":
                assert len(russian.rows) == len(english.rows)
            if isinstance(russian, Listing):
                assert len(russian.items) == len(english.items)


def test_each_block_cites_the_same_places(editions):
    for pair in editions:
        for russian, english in zip(*(body(report) for report in pair), strict=True):
            if not (
                isinstance(russian, Table) and russian.name == "limits"
            ):  # names of the other language are confirmed in one edition alone
                assert cited(russian) == cited(english)


def cited(block):
    return [[(item.text, item.target) for item in citations.items] for citations in parts_of(block, Citations)]


def test_the_chart_has_the_same_bars(editions):
    for pair in editions:
        russian, english = ([(bar.value, bar.solid) for bar in parts_of(report.blocks, Bar)] for report in pair)
        assert russian == english


def test_the_timeline_has_the_same_moments(editions):
    for pair in editions:
        russian, english = ([moment.happened for moment in parts_of(report.blocks, Moment)] for report in pair)
        assert russian == english == [True]


def test_the_evidence_has_the_same_codes(editions):
    for pair in editions:
        russian, english = (codes(report) for report in pair)
        assert russian == english


def codes(report):
    return [[mark.text for mark in parts_of(row.cells[2], Mark)] for row in rows(report, "evidence")]


@pytest.mark.parametrize("value", ["0.5", "1", "2.6", "999.99", "1000", "12500", "1000000", "2600000", "413200000000", "1e12"])
@pytest.mark.parametrize("unit", ["EUR", "XXX", "mass-tonne", "count"])
def test_a_figure_has_the_same_digits_and_scale_in_both(value, unit):
    of = article("Названо число 5.")
    brief = brief_of(extraction(of, quantity(of, "5", value, unit)))
    values = [value_of(edition_of(brief, language), language) for language in ("ru", "en")]
    assert values[0] == values[1] == pytest.approx(float(value))


SCALES = {"тыс.": 1e3, "млн": 1e6, "млрд": 1e9, "трлн": 1e12, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12}


def value_of(report, language):
    """The value that a reader takes from the only row of figures."""
    (row,) = rows(report, "figures")
    (figure,) = parts_of(row.cells[1], Figure)
    digits = (figure.integer + figure.fraction).replace("\u00a0", "").replace("\u202f", "")
    number = float(digits.replace(",", "." if language == "ru" else ""))
    unit = "".join(inline.text for inline in row.cells[2]).replace("\u00a0", " ").replace(",", " ").split()
    return number * next((SCALES[word] for word in unit if word in SCALES), 1)
