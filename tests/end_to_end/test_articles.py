"""Several articles, each by itself or in one brief, in both languages: the whole program on small texts."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.blocks import Citation, Foreign, Heading, Mark, Report, Row
from tests.compose.sample_briefs import headings, parts_of, section, text_of
from tests.end_to_end.articles import ANOTHER, ENGLISH, RUSSIAN, SILENT
from tests.end_to_end.conftest import Built, Run, called, recorded
from tests.end_to_end.finished_files import CYRILLIC, pdf_pages

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """One brief of a Russian and an English article."""
    return built(tmp_path_factory.mktemp("two"), {"a.txt": RUSSIAN, "b.txt": ENGLISH})


@pytest.fixture(scope="module")
def english(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The brief of an English article."""
    return built(tmp_path_factory.mktemp("english"), {"b.txt": ENGLISH})


def built(folder: Path, texts: dict[str, str]) -> Built:
    (folder / "in").mkdir()
    for name, text in texts.items():
        (folder / "in" / name).write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch, recorded(patch) as (extractions, reports), contextlib.chdir(folder):
        done = called(folder / "out", "build", "in", "--published", "2026-03-03", "--format", "pdf")
    return Built(done.code, done.out, done.err, done.files, extractions, reports)


def test_several_articles_make_one_brief_that_cites_each(two: Built) -> None:
    assert two.code == 0 and sorted(two.files) == ["brief.en.pdf", "brief.json", "brief.ru.pdf", "evidence.html", "manifest.json"]
    for report in two.reports.values():
        assert {citation.text.partition(".")[0] for citation in parts_of(report, Citation)} == {"1", "2"}
    assert re.search(r"\[2\.2\]", " ".join(pdf_pages(two.files["brief.en.pdf"])))


def test_its_sources_are_numbered_by_their_day(two: Built) -> None:
    assert [extraction.article.name for extraction in two.extractions] == ["a.txt", "b.txt"]
    assert "1. a.txt: 4 of 4 paragraphs used." in two.out and "2. b.txt: 4 of 4 paragraphs used." in two.out


def test_sums_of_both_sources_are_in_both_editions(two: Built) -> None:
    printed = {language: text_of(section(report, "figures")) for language, report in two.reports.items()}
    assert [len(list(parts_of(section(report, "figures"), Row))) for report in two.reports.values()] == [3, 3]
    assert "22 из 36" in printed["ru"] and "22 of 36" in printed["en"]


def test_what_is_not_translated_is_told_for_each_edition(two: Built) -> None:
    assert re.search(r"Not translated \(ru\): \d+ passages", two.out) and re.search(r"Not translated \(en\): \d+ passages", two.out)


def test_an_english_article_makes_a_whole_russian_edition(english: Built) -> None:
    found = {language: [name for name in headings(report) if name != "awaiting"] for language, report in english.reports.items()}
    assert found["ru"] == found["en"]
    printed = text_of(english.reports["ru"].blocks)
    assert "Интересы в отношении Казахстана имеет Великобритания" in printed.replace("\u00a0", " ")
    assert "2 млрд фунтов стерлингов" in printed and "маршруты в обход России" in printed
    assert "Кир Стармер" in printed and "3 марта 2026 г." in printed


def test_its_originals_are_marked_and_listed(english: Built) -> None:
    report = english.reports["ru"]
    for anchor in ("interests", "experts"):
        originals = list(parts_of(section(report, anchor), Foreign))
        marks = [mark.text for mark in parts_of(section(report, anchor), Mark)]
        assert originals and marks == ["[без\u00a0перевода]"] * len(originals)
    assert list(parts_of(section(report, "awaiting"), Foreign)) and "awaiting" not in headings(english.reports["en"])


def test_its_own_edition_is_english_throughout(english: Built) -> None:
    assert not CYRILLIC.search(" ".join(pdf_pages(english.files["brief.en.pdf"])))


def test_the_headings_and_labels_of_the_russian_edition_are_russian(english: Built) -> None:
    report: Report = english.reports["ru"]
    words = [report.head.title, report.head.kind, *(block.text for block in parts_of(report.blocks, Heading))]
    assert [text for text in words if re.search("[A-Za-z]", text)] == []


def test_each_makes_a_brief_of_every_article(run: Callable[..., Run], workplace: Path) -> None:
    for name, text in (("a.txt", RUSSIAN), ("b.txt", ANOTHER), ("c.txt", SILENT)):
        (workplace / name).write_text(text, encoding="utf-8")
    done = run("build", "a.txt", "b.txt", "c.txt", "--each", "--published", "2026-03-03", "--format", "pdf", "--lang", "ru")
    assert done.code == 0
    assert sorted(name for name in done.files if name.endswith(".pdf")) == ["2026-03-02-a/brief.ru.pdf", "2026-03-05-b/brief.ru.pdf"]
    assert "c.txt: no figures" in done.err
    assert "7 млрд евро" in " ".join(" ".join(pdf_pages(done.files["2026-03-05-b/brief.ru.pdf"])).split())
    assert "фунтов" not in " ".join(pdf_pages(done.files["2026-03-05-b/brief.ru.pdf"]))


def test_a_saved_brief_is_printed_again_to_the_same_bytes(run: Callable[..., Run], workplace: Path) -> None:
    (workplace / "a.txt").write_text(RUSSIAN, encoding="utf-8")
    first = run("build", "a.txt", "--format", "pdf", "--lang", "en")
    again = run("build", "a.txt", "--format", "pdf", "--lang", "en")
    assert (first.code, again.code) == (0, 0) and first.files == again.files


def test_an_undated_article_prints_days_without_a_year(tmp_path: Path):
    text = "Министр Иван Сергеев заявил 5 марта, что страна получит 3 миллиарда долларов. Он добавил: «Мы готовы начать строительство»."
    (tmp_path / "one.txt").write_text(text, encoding="utf-8")
    done = called(
        tmp_path / "out",
        "build",
        str(tmp_path / "one.txt"),
        "--date",
        "2026-03-10",
        "--lang",
        "ru",
        "--format",
        "pdf",
        "-o",
        str(tmp_path / "out"),
    )
    assert done.code == 0
    (pdf,) = (tmp_path / "out").rglob("*.pdf")
    assert re.search(r"5\s+марта", " ".join(pdf_pages(pdf.read_bytes())))
