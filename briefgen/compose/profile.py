"""A profile's mapping -> Profile: which sections a brief has and how much each may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from briefgen.diagnostics import UsageError


@dataclass(frozen=True, slots=True)
class Limits:
    """How many items each section may hold; `interests` counts for each partner, `bars` for each panel."""

    points: int
    partners: int
    panels: int
    bars: int
    risks: int
    interests: int
    figures: int
    experts: int
    officials: int
    timeline: int


@dataclass(frozen=True, slots=True)
class Profile:
    """Sections by name in printed order; `limits` from roomy to tight; `pages` is the most that stands before the annexes."""

    page_one: tuple[str, ...]
    body: tuple[str, ...]
    annexes: tuple[str, ...]
    pages: int
    limits: tuple[Limits, ...]


def profile_from(mapping: Mapping[str, Any], *, name: str, sections: Mapping[str, object]) -> Profile:
    """The checked profile; UsageError names the file, the key and what is wrong with it."""
    known = {"page_one", "body", "annexes", "pages", "limits"}
    for key in sorted(known.symmetric_difference(mapping)):
        raise UsageError(f"{name}: {'unknown key' if key in mapping else 'missing key'} {key!r}; a profile has {', '.join(sorted(known))}")
    for part in ("page_one", "body", "annexes"):
        for section in mapping[part]:
            if section not in sections:
                raise UsageError(f"{name}: {part}: unknown section {section!r}; there are {', '.join(sorted(sections))}")
    if not isinstance(mapping["pages"], int) or mapping["pages"] < 1:
        raise UsageError(f"{name}: pages: a whole number from 1 is wanted, not {mapping['pages']!r}")
    return Profile(
        page_one=tuple(mapping["page_one"]),
        body=tuple(mapping["body"]),
        annexes=tuple(mapping["annexes"]),
        pages=mapping["pages"],
        limits=tuple(_limits(row, name, number) for number, row in enumerate(mapping["limits"], start=1)),
    )


def _limits(row: Mapping[str, Any], name: str, number: int) -> Limits:
    wanted = {field.name for field in fields(Limits)}
    for key in sorted(wanted.symmetric_difference(row)):
        raise UsageError(f"{name}: limits {number}: {'unknown' if key in row else 'missing'} key {key!r}")
    for key, value in row.items():
        if not isinstance(value, int) or value < 0:
            raise UsageError(f"{name}: limits {number}: {key}: a whole number is wanted, not {value!r}")
    return Limits(**row)
