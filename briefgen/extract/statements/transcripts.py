"""Paragraphs of a transcript -> cues: a label («В.Путин: ...», "Q: ...") opens a turn that lasts until the next label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Cue, Reference
from briefgen.language.document import Document
from briefgen.language.people import same_word

_LABEL = re.compile(
    r"(?P<name>(?:[A-ZА-ЯЁ]\.\s?){1,2}[A-ZА-ЯЁ][\w-]+|[A-ZА-ЯЁ][\w-]+(?:\s[A-ZА-ЯЁ][\w.-]+){0,3}|[A-ZА-ЯЁ]{3,}(?:\s[A-ZА-ЯЁ]{2,}){0,2})(?:\s?\([^)]{1,80}\))?\s?:\s+(?=[«\"“]?[A-ZА-ЯЁ[\d])"
)
_MINIMUM_TURNS = 2
_PASSED = {"caption", "background", "title", "heading"}


def find_turns(document: Document, cast: Cast) -> tuple[Cue, ...]:
    """A cue for each paragraph of each turn; nothing when the text has fewer than two labels of persons."""
    labelled = [(paragraph, _label(document, paragraph.start, paragraph.stop, cast)) for paragraph in document.paragraphs]
    if sum(1 for _, label in labelled if label is not None) < _MINIMUM_TURNS:
        return ()
    return tuple(_turns(document, labelled))


def _turns(document: Document, labelled: list) -> Iterator[Cue]:  # type: ignore[type-arg]
    speaker: Reference | None = None
    for paragraph, label in labelled:
        if paragraph.role in _PASSED and label is None:
            speaker = None
            continue
        start = paragraph.start
        if label is not None:
            start, speaker = label
        if speaker is not None and start < paragraph.stop:
            yield Cue(start, paragraph.stop, "direct", "", paragraph.start, "transcript", speaker)


def _label(document: Document, start: int, stop: int, cast: Cast) -> tuple[int, Reference] | None:
    """The offset behind the label, and the person whom it means."""
    match = _LABEL.match(document.text, start, stop)
    if match is None:
        return None
    surname = re.split(r"[\s.]+", match["name"])[-1]
    for member in cast.members:
        if same_word(surname, member.person.name.split()[-1]):
            return match.end(), Reference("person", match.start(), member.person.name)
    return None
