"""A Russian document -> cues of what is told of somebody's words: «отметил, что ...», «по мнению X», «указал на ...», «отметили в ведомстве»."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Cue, Reference, ancestors, children, is_converb, is_finite, subtree, word_count
from briefgen.extract.statements.references import body_in, find_subject, refer
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words

_POSSESSIVE = {"его": "m", "ее": "f", "её": "f"}
_BREAKS = {",", ":", ";", "—", "–", "-"}
_QUOTES = {"«", "»", '"', "“", "”", "„"}
_VIEW_DISTANCE = 4
_CLAUSE_DISTANCE = 14
_MINIMUM_WORDS = 2


@dataclass(frozen=True, slots=True)
class _Verb:
    """A verb of speech in a sentence with the one who speaks."""

    index: int
    reference: Reference
    own_subject: int | None


def find_reported(document: Document, cast: Cast, skipped: Sequence[tuple[int, int]]) -> tuple[Cue, ...]:
    """Cues in text order; words inside the `skipped` spans (quotations and their cues) are left out."""
    cues: list[Cue] = []
    for place, sentence in enumerate(document.sentences):
        if document.paragraphs[sentence.paragraph].role in {"caption", "background", "heading", "title", "quotation"}:
            continue
        before = document.sentences[place - 1] if place and document.sentences[place - 1].paragraph == sentence.paragraph else None
        found = _outermost(list(_in_sentence(document, sentence, cast, before, skipped)))
        cues += [cue for cue in found if not any(other.start < cue.stop and cue.start < other.stop for other in cues)]
    return tuple(cues)


def _in_sentence(
    document: Document, sentence: Sentence, cast: Cast, before: Sentence | None, skipped: Sequence[tuple[int, int]]
) -> Iterator[Cue]:
    if before is not None and _points_back(document.text[sentence.start : sentence.stop]):
        cue = _backward(document, sentence, cast, before, skipped)
        if cue is not None:
            yield cue
            return
    verbs = [verb for verb in _verbs(document, sentence, cast) if not _is_inside(sentence.tokens[verb.index].start, skipped)]
    yield from _views(document, sentence, cast, verbs, skipped)
    for order, verb in enumerate(verbs):
        cue = _content(document, sentence, verb, verbs[order + 1 :], skipped)
        if cue is not None:
            yield cue


def _verbs(document: Document, sentence: Sentence, cast: Cast) -> list[_Verb]:
    found = []
    for index, token in enumerate(sentence.tokens):
        is_sure = token.lemma in words("ru", "speech", "certain") and token.features.get("Variant") == "Short"
        if not (is_finite(token) or is_converb(token) or is_sure) or token.features.get("Mood") == "Imp":
            continue
        if token.lemma in words("ru", "speech", "impersonal") and (token.text.endswith(("ся", "сь"))):
            reference = _document_author(document, sentence, index, cast)
        elif (
            token.lemma in words("ru", "speech", "verbs")
            or token.lemma in words("ru", "speech", "object_verbs")
            or token.lemma in words("ru", "speech", "showing")
            or is_sure
        ):
            reference = _speaker(document, sentence, index, cast)
        else:
            continue
        if is_converb(token) and not _has_clause(sentence, index):
            continue  # «объявил эру, пообещав внимание» is one statement
        if reference is not None:
            own = [place for place in children(sentence, index) if sentence.tokens[place].relation.startswith("nsubj")]
            found.append(_Verb(index, reference, own[0] if own else None))
    return found


def _has_clause(sentence: Sentence, index: int) -> bool:
    """«добавив, что», «отметив при этом, что»."""
    tokens = sentence.tokens
    commas = [place for place in range(index + 1, min(index + 8, len(tokens) - 1)) if tokens[place].text == ","]
    return bool(commas) and tokens[commas[0] + 1].text.lower() in words("ru", "speech", "conjunctions")


def _speaker(document: Document, sentence: Sentence, index: int, cast: Cast) -> Reference | None:
    token = sentence.tokens[index]
    subject = find_subject(sentence, index)
    if subject is not None:
        noun = sentence.tokens[subject]
        if noun.lemma in words("ru", "speech", "documents") and noun.lemma not in words("ru", "speech", "bodies"):
            is_showing = token.lemma in words("ru", "speech", "showing")
            return _author_of(document, sentence, subject, cast) if is_showing else None
        if not {token.lemma} & (words("ru", "speech", "verbs") | words("ru", "speech", "object_verbs") | words("ru", "speech", "certain")):
            return None
        return refer(document, sentence, subject, cast, verb=token)
    if token.features.get("Number") == "Plur" and token.lemma in words("ru", "speech", "verbs"):
        return body_in(document, sentence, max(0, index - 9), min(len(sentence.tokens), index + 8), cast)
    if token.features.get("Gender") == "Neut" or token.features.get("Person") in {"1", "2"}:
        return None
    return None


def _document_author(document: Document, sentence: Sentence, verb: int, cast: Cast) -> Reference | None:
    """«говорится в заявлении Кадри Симсон», «в отчете МВФ отмечается», «в Минфине сообщается»."""
    tokens = sentence.tokens
    for index in sorted(range(max(0, verb - 14), min(len(tokens), verb + 8)), key=lambda place: (place < verb, abs(place - verb))):
        if tokens[index].lemma in words("ru", "speech", "documents"):
            author = _author_of(document, sentence, index, cast)
            if author is not None:
                return author
    return body_in(document, sentence, max(0, verb - 9), min(len(tokens), verb + 8), cast)


def _author_of(document: Document, sentence: Sentence, index: int, cast: Cast) -> Reference | None:
    """Whose document it is: the genitive behind it («опрос АЕБ»), a body before it («на сайте ЦБ»)."""
    for place in range(index + 1, min(index + 9, len(sentence.tokens))):
        token = sentence.tokens[place]
        if token.text in _BREAKS or is_finite(token):
            break
        if token.pos in {"NOUN", "PROPN", "X"} or cast.member_at(token.start) or cast.body_at(token.start):
            reference = refer(document, sentence, place, cast)
            if reference is not None:
                return reference
    return None


def _views(document: Document, sentence: Sentence, cast: Cast, verbs: Sequence[_Verb], skipped: Sequence[tuple[int, int]]) -> Iterator[Cue]:
    """«по мнению X», «согласно оценке X», «на взгляд X», «с точки зрения X»."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if _is_inside(token.start, skipped):
            continue
        first = _view_start(tokens, index)
        if first is None:
            continue
        reference, last = _view_holder(document, sentence, first, index, cast)
        if reference is None:
            continue
        span = _view_span(document, sentence, first, last, verbs)
        if span is not None:
            word = document.text[tokens[first].start : token.stop]
            yield Cue(span[0], span[1], "reported", word, token.start, "according-to", reference)


def _view_start(tokens: Sequence[Token], index: int) -> int | None:
    """Where «по», «согласно» or «на» before the noun of a view stands."""
    token = tokens[index]
    for first in range(index - 1, max(-1, index - _VIEW_DISTANCE), -1):
        word = tokens[first].text.lower()
        if word == "по" and token.lemma in words("ru", "speech", "views") and token.features.get("Case") in {"Dat", None}:
            return first
        if word == "согласно" and (token.lemma in words("ru", "speech", "views") or token.lemma in words("ru", "speech", "documents")):
            return first
        if (word, token.lemma) == ("на", "взгляд") or (word in {"с", "со"} and token.lemma == "зрение"):
            return first
        if tokens[first].pos not in {"ADJ", "DET", "PRON", "NOUN"}:
            return None
    return None


def _view_holder(document: Document, sentence: Sentence, first: int, index: int, cast: Cast) -> tuple[Reference | None, int]:
    """Whose view it is, and the last token of the phrase."""
    tokens = sentence.tokens
    for place in range(first + 1, index):
        gender = _POSSESSIVE.get(tokens[place].text.lower())
        if gender:
            return Reference("pronoun", tokens[place].start, tokens[place].text, tokens[place].lemma, gender), index
    for place in range(index + 1, min(index + 12, len(tokens))):
        token = tokens[place]
        if token.text in _BREAKS or is_finite(token) or token.pos == "ADP":
            break
        if token.pos in {"NOUN", "PROPN", "X"} or cast.member_at(token.start) or cast.body_at(token.start):
            reference = refer(document, sentence, place, cast)
            if reference is None:
                continue
            return reference, _phrase_end(document, sentence, place, reference, cast)
    return None, index


def _phrase_end(document: Document, sentence: Sentence, index: int, reference: Reference, cast: Cast) -> int:
    """The last token of the speaker's phrase: his name, his post, the body's name."""
    tokens = sentence.tokens
    last = index
    named = cast.member_at(reference.start) if reference.kind == "person" else None
    stop = (
        named[1].stop if named else max(tokens[index].stop, next((body.stop for body in cast.bodies if body.start == reference.start), 0))
    )
    while last + 1 < len(tokens) and tokens[last + 1].start < stop:
        last += 1
    while (
        last + 1 < len(tokens) and tokens[last + 1].text not in _BREAKS | _QUOTES and not is_finite(tokens[last + 1]) and last - index < 20
    ):
        last += 1
    return last


def _view_span(document: Document, sentence: Sentence, first: int, last: int, verbs: Sequence[_Verb]) -> tuple[int, int] | None:
    tokens = sentence.tokens
    stop = _sentence_end(document, sentence, last + 1, verbs)
    begin = 0
    if _only_openers(tokens[:first]):
        begin = last + 1
        while begin < len(tokens) and tokens[begin].text in _BREAKS:
            begin += 1
    elif last + 2 >= len(tokens) or stop <= tokens[last].stop:
        begin, stop = 0, tokens[first].start
    return trim(document.text, tokens[begin].start if begin < len(tokens) else stop, stop)


def _only_openers(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= 6 and all(
        token.text.lower() in words("ru", "speech", "openers") or not token.text[0].isalnum() for token in tokens
    )


def _sentence_end(document: Document, sentence: Sentence, index: int, verbs: Sequence[_Verb]) -> int:
    """The end of what is said: the sentence's end, or the colon before a quotation or another's words."""
    tokens = sentence.tokens
    for place in range(index, len(tokens) - 1):
        if tokens[place].text == ":" and (tokens[place + 1].text in _QUOTES or any(verb.index > place for verb in verbs)):
            return tokens[place].start
    return sentence.stop


def _content(
    document: Document, sentence: Sentence, verb: _Verb, others: Sequence[_Verb], skipped: Sequence[tuple[int, int]]
) -> Cue | None:
    """The statement that a verb of speech carries, by the first rule that fits."""
    tokens = sentence.tokens
    stop = _cut(document, sentence, verb, others)
    for rule, find in (
        ("reported-how", _after_how),
        ("reported-verb", _after_that),
        ("reported-tail", _before_tail),
        ("reported-object", _with_object),
    ):
        span = find(document, sentence, verb, stop)
        if span is not None:
            trimmed = trim(document.text, *span)
            if trimmed is None or word_count(document.text[slice(*trimmed)]) < _MINIMUM_WORDS or _covers(trimmed, skipped):
                return None
            token = tokens[verb.index]
            if rule == "reported-tail" and document.text[sentence.start] in "—–" and document.text[trimmed[0]].isupper():
                return Cue(*trimmed, "direct", token.text, token.start, "dialogue", verb.reference)
            return Cue(*trimmed, "reported", token.text, token.start, rule, verb.reference, _is_negated(sentence, verb.index))
    return None


def _is_negated(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    has_not = index > 0 and sentence.tokens[index - 1].text.lower() == "не"
    return has_not != (token.lemma in words("ru", "speech", "denials"))


def _cut(document: Document, sentence: Sentence, verb: _Verb, others: Sequence[_Verb]) -> int:
    """Where the words of the next verb of the same speaker begin: «..., и назвал их», «..., заметив, что», «: в частности, она упомянула»."""
    tokens = sentence.tokens
    for other in others:
        if not _goes_on(sentence, verb, other):
            continue
        between = range(verb.index + 1, other.index)
        colons = [place for place in between if tokens[place].text in {":", ";"}]
        commas = [place for place in between if tokens[place].text in {",", "и", "а", "но", "—"}]
        if colons:
            return tokens[colons[-1]].start
        if commas:
            cut = commas[-1]
            return tokens[cut - 1].start if cut and tokens[cut - 1].text == "," else tokens[cut].start
    return sentence.stop


def _goes_on(sentence: Sentence, verb: _Verb, other: _Verb) -> bool:
    """The other verb is beside this one, not inside what it tells."""
    tokens = sentence.tokens
    if other.own_subject is not None:
        return any(token.text in {":", ";"} for token in tokens[verb.index : other.index])
    if is_converb(tokens[other.index]) or other.reference == verb.reference:
        return True
    return verb.index in list(ancestors(sentence, other.index))[:1]


def _after_how(document: Document, sentence: Sentence, verb: _Verb, stop: int) -> tuple[int, int] | None:
    """«Как отметил X, ...»: all behind the comma that closes the clause."""
    tokens = sentence.tokens
    how = next((place for place in range(verb.index - 1, max(-1, verb.index - 8), -1) if tokens[place].text.lower() == "как"), None)
    if how is None or any(tokens[place].text in {",", ";"} for place in range(how + 1, verb.index)):
        return None
    end = _clause_end(sentence, verb)
    if _only_openers(tokens[:how]) or how == 0:
        return (tokens[end].stop, stop) if end < len(tokens) - 1 else None
    return sentence.start, (tokens[how].start if end >= len(tokens) - 2 else stop)


def _clause_end(sentence: Sentence, verb: _Verb) -> int:
    """The comma behind the clause of the verb, past commas inside the speaker's post."""
    tokens = sentence.tokens
    speaker = next((place for place, token in enumerate(tokens) if token.start == verb.reference.start), verb.index)
    behind = max(verb.index, speaker)
    return next(
        (place for place in range(behind, len(tokens)) if tokens[place].text in {",", ":", "—"} and place > behind), len(tokens) - 1
    )


def _after_that(document: Document, sentence: Sentence, verb: _Verb, stop: int) -> tuple[int, int] | None:
    """«..., что ...» behind the verb, with no other verb between; a colon that opens no quotation."""
    tokens = sentence.tokens
    for place in range(verb.index + 1, len(tokens) - 1):
        token = tokens[place]
        if token.start >= stop:
            return None
        word = tokens[place + 1].text.lower()
        if token.text == "," and word in words("ru", "speech", "conjunctions"):
            return tokens[place + 1].stop, stop
        if token.text == ":" and tokens[place + 1].text not in _QUOTES and place + 1 < len(tokens) - 2:
            return token.stop, stop
        if is_finite(token) or (token.text == "," and place - verb.index > _CLAUSE_DISTANCE):
            return None
    return None


def _before_tail(document: Document, sentence: Sentence, verb: _Verb, stop: int) -> tuple[int, int] | None:
    """«..., отметили в Минфине.», «..., пишет издание.», «..., считает эксперт, ...»: the verb follows a comma and its speaker follows the verb."""
    tokens = sentence.tokens
    if verb.index == 0 or verb.reference.start < tokens[verb.index].start or is_converb(tokens[verb.index]):
        return None
    opening = next(
        (place for place in range(verb.index - 1, max(-1, verb.index - 4), -1) if tokens[place].text in {",", "—", "–", "-"}), None
    )
    if opening is None or opening < 3 or any(tokens[place].pos not in {"ADV", "PART"} for place in range(opening + 1, verb.index)):
        return None
    if not any(is_finite(token) or token.features.get("VerbForm") or token.features.get("Variant") for token in tokens[:opening]):
        return None
    end = _clause_end(sentence, verb)
    if end < len(tokens) - 4 and tokens[end].text == ",":
        return sentence.start, sentence.stop
    return sentence.start, tokens[opening].start


def _with_object(document: Document, sentence: Sentence, verb: _Verb, stop: int) -> tuple[int, int] | None:
    """«отметил интерес», «призвал ускориться», «рассказал о выводе»: from the verb, or from the object where a circumstance stands between."""
    tokens, token = sentence.tokens, sentence.tokens[verb.index]
    if token.lemma not in words("ru", "speech", "object_verbs") or (verb.reference.kind == "body" and not verb.reference.phrase):
        return None
    if token.features.get("Tense") == "Fut" or (verb.reference.kind == "body" and token.lemma in words("ru", "speech", "deeds")):
        return None
    told = [place for place in children(sentence, verb.index) if _is_told(sentence, place, token)]
    if not told:
        return None
    first = min(min(subtree(sentence, place)) for place in told)
    behind = [place for place in told if place > verb.index]
    if not behind and verb.reference.kind == "body":
        return None  # «План комиссия предложила в марте» tells what was done
    if not behind:
        return (tokens[first].start, stop) if first < verb.index and word_count(document.text[tokens[first].start : stop]) > 3 else None
    start = max(verb.index + 1, min(min(subtree(sentence, place)) for place in behind))
    if word_count(document.text[token.stop : tokens[start].start]) < _MINIMUM_WORDS:
        start = verb.index
    if word_count(document.text[tokens[start].start : stop]) < 3:
        return None
    return tokens[start].start, stop


def _is_told(sentence: Sentence, index: int, verb: Token) -> bool:
    """An object that says what is said; no pronoun, no addressee."""
    token = sentence.tokens[index]
    if token.pos == "PRON" or token.relation.startswith("nsubj"):
        return False
    prepositions = {
        sentence.tokens[place].text.lower()
        for place in children(sentence, index)
        if sentence.tokens[place].relation == "case" and place < index
    }
    if prepositions:
        return bool(prepositions & words("ru", "speech", "about")) or (
            bool(prepositions & words("ru", "speech", "prepositions")) and verb.lemma in words("ru", "speech", "prepositional")
        )
    if token.relation in {"xcomp", "ccomp", "csubj"}:
        return True
    return (
        token.relation in {"obj", "iobj"}
        and token.features.get("Case") not in {"Dat"}
        and verb.lemma not in {"сообщить", "сообщать", "надеяться", "говорить", "высказаться"}
    )


def _points_back(text: str) -> bool:
    return any(rule.search(text) for rule in _backward_rules())


@cache
def _backward_rules() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule, re.IGNORECASE) for rule in load("ru", "speech")["backward"])


def _backward(document: Document, sentence: Sentence, cast: Cast, before: Sentence, skipped: Sequence[tuple[int, int]]) -> Cue | None:
    """«Об этом сообщил X»: the sentence before is what he says; a sentence with «что» of its own tells more."""
    if _is_inside(before.start, skipped) or any(start < before.stop and before.start < stop for start, stop in skipped):
        return None
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if not is_finite(token):
            continue
        impersonal = token.lemma in words("ru", "speech", "impersonal") and token.text.endswith(("ся", "сь"))
        reference = _document_author(document, sentence, index, cast) if impersonal else _speaker_of_any(document, sentence, index, cast)
        if reference is not None:
            return Cue(
                before.start, before.stop, "reported", token.text, token.start, "reported-before", reference, _is_negated(sentence, index)
            )
    return None


def _speaker_of_any(document: Document, sentence: Sentence, index: int, cast: Cast) -> Reference | None:
    token = sentence.tokens[index]
    subject = find_subject(sentence, index)
    if subject is not None:
        return refer(document, sentence, subject, cast, verb=token)
    return body_in(document, sentence, 0, len(sentence.tokens), cast) if token.features.get("Number") == "Plur" else None


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


def _is_inside(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < stop for start, stop in spans)


def _covers(span: tuple[int, int], spans: Sequence[tuple[int, int]]) -> bool:
    """The span holds hardly anything that a quotation beside it has not."""
    shared = sum(max(0, min(span[1], stop) - max(span[0], start)) for start, stop in spans)
    return shared * 2 > span[1] - span[0]


def trim(text: str, start: int, stop: int) -> tuple[int, int] | None:
    """The span without spaces and signs at its ends; None when nothing is left."""
    while start < stop and (text[start].isspace() or text[start] in ",.;:—–-)"):
        start += 1
    while start < stop and (text[stop - 1].isspace() or text[stop - 1] in ",.;:—–-("):
        stop -= 1
    return (start, stop) if start < stop else None
