"""The figures of weeks in a row -> docs/year.md and its plot. Sentences are made from the figures, so that nothing is praised unseen."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import linear_regression, median
from typing import Any

PHASES = ("reading the inbox", "comparing with earlier issues", "printing and checking")
QUARTER = 13  # weeks whose medians are put beside each other, of a year; of fewer weeks a third at each end
FEWEST = 6
WIDTH, HEIGHT, LEFT, TOP, BOTTOM = 760, 300, 50, 20, 40

Row = dict[str, Any]


def page(rows: Sequence[Row], weeks: int) -> str:
    """The page in Markdown."""
    each = rows[0]["articles"]
    return "\n".join(
        [
            "# A year of weeks\n",
            "Written by `python benchmarks/weekly.py FOLDER --write`; do not edit. Ratios travel between machines, seconds do not.\n",
            f"{len(rows)} weeks of {weeks} were played, {each} articles each, every week in a process of its own without a cache: both",
            "languages, DOCX and PDF, everything read back and checked. Where a machine has other work, seconds by the clock tell of that",
            "work; those of the processor tell of the week.\n",
            "![Seconds of the processor by week](pictures/year.svg)\n",
            "## Reading\n",
            *(f"- {line}" for line in reading(rows)),
            "\n## Weeks\n",
            table(rows),
            "",
        ]
    )


def table(rows: Sequence[Row]) -> str:
    lines = [
        "| week | s | processor s | reading | comparing | printing and checking | archive MB | peak MB |",
        "|---|--:|--:|--:|--:|--:|--:|--:|",
    ]
    for row in rows:
        phases = " | ".join(f"{row[phase]:.2f}" for phase in PHASES)
        line = f"| {row['week']} | {row['seconds']:.1f} | {row['processor']:.1f} | {phases} | {row['archive_MB']:.1f} | {row['peak_MB']} |"
        lines.append(line)
    return "\n".join(lines)


def reading(rows: Sequence[Row]) -> list[str]:
    """What the figures say: sums, and how the later weeks stand to the earlier ones."""
    total, archive = sum(row["seconds"] for row in rows), rows[-1]["archive_MB"]
    longest, memory = max(row["seconds"] for row in rows), max(row["peak_MB"] for row in rows)
    lines = [
        f"All weeks together took {total / 60:.0f} minutes; a week took {median(row['seconds'] for row in rows):.1f} s (median), "
        f"{longest:.1f} s at most.",
        f"The archive holds {archive:.1f} MB, {archive / len(rows):.2f} MB a week; peak of memory {memory} MB.",
    ]
    if len(rows) < FEWEST:
        return [*lines, f"Too few weeks to tell whether a week takes longer as the archive grows: {FEWEST} are needed."]
    told = _growth([row["processor"] for row in rows[1:]])  # the first week has no earlier one to be compared with
    return [*lines, f"Seconds of the processor: {told}"]


def _growth(values: Sequence[float]) -> str:
    """How the last quarter stands to the first, and the straight line through all."""
    part = min(QUARTER, len(values) // 3)
    first, last = median(values[:part]), median(values[-part:])
    slope = linear_regression(range(len(values)), values).slope
    return f"first {part} weeks {first:.2f} s, last {part} weeks {last:.2f} s (medians): x {last / first:.2f}; {slope:+.3f} s a week."


def plot(rows: Sequence[Row]) -> str:
    """Bars of the processor's seconds a week, as SVG."""
    most = max(row["processor"] for row in rows)
    room, width = HEIGHT - TOP - BOTTOM, (WIDTH - LEFT) / len(rows)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="11">']
    parts.append(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>')
    for step in range(0, int(most) + 1, 10 if most > 20 else 5):
        y = HEIGHT - BOTTOM - room * step / most
        parts.append(
            f'<path d="M{LEFT} {y:.1f}H{WIDTH}" stroke="#ddd"/><text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{step} s</text>'
        )
    for number, row in enumerate(rows):
        height, x = room * row["processor"] / most, LEFT + number * width
        bar = f'x="{x:.1f}" y="{HEIGHT - BOTTOM - height:.1f}" width="{0.8 * width:.1f}" height="{height:.1f}"'
        parts.append(f'<rect {bar} fill="#1f4e79"/>')
    parts.append(f'<text x="{LEFT}" y="{HEIGHT - 12}">{rows[0]["week"]} to {rows[-1]["week"]}: seconds of the processor a week</text>')
    return "\n".join([*parts, "</svg>", ""])
