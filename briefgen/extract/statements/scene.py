"""A document and its cast -> the scene: who has been named where, and who has spoken so far."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field

from briefgen.extract.statements.cast import Body, Cast, Member
from briefgen.language.document import Document
from briefgen.model import Speaker

_WINDOW = 60  # entries looked back over: more than any page names between a pronoun and its person
_PASSED = {"caption", "background", "list"}


@dataclass(frozen=True, slots=True)
class Entry:
    """A person at a place: named there, or speaking. `is_aside`: named behind somebody else, or in an oblique case."""

    start: int
    member: Member
    has_spoken: bool = True
    is_aside: bool = False


@dataclass(slots=True)
class Scene:
    """Named persons and bodies in text order; `spoken`, `groups` and `bodies` grow with the statements."""

    named: tuple[Entry, ...]
    organisations: tuple[Body, ...]
    spoken: list[Entry] = field(default_factory=list)
    groups: list[tuple[int, Speaker]] = field(default_factory=list)
    bodies: list[tuple[int, str]] = field(default_factory=list)

    def before(self, offset: int, hidden: tuple[int, int] = (0, 0)) -> list[Entry]:
        """The persons named or heard before an offset, the nearest last, without those named inside the `hidden` words."""
        stop = bisect_left(self.named, offset, key=lambda entry: entry.start)
        entries = [*self.named[max(0, stop - _WINDOW) : stop], *(entry for entry in self.spoken[-_WINDOW:] if entry.start < offset)]
        return sorted((entry for entry in entries if not hidden[0] <= entry.start < hidden[1]), key=lambda entry: entry.start)

    def bodies_before(self, offset: int, hidden: tuple[int, int] = (0, 0)) -> list[Body]:
        """The organisations named before an offset, the nearest last."""
        stop = bisect_left(self.organisations, offset, key=lambda body: body.start)
        return [body for body in self.organisations[max(0, stop - _WINDOW) : stop] if not hidden[0] <= body.start < hidden[1]]

    def last_body(self, offset: int, hidden: tuple[int, int] = (0, 0)) -> str | None:
        """The body that spoke last, or was named at the head of a sentence since."""
        heads = [body for body in self.bodies_before(offset, hidden) if body.is_head and body.kind == "ORG"]
        if self.bodies and (not heads or self.bodies[-1][0] >= heads[-1].start):
            return self.bodies[-1][1]
        return heads[-1].name if heads else None


def read_scene(document: Document, cast: Cast) -> Scene:
    """The scene before anybody has spoken."""
    return Scene(tuple(sorted(_named(document, cast), key=lambda entry: entry.start)), cast.bodies)


def _named(document: Document, cast: Cast) -> Iterator[Entry]:
    """Persons where they are named outside captions."""
    passed = [(part.start, part.stop) for part in document.paragraphs if part.role in _PASSED]
    starts = [start for start, _ in passed]
    first: dict[int, int] = {}
    for member in cast.members:
        for mention in member.person.mentions:
            first[mention.sentence] = min(first.get(mention.sentence, mention.start), mention.start)
    for member in cast.members:
        for mention in member.person.mentions:
            place = bisect_right(starts, mention.start) - 1
            if place >= 0 and mention.start < passed[place][1]:
                continue
            is_aside = mention.start > first[mention.sentence] if document.language == "en" else not mention.is_nominative
            yield Entry(mention.start, member, has_spoken=False, is_aside=is_aside)
