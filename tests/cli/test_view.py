"""What a terminal shows of an article: colours, numbers, and no character that steers it."""

from __future__ import annotations

import io

from rich.console import Console

from briefgen.cli.view import view_of
from briefgen.review import Review, ReviewArticle, ReviewFact, ReviewParagraph, Segment

SEGMENTS = (
    Segment("Лондон даст ", ("i-1",), ("i-1",)),
    Segment("4 млрд", ("i-1", "q-1"), ("q-1",)),
    Segment(". Было \x1b[2J\u202eтихо."),
)


def fact(id: str, words: str, *doubts: str) -> ReviewFact:
    said = {"ru": words, "en": words}
    why = {"ru": "слова-признаки", "en": "cues"}
    return ReviewFact(id, id[0], "ru", said, ("1.2",), "rule.of-it", why, tuple({"ru": doubt, "en": doubt} for doubt in doubts), said)


REVIEW = Review(
    languages=("ru", "en"),
    title={},
    labels={},
    articles=(
        ReviewArticle(
            1,
            "",
            "ru",
            {"ru": "metals.txt"},
            (ReviewParagraph("1.1", "caption", (Segment("Фото"),)), ReviewParagraph("1.2", "text", SEGMENTS)),
            True,
        ),
    ),
    facts=(fact("i-1", "Великобритания: кредит"), fact("q-1", "4 млрд (валюта не указана)", "уточните валюту")),
    brief_number="",
)


def shown(width: int = 80, colours: str | None = None, **options: object) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=bool(colours), color_system=colours, highlight=False, markup=False)  # type: ignore[arg-type]
    for line in view_of(REVIEW, **options):  # type: ignore[arg-type]
        console.print(line)
    return console.file.getvalue()  # type: ignore[attr-defined,no-any-return]


def test_facts_are_numbered_in_the_text_and_listed_below_it() -> None:
    lines = [line.rstrip() for line in shown().splitlines()]
    assert lines[:2] == ["metals.txt, ru", ""] and "1 (caption)  Фото" in lines
    assert "2  [1]Лондон даст [2]4 млрд. Было  [2J тихо." in lines
    assert [" ".join(line.split()) for line in lines if line.startswith("  ")] == [
        "[1] interest Великобритания: кредит i-1",
        "[2] figure 4 млрд (валюта не указана) q-1",
        "? уточните валюту",
    ]


def test_words_have_the_colour_of_the_shortest_fact_they_belong_to() -> None:
    text = shown(colours="standard")
    assert "\x1b[1;33mЛондон даст \x1b[0m" in text and "\x1b[1;32m4 млрд\x1b[0m" in text


def test_an_article_does_not_steer_the_terminal() -> None:
    text = shown()
    assert "\x1b" not in text and "\u202e" not in text


def test_only_some_kinds_and_only_paragraphs_that_have_them() -> None:
    text = shown(kinds="q", facts_only=True)
    assert "Лондон даст [1]4 млрд" in text and "interest" not in text and "Фото" not in text


def test_why_a_fact_was_taken() -> None:
    assert "rule.of-it: слова-признаки" in shown(why=True)
