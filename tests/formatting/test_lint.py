"""What the lint of finished text must find, and what it must leave alone."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.blocks import Bar, Chart, Foreign, Head, Panel, Paragraph, Report, Text
from briefgen.formatting.dates import format_date
from briefgen.formatting.lint import lint, lint_report
from briefgen.formatting.quantities import format_quantity
from briefgen.formatting.text import typography
from briefgen.model import QUALIFIERS

FAULTS = [
    ("ru", "5 млн рублей", "parted-number"),
    ("ru", "27 февраля", "parted-number"),
    ("ru", "12 500 рублей", "parted-number"),
    ("ru", "около 4.5⍽млрд рублей", "decimal-point"),
    ("ru", "25⍽млрд $", "currency-sign"),
    ("ru", "25⍽миллиардов €", "currency-sign"),
    ("ru", "5⍽млн. рублей", "full-stop"),
    ("ru", "5⍽тыс рублей", "no-full-stop"),
    ("ru", 'проект "Зоны"', "straight-quote"),
    ("ru", "проект “Зоны”", "foreign-quote"),
    ("ru", "Лондон - столица", "hyphen-for-dash"),
    ("ru", "Лондон⍽– столица", "dash"),
    ("ru", "Лондон — столица", "breaking-dash"),
    ("ru", "в обход России", "short-preposition"),
    ("ru", "№ 5", "number-sign"),
    ("ru", "рост на -5⍽%", "minus"),
    ("ru", "1000⍽млн рублей", "thousand-of-a-scale"),
    ("ru", "нет данных ..", "double-mark"),
    ("ru", "2026\u202fг.", "space"),
    ("ru", "слово  слово", "double-space"),
    ("ru", "слово , слово", "space-before-mark"),
    ("ru", "риски для %(country)s", "placeholder"),
    ("en", "£4 billion", "parted-number"),
    ("en", "27 February 2026", "parted-number"),
    ("en", "4,5⍽billion", "decimal-comma"),
    ("en", "$25B", "scale-letter"),
    ("en", "the «Deal Zone»", "foreign-quote"),
    ("en", "Iran's president", "straight-apostrophe"),
    ("en", "London — the capital", "dash"),
    ("en", "61⍽%", "percent"),
    ("en", "банк", "cyrillic"),
    ("en", "1,000⍽million", "thousand-of-a-scale"),
    ("en", "risks {country}", "placeholder"),
]
CLEAN = [
    ("ru", "Проект «Зоны сделок „C5+1“»⍽— более 25⍽млрд долларов США, 61⍽%, №⍽5, −5,2⍽%."),
    ("ru", "2–8⍽февраля 2026⍽г., 25.02.[2026], 27.02.2026, [1.24; 1.27], 12⍽500⍽рублей, 2500⍽рублей, 7⍽тыс.⍽т."),
    ("ru", "В⍽2024⍽г. страны встретились; по данным «Лента.ру» и⍽РИА."),
    ("en", "The “C5+1 ‘Deal Zone’”⍽– more than $25⍽billion, 61%, −5.2%, 12,500 tonnes, 27⍽February 2026, [1.24; 1.27]."),
    ("en", "2 to 8⍽February 2026; €3⍽billion to €5⍽billion; the ministers’ talks (source 1)."),
]


@pytest.mark.parametrize(("language", "text", "code"), FAULTS)
def test_a_fault_is_found(language: str, text: str, code: str) -> None:
    assert code in [finding.code for finding in lint(text.replace("⍽", "\u00a0"), language)]


@pytest.mark.parametrize(("language", "text"), CLEAN)
def test_a_careful_text_has_no_faults(language: str, text: str) -> None:
    assert lint(text.replace("⍽", "\u00a0"), language) == ()


UNITS = ("USD", "GBP", "RUB", "KZT", "XXX", "mass-tonne", "concentr-percent", "count", "times", "volume-barrel-per-day", "percentage-point")


@given(
    value=st.decimals(min_value=0, max_value=10**15, places=1, allow_nan=False),
    unit=st.sampled_from(UNITS),
    qualifier=st.sampled_from(QUALIFIERS),
    language=st.sampled_from(["ru", "en"]),
    style=st.sampled_from(["text", "words", "table"]),
)
def test_no_quantity_as_printed_has_a_fault(value: Decimal, unit: str, qualifier: str, language: str, style: str) -> None:
    printed = typography(format_quantity(value, unit, language, qualifier=qualifier, style=style), language)
    assert lint(printed, language) == ()


@given(
    day=st.dates(),
    precision=st.sampled_from([4, 7, 10]),
    relation=st.sampled_from(["on", "since", "until"]),
    language=st.sampled_from(["ru", "en"]),
    style=st.sampled_from(["text", "table", "narrow"]),
    inferred=st.booleans(),
)  # fmt: skip
def test_no_date_as_printed_has_a_fault(day, precision: int, relation: str, language: str, style: str, inferred: bool) -> None:
    value = day.isoformat()[:precision]
    printed = format_date(value, language, relation=relation, style=style, inferred=inferred)
    assert lint(typography(printed, language), language) == ()


def test_a_report_is_read_whole_and_originals_are_left_out() -> None:
    blocks = (
        Paragraph((Text("See: "), Foreign("«Зоны сделок» - 5 млн", "ru"), Text("."))),
        Chart("c", "", (Panel("Euros", (Bar("банк", "5⍽m", Decimal(5), True),)),), (), "a", "b", "c", "d", "e"),
    )
    head = Head("", "", "", "NOTE", "", "", "", "A title", ())
    report = Report("en", "en_GB", head, blocks, "", "", "", (), "", "", "")
    assert [finding.code for finding in lint_report(report)] == ["cyrillic"]
