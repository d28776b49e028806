"""Paragraphs that are a pull quote -> cues and posts: words without marks, closed by a name and a post without a full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefgen.extract.statements.cast import Cast, Member
from briefgen.extract.statements.cues import Cue, Reference, word_count
from briefgen.extract.statements.posts import Post, make_post
from briefgen.language.document import Document
from briefgen.language.morphology import lemma
from briefgen.language.persons import role_kind
from briefgen.model import Paragraph

_STOPPED = re.compile(r"[.!?…;:]['\"»”’)\]]*$")
_MINIMUM_WORDS = 4
_NAMES = 4  # names of a paragraph, from its end, that may be the speaker; the post may hold names too
_MARKS = ' \t"«»“”—–-'


@dataclass(frozen=True, slots=True)
class PullQuote:
    """The cue, and the post that its tail gives to the speaker."""

    cue: Cue
    speaker: str
    post: Post


def find_pull_quotes(document: Document, cast: Cast) -> Iterator[PullQuote]:
    """The pull quotes of a document in order."""
    for paragraph in document.paragraphs:
        if paragraph.role in {"caption", "background", "title", "list"}:
            continue
        words = document.text[paragraph.start : paragraph.stop]
        if _STOPPED.search(words) or word_count(words) < _MINIMUM_WORDS * 2:
            continue
        found = _read_tail(document, paragraph, cast)
        if found is not None:
            yield found


def _read_tail(document: Document, paragraph: Paragraph, cast: Cast) -> PullQuote | None:
    """The last name of the paragraph with a post behind it, and enough words before it."""
    mentions = sorted(
        (
            (mention.start, mention.stop, member)
            for member in cast.members
            for mention in member.person.mentions
            if paragraph.start <= mention.start < paragraph.stop
        ),
        key=lambda found: -found[0],
    )
    for start, stop, member in mentions[:_NAMES]:
        tail = document.text[stop : paragraph.stop].strip(" ,—–-\n")
        span = _said(document.text, paragraph.start, start)
        if _is_post(tail, document.language) and word_count(document.text[slice(*span)]) >= _MINIMUM_WORDS:
            return _pull_quote(document, member, span, start, tail)
    return None


def _said(text: str, start: int, stop: int) -> tuple[int, int]:
    while start < stop and text[start] in _MARKS:
        start += 1
    while start < stop and (text[stop - 1] in _MARKS or text[stop - 1] in ".,\n"):
        stop -= 1
    return start, stop


def _is_post(tail: str, language: str) -> bool:
    words = re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", tail)[:5]
    if not words or word_count(tail) > 25 or re.search(r"[.!?]\s", tail):
        return False
    return any(role_kind(lemma(word) if language == "ru" else word.lower(), language) for word in words)


def _pull_quote(document: Document, member: Member, span: tuple[int, int], name_start: int, tail: str) -> PullQuote:
    reference = Reference("person", name_start, member.person.name)
    cue = Cue(span[0], span[1], "direct", "", name_start, "pull-quote", reference)
    return PullQuote(cue, member.person.name, make_post(name_start, tail, document.language, is_tail=True))
