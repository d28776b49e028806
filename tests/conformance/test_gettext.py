"""PO files of ours in the hands of GNU gettext: checked, marked fuzzy, merged with a newer worklist, and taken back without a loss."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.translation.memory import Memory
from briefgen.translation.po import PoFile, read_po, write_po
from briefgen.translation.worklist import worklist
from tests.compose.sample_briefs import brief_of, whole_extraction

ROOT = Path(__file__).resolve().parents[2]
OURS = sorted((*ROOT.glob("briefgen/locale/*/briefgen.po"), *ROOT.glob("seeds/*.po")))
Tool = Callable[..., str]


@pytest.fixture
def gettext(needs_tool: Callable[[str], str]) -> Tool:
    """`gettext("msgfmt", ...)` runs a program of GNU gettext; what it says goes back, and a failure is one of the test."""

    def run(program: str, *arguments: object) -> str:
        done = subprocess.run([needs_tool(program), *map(str, arguments)], capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
        return done.stderr

    return run


@pytest.fixture
def awaiting(tmp_path: Path) -> Path:
    """A worklist, as `translate export` writes it."""
    path = tmp_path / "awaiting.en.po"
    path.write_bytes(write_po(worklist(brief_of(whole_extraction()), "en", Memory())))
    return path


def entries(path: Path) -> PoFile:
    return read_po(path.read_bytes(), path.name)


@pytest.mark.parametrize("path", OURS, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_the_files_that_are_shipped_have_no_fault(gettext: Tool, path: Path) -> None:
    assert gettext("msgfmt", "--check", "-o", "/dev/null", path) == ""


def test_a_worklist_has_no_fault(gettext: Tool, awaiting: Path) -> None:
    assert gettext("msgfmt", "--check", "-o", "/dev/null", awaiting) == ""


def test_what_gettext_fills_in_is_read_back(gettext: Tool, awaiting: Path, tmp_path: Path) -> None:
    filled = tmp_path / "filled.po"
    gettext("msgen", awaiting, "-o", filled)
    before, after = entries(awaiting), entries(filled)
    assert [(e.text, e.context, e.notes) for e in before.entries] == [(e.text, e.context, e.notes) for e in after.entries]
    assert all(entry.translated == entry.text for entry in after.entries)


def test_fuzzy_marks_of_an_editor_are_respected(gettext: Tool, awaiting: Path, tmp_path: Path) -> None:
    filled, fuzzy = tmp_path / "filled.po", tmp_path / "fuzzy.po"
    gettext("msgen", awaiting, "-o", filled)
    gettext("msgattrib", "--set-fuzzy", filled, "-o", fuzzy)
    assert entries(fuzzy).entries and all(entry.fuzzy for entry in entries(fuzzy).entries)
    assert Memory.load([fuzzy]).find(entries(filled).entries[0].text, source="ru", target="en") is None


def test_a_merge_keeps_translations_and_makes_the_rest_obsolete(gettext: Tool, awaiting: Path, tmp_path: Path) -> None:
    filled, newer, merged = (tmp_path / name for name in ("filled.po", "newer.po", "merged.po"))
    gettext("msgen", awaiting, "-o", filled)
    file = entries(awaiting)
    newer.write_bytes(write_po(PoFile(file.header, file.comments, file.entries[:3])))
    gettext("msgmerge", "--quiet", "--no-fuzzy-matching", filled, newer, "-o", merged)
    after = entries(merged)
    assert [entry.text for entry in after.entries] == [entry.text for entry in file.entries[:3]]
    assert all(entry.translated for entry in after.entries) and len(after.obsolete) == len(file.entries) - 3
    assert b"#~ msgid" in write_po(after) and gettext("msgfmt", "--check", "-o", "/dev/null", merged) == ""
