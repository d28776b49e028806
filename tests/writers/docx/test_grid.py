"""A cell of one paragraph, the commonest, is what the parts of it make."""

from __future__ import annotations

import pytest

from briefgen.writers.docx.grid import Rule, cell, text_cell
from briefgen.writers.docx.wordprocessing import paragraph, run


@pytest.mark.parametrize("rule", [None, Rule(6, "112233")])
@pytest.mark.parametrize("right", [None, 0, 120])
@pytest.mark.parametrize("keep_next", [True, False])
def test_a_cell_of_one_paragraph(rule: Rule | None, right: int | None, keep_next: bool) -> None:
    content = run("words", locale="en-GB")
    made = cell(900, paragraph("TableText", content, keep_next=keep_next, right=right), rule_above=rule)
    assert text_cell(900, "TableText", content, keep_next=keep_next, right=right, rule_above=rule) == made
