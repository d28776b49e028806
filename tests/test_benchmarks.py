"""What decides in the benchmarks: which counts have risen, and a page that says of each aim whether it was met."""

from __future__ import annotations

import importlib.util
import sys
import tomllib
from pathlib import Path
from types import ModuleType, SimpleNamespace

import pytest

FOLDER = Path(__file__).resolve().parent.parent / "benchmarks"


def load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"benchmarks_{name}", FOLDER / f"{name}.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(("now", "worse"), [(1000, []), (1050, []), (1051, ["print"]), (10, [])])
def test_five_per_cent_more_calls_than_recorded_are_too_many(now: int, worse: list[str]) -> None:
    assert load("counts").exceeded({"print": 1000}, {"print": now}) == worse


def test_a_stage_that_is_not_recorded_is_told() -> None:
    assert load("counts").exceeded({}, {"print": 1}) == ["print"]


def test_the_record_is_what_the_program_writes() -> None:
    counts = load("counts")
    text = counts.RECORD.read_text(encoding="utf-8")
    assert counts.record(tomllib.loads(text)["calls"]).partition("[calls]")[2] == text.partition("[calls]")[2]


def test_the_page_says_which_aims_were_missed() -> None:
    page = load("page")
    cold = [SimpleNamespace(name=name, seconds=1.5, fastest=1.4, slowest=1.6, megabytes=200, ratio=60) for name in page.AIMS]
    sizes = [SimpleNamespace(articles=n, facts=20 * n, assemble=n / 100, render=n / 10, page=0.0, megabytes=200) for n in (10, 100)]
    text = page.page(cold, sizes, [(1, 10.0), (2, 19.0)], {"counts": "print 1"}, "a machine", 60)
    assert "`briefgen build` takes 1.50 s; the aim of 1.80 s is met." in text
    assert "`briefgen build --no-check` takes 1.50 s; the aim of 1.30 s is missed by 0.20 s." in text
    assert "10 times the articles take 10.0 times the time" in text and "n^1.00" in text
    assert page.plot(sizes).count("<circle") == 4


def weeks(number: int, growth: float) -> list[dict[str, object]]:
    phases = {"reading the inbox": 2.0, "comparing with earlier issues": 0.5}
    made = []
    for week in range(number):
        seconds = {"seconds": 12.0 + growth * week, "processor": 11.0 + growth * week, "printing and checking": 9.0 + growth * week}
        made.append({"week": f"2025-W{week:02}", "articles": 200, "archive_MB": 1.5 * (week + 1), "peak_MB": 400, **phases, **seconds})
    return made


def test_the_page_of_a_year_tells_how_the_last_weeks_stand_to_the_first() -> None:
    year = load("year")
    flat, grown = ("\n".join(year.reading(weeks(52, growth))) for growth in (0.0, 0.25))
    assert "Printing and checking: first 13 weeks 9.00 s, last 13 weeks 9.00 s (medians): x 1.00; +0.000 s a week." in flat
    assert "Printing and checking: first 13 weeks 10.75 s, last 13 weeks 20.25 s (medians): x 1.88; +0.250 s a week." in grown
    assert "78.0 MB, 1.50 MB a week" in flat


def test_the_page_of_a_year_draws_no_line_through_a_few_weeks() -> None:
    year = load("year")
    assert "Too few weeks" in "\n".join(year.reading(weeks(5, 0.0)))
    assert year.page(weeks(5, 0.0), 52).count("| 2025-W") == 5
    assert year.plot(weeks(5, 0.0)).count('fill="#1f4e79"') == 6  # five bars and their name


def test_weeks_that_were_played_are_not_played_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weekly = load("weekly")
    played: list[str] = []
    monkeypatch.setattr(weekly, "_played", lambda folder, week, each: played.append(week) or {"week": week})
    assert [row["week"] for row in weekly.weeks(tmp_path, 2, 3)] == played == ["2025-W02", "2025-W03"]
    first = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "inbox").rglob("*.txt"))]
    assert [row["week"] for row in weekly.weeks(tmp_path, 3, 3)] == ["2025-W02", "2025-W03", "2025-W04"]
    assert played == ["2025-W02", "2025-W03", "2025-W04"]
    assert [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "inbox").rglob("*.txt"))][:6] == first
