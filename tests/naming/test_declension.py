"""People's names in Russian cases; what the dictionary knows is checked against pymorphy3."""

from __future__ import annotations

import pytest

from briefgen.language.morphology import parse
from briefgen.naming.declension import decline_person
from briefgen.naming.gazetteer import entries

NAMES = [
    ("Роман Юнеман", "m", "Романа Юнемана", "Роману Юнеману", "Романом Юнеманом"),
    ("Алина Елисеева", "f", "Алины Елисеевой", "Алине Елисеевой", "Алиной Елисеевой"),
    ("Иветт Купер", "f", "Иветт Купер", "Иветт Купер", "Иветт Купер"),
    ("Кая Каллас", "f", "Каи Каллас", "Кае Каллас", "Каей Каллас"),
    ("Джорджа Мелони", "f", "Джорджи Мелони", "Джордже Мелони", "Джорджей Мелони"),
    ("Серджио Гор", "m", "Серджио Гора", "Серджио Гору", "Серджио Гором"),
    ("Даурен Кенбеил", "m", "Даурена Кенбеила", "Даурену Кенбеилу", "Дауреном Кенбеилом"),
    ("Антониу Кошта", "m", "Антониу Кошты", "Антониу Коште", "Антониу Коштой"),
    ("Касым-Жомарт Токаев", "m", "Касым-Жомарта Токаева", "Касым-Жомарту Токаеву", "Касым-Жомартом Токаевым"),
    ("Дональд Трамп-младший", "m", "Дональда Трампа-младшего", "Дональду Трампу-младшему", "Дональдом Трампом-младшим"),
    ("Роман Василенко", "m", "Романа Василенко", "Роману Василенко", "Романом Василенко"),
    ("Урсула фон дер Ляйен", "f", "Урсулы фон дер Ляйен", "Урсуле фон дер Ляйен", "Урсулой фон дер Ляйен"),
    ("Си Цзиньпин", "m", "Си Цзиньпина", "Си Цзиньпину", "Си Цзиньпином"),
    ("Владимир Путин", "m", "Владимира Путина", "Владимиру Путину", "Владимиром Путиным"),
    ("Лев Толстой", "m", "Льва Толстого", "Льву Толстому", "Львом Толстым"),
    ("Пётр Столыпин", "m", "Петра Столыпина", "Петру Столыпину", "Петром Столыпиным"),
    ("Павел Белый", "m", "Павла Белого", "Павлу Белому", "Павлом Белым"),
    ("Илья Кабаков", "m", "Ильи Кабакова", "Илье Кабакову", "Ильёй Кабаковым"),
    ("Любовь Орлова", "f", "Любови Орловой", "Любови Орловой", "Любовью Орловой"),
    ("Мария Захарова", "f", "Марии Захаровой", "Марии Захаровой", "Марией Захаровой"),
    ("Анна Достоевская", "f", "Анны Достоевской", "Анне Достоевской", "Анной Достоевской"),
    ("Юрий Чайка", "m", "Юрия Чайки", "Юрию Чайке", "Юрием Чайкой"),
    ("Игорь Юргенс", "m", "Игоря Юргенса", "Игорю Юргенсу", "Игорем Юргенсом"),
    ("Иван Черных", "m", "Ивана Черных", "Ивану Черных", "Иваном Черных"),
    ("Георгий Петрович Сидоров", "m", "Георгия Петровича Сидорова", "Георгию Петровичу Сидорову", "Георгием Петровичем Сидоровым"),
    ("Александр Дюма", "m", "Александра Дюма", "Александру Дюма", "Александром Дюма"),
    ("Ираклий Кобахидзе", "m", "Ираклия Кобахидзе", "Ираклию Кобахидзе", "Ираклием Кобахидзе"),
    ("Ван И", "m", "Ван И", "Ван И", "Ван И"),
    ("Дэн Сяопин", "m", "Дэн Сяопина", "Дэн Сяопину", "Дэн Сяопином"),
    ("Жан-Клод Юнкер", "m", "Жан-Клода Юнкера", "Жан-Клоду Юнкеру", "Жан-Клодом Юнкером"),
    ("Николай Римский-Корсаков", "m", "Николая Римского-Корсакова", "Николаю Римскому-Корсакову", "Николаем Римским-Корсаковым"),
]


@pytest.mark.parametrize(("name", "gender", "genitive", "dative", "instrumental"), NAMES)
def test_each_part_declines_by_its_own_rule(name: str, gender: str, genitive: str, dative: str, instrumental: str) -> None:
    assert [decline_person(name, case, gender) for case in ("genitive", "dative", "instrumental")] == [genitive, dative, instrumental]


def test_without_a_gender_nothing_is_guessed() -> None:
    assert decline_person("Саша Серов", "genitive", None) == ""
    assert decline_person("Светлана Серова", "genitive", None) == "Светланы Серовой"  # the given name tells


GRAMMEMES = {"genitive": "gent", "dative": "datv", "accusative": "accs", "instrumental": "ablt", "prepositional": "loct"}
GIVEN = [
    ("Иван", "m"),
    ("Сергей", "m"),
    ("Дмитрий", "m"),
    ("Игорь", "m"),
    ("Никита", "m"),
    ("Анна", "f"),
    ("Ольга", "f"),
    ("Мария", "f"),
    ("Наталья", "f"),
]
SURNAMES = [
    ("Петров", "m"),
    ("Сорокин", "m"),
    ("Толстой", "m"),
    ("Чайковский", "m"),
    ("Петрова", "f"),
    ("Сорокина", "f"),
    ("Чайковская", "f"),
]


@pytest.mark.parametrize("case", sorted(GRAMMEMES))
@pytest.mark.parametrize(
    ("name", "gender"), [(f"{given} {surname}", one) for given, one in GIVEN for surname, two in SURNAMES if one == two]
)
def test_the_dictionary_has_the_same_forms(name: str, gender: str, case: str) -> None:
    sex = {"m": "masc", "f": "femn"}[gender]
    for word, declined in zip(name.split(), decline_person(name, case, gender).split(), strict=True):
        inflected = [one.inflect({GRAMMEMES[case], "sing", sex}) for one in parse(word) if {"nomn", "sing", sex} in one.tag]
        assert declined.lower().replace("ё", "е") in {form.word.replace("ё", "е") for form in inflected if form}


@pytest.mark.parametrize("case", sorted(GRAMMEMES))
def test_every_person_of_the_gazetteer_declines_without_a_latin_letter(case: str) -> None:
    people = [entry.ru for entry in entries() if entry.kind == "person"]
    declined = [decline_person(name, case, gender) for name in people for gender in ("m", "f")]
    assert all(len(form.split()) == len(name.split()) for name, form in zip((name for name in people for _ in "mf"), declined, strict=True))
