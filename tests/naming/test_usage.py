"""How a house writes names: Russian usage by profile, and a table of its own."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import UsageError
from briefgen.naming.countries import country_name
from briefgen.naming.own_names import read_names
from briefgen.naming.persons import Name, person_name
from briefgen.naming.posts import post_name
from briefgen.naming.speakers import speaker_name
from briefgen.naming.usage import Usage, in_usage

REWRITTEN = [
    ("президент Киргизии", "президент Кыргызстана"),
    ("посол в Туркмении", "посол в Туркменистане"),
    ("эксперт по Белоруссии", "эксперт по Беларуси"),
    ("интерес к Молдавии", "интерес к Молдове"),
    ("аким Алма-Аты", "аким Алматы"),
    ("Киргизия и Туркмения", "Кыргызстан и Туркменистан"),
    ("с Киргизией", "с Кыргызстаном"),
    ("киргизский политолог", "кыргызский политолог"),
    ("президент Казахстана", "президент Казахстана"),
]


@pytest.mark.parametrize(("federal", "kazakh"), REWRITTEN)
def test_words_of_ours_follow_the_profile(federal: str, kazakh: str) -> None:
    assert (in_usage(federal, "ru-KZ"), in_usage(federal, "ru-RF")) == (kazakh, federal)


OWN = read_names(
    "kind\tru\ten\tru_genitive\n"
    "person\tЕрмек Кошербаев\tErmek Kosherbayev\n"
    "org\tЦентр изучения рынков\tCentre for Market Studies\tЦентра изучения рынков\n"
    "post\tглавный по сырью\tHead of Raw Materials\n",
    "names.tsv",
)


def test_a_houses_names_win_everywhere() -> None:
    assert person_name("Ермека Кошербаева", "ru", "en", extra=OWN) == Name("Ermek Kosherbayev", "gazetteer")
    assert speaker_name("Centre for Market Studies", "organisation", "en", "ru", extra=OWN).text == "Центр изучения рынков"
    assert post_name("директор Центра изучения рынков", "ru", "en", names=OWN).text == "Director of the Centre for Market Studies"
    assert post_name("Director of the Centre for Market Studies", "en", "ru", names=OWN).text == "директор Центра изучения рынков"
    assert post_name("главный по сырью", "ru", "en", names=OWN) == Name("Head of Raw Materials", "gazetteer")
    assert post_name("директор Центра изучения рынков", "ru", "en").method == "none"


def test_a_house_may_rename_an_actor_by_its_id() -> None:
    own = read_names("id\tru\ten\norg:edb\tЕАБР\tEABR\n", "names.tsv")
    assert country_name("org:edb", "en", names=own) == "EABR"
    assert country_name("org:edb", "en") == "Eurasian Development Bank"


MISTAKES = [
    ("names.tsv", "russian\tenglish\n", "names.tsv: the first line names the columns"),
    ("names.tsv", "ru\ten\nИван Сергеев\n", "names.tsv: line 2: a name is wanted in both languages"),
    ("names.tsv", "ru\ten\tcolour\nИван\tIvan\tred\n", "names.tsv: line 2: unknown column 'colour'"),
    ("names.tsv", "ru\ten\tkind\nИван\tIvan\tfish\n", "names.tsv: line 2: kind 'fish' is none of"),
    ("names.tsv", "ru\ten\nИван\tИван\n", "the English name has a Cyrillic letter"),
    ("names.tsv", "", "the first line names the columns"),
    ("names.toml", "name = 5", "names.toml: name 1: a name is a table [[name]]"),
    ("names.toml", "[[name]]\nru = 5", "names.toml: name 1: a name is a table"),
    ("names.toml", "[[name]]\nru = 'Иван'", "names.toml: name 1: a name is wanted in both languages"),
    ("names.toml", "[[name", "names.toml: not TOML"),
]


@pytest.mark.parametrize(("file", "text", "message"), MISTAKES)
def test_a_mistake_in_a_table_is_told_with_its_place(file: str, text: str, message: str) -> None:
    with pytest.raises(UsageError) as caught:
        read_names(text, file)
    assert message in str(caught.value)


def test_the_default_is_federal_and_british() -> None:
    assert (Usage().russian, Usage().english, Usage().locale) == ("ru-RF", "en-GB", "en_GB")
