"""A document -> the persons in it: every mention of one person under one name in the nominative."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from briefgen.language.document import Document, Entity, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.names import common_case, guess_gender, join_name, nominative_name
from briefgen.language.persons import is_role

_ALIAS = re.compile(r"\((?:при рождении|настоящее имя|урожд[её]нн(?:ый|ая)|он же|она же|born|née|né|real name)\s*[—:-]?\s*$", re.IGNORECASE)
_LATIN = re.compile("[A-Za-z]")
_CYRILLIC = re.compile("[А-Яа-яЁё]")
_PATRONYMIC = re.compile(r"(?:вич|вна|чна|ьич|оглы|кызы|улы)$")
_PERHAPS = "?"
_STEPS = 6  # the trees of the model may hold circles
_GENDERS = {"Masc": "m", "Fem": "f"}


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a person is named: the words of the name, and where they stand. `is_agreed`: a verb tells the gender."""

    start: int
    stop: int
    sentence: int
    tokens: tuple[Token, ...]
    name: str
    is_nominative: bool
    gender: str
    is_agreed: bool = False


@dataclass(frozen=True, slots=True)
class Person:
    """`name` in the nominative, as full as the document has it; `gender` m, f or empty."""

    name: str
    gender: str
    mentions: tuple[Mention, ...]


@dataclass(slots=True)
class _Cluster:
    words: tuple[str, ...]
    mentions: list[Mention] = field(default_factory=list)


def find_persons(document: Document) -> tuple[Person, ...]:
    """The persons of a document in order of their first mention. A surname alone belongs to the full name before it."""
    mentions = list(_mentions(document))
    clusters: list[_Cluster] = []
    for mention in sorted(mentions, key=lambda mention: (-len(mention.name.split()), mention.start)):
        cluster = _home(mention, clusters)
        if cluster is None:
            cluster = _Cluster(tuple(mention.name.split()))
            clusters.append(cluster)
        cluster.mentions.append(mention)
    _merge_aliases(document.text, clusters)
    persons = [_person(cluster, document.language) for cluster in clusters if cluster.mentions]
    return tuple(sorted(persons, key=lambda person: person.mentions[0].start))


def same_word(one: str, other: str) -> bool:
    """Two forms of one name, whatever their cases.

    >>> same_word("Кошербаевым", "Кошербаев"), same_word("Иванов", "Петров")
    (True, False)
    """
    one, other = one.lower().replace("ё", "е"), other.lower().replace("ё", "е")
    shorter = min(len(one), len(other))
    shared = max(min(3, shorter), shorter - 2)
    return one[:shared] == other[:shared] and abs(len(one) - len(other)) <= 3


def _mentions(document: Document) -> Iterator[Mention]:
    entities = [entity for entity in document.entities if entity.kind == "PER"]
    taken = sorted((entity.start, entity.stop) for entity in document.entities)
    surnames: set[str] = set()
    starts = [sentence.start for sentence in document.sentences]
    for entity in entities:
        index = bisect_right(starts, entity.start) - 1
        mention = _mention(document, document.sentences[index], index, entity) if index >= 0 else None
        if mention:
            surnames.add(mention.tokens[-1].text)
            yield mention
    yield from _missed(document, surnames, taken)


def _mention(document: Document, sentence: Sentence, index: int, entity: Entity) -> Mention | None:
    tokens = tuple(
        token
        for token in sentence.tokens
        if entity.start <= token.start < entity.stop and (token.text[0].isalpha() or token.text in {"-", "."} or token.text[0] == "'")
    )
    while tokens and not tokens[0].text[0].isalpha():
        tokens = tokens[1:]
    while tokens and (not tokens[-1].text[0].isalpha()):
        tokens = tokens[:-1]
    if not tokens or not any(token.text[:1].isupper() for token in tokens):
        return None
    if document.language == "en":
        return _english_mention(sentence, index, tokens)
    agreed, case = _agreed_gender(sentence, tokens), "Nom" if _is_subject(sentence, tokens) else common_case(tokens)
    gender = agreed if agreed != _PERHAPS else guess_gender(tokens) or "m"
    gender = gender or guess_gender(tokens)
    name = nominative_name(tokens, gender, case)
    is_nominative = all(token.features.get("Case", "Nom") == "Nom" for token in tokens) or _is_subject(sentence, tokens)
    return Mention(tokens[0].start, tokens[-1].stop, index, tokens, name, is_nominative, gender, bool(agreed) and agreed != _PERHAPS)


def _english_mention(sentence: Sentence, index: int, tokens: tuple[Token, ...]) -> Mention:
    before = next((token.text.lower().rstrip(".") for token in reversed(sentence.tokens) if token.stop <= tokens[0].start), "")
    gender = ""
    if before in words("en", "persons", "honorifics") - {"dr", "prof"}:
        gender = "f" if before in words("en", "persons", "feminine_honorifics") else "m"
    elif tokens[0].text in words("en", "names", "given") - words("en", "names", "unisex") and len(tokens) > 1:
        gender = "f" if tokens[0].text in words("en", "names", "feminine") else "m"
    name = join_name([token.text for token in tokens])
    return Mention(tokens[0].start, tokens[-1].stop, index, tokens, name, True, gender)


def _is_subject(sentence: Sentence, tokens: Sequence[Token]) -> bool:
    """«министр Алмасадам Саткалиев ответил»: the first word is a subject or stands beside one, whatever rare words were tagged with."""
    first = tokens[0]
    if len(tokens) < 2:
        return False
    if first.relation == "nsubj":
        return first.features.get("Case") == "Nom"
    head = sentence.tokens[first.head] if first.head >= 0 and first.relation == "appos" else None
    if head is None or head.relation != "nsubj" or head.features.get("Case") != "Nom":
        return False
    if first.features.get("Case") == "Nom":
        return True
    between = [token for token in sentence.tokens if head.stop <= token.start < first.start]
    return head.start < first.start and is_role(head.lemma, "ru") and all(_is_of_post(token) for token in between)


def _is_of_post(token: Token) -> bool:
    """«министр [иностранных дел] Кая Каллас»."""
    return token.pos in {"NOUN", "PROPN", "ADJ", "ADP", "CCONJ"} and token.features.get("Case") not in {"Nom", "Ins"}


def _missed(document: Document, surnames: set[str], taken: Sequence[tuple[int, int]]) -> Iterator[Mention]:
    """Surnames that the model passed over where they stand alone («Токаев и Кошта»)."""
    known = {surname for surname in surnames if len(surname) > 3}
    for index, sentence in enumerate(document.sentences):
        for token in sentence.tokens:
            if token.text in known and not _is_taken(token.start, taken):
                mention = _mention(document, sentence, index, Entity(token.start, token.stop, token.text, "PER"))
                if mention:
                    yield mention


def _is_taken(offset: int, taken: Sequence[tuple[int, int]]) -> bool:
    index = bisect_right(taken, (offset, offset + 10**9)) - 1
    return index >= 0 and taken[index][0] <= offset < taken[index][1]


def _agreed_gender(sentence: Sentence, tokens: Sequence[Token]) -> str:
    """The gender of the past tense that the name is the subject of: «Симсон подтвердила», «министр Иветт Купер объявила»."""
    for token in tokens:
        if token.features.get("Case", "Nom") != "Nom" and not (token is tokens[0] and _is_subject(sentence, tokens)):
            continue
        is_apposition = False
        for _ in range(_STEPS):
            if token.relation not in {"appos", "flat", "flat:name"} or token.head < 0:
                break
            token, is_apposition = sentence.tokens[token.head], True
        if token.relation in {"nsubj", "nsubj:pass"} and token.head >= 0:
            verb = sentence.tokens[token.head]
            gender = _GENDERS.get(verb.features.get("Gender", ""), "") if verb.features.get("Tense") == "Past" else ""
            return gender if gender == "f" or not is_apposition else _PERHAPS  # «министр Купер объявил» may still be a woman
    return ""


def _home(mention: Mention, clusters: Iterable[_Cluster]) -> _Cluster | None:
    parts = mention.name.split()
    fitting = [cluster for cluster in clusters if _fits(parts, cluster.words)]
    if not fitting:
        return None

    def distance(cluster: _Cluster) -> tuple[bool, int]:
        starts = [other.start for other in cluster.mentions]
        before = [start for start in starts if start <= mention.start]
        return (not before, mention.start - max(before) if before else min(starts) - mention.start)

    return min(fitting, key=distance)


def _fits(parts: Sequence[str], known: Sequence[str]) -> bool:
    if _is_junior(parts) != _is_junior(known):
        return False
    while len(parts) > 1 and parts[0].lower() in _particles():
        parts = parts[1:]  # «Фон дер Ляйен»
    if len(parts) == 1:
        is_family_first = len(known) > 1 and known[0] in words("en", "names", "family_first") | words("ru", "names", "family_first")
        is_first = len(known) > 1 and parts[0] == known[0]  # «Abiy» of «Abiy Ahmed»
        return same_word(parts[0], known[-1]) or is_first or (is_family_first and same_word(parts[0], known[0]))
    if parts[0].endswith(".") or len(parts[0]) == 1:
        return same_word(parts[-1], known[-1]) and known[0].startswith(parts[0][0])
    if len(known) == 1:
        return False
    if not same_word(parts[-1], known[-1]):
        return False
    return same_word(parts[0], known[0]) and (len(parts) == len(known) or len(parts) < len(known))


@cache
def _particles() -> frozenset[str]:
    return words("en", "names", "particles") | words("ru", "names", "particles")


def _is_junior(parts: Sequence[str]) -> bool:
    return any(part.endswith(("-младший", "-младшим", "-младшего", "-младшему", "-младшем", "Jr", "Jr.")) for part in parts)


def _merge_aliases(text: str, clusters: list[_Cluster]) -> None:
    """«Серджио Гор (при рождении Сергей Гороховский)» is one person under the first name."""
    for cluster in clusters:
        for mention in cluster.mentions:
            if not _ALIAS.search(text[max(0, mention.start - 30) : mention.start]) and not _is_transcribed(text, mention):
                continue
            owners = [
                (other.stop, home) for home in clusters if home is not cluster for other in home.mentions if other.stop < mention.start
            ]
            if owners:
                max(owners, key=lambda owner: owner[0])[1].mentions.extend(cluster.mentions)
                cluster.mentions = []
            break


def _is_transcribed(text: str, mention: Mention) -> bool:
    """«Олаф Шольц (Olaf Scholz)»: the name again in its own script."""
    return (
        text[max(0, mention.start - 2) : mention.start] == " ("
        and bool(_LATIN.match(mention.name))
        and bool(_CYRILLIC.search(text[max(0, mention.start - 4) : mention.start]))
    )


def _person(cluster: _Cluster, language: str) -> Person:
    """A nominative that stands in the document wins over one that rules made."""
    mentions = sorted(cluster.mentions, key=lambda mention: mention.start)
    full = (
        _without_patronymic(mentions, cluster.words)
        or [mention for mention in mentions if _is_full(mention.name.split(), cluster.words)]
        or mentions
    )
    agreed = [mention.gender for mention in mentions if mention.is_agreed]
    gender = _vote(agreed or [mention.gender for mention in mentions if mention.gender])
    certain = [mention.name for mention in full if mention.is_nominative]
    if language == "en":
        return Person(_vote(certain), gender, tuple(mentions))
    if certain:
        # A nominative is never longer than the other cases: «Коштой» tagged as one gives way to «Кошта».
        counts = Counter(certain)
        return Person(_known(min(counts, key=lambda name: (len(name), -counts[name]))), gender, tuple(mentions))
    names = [nominative_name(mention.tokens, gender, common_case(mention.tokens)) for mention in full]
    return Person(_with_nominative_surname(_vote(names), mentions), gender, tuple(mentions))


def _without_patronymic(mentions: Sequence[Mention], known: Sequence[str]) -> list[Mention]:
    """«Татьяна Голикова» where the document has it beside «Татьяна Алексеевна Голикова»: news names nobody by the patronymic."""
    if len(known) != 3 or not _PATRONYMIC.search(known[1]):
        return []
    return [
        mention
        for mention in mentions
        if len(mention.name.split()) == 2 and not mention.name.split()[0].endswith(".") and len(mention.name.split()[0]) > 1
    ]


def _known(name: str) -> str:
    """«В. Путин» where the document never has more."""
    return str(load("ru", "names")["known"].get(name, name))


def _is_full(parts: Sequence[str], known: Sequence[str]) -> bool:
    return len(parts) == len(known) and _fits(parts, known) and parts[0].endswith(".") == known[0].endswith(".")


def _with_nominative_surname(name: str, mentions: Sequence[Mention]) -> str:
    """The full name stands in an oblique case only, the surname alone in the nominative: «Кадри Симсон» and «Симсон подтвердила»."""
    alone = [
        mention.name for mention in mentions if len(mention.tokens) == 1 and mention.is_nominative and mention.tokens[0].relation == "nsubj"
    ]
    parts = name.split()
    return " ".join([*parts[:-1], _vote(alone)]) if alone and len(parts) > 1 else name


def _vote(values: Sequence[str]) -> str:
    """The commonest value, the first of equal ones."""
    return Counter(values).most_common(1)[0][0] if values else ""
