"""The words behind an English verb of speech -> where the clause that it tells begins: past addressees, places and days."""

from __future__ import annotations

import re
from functools import cache

from briefgen.language.document import Sentence
from briefgen.language.lexicon import load, words

_CLAUSE_WORDS = 3
_REACH = 24  # words behind the verb among which the clause must have a verb of its own; 9 where only a sure sign counts
_SURE_REACH = 9


def addressee_stop(sentence: Sentence, index: int, stop: int) -> int:
    """Behind whom it was told: "told [the BBC's Today programme] the chancellor should", "told [reporters] he would"."""
    tokens = sentence.tokens
    place = index
    while place < len(tokens) and tokens[place].start < stop and place - index < 8:
        word = tokens[place].text.lower()
        opens = word in words("en", "grammar", "articles") or word in load("en", "persons")["pronouns"]
        if place > index and opens and not (place == index + 1 and word in {"his", "her", "its"}):
            break
        if (
            place > index
            and tokens[place - 1].text[:1].islower()
            and tokens[place].text[:1].isupper()
            and tokens[place - 1].text.lower() not in words("en", "grammar", "articles")
        ):
            break
        if word in words("en", "grammar", "behind_addressee") or (not tokens[place].text[0].isalnum() and word not in {"'s", "’s", "-"}):
            break
        place += 1
        if place == index + 1 and word in words("en", "grammar", "addressees"):
            break
    return tokens[place - 1].stop if place > index else tokens[index - 1].stop


def starts_clause(text: str, start: int, stop: int, *, is_strict: bool = False, is_behind: bool = False) -> bool:
    """Behind a verb without "that" a clause with a verb of its own must follow: "said Rosneft had signed", not "said to X"."""
    words_behind = re.findall(r"[\w’'-]+", text[start:stop])
    if is_behind:
        return len(words_behind) >= _CLAUSE_WORDS and any(_is_verbal(word, is_strict=False) for word in words_behind[1:])
    if (
        not words_behind
        or text[start : start + 2].strip(" ")[:1] in ",.;:"
        or words_behind[0].lower() in words("en", "grammar", "no_clause")
    ):
        return False
    limit = _SURE_REACH if is_strict else _REACH
    return any(_is_verbal(word, is_strict=is_strict) for word in words_behind[1:limit])


def _is_verbal(word: str, *, is_strict: bool) -> bool:
    """An auxiliary; unless a sure sign is asked for, also what looks like a verb."""
    if word in words("en", "speech", "auxiliaries") or re.fullmatch(r"\w+(?:n['’]t|['’](?:ll|ve|d|re))", word):
        return True
    return not is_strict and (word in words("en", "speech", "plain_verbs") or bool(re.fullmatch(r"\w{2,}ed|\w{3,}s", word)))


@cache
def between() -> re.Pattern[str]:
    return re.compile(str(load("en", "speech")["between"]) + r"(?=,?\s+that\b)", re.DOTALL)


@cache
def occasion() -> re.Pattern[str]:
    """Where and when it was said: "on Friday", "in a statement", "to reporters"."""
    return re.compile(str(load("en", "speech")["occasion"]))
