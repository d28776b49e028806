"""An English document -> cues of what is told of somebody's words: "said that ...", "according to X", "predicted growth"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Cue, Reference, index_at, word_count
from briefgen.extract.statements.english_clauses import addressee_stop, between, occasion, starts_clause
from briefgen.extract.statements.english_verbs import form_of
from briefgen.extract.statements.parties import party_behind
from briefgen.extract.statements.references_english import english_reference
from briefgen.extract.statements.spans import covers, is_inside, opened, start_of, trim, within
from briefgen.extract.statements.subjects import Telling, find_tellings
from briefgen.extract.statements.tails import closing_tail
from briefgen.language.document import Document, Sentence
from briefgen.language.lexicon import load, words

_ACCORDING = re.compile(
    r"\b(?:according to|in the (?:words|view|opinion|eyes|estimation) of"
    r"|in (?P<whose>his|her|its|their) (?:view|words|opinion|estimation))(?:\s+|(?=,))",
    re.IGNORECASE,
)
_THAT = re.compile(r"[\s,]*\bthat\b,?\s+", re.IGNORECASE)
_WHETHER = re.compile(r"\s+(?:whether|if|how|why|what)\b", re.IGNORECASE)
_THERE = re.compile(r"\s+there (?:is|are|was|were|will|would|has|have|had|can|could|may|might|should|must)\b", re.IGNORECASE)
_ARTICLE = re.compile(r"\s*(?:an?|the|any|some|no)\s", re.IGNORECASE)
_RELAYED = re.compile(r",\s+according to\b")
_MINIMUM_WORDS = 2
_CLAUSE_WORDS = 3
_PASSED = {"caption", "background", "heading", "title", "quotation"}
# Verbs that often go without "that": behind the others a sure sign of a clause is asked for


def find_told(document: Document, cast: Cast, skipped: Sequence[tuple[int, int]]) -> tuple[Cue, ...]:
    """Cues in text order; words inside the `skipped` spans are left out."""
    cues: list[Cue] = []
    for sentence in document.sentences:
        if document.paragraphs[sentence.paragraph].role in _PASSED:
            continue
        own: list[Cue] = []
        for cue in _in_sentence(document, sentence, cast, skipped):
            if not any((other.start < cue.stop and cue.start < other.stop) or other.start <= cue.position < other.stop for other in own):
                own.append(cue)
        cues += own
    return tuple(cues)


def _in_sentence(document: Document, sentence: Sentence, cast: Cast, skipped: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    according = [
        match for match in _ACCORDING.finditer(document.text, sentence.start, sentence.stop) if not is_inside(match.start(), skipped)
    ]
    for match in according[:1]:
        if match.start() == start_of(document, sentence):  # «According to X, Brussels insists on ...»: it is X's telling
            yield from _according(document, sentence, match, cast, skipped)
    found = find_tellings(document, sentence, cast)
    tellings = [telling for telling in found if not is_inside(sentence.tokens[telling.index].start, skipped)]
    for telling in found:
        limit = opened(sentence.tokens[telling.index].start, skipped)
        cue = closing_tail(document, sentence, telling) if limit is not None and limit > sentence.start else None
        if cue is not None and limit is not None and cue.stop <= limit and not covers((cue.start, cue.stop), skipped):
            yield cue
    for order, telling in enumerate(tellings):
        cue = _told(document, sentence, telling, tellings[order + 1 :], skipped) or closing_tail(document, sentence, telling)
        if cue is not None:
            yield cue
    for match in according:
        yield from _according(document, sentence, match, cast, skipped)


def _according(
    document: Document, sentence: Sentence, match: re.Match[str], cast: Cast, skipped: Sequence[tuple[int, int]]
) -> Iterator[Cue]:
    """ "According to X, ..." and "..., according to X"; "in his view"."""
    text, tokens = document.text, sentence.tokens
    first = index_at(sentence, match.end() - 1) + 1 if match["whose"] else index_at(sentence, match.end())
    if match["whose"]:
        reference: Reference | None = Reference(
            "pronoun",
            match.start("whose"),
            match["whose"],
            match["whose"].lower(),
            load("en", "persons")["possessives"][match["whose"].lower()],
        )
        end = match.end()
    else:
        party = party_behind(sentence, first, len(tokens), cast)
        reference = english_reference(document, sentence, party, cast) if party else None
        end = tokens[(party.stop if party else first) - 1].stop
    if reference is None:
        return
    opening = max(start_of(document, sentence), text.rfind(";", sentence.start, match.start()) + 1)
    before = text[opening : match.start()].strip(" ,-—–")
    if word_count(before) >= _CLAUSE_WORDS:
        behind = text[end : sentence.stop].strip(" ,.")
        span = trim(text, opening, sentence.stop if _is_middle(text, match, end, sentence.stop) and behind else match.start())
    else:
        comma = end - 1 if match["whose"] else text.find(",", end - 1, sentence.stop)  # «In his view the tenge will fall»
        span = trim(text, comma + 1, sentence.stop) if comma >= 0 else None
    if span is not None and not covers(span, skipped) and word_count(text[slice(*span)]) >= _MINIMUM_WORDS:
        yield Cue(*span, "reported", match[0].strip(), match.start(), "according-to", reference)


def _is_middle(text: str, match: re.Match[str], end: int, stop: int) -> bool:
    """«Exports, according to the bank, will fall.»: the words go on behind the comma, with no new clause of their own."""
    return bool(re.match(r"\s*,\s+(?!who|which|and|but|a |an |the )", text[end:stop])) and text[: match.start()].rstrip().endswith(",")


def _told(
    document: Document, sentence: Sentence, telling: Telling, others: Sequence[Telling], skipped: Sequence[tuple[int, int]]
) -> Cue | None:
    """What follows the verb: with "that", without it, or the object of a verb that tells by itself."""
    text, token, verb = document.text, sentence.tokens[telling.index], telling.verb
    if telling.is_behind:
        return None
    if telling.as_index is not None and verb not in words("en", "speech", "only_quoting"):
        return _as_told(document, sentence, telling)
    stop = min(_cut(document, sentence, telling, others), _cue_behind(document, telling.stop, skipped, sentence.stop))
    rule, span = "reported-verb", _clause(document, sentence, telling, stop)
    if span is None and _tells_object(document, sentence, telling):
        rule, span = "reported-object", trim(text, token.start, stop)
    if span is None or word_count(text[slice(*span)]) < _MINIMUM_WORDS or covers(span, skipped):
        return None
    if rule == "reported-object" and (
        word_count(text[token.stop : span[1]]) < _MINIMUM_WORDS or text[token.stop : token.stop + 1] in ",.;:"
    ):
        return None
    negated = (verb in words("en", "speech", "denials")) != telling.is_negated
    return Cue(*span, "reported", token.text, token.start, rule, telling.reference, negated)


def _clause(document: Document, sentence: Sentence, telling: Telling, stop: int) -> tuple[int, int] | None:
    """The clause behind the verb, with or without "that"; past where, when and to whom it was said."""
    text, verb = document.text, telling.verb
    place = telling.stop
    that = _THAT.match(text, place, stop)
    if that is None:
        told_to = between().match(text, place, stop)
        is_telling = verb in words("en", "speech", "telling") and verb != "promise"
        if told_to and not is_telling and _ARTICLE.match(told_to[0]):
            told_to = None  # «promised a force that is lethal»
        that = _THAT.match(text, told_to.end(), stop) if told_to else None
    if that is not None:
        return trim(text, that.end(), stop)
    if not telling.is_negated and not telling.needs_that and _THERE.match(text, place, stop):
        return trim(text, place, stop)  # «maintains there will be no nationalisation»
    if (
        telling.is_negated
        or telling.needs_that
        or verb in words("en", "speech", "with_that")
        or verb in words("en", "speech", "only_quoting")
    ):
        return None
    if _WHETHER.match(text, place, stop):
        return None
    if verb in words("en", "speech", "telling"):
        place = addressee_stop(sentence, telling.index + 1, stop)
    told_at = occasion().match(text, place, stop)
    place = told_at.end() if told_at else place
    that = _THAT.match(text, place, stop)
    if that is not None:
        return trim(text, that.end(), stop)
    return trim(text, place, stop) if starts_clause(text, place, stop, is_strict=verb not in words("en", "grammar", "free_verbs")) else None


def _as_told(document: Document, sentence: Sentence, telling: Telling) -> Cue | None:
    """ "As X has noted, ...": what follows the comma; "..., as X noted": what stands before."""
    text, tokens, first = document.text, sentence.tokens, telling.as_index or 0
    comma = next((place for place in range(telling.index + 1, len(tokens)) if tokens[place].text in {",", ":"}), None)
    if word_count(text[sentence.start : tokens[first].start]) < _CLAUSE_WORDS:
        span = trim(text, tokens[comma].stop, sentence.stop) if comma is not None else None
    else:
        span = trim(text, start_of(document, sentence), tokens[first].start if comma is None else sentence.stop)
    if span is None or word_count(text[slice(*span)]) < _CLAUSE_WORDS:
        return None
    return Cue(*span, "reported", tokens[telling.index].text, tokens[telling.index].start, "reported-how", telling.reference)


def _tells_object(document: Document, sentence: Sentence, telling: Telling) -> bool:
    """Verbs that tell by themselves: "urged the EU to", "called for a ban"; a body's deed is none."""
    verb = telling.verb
    if (
        verb not in words("en", "speech", "object_verbs")
        or telling.is_passive
        or telling.needs_that
        or form_of(sentence.tokens[telling.index].text) == "ing"
    ):
        return False
    if (telling.reference.kind == "body" or telling.reference.gender == "n") and verb not in words("en", "speech", "stances"):
        return False
    if telling.reference.gender == "n" and verb in words("en", "grammar", "of_things"):
        return False  # «it demands attention» is said of a thing
    if telling.reference.lemma in words("en", "grammar", "deciding") or "*document" in telling.reference.qualifiers:
        return False  # «the court rejected the appeal» is a deed
    if telling.reference.kind == "group" and re.match(r"\s+to\b", document.text[telling.stop : sentence.stop]):
        return False  # «ministers hope to decide» is a plan
    governed = load("en", "speech")["governed"].get(verb)
    behind = document.text[telling.stop : sentence.stop].split()
    if not behind or (behind[0].lower() in words("en", "grammar", "circumstances") and not (governed and behind[0].lower() in governed)):
        return False
    if governed is None:
        return behind[0].lower() not in {"to", "for"} or verb in words("en", "grammar", "with_infinitive")
    if verb == "call" and behind[0].lower() in {"a", "an"}:
        return False  # «called a tender»
    if verb == "call" and behind[0].lower() not in governed:
        return bool(re.match(r"\s+\S.{2,120}?(?:[\"“‘]|\b(?:an?|the)\b)", document.text[telling.stop : sentence.stop]))
    return behind[0].lower() in governed or "" in governed


def _cue_behind(document: Document, start: int, skipped: Sequence[tuple[int, int]], stop: int) -> int:
    """The comma behind which the cue of a quotation begins: «said he was ready, adding: "..."»."""
    return next((opening for opening, _ in within(skipped, start, stop) if opening > start and document.text[opening] == ","), stop)


def _cut(document: Document, sentence: Sentence, telling: Telling, others: Sequence[Telling]) -> int:
    """The end of what is told: the sentence's end, or the next verb of the same speaker ("..., adding that", "but said")."""
    semicolon = document.text.find(";", telling.stop, sentence.stop)
    if semicolon >= 0 and all(sentence.tokens[other.index].start > semicolon for other in others):
        return semicolon
    according = _RELAYED.search(document.text, telling.stop, sentence.stop)
    if according is not None:
        return according.start()
    for other in others:
        if other.joint is not None and other.joint > telling.stop:
            return other.joint
    return sentence.stop
