"""data/given_names.tsv: given names of Russia and its neighbours, by their Russian form and by the spellings of English papers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from briefgen.formatting.wording import rows


@cache
def gender_of(name: str) -> str:
    """`m` or `f` by the given name; empty where the table does not know it.

    >>> gender_of("Роман Юнеман"), gender_of("Алина Елисеева"), gender_of("Кай Петров")
    ('m', 'f', '')
    """
    given = name.split()[0] if name.split() else ""
    row = rows("given_names").get(given)
    return row["gender"] if row else ""


@cache
def by_spelling() -> Mapping[str, str]:
    """An English spelling, lower case -> the Russian name."""
    return {spelling.lower(): name for name, row in rows("given_names").items() for spelling in filter(None, row["en"].split(";"))}


def spelling_of(given: str) -> str:
    """The usual English spelling of a given name; empty where the table does not know it.

    >>> spelling_of("Александр"), spelling_of("Кай")
    ('Alexander', '')
    """
    row = rows("given_names").get(given)
    return row["en"].partition(";")[0] if row else ""
