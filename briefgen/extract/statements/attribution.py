"""The words beside a quotation -> who says it: «заявил DW советник президента Георгий Петров», "said Dmitry Lukashov, an analyst"."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.statements.attribution_english import attribute_english
from briefgen.extract.statements.breaks import speaking_words
from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.contents import opening_comma
from briefgen.extract.statements.cues import Attribution, Reference, index_at, is_converb, is_finite, sentence_at
from briefgen.extract.statements.references import any_speaker, body_in, find_subject, refer
from briefgen.extract.statements.verbs import document_author
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.morphology import is_known, is_surname_like


def attribute(document: Document, start: int, stop: int, cast: Cast, *, is_behind: bool) -> Attribution | None:
    """The attribution between two offsets of one sentence; None when no one is named as speaking there."""
    sentence = sentence_at(document, start)
    if sentence is None:
        return None
    first, last = index_at(sentence, start), sum(1 for token in sentence.tokens if token.start < stop)
    if document.language == "en":
        return attribute_english(document, sentence, first, min(last, len(sentence.tokens)), cast, is_behind=is_behind)
    return _russian(document, sentence, first, min(last, len(sentence.tokens)), cast, is_behind)


def _russian(document: Document, sentence: Sentence, first: int, last: int, cast: Cast, is_behind: bool) -> Attribution | None:
    """The verbs of speech first; behind a quotation any verb will do («делится эксперт»), before a colon only those."""
    places = [place for place in range(first, last) if _is_verb(sentence.tokens[place]) or _is_short(sentence.tokens[place])]
    speaking = [place for place in places if sentence.tokens[place].lemma in speaking_words()]
    others = [
        place
        for place in places
        if place not in speaking and is_behind and place - first < 4 and all(token.text != "," for token in sentence.tokens[first:place])
    ]
    for place in [*speaking, *others] if is_behind else [*reversed(speaking)]:
        reference = _speaker(document, sentence, place, first, last, cast)
        if reference is not None:
            token = sentence.tokens[place]
            stop = _next_cue(sentence, place, last) if is_behind else last
            if not is_behind and _that_behind(sentence, place, last):  # «отметил, что цены растут: «...»»: told by a rule of its own
                end = sentence.tokens[last - 1]
                return Attribution(token.text, token.start, reference, end.start, end.stop)
            start = first if is_behind else _own_clause(sentence, place, first)
            return Attribution(token.text, token.start, reference, sentence.tokens[start].start, sentence.tokens[stop - 1].stop)
    found = _by_view(document, sentence, first, last, cast)
    return found or (_by_name if is_behind else _by_colon)(document, sentence, first, last, cast)


def _is_verb(token: Token) -> bool:
    """A finite verb, also where a rare one was tagged as a participle («гремел»)."""
    is_past = token.pos == "VERB" and token.features.get("Tense") == "Past" and token.text.endswith(("л", "ла", "ло", "ли"))
    return is_finite(token) or (is_past and not token.features.get("Variant"))


def _that_behind(sentence: Sentence, verb: int, last: int) -> bool:
    tokens = sentence.tokens
    return any(tokens[place].text == "," and tokens[place + 1].text.lower() == "что" for place in range(verb + 1, last - 3))


def _own_clause(sentence: Sentence, verb: int, first: int) -> int:
    """Where the cue before a quotation begins when the sentence tells something first: «Цены вырастут, предупреждает он: «...»»."""
    tokens = sentence.tokens
    comma = opening_comma(tokens, verb)
    if comma is not None and comma > first and any(is_finite(token) for token in tokens[first:comma]):
        return comma
    for place in range(verb - 1, first, -1):  # «обещал сократить закупки, однако уточнил: «...»»
        if tokens[place].text.lower() in words("ru", "grammar", "joining") and _has_speech(tokens[first:place]):
            return place
        if is_finite(tokens[place]):
            break
    return first


def _has_speech(tokens: Sequence[Token]) -> bool:
    speaking = words("ru", "speech", "verbs") | words("ru", "speech", "object_verbs")
    return any(is_finite(token) and token.lemma in speaking for token in tokens)


def _next_cue(sentence: Sentence, verb: int, last: int) -> int:
    """The token at which another cue begins behind the attribution: «сказал он, добавив, что ...»."""
    tokens = sentence.tokens
    for place in range(verb + 2, last - 2):
        token = tokens[place]
        is_cue = token.lemma in words("ru", "speech", "verbs") and (is_finite(token) or is_converb(token))
        if is_cue and any(other.text.lower() in words("ru", "speech", "conjunctions") for other in tokens[place + 1 : place + 5]):
            return place
    return last


def _is_short(token: Token) -> bool:
    """«уверен», «сказано», «убеждена»."""
    return token.features.get("Variant") == "Short" and token.lemma in speaking_words()


def _by_name(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Attribution | None:
    """«"...", — Герман Греф, глава Сбербанка»: a name right behind the dash, and no verb."""
    if first >= last or any(is_finite(token) for token in sentence.tokens[first:last]):
        return None
    reference = refer(document, sentence, first, cast)
    if reference is None or reference.kind != "person":
        return None
    return Attribution("", reference.start, reference, sentence.tokens[first].start, sentence.tokens[last - 1].stop)


def _by_colon(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Attribution | None:
    """«С этим не согласен профессор Андрей Сидоров: «...»»: no verb of speech, one person as the subject."""
    named = {}
    for place in range(first, last):
        found = cast.member_at(sentence.tokens[place].start)
        if found and found[1].is_nominative:
            named[found[0].person.name] = found[1].start
    if last <= first or sentence.tokens[last - 1].text != ":":
        return None
    if not named and not any(is_finite(token) for token in sentence.tokens[first:last]):
        reference = _titled(document, sentence, first, last, cast)
        return (
            Attribution("", reference.start, reference, sentence.tokens[first].start, sentence.tokens[last - 1].stop) if reference else None
        )
    if len(named) != 1:
        return None
    name, start = next(iter(named.items()))
    return Attribution("", start, Reference("person", start, name), sentence.tokens[first].start, sentence.tokens[last - 1].stop)


def _titled(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Reference | None:
    """«Представитель МЧС: «...»», «Песков: "..."»: a role, a body or a surname, and a colon."""
    token = sentence.tokens[first]
    if token.features.get("Case", "Nom") != "Nom":
        return None
    reference = refer(document, sentence, first, cast)
    if reference is not None and (reference.kind != "body" or "*anaphora" not in reference.qualifiers):
        return reference
    is_surname = last == first + 2 and (is_surname_like(token.text) or not is_known(token.text))
    return Reference("role", token.start, token.text, token.lemma, "", ("*indefinite",)) if is_surname else None


def _speaker(document: Document, sentence: Sentence, verb: int, first: int, last: int, cast: Cast) -> Reference | None:
    token = sentence.tokens[verb]
    quoted = _quoted(document, sentence, verb, first, last, cast)
    if quoted is not None:
        return quoted
    subject = find_subject(sentence, verb)
    if subject is not None and first <= subject < last and sentence.tokens[subject].features.get("Case", "Nom") == "Nom":
        reference = refer(document, sentence, subject, cast, verb=token)
        if reference is not None:
            return reference
        if token.lemma in speaking_words() and sentence.tokens[subject].text[0].isalpha():
            return any_speaker(document, sentence, subject, cast, token)
    is_impersonal = token.text.endswith(("ся", "сь")) or _is_short(token)
    body = body_in(document, sentence, first, last, cast) if token.features.get("Number") == "Plur" or is_impersonal else None
    if body is not None:
        return body
    if is_impersonal and token.lemma not in words("ru", "speech", "certain"):
        author = document_author(document, sentence, verb, cast)
        if author is not None:
            return author
    named = [mention for place in range(first, last) if (mention := cast.member_at(sentence.tokens[place].start))]
    if token.text.endswith(("ся", "сь")) or subject is None or not (first <= subject < last):
        if named:
            best = next((entry for entry in named if entry[1].is_nominative), named[0])
            return Reference("person", best[1].start, best[0].person.name)
        for place in range(first, last):
            if sentence.tokens[place].features.get("Case") in {"Nom", "Gen"} and sentence.tokens[place].pos in {"NOUN", "PROPN", "PRON"}:
                reference = refer(document, sentence, place, cast, verb=token)
                if reference is not None:
                    return reference
    return None


def _quoted(document: Document, sentence: Sentence, verb: int, first: int, last: int, cast: Cast) -> Reference | None:
    """«цитирует его агентство», «приводит слова министра газета»: who is quoted speaks, not who quotes."""
    tokens = sentence.tokens
    if tokens[verb].lemma not in words("ru", "speech", "quoting"):
        return None
    for place in range(verb + 1, last):
        token = tokens[place]
        gender = load("ru", "persons")["possessives"].get(token.text.lower())
        if gender and verb + 2 >= place:
            return Reference("pronoun", token.start, token.text, token.lemma, gender)
        is_object = token.features.get("Case") in {"Acc", "Gen"} and token.features.get("Animacy") == "Anim"
        if is_object and token.pos in {"NOUN", "PROPN"}:
            return refer(document, sentence, place, cast)
    return None


def _by_view(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Attribution | None:
    """«По его словам, ...: «...»», «По словам X: «...»»."""
    tokens = sentence.tokens
    for place in range(first, last):
        near = {token.text.lower() for token in tokens[max(0, place - 3) : place]}
        if tokens[place].lemma not in words("ru", "speech", "views") or not near & words("ru", "grammar", "before_views"):
            continue
        cover = (tokens[first].start, tokens[first].start)  # the words before the colon may hold a statement of their own
        for before in tokens[max(0, place - 2) : place]:
            gender = load("ru", "persons")["possessives"].get(before.text.lower())
            if gender:
                return Attribution(
                    tokens[place].text, before.start, Reference("pronoun", before.start, before.text, before.lemma, gender), *cover
                )
        for behind in range(place + 1, min(last, place + 10)):
            if tokens[behind].pos in {"NOUN", "PROPN"}:
                reference = refer(document, sentence, behind, cast)
                if reference is not None:
                    return Attribution(tokens[place].text, tokens[place].start, reference, *cover)
    return None
