"""Quotations -> cues of direct speech: «...», — сказал он; X заявил: «...»; "...," she said; a quotation that goes on behind its cue."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from briefgen.extract.statements.attribution import attribute
from briefgen.extract.statements.breaks import find_breaks, trim_quotation
from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Attribution, Cue, sentence_at, sentence_before, word_count
from briefgen.extract.statements.dialogue import Part, find_dialogue, find_parts
from briefgen.extract.statements.english_verbs import form_of, speech_verb
from briefgen.extract.statements.quotations import Quotation, find_quotations, find_rest
from briefgen.language.document import Document
from briefgen.language.lexicon import words
from briefgen.model import Paragraph

_DASH_BEHIND = re.compile(r"[,.!?…]{0,3}\s*[—–-]{1,2}\s*(?=[«\"“]?[а-яёa-zA-ZА-ЯЁ])")
_COMMA_BEHIND = re.compile(r",\s*(?=[а-яё])")
_SAID_BEHIND = re.compile(
    r"[,.]?\s*(?:[—–-]\s*)?"
    r"(?!(?:while|but|and|which|who|as(?! (?:[\w’'.-]{1,30} ){1,8}puts? it\b)|after|because|when|where|although|though)\b)(?=[a-zA-Z])"
)
_COLON_BEFORE = re.compile(r"[:,]\s*(?:[—–-]\s*)?$")
_VERB_BEFORE = re.compile(r"([\w’']+)\s*$")
_SENTENCE_END = re.compile(r"[.!?…]['\"»”’)]*$")
_ENDS_INSIDE = re.compile(r"[,.!?…—–-]['’]?$")
_MINIMUM_WORDS = 2
_TITLE_WORDS = 4
_PASSED = {"caption", "background", "title", "heading"}
_FIRST_PERSON = re.compile(r"\b(?:[Ww]e|[Oo]ur|[Uu]s|I|[Mm]y)\b")
_ANNOUNCED_LETTERS = 300  # a paragraph that only names who speaks is short
_COMMA_IN = re.compile(r",\s+(?=[A-Za-z])")
_LAST_COMMAS = 4
_CUE_LETTERS = 60  # a verb of speech stands no farther behind the comma that closes a quotation
_MARKS = '"“”«»„'


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
    before: Paragraph | None = None
    is_open = False
    for paragraph in document.paragraphs:
        if paragraph.role in _PASSED:
            before, is_open = None, False
            continue
        quotations = _quotations(document.text, paragraph, is_open=is_open)
        is_open = bool(quotations) and not quotations[-1].is_closed
        spoken = find_dialogue(document, paragraph, cast) if document.language == "ru" else []
        spoken = spoken or _never_closed(document, paragraph, quotations, cast)
        if spoken:
            found += [_turn(document, paragraph, part) for part in spoken]
            waiting, before = [], paragraph
            continue
        speeches = _in_paragraph(document, paragraph, quotations, cast, found[-1] if found else None, before) if quotations else []
        if waiting and speeches and speeches[0].cue.start <= paragraph.start + 2:
            found += [_continued(document.text, quotation, speeches[0]) for quotation in waiting]
        if not quotations and before is not None and document.language == "en":
            speeches = _unmarked(document, paragraph, before, cast, found[-1] if found else None)
        found += speeches
        waiting = _unfinished(paragraph, quotations, waiting, speeches)
        before = paragraph
    return tuple(found)


def _quotations(text: str, paragraph: Paragraph, *, is_open: bool) -> tuple[Quotation, ...]:
    """Those of a paragraph; first the rest of the one that the paragraph before left open."""
    rest = find_rest(text, paragraph.start, paragraph.stop) if is_open else None
    if rest is None:
        return find_quotations(text, paragraph.start, paragraph.stop)
    return (rest, *find_quotations(text, rest.stop, paragraph.stop))


def _never_closed(document: Document, paragraph: Paragraph, quotations: tuple[Quotation, ...], cast: Cast) -> list[Part]:
    """«"Нас не спросили, — говорит житель.», «"We were not asked, said a villager.»: the mark that should close is missing."""
    if len(quotations) != 1 or quotations[0].is_closed or quotations[0].start != paragraph.start:
        return []
    start = quotations[0].inner_start
    if document.language == "ru":
        return list(find_parts(document, start, paragraph.stop, cast))
    sentence = sentence_at(document, start)
    if sentence is None or sentence.stop < paragraph.stop - 1:
        return []
    for comma in reversed(list(_COMMA_IN.finditer(document.text, start, sentence.stop))[-_LAST_COMMAS:]):
        attribution = attribute(document, comma.end(), sentence.stop, cast, is_behind=True)
        if attribution is not None and attribution.word and attribution.position - comma.end() < _CUE_LETTERS:
            return [(start, comma.start(), attribution)]
    return []


def _turn(document: Document, paragraph: Paragraph, part: Part) -> Speech:
    start, stop, attribution = part
    cue = Cue(start, stop, "direct", attribution.word, attribution.position, "dialogue", attribution.reference)
    return Speech(trim_quotation(document.text, cue), ((paragraph.start, paragraph.stop),), paragraph.stop)


def _unfinished(
    paragraph: Paragraph, quotations: tuple[Quotation, ...], waiting: list[Quotation], speeches: list[Speech]
) -> list[Quotation]:
    """Paragraphs that open a mark and do not close it: their speaker is named in the next one."""
    if not quotations or quotations[-1].is_closed or (speeches and speeches[-1].stop >= quotations[-1].stop):
        return []
    is_whole = len(quotations) == 1 and quotations[0].start == paragraph.start
    return [*waiting, quotations[0]] if is_whole else [quotations[-1]]


def _continued(text: str, quotation: Quotation, speech: Speech) -> Speech:
    cue = replace(speech.cue, start=quotation.inner_start, stop=quotation.inner_stop, rule="quotation-continued")
    return Speech(trim_quotation(text, cue), ((quotation.start, quotation.stop),), quotation.stop)


def _in_paragraph(
    document: Document,
    paragraph: Paragraph,
    quotations: tuple[Quotation, ...],
    cast: Cast,
    previous: Speech | None,
    before: Paragraph | None,
) -> list[Speech]:
    found: list[Speech] = []
    spoken = [quotation for quotation in quotations if not _is_title(document.text, quotation, paragraph)]
    for order, quotation in enumerate(spoken):
        limit = spoken[order + 1].start if order + 1 < len(spoken) else paragraph.stop
        floor = spoken[order - 1].stop if order else paragraph.start
        last = found[-1] if found else previous
        if last is not None and last.stop > quotation.start:
            continue
        attribution = _attribution(document, quotation, floor, limit, cast)
        if attribution is None and quotation.start <= paragraph.start + 2 and before is not None:
            attribution = _announced(document, before, cast, last)
        is_tied = last is not None and bool(found) and _is_tied(document.text, quotation, last)
        if attribution is not None and not (is_tied and attribution.position < quotation.start):
            found += _speeches(document, quotation, attribution, cast)
        elif last is not None and (is_tied or _goes_on(document, quotation, last, paragraph)):
            speech = _continued(document.text, quotation, last)
            found.append(replace(speech, cue=replace(speech.cue, position=quotation.start, word="", reference=None)))
    return found


def _is_title(text: str, quotation: Quotation, paragraph: Paragraph) -> bool:
    """«Финам», «Северный поток – 2»: a few words in marks inside a sentence, which nobody says."""
    inside = text[quotation.inner_start : quotation.inner_stop].strip()
    count = word_count(inside)
    is_answer = text[max(0, quotation.start - 3) : quotation.start].rstrip().endswith(":")
    if (
        count < _MINIMUM_WORDS
        and not is_answer
        and not _ENDS_INSIDE.search(inside)
        and text[quotation.stop : quotation.stop + 1] not in {",", ""}
    ):
        return True
    if count > _TITLE_WORDS or not quotation.is_closed or quotation.start == paragraph.start or not inside:
        return count == 0
    is_announced = text[max(0, quotation.start - 3) : quotation.start].rstrip().endswith((":", ",", ".", "!", "?"))
    is_closing = bool(_DASH_BEHIND.match(text, quotation.stop)) or bool(_ENDS_INSIDE.search(inside))
    return not is_announced and not is_closing and not _verb_before(text, quotation)


def _may_be_title(text: str, quotation: Quotation) -> bool:
    """«Моби Дик» — Герман Мелвилл: a few words without a comma or a stop, and a name alone behind them."""
    inside = text[quotation.inner_start : quotation.inner_stop].rstrip()
    return word_count(inside) <= _MINIMUM_WORDS and not _ENDS_INSIDE.search(inside) and text[quotation.stop : quotation.stop + 1] != ","


def _verb_before(text: str, quotation: Quotation) -> bool:
    """An English verb of saying right before the mark: he said "we will win"."""
    match = _VERB_BEFORE.search(text, max(0, quotation.start - 20), quotation.start)
    return match is not None and form_of(match[1]) != "ing" and speech_verb(match[1]) in words("en", "speech", "before_marks")


def _attribution(document: Document, quotation: Quotation, floor: int, limit: int, cast: Cast) -> Attribution | None:
    """The cue behind the quotation, else the one inside its marks, else the one before it."""
    found = _behind(document, quotation, limit, cast)
    if found is not None and (found.word or not _may_be_title(document.text, quotation)):
        return found
    for broken in find_breaks(document.text, quotation.inner_start, quotation.inner_stop):
        found = attribute(document, broken.start("cue"), broken.end("cue"), cast, is_behind=True)
        if found is not None:
            return found
    return _before(document, quotation, floor, cast)


def _behind(document: Document, quotation: Quotation, limit: int, cast: Cast) -> Attribution | None:
    text = document.text
    inside = text[quotation.inner_start : quotation.inner_stop].rstrip(" '’")
    if document.language == "en":
        is_ended = inside.endswith((",", "?", "!", "—", "–", "…", "-")) or text[quotation.stop : quotation.stop + 1] == ","
        behind = _SAID_BEHIND.match(text, quotation.stop, limit) if is_ended else None
        behind = behind or re.compile(r"\s*[—–-]\s+(?=[A-Z])").match(text, quotation.stop, limit)
    else:
        behind = _DASH_BEHIND.match(text, quotation.stop, limit) or _COMMA_BEHIND.match(text, quotation.stop, limit)
        if behind is not None and "—" not in behind[0] and "–" not in behind[0] and "-" not in behind[0]:
            behind = behind if _speaks_next(text, behind.end()) else None
    if behind is None:
        return None
    sentence = sentence_at(document, behind.end())
    return attribute(document, behind.end(), min(limit, sentence.stop if sentence else behind.end()), cast, is_behind=True)


def _speaks_next(text: str, start: int) -> bool:
    """«..., сказал он» with a comma but no dash: the next word is a verb of speech."""
    from briefgen.language.morphology import lemma

    match = re.compile(r"[а-яё-]+").match(text, start)
    return match is not None and lemma(match[0]) in words("ru", "speech", "verbs")


def _before(document: Document, quotation: Quotation, floor: int, cast: Cast) -> Attribution | None:
    text = document.text
    if not (_COLON_BEFORE.search(text[floor : quotation.start][-8:]) or (document.language == "en" and _verb_before(text, quotation))):
        return None
    sentence = sentence_before(document, quotation.start)
    start = max(floor, sentence.start if sentence else quotation.start)
    is_colon = text[floor : quotation.start].rstrip(" —–-").endswith(":")
    return attribute(document, start, quotation.start, cast, is_behind=False) if is_colon or document.language == "en" else None


def _announced(document: Document, before: Paragraph, cast: Cast, last: Speech | None) -> Attribution | None:
    """The paragraph before ends with «X заявил:»; what it says itself is no quotation."""
    text = document.text
    if (
        text[before.stop - 1] != ":"
        or before.role in _PASSED
        or (last is not None and last.cue.start >= before.start and last.stop >= before.stop)
    ):
        return None
    sentence = sentence_before(document, before.stop)
    return attribute(document, sentence.start, before.stop, cast, is_behind=False) if sentence else None


def _unmarked(document: Document, paragraph: Paragraph, before: Paragraph, cast: Cast, last: Speech | None) -> list[Speech]:
    """A press release: «Foreign Secretary David Lammy said:» and his words without marks, as long as they say "we" or "I"."""
    text = document.text
    attribution = _announced(document, before, cast, last)
    rule = "announced"
    if (
        attribution is None
        and last is not None
        and last.cue.rule == rule
        and last.stop == before.stop
        and _FIRST_PERSON.search(text[paragraph.start : paragraph.stop])
    ):
        cue = replace(last.cue, start=paragraph.start, stop=paragraph.stop, position=paragraph.start, word="", reference=None)
    elif attribution is not None and attribution.word and before.stop - before.start < _ANNOUNCED_LETTERS:
        cue = Cue(paragraph.start, paragraph.stop, "direct", attribution.word, attribution.position, rule, attribution.reference)
    else:
        return []
    return [Speech(cue, ((before.start, before.stop), (paragraph.start, paragraph.stop)), paragraph.stop)]


def _speeches(document: Document, quotation: Quotation, attribution: Attribution, cast: Cast) -> Iterator[Speech]:
    """The quotation as one statement, or as two when its cue stands inside the marks."""
    rule = "quotation-behind" if attribution.position < quotation.start else "quotation"
    spans = ((quotation.start, quotation.stop), (attribution.start, attribution.stop))
    start = quotation.inner_start
    for match in find_breaks(document.text, quotation.inner_start, quotation.inner_stop):
        yield _speech(document, start, match.start("before") + (match["before"] in "!?…"), rule, attribution, spans, quotation)
        start = match.end()
    yield _speech(document, start, quotation.inner_stop, rule, attribution, spans, quotation)


def _speech(
    document: Document, start: int, stop: int, rule: str, attribution: Attribution, spans: tuple[tuple[int, int], ...], quotation: Quotation
) -> Speech:
    cue = Cue(start, stop, "direct", attribution.word, attribution.position, rule, attribution.reference)
    return Speech(trim_quotation(document.text, cue), spans, max(quotation.stop, attribution.stop))


def _is_tied(text: str, quotation: Quotation, last: Speech) -> bool:
    """«"A," he said, "b."»: the attribution stands between two halves of one sentence."""
    between = text[last.stop : quotation.start].strip()
    return between in {"", ",", "—", "–", "-", ", —", ". —", ", –"} and text[last.stop - 1 : quotation.start].strip(" —–-")[:1] in {",", ""}


def _goes_on(document: Document, quotation: Quotation, last: Speech, paragraph: Paragraph) -> bool:
    """Nothing but spaces stands between the last cue and this quotation, and it is whole sentences."""
    text = document.text
    inside = text[quotation.inner_start : quotation.inner_stop].rstrip()
    is_whole = (
        bool(_SENTENCE_END.search(inside))
        or bool(re.match(r"\s*[.!?…]", text[quotation.stop : quotation.stop + 2]))
        or not quotation.is_closed
    )
    if not is_whole or (not inside[:1].isupper() and not inside[:1].isdigit() and inside[:1] not in _MARKS + "—–-(["):
        return False
    if text[last.stop : quotation.start].strip(" .,\n—–-"):
        return False
    return last.stop >= paragraph.start or not text[quotation.stop : paragraph.stop].strip(" .")
