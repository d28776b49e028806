"""Whoever speaks -> the name in the other language: people, bodies, media, and those whom an article names by what they do."""

from __future__ import annotations

from briefgen.naming.bodies import body_name, group_name
from briefgen.naming.gazetteer import Entries, find_name
from briefgen.naming.persons import Name, person_name
from briefgen.naming.posts import post_name


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
    if post.method != "none" or name[:1].islower():
        return post
    return person_name(name, source_language, target_language, extra=extra)
