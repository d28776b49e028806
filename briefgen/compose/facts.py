"""A brief's facts -> the groups that sections print: partners with their interests, risks of one kind with their counter-views."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.compose.edition import Edition, actor, own_sources, speaker
from briefgen.compose.kinds import kind_name
from briefgen.language.lexicon import load
from briefgen.model import STAGES, Brief, Evidence, Interest, Merged, Quantity, Risk, Statement
from briefgen.naming.countries import codes_by_name

# Sums of these stages are behind us: they are no promise and never lead "largest sums".
PAST_STAGES = ("under_way", "done")
# Topics that are means rather than matters: they serve any matter and name none.
MEANS = ("diplomacy", "investment", "finance", "trade")


@dataclass(frozen=True, slots=True)
class Partner:
    """An actor that wants something, with its interests in rank order."""

    code: str
    interests: tuple[Merged[Interest], ...]


@dataclass(frozen=True, slots=True)
class RiskGroup:
    """Risks of one kind: what they are called, who speaks of them, what is said against them."""

    kind: str
    category: str
    risks: tuple[Merged[Risk], ...]
    counters: tuple[Merged[Risk], ...]

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(place for risk in self.risks for place in risk.evidence)


def partners_of(brief: Brief) -> tuple[Partner, ...]:
    """Partners, those with most interests first, each with its weightiest interests first; the subject country is none of its own."""
    grouped: dict[str, list[Merged[Interest]]] = {}
    for item in brief.interests:
        if item.fact.partner != brief.subject and item.fact.polarity == "wants":
            grouped.setdefault(item.fact.partner, []).append(item)
    topic = _main_topic(list(grouped.values()))
    partners = [Partner(code, tuple(sorted(items, key=lambda item: -_weight(item, topic)))) for code, items in grouped.items()]
    return tuple(sorted(partners, key=lambda partner: -len(partner.interests)))


# What makes an interest weigh, in points: the brief's main topic, a sum, and how near it is to an agreement.
_TOPIC, _SUM = 3.0, 2.0
_NEWS = {"agreed": 2.5, "funded": 2.5, "planned": 2.0, "done": 1.5, "under_way": 1.0, "stated": 1.0}


def _weight(item: Merged[Interest], topic: str) -> float:
    return _TOPIC * (topic in item.fact.topics) + _SUM * bool(item.fact.quantities) + _NEWS[item.fact.stage] + bool(item.fact.toward)


def leading_interest(brief: Brief, partner: Partner) -> Merged[Interest]:
    """The interest that a partner's line names: on the brief's main topic first, then the furthest stage that is not of the past."""
    topic = main_topic(brief)
    return max(
        partner.interests,
        key=lambda item: (topic in item.fact.topics, _NEWS[item.fact.stage], -partner.interests.index(item)),
    )


def teller_of(edition: Edition, item: Merged[Interest]) -> Merged[Statement] | None:
    """The statement that an interest is told in, if any."""
    return next(
        (
            statement
            for statement in edition.brief.statements
            if statement.fact.start <= item.fact.start < statement.fact.stop
            and any(place.sentence == item.evidence[0].sentence for place in statement.evidence)
        ),
        None,
    )


def matters(topics: Sequence[str]) -> list[str]:
    """Topics without the means where a matter is named; the means alone where none is."""
    named = [topic for topic in dict.fromkeys(topics) if topic != "other"]
    return [topic for topic in named if topic not in MEANS] or named


def main_topic(brief: Brief) -> str:
    """The topic that most partners share, a matter rather than a means («инвестиции» and «дипломатия» serve any matter)."""
    return _main_topic([list(partner.interests) for partner in partners_of(brief)])


def _main_topic(groups: Sequence[Sequence[Merged[Interest]]]) -> str:
    topics = [topic for group in groups for item in group for topic in item.fact.topics if topic != "other"]
    shared = {topic: sum(any(topic in item.fact.topics for item in group) for group in groups) for topic in dict.fromkeys(topics)}
    return max(shared, key=lambda topic: (topic not in MEANS, shared[topic], topics.count(topic)), default="")


def main_places(brief: Brief) -> list[str]:
    """The counterparts: those that a title names first, then the most frequent."""
    partners = {partner.code for partner in partners_of(brief)}
    places = [code for item in brief.interests for code in item.fact.toward if code not in partners]
    titled = {code for source in own_sources(brief) for code in named_in(source.title, source.language)}
    return sorted(dict.fromkeys(places), key=lambda code: (code not in titled, -places.count(code), code.isdigit(), places.index(code)))


def common_places(brief: Brief, partners: Sequence[Partner], most: int) -> list[str]:
    """The first counterparts, where each of the partners wants something of one of them at least; else none, for a sentence that names
    them together would say it of all."""
    places = main_places(brief)[:most]
    return places if all(any(code in item.fact.toward for item in partner.interests for code in places) for partner in partners) else []


def named_in(text: str, language: str) -> set[str]:
    """The countries that a text names in one word, in any case."""
    known = codes_by_name(language)
    return {known[word] for word in re.findall(r"[\w-]+", text.lower().replace("ё", "е")) if word in known}


def is_money(unit: str) -> bool:
    """Whether a unit is a currency (ISO 4217 codes are three capitals) or money without one (XXX)."""
    return len(unit) == 3 and unit.isupper()


def stage_rank(item: Merged[Interest]) -> int:
    """The place of an interest's stage in the order of the contract: the later, the firmer."""
    return STAGES.index(item.fact.stage)


def largest_sum(brief: Brief, partner: Partner) -> Merged[Quantity] | None:
    """The largest sum that a partner promises or plans, in the currency it names most; sums of the past only where there is no other."""
    sums = {id: item for item in brief.quantities for id in (item.fact.id, *item.also) if is_money(item.fact.unit)}
    for past in (False, True):
        found = [
            sums[id]
            for item in partner.interests
            if (item.fact.stage in PAST_STAGES) is past
            for id in item.fact.quantities
            if id in sums and sums[id].fact.equivalent_of is None
        ]
        if found:
            usual = Counter(item.fact.unit for item in found).most_common(1)[0][0]
            return max((item for item in found if item.fact.unit == usual), key=lambda item: item.fact.value)
    return None


def is_promised(brief: Brief, quantity: Merged[Quantity]) -> bool:
    """Whether a figure is promised or planned: it belongs to an interest that is not yet of the past."""
    ids = {quantity.fact.id, *quantity.also}
    stages = [item.fact.stage for item in brief.interests if ids & set(item.fact.quantities)]
    return bool(stages) and not any(stage in PAST_STAGES for stage in stages)


def risk_groups(brief: Brief) -> tuple[RiskGroup, ...]:
    """Risks by kind, each counter-view beside the risk that it answers."""
    grouped: dict[tuple[str, str], list[Merged[Risk]]] = {}
    for item in brief.risks:
        if item.fact.polarity == "risk":
            grouped.setdefault((item.fact.rule, item.fact.category), []).append(item)
    answered = _answers(brief, list(grouped.values()))
    return tuple(
        RiskGroup(kind, category, tuple(items), tuple(answered.get(index, ())))
        for index, ((kind, category), items) in enumerate(grouped.items())
    )


def counters_of(brief: Brief) -> tuple[Merged[Risk], ...]:
    """The views that speak against a risk."""
    return tuple(item for item in brief.risks if item.fact.polarity == "counter")


def headline(edition: Edition, item: Merged[Risk]) -> str | None:
    """What a risk's or a counter-view's kind is called in the edition's language; None for a kind that has no name."""
    return kind_name(edition, item.fact.rule) or None


_VOICES = 5  # speakers named in a cell; a brief of many articles counts the others


def who_says(edition: Edition, risks: Sequence[Merged[Risk]], *, most: int = _VOICES) -> tuple[str, ...]:
    """Who speaks of some risks and how firmly, each speaker once; beyond `most` how many more there are."""
    said = []
    for item in risks:
        statement = edition.statements.get(item.fact.statement or "")
        firmness = edition.words.text(_firmness(item.fact, statement), context="firmness")
        who = speaker(edition, statement) if statement else edition.words.text("article text")
        said.append(f"{who}, {firmness}")
    named = tuple(dict.fromkeys(said))
    return named if len(named) <= most else (*named[: most - 1], more(edition, len(named) - most + 1))


def _firmness(risk: Risk, statement: Merged[Statement] | None) -> str:
    """How firmly it is said; what somebody reports («сообщили», "according to data from") is no opinion of his."""
    if risk.firmness != "reported":
        return risk.firmness
    if statement is None:
        return "told"
    said = statement.fact
    is_opinion = said.speaker.kind == "expert" or said.cue.casefold().startswith(_opinions())
    return "reported" if is_opinion else "told"


@cache
def _opinions() -> tuple[str, ...]:
    """What words begin with that call something a view, in both languages."""
    return tuple(stem for language in ("ru", "en") for stem in load(language, "speech")["opinions"])


def more(edition: Edition, count: int) -> str:
    """How many of a kind stand in the annex alone."""
    return edition.words.text("%(count)s more in the annex") % {"count": count}


def place_of_actors(edition: Edition, codes: Sequence[str]) -> tuple[str, ...]:
    """The names of some actors, each once."""
    return tuple(dict.fromkeys(actor(edition, code, short=True) for code in codes))


def _answers(brief: Brief, groups: list[list[Merged[Risk]]]) -> dict[int, list[Merged[Risk]]]:
    """Each counter-view beside the risks of its category, else of its speaker; a risk without an answer takes its own speaker's."""
    speakers = {item.fact.id: item.fact.speaker.name for item in brief.statements}
    counters = counters_of(brief)
    answers: dict[int, list[Merged[Risk]]] = {}
    for counter in counters:
        alike = [index for index, group in enumerate(groups) if group[0].fact.category == counter.fact.category]
        for index in alike or [index for index, group in enumerate(groups) if _same_voice(counter, group, speakers)]:
            answers.setdefault(index, []).append(counter)
    for index, group in enumerate(groups):
        if index not in answers:
            answers[index] = [counter for counter in counters if _same_voice(counter, group, speakers)][:1]
    return answers


def _same_voice(counter: Merged[Risk], group: list[Merged[Risk]], speakers: dict[str, str]) -> bool:
    voice = speakers.get(counter.fact.statement or "", "")
    return bool(voice) and any(speakers.get(item.fact.statement or "") == voice for item in group)
