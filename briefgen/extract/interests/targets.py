"""An interest's clause -> toward whom it goes: the actors named in it, or those that «регион» and «республика» stand for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from briefgen.extract.clauses import has_finite_verb
from briefgen.extract.home import EUROPE, members
from briefgen.extract.interests.scene import Scene
from briefgen.language.document import Token
from briefgen.language.lexicon import load, words
from briefgen.naming.actors import ActorMention

_MAIN_COUNT, _MAIN_LEAD = 3, 1.5  # tuned on the nine annotated articles; a survey of many states has no main one
# What stands between two of a list, those between them left out; each round begins with a sign or a word, so that a long list is linear.
_LISTS = re.compile(r"(?:['’]s(?: [A-Z][\w&-]+){1,3})?\s*(?:(?:,|и\b|and\b)\s*(?:the )?)+(?:['’]s\s+)?")
_BESIDE = re.compile(r"[-–—]\s?an? $")  # "Maersk - a Danish shipping company": who somebody else is
_BETWEEN = re.compile(r"\b(?:между|between|с|со|with)\s(?:the )?$")
_NEAR = 90  # characters from the words of an occasion to the actors that it names


def actor_code(mention: ActorMention) -> str:
    """The code as an interest has it: Europe acts as the EU."""
    return "EU" if mention.code == EUROPE else mention.code


def is_state(code: str) -> bool:
    """Whether a code can be a partner: a state or the EU, no region and no organisation."""
    return len(code) == 2 and code.isalpha()


def main_state(mentions: Iterable[ActorMention]) -> str | None:
    """The state that an article is about: named three times or more, and well ahead of the next; else None."""
    counts = Counter(mention.code for mention in mentions if is_state(mention.code) and mention.code != "EU" and mention.form != "person")
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if not ranked or counts[ranked[0]] < _MAIN_COUNT:
        return None
    second = counts[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if counts[ranked[0]] > second * _MAIN_LEAD else None


def find_targets(scene: Scene, owner: ActorMention, span: tuple[int, int], clause_start: int, *, main: str | None) -> tuple[str, ...]:
    """The codes in the order of their words: those in the span, else in its clause, else the article's main state.

    The occasion («после встречи с …») names whom it goes toward where nothing else does; «страны», named no further, are no main state.
    """
    start, stop = span
    lowest, partner = min(start, clause_start), actor_code(owner)
    own = {partner, *members(partner)} if partner != "EU" else {partner, EUROPE}
    named = [mention for mention in scene.mentions if lowest <= mention.start < stop and not stand_in_one_list(scene, owner, mention)]
    inside = [mention for mention in named if start <= mention.start]
    meant = [mention for mention in inside if not _is_occasion(scene, start, mention)]
    codes = list(_codes(scene, meant, own))
    codes += [code for code in _referred(scene, start, stop, own, main) if code not in codes]
    codes = codes or list(_codes(scene, inside, own)) or list(_codes(scene, named, own))[-1:]
    if not codes and main and main not in own and not _names_group(scene, start, stop):
        codes = [main]
    return tuple(dict.fromkeys(codes))


def _codes(scene: Scene, mentions: Sequence[ActorMention], own: set[str]) -> Iterator[str]:
    away = tuple(f"{word} " for word in load(scene.document.language, "grammar")["passing_by"])
    for mention in mentions:
        before = scene.document.text[max(0, mention.start - 12) : mention.start].lower()
        code = actor_code(mention)
        if code not in own and not code.startswith("org:") and not before.endswith(away) and not _BESIDE.search(before):
            yield code


def stand_in_one_list(scene: Scene, owner: ActorMention, mention: ActorMention) -> bool:
    """Whether a mention stands in one list with the partner: «Турция и Китай намерены …», but not «соглашение между Турцией и Китаем»."""
    text, first = scene.document.text, min(owner.start, mention.start)
    between = text[min(owner.stop, mention.stop) : max(owner.start, mention.start)]
    first_stop, last_start = min(owner.stop, mention.stop), max(owner.start, mention.start)
    for other in reversed(scene.mentions):  # «Япония, Южная Корея и Франция»: the states between them too
        if first_stop <= other.start and other.stop <= last_start and is_state(actor_code(other)):
            between = between[: other.start - first_stop] + between[other.stop - first_stop :]
    listed = is_state(actor_code(mention)) and bool(_LISTS.fullmatch(between))
    return listed and not _BETWEEN.search(text[max(0, first - 12) : first].lower())


def _is_occasion(scene: Scene, start: int, mention: ActorMention) -> bool:
    """Whether a mention belongs to the words that tell when and where: «после вторжения …», «в рамках встречи глав МИД …»."""
    first = max(start, mention.start - _NEAR)
    openings = [match.start() for match in _occasions(scene.document.language).finditer(scene.document.text[first : mention.start].lower())]
    if not openings:
        return False
    between = [token for token in scene.tokens if first + openings[-1] <= token.start < mention.start]
    return not has_finite_verb(between, scene.document.language) and not {token.text for token in between} & {",", ";", ":", "—", "–"}


@cache
def _occasions(language: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load(language, "interests")["occasions"]) + r")\b")


def _names_group(scene: Scene, start: int, stop: int) -> bool:
    """Whether the span tells of states that it doesn't name: «с членами СНГ», «странам больше внимания»."""
    groups = words(scene.document.language, "interests", "groups")
    return any(
        start <= token.start < stop and token.lemma in groups and _is_plural(token) and not _is_named(scene, index)
        for index, token in enumerate(scene.tokens)
    )


def _is_plural(token: Token) -> bool:
    return token.features.get("Number") == "Plur" or token.text.endswith("s")


def _is_named(scene: Scene, index: int) -> bool:
    """Whether an actor that can be a partner stands in a noun's words or beside it: «страны Евросоюза», «европейские государства»."""
    beside = (scene.at(place) for place in range(max(0, index - 1), min(len(scene.tokens), index + 2)))
    return any(mention is not None and not mention.code.startswith("org:") for mention in beside)


def _referred(scene: Scene, start: int, stop: int, own: set[str], main: str | None) -> Iterator[str]:
    """What «регион» and «республика» mean here: the area or state named last before them."""
    lists: Mapping[str, Sequence[str]] = load(scene.document.language, "bodies")
    for token in scene.tokens:
        if not start <= token.start < stop:
            continue
        if token.lemma in lists["areas"]:
            yield from _last_before(scene, token.start, own, area=True)
        elif token.lemma in lists["states"]:
            yield from _last_before(scene, token.start, own, area=False, main=main)


def _last_before(scene: Scene, offset: int, own: set[str], *, area: bool, main: str | None = None) -> Iterator[str]:
    before = [mention for mention in (*scene.earlier, *scene.mentions) if mention.start < offset and mention.code not in own]
    fitting = [mention for mention in before if (_is_area(mention.code) if area else is_state(mention.code) and mention.code != "EU")]
    near = [mention for mention in fitting if mention.start >= scene.document.paragraphs[scene.sentence.paragraph].start]
    is_main = not near and any(mention.code == main for mention in fitting)
    if fitting:
        yield main if is_main and main else fitting[-1].code


def _is_area(code: str) -> bool:
    return code.isdigit() and code not in {EUROPE, "142"}
