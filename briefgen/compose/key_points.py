"""Facts -> the key points: who moves and where, the largest sums, the resources, the risks named and by whom, what speaks against them.

Each point is made from facts by a fixed phrase, so that both editions say the same without a translator; only the counter-view
and the leading quotation are the source's words.
"""

from __future__ import annotations

from briefgen.blocks import Block, Heading, Inline, Inlines, Listing, ListItem, Strong, Text
from briefgen.compose.edition import Edition, actor, amount, by_whom, cite, listed, speaker
from briefgen.compose.facts import (
    Partner,
    counters_of,
    headline,
    largest_sum,
    leading_interest,
    main_places,
    matters,
    partners_of,
    place_of_actors,
    risk_groups,
    teller_of,
)
from briefgen.compose.figures import interest_of, label_of, label_words, part_mark, printed_figures
from briefgen.compose.identity import slug
from briefgen.compose.interests import topic_names
from briefgen.compose.kinds import kind_name
from briefgen.compose.risks import counter_words, risk_name
from briefgen.formatting.text import dash, sentence_case
from briefgen.model import Evidence, Interest, Merged, Quantity, Risk

NO_BREAK = "\u00a0"
_PLACES = 4  # speakers and places named for one risk


def key_points(edition: Edition, number: str) -> tuple[Block, ...]:
    """Three to six sentences, the main point first; a point without facts is left out, the risks' point never."""
    makers = [_movers, _sums, _resources, _risks, _against]
    for maker in (_resources, _sums):  # what gives way first; risks and what speaks against them never do
        if len(makers) > edition.limits.points:
            makers.remove(maker)
    items = tuple(ListItem(point, ids=(f"points/{slug(maker.__name__)}",)) for maker in makers if (point := maker(edition)))
    return (Heading(1, number, edition.words.text("Key points"), "key-points"), Listing(items, "points"))


def _movers(edition: Edition) -> Inlines:
    """Who moves and where."""
    partners = partners_of(edition.brief)[: edition.limits.partners]
    if not partners:
        return ()
    head = _movers_head(edition, len(partners))
    inlines: list[Inline] = [Text(sentence_case(head) + ": ")]
    evidence: list[Evidence] = []
    for order, partner in enumerate(partners):
        leading = leading_interest(edition.brief, partner)
        inlines.append(Text(("; " if order else "") + _movement(edition, partner, leading)))
        evidence += leading.evidence[:1]
    return (*inlines, *_end(edition, evidence))


def _movers_head(edition: Edition, count: int) -> str:
    """«Интерес к Казахстану и Средней Азии проявляют три партнёра»: the dative needs no choice between «в» and «на»."""
    words = edition.words
    number = words.text(str(count), context="number") if count < 10 else str(count)
    places = [actor(edition, code, case="dative", article=True) for code in main_places(edition.brief)[:2]]
    if not places:
        return words.plural("%(count)s partner has stated interests", "%(count)s partners have stated interests", count) % {"count": number}
    pattern = words.plural("%(count)s partner seeks a stake in %(places)s", "%(count)s partners seek a stake in %(places)s", count)
    return pattern % {"count": number, "places": listed(edition, places)}


def _movement(edition: Edition, partner: Partner, leading: Merged[Interest]) -> str:
    """«Великобритания — критически важные минералы (подписана дорожная карта)»."""
    topics = topic_names(edition, matters(leading.fact.topics)[:2])
    stage = edition.words.text(leading.fact.stage, context="stage")
    step = kind_name(edition, leading.fact.rule) or stage
    teller = teller_of(edition, leading)
    if teller and teller.fact.speaker.kind == "expert":
        step += ", " + by_whom(edition, teller)
    name = actor(edition, partner.code, article=True)
    return name + dash(edition.language) + (f"{', '.join(topics)} ({step})" if topics else step)


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
        return ()
    count = sum(isinstance(inline, Strong) for inline in inlines)
    opening = edition.words.plural("Largest promised or planned sum:", "Largest promised or planned sums:", count if count == 1 else 2)
    return (Text(opening + " "), *inlines, *_end(edition, evidence))


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
        names = [speaker(edition, item) for item in said]
        names += [words.text("article text")] * (len(said) < len(group.risks))
        inlines += [Text("; ")] * bool(order)
        inlines += [*_lower(risk_name(edition, group)), Text(f" ({_foremost(edition, list(dict.fromkeys(names)))})")]
    return (*inlines, *_end(edition, [place for group in groups for place in group.evidence[:_PLACES]]))


def _foremost(edition: Edition, names: list[str]) -> str:
    """The first speakers; a brief of many articles says that there are others."""
    if len(names) <= _PLACES:
        return listed(edition, names)
    return ", ".join((*names[: _PLACES - 1], edition.words.text("and others")))


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
    for order, (item, name, who) in enumerate(zip(counters, names, holders, strict=True)):
        inlines += [Text("; ")] * bool(order)
        inlines += [Text(name if shared else f"{name} ({who})")] if name else counter_words(edition, item)
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
