"""Words -> the topics of the extraction contract that they show."""

from __future__ import annotations

import re
from functools import cache

from briefgen.language.lexicon import load
from briefgen.model import TOPICS

_NAME = re.compile(r"(?<=[^\W\d_] )(?:«(?=[^\W\d_a-zа-яё])[^«»]{1,80}»|“(?=[^\W\d_a-zа-яё])[^“”]{1,80}”)")
_NAME_WORDS = range(2, 8)  # «Росатом» says what it does; a quotation longer than a name is somebody's words


def find_topics(text: str, language: str) -> tuple[str, ...]:
    """Topics in the order of the contract; `other` where no word shows one.

    The place where something was said shows no topic; a project's quoted name and a speaker's ministry do where nothing else shows one.

    >>> find_topics("экспортные гарантии для инфраструктурных проектов", "ru")
    ('finance', 'investment')
    >>> find_topics("по итогам саммита министр энергетики подписал соглашение о строительстве аэропорта", "ru")
    ('transport',)
    """
    said = _set_aside(language, "venues").sub(" ", _NAME.sub(_shortened, text).lower().replace("ё", "е"))
    whole = _set_aside(language, "venues").sub(" ", text.lower().replace("ё", "е"))
    bare = _set_aside(language, "posts").sub(" ", said)
    return _shown(bare, language) or _faintly_shown(bare, language) or _shown(whole, language) or ("other",)


def _shortened(name: re.Match[str]) -> str:
    return " " if len(name.group().split()) in _NAME_WORDS else name.group()


def _shown(text: str, language: str) -> tuple[str, ...]:
    return tuple(topic for topic in TOPICS if topic != "other" and _pattern(language, topic).search(text))


def _faintly_shown(text: str, language: str) -> tuple[str, ...]:
    """The first of the words that count where no better ones stand: «проект, на который планируется выделить …»."""
    return next(((topic,) for topic, pattern in _faint(language) if pattern.search(text)), ())


@cache
def _pattern(language: str, topic: str) -> re.Pattern[str]:
    return _compile(load(language, "topics")[topic])


@cache
def _faint(language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((entry["topic"], _compile(entry["words"])) for entry in load(language, "topics")["faint"])


@cache
def _set_aside(language: str, name: str) -> re.Pattern[str]:
    return _compile(load(language, "topics")["set_aside"][name])


def _compile(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(patterns) + ")")
