"""Figures of a finished file that are no fact: what the document says of itself is none of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from briefgen.assemble import assemble
from briefgen.proof.articles import check_articles
from briefgen.proof.facts import check_facts, file_text
from briefgen.proof.passage import CELLS, Passage
from tests import sample_facts as sample


def findings(text: str, name: str = "a.txt", *, title: str = "") -> list[str]:
    article = replace(sample.article("The minister spoke.\n"), name=name)
    article = replace(article, title=title) if title else article
    brief = assemble([sample.extraction(article)], subject="RU", on=date(2026, 2, 27))
    passage = Passage("paragraph 1", text)
    file = file_text("brief.en.docx", "en", (passage,), brief)
    return [found.found for found in check_facts(file, brief) if found.code in ("figure", "date")]


def test_the_digits_of_a_digest_are_no_cents() -> None:
    assert findings("File 001.txt; 4 paragraphs; SHA-256 48cde11f00aa2b3c…") == []


def test_a_figure_beside_a_digest_is_found() -> None:
    assert findings("It costs 48 million US dollars; SHA-256 48cde11f00aa2b3c…")


def test_the_digits_in_the_name_of_a_source_are_no_date() -> None:
    assert findings("Sources. 2026-01-20-gas.txt; 4 paragraphs", "2026-01-20-gas.txt") == []
    assert findings("Sources. 2026-01-\n20-gas.txt; 4 paragraphs", "2026-01-20-gas.txt") == []
    assert findings("Sources. 2026-01-20; 4 paragraphs", "2026-01-20-gas.txt")


def test_a_name_that_is_a_figure_hides_none() -> None:
    assert findings("It costs 12 million US dollars.", "12 m")


def test_a_label_s_word_of_change_makes_no_goal_of_a_limit_in_the_next_cell() -> None:
    passage = Passage("page 1", CELLS.join(("Рост расходов", "до 1,2", "млрд рублей", "2024 г.")))
    article = sample.article("Расходы — до 1,2 млрд рублей.\n")
    file = file_text("brief.ru.pdf", "ru", (passage,), assemble([sample.extraction(article)], subject="RU", on=date(2026, 2, 27)))
    assert [figure.qualifier for figure in file.figures] == ["up_to"]


def test_a_long_name_in_quotation_marks_is_no_quotation() -> None:
    """The list of what awaits translation has a speaker's name in the nominative, in which no sentence has it."""
    of = sample.article("Как отметили в Министерстве дорог и городского развития Ирана, порт растёт.")
    said = sample.statement(of, "порт растёт", "Министерство дорог и городского развития Ирана", kind="organisation")
    brief = assemble([sample.extraction(of, said)], subject="RU", on=date(2026, 2, 27))
    for words, codes in (
        ("Министерство дорог и городского развития Ирана", []),
        ("Министерство дорог и городского развития Ирака", ["quotation"]),
    ):
        file = file_text("brief.en.pdf", "en", (Passage("page 5", f"«{words}»"),), brief)
        assert [found.code for found in check_facts(file, brief) if found.code == "quotation"] == codes


def test_a_range_in_a_chart_names_no_unit() -> None:
    of = sample.article("Экспорт принесёт от 3 до 5 млрд евро.")
    sum_named = replace(sample.quantity(of, "3 до 5 млрд евро", "3e9", "EUR"), upper=Decimal("5e9"))
    brief = assemble([sample.extraction(of, sum_named)], subject="RU", on=date(2026, 2, 27))
    for words, codes in (
        ("Exports 3 to 5 billion", []),
        ("Exports 3 to 6 billion", ["figure"]),
        ("Exports $3 billion to $5 billion", ["figure"]),
    ):
        file = file_text("brief.en.pdf", "en", (Passage("page 1", words),), brief)
        assert [found.code for found in check_facts(file, brief) if found.code == "figure"] == codes


def test_a_range_whose_first_word_stands_before_it_is_proved() -> None:
    """«от» and `between` are no words of the span: the words alone have the two ends, and another end is found."""
    of = sample.article("Экспорт принесёт от 3 до 5 млрд евро.")
    for upper, codes in (("5e9", []), ("6e9", ["source"])):
        sum_named = replace(sample.quantity(of, "3 до 5 млрд евро", "3e9", "EUR"), upper=Decimal(upper))
        brief = assemble([sample.extraction(of, sum_named)], subject="RU", on=date(2026, 2, 27))
        assert [found.code for found in check_articles(brief, {})] == codes


LONG = (
    "The two sides agreed on 4 March 2025 to " + "look once more at the long list of joint works and to " * 8 + "spend 7 million US dollars"
)


def test_a_long_sentence_of_a_source_is_not_judged() -> None:
    assert findings(f"As reported: {LONG}.", title=LONG) == []
    assert findings(f"As reported: {LONG}.")


def test_figures_and_dates_beside_a_long_sentence_of_a_source_are() -> None:
    found = findings(f"On 9 May 2021 it cost 12 million euros: {LONG}; then 13 million euros on 10 May 2021.", title=LONG)
    assert len(found) == 4


def test_a_citation_is_no_figure_and_hides_none() -> None:
    assert findings("The sides met [1.24; 1.30].") == []
    assert findings("It costs 12 million US dollars [1.24; 1.30].")


def test_a_range_of_two_scales_names_no_unit() -> None:
    article = sample.article("Потери от 500 млн до 1 млрд евро.\n")
    fact = replace(sample.quantity(article, "500 млн до 1 млрд евро", "500000000", "EUR"), upper=Decimal(10**9))
    brief = assemble([sample.extraction(article, fact)], subject="RU", on=date(2026, 2, 27))
    passages = (Passage("chart 1", CELLS.join(("Потери", "от 500 млн до 1 млрд"))), Passage("page 1", "от 500 млн до 1 млрд долларов"))
    file = file_text("brief.ru.pdf", "ru", passages, brief)
    assert [finding.place for finding in check_facts(file, brief) if finding.code == "figure"] == ["page 1"]


def test_behind_a_code_another_fact_begins() -> None:
    passage = Passage("paragraph 1", "Вылов сократился вдвое и не растёт  q-85b266cf6c94 до 3 млн евро")
    article = sample.article("Министр выступил с речью.\n")
    file = file_text("brief.ru.docx", "ru", (passage,), assemble([sample.extraction(article)], subject="RU", on=date(2026, 2, 27)))
    assert [figure.qualifier for figure in file.figures] == ["up_to"]
