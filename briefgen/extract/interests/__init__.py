"""An article -> what foreign partners want, agree, plan and pay for: who, of whom, on what, how far it has come."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.extract.clauses import Clause, has_finite_verb, is_readable, split_clauses
from briefgen.extract.home import home_of
from briefgen.extract.identity import identify
from briefgen.extract.interests.parties import find_parties
from briefgen.extract.interests.people import with_people
from briefgen.extract.interests.scene import Scene
from briefgen.extract.interests.surface import surface_span
from briefgen.extract.interests.targets import actor_code, find_targets, is_state, main_state, stand_in_one_list
from briefgen.extract.interests.topics import find_topics
from briefgen.extract.interests.triggers import Trigger, find_triggers
from briefgen.language.document import Document
from briefgen.language.lexicon import load, words
from briefgen.model import DateMention, Interest, Quantity, Statement
from briefgen.naming.actors import ActorMention, find_actors, mentions_within

_SILENT_ROLES = {"title", "caption", "background", "heading"}  # they repeat, or tell of what isn't the article's matter
_LIST = re.compile(r"[^:;\"“”«»()]{0,40}(?:,| and | и )[^:;\"“”«»()]{0,40}")  # between two states of one list
_ASKING = {"refusal", "demand", "request", "offer", "sanctions-imposed", "sanctions-planned"}
_MUTUAL = {"agreement-signed", "agreement-planned", "roadmap-signed", "understanding-reached", "talks", "cooperation-discussed"}
_OWN_STAGES = {"stated", "planned", "agreed"}
_OWN_COUNT, _OWN_LEAD = 2, 2  # set so that the nine annotated articles keep their partners

_Scenery = tuple[Scene, tuple[tuple[Clause, tuple[Trigger, ...]], ...]]


@dataclass(frozen=True, slots=True)
class _Facts:
    """What was found in the article before its interests."""

    mentions: tuple[ActorMention, ...]
    quantities: Sequence[Quantity]
    dates: Sequence[DateMention]
    statements: Sequence[Statement]
    subjects: tuple[str, ...]
    home: frozenset[str]
    main: str | None
    is_titled: bool
    is_partner: bool = False  # the main state wants more of others than they of it
    other: str | None = None  # then: the one state beside it that the title names

    def is_at_home(self, code: str) -> bool:
        """Whether an actor is the country of which others want something."""
        return code in self.home or (code == self.main and not self.is_partner)


def extract_interests(
    document: Document,
    quantities: Sequence[Quantity],
    dates: Sequence[DateMention],
    statements: Sequence[Statement],
    *,
    subjects: tuple[str, ...] = ("RU",),
    actors: tuple[ActorMention, ...] | None = None,
) -> tuple[Interest, ...]:
    """The interests in text order; `actors`: what `find_actors` gives for the document, if it is known already.

    A subject country is no partner of its own; nor is the state of which others want something."""
    mentions = with_people(document, find_actors(document) if actors is None else actors)
    home = _home(document, mentions, subjects, quantities)
    main = min(home) if home and len(subjects) > 1 else main_state(mentions)
    title = document.paragraphs[0].stop if document.paragraphs else 0
    titled = {actor_code(mention) for mention in mentions if mention.stop <= title and is_state(actor_code(mention))}
    facts = _Facts(mentions, quantities, dates, statements, subjects, home, main, main in titled)
    scenes = tuple(_scenes(document, mentions))
    if main is not None and main not in home:
        named = titled - {main, *subjects}
        as_partner = replace(facts, is_partner=True, other=min(named) if len(named) == 1 else None)
        asking = list(_in_sentences(scenes, as_partner))
        if _asks_more(asking, main, home):
            return identify("i", _foreign(asking, as_partner), document.text, document.sentences)
    return identify("i", _foreign(list(_in_sentences(scenes, facts)), facts), document.text, document.sentences)


def _asks_more(found: Sequence[Interest], main: str, home: frozenset[str]) -> bool:
    """Whether the state that an article is about wants more of others than they of it: then it is a partner, and nobody is at home."""
    own = [interest for interest in found if interest.partner == main and interest.stage in _OWN_STAGES]
    of_it = [interest for interest in found if main in interest.toward and interest.partner not in home and not _is_mutual(interest)]
    wants = own if not of_it else [interest for interest in own if interest.toward]
    others = {interest.partner for interest in found} - {main}
    return len(wants) >= _OWN_COUNT and len(wants) > len(of_it) * _OWN_LEAD and (bool(of_it) or bool(others) or _is_own_want(wants[0]))


def _is_mutual(interest: Interest) -> bool:
    """What two states do together says nothing of who wants it of whom."""
    return interest.rule.removeprefix("interest.") in _MUTUAL


def _in_sentences(scenes: Sequence[_Scenery], facts: _Facts) -> Iterator[Interest]:
    """All interests in text order, those of the state that it is about too."""
    before: tuple[int, Trigger] | None = None
    for scene, clauses in scenes:
        paragraph = scene.sentence.paragraph
        if before and before[0] == paragraph:
            yield from _gapped(scene, before[1], facts)
        for clause, triggers in clauses:
            yield from _of_clause(scene, clause, triggers, facts)
        before = next(((paragraph, trigger) for _, triggers in clauses for trigger in triggers), None)


def _scenes(document: Document, mentions: Sequence[ActorMention]) -> Iterator[_Scenery]:
    """Each sentence that may tell a want, with its clauses and what in them shows one."""
    for sentence in document.sentences:
        silent = document.paragraphs[sentence.paragraph].role in _SILENT_ROLES
        if silent or not is_readable(sentence) or document.text[sentence.start : sentence.stop].rstrip().endswith("?"):
            continue
        scene = Scene(
            document, sentence, mentions_within(mentions, sentence.start, sentence.stop), mentions_within(mentions, 0, sentence.start)
        )
        clauses = split_clauses(sentence, document.language)
        yield scene, tuple((clause, find_triggers(document, sentence, clause)) for clause in clauses)


def _home(
    document: Document, mentions: Sequence[ActorMention], subjects: tuple[str, ...], quantities: Sequence[Quantity]
) -> frozenset[str]:
    """A lone subject is no partner; of several one that the article isn't about may be, and the EU, which is at home in no article."""
    return frozenset(subjects if len(subjects) == 1 else (home_of(document, mentions, subjects, quantities),)) - {"EU"}


def _gapped(scene: Scene, trigger: Trigger, facts: _Facts) -> Iterator[Interest]:
    """A want whose verb stands in the sentence before: «Россия ждёт от Турции извинений. Турция — извинений от России»."""
    mention = scene.at(0)
    if mention is None or trigger.role != "subject":
        return
    dash = scene.last_token(mention) + 1
    if dash < len(scene.tokens) and scene.tokens[dash].text in {"—", "–"} and not has_finite_verb(scene.tokens, scene.document.language):
        clause = Clause(0, len(scene.tokens))
        interest = _interest(scene, clause, replace(trigger, index=dash), mention, [], facts)
        if interest is not None:
            yield interest


def _of_clause(scene: Scene, clause: Clause, triggers: Sequence[Trigger], facts: _Facts) -> Iterator[Interest]:
    """One interest for each partner of a clause, by its most telling trigger."""
    seen: set[str] = set()
    for trigger in triggers:
        if _is_conditional(scene, clause, trigger) or _is_attribution(scene, trigger, facts.statements):
            continue
        if _is_denied(scene.tokens[trigger.index].start, facts.statements):
            continue
        parties = [mention for mention in find_parties(scene, clause, trigger) if is_state(actor_code(mention))]
        likely = parties if trigger.role != "subject" else [mention for mention in parties if _is_beside(scene, parties[0], mention)]
        partner = next((mention for mention in likely if not facts.is_at_home(actor_code(mention))), None)
        if partner is None and parties and trigger.role != "context":
            partner = parties[0]
        for owner in _with_joined(scene, partner, parties if trigger.role == "subject" else (), facts):
            interest = None
            if actor_code(owner) not in seen:
                interest = _interest(scene, clause, trigger, owner, [actor_code(mention) for mention in parties], facts)
            if interest is not None:
                seen.add(interest.partner)
                yield interest


def _is_conditional(scene: Scene, clause: Clause, trigger: Trigger) -> bool:
    """Whether what is told as done hangs on a condition: "unless Washington grants a licence"."""
    opening = {token.text.lower() for token in scene.tokens[max(0, clause.first - 1) : trigger.index]}
    return trigger.stage not in {"stated", "planned"} and bool(opening & words(scene.document.language, "interests", "conditions"))


def _is_attribution(scene: Scene, trigger: Trigger, statements: Sequence[Statement]) -> bool:
    """Whether the word only tells who says what stands before it: «Пекин даст кредит, пообещал вице-премьер»."""
    token = scene.tokens[trigger.index]
    return any(
        statement.cue == token.text
        and statement.stop <= token.start <= statement.stop + 4
        and statement.rule.partition("+")[0] in {"reported-tail", "quotation"}
        for statement in statements
    )


def _is_denied(offset: int, statements: Sequence[Statement]) -> bool:
    """Whether somebody is told to deny it: «отверг предположения о том, что Египет отказывается», "denied that Ankara will buy"."""
    return any(
        statement.negated and statement.mode == "reported" and statement.start <= offset < statement.stop for statement in statements
    )


def _is_beside(scene: Scene, first: ActorMention, mention: ActorMention) -> bool:
    """Whether a mention is the likeliest subject or in one list with it: "China has shown that it is willing" is no other's."""
    between = scene.document.text[min(first.stop, mention.stop) : max(first.start, mention.start)]
    return mention == first or bool(_LIST.fullmatch(between))


def _with_joined(scene: Scene, partner: ActorMention | None, parties: Sequence[ActorMention], facts: _Facts) -> Iterator[ActorMention]:
    """The partner and the foreign states beside it in one list: «Турция и Китай намерены …»."""
    if partner is None:
        return
    yield partner
    for mention in parties:
        if mention != partner and stand_in_one_list(scene, partner, mention) and not facts.is_at_home(actor_code(mention)):
            yield mention


def _interest(scene: Scene, clause: Clause, trigger: Trigger, owner: ActorMention, parties: list[str], facts: _Facts) -> Interest | None:
    partner = actor_code(owner)
    start, stop = surface_span(scene, clause, trigger, facts.statements, owner=owner)
    others = tuple(dict.fromkeys(code for code in parties if code != partner)) if trigger.role == "parties" else ()
    main = None if facts.main in facts.subjects or not facts.is_titled else facts.main  # what names nobody goes toward no subject
    main = facts.other if partner == facts.main else main
    toward = others or find_targets(scene, owner, (start, stop), scene.tokens[clause.first].start, main=main)
    if start >= stop or (trigger.needs_target and not _names_other(scene, start, stop, partner)):
        return None
    surface = scene.document.text[start:stop]
    return Interest(
        id="",
        start=start,
        stop=stop,
        surface=surface,
        partner=partner,
        toward=toward,
        topics=_topics(scene, clause, surface),
        stage=trigger.stage,
        polarity=trigger.polarity,
        quantities=tuple(fact.id for fact in facts.quantities if start <= fact.start < stop),
        dates=_dates(scene, clause, (start, stop), facts.dates),
        rule=f"interest.{trigger.kind}",
    )


def _topics(scene: Scene, clause: Clause, surface: str) -> tuple[str, ...]:
    """The topics of the words themselves, else of the clause, else of a sentence that tells of nothing else."""
    language = scene.document.language
    topics = find_topics(surface, language)
    if topics == ("other",):
        topics = find_topics(scene.document.text[scene.tokens[clause.first].start : scene.tokens[clause.last - 1].stop], language)
    if topics == ("other",) and not any(
        find_triggers(scene.document, scene.sentence, other) for other in split_clauses(scene.sentence, language) if other != clause
    ):
        topics = find_topics(scene.document.text[scene.sentence.start : scene.sentence.stop], language)
    return topics


def _dates(scene: Scene, clause: Clause, span: tuple[int, int], dates: Sequence[DateMention]) -> tuple[str, ...]:
    """The dates in the span; where it has none, the date of its occasion: «саммит 4 апреля, в рамках которого …»."""
    inside = tuple(fact.id for fact in dates if span[0] <= fact.start < span[1])
    relative = scene.document.text[scene.tokens[clause.first].start : span[1]].lower()
    if inside or not clause.relative or not relative.startswith(tuple(load(scene.document.language, "interests")["at_which"])):
        return inside
    before = next(
        (other for other in split_clauses(scene.sentence, scene.document.language) if other.last == clause.first), Clause(0, clause.first)
    )
    first, last = scene.tokens[before.first].start, scene.tokens[before.last - 1].stop
    near = [fact for fact in dates if first <= fact.start < last]
    return (near[-1].id,) if near else ()


def _names_other(scene: Scene, start: int, stop: int, partner: str) -> bool:
    return any(start <= mention.start < stop and actor_code(mention) != partner for mention in scene.mentions)


def _foreign(found: Sequence[Interest], facts: _Facts) -> Iterator[Interest]:
    """Interests of foreign partners. A state is at home where others want more of it than it wants of others."""
    wanted = Counter(code for interest in found for code in interest.toward if interest.partner not in facts.home)
    wanting = Counter(interest.partner for interest in found)
    for interest in found:
        code = interest.partner
        if code in facts.home or (code in facts.subjects and code != "EU" and not _is_of_others(interest)):
            continue
        # nobody wants anything of it, and it names a sum: an article about what it wants
        unwanted = not wanted[code] and interest.stage in _OWN_STAGES and interest.quantities and interest.polarity == "wants"
        if code == facts.main and not facts.is_partner and (wanted[code] >= wanting[code] or not (_is_own_want(interest) or unwanted)):
            continue
        yield interest


def _is_of_others(interest: Interest) -> bool:
    """Whether a subject that the article isn't about wants something of somebody: it names whom, or asks or refuses."""
    return bool(interest.toward) or interest.rule.removeprefix("interest.") in _ASKING


def _is_own_want(interest: Interest) -> bool:
    """What the article's main state wants counts where it is plainly of somebody else."""
    return interest.stage in _OWN_STAGES and bool(interest.toward)
