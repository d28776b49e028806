"""Every line of golden-formats.txt: what the formatting layer must print, to the character (⍽ stands for the no-break space)."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from briefgen.formatting.dates import format_date
from briefgen.formatting.quantities import format_of, format_quantity

LINES = (Path(__file__).parent / "golden-formats.txt").read_text(encoding="utf-8").replace("⍽", "\u00a0").splitlines()
UNITS = {"t": "mass-tonne", "%": "concentr-percent"}
DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?: (\d{4}-\d\d-\d\d) \((\d+), (\d+)\) \|)?\s+(.+)")
QUALIFIERS = {"over", "about", "nearly"}


def cells(line: str) -> list[str]:
    return [cell.strip(" ") for cell in line.split("|")]


@pytest.mark.parametrize("line", [line for line in LINES if DATE.match(line)])
def test_dates_print_as_the_golden_line_has_them(line: str) -> None:
    first, last, _, _, rest = DATE.match(line).groups()
    if last:
        printed = [format_date(f"{first}/{last}", "ru"), format_date(f"{first}/{last}", "en")]
    else:
        printed = [format_date(first, "ru"), format_date(first, "ru", style="table"), format_date(first, "en")]
    assert printed == cells(rest)


@pytest.mark.parametrize("line", [line for line in LINES if not DATE.match(line) and " of " not in line.split("|")[0]])
def test_quantities_print_as_the_golden_line_has_them(line: str) -> None:
    head, *expected = cells(line)
    *words, numbers, unit = head.split()
    qualifier = words[0] if words else "exact"
    lower, _, upper = numbers.lstrip("-").partition("-")
    value = Decimal(("-" if numbers.startswith("-") else "") + lower)
    options = {"upper": Decimal(upper) if upper else None, "qualifier": qualifier}
    variants = columns(len(expected), is_range=bool(upper), is_mass=unit == "t")
    printed = [format_quantity(value, UNITS.get(unit, unit), language, style=style, **options) for language, style in variants]
    assert printed == expected


def test_a_part_of_a_whole_prints_as_the_golden_line_has_it() -> None:
    assert cells(LINES[-1]) == ["22 of 36", format_of(22, 36, "ru"), format_of(22, 36, "en")]


def columns(count: int, *, is_range: bool, is_mass: bool) -> list[tuple[str, str]]:
    """What the columns of a line hold: Russian text and words, English text and table; short lines leave some out."""
    if count == 4:
        return [("ru", "text"), ("ru", "words"), ("en", "text"), ("en", "table")]
    if count == 3:
        return [("ru", "text"), ("en", "text"), ("en", "table")] if is_range else [("ru", "text"), ("ru", "words"), ("en", "text")]
    return [("ru", "text"), ("en", "text")]
