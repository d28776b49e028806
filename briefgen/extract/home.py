"""An article's actors -> the country that it is about, where what names nobody happens."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from briefgen.language.document import Document
from briefgen.model import Quantity
from briefgen.naming.actors import ActorMention

EUROPE = "150"
_TITLE_WEIGHT, _NEARLY, _UNTITLED = 4, 0.85, 0.5  # tuned on the annotated articles and on own ones
_LEAD_WEIGHT, _LEAD = 2, 300  # the first sentences behind the title, in characters: news tell where at once
_SHARED = {"USD", "EUR", "XXX", "XAF", "XOF", "XPF", "XCD", "XDR", "XAU", "XAG"}


@cache
def members(code: str) -> tuple[str, ...]:
    """The states of an area or bloc; empty for all else."""
    table = tomllib.loads((files("briefgen") / "data" / "members.toml").read_text(encoding="utf-8"))
    return tuple(table.get(code, ()))


def is_subject(code: str, subject: str) -> bool:
    """Whether an actor is the country at risk, or an area that it belongs to."""
    return code == subject or (subject == "EU" and code == EUROPE) or (code.isdigit() and subject in members(code))


def home_of(document: Document, mentions: Sequence[ActorMention], subjects: Sequence[str], quantities: Sequence[Quantity] = ()) -> str:
    """The actor that the article is about: a subject named most or nearly so, else the one named most; empty where it names none.

    Sums in a country's own currency name it too: at home nobody writes whose budget it is.
    """
    title = document.paragraphs[0].stop if document.paragraphs else 0
    counts: Counter[str] = Counter()
    for mention in mentions:
        code = _as_subject(mention.code, subjects)
        if not code.startswith("org:"):
            counts[code] += _TITLE_WEIGHT if mention.stop <= title else _LEAD_WEIGHT if mention.stop <= title + _LEAD else 1
    for quantity in quantities:
        if quantity.unit.isalpha() and quantity.unit.isupper() and quantity.unit not in _SHARED:
            counts[quantity.unit[:2]] += 1  # ISO 4217 builds a currency's code from its country's
    most = max(counts.values(), default=0)
    home = _likeliest(subjects, counts, [_as_subject(mention.code, subjects) for mention in mentions if mention.stop <= title])
    titled = [_as_subject(mention.code, subjects) for mention in mentions if mention.stop <= title]
    share = _UNTITLED if not titled else _NEARLY if home in titled else 1.0
    if counts[home] >= max(most * share, min(2, most), 1):
        return home
    return max(sorted(counts), key=lambda code: counts[code], default="")


def _likeliest(subjects: Sequence[str], counts: Counter[str], titled: Sequence[str]) -> str:
    """The subject named most; among those named nearly as often the one that stands first in the title."""
    most = max((counts[code] for code in subjects), default=0)
    near = [code for code in subjects if counts[code] >= most * _NEARLY]
    places = {code: titled.index(code) if code in titled else len(titled) for code in near}
    return min(near, key=lambda code: (-counts[code], places[code]), default="")


def _as_subject(code: str, subjects: Sequence[str]) -> str:
    return next((subject for subject in subjects if is_subject(code, subject) and not code.isdigit()), "EU" if code == EUROPE else code)
