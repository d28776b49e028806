"""An edition in the usage of a house: American English, Russian of Kazakhstan, names of its own; the words of a source stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.compose import Requisites, compose
from briefgen.naming.own_names import read_names
from briefgen.naming.usage import Usage
from tests.compose.sample_briefs import brief_of, english, standard, text_of, whole_extraction
from tests.sample_facts import article, extraction, interest, mention, quantity, risk, statement


def printed(brief, language, usage):
    profile = standard()
    report = compose(brief, language, profile, profile.limits(0, 0), Requisites(), usage=usage)
    return report, text_of(report.blocks)


def test_american_dates_units_and_spelling():
    of = english("The mine holds 5 tonnes. The EU met on 25 February. Programme centres will bypass Russia.")
    brief = brief_of(
        extraction(
            of,
            quantity(of, "5 tonnes", "5", "mass-tonne"),
            mention(of, "25 February", "2026-02-25"),
            interest(of, "The EU met on 25 February", "EU", dates=("d-1",), stage="agreed"),
            risk(of, "Programme centres will bypass Russia", rule="risk.power-centres"),
        )
    )
    report, text = printed(brief, "en", Usage(english="en-US"))
    assert (report.locale, report.head.date.replace("\u00a0", " ")) == ("en_US", "February 27, 2026")
    assert "metric tons" in text and "centers of power" in text and "Feb 25, 2026" in text
    assert "Programme centres will bypass Russia" in text  # the source's own words


def test_american_lists_have_their_comma():
    parts = [interest(article("one two three"), word, code) for word, code in (("one", "GB"), ("two", "EU"), ("three", "US"))]
    brief = brief_of(extraction(article("one two three"), *(replace(part, id=f"i-{at}") for at, part in enumerate(parts))))
    assert "and" in printed(brief, "en", Usage())[0].head.title
    assert ", and" in printed(brief, "en", Usage(english="en-US"))[0].head.title


@pytest.mark.parametrize(("profile", "name"), [("ru-RF", "Киргизия"), ("ru-KZ", "Кыргызстан")])
def test_russian_usage_by_profile(profile, name):
    of = article("Бишкек хочет дороги.")
    brief = brief_of(extraction(of, interest(of, "Бишкек хочет дороги", "KG")))
    report, text = printed(brief, "ru", Usage(russian=profile))
    assert name in text
    assert ("Кыргызстана" in report.head.title) is (profile == "ru-KZ")


def test_a_houses_names_are_printed_and_need_no_confirmation():
    names = read_names("ru\ten\nПервый\tThe First\n", "names.tsv")
    brief = brief_of(whole_extraction())
    assert "The First" in printed(brief, "en", Usage(names=names))[1]
    of = article("Первый сказал: это хорошо.")
    alone = brief_of(extraction(of, statement(of, "это хорошо", "Первый")))
    assert "Transliterated" in printed(alone, "en", Usage())[1]
    assert "Transliterated" not in printed(alone, "en", Usage(names=names))[1]
