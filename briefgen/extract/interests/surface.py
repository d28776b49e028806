"""A trigger in its clause -> the words that say what is wanted, as a brief prints them."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.clauses import Clause, clause_at, clean_span, split_clauses
from briefgen.extract.interests.scene import Scene
from briefgen.extract.interests.triggers import Trigger, is_saying
from briefgen.language.document import Token
from briefgen.language.lexicon import words
from briefgen.model import Statement
from briefgen.naming.actors import ActorMention

_QUOTES = {"»": "«", '"': '"', "”": "“"}


def surface_span(
    scene: Scene, clause: Clause, trigger: Trigger, statements: Sequence[Statement], *, owner: ActorMention
) -> tuple[int, int]:
    """The clause; from the noun on where somebody else tells of it («упомянула намерения …»); with its antecedent where it is relative."""
    first = _first_token(scene, clause, trigger, owner)
    last = _tail(scene, _with_complement(scene, clause, trigger), trigger)
    start, stop = scene.tokens[first].start, scene.tokens[last - 1].stop
    word = scene.tokens[trigger.index]
    for statement in statements:  # a pull quote runs into its speaker's name with no sign between them
        if statement.mode == "direct" and statement.start <= word.start and word.stop <= statement.stop:
            start, stop = max(start, statement.start), min(stop, statement.stop)
        if statement.rule.startswith("reported-tail") and statement.start <= word.start and word.stop <= statement.stop < stop:
            stop = statement.stop  # «Иран готов поставлять газ, сообщил посол»
    return clean_span(scene.document, start, stop)


def _first_token(scene: Scene, clause: Clause, trigger: Trigger, owner: ActorMention) -> int:
    """Where the surface begins."""
    first = clause.first
    told = [index for index in range(clause.first, trigger.index) if is_saying(scene.tokens[index], scene.document.language)]
    if told and trigger.part == "nouns" and scene.document.language == "ru":
        first = _noun_phrase_start(scene, trigger.index, clause.first)
    elif told and scene.document.language == "en":
        first = _name_start(scene, owner) if told[-1] < scene.first_token(owner) < trigger.index else told[-1] + 1
    elif trigger.role == "subject" and (_is_let(scene, owner) or scene.sentence.start <= owner.start < scene.tokens[clause.first].start):
        first = _name_start(scene, owner)
    elif clause.relative:
        first = _antecedent(scene, clause)
    return first


def _with_complement(scene: Scene, clause: Clause, trigger: Trigger) -> Clause:
    """The clause with the one that says what is wanted where the verb ends it: «надеется, что ситуация изменится»."""
    following = scene.tokens[clause.last : clause.last + 1]
    complements = words(scene.document.language, "grammar", "complements")
    if clause.last - trigger.index > 3 or not following or following[0].text.lower() not in complements:
        return clause
    clauses = split_clauses(scene.sentence, scene.document.language)
    return Clause(clause.first, clause_at(clauses, clause.last).last, clause.relative)


def _tail(scene: Scene, clause: Clause, trigger: Trigger) -> int:
    """Where a participle after a comma begins to tell of something else: «назначил Гора, впоследствии ставшего послом»."""
    for index in range(trigger.index + 2, clause.last - 1):
        if scene.tokens[index].text != ",":
            continue
        following = next((token for token in scene.tokens[index + 1 : clause.last] if token.pos != "ADV"), None)
        if following is not None and _is_participle(following, scene.document.language):
            return index
    return clause.last


def _is_participle(token: Token, language: str) -> bool:
    if language == "en":
        return len(token.text) > 5 and token.text.endswith("ing") and token.text not in words("en", "interests", "no_participles")
    return token.pos == "VERB" and token.features.get("VerbForm") in {"Part", "Conv"}


def _is_let(scene: Scene, owner: ActorMention) -> bool:
    """Whether a participle lets the owner do it: ", allowing Turkey to fill the void"."""
    before = scene.tokens[max(0, scene.first_token(owner) - 2) : scene.first_token(owner)]
    return len(before) == 2 and before[0].text == "," and scene.document.language == "en" and _is_participle(before[1], "en")


def _name_start(scene: Scene, mention: ActorMention) -> int:
    first = scene.first_token(mention)
    return first - 1 if first and scene.tokens[first - 1].text.lower() == "the" else first


def _noun_phrase_start(scene: Scene, index: int, lowest: int) -> int:
    """The first adjective of the noun's phrase: «инвестиционный пакет», «совокупный объём инвестиций»."""
    while index > lowest:
        before = scene.tokens[index - 1]
        governed = scene.tokens[index].relation == "nmod" and scene.tokens[index].head == index - 1
        if (before.pos == "ADJ" and before.features.get("Variant") != "Short") or governed:
            index -= 1
        else:
            break
    return index


def _antecedent(scene: Scene, clause: Clause) -> int:
    """The noun before the comma of a relative clause; before a title in quotation marks, the noun that the title names."""
    index = clause.first - 1
    while index >= 0 and scene.tokens[index].text in {",", "—", "–"}:
        index -= 1
    if index < 0:
        return clause.first
    opening = _QUOTES.get(scene.tokens[index].text)
    if opening:
        index = next((place for place in range(index - 1, -1, -1) if scene.tokens[place].text == opening), index)
        index -= 1
    while index > 0 and scene.tokens[index].pos not in {"NOUN", "PROPN", ""}:
        index -= 1
    return _noun_phrase_start(scene, max(index, 0), 0)
