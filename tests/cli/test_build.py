"""`briefgen build`: paths, options, exit codes, and what is told."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import DATED, SILENT, TEXT

Run = Callable[..., tuple[int, str, str]]
ALL = ["brief.en.docx", "brief.en.pdf", "brief.json", "brief.ru.docx", "brief.ru.pdf", "evidence.html", "manifest.json"]


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_becomes_a_brief_in_both_languages(run: Run, workplace: Path) -> None:
    code, out, _ = run("build", "seeds/")
    assert code == 0
    assert names(workplace / "out") == ["2026-02-27-metals"]
    assert names(workplace / "out" / "2026-02-27-metals") == ALL
    assert out.splitlines()[:7] == [f"out/2026-02-27-metals/{name}" for name in ALL]


def test_the_summary_says_what_was_found_and_read(run: Run) -> None:
    _, out, _ = run("build", "seeds/")
    assert (
        "Found in 1 article: 1 figure, 0 dates, 0 statements by 0 speakers, 1 interest of 1 partner (GB), 0 risks, 0 counter-views." in out
    )
    assert "1. 2026-02-27-metals.txt: 2 of 2 paragraphs used." in out


def test_two_runs_give_the_same_bytes(run: Run, workplace: Path) -> None:
    run("build", "seeds", "-o", "one")
    run("build", "seeds", "-o", "two")
    for name in ALL:
        assert (workplace / "one/2026-02-27-metals" / name).read_bytes() == (workplace / "two/2026-02-27-metals" / name).read_bytes()


@pytest.mark.parametrize(
    ("options", "written"),
    [
        (["--lang", "ru"], ["brief.json", "brief.ru.docx", "brief.ru.pdf", "evidence.html", "manifest.json"]),
        (["--lang", "ru,en", "--format", "pdf"], ["brief.en.pdf", "brief.json", "brief.ru.pdf", "evidence.html", "manifest.json"]),
        (["--lang", "en", "--lang", "ru", "--format", "docx,pdf"], ALL),
    ],
)
def test_languages_and_formats_choose_the_files(run: Run, workplace: Path, options: list[str], written: list[str]) -> None:
    assert run("build", "seeds", *options)[0] == 0
    assert names(workplace / "out" / "2026-02-27-metals") == written


@pytest.mark.parametrize(
    ("options", "folder"),
    [
        (["--date", "2026-03-05"], "2026-03-05-metals"),
        (["--slug", "Редкие металлы!"], "2026-02-27-redkiye-metally"),
        (["-o", "deep/er"], "2026-02-27-metals"),
    ],
)
def test_the_folder_is_named_by_date_and_slug(run: Run, workplace: Path, options: list[str], folder: str) -> None:
    assert run("build", "seeds", *options)[0] == 0
    assert (workplace / ("deep/er" if "-o" in options else "out") / folder / "brief.json").is_file()


def test_several_articles_make_one_brief_named_by_its_title(run: Run, workplace: Path) -> None:
    (workplace / "seeds" / "b.txt").write_text(DATED.replace("металлы", "уран"), encoding="utf-8")
    assert run("build", "seeds")[0] == 0
    (folder,) = names(workplace / "out")
    assert folder.startswith("2026-02-27-interests-united-kingdom")
    assert len(json.loads((workplace / "out" / folder / "brief.json").read_bytes())["sources"]) == 2


def test_each_makes_a_brief_of_every_article(run: Run, workplace: Path) -> None:
    (workplace / "seeds" / "b.txt").write_text(DATED.replace("металлы", "уран"), encoding="utf-8")
    (workplace / "seeds" / "silent.txt").write_text(SILENT, encoding="utf-8")
    code, _, err = run("build", "seeds", "--each", "--published", "2026-02-28")
    assert code == 0
    assert names(workplace / "out") == ["2026-02-27-b", "2026-02-27-metals"]
    assert "silent.txt: no figures" in err


def test_articles_of_one_name_get_two_folders(run: Run, workplace: Path) -> None:
    (workplace / "more").mkdir()
    (workplace / "more" / "metals.txt").write_text(DATED.replace("металлы", "уран"), encoding="utf-8")
    assert run("build", "seeds", "more", "--each")[0] == 0
    assert names(workplace / "out") == ["2026-02-27-metals", "2026-02-27-metals-2"]


def test_what_is_passed_over_is_named(run: Run, workplace: Path) -> None:
    for name in ("picture.png", "2026-02-27-metals.toml", "2026-02-27-metals.en.po", "other.toml", ".hidden"):
        (workplace / "seeds" / name).write_text("", encoding="utf-8")
    (workplace / "seeds" / "again.txt").write_text(DATED, encoding="utf-8")
    _, _, err = run("build", "seeds", "seeds/2026-02-27-metals.txt")
    assert [line.removeprefix("briefgen: seeds/").split(":")[0] for line in err.splitlines()] == ["other.toml", "picture.png", "again.txt"]
    assert "the same text as seeds/2026-02-27-metals.txt" in err


def test_quiet_prints_paths_alone(run: Run, workplace: Path) -> None:
    (workplace / "seeds" / "picture.png").write_text("", encoding="utf-8")
    _, out, err = run("build", "seeds", "--quiet")
    assert err == "" and len(out.splitlines()) == 7


@pytest.mark.parametrize(
    ("files", "arguments", "code", "message"),
    [
        ({}, ["missing.txt"], 3, "missing.txt: there is no such file"),
        ({"a.txt": ""}, ["a.txt"], 3, "a.txt: the file is empty"),
        ({"a.txt": b"\x00\x01\x02" * 99}, ["a.txt"], 3, "not text"),
        ({"a.txt": "Die Regierung hat beschlossen, dass nichts geschieht, und das war es."}, ["a.txt"], 3, "language"),
        ({"a/b.png": ""}, ["a"], 3, "holds no article"),
        ({"a.txt": SILENT}, ["a.txt", "--date", "2026-01-01"], 4, "nothing to report"),
        ({"a.txt": TEXT}, ["a.txt"], 2, "--date"),
        ({}, ["seeds", "--profile", "none"], 2, "there is no 'none'"),
        ({}, ["seeds", "--style", "ru=none"], 2, "there is no 'none'"),
        ({}, ["seeds", "--config", "none.toml"], 2, "none.toml: there is no such configuration file"),
        ({"c.toml": "[ru]\nplase = 'x'\n"}, ["seeds", "--config", "c.toml"], 2, "c.toml: line 2: unknown key 'plase' in [ru]"),
        ({}, ["seeds", "--slug", "!!"], 2, "--slug"),
        ({}, ["seeds", "--slug", "a", "--each"], 2, "--slug"),
        ({"file": "x"}, ["seeds", "-o", "file"], 7, "file: cannot be written"),
        ({"file": "x"}, ["seeds", "-o", "file/below"], 7, "below: cannot be written"),
        ({"out/2026-02-27-metals": "x"}, ["seeds"], 7, "is a file"),
        ({}, ["seeds", "--log", "no/such/log.jsonl"], 7, "the log cannot be written"),
    ],
)
def test_an_error_is_one_line_with_its_code_and_leaves_nothing(
    run: Run, workplace: Path, files: dict[str, str | bytes], arguments: list[str], code: int, message: str
) -> None:
    for name, content in files.items():
        (workplace / name).parent.mkdir(exist_ok=True)
        (workplace / name).write_bytes(content.encode() if isinstance(content, str) else content)
    before = sorted(workplace.rglob("*"))
    exit_code, out, err = run("build", *arguments)
    assert (exit_code, out) == (code, "")
    assert err.startswith("briefgen: ") and message in err and err.count("\n") == 1
    assert sorted(workplace.rglob("*")) == before


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ([], "Missing argument"),
        (["seeds", "--lang", "fr"], "'fr' is none of ru, en"),
        (["seeds", "--format", "odt"], "'odt' is none of docx, pdf"),
        (["seeds", "--date", "27.02.2026"], "is not a date such as 2026-02-27"),
        (["seeds", "--date", "2026-02-30"], "is not a date"),
        (["seeds", "--subject", "Russia"], "is not a country code"),
        (["seeds", "--style", "fr=gost"], "is not LANGUAGE=STYLE"),
        (["seeds", "--colour"], "No such option"),
    ],
)
def test_wrong_usage_is_2_and_names_the_option(run: Run, arguments: list[str], message: str) -> None:
    code, _, err = run("build", *arguments)
    assert code == 2 and message in err


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_text_does_no_harm(run: Run, workplace: Path) -> None:
    (workplace / os.fsdecode(b"bad-\xff.txt")).write_text(DATED, encoding="utf-8")
    code, out, _ = run("build", os.fsdecode(b"bad-\xff.txt"), "--log", "run.jsonl")
    assert code == 0 and "out/2026-02-27-bad/brief.json" in out


def test_a_house_is_named_on_its_papers(run: Run, workplace: Path) -> None:
    (workplace / "briefgen.toml").write_text('[ru]\norganisation = "Дом"\n', encoding="utf-8")
    run("build", "seeds")
    assert "Дом" in (workplace / "out/2026-02-27-metals/brief.ru.pdf").read_text(encoding="utf-8")
    assert "Дом" not in (workplace / "out/2026-02-27-metals/brief.en.pdf").read_text(encoding="utf-8")


def test_a_doubt_ends_with_1_only_if_asked(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.cli import building
    from briefgen.diagnostics import Diagnostic

    whole = building.extract_all

    def doubtful(articles, subjects, cache=None):  # type: ignore[no-untyped-def]
        from dataclasses import replace

        return tuple(replace(item, diagnostics=(Diagnostic("currency-missing", hint="look it up"),)) for item in whole(articles, subjects))

    monkeypatch.setattr(building, "extract_all", doubtful)
    code, out, _ = run("build", "seeds")
    assert code == 0 and "1  currency-missing: look it up" in out
    assert run("build", "seeds", "--fail-on-warning")[0] == 1


def test_the_log_tells_what_happened(run: Run, workplace: Path) -> None:
    run("build", "seeds", "--log", "run.jsonl")
    run("build", "missing.txt", "--log", "run.jsonl")
    events = [json.loads(line) for line in (workplace / "run.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [event["event"] for event in events if event["event"] != "diagnostic"] == [
        "started",
        "read",
        "written",
        "finished",
        "started",
        "failed",
    ]
    assert events[-1]["exit_code"] == 3 and "missing.txt" in events[-1]["message"]


def test_an_interruption_is_130_and_leaves_nothing(run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen import pipeline

    def interrupted(*_: object, **__: object) -> dict[str, bytes]:
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "render", interrupted)
    code, out, err = run("build", "seeds")
    assert (code, out) == (130, "") and "interrupted" in err
    assert not (workplace / "out").exists()


def test_a_marking_and_its_copy_number_go_to_both_editions(run: Run, workplace: Path) -> None:
    assert run("build", "seeds", "--marking", "ДСП", "--copy-number", "4")[0] == 0
    for language in ("ru", "en"):
        printed = (workplace / "out/2026-02-27-metals" / f"brief.{language}.pdf").read_text(encoding="utf-8")
        assert "marking='ДСП'" in printed and "copy_number='4'" in printed


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--marking", "Секретно"], "sets no label of a state secret"),
        (["--marking", "ДСП"], "--copy-number"),
        (["--copy-number", "4"], "copy number"),
        (["--marking", "TLP:WHITE"], "markings are TLP:RED"),
    ],
)
def test_a_marking_that_is_not_ours_to_set_ends_the_run_before_it_begins(
    run: Run, workplace: Path, options: list[str], message: str
) -> None:
    code, _, err = run("build", "seeds", *options)
    assert code == 2 and message in err
    assert not (workplace / "out").exists()


def test_a_style_without_a_language_is_for_both_editions(run: Run, workplace: Path) -> None:
    assert run("build", "seeds", "--style", "digest")[0] == 0
    manifest = json.loads((workplace / "out/2026-02-27-metals/manifest.json").read_text(encoding="utf-8"))
    assert {entry["name"] for entry in manifest["inputs"]["templates"]["styles"].values()} == {"digest"}


def test_no_cache_keeps_nothing(run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.cli import building

    asked: list[object] = []
    whole = building.extract_all

    def noted(articles, subjects, cache=None):  # type: ignore[no-untyped-def]
        asked.append(cache)
        return whole(articles, subjects)

    monkeypatch.setattr(building, "extract_all", noted)
    run("build", "seeds", "--no-cache")
    run("build", "seeds")
    assert asked[0] is None and asked[1] is not None


def test_files_of_an_equal_manifest_are_not_made_again(run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen import pipeline

    _, first, _ = run("build", "seeds")
    folder = workplace / "out/2026-02-27-metals"
    there = {path.name: path.stat().st_ino for path in folder.iterdir()}
    with monkeypatch.context() as patch:
        patch.setattr(pipeline, "render", lambda *_, **__: pytest.fail("printed again"))
        assert run("build", "seeds") == (0, first, "")
    assert {path.name: path.stat().st_ino for path in folder.iterdir()} == there


@pytest.mark.parametrize("change", ["missing", "program", "article", "unchecked"])
def test_what_is_missing_or_may_differ_is_made_again(run: Run, workplace: Path, change: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", "seeds", *(["--no-check"] if change == "unchecked" else []))
    folder = workplace / "out/2026-02-27-metals"
    before = (folder / "manifest.json").stat().st_ino
    if change == "missing":
        (folder / "brief.ru.pdf").unlink()
    elif change == "program":
        monkeypatch.setattr("briefgen.cache.program_digest", lambda: "an edited program")
    elif change == "article":
        (workplace / "seeds/2026-02-27-metals.txt").write_text(DATED + "Ещё слово.\n", encoding="utf-8")
    assert run("build", "seeds")[0] == 0
    assert (folder / "manifest.json").stat().st_ino != before
    assert names(folder) == ALL
