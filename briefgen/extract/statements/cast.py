"""A document -> its cast: the persons with their posts, and the bodies it names."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from briefgen.extract.statements.cues import index_at
from briefgen.extract.statements.posts import Post, english_posts, russian_posts
from briefgen.language.document import Document, Entity
from briefgen.language.lexicon import load
from briefgen.language.morphology import inflect
from briefgen.language.people import Mention, Person, find_persons


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
    """An organisation named in the text, in the nominative."""

    start: int
    stop: int
    name: str
    kind: str = "ORG"


@dataclass(frozen=True, slots=True)
class Cast:
    """Everybody who may speak in a document."""

    language: str
    members: tuple[Member, ...]
    bodies: tuple[Body, ...]

    def member_at(self, offset: int) -> tuple[Member, Mention] | None:
        """The person named at an offset."""
        for member in self.members:
            for mention in member.person.mentions:
                if mention.start <= offset < mention.stop:
                    return member, mention
        return None

    def body_at(self, offset: int) -> Body | None:
        """The organisation named at an offset."""
        return next((body for body in self.bodies if body.start <= offset < body.stop), None)


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
    return Cast(document.language, tuple(members), tuple(_bodies(document)))


def _bodies(document: Document) -> Iterator[Body]:
    names = {entity.text for entity in document.entities}
    for entity in document.entities:
        if entity.kind in {"ORG", "LOC"}:
            yield Body(entity.start, entity.stop, body_name(document, entity, names) + _whose(document, entity), entity.kind)


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
    sentence = next((part for part in document.sentences if part.start <= entity.start < part.stop), None)
    token = sentence.tokens[index_at(sentence, entity.start)] if sentence else None
    case = token.features.get("Case", "") if token else ""
    return entity.text if case in {"", "Nom"} else inflect(entity.text, "Nom", source=case)


@cache
def _same_stems(one: str, other: str) -> bool:
    first, second = one.lower().split(), other.lower().split()
    return len(first) <= len(second) and all(
        a[: max(3, len(a) - 3)] == b[: max(3, len(a) - 3)] for a, b in zip(first, second, strict=False)
    )


def with_body(cast: Cast, bodies: Sequence[Body]) -> Cast:
    """The cast with more bodies, in text order."""
    return replace(cast, bodies=tuple(sorted([*cast.bodies, *bodies], key=lambda body: body.start)))
