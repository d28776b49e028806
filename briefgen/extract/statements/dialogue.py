"""A Russian paragraph that opens with a dash -> its parts of direct speech: «— Дефицита нет, — сказал он. — И не будет.»."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefgen.extract.statements.attribution import attribute
from briefgen.extract.statements.breaks import BREAK, has_speech
from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Attribution
from briefgen.language.document import Document
from briefgen.model import Paragraph

_OPENING = re.compile(r"[—–-]\s+(?=[«\"“]?[А-ЯЁA-Z0-9])")
_CLOSING = re.compile(r"(?P<before>[,.!?…])\s*[—–-]{1,2}\s+(?P<cue>[а-яё][^«»\"“”—–]{3,200})[.:!]?$")

Part = tuple[int, int, Attribution]


def find_dialogue(document: Document, paragraph: Paragraph, cast: Cast) -> list[Part]:
    """Start and stop of each part, with the attribution; nothing where no word of speech stands between or behind the dashes."""
    text = document.text
    opening = _OPENING.match(text, paragraph.start, paragraph.stop)
    return list(find_parts(document, opening.end(), paragraph.stop, cast)) if opening else []


def find_parts(document: Document, start: int, stop: int, cast: Cast) -> Iterator[Part]:
    """The parts between two offsets, each closed by a cue between dashes."""
    text, waiting, attribution = document.text, [], None
    for match in [*BREAK.finditer(text, start, stop), *_last(text, start, stop)]:
        if match.start() < start or not has_speech(match["cue"]):
            continue
        attribution = attribute(document, match.start("cue"), match.end("cue"), cast, is_behind=True) or attribution
        waiting.append((start, match.start("before") + (match["before"] in ".!?…")))
        start = match.end()
        if attribution is not None:
            yield from ((first, last, attribution) for first, last in waiting)
            waiting = []
    if attribution is not None and start < stop - 1:
        yield start, stop, attribution


def _last(text: str, start: int, stop: int) -> list[re.Match[str]]:
    """The cue that closes the paragraph: looked for from its last dash, for speed on hostile text."""
    for dash in range(stop - 1, max(start, stop - 260), -1):
        if text[dash] in "—–-" and text[dash - 1].isspace() and text[dash + 1 : dash + 2].isspace():
            before = dash - 1
            while before > start and text[before - 1].isspace():
                before -= 1
            match = _CLOSING.match(text, before - 1, stop)
            return [match] if match else []
    return []
