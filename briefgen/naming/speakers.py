"""Whoever speaks -> the name in the other language: people, bodies, media, and those whom an article names by what they do."""

from __future__ import annotations

import re

from briefgen.naming.bodies import body_name, group_name
from briefgen.naming.gazetteer import Entries, find_name
from briefgen.naming.lists import table
from briefgen.naming.persons import Name, person_name
from briefgen.naming.posts import post_name
from briefgen.naming.transliteration import has_cyrillic


def speaker_name(name: str, kind: str, source_language: str, target_language: str, *, extra: Entries = ()) -> Name:
    """The name: bodies, media and countries by the gazetteer, then by pattern; people as `person_name` has it.

    What begins with a small letter is no name: «эксперты», "officials"; method none where its words are not known.

    >>> speaker_name("Лондон", "organisation", "ru", "en"), speaker_name("Минфин", "organisation", "ru", "en")
    (Name(text='London', method='gazetteer'), Name(text='Ministry of Finance', method='pattern'))
    >>> speaker_name("эксперты", "expert", "ru", "en").text
    'experts'
    """
    if source_language == target_language or not name:
        return Name(name, "same")
    if kind in ("organisation", "media"):
        known = find_name(name, source_language, target_language, extra=extra)
        if known:
            return Name(known, "gazetteer")
    found = group_name(name, source_language, target_language) or (
        body_name(name, source_language, target_language, names=extra) if kind in ("organisation", "official", "media") else ""
    )
    if found:
        return Name(found, "pattern")
    post = post_name(name, source_language, target_language, names=extra)  # "the Turkish energy minister said"
    if post.method != "none":
        return post
    person = Name(name, "none") if name[:1].islower() else person_name(name, source_language, target_language, extra=extra)
    if not name[:1].islower() and not (target_language == "en" and has_cyrillic(person.text)):
        return person
    return Name(_known_beginning(name, kind, source_language, target_language, extra) or _unnamed(kind, target_language), "none")


def _known_beginning(name: str, kind: str, source_language: str, target_language: str, extra: Entries) -> str:
    """The longest beginning of a name that can be translated: «Министерство рыболовства страны» is the Ministry of Fisheries."""
    words = name.split()
    for stop in range(len(words) - 1, 0, -1):
        beginning = " ".join(words[:stop])
        found = group_name(beginning, source_language, target_language)
        if not found and kind in ("organisation", "official", "media") and stop > 1:
            found = body_name(beginning, source_language, target_language, names=extra)
        if not found and kind != "organisation":
            post = post_name(beginning, source_language, target_language, names=extra)
            found = post.text if post.method != "none" else ""
        if found and not _is_of_the_other(found, target_language):
            return found
    return ""


def _is_of_the_other(text: str, target_language: str) -> bool:
    """Whether words are still in the letters of the other language: English of ours has no Cyrillic, Russian no Latin word."""
    return has_cyrillic(text) if target_language == "en" else bool(re.search("[a-z]{3,}", text) and not has_cyrillic(text))


def _unnamed(kind: str, language: str) -> str:
    """Who it is by kind alone, where no word of the name is known; the name itself stands in the list of what awaits translation."""
    return str(table()["unnamed"][language].get(kind, table()["unnamed"][language]["person"]))
