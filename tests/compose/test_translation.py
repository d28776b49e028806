"""Words of a source in another edition: translated and marked, in the original and marked, or a speaker's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Bar, Foreign, Mark
from briefgen.model import Translation
from briefgen.translation.units import translation_units
from tests.compose.sample_briefs import (
    TEXT,
    brief_of,
    edition_of,
    english,
    headings,
    parts_of,
    rows,
    section,
    text_of,
    whole_extraction,
)
from tests.sample_facts import article, extraction, quantity, statement

WORDS = "это выгодно всем"
SENTENCE = "Второй сказал: это выгодно всем."
BODY = ("key-points", "interests", "experts", "risks", "timeline")


def translated(brief, *, method="memory", language="en"):
    """The brief with a translation of each of its passages."""
    units = translation_units(brief)
    entries = (Translation(unit.text, language, f"passage {number}", method, unit.context) for number, unit in enumerate(units))
    return replace(brief, translations=tuple(entries))


def said(*translations, mode="direct"):
    of = article(SENTENCE)
    brief = brief_of(extraction(of, statement(of, WORDS, "Второй", mode=mode)), translations=translations)
    return edition_of(brief, "en")


def words_said(report) -> str:
    (row,) = rows(report, "experts")
    return "".join(getattr(inline, "text", "") for inline in row.cells[2]).replace("\u00a0", " ")


def test_words_of_the_editions_own_language_are_quoted_and_bear_no_mark():
    of = article(SENTENCE)
    report = edition_of(brief_of(extraction(of, statement(of, WORDS, "Второй", mode="direct"))))
    assert words_said(report) == f"«{WORDS}» [1.1]"


def test_words_without_a_translation_stand_in_the_original_with_the_mark():
    assert words_said(said()) == f"«{WORDS}» [not translated] [1.1]"
    assert [part.language for part in parts_of(rows(said(), "experts"), Foreign)] == ["ru"]


def test_they_are_listed_in_the_annex_of_what_awaits_translation():
    annex = section(said(), "awaiting")
    assert text_of(annex[:1]).strip() == "# Annex 3. Awaiting translation"
    assert [part.text for part in parts_of(annex, Foreign)] == ["«Проба»", f"«{SENTENCE}»", f"«{WORDS}»"]


def test_the_annex_is_left_out_where_nothing_awaits_translation():
    brief = translated(brief_of(whole_extraction()))
    assert "awaiting" not in headings(edition_of(brief, "en"))
    assert "awaiting" not in headings(edition_of(brief, "ru"))


@pytest.mark.parametrize(("method", "mark"), [("memory", "[translation]"), ("machine", "[machine translation]")])
def test_a_translation_bears_its_mark_and_no_quotation_marks(method, mark):
    report = said(Translation(WORDS, "en", "this helps everybody", method))
    assert words_said(report) == f"this helps everybody {mark} [1.1]"


def test_words_that_the_speaker_said_in_the_editions_language_stand_as_a_quotation():
    report = said(Translation(WORDS, "en", "this helps everybody", "original"))
    assert words_said(report).replace("\u00a0", " ") == "“this helps everybody” [original wording] [1.1]"


def test_the_translation_of_the_sentence_serves_where_its_part_has_none():
    report = said(Translation(SENTENCE, "en", "The second said: this helps everybody.", "memory"))
    assert "The second said: this helps everybody" in words_said(report)


def test_a_translation_for_another_language_is_not_taken():
    assert "[not translated]" in words_said(said(Translation(WORDS, "ru", "не то", "memory")))


@pytest.mark.parametrize(
    ("label", "printed"), [("шлакоблоки", "«шлакоблоки» [not translated]"), ("экспорт нефти", "Exports of oil"), ("", "—")]
)
def test_a_label_is_translated_by_terms_or_stands_in_the_original_and_marked(label, printed):
    of = article("Добыто 800 тонн.")
    brief = brief_of(extraction(of, replace(quantity(of, "800 тонн", "800", "mass-tonne", rule="unit"), label=label)))
    assert text_of(section(edition_of(brief, "en"), "figures")).splitlines()[-1].startswith(printed + " |")


def test_a_bar_whose_label_is_not_translated_names_its_paragraph():
    of = article("Добыто на 800 рублей.")
    brief = brief_of(extraction(of, replace(quantity(of, "800 рублей", "800", "RUB", rule="unit"), label="шлакоблоки")))
    bars = [[bar.label for bar in parts_of(edition_of(brief, language).blocks, Bar)] for language in ("ru", "en")]
    assert bars == [["Шлакоблоки"], ["Para. 1.1"]]


@pytest.mark.parametrize(("count", "method"), [(15, "memory"), (0, "none")])
def test_the_limits_say_how_much_is_translated(count, method):
    brief = brief_of(whole_extraction())
    report = edition_of(translated(brief) if method == "memory" else brief, "en")
    assert f"from the translation memory: {count}, by machine: 0, awaiting translation: {15 - count}." in text_of(section(report, "limits"))


def test_the_evidence_has_the_translation_with_the_original_below():
    report = edition_of(translated(brief_of(whole_extraction())), "en")
    first = rows(report, "evidence")[0]
    assert next(part.text for part in parts_of(first, Mark)) == "[translation]"
    assert [part.text.strip("«»") for part in parts_of(first, Foreign)] == [
        TEXT.split("\n")[0].replace("4 м", "4\u00a0м").replace("2 м", "2\u00a0м")
    ]


def test_no_cyrillic_stands_outside_an_original():
    report = edition_of(brief_of(whole_extraction()), "en")
    originals = {part.text for part in parts_of(report, Foreign)}
    printed = text_of(report.blocks)
    for words in sorted(originals, key=len, reverse=True):
        printed = printed.replace(words.replace("\u00a0", " "), "")
    assert [letter for letter in printed if "а" <= letter.lower() <= "я"] == []


def test_with_all_translations_the_body_has_no_original():
    report = edition_of(translated(brief_of(whole_extraction())), "en")
    assert [part for anchor in BODY for part in parts_of(section(report, anchor), Foreign)] == []


def test_an_english_article_stands_in_its_own_words_in_the_english_edition():
    of = english("London will give £4 billion. He said this helps everybody.")
    facts = (quantity(of, "£4 billion", "4e9", "GBP"), statement(of, "this helps everybody", "The Second", mode="direct"))
    brief = brief_of(extraction(of, *facts))
    assert words_said(edition_of(brief, "en")) == "“this helps everybody” [1.1]"
    assert words_said(edition_of(brief, "ru")) == "“this helps everybody” [без перевода] [1.1]"
    assert "4 млрд фунтов стерлингов" in text_of(section(edition_of(brief, "ru"), "evidence"))


def test_sources_of_two_languages_are_each_translated_for_the_other_edition():
    of, other = article(SENTENCE, name="one.txt"), english("He said this helps everybody.", name="two.txt")
    brief = brief_of(
        extraction(of, statement(of, WORDS, "Второй", id="s-1", mode="direct")),
        extraction(other, statement(other, "this helps everybody", "The Third", id="s-2", mode="direct")),
    )
    awaiting = {
        language: {part.language for part in parts_of(section(edition_of(brief, language), "awaiting"), Foreign)}
        for language in ("ru", "en")
    }
    assert awaiting == {"ru": {"en"}, "en": {"ru"}}
