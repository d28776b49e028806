"""What `briefgen build` does with a file that does not say what its brief says, and what `briefgen check` refuses to look at."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen import checking
from briefgen.proof.finding import Finding

Run = Callable[..., tuple[int, str, str]]
FAULT = Finding("figure", "brief.ru.pdf", "page 2", "21 млрд евро", "12 миллиардов евро")


def _manifest(workplace: Path) -> dict[str, object]:
    found: dict[str, object] = json.loads((workplace / "out" / "2026-02-27-metals" / "manifest.json").read_text(encoding="utf-8"))
    return found


def test_files_with_a_fault_are_not_handed_over(run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "check", lambda *_, **__: (FAULT, FAULT))
    code, out, err = run("build", "seeds/")
    assert (code, out) == (1, "")
    assert "brief.ru.pdf, page 2: figure: found “21 млрд евро”, expected “12 миллиардов евро” (and 1 more); nothing was written" in err
    assert not (workplace / "out" / "2026-02-27-metals").exists()


def test_a_run_in_haste_says_so_in_the_manifest(run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "check", lambda *_, **__: (FAULT,))
    assert run("build", "seeds/", "--no-check")[0] == 0
    assert _manifest(workplace)["checked"] is False


def test_a_checked_run_says_so_too(run: Run, workplace: Path) -> None:
    assert run("build", "seeds/")[0] == 0
    assert _manifest(workplace)["checked"] is True


def test_a_folder_without_a_brief_is_refused(run: Run, workplace: Path) -> None:
    code, _, err = run("check", "seeds")
    assert code == 3 and "seeds: is not the folder of a brief: there is no manifest.json in it" in err


def test_a_brief_without_finished_files_is_refused(run: Run, workplace: Path) -> None:
    run("build", "seeds/")
    folder = workplace / "out" / "2026-02-27-metals"
    for path in (*folder.glob("*.docx"), *folder.glob("*.pdf")):
        path.unlink()
    code, _, err = run("check", str(folder))
    assert code == 3 and "holds none of brief.ru.docx" in err


def test_findings_are_lines_or_json(run: Run, workplace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("build", "seeds/")
    monkeypatch.setattr(checking, "check", lambda *_, **__: (FAULT,))
    code, out, _ = run("check", "out/2026-02-27-metals")
    assert code == 1 and out == "brief.ru.pdf, page 2: figure: found “21 млрд евро”, expected “12 миллиардов евро”\nFaults: 1.\n"
    code, out, _ = run("check", "out/2026-02-27-metals", "--json")
    assert code == 1
    assert json.loads(out)["findings"] == [
        {"code": "figure", "file": "brief.ru.pdf", "place": "page 2", "found": "21 млрд евро", "expected": "12 миллиардов евро"}
    ]


def test_the_manifest_tells_what_was_changed_or_taken_away(run: Run, workplace: Path) -> None:
    run("build", "seeds/")
    folder = workplace / "out" / "2026-02-27-metals"
    (folder / "brief.ru.docx").write_bytes(b"edited")
    (folder / "brief.en.pdf").unlink()
    code, out, _ = run("check", str(folder), "--manifest")
    assert code == 1
    assert "brief.en.pdf: file: found “no such file”" in out
    assert "brief.ru.docx" in out and out.endswith("Faults: 2.\n")
