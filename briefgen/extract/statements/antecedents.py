"""A place in a document -> the unnamed person of whom the sentences before it tell: «Министр приехал утром. «...», — сказал он»."""

from __future__ import annotations

from bisect import bisect_right

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Reference
from briefgen.extract.statements.manner import is_manner_verb
from briefgen.extract.statements.parties import sentence_subject
from briefgen.extract.statements.references import refer
from briefgen.extract.statements.references_english import english_reference
from briefgen.language.document import Document, Sentence
from briefgen.language.persons import role_kind

_SENTENCES = 3  # looked back over, from the one that holds the pronoun
_SUBJECT_WORDS = 14


def role_before(document: Document, offset: int, cast: Cast, gender: str = "") -> Reference | None:
    """The last role that is a sentence's subject without a name; None where the sentences name somebody else in that place."""
    place = bisect_right(document.sentences, offset, key=lambda sentence: sentence.start) - 1
    for sentence in reversed(document.sentences[max(0, place - _SENTENCES) : place + 1]):
        if document.paragraphs[sentence.paragraph].role not in {"text", "quotation"}:
            return None
        found = _russian(document, sentence, cast, offset) if document.language == "ru" else _english(document, sentence, cast, offset)
        if found is not None:
            is_other = gender in {"m", "f"} and found.gender in {"m", "f"} and found.gender != gender
            return found if found.kind == "role" and not is_other else None
    return None


def _russian(document: Document, sentence: Sentence, cast: Cast, offset: int) -> Reference | None:
    for index, token in enumerate(sentence.tokens):
        if token.start >= offset:
            return None
        is_subject = token.relation.startswith("nsubj") and token.features.get("Case") == "Nom" and token.features.get("Number") == "Sing"
        if is_subject and (role_kind(token.lemma, "ru") or cast.member_at(token.start)):
            head = sentence.tokens[token.head] if token.head >= 0 else None
            return refer(document, sentence, index, cast, verb=head)
    return None


def _english(document: Document, sentence: Sentence, cast: Cast, offset: int) -> Reference | None:
    limit = min(len(sentence.tokens), _SUBJECT_WORDS)
    while limit and sentence.tokens[limit - 1].start >= offset:
        limit -= 1
    limit = next((place for place in range(1, limit) if is_manner_verb(sentence.tokens, place)), limit)
    party = sentence_subject(sentence, limit, cast) if limit else None
    reference = english_reference(document, sentence, party, cast) if party else None
    return reference if reference is not None and reference.kind in {"role", "person"} else None
