"""The evidence page against the facts: every fact is there in each language, says what the brief says, and its sentence stands by it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefgen.model import Brief
from briefgen.proof.facts import check_figures, file_text, missing_from
from briefgen.proof.finding import Finding
from briefgen.proof.html_text import read_html
from briefgen.proof.passage import Passage
from briefgen.proof.words import words_of

NAME = "evidence.html"


def check_page(data: bytes, brief: Brief, facts: Mapping[str, Mapping[str, str]]) -> Iterator[Finding]:
    """All findings. `facts` are the words of each fact by language and id, as the page has to have them."""
    if not any(facts.values()):
        return  # the page of a week without news says nothing of its own
    for language, wanted in facts.items():
        try:
            reading = read_html(data, language)
        except ValueError as error:
            yield Finding("file", NAME, "", str(error), "a page that briefgen wrote")
            return
        yield from _words(reading.passages, wanted)
        yield from _labels(reading.alternatives, wanted)
        yield from check_figures(file_text(NAME, language, reading.passages, brief), brief)
    both = file_text(NAME, next(iter(facts)), (*reading.passages, *reading.loose), brief)
    yield from missing_from(both, brief, frozenset())


def _words(passages: tuple[Passage, ...], wanted: Mapping[str, str]) -> Iterator[Finding]:
    """A fact says what the brief says, in the same words; none was added."""
    there = {passage.text.partition(" ")[0]: passage.text.partition(" ")[2] for passage in passages}
    for id in (*wanted, *(id for id in there if id not in wanted)):
        if _keys(there.get(id, "")) != _keys(wanted.get(id, "")):
            yield Finding("text", NAME, id, there.get(id, ""), wanted.get(id, ""))


def _labels(labels: tuple[Passage, ...], wanted: Mapping[str, str]) -> Iterator[Finding]:
    """What a screen reader says is what stands in the list."""
    for label in labels:
        expected = "; ".join(wanted.get(id, "") for id in label.place.split())
        if _keys(label.text) != _keys(expected):
            yield Finding("text", NAME, label.place, label.text, expected)


def _keys(words: str) -> list[str]:
    return [word.key for word in words_of(words)]
