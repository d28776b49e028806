"""What somebody denies is never printed as what they say: the negation stands outside the words of the statement."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.compose.sample_briefs import brief_of, edition_of, section, text_of
from tests.sample_facts import article, extraction, risk, statement

SENTENCE = "Второй не ожидает, что сделка сократит вывоз руды."
CLAUSE = "сделка сократит вывоз руды"


@pytest.mark.parametrize("kind", ["expert", "official"])
def test_a_denied_statement_stands_with_its_negation(kind: str) -> None:
    of = article(SENTENCE)
    said = replace(statement(of, CLAUSE, "Второй", kind=kind), negated=True, cue="ожидает")
    printed = text_of(section(edition_of(brief_of(extraction(of, said))), "experts")).replace("⍽", " ")
    assert "не ожидает, что сделка сократит" in printed


def test_a_denied_counter_view_too() -> None:
    of = article("Первый считает, что грузы пойдут в обход.\n" + SENTENCE)
    first = statement(of, "грузы пойдут в обход", "Первый", id="s-1")
    second = replace(statement(of, CLAUSE, "Второй", id="s-2"), negated=True, cue="ожидает")
    facts = (first, second, risk(of, "грузы пойдут в обход", said="s-1"), risk(of, CLAUSE, id="c-1", polarity="counter", said="s-2"))
    printed = text_of(section(edition_of(brief_of(extraction(of, *facts))), "risks")).replace("⍽", " ")
    assert CLAUSE in printed and "не ожидает, что сделка сократит" in printed


def test_other_words_stand_alone() -> None:
    of = article(SENTENCE)
    printed = text_of(section(edition_of(brief_of(extraction(of, statement(of, CLAUSE, "Второй")))), "experts")).replace("⍽", " ")
    assert CLAUSE in printed and "не ожидает" not in printed
