"""Inlines keep their words, their language and their style."""

from __future__ import annotations

import pytest
from lxml import etree

from briefgen.blocks import (
    Citation,
    Citations,
    Column,
    Figure,
    Foreign,
    Inline,
    Label,
    LineBreak,
    Mark,
    Paragraph,
    Reference,
    Row,
    Strong,
    Table,
    Text,
)
from briefgen.writers.docx.inlines import measured_pieces, measured_words
from tests.writers.docx.opened import find, tree, values, words
from tests.writers.docx.small_report import written


def _body(*inlines: Inline, role: str = "body", language: str = "en") -> etree._Element:
    return find(tree(written(Paragraph(inlines, role), language=language)), "w:body/w:p")[-1]


def _runs(paragraph: etree._Element) -> list[tuple[str, str, str]]:
    """Text, character style and language of each run."""
    return [
        (words(run), "".join(values(run, "w:rPr/w:rStyle/@w:val")), "".join(values(run, "w:rPr/w:lang/@w:val")))
        for run in find(paragraph, ".//w:r[w:t]")
    ]


@pytest.mark.parametrize(
    ("inline", "runs"),
    [
        (Text("words"), [("words", "", "en-GB")]),
        (Strong("£4\u00a0billion"), [("£4\u00a0billion", "Strong", "en-GB")]),
        (Mark("[translation]"), [("[translation]", "Mark", "en-GB")]),
        (Foreign("«слова»", "ru"), [("«слова»", "Foreign", "ru-RU")]),
        (Figure("more than ", "25", ".5"), [("more\u00a0than\u00a0", "", "en-GB"), ("25.5", "Strong", "en-GB")]),
        (Figure("", "25", ""), [("25", "Strong", "en-GB")]),
    ],
)
def test_an_inline_becomes_runs_of_its_style_and_language(inline: Inline, runs: list[tuple[str, str, str]]) -> None:
    assert _runs(_body(inline)) == runs


def test_citations_stand_in_one_pair_of_brackets() -> None:
    citations = Citations((Citation("1.6", "x"), Citation("1.27", "y")))
    assert words(_body(Text("a "), citations)) == "a [1.6;\u00a01.27]"


def test_only_a_long_row_of_citations_may_break() -> None:
    citations = Citations(tuple(Citation(f"1.{number}", "x") for number in range(1, 5)))
    assert words(_body(citations)) == "[1.1; 1.2; 1.3; 1.4]"


def test_citations_are_smaller_in_notes_and_tables() -> None:
    citations = Citations((Citation("1.6", "x"),))
    assert _runs(_body(citations))[0][1] == "Citation"
    assert _runs(_body(citations, role="note"))[0][1] == "CitationSmall"


def test_an_original_on_a_line_of_its_own_is_grey() -> None:
    runs = _runs(_body(Text("words"), LineBreak(), Foreign("«слова»", "ru")))
    assert runs[-1] == ("«слова»", "OriginalBelow", "ru-RU")


def test_a_russian_edition_is_russian_throughout() -> None:
    assert {language for _, _, language in _runs(_body(Text("а"), Strong("б"), Mark("в"), language="ru"))} == {"ru-RU"}


def test_spaces_at_the_ends_of_a_run_are_kept() -> None:
    assert words(_body(Text(" a "), Strong(" b "))) == " a  b "


def test_all_signs_of_a_reference_look_alike() -> None:
    """LibreOffice shows a field as its first sign looks, Word as its result."""
    table = Table("t", (Column("What"),), (Row(((Text("x"),),)),), "All", "Sums", label=Label("Table", "1", ":", "table-t"))
    paragraph = find(tree(written(Paragraph((Reference("1", "table-t"),)), table)), "w:body/w:p[w:r/w:instrText[contains(., 'REF')]]")[0]
    field = find(paragraph, "w:r[w:fldChar or w:instrText]")
    assert [values(run, "w:rPr/w:rStyle/@w:val") for run in field] == [["Accent"]] * 4


def test_plain_words_that_follow_each_other_are_one_run() -> None:
    paragraph = _body(Text("one"), Text(" "), Strong("two"), Text(" three"), Text("."))
    assert [text for text, _, _ in _runs(paragraph)] == ["one ", "two", " three."]


def test_measured_words_are_those_of_the_pieces() -> None:
    inlines: tuple[Inline, ...] = (
        Text("a b"), Figure("more than ", "2", ".5"), LineBreak(), Citations((Citation("1.2", "x"), Citation("1.3", "y"))),
        Strong("c"), Reference("3", "table-x"), Citations(tuple(Citation(f"1.{number}", "x") for number in range(5))),
    )  # fmt: skip
    assert measured_words(inlines) == "".join(piece.words for piece in measured_pieces(inlines, small=0.8))
