"""The marked texts of tests/cases/<language>/quantities_*.toml -> the figures that a text must give: «дали {5 тонн|5 mass-tonne about}»."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from briefgen.model import QUALIFIERS

FOLDER = Path(__file__).resolve().parents[1] / "cases"
_MARK = re.compile(r"\{([^{}|]*)\|([^{}|]*)\}")


@dataclass(frozen=True)
class Case:
    """`wanted`: start, surface, value, upper, unit and qualifier of each figure in text order."""

    language: str
    kind: str
    text: str
    wanted: tuple[tuple[int, str, Decimal, Decimal | None, str, str], ...]
    is_bare: bool


def cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*/quantities_*.toml")):
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        is_bare = bool(table.pop("bare", False))
        for kind, texts in table.items():
            for text in texts:
                yield _case(path.parent.name, f"{path.stem.removeprefix('quantities_')}.{kind}", text, is_bare=is_bare)


def _case(language: str, kind: str, marked: str, *, is_bare: bool) -> Case:
    wanted, plain, last = [], "", 0
    for match in _MARK.finditer(marked):
        plain += marked[last : match.start()]
        wanted.append((len(plain), match[1], *_figure(match[2])))
        plain, last = plain + match[1], match.end()
    return Case(language, kind, plain + marked[last:], tuple(wanted), is_bare)


def _figure(words: str) -> tuple[Decimal, Decimal | None, str, str]:
    numbers, *rest = words.split()
    value, _, upper = numbers.partition("..")
    qualifier = rest.pop() if rest and rest[-1] in QUALIFIERS else "exact"
    return Decimal(value), Decimal(upper) if upper else None, rest[0] if rest else "number", qualifier
