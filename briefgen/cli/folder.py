"""A brief -> the name of its folder, `<date>-<slug>`: ASCII letters, digits and hyphens."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

MAXIMUM = 40  # characters of a slug
FALLBACK = "brief"
_DATE = re.compile(r"(?:19|20)\d\d(?P<mark>[-_. ]?)(?:0[1-9]|1[0-2])(?P=mark)(?:0[1-9]|[12]\d|3[01])(?!\d)[-_. ]*")
# Words that tell nothing in a title cut to forty characters.
_EMPTY = frozenset({"of", "the", "in", "and", "to", "a", "an", "field", "for", "on"})


def folder_name(day: date, slug: str) -> str:
    """The folder of a brief.

    >>> folder_name(date(2026, 2, 27), "kazakhstan")
    '2026-02-27-kazakhstan'
    """
    return f"{day.isoformat()}-{slug}"


def slug_of_file(name: str) -> str:
    """From a source's file name, without its ending and a date at its start, which the folder's name has already.

    >>> slug_of_file("2026-02-27-kazakhstan-rare-earths.txt")
    'kazakhstan-rare-earths'
    >>> slug_of_file("Щит и меч (1).docx"), slug_of_file("2026-02-27.txt"), slug_of_file("日本.txt")
    ('shchit-i-mech-1', 'brief', 'brief')
    """
    stem = re.sub(r"\.[A-Za-z]{2,5}$", "", name)
    return slug_of(_DATE.sub("", stem, count=1) if _DATE.match(stem) else stem)


def slug_of_title(title: str) -> str:
    """From an English title, its telling words.

    >>> slug_of_title("Interests of the United Kingdom and the United States in the field of trade")
    'interests-united-kingdom-united-states'
    """
    return slug_of(" ".join(word for word in title.split() if word.lower() not in _EMPTY))


def slug_of(text: str) -> str:
    """ASCII, lower case, cut between words where it is longer than forty characters.

    >>> slug_of("Élysée & C°"), slug_of("a" * 50) == "a" * 40
    ('elysee-c', True)
    """
    words = re.findall(r"[a-z0-9]+", _latin(text).lower())
    slug = "-".join(words)
    if len(slug) > MAXIMUM:
        slug = slug[: MAXIMUM + 1].rpartition("-")[0] or slug[:MAXIMUM]
    return slug or FALLBACK


def _latin(text: str) -> str:
    """Cyrillic transliterated, accents taken off, the rest as it is."""
    if not text.isascii():
        from briefgen.naming.transliteration import transliterate

        text = transliterate(text)
    return "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
