"""The title and the head: one partner, several, more than a title holds; with risks and without."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.compose import Requisites, compose
from tests.compose.sample_briefs import LANGUAGES, brief_of, edition_of, section, standard, text_of, whole_extraction
from tests.sample_facts import article, extraction, interest, quantity, risk

CODES = ("GB", "US", "EU", "CN", "JP", "IN")


def wanting(count: int, *, risky: bool = False, toward: tuple[str, ...] = ("KZ",)):
    """A brief of as many partners."""
    of = article("\n".join((*(f"Страна {code} хочет металлов." for code in CODES[:count]), "Беда грозит.")))
    wants = [replace(interest(of, f"Страна {code} хочет металлов", code, id=f"i-{code}"), toward=toward) for code in CODES[:count]]
    return brief_of(extraction(of, *wants, *([risk(of, "Беда грозит", rule="risk.damage")] if risky else [])))


def title(brief, language):
    return edition_of(brief, language).head.title.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("count", "russian", "english"),
    [
        (1, "Об интересах Великобритании в сфере", "Interests of the United Kingdom in the field of"),
        (2, "Об интересах Великобритании и США в сфере", "Interests of the United Kingdom and the United States in the field of"),
        (
            4,
            "Об интересах Великобритании, США, Европейского союза и Китая в сфере",
            "Interests of the United Kingdom, the United States, the European Union and China in the field of",
        ),
        (5, "Об интересах иностранных партнёров в сфере", "Interests of foreign partners in the field of"),
        (6, "Об интересах иностранных партнёров в сфере", "Interests of foreign partners in the field of"),
    ],
)
def test_a_title_names_up_to_four_partners(count, russian, english):
    assert title(wanting(count), "ru").startswith(russian)
    assert title(wanting(count), "en").startswith(english)


@pytest.mark.parametrize(("risky", "russian", "english"), [(True, " и рисках для России", ", and risks to Russia"), (False, "", "")])
def test_a_title_speaks_of_risks_only_where_there_are_any(risky, russian, english):
    assert title(wanting(1, risky=risky), "ru") == "Об интересах Великобритании в сфере критически важных минералов Казахстана" + russian
    assert (
        title(wanting(1, risky=risky), "en") == "Interests of the United Kingdom in the field of critical minerals in Kazakhstan" + english
    )


def test_a_title_without_partners_names_what_there_is():
    of = article("Беда грозит. Потрачено 9 миллиардов евро.")
    harm, sum = risk(of, "Беда грозит", rule="risk.damage"), quantity(of, "9 миллиардов евро", "9e9", "EUR")
    assert "Russia" in title(brief_of(extraction(of, harm)), "en")
    assert "Russia" not in title(brief_of(extraction(of, sum)), "en")


@pytest.mark.parametrize(
    ("count", "russian", "english"),
    [
        (1, "Интересы в отношении Казахстана имеет Великобритания (", "Interests in Kazakhstan are being pursued by the United Kingdom ("),
        (2, "Интересы в отношении Казахстана имеют Великобритания (", "Interests in Kazakhstan are being pursued by the United Kingdom ("),
    ],
)
def test_the_first_point_names_the_partners_in_one_sentence(count, russian, english):
    assert russian in text_of(section(edition_of(wanting(count), "ru"), "key-points"))
    assert english in text_of(section(edition_of(wanting(count), "en"), "key-points"))


def test_partners_of_no_place_have_stated_interests():
    points = {language: text_of(section(edition_of(wanting(2, toward=()), language), "key-points")) for language in LANGUAGES}
    assert "Interests have been stated by " in points["en"]
    assert "О своих интересах заявляют " in points["ru"]


def test_a_state_whose_name_is_plural_has_a_plural_verb():
    of = article("Вашингтон вложит деньги в Казахстан.")
    brief = brief_of(extraction(of, interest(of, "Вашингтон вложит деньги в Казахстан", "US")))
    assert "Интересы в отношении Казахстана имеют США (" in text_of(section(edition_of(brief, "ru"), "key-points"))


def test_the_subject_country_is_no_partner_of_its_own():
    assert "Великобритани" not in title(brief_of(whole_extraction(), subject="GB"), "ru").split("рисках")[0]


@pytest.mark.parametrize(
    ("language", "kind", "day"), [("ru", "АНАЛИТИЧЕСКАЯ СПРАВКА", "27 февраля 2026 г."), ("en", "BRIEFING NOTE", "27 February 2026")]
)
def test_the_head_names_kind_and_date(language, kind, day):
    head = edition_of(wanting(1), language).head
    assert (head.kind, head.date.replace("\u00a0", " ")) == (kind, day)


def test_a_house_without_requisites_leaves_only_the_number_to_be_written():
    head = edition_of(wanting(1)).head
    assert (head.organisation, head.department, head.addressee, head.place, head.marking) == ("", "", "", "", "")
    assert head.number.endswith("____________")


def test_requisites_are_printed_as_given():
    given = Requisites(
        organisation="Дом", addressee="Всем", place="Город", number="7-а", marking="Для служебного пользования", copy_number="2"
    )
    report = compose(wanting(1), "ru", standard(), standard().limits(0, 0), given)
    head = report.head
    assert (head.organisation, head.addressee, head.place, head.marking) == ("Дом", "Всем", "Город", "Для служебного пользования")
    assert head.copy.replace("\u00a0", " ") == "Экз. № 2" and not head.marking_at_foot
    assert head.number.replace("\u00a0", " ") == "№ 7-а" and report.author == "Дом"


@pytest.mark.parametrize(("language", "words"), [("ru", "критически важные минералы"), ("en", "critical minerals")])
def test_keywords_are_the_topics_of_the_brief(language, words):
    assert edition_of(wanting(2), language).keywords == (words,)


@pytest.mark.parametrize(("language", "status", "watermark"), [("ru", "Проект", "ПРОЕКТ"), ("en", "Draft", "DRAFT")])
def test_a_draft_says_so(language, status, watermark):
    report = compose(wanting(1), language, standard(), standard().limits(0, 0), Requisites(), is_draft=True)
    assert (report.head.status, report.watermark) == (status, watermark)
    assert (edition_of(wanting(1), language).head.status, edition_of(wanting(1), language).watermark) == ("", "")
