"""A staffer's day, with the whole program: a draft is edited in Word, pulled, and the next run has the edits in all four files."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.edits.word import WordDraft
from tests.end_to_end.conftest import SEED, Run, called
from tests.end_to_end.finished_files import docx_words, pdf_words, squeezed

FILES = ("brief.ru.docx", "brief.ru.pdf", "brief.en.docx", "brief.en.pdf")
FOLDER = Path("out") / "2026-02-27-kazakhstan-rare-earths"


def _words(run: Run) -> dict[str, str]:
    return {name: (docx_words if name.endswith("docx") else pdf_words)(run.files[name]) for name in FILES}


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Run]:
    """Build, edit, pull, build again."""
    folder = tmp_path_factory.mktemp("day")
    with contextlib.chdir(folder):
        runs = {"first": called(folder / "out", "build", str(SEED))}
        path = FOLDER / "brief.ru.docx"
        word = WordDraft(path.read_bytes())
        rating = next(tag for tag in word.tags() if tag.endswith("/likelihood"))
        figure = next(tag for tag in word.tags() if tag.startswith("figures/q-") and tag.endswith("/1") and word.text(tag) == "600")
        row = next(tag for tag in word.tags() if tag.startswith("figures/q-") and tag.endswith("/1") and word.text(tag) == "120")
        word.type("heading/risks", "Угрозы для России в 2026 и 2027 годах")
        word.choose(rating, "весьма вероятно")
        word.exchange(figure, "600", "650")
        word.delete(row)
        word.type("assessment", "Поручить отделу подготовить предложения на 15 млн рублей.")
        word.add("Справочно: «в отделе считают эти сведения неполными и ждут ответа послов».", after="heading/experts")
        path.write_bytes(word.save())
        runs["stopped"] = called(folder / "out", "build", str(SEED))
        runs["refused"] = called(folder / "out", "pull", str(path))
        fact = figure.split("/")[1]
        runs["pulled"] = called(folder / "out", "pull", str(path), "--confirm", f"{fact}=уточнено министерством")
        runs["second"] = called(folder / "out", "build", str(SEED))
        runs["again"] = called(folder / "out", "pull", str(path.with_name("brief.en.docx")))
        runs["rendered"] = called(folder / "out", "render", str(FOLDER / "brief.json"))
        runs["checked"] = called(folder / "out", "check", str(FOLDER))
    return runs


def test_a_draft_that_was_edited_stops_the_next_run(day: dict[str, Run]) -> None:
    assert day["stopped"].code == 7
    assert "briefgen pull" in day["stopped"].err


def test_a_changed_figure_is_refused_and_the_rest_is_shown(day: dict[str, Run]) -> None:
    assert day["refused"].code == 1
    assert "NOT TAKEN" in day["refused"].out
    assert "new: Угрозы для России в 2026 и 2027 годах" in day["refused"].out


def test_pull_takes_what_was_confirmed(day: dict[str, Run]) -> None:
    assert (day["pulled"].code, day["pulled"].err) == (0, "")
    assert "уточнено министерством" in day["pulled"].files["edits.toml"].decode()


def test_the_next_run_may_replace_a_pulled_draft(day: dict[str, Run]) -> None:
    assert (day["second"].code, day["second"].err) == (0, "")


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("Угрозы для России в 2026 и 2027 годах", FILES[:2]),
        ("весьма вероятно", FILES[:2]),
        ("highly likely", FILES[2:]),
        ("Поручить отделу подготовить предложения на 15 млн рублей.", FILES),
        ("в отделе считают эти сведения неполными", FILES),
        ("уточнено министерством", FILES),
        ("650", FILES),
        ("PHIA", FILES),
    ],
)  # fmt: skip
def test_the_edits_are_in_the_files(words: str, names: tuple[str, ...], day: dict[str, Run]) -> None:
    found = _words(day["second"])
    assert [name for name in FILES if squeezed(words) in found[name]] == list(names)


def test_a_deleted_row_is_in_no_table_of_figures(day: dict[str, Run]) -> None:
    before, after = (_words(day[name]) for name in ("first", "second"))
    for name, unit in (("brief.ru.docx", "120млневро"), ("brief.en.docx", "120millioneuros")):
        assert before[name].count(unit) == after[name].count(unit) + 1


def test_the_other_edition_says_what_was_reworded(day: dict[str, Run]) -> None:
    assert squeezed("not compared yet: 1") in _words(day["second"])["brief.en.pdf"]


def test_an_untouched_draft_of_the_second_run_has_no_changes(day: dict[str, Run]) -> None:
    assert (day["again"].code, day["again"].err) == (0, "")
    assert ": 0 changes" in day["again"].out
    assert day["again"].files["edits.toml"] == day["pulled"].files["edits.toml"]


def test_a_saved_brief_is_printed_with_the_edits(day: dict[str, Run]) -> None:
    assert day["rendered"].code == 0
    assert {name: day["rendered"].files[name] for name in FILES} == {name: day["second"].files[name] for name in FILES}


def test_the_check_of_the_folder_finds_nothing(day: dict[str, Run]) -> None:
    assert (day["checked"].code, day["checked"].err) == (0, ""), day["checked"].out


def test_a_hostile_draft_is_refused_with_a_message(run: Callable[..., Run], workplace: Path) -> None:
    (workplace / "draft.docx").write_bytes(b"PK\x03\x04 nothing")
    run("build", str(SEED), "--lang", "ru", "--format", "docx")
    done = run("pull", "draft.docx", "--brief", str(FOLDER))
    assert done.code == 3
    assert "draft.docx: is not a Word document" in done.err
    assert not (workplace / FOLDER / "edits.toml").exists()


def test_a_draft_away_from_its_brief_says_what_to_do(run: Callable[..., Run], workplace: Path) -> None:
    (workplace / "draft.docx").write_bytes(b"")
    done = run("pull", "draft.docx")
    assert (done.code, "--brief" in done.err) == (3, True)
