"""The timeline: an inferred year in square brackets, what is expected told from what happened, the latest kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Moment
from tests.compose.sample_briefs import LANGUAGES, brief_of, edition_of, headings, parts_of, section, text_of
from tests.sample_facts import article, extraction, interest, mention, quantity, statement


def moments(*facts, of, language="ru", row=0):
    found = parts_of(section(edition_of(brief_of(extraction(of, *facts)), language, row=row), "timeline"), Moment)
    return [(moment.date.replace("\u00a0", " "), moment.happened) for moment in found]


@pytest.mark.parametrize(
    ("inferred", "printed"),
    [(True, {"ru": "25 февраля [2026]", "en": "25 February [2026]"}), (False, {"ru": "25 февраля 2026 г.", "en": "25 February 2026"})],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_year_that_was_inferred_stands_in_square_brackets(inferred, printed, language):
    of = article("25 февраля решили.")
    fact = replace(mention(of, "25 февраля", "2026-02-25"), inferred=inferred)
    assert moments(fact, statement(of, "решили", "Первый"), of=of, language=language) == [(printed[language], True)]


def test_inferred_years_are_counted_under_limits():
    of = article("25 февраля решили.\n26 февраля подписали.")
    facts = [replace(mention(of, f"{day} февраля", f"2026-02-{day}", id=f"d-{day}"), inferred=True) for day in (25, 26)]
    limits = text_of(section(edition_of(brief_of(extraction(of, *facts, statement(of, "решили", "Первый"))), "en"), "limits"))
    assert "2 dates have a year inferred" in limits and "[1.1; 1.2]" in limits


def test_events_stand_in_order_of_time_and_what_is_expected_is_hollow():
    of = article("До 2027 года построят.\n25 февраля решили.\n3 мая 2025 года встретились.")
    facts = (
        mention(of, "2027 года", "2027", id="d-1", relation="until", precision="year"),
        mention(of, "25 февраля", "2026-02-25", id="d-2"),
        mention(of, "3 мая 2025 года", "2025-05-03", id="d-3"),
        statement(of, "решили", "Первый"),
    )
    assert [happened for _, happened in moments(*facts, of=of)] == [True, True, False]
    assert moments(*facts, of=of)[0][0] == "3 мая 2025 г."


@pytest.mark.parametrize("row", [0, 10])
def test_the_latest_events_and_the_expected_ones_are_kept(row):
    of = article("\n".join((*(f"{day} января решили." for day in range(10, 30)), "До 2027 года построят.")))
    facts = [mention(of, f"{day} января", f"2026-01-{day}", id=f"d-{day}") for day in range(10, 30)]
    term = mention(of, "2027 года", "2027", id="d-9", relation="until", precision="year")
    found = moments(*facts, term, statement(of, "решили", "Первый"), of=of, row=row)
    assert len(found) < 20 and found[-1] == ("до 2027 г.", False) and found[-2][0] == "29 января 2026 г."


def test_events_that_do_not_fit_are_counted_under_limits():
    of = article("\n".join(f"{day} января решили." for day in range(10, 30)))
    facts = [mention(of, f"{day} января", f"2026-01-{day}", id=f"d-{day}") for day in range(10, 30)]
    report = edition_of(brief_of(extraction(of, *facts, statement(of, "решили", "Первый"))), "en")
    left = 20 - len(list(parts_of(section(report, "timeline"), Moment)))
    assert left > 0 and f"events: {left}" in text_of(section(report, "limits"))


def test_a_relative_date_is_no_event():
    of = article("В прошлом году решили.")
    fact = replace(mention(of, "прошлом году", "2025", precision="year"), relative=True)
    assert "timeline" not in headings(edition_of(brief_of(extraction(of, fact, statement(of, "решили", "Первый")))))


def test_a_step_is_named_by_its_kind_and_carries_its_sum():
    of = article("25 февраля Лондон решил дать 4 миллиарда фунтов.")
    facts = (
        mention(of, "25 февраля", "2026-02-25"),
        quantity(of, "4 миллиарда фунтов", "4e9", "GBP"),
        replace(
            interest(of, "Лондон решил дать 4 миллиарда фунтов", "GB", quantities=("q-1",), dates=("d-1",)), rule="interest.funding-decided"
        ),
    )
    assert "Kazakhstan: a decision to fund; £4 billion [1.1]" in text_of(
        section(edition_of(brief_of(extraction(of, *facts)), "en"), "timeline")
    )


@pytest.mark.parametrize("wording", ["25 февраля решили всё.", "25 февраля решили всё сами."])
def test_a_date_is_not_said_twice(wording):
    of = article(wording)
    report = edition_of(brief_of(extraction(of, mention(of, "25 февраля", "2026-02-25"), interest(of, wording.rstrip("."), "GB"))))
    assert text_of(section(report, "timeline")).count("25 февраля") == 1


def test_one_event_of_several_is_no_timeline():
    of = article("\n".join(f"{day} января решили." for day in range(10, 30)))
    facts = [mention(of, f"{day} января", f"2026-01-{day}", id=f"d-{day}") for day in range(10, 30)]
    assert moments(*facts, statement(of, "решили", "Первый"), of=of, row=-1) == []


BOUNDS = [
    ("До конца 2027 года построят.", "2027 года", "until", {"ru": "до конца 2027 г.", "en": "until the end of 2027"}),
    ("До 2027 года построят.", "2027 года", "until", {"ru": "до 2027 г.", "en": "until 2027"}),
    ("К концу 2027 года построят.", "2027 года", "before", {"ru": "не позднее 2027 г.", "en": "no later than 2027"}),
    ("К 2027 году построят.", "2027 году", "before", {"ru": "не позднее 2027 г.", "en": "no later than 2027"}),
]


@pytest.mark.parametrize(("text", "surface", "relation", "printed"), BOUNDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bound_at_the_end_of_a_year_is_not_told_as_its_beginning(text, surface, relation, printed, language):
    of = article(text)
    fact = mention(of, surface, "2027", relation=relation, precision="year")
    assert [date for date, _ in moments(fact, statement(of, "построят", "Первый"), of=of, language=language)] == [printed[language]]
