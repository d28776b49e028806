"""The program: its commands, its help, its quick start."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.cli import COMMANDS, checks
from briefgen.serialize import brief_schema, extraction_schema
from tests.cli.conftest import DATED, SILENT, extracted

Run = Callable[..., tuple[int, str, str]]
HEAVY = ("numpy", "lxml", "reportlab", "docx", "babel", "pymorphy3", "slovnet", "pikepdf", "trafilatura", "pypdfium2", "pydantic")


@pytest.mark.parametrize("arguments", ["--help", "build --help", "doctor --help", "no-such-command"])
def test_help_loads_nothing_heavy(arguments: str) -> None:
    code = f"import sys; from briefgen.cli import main; main({arguments.split()!r}); sys.exit(','.join(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stderr.strip().splitlines()[-1:] in ([], ["Error: No such command 'no-such-command'."])


def test_the_program_lists_its_commands_in_order(run: Run) -> None:
    code, out, _ = run("--help")
    listed = out.split("Commands:")[1].split()
    assert code == 0
    assert [word for word in listed if word in COMMANDS] == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_each_command_has_help_with_an_example(run: Run, name: str) -> None:
    code, out, _ = run(name, "--help")
    assert code == 0 and f"briefgen {name}" in out.split("Example:")[1]


def test_the_version_is_printed(run: Run) -> None:
    code, out, _ = run("--version")
    assert code == 0 and out.startswith("briefgen ")


def test_an_unknown_command_is_wrong_usage(run: Run) -> None:
    code, _, err = run("brew")
    assert code == 2 and "No such command 'brew'" in err


@pytest.mark.parametrize(("name", "schema"), [("extraction", extraction_schema()), ("brief", brief_schema())])
def test_schemas_are_printed(run: Run, name: str, schema: object) -> None:
    assert json.loads(run("schema", name)[1]) == schema


@pytest.fixture
def _quick_extraction(monkeypatch: pytest.MonkeyPatch) -> None:
    import briefgen.extract

    monkeypatch.setattr(briefgen.extract, "extract_article", lambda article, *, subjects: extracted(article), raising=False)


@pytest.mark.usefixtures("_quick_extraction")
def test_extract_prints_one_object(run: Run) -> None:
    code, out, err = run("extract", "seeds/2026-02-27-metals.txt", "--published", "2026-02-27", "--subject", "RU", "--subject", "kz")
    value = json.loads(out)
    assert (code, err) == (0, "")
    assert value["schema"] == "briefgen/extraction/1" and value["article"]["text"] == DATED
    assert [quantity["value"] for quantity in value["quantities"]] == ["4000000000"]


@pytest.mark.usefixtures("_quick_extraction")
def test_extract_prints_an_object_also_when_it_finds_nothing(run: Run, workplace: Path) -> None:
    (workplace / "silent.txt").write_text(SILENT, encoding="utf-8")
    code, out, _ = run("extract", "silent.txt")
    assert code == 0 and json.loads(out)["quantities"] == []


@pytest.mark.usefixtures("_quick_extraction")
def test_extract_prints_several_articles_one_a_line(run: Run, workplace: Path) -> None:
    (workplace / "silent.txt").write_text(SILENT, encoding="utf-8")
    _, out, _ = run("extract", "silent.txt", "seeds/2026-02-27-metals.txt")
    assert [json.loads(line)["article"]["name"] for line in out.splitlines()] == ["silent.txt", "2026-02-27-metals.txt"]


@pytest.mark.usefixtures("_quick_extraction")
def test_show_lists_the_facts_under_their_paragraph(run: Run) -> None:
    code, out, _ = run("show", "seeds/2026-02-27-metals.txt", "--facts-only")
    lines = [line.rstrip() for line in out.splitlines() if line]
    assert code == 0
    assert lines[0].startswith("27 февраля 2026 г.")
    assert "[1][2]4 млрд фунтов" in out or "[1]Лондон даст [2]4 млрд фунтов" in out
    assert any(re.search(r"\[2\] +figure +4 млрд фунтов стерлингов +q-1$", line) for line in lines)
    assert any(re.search(r"\[1\] +interest +Великобритания: ", line) for line in lines)
    assert not any("Казахстан и металлы" in line for line in lines)


@pytest.mark.usefixtures("_quick_extraction")
def test_show_only_what_is_asked_for(run: Run) -> None:
    out = run("show", "seeds/2026-02-27-metals.txt", "--only", "quantities", "--why")[1]
    assert "Лондон даст [1]4 млрд фунтов" in out and "interest" not in out
    assert re.search(r"^ +money: ", out, re.MULTILINE) and "Казахстан и металлы" in out
    assert "[1]" not in run("show", "seeds/2026-02-27-metals.txt", "--only", "dates", "--only", "risks")[1]


@pytest.mark.usefixtures("_quick_extraction")
def test_show_an_article_without_facts(run: Run, workplace: Path) -> None:
    (workplace / "silent.txt").write_text(SILENT, encoding="utf-8")
    code, out, _ = run("show", "silent.txt")
    assert code == 0 and "Утром было тихо" in out


@pytest.mark.usefixtures("_quick_extraction")
def test_show_lets_no_article_steer_the_terminal(run: Run, workplace: Path) -> None:
    (workplace / "hostile.txt").write_text(SILENT + "Утро \x1b[2J и ночь.\n" + SILENT * 30, encoding="utf-8")
    assert "\x1b" not in run("show", "hostile.txt")[1]


def test_doctor_finds_an_installation_in_order(run: Run) -> None:
    code, out, _ = run("doctor", "--json")
    value = json.loads(out)
    assert (code, value["ok"]) == (0, True), [check for check in value["checks"] if not check["ok"]]
    names = {check["name"] for check in value["checks"]}
    assert {"Python", "package click", "Russian dictionary", "Russian language models", "style gost", "catalog ru"} <= names


def test_doctor_names_the_cure(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checks, "_FONTS", {"no-such-family": "no-such-font"})
    code, out, _ = run("doctor")
    assert code == 1 and "-> python -m pip install --force-reinstall no-such-font" in out


def test_doctor_names_the_characters_that_the_faces_lack(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "source-serif-pro" in (out := run("doctor")[1]) and "Cyrillic, Kazakh" in out
    monkeypatch.setattr(checks, "_SCRIPTS", {"Latin": "Az", "Georgian": "აბ"})
    code, out, _ = run("doctor")
    assert code == 1 and "without characters for Georgian (აბ)" in out


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device that is always full")
@pytest.mark.parametrize("arguments", ["--help", "schema extraction"])
def test_an_output_that_takes_no_more_is_told_in_one_line(arguments: str) -> None:
    with Path("/dev/full").open("w") as full:
        run = subprocess.run(
            [sys.executable, "-m", "briefgen", *arguments.split()], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (run.returncode, run.stderr) == (7, "briefgen: the standard output cannot be written: No space left on device\n")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of POSIX")
def test_a_reader_that_has_enough_is_told_nothing() -> None:
    ours, theirs = os.pipe()
    os.close(ours)
    with os.fdopen(theirs, "w") as pipe:
        run = subprocess.run(
            [sys.executable, "-m", "briefgen", "schema", "extraction"], stdout=pipe, stderr=subprocess.PIPE, text=True, check=False
        )
    assert (run.returncode, run.stderr) == (7, "")
