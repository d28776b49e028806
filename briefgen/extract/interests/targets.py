"""An interest's clause -> toward whom it goes: the actors named in it, or those that «регион» and «республика» stand for."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

from briefgen.extract.interests.parties import Scene
from briefgen.language.lexicon import load
from briefgen.naming.actors import ActorMention

EUROPE = "150"
_MAIN_COUNT, _MAIN_LEAD = 3, 1.5  # tuned on the nine annotated articles; a survey of many states has no main one
_AWAY = ("в обход ", "минуя ", "bypassing ", "bypass ", "avoiding ")


def actor_code(mention: ActorMention) -> str:
    """The code as an interest has it: Europe acts as the EU."""
    return "EU" if mention.code == EUROPE else mention.code


def is_state(code: str) -> bool:
    """Whether a code can be a partner: a state or the EU, no region and no organisation."""
    return len(code) == 2 and code.isalpha()


@cache
def members(code: str) -> tuple[str, ...]:
    """The states of an area or bloc; empty for all else."""
    table = tomllib.loads((files("briefgen") / "data" / "members.toml").read_text(encoding="utf-8"))
    return tuple(table.get(code, ()))


def main_state(mentions: Iterable[ActorMention]) -> str | None:
    """The state that an article is about: named three times or more, and well ahead of the next; else None."""
    counts = Counter(mention.code for mention in mentions if is_state(mention.code) and mention.code != "EU" and mention.form != "person")
    ranked = sorted(counts, key=lambda code: (-counts[code], code))
    if not ranked or counts[ranked[0]] < _MAIN_COUNT:
        return None
    second = counts[ranked[1]] if len(ranked) > 1 else 0
    return ranked[0] if counts[ranked[0]] > second * _MAIN_LEAD else None


def find_targets(scene: Scene, partner: str, start: int, stop: int, *, main: str | None) -> tuple[str, ...]:
    """The codes in the order of their words: those in the span, else in the sentence, else the article's main state."""
    own = {partner, *members(partner)} if partner != "EU" else {partner, EUROPE}
    inside = [mention for mention in scene.mentions if start <= mention.start < stop]
    codes = list(_codes(scene, inside, own))
    codes += [code for code in _referred(scene, start, stop, own) if code not in codes]
    if not codes:
        outside = sorted(_of_sentence(scene, inside), key=lambda mention: min(abs(mention.start - stop), abs(start - mention.stop)))
        codes = list(_codes(scene, outside, own))[:1]
    if not codes and main and main not in own:
        codes = [main]
    return tuple(dict.fromkeys(codes))


def _of_sentence(scene: Scene, inside: Sequence[ActorMention]) -> Iterator[ActorMention]:
    """The sentence's mentions that are not in the span."""
    return (mention for mention in scene.mentions if mention not in inside)


def _codes(scene: Scene, mentions: Sequence[ActorMention], own: set[str]) -> Iterator[str]:
    for mention in mentions:
        before = scene.document.text[max(0, mention.start - 12) : mention.start].lower()
        code = actor_code(mention)
        if code not in own and not code.startswith("org:") and not before.endswith(_AWAY):
            yield code


def _referred(scene: Scene, start: int, stop: int, own: set[str]) -> Iterator[str]:
    """What «регион» and «республика» mean here: the area or state named last before them."""
    lists: Mapping[str, Sequence[str]] = load(scene.document.language, "bodies")
    for token in scene.tokens:
        if not start <= token.start < stop:
            continue
        if token.lemma in lists["areas"]:
            yield from _last_before(scene, token.start, own, area=True)
        elif token.lemma in lists["states"]:
            yield from _last_before(scene, token.start, own, area=False)


def _last_before(scene: Scene, offset: int, own: set[str], *, area: bool) -> Iterator[str]:
    before = [mention.code for mention in (*scene.earlier, *scene.mentions) if mention.start < offset and mention.code not in own]
    fitting = [code for code in before if (code.isdigit() and code not in {EUROPE, "142"} if area else is_state(code) and code != "EU")]
    yield from fitting[-1:]
