"""Each citation leads to its sentence, and the sentence back to the first place that cites it."""

from __future__ import annotations

import pytest

from briefgen.blocks import Citation, Link, Table, Text
from tests.compose.sample_briefs import LANGUAGES, brief_of, edition_of, parts_of, whole_extraction


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_cited_sentence_links_back_to_its_first_citation(language):
    report = edition_of(brief_of(whole_extraction(name="one.txt"), whole_extraction(name="two.txt")), language)
    citations = list(parts_of(report.blocks, Citation))
    first: dict[str, Citation] = {}
    for citation in citations:
        first.setdefault(citation.target, citation)
    [evidence] = [block for block in report.blocks if isinstance(block, Table) and block.name == "evidence"]
    assert first
    for row in evidence.rows:
        [number] = row.cells[0]
        if row.anchor in first:
            assert isinstance(number, Link) and number.target == "#" + first[row.anchor].anchor
            assert number.text == first[row.anchor].text
        else:
            assert isinstance(number, Text)


def test_anchors_of_citations_are_unlike():
    report = edition_of(brief_of(whole_extraction()), "ru")
    anchors = [citation.anchor for citation in parts_of(report.blocks, Citation) if citation.anchor]
    assert anchors and len(anchors) == len(set(anchors))
