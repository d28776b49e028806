"""Actors by name, adjective, metonym and body, in both languages."""

from __future__ import annotations

from itertools import pairwise

import pytest

from briefgen.naming.actors import code_of, find_actors
from tests.extract.articles import document_of


def found(text, language):
    document = document_of(text, language=language)
    return [(text[mention.start : mention.stop], mention.code, mention.form) for mention in find_actors(document)]


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("Переговоры Казахстана с Великобританией продолжаются.", [("Казахстана", "KZ", "name"), ("Великобританией", "GB", "name")]),
        ("Соединённые Штаты и Киргизия договорились.", [("Соединённые Штаты", "US", "name"), ("Киргизия", "KG", "name")]),
        ("Поставки идут в страны Центральной Азии.", [("страны Центральной Азии", "143", "body")]),
        ("Немецкий уголь дорожает.", [("Немецкий", "DE", "adjective")]),
        ("Лондон стремится укрепить отношения с Пекином.", [("Лондон", "GB", "metonym"), ("Пекином", "CN", "metonym")]),
        ("Белый дом проявил интерес.", [("Белый дом", "US", "metonym")]),
        ("Брюссель выделит средства.", [("Брюссель", "EU", "metonym")]),
        ("Еврокомиссия предложила план.", [("Еврокомиссия", "EU", "body")]),
        ("Об этом сообщил МИД Великобритании.", [("МИД Великобритании", "GB", "body")]),
        ("Выступил министр иностранных дел Турции.", [("министр иностранных дел Турции", "TR", "body")]),
        ("Японские компании получили разрешение.", [("Японские компании", "JP", "body")]),
        ("Саммит «C5+1» завершился.", [("C5", "143", "name")]),
        ("Средства лежат в Euroclear.", [("Euroclear", "org:euroclear", "body")]),
        ("Банк развития и Европейский банк реконструкции и развития.", [("Европейский банк реконструкции и развития", "org:ebrd", "body")]),
    ],
)
def test_russian_actors_are_found_in_their_form(text, actors):
    assert found(text, "ru") == actors


@pytest.mark.parametrize(
    "text",
    [
        "Саммит состоялся в Вашингтоне.",
        "Он учился в Университете Джорджа Вашингтона.",
        "Мэр Лондона открыл выставку.",
        "Сделка стоит 500 миллионов долларов США.",
        "Он работал над турами и мали.",
    ],
)
def test_places_persons_and_currencies_are_no_actors(text):
    assert found(text, "ru") == []


@pytest.mark.parametrize(
    ("text", "actors"),
    [
        ("The UK and Kazakhstan signed a deal.", [("UK", "GB", "name"), ("Kazakhstan", "KZ", "name")]),
        ("The Chinese are trying again.", [("Chinese", "CN", "adjective")]),
        ("Washington said it would help.", [("Washington", "US", "metonym")]),
        ("A summit took place in Washington.", []),
        ("The Kremlin disagreed.", [("Kremlin", "RU", "metonym")]),
        ("The European Commission proposed it.", [("European Commission", "EU", "body")]),
        ("Turkish companies won.", [("Turkish companies", "TR", "body")]),
        ("Iran's president spoke.", [("Iran's president", "IR", "body")]),
        ("He met the President of Mongolia.", [("President of Mongolia", "MN", "body")]),
        ("They told us to polish the china and eat turkey.", []),
    ],
)
def test_english_actors_are_found_in_their_form(text, actors):
    assert found(text, "en") == actors


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Республика Беларусь", "ru", "BY"),
        ("власти Южной Кореи", "ru", "KR"),
        ("Шри-Ланку", "ru", "LK"),
        ("южнокорейскими", "ru", "KR"),
        ("Лента.ру", "ru", None),
        ("the Republic of Korea", "en", "KR"),
        ("United Arab Emirates", "en", "AE"),
        ("NATO", "en", "org:nato"),
        ("nobody", "en", None),
    ],
)
def test_the_code_of_a_name(text, language, code):
    assert code_of(text, language) == code


def test_every_case_of_a_country_has_its_code():
    assert {code_of(form, "ru") for form in ("Грузия", "Грузии", "Грузию", "Грузией")} == {"GE"}


def test_no_mention_lies_inside_another():
    document = document_of("Президент Европейского совета и глава МИД Соединенного Королевства встретились в Турции.", language="ru")
    mentions = find_actors(document)
    assert [mention.code for mention in mentions] == ["EU", "GB", "TR"]
    assert all(before.stop <= after.start for before, after in pairwise(mentions))
