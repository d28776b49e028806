"""A finished file's words against those of its report: whatever was changed, dropped or added, with its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefgen.proof.finding import Finding
from briefgen.proof.passage import Passage, Placed, placed_words
from briefgen.proof.words import words_of

_SHOWN = 12  # words of a finding; a reader finds the place by fewer


def compare_wording(file: str, expected: Sequence[Passage], found: Sequence[Passage], *, repeated: Sequence[str] = ()) -> Iterator[Finding]:
    """A finding for each run of words that differs. `repeated` are head rows of tables, which may come again on a new page."""
    from rapidfuzz.distance import Indel

    wanted, there = tuple(placed_words(expected)), tuple(placed_words(found))
    heads = [tuple(word.key.casefold() for word in words_of(head)) for head in repeated]
    for missing, extra, before in _runs(Indel.opcodes([w.key for w in wanted], [w.key for w in there]), wanted, there):
        extra = _without_heads(extra, heads)
        if missing or extra:
            place = extra[0].place if extra else before.place if before else ""
            inside = f"{place}, {missing[0].place}" if missing else place
            yield Finding("text", file, inside, _shown(extra), _shown(missing))


def _runs(
    opcodes: object, wanted: Sequence[Placed], there: Sequence[Placed]
) -> Iterator[tuple[Sequence[Placed], Sequence[Placed], Placed | None]]:
    """Missing and extra words between two equal runs, with the word found before them."""
    missing: list[Placed] = []
    extra: list[Placed] = []
    before: Placed | None = None
    for code in opcodes:  # type: ignore[attr-defined]
        if code.tag == "equal":
            if missing or extra:
                yield missing, extra, before
            missing, extra, before = [], [], there[code.dest_end - 1]
        else:
            missing += wanted[code.src_start : code.src_end]
            extra += there[code.dest_start : code.dest_end]
    if missing or extra:
        yield missing, extra, before


def _without_heads(words: Sequence[Placed], heads: Sequence[tuple[str, ...]]) -> Sequence[Placed]:
    keys = tuple(word.key for word in words)
    for head in heads:
        for start in range(len(keys) - len(head) + 1):
            if head and keys[start : start + len(head)] == head:
                return _without_heads([*words[:start], *words[start + len(head) :]], heads)
    return words


def _shown(words: Sequence[Placed]) -> str:
    shown = " ".join(word.text for word in words[:_SHOWN])
    return shown + " …" if len(words) > _SHOWN else shown
