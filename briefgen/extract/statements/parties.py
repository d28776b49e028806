"""A verb of an English sentence -> the words before or behind it that name a speaker."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.extract.statements.asides import ASIDE_WORDS, aside_start, is_aside, is_name, names_role
from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.english_verbs import form_of, speech_verb
from briefgen.language.document import Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.persons import role_kind

QUOTES = frozenset({'"', "“", "”", "„", "«", "»"})
_STOPS = QUOTES | {",", ";", ":", "(", ")", "[", "]", "—", "–", "…", "!", "?"}
_CLAUSE_WORDS = 24
_PHRASE_WORDS = 12


@dataclass(frozen=True, slots=True)
class Party:
    """tokens[first:last] are the noun with what stands before it, tokens[last:stop] what hangs on it («of the Bruegel think tank»)."""

    first: int
    last: int
    stop: int


def party_before(sentence: Sentence, verb: int, cast: Cast, first: int = 0) -> Party | None:
    """The subject before a verb, past adverbs and asides: «the Russian government», «John Smith, an analyst at Aton,»."""
    tokens = sentence.tokens
    stop = _without_adverbs(tokens, verb, first)
    while stop > first and tokens[stop - 1].text in {",", ")", "—", "–"}:
        opened = aside_start(tokens, stop - 1, first)
        if opened is None:
            return None
        inside = tokens[opened + 1 : stop - 1]
        if is_name(inside) and opened > first and names_role(tokens[max(first, opened - 6) : opened]):
            return Party(opened + 1, stop - 1, stop - 1)
        if tokens[stop - 1].text == "," and not is_aside(inside):
            return None
        stop = _without_adverbs(tokens, opened, first)
    start = _clause_start(tokens, stop, first, cast)
    if start > first and tokens[start - 1].text.lower() == "who":
        stop = start - 1  # «a person who declined to be named said»
        while stop > first and tokens[stop - 1].text == ",":
            stop -= 1
        start = _clause_start(tokens, stop, first, cast)
    return _phrase(tokens, start, stop, cast)


def party_behind(sentence: Sentence, index: int, limit: int, cast: Cast) -> Party | None:
    """The subject behind a verb: said «Russian oil official Sergei Oganesyan», said «a spokesman» for the ministry."""
    tokens = sentence.tokens
    while index < limit and tokens[index].text.lower() in words("en", "grammar", "between_verb_and_subject"):
        index += 1
    if index >= limit or tokens[index].text.lower() in words("en", "speech", "prepositions") | words("en", "grammar", "no_subject_behind"):
        return None
    if tokens[index].text.lower() in words("en", "grammar", "speaking_pronouns"):
        return Party(index, index + 1, index + 1)
    last = index
    while last < limit and last - index < _PHRASE_WORDS:
        stop = _name_stop(tokens, last, cast)
        if stop > last:
            last = stop
            continue
        if not _in_phrase(tokens[last], is_first=last == index) or (last > index and tokens[last].text.lower() in _pronouns()):
            break
        last += 1
    if last == index:
        return None
    if last < limit - 1 and tokens[last].text == "," and names_role(tokens[index:last]) and cast.member_at(tokens[last + 1].start):
        name = _name_stop(tokens, last + 1, cast)
        return Party(last + 1, name, name)  # «said its head, Andrey Sizov»
    stop = last
    while stop < limit and tokens[stop].text not in _STOPS | {"."} and stop - last < ASIDE_WORDS:
        stop += 1
    return Party(index, last, stop)


def quoted_party(sentence: Sentence, saying: int, cast: Cast) -> Party | None:
    """Who is quoted in "The agency quoted Mr Putin as saying"; `saying` is the index of the last word."""
    tokens = sentence.tokens
    if saying < 3 or tokens[saying - 1].text.lower() != "as":
        return None
    quoting = next(
        (place for place in range(saying - 2, max(-1, saying - _PHRASE_WORDS), -1) if speech_verb(tokens[place].text) in {"quote", "cite"}),
        None,
    )
    return party_behind(sentence, quoting + 1, saying - 1, cast) if quoting is not None else None


def sentence_subject(sentence: Sentence, verb: int, cast: Cast, first: int = 0) -> Party | None:
    """The subject with which the sentence begins, for a later verb that has none: «Reeves welcomed the figures but said»."""
    tokens = sentence.tokens
    start = first
    while start < verb and (tokens[start].text in _STOPS or tokens[start].text.lower() in words("en", "grammar", "sentence_openers")):
        start += 1
    if start < verb and tokens[start].text.lower() in words("en", "speech", "prepositions"):
        comma = next((place for place in range(start, verb) if tokens[place].text == ","), None)
        start = start if comma is None else comma + 1
    if start >= verb:
        return None
    name = _name_stop(tokens, start, cast)
    if start < name < verb - 1 and tokens[name].text in {"'s", "’s"} and _name_stop(tokens, name + 1, cast) > name + 1:
        start, name = name + 1, _name_stop(tokens, name + 1, cast)  # «Slovakia's Robert Fico»
    is_post = start < name < verb and bool(role_kind(tokens[name].lemma, "en"))  # «Rosatom head Alexey Likhachev»
    return Party(start, name, name) if start < name < verb and not is_post else party_behind(sentence, start, verb, cast)


def _without_adverbs(tokens: Sequence[Token], index: int, first: int) -> int:
    while index > first and tokens[index - 1].text.lower() in words("en", "speech", "adverbs"):
        index -= 1
    return index


def _clause_start(tokens: Sequence[Token], stop: int, first: int, cast: Cast) -> int:
    start = stop
    while start > first and stop - start < _CLAUSE_WORDS:
        token = tokens[start - 1]
        begins = _name_start(tokens, start - 1, cast, first)
        if begins < start - 1:
            start = begins
            continue
        if token.text in _STOPS or (token.text == "." and len(tokens[start - 2].text if start > 1 else "") > 2):
            break
        if token.text.lower() in words("en", "speech", "clause_words"):
            break
        start -= 1
    return start


def _name_start(tokens: Sequence[Token], index: int, cast: Cast, first: int) -> int:
    """The first token of the name of a body or a person that holds the token: «Bank for Reconstruction and Development» is one."""
    body = cast.body_at(tokens[index].start)
    named = cast.member_at(tokens[index].start)
    begin = body.start if body else named[1].start if named else tokens[index].start
    while index > first and tokens[index - 1].start >= begin:
        index -= 1
    return index


def _name_stop(tokens: Sequence[Token], index: int, cast: Cast) -> int:
    """The token behind the name that starts at or holds the token; the token itself where none does."""
    body = cast.body_at(tokens[index].start)
    named = cast.member_at(tokens[index].start)
    stop = body.stop if body else named[1].stop if named else tokens[index].start
    while index < len(tokens) and tokens[index].start < stop:
        index += 1
    return index


def _phrase(tokens: Sequence[Token], start: int, stop: int, cast: Cast) -> Party | None:
    """The subject among the words of a clause before its verb: past a time or a place in front, up to the first preposition."""
    opened = _past_openers(tokens, start, stop, cast)
    if opened is None or opened >= stop:
        return None
    start = opened
    name = _closing_name(tokens, start, stop, cast)
    if name is not None:
        return Party(name, stop, stop)
    last = start
    while last < stop:
        behind = _name_stop(tokens, last, cast)
        if behind > last:
            last = behind
            continue
        word = tokens[last].text.lower()
        if word in words("en", "speech", "prepositions") and last > start:
            break
        if last > start and (word in words("en", "speech", "behind_noun") or _is_reduced(tokens, last, stop)):
            break
        if last > start and word in words("en", "grammar", "articles") and tokens[last - 1].text not in {"'s", "’s"}:
            start = last  # «After the meeting the minister said»
        last += 1
    return Party(start, min(last, stop), stop) if last > start else None


def _is_reduced(tokens: Sequence[Token], index: int, stop: int) -> bool:
    """«a report published by the group», «a survey conducted in May»: a participle behind its noun."""
    following = tokens[index + 1].text.lower() if index + 1 < stop else ""
    is_open = following in words("en", "speech", "prepositions") or following in words("en", "grammar", "behind_participles")
    return tokens[index].text.endswith(tuple(load("en", "grammar")["participle_endings"])) and is_open


def _closing_name(tokens: Sequence[Token], start: int, stop: int, cast: Cast) -> int | None:
    """The person whose name closes the clause, behind any post: «Bank of England Governor Andrew Bailey»; not «spokesman for X»."""
    if cast.member_at(tokens[stop - 1].start) is None:
        return None
    first = _name_start(tokens, stop - 1, cast, start)
    before = first - 1
    if before >= start and tokens[before].text.lower().rstrip(".") in words("en", "persons", "honorifics"):
        before -= 1
    return first if before < start or tokens[before].text.lower() not in words("en", "speech", "prepositions") else None


def _past_openers(tokens: Sequence[Token], start: int, stop: int, cast: Cast) -> int | None:
    """«On Monday the ministry», «In January he», «Earlier Mr Brown»: where the subject begins."""
    while start < stop and (tokens[start].text.lower() in words("en", "speech", "adverbs") or not tokens[start].text[0].isalnum()):
        start += 1
    if start >= stop or tokens[start].text.lower() not in words("en", "speech", "prepositions"):
        return start
    place = start + 1
    while place < stop:
        token, before = tokens[place], tokens[place - 1].text.lower()
        is_start = (
            token.text.lower() in _pronouns() | words("en", "grammar", "articles")
            or role_kind(token.lemma, "en")
            or _name_stop(tokens, place, cast) > place
        )
        is_free = before not in words("en", "speech", "prepositions") | words("en", "grammar", "articles") and token.text not in {
            "'s",
            "’s",
        }
        if is_start and is_free and (place > start + 1):
            return place
        place = max(place + 1, _name_stop(tokens, place, cast))
    return None


def _pronouns() -> frozenset[str]:
    return frozenset(load("en", "persons")["pronouns"])


def _in_phrase(token: Token, *, is_first: bool) -> bool:
    word = token.text.lower()
    if word in {"'s", "’s", "-", "+", "&", ".", "%"}:
        return not is_first
    if not token.text[0].isalnum():
        return False
    if word in words("en", "grammar", "articles") or word in _pronouns():
        return is_first or word in words("en", "grammar", "possessives")
    if word in words("en", "speech", "prepositions") or word in words("en", "speech", "clause_words"):
        return False
    if not is_first and (word in words("en", "speech", "behind_noun") or (speech_verb(word) and form_of(word) == "ing")):
        return False
    if not is_first and token.text.islower() and word in load("en", "names")["irregular"] and word not in words("en", "names", "both"):
        return False  # «met», «went»: the verb of the sentence
    return not (speech_verb(word) and form_of(word) in {"past", "s"} and not role_kind(token.lemma, "en")) and word not in words(
        "en", "grammar", "finite_words"
    )
