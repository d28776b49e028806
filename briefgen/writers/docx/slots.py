"""Items of a report -> slots: the pieces of text that have a content control and a bookmark each, and the names of both."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Any, NamedTuple

from briefgen.blocks import Choice, Citations, Figure, Foreign, Inline, LineBreak, Link, Mark, Reference, Row, Strong, Text
from briefgen.writers.docx.wordprocessing import MAX_BOOKMARK_NAME

EVIDENCE = "evidence"
MAX_TAG = 64  # what Word takes as the tag or the title of a control
# How a slot may be changed: freely; only if confirmed, because it holds a figure or a source's own words; by choice from a list.
TEXT, FIGURE, SOURCE, CHOICE, CONTROL = "text", "figure", "source", "choice", "control"
_NO_NAME = re.compile("[^A-Za-z0-9_]")
_WORDLESS = {Citations, LineBreak}
_SENTENCE = 1  # the column of the annex that holds the source's sentence


class Slot(NamedTuple):
    """A piece of text with a control of its own. `item` is the id of the row, list item, paragraph or heading it belongs to, `cell` its
    column (-1 outside tables), `prefix` what stands before it in its paragraph, `where` says to a person where it is."""

    id: str
    item: str
    kind: str
    text: str = ""
    where: str = ""
    cell: int = -1
    prefix: str = ""


def plain(inlines: Iterable[Inline]) -> str:
    """The words of a slot as edits keep them: one line, a line end as such, for a table's number its name, which outlives the number.

    >>> from briefgen.blocks import Text
    >>> plain((Text("from "), Figure("over ", "2", ".5"), LineBreak(), Text("in all")))
    'from over 2.5\\nin all'
    """
    return "".join([_PLAIN[inline.__class__](inline) for inline in inlines])


def shown(inlines: Iterable[Inline]) -> str:
    """The words of a slot as a reader sees them."""
    return "".join([_SHOWN[inline.__class__](inline) for inline in inlines])


def reference_name(target: str) -> str:
    """What stands in an edit for the number of a table or chart.

    >>> reference_name("table-figures")
    '{table-figures}'
    """
    return f"{{{target}}}"


def unify(words: str) -> str:
    """Words as they are compared: a no-break space is a space, a soft hyphen nothing.

    >>> unify("[1.6;\\xa01.27] ")
    '[1.6; 1.27]'
    """
    lines = words.replace("\u00ad", "").replace("\u2060", "").split("\n")
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))


def cell_slots(row: Row, table: str) -> Iterator[tuple[int, str, str]]:
    """The cells of a row that have a control: column, id and kind. Citations alone have none; in the annex only the sentence has."""
    if not row.ids:
        return
    figure = -1
    for number, inlines in enumerate(row.cells):
        kinds = {inline.__class__ for inline in inlines}
        if table == EVIDENCE:
            if number == _SENTENCE:
                yield number, f"{row.ids[0]}/{number}", TEXT if Foreign in kinds else SOURCE
            continue
        if Figure in kinds:
            figure = number
        if not kinds <= _WORDLESS and Choice not in kinds:
            kind = FIGURE if 0 <= figure in (number, number - 1) else TEXT  # the number and the unit beside it
            yield number, f"{row.ids[0]}/{number}", kind


def bookmark_name(slot: str) -> str:
    """The name of the bookmark inside a slot's control.

    >>> bookmark_name("figures/q-8057142e340b/0")
    'bg_figures_q_8057142e340b_0'
    """
    name = "bg_" + slot.replace("/", "_").replace("-", "_")
    if not (name.isascii() and name.isidentifier()):
        name = _NO_NAME.sub("_", name)
    if len(name) <= MAX_BOOKMARK_NAME:
        return name
    return f"{name[: MAX_BOOKMARK_NAME - 9]}_{zlib.crc32(slot.encode()):08x}"


def tag_name(slot: str) -> str:
    """The tag of a slot's control: its id, cut with a checksum where it is longer than Word takes."""
    return slot if len(slot) <= MAX_TAG else f"{slot[: MAX_TAG - 9]}~{zlib.crc32(slot.encode()):08x}"


def _figure(inline: Figure) -> str:
    return inline.qualifier + inline.integer + inline.fraction


# By the class of an inline: a table of functions answers three times as fast as a row of questions.
_SHOWN: Mapping[type, Callable[[Any], str]] = {
    **dict.fromkeys((Text, Strong, Mark, Foreign, Citations, Link, Reference, Choice), attrgetter("text")),
    Figure: _figure,
    LineBreak: lambda _: "\n",
}
_PLAIN: Mapping[type, Callable[[Any], str]] = {**_SHOWN, Reference: lambda inline: reference_name(inline.target)}
