"""What a week of the recurring brief takes as its archive grows: seconds by phase, archive size and memory of each of so many weeks.

    python benchmarks/weekly.py FOLDER [--weeks 52] [--articles 200] [--write]

Articles are made from templates with varied facts, a tenth of them re-posts, in both languages; they are read, extracted, compared, printed
and checked as in earnest (both languages, DOCX and PDF), each week by a process of its own, as a scheduler does it. By hand only: a year
takes half an hour or more. FOLDER keeps the job and a line for each week; a run that was stopped goes on where it ended. --write puts the
table, the plot and the reading into docs/year.md.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT / "benchmarks"), str(ROOT)]

import year  # noqa: E402

Row = dict[str, Any]

PARTNERS = (
    ("Великобритания", "Britain"),
    ("Япония", "Japan"),
    ("Турция", "Turkey"),
    ("Китай", "China"),
    ("Германия", "Germany"),
    ("Италия", "Italy"),
    ("Индия", "India"),
    ("Франция", "France"),
)
PLACES = (("Казахстане", "Kazakhstan"), ("Узбекистане", "Uzbekistan"), ("Киргизии", "Kyrgyzstan"), ("Азербайджане", "Azerbaijan"))
MATTERS = (
    ("добычу урана", "uranium mining"),
    ("железную дорогу", "a railway"),
    ("солнечные станции", "solar power"),
    ("переработку нефти", "oil refining"),
    ("порт", "a port"),
    ("выплавку меди", "copper smelting"),
    ("университет", "a university"),
    ("газопровод", "a gas pipeline"),
)
NAMES = (
    ("Павел Громов", "Pavel Gromov"),
    ("Ольга Сомова", "Olga Somova"),
    ("Игорь Лесной", "Igor Lesnoy"),
    ("Анна Дальняя", "Anna Dalnyaya"),
)
RUSSIAN = """{partner} и новый проект

{partner} планирует вложить {sum} миллионов долларов США в {matter} в {place}. Об этом стало известно {day}.

Эксперт {name} заявил, что {risk} России. По его словам, проект начнётся в {year} году и даст {jobs} рабочих мест.

Объём торговли вырос на {percent} процентов. Власти обещают построить {kilometres} километров дорог за {years} лет.

Аналитики напоминают, что за прошлый год сюда пришло {past} миллионов евро инвестиций, а запасы сырья оцениваются в {tonnes} тысяч тонн.
"""
ENGLISH = """{partner} and a new project

{partner} plans to invest {sum} million US dollars in {matter} in {place}. This became known on {day}.

The expert {name} said that the project {risk} Russia. It will begin in {year} and bring {jobs} jobs.

Trade grew by {percent} per cent. The authorities promise to build {kilometres} kilometres of roads within {years} years.

Analysts recall that {past} million euros of investment came last year, while reserves are put at {tonnes} thousand tonnes.
"""
RISKS = (
    ("маршруты в обход лишат доходов железные дороги", "could harm the exports of"),
    ("санкции ударят по экспорту", "will not threaten"),
)
CONFIGURATION = 'subject = "RU"\n[weekly]\ninbox = "inbox"\narchive = "archive/a.sqlite"\noutput = "out"\n'
MONDAY = date(2025, 1, 6)
DAYS = ("понедельник", "Monday")


def articles(chance: random.Random, number: int) -> Iterator[str]:
    """Texts of a week; each tenth is a re-post of the one before, cut at its end."""
    text = ""
    for index in range(number):
        if index % 10 == 9:
            yield text.rstrip().rsplit("\n", 1)[0]
            continue
        of = index % 2
        pick = {
            key: chance.choice(known)[of] for key, known in (("partner", PARTNERS), ("matter", MATTERS), ("name", NAMES), ("risk", RISKS))
        }
        numbers = {key: chance.randint(2, 990) for key in ("sum", "jobs", "percent", "kilometres", "past", "tonnes")}
        text = (RUSSIAN, ENGLISH)[of].format(
            **pick, **numbers, place=chance.choice(PLACES)[of], day=DAYS[of], year=chance.randint(2027, 2035), years=chance.randint(3, 9)
        )
        yield text


def weeks(folder: Path, number: int, each: int) -> Iterator[Row]:
    """Play the weeks; the figures of each, and keep them. What a run before this one played is told and not played again."""
    kept = folder / "weeks.jsonl"
    known = [json.loads(line) for line in kept.read_text(encoding="utf-8").splitlines()] if kept.exists() else []
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "briefgen.toml").write_text(CONFIGURATION, encoding="utf-8")
    yield from known[:number]
    for week in range(len(known), number):
        start = MONDAY + timedelta(weeks=week)
        _fill(folder / "inbox" / start.isoformat(), start, random.Random(f"2026, week {week}"), each)
        row = _played(folder, "{}-W{:02}".format(*start.isocalendar()[:2]), each)
        with kept.open("a", encoding="utf-8") as file:
            file.write(json.dumps(row) + "\n")
        yield row


def _fill(inbox: Path, start: date, chance: random.Random, each: int) -> None:
    inbox.mkdir(parents=True, exist_ok=True)
    for index, text in enumerate(articles(chance, each)):
        (inbox / f"{index:03}.txt").write_text(text, encoding="utf-8")
        (inbox / f"{index:03}.toml").write_text(f"published = {start + timedelta(days=index % 7)}\n", encoding="utf-8")


def _played(folder: Path, week: str, each: int) -> Row:
    """The run of a week, in a process of its own, nothing of it cached; with the seconds of its phases and its peak of memory."""
    log = folder / f"{week}.jsonl"
    log.unlink(missing_ok=True)
    command = [sys.executable, "-m", "briefgen", "weekly", "--config", str(folder / "briefgen.toml"), "--week", week, "--quiet"]
    begun = time.monotonic()
    process = subprocess.Popen([*command, "--no-cache", "--log", str(log)], cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.monotonic() - begun
    if code := os.waitstatus_to_exitcode(status):
        raise SystemExit(f"{week}: exit code {code}")
    lines = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    phases = {line["phase"]: line["seconds"] for line in lines if line["event"] == "phase"}
    size = sum(path.stat().st_size for path in (folder / "archive").iterdir())
    return {
        "week": week,
        "articles": each,
        "seconds": round(seconds, 2),
        "processor": round(used.ru_utime + used.ru_stime, 2),
        **phases,
        "archive_MB": round(size / 1e6, 2),
        "peak_MB": round(used.ru_maxrss / 1024),
    }


def run(words: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--write", action="store_true", help="write docs/year.md and its plot")
    asked = parser.parse_args(words)
    rows = []
    for row in weeks(asked.folder.resolve(), asked.weeks, asked.articles):
        rows.append(row)
        sys.stdout.write("  ".join(f"{key} {value}" for key, value in row.items()) + "\n")
        sys.stdout.flush()
    if asked.write:
        (ROOT / "docs" / "year.md").write_text(year.page(rows, asked.weeks), encoding="utf-8", newline="\n")
        (ROOT / "docs" / "pictures" / "year.svg").write_text(year.plot(rows), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    run()
