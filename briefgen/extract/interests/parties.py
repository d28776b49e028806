"""A trigger -> who wants: the actors in the place of the subject, of the possessor or of the parties of an agreement."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.extract.clauses import Clause
from briefgen.extract.interests.english import english_subjects
from briefgen.extract.interests.scene import Scene
from briefgen.extract.interests.triggers import Trigger
from briefgen.language.document import Token
from briefgen.language.lexicon import words
from briefgen.naming.actors import ActorMention

_CLIMB = {"xcomp", "conj", "csubj", "advcl", "ccomp", "obj", "obl", "nmod", "nsubj:pass"}
_SUBJECTS = {"nsubj", "nsubj:pass", "csubj"}

_ADJECTIVES = 3  # words before a subject among which the adjective of a state stands


def find_parties(scene: Scene, clause: Clause, trigger: Trigger) -> tuple[ActorMention, ...]:
    """The actors that may be the one who wants, likeliest first; empty when the clause gives the part to somebody else."""
    if trigger.role == "context":
        return tuple(_context(scene, clause, trigger))
    if trigger.role == "parties":
        return tuple(_agreeing(scene, clause, trigger))
    if trigger.role == "possessor" or (scene.document.language == "en" and trigger.part == "nouns"):
        owner = _possessor(scene, clause, trigger.index)
        if owner is not None:
            return (owner,)
    return tuple(_subjects(scene, clause, trigger.index))


def _subjects(scene: Scene, clause: Clause, index: int) -> Iterator[ActorMention]:
    if scene.document.language == "en":
        yield from english_subjects(scene, clause, index)
        return
    subject = _subject_token(scene.tokens, index)
    if subject is None:
        subject = _nominative_before(scene, clause, index)
    if subject is not None:
        yield from _within_subject(scene, subject, index)
        return
    before = [mention for mention in scene.inside(clause.first, index) if _is_nominative(scene, mention)]
    after = [mention for mention in scene.inside(index, clause.last) if _is_nominative(scene, mention)]
    yield from reversed(before)
    yield from after[:1]
    if not before and not after and scene.tokens[index].features.get("Number") == "Plur":
        yield from (mention for mention in scene.inside(clause.first, index) if scene.is_house(mention))
        if any(token.text.lower() == "там" for token in scene.tokens[clause.first : index]):
            yield from scene.inside(0, clause.first)[-1:]


def _subject_token(tokens: Sequence[Token], index: int) -> int | None:
    """The subject of a verb, or of the verb that governs it: «Белый дом начал проявлять интерес»."""
    seen: set[int] = set()
    while index >= 0 and index not in seen:
        seen.add(index)
        for other, token in enumerate(tokens):
            if token.head == index and token.relation in _SUBJECTS and token.features.get("Case", "Nom") == "Nom" and token.pos != "VERB":
                return other
        if tokens[index].relation not in _CLIMB:
            return None
        index = tokens[index].head
    return None


def _nominative_before(scene: Scene, clause: Clause, index: int) -> int | None:
    """A subject of the clause that the parser hung on another verb: the last noun before the verb in the nominative."""
    return next(
        (
            other
            for other in range(index - 1, clause.first - 1, -1)
            if scene.tokens[other].relation == "nsubj" and scene.tokens[other].pos == "NOUN"
        ),
        None,
    )


def _within_subject(scene: Scene, subject: int, index: int) -> Iterator[ActorMention]:
    """The actor that a subject names or belongs to, then those joined to it by «и»."""
    covering = scene.at(subject)
    if covering is not None:
        yield covering
    for mention in scene.inside(max(0, subject - _ADJECTIVES), subject):  # «Саудовская сторона», «Французская Framatome»
        if mention is not covering and mention.form == "adjective" and _depends_on(scene, scene.first_token(mention), subject):
            yield mention
    for mention in scene.inside(*sorted((subject, index))) if subject < index else scene.inside(subject, len(scene.tokens)):
        first = scene.first_token(mention)
        posted = first > 0 and scene.tokens[first - 1].text.lower() in words("ru", "grammar", "around_actors")
        if mention is not covering and not posted and _depends_on(scene, first, subject):
            yield mention


def _depends_on(scene: Scene, index: int, head: int) -> bool:
    for _ in range(5):
        if index == head:
            return True
        if index < 0 or scene.tokens[index].pos == "VERB":
            return False
        index = scene.tokens[index].head
    return False


def _is_nominative(scene: Scene, mention: ActorMention) -> bool:
    first, last = scene.first_token(mention), scene.last_token(mention)
    nouns = [token for token in scene.tokens[first : last + 1] if token.pos in {"NOUN", "PROPN"}]
    if not nouns:
        return False
    preposition = first > 0 and scene.tokens[first - 1].pos == "ADP"
    return nouns[0].features.get("Case", "Nom") == "Nom" and not preposition


def _possessor(scene: Scene, clause: Clause, index: int) -> ActorMention | None:
    """The owner of a noun: «намерения Лондона», «британский интерес», "China's desire", "involvement … by Turkish companies"."""
    after = scene.inside(index + 1, clause.last)
    before = scene.inside(clause.first, index)
    if scene.document.language == "ru":
        if after and scene.first_token(after[0]) - index <= 2 and _is_genitive(scene, after[0], index):
            return after[0]
        near = before[-1] if before else None
        if near and near.form in {"adjective", "body"} and index - scene.last_token(near) <= 2 and _governs(scene, near, index):
            return near
        return None
    if before and index - scene.last_token(before[-1]) <= 3 and _is_owner(scene, before[-1], index):
        return before[-1]
    return next((mention for mention in after if scene.tokens[scene.first_token(mention) - 1].text.lower() == "by"), None)


def _is_genitive(scene: Scene, mention: ActorMention, index: int) -> bool:
    token = scene.tokens[scene.first_token(mention)]
    between = scene.tokens[index + 1 : scene.first_token(mention)]
    return token.features.get("Case", "Gen") == "Gen" and all(other.pos in {"ADJ", "NOUN", "DET"} for other in between)


def _governs(scene: Scene, mention: ActorMention, index: int) -> bool:
    token = scene.tokens[scene.first_token(mention)]
    return token.head == index and token.pos == "ADJ"


def _is_owner(scene: Scene, mention: ActorMention, index: int) -> bool:
    """A name needs its apostrophe ("China's desire"), an adjective does not ("a Chinese plan")."""
    between = scene.document.text[mention.stop : scene.tokens[index].start]
    owned = between.startswith(("'s", "’s", "'", "’"))
    joined = mention.form in {"adjective", "body"} and "," not in between
    return owned or joined or scene.document.text[mention.start : mention.stop].isupper()


def _agreeing(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[ActorMention]:
    """The parties of an agreement: its subjects, then those after «с», «между» or "with"."""
    found = list(_subjects(scene, clause, trigger.index))
    joined = words(scene.document.language, "grammar", "joining_parties")
    for mention in scene.inside(clause.first, clause.last):
        first = scene.first_token(mention)
        before = {token.text.lower() for token in scene.tokens[max(clause.first, first - 4) : first]}
        if before & joined and mention not in found:
            found.append(mention)
    if not found and not _has_other_subject(scene, trigger.index):
        found = [mention for mention in scene.inside(clause.first, clause.last) if mention.form in {"adjective", "body"}]
    yield from found


def _has_other_subject(scene: Scene, index: int) -> bool:
    """Whether somebody who is no actor does it; «стороны» stand for the actors of the article."""
    subject = _subject_token(scene.tokens, index)
    return subject is not None and scene.tokens[subject].lemma not in words(scene.document.language, "bodies", "anaphors")


def _context(scene: Scene, clause: Clause, trigger: Trigger) -> Iterator[ActorMention]:
    """Actors near an impersonal predicate: its subjects and agents, then those before the clause, nearest first."""
    inside = scene.inside(clause.first, clause.last)
    yield from (mention for mention in inside if scene.tokens[scene.first_token(mention)].features.get("Case") in {"Ins", "Nom"})
    before = scene.inside(0, clause.first)
    yield from sorted(before, key=lambda mention: (mention.form == "person", -_nearness(scene, mention, clause)))


def _nearness(scene: Scene, mention: ActorMention, clause: Clause) -> int:
    return scene.first_token(mention) - clause.first
