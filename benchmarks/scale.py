"""Figures of `cluster.py` -> docs/scale.md: what they mean for a million articles a day. Sentences are made from the figures."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

DAY = 86_400
MILLION = 1_000_000


@dataclass(frozen=True, slots=True)
class Speed:
    """A way: how many workers, on a cluster or not; articles a second with the start and once all is loaded; seconds of processor an
    article with the start and without it, of the first process and those it started (on a cluster: of the first alone); bytes printed."""

    name: str
    workers: int
    is_cluster: bool
    rate: float
    warm: float
    processor: float
    each: float
    size: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Articles of a run in two processes, the most MB of the first process and of the largest."""

    articles: int
    first: float
    largest: float


@dataclass(frozen=True, slots=True)
class Archive:
    """Articles a second that one process takes into the archive by the clock, its seconds of processor for each, bytes an article there."""

    rate: float
    processor: float
    size: float


@dataclass(frozen=True, slots=True)
class Facts:
    """All that was measured: how many articles, each way, memory, the archive, the machine, bytes of an article."""

    articles: int
    speeds: list[Speed]
    memories: list[Memory]
    archive: Archive
    machine: str
    article: float


def page(facts: Facts) -> str:
    """The page in Markdown."""
    sections = {
        "Processes and workers": [table(facts), *_reading(facts)],
        "Memory": _memory(facts),
        "A million articles a day": _million(facts),
        "What would be next": _next(facts),
        "A cluster": [_CLUSTER],
    }
    parts = ["# Many articles\n", _HEAD.format(machine=facts.machine, count=facts.articles, size=facts.article / 1000)]
    return "\n".join([*parts, *(f"## {title}\n\n" + "\n\n".join(words) + "\n" for title, words in sections.items())])


def table(facts: Facts) -> str:
    """Each way with its ratios to one process."""
    one = facts.speeds[0]
    lines = [
        "| way | articles a second, with the start | x one | once loaded | x one | ms of processor an article | without the start |",
        "|---|--:|--:|--:|--:|--:|--:|",
    ]
    for way in facts.speeds:
        ratios = f"{way.rate:.1f} | {way.rate / one.rate:.2f} | {way.warm:.1f} | {way.warm / one.warm:.2f}"
        whose = " (first process)" if way.is_cluster else ""
        lines.append(f"| `{way.name}` | {ratios} | {1000 * way.processor:.1f}{whose} | {1000 * way.each:.1f} |")
    return "\n".join(lines)


def _reading(facts: Facts) -> list[str]:
    by_name = {way.name: way for way in facts.speeds}
    one, two, paired = by_name["one process"], by_name.get("--jobs 2"), by_name.get("--cluster, 2 workers")
    lines = []
    if two:
        free, with_start = 2 * one.each / two.each, 2 * one.processor / two.processor
        lines.append(
            f"By the clock two processes read {two.warm / one.warm:.2f} times as much as one once they are loaded, "
            f"{two.rate / one.rate:.2f} times with the start of both counted. The clock counts what else the machine does (its load is "
            f"above); the processor's time does not: an article takes {1000 * one.each:.1f} ms of it in one process and "
            f"{1000 * two.each:.1f} ms in two, so that two free cores read {free:.2f} times as much as one "
            f"({'near-linear' if free >= 1.8 else 'less than linear'}), {with_start:.2f} times in a run of {facts.articles} articles with "
            "the start of the second process."
        )
    if paired:
        lines.append(
            f"On this machine scheduler, first process ({1000 * paired.each:.1f} ms an article) and workers of a cluster share the same "
            "cores; on machines of their own they would not. More workers than cores bring nothing; the rows of 4 are here to show it."
        )
    return lines


def _memory(facts: Facts) -> list[str]:
    if not facts.memories:
        return ["Not measured in this run."]
    lines = ["| articles | first process MB | largest process MB |", "|--:|--:|--:|"]
    lines += [f"| {row.articles} | {row.first:.0f} | {row.largest:.0f} |" for row in facts.memories]
    small, large = facts.memories[0], facts.memories[-1]
    grown = large.first - small.first
    each = 1000 * grown / (large.articles - small.articles)
    return [
        "\n".join(lines),
        f"{large.articles // small.articles} times the articles, {grown:+.1f} MB in the first process ({each:+.1f} KB an article, the "
        f"list of "
        "their paths among it): a few articles a worker are under way, never all.",
    ]


def _million(facts: Facts) -> list[str]:
    one = facts.speeds[0]
    need = MILLION / DAY
    core = 1 / one.each
    cores = need / core
    lines = [
        f"- A day has {DAY:,} s; a million articles are {need:.1f} a second on average, and {3 * need:.1f} where all come within "
        f"eight hours.",
        f"- A core reads {core:.1f} such articles a second ({1000 * one.each:.1f} ms of its time each), "
        f"{core * DAY / MILLION:.2f} million a day: {cores:.1f} "
        f"cores on average, "
        f"{ceil(3 * cores)} for the eight hours. Articles four times as long ask for four times as many: {ceil(12 * cores)}.",
    ]
    clusters = [way for way in facts.speeds if way.is_cluster]
    if clusters:
        first = min(way.each for way in clusters)
        lines.append(
            f"- The first process of a cluster spends {1000 * first:.1f} ms of processor an article (reading files, sending, putting "
            f"in order, "
            f"printing): it can feed {1 / first:.0f} articles a second, some {1 / first / core:.0f} workers, "
            f"{DAY / first / MILLION:.0f} million a day."
        )
    sent, back = facts.article * need / MILLION, one.size * need / MILLION
    lines.append(
        f"- An article of {facts.article / 1000:.1f} KB goes out and {one.size / 1000:.1f} KB of facts come back: {sent:.2f} and "
        f"{back:.2f} MB a second."
    )
    return ["\n".join(lines)]


def _next(facts: Facts) -> list[str]:
    archive, need = facts.archive, MILLION / DAY
    share, daily = need * archive.processor, archive.size * MILLION / 1e9
    verdict = "it keeps up" if share < 1 else "it does not keep up"
    check = 0.15 / 0.186 * daily * 30  # integrity_check, decision 18: 0.15 s for 186 MB
    return [
        f"The archive. One process writes it, for {1000 * archive.processor:.1f} ms of processor an article (near duplicates looked for "
        f"among those of its days), {DAY / archive.processor / MILLION:.1f} million a day: {verdict} with a million "
        f"({100 * share:.0f} % of its "
        f"time), measured on a small archive. By the clock, with a transaction on the disk for each and all else that the machine did, it "
        f"took in {archive.rate:.0f} a second. An article takes {archive.size / 1000:.1f} KB there: {daily:.0f} GB a day, "
        f"{daily * 30 / 1000:.2f} TB a month. One SQLite file of that size can still be read, but no longer be looked after: checking "
        f"it at "
        f"each start would take {check / 60:.0f} minutes after a month, and its backup is a copy of everything.",
        "So, in this order, and none of it is built today:",
        "1. Texts and extractions, which never change once written, go to object storage under their digest, which is their id "
        "already; the "
        "archive keeps their ids. That takes away nearly all bytes.\n"
        "2. The rows that are asked for (ids, days, stories, the sample of shingles, facts by key, issues, deliveries) go to "
        "PostgreSQL, in "
        "partitions by week: several writers, a backup that goes on, weeks that are dropped whole. `briefgen/archive/` is the only "
        "place that "
        "knows SQL; its transactions are the order of a run (decision 18) and stay as they are.\n"
        "3. Several first processes, each with a part of the inbox, once one no longer feeds the workers.\n"
        "4. A brief is made by one process, whatever was read: its time and memory by the number of articles are in "
        "[performance.md](performance.md). A million articles a day are many briefs, by subject and recipient, which run beside each "
        "other.",
    ]


_HEAD = """Written by `python benchmarks/cluster.py --write`; do not edit. Ratios travel between machines, articles a second do not.

{machine}. {count} made articles of {size:.1f} KB, `extract --no-cache`, the ways by turns, medians; all ways gave the same bytes. \
The cluster is on the loopback of the same machine, its workers up and with no model loaded when the clock starts.
"""
_CLUSTER = """Wherever briefgen and the same packages are installed (`pip install 'briefgen[cluster]'`):

```
dask scheduler                                         # on one machine, prints tcp://ADDRESS:8786
dask worker tcp://ADDRESS:8786 --nworkers 8 --nthreads 1    # on each that reads, as many as it has cores
briefgen extract inbox/ --cluster tcp://ADDRESS:8786 > facts.jsonl
briefgen weekly --cluster tcp://ADDRESS:8786           # and build
```

* The results are those of one process, byte for byte and in the same order, whichever worker is done first. Workers need no disk of
  ours: files are read by the first process, which alone writes the archive, the cache on its machine and all files.
* A worker that dies has its articles given to others; one article that ends its workers again and again is left out by name, the rest
  go on.
* A worker is asked what it is before it opens an article: another program, word list, Python or package beneath is refused (exit code
  8), because its facts could differ. So is one whose numpy adds in several threads: `dask worker` sets one where it starts nannies,
  which it does by default; without them set `OPENBLAS_NUM_THREADS=1`. Processors of different kinds may round differently in the last
  place; all of one kind is the safe choice.
* Exit code 2: the extra is missing or the address is none. 8: nobody answers, no worker is there for a minute, the scheduler ended, a
  worker differs. What was done by then is printed or kept.
* **Trust.** Who may connect to a scheduler can run code on its workers, and through their answers in the first process. Keep it in a
  network of its own, or let Dask ask for certificates: `tls://ADDRESS:8786` with `distributed.comm.tls` in Dask's own configuration
  (`DASK_DISTRIBUTED__COMM__REQUIRE_ENCRYPTION=true`, `DASK_DISTRIBUTED__COMM__TLS__CA_FILE`, `..._TLS__CLIENT__CERT`,
  `..._TLS__CLIENT__KEY`). briefgen sends calls of its own functions alone."""
