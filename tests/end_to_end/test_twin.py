"""The Word draft as LibreOffice lays it out beside our own PDF: the same words, and each heading on the same page or the next one."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from briefgen.blocks import Heading, Table
from briefgen.proof.passage import Passage
from briefgen.proof.report_text import Order, report_passages
from tests.end_to_end.conftest import Built

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

Twins = dict[str, tuple[list[str], list[str]]]

TIMEOUT = 180
NOTE_MARK = re.compile("[\u00b9\u00b2\u00b3\u2070-\u2079]+")
LANGUAGES = ("ru", "en")


def _squeezed(words: str) -> str:
    """Letters and figures alone: where lines and cells end is a layout's own business."""
    return "".join(character for character in words.casefold() if character.isalnum())


def _pages(data: Path | bytes) -> list[str]:
    return [_squeezed(page.get_textpage().get_text_bounded()) for page in pypdfium2.PdfDocument(data)]


@pytest.fixture(scope="module")
def twins(
    seed: Built, tmp_path_factory: pytest.TempPathFactory, needs_tool: Callable[[str], str]
) -> dict[str, tuple[list[str], list[str]]]:
    """The pages of the draft and of the PDF by language."""
    folder = tmp_path_factory.mktemp("twins")
    names = [f"brief.{language}.docx" for language in LANGUAGES]
    for name in names:
        (folder / name).write_bytes(seed.files[name])
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [needs_tool("soffice"), profile, "--headless", "--convert-to", "pdf", *names]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=TIMEOUT, check=True)
    return {language: (_pages(folder / f"brief.{language}.pdf"), _pages(seed.files[f"brief.{language}.pdf"])) for language in LANGUAGES}


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_heading_stands_on_the_page_of_the_pdf_or_the_next(language: str, seed: Built, twins: Twins) -> None:
    headings = [f"{block.number}{block.text}" for block in seed.reports[language].blocks if isinstance(block, Heading)]
    draft, pdf = twins[language]
    assert len(headings) >= 12
    for heading in map(_squeezed, headings):
        # A list of contents repeats the headings, before the annexes. LibreOffice sets in other faces, and notes stand at the foot.
        first = next(number for number, page in enumerate(pdf) if heading in page)
        assert heading in draft[first] or heading in draft[first + 1], heading


@pytest.mark.parametrize("language", LANGUAGES)
def test_tables_and_text_are_the_reports(language: str, seed: Built, twins: Twins) -> None:
    report = seed.reports[language]
    assert sum(isinstance(block, Table) for block in report.blocks) >= 6
    passages: tuple[Passage, ...] = report_passages(report, Order(is_draft=True, kind_first=True, note_first=True))
    shown = "".join(twins[language][0])
    pieces = (piece for passage in passages for piece in NOTE_MARK.split(passage.text))  # each note stands at the foot by itself
    missing = [piece for piece in pieces if _squeezed(piece) not in shown]
    assert len(passages) > 200
    assert missing == []
