"""Statements of any text: no crash, spans that slice to their words, work that grows with the text's length."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.extract.statements import find_statements
from briefgen.extract.statements.quotations import find_quotations
from briefgen.model import SPEAKER_KINDS
from tests.extract.effort import calls

_SIGNS = [*"«»„“”\"'‘’—-,.:?()", "\n\n"]
_WORDS = {
    "ru": [
        *_SIGNS,
        *[
            "сказал",
            "заявил",
            "что",
            "как",
            "эксперт",
            "министр",
            "он",
            "она",
            "Минфин",
            "Вопрос:",
            "Ответ:",
            "расходы",
            "вырастут",
            "не",
            "и",
            "а",
            "который",
        ],
        *("по словам", "по мнению", "об этом", "в Минфине", "Иван Петров", "Елены Орловой", "говорится в сообщении"),
    ],
    "en": [
        *_SIGNS,
        *[
            "said",
            "says",
            "told",
            "that",
            "as",
            "adding",
            "he",
            "she",
            "it",
            "was",
            "quoted",
            "saying",
            "by",
            "who",
            "and",
            "but",
            "Q:",
            "A:",
            "growth",
            "not",
        ],
        *("according to", "the ministry", "an analyst", "Mr Smith", "John Smith", "the World Bank", "will slow"),
    ],
}


def _check(text: str, language: str) -> None:
    statements = find_statements(text, language)
    for statement in statements:
        assert text[statement.start : statement.stop] == statement.surface
        assert statement.surface == statement.surface.strip() != ""
        assert statement.speaker.name
        assert statement.speaker.kind in SPEAKER_KINDS
    assert list(statements) == sorted(statements, key=lambda statement: (statement.start, statement.stop))


@pytest.mark.parametrize("language", ["ru", "en"])
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_any_words_in_any_order_give_spans_of_the_text(language: str, data: st.DataObject) -> None:
    parts = data.draw(st.lists(st.sampled_from(_WORDS[language]), max_size=40))
    _check(" ".join(parts), language)


@pytest.mark.parametrize("language", ["ru", "en"])
@settings(max_examples=40, deadline=None)
@given(text=st.text(max_size=200))
def test_any_text_gives_spans_of_the_text(language: str, text: str) -> None:
    _check(text, language)


@given(text=st.text(alphabet="«»„“”\"'‘’ аяbz.,—\n", max_size=80))
def test_quotations_lie_one_behind_another(text: str) -> None:
    stop = 0
    for quotation in find_quotations(text, 0, len(text)):
        assert stop <= quotation.start < quotation.inner_start <= quotation.inner_stop <= quotation.stop <= len(text)
        stop = quotation.stop


_HOSTILE = [
    '"',
    "«",
    "“",
    "‘a ",
    "— ",
    "said that ",
    '"Yes," he said. ',
    "John Smith, an analyst, ",
    "John Smith said: “Yes, it is.” ",
    "Q: A\n\n",
    ", said X, ",
    "as X said, ",
]


@pytest.mark.parametrize("piece", _HOSTILE)
def test_work_grows_with_the_length_of_a_hostile_text(piece: str) -> None:
    count = 3000 // len(piece)
    one, two = (calls(lambda text: find_statements(text, "en"), piece * (count * times)) for times in (1, 2))
    assert two < 2.6 * one + 2000


_HOSTILE_RUSSIAN = [
    "«",
    '"',
    "— ",
    "сказал, что ",
    "«Да», — сказал он. ",
    "— Да, — сказал он. — Нет. ",
    "Минфин сообщил, что ",
    "Об этом сообщил X. ",
]


@pytest.mark.parametrize("piece", _HOSTILE_RUSSIAN)
def test_work_grows_with_the_length_of_a_hostile_russian_text(piece: str) -> None:
    count = 1500 // len(piece)
    one, two = (calls(lambda text: find_statements(text, "ru"), piece * (count * times)) for times in (1, 2))
    assert two < 2.8 * one + 2000


def test_a_hundred_thousand_marks_are_read() -> None:
    for mark in '"«“':
        assert find_statements(mark * 100_000, "en") == ()


def test_english_loads_no_model() -> None:
    code = (
        "import sys; from briefgen import find_statements; assert find_statements('\"Yes, of course,\" John Smith said.', 'en'); "
        "print([name for name in ('numpy', 'slovnet', 'navec', 'pymorphy3', 'razdel') if name in sys.modules])"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout.strip() == "[]"
