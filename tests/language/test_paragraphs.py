"""Paragraphs: numbers, spans and roles."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from briefgen.language.paragraphs import read_dateline, split_paragraphs

_SEED = Path(__file__).resolve().parents[2] / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt"

_CASES = Path(__file__).resolve().parents[1] / "cases"

_RUSSIAN = """Заголовок статьи о торговле

Первый абзац рассказывает о торговле.

Что будет дальше?

{}

Последний абзац закрывает рассказ."""
_ENGLISH = """A title about trade

The first paragraph tells of trade.

{}

The last paragraph ends the story."""


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("Новый порядок торговли", "heading"),
        ("Чего ждут соседи?", "heading"),
        ("Порт Актау Фото: Иван Иванов / РИА Новости", "caption"),
        ("Читайте также: почему растут цены", "background"),
        ("Материал предоставлен пресс-службой", "background"),
        ("Как он стал послом? Иван Иванов родился в Уфе в 1970 году. Учился в Москве.", "background"),
        ("президент страны;", "list"),
        ("• первое условие договора", "list"),
        ("Мы готовы работать вместе и вкладывать деньги в новые дороги Анна Петрова директор института экономики", "quotation"),
        ("Иван Иванов родился в Уфе, сказал представитель суда.", "text"),
        ("Почти 200 миллиардов долларов составил объем вложений с 2005 года", "text"),
        ("— Мы готовы, — сказал министр.", "text"),
        ("На фото в газете он узнал себя, и это стало новостью дня для всей страны.", "text"),
    ],
)
def test_role_of_a_russian_paragraph(paragraph: str, role: str) -> None:
    text = _RUSSIAN.format(paragraph)
    roles = {text[part.start : part.stop]: part.role for part in split_paragraphs(text, "ru")}
    assert roles[paragraph] == role


@pytest.mark.parametrize(
    ("paragraph", "role"),
    [
        ("What comes next", "heading"),
        ("### Promises and hurdles", "heading"),
        ("The port at dawn. Photo: Reuters", "caption"),
        ("Image source, Getty Images", "caption"),
        ("Read more: why prices rise", "background"),
        ("Sign up for our newsletter", "background"),
        ("Who is John Brown? He was born in Leeds in 1970 and studied law.", "background"),
        ("We are ready to work together and to pay for the roads John Brown director of the institute", "quotation"),
        ("John Brown read more books than anyone.", "text"),
    ],
)
def test_role_of_an_english_paragraph(paragraph: str, role: str) -> None:
    text = _ENGLISH.format(paragraph)
    roles = {text[part.start : part.stop]: part.role for part in split_paragraphs(text, "en")}
    assert roles[paragraph] == role


def cases():
    for language, frame in (("ru", _RUSSIAN), ("en", _ENGLISH)):
        table = tomllib.loads((_CASES / language / "paragraphs.toml").read_text(encoding="utf-8"))
        for role, paragraphs in table.items():
            for paragraph in paragraphs:
                yield pytest.param(language, frame, paragraph, role, id=f"{language}: {role}: {paragraph[:60]}")


@pytest.mark.parametrize(("language", "frame", "paragraph", "role"), list(cases()))
def test_what_is_around_an_article_is_told_from_it(language: str, frame: str, paragraph: str, role: str) -> None:
    text = frame.format(paragraph)
    roles = {text[part.start : part.stop]: part.role for part in split_paragraphs(text, language)}
    assert roles.get(paragraph) == role


@pytest.mark.parametrize(
    ("language", "paragraph", "parts"),
    [
        ("ru", "Стороны подписали договор.Читайте также: почему растут цены", ["text", "background"]),
        ("ru", "Стороны подписали договор. Подписывайтесь на наш канал в Telegram", ["text", "background"]),
        ("ru", "РекламаПарламент принял закон о недрах.", ["background", "text"]),
        ("ru", "Завод построят к 2030 году, и об этом стороны договорились ещё зимой. " * 4 + "Фото: Иван Иванов", ["text", "caption"]),
        ("en", "The parties signed the deal.Read more: why prices rise", ["text", "background"]),
        ("en", "AdvertisementParliament passed the law on mining.", ["background", "text"]),
        ("en", "He said: “Read more books.” Nobody did.", ["text"]),
        ("ru", "Он посоветовал: читайте также классиков.", ["text"]),
    ],
)
def test_what_a_scraper_glued_to_a_paragraph_is_apart(language: str, paragraph: str, parts: list[str]) -> None:
    text = (_RUSSIAN if language == "ru" else _ENGLISH).format(paragraph)
    where = text.index(paragraph)
    found = [part for part in split_paragraphs(text, language) if where <= part.start < where + len(paragraph)]
    assert [part.role for part in found] == parts
    assert found[-1].stop == where + len(paragraph)


def test_a_lone_day_in_the_middle_heads_a_part_of_a_chronicle() -> None:
    text = "Хроника переговоров\n\n" + "Стороны спорили о цене и сроках.\n\n" * 4 + "27 февраля 2026\n\nСтороны подписали договор."
    assert [part.role for part in split_paragraphs(text, "ru")][-2] == "heading"


def test_the_seed_has_43_paragraphs_and_its_title_starts_behind_the_dateline() -> None:
    text = _SEED.read_text(encoding="utf-8")
    paragraphs = split_paragraphs(text, "ru")
    assert [part.number for part in paragraphs] == list(range(1, 44))
    assert text[paragraphs[0].start :].startswith("Страны Запада")
    assert [part.number for part in paragraphs if part.role == "caption"] == [11, 22, 30, 37]
    assert [part.number for part in paragraphs if part.role == "background"] == [14]
    assert [part.number for part in paragraphs if part.role == "quotation"] == [3, 7, 10, 28, 32, 34, 36, 42]
    assert [part.number for part in paragraphs if part.role == "list"] == [16, 17, 18, 19, 20]
    assert [part.number for part in paragraphs if part.role == "heading"] == [5, 12, 23, 38]


def test_lines_broken_by_width_are_one_paragraph() -> None:
    text = "The ministry said that it would build a railway to\nthe border and pay for it out of the reserve.\n\nNext one."
    assert [text[part.start : part.stop].count("\n") for part in split_paragraphs(text, "en")] == [1, 0]


def test_a_single_paragraph_is_text() -> None:
    assert [part.role for part in split_paragraphs("Страны договорились", "ru")] == ["text"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff"])
def test_no_words_no_paragraphs(text: str) -> None:
    assert split_paragraphs(text, "ru") == ()


def test_a_dateline_needs_a_real_date() -> None:
    assert read_dateline("date 2026-02-30 Title") is None
    assert read_dateline("update 2026-02-03 Title") is None
