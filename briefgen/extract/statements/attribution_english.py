"""The words beside an English quotation -> who says it: "said Dmitry Lukashov, an analyst", "Mr Brown told reporters:"."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Attribution, Reference, index_at
from briefgen.extract.statements.english_verbs import form_of, speech_verb
from briefgen.extract.statements.manner import by_manner, is_manner_verb
from briefgen.extract.statements.parties import Party, party_before, party_behind, quoted_party, sentence_subject
from briefgen.extract.statements.references_english import english_reference
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words

_ACCORDING_WORDS = 3
_BEHIND_WORDS = 26  # the verb of an attribution stands no farther behind the quotation
_NAME_WORDS = 3


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
            start = first if is_behind else _start(sentence, place, reference, first)
            return Attribution(tokens[place].text, tokens[place].start, reference, tokens[start].start, tokens[stop - 1].stop)
    if is_behind:
        return (
            _according(document, sentence, first, last, cast)
            or _by_name(document, sentence, first, last, cast)
            or by_manner(document, sentence, first, last, cast)
        )
    return _by_colon(document, sentence, first, last, cast)


def _start(sentence: Sentence, verb: int, reference: Reference, first: int) -> int:
    """Where the cue before a quotation begins: «, adding:» where another verb of speech has told something before it."""
    tokens = sentence.tokens
    is_joined = form_of(tokens[verb].text) == "ing" and verb > first and tokens[verb - 1].text == ","
    if is_joined and any(form_of(token.text) in {"past", "s"} and speech_verb(token.text) for token in tokens[first : verb - 1]):
        return verb - 1
    return _own_clause(tokens, min(verb, index_at(sentence, reference.start)), first)


def _speaks(tokens: Sequence[Token], place: int) -> bool:
    verb, form = speech_verb(tokens[place].text), form_of(tokens[place].text)
    if tokens[place].text.lower() in words("en", "speech", "putting"):
        return place + 1 < len(tokens) and tokens[place + 1].text.lower() in {"it", "this"}
    if not verb or (form == "ing" and verb not in words("en", "speech", "speaking_participles")):
        return False
    before = tokens[place - 1].text.lower() if place else ""
    if (verb == "read" and before in {"that", "which"}) or (form == "base" and place and is_manner_verb(tokens, place - 1)):
        return False  # «banners that read "No to war"», «the senator fired back»
    return not (form in {"base", "s"} and before in words("en", "speech", "before_nouns")) or (before == "to" and verb in {"say", "tell"})


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
            tokens[place - 2].text == "," and tokens[place - 1].text in words("en", "grammar", "tying")
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
    tokens = sentence.tokens
    if first >= last or first == 0 or tokens[first - 1].text not in {"—", "–", "-"}:
        return None
    found = cast.member_at(tokens[first].start)
    reference = Reference("person", found[1].start, found[0].person.name) if found else _unknown_name(document, tokens[first:last])
    return Attribution("", reference.start, reference, tokens[first].start, tokens[last - 1].stop) if reference else None


def _only_person(tokens: Sequence[Token], cast: Cast) -> Reference | None:
    """«Asked about the sale, Foreign Minister Sergei Lavrov was curt: "..."»: the one person of the words before the colon."""
    named = {found[0].person.name: found[1].start for token in tokens if (found := cast.member_at(token.start))}
    return next((Reference("person", start, name) for name, start in named.items()), None) if len(named) == 1 else None


def _unknown_name(document: Document, tokens: Sequence[Token]) -> Reference | None:
    """«Lavrov»: one to three capitalised words and nothing else, whom the text tells no more about."""
    named = [token for token in tokens if token.text not in {".", ":"}]
    if not 1 <= len(named) <= _NAME_WORDS or not all(token.text[:1].isupper() and token.text[1:].islower() for token in named):
        return None
    if any(token.text.lower() in words("en", "speech", "no_labels") | words("en", "names", "common") for token in named):
        return None
    if len(named) == 1 and named[0].text.endswith(tuple(load("en", "speech")["label_endings"])):
        return None  # «Warning: "..."», «Translation: "..."»
    phrase = document.text[named[0].start : named[-1].stop]
    return Reference("role", named[0].start, phrase, named[-1].lemma, "", ("*indefinite",))


def _by_colon(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Attribution | None:
    """«The minister was blunt: "..."», «Mr Brown: "..."»: no verb of speech, a person or a role in front."""
    tokens = sentence.tokens
    if last <= first or tokens[last - 1].text != ":":
        return None
    start = first + 1 if tokens[first].text.lower() in words("en", "grammar", "before_colons") else first
    reference = _reference(document, sentence, party_behind(sentence, start, last, cast), cast)
    is_known = reference is not None and (
        reference.kind in {"person", "pronoun"} or (reference.kind == "role" and "*indefinite" not in reference.qualifiers)
    )
    if not is_known:
        reference = _only_person(tokens[first:last], cast) or (_unknown_name(document, tokens[first:last]) if first == 0 else None)
    if reference is None and last - first > 2 and is_manner_verb(tokens, last - 2):  # «Sheikh Hasina thundered: "..."»
        reference = _reference(document, sentence, party_before(sentence, last - 2, cast, first), cast)
    if reference is None:
        return None
    return Attribution("", reference.start, reference, tokens[first].start, tokens[last - 1].stop)
