"""`briefgen render`: a saved brief is printed again, as it was or otherwise."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., tuple[int, str, str]]
FOLDER = "out/2026-02-27-metals"
BRIEF = f"{FOLDER}/brief.json"


@pytest.fixture(autouse=True)
def _built(run: Run) -> None:
    assert run("build", "seeds")[0] == 0


def content(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_with_the_same_settings_all_bytes_are_the_same(run: Run, workplace: Path) -> None:
    before = content(workplace / FOLDER)
    code, out, _ = run("render", BRIEF, "-o", "again")
    assert code == 0 and out.splitlines()[0] == "again/brief.en.docx"
    assert content(workplace / "again") == before
    assert run("render", BRIEF)[0] == 0
    assert content(workplace / FOLDER) == before


def test_another_style_gives_another_brief_number(run: Run, workplace: Path) -> None:
    run("render", BRIEF, "-o", "again", "--style", "ru=govuk", "--lang", "ru")
    numbers = [json.loads((workplace / folder / "manifest.json").read_bytes())["brief_number"] for folder in (FOLDER, "again")]
    assert numbers[0] != numbers[1]
    assert "brief.en.pdf" not in content(workplace / "again")


def test_an_edited_brief_is_an_input_of_its_own(run: Run, workplace: Path) -> None:
    path = workplace / BRIEF
    path.write_text(path.read_text(encoding="utf-8").replace('"stage": "planned"', '"stage": "agreed"'), encoding="utf-8")
    assert run("render", BRIEF)[0] == 0
    manifest = json.loads((workplace / FOLDER / "manifest.json").read_bytes())
    assert "articles" not in manifest["inputs"] and len(manifest["inputs"]["brief"]) == 64


def test_an_edited_draft_is_not_overwritten(run: Run, workplace: Path) -> None:
    (workplace / FOLDER / "brief.ru.docx").write_bytes(b"edited")
    code, _, err = run("render", BRIEF)
    assert code == 7 and "--force" in err
    assert run("render", BRIEF, "--force")[0] == 0
    assert (workplace / FOLDER / "brief.ru.edited-1.docx").read_bytes() == b"edited"


@pytest.mark.parametrize(
    ("data", "message"),
    [(b"{}", "not a brief of this version"), (b"\xff\xfe", "is not UTF-8 text"), (b"", "not JSON"), (None, "there is no such file")],
)
def test_what_is_no_brief_is_refused(run: Run, workplace: Path, data: bytes | None, message: str) -> None:
    if data is not None:
        (workplace / "some.json").write_bytes(data)
    code, _, err = run("render", "some.json", "-o", "again")
    assert code == 3 and message in err
    assert not (workplace / "again").exists()
