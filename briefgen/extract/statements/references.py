"""A word of a Russian sentence -> the Reference it makes: who is meant by a name, a role, a pronoun, a body."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Reference, ancestors, children, is_finite, subtree
from briefgen.extract.statements.posts import is_enumeration
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.morphology import inflect, is_proper_noun
from briefgen.language.names import declines
from briefgen.language.persons import is_invariable, role_kind

_GENDERS = {"Masc": "m", "Fem": "f"}
_NAME_DISTANCE = 22
_PHRASE_LIMIT = 14
_EARLIER = 14
_MARKS = frozenset('«"“„')


def refer(document: Document, sentence: Sentence, index: int, cast: Cast, *, verb: Token | None = None) -> Reference | None:
    """Who the word at an index means; None for a thing or a crowd. The gender of `verb` tells a woman from a man."""
    token = sentence.tokens[index]
    named = cast.member_at(token.start)
    if named:
        return Reference("person", named[1].start, named[0].person.name)
    pronoun = load("ru", "persons")["pronouns"].get(token.text.lower())
    if pronoun:
        return Reference("pronoun", token.start, token.text, token.lemma, pronoun) if pronoun != "p" else None
    if token.lemma == "один" and index + 2 < len(sentence.tokens) and sentence.tokens[index + 1].text.lower() == "из":
        phrase = _phrase(document, sentence, index)
        return Reference("role", token.start, phrase[:1].lower() + phrase[1:], "участник", qualifiers=("*indefinite",))
    if role_kind(token.lemma, "ru"):
        return _role(document, sentence, index, cast, verb)
    for place in children(sentence, index):  # «его китайский коллега Ван И»
        beside = cast.member_at(sentence.tokens[place].start) if sentence.tokens[place].relation == "appos" else None
        if beside and token.features.get("Animacy") == "Anim":
            return Reference("person", beside[1].start, beside[0].person.name)
    return _body(document, sentence, index, cast)


def any_speaker(document: Document, sentence: Sentence, index: int, cast: Cast, verb: Token) -> Reference:
    """Beside a quotation whoever is the subject speaks: «мальчик», «я», «сторож»."""
    token = sentence.tokens[index]
    if token.lemma in words("ru", "speech", "views"):  # «приводятся слова министра»
        for place in children(sentence, index):
            reference = refer(document, sentence, place, cast) if sentence.tokens[place].features.get("Case") == "Gen" else None
            if reference is not None:
                return reference
    gender = _GENDERS.get(token.features.get("Gender", ""), "") if token.features.get("Animacy") == "Anim" else ""
    phrase = token.text.lower() if token.pos == "PRON" else _phrase(document, sentence, index)
    if index == 0 and not is_proper_noun(token.text):
        phrase = phrase[:1].lower() + phrase[1:]
    return Reference("role", token.start, phrase, token.lemma, gender, ("*indefinite",))


def find_subject(sentence: Sentence, verb: int) -> int | None:
    """The subject of a verb: its own, or that of the verb it is joined to; a nominative name beside it where the tree has none."""
    own = _own_subject(sentence, verb)
    if own is not None and not is_across(sentence, verb, own):
        nearer = _nearer_subject(sentence, own, verb)
        return own if nearer is None else nearer
    token = sentence.tokens[verb]
    joined = token.relation in {"conj", "advcl", "xcomp"}
    if token.relation.startswith("acl") and not _has_relative_subject(sentence):
        main = next((place for place in ancestors(sentence, verb) if is_finite(sentence.tokens[place])), None)
        return _own_subject(sentence, main) if main is not None else _neighbour(sentence, verb)  # «письмо, в котором назвал план»
    if joined and token.head >= 0 and token.head != verb:
        head = sentence.tokens[token.head]
        if head.features.get("Number") == token.features.get("Number") or token.features.get("VerbForm") == "Conv":
            inherited = _own_subject(sentence, token.head)
            if inherited is None and head.relation == "conj" and head.head >= 0:
                inherited = _own_subject(sentence, head.head)
            if inherited is not None:
                return inherited
    near = _neighbour(sentence, verb)
    return _earlier_subject(sentence, verb) if near is None else near


def _earlier_subject(sentence: Sentence, verb: int) -> int | None:
    """«Эрдоган обещал сократить закупки, однако уточнил»: the subject of the verb before, where the tree does not join the two."""
    tokens = sentence.tokens
    token = tokens[verb]
    if token.features.get("Number") == "Plur" or not is_finite(token):
        return None
    is_joined = False
    for place in range(verb - 1, max(-1, verb - _EARLIER), -1):
        is_joined = is_joined or tokens[place].text.lower() in words("ru", "grammar", "joining")
        if is_finite(tokens[place]):
            own = (
                _own_subject(sentence, place) if is_joined and tokens[place].features.get("Tense") == token.features.get("Tense") else None
            )
            return own if own is not None and own < place else None
    return None


def _has_relative_subject(sentence: Sentence) -> bool:
    return any(token.lemma == "который" and token.features.get("Case") == "Nom" for token in sentence.tokens)


def _own_subject(sentence: Sentence, verb: int) -> int | None:
    subjects = (place for place in children(sentence, verb) if sentence.tokens[place].relation in {"nsubj", "nsubj:pass"})
    return next((place for place in subjects if sentence.tokens[place].pos not in {"ADV", "PART", "ADP"}), None)


def is_across(sentence: Sentence, verb: int, subject: int) -> bool:
    """«Рябков призвал не ждать, а Медведев заметил»: the tree hangs the second subject on the first verb."""
    between = [token.text.lower() for token in sentence.tokens[verb + 1 : subject]]
    return any(one == "," and other in {"а", "но"} for one, other in pairwise(between)) and _neighbour(sentence, verb) is not None


def _nearer_subject(sentence: Sentence, own: int, verb: int) -> int | None:
    """«Совет провел заседание, на котором генсек призвал»: the tree hangs the far subject on the near verb."""
    tokens = sentence.tokens
    other = next((place for place in range(verb - 1, own, -1) if is_finite(tokens[place])), None)
    if other is None:
        return None
    near = [
        place
        for place in range(other + 1, verb)
        if tokens[place].relation.startswith("nsubj") and tokens[place].features.get("Case") == "Nom"
    ]
    return near[-1] if near and tokens[near[-1]].head == other and tokens[near[-1]].features.get("Animacy") == "Anim" else None


def _neighbour(sentence: Sentence, verb: int) -> int | None:
    """The nearest nominative that agrees with the verb in number, with no comma or other verb between."""
    tokens = sentence.tokens
    for places in (range(verb - 1, max(-1, verb - 9), -1), range(verb + 1, min(len(tokens), verb + 7))):
        for place in _without_asides(sentence, places):
            token = tokens[place]
            if token.text in {",", ";", ":"} or is_finite(token):
                break
            if token.features.get("Case") == "Nom" and token.pos in {"NOUN", "PROPN", "PRON"} and _same_number(token, tokens[verb]):
                return place
    return None


def _without_asides(sentence: Sentence, places: range) -> Iterator[int]:
    """The places without short asides between commas: «Елисеева, в свою очередь, отметила»."""
    tokens, order = sentence.tokens, list(places)
    index = 0
    while index < len(order):
        if tokens[order[index]].text == ",":
            close = next((other for other in range(index + 1, min(index + 6, len(order))) if tokens[order[other]].text == ","), None)
            if close is not None and not any(is_finite(tokens[place]) for place in order[index:close]):
                index = close + 1
                continue
        yield order[index]
        index += 1


def _same_number(noun: Token, verb: Token) -> bool:
    return noun.features.get("Number", "Sing") == verb.features.get("Number", "Sing")


def body_in(document: Document, sentence: Sentence, first: int, last: int, cast: Cast) -> Reference | None:
    """«в Минфине», «в ведомстве», «на сайте ЦБ» between two tokens: the body for which people speak unnamed."""
    for index in range(first, last):
        token = sentence.tokens[index]
        place = index - 1
        while place > 0 and sentence.tokens[place].text in _MARKS:
            place -= 1  # «в "Газпроме"»
        before = sentence.tokens[place].text.lower() if index else ""
        is_modified = (
            index > 1
            and sentence.tokens[index - 1].pos == "ADJ"
            and sentence.tokens[index - 2].text.lower() in words("ru", "grammar", "inside")
        )
        if not (before in words("ru", "grammar", "inside") or is_modified):
            continue
        if token.pos == "ADJ" and cast.body_at(token.start) is None:
            continue
        reference = _body(document, sentence, index, cast)
        if reference is not None and (token.features.get("Case") in {"Loc", "Acc", None} or cast.body_at(token.start)):
            return reference
    return None


def _role(document: Document, sentence: Sentence, index: int, cast: Cast, verb: Token | None) -> Reference | None:
    token = sentence.tokens[index]
    for mention_start, name in _names_behind(sentence, index, cast):
        return Reference("person", mention_start, name)
    phrase = _phrase(document, sentence, index)
    counted = _count_before(sentence, index)
    if counted is not None:
        return Reference("group", counted.start, document.text[counted.start : token.stop].lower(), token.lemma)
    if token.features.get("Number") == "Plur":
        noun = inflect(token.text.lower(), "Nom", number="Plur", source=token.features.get("Case", ""))
        return Reference("group", token.start, noun + _of_whom(document, sentence, index, cast), token.lemma)
    if token.lemma in words("ru", "persons", "unnamed") and any(
        other.text.lower() in words("ru", "grammar", "behind_source") for other in sentence.tokens[index + 1 : index + 5]
    ):
        return Reference("role", token.start, phrase, token.lemma, "", ("*indefinite",))
    gender = ""
    if verb is not None and verb.features.get("Tense") == "Past" and verb.features.get("Gender") == "Fem":
        gender = "f"
    qualifiers = tuple(
        sentence.tokens[place].lemma
        for place in subtree(sentence, index)
        if place != index and sentence.tokens[place].pos in {"NOUN", "PROPN", "ADJ", "X"}
    )
    return Reference("role", token.start, phrase, token.lemma, gender, qualifiers)


def _of_whom(document: Document, sentence: Sentence, index: int, cast: Cast) -> str:
    """« Института ifo» behind «эксперты»: the body for which a group speaks, right behind its noun."""
    start = sentence.tokens[index].stop + 1
    body = next((body for place in (start, start + 1) if (body := cast.body_at(place)) is not None), None)
    if body is None or body.kind != "ORG" or body.start > start + 1 or document.text[start - 1] != " ":
        return ""
    stop = body.stop + (document.text[body.stop : body.stop + 1] in '»”"' and body.start > start)
    return document.text[start - 1 : stop]


def _count_before(sentence: Sentence, index: int) -> Token | None:
    """«два источника»: the numeral, from which the phrase starts as it stands."""
    before = sentence.tokens[max(0, index - 2) : index]
    return next((token for token in before if token.pos == "NUM" and not token.text.isdigit()), None)


def _names_behind(sentence: Sentence, index: int, cast: Cast) -> Iterator[tuple[int, str]]:
    """The name that the role belongs to: in the same case, with nothing but the words of the post between."""
    case = sentence.tokens[index].features.get("Case", "Nom")
    case = "Nom" if is_invariable(sentence.tokens[index].text) else case
    place = index + 1
    while place < min(len(sentence.tokens), index + _NAME_DISTANCE):
        token = sentence.tokens[place]
        if is_finite(token) or (token.pos == "PUNCT" and token.text in {".", ";", ":"}):
            return
        is_list = token.text == "," and is_enumeration(sentence.tokens, place)
        if token.text == "," and not is_list and not any(role_kind(other.lemma, "ru") for other in sentence.tokens[place + 1 : place + 4]):
            return
        named = cast.member_at(token.start)
        if named:
            mention = named[1]
            own = {part.features.get("Case") for part in mention.tokens if part.features.get("Case")}
            if (
                not own
                or case in own
                or (case == "Nom" and mention.is_nominative)
                or not declines(named[0].person.name, named[0].person.gender)
            ):
                yield mention.start, named[0].person.name
                return
            place += len(mention.tokens)
            continue
        place += 1


def _phrase(document: Document, sentence: Sentence, index: int) -> str:
    """The role with the words that hang on it, in the nominative: «представитель Госдепартамента»."""
    places = [place for place in subtree(sentence, index) if place - index < _PHRASE_LIMIT and index - place < 4]
    first, last = index, index
    while first - 1 in places and sentence.tokens[first - 1].pos in {"ADJ", "NUM"}:
        first -= 1
    while last + 1 in places and not is_finite(sentence.tokens[last + 1]):
        if sentence.tokens[last + 1].text in {"—", "–", "(", ":", ";"}:
            break
        if sentence.tokens[last + 1].text == "," and not is_enumeration(sentence.tokens, last + 1):
            break
        last += 1
    while last > index and sentence.tokens[last].pos in {"ADV", "PART", "CCONJ", "ADP"}:
        last -= 1
    phrase = document.text[sentence.tokens[first].start : sentence.tokens[last].stop]
    case = sentence.tokens[index].features.get("Case", "")
    phrase = phrase if case in {"", "Nom"} else inflect(phrase, "Nom", source=case)
    is_plain = role_kind(sentence.tokens[first].lemma, "ru") or sentence.tokens[first].pos in {"ADJ", "NOUN"}
    return phrase[:1].lower() + phrase[1:] if is_plain and not phrase[1:2].isupper() else phrase


def _body(document: Document, sentence: Sentence, index: int, cast: Cast) -> Reference | None:
    token = sentence.tokens[index]
    body = cast.body_at(token.start)
    if body is not None:
        return Reference("body", body.start, body.name, token.lemma)
    if token.lemma not in words("ru", "speech", "bodies"):
        return None
    if token.features.get("Number") == "Plur" and token.lemma not in words("ru", "speech", "media"):
        return None
    named = _named_body(document, sentence, index, cast)
    if named is not None:
        return named
    if token.text[:1].isupper() and index:
        return Reference("body", token.start, inflect(token.text, "Nom", source=token.features.get("Case", "")), token.lemma)
    below = [sentence.tokens[place] for place in children(sentence, index)]
    if any(other.pos == "PROPN" for other in below):
        return Reference("body", token.start, _phrase(document, sentence, index), token.lemma)
    qualifiers = tuple(other.lemma for other in below if other.pos in {"ADJ", "NOUN"})
    return Reference("body", token.start, _phrase(document, sentence, index), token.lemma, qualifiers=("*anaphora", *qualifiers))


def _named_body(document: Document, sentence: Sentence, index: int, cast: Cast) -> Reference | None:
    """«издание The Times», «пресс-служба Минфина», «компания „Самрук“»: the name behind the noun."""
    token = sentence.tokens[index]
    for place in range(index + 1, min(index + 5, len(sentence.tokens))):
        other = sentence.tokens[place]
        body = cast.body_at(other.start)
        if body is not None:
            is_media = token.lemma in words("ru", "speech", "media")
            return Reference("body", body.start, body.name, token.lemma if is_media else other.lemma)
        if other.text not in {"«", '"', "“"} and other.pos not in {"ADJ", "NOUN", "PROPN"}:
            return None
    return None
