"""Chinese names in Russian: each of the gazetteer's comes out as English writes it; others are not taken for Chinese."""

from __future__ import annotations

import pytest

from briefgen.naming.persons import Name, person_name
from briefgen.naming.pinyin import pinyin_name

CHINESE = [
    ("Си Цзиньпин", "Xi Jinping"),
    ("Ли Цян", "Li Qiang"),
    ("Ван Вэньтао", "Wang Wentao"),
    ("Чжао Лэцзи", "Zhao Leji"),
    ("Дин Сюэсян", "Ding Xuexiang"),
    ("Хэ Лифэн", "He Lifeng"),
    ("Пань Гуншэн", "Pan Gongsheng"),
    ("Го Чжицзюнь", "Guo Zhijun"),
    ("Линь Цзянь", "Lin Jian"),
    ("Мао Нин", "Mao Ning"),
    ("Дун Цзюнь", "Dong Jun"),
    ("Цзинь Лицюнь", "Jin Liqun"),
    ("Хань Чжэн", "Han Zheng"),
    ("Лань Фоань", "Lan Fo’an"),
    ("Сюй Минань", "Xu Minan"),
    ("Сюй Минъань", "Xu Ming’an"),
    ("Люй Цзюньхуэй", "Lü Junhui"),
    ("Чжоу Юн", "Zhou Yong"),
]


@pytest.mark.parametrize(("russian", "english"), CHINESE)
def test_a_chinese_name_is_written_in_pinyin(russian: str, english: str) -> None:
    assert pinyin_name(russian) == english


@pytest.mark.parametrize("name", ["Ли Андерсон", "Роман Василенко", "Ким Чен Ын", "То Лам", "Сун Иванов", "Ли", "", "Го чжицзюнь"])
def test_other_names_are_not(name: str) -> None:
    assert pinyin_name(name) == ""


def test_it_is_told_as_a_transliteration() -> None:
    assert person_name("Ляо Миншэн", "ru", "en") == Name("Liao Mingsheng", "transliterated")
