"""An English post -> the Russian one, word group by word group; empty where a group is unknown."""

from __future__ import annotations

import re
from functools import cache

from briefgen.formatting.text import with_preposition
from briefgen.naming.countries import country_name
from briefgen.naming.gazetteer import Entries, find_entry, fold
from briefgen.naming.post_words import FIELD, HEADS, TOPIC, adjective_of, by_english, state_adjectives, states

_LINK = re.compile(r"^(?:,?\s+(?:of|at|with)(?:\s+the)?|,)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(r" (?:по|в|во|на|при)[ \u00a0]")
_TO = re.compile(r"^\s+to(?:\s+the)?\s+", re.IGNORECASE)
_ON = re.compile(r"^\s+(?:for|on)(?:\s+the)?\s+", re.IGNORECASE)


def english_to_russian(role: str, *, names: Entries = ()) -> str:
    """The post in Russian, nominative.

    >>> english_to_russian("Kazakhstan's deputy finance minister"), english_to_russian("Ambassador of Kazakhstan to Belgium")
    ('заместитель министра финансов Казахстана', 'посол Казахстана в\\xa0Бельгии')
    """
    role = re.sub(r"^(?:the|an|a)\s+", "", role.replace("’", "'"), flags=re.IGNORECASE)
    exact = by_english(HEADS).get(role.lower())
    if exact:
        return exact.nominative
    state, rest = leading_state(role)
    whole = _post(rest, state, names)
    if whole:
        return whole
    parts = [_post(part, "", names) for part in re.split(r",\s+|\s+and\s+(?=[a-z])", role)]
    return ", ".join(parts) if len(parts) > 1 and all(parts) else ""


def leading_state(role: str) -> tuple[str, str]:
    """`Iran's president`, `US Secretary of State`, `Kazakh foreign minister` -> code and the rest."""
    words = role.split()
    for length in (3, 2, 1):
        name = " ".join(words[:length])
        bare = fold(name.removesuffix("'s").removesuffix("s'"))
        code = states("en").get(bare) or state_adjectives("en").get(fold(name))
        if code and len(words) > length:
            return code, " ".join(words[length:])
    return "", role


def _post(text: str, state: str, names: Entries) -> str:
    heads = ((kind, nominative, _tail(text[used:], names)) for kind, nominative, used in _heads(text))
    kind, nominative, tail = next((head for head in heads if head[2] is not None), ("", "", None))
    if tail is None:
        return ""
    if state and kind == "staff":
        return f"{adjective_of('ru').get(state, '')} {nominative}{tail}".strip()
    owner = " " + country_name(state, "ru", case="genitive") if state else ""
    # «посол США в Индии», «комиссар ЕС по энергетике», but «министр финансов Казахстана»
    return nominative + (owner + tail if _PREPOSITION.match(tail) else tail + owner)


def _heads(text: str) -> list[tuple[str, str, int]]:
    """Kind and Russian words of the posts that a text begins with, the longest first, and how many letters each took."""
    found = []
    keys = _keys()
    for stop in _word_ends(text):
        head = keys.get(text[:stop].lower())
        if head:
            found.append((*head, stop))
    return found


def _word_ends(text: str) -> list[int]:
    """Where a word ends, the farthest first."""
    return [match.end() for match in re.finditer(r"[\w’'&.-]+", text)][:14][::-1]


@cache
def _keys() -> dict[str, tuple[str, str]]:
    """Every post that the lexicon makes, fields and topics put in, lower case -> kind and Russian words; of two alike the first."""
    found: dict[str, tuple[str, str]] = {}
    for pattern, word in by_english(HEADS).items():
        for mark, inner_en, inner_ru in _insides(pattern):
            key = pattern.replace(mark, inner_en) if mark else pattern
            found.setdefault(key, (word.kind, word.nominative.replace(mark, inner_ru) if mark else word.nominative))
    return found


def _insides(pattern: str) -> list[tuple[str, str, str]]:
    """The fields or topics that a pattern may hold: mark, English, Russian; one empty row for a pattern without."""
    for mark, kind in ((FIELD, "field"), (TOPIC, "topic")):
        if mark in pattern:
            return [(mark, english, word.genitive) for english, word in by_english((kind,)).items()]
    return [("", "", "")]


def _tail(text: str, names: Entries) -> str | None:
    """` of X`, `, X`, ` to X`, ` for X` after the head, in Russian; None where a word belongs to nothing known."""
    if not text.strip():
        return ""
    for pattern, translate in ((_TO, _whither), (_ON, _topic), (_LINK, _whose)):
        match = pattern.match(text)
        if match is None:
            continue
        for stop in _ends(text, match.end()):
            translated = translate(text[match.end() : stop], names)
            rest = _tail(text[stop:], names) if translated else None
            if translated and rest is not None:
                return " " + translated + rest
    return None


def _ends(text: str, start: int) -> list[int]:
    """Where a name may end: the longest first."""
    inner = [match.start() for match in re.finditer(r",?\s+(?:of|to|for|on)\s|,\s", text) if match.start() > start]
    return [len(text), *reversed(inner)]


def _whose(name: str, names: Entries) -> str:
    """A state or body in the genitive."""
    code = states("en").get(fold(name))
    if code:
        return country_name(code, "ru", case="genitive")
    entry = find_entry(name, "en", extra=names)
    if entry and entry.kind != "person":
        return entry.ru_genitive or entry.ru
    return body_words(name)[1]


def body_words(name: str) -> tuple[str, str]:
    """A body by the lexicon, nominative and genitive; empty words where it is not known.

    >>> body_words("Ministry of Finance"), body_words("finance ministry")
    (('министерство финансов', 'министерства финансов'), ('министерство финансов', 'министерства финансов'))
    """
    known = by_english(("body",)).get(name.lower())
    if known:
        return known.nominative, known.genitive
    for pattern, word in by_english(("body",)).items():
        for mark, kind in ((FIELD, "field"), (TOPIC, "topic")):
            before, found, after = pattern.partition(mark)
            inside = name.lower().removeprefix(before).removesuffix(after) if found else ""
            inner = by_english((kind,)).get(inside) if before + inside + after == name.lower() else None
            if inner:
                return word.nominative.replace(mark, inner.genitive), word.genitive.replace(mark, inner.genitive)
    return "", ""


def _whither(name: str, names: Entries) -> str:
    """Where an ambassador is sent: `в` a state, `при` a body."""
    code = states("en").get(fold(name))
    if code == "EU":
        return "при Европейском союзе"
    if code:
        return with_preposition("в", country_name(code, "ru", case="prepositional"))
    entry = find_entry(name, "en", extra=names)
    return f"при {entry.ru_short or entry.ru}" if entry and entry.ru_short else ""


def _topic(name: str, names: Entries) -> str:
    known = by_english(("topic",)).get(name.lower())
    if known:
        return f"по {known.genitive}"
    code = states("en").get(fold(name))
    if code:
        return "по " + country_name(code, "ru", case="dative")
    entry = find_entry(name, "en", extra=names)
    if entry and entry.kind == "place":
        # The dative of «Азия», «область» is their genitive; of other places we hold none.
        return f"по {entry.ru_genitive}" if entry.ru.endswith(("ия", "ь")) else ""
    return _whose(name, names)
