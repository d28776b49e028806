"""Measurements -> docs/performance.md and its plot. Sentences are made from the figures, so that no figure is praised that was not seen."""

from __future__ import annotations

from collections.abc import Sequence
from math import log10
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from build import Row
    from size import Size

TITLES = {
    "counts": "Calls",
    "four": "All four files at once, beside peers",
    "extraction": "Extraction beside natasha",
    "pdf": "The PDF alone, beside peers",
    "word": "The Word draft alone, beside peers",
}
AIMS = {"briefgen --help": 0.12, "briefgen build --no-check": 1.3, "briefgen build": 1.8, "briefgen render --no-check": 0.6}


def page(
    cold: Sequence[Row], sizes: Sequence[Size], speeds: Sequence[tuple[int, float]], tables: dict[str, str], machine: str, seconds: float
) -> str:
    """The page in Markdown."""
    parts = [
        "# Performance\n",
        "Written by `python -m benchmarks --write`; do not edit. Ratios travel between machines, seconds do not.\n",
        f"{machine}. The whole run took {seconds / 60:.0f} minutes. Programs go by turns, each in a process of its own.\n",
        "## One article, cold process\n\n" + _cold(cold) + "\n",
        "## One brief over many articles\n\n" + _sizes(sizes) + "\n\n![Seconds and memory by articles](pictures/size.svg)\n",
        "## Many articles, several processes\n\n" + _speeds(speeds) + "\n",
    ]
    parts += [_table(name, text) for name, text in tables.items()]
    return "\n".join([*parts, "## Reading\n\n" + "\n".join(f"- {line}" for line in _reading(cold, sizes, speeds)) + "\n"])


def with_table(text: str, name: str, table: str) -> str:
    """A page with one table measured anew; where it has none of this name yet, it comes before the others."""
    heads = [f"\n## {TITLES[name]}\n", *(f"\n## {title}\n" for title in TITLES.values())]
    start = next(text.index(head) for head in heads if head in text)
    stop = text.index("\n## ", start + 1) if heads[0] in text else start
    return text[:start] + "\n" + _table(name, table) + text[stop:]


def _table(name: str, text: str) -> str:
    return f"## {TITLES[name]}\n\n```\n{text}\n```\n"


def _cold(rows: Sequence[Row]) -> str:
    lines = ["| | median s | from - to | peak MB | x `python -c pass` | aim s |", "|---|--:|--:|--:|--:|--:|"]
    for row in rows:
        aim = f"{AIMS[row.name]:.2f}" if row.name in AIMS else ""
        spread = f"{row.fastest:.2f} - {row.slowest:.2f}"
        lines.append(f"| `{row.name}` | {row.seconds:.2f} | {spread} | {row.megabytes:.0f} | {row.ratio:.0f} | {aim} |")
    return "\n".join(lines)


def _sizes(rows: Sequence[Size]) -> str:
    lines = ["| articles | facts | assemble s | print s | evidence page s | peak MB | ms an article |", "|--:|--:|--:|--:|--:|--:|--:|"]
    for row in rows:
        each = 1000 * _total(row) / row.articles
        lines.append(
            f"| {row.articles} | {row.facts} | {row.assemble:.2f} | {row.render:.2f} | {row.page:.2f} | {row.megabytes:.0f} | {each:.0f} |"
        )
    return "\n".join(lines)


def _speeds(speeds: Sequence[tuple[int, float]]) -> str:
    lines = ["| processes | articles a second | x one |", "|--:|--:|--:|"]
    lines += [f"| {jobs} | {rate:.1f} | {rate / speeds[0][1]:.2f} |" for jobs, rate in speeds]
    return "\n".join(lines)


def _reading(cold: Sequence[Row], sizes: Sequence[Size], speeds: Sequence[tuple[int, float]]) -> list[str]:
    by_name = {row.name: row for row in cold}
    lines = []
    for name, aim in AIMS.items():
        took = by_name[name].seconds
        lines.append(f"`{name}` takes {took:.2f} s; the aim of {aim:.2f} s is {'met' if took <= aim else f'missed by {took - aim:.2f} s'}.")
    first, last = sizes[0], sizes[-1]
    grown, power = last.articles / first.articles, log10(_total(last) / _total(first)) / log10(last.articles / first.articles)
    lines.append(
        f"{grown:.0f} times the articles take {_total(last) / _total(first):.1f} times the time to assemble and print "
        f"(growth as n^{power:.2f}), "
        f"and {last.megabytes:.0f} MB at {last.articles} articles."
    )
    best = max(speeds, key=lambda speed: speed[1])
    lines.append(
        f"With --jobs {best[0]} it reads {best[1]:.1f} articles a second, start included, "
        f"{best[1] * 86400 / 1e6:.2f} million a day; "
        f"a million a day asks for {1e6 / 86400 / best[1]:.1f} such machines."
    )
    lines.append("Where the ratio of a peer above is under 1, the peer is faster.")
    return lines


def _total(row: Size) -> float:
    return row.assemble + row.render + row.page


def plot(rows: Sequence[Size]) -> str:
    """Seconds to assemble and print, and memory, by the number of articles, both axes logarithmic, as SVG."""
    series = (
        ("seconds", "#1d4f91", [(row.articles, _total(row)) for row in rows]),
        ("peak MB", "#a33b20", [(row.articles, row.megabytes) for row in rows]),
    )
    highest, lowest = max(max(value for _, value in points) for *_, points in series), min(value for _, value in series[0][2])
    top, bottom = log10(highest) + 0.1, log10(lowest) - 0.1
    left, right = log10(rows[0].articles), log10(rows[-1].articles)

    def place(articles: float, value: float) -> tuple[float, float]:
        return 60 + 500 * (log10(articles) - left) / (right - left), 300 - 270 * (log10(value) - bottom) / (top - bottom)

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 660 350" font-family="sans-serif" font-size="12">']
    parts.append('<rect width="660" height="350" fill="#fff"/><path d="M60 30V300H560" fill="none" stroke="#555"/>')
    parts += [f'<text x="{place(row.articles, 1)[0]:.0f}" y="318" text-anchor="middle">{row.articles}</text>' for row in rows]
    parts.append('<text x="310" y="340" text-anchor="middle">articles in one brief</text>')
    for name, colour, points in series:
        places = [place(*point) for point in points]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        parts.append(f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"/>')
        for (x, y), (_, value) in zip(places, points, strict=True):
            parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>')
            parts.append(f'<text x="{x:.1f}" y="{y - 7:.1f}" text-anchor="middle" fill="{colour}">{value:.3g}</text>')
        parts.append(f'<text x="{places[-1][0] + 10:.1f}" y="{places[-1][1] + 4:.1f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>\n"])
