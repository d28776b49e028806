"""An English word -> the verb of speech that it is a form of, and the form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from briefgen.language.lexicon import load, words


def speech_verb(word: str) -> str:
    """The verb of speech whose form this is; empty for any other word.

    >>> speech_verb("said"), speech_verb("Argues"), speech_verb("urging"), speech_verb("opened")
    ('say', 'argue', 'urge', '')
    """
    return _forms().get(word.lower(), ("", ""))[0]


def form_of(word: str) -> str:
    """base, s, past or ing; empty where the word is no form of a verb of speech.

    >>> form_of("say"), form_of("noted"), form_of("adding")
    ('base', 'past', 'ing')
    """
    return _forms().get(word.lower(), ("", ""))[1]


def expressing_verb(word: str) -> bool:
    """A form of express, voice, make, take: verbs that tell with a noun ("voiced concern that")."""
    return word.lower() in _expressing()


@cache
def _forms() -> Mapping[str, tuple[str, str]]:
    return {form: (verb, kind) for verb in sorted(words("en", "speech", "verbs")) for kind, form in _inflect(verb)}


@cache
def _expressing() -> frozenset[str]:
    return frozenset(form for verb in words("en", "speech", "expressing") for _, form in _inflect(verb))


def _inflect(verb: str) -> Iterator[tuple[str, str]]:
    """The forms of a verb by the rules of spelling; what follows none stands in the lexicon."""
    stem = verb + verb[-1] if verb in words("en", "speech", "doubling") else verb
    yield "base", verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        yield "s", verb[:-1] + "ies"
    else:
        yield "s", verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z")) else "s")
    yield "ing", (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else stem) + "ing"
    irregular = load("en", "speech")["irregular"].get(verb)
    if irregular:
        yield from (("past", form) for form in irregular)
    elif verb.endswith("e"):
        yield "past", verb + "d"
    elif verb.endswith("y") and verb[-2] not in "aeiou":
        yield "past", verb[:-1] + "ied"
    else:
        yield "past", stem + "ed"
