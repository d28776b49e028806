"""A Russian sentence -> its verbs of speech, each with the one who speaks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.extract.statements.bodies import is_media
from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Reference, children, is_converb, is_finite
from briefgen.extract.statements.references import body_in, find_subject, is_across, refer
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import words
from briefgen.language.morphology import inflect
from briefgen.language.persons import role_kind

BREAKS = frozenset({",", ":", ";", "—", "–", "-"})
CLOSING = frozenset({"»", "”"})
QUOTES = frozenset({"«", "»", '"', "“", "”", "„"})


@dataclass(frozen=True, slots=True)
class SpeechVerb:
    """A verb of speech in a sentence with the one who speaks."""

    index: int
    reference: Reference
    own_subject: int | None


def find_verbs(document: Document, sentence: Sentence, cast: Cast) -> list[SpeechVerb]:
    found = []
    for index, token in enumerate(sentence.tokens):
        is_sure = token.lemma in words("ru", "speech", "certain") and token.features.get("Variant") == "Short"
        is_impersonal = _is_impersonal(sentence, index)
        if not (is_finite(token) or is_converb(token) or is_sure or is_impersonal) or token.features.get("Mood") == "Imp":
            continue
        if is_impersonal:
            reference = document_author(document, sentence, index, cast)
        elif (
            token.lemma in words("ru", "speech", "verbs")
            or token.lemma in words("ru", "speech", "object_verbs")
            or token.lemma in words("ru", "speech", "showing")
            or is_sure
            or _gives_to_understand(sentence, index)
        ):
            reference = _speaker(document, sentence, index, cast)
        else:
            continue
        if is_converb(token) and not _has_clause(sentence, index):
            continue  # «объявил эру, пообещав внимание» is one statement
        if reference is not None and reference.kind == "body":
            reference = _cited(document, sentence, index, cast) or reference
        if reference is not None:
            own = [
                place
                for place in children(sentence, index)
                if sentence.tokens[place].relation.startswith("nsubj") and not is_across(sentence, index, place)
            ]
            found.append(SpeechVerb(index, reference, own[0] if own else None))
    return found


def _cited(document: Document, sentence: Sentence, verb: int, cast: Cast) -> Reference | None:
    """«сообщает ТАСС со ссылкой на Минфин»: whom the agency cites speaks."""
    tokens = sentence.tokens
    place = next(
        (place for place in range(verb + 1, min(len(tokens) - 2, verb + 14)) if tokens[place].lemma in words("ru", "speech", "relaying")),
        None,
    )
    if place is None or tokens[place + 1].text.lower() != "на":
        return None
    for other in range(place + 2, min(len(tokens), place + 8)):
        if tokens[other].text in BREAKS:
            return None
        reference = refer(document, sentence, other, cast) if tokens[other].pos in {"NOUN", "PROPN", "X"} else None
        if reference is not None:
            return reference
    return None


def _is_impersonal(sentence: Sentence, index: int) -> bool:
    """«говорится», «отмечается»; «в заявлении сказано»; «из доклада следует»."""
    token = sentence.tokens[index]
    if token.lemma in words("ru", "speech", "impersonal") and token.text.endswith(("ся", "сь")):
        return True
    if token.features.get("Variant") == "Short" and token.features.get("Gender") == "Neut":
        return token.lemma in words("ru", "speech", "impersonal_participles")
    near = {other.text.lower() for other in sentence.tokens[max(0, index - 9) : index + 3]}
    return token.lemma in words("ru", "speech", "following") and token.features.get("Number") != "Plur" and "из" in near


def _gives_to_understand(sentence: Sentence, index: int) -> bool:
    """«дал понять, что»."""
    behind = {token.text.lower() for token in sentence.tokens[index + 1 : index + 3]}
    return sentence.tokens[index].lemma in {"дать", "давать"} and bool(behind & {"понять", "знать"})


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
        if _is_document(noun) and noun.lemma not in words("ru", "speech", "bodies"):
            is_showing = token.lemma in words("ru", "speech", "showing")
            return _author_of(document, sentence, subject, cast) if is_showing else None
        speaking = words("ru", "speech", "verbs") | words("ru", "speech", "object_verbs") | words("ru", "speech", "certain")
        if token.lemma not in speaking and not _gives_to_understand(sentence, index):
            return None
        reference = refer(document, sentence, subject, cast, verb=token)
        if reference is not None and reference.kind == "body" and is_media(reference.phrase, "ru"):
            person = _beside_agency(document, sentence, index, cast)
            if person is not None:
                return person
        if reference is None or reference.kind != "body" or token.features.get("Number") != "Plur":
            return reference
        # «рассказали РИА Новости в пресс-службе Минфина»: the agency is told
        return body_in(document, sentence, index, min(len(sentence.tokens), index + 9), cast) or reference
    if token.features.get("Number") == "Plur" and token.lemma in words("ru", "speech", "verbs") | words(
        "ru", "speech", "object_verbs"
    ) | words("ru", "speech", "certain"):
        first, last = _clause_around(sentence, index)
        if index and sentence.tokens[index - 1].text == ",":  # «..., сообщили в министерстве»: what is told before names no speaker
            behind = body_in(document, sentence, index + 1, last, cast)
            if behind is not None:
                return behind
        return body_in(document, sentence, first, last, cast) or _there(sentence, first, last)
    return None


def _beside_agency(document: Document, sentence: Sentence, verb: int, cast: Cast) -> Reference | None:
    """«Как рассказал «РИА Новости» европейский дипломат»: the person behind the verb speaks, the agency is told."""
    for place in range(verb + 1, min(len(sentence.tokens), verb + 10)):
        token = sentence.tokens[place]
        if token.text in {",", ":", ";", "—"} or is_finite(token):
            return None
        is_role = role_kind(token.lemma, "ru") is not None and token.features.get("Case") == "Nom"
        if is_role or cast.member_at(token.start):
            return refer(document, sentence, place, cast, verb=sentence.tokens[verb])
    return None


def _there(sentence: Sentence, first: int, last: int) -> Reference | None:
    """«Там отметили, что»: the body that spoke last."""
    token = next((token for token in sentence.tokens[first:last] if token.text.lower() == "там"), None)
    return Reference("body", token.start, "там", "там", qualifiers=("*anaphora", "*document")) if token else None


def _clause_around(sentence: Sentence, index: int) -> tuple[int, int]:
    """The tokens around a verb up to another verb or a conjunction: «В Дели заявили» does not speak for «, что ответят»."""
    tokens, limits = sentence.tokens, words("ru", "speech", "conjunctions")
    first, last = index, index + 1
    while first > 0 and index - first < 9 and not is_finite(tokens[first - 1]) and tokens[first - 1].text.lower() not in limits:
        first -= 1
    while last < len(tokens) and last - index < 8 and not is_finite(tokens[last]) and tokens[last].text.lower() not in limits:
        last += 1
    return first, last


def document_author(document: Document, sentence: Sentence, verb: int, cast: Cast) -> Reference | None:
    """«говорится в заявлении Кадри Симсон», «в отчете МВФ отмечается», «в Минфине сообщается»."""
    tokens = sentence.tokens
    for index in sorted(range(max(0, verb - 14), min(len(tokens), verb + 8)), key=lambda place: (place < verb, abs(place - verb))):
        if _is_document(tokens[index]):
            author = _author_of(document, sentence, index, cast)
            if author is not None:
                return author
    body = body_in(document, sentence, max(0, verb - 9), min(len(tokens), verb + 8), cast)
    return body or _unsigned(document, sentence, verb)


def _unsigned(document: Document, sentence: Sentence, verb: int) -> Reference | None:
    """«говорится в сообщении», «из документа следует», «в письме сказано»: whose it is stands in another sentence."""
    tokens = sentence.tokens
    for index in sorted(range(max(1, verb - 6), min(len(tokens), verb + 6)), key=lambda place: (abs(place - verb), place)):
        token = tokens[index]
        if token.lemma in words("ru", "speech", "documents") and token.pos == "NOUN" and _is_in(tokens, index):
            phrase = inflect(token.text.lower(), "Nom", source=token.features.get("Case", ""))
            return Reference("body", token.start, phrase, token.lemma, qualifiers=("*anaphora", "*document"))
    return None


def _is_document(token: Token) -> bool:
    """«доклад», «письмо»; «данные», «оценка»."""
    return token.lemma in words("ru", "speech", "documents") or (token.pos == "NOUN" and token.lemma in words("ru", "speech", "shown"))


def _is_in(tokens: Sequence[Token], index: int) -> bool:
    """«в сообщении», «из этого документа», «на сайте»."""
    return any(token.text.lower() in words("ru", "grammar", "in_document") for token in tokens[max(0, index - 3) : index])


def _author_of(document: Document, sentence: Sentence, index: int, cast: Cast) -> Reference | None:
    """Whose document it is: the genitive behind it («опрос АЕБ»), a body before it («на сайте ЦБ»)."""
    for place in range(index + 1, min(index + 9, len(sentence.tokens))):
        token = sentence.tokens[place]
        if token.text in BREAKS or is_finite(token):
            break
        if token.lemma in words("ru", "speech", "documents") and cast.body_at(token.start) is None and place + 1 < len(sentence.tokens):
            continue  # «в сообщении на сайте ведомства»
        if token.pos in {"NOUN", "PROPN", "X"} or cast.member_at(token.start) or cast.body_at(token.start):
            reference = refer(document, sentence, place, cast)
            if reference is not None:
                return reference
    return None


def speaker_of_any(document: Document, sentence: Sentence, index: int, cast: Cast) -> Reference | None:
    token = sentence.tokens[index]
    subject = find_subject(sentence, index)
    if subject is not None:
        return refer(document, sentence, subject, cast, verb=token)
    return body_in(document, sentence, 0, len(sentence.tokens), cast) if token.features.get("Number") == "Plur" else None
