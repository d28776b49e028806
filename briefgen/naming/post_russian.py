"""A Russian post -> the English one, word group by word group; empty where a group is unknown."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefgen.naming.countries import country_name
from briefgen.naming.gazetteer import Entry, find_entry, fold, stem, takes_article
from briefgen.naming.lists import table
from briefgen.naming.post_words import FIELD, HEADS, TOPIC, Word, by_stems, longest, state_adjectives, states
from briefgen.naming.transliteration import has_cyrillic

_GROUP = 10  # words that a body's name may have


@dataclass(frozen=True, slots=True)
class _Group:
    """A piece of a post after its head. `kind`: state, body, topic, place (after «в»), to (after «при»)."""

    kind: str
    text: str


def russian_to_english(role: str) -> str:
    """The post in English; several posts are joined as the Russian joins them.

    >>> russian_to_english("старший научный сотрудник университета Карлтона"), russian_to_english("политолог, специалист по Казахстану")
    ('Senior Research Fellow, Carleton University', 'political scientist, specialist on Kazakhstan')
    """
    parts = [_joined(part) for part in _parts(role)]
    return ", ".join(parts) if all(parts) else ""


def _parts(role: str) -> list[str]:
    """The posts between commas; a comma inside a field («инвестиций, промышленности и торговли») joins its halves again."""
    whole = _one(role)
    return [role] if whole else [part.strip() for part in re.split(r",\s+", role)]


def _joined(part: str) -> str:
    """A post, or two joined by «и»."""
    single = _one(part)
    if single:
        return single
    for match in re.finditer(r"\s+и\s+", part):
        first, second = _one(part[: match.start()]), _second(part[match.end() :])
        if first and second:
            return f"{first} and {second}"
    return ""


def _second(part: str) -> str:
    """A post after «и», which may start with «её», «его»."""
    first_word, _, rest = part.partition(" ")
    words = table()["posts"]
    if fold(first_word) not in words["possessives"]:
        return _one(part)
    translated = _one(rest)
    return f"{words['possessives_en'][words['possessives'].index(fold(first_word))]} {translated}" if translated else ""


def _one(part: str) -> str:
    """A single post: as it stands, else with the adjectives of states taken out and put at the end."""
    part = re.sub(r"\s*\([А-ЯЁA-Z-]+\)", "", part)
    words = part.split()
    straight = _parse(words, "")
    if straight:
        return straight
    adjectives = [at for at, word in enumerate(words) if stem(fold(word)) in state_adjectives("ru") and has_cyrillic(word)]
    if len(adjectives) != 1:
        return ""
    code = state_adjectives("ru")[stem(fold(words[adjectives[0]]))]
    return _parse([word for at, word in enumerate(words) if at != adjectives[0]], code)


def _parse(words: list[str], state: str) -> str:
    head = _head(words)
    if head is None:
        return ""
    word, text, used = head
    groups = _groups(words[used:])
    if groups is None:
        return ""
    return _assemble(word, text, [*groups, *([_Group("state", state)] if state else [])])


def _head(words: list[str]) -> tuple[Word, str, int] | None:
    """The lexicon's row, its English text with the field put in, and how many words they took."""
    keys = [stem(fold(word)) for word in words]
    rows = by_stems(HEADS)
    plain = longest(keys, rows)
    fielded = longest(keys, rows, (FIELD,))
    if fielded and (plain is None or fielded[1] >= plain[1]):
        field = longest(keys[fielded[1] :], by_stems(("field",)))
        if field:
            return fielded[0], fielded[0].en.replace(FIELD, field[0].en), fielded[1] + field[1]
    return (plain[0], plain[0].en, plain[1]) if plain else None


def _groups(words: list[str]) -> list[_Group] | None:
    """What follows the head; None where a word belongs to nothing known."""
    groups: list[_Group] = []
    while words:
        found = _group(words)
        if found is None:
            return None
        group, used = found
        groups.append(group)
        words = words[used:]
    return groups


def _group(words: list[str]) -> tuple[_Group, int] | None:
    first = fold(words[0])
    if first == "по":
        return _after(words, "topic")
    if first in ("в", "во", "на"):
        return _after(words, "place")
    if first == "при":
        return _after(words, "to")
    return _state(words) or _body(words)


def _after(words: list[str], kind: str) -> tuple[_Group, int] | None:
    """What a preposition governs: a topic, a state or a name."""
    rest = words[1:]
    if kind == "topic":
        topic = longest([stem(fold(word)) for word in rest], by_stems(("topic",)))
        if topic:
            return _Group(kind, topic[0].en), topic[1] + 1
    state = _state(rest)
    if state:
        return _Group(kind, country_name(state[0].text, "en", article=True)), state[1] + 1
    body = _body(rest)
    return (_Group(kind, _with_article(body[0].text)), body[1] + 1) if body else None


def _state(words: list[str]) -> tuple[_Group, int] | None:
    for length in range(min(len(words), 4), 0, -1):
        code = states("ru").get(fold(" ".join(words[:length])))
        if code:
            return _Group("state", code), length
    return None


def _body(words: list[str]) -> tuple[_Group, int] | None:
    """A body by gazetteer, by the lexicon («министерства финансов»), or a name in Latin letters as it stands."""
    for length in range(min(len(words), _GROUP), 0, -1):
        entry = find_entry(" ".join(words[:length]), "ru")
        if entry and entry.kind != "person":
            return _Group("body", _name(entry)), length
    keys = [stem(fold(word)) for word in words]
    rows = by_stems(("body",))
    for mark, kind in ((FIELD, "field"), (TOPIC, "topic")):
        opened = longest(keys, rows, (mark,))
        inner = longest(keys[opened[1] :], by_stems((kind,))) if opened else None
        if opened and inner:
            return _Group("body", opened[0].en.replace(mark, inner[0].en)), opened[1] + inner[1]
    known = longest(keys, rows)
    if known:
        return _Group("body", known[0].en), known[1]
    latin = re.match(r"(?:[^А-Яа-яЁё\s]*[A-Za-z][^А-Яа-яЁё\s]*(?:\s|$))+", " ".join(words) + " ")
    return (_Group("body", latin[0].strip(" «»\"")), len(latin[0].split())) if latin else None


def _name(entry: Entry) -> str:
    return entry.en


def _assemble(head: Word, text: str, groups: list[_Group]) -> str:
    words = table()["posts"]
    groups, prefix = _prefix(head, text, groups)
    for at, group in enumerate(groups):
        if group.kind == "state":
            text += " of " + country_name(group.text, "en", article=True)
        elif group.kind == "body":
            apart = head.kind == "staff" and not any(earlier.kind == "body" for earlier in groups[:at])
            text += f", {group.text}" if apart and group.text[0].isupper() else " of " + _with_article(group.text)
        elif group.kind == "topic":
            on = text.split(",")[0].split()[-1] in words["on"] or head.en.split()[0] in words["on"] or head.en.split()[-1] in words["on"]
            text += (" on " if on else " for ") + group.text
        elif group.kind == "to" or head.kind == "ambassador":
            text += " to " + group.text
        else:
            text += " in " + group.text
    return f"{prefix} {text}" if prefix else text


def _prefix(head: Word, text: str, groups: list[_Group]) -> tuple[list[_Group], str]:
    """`US`, `UK` or `EU` before the post where English puts it there, and the groups without it."""
    words = table()["posts"]
    first = next((group for group in groups if group.kind in ("state", "body")), None)
    if first is None or first.kind != "state" or first.text not in words["prefixed"] or text in words["unprefixed"] or head.kind == "staff":
        return groups, ""
    if any(group.kind == "body" for group in groups):
        return groups, ""
    return [group for group in groups if group is not first], country_name(first.text, "en", short=True)


def _with_article(name: str) -> str:
    return f"the {name}" if takes_article(name) or name[:1].islower() or name == "Republic" else name
