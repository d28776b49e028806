"""A brief and a memory -> the worklist: a PO file of what awaits translation, in reading order, with what a translator needs to know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from briefgen.language.words import normalise
from briefgen.model import Brief, Evidence, Quantity, Refusal, Statement, Translation
from briefgen.naming.gazetteer import Entries
from briefgen.naming.labels import split_rate
from briefgen.translation.memory import LANGUAGES, Memory
from briefgen.translation.po import Entry, PoFile, header_for
from briefgen.translation.units import Fact, Unit, translation_units

Place = tuple[int, int, int]  # source, paragraph, offset of the sentence: the order in which one reads
_LABELS = {"label": "label of a figure", "post": "post", "name": "name"}
_NAMES = {"ru": "Russian", "en": "English"}


@dataclass(frozen=True, slots=True)
class _Use:
    """Where a unit stands: its place, article and paragraph in words, the fact that brings it."""

    place: Place
    where: str
    fact: str = ""


def awaiting(brief: Brief, target: str, *, names: Entries = ()) -> tuple[Unit, ...]:
    """The units of which the edition in `target` prints the original, or nothing; `names` are a house's own."""
    done = {(normalise(entry.text), entry.context) for entry in brief.translations if entry.language == target}
    return tuple(unit for unit in translation_units(brief, names=names) if unit.language != target and unit.key not in done)


def worklist(
    brief: Brief, target: str, memory: Memory, *, before: PoFile | None = None, machine: bool = False, names: Entries = ()
) -> PoFile:
    """The PO file of what is to be translated into `target`, without what the memory knows.

    `before` is an earlier worklist that may be half done: nothing that a person wrote in it is lost. `machine` adds the machine
    translations that the edition prints, for a person to look through; `names` are a house's own.
    """
    source = next(language for language in LANGUAGES if language != target)
    uses, offers = _uses(brief), _machine_made(brief, target)
    near = memory.including((entry for entry in brief.translations if entry.language == target), source=source)
    units = [
        unit
        for unit in awaiting(brief, target, names=names)
        if memory.find(unit.text, source=source, target=target, context=unit.context) is None
    ]
    if machine:
        units += [unit for unit in translation_units(brief) if isinstance(offers.get(unit.key), Translation) and unit.language != target]
    units = _once(sorted(units, key=lambda unit: (_first(uses, unit), -len(unit.text), normalise(unit.text), unit.context)))
    entries = tuple(_entry(unit, uses.get((*unit.key, source), ()), _offered(unit, offers.get(unit.key), target, near)) for unit in units)
    return _merged(PoFile(header_for(source, target, date=brief.date), _opening(source, target), entries), before)


def _once(units: Iterable[Unit]) -> list[Unit]:
    """Of words with and without a full stop the first: the memory finds both by either. A sentence goes before its clauses."""
    found: dict[tuple[str, str], Unit] = {}
    for unit in units:
        found.setdefault((normalise(unit.text).removesuffix("."), unit.context), unit)
    return list(found.values())


def _machine_made(brief: Brief, target: str) -> dict[tuple[str, str], Translation | Refusal]:
    """What a machine made for an edition, printed or refused, by normalised text and context."""
    made: tuple[Translation | Refusal, ...] = (*(entry for entry in brief.translations if entry.method == "machine"), *brief.refusals)
    return {(normalise(entry.text), entry.context): entry for entry in made if entry.language == target}


def _opening(source: str, target: str) -> tuple[str, ...]:
    return (
        f"Passages that await translation from {_NAMES[source]} into {_NAMES[target]}.",
        "Where the speaker said the words in that language, give them as they were published, with the comment",
        "“original: WHERE THEY WERE PUBLISHED”: they are printed as a quotation. A translation is printed as a translation.",
        "Fuzzy entries hold the translation of similar words, or a machine’s; they are not used until the mark is taken off.",
    )


def _entry(unit: Unit, uses: Iterable[_Use], offered: Entry) -> Entry:
    facts: dict[str, list[str]] = {}
    for use in sorted(uses, key=lambda use: use.place):
        facts.setdefault(use.where, []).append(use.fact)
    notes = (f"{where}: {'; '.join(dict.fromkeys(found))}" if any(found) else where for where, found in facts.items())
    return replace(offered, text=unit.text, context=unit.context, notes=(*notes, *offered.notes))


def _offered(unit: Unit, machine: Translation | Refusal | None, target: str, memory: Memory) -> Entry:
    """A machine’s words, else the translation of similar words; always fuzzy: who takes the mark off answers for them."""
    if machine is not None:
        reasons = (f"refused: {', '.join(machine.reasons)}",) if isinstance(machine, Refusal) else ()
        return Entry(unit.text, machine.translated, fuzzy=True, notes=(f"offered by machine: {machine.tool}", *reasons))
    near = memory.near(unit.text, source=unit.language, target=target, context=unit.context)
    if near is None:
        return Entry(unit.text)
    return Entry(unit.text, near.translated, fuzzy=True, previous=near.text)


def _merged(file: PoFile, before: PoFile | None) -> PoFile:
    """The new worklist with the work of an earlier one: entries that are no longer asked for become obsolete ones."""
    if before is None:
        return file
    done = {(normalise(entry.text), entry.context): entry for entry in (*before.obsolete, *before.entries) if entry.translated}
    entries = []
    for entry in file.entries:
        old = done.pop((normalise(entry.text), entry.context), None)
        entries.append(_continued(entry, old) if old else entry)
    return replace(file, entries=tuple(entries), obsolete=tuple(done.values()))


def _continued(entry: Entry, old: Entry) -> Entry:
    """What a person wrote stays; what was only offered gives way to what is offered now."""
    if old.fuzzy and not old.comments and entry.translated:
        return entry
    notes = tuple(dict.fromkeys((*(note for note in entry.notes if note not in old.notes), *old.notes)))
    return replace(entry, translated=old.translated, fuzzy=old.fuzzy, comments=old.comments, previous=old.previous, notes=notes)


def _first(uses: Mapping[tuple[str, str, str], list[_Use]], unit: Unit) -> Place:
    return min((use.place for use in uses.get((*unit.key, unit.language), ())), default=(0, 0, 0))


def _uses(brief: Brief) -> dict[tuple[str, str, str], list[_Use]]:
    """By normalised text, context and language: every place that a unit has in the brief."""
    uses: dict[tuple[str, str, str], list[_Use]] = {}
    for source in brief.sources:
        _add(uses, source.title, "", source.language, _Use((source.number, 0, 0), f"title of {source.name}"))
    facts: Iterable[Fact] = chain(brief.quantities, brief.dates, brief.statements, brief.interests, brief.risks)
    for item in facts:
        for evidence in item.evidence:
            source = brief.sources[evidence.source - 1]
            for text, context in _texts(item, evidence):
                use = _Use(
                    (evidence.source, evidence.paragraph, evidence.start),
                    f"paragraph {evidence.paragraph} of {source.name}",
                    _told(item, context),
                )
                _add(uses, text, context, source.language, use)
    return uses


def _add(uses: dict[tuple[str, str, str], list[_Use]], text: str, context: str, language: str, use: _Use) -> None:
    uses.setdefault((normalise(text), context, language), []).append(use)


def _texts(item: Fact, evidence: Evidence) -> Iterator[tuple[str, str]]:
    """The texts that a fact brings into the brief, as `translation_units` has them."""
    yield evidence.sentence, ""
    yield item.fact.surface, ""
    if isinstance(item.fact, Quantity):
        yield split_rate(item.fact.label)[0], "label"
    if isinstance(item.fact, Statement):
        yield item.fact.speaker.role, "post"
        yield item.fact.speaker.name, "name"


def _told(item: Fact, context: str) -> str:
    """«label of a figure, q-0123456789ab» or «s-0123456789ab, direct speech of NAME, POST»: what the words are, the fact, who speaks."""
    told = [_LABELS[context]] if context else []
    told.append(item.fact.id)
    if isinstance(item.fact, Statement):
        speech = "direct speech of " if item.fact.mode == "direct" else "reported speech of "
        told.append(speech + ", ".join(filter(None, (item.fact.speaker.name, item.fact.speaker.role))))
    return ", ".join(told)
