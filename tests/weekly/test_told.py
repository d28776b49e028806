"""What an issue prints of its changes: the first on page one, all of them in the annex, each as what it is."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.weekly.jobs import MINIMAL, Job

BOTH = MINIMAL.replace('languages = ["en"]', 'languages = ["ru", "en"]')
STATES = (
    "Kazakhstan",
    "Uzbekistan",
    "Tajikistan",
    "Azerbaijan",
    "Armenia",
    "Mongolia",
    "Turkey",
    "Georgia",
    "Serbia",
    "Egypt",
    "Ghana",
    "Kenya",
)


@pytest.fixture
def job(tmp_path: Path) -> Job:
    job = Job(tmp_path)
    job.configure(BOTH)
    return job


@pytest.fixture
def text_of(job: Job, needs_tool: Callable[[str], str]) -> Callable[[str, str], str]:
    """The words of the PDF of an issue, lines joined."""
    program = needs_tool("pdftotext")

    def read(week: str, language: str) -> str:
        paper = next((job.folder / "out").rglob(f"*{week}/brief.{language}.pdf"))
        words = subprocess.run([program, "-layout", str(paper), "-"], capture_output=True, check=True).stdout.decode("utf-8")
        return " ".join(words.split())

    return read


def week(job: Job, name: str) -> int:
    return job.run("weekly", "--week", name, "--quiet")


def test_two_sums_of_one_package_stand_side_by_side_with_their_difference(job: Job, text_of: Callable[[str, str], str]) -> None:
    job.put("a.txt", "Roads\n\nThe European Union plans to invest 10 billion euros in roads in Central Asia.\n", "2026-02-24")
    job.put("b.txt", "Routes\n\nThe European Union plans to invest 12 billion euros in roads in Central Asia, it was said.\n", "2026-02-26")
    assert week(job, "2026-W09") == 0
    english, russian = text_of("W09", "en"), text_of("W09", "ru")
    assert "Sums and figures that disagree" in english and "Two decisions or a contradiction: to be checked" in english
    assert "difference: €2 billion (calculated)" in english and "increase" not in english
    assert "Это два решения или противоречие: требует проверки; разница: 2 млрд евро (расчёт)" in russian


def test_sums_for_different_matters_are_no_contradiction_and_no_change(job: Job) -> None:
    job.put("a.txt", "Roads\n\nJapan plans to invest 2 billion dollars in a railway in Uzbekistan.\n", "2026-02-24")
    job.put("b.txt", "Mines\n\nJapan plans to invest 300 million dollars in uranium mining in Uzbekistan.\n", "2026-02-26")
    assert week(job, "2026-W09") == 0
    assert [change for change in job.brief("2026-W09")["changes"] if change["kind"] == "contradiction"] == []
    job.put("c.txt", "A port\n\nJapan plans to invest 70 million dollars in a hospital in Uzbekistan.\n", "2026-03-04")
    job.put("d.txt", "Mines again\n\nJapan plans to invest 400 million dollars in uranium mining in Uzbekistan.\n", "2026-03-05")
    assert week(job, "2026-W10") == 0
    brief = job.brief("2026-W10")
    values = {item["fact"]["id"]: item["fact"]["value"] for item in (*brief["quantities"], *brief["earlier"]["quantities"])}
    changed = [(values[change["earlier"]], values[change["fact"]]) for change in brief["changes"] if change["kind"] == "figure"]
    assert changed == [("300000000", "400000000")]


def test_several_sums_against_one_are_told_in_one_line(job: Job, text_of: Callable[[str, str], str]) -> None:
    for number, sum_named in enumerate((10, 12, 14, 15, 17, 19)):
        text = f"Roads {number}\n\nThe European Union plans to invest {sum_named} billion euros in roads in Central Asia.\n"
        job.put(f"{number}.txt", text, f"2026-02-2{number + 3}")
    assert week(job, "2026-W09") == 0
    english = text_of("W09", "en")
    assert english.count("Several decisions or a contradiction: to be checked") == 1
    assert "2 more values" in english


def test_what_page_one_has_no_room_for_stands_in_the_annex(job: Job, text_of: Callable[[str, str], str]) -> None:
    job.put("first.txt", "First\n\nFrance plans to invest 5 billion euros in a port in Kazakhstan.\n", "2026-02-24")
    assert week(job, "2026-W09") == 0
    for number, state in enumerate(STATES):
        text = f"Plans {number}\n\nItaly plans to invest {number + 21} million euros in a railway in {state}.\n"
        job.put(f"{number:02}.txt", text, "2026-03-04")
    assert week(job, "2026-W10") == 0
    for language, annex, part in (("en", "Full list of changes", "New sums"), ("ru", "Полный перечень изменений", "Новые суммы")):
        text = text_of("W10", language)
        page_one, _, full = text.partition(f"1. {annex}")
        assert annex in page_one and part in full
        assert all(f"{number + 21}" in full for number in range(len(STATES)))
        assert "more in the annex" not in page_one.partition("2. ")[0]


def test_people_without_a_name_are_not_compared(job: Job) -> None:
    one = "Exports\n\nAnalysts said that exports would rise. The expert Ivan Petrov said that demand for coal was strong.\n"
    other = "Ports\n\nAnalysts warned that ports in the south are full. The expert Ivan Petrov said that prices of grain would fall.\n"
    job.put("a.txt", one, "2026-02-24")
    job.put("b.txt", other, "2026-03-04")
    assert week(job, "2026-W09") == week(job, "2026-W10") == 0
    brief = job.brief("2026-W10")
    names = {item["fact"]["id"]: item["fact"]["speaker"]["name"] for item in brief["statements"]}
    assert [names[change["fact"]] for change in brief["changes"] if change["kind"] == "speaker"] == ["Ivan Petrov"]


def test_what_came_late_is_marked_where_it_is_told(job: Job, text_of: Callable[[str, str], str]) -> None:
    job.put("a.txt", "First\n\nFrance plans to invest 5 billion euros in a port in Kazakhstan.\n", "2026-02-24")
    assert week(job, "2026-W09") == 0
    job.put("late.txt", "Late\n\nJapan plans to invest 300 million dollars in uranium mining in Kazakhstan.\n", "2026-02-25")
    job.put("new.txt", "New\n\nTurkey plans to invest 2 billion dollars in a railway in Uzbekistan.\n", "2026-03-05")
    assert week(job, "2026-W10") == 0
    assert "$300 million" in text_of("W10", "en") and text_of("W10", "en").count("[arrived late]") == 2
    assert text_of("W10", "ru").count("[поступило с опозданием]") == 2


def test_a_week_without_news_says_so_in_its_title_and_explains_no_citations(job: Job, text_of: Callable[[str, str], str]) -> None:
    job.put("a.txt", "First\n\nFrance plans to invest 5 billion euros in a port in Kazakhstan.\n", "2026-02-24")
    assert week(job, "2026-W09") == 0
    assert week(job, "2026-W11") == 4
    assert "Nothing new: 9 to 15 March 2026" in text_of("W11", "en") and "[1.24]" not in text_of("W11", "en")
    assert "Ничего нового за 9–15 марта 2026" in text_of("W11", "ru") and "[1.24]" not in text_of("W11", "ru")
