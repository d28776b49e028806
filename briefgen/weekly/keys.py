"""The facts of an issue -> keys by which later issues find what is the same: a matter, a sum, a figure's name, a risk, a speaker, a day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set

from briefgen.archive import KnownFact
from briefgen.language.words import normalise
from briefgen.model import STAGES, Brief, Evidence, Interest, Merged, Quantity, Risk, Statement
from briefgen.naming.countries import country_name
from briefgen.naming.labels import label_name
from briefgen.naming.speakers import speaker_name
from briefgen.serialize.values import to_value
from briefgen.weekly.period import Period

_MEANS_OF_SUMS = frozenset(("diplomacy", "investment", "finance", "trade", "other"))
_MEANS = frozenset(("diplomacy", "other"))  # topics that say nothing of the matter


def known_facts(brief: Brief, period: Period) -> Iterator[KnownFact]:
    """What later issues are compared with, for the archive."""

    def fact(kind: str, key: str, id: str, evidence: Evidence | None, *, rank: int = 0, **data: object) -> KnownFact:
        article = brief.sources[evidence.source - 1].id if evidence else ""
        return KnownFact(kind, key, period.name, period.stop.isoformat(), article, id, data, rank)

    named = _matters_of_sums(brief)
    for interest in brief.interests:
        for key in interest_keys(interest):
            yield fact("interest", key, interest.fact.id, interest.evidence[0], rank=STAGES.index(interest.fact.stage))
        for sum_named, key in sums_of(brief, interest):
            value = to_value(sum_named.fact.value)
            what = {"value": value, "unit": sum_named.fact.unit, **named[sum_named.fact.id]}
            yield fact("package", key, sum_named.fact.id, sum_named.evidence[0], **what)
    for quantity in brief.quantities:
        if is_money(quantity.fact.unit):
            yield fact("sum", sum_key(quantity), quantity.fact.id, quantity.evidence[0])
        if key := figure_key(brief, quantity):
            yield fact("figure", key, quantity.fact.id, quantity.evidence[0], value=to_value(quantity.fact.value))
    for risk in brief.risks:
        if risk.fact.polarity == "risk":
            yield fact("risk", risk_key(risk), risk.fact.id, risk.evidence[0])
    for key, support in supports(brief).items():
        yield fact("support", key, key, None, count=len(support))
    for statement in brief.statements:
        yield fact("speaker", speaker_key(brief, statement), statement.fact.id, statement.evidence[0])
    dates = {item.fact.id: item for item in brief.dates}
    for event in brief.events:
        day = dates[event.date].fact
        if event.expected and day.precision == "day" and "/" not in day.value:
            yield fact("event", day.value, event.date, event.evidence, statement=event.statement, interest=event.interest)


def interest_keys(item: Merged[Interest]) -> tuple[str, ...]:
    """Who wants what of whom: a key a topic, or one for an interest without a matter."""
    fact = item.fact
    whom = fact.toward[0] if fact.toward else ""
    topics = [topic for topic in fact.topics if topic not in _MEANS] or ["other"]
    return tuple(f"{fact.partner}>{whom}:{topic}:{fact.polarity}" for topic in topics)


def matters_of(item: Merged[Interest]) -> frozenset[str]:
    """What an interest is about; nothing where it names means alone: investment, trade."""
    return frozenset(item.fact.topics) - _MEANS_OF_SUMS


def _matters_of_sums(brief: Brief) -> dict[str, dict[str, object]]:
    """What each sum is for by all interests that name it; `bare` where one of them names no matter («пакет в 12 млрд»)."""
    found: dict[str, list[frozenset[str]]] = {}
    for item in brief.interests:
        for quantity, _ in sums_of(brief, item):
            found.setdefault(quantity.fact.id, []).append(matters_of(item))
    return {id: {"matters": sorted(frozenset().union(*groups)), "bare": not all(groups)} for id, groups in found.items()}


def may_be_one(matters: Mapping[str, Set[str]], one: Merged[Quantity], other: Merged[Quantity]) -> bool:
    """Whether two sums may be for the same: they share a matter, or for one of them none is named."""
    first, second = matters.get(one.fact.id, set()), matters.get(other.fact.id, set())
    return not first or not second or bool(first & second)


def sums_of(brief: Brief, item: Merged[Interest]) -> Iterator[tuple[Merged[Quantity], str]]:
    """The sums that an interest promises or plans, each with the key of its package: partner and counterpart."""
    fact = item.fact
    if fact.polarity != "wants" or fact.stage in ("done", "under_way") or not fact.toward:
        return
    by_id = {id: quantity for quantity in brief.quantities for id in (quantity.fact.id, *quantity.also)}
    for id in fact.quantities:
        quantity = by_id.get(id)
        if quantity and is_money(quantity.fact.unit) and quantity.fact.equivalent_of is None:
            yield quantity, f"{fact.partner}>{fact.toward[0]}"


def sum_key(item: Merged[Quantity]) -> str:
    """A sum by its number and currency."""
    fact = item.fact
    return " ".join(part for part in (to_value(fact.value), to_value(fact.upper), fact.unit) if part)


def figure_key(brief: Brief, item: Merged[Quantity]) -> str:
    """What a figure measures, whose it is and in which unit; empty where the text does not say. A label is taken in English where all of
    its words are terms, so that a Russian and an English article speak of one thing."""
    fact = item.fact
    if not fact.label or fact.equivalent_of or fact.rule.startswith("count.total") or not (fact.holder or " " in fact.label):
        return ""  # without a holder a name of one word («инвестиции») is the name of anything
    language = brief.sources[item.evidence[0].source - 1].language
    label = label_name(fact.label, language, "en") if language == "ru" else fact.label
    return f"{_without_holder(normalise(label or fact.label).casefold(), fact.holder)}|{fact.holder or ''}|{fact.unit}"


def _without_holder(label: str, holder: str | None) -> str:
    """ "reserves of rare-earth metals of Kazakhstan", held by Kazakhstan -> "reserves of rare-earth metals"."""
    if not holder:
        return label
    for name in {country_name(holder, "en", article=True), country_name(holder, "en"), country_name(holder, "ru", case="genitive")}:
        label = label.removesuffix(f" of {name.casefold()}").removesuffix(f" {name.casefold()}")
    return label


def risk_key(item: Merged[Risk]) -> str:
    """The kind of a risk; of a risk without a kind of its own its words."""
    return f"{item.fact.category}:{item.fact.rule}"


def supports(brief: Brief) -> dict[str, frozenset[str]]:
    """The independent sources of each risk: stories that tell it, a near duplicate being none of its own."""
    found: dict[str, set[str]] = {}
    for item in brief.risks:
        if item.fact.polarity == "risk":
            sources = (brief.sources[place.source - 1] for place in item.evidence)
            found.setdefault(risk_key(item), set()).update(source.story or source.id for source in sources)
    return {key: frozenset(stories) for key, stories in found.items()}


def speaker_key(brief: Brief, item: Merged[Statement]) -> str:
    """A speaker's name in English letters: the same in articles of both languages."""
    who = item.fact.speaker
    language = brief.sources[item.evidence[0].source - 1].language
    return normalise(speaker_name(who.name, who.kind, language, "en").text or who.name).casefold()


def is_named(item: Merged[Statement]) -> bool:
    """Whether a statement has a speaker with a name: «аналитики» of two weeks are not the same people.

    Articles keep names as they write them, and what is no name in small letters.
    """
    return any(letter.isupper() for letter in item.fact.speaker.name)


def is_money(unit: str) -> bool:
    """Whether a unit is a currency, XXX for one that is not stated."""
    return len(unit) == 3 and unit.isupper()
