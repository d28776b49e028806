"""What a week of the recurring brief takes as its archive grows: seconds, archive size and memory for each of so many weeks.

    python benchmarks/weekly.py [--weeks 52] [--articles 200] [--json]

Articles are made from templates with varied facts, a tenth of them re-posts, in both languages; they are read, extracted, compared, printed
and checked as in earnest (both languages, DOCX and PDF). By hand only: most
of a week is printing and checking, so that a year takes an hour or more.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from briefgen.cli import main

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
CONFIGURATION = 'subject = "RU"\n[weekly]\ninbox = "inbox"\narchive = "archive/a.sqlite"\noutput = "out"\nlog = "log.jsonl"\n'
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


def weeks(folder: Path, number: int, each: int) -> Iterator[dict[str, float | str]]:
    """Play the weeks; the figures of each."""
    chance, monday = random.Random(2026), date(2025, 1, 6)
    (folder / "briefgen.toml").write_text(CONFIGURATION, encoding="utf-8")
    for week in range(number):
        start = monday + timedelta(weeks=week)
        inbox = folder / "inbox" / start.isoformat()
        inbox.mkdir(parents=True)
        for index, text in enumerate(articles(chance, each)):
            (inbox / f"{index:03}.txt").write_text(text, encoding="utf-8")
            (inbox / f"{index:03}.toml").write_text(f"published = {start + timedelta(days=index % 7)}\n", encoding="utf-8")
        year, name, _ = start.isocalendar()
        begun = time.monotonic()
        code = main(["weekly", "--config", str(folder / "briefgen.toml"), "--week", f"{year}-W{name:02}", "--quiet"])
        seconds = time.monotonic() - begun
        if code:
            raise SystemExit(f"{year}-W{name:02}: exit code {code}")
        lines = map(json.loads, (folder / "log.jsonl").read_text(encoding="utf-8").splitlines())
        phases = {line["phase"]: line["seconds"] for line in lines if line["event"] == "phase"}
        size = sum(path.stat().st_size for path in (folder / "archive").iterdir()) / 1e6
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        yield {"week": f"{year}-W{name:02}", "seconds": round(seconds, 2), **phases, "archive_MB": round(size, 1), "peak_MB": round(memory)}


def run() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weeks", type=int, default=52)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--json", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        for row in weeks(Path(folder), asked.weeks, asked.articles):
            line = json.dumps(row) if asked.json else "  ".join(f"{key} {value}" for key, value in row.items())
            sys.stdout.write(line + "\n")
            sys.stdout.flush()


if __name__ == "__main__":
    run()
