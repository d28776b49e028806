"""Passages to a machine and back: what it is asked, what is accepted, what is refused, what fails."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest

from briefgen.diagnostics import UsageError
from briefgen.model import Refusal, Translation
from briefgen.translation.guard import Finders
from briefgen.translation.machine import in_order, translate_awaiting
from briefgen.translation.translators import Failure, Outcome
from tests.compose.sample_briefs import brief_of
from tests.sample_facts import article, extraction, quantity, statement

SENTENCE = "Второй сказал: это выгодно всем."
WORDS = "это выгодно всем"
NOTHING = Finders(quantities=lambda text, language: (), dates=lambda text, language: ())


class Machine:
    """Gives what the test wants, and notes what it is asked."""

    tool = "machine 1"

    def __init__(self, **outcomes: Outcome) -> None:
        self.outcomes = outcomes
        self.asked: list[str] = []

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> Sequence[Outcome]:
        self.asked += texts
        return [self.outcomes.get(text.split()[0], "This helps everybody.") for text in texts]


def said(**changes):  # type: ignore[no-untyped-def]
    of = article(SENTENCE)
    return replace(brief_of(extraction(of, statement(of, WORDS, "Второй", mode="direct"))), **changes)


def made_by(machine: Machine, brief=None):  # type: ignore[no-untyped-def]
    return translate_awaiting(brief or said(), "en", machine, NOTHING)


def test_what_is_accepted_bears_method_and_tool() -> None:
    made = made_by(Machine())
    assert [entry.text for entry in made.translations] == ["Проба", SENTENCE, WORDS]
    assert {(entry.method, entry.tool, entry.language) for entry in made.translations} == {("machine", "machine 1", "en")}


def test_a_clause_gets_no_full_stop_and_a_sentence_keeps_its_own() -> None:
    translated = {entry.text: entry.translated for entry in made_by(Machine()).translations}
    assert (translated[SENTENCE], translated[WORDS]) == ("This helps everybody.", "This helps everybody")


def test_words_that_differ_by_their_full_stop_are_given_once_and_serve_both() -> None:
    of = article(SENTENCE)
    machine = Machine()
    made = made_by(machine, brief_of(extraction(of, statement(of, SENTENCE.removesuffix("."), "Второй"))))
    assert machine.asked == ["Проба", SENTENCE]
    assert [entry.text for entry in made.translations] == ["Проба", SENTENCE, SENTENCE.removesuffix(".")]


def test_labels_and_names_are_not_given_to_a_machine() -> None:
    of = article("Добыто 800 тонн.")
    fact = replace(quantity(of, "800 тонн", "800", "mass-tonne", rule="unit"), label="руда")
    machine = Machine()
    made_by(machine, brief_of(extraction(of, fact)))
    assert machine.asked == ["Проба", "Добыто 800 тонн."]


def test_what_differs_is_refused_with_its_reasons() -> None:
    (refusal,) = made_by(Machine(Второй="The second did not say that this helps everybody.")).refusals
    assert (refusal.text, refusal.reasons, refusal.tool) == (SENTENCE, ("negation",), "machine 1")


def test_a_failure_keeps_its_reason_and_costs_nothing_else() -> None:
    made = made_by(Machine(это=Failure("too slow")))
    assert made.failures == ("too slow",) and [entry.text for entry in made.translations] == ["Проба", SENTENCE]


def test_what_is_translated_or_was_refused_before_is_not_given_again() -> None:
    brief = said(
        translations=(Translation("Проба", "en", "A test", "memory"),),
        refusals=(Refusal(SENTENCE, "en", "No.", "machine 1", ("length",)),),
    )
    machine = Machine()
    made_by(machine, brief)
    assert machine.asked == [WORDS]


def test_a_translator_that_loses_texts_is_told() -> None:
    machine = Machine()
    machine.translate = lambda texts, *, source, target: ["one"]  # type: ignore[method-assign]
    with pytest.raises(UsageError, match="translator machine 1: gave 1 outcomes for 3 texts"):
        made_by(machine)


def test_where_nothing_awaits_translation_nothing_is_asked() -> None:
    machine = Machine()
    assert translate_awaiting(said(), "ru", machine, NOTHING).translations == () and machine.asked == []


def test_translations_stand_in_the_order_of_the_brief_whoever_made_them_and_when() -> None:
    brief = said()
    made = made_by(Machine()).translations
    assert in_order(brief, made[::-1]) == in_order(brief, made) == made
