"""A Russian document -> cues of what is told: «отметил, что ...», «по мнению X», «отметили в ведомстве»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.contents import after_how, after_that, before_tail, find_cut, is_negated, with_object
from briefgen.extract.statements.cues import Cue, is_finite, word_count
from briefgen.extract.statements.spans import covers, is_inside, opened, trim, within
from briefgen.extract.statements.verbs import SpeechVerb, document_author, find_verbs, speaker_of_any
from briefgen.extract.statements.views import find_views
from briefgen.language.document import Document, Sentence
from briefgen.language.lexicon import load, words

_MINIMUM_WORDS = 2
_VIEW_WORDS = 4  # «: по его подсчетам»
_NEAR = 40  # cues of this sentence and the one before, which «Об этом сообщил» may reach back to


def find_reported(document: Document, cast: Cast, skipped: Sequence[tuple[int, int]]) -> tuple[Cue, ...]:
    """Cues in text order; words inside the `skipped` spans (quotations and their cues) are left out."""
    cues: list[Cue] = []
    for place, sentence in enumerate(document.sentences):
        if document.paragraphs[sentence.paragraph].role in {"caption", "background", "heading", "title", "quotation"}:
            continue
        before = document.sentences[place - 1] if place and document.sentences[place - 1].paragraph == sentence.paragraph else None
        found = _outermost(list(_in_sentence(document, sentence, cast, before, skipped)))
        near = cues[-_NEAR:]
        cues += [cue for cue in found if not any(other.start < cue.stop and cue.start < other.stop for other in near)]
    return tuple(cues)


def _in_sentence(
    document: Document, sentence: Sentence, cast: Cast, before: Sentence | None, skipped: Sequence[tuple[int, int]]
) -> Iterator[Cue]:
    if before is not None and _points_back(document.text[sentence.start : sentence.stop]):
        cue = _backward(document, sentence, cast, before, skipped)
        if cue is not None:
            yield cue
            return
    found = find_verbs(document, sentence, cast)
    verbs = [verb for verb in found if not is_inside(sentence.tokens[verb.index].start, skipped)]
    for verb in found:
        if verb not in verbs:
            yield from _before_quotation(document, sentence, verb, skipped)
    views = list(find_views(document, sentence, cast, verbs, skipped))
    yield from views
    for verb in verbs:
        others = [other for other in found if other.index > verb.index]
        cue = _content(document, sentence, verb, others, views, skipped)
        if cue is not None:
            # «..., — сказал он и добавил, что»: whoever is named in the quotation is not who goes on
            yield replace(cue, reference=None) if is_inside(verb.reference.start, skipped) else cue


def _before_quotation(document: Document, sentence: Sentence, verb: SpeechVerb, skipped: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    """«Цены вырастут, предупреждает он: «...»»: what stands before the cue of a quotation is told too."""
    token = sentence.tokens[verb.index]
    limit = opened(token.start, skipped)
    span = before_tail(document, sentence, verb, sentence.stop) if limit is not None and limit > sentence.start else None
    trimmed = trim(document.text, *span) if span is not None and limit is not None and span[1] <= limit else None
    if trimmed is not None and not within(skipped, *trimmed):
        yield Cue(*trimmed, "reported", token.text, token.start, "reported-tail", verb.reference)


def _content(
    document: Document,
    sentence: Sentence,
    verb: SpeechVerb,
    others: Sequence[SpeechVerb],
    views: Sequence[Cue],
    skipped: Sequence[tuple[int, int]],
) -> Cue | None:
    """The statement that a verb of speech carries, by the first rule that fits."""
    tokens = sentence.tokens
    start = tokens[verb.index].stop
    stop = min(
        find_cut(document, sentence, verb, others),
        _view_behind(document, start, views, sentence.stop),
        _quotation_behind(document, start, skipped, sentence.stop),
    )
    for rule, find in (
        ("reported-how", after_how),
        ("reported-verb", after_that),
        ("reported-tail", before_tail),
        ("reported-object", with_object),
    ):
        span = find(document, sentence, verb, stop)
        if span is not None:
            trimmed = trim(document.text, *span)
            if trimmed is None or word_count(document.text[slice(*trimmed)]) < _MINIMUM_WORDS or covers(trimmed, skipped):
                return None
            token = tokens[verb.index]
            if rule == "reported-tail" and document.text[sentence.start] in "—–" and document.text[trimmed[0]].isupper():
                return Cue(*trimmed, "direct", token.text, token.start, "dialogue", verb.reference)
            is_after_colon = ":" in document.text[token.stop : trimmed[0]]  # «с этим не согласны: экономика устойчива»
            negated = is_negated(sentence, verb.index) and not is_after_colon
            return Cue(*trimmed, "reported", token.text, token.start, rule, verb.reference, negated)
    return None


def _view_behind(document: Document, start: int, views: Sequence[Cue], stop: int) -> int:
    """The colon or semicolon behind which a view of its own begins: «..., что смета вырастет: по его подсчетам, ...»."""
    for view in views:
        before = document.text[start : view.position].rpartition(":")
        if view.position > start and before[1] and len(before[2].split()) <= _VIEW_WORDS:
            return start + len(before[0])
    return stop


def _quotation_behind(document: Document, start: int, skipped: Sequence[tuple[int, int]], stop: int) -> int:
    """The colon behind which a quotation begins."""
    for opening, _ in within(skipped, start, stop):
        if opening > start and (document.text[opening] == ":" or document.text[start:opening].rstrip().endswith(":")):
            return opening
    return stop


def _points_back(text: str) -> bool:
    return any(rule.search(text) for rule in _backward_rules())


@cache
def _backward_rules() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule, re.IGNORECASE) for rule in load("ru", "speech")["backward"])


def _backward(document: Document, sentence: Sentence, cast: Cast, before: Sentence, skipped: Sequence[tuple[int, int]]) -> Cue | None:
    """«Об этом сообщил X»: the sentence before is what he says; a sentence with «что» of its own tells more."""
    if is_inside(before.start, skipped) or within(skipped, before.start, before.stop):
        return None
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if not is_finite(token):
            continue
        impersonal = token.lemma in words("ru", "speech", "impersonal") and token.text.endswith(("ся", "сь"))
        reference = document_author(document, sentence, index, cast) if impersonal else speaker_of_any(document, sentence, index, cast)
        if reference is not None:
            return Cue(
                before.start, before.stop, "reported", token.text, token.start, "reported-before", reference, is_negated(sentence, index)
            )
    return None


def _outermost(cues: Sequence[Cue]) -> list[Cue]:
    """Cues whose word does not stand inside what another tells."""
    kept: list[Cue] = []
    for cue in sorted(cues, key=lambda cue: (cue.position, cue.start)):
        if any(
            other.start <= cue.position < other.stop and other.rule != "reported-tail" and not (cue.start <= other.position < cue.stop)
            for other in kept
        ):
            continue
        if any(other.start < cue.stop and cue.start < other.stop for other in kept):
            continue
        kept.append(cue)
    return kept
