"""The real article, from the text to the finished files: `briefgen build seeds/`."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from hashlib import sha256

import pytest

from briefgen.blocks import Bar, Foreign, Heading, ListItem, Moment, PageBreak, Paragraph, Row
from tests.compose.sample_briefs import parts_of
from tests.end_to_end.conftest import Built
from tests.end_to_end.extraction_text import text_of
from tests.end_to_end.finished_files import (
    CYRILLIC,
    bookmarks,
    docx_words,
    pdf_pages,
    pdf_words,
    runs_without_language,
    squeezed,
)
from tests.writers.report_text import inline_text

pytestmark = pytest.mark.slow

FILES = ["brief.en.docx", "brief.en.pdf", "brief.json", "brief.ru.docx", "brief.ru.pdf", "evidence.html", "manifest.json"]
LANGUAGES = ("ru", "en")


def test_the_files_are_there_and_named_on_stdout(seed: Built) -> None:
    assert (seed.code, seed.err, sorted(seed.files)) == (0, "", FILES)
    assert [line.rpartition("/")[2] for line in seed.out.splitlines()[:7]] == FILES


def test_the_summary_says_what_was_read_and_passed_over(seed: Built) -> None:
    assert "38 of 43 paragraphs used; 1 passed over as background" in seed.out
    assert "4 passed over as captions" in seed.out


def test_the_manifest_has_the_digest_of_each_file(seed: Built) -> None:
    manifest = json.loads(seed.files["manifest.json"])
    assert manifest["outputs"] == {name: sha256(seed.files[name]).hexdigest() for name in FILES if name != "manifest.json"}


def test_the_extraction_is_the_recorded_one(seed: Built, golden: Callable[[str, str], None]) -> None:
    golden("seed.extraction.txt", text_of(seed.extractions[0]))


def test_every_fact_has_the_words_of_its_span(seed: Built) -> None:
    (found,) = seed.extractions
    facts = (*found.quantities, *found.dates, *found.statements, *found.interests, *found.risks)
    assert [fact.id for fact in facts if found.article.text[fact.start : fact.stop] != fact.surface] == []
    assert [id for id, count in Counter(fact.id for fact in facts).items() if count > 1] == []


def test_every_fact_is_in_the_brief_but_those_of_captions_and_background(seed: Built) -> None:
    (found,) = seed.extractions
    left_out = [p for p in found.article.paragraphs if p.role in ("caption", "background")]
    facts = (*found.quantities, *found.dates, *found.statements, *found.interests, *found.risks)
    used = {fact.id for fact in facts if not any(p.start <= fact.start < p.stop for p in left_out)}
    printed = set(re.findall(r"\b[a-z]-[0-9a-f]{12}\b", seed.files["brief.json"].decode("utf-8")))
    assert used - printed == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_page_one_stands_alone_and_the_annexes_begin_on_page_four_at_the_latest(seed: Built, language: str) -> None:
    headings, page_one = [], []
    for block in seed.reports[language].blocks:
        if isinstance(block, PageBreak):
            page_one = page_one or list(headings)
        elif isinstance(block, Heading):
            headings.append(block)
    pages = dict(
        zip([heading.anchor for heading in headings], [page for page, _ in bookmarks(seed.files[f"brief.{language}.pdf"])], strict=True)
    )
    assert {pages[heading.anchor] for heading in page_one} == {1}
    assert pages["interests"] == 2 and pages["sources"] <= 4


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bookmarks_are_the_headings(seed: Built, language: str) -> None:
    headings = [f"{block.number} {block.text}".strip() for block in seed.reports[language].blocks if isinstance(block, Heading)]
    assert [squeezed(title) for _, title in bookmarks(seed.files[f"brief.{language}.pdf"])] == [squeezed(text) for text in headings]


def test_the_english_pdf_has_no_cyrillic_but_the_originals(seed: Built) -> None:
    originals = "".join(part.text for part in parts_of(seed.reports["en"].blocks, Foreign))
    printed = Counter(letter for page in pdf_pages(seed.files["brief.en.pdf"]) for letter in "".join(CYRILLIC.findall(page)))
    assert printed == Counter("".join(CYRILLIC.findall(originals)))


def test_the_english_pdf_has_originals_in_the_annexes_alone(seed: Built) -> None:
    pages = pdf_pages(seed.files["brief.en.pdf"])
    annexes = min(page for page, title in bookmarks(seed.files["brief.en.pdf"]) if title.startswith("Annex"))
    assert [number for number, text in enumerate(pages, start=1) if CYRILLIC.search(text) and number < annexes] == []


def test_the_english_docx_marks_all_cyrillic_as_russian(seed: Built) -> None:
    assert runs_without_language(seed.files["brief.en.docx"], "ru-RU") == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("format", "words_of"), [("docx", docx_words), ("pdf", pdf_words)])
def test_all_texts_of_the_report_are_printed_in_both_formats(
    seed: Built, language: str, format: str, words_of: Callable[[bytes], str]
) -> None:
    printed = words_of(seed.files[f"brief.{language}.{format}"])
    blocks = seed.reports[language].blocks
    cells = [inline_text(cell) for row in parts_of(blocks, Row) for cell in row.cells]
    running = [inline_text(part.inlines) for kind in (Paragraph, ListItem, Moment) for part in parts_of(blocks, kind)]
    bars = [text for bar in parts_of(blocks, Bar) for text in (bar.label, bar.value_text)]
    assert len(cells) > 100 and len(running) > 10
    assert [
        text
        for text in (*cells, *running, *bars, *(heading.text for heading in parts_of(blocks, Heading)))
        if squeezed(text) not in printed
    ] == []


@pytest.mark.parametrize(
    ("language", "figures"),
    [
        (
            "ru",
            ["4 млрд фунтов стерлингов", "12 млрд евро", "почти 200 млрд", "более 25 млрд долларов США", "413,2 млрд рублей"],
        ),
        ("en", ["£4 billion", "€12 billion", "nearly 200 billion", "more than $25 billion", "RUB 413.2 billion"]),
    ],
)
@pytest.mark.parametrize(("format", "words_of"), [("docx", docx_words), ("pdf", pdf_words)])
def test_the_figures_are_printed_as_the_source_has_them(
    seed: Built, language: str, figures: list[str], format: str, words_of: Callable[[bytes], str]
) -> None:
    printed = words_of(seed.files[f"brief.{language}.{format}"])
    assert [figure for figure in figures if squeezed(figure) not in printed] == []
