"""A verb of an English sentence -> the words before or behind it that name a speaker, and the Reference they make."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Reference
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.persons import role_kind

_ARTICLES = {"the", "a", "an", "its", "his", "her", "their", "this", "one", "some", "other", "many", "several"}
_APPOSITION_WORDS = 18
_PHRASE_WORDS = 9

Party = tuple[int, int]


def party_before(sentence: Sentence, verb: int, first: int = 0) -> Party | None:
    """The tokens of the subject before a verb, without adverbs: «the Russian government», «John Smith, an analyst at Aton,»."""
    tokens = sentence.tokens
    last = verb
    while last > first and tokens[last - 1].text.lower() in words("en", "speech", "adverbs"):
        last -= 1
    if last > first and tokens[last - 1].text == ",":
        comma = next((place for place in range(last - 2, max(first, last - _APPOSITION_WORDS) - 1, -1) if tokens[place].text == ","), None)
        if comma is not None and _is_name(tokens[comma + 1 : last - 1]):
            return comma + 1, last - 1
        if comma is None or not any(
            role_kind(token.lemma, "en") or token.text.lower() in {"who", "which"} for token in tokens[comma + 1 : last - 1]
        ):
            return None
        last = comma
    start = _phrase_start(tokens, last, first)
    return (start, last) if start < last else None


def _is_name(tokens: Sequence[Token]) -> bool:
    """«..., Haitham Al Ghais, told»: nothing but capitalised words between the commas."""
    return 2 <= len(tokens) <= 5 and all(token.text[:1].isupper() or token.text in words("en", "names", "particles") for token in tokens)


def party_behind(sentence: Sentence, index: int, limit: int) -> Party | None:
    """The tokens of the subject behind a verb: said «Russian oil official Sergei Oganesyan»."""
    tokens = sentence.tokens
    last = index
    while last < limit and last - index < _PHRASE_WORDS and _in_phrase(tokens[last], first=last == index):
        last += 1
    return (index, last) if last > index else None


def english_reference(document: Document, sentence: Sentence, party: Party, cast: Cast) -> Reference | None:
    """Who the words mean; None for a thing."""
    tokens = sentence.tokens[party[0] : party[1]]
    for token in tokens:
        named = cast.member_at(token.start)
        if named and (named[1].stop >= tokens[-1].stop - 1 or _follows(tokens, named[1].stop) in {"of", "at", "from"}):
            return Reference("person", named[1].start, named[0].person.name)
    last = tokens[-1]
    phrase = document.text[_without_article(tokens).start : last.stop]
    word = last.text.lower()
    pronoun = load("en", "persons")["pronouns"].get(word)
    if pronoun and len(tokens) == 1:
        return Reference("pronoun", last.start, last.text, word, pronoun) if pronoun != "p" else None
    if word in words("en", "persons", "groups"):
        return Reference(
            "group", last.start, phrase[:1].lower() + phrase[1:] if tokens[0].text[0].isupper() and len(tokens) == 1 else phrase, word
        )
    if role_kind(last.lemma, "en") and last.lemma == word:
        is_new = tokens[0].text.lower() in {"a", "an", "one", "another", "some"}
        return Reference(
            "role", tokens[0].start, phrase, word, qualifiers=("*indefinite",) if is_new else tuple(token.lemma for token in tokens[:-1])
        )
    body = cast.body_at(last.start)
    if body is not None:
        return Reference(
            "body",
            body.start,
            body.name if body.stop >= last.stop else phrase,
            word,
            qualifiers=tuple(token.lemma for token in tokens[:-1]),
        )
    if last.lemma in words("en", "speech", "bodies") and last.lemma == word:
        qualifiers = tuple(token.lemma for token in tokens[:-1] if token.lemma not in _ARTICLES)
        return Reference("body", tokens[0].start, phrase, word, qualifiers=qualifiers if qualifiers else ("*anaphora",))
    return None


def _follows(tokens: Sequence[Token], offset: int) -> str:
    return next((token.text.lower() for token in tokens if token.start >= offset), "")


def _without_article(tokens: Sequence[Token]) -> Token:
    return tokens[1] if len(tokens) > 1 and tokens[0].text.lower() in {"the", "a", "an"} else tokens[0]


def _phrase_start(tokens: Sequence[Token], last: int, first: int) -> int:
    """Back over names, nouns and their modifiers, to the article that opens the phrase."""
    start = last
    while start > first and last - start < _PHRASE_WORDS:
        token = tokens[start - 1]
        if not _in_phrase(token, first=start == last):
            break
        start -= 1
        if token.text.lower() in _ARTICLES:
            break
    while start < last and (
        tokens[start].text.lower() in words("en", "names", "common")
        and tokens[start].text.lower() not in _ARTICLES | _pronouns()
        and tokens[start].text.lower() not in words("en", "persons", "groups")
    ):
        start += 1
    return start


def _pronouns() -> set[str]:
    return set(load("en", "persons")["pronouns"])


def _in_phrase(token: Token, *, first: bool) -> bool:
    word = token.text.lower()
    if word in {"'s", "’s", "of", "-", "."}:
        return not first or word == "."
    if not token.text[0].isalpha():
        return False
    if word in _ARTICLES or word in _pronouns():
        return True
    is_function = word in words("en", "names", "common") and word not in words("en", "persons", "groups") and not token.text[0].isupper()
    return not is_function and word not in words("en", "speech", "verbs")
