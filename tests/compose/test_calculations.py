"""What is calculated stands beside its figure in both editions, with its mark; a note says how it was rounded."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.extract import extract_article
from briefgen.readers.plain import read_plain
from tests.compose.sample_briefs import LANGUAGES, brief_of, edition_of, section, text_of, whole_extraction

TOLD = {
    ("Построено 86 из 120 проектов.", "ru"): "доля: 71,7 % (расчёт)",
    ("Построено 86 из 120 проектов.", "en"): "share: 71.7% (calculated)",
    ("Выплачено 600 млн евро из 720 млн евро.", "ru"): "доля от 720 млн евро: 83,3 % (расчёт)",
    ("Выплачено 600 млн евро из 720 млн евро.", "en"): "share of €720 million: 83.3% (calculated)",
    ("Добыто 5 тонн из почти 8 тонн угля.", "ru"): "доля (целое — почти 8 т): около 63 % (расчёт)",
    ("Добыто 5 тонн из почти 8 тонн угля.", "en"): "share of nearly 8 tonnes: about 63% (calculated)",
    ("Экспорт упал с 21 до 16 рублей.", "ru"): "снижение с 21 рубля: 23,8 % (расчёт)",
    ("Экспорт упал с 21 до 16 рублей.", "en"): "decrease from RUB 21: 23.8% (calculated)",
    ("Добыча выросла с примерно 2 млн тонн до 3 млн тонн.", "ru"): "рост (было около 2 млн т): около 50 % (расчёт)",
    ("Добыча выросла с примерно 2 млн тонн до 3 млн тонн.", "en"): "increase from about 2 million tonnes: about 50% (calculated)",
}
NOTE = {"ru": "С пометой «расчёт» — доли и изменения", "en": "Marked as calculated: shares and changes"}


def figures_on(text: str, language: str) -> str:
    """The section on figures of an edition of a one-sentence article."""
    read = read_plain(f"Новости недели\n\n{text}\n".encode(), "a.txt", published=date(2026, 3, 1), language="ru")
    return text_of(section(edition_of(brief_of(extract_article(read, subjects=("RU",))), language), "figures"))


@pytest.mark.parametrize(("text", "language"), TOLD)
def test_what_is_calculated_stands_beside_its_figure_and_is_marked(text: str, language: str) -> None:
    printed = figures_on(text, language)
    assert TOLD[text, language].casefold() in printed.casefold()
    assert NOTE[language] in printed


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_brief_in_which_nothing_is_calculated_has_no_note(language: str) -> None:
    assert NOTE[language] not in figures_on("Фонд выделил 10 млрд евро, а банк 12 млрд евро.", language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_share_of_counts_does_not_name_the_whole_again(language: str) -> None:
    printed = text_of(section(edition_of(brief_of(whole_extraction()), language), "figures"))
    assert {"ru": "доля: 61,1 % (расчёт)", "en": "share: 61.1% (calculated)"}[language] in printed.replace("Д", "д").replace("S", "s")
