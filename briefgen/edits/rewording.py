"""The inlines of a slot and other words for it -> inlines: what stayed keeps its look and its links, what is new is plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefgen.blocks import Choice, Citation, Citations, Figure, Foreign, Inline, Inlines, LineBreak, Link, Mark, Reference, Strong, Text
from briefgen.writers.docx.slots import plain, unify

_WORD = re.compile(r"\n|[^\S\n]+|\w+|[^\w\s]")
_CITATIONS = r"\[\d+\.\d+(?:;\s\d+\.\d+)*\]"
_REFERENCE = r"\{(?:table|figure)-[\w-]+\}"
_WHOLE = Citations | Link | Reference | Mark | Figure | Choice  # what is kept as a whole or becomes plain words


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    inline: Inline

    @property
    def key(self) -> str:
        return unify(self.text) or ("\n" if self.text == "\n" else " ")


def reworded(old: Inlines, words: str, targets: Mapping[str, str]) -> Inlines:
    """Inlines that read `words`. `targets` are the anchors of citations by their printed text, and the numbers of tables by what stands for
    them in an edit, for those that a person typed.

    >>> reworded((Text("Reserves of "), Strong("5 tonnes")), "Reserves are 5 tonnes", {})
    (Text(text='Reserves are '), Strong(text='5 tonnes'))
    """
    before = list(_tokens(old))
    after = list(_split(words.strip(), [token.text for token in before if isinstance(token.inline, _WHOLE)]))
    matcher = SequenceMatcher(None, [token.key for token in before], [_Token(text, Text(text)).key for text in after], autojunk=False)
    result: list[_Token] = []
    for operation, start, stop, first, last in matcher.get_opcodes():
        if operation == "equal":
            result += [
                _Token(text if _is_wordy(token.inline) else token.text, token.inline)
                for token, text in zip(before[start:stop], after[first:last], strict=True)
            ]
        else:
            around = _around(before, start, stop)
            result += [_Token(text, _typed(text, around, targets)) for text in after[first:last]]
    return tuple(_merged(result))


def words_of(text: str) -> list[str]:
    """Words, signs and spaces of a text, which together are the text.

    >>> words_of("5 tonnes,")
    ['5', ' ', 'tonnes', ',']
    """
    return _WORD.findall(text)


def _tokens(inlines: Iterable[Inline]) -> Iterable[_Token]:
    for inline in inlines:
        if isinstance(inline, _WHOLE | LineBreak):
            yield _Token(plain((inline,)), inline)
        else:
            yield from (_Token(word, inline) for word in _WORD.findall(inline.text))


def _split(words: str, wholes: Sequence[str]) -> list[str]:
    known = "|".join(re.escape(unify(text)).replace("\\ ", r"\s") for text in sorted(set(wholes), key=len, reverse=True) if unify(text))
    pattern = "|".join(filter(None, (known, _CITATIONS, _REFERENCE, _WORD.pattern)))
    return re.findall(pattern, words)


def _is_wordy(inline: Inline) -> bool:
    return isinstance(inline, Text | Strong | Foreign)


def _around(before: Sequence[_Token], start: int, stop: int) -> Inline | None:
    """The look of the words that were replaced, or of both neighbours, where they have one look."""
    looks = before[start:stop] if stop > start else before[max(0, start - 1) : start + 1]
    inlines = [token.inline for token in looks]
    return inlines[0] if inlines and _is_wordy(inlines[0]) and all(inline == inlines[0] for inline in inlines) else None


def _typed(text: str, around: Inline | None, targets: Mapping[str, str]) -> Inline:
    """What a person typed: a line end, a citation of something that the brief cites, else words in the look around them."""
    if text == "\n":
        return LineBreak()
    if re.fullmatch(_REFERENCE, text) and text in targets:
        return Reference(targets[text], text[1:-1])
    cited = unify(text)[1:-1].split("; ") if re.fullmatch(_CITATIONS, text) else []
    if cited and all(item in targets for item in cited):
        return Citations(tuple(Citation(item, targets[item]) for item in cited))
    return around or Text(text)


def _merged(tokens: Sequence[_Token]) -> Iterable[Inline]:
    """Neighbours of one look as one inline."""
    words, look = "", None
    for token in tokens:
        kind = (type(token.inline), getattr(token.inline, "language", "")) if _is_wordy(token.inline) else None
        if look is not None and kind != look:
            yield _inline(look, words)
            words = ""
        look = kind
        if kind is None:
            yield token.inline
        else:
            words += token.text
    if look is not None:
        yield _inline(look, words)


def _inline(look: tuple[type, str], words: str) -> Inline:
    return Foreign(words, look[1]) if look[0] is Foreign else Strong(words) if look[0] is Strong else Text(words)
