"""A post in one language -> the post in the other, by pattern: head («заместитель министра»), field («финансов»), body, country.

Words come from data/posts.tsv; a post with a word that no table knows is left as it stands (method none) and goes to the translation list.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefgen.naming.gazetteer import Entries, find_entry
from briefgen.naming.lists import table
from briefgen.naming.persons import Name
from briefgen.naming.post_english import english_to_russian
from briefgen.naming.post_russian import russian_to_english

_LONGEST = 250  # letters: longer ones are no posts, and patterns tried on them take time


@lru_cache(maxsize=4096)
def post_name(role: str, source_language: str, target_language: str, *, names: Entries = ()) -> Name:
    """The post in the target language; method same, gazetteer (a house's own `names`, whole posts too), pattern or none (the original).

    >>> post_name("заместитель министра финансов Казахстана", "ru", "en").text
    'Deputy Minister of Finance of Kazakhstan'
    >>> post_name("US Secretary of State", "en", "ru").text
    'государственный секретарь США'
    >>> post_name("глава компании «Газпром»", "ru", "en").text
    'Head of Gazprom'
    """
    if source_language == target_language or not role.strip():
        return Name(role, "same")
    if len(role) > _LONGEST:
        return Name(role, "none")
    own = find_entry(role, source_language, kinds=("post",), extra=names) if names else None
    if own:
        return Name(str(getattr(own, target_language)), "gazetteer")
    translate = russian_to_english if source_language == "ru" else english_to_russian
    translated = translate(_without_company(role.strip()) if source_language == "ru" else role.strip(), names=names)
    return Name(translated, "pattern") if translated else Name(role, "none")


def _without_company(role: str) -> str:
    """«глава компании „Газпром“» -> «глава „Газпром“»: English names no kind before a company's name."""
    kinds = "|".join(table()["posts"]["companies"])
    return re.sub(rf"\b(?:{kinds})\s+(?=[«„A-Z])", "", role)
