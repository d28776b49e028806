"""The words behind an English quotation that hold no verb of speech -> who says it: "..., shrugged the chancellor"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Attribution, Reference
from briefgen.extract.statements.parties import Party, party_before, party_behind
from briefgen.extract.statements.references_english import english_reference
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words

_SUBJECT_WORDS = 8  # of the speaker before his verb
_PAST = re.compile(r"[a-z]{2,}(?:ed|s)$")
_SPEAKING_KINDS = frozenset({"person", "role", "pronoun", "body", "group"})


def by_manner(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Attribution | None:
    """Whoever the next words name with a verb of any kind, where the quotation opens the sentence; a thing says nothing."""
    tokens = sentence.tokens
    if first >= last or first == 0 or not _opens(document, tokens[0]):
        return None
    if is_manner_verb(tokens, first):
        party = party_behind(sentence, first + 1, last, cast)
        return _attribution(document, sentence, party, first, last, cast)
    for place in range(first + 1, min(last, first + _SUBJECT_WORDS)):
        if not tokens[place].text[0].isalnum() and tokens[place].text not in {"'s", "’s", "-", "."}:
            return None
        if is_manner_verb(tokens, place) and _is_free(tokens, place + 1, last):
            party = party_before(sentence, place, cast, first) or Party(first, place, place)
            return _attribution(document, sentence, party, place, last, cast)
    return None


def is_manner_verb(tokens: Sequence[Token], place: int) -> bool:
    """Whether a word may show how something was said: in lower case, a past tense or a third person by its form."""
    word = tokens[place].text
    if word in words("en", "speech", "no_manner") or not word.islower():
        return False
    return bool(_PAST.match(word)) or (word in load("en", "names")["irregular"] and word not in words("en", "names", "both"))


def _opens(document: Document, token: Token) -> bool:
    return document.text[token.start] in words("en", "speech", "marks")


def _is_free(tokens: Sequence[Token], place: int, last: int) -> bool:
    """Behind the verb the sentence ends, or goes on with an adverb or a circumstance, never with an object."""
    if place >= last:
        return True
    word = tokens[place].text.lower()
    return not word[0].isalnum() or word in words("en", "speech", "prepositions") | {"back"} or word.endswith("ly")


def _attribution(document: Document, sentence: Sentence, party: Party | None, verb: int, last: int, cast: Cast) -> Attribution | None:
    reference = english_reference(document, sentence, party, cast) if party else None
    if reference is None or party is None or not _may_speak(sentence, party, reference):
        return None
    tokens = sentence.tokens
    first = min(verb, party.first)
    return Attribution(tokens[verb].text, tokens[verb].start, reference, tokens[first].start, tokens[last - 1].stop)


def _may_speak(sentence: Sentence, party: Party, reference: Reference) -> bool:
    """Bodies do not shrug: "..., the company gained 3%" tells of something else."""
    is_alive = reference.kind in _SPEAKING_KINDS - {"body"} and reference.gender != "n"
    return is_alive and not any(token.text[0].isdigit() for token in sentence.tokens[party.first : party.last])
