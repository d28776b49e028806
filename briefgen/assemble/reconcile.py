"""A brief -> the same with diagnostics that only the whole can tell: facts of one source, sums named twice."""

from __future__ import annotations

from dataclasses import replace

from briefgen.diagnostics import Diagnostic
from briefgen.model import Brief


def reconcile(brief: Brief) -> Brief:
    """Adds diagnostics `single-source` (no fact has a second source) and `sum-named-twice` (merged by its number alone)."""
    return replace(brief, diagnostics=brief.diagnostics + _single_source(brief) + _named_twice(brief))


def _single_source(brief: Brief) -> tuple[Diagnostic, ...]:
    if len(brief.sources) > 1:
        return ()
    return (Diagnostic("single-source", "info", hint="no statement is confirmed by a second source"),)


def _named_twice(brief: Brief) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic("sum-named-twice", "warning", subject=item.fact.id, hint="check that both places mean the same sum")
        for item in brief.quantities
        if len({(place.source, place.sentence) for place in item.evidence}) > 1
    )
