"""A Russian post -> the English one, word group by word group; empty where a group is unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.naming.countries import country_name
from briefgen.naming.gazetteer import Entries, find_entry, fold, takes_article
from briefgen.naming.lists import table
from briefgen.naming.post_words import FIELD, HEADS, TOPIC, Word, adjective_of, by_stems, longest, matching, state_adjectives, states, stem
from briefgen.naming.transliteration import has_cyrillic

_REGIONAL = {"topic": "region"}  # «специалист по Казахстану»: a name keeps its capital
_GROUP = 10  # words that a body's name may have


@dataclass(frozen=True, slots=True)
class _Group:
    """A piece of a post after its head. `kind`: state, adjective (of a state), body, topic, region, from, place («в»), to («при»)."""

    kind: str
    text: str


def russian_to_english(role: str, *, names: Entries = ()) -> str:
    """The post in English; several posts are joined as the Russian joins them.

    >>> russian_to_english("старший научный сотрудник университета Карлтона"), russian_to_english("политолог, специалист по Казахстану")
    ('Senior Research Fellow, Carleton University', 'political scientist, specialist on Kazakhstan')
    """
    parts = [_joined(part, names) for part in _parts(role, names)]
    return ", ".join(parts) if all(parts) else ""


def _parts(role: str, names: Entries) -> list[str]:
    """The posts between commas; a comma inside a field («инвестиций, промышленности и торговли») joins its halves again."""
    whole = _one(role, names)
    return [role] if whole else [part.strip() for part in re.split(r",\s+", role)]


def _joined(part: str, names: Entries) -> str:
    """A post, or two joined by «и»."""
    single = _one(part, names)
    if single:
        return single
    for match in re.finditer(r"\s+(?:и|—)\s+", part):
        first, second = _one(part[: match.start()], names), _second(part[match.end() :], names)
        if first and second:
            return f"{first} and {second}"
    return ""


def _second(part: str, names: Entries) -> str:
    """A post after «и», which may start with «её», «его»."""
    first_word, _, rest = part.partition(" ")
    words = table()["posts"]
    if fold(first_word) not in words["possessives"]:
        return _one(part, names)
    translated = _one(rest, names)
    return f"{words['possessives_en'][words['possessives'].index(fold(first_word))]} {translated}" if translated else ""


def _one(part: str, names: Entries) -> str:
    """A single post: as it stands, else with the adjectives of states taken out and put at the end; a former one after its word."""
    part = re.sub(r"\s*\([А-ЯЁA-Z-]+\)", "", part)
    former = re.match(r"(?:бывш\w+ |экс-)(?=\w)", part, re.IGNORECASE)
    if former:
        present = _one(part[former.end() :], names)
        return f"former {present}" if present else ""
    words = part.split()
    straight = _parse(words, "", names)
    if straight:
        return straight
    adjectives = [at for at, word in enumerate(words) if stem(fold(word)) in state_adjectives("ru") and has_cyrillic(word)]
    if len(adjectives) != 1:
        return ""
    code = state_adjectives("ru")[stem(fold(words[adjectives[0]]))]
    return _parse([word for at, word in enumerate(words) if at != adjectives[0]], code, names)


def _parse(words: list[str], state: str, names: Entries) -> str:
    for word, text, used in _heads(words):  # «директор центра изучения рынков»: the longest head may leave words that belong to nothing
        groups = _groups(words[used:], names)
        if groups is not None:
            return _assemble(word, text, [*groups, *([_Group("adjective", state)] if state else [])])
    return ""


def _heads(words: list[str]) -> list[tuple[Word, str, int]]:
    """Rows of the lexicon that stand first, the longest before the others: English text with field or topic put in, words taken."""
    keys = [stem(fold(word)) for word in words]
    rows = by_stems(HEADS)
    found = [(word, word.en, used) for word, used in matching(keys, rows)]
    for mark, kind in ((FIELD, "field"), (TOPIC, "topic")):
        for word, used in matching(keys, rows, (mark,)):
            inner = longest(keys[used:], by_stems((kind,)))
            if inner:
                found.append((word, word.en.replace(mark, inner[0].en), used + inner[1]))
    return sorted(found, key=lambda head: -head[2])


def _groups(words: list[str], names: Entries) -> list[_Group] | None:
    """What follows the head; None where a word belongs to nothing known."""
    groups: list[_Group] = []
    while words:
        found = _group(words, names)
        if found is None:
            return None
        group, used = found
        groups.append(group)
        words = words[used:]
    return groups


def _group(words: list[str], names: Entries) -> tuple[_Group, int] | None:
    first = fold(words[0])
    if first == "по":
        return _after(words, "topic", names)
    if first in ("в", "во", "на"):
        return _after(words, "place", names)
    if first == "при":
        return _after(words, "to", names)
    if first in ("от", "из"):
        return _after(words, "from" if first == "от" else "out of", names)
    return _state(words) or body_at(words, names)


def _after(words: list[str], kind: str, names: Entries) -> tuple[_Group, int] | None:
    """What a preposition governs: a topic, a state or a name."""
    rest = words[1:]
    if kind == "topic":
        keys = [stem(fold(word)) for word in rest]
        topic = longest(keys, by_stems(("topic",)))
        if topic:
            return _Group(kind, topic[0].en), topic[1] + 1
        if fold(" ".join(rest[:1])) in table()["posts"]["questions"]:
            field = longest(keys[1:], by_stems(("field",)))
            if field:
                return _Group(kind, field[0].en), field[1] + 2
            rest = rest[1:]
    place = _place(rest)
    if place:
        return _Group(_REGIONAL.get(kind, kind), place[0]), len(words) - len(rest) + place[1]
    state = _state(rest)
    if state:
        return _Group(_REGIONAL.get(kind, kind), country_name(state[0].text, "en", article=True)), len(words) - len(rest) + state[1]
    body = body_at(rest, names)
    return (_Group(_REGIONAL.get(kind, kind), _with_article(body[0].text)), len(words) - len(rest) + body[1]) if body else None


def _place(words: list[str]) -> tuple[str, int] | None:
    """A region of the gazetteer: «Ближний Восток» is the Middle East, whatever area the actors' codes have for it."""
    for length in range(min(len(words), 4), 0, -1):
        entry = find_entry(" ".join(words[:length]), "ru", kinds=("place",))
        if entry:
            return _with_article(entry.en), length
    return None


def _state(words: list[str]) -> tuple[_Group, int] | None:
    for length in range(min(len(words), 4), 0, -1):
        code = states("ru").get(fold(" ".join(words[:length])))
        if code:
            return _Group("state", code), length
    return None


def body_at(words: list[str], names: Entries) -> tuple[_Group, int] | None:
    """The body that some words begin with: by gazetteer, by the lexicon («министерства финансов»), or in Latin letters as it stands."""
    for length in range(min(len(words), _GROUP), 0, -1):
        entry = find_entry(" ".join(words[:length]), "ru", extra=names)
        if entry and entry.kind != "person":
            return _Group("body", entry.en), length
    keys = [stem(fold(word)) for word in words]
    rows = by_stems(("body", "short"))
    for mark, kind in ((FIELD, "field"), (TOPIC, "topic")):
        opened = longest(keys, rows, (mark,))
        inner = longest(keys[opened[1] :], by_stems((kind,))) if opened else None
        if opened and inner:
            return _Group("body", opened[0].en.replace(mark, inner[0].en)), opened[1] + inner[1]
    known = longest(keys, rows)
    if known:
        return _Group("body", known[0].en), known[1]
    latin = re.match(r"(?:[^А-Яа-яЁё\s]*[A-Za-z][^А-Яа-яЁё\s]*(?:\s|$))+", " ".join(words) + " ")
    return (_Group("body", latin[0].strip(' «»"')), len(latin[0].split())) if latin else None


def _assemble(head: Word, text: str, groups: list[_Group]) -> str:
    groups, prefix = _prefix(head, text, groups)
    bodies = 0
    for group in groups:
        text += _linked(group, head, text, is_first_body=not bodies)
        bodies += group.kind == "body"
    if prefix == "US":
        text = _as_secretary(text)
    return f"{prefix} {text}" if prefix else text


def _as_secretary(text: str) -> str:
    """Ministers of the United States are secretaries: `Minister of Energy` is `Secretary of Energy`."""
    match = re.match(r"((?:former |Acting |First )?(?:Deputy )?)Minister of (.+)$", text)
    if match is None:
        return text
    field = table()["posts"]["us_secretaries"].get(match[2], match[2])
    return f"{match[1]}Secretary of {field}"


def _linked(group: _Group, head: Word, text: str, *, is_first_body: bool) -> str:
    """A group with the word that ties it to what stands before it."""
    if group.kind in ("state", "adjective"):
        return " of " + country_name(group.text, "en", article=True)
    if group.kind == "body":
        apart = head.kind == "staff" and is_first_body and group.text[0].isupper()
        return f", {group.text}" if apart else " of " + _with_article(group.text)
    if group.kind in ("topic", "region"):
        words = {word.lower() for word in (*head.en.split(), *text.split(",")[0].split()[-1:])}
        topic = group.text.lower() if head.kind == "staff" and group.kind == "topic" else group.text
        return (" for " if words.isdisjoint(table()["posts"]["on"]) else " on ") + topic
    if group.kind in ("from", "out of"):
        return (" for " if group.kind == "from" else " from ") + group.text
    is_sent = head.kind == "ambassador" and "Consul" not in head.en  # an ambassador to a state, a consul in a town
    return (" to " if group.kind == "to" or is_sent else " in ") + group.text


def _prefix(head: Word, text: str, groups: list[_Group]) -> tuple[list[_Group], str]:
    """`US`, `UK`, `EU` or, before a profession, `Kazakh` where English puts them first, and the groups without it."""
    first = next((group for group in groups if group.kind in ("state", "adjective", "body")), None)
    words = table()["posts"]
    if first is None or first.kind == "body" or any(group.kind == "body" for group in groups):
        return groups, ""
    others = [group for group in groups if group is not first]
    if head.kind == "staff":
        return (others, adjective_of("en")[first.text]) if first.kind == "adjective" else (groups, "")
    if first.text not in words["prefixed"] or text in words["unprefixed"] or " of the President" in text:
        return groups, ""
    return others, country_name(first.text, "en", short=True)


def _with_article(name: str) -> str:
    return f"the {name}" if takes_article(name) or name[:1].islower() or name == "Republic" else name
