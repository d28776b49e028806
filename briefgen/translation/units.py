"""A brief -> the passages of its sources that another edition needs translated, each once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from briefgen.language.words import normalise
from briefgen.model import Brief, DateMention, Interest, Merged, Quantity, Risk, Statement
from briefgen.naming.gazetteer import Entries
from briefgen.naming.labels import split_rate
from briefgen.naming.posts import post_name
from briefgen.naming.speakers import speaker_name

Fact = Merged[Quantity] | Merged[DateMention] | Merged[Statement] | Merged[Interest] | Merged[Risk]


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage with its language; `context` tells sentences (empty) from figure labels and posts, as PO files do by msgctxt."""

    text: str
    language: str
    context: str = ""

    @property
    def key(self) -> tuple[str, str]:
        """What translations are found by."""
        return (normalise(self.text), self.context)


def translation_units(brief: Brief, *, names: Entries = ()) -> tuple[Unit, ...]:
    """Titles, sentences, clauses, labels of figures, posts that no pattern covers, unknown bodies; `names` are a house's own."""
    units: dict[tuple[str, str, str], Unit] = {}
    for unit in dict.fromkeys(_all(brief, names)):  # most facts share their sentence: the same words are compared once
        if unit.text:
            units.setdefault((*unit.key, unit.language), unit)
    return tuple(units.values())


def _all(brief: Brief, names: Entries) -> Iterable[Unit]:
    language = {source.number: source.language for source in brief.sources}
    for source in brief.sources:
        yield Unit(source.title, source.language)
    old = brief.earlier
    kinds: tuple[Iterable[Fact], ...] = (brief.quantities, brief.dates, brief.statements, brief.interests, brief.risks)
    kinds += (old.quantities, old.dates, old.statements, old.interests, old.risks)
    statements = (*brief.statements, *old.statements)
    for item in chain.from_iterable(kinds):
        for place in item.evidence:
            yield Unit(place.sentence, language[place.source])
        if isinstance(item.fact, (Statement, Interest, Risk)):
            yield Unit(item.fact.surface, language[item.evidence[0].source])
    for quantity in (*brief.quantities, *old.quantities):
        yield Unit(split_rate(quantity.fact.label)[0], language[quantity.evidence[0].source], "label")
    posts = {(item.fact.speaker.role, language[item.evidence[0].source]) for item in statements if item.fact.speaker.role}
    for role, source_language in sorted(posts):
        if post_name(role, source_language, "en" if source_language == "ru" else "ru", names=names).method == "none":
            yield Unit(role, source_language, "post")
    for who, source_language in dict.fromkeys((item.fact.speaker, language[item.evidence[0].source]) for item in statements):
        target = "en" if source_language == "ru" else "ru"
        name = speaker_name(who.name, who.kind, source_language, target, extra=names)
        unknown = who.kind in ("organisation", "media") and name.method in ("transliterated", "same")
        if (
            unknown or name.method == "none" or (name.method == "same" and target == "ru")
        ):  # a Russian paper has no names in Latin letters, of people neither
            yield Unit(who.name, source_language, "name")
