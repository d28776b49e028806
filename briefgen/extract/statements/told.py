"""An English document -> cues of what is told of somebody's words: "said that ...", "according to X", "predicted growth"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Cue, Reference, index_at, word_count
from briefgen.extract.statements.parties import english_reference, party_before, party_behind
from briefgen.extract.statements.spans import covers, is_inside, trim
from briefgen.language.document import Document, Sentence
from briefgen.language.lexicon import load, words

_ACCORDING = re.compile(r"\b(?:according to|in the (?:words|view|opinion) of)\s+", re.IGNORECASE)
_THAT = re.compile(r"[\s,]*\bthat\b\s+", re.IGNORECASE)
_MINIMUM_WORDS = 3
_NEXT_CUE = re.compile(r",?\s+(?:and|but|adding|noting|saying|while)\s+(?:(?:also|later|he|she|it|they)\s+){0,2}$")
_PASSED = {"caption", "background", "heading", "title", "quotation"}


def find_told(document: Document, cast: Cast, skipped: Sequence[tuple[int, int]]) -> tuple[Cue, ...]:
    """Cues in text order; words inside the `skipped` spans are left out."""
    cues: list[Cue] = []
    for sentence in document.sentences:
        if document.paragraphs[sentence.paragraph].role in _PASSED:
            continue
        for cue in _in_sentence(document, sentence, cast, skipped):
            if not any((other.start < cue.stop and cue.start < other.stop) or other.start <= cue.position < other.stop for other in cues):
                cues.append(cue)
    return tuple(cues)


def _in_sentence(document: Document, sentence: Sentence, cast: Cast, skipped: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    text = document.text
    for match in _ACCORDING.finditer(text, sentence.start, sentence.stop):
        if not is_inside(match.start(), skipped):
            yield from _according(document, sentence, match, cast)
    for index, token in enumerate(sentence.tokens):
        if token.text.lower() not in words("en", "speech", "verbs") or is_inside(token.start, skipped):
            continue
        cue = _told(document, sentence, index, cast, skipped) or _tail(document, sentence, index, cast)
        if cue is not None:
            yield cue


def _according(document: Document, sentence: Sentence, match: re.Match[str], cast: Cast) -> Iterator[Cue]:
    text = document.text
    first = index_at(sentence, match.end())
    party = party_behind(sentence, first, len(sentence.tokens))
    reference = english_reference(document, sentence, party, cast) if party else None
    if reference is None or party is None:
        return
    before = text[sentence.start : match.start()].strip(" ,")
    if word_count(before) >= _MINIMUM_WORDS:
        span = trim(text, sentence.start, match.start())
    else:
        comma = text.find(",", sentence.tokens[party[1] - 1].stop, sentence.stop)
        span = trim(text, comma + 1, sentence.stop) if comma >= 0 else None
    if span is not None:
        yield Cue(*span, "reported", match[0].strip(), match.start(), "according-to", reference)


def _told(document: Document, sentence: Sentence, index: int, cast: Cast, skipped: Sequence[tuple[int, int]]) -> Cue | None:
    """What follows the verb: with "that", without it, or the object of a verb that tells by itself."""
    text, token = document.text, sentence.tokens[index]
    party = party_before(sentence, index)
    reference = english_reference(document, sentence, party, cast) if party else None
    if reference is None or party is None:
        return None
    word = token.text.lower()
    stop = _cut(document, sentence, index)
    behind = _between().match(text, token.stop, stop) or _occasion().match(text, token.stop, stop)
    place = behind.end() if behind else token.stop
    that = _THAT.match(text, place, stop)
    is_object = word in words("en", "speech", "object_verbs") and that is None
    if that is not None:
        span = trim(text, that.end(), stop)
    elif is_object and (reference.kind != "body" or word in words("en", "speech", "stances")):
        span = trim(text, token.start, stop)
    elif word in words("en", "speech", "with_that") or is_object:
        return None
    else:
        span = trim(text, place, stop) if _starts_clause(text, place, stop) else None
    if span is None or word_count(text[slice(*span)]) < _MINIMUM_WORDS or covers(span, skipped):
        return None
    negated = (word in words("en", "speech", "denials")) != (index > 0 and sentence.tokens[index - 1].text.lower() in {"not", "never"})
    return Cue(*span, "reported", token.text, token.start, "reported-object" if is_object else "reported-verb", reference, negated)


def _starts_clause(text: str, start: int, stop: int) -> bool:
    """Behind a verb without "that" a clause with a verb of its own must follow: "said Rosneft had signed", not "said to X"."""
    words_behind = re.findall(r"[\w’'-]+", text[start:stop])
    return (
        bool(words_behind) and text[start : start + 2].strip(" ")[:1] not in ",.;:" and any(_is_verbal(word) for word in words_behind[1:])
    )


def _is_verbal(word: str) -> bool:
    return bool(
        re.fullmatch(
            r"(?:is|are|was|were|be|been|has|have|had|do|does|did|will|would|can|could|may|might|must|should|wants?|needs?|\w{2,}ed|\w{3,}s|came|went|made|took|sold|won|lost|fell|rose|put|cut|n't|isn't|won't|can't)",
            word,
        )
    )


def _cut(document: Document, sentence: Sentence, index: int) -> int:
    """The end of what is told: the sentence's end, or the next verb of the same speaker ("..., adding that")."""
    for other in sentence.tokens[index + 2 :]:
        if other.text.lower() in words("en", "speech", "verbs") | {"adding", "noting", "saying", "stressing", "warning"}:
            joint = _NEXT_CUE.search(document.text, sentence.tokens[index].stop, other.start)
            if joint or other.text.lower() in {"adding", "saying", "noting", "stressing", "warning"}:
                return joint.start() if joint else other.start
    return sentence.stop


def _tail(document: Document, sentence: Sentence, index: int, cast: Cast) -> Cue | None:
    """ "..., the ministry said." and "..., said the ministry": all before the comma."""
    text, tokens = document.text, sentence.tokens
    party: tuple[int, int] | None
    party = party_before(sentence, index)
    if party is None or party[0] == 0 or tokens[party[0] - 1].text != ",":
        party = party_behind(sentence, index + 1, len(tokens)) if index and tokens[index - 1].text == "," else None
    reference: Reference | None = english_reference(document, sentence, party, cast) if party else None
    if reference is None or party is None or max(party[1], index + 1) < len(tokens) - 8:
        return None
    span = trim(text, sentence.start, tokens[min(party[0], index) - 1].start)
    if span is None or word_count(text[slice(*span)]) < _MINIMUM_WORDS or text[span[1] - 1] in '"”':
        return None
    return Cue(*span, "reported", tokens[index].text, tokens[index].start, "reported-tail", reference)


@cache
def _between() -> re.Pattern[str]:
    return re.compile(r"\s+" + str(load("en", "speech")["between"]) + r"(?=,?\s+that\b)")


@cache
def _occasion() -> re.Pattern[str]:
    """Where and when it was said: "on Friday", "in a statement", "to reporters"."""
    return re.compile(str(load("en", "speech")["occasion"]))
