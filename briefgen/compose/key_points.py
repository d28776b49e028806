"""Facts -> the key points: who moves and where, the largest sums, the resources, the risks named and by whom, what speaks against them.

Each point is made from facts by a fixed phrase, so that both editions say the same without a translator; only the counter-view
and the leading quotation are the source's words.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.blocks import Block, Heading, Inline, Inlines, Listing, ListItem, Strong, Text
from briefgen.compose.edition import Edition, actor, amount, by_whom, cite, listed, post, speaker
from briefgen.compose.facts import (
    Partner,
    common_places,
    counters_of,
    headline,
    is_money,
    largest_sum,
    leading_interest,
    matters,
    partners_of,
    place_of_actors,
    risk_groups,
    teller_of,
)
from briefgen.compose.figures import interest_of, label_of, label_words, part_mark, printed_figures
from briefgen.compose.identity import slug
from briefgen.compose.interests import topic_names
from briefgen.compose.kinds import kind_name, stage_name
from briefgen.compose.risks import counter_words, risk_name
from briefgen.formatting.text import dash, sentence_case
from briefgen.model import Evidence, Interest, Merged, Quantity, Risk, Statement
from briefgen.naming.countries import is_plural

NO_BREAK = "\u00a0"
_PLACES = 4  # speakers and places named for one risk
_SUMS, _VOICES = 3, 4  # of a brief in which no partner moves
_A_SUM = 1_000_000  # «262 доллара» is a price


def key_points(edition: Edition, number: str) -> tuple[Block, ...]:
    """Three to six sentences, the main point first; a point without facts is left out, the risks' point never."""
    makers = [_movers, _sums, _resources, _voices_of_note, _risks, _against]
    for maker in (_voices_of_note, _resources, _sums):  # what gives way first; risks and what speaks against them never do
        if len(makers) > edition.limits.points:
            makers.remove(maker)
    if partners_of(edition.brief) and _voices_of_note in makers:
        makers.remove(_voices_of_note)
    items = tuple(ListItem(point, ids=(f"points/{slug(maker.__name__)}",)) for maker in makers if (point := maker(edition)))
    return (Heading(1, number, edition.words.text("Key points"), "key-points"), Listing(items, "points"))


def _movers(edition: Edition) -> Inlines:
    """Who moves and where."""
    partners = partners_of(edition.brief)[: edition.limits.partners]
    if not partners:
        return ()
    leading = [leading_interest(edition.brief, partner) for partner in partners]
    moves = [_movement(edition, partner, interest) for partner, interest in zip(partners, leading, strict=True)]
    places = common_places(edition.brief, partners, 2)
    sentence = _who_moves_where(edition, moves, places, are_many=len(partners) > 1 or is_plural(partners[0].code))
    return (Text(sentence_case(sentence)), *_end(edition, [place for interest in leading for place in interest.evidence[:1]]))


def _who_moves_where(edition: Edition, moves: list[str], codes: Sequence[str], *, are_many: bool) -> str:
    """«Интересы в отношении Казахстана и Средней Азии имеют Великобритания (…) и США (…)»: the verb agrees, no preposition is chosen."""
    words, count = edition.words, 2 if are_many else 1
    places = [actor(edition, code, case="genitive", article=True) for code in codes]
    if not places:
        return words.plural("%(partners)s states interests", "%(partners)s state interests", count) % {"partners": listed(edition, moves)}
    pattern = words.plural("%(partners)s has interests in %(places)s", "%(partners)s have interests in %(places)s", count)
    return pattern % {"partners": listed(edition, moves), "places": listed(edition, places)}


def _movement(edition: Edition, partner: Partner, leading: Merged[Interest]) -> str:
    """«Великобритания (критически важные минералы: подписана дорожная карта)»."""
    topics = topic_names(edition, matters(leading.fact.topics)[:2])
    step = kind_name(edition, leading.fact.rule) or stage_name(edition, leading.fact)
    teller = teller_of(edition, leading)
    if teller and teller.fact.speaker.kind == "expert":
        step += ", " + by_whom(edition, teller)
    name = actor(edition, partner.code, article=True)
    return f"{name} ({', '.join(topics)}: {step})" if topics else f"{name} ({step})"


def _sums(edition: Edition) -> Inlines:
    """The largest sum of each partner."""
    inlines: list[Inline] = []
    evidence: list[Evidence] = []
    for partner in partners_of(edition.brief)[: edition.limits.partners]:
        largest = largest_sum(edition.brief, partner)
        if largest is None:
            continue
        inlines += [Text("; ")] * bool(inlines)
        inlines += [
            Strong(amount(edition, largest.fact)),
            Text(f" ({_with_label(edition, partner, _counterpart(edition, largest), label_of(edition, largest))})"),
        ]
        evidence += largest.evidence
    if not inlines:
        return _figures_named(edition)
    count = sum(isinstance(inline, Strong) for inline in inlines)
    opening = edition.words.plural("Largest promised or planned sum:", "Largest promised or planned sums:", count if count == 1 else 2)
    return (Text(opening + " "), *inlines, *_end(edition, evidence))


def _figures_named(edition: Edition) -> Inlines:
    """Where no partner promises anything: the largest sum of each currency that has a name."""
    found: dict[str, Merged[Quantity]] = {}
    for item in sorted(printed_figures(edition), key=lambda item: -item.fact.value):
        if is_money(item.fact.unit) and item.fact.unit != "XXX" and item.fact.label and item.fact.value >= _A_SUM:
            found.setdefault(item.fact.unit, item)
    inlines: list[Inline] = []
    chosen = list(found.values())[:_SUMS]
    for item in chosen:
        inlines += [
            Text("; " if inlines else ""),
            *label_words(edition, item),
            Text(dash(edition.language)),
            Strong(amount(edition, item.fact)),
        ]
    if not inlines:
        return ()
    opening = edition.words.plural("Largest sum named:", "Largest sums named:", 1 if len(chosen) == 1 else 2)
    return (Text(opening + " "), *inlines, *_end(edition, [item.evidence[0] for item in chosen]))


def _voices_of_note(edition: Edition) -> Inlines:
    """Where no partner moves: who speaks in the sources, with posts; those with most to say first."""
    spoken: dict[str, list[Merged[Statement]]] = {}
    for item in edition.brief.statements:
        if item.fact.speaker.kind in ("expert", "official", "organisation"):
            spoken.setdefault(item.fact.speaker.name, []).append(item)
    chosen = sorted(spoken.values(), key=lambda items: -len(items))[:_VOICES]
    inlines: list[Inline] = []
    for items in chosen:
        named = max(items, key=lambda item: len(item.fact.speaker.role))
        about = post(edition, named)
        inlines += [Text("; " if inlines else ""), Text(speaker(edition, named)), *((Text(" ("), *about, Text(")")) if about else ())]
    if not inlines:
        return ()
    return (Text(edition.words.text("Views are given by:") + " "), *inlines, *_end(edition, [items[0].evidence[0] for items in chosen]))


def _with_label(edition: Edition, partner: Partner, counterpart: tuple[str, ...], label: str) -> str:
    name = dash(edition.language).join(place_of_actors(edition, (partner.code, *counterpart)))
    return f"{name}, {label}" if label else name


def _counterpart(edition: Edition, sum_named: Merged[Quantity]) -> tuple[str, ...]:
    interest = interest_of(edition, sum_named)
    return interest.fact.toward[:1] if interest else ()


def _resources(edition: Edition) -> Inlines:
    """The largest resources: weights, volumes and the like, with what they measure."""
    found = [item for item in printed_figures(edition) if item.fact.unit.startswith(("mass-", "volume-")) and item.fact.label]
    inlines: list[Inline] = []
    for item in found[:2]:
        where = f" ({actor(edition, item.fact.holder, short=True)})" if item.fact.holder else ""
        inlines += [Text("; ")] * bool(inlines)
        inlines += [
            Text(part_mark(edition, item)),
            *label_words(edition, item),
            Text(dash(edition.language)),
            Strong(amount(edition, item.fact)),
            Text(where),
        ]
    if not inlines:
        return ()
    return (Text(edition.words.text("Resources named:") + " "), *inlines, *_end(edition, [item.evidence[0] for item in found[:2]]))


def _risks(edition: Edition) -> Inlines:
    """The risks by name and who speaks of them; that none is named is a finding too."""
    words = edition.words
    country = actor(edition, edition.brief.subject, case="genitive", article=True)
    groups = risk_groups(edition.brief)[: edition.limits.named_risks]
    if not groups:
        return (Text(words.text("The sources name no risks to %(country)s.") % {"country": country}),)
    inlines: list[Inline] = [Text(words.text("Risks to %(country)s:") % {"country": country} + " ")]
    for order, group in enumerate(groups):
        said = [edition.statements[id] for item in group.risks if (id := item.fact.statement or "") in edition.statements]
        names = list(dict.fromkeys(speaker(edition, item) for item in said))
        inlines += [Text("; ")] * bool(order)
        inlines += [*_lower(risk_name(edition, group)), *_voices(edition, names, are_all=len(said) == len(group.risks))]
    return (*inlines, *_end(edition, [place for group in groups for place in group.evidence[:_PLACES]]))


def _voices(edition: Edition, names: list[str], *, are_all: bool) -> Inlines:
    """Who speaks of a risk, in brackets; nobody where the articles alone do, «в том числе …» where they do too."""
    if not names:
        return ()
    words = edition.words
    if len(names) > _PLACES:
        return (Text(" (" + words.text("%(names)s and others") % {"names": ", ".join(names[: _PLACES - 1])} + ")"),)
    told = listed(edition, names)
    return (Text(f" ({told if are_all else words.text('%(names)s among others') % {'names': told}})"),)


def _against(edition: Edition) -> Inlines:
    """What speaks against the risks: the name of the view where its kind has one, else the source's words; and whose it is."""
    counters = counters_of(edition.brief)[:3]
    if not counters:
        return ()
    names = [headline(edition, item) for item in counters]
    holders = [_holder(edition, item) for item in counters]
    shared = len(counters) > 1 and len(set(holders)) == 1 and all(names)  # one speaker is named once
    head = edition.words.text("Counter-views (%(who)s):") % {"who": holders[0]} if shared else edition.words.text("Counter-views:")
    inlines: list[Inline] = [Text(head + " ")]
    held = {name: [who for other, who in zip(names, holders, strict=True) if other == name] for name in names if name}
    told: set[str] = set()
    for item, name in zip(counters, names, strict=True):
        if name in told:  # views of one kind are named once, with all who hold them
            continue
        inlines += [Text("; ")] * (len(inlines) > 1)
        if name:
            told.add(name)
            inlines.append(Text(name if shared else f"{name} ({listed(edition, list(dict.fromkeys(held[name])))})"))
        else:
            inlines += counter_words(edition, item)
    return (*inlines, *_end(edition, [item.evidence[0] for item in counters]))


def _holder(edition: Edition, item: Merged[Risk]) -> str:
    """Whose view it is."""
    statement = edition.statements.get(item.fact.statement or "")
    return speaker(edition, statement) if statement else edition.words.text("article text")


def _lower(inlines: Inlines) -> Inlines:
    first = inlines[0]
    if isinstance(first, Text) and not first.text[1:2].isupper():
        return (Text(first.text[:1].lower() + first.text[1:]), *inlines[1:])
    return inlines


def _end(edition: Edition, evidence: list[Evidence]) -> Inlines:
    return (Text(NO_BREAK), cite(edition, evidence), Text("."))
