"""Words of a source -> inlines of an edition: as they stand, translated and marked, or in the original and marked."""

from __future__ import annotations

import re

from briefgen.blocks import Foreign, Inline, Inlines, Mark, Text
from briefgen.compose.edition import Edition, source_of, speaker
from briefgen.formatting.text import quote, typography
from briefgen.language.words import normalise
from briefgen.model import Evidence, Merged, Statement, Translation

NO_BREAK = "\u00a0"
_CLAUSE_END = re.compile(r"(?<!\d)[,;:](?=\s)|\s[—–](?=\s)")
_TAIL = 15  # characters: a rest as short as this is not worth an ellipsis


def say(edition: Edition, text: str, evidence: Evidence, *, verbatim: bool = False, limit: int = 0) -> Inlines:
    """A passage of the source for running text; `verbatim` puts a speaker's own words in quotation marks (never a translation).

    A passage longer than `limit` characters (0: any) is cut at the end of a clause, with an ellipsis.
    """
    source = source_of(edition, evidence.source).language
    if source == edition.language:
        words = short(text, limit)
        return (Text(quote(words, source) if verbatim else typography(words, source)),)
    translation = translation_of(edition, text, evidence)
    if translation is None:
        return (Foreign(quote(short(text, limit), source), source), *_mark(edition, "not translated"))
    return (*_translated(edition, translation, limit, verbatim=verbatim),)


def translation_of(edition: Edition, text: str, evidence: Evidence) -> Translation | None:
    """The translation of a passage, else of the whole sentence around it (a rule that finds other bounds must not lose it)."""
    for words in (text, evidence.sentence):
        found = edition.translations.get((normalise(words), ""))
        if found:
            return found
    return None


def told(edition: Edition, item: Merged[Statement], *, limit: int = 0) -> Inlines:
    """Who says what: «Ермек Кошербаев пообещал …» where the statement begins with its verb, else the name, a colon and the words."""
    fact = item.fact
    reported = fact.mode == "reported" and bool(fact.cue) and fact.surface.casefold().startswith(fact.cue.casefold())
    name = speaker(edition, item)
    words = say(edition, fact.surface, item.evidence[0], verbatim=fact.mode == "direct", limit=limit)
    return (Text(name + (" " if reported else ": ")), *words)


def short(text: str, limit: int) -> str:
    """A passage longer than `limit` characters cut at a clause's end, with an ellipsis: the last end that fits, else the first after it.

    Never cut inside a number, a quotation or brackets; a passage of one clause stays whole.
    """
    if not limit or len(text) <= limit:
        return text
    ends = [match.start() for match in _CLAUSE_END.finditer(text) if _whole(text[: match.start()])]
    fitting = [end for end in ends if limit * 0.7 <= end <= limit]
    later = [end for end in ends if limit < end < len(text) - _TAIL]
    if not fitting and not later:
        return text
    return text[: fitting[-1] if fitting else later[0]].rstrip() + "…"


def _whole(text: str) -> bool:
    return all(text.count(one) == text.count(other) for one, other in ("«»", "“”", "()")) and text.count('"') % 2 == 0


def _translated(edition: Edition, translation: Translation, limit: int, *, verbatim: bool) -> tuple[Inline, ...]:
    """A translation and its mark; words that the speaker said in this language are no translation and stand as a quotation."""
    words = short(translation.translated, limit)
    if translation.method == "original":
        return (Text(quote(words, edition.language) if verbatim else typography(words, edition.language)),)
    mark = "machine translation" if translation.method == "machine" else "translation"
    return (Text(typography(words, edition.language)), *_mark(edition, mark))


def _mark(edition: Edition, words: str) -> tuple[Inline, ...]:
    return (Text(NO_BREAK), Mark("[" + edition.words.text(words) + "]"))
