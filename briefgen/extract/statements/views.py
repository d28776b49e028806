"""A Russian sentence -> cues of views: «по мнению X», «согласно оценке X», «на взгляд X»."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Cue, Reference, is_finite
from briefgen.extract.statements.posts import is_enumeration
from briefgen.extract.statements.references import refer
from briefgen.extract.statements.spans import is_inside, start_of, trim
from briefgen.extract.statements.verbs import BREAKS, CLOSING, QUOTES, SpeechVerb
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.persons import role_kind

_VIEW_DISTANCE = 4


def find_views(
    document: Document, sentence: Sentence, cast: Cast, verbs: Sequence[SpeechVerb], skipped: Sequence[tuple[int, int]]
) -> Iterator[Cue]:
    """«по мнению X», «согласно оценке X», «на взгляд X», «с точки зрения X»."""
    tokens = sentence.tokens
    for index, token in enumerate(tokens):
        if is_inside(token.start, skipped):
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
        if word in {"с", "со"} and token.text.lower() == "слов":
            return first
        if (word, token.lemma) == ("на", "взгляд") or (word in {"с", "со"} and token.lemma == "зрение"):
            return first
        if tokens[first].pos not in {"ADJ", "DET", "PRON", "NOUN"}:
            return None
    return None


def _view_holder(document: Document, sentence: Sentence, first: int, index: int, cast: Cast) -> tuple[Reference | None, int]:
    """Whose view it is, and the last token of the phrase."""
    tokens = sentence.tokens
    if tokens[index - 1].text.lower() == "их":
        group = _group_before(document, tokens, first)
        return (group, index) if group is not None else (None, index)
    for place in range(first + 1, index):
        gender = load("ru", "persons")["possessives"].get(tokens[place].text.lower())
        if gender:
            return Reference("pronoun", tokens[place].start, tokens[place].text, tokens[place].lemma, gender), index
    for place in range(index + 1, min(index + 12, len(tokens))):
        token = tokens[place]
        if token.text in BREAKS or is_finite(token) or token.pos == "ADP":
            break
        if token.pos in {"NOUN", "PROPN", "X"} or cast.member_at(token.start) or cast.body_at(token.start):
            reference = refer(document, sentence, place, cast)
            if reference is None:
                continue
            return reference, _phrase_end(document, sentence, place, reference, cast)
    return None, index


def _group_before(document: Document, tokens: Sequence[Token], first: int) -> Reference | None:
    """Whose «их мнение» is: the last «аналитики «БКС»» before it in the sentence."""
    for place in range(first - 1, -1, -1):
        token = tokens[place]
        if role_kind(token.lemma, "ru") and token.features.get("Number") == "Plur" and token.features.get("Case") == "Nom":
            stop = next(
                (other for other in range(place + 1, first) if tokens[other].text not in QUOTES and not _names_group(tokens[other])), first
            )
            phrase = document.text[token.start : tokens[stop - 1].stop]
            return Reference("group", token.start, phrase[:1].lower() + phrase[1:], token.lemma)
    return None


def _names_group(token: Token) -> bool:
    return token.text[:1].isupper() or (token.pos in {"NOUN", "ADJ"} and token.features.get("Case") == "Gen")


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
    while last + 1 < len(tokens) and tokens[last + 1].text not in BREAKS | QUOTES and not is_finite(tokens[last + 1]) and last - index < 20:
        last += 1
    while last + 1 < len(tokens) and tokens[last + 1].text in CLOSING:
        last += 1
    return last


def _view_span(document: Document, sentence: Sentence, first: int, last: int, verbs: Sequence[SpeechVerb]) -> tuple[int, int] | None:
    tokens = sentence.tokens
    if first > 1 and tokens[first - 1].text == "," and tokens[first - 2].lemma == "который":  # «компании, которые, по данным X, ...»
        begin = _past_asides(tokens, last + 1)
        comma = next((token.start for token in tokens[begin:] if token.text == ","), sentence.stop)
        return trim(document.text, tokens[begin].start, comma) if begin < len(tokens) else None
    stop = _sentence_end(document, sentence, last + 1, verbs)
    begin = next((place for place, token in enumerate(tokens) if token.start >= start_of(document, sentence)), 0)
    colon = next((place for place in range(first - 1, begin, -1) if tokens[place].text in {":", ";"}), None)
    if colon is not None and not any(token.text in QUOTES for token in tokens[colon:first]):
        begin = colon + 1  # «выразил оптимизм: дно, по его словам, пройдено»
    if only_openers(tokens[begin:first]):
        begin = _past_asides(tokens, last + 1)
    elif last + 2 >= len(tokens) or stop <= tokens[last].stop:
        stop = tokens[first].start
    return trim(document.text, tokens[begin].start if begin < len(tokens) else stop, stop)


def _past_asides(tokens: Sequence[Token], begin: int) -> int:
    """Past the commas behind the holder, his post («, директора института,») and clauses on the view itself («, которое он высказал,»)."""
    while True:
        while begin < len(tokens) and tokens[begin].text in BREAKS:
            begin += 1
        comma = _comma_behind_aside(tokens, begin)
        if comma is None:
            return begin
        begin = comma


def _comma_behind_aside(tokens: Sequence[Token], begin: int) -> int | None:
    """Where the post or the clause that begins there, behind a comma, ends; None where neither does."""
    if not begin or begin >= len(tokens) or tokens[begin - 1].text != ",":
        return None
    opening = next((token for token in tokens[begin : begin + 3] if token.pos != "ADJ"), tokens[begin])
    is_post = bool(role_kind(opening.lemma, "ru")) and opening.features.get("Case") not in {"Nom", None}
    if not is_post and tokens[begin].lemma not in {"который", "чей"}:
        return None
    return next((place for place in range(begin, len(tokens) - 2) if tokens[place].text == "," and not is_enumeration(tokens, place)), None)


def only_openers(tokens: Sequence[Token]) -> bool:
    return len(tokens) <= 6 and all(
        token.text.lower() in words("ru", "speech", "openers") or not token.text[0].isalnum() for token in tokens
    )


def _sentence_end(document: Document, sentence: Sentence, index: int, verbs: Sequence[SpeechVerb]) -> int:
    """The end of what is said: the sentence's end, or the colon before a quotation or another's words."""
    tokens = sentence.tokens
    for place in range(index, len(tokens) - 1):
        if tokens[place].text == ":" and (tokens[place + 1].text in QUOTES or any(verb.index > place for verb in verbs)):
            return tokens[place].start
    return sentence.stop
