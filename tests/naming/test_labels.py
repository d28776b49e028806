"""What figures measure, in both languages, term by term; a label with an unknown word is left to a person."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.language.morphology import parse
from briefgen.naming.labels import label_name, rate_name, split_rate
from briefgen.naming.lists import table
from briefgen.naming.terms import adjective, terms
from briefgen.naming.transliteration import has_cyrillic

TO_ENGLISH = [
    ("экспортные гарантии", "export guarantees"),
    ("внешний долг", "external debt"),
    ("инвестиционный пакет Евросоюза", "investment package of the European Union"),
    ("запасы редкоземельных металлов", "reserves of rare-earth metals"),
    ("экспорт газа в Китай", "exports of gas to China"),
    ("инвестиции в экономику Казахстана", "investment in the economy of Kazakhstan"),
    ("доля импорта российского газа", "share of imports of Russian gas"),
    ("прямые иностранные инвестиции", "foreign direct investment"),
    ("товарооборот России и Китая", "trade turnover of Russia and China"),
    ("остаток займа", "outstanding balance of the loan"),
    ("рост ВВП", "GDP growth"),
    ("минералы из России", "minerals from Russia"),
    ("средства на развитие инфраструктуры", "funds for development of infrastructure"),
    ("рост экспорта", "growth in exports"),
    ("инвестиции в новый завод", "investment in new plant"),
    ("расходы на оборону", "expenditure on defence"),
    ("повышение ключевой ставки", "rise in the key rate"),
    ("стоимость сделки", "value of the deal"),
    ("мощность, в сутки", "capacity, a day"),
    ("количество выпитого чая", ""),
    ("почти всё", ""),
    ("Иван Сергеев", ""),
    ("Юганскнефтегаз", "Yuganskneftegas"),
]


@pytest.mark.parametrize(("russian", "english"), TO_ENGLISH)
def test_russian_labels(russian: str, english: str) -> None:
    assert label_name(russian, "ru", "en") == english


TO_RUSSIAN = [
    ("economic growth", "экономический рост"),
    ("oil revenues", "нефтяные доходы"),
    ("gas exports", "экспорт газа"),
    ("exports of gas to China", "экспорт газа в⍽Китай"),
    ("trade with China", "торговля с⍽Китаем"),
    ("investment in uranium mines", "инвестиции в⍽урановые рудники"),
    ("external debt of Kazakhstan", "внешний долг Казахстана"),
    ("inflation in Uzbekistan", "инфляция в⍽Узбекистане"),
    ("share of renewable electricity", "доля возобновляемой электроэнергии"),
    ("the price of oil", "цена нефти"),
    ("EU investment", "инвестиции ЕС"),
    ("copper production", "добыча меди"),
    ("foreign direct investment", "прямые иностранные инвестиции"),
    ("fall in Russian pipeline deliveries to Turkey", "падение трубопроводных поставок России в⍽Турцию"),
    ("growth in GDP", "рост ВВП"),
    ("loan to Kazakhstan", "кредит Казахстану"),
    ("cost to Russia", "издержки России"),
    ("cost of the deal", "стоимость сделки"),
    ("investment in a road", "инвестиции в⍽дорогу"),
    ("spending on the programme", "расходы на программу"),
    ("tariff on steel", "тариф на сталь"),
    ("share in the project", "доля в⍽проекте"),
    ("copper output", "добыча меди"),
    ("oil prices, a barrel", "цены на нефть, за баррель"),
    ("loss of revenue, per year", "потеря выручки, в год"),
    ("cups of tea, a year", ""),
    ("cups of tea", ""),
    ("the list goes on", ""),
]


@pytest.mark.parametrize(("english", "russian"), TO_RUSSIAN)
def test_english_labels(english: str, russian: str) -> None:
    assert label_name(english, "en", "ru").replace("\u00a0", "⍽") == russian


def test_every_noun_is_translated_alone_and_no_english_word_is_cyrillic() -> None:
    nouns = [term for term in terms() if term.kind == "noun"]
    assert [term.ru for term in nouns if not label_name(term.ru, "ru", "en")] == []
    assert [term.en for term in nouns if not label_name(term.en, "en", "ru")] == []
    assert [term.en for term in terms() if has_cyrillic(" ".join((term.en, term.behind, *term.aliases)))] == []
    assert len(terms()) >= 300


KNOWN = [term for term in terms() if term.kind == "noun" and " " not in term.ru and term.ru.islower()]


@pytest.mark.parametrize("term", KNOWN, ids=lambda term: term.ru)
def test_the_dictionary_has_the_same_genitive(term) -> None:
    number = "plur" if term.gender == "p" else "sing"
    forms = {
        one.inflect({"gent", number}).word
        for one in parse(term.ru)
        if "NOUN" in one.tag and "nomn" in one.tag and one.inflect({"gent", number})
    } | {one.inflect({"gent", number}).word for one in parse(term.ru) if "ADJF" in one.tag and one.inflect({"gent", number})}
    assert term.genitive.replace("ё", "е") in {form.replace("ё", "е") for form in forms}


@pytest.mark.parametrize("term", [term for term in terms() if term.kind == "adjective" and " " not in term.ru], ids=lambda term: term.ru)
@pytest.mark.parametrize(("gender", "grammemes"), [("m", {"masc"}), ("f", {"femn"}), ("n", {"neut"}), ("p", {"plur"})])
def test_the_dictionary_has_the_same_forms_of_adjectives(term, gender: str, grammemes: set[str]) -> None:
    for case, genitive in (("nomn", False), ("gent", True)):
        wanted = adjective(term.ru, gender, genitive=genitive).replace("ё", "е")
        found = [one.inflect({case, *grammemes}) for one in parse(term.ru) if one.tag.POS in ("ADJF", "PRTF")]
        assert wanted in {one.word.replace("ё", "е") for one in found if one}


@given(st.text(alphabet="абгдеко газinvets of", max_size=40), st.sampled_from(["ru", "en"]))
def test_a_translated_label_has_no_letter_of_its_source(text: str, language: str) -> None:
    found = label_name(text, language, "en" if language == "ru" else "ru")
    assert not re.search("[а-яё]" if language == "ru" else "[a-z]", found.replace("ВВП", ""))


@pytest.mark.parametrize("row", table()["rates"]["rows"], ids=lambda row: row[0])
def test_what_a_price_is_for_is_told_in_both_languages(row: list[str]) -> None:
    russian, *english = row
    assert has_cyrillic(russian)
    assert not has_cyrillic(" ".join(english))
    for words in english:
        assert split_rate(f"prices, {words}") == ("prices", words)
        assert rate_name(words, "en") == words
        assert has_cyrillic(rate_name(words, "ru"))
    assert rate_name(russian, "en") in english
