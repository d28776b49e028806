"""A brief and what earlier issues said -> what changed: new interests, sums, risks and voices, other figures for the same thing,
contradictions, risks that gained or lost support, events that were expected and of which nobody speaks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from decimal import Decimal

from briefgen.archive import Archive, KnownFact
from briefgen.model import STAGES, Brief, Change, Merged, Quantity, Trend
from briefgen.weekly import keys
from briefgen.weekly.period import Period

_WEEKS = 5  # issues before this one whose sums the chart shows
_PARTNERS = 3
_NUMBERS = 3  # different numbers under one name in one issue; more are numbers of different things


@dataclass(slots=True)
class Found:
    """Changes, the sums of earlier issues that are drawn, and the earlier facts that both name, by article."""

    changes: list[Change] = field(default_factory=list)
    trends: list[Trend] = field(default_factory=list)
    facts: dict[str, set[str]] = field(default_factory=dict)

    def add(self, change: Change, known: KnownFact | None = None) -> None:
        self.changes.append(change)
        if known is not None:
            self.need(known, change.earlier)

    def need(self, known: KnownFact, *ids: str | None) -> None:
        self.facts.setdefault(known.article, set()).update(id for id in ids if id)


def find_changes(brief: Brief, archive: Archive, period: Period) -> Found:
    """What changed against the issues of the same series before the period; against nothing, where there is none, only contradictions."""
    found = Found()
    _contradictions(brief, found)
    before = archive.issues_before(period.series, period.start.isoformat(), most=1)
    if before and not any((brief.interests, brief.quantities, brief.statements, brief.risks)):
        _events(brief, archive, period, found)  # a week without news takes no support away
    elif before:
        for find in (_figures, _interests, _sums, _risks, _support, _voices, _events):
            find(brief, archive, period, found)
    _trends(brief, archive, period, found)
    return found


def _known(archive: Archive, period: Period, kind: str, wanted: Iterable[str]) -> Mapping[str, Sequence[KnownFact]]:
    """The facts by key in the last earlier issue that has it."""
    return archive.latest(period.series, kind, wanted, before=period.start.isoformat())


def _contradictions(brief: Brief, found: Found) -> None:
    """Two sums of one partner for one counterpart that are not the same: two decisions or a contradiction, which a person has to tell."""
    packages: dict[str, list[Merged[Quantity]]] = {}
    matters: dict[str, set[str]] = {}
    for item in brief.interests:
        for quantity, key in keys.sums_of(brief, item):
            packages.setdefault(key, []).append(quantity)
            matters.setdefault(quantity.fact.id, set()).update(keys.matters_of(item))
    for labelled in _labelled(brief).values():
        packages[labelled[0].fact.id] = labelled
    told: set[frozenset[str]] = set()
    for items in packages.values():
        waiting = sorted({item.fact.id: item for item in items}.values(), key=lambda item: (item.fact.unit == "XXX", -item.fact.value))
        while waiting:
            first, *rest = waiting
            against = [other for other in rest if _comparable(first, other) and keys.may_be_one(matters, first, other)]
            waiting = [other for other in rest if other not in against]
            for other in against:
                pair = frozenset((first.fact.id, other.fact.id))
                if other.fact.value != first.fact.value and pair not in told:
                    told.add(pair)
                    found.add(Change("contradiction", first.fact.id, other.fact.id, _difference(first, other)))


def _labelled(brief: Brief) -> dict[str, list[Merged[Quantity]]]:
    """Figures with one name, holder, unit and day."""
    named: dict[str, list[Merged[Quantity]]] = {}
    for item in brief.quantities:
        if (key := keys.figure_key(brief, item)) and item.fact.qualifier == "exact" and not item.fact.rule.startswith("count.part"):
            named.setdefault(f"{key}|{item.fact.as_of or ''}", []).append(item)
    return {key: items for key, items in named.items() if len({place.source for item in items for place in item.evidence}) > 1}


def _comparable(one: Merged[Quantity], other: Merged[Quantity]) -> bool:
    return one.fact.unit == other.fact.unit or "XXX" in (one.fact.unit, other.fact.unit)


def _difference(new: Merged[Quantity], old: Merged[Quantity]) -> Decimal | None:
    return difference(new, old.fact.value, old.fact.unit, old.fact.qualifier, is_range=old.fact.upper is not None)


def difference(new: Merged[Quantity], value: Decimal, unit: str, qualifier: str, *, is_range: bool) -> Decimal | None:
    """New minus old, where both are single exact numbers in one unit; else nothing is calculated."""
    fact = new.fact
    if fact.unit != unit or unit == "XXX" or fact.upper is not None or is_range or fact.qualifier != "exact" or qualifier != "exact":
        return None
    return fact.value - value


def _figures(brief: Brief, archive: Archive, period: Period, found: Found) -> None:
    """Another number for the same thing than the last issue that named it. A name under which an issue has many numbers is not the name
    of one thing («инвестиции»), and sums of one partner for different matters are not one sum."""
    named = [(item, key, frozenset[str]()) for item in brief.quantities if (key := keys.figure_key(brief, item))]
    packages = [(item, key, keys.matters_of(interest)) for interest in brief.interests for item, key in keys.sums_of(brief, interest)]
    told: set[str] = set()
    for kind, named_now in (("figure", named), ("package", packages)):
        known = _known(archive, period, kind, (key for _, key, _ in named_now))
        now: dict[str, set[Decimal]] = {}
        for item, key, _ in named_now:
            now.setdefault(key, set()).add(item.fact.value)
        for item, key, matters in named_now:
            latest = [fact for fact in known.get(key, ()) if _is_package_of(fact, item, matters) or kind == "figure"]
            values = {Decimal(str(fact.data["value"])) for fact in latest}
            if max(len(values), len(now[key])) > _NUMBERS or not latest or item.fact.value in values or item.fact.id in told:
                continue
            told.add(item.fact.id)
            before = next(
                (fact for fact in latest if fact.data.get("unit") == item.fact.unit), latest[0]
            )  # rather than one without a currency
            found.add(Change("figure", item.fact.id, before.fact), before)


def _is_package_of(fact: KnownFact, item: Merged[Quantity], matters: Set[str]) -> bool:
    """Whether an earlier sum may be the same one: in its currency, for a matter that both name or neither does. Schema 1 kept none."""
    before = set(fact.data.get("matters", matters))
    is_alike = before == matters or bool(before & matters) or (not matters and bool(fact.data.get("bare")))
    return fact.data.get("unit") in (item.fact.unit, "XXX") and is_alike


def _interests(brief: Brief, archive: Archive, period: Period, found: Found) -> None:
    """An interest in a matter that no issue told, and one that has come further since the last that did."""
    asked = {key for item in brief.interests for key in keys.interest_keys(item)}
    known = archive.furthest(period.series, "interest", asked, before=period.start.isoformat())
    told: set[str] = set()
    for item in brief.interests:
        wanted = keys.interest_keys(item)
        if item.fact.partner == brief.subject or told.intersection(wanted):
            continue
        old = [fact for key in wanted for fact in known.get(key, ())]
        if not old:
            told.update(wanted)
            found.add(Change("interest", item.fact.id))
            continue
        furthest = max(old, key=lambda fact: fact.rank)
        if STAGES.index(item.fact.stage) > furthest.rank:
            told.update(wanted)
            found.add(Change("stage", item.fact.id, furthest.fact), furthest)


def _sums(brief: Brief, archive: Archive, period: Period, found: Found) -> None:
    sums = [item for item in brief.quantities if keys.is_money(item.fact.unit) and item.fact.equivalent_of is None]
    known = _known(archive, period, "sum", map(keys.sum_key, sums))
    changed = {change.fact for change in found.changes if change.kind == "figure"}
    for item in sums:
        if keys.sum_key(item) not in known and item.fact.id not in changed:
            found.add(Change("sum", item.fact.id))


def _risks(brief: Brief, archive: Archive, period: Period, found: Found) -> None:
    risks = [item for item in brief.risks if item.fact.polarity == "risk"]
    known = _known(archive, period, "risk", map(keys.risk_key, risks))
    told: set[str] = set()
    for item in risks:
        key = keys.risk_key(item)
        if key not in known and key not in told:
            told.add(key)
            found.add(Change("risk", item.fact.id))


def _support(brief: Brief, archive: Archive, period: Period, found: Found) -> None:
    """Risks whose number of independent sources is another than in the last issue that told them, and those of the issue before that
    nobody tells now."""
    last = archive.issues_before(period.series, period.start.isoformat(), most=1)[0]
    now = keys.supports(brief)
    wanted = {*now, *(fact.key for fact in archive.facts_of(last.period, "support"))}
    before = _known(archive, period, "support", wanted)
    told = _known(archive, period, "risk", wanted)
    here = {keys.risk_key(item): item for item in reversed(brief.risks) if item.fact.polarity == "risk"}
    for key in sorted(before.keys() & told.keys()):
        count, support = int(before[key][0].data["count"]), len(now.get(key, ()))
        if support != count:
            kind = "risk-gained" if support > count else "risk-lost"
            fact = here[key].fact.id if key in here else ""
            found.add(Change(kind, fact, told[key][0].fact, support=(count, support)), told[key][0])


def _voices(brief: Brief, archive: Archive, period: Period, found: Found) -> None:
    """Experts who were not heard before; and what a speaker says now beside what the same one said last."""
    speakers = {item.fact.id: keys.speaker_key(brief, item) for item in brief.statements}
    known = _known(archive, period, "speaker", speakers.values())
    told: set[str] = set()
    for item in brief.statements:
        key = speakers[item.fact.id]
        if key in told or item.fact.speaker.kind not in ("expert", "official") or not keys.is_named(item):
            continue
        told.add(key)
        if key in known:
            found.add(Change("speaker", item.fact.id, known[key][0].fact), known[key][0])
        elif item.fact.speaker.kind == "expert":
            found.add(Change("view", item.fact.id))


def _events(brief: Brief, archive: Archive, period: Period, found: Found) -> None:
    """Days of this period for which earlier issues expected something and which no article of it names."""
    first, last = period.start.isoformat(), period.stop.isoformat()
    named = {item.fact.value for item in brief.dates}
    told: set[str] = set()
    for fact in archive.between(period.series, "event", first, last, before=first):
        if fact.key not in named and fact.key + fact.article not in told:
            told.add(fact.key + fact.article)
            found.add(Change("event", "", fact.fact), fact)
            found.need(fact, fact.data.get("statement"), fact.data.get("interest"))


def _trends(brief: Brief, archive: Archive, period: Period, found: Found) -> None:
    """The largest sum of each of the partners that name most, in this issue and in those before it."""
    now = list(_largest(brief))[:_PARTNERS]
    partners = [partner for partner, _ in now]
    earlier: list[Trend] = []
    for issue in reversed(archive.issues_before(period.series, period.start.isoformat(), most=_WEEKS)):
        for fact in archive.facts_of(issue.period, "trend"):
            if fact.key in partners:
                earlier.append(Trend(fact.key, f"{issue.start}/{issue.stop}", fact.fact))
                found.need(fact, fact.fact)
    if earlier:
        found.trends += [*earlier, *(Trend(partner, period.interval, item.fact.id) for partner, item in now)]


def trend_facts(brief: Brief, period: Period) -> Iterator[KnownFact]:
    """The largest sum of each partner, for the charts of later issues."""
    for partner, item in _largest(brief):
        article = brief.sources[item.evidence[0].source - 1].id
        yield KnownFact("trend", partner, period.name, period.stop.isoformat(), article, item.fact.id)


def _largest(brief: Brief) -> Iterator[tuple[str, Merged[Quantity]]]:
    """Partners with the largest sum that each promises or plans, in the order in which the brief ranks their interests."""
    largest: dict[str, Merged[Quantity]] = {}
    for item in brief.interests:
        for quantity, _ in keys.sums_of(brief, item):
            known = largest.setdefault(item.fact.partner, quantity) if quantity.fact.unit != "XXX" else None
            if known and known.fact.unit == quantity.fact.unit and known.fact.value < quantity.fact.value:
                largest[item.fact.partner] = quantity
    yield from largest.items()
