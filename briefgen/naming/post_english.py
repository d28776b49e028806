"""An English post -> the Russian one, word group by word group; empty where a group is unknown."""

from __future__ import annotations

import re
from functools import cache

from briefgen.formatting.text import with_preposition
from briefgen.naming.countries import country_name, in_country
from briefgen.naming.gazetteer import Entries, find_entry, fold
from briefgen.naming.lists import table
from briefgen.naming.post_words import FIELD, HEADS, TOPIC, adjective_of, by_english, state_adjectives, states

_LINK = re.compile(r"^(?:,?\s+(?:of|at|with)(?:\s+the)?|,)\s+", re.IGNORECASE)
_PREPOSITION = re.compile(r" (?:по|в|во|на|при)[ \u00a0]")
_TO = re.compile(r"^\s+to(?:\s+the)?\s+", re.IGNORECASE)
_IN = re.compile(r"^\s+in(?:\s+the)?\s+", re.IGNORECASE)
_FOR = re.compile(r"^\s+for(?:\s+the)?\s+", re.IGNORECASE)
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
    former = re.match(r"(?:former|ex)[ -]", role, re.IGNORECASE)
    if former and (present := english_to_russian(role[former.end() :], names=names)):
        return str(table()["former_post"] % {"post": present})
    state, rest = leading_state(role)
    whole = _post(role, "", names) or _post(rest, state, names) or _behind_its_body(role, names)
    if whole:
        return whole
    parts = [_post(part, "", names) for part in re.split(r",\s+|\s+and\s+(?=[a-z])", role)]
    return ", ".join(parts) if len(parts) > 1 and all(parts) else ""


def _behind_its_body(role: str, names: Entries) -> str:
    """`European Commission President`, `Rosneft's chief executive`: as if the post stood first."""
    words = role.split()
    for at in range(len(words) - 1, 0, -1):
        body = " ".join(words[:at]).removesuffix("'s").removesuffix("'")
        entry = find_entry(body, "en", extra=names)
        if entry and entry.kind not in ("person", "place"):
            post = " ".join(words[at:])
            exact = by_english(HEADS).get(f"{post} of the {body}".lower())
            found = exact.nominative if exact else english_to_russian(f"{post} of {body}", names=names)
            if found:
                return found
    return ""


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
    heads = ((kind, nominative, _elected(nominative, text[used:]) or _tail(text[used:], names)) for kind, nominative, used in _heads(text))
    kind, nominative, tail = next((head for head in heads if head[2] is not None), ("", "", None))
    if tail is None:
        return ""
    if state and kind == "staff":
        return f"{adjective_of('ru').get(state, '')} {nominative}{tail}".strip()
    owner = " " + country_name(state, "ru", case="genitive", short=state == "EU") if state else ""
    if any(word in tail for word in table()["bank_words"]):
        nominative = table()["bank_heads"].get(nominative, nominative)
    # «посол США в Индии», «комиссар ЕС по энергетике», but «министр финансов Казахстана»
    return nominative + (owner + tail if _PREPOSITION.match(tail) else tail + owner)


def _elected(post: str, tail: str) -> str:
    """«сенатор от Кентукки»: who sent a member of parliament."""
    match = _FOR.match(tail) if post in table()["posts"]["electors"] else None
    entry = find_entry(tail[match.end() :], "en", kinds=("place",)) if match else None
    return f" от {entry.ru_genitive or entry.ru}" if entry else ""


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
    for pattern, translate in ((_TO, _whither), (_ON, _topic), (_IN, _where), (_LINK, _whose)):
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
    inner = [match.start() for match in re.finditer(r",?\s+(?:of|to|for|on|in|at)\s|,\s", text) if match.start() > start]
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
        return str(table()["union_envoy"])
    if code:
        return with_preposition("в", country_name(code, "ru", case="prepositional"))
    entry = find_entry(name, "en", extra=names)
    return f"при {entry.ru_short or entry.ru}" if entry and entry.ru_short else ""


def _where(name: str, names: Entries) -> str:
    """«в Казахстане», «в Ташкенте»; what an expert is at home in is a topic."""
    code = states("en").get(fold(name))
    if code and not code.isdigit():
        return in_country(code, "ru")
    entry = find_entry(name, "en", kinds=("place",), extra=names)
    if entry and " " not in entry.ru:
        return with_preposition("в", _prepositional(entry.ru))
    return _topic(name, names) if by_english(("topic",)).get(name.lower()) else ""


def _prepositional(town: str) -> str:
    """
    >>> _prepositional("Ташкент"), _prepositional("Алма-Ата"), _prepositional("Казань"), _prepositional("Баку")
    ('Ташкенте', 'Алма-Ате', 'Казани', 'Баку')
    """
    for ending, other in table()["town_endings"]:
        if re.search(f"{ending}$", town):
            return re.sub(f"{ending}$", other, town)
    return town


def _topic(name: str, names: Entries) -> str:
    known = by_english(("topic",)).get(name.lower())
    if known:
        return f"по {known.genitive}"
    entry = find_entry(name, "en", extra=names)
    if entry and entry.kind == "place":
        return f"по {_dative(entry.ru, entry.ru_genitive)}" if _dative(entry.ru, entry.ru_genitive) else ""
    code = states("en").get(fold(name))
    if code:
        return "по " + country_name(code, "ru", case="dative")
    return _whose(name, names)


def _dative(place: str, genitive: str) -> str:
    """The dative of a region: that of «Азия», «область» is its genitive, «Восток» and «Кавказ» take their endings; else empty."""
    if place.endswith(("ия", "ь")):
        return genitive
    for ending, other in table()["region_datives"]:
        if place.endswith(ending):
            adjective = re.sub(r"(?<=[нжш])ий ", "ему ", place.removesuffix(ending))  # «Дальнему», «Ближнему»
            return re.sub(r"(?:[ыи]й|ое) ", "ому ", adjective) + str(other)
    return ""
