"""Twelve weeks of a recurring job, with the seed and articles written for it: what comes in, what changed, who got it, what went wrong."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import filelock
import pytest

from briefgen.cli import main
from tests.weekly.jobs import SERVER, Job, Post, post_office

pytestmark = [pytest.mark.endurance, pytest.mark.slow]

SEEDS = Path(__file__).parents[2] / "seeds"
CONFIGURATION = f"""subject = "RU"
[weekly]
inbox = "inbox"
archive = "archive/briefgen.sqlite"
output = "out"
timezone = "Europe/Moscow"
formats = ["pdf"]
quiet_page = true
log = "log.jsonl"
{SERVER}[recipients.registry]
folder = "delivered"
[recipients.director]
address = "director@example.org"
languages = ["ru"]
"""
WEEKS = tuple(f"2026-W{number:02}" for number in range(9, 21))


@dataclass(frozen=True)
class Played:
    """How a week ended: exit codes of its runs, what the archive counts, the kinds of its changes, letters sent in it."""

    codes: tuple[int, ...]
    counts: dict[str, int]
    changes: tuple[str, ...]
    letters: int
    brief: dict[str, Any]


def _inbox(job: Job, week: str) -> None:
    """What comes in before the run of a week."""
    for name, published, text in ARTICLES.get(week, ()):
        job.put(name, text, published)
    if week == "2026-W09":
        for path in sorted(SEEDS.glob("*")):
            shutil.copy(path, job.folder / "inbox" / path.name)
    if week == "2026-W10":
        seed = next(SEEDS.glob("*.txt")).read_text(encoding="utf-8").rstrip().rsplit("\n", 1)[0]
        job.put("copies/repost.txt", seed, "2026-03-03")
        (job.folder / "inbox" / "broken.pdf").write_bytes(b"%PDF-1.7 broken")
    if week == "2026-W19":
        (job.folder / "inbox" / "undated.txt").write_text("Без даты\n\nЛондон даст Астане 7 миллиардов фунтов.\n", encoding="utf-8")


ARTICLES: dict[str, tuple[tuple[str, str, str], ...]] = {
    "2026-W10": (
        (
            "w10/package.txt",
            "2026-03-04",
            "Брюссель увеличил пакет\n\nЕвропейский союз решил выделить Центральной Азии инвестиционный пакет в 15 миллиардов евро. "
            "Эксперт Павел Громов заявил, что новые маршруты в обход России могут лишить её доходов от транзита.\n",
        ),
    ),
    "2026-W12": (
        (
            "w12/late.txt",
            "2026-03-11",
            "Токио и уран\n\nЯпония планирует вложить 300 миллионов долларов США в добычу урана в Казахстане.\n",
        ),
        (
            "w12/new.txt",
            "2026-03-18",
            "Дорога к морю\n\nТурция намерена вложить 2 миллиарда долларов США в железную дорогу в Узбекистане.\n",
        ),
    ),
    "2026-W13": (
        (
            "w13/one.txt",
            "2026-03-24",
            "Транзит\n\nАналитик Ольга Сомова считает, что маршруты в обход России сократят доходы российских железных дорог.\n",
        ),
        (
            "w13/two.txt",
            "2026-03-25",
            "Порты\n\nПолитолог Игорь Лесной предупредил, что новые маршруты в обход России лишат её порты грузов.\n",
        ),
    ),
    "2026-W14": (
        ("w14/a.txt", "2026-04-01", "Сделка\n\nКитай и Казахстан подписали соглашение о поставках меди на 5 миллиардов юаней.\n"),
    ),
    "2026-W15": (("w15/a.txt", "2026-04-08", "Сеул\n\nЮжная Корея планирует вложить 900 миллионов долларов США в завод в Казахстане.\n"),),
    "2026-W16": (
        (
            "w16/a.txt",
            "2026-04-15",
            "Transit again\n\nThe expert Pavel Gromov said that Russia will keep most of the transit through Kazakhstan. "
            "Italy plans to invest 1 billion euros in solar power in Uzbekistan.\n",
        ),
    ),
    "2026-W17": (
        ("w17/a.txt", "2026-04-22", "Встреча\n\nКазахстан и Франция подпишут соглашение о поставках урана 29 апреля 2026 года.\n"),
    ),
    "2026-W18": (("w18/a.txt", "2026-04-30", "Зерно\n\nИран намерен купить у Казахстана зерно на 200 миллионов долларов США.\n"),),
    "2026-W19": (("w19/a.txt", "2026-05-06", "Нефть\n\nИталия планирует вложить 3 миллиарда евро в переработку нефти в Казахстане.\n"),),
    "2026-W20": (("w20/a.txt", "2026-05-13", "Банк\n\nГермания обещает Киргизии кредит в 50 миллионов евро на больницы.\n"),),
}


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Job, dict[str, Played], Post]]:
    """The twelve weeks, played once."""
    job, post, weeks = Job(tmp_path_factory.mktemp("job")), Post(), {}
    with post_office(post) as port:
        job.configure(CONFIGURATION.format(port=port))
        for week in WEEKS:
            _inbox(job, week)
            before = len(post.letters)
            codes = tuple(_runs(job, post, week))
            brief = job.brief(week)
            counts = json.loads(job.ask(f"SELECT counts FROM issues WHERE period = '{week}'")[0][0])
            kinds = tuple(change["kind"] for change in brief["changes"])
            weeks[week] = Played(codes, counts, kinds, len(post.letters) - before, brief)
    sys.stdout.write("".join(f"\n{week} {_line(item)}" for week, item in weeks.items()) + "\n")
    yield job, weeks, post


def _line(item: Played) -> str:
    """A row of the table of weeks, which `pytest -s` shows."""
    counts = ", ".join(f"{name} {count}" for name, count in item.counts.items() if count)
    return f"{item.codes} {counts}; {' '.join(sorted(set(item.changes)))}; letters {item.letters}"


def _runs(job: Job, post: Post, week: str) -> Iterator[int]:
    """The exit codes of the runs of a week: one, and where something goes wrong the one that makes it good."""
    if week == "2026-W14":
        post.faults.append("451 come back later")
    if week == "2026-W15":
        with filelock.FileLock(job.folder / "archive" / ".briefgen-weekly.lock"):
            yield job.run("weekly", "--week", week, "--quiet")
    yield job.run("weekly", "--week", week, "--quiet")
    if week == "2026-W14":
        yield job.run("deliver", "--quiet")
    if week == "2026-W20":
        yield job.run("weekly", "--week", week, "--quiet")


Weeks = tuple[Job, dict[str, Played], Post]


def test_each_run_ends_with_its_code(played: Weeks) -> None:
    codes = {week: item.codes for week, item in played[1].items() if item.codes != (0,)}
    assert codes == {"2026-W11": (4,), "2026-W14": (6, 0), "2026-W15": (5, 0), "2026-W20": (0, 0)}


def test_nobody_gets_an_issue_twice_and_everybody_each(played: Weeks) -> None:
    job, weeks, post = played
    assert [item.letters for item in weeks.values()] == [1] * len(WEEKS)
    assert {tuple(recipients) for recipients, _ in post.letters} == {("director@example.org",)}
    assert len(list((job.folder / "delivered").iterdir())) == len(WEEKS)
    assert job.ask("SELECT DISTINCT state FROM deliveries") == [("delivered",)]


def test_the_two_packages_of_the_union_are_told_as_two_decisions_or_a_contradiction(played: Weeks) -> None:
    brief = played[1]["2026-W09"].brief
    values = {item["fact"]["id"]: item["fact"]["value"] for item in brief["quantities"]}
    pairs = [{values[change["fact"]], values[change["earlier"]]} for change in brief["changes"] if change["kind"] == "contradiction"]
    assert {"10000000000", "12000000000"} in pairs


def test_a_package_that_grew_is_told_with_both_sums_and_their_difference(played: Weeks) -> None:
    change = next(change for change in played[1]["2026-W10"].brief["changes"] if change["kind"] == "figure")
    assert change["difference"] == "3000000000"


def test_a_repost_is_no_news_and_a_broken_file_is_set_aside(played: Weeks) -> None:
    counts = played[1]["2026-W10"].counts
    assert (counts["sources"], counts["repeated"], counts["set_aside"]) == (1, 1, 1)


def test_a_late_article_is_in_the_next_issue_and_marked(played: Weeks) -> None:
    item = played[1]["2026-W12"]
    assert item.counts["late"] == 1
    assert [source["name"] for source in item.brief["sources"] if source["is_late"]] == ["late.txt"]


def test_a_risk_that_more_sources_tell_gained_support(played: Weeks) -> None:
    assert [change["support"] for change in played[1]["2026-W13"].brief["changes"] if change["kind"] == "risk-gained"] == [[1, 2]]


def test_a_speaker_is_put_beside_what_the_same_one_said_in_another_language(played: Weeks) -> None:
    assert "speaker" in played[1]["2026-W16"].changes


def test_what_was_expected_and_is_not_reported_is_told(played: Weeks) -> None:
    assert "event" in played[1]["2026-W18"].changes


def test_an_article_without_a_day_is_set_aside(played: Weeks) -> None:
    assert played[1]["2026-W19"].counts["set_aside"] == 1


def test_each_line_of_the_log_names_its_run(played: Weeks) -> None:
    lines = [json.loads(line) for line in (played[0].folder / "log.jsonl").read_text(encoding="utf-8").splitlines()]
    assert all(line["run"] for line in lines)
    assert {line["phase"] for line in lines if line["event"] == "phase"} >= {"reading the inbox", "printing and checking", "delivering"}


def test_the_finished_briefs_hold_before_the_check(played: Weeks) -> None:
    job = played[0]
    folders = sorted(path for path in (job.folder / "out").iterdir() if path.is_dir())
    assert [main(["check", str(folder)]) for folder in folders if "W11" not in folder.name] == [0] * (len(WEEKS) - 1)
