"""`briefgen trace`: from a code in the annex back to the sentence, and on to the pages."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.end_to_end.conftest import Built, Run

pytestmark = pytest.mark.slow

RunProgram = Callable[..., Run]


@pytest.fixture
def folder(seed: Built, workplace: Path) -> Path:
    """The output folder with the brief of the real article."""
    target = workplace / "out" / "brief"
    target.mkdir(parents=True)
    for name, data in seed.files.items():
        (target / name).write_bytes(data)
    return target


def sum_of_the_union(folder: Path) -> dict[str, object]:
    quantities = json.loads((folder / "brief.json").read_text(encoding="utf-8"))["quantities"]
    found: dict[str, object] = next(item for item in quantities if item["fact"]["surface"] == "12 миллиардов евро")
    return found


def test_a_fact_leads_to_its_sentences_its_rule_and_its_pages(folder: Path, run: RunProgram) -> None:
    fact = sum_of_the_union(folder)["fact"]
    done = run("trace", fact["id"])  # type: ignore[index]
    assert done.code == 0
    assert "1.25 2026-02-27-kazakhstan-rare-earths.txt: “В свою очередь, Касым-Жомарт Токаев" in done.out
    assert "its own words: “12 миллиардов евро”" in done.out and "rule: money.word (a number with the name of a currency)" in done.out
    for name in ("brief.ru.docx", "brief.ru.pdf", "brief.en.docx", "brief.en.pdf"):
        assert f"printed: {name}: its code on pa" in done.out


def test_a_merged_fact_is_found_under_the_code_that_it_once_had(folder: Path, run: RunProgram) -> None:
    item = sum_of_the_union(folder)
    done = run("trace", item["also"][0], str(folder), "--lang", "ru")  # type: ignore[index]
    assert done.code == 0 and f"{item['fact']['id']}: 12\u00a0млрд евро ({item['also'][0]} was merged into it)" in done.out  # type: ignore[index]


def test_an_unknown_code_is_an_error_that_says_where_it_was_sought(folder: Path, run: RunProgram) -> None:
    done = run("trace", "q-000000000000", "out")
    assert done.code == 3 and "q-000000000000: there is no such fact in out/brief" in done.err
