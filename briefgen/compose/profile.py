"""A profile's mapping -> Profile: which sections a brief has and how much each may hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from briefgen.diagnostics import UsageError

PAGE_ONE_LIMITS = ("points", "partners", "panels", "bars", "named_risks")
# Of recurring briefs: changes of each kind (page one), issues that the chart of sums shows of each partner (body); a profile may lack them.
CHANGES, WEEKS = "changes", "weeks"
BODY_LIMITS = ("parts", "interests", "figures", "experts", "quotes", "officials", "risks", "moments", "clause")

Steps = tuple[tuple[str, int], ...]  # fields of Limits, each with how much it is raised at a time


@dataclass(frozen=True, slots=True)
class Limits:
    """How much each section may hold.

    Page one: key points, partners, panels of the chart, bars of a panel, risks named.
    Body: partners with a part of their own, interests of each, figures, experts, statements of each (1 the best one, 2 reported and
    direct), officials, risks, moments of the timeline, characters of a clause in a table.
    """

    points: int
    partners: int
    panels: int
    bars: int
    named_risks: int
    parts: int
    interests: int
    figures: int
    experts: int
    quotes: int
    officials: int
    risks: int
    moments: int
    clause: int
    changes: int = 0
    weeks: int = 0


@dataclass(frozen=True, slots=True)
class Profile:
    """Sections by name in printed order; limits of page one and of the body from roomy to tight; `pages` stand before the annexes;
    `grow_page_one` and `grow_body` are fields with the step by which each is raised where a row leaves room, in order. `elsewhere` are
    sections that are printed too, though not composed now."""

    page_one: tuple[str, ...]
    body: tuple[str, ...]
    annexes: tuple[str, ...]
    pages: int
    page_one_limits: tuple[Mapping[str, int], ...]
    body_limits: tuple[Mapping[str, int], ...]
    grow_page_one: Steps
    grow_body: Steps
    elsewhere: tuple[str, ...] = ()

    def limits(self, page_one: int, body: int) -> Limits:
        """The limits of one row for page one and one for the body."""
        return Limits(**self.page_one_limits[page_one], **self.body_limits[body])


def profile_from(mapping: Mapping[str, Any], *, name: str, sections: Mapping[str, object]) -> Profile:
    """The checked profile; UsageError names the file, the key and what is wrong with it."""
    known = {"page_one", "body", "annexes", "pages", "page_one_limits", "body_limits", "grow_page_one", "grow_body"}
    for key in sorted(known.symmetric_difference(mapping)):
        raise UsageError(f"{name}: {'unknown key' if key in mapping else 'missing key'} {key!r}; a profile has {', '.join(sorted(known))}")
    for part in ("page_one", "body", "annexes"):
        for section in mapping[part]:
            if section not in sections:
                raise UsageError(f"{name}: {part}: unknown section {section!r}; there are {', '.join(sorted(sections))}")
    if not isinstance(mapping["pages"], int) or mapping["pages"] < 2:
        raise UsageError(f"{name}: pages: a whole number from 2 is wanted, not {mapping['pages']!r}")
    return Profile(
        page_one=tuple(mapping["page_one"]),
        body=tuple(mapping["body"]),
        annexes=tuple(mapping["annexes"]),
        pages=mapping["pages"],
        page_one_limits=_rows(mapping, "page_one_limits", PAGE_ONE_LIMITS, CHANGES, name),
        body_limits=_rows(mapping, "body_limits", BODY_LIMITS, WEEKS, name),
        grow_page_one=_steps(mapping, "grow_page_one", (*PAGE_ONE_LIMITS, CHANGES), name),
        grow_body=_steps(mapping, "grow_body", (*BODY_LIMITS, WEEKS), name),
    )


def _steps(mapping: Mapping[str, Any], part: str, wanted: tuple[str, ...], name: str) -> Steps:
    given = mapping[part]
    if not isinstance(given, dict):
        raise UsageError(f"{name}: {part}: a table is wanted, such as {part} = {{ {wanted[0]} = 1 }}")
    for key, step in given.items():
        if key not in wanted or type(step) is not int or step < 1:
            raise UsageError(f"{name}: {part}: {key} = {step!r}: a whole number from 1 for one of {', '.join(wanted)} is wanted")
    return tuple(given.items())


def _rows(mapping: Mapping[str, Any], part: str, wanted: tuple[str, ...], optional: str, name: str) -> tuple[Mapping[str, int], ...]:
    rows = mapping[part]
    if not rows:
        raise UsageError(f"{name}: {part}: at least one row is wanted")
    for number, row in enumerate(rows, start=1):
        for key in sorted(set(wanted).symmetric_difference(set(row) - {optional})):
            raise UsageError(f"{name}: {part} {number}: {'unknown' if key in row else 'missing'} key {key!r}")
        for key, value in row.items():
            if not isinstance(value, int) or value < 0:
                raise UsageError(f"{name}: {part} {number}: {key}: a whole number is wanted, not {value!r}")
    return tuple(rows)
