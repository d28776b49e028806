"""The order of the steps: what is worth a brief, which day it bears, which limits its editions share."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO

import docx
import pikepdf
import pytest
from lxml import html

from briefgen import pipeline
from briefgen.diagnostics import NothingToReport, UsageError
from briefgen.pipeline import BuildOptions, assemble_brief, brief_date, has_facts, style_of
from briefgen.translation.memory import Memory
from tests.sample_facts import article, extraction, interest, mention, quantity, risk, statement

TEXT = "3 мая Лондон даст 4 миллиарда фунтов."
FACTS = {
    "quantity": lambda of: quantity(of, "4 миллиарда фунтов", "4e9", "GBP"),
    "statement": lambda of: statement(of, "Лондон даст", "Первый"),
    "interest": lambda of: interest(of, "Лондон даст", "GB"),
    "risk": lambda of: risk(of, "Лондон даст"),
}


def published(day, *, name="one.txt"):
    of = article(TEXT, name=name, published=day)
    return extraction(of, FACTS["quantity"](of))


@pytest.mark.parametrize("kind", FACTS)
def test_any_fact_but_a_date_is_worth_a_brief(kind):
    of = article(TEXT)
    assert has_facts(extraction(of, FACTS[kind](of)))


def test_bare_dates_are_not_worth_a_brief():
    of = article(TEXT)
    assert not has_facts(extraction(of, mention(of, "3 мая", "2026-05-03")))


def test_articles_that_say_nothing_are_named():
    silent = [extraction(article(TEXT, name=name)) for name in ("one.txt", "two.txt")]
    with pytest.raises(NothingToReport, match=r"one\.txt, two\.txt: no figures") as error:
        assemble_brief(silent, BuildOptions(), Memory())
    assert error.value.exit_code == 4


def test_one_article_that_says_something_is_enough():
    of = article(TEXT, name="two.txt")
    brief = assemble_brief([extraction(article(TEXT, name="one.txt")), extraction(of, FACTS["risk"](of))], BuildOptions(), Memory())
    assert [source.name for source in brief.sources] == ["one.txt", "two.txt"]


@pytest.mark.parametrize(
    ("asked", "days", "wanted"),
    [
        (date(2026, 3, 1), [date(2026, 2, 1)], date(2026, 3, 1)),
        (date(2026, 1, 1), [date(2026, 2, 1)], date(2026, 1, 1)),
        (date(2026, 1, 1), [None], date(2026, 1, 1)),
        (None, [date(2026, 2, 1)], date(2026, 2, 1)),
        (None, [date(2026, 2, 1), None, date(2026, 2, 9), date(2026, 2, 5)], date(2026, 2, 9)),
    ],
)
def test_a_brief_bears_the_date_asked_for_else_the_latest_publication(asked, days, wanted):
    assert brief_date([published(day) for day in days], BuildOptions(date=asked)) == wanted


def test_where_nothing_has_a_date_one_is_asked_for():
    with pytest.raises(UsageError, match="--date") as error:
        brief_date([published(None)], BuildOptions())
    assert error.value.exit_code == 2


def test_the_date_stands_in_the_brief():
    assert assemble_brief([published(date(2026, 2, 27))], BuildOptions(date=date(2026, 3, 1)), Memory()).date == "2026-03-01"


@pytest.mark.parametrize(("options", "styles"), [({}, ("gost", "govuk")), ({"ru": "govuk"}, ("govuk", "govuk"))])
def test_a_language_has_its_style_unless_another_is_asked_for(options, styles):
    assert tuple(style_of(BuildOptions(styles=options), language) for language in ("ru", "en")) == styles


def test_only_the_editions_asked_for_are_printed():
    brief = assemble_brief([published(date(2026, 2, 27))], BuildOptions(), Memory())
    options = BuildOptions(languages=("en",), formats=("pdf",))
    assert list(pipeline.render(brief, options, brief_number="0" * 64).files) == ["brief.en.pdf"]


def test_an_unknown_profile_is_wrong_usage():
    brief = assemble_brief([published(date(2026, 2, 27))], BuildOptions(), Memory())
    with pytest.raises(UsageError, match="standard"):
        pipeline.render(brief, replace(BuildOptions(), profile="none"), brief_number="")


@pytest.mark.parametrize("qr", [False, True])
def test_the_brief_number_stands_in_the_metadata_of_each_file(qr):
    of = article(TEXT, published=date(2026, 2, 27))
    found = extraction(of, *(make(of) for make in FACTS.values()))
    brief = assemble_brief([found], BuildOptions(), Memory())
    options, number = BuildOptions(qr=qr), "0123456789abcdef" * 4
    files = pipeline.render(brief, options, brief_number=number).files
    assert sorted(files) == ["brief.en.docx", "brief.en.pdf", "brief.ru.docx", "brief.ru.pdf"]
    for name, data in files.items():
        assert (_number_of_pdf if name.endswith("pdf") else _number_of_docx)(data) == number
    page = html.document_fromstring(pipeline.review_page(brief, options, [of], brief_number=number))
    assert page.xpath("//meta[@name='brief-number']/@content") == [number]


def _number_of_pdf(data):
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        return metadata["dc:identifier"]


def _number_of_docx(data):
    return docx.Document(BytesIO(data)).core_properties.identifier
