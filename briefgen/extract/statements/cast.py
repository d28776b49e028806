"""A document -> its cast: the persons with their posts, and the bodies it names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from itertools import pairwise

from briefgen.extract.statements.cues import index_at, sentence_at
from briefgen.extract.statements.posts import Post, english_posts, russian_posts
from briefgen.extract.statements.spans import Spans, dateline_stop, is_inside, merge_spans
from briefgen.language.document import Document, Entity, Sentence
from briefgen.language.lexicon import load, words
from briefgen.language.morphology import inflect
from briefgen.language.people import Mention, Person, find_persons

_HEAD_LETTERS = 12  # an article, a preposition or a quotation mark may stand before the name


@dataclass(frozen=True, slots=True)
class Member:
    """A person and the posts that the document gives him, in text order."""

    person: Person
    posts: tuple[Post, ...]

    @property
    def post(self) -> Post | None:
        """The post under which he is quoted: that of a pull quote, else the first."""
        return next((post for post in self.posts if post.is_tail), self.posts[0] if self.posts else None)


@dataclass(frozen=True, slots=True)
class Body:
    """An organisation named in the text, in the nominative. `is_head`: it stands at the head of its sentence."""

    start: int
    stop: int
    name: str
    kind: str = "ORG"
    is_head: bool = False


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who may speak in a document."""

    language: str
    members: tuple[Member, ...]
    bodies: tuple[Body, ...]
    places: tuple[tuple[int, int, int, int], ...] = ()
    full_names: Mapping[str, str] = field(default_factory=dict)

    def full_name(self, name: str) -> str:
        """The name that the document gives in full beside a short one: "Office for National Statistics (ONS)"."""
        return self.full_names.get(name, name)

    def member_at(self, offset: int) -> tuple[Member, Mention] | None:
        """The person named at an offset. `places` are start, stop, and the indexes of member and mention, in text order."""
        index = bisect_right(self.places, offset, key=lambda place: place[0]) - 1
        if index < 0 or not self.places[index][0] <= offset < self.places[index][1]:
            return None
        member = self.members[self.places[index][2]]
        return member, member.person.mentions[self.places[index][3]]

    def body_at(self, offset: int) -> Body | None:
        """The organisation named at an offset."""
        index = bisect_right(self.bodies, offset, key=lambda body: body.start) - 1
        body = self.bodies[index] if index >= 0 else None
        return body if body is not None and body.start <= offset < body.stop else None


def read_cast(document: Document) -> Cast:
    """The cast of a document; captions tell posts too."""
    find_posts = russian_posts if document.language == "ru" else english_posts
    members = []
    for person in find_persons(document):
        posts = [
            post
            for mention in person.mentions
            for post in find_posts(document, document.sentences[mention.sentence], replace(mention, gender=person.gender))
        ]
        members.append(Member(person, tuple(sorted(posts, key=lambda post: post.start))))
    places = [
        (mention.start, mention.stop, order, place)
        for order, member in enumerate(members)
        for place, mention in enumerate(member.person.mentions)
    ]
    bodies = sorted([*_bodies(document), *_described(document)], key=lambda body: (body.start, -body.stop))
    return Cast(document.language, tuple(members), tuple(bodies), tuple(sorted(places)), _full_names(document, bodies))


def _full_names(document: Document, bodies: Sequence[Body]) -> Mapping[str, str]:
    """Short names that brackets put behind full ones, and the last word of a name that stands alone later ("the Commission")."""
    found: dict[str, str] = {}
    for body, following in pairwise(bodies):
        between = document.text[body.stop : following.start]
        is_short = following.name.isupper() and " " not in following.name and " " in body.name
        if is_short and between in {" (", " («", ' ("', " (the "} and document.text[following.stop : following.stop + 1] in {")", "»", '"'}:
            found.setdefault(following.name, body.name)
    if document.language == "en":
        for body in bodies:
            last = body.name.rpartition(" ")[2]
            if body.kind == "ORG" and " " in body.name and last in words("en", "names", "shortened"):
                found.setdefault(last, body.name)
    return found


def _bodies(document: Document) -> Iterator[Body]:
    names = {entity.text for entity in document.entities}
    datelines = _datelines(document)
    for entity in document.entities:
        if entity.kind in {"ORG", "LOC"} and not is_inside(entity.start, datelines):
            name = body_name(document, entity, names) + _whose(document, entity)
            sentence = sentence_at(document, entity.start)
            is_head = sentence is not None and entity.start - sentence.start < _HEAD_LETTERS
            yield Body(entity.start, entity.stop, name, entity.kind, is_head)


def _datelines(document: Document) -> Spans:
    """Place and agency in front of a report, which do not speak in it."""
    starts = ((paragraph.start, dateline_stop(document.text, paragraph)) for paragraph in document.paragraphs)
    return merge_spans((start, stop) for start, stop in starts if stop > start)


def _described(document: Document) -> Iterator[Body]:
    """English bodies without a name of their own: "Kazakhstan's energy ministry", "the German government"."""
    if document.language != "en":
        return
    for sentence in document.sentences:
        for index, token in enumerate(sentence.tokens):
            if token.text in words("en", "speech", "bodies") and token.text in words("en", "names", "state_bodies"):
                first = _owner(sentence, index)
                if first is not None:
                    start = sentence.tokens[first].start
                    yield Body(start, token.stop, document.text[start : token.stop], "ORG", start - sentence.start < _HEAD_LETTERS)


def _owner(sentence: Sentence, index: int) -> int | None:
    """The state's name or adjective before a body, with nothing but its field between."""
    table = load("en", "actors")
    for place in range(index - 1, max(-1, index - 6), -1):
        token = sentence.tokens[place]
        if token.text in table:
            return place
        if token.text not in {"'s", "’s"} and token.text not in words("en", "names", "modifiers"):
            return None
    return None


def _whose(document: Document, entity: Entity) -> str:
    """« Узбекистана» behind «Министерство энергетики»: the state whose body it is stands right behind."""
    if entity.kind != "ORG" or document.language != "ru":
        return ""
    following = next((other for other in document.entities if other.start == entity.stop + 1 and other.kind == "LOC"), None)
    return " " + following.text if following and document.text[entity.stop] == " " and _is_state_body(entity.text) else ""


def _is_state_body(name: str) -> bool:
    """A name that needs the state to be told from others: a ministry, a central bank; «Газпром» does not."""
    stems = load("ru", "speech")["state_bodies"]
    return any(word.startswith(stem) for word in name.lower().split() for stem in stems)


def body_name(document: Document, entity: Entity, names: set[str]) -> str:
    """The name in the nominative; a short name gives way to the full one where the document has both («Минфин»)."""
    if document.language == "en":
        return entity.text
    name = _nominative(document, entity)
    full = load("ru", "speech")["full_names"].get(name)
    if full and any(_same_stems(full, other) for other in names):
        return str(full)
    return name


def _nominative(document: Document, entity: Entity) -> str:
    if not re.match("[А-ЯЁа-яё]", entity.text) or entity.text.isupper():
        return entity.text
    sentence = sentence_at(document, entity.start)
    token = sentence.tokens[index_at(sentence, entity.start)] if sentence else None
    case = token.features.get("Case", "") if token else ""
    return entity.text if case in {"", "Nom"} else inflect(entity.text, "Nom", source=case)


@cache
def _same_stems(one: str, other: str) -> bool:
    first, second = one.lower().split(), other.lower().split()
    return len(first) <= len(second) and all(
        a[: max(3, len(a) - 3)] == b[: max(3, len(a) - 3)] for a, b in zip(first, second, strict=False)
    )
