"""The Word draft as LibreOffice lays it out beside our own PDF: the same words, and each heading of the body on the same page."""

from __future__ import annotations

import contextlib
import re
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import pypdfium2
import pytest

from briefgen.blocks import Block, Control, Heading, PageBreak, Report, Table
from briefgen.proof.passage import Passage
from briefgen.proof.report_text import Order, report_passages
from tests.end_to_end.conftest import SEED, called, recorded

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

TIMEOUT = 180
NOTE_MARK = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+")
LANGUAGES = ("ru", "en")
STYLES = ("gost", "govuk", "gost-14")
# In the larger type the PDF parts some headings from tables that the draft keeps with them.
ALIKE = ("gost", "govuk")


@dataclass(frozen=True)
class Twin:
    """The pages of a draft and of its PDF as letters and figures alone, the draft's lines as they are, the report that both print."""

    report: Report
    draft: Sequence[str]
    pdf: Sequence[str]
    lines: Sequence[str]


def _squeezed(words: str) -> str:
    """Letters and figures alone: where lines and cells end is a layout's own business."""
    return "".join(character for character in words.casefold() if character.isalnum())


def _texts(data: Path | bytes) -> list[str]:
    return [page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(data)]


def _first(words: str, pages: Sequence[str]) -> int:
    """The page that has the words; a list of contents repeats headings, but behind the body."""
    return next(number for number, page in enumerate(pages, 1) if words in page)


def _body(report: Report) -> Sequence[Block]:
    """What stands before the annexes."""
    breaks = [number for number, block in enumerate(report.blocks) if isinstance(block, PageBreak)]
    return report.blocks[: breaks[1]]


def _headings(blocks: Sequence[Block]) -> list[str]:
    return [_squeezed(f"{block.number}{block.text}") for block in blocks if isinstance(block, Heading)]


@pytest.fixture(scope="module")
def twins(tmp_path_factory: pytest.TempPathFactory, needs_tool: Callable[[str], str]) -> dict[tuple[str, str], Twin]:
    """The seed in each style and language."""
    folder = tmp_path_factory.mktemp("twins")
    soffice = needs_tool("soffice")
    built: dict[str, tuple[dict[str, bytes], dict[str, Report]]] = {}
    for style in STYLES:
        with pytest.MonkeyPatch.context() as patch, recorded(patch) as (_, reports), contextlib.chdir(folder):
            built[style] = called(folder / style, "build", str(SEED), "--style", style, "-o", style).files, dict(reports)
    drafts = [folder / f"{style}.{language}.docx" for style in STYLES for language in LANGUAGES]
    for draft in drafts:
        style, language, _ = draft.name.rsplit(".", 2)
        draft.write_bytes(built[style][0][f"brief.{language}.docx"])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [soffice, profile, "--headless", "--convert-to", "pdf", *(draft.name for draft in drafts)]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=TIMEOUT, check=True)
    return {
        (style, language): _twin(reports[language], _texts(folder / f"{style}.{language}.pdf"), _texts(files[f"brief.{language}.pdf"]))
        for style, (files, reports) in built.items()
        for language in LANGUAGES
    }


def _twin(report: Report, draft: Sequence[str], pdf: Sequence[str]) -> Twin:
    lines = [line for page in draft for line in page.splitlines()]
    return Twin(report, [_squeezed(page) for page in draft], [_squeezed(page) for page in pdf], lines)


Twins = dict[tuple[str, str], Twin]
each_language = pytest.mark.parametrize("language", LANGUAGES)


@each_language
@pytest.mark.parametrize("style", ALIKE)
def test_each_heading_of_the_body_stands_on_the_page_of_the_pdf(style: str, language: str, twins: Twins) -> None:
    twin = twins[style, language]
    headings = _headings(_body(twin.report))
    assert len(headings) >= 9
    assert {words: _first(words, twin.draft) for words in headings} == {words: _first(words, twin.pdf) for words in headings}


@each_language
@pytest.mark.parametrize("style", STYLES)
def test_no_heading_stands_more_than_a_page_away(style: str, language: str, twins: Twins) -> None:
    twin = twins[style, language]
    for words in _headings(twin.report.blocks):
        assert any(words in page for page in twin.draft[max(0, _first(words, twin.pdf) - 2) : _first(words, twin.pdf) + 1]), words


@each_language
@pytest.mark.parametrize("style", STYLES)
def test_the_place_for_conclusions_ends_the_last_page_of_the_body(style: str, language: str, twins: Twins) -> None:
    """It is empty, so the PDF leaves it out; it must not begin a page of its own in the draft."""
    twin = twins[style, language]
    (control,) = (block for block in _body(twin.report) if isinstance(block, Control))
    assert _first(_squeezed(control.label), twin.draft) <= _first(_headings(_body(twin.report))[-1], twin.pdf)


@each_language
@pytest.mark.parametrize("style", STYLES)
def test_no_line_begins_with_the_bracket_of_a_year(style: str, language: str, twins: Twins) -> None:
    assert any("[2026]" in line for line in twins[style, language].lines)
    assert not [line for line in twins[style, language].lines if line.startswith("[20")]


@each_language
def test_tables_and_text_are_the_reports(language: str, twins: Twins) -> None:
    twin = twins["gost", language]
    report = twin.report
    assert sum(isinstance(block, Table) for block in report.blocks) >= 6
    passages: tuple[Passage, ...] = report_passages(report, Order(is_draft=True, kind_first=True, note_first=True))
    shown = "".join(twin.draft)
    pieces = (piece for passage in passages for piece in NOTE_MARK.split(passage.text))  # each note stands at the foot by itself
    missing = [piece for piece in pieces if _squeezed(piece) not in shown]
    assert len(passages) > 200
    assert missing == []
