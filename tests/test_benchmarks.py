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
    assert "Seconds of the processor: first 13 weeks 11.00 s, last 13 weeks 11.00 s (medians): x 1.00; +0.000 s a week." in flat
    assert "Seconds of the processor: first 13 weeks 12.75 s, last 13 weeks 22.25 s (medians): x 1.75; +0.250 s a week." in grown
    assert "78.0 MB, 1.50 MB a week" in flat


def test_the_page_of_a_year_draws_no_line_through_a_few_weeks() -> None:
    year = load("year")
    assert "Too few weeks" in "\n".join(year.reading(weeks(5, 0.0)))
    assert year.page(weeks(5, 0.0), 52).count("| 2025-W") == 5
    assert year.plot(weeks(5, 0.0)).count('fill="#1f4e79"') == 5


def test_weeks_that_were_played_are_not_played_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    weekly = load("weekly")
    played: list[str] = []
    monkeypatch.setattr(weekly, "_played", lambda folder, week, each: played.append(week) or {"week": week})
    assert [row["week"] for row in weekly.weeks(tmp_path, 2, 3)] == played == ["2025-W02", "2025-W03"]
    first = [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "inbox").rglob("*.txt"))]
    assert [row["week"] for row in weekly.weeks(tmp_path, 3, 3)] == ["2025-W02", "2025-W03", "2025-W04"]
    assert played == ["2025-W02", "2025-W03", "2025-W04"]
    assert [path.read_text(encoding="utf-8") for path in sorted((tmp_path / "inbox").rglob("*.txt"))][:6] == first


@pytest.mark.parametrize(
    ("ms", "verdict"), [(10, "it keeps up with a million (12 % of its time)"), (200, "it does not keep up with a million")]
)
def test_the_page_of_many_articles_counts_what_a_million_a_day_asks_for(ms: int, verdict: str) -> None:
    scale = load("scale")
    one, two = (
        scale.Speed(name, jobs, False, speed, speed, took / 1000, took / 1000, 5000.0)
        for name, jobs, speed, took in (("one process", 1, 10.0, 100), ("--jobs 2", 2, 15.0, 105))
    )
    memories = [scale.Memory(200, 60.0, 180.0), scale.Memory(2000, 61.0, 181.0)]
    page = scale.page(scale.Facts(400, [one, two], memories, scale.Archive(50.0, ms / 1000, 20_000.0), "a machine", 3000.0))
    assert "By the clock two processes read 1.50 times as much as one" in page
    assert "two free cores read 1.90 times as much as one (near-linear)" in page
    assert "a million articles are 11.6 a second on average" in page
    assert "0.86 million a day: 1.2 cores on average, 4 for the eight hours" in page
    assert verdict in page
    assert "10 times the articles, +1.0 MB in the first process" in page


def test_a_peer_of_the_four_files_that_is_faster_is_said_to_be() -> None:
    sys.path.insert(0, str(FOLDER))
    try:
        four = load("four")
    finally:
        sys.path.remove(str(FOLDER))
    rows = [
        four.Row(name, seconds, seconds, seconds, 50.0, 1000) for name, seconds in (("ours", 2.0), ("build", 3.0), ("a", 1.0), ("b", 5.0))
    ]
    lines = four.table([*rows, four.Row("c: could not be installed")], runs=5).splitlines()
    assert "c: could not be installed" in lines
    assert lines[-2:] == ["a is faster: 0.50 times.", "b takes 2.5 times as long as `render`."]


def test_one_table_is_measured_anew_and_the_rest_of_the_page_stays() -> None:
    page = load("page")
    text = "# Performance\n\n## One\n\nkept\n\n## The PDF alone, beside peers\n\n```\nold\n```\n\n## Reading\n\n- kept too\n"
    anew = page.with_table(text, "pdf", "new")
    assert anew == text.replace("old", "new")
    added = page.with_table(anew, "four", "a row")
    assert added == anew.replace("## The PDF", "## All four files at once, beside peers\n\n```\na row\n```\n\n## The PDF")
