"""Figures of a finished file that are no fact: what the document says of itself is none of them."""

from __future__ import annotations

from datetime import date

from briefgen.assemble import assemble
from briefgen.proof.facts import check_figures, file_text
from briefgen.proof.passage import Passage
from tests import sample_facts as sample


def findings(text: str) -> list[str]:
    brief = assemble([sample.extraction(sample.article("The minister spoke.\n"))], subject="RU", on=date(2026, 2, 27))
    passage = Passage("paragraph 1", text)
    return [found.found for found in check_figures(file_text("brief.en.docx", "en", (passage,), brief), brief)]


def test_the_digits_of_a_digest_are_no_cents() -> None:
    assert findings("File 001.txt; 4 paragraphs; SHA-256 48cde11f00aa2b3c…") == []


def test_a_figure_beside_a_digest_is_found() -> None:
    assert findings("It costs 48 million US dollars; SHA-256 48cde11f00aa2b3c…")
