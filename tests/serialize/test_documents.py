"""Extractions and briefs as JSON text, and briefs back again."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import Diagnostic, InputError
from briefgen.model import (
    Article,
    Brief,
    DateMention,
    Event,
    Evidence,
    Extraction,
    Interest,
    Merged,
    Origin,
    Paragraph,
    PassedOver,
    Quantity,
    Risk,
    Source,
    Span,
    Speaker,
    Statement,
    Translation,
)
from briefgen.serialize import brief_from_json, brief_to_json, extraction_to_json, extraction_to_line

TEXT = "Эксперт Иванова: «Это 4 млрд фунтов». Так было 26 февраля."
QUANTITY = Quantity("q-1", 22, 35, "4 млрд фунтов", Decimal("4E+9"), None, "GBP", "exact", "", "UZ", None, None, "money")
RANGE = replace(QUANTITY, id="q-2", value=Decimal("0.50"), upper=Decimal("1E-7"), unit="concentr-percent", qualifier="up_to", holder=None)
DATE = DateMention("d-1", 47, 57, "26 февраля", "2026-02-26", "day", "on", True, False, "day_month")
STATEMENT = Statement("s-1", 18, 35, "Это 4 млрд фунтов", "direct", ":", False, Speaker("Иванова", "эксперт", "expert", "f"), "colon")
INTEREST = Interest("i-1", 0, 7, "Эксперт", "GB", ("KZ", "EU"), ("energy",), "agreed", "wants", ("q-1",), (), "wants")
RISK = Risk("r-1", 0, 7, "Эксперт", "RU", "trade", "counter", "denied", None, "risk_word")
DOUBT = Diagnostic("currency-missing", start=22, stop=35, subject="q-1", hint="look at the source")
ARTICLE = Article("a-1", "a.txt", "ru", TEXT, (Paragraph(1, 0, len(TEXT)),), "Заголовок", date(2026, 2, 27), Origin("Издание"), "00")
EXTRACTION = Extraction(ARTICLE, (QUANTITY, RANGE), (DATE,), (STATEMENT,), (INTEREST,), (RISK,), (DOUBT,), (Span(0, 36),))
EVIDENCE = Evidence(1, 1, TEXT, "4 млрд фунтов")
BRIEF = Brief(
    subject="RU",
    date="2026-02-27",
    sources=(Source(1, "a-1", "a.txt", "ru", "Заголовок", None, Origin(url="https://example.org/"), "00", 1),),
    quantities=(Merged(QUANTITY, (EVIDENCE,), ("q-9",)), Merged(RANGE, (EVIDENCE,))),
    dates=(Merged(DATE, (EVIDENCE,)),),
    statements=(Merged(STATEMENT, (EVIDENCE,)),),
    interests=(Merged(INTEREST, (EVIDENCE,)),),
    risks=(Merged(RISK, (EVIDENCE,)),),
    events=(Event("d-1", "s-1", None, EVIDENCE, False),),
    diagnostics=(DOUBT,),
    translations=(Translation(TEXT, "en", "The expert…", "memory"),),
    passed_over=(PassedOver(1, 3, "caption"),),
)


def changed(**changes: Any) -> str:
    return json.dumps({**json.loads(brief_to_json(BRIEF)), **changes})


def test_extraction_has_the_keys_of_the_contract_in_their_order() -> None:
    value = json.loads(extraction_to_json(EXTRACTION))
    assert list(value) == ["schema", "article", "quantities", "dates", "statements", "interests", "risks", "diagnostics"]
    assert list(value["article"]) == ["id", "name", "language", "published", "title", "text"]
    assert list(value["quantities"][0]) == [
        "id", "start", "stop", "surface", "value", "upper", "unit", "qualifier", "label", "holder", "as_of", "equivalent_of", "rule",
    ]  # fmt: skip
    assert value["statements"][0]["speaker"] == {"name": "Иванова", "role": "эксперт", "kind": "expert", "gender": "f"}


@pytest.mark.parametrize(("number", "printed"), [("4E+9", "4000000000"), ("0.50", "0.50"), ("1E-7", "0.0000001"), ("-12.5", "-12.5")])
def test_values_are_plain_decimal_strings(number: str, printed: str) -> None:
    extraction = replace(EXTRACTION, quantities=(replace(QUANTITY, value=Decimal(number)),))
    assert json.loads(extraction_to_json(extraction))["quantities"][0]["value"] == printed


def test_extraction_is_readable_text_with_a_line_end() -> None:
    text = extraction_to_json(EXTRACTION)
    assert "фунтов" in text and '"upper": null' in text
    assert text.startswith('{\n  "schema": "briefgen/extraction/1",\n') and text.endswith("}\n")


def test_extraction_of_an_article_that_says_nothing_has_all_keys() -> None:
    value = json.loads(extraction_to_json(Extraction(replace(ARTICLE, published=None), (), (), (), (), (), ())))
    assert value["article"]["published"] is None
    assert value["quantities"] == value["diagnostics"] == []


def test_extraction_fits_one_line() -> None:
    line = extraction_to_line(EXTRACTION)
    assert line.count("\n") == 1
    assert json.loads(line) == json.loads(extraction_to_json(EXTRACTION))


def test_a_brief_comes_back_as_it_was() -> None:
    assert brief_from_json(brief_to_json(BRIEF)) == BRIEF


def test_a_brief_printed_twice_is_the_same_text() -> None:
    text = brief_to_json(BRIEF)
    assert brief_to_json(brief_from_json(text)) == text


@given(value=st.decimals(allow_nan=False, allow_infinity=False, places=6), surface=st.text(st.characters(exclude_categories=["Cs"])))
def test_any_value_and_any_text_come_back(value: Decimal, surface: str) -> None:
    brief = replace(BRIEF, quantities=(Merged(replace(QUANTITY, value=value, surface=surface), (EVIDENCE,)),))
    assert brief_from_json(brief_to_json(brief)) == brief


def broken_fact(**changes: Any) -> list[Any]:
    (first, *_) = json.loads(brief_to_json(BRIEF))["quantities"]
    return [{**first, "fact": {**first["fact"], **changes}}]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "line 1, column 1: not JSON"),
        ('{"schema": "briefgen/brief/1",\n oops}', "line 2, column 2: not JSON"),
        ("[" * 200_000, "not JSON that can be read"),
        ("[]", "not a brief of this version"),
        ('{"schema": "briefgen/brief/2"}', "not a brief of this version"),
        ('{"schema": "briefgen/brief/1"}', "brief: the key 'subject' is missing"),
        (changed(colour="red"), "brief: unknown key 'colour'"),
        (changed(subject=7), "brief.subject: text is expected, not 7"),
        (changed(subject="\ud800"), "brief.subject: text is expected"),
        (changed(sources={}), "brief.sources: a list is expected"),
        (changed(sources=[1]), "brief.sources[0]: an object is expected"),
        (changed(quantities=broken_fact(value="4e9")), "brief.quantities[0].fact.value: a decimal number as text is expected, not '4e9'"),
        (changed(quantities=broken_fact(value=4.5)), "brief.quantities[0].fact.value: a decimal number as text is expected, not 4.5"),
        (changed(quantities=broken_fact(qualifier="roughly")), "brief.quantities[0].fact.qualifier: 'roughly' is none of exact, about"),
        (changed(quantities=broken_fact(start=True)), "brief.quantities[0].fact.start: a whole number is expected, not True"),
        (changed(date="2026-02-30"), "brief.date: a date such as 2026-02-27 is expected"),
        (changed(date="27.02.2026"), "brief.date: a date such as 2026-02-27 is expected"),
        (
            changed(sources=[{**json.loads(brief_to_json(BRIEF))["sources"][0], "number": 4}]),
            "brief.sources[0].number: 1 is expected, not 4",
        ),
        (changed(quantities=[{**json.loads(brief_to_json(BRIEF))["quantities"][0], "evidence": []}]), "there is no source 0"),
        (changed(sources=[]), "brief.quantities[0].evidence: there is no source 1"),
        (changed(events=[{**json.loads(brief_to_json(BRIEF))["events"][0], "date": "d-7"}]), "brief.events[0]: there is no fact 'd-7'"),
    ],
)
def test_a_brief_that_does_not_fit_is_refused_with_its_place(text: str, message: str) -> None:
    with pytest.raises(InputError) as caught:
        brief_from_json(text, "my.json")
    assert str(caught.value).startswith("my.json: ") and message in str(caught.value)
