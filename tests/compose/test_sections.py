"""Which sections a brief has, in which order and under which numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Control, Heading, PageBreak, Signature
from briefgen.compose import Requisites, compose
from tests.compose.sample_briefs import (
    LANGUAGES,
    brief_of,
    edition_of,
    headings,
    parts_of,
    section,
    standard,
    text_of,
    whole_extraction,
)
from tests.sample_facts import article, extraction, interest, mention, quantity

PAGE_ONE = ["1. key-points", "partners", "chart", "risks-brief"]
PARTNERS = ["2. interests", "2.1. partner-GB", "2.2. partner-EU"]
ANNEXES = ["sources", "evidence"]


def without(*kinds: str):
    return brief_of(replace(whole_extraction(), **dict.fromkeys(kinds, ())))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sections_stand_in_the_order_of_the_profile_and_are_numbered(language):
    body = ["3. figures", "4. experts", "5. risks", "6. timeline", "7. limits"]
    found = headings(edition_of(without(), language))
    assert [name for name in found if name != "awaiting"] == [*PAGE_ONE, *PARTNERS, *body, *ANNEXES]


@pytest.mark.parametrize(
    ("kinds", "numbered"),
    [
        (("interests",), ["1. key-points", "2. figures", "3. experts", "4. risks", "5. timeline", "6. limits"]),
        (("quantities",), ["1. key-points", *PARTNERS, "3. experts", "4. risks", "5. timeline", "6. limits"]),
        (("statements",), ["1. key-points", *PARTNERS, "3. figures", "4. risks", "5. timeline", "6. limits"]),
        (("dates",), ["1. key-points", *PARTNERS, "3. figures", "4. experts", "5. risks", "6. limits"]),
        (("interests", "statements", "dates"), ["1. key-points", "2. figures", "3. risks", "4. limits"]),
    ],
)
def test_an_empty_section_is_left_out_and_its_number_closed_up(kinds, numbered):
    found = headings(edition_of(without(*kinds)))
    assert [name for name in found if name[0].isdigit()] == numbered


@pytest.mark.parametrize(("language", "words"), [("ru", "Рисков источники не называют."), ("en", "The sources name no risks.")])
def test_the_section_on_risks_stays_and_says_that_the_sources_name_none(language, words):
    report = edition_of(without("risks"), language)
    assert text_of(section(report, "risks")).splitlines()[-1] == words
    assert "risks-brief" not in headings(report)


def test_that_no_risk_is_named_is_a_key_point_too():
    assert "The sources name no risks to Russia." in text_of(section(edition_of(without("risks"), "en"), "key-points"))


def test_a_section_of_the_profile_is_printed_where_the_profile_has_it():
    profile = replace(standard(), body=("timeline", "risks", "limits"))
    found = headings(edition_of(without(), profile=profile))
    assert found == [*PAGE_ONE, "2. timeline", "3. risks", "4. limits", *ANNEXES]


def test_a_section_that_the_profile_lacks_is_not_printed():
    profile = replace(standard(), page_one=("key_points",), annexes=("evidence",))
    found = headings(edition_of(without(), profile=profile))
    assert "chart" not in found and found[-1] == "evidence"


def test_page_one_and_the_body_end_with_a_page_break():
    blocks = edition_of(without()).blocks
    following = [blocks[index + 1] for index, block in enumerate(blocks) if isinstance(block, PageBreak)]
    assert [block.anchor for block in following if isinstance(block, Heading)] == ["interests", "sources"]


@pytest.mark.parametrize(("language", "words"), [("ru", "Приложение"), ("en", "Annex")])
def test_annexes_are_numbered_by_themselves(language, words):
    annexes = [block.text for block in edition_of(without(), language).blocks if isinstance(block, Heading) and words in block.text]
    assert [text.replace("\u00a0", " ").split(".")[0] for text in annexes][:2] == [f"{words} 1", f"{words} 2"]


def test_every_heading_has_an_anchor_of_its_own():
    anchors = [block.anchor for block in edition_of(without(), "en").blocks if isinstance(block, Heading)]
    assert "" not in anchors and len(anchors) == len(set(anchors))


def test_the_assessment_is_left_to_a_person():
    (control,) = parts_of(edition_of(without()), Control)
    assert control.inlines == () and control.prompt


@pytest.mark.parametrize(("requisites", "count"), [(Requisites(), 0), (Requisites(signatory_post="Директор", signatory_name="—"), 1)])
def test_a_signature_stands_only_where_the_house_names_a_signatory(requisites, count):
    report = compose(without(), "ru", standard(), standard().limits(0, 0), requisites)
    assert len(list(parts_of(report, Signature))) == count


def test_a_brief_of_one_figure_is_whole():
    of = article("Добыто 800 тонн.")
    found = headings(edition_of(brief_of(extraction(of, quantity(of, "800 тонн", "800", "mass-tonne", rule="unit")))))
    assert found == ["1. key-points", "2. figures", "3. risks", "4. limits", *ANNEXES]


def test_equal_briefs_give_equal_reports():
    assert edition_of(without(), "en") == edition_of(without(), "en")


@pytest.mark.parametrize(("language", "words"), [("ru", "нет 2 знаков"), ("en", "lack 2 characters")])
def test_characters_that_the_pdf_cannot_print_are_told_under_limits(language, words):
    report = compose(without(), language, standard(), standard().limits(0, 0), Requisites(), unprintable=("漢", "\U0001f680"))
    told = text_of(section(report, "limits"))
    assert words in told and "‹U+6F22›, ‹U+1F680›" in told
    assert "U+" not in text_of(section(edition_of(without(), language), "limits"))


@pytest.mark.parametrize(
    ("surface", "printed"), [("решении ЕС дать деньги", "Решение о финансировании"), ("решение ЕС дать деньги", "решение ЕС дать деньги")]
)
def test_words_in_a_case_of_their_sentence_give_way_to_the_name_of_their_kind(surface, printed):
    of = article(f"Речь шла о {surface}.")
    brief = brief_of(extraction(of, replace(interest(of, surface, "EU"), rule="interest.funding-decided")))
    assert printed in text_of(section(edition_of(brief, "ru"), "interests"))


@pytest.mark.parametrize("stage", ["agreed", "planned"])
def test_a_date_to_come_is_the_term_of_what_has_happened(stage):
    of = article("Подписали меморандум, начнут в марте 2027 года.")
    day = mention(of, "марте 2027 года", "2027-03", precision="month", relation="in")
    brief = brief_of(extraction(of, day, interest(of, "Подписали меморандум", "EU", stage=stage, dates=(day.id,))))
    told = text_of(section(edition_of(brief, "en"), "interests")).replace("\u00a0", " ")
    assert ("Planned, March 2027" in told, "| March 2027 |" in told) == (stage == "planned", stage == "agreed")
