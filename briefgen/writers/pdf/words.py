"""Fragments -> words: what never breaks, and how a line may end after it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from briefgen.writers.pdf.hyphens import cut_points
from briefgen.writers.pdf.inlines import LINE_END, NBSP, Fragment

Ending = Literal["space", "hyphen", "cut", "address", "line", "end"]
Cut = Literal["nothing", "words", "names"]


@dataclass(frozen=True, slots=True)
class Word:
    """Fragments without a breaking space between them. `ending`: how a line may end after it; `gaps`: its no-break spaces."""

    fragments: tuple[Fragment, ...]
    width: float
    ending: Ending
    space: Fragment | None = None
    space_width: float = 0.0
    hyphen_width: float = 0.0
    gaps: int = 0


_TOKEN = re.compile(r"[ \n]|[^ \n]+")
# A compound of two common words may break after its hyphen; a name, a number or a short prefix may not.
_COMPOUND = re.compile(r"(?<=[a-zа-яё]{3}-)(?=[a-zа-яё]{3})")
_ADDRESS = re.compile(r"(?<=[/?&=.])(?=[^/?&=.])")


def words(fragments: Sequence[Fragment], *, cut: Cut = "nothing") -> list[Word]:
    """The words of a paragraph; `cut` adds the places where a word, or a long name too, may be hyphenated."""
    found: list[Word] = []
    open_fragments: list[Fragment] = []
    for fragment in fragments:
        blank = fragment.with_text(" ")
        for token in _TOKEN.findall(fragment.text):
            if token == " ":
                _close(found, open_fragments, "space", blank)
            elif token == LINE_END:
                _end_line(found, open_fragments, fragment)
            elif cut == "nothing" and "-" not in token and "://" not in token:  # most words: nothing to look for in them
                open_fragments.append(fragment.with_text(token))
            else:
                *pieces, last = _pieces(token, fragment, cut=cut)
                for piece, ending in pieces:
                    open_fragments.append(fragment.with_text(piece))
                    _close(found, open_fragments, ending, None)
                open_fragments.append(fragment.with_text(last[0]))
    _close(found, open_fragments, "end", None)
    return found


def _close(found: list[Word], fragments: list[Fragment], ending: Ending, space: Fragment | None) -> None:
    """Add the open fragments as a word, with the space behind it; a space after a space adds nothing."""
    if not fragments:
        return
    width, gaps, last = 0.0, 0, fragments[-1].look
    for fragment in fragments:
        width += fragment.look.face.width(fragment.text, fragment.look.size)
        gaps += fragment.text.count(NBSP)
    space_width = space.look.face.width(" ", space.look.size) if space else 0.0
    hyphen_width = last.face.width("-", last.size) if ending == "cut" else 0.0
    found.append(Word(tuple(fragments), width, ending, space, space_width, hyphen_width, gaps))
    fragments.clear()


def _end_line(found: list[Word], fragments: list[Fragment], fragment: Fragment) -> None:
    """A forced line end: after the open word, or in place of the space before it."""
    if not fragments and found and found[-1].ending == "space":
        found[-1] = replace(found[-1], ending="line", space=None, space_width=0.0)
    else:
        _close(found, fragments or [fragment.with_text("")], "line", None)
        fragments.clear()


def _pieces(token: str, fragment: Fragment, *, cut: Cut) -> list[tuple[str, Ending]]:
    """The token at its places to break; the last piece's ending is not used."""
    if "://" in token:
        return [(piece, "address") for piece in _ADDRESS.split(token)]
    pieces: list[tuple[str, Ending]] = []
    for part in _COMPOUND.split(token):
        syllables = _syllables(part, cut) if cut != "nothing" and fragment.jump is None else [part]
        pieces += [(syllable, "cut") for syllable in syllables[:-1]]
        pieces.append((syllables[-1], "hyphen"))
    return pieces


def _syllables(part: str, cut: Cut) -> list[str]:
    points = [0, *cut_points(part, names=cut == "names"), len(part)]
    return [part[start:stop] for start, stop in pairwise(points)]


def narrowed(paragraph: Sequence[Word], width: float) -> list[Word]:
    """The words, those that no line could hold (an address, a string of an attacker) broken anywhere."""
    if all(word.width <= width for word in paragraph):
        return list(paragraph)
    found: list[Word] = []
    for word in paragraph:
        found += [word] if word.width <= width else _broken(word, width)
    return found


def _broken(word: Word, width: float) -> Iterator[Word]:
    """A word of several fragments breaks between them, then between characters."""
    pieces = [piece for fragment in word.fragments for piece in _chunks(fragment, width)]
    for piece in pieces[:-1]:
        yield Word((piece,), piece.look.face.width(piece.text, piece.look.size), "address", gaps=piece.text.count(NBSP))
    last = pieces[-1]
    yield replace(word, fragments=(last,), width=last.look.face.width(last.text, last.look.size), gaps=last.text.count(NBSP))


def _chunks(fragment: Fragment, width: float) -> Iterator[Fragment]:
    """Characters by their own advances: no quadratic measuring of a long string."""
    start, used, unit = 0, 0.0, fragment.look.size / 1000
    for at, character in enumerate(fragment.text):
        advance = fragment.look.face.advance(character) * unit
        if used + advance > 0.98 * width and at > start:
            yield fragment.with_text(fragment.text[start:at])
            start, used = at, 0.0
        used += advance
    yield fragment.with_text(fragment.text[start:])
