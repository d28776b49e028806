"""Passages without a translation and a translator -> machine translations that may be printed, those refused, and what failed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from briefgen.diagnostics import UsageError
from briefgen.language.words import normalise
from briefgen.model import Brief, Refusal, Translation
from briefgen.naming.gazetteer import Entries
from briefgen.translation.guard import Finders, differences
from briefgen.translation.memory import MACHINE_CONTEXTS, Memory
from briefgen.translation.translators import Failure, Translator
from briefgen.translation.units import Unit, translation_units
from briefgen.translation.worklist import awaiting

MadeT = TypeVar("MadeT", Translation, Refusal)


@dataclass(frozen=True, slots=True)
class Made:
    """What became of the passages that were given to a machine; `failures` are reasons, one a passage."""

    translations: tuple[Translation, ...] = ()
    refusals: tuple[Refusal, ...] = ()
    failures: tuple[str, ...] = ()


def known_refusals(brief: Brief, target: str, memory: Memory, *, names: Entries = ()) -> tuple[Refusal, ...]:
    """Those of the passages that await translation of which the memory keeps a refused translation."""
    found = [
        (unit, memory.refusal(unit.text, source=unit.language, target=target, context=unit.context))
        for unit in awaiting(brief, target, names=names)
    ]
    return tuple(replace(refusal, text=unit.text) for unit, refusal in found if refusal)


def in_order(brief: Brief, made: Sequence[MadeT]) -> tuple[MadeT, ...]:
    """Translations or refusals in the order of the brief's units, whether they were made in this run or kept by an earlier one."""
    order = {unit.key: index for index, unit in enumerate(translation_units(brief))}
    return tuple(sorted(made, key=lambda item: (order.get((normalise(item.text), item.context), len(order)), item.language)))


def translate_awaiting(brief: Brief, target: str, translator: Translator, finders: Finders, *, names: Entries = ()) -> Made:
    """Sentences, clauses and posts that await translation, each given to the machine once; labels and names are left to people.

    A passage whose translation was refused before is not given again.
    """
    refused = {(normalise(refusal.text), refusal.context) for refusal in brief.refusals if refusal.language == target}
    units = [unit for unit in awaiting(brief, target, names=names) if unit.context in MACHINE_CONTEXTS and unit.key not in refused]
    if not units:
        return Made()
    texts = {_without_stop(unit.text): unit.text for unit in reversed(units)}  # a clause may be its sentence but for the full stop
    asked = dict.fromkeys(_without_stop(unit.text) for unit in units)
    outcomes = translator.translate([texts[key] for key in asked], source=units[0].language, target=target)
    if len(outcomes) != len(asked):
        raise UsageError(f"translator {translator.tool}: gave {len(outcomes)} outcomes for {len(asked)} texts; it is at fault, use another")
    made = dict(zip(asked, outcomes, strict=True))
    return _sorted([(unit, made[_without_stop(unit.text)]) for unit in units], target, translator.tool, finders)


def _sorted(pairs: Sequence[tuple[Unit, str | Failure]], target: str, tool: str, finders: Finders) -> Made:
    translations: list[Translation] = []
    refusals: list[Refusal] = []
    failures: list[str] = []
    for unit, outcome in pairs:
        if isinstance(outcome, Failure):
            failures.append(outcome.reason)
            continue
        words = _with_end_of(unit.text, outcome)
        reasons = differences(unit.text, words, source=unit.language, target=target, finders=finders)
        if reasons:
            refusals.append(Refusal(unit.text, target, words, tool, reasons, unit.context))
        else:
            translations.append(Translation(unit.text, target, words, "machine", unit.context, tool))
    return Made(tuple(translations), tuple(refusals), tuple(failures))


def _with_end_of(original: str, translated: str) -> str:
    """The translation with a full stop where its original has one: models end whatever they are given."""
    words = " ".join(translated.split())
    if original.rstrip().endswith("."):
        return words if words.endswith((".", "?", "!", "…")) else words + "."
    return words.removesuffix(".")


def _without_stop(text: str) -> str:
    return normalise(text).removesuffix(".")
