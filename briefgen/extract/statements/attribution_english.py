"""The words beside an English quotation -> who says it: "said Dmitry Lukashov, an analyst", "Mr Brown told reporters:"."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Attribution, Reference, index_at
from briefgen.extract.statements.english_verbs import form_of, speech_verb
from briefgen.extract.statements.parties import Party, party_before, party_behind, quoted_party, sentence_subject
from briefgen.extract.statements.references_english import english_reference
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import words

_ACCORDING_WORDS = 3
_BEHIND_WORDS = 26  # the verb of an attribution stands no farther behind the quotation


def attribute_english(document: Document, sentence: Sentence, first: int, last: int, cast: Cast, *, is_behind: bool) -> Attribution | None:
    """The attribution among tokens[first:last]: behind a quotation its first verb of speech, before one its last."""
    tokens = sentence.tokens
    places = [place for place in range(first, last) if _speaks(tokens, place)]
    for place in places if is_behind else reversed(places):
        if is_behind and place - first > _BEHIND_WORDS:
            break
        if not is_behind and form_of(tokens[place].text) == "ing" and tokens[last - 1].text == ":" and place < last - 4:
            continue  # «were still arguing over a single word: ...»
        reference = _speaker(document, sentence, place, first, last, cast, is_behind=is_behind)
        if reference is not None:
            stop = _behind_stop(tokens, place, last) if is_behind else last
            start = first if is_behind else _own_clause(tokens, min(place, index_at(sentence, reference.start)), first)
            return Attribution(tokens[place].text, tokens[place].start, reference, tokens[start].start, tokens[stop - 1].stop)
    if is_behind:
        return _according(document, sentence, first, last, cast) or _by_name(document, sentence, first, last, cast)
    return _by_colon(document, sentence, first, last, cast)


def _speaks(tokens: Sequence[Token], place: int) -> bool:
    verb, form = speech_verb(tokens[place].text), form_of(tokens[place].text)
    if tokens[place].text.lower() in {"put", "puts"}:
        return place + 1 < len(tokens) and tokens[place + 1].text.lower() in {"it", "this"}
    if not verb or (
        form == "ing"
        and verb
        not in {
            "say",
            "add",
            "explain",
            "warn",
            "tell",
            "write",
            "quote",
            "argue",
            "note",
            "insist",
            "joke",
            "call",
            "describe",
            "reply",
            "declare",
        }
    ):
        return False
    before = tokens[place - 1].text.lower() if place else ""
    return not (form in {"base", "s"} and before in {"the", "a", "an", "to", "of", "his", "her", "their", "its"}) or (
        before == "to" and verb in {"say", "tell"}
    )


def _speaker(document: Document, sentence: Sentence, place: int, first: int, last: int, cast: Cast, *, is_behind: bool) -> Reference | None:
    tokens = sentence.tokens
    verb = speech_verb(tokens[place].text)
    is_first = place == first or (place == first + 1 and not tokens[first].text[0].isalnum())
    quoted = _reference(document, sentence, quoted_party(sentence, place, cast), cast)
    if quoted is not None:
        return quoted
    if is_behind and is_first:
        behind = _reference(document, sentence, party_behind(sentence, place + 1, last, cast), cast)
        if behind is not None:
            return behind
    reference = _reference(document, sentence, party_before(sentence, place, cast, first), cast)
    if reference is not None:
        return reference
    if verb not in words("en", "speech", "addressing") or is_first:
        reference = (
            _reference(document, sentence, party_behind(sentence, place + 1, last, cast), cast) if is_behind or not is_first else None
        )
        if reference is not None and reference.kind != "other":
            return reference
    party = sentence_subject(sentence, place, cast, first) if not is_first else None
    return _reference(document, sentence, party, cast) if party is not None and party.last <= place else None


def _reference(document: Document, sentence: Sentence, party: Party | None, cast: Cast) -> Reference | None:
    return english_reference(document, sentence, party, cast, is_direct=True) if party else None


def _behind_stop(tokens: Sequence[Token], first: int, last: int) -> int:
    """The attribution ends where another cue begins: "she said, adding that ...", "he said, and warned that ..."."""
    for place in range(first + 2, last):
        verb = speech_verb(tokens[place].text)
        is_tied = tokens[place - 1].text in {",", "and", "but"} or (
            tokens[place - 2].text == "," and tokens[place - 1].text in {"and", "but", "while"}
        )
        if tokens[place].text == ";" or (verb and is_tied and any(token.text.lower() == "that" for token in tokens[place + 1 : place + 4])):
            return place - 1 if verb else place
    return last


def _own_clause(tokens: Sequence[Token], subject: int, first: int) -> int:
    """Where the cue before a quotation begins when the sentence tells something first: «Prices will rise, he warned: "..."»."""
    place = subject
    while place > first and tokens[place - 1].text[:1].isalpha():
        place -= 1
    return place - 1 if place > first + 3 and tokens[place - 1].text == "," else first


def _according(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Attribution | None:
    """«"...", according to the minister»."""
    tokens = sentence.tokens
    place = next(
        (place for place in range(first, min(first + _ACCORDING_WORDS, last - 1)) if tokens[place].text.lower() == "according"), None
    )
    if place is None:
        return None
    reference = _reference(document, sentence, party_behind(sentence, place + 2, last, cast), cast)
    return Attribution("according to", tokens[place].start, reference, tokens[first].start, tokens[last - 1].stop) if reference else None


def _by_name(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Attribution | None:
    """«"..." — Jens Stoltenberg, Nato secretary general»: a name right behind the dash, and no verb."""
    found = cast.member_at(sentence.tokens[first].start) if first < last else None
    if found is None or first == 0 or sentence.tokens[first - 1].text not in {"—", "–", "-"}:
        return None
    reference = Reference("person", found[1].start, found[0].person.name)
    return Attribution("", reference.start, reference, sentence.tokens[first].start, sentence.tokens[last - 1].stop)


def _by_colon(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Attribution | None:
    """«The minister was blunt: "..."», «Mr Brown: "..."»: no verb of speech, a person or a role in front."""
    tokens = sentence.tokens
    if last <= first or tokens[last - 1].text != ":":
        return None
    start = first + 1 if tokens[first].text.lower() in {"as", "and", "but", "for"} else first
    reference = _reference(document, sentence, party_behind(sentence, start, last, cast), cast)
    if reference is None or (
        reference.kind not in {"person", "pronoun"} and not (reference.kind == "role" and "*indefinite" not in reference.qualifiers)
    ):
        return None
    return Attribution("", reference.start, reference, tokens[first].start, tokens[last - 1].stop)
