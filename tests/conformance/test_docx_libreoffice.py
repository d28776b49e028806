"""LibreOffice opens the files and lays them out as pages that say what the report says."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from tests.writers.docx.small_report import sample
from tests.writers.sample_report import sample_report

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

TIMEOUT = 120


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory, needs_tool: Callable[[str], str]) -> dict[str, list[str]]:
    """The text of each page, by language; one run for both files, as starting it takes the time."""
    folder = tmp_path_factory.mktemp("libreoffice")
    names = []
    for language in ("ru", "en"):
        (folder / f"{language}.docx").write_bytes(sample(language))
        names.append(f"{language}.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [needs_tool("soffice"), profile, "--headless", "--convert-to", "pdf", *names]
    subprocess.run(command, cwd=folder, capture_output=True, timeout=TIMEOUT, check=True)
    return {language: _texts(folder / f"{language}.pdf") for language in ("ru", "en")}


def _texts(path: Path) -> list[str]:
    document = pypdfium2.PdfDocument(path)
    return [" ".join(page.get_textpage().get_text_bounded().replace("\u00a0", " ").split()) for page in document]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_page_one_stands_alone(language: str, pages: dict[str, list[str]]) -> None:
    """Head, key points, partners, chart and risks on the first page; the second begins with the next section."""
    first, second, *_ = pages[language]
    head = sample_report(language).head
    assert head.title.replace("\u00a0", " ")[:40] in first
    assert ("Риски для России: кратко" if language == "ru" else "Risks to Russia in brief") in first
    assert ("2. Интересы партнёров" if language == "ru" else "2. Partner interests") in second


def test_pages_after_gost_are_numbered_from_the_second(pages: dict[str, list[str]]) -> None:
    assert not pages["ru"][0].startswith("1 ")
    assert all(text.startswith(f"{number} ") for number, text in enumerate(pages["ru"][1:], 2))


def test_pages_of_the_other_style_say_how_many_there_are(pages: dict[str, list[str]]) -> None:
    count = len(pages["en"])
    assert all(f"Page {number} of {count}" in text for number, text in enumerate(pages["en"], 1))


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_head_of_a_long_table_is_repeated_on_each_of_its_pages(language: str, pages: dict[str, list[str]]) -> None:
    head = "Предложение источника" if language == "ru" else "Sentence of the source"
    assert sum(head in text for text in pages[language]) >= 3


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_page_is_blank(language: str, pages: dict[str, list[str]]) -> None:
    assert all(len(text) > 100 for text in pages[language])
