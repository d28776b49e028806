"""A verb of speech -> the words that it tells: behind «что», behind «как отметил X», before «, отметил X», its object."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefgen.extract.statements.cues import ancestors, children, is_converb, is_finite, subtree, word_count
from briefgen.extract.statements.spans import start_of
from briefgen.extract.statements.verbs import QUOTES, SpeechVerb
from briefgen.extract.statements.views import only_openers
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.persons import role_kind

_CLAUSE_DISTANCE = 14
_MINIMUM_WORDS = 2
_OBJECT_WORDS = 3
_CUE_TOKENS = 4  # «, подчеркнул он,»
_REFLEXIVE = re.compile("[а-яё]{3}(?:[еи]тся|[юуая]тся|л(?:ся|ась|ось|ись))$")  # a verb for certain, whatever it was tagged as


def is_negated(sentence: Sentence, index: int) -> bool:
    token = sentence.tokens[index]
    has_not = index > 0 and sentence.tokens[index - 1].text.lower() == "не"
    return has_not != (token.lemma in words("ru", "speech", "denials"))


def find_cut(document: Document, sentence: Sentence, verb: SpeechVerb, others: Sequence[SpeechVerb]) -> int:
    """Where the words of the next verb of the same speaker begin: «..., и назвал их», «: в частности, она упомянула»."""
    tokens = sentence.tokens
    for other in others:
        relayed = _relayed(sentence, verb, other)
        if relayed is not None:
            return tokens[relayed].start
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


def _relayed(sentence: Sentence, verb: SpeechVerb, other: SpeechVerb) -> int | None:
    """«..., сообщает ТАСС» behind another's words, «..., а Набиуллина подчеркнула» beside them: where that begins."""
    tokens = sentence.tokens
    opening = opening_comma(tokens, other.index)
    if (
        opening is not None
        and opening > verb.index + 1
        and other.reference.start > tokens[other.index].start
        and other.reference.kind == "body"
    ):
        return opening
    if other.reference == verb.reference or other.reference.start < tokens[verb.index].stop:
        return None
    subject = next((place for place in range(verb.index + 1, other.index) if tokens[place].start >= other.reference.start), None)
    for place in range(subject or 0, verb.index + 1, -1):
        if is_finite(tokens[place]):
            return None
        if tokens[place].text.lower() in {"а", "но"} and tokens[place - 1].text == ",":
            return place - 1
    return None


def _goes_on(sentence: Sentence, verb: SpeechVerb, other: SpeechVerb) -> bool:
    """The other verb is beside this one, not inside what it tells."""
    tokens = sentence.tokens
    if other.own_subject is not None:
        is_same = other.reference.kind == "pronoun" or other.reference.phrase == verb.reference.phrase
        return is_same and any(token.text in {":", ";"} for token in tokens[verb.index : other.index])
    if is_converb(tokens[other.index]) or other.reference == verb.reference:
        return True
    return verb.index in list(ancestors(sentence, other.index))[:1]


def after_how(document: Document, sentence: Sentence, verb: SpeechVerb, stop: int) -> tuple[int, int] | None:
    """«Как отметил X, ...»: all behind the comma that closes the clause."""
    tokens = sentence.tokens
    how = next((place for place in range(verb.index - 1, max(-1, verb.index - 8), -1) if tokens[place].text.lower() == "как"), None)
    if how is None or any(tokens[place].text in {",", ";"} for place in range(how + 1, verb.index)):
        return None
    end = _clause_end(sentence, verb)
    if only_openers(tokens[:how]) or how == 0:
        return (tokens[end].stop, stop) if end < len(tokens) - 1 else None
    return start_of(document, sentence), (tokens[how].start if end >= len(tokens) - 2 else stop)


def _clause_end(sentence: Sentence, verb: SpeechVerb) -> int:
    """The comma behind the clause of the verb, past commas inside the speaker's post."""
    tokens = sentence.tokens
    speaker = next((place for place, token in enumerate(tokens) if token.start == verb.reference.start), verb.index)
    behind = max(verb.index, speaker)
    return next(
        (place for place in range(behind, len(tokens)) if tokens[place].text in {",", ":", "—"} and place > behind), len(tokens) - 1
    )


def after_that(document: Document, sentence: Sentence, verb: SpeechVerb, stop: int) -> tuple[int, int] | None:
    """«..., что ...» behind the verb, with no other verb between; a colon that opens no quotation."""
    tokens = sentence.tokens
    for place in range(verb.index + 1, len(tokens) - 1):
        token = tokens[place]
        if token.start >= stop:
            return None
        word = tokens[place + 1].text.lower()
        if token.text == "," and word in words("ru", "speech", "conjunctions"):
            return tokens[place + 1].stop, stop
        if token.text == ":" and tokens[place + 1].text not in QUOTES and place + 1 < len(tokens) - 2:
            return token.stop, stop
        if is_finite(token) or (token.text == "," and place - verb.index > _CLAUSE_DISTANCE):
            return None
    return None


def before_tail(document: Document, sentence: Sentence, verb: SpeechVerb, stop: int) -> tuple[int, int] | None:
    """«..., отметили в Минфине.», «..., считает эксперт, ...»: the verb follows a comma, its speaker follows the verb."""
    tokens = sentence.tokens
    if verb.index == 0 or verb.reference.start < tokens[verb.index].start or is_converb(tokens[verb.index]):
        return None
    opening = opening_comma(tokens, verb.index)
    start = start_of(document, sentence)
    if opening is None or tokens[opening].start <= start:
        return None
    end = _clause_end(sentence, verb)
    has_verb = _has_verb(tokens, 0, opening)
    if has_verb and _tells_again(tokens, end):
        return start, tokens[opening].start
    if _goes_on_behind(tokens, end) and (not has_verb or _has_verb(tokens, end, len(tokens))):
        is_quoted = tokens[end + 1].text in QUOTES and only_openers(tokens[:opening])  # «Вместе с тем, отмечает он, «...»»
        return (tokens[end].stop if is_quoted else start), sentence.stop
    return (start, tokens[opening].start) if has_verb else None


def _tells_again(tokens: Sequence[Token], end: int) -> bool:
    """«..., сообщил X, однако, подчеркнул он, ...»: another cue between commas stands behind."""
    commas = [place for place in range(end, len(tokens) - 1) if tokens[place].text == ","]
    return any(
        close - open_ <= _CUE_TOKENS
        and tokens[open_ + 1].lemma in words("ru", "speech", "verbs")
        and is_finite(tokens[open_ + 1])
        and any(token.text.lower() in load("ru", "persons")["pronouns"] for token in tokens[open_ + 2 : close])
        for open_, close in pairwise(commas)
    )


def opening_comma(tokens: Sequence[Token], verb: int) -> int | None:
    """The comma or dash right before a verb, past adverbs and «об этом»."""
    for place in range(verb - 1, max(-1, verb - 5), -1):
        token = tokens[place]
        if token.text in {",", "—", "–", "-"}:
            return place
        if token.pos not in {"ADV", "PART"} and token.text.lower() not in words("ru", "grammar", "before_cue"):
            return None
    return None


def _has_verb(tokens: Sequence[Token], first: int, last: int) -> bool:
    return any(
        is_finite(token)
        or token.features.get("VerbForm")
        or token.features.get("Variant")
        or token.text.lower() in words("ru", "speech", "predicatives")
        or _REFLEXIVE.search(token.text)
        for token in tokens[first:last]
    )


def _goes_on_behind(tokens: Sequence[Token], end: int) -> bool:
    """«Расходы, заявил министр, вырастут»: the sentence goes on behind the cue, neither with a post nor with another cue."""
    if end >= len(tokens) - 2 or tokens[end].text not in {",", "—", "–"}:
        return False
    following = tokens[end + 1]
    if following.lemma in words("ru", "grammar", "relatives") or is_converb(following) or role_kind(following.lemma, "ru"):
        return False
    if following.lemma in words("ru", "speech", "verbs") or following.text.lower() in words("ru", "grammar", "behind_cue"):
        return False
    return _has_verb(tokens, end, len(tokens)) or len(tokens) - end > _OBJECT_WORDS


def with_object(document: Document, sentence: Sentence, verb: SpeechVerb, stop: int) -> tuple[int, int] | None:
    """«отметил интерес», «рассказал о выводе»: from the verb, or from the object where a circumstance stands between."""
    tokens, token = sentence.tokens, sentence.tokens[verb.index]
    if token.lemma not in words("ru", "speech", "object_verbs") or (verb.reference.kind == "body" and not verb.reference.phrase):
        return None
    if token.features.get("Tense") == "Fut" or (verb.reference.kind == "body" and token.lemma in words("ru", "speech", "deeds")):
        return None
    if sentence.tokens[verb.index - 1].text.lower() == "не" and verb.index and token.lemma not in words("ru", "speech", "negated_objects"):
        return None  # «не назвал сроки» tells nothing
    if _is_circumstance(tokens, verb.index):
        return None
    told = [place for place in children(sentence, verb.index) if _is_told(sentence, place, token)]
    told = told or _infinitive_behind(sentence, verb.index)
    if not told:
        return None
    subject = verb.own_subject
    if subject is not None and subject > verb.index:
        return _before_subject(document, sentence, verb, subject, told, stop)
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
    if start == verb.index and start and tokens[start - 1].text.lower() == "не":
        start -= 1  # the negation belongs to what is told: «не исключил аварий»
    return tokens[start].start, stop


def _is_circumstance(tokens: Sequence[Token], verb: int) -> bool:
    """«Когда в Баку говорят о транзите, ...»: what stands in a clause of time or condition is no report."""
    opening = next((place + 1 for place in range(verb - 1, -1, -1) if tokens[place].text in {",", ";", ":", "—"}), 0)
    return tokens[opening].text.lower() in words("ru", "speech", "circumstances")


def _infinitive_behind(sentence: Sentence, verb: int) -> list[int]:
    """«призывает не преувеличивать масштаб»: the infinitive right behind, where the tree does not hang it on the verb."""
    tokens = sentence.tokens
    place = verb + 1
    while place < len(tokens) - 1 and tokens[place].pos in {"PART", "ADV"}:
        place += 1
    return [place] if place < len(tokens) and tokens[place].features.get("VerbForm") == "Inf" else []


def _before_subject(
    document: Document, sentence: Sentence, verb: SpeechVerb, subject: int, told: Sequence[int], stop: int
) -> tuple[int, int] | None:
    """«О готовности к переговорам заявил министр»: the object without verb and subject; behind both it is told from there."""
    tokens = sentence.tokens
    front = [place for place in told if place < verb.index]
    behind = [place for place in told if place > subject]
    if front:
        span = tokens[min(min(subtree(sentence, place)) for place in front)].start, tokens[verb.index].start
    elif behind:
        span = tokens[max(subject + 1, min(min(subtree(sentence, place)) for place in behind))].start, stop
    else:
        return None
    return span if word_count(document.text[slice(*span)]) >= _OBJECT_WORDS else None


def _is_told(sentence: Sentence, index: int, verb: Token) -> bool:
    """An object that says what is said; no pronoun, no addressee."""
    token = sentence.tokens[index]
    if token.pos == "PRON" or token.relation.startswith("nsubj"):
        return False
    if verb.lemma == "видеть" and token.lemma not in words("ru", "speech", "seen"):
        return False
    prepositions = {
        sentence.tokens[place].text.lower()
        for place in children(sentence, index)
        if sentence.tokens[place].relation == "case" and place < index
    }
    if prepositions:
        allowed = set(words("ru", "speech", "about"))
        allowed |= words("ru", "speech", "prepositions") if verb.lemma in words("ru", "speech", "prepositional") else set()
        allowed |= words("ru", "speech", "sides") if verb.lemma in words("ru", "speech", "support") else set()
        return bool(prepositions & allowed)
    if token.relation in {"xcomp", "ccomp", "csubj"}:
        return True
    return (
        token.relation in {"obj", "iobj"}
        and token.features.get("Case") not in {"Dat"}
        and verb.lemma not in words("ru", "speech", "no_object")
    )
