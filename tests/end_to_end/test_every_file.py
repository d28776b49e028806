"""Each article of ours and the seed, by the whole program: all files are there and proved, and every edition is free of faults."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from briefgen.formatting.lint import lint_report
from briefgen.formatting.quantities import format_quantity
from briefgen.serialize import brief_from_json
from tests.compose.sample_briefs import text_of
from tests.end_to_end.conftest import Built, called, recorded
from tests.end_to_end.finished_files import docx_words, pdf_words, runs_without_language, squeezed

pytestmark = pytest.mark.slow
ARTICLES = sorted((Path(__file__).parent / "wording").glob("*.txt"))
FILES = ["brief.en.docx", "brief.en.pdf", "brief.json", "brief.ru.docx", "brief.ru.pdf", "evidence.html", "manifest.json"]
LANGUAGES = ("ru", "en")


@pytest.fixture(scope="module", params=["seed", *(path.stem for path in ARTICLES)])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """`briefgen build` of one article; the check of its files is part of it."""
    if request.param == "seed":
        found: Built = request.getfixturevalue("seed")
        return found
    folder = tmp_path_factory.mktemp(request.param)
    path = Path(__file__).parent / "wording" / f"{request.param}.txt"
    with pytest.MonkeyPatch.context() as patch, recorded(patch) as (extractions, reports), contextlib.chdir(folder):
        done = called(folder / "out", "build", str(path), "--published", "2026-03-14")
    return Built(done.code, done.out, done.err, done.files, extractions, reports)


def test_all_files_are_there_and_passed_the_check(built: Built) -> None:
    """Parity of figures, citations and facts between the editions is a part of the check."""
    assert (built.code, built.err, sorted(built.files)) == (0, "", FILES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_edition_has_a_fault_of_typography_or_a_letter_of_the_other_language(built: Built, language: str) -> None:
    assert lint_report(built.reports[language]) == ()
    assert runs_without_language(built.files["brief.en.docx"], "ru-RU") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_is_printed_as_the_golden_formats_have_it(built: Built, language: str) -> None:
    """The annex has each fact behind its code; the words are read back from the finished PDF and Word draft too."""
    brief = brief_from_json(built.files["brief.json"].decode("utf-8"))
    printed = text_of(built.reports[language].blocks)
    files = (pdf_words(built.files[f"brief.{language}.pdf"]), docx_words(built.files[f"brief.{language}.docx"]))
    for item in brief.quantities:
        fact = item.fact
        words = format_quantity(fact.value, fact.unit, language, upper=fact.upper, qualifier=fact.qualifier).replace("\u00a0", " ")
        assert f"{fact.id} {words}" in printed
        assert all(squeezed(words) in file for file in files), words
