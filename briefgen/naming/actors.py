"""A document -> the states, blocs, regions and organisations that it names: by name, adjective, metonym or body."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefgen.language.document import Document, Entity, Sentence, Token
from briefgen.language.lexicon import load
from briefgen.naming.lists import table

_FORMS = {
    "name": "name",
    "adjective": "adjective",
    "people": "adjective",
    "capital": "metonym",
    "seat": "metonym",
    "body": "body",
    "org": "body",
}
_ADJECTIVE_ENDINGS = ("ий", "ый", "ого", "ому", "им", "ым", "ом", "ая", "ой", "ую", "ою", "ое", "ые", "ие", "их", "ых", "ими", "ыми")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_REACH = 4  # words between a body and the state it belongs to: «министр иностранных дел Великобритании» has two


@dataclass(frozen=True, slots=True)
class ActorMention:
    """One place that names an actor. `code`: ISO 3166-1 alpha-2, EU, a UN M49 area or `org:...`.

    `form`: name, adjective, metonym or body.
    """

    start: int
    stop: int
    code: str
    form: str


@dataclass(frozen=True, slots=True)
class _Term:
    """One form of a name, as the words it is made of."""

    words: tuple[str, ...]
    code: str
    kind: str
    capitals: bool


@dataclass(frozen=True, slots=True)
class _Atom:
    """A run of letters or of digits of the text; «Улан-Батор» and «C5» are two."""

    start: int
    stop: int
    text: str
    folded: str


def find_actors(document: Document) -> tuple[ActorMention, ...]:
    """All mentions in text order, none inside another. A capital where something happens is a place and is left out."""
    people = [entity for entity in document.entities if entity.kind == "PER"]
    found = []
    for sentence in document.sentences:
        atoms = [atom for token in sentence.tokens for atom in _atoms(document.text, token.start, token.stop)]
        for mention, term in _matches(atoms, document.language):
            if _is_in_person(mention, people) or _is_other_name(mention, term, document, sentence):
                continue
            found.append(_with_body(mention, term, document, sentence))
    return tuple(found)


def mentions_within(mentions: Sequence[ActorMention], start: int, stop: int) -> tuple[ActorMention, ...]:
    """Those of some mentions in text order that begin in a range of offsets."""
    first = bisect_left(mentions, start, key=_start)
    return tuple(mentions[first : bisect_left(mentions, stop, lo=first, key=_start)])


def code_of(text: str, language: str) -> str | None:
    """The actor that a text names first; None where it names none.

    >>> code_of("власти Казахстана", "ru"), code_of("the British government", "en")
    ('KZ', 'GB')
    """
    atoms = list(_atoms(text, 0, len(text)))
    return next((mention.code for mention, _ in _matches(atoms, language)), None)


def codes_in(text: str, language: str) -> frozenset[str]:
    """All actors that a text names, as whoever acts or only as the place where something happens.

    >>> sorted(codes_in("саммит в Вашингтоне о Казахстане", "ru")), sorted(codes_in("a summit in Beijing on Kazakhstan", "en"))
    (['KZ', 'US'], ['CN', 'KZ'])
    """
    return frozenset(mention.code for mention, _ in _matches(list(_atoms(text, 0, len(text))), language))


def _start(mention: ActorMention) -> int:
    return mention.start


def _matches(atoms: list[_Atom], language: str) -> Iterator[tuple[ActorMention, _Term]]:
    """The longest term at each place."""
    terms = _terms(language)
    index = 0
    while index < len(atoms):
        candidates = terms.get(atoms[index].folded, ())
        term = next((term for term in candidates if _fits(term, atoms[index : index + len(term.words)], language)), None)
        if term is None:
            index += 1
            continue
        last = atoms[index + len(term.words) - 1]
        yield ActorMention(atoms[index].start, last.stop, term.code, _FORMS[term.kind]), term
        index += len(term.words)


def _fits(term: _Term, atoms: list[_Atom], language: str) -> bool:
    if tuple(atom.folded for atom in atoms) != term.words:
        return False
    if term.capitals:
        return all(atom.text == atom.text.upper() for atom in atoms)
    lower_case_allowed = language == "ru" and term.kind in {"adjective", "people"}
    return lower_case_allowed or atoms[0].text[0].isupper()


def _atoms(text: str, start: int, stop: int) -> Iterator[_Atom]:
    for match in _WORD.finditer(text[start:stop]):
        yield _Atom(start + match.start(), start + match.end(), match.group(), _fold(match.group()))


def _fold(word: str) -> str:
    return word.lower().replace("ё", "е")


@cache
def _terms(language: str) -> Mapping[str, tuple[_Term, ...]]:
    """Terms by their first word, longest first."""
    by_word: dict[str, list[_Term]] = {}
    for name, (code, kind, *forms) in load(language, "actors").items():
        for form in _spellings(name, forms[0] if forms else ""):
            words = tuple(_fold(word) for word in _WORD.findall(form))
            term = _Term(words, code, kind, capitals=form.replace(".", "").isupper())
            by_word.setdefault(words[0], []).append(term)
    return {word: tuple(sorted(terms, key=lambda term: -len(term.words))) for word, terms in by_word.items()}


def _spellings(name: str, forms: str) -> Iterator[str]:
    yield name
    for form in filter(None, forms.split(";")):
        if form.endswith("*"):
            yield from (form[:-1] + ending for ending in _ADJECTIVE_ENDINGS)
        else:
            yield form


def _is_in_person(mention: ActorMention, people: Sequence[Entity]) -> bool:
    """«Джорджа Вашингтона» names a man. The people stand in text order."""
    index = bisect_right(people, mention.start, key=_entity_start) - 1
    return index >= 0 and mention.stop <= people[index].stop


def _entity_start(entity: Entity) -> int:
    return entity.start


def _is_other_name(mention: ActorMention, term: _Term, document: Document, sentence: Sentence) -> bool:
    """«500 миллионов долларов США» names a currency, «в Вашингтоне» a place."""
    before = document.text[max(sentence.start, mention.start - 12) : mention.start].lower()
    after = document.text[mention.stop : mention.stop + 8].lower()
    if any(word in before for word in table()["currency_words"]) or after.startswith((" dollar", "$")):
        return True
    return term.kind == "capital" and _is_place(mention, document, sentence)


def _is_place(mention: ActorMention, document: Document, sentence: Sentence) -> bool:
    """Whether a capital is the place of an event: «в Вашингтоне состоялся саммит», «Москва, Кремль», «мэр Лондона»."""
    places = load(document.language, "places")
    before, behind = _beside(sentence, mention)
    after = document.text[mention.stop : mention.stop + 2]
    if document.language == "ru" and before and before[-1].text.lower() == "в" and _is_impersonal(sentence, behind):
        return False
    if after.startswith(("-", "‑")):
        return True  # «Лондон-Сити», "London-based"
    if not before:
        return after.startswith(",") and _is_dateline(sentence)
    if len(before) > 1 and before[-1].text[0].isupper() and before[-1].text.isalpha() and before[-1].text not in places["times"]:
        return True  # «Университет Джорджа Вашингтона»
    word = before[-1].text.lower()
    if word in {"of", "the"} and len(before) > 1:
        word = before[-2].text.lower()
        return word in places["nouns"]
    if word == ",":
        return after.startswith((",", "\n")) or after == ""
    if word in places["prepositions"] and len(before) > 1 and before[-2].text.lower() in places["aimed"]:
        return False  # «a blow to Moscow», «давление на Лондон»
    return word in places["prepositions"] or any(word.startswith(noun) for noun in places["nouns"])


def _is_impersonal(sentence: Sentence, behind: list[Token]) -> bool:
    """«в Пекине уже предложили»: a plural verb with no subject, so that the capital stands for its government."""
    verb = next((token for token in behind if token.pos not in {"ADV", "PART"}), None)
    if verb is None or verb.pos != "VERB" or verb.features.get("Number") != "Plur" or verb.features.get("VerbForm") != "Fin":
        return False
    index = sentence.tokens.index(verb)
    return not any(token.head == index and token.relation.startswith("nsubj") for token in sentence.tokens)


def _beside(sentence: Sentence, mention: ActorMention) -> tuple[list[Token], list[Token]]:
    """The few words before and behind a mention."""
    first = bisect_left(sentence.tokens, mention.start, key=_token_start)
    last = bisect_left(sentence.tokens, mention.stop, key=_token_start)
    return list(sentence.tokens[max(0, first - _REACH - 1) : first]), list(sentence.tokens[last : last + _REACH])


def _token_start(token: Token) -> int:
    return token.start


def _is_dateline(sentence: Sentence) -> bool:
    """«Москва, 24 февраля»: a capital before a number or a last word is where the text was written."""
    return len(sentence.tokens) < 4 or sentence.tokens[2].text.isdigit()


def _with_body(mention: ActorMention, term: _Term, document: Document, sentence: Sentence) -> ActorMention:
    """The mention widened to the office or body whose state it names: «министр иностранных дел Великобритании», "Iran's president"."""
    if term.kind not in {"name", "adjective", "seat", "body"}:
        return mention
    nouns = _body_nouns(document.language)
    before, after = _beside(sentence, mention)
    if document.language == "ru":
        head = _head_after(after, nouns, 3) if term.kind == "adjective" else _head_before(before, nouns)
    else:
        head = _head_after(after, nouns, _REACH) or _english_head_before(before, nouns)
    if head is None:
        return mention
    return replace(mention, start=min(mention.start, head.start), stop=max(mention.stop, head.stop), form="body")


@cache
def _body_nouns(language: str) -> tuple[str, ...]:
    lists = load(language, "bodies")
    return tuple(noun for name in ("offices", "bodies", "business") for noun in lists[name])


def _is_body(token: Token, nouns: tuple[str, ...]) -> bool:
    return token.text.lower().startswith(nouns) and len(token.text) > 2


def _head_after(tokens: list[Token], nouns: tuple[str, ...], reach: int) -> Token | None:
    for token in tokens[:reach]:
        if _is_body(token, nouns):
            return token
        if token.text not in {"'s", "’s", "'", "’", "s"} and not (token.text.isalpha() and token.text.islower()):
            return None
    return None


def _head_before(tokens: list[Token], nouns: tuple[str, ...]) -> Token | None:
    """The farthest body before a genitive, across nouns and adjectives alone."""
    head = None
    for token in reversed(tokens):
        if token.pos not in {"NOUN", "ADJ", "PROPN"} and token.text.lower() != "по":
            break
        if _is_body(token, nouns):
            head = token
        elif token.pos == "PROPN" and not token.text.isupper():
            break
    return head


def _english_head_before(tokens: list[Token], nouns: tuple[str, ...]) -> Token | None:
    """The body of "the president of Iran", "the Government of the Republic of Kazakhstan"."""
    words = [token for token in tokens if token.text.lower() not in {"the", "republic"}]
    if len(words) >= 2 and words[-1].text == "of" and _is_body(words[-2], nouns):
        return words[-2]
    return None
