"""A verb of an English clause -> the actors before it that do what it says, by the order of the words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.extract.clauses import Clause
from briefgen.extract.interests.scene import Scene
from briefgen.extract.interests.triggers import is_saying
from briefgen.language.document import Token
from briefgen.language.lexicon import words
from briefgen.naming.actors import ActorMention

_GAP = 6  # words between an English subject and its verb: "Bulgaria, on Friday, also announced"


def english_subjects(scene: Scene, clause: Clause, index: int) -> Iterator[ActorMention]:
    """The actors before a verb that may be its subject, nearest first."""
    antecedent = _antecedent(scene, clause, index) if clause.relative else None
    if antecedent is not None:
        yield antecedent
        return
    starting = _joined_subject(scene, clause, index)
    if starting is not None:
        yield starting
        return
    for mention in reversed(scene.inside(clause.first if clause.relative else 0, index)):
        first, last = scene.first_token(mention), scene.last_token(mention)
        between = _after_apposition(scene.tokens[last + 1 : index])
        gap = [token for place, token in enumerate(between) if token.pos not in {"PROPN", "PUNCT"} and not _is_of_time(between, place)]
        if gap and gap[-1].text.lower() == "in":
            gap = gap[:-1]  # «Japan is in talks»
        if gap and gap[0].text in {"'s", "’s"} and scene.tokens[index].lemma in words("en", "interests", "of_things"):
            return  # «Armenia's ageing plant needs a successor»
        if _is_own_report(gap):
            gap = gap[-_GAP:]
        elif len(gap) > _GAP or any(
            token.text.lower() in words("en", "grammar", "around_actors") - {"to"} or is_saying(token, "en") for token in gap
        ):
            return
        if _word_before(scene, first) not in words("en", "grammar", "around_actors"):
            yield mention


def _is_of_time(tokens: Sequence[Token], place: int) -> bool:
    """«Britain [on] Wednesday imposed»."""
    return place + 1 < len(tokens) and tokens[place + 1].text in words("en", "places", "times")


def _joined_subject(scene: Scene, clause: Clause, index: int) -> ActorMention | None:
    """The actor that opens a clause whose second verb this is: "China has put money into solar parks and urges Baku to build more"."""
    before = [token.text.lower() for token in scene.tokens[max(clause.first, index - 3) : index]]
    if not {"and", "but"} & set(before) or scene.inside(index - len(before), index):
        return None
    opening = next(iter(scene.inside(clause.first, min(index, clause.first + 3))), None)
    return (
        opening
        if opening is not None and _word_before(scene, scene.first_token(opening)) not in words("en", "grammar", "around_actors")
        else None
    )


def _is_own_report(gap: Sequence[Token]) -> bool:
    """Whether an actor tells of itself: "Germany's Ruhrgas has said it would like to join"."""
    texts = [token.text.lower() for token in gap]
    pronouns = [index for index, text in enumerate(texts) if text in words("en", "grammar", "subject_pronouns")]
    return len(pronouns) == 1 and pronouns[0] <= _GAP and any(is_saying(token, "en") for token in gap[: pronouns[0]])


def _word_before(scene: Scene, first: int) -> str:
    """The word before an actor and its article; before the whole list where it stands in one: "customers in Egypt and Turkey"."""
    index = first - 1
    mention = scene.at(first)
    behind = scene.tokens[scene.last_token(mention) + 1 :][:1] if mention else ()
    is_listed = any(token.text in {",", "and"} for token in behind)  # not «for all the pressure from Washington, Tokyo has»
    while index >= 0:
        word = scene.tokens[index].text.lower()
        if word == "of" and index and scene.tokens[index - 1].text in words("en", "interests", "state_titles"):
            index -= 2  # «the Republic of Kenya»
            continue
        listed = scene.at(index - 1) if (word == "and" or (word == "," and is_listed)) and index else None
        if word != "the" and listed is None:
            return word
        index = index - 1 if listed is None else scene.first_token(listed) - 1
    return ""


def _antecedent(scene: Scene, clause: Clause, index: int) -> ActorMention | None:
    """Whom "which" at the start of a clause stands for, where that is an actor: "Germany, which burns much gas, wants more"."""
    if clause.first < 2 or scene.tokens[clause.first].text.lower() not in words("en", "grammar", "relatives"):
        return None
    near = index - clause.first <= _GAP or any(token.text == "," for token in scene.tokens[max(clause.first, index - 3) : index])
    return scene.at(clause.first - 2) if near else None


def _after_apposition(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words between a subject and its verb without those between two commas: "the EU, once the largest buyer, reduced"."""
    commas = [index for index, token in enumerate(tokens) if token.text == ","]
    return tokens[commas[-1] + 1 :] if len(commas) > 1 and commas[0] == 0 else tokens
