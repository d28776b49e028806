"""How wide the characters of Word's two typefaces are, from briefgen/data/advances.tsv: regular and bold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files


class Advances(dict[str, float]):
    """Widths of characters in units of the type size; an accented letter has the width of its plain one, what is unknown is wide."""

    def __init__(self, thousandths: Iterable[tuple[str, int]]) -> None:
        super().__init__((character, width / 1000) for character, width in thousandths)
        self["\u00a0"] = self[" "]

    def __missing__(self, character: str) -> float:
        import unicodedata

        plain = unicodedata.normalize("NFD", character)[0]
        self[character] = self[plain] if plain != character else 1.0
        return self[character]


class Wider(dict[str, float]):
    """The wider one of two faces, character by character."""

    def __init__(self, one: Advances, other: Advances) -> None:
        super().__init__()
        self._faces = one, other

    def __missing__(self, character: str) -> float:
        self[character] = max(face[character] for face in self._faces)
        return self[character]


def _faces() -> Iterator[Advances]:
    """The faces in the order of the table's columns."""
    lines = (files("briefgen") / "data" / "advances.tsv").read_text(encoding="utf-8").splitlines()
    codes, *columns = zip(*(line.split("\t") for line in lines if line.startswith("U+")), strict=True)
    characters = [chr(int(code.removeprefix("U+"), 16)) for code in codes]
    return (Advances(zip(characters, map(int, column), strict=True)) for column in columns)


TIMES, TIMES_BOLD, ARIAL, ARIAL_BOLD = _faces()
