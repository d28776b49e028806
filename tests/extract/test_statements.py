"""Statements: what must be found and what must be left alone, and the seed article."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefgen.extract.statements import extract_statements, find_statements
from briefgen.language.annotate import annotate
from briefgen.language.paragraphs import split_paragraphs
from briefgen.model import SPEAKER_KINDS, Statement
from tests.extract.statement_cases import cases, wanted

_ROOT = Path(__file__).resolve().parents[2]
_SEED = (_ROOT / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt").read_text(encoding="utf-8")


def _cases(kind: str) -> list[Any]:
    return [
        pytest.param(language, file, case, id=f"{file}-{language}-{case['text'][:60]}")
        for language in ("ru", "en")
        for file, case in cases(language, kind)
    ]


@pytest.mark.parametrize(("language", "file", "case"), _cases("find"))
def test_statement_is_found_with_its_speaker(language: str, file: str, case: dict[str, Any]) -> None:
    statements = find_statements(case["text"], language)
    found = [(statement.surface, statement.speaker.name) for statement in statements]
    if file == "statements":  # these cases name one statement of several
        assert set(wanted(case)) <= set(found)
    else:
        assert found == wanted(case)
    for statement in statements:
        if (statement.surface, statement.speaker.name) in wanted(case):
            assert statement.mode == case.get("mode", statement.mode)
            assert statement.negated == case.get("negated", statement.negated)
            assert statement.speaker.role == case.get("role", statement.speaker.role)
            assert statement.speaker.kind == case.get("kind", statement.speaker.kind)


@pytest.mark.parametrize(("language", "file", "case"), _cases("leave"))
def test_sentence_without_a_speaker_is_left_alone(language: str, file: str, case: dict[str, Any]) -> None:
    assert find_statements(case["text"], language) == ()


@pytest.fixture(scope="module")
def seed() -> tuple[Statement, ...]:
    return extract_statements(annotate(_SEED, "ru", split_paragraphs(_SEED, "ru")))


def test_spans_are_the_text_itself(seed: tuple[Statement, ...]) -> None:
    assert all(_SEED[statement.start : statement.stop] == statement.surface for statement in seed)
    assert list(seed) == sorted(seed, key=lambda statement: (statement.start, statement.stop))
    assert {statement.speaker.kind for statement in seed} <= set(SPEAKER_KINDS)


def test_all_pull_quotes_of_the_seed_have_their_speaker_and_post(seed: tuple[Statement, ...]) -> None:
    expert = "эксперт Центра международного взаимодействия и сотрудничества"
    quotes = [(statement.speaker.name, statement.speaker.role) for statement in seed if statement.rule == "pull-quote"]
    assert quotes == [
        ("Алина Елисеева", expert),
        ("Иветт Купер", "министр иностранных дел Великобритании"),
        ("Алина Елисеева", expert),
        ("Касым-Жомарт Токаев", "президент Казахстана"),
        ("Роман Юнеман", "политолог, специалист по Казахстану"),
        ("Роман Юнеман", "политолог, специалист по Казахстану"),
        ("Алина Елисеева", expert),
        ("Роберт Катлер", "старший научный сотрудник университета Карлтона"),
    ]


def test_role_nouns_and_pronouns_of_the_seed_point_to_the_right_person(seed: tuple[Statement, ...]) -> None:
    speakers = {statement.surface[:40]: statement.speaker.name for statement in seed}
    assert speakers["критически важные полезные ископаемые и "] == "Ермек Кошербаев"  # Он подчеркнул
    assert speakers["напомнил о решении ЕС от 2023 года предо"] == "Роман Василенко"  # Дипломат
    assert speakers["Астана и Брюссель достигли договореннос"[:40].ljust(39) + "т"] == "Касым-Жомарт Токаев"  # казахстанского президента
    assert speakers["понадеялся на разблокировку в 2026 году "] == "Даурен Кенбеил"  # Чиновник
    assert speakers["европейские государства продолжают попыт"] == "Роман Юнеман"  # эксперта
    assert speakers["страны Средней Азии должны укреплять отн"] == "Марко Рубио"  # По его словам


def test_captions_and_background_of_the_seed_say_nothing(seed: tuple[Statement, ...]) -> None:
    passed = [part for part in split_paragraphs(_SEED, "ru") if part.role in {"caption", "background"}]
    assert not [statement for statement in seed for part in passed if part.start <= statement.start < part.stop]


def test_transcript_labels_name_the_speaker_until_the_next_label() -> None:
    text = (
        "Встреча с Анной Петровой\n\nИван Иванов принял Анну Петрову.\n\nИ.Иванов: Как дела на заводе?\n\n"
        "А.Петрова: Завод работает.\n\nПлан выполнен.\n\nИ.Иванов: Хорошо."
    )
    turns = [(statement.speaker.name, statement.surface) for statement in find_statements(text, "ru")]
    assert turns == [
        ("Иван Иванов", "Как дела на заводе?"),
        ("Анна Петрова", "Завод работает."),
        ("Анна Петрова", "План выполнен."),
        ("Иван Иванов", "Хорошо."),
    ]


def test_ids_do_not_change_when_a_paragraph_is_put_before() -> None:
    text = "Министр Иван Петров заявил, что завод откроется весной."
    (one,) = find_statements(text, "ru")
    later = find_statements("Погода была ясной.\n\n" + text, "ru")
    assert [statement.id for statement in later] == [one.id]


@pytest.mark.parametrize("text", ["", "\n\n", "«", "«" * 500, '"' * 501, "— " * 300, "сказал, что " * 200])
def test_broken_text_is_no_error(text: str) -> None:
    assert find_statements(text, "ru") == find_statements(text, "ru")
    find_statements(text, "en")
