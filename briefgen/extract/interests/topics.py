"""Words -> the topics of the extraction contract that they show."""

from __future__ import annotations

import re
from functools import cache

from briefgen.language.lexicon import load
from briefgen.model import TOPICS


def find_topics(text: str, language: str) -> tuple[str, ...]:
    """Topics in the order of the contract; `other` where no word shows one.

    >>> find_topics("экспортные гарантии для инфраструктурных проектов", "ru")
    ('transport', 'finance', 'investment', 'trade')
    """
    lower = text.lower().replace("ё", "е")
    return tuple(topic for topic in TOPICS if topic != "other" and _pattern(language, topic).search(lower)) or ("other",)


@cache
def _pattern(language: str, topic: str) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(load(language, "topics")[topic]) + ")")
