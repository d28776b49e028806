"""Dates become events in order of time; bounds of states do not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from briefgen.assemble import assemble
from tests.sample_facts import article, extraction, interest, mention, statement


def events(of, *facts):
    return assemble([extraction(of, *facts)], subject="RU", on=date(2026, 2, 27)).events


def test_events_stand_in_order_of_time():
    of = article("26 февраля встретились.\n4 апреля решили.")
    found = events(of, mention(of, "26 февраля", "2026-02-26", id="d-1"), mention(of, "4 апреля", "2025-04-04", id="d-2"))
    assert [event.date for event in found] == ["d-2", "d-1"]


@pytest.mark.parametrize(
    ("value", "relation", "precision", "expected"),
    [
        ("2026-02-26", "on", "day", False),
        ("2026-03-01", "on", "day", True),
        ("2026", "in", "year", True),
        ("2025", "in", "year", False),
        ("2027", "until", "year", True),
        ("2005-03", "until", "month", False),
        ("2026-02", "until", "month", True),
        ("2026-02", "in", "month", False),
        ("2025/2027", "in", "year", True),
    ],
)
def test_what_lies_ahead_of_the_brief_is_expected(value, relation, precision, expected):
    of = article("Тогда решат.")
    (event,) = events(of, mention(of, "Тогда", value, relation=relation, precision=precision))
    assert event.expected is expected


def test_since_a_year_and_relative_dates_are_no_events():
    of = article("С 2005 года вложили, а в прошлом году добавили.")
    since = mention(of, "2005 года", "2005", relation="since", precision="year")
    relative = replace(mention(of, "прошлом году", "2025", id="d-2", precision="year"), relative=True)
    assert events(of, since, relative) == ()


def test_an_event_knows_who_told_it_and_the_interest_in_its_sentence():
    of = article("4 апреля эксперт сказал о планах.")
    told = statement(of, "сказал о планах", "Эксперт", id="s-9")
    sought = interest(of, "о планах", "EU", id="i-9")
    (event,) = events(of, mention(of, "4 апреля", "2025-04-04"), told, sought)
    assert (event.statement, event.interest) == ("s-9", "i-9")


@pytest.mark.parametrize(("stage", "told"), [("agreed", None), ("planned", "i-9")])
def test_a_date_to_come_is_none_of_what_has_happened(stage, told):
    """ "signed a memorandum and expects work to begin in March": the timeline does not have it signed in March."""
    of = article("Подписали, начнут в марте 2027 года.")
    sought = interest(of, "Подписали", "EU", id="i-9", stage=stage)
    (event,) = events(of, mention(of, "марте 2027 года", "2027-03", precision="month", relation="in"), sought)
    assert event.interest == told
