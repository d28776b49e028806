"""A name of Russia or its neighbours in Latin letters -> Cyrillic: the given name by table, the surname by its letters."""

from __future__ import annotations

import re

from briefgen.naming.given import by_spelling
from briefgen.naming.lists import table

_LATIN = re.compile(r"[A-Za-z]+")


def cyrillise(name: str) -> str:
    """The name in Russian letters; empty where it is no name of the region or could be written in more than one way.

    >>> cyrillise("Dmitry Lukashov"), cyrillise("Sergei Grigoryev"), cyrillise("John Williams")
    ('Дмитрий Лукашов', 'Сергей Григорьев', '')
    """
    words = name.split()
    if len(words) != 2 or not all(_LATIN.fullmatch(word) for word in words):
        return ""
    given = by_spelling().get(words[0].lower())
    if given is None or not words[1].lower().endswith(tuple(table()["surname_ends"])):
        return ""
    return f"{given} {_surname(words[1].lower()).capitalize()}"


def _surname(word: str) -> str:
    for pattern, letters in table()["surname_spellings"]:
        word = re.sub(pattern, letters, word)
    return word
