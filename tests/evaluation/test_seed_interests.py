"""The interests of the seed article, listed by hand: partner, counterpart and topic agree for at least 14 of 17."""

from __future__ import annotations

import json

import pytest

from briefgen.extract.interests import extract_interests
from briefgen.language.annotate import annotate
from briefgen.language.paragraphs import split_paragraphs

pytestmark = pytest.mark.reference

AT_LEAST = 14


@pytest.fixture(scope="module")
def found(reference):
    text = (reference / "evaluation" / "dev" / "seed.txt").read_text(encoding="utf-8")
    return extract_interests(annotate(text, "ru", split_paragraphs(text, "ru")), (), (), ())


@pytest.fixture(scope="module")
def wanted(reference):
    return json.loads((reference / "evaluation" / "seed-interests.json").read_text(encoding="utf-8"))


def agree(interest, gold):
    overlap = interest.start < gold["start"] + len(gold["evidence"]) and gold["start"] < interest.stop
    return (
        overlap
        and interest.partner == gold["partner"]
        and set(interest.toward) & set(gold["toward"])
        and set(interest.topics) & set(gold["topics"])
    )


def test_the_seeds_interests_are_found(found, wanted):
    missed = [gold["evidence"] for gold in wanted if not any(agree(interest, gold) for interest in found)]
    assert len(wanted) - len(missed) >= AT_LEAST, missed


def test_their_stages_agree(found, wanted):
    wrong = [
        gold["evidence"]
        for gold in wanted
        if (agreeing := [interest.stage for interest in found if agree(interest, gold)]) and not set(agreeing) & set(gold["stages"])
    ]
    assert len(wrong) <= 2, wrong


def test_the_seeds_partners_are_three(found):
    assert {interest.partner for interest in found} == {"GB", "US", "EU"}
