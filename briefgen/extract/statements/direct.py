"""Quotations -> cues of direct speech: «...», — сказал он; X заявил: «...»; "...," she said; a quotation that goes on behind its cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.extract.statements.attribution import Attribution, attribute
from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Cue, word_count
from briefgen.extract.statements.quotations import Quotation, find_quotations
from briefgen.language.document import Document, Sentence
from briefgen.language.lexicon import words
from briefgen.model import Paragraph

_DASH_BEHIND = re.compile(r"[,.!?…]?\s*[—–-]\s*(?=[а-яёa-zA-ZА-ЯЁ])")
_SAID_BEHIND = re.compile(r"\s*(?=[a-zA-Z])")
_COLON_BEFORE = re.compile(r"[:,]\s*$")
# A cue inside one pair of marks: «..., — сказал он. — ...»
_BREAK_INSIDE = re.compile(r"(?P<before>[,!?…])\s*[—–]\s+(?P<cue>[а-яё][^«»\"“”—–]{3,160}?)(?P<after>[.,])\s*[—–]\s*")
_SENTENCE_END = re.compile(r"[.!?…]['\"»”)]*$")
_MINIMUM_WORDS = 2
_PASSED = {"caption", "background", "title", "heading"}


@dataclass(frozen=True, slots=True)
class Speech:
    """A cue, and the words (quotation and attribution) that no other rule may read again; `stop` is where they end."""

    cue: Cue
    spans: tuple[tuple[int, int], ...]
    stop: int


def find_direct(document: Document, cast: Cast) -> tuple[Speech, ...]:
    """All direct speech of a document in order."""
    found: list[Speech] = []
    waiting: list[Quotation] = []
    for paragraph in document.paragraphs:
        if paragraph.role in _PASSED:
            continue
        speeches = _in_paragraph(document, paragraph, cast, found[-1] if found else None)
        if waiting and speeches and speeches[0].cue.start <= paragraph.start + 2:
            found += [_continued(document.text, quotation, speeches[0]) for quotation in waiting]
        found += speeches
        waiting = _unfinished(document, paragraph, waiting) if not speeches else []
    return tuple(found)


def _unfinished(document: Document, paragraph: Paragraph, waiting: list[Quotation]) -> list[Quotation]:
    """Paragraphs that open a mark and do not close it: their speaker is named in the next one."""
    quotations = find_quotations(document.text, paragraph.start, paragraph.stop)
    is_open = len(quotations) == 1 and not quotations[0].is_closed and quotations[0].start == paragraph.start
    return [*waiting, quotations[0]] if is_open else []


def _continued(text: str, quotation: Quotation, speech: Speech) -> Speech:
    cue = replace(speech.cue, start=quotation.inner_start, stop=quotation.inner_stop, rule="quotation-continued")
    return Speech(_trimmed(text, cue), ((quotation.start, quotation.stop),), quotation.stop)


def _in_paragraph(document: Document, paragraph: Paragraph, cast: Cast, previous: Speech | None) -> list[Speech]:
    quotations = find_quotations(document.text, paragraph.start, paragraph.stop)
    found: list[Speech] = []
    for order, quotation in enumerate(quotations):
        limit = quotations[order + 1].start if order + 1 < len(quotations) else paragraph.stop
        floor = quotations[order - 1].stop if order else paragraph.start
        if word_count(document.text[quotation.inner_start : quotation.inner_stop]) < _MINIMUM_WORDS:
            continue
        attribution = _attribution(document, quotation, floor, limit, cast)
        if attribution is not None:
            found += _speeches(document, quotation, attribution, cast)
            continue
        last = found[-1] if found else previous
        if last is not None and _goes_on(document, quotation, last, paragraph):
            speech = _continued(document.text, quotation, last)
            found.append(replace(speech, cue=replace(speech.cue, position=quotation.start, word="", reference=None)))
    return found


def _attribution(document: Document, quotation: Quotation, floor: int, limit: int, cast: Cast) -> Attribution | None:
    """The cue behind the quotation, else the one inside its marks, else the one before it."""
    text = document.text
    inside = text[quotation.inner_start : quotation.inner_stop]
    behind = _DASH_BEHIND.match(text, quotation.stop, limit)
    if (
        behind is None
        and document.language == "en"
        and (inside.rstrip().endswith((",", "?", "!")) or text[quotation.stop : quotation.stop + 1] == ",")
    ):
        behind = _SAID_BEHIND.match(text, quotation.stop + (text[quotation.stop : quotation.stop + 1] == ","), limit)
    if behind is not None:
        found = attribute(document, behind.end(), min(limit, _sentence_stop(document, behind.end())), cast, is_behind=True)
        if found is not None:
            return found
    for broken in _breaks(text, quotation):
        found = attribute(document, broken.start("cue"), broken.end("cue"), cast, is_behind=True)
        if found is not None:
            return found
    if _COLON_BEFORE.search(text[floor : quotation.start]):
        start = max(floor, _sentence_start(document, quotation.start))
        is_colon = text[floor : quotation.start].rstrip().endswith(":")
        if is_colon or document.language == "en":
            return attribute(document, start, quotation.start, cast, is_behind=False)
    return None


def _sentence_of(document: Document, offset: int) -> Sentence | None:
    return next((sentence for sentence in document.sentences if sentence.start <= offset < sentence.stop), None)


def _sentence_stop(document: Document, offset: int) -> int:
    sentence = _sentence_of(document, offset)
    return sentence.stop if sentence else offset


def _sentence_start(document: Document, offset: int) -> int:
    """Where the sentence before the quotation starts, also when the mark opens a sentence of its own."""
    earlier = [sentence.start for sentence in document.sentences if sentence.start < offset]
    return earlier[-1] if earlier else offset


def _speeches(document: Document, quotation: Quotation, attribution: Attribution, cast: Cast) -> Iterator[Speech]:
    """The quotation as one statement, or as two when its cue stands inside the marks."""
    rule = "quotation-behind" if attribution.position < quotation.start else "quotation"
    spans = ((quotation.start, quotation.stop), (attribution.start, attribution.stop))
    for first, last in _parts(document.text, quotation):
        cue = Cue(first, last, "direct", attribution.word, attribution.position, rule, attribution.reference)
        yield Speech(_trimmed(document.text, cue), spans, max(quotation.stop, attribution.stop))


def _parts(text: str, quotation: Quotation) -> list[tuple[int, int]]:
    parts, start = [], quotation.inner_start
    for match in _breaks(text, quotation):
        parts.append((start, match.start("before")))
        start = match.end()
    return [*parts, (start, quotation.inner_stop)]


def _breaks(text: str, quotation: Quotation) -> list[re.Match[str]]:
    """Cues inside the marks of a quotation."""
    matches = _BREAK_INSIDE.finditer(text, quotation.inner_start, quotation.inner_stop)
    return [match for match in matches if any(_is_speech(word) for word in match["cue"].split()[:3])]


def _is_speech(word: str) -> bool:
    from briefgen.language.morphology import lemma

    return lemma(word.strip(",.")) in words("ru", "speech", "verbs")


def _trimmed(text: str, cue: Cue) -> Cue:
    """Without spaces, and without the comma that belongs to the cue."""
    start, stop = cue.start, cue.stop
    while start < stop and text[start].isspace():
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] == ","):
        stop -= 1
    return replace(cue, start=start, stop=stop)


def _goes_on(document: Document, quotation: Quotation, last: Speech, paragraph: Paragraph) -> bool:
    """Nothing but spaces stands between the last cue and this quotation, and it is whole sentences."""
    text = document.text
    inside = text[quotation.inner_start : quotation.inner_stop].rstrip()
    is_whole = (
        bool(_SENTENCE_END.search(inside))
        or bool(re.match(r"\s*[.!?…]", text[quotation.stop : quotation.stop + 2]))
        or not quotation.is_closed
    )
    between = text[last.stop : quotation.start]
    if not is_whole or not inside[:1].isupper():
        return False
    if quotation.start >= paragraph.start and last.stop >= paragraph.start:
        return not between.strip(" .,\n—–-")
    return not between.strip(" .,\n—–-") and not text[quotation.stop : paragraph.stop].strip(" .")
