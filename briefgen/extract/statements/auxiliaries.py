"""The words around an English verb of speech -> how it stands: passive, negated, infinitive, tied to the verb before."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from briefgen.extract.statements.parties import QUOTES
from briefgen.language.document import Token
from briefgen.language.lexicon import words

_BEFORE_NAME = frozenset({"the", "'s", "’s", "of"})  # between a conjunction and a name, with the capitalised words of a post


def auxiliaries(tokens: Sequence[Token], index: int) -> set[str]:
    found = set()
    while index and tokens[index - 1].text.lower() in words("en", "speech", "adverbs"):
        index -= 1
        found.add(tokens[index].text.lower())
    return found


def is_continuous(tokens: Sequence[Token], index: int) -> bool:
    """«is warning», «has been arguing»."""
    return bool(auxiliaries(tokens, index) & words("en", "speech", "passive"))


def may_be_infinitive(tokens: Sequence[Token], index: int) -> bool:
    """The base form speaks with a plural or a pronoun before it, or behind "went on to"; not behind another "to" or an article."""
    before = tokens[index - 1].text.lower()
    if before == "to":
        return before_infinitive(tokens, index) < index
    return before not in words("en", "grammar", "before_nouns")


def before_infinitive(tokens: Sequence[Token], index: int) -> int:
    """The index of the verb before «to say» in «went on to say», «is expected to tell»; the index itself where none stands there."""
    if index < 2 or tokens[index - 1].text.lower() != "to":
        return index
    before = tokens[index - 2].text.lower()
    if before not in words("en", "speech", "to_say"):
        return index
    place = index - 2
    return place - 1 if before == "on" and place and tokens[place - 1].text.lower() in words("en", "grammar", "going") else place


def as_before(tokens: Sequence[Token], first: int) -> int | None:
    """«As RUSI's Jack Watling has noted, ...»: at the head of the sentence or behind a comma."""
    place = first - 1
    while place > 0 and (tokens[place].text in {"'s", "’s"} or (tokens[place].text[:1].isupper() and tokens[place].text != "As")):
        place -= 1
    is_as = place >= 0 and tokens[place].text.lower() == "as"
    return place if is_as and (place == 0 or tokens[place - 1].text in {",", "—", "–"} | QUOTES) else None


def that_follows(tokens: Sequence[Token], index: int, reach: int) -> bool:
    return any(token.text.lower() == "that" for token in tokens[index : index + reach])


def joint_before(tokens: Sequence[Token], first: int, found: Sequence[Any]) -> int | None:
    """Where «, and he added» begins, when a verb of speech stands before it."""
    place = first
    while place and (
        tokens[place - 1].text.lower() in words("en", "speech", "adverbs") | _BEFORE_NAME or tokens[place - 1].text[:1].isupper()
    ):
        place -= 1
    if not found or not place or tokens[place - 1].text.lower() not in words("en", "grammar", "joints") | {";"}:
        return None
    if tokens[place - 1].text == ",":
        return None
    place -= 1
    if place and tokens[place - 1].text == ",":
        place -= 1
    return tokens[place].start
