"""Key points as a person would write them: nobody named twice, no hollow brackets, something to say where no partner moves."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.compose.sample_briefs import LANGUAGES, brief_of, edition_of, section, text_of
from tests.sample_facts import article, extraction, interest, quantity, risk, statement


def points(brief, language):
    return text_of(section(edition_of(brief, language), "key-points")).partition("\n## ")[0]


def risky(*voices, alone=False):
    """A brief of one risk that these speakers name, and that the article names by itself."""
    lines = [f"{name} ждёт беды {order}." for order, name in enumerate(voices)] + ["Беда грозит."] * alone
    of = article("\n".join(lines))
    said = [statement(of, f"ждёт беды {order}", name, id=f"s-{order}") for order, name in enumerate(voices)]
    risks = [
        replace(risk(of, f"ждёт беды {order}", rule="risk.damage", id=f"r-{order}"), statement=f"s-{order}") for order in range(len(voices))
    ]
    own = [risk(of, "Беда грозит", rule="risk.damage", id="r-own")] if alone else []
    return brief_of(extraction(of, *said, *risks, *own))


@pytest.mark.parametrize(
    ("voices", "alone", "russian", "english"),
    [
        (("Первый",), False, "ущерб (Первый)", "damage (Pervy)"),
        (("Первый",), True, "ущерб (в том числе Первый)", "damage (Pervy among others)"),
        ((), True, "экономический ущерб (табл. 1 и 2) [", "economic damage (Tables 1 and 2) ["),
        (
            ("Первый", "Второй", "Третий", "Пятый", "Шестой"),
            False,
            "(Первый, Второй, Третий и другие)",
            "(Pervy, Vtoroy, Trety and others)",
        ),
    ],
)
def test_who_names_a_risk(voices, alone, russian, english):
    assert russian in points(risky(*voices, alone=alone), "ru")
    assert english in points(risky(*voices, alone=alone), "en")


def test_counter_views_of_one_kind_are_named_once():
    of = article("Первый отрицает угрозу.\nВторой отрицает беду.")
    said = [statement(of, "отрицает угрозу", "Первый", id="s-1"), statement(of, "отрицает беду", "Второй", id="s-2")]
    against = [
        replace(risk(of, words, rule="counter.denial", id=f"r-{id}"), statement=id, polarity="counter")
        for words, id in (("отрицает угрозу", "s-1"), ("отрицает беду", "s-2"))
    ]
    assert "Возражения: угроза отрицается (Первый и Второй)" in points(brief_of(extraction(of, *said, *against)), "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_no_partner_moves_sums_and_voices_are_told(language):
    of = article("Банк занял 5 млрд евро.\nМинистр сказал: долг не растёт.")
    facts = (
        replace(quantity(of, "5 млрд евро", "5e9", "EUR", id="q-1"), label="долг"),
        replace(quantity(of, "5 млрд евро", "3e9", "EUR", id="q-2"), label="заём"),
        statement(of, "долг не растёт", "Министр", id="s-1", kind="official"),
    )
    told = points(brief_of(extraction(of, *facts)), language)
    assert {"ru": "Крупнейшая названная сумма: долг — 5 млрд евро", "en": "Largest sum named: "}[language] in told
    assert {"ru": "Приведены мнения и заявления: Министр (эксперт)", "en": "Views and statements are quoted from: "}[language] in told
    assert {"ru": "3 млрд", "en": "€3 billion"}[language] not in told


def test_a_step_is_told_in_the_words_of_its_kind():
    of = article("Лондон подписал соглашение с Казахстаном.\nВашингтон договорился с Казахстаном.")
    signed = replace(interest(of, "Лондон подписал соглашение", "GB", id="i-1", stage="agreed"), rule="interest.agreement-signed")
    agreed = replace(interest(of, "Вашингтон договорился", "US", id="i-2", stage="agreed"), rule="interest.understanding-reached")
    partners = text_of(section(edition_of(brief_of(extraction(of, signed, agreed))), "partners"))
    assert "Подписано" in partners and "Согласовано" in partners


def test_partners_that_want_it_of_different_states_are_said_to_want_it_of_none():
    of = article("Париж купит уран в Казахстане.\nТокио ждёт перемен.")
    wants = interest(of, "Париж купит уран в Казахстане", "FR", id="i-1")
    waits = replace(interest(of, "Токио ждёт перемен", "JP", id="i-2"), toward=())
    assert "Казахстан" in points(brief_of(extraction(of, wants)), "ru")
    told = points(brief_of(extraction(of, wants, waits)), "ru").partition(" [")[0]
    assert "Франция" in told and "Япония" in told and "Казахстан" not in told


def test_a_partner_whose_wish_has_no_topic_is_shown_with_its_kind():
    of = article("Токио ждёт перемен.")
    waits = replace(interest(of, "Токио ждёт перемен", "JP"), topics=("other",), rule="interest.intent")
    assert "Выражено намерение" in text_of(section(edition_of(brief_of(extraction(of, waits)), "ru"), "partners"))
