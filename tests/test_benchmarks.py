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
