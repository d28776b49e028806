"""Words of a source -> inlines of an edition: as they stand, translated and marked, or in the original and marked."""

from __future__ import annotations

from briefgen.blocks import Foreign, Inline, Inlines, Text
from briefgen.compose.edition import Edition, mark_of, source_of, speaker
from briefgen.formatting.text import quote, sentence_case, typography
from briefgen.language.openings import lower_opening
from briefgen.language.words import normalise
from briefgen.model import Evidence, Merged, Statement, Translation

NO_BREAK = "\u00a0"


def say(edition: Edition, text: str, evidence: Evidence, *, verbatim: bool = False) -> Inlines:
    """A passage of the source for running text; `verbatim` puts a speaker's own words in quotation marks (never a translation).

    A passage is never cut: what is too long for its place gives way to a shorter one.
    """
    source = source_of(edition, evidence.source).language
    text = text.removesuffix(".")  # a citation follows, and the full stop after it
    if source == edition.language:
        return (Text(quote(text, source) if verbatim else typography(_ended(text), source)),)
    translation = translation_of(edition, text, evidence)
    if translation is None:
        return (Foreign(quote(_ended(text), source), source), *_mark(edition, "not translated"))
    return (*_translated(edition, translation, verbatim=verbatim),)


def translation_of(edition: Edition, text: str, evidence: Evidence) -> Translation | None:
    """The translation of a passage, else of the whole sentence around it (a rule that finds other bounds must not lose it)."""
    for words in (text, evidence.sentence):
        found = edition.translations.get((normalise(words), ""))
        if found:
            return found
    return None


def said(edition: Edition, item: Merged[Statement]) -> Inlines:
    """The words of a statement. What somebody denies stands as the whole sentence: the clause alone says the opposite."""
    fact, evidence = item.fact, item.evidence[0]
    words = evidence.sentence if is_denied(fact) else fact.surface
    source = source_of(edition, evidence.source).language
    if fact.mode == "reported" and source == edition.language:  # it stands behind a colon or in a cell
        words = lower_opening(words, source)
    return say(edition, words, evidence, verbatim=fact.mode == "direct")


def is_denied(statement: Statement) -> bool:
    """«Эксперты не ожидают, что …»: the negation stands with the verb of speech, outside the words of the statement."""
    return statement.negated and statement.mode == "reported"


def told(edition: Edition, item: Merged[Statement]) -> Inlines:
    """Who says what: «Ермек Кошербаев пообещал …» where the statement begins with its verb, else the name, a colon and the words."""
    fact = item.fact
    reported = (
        fact.mode == "reported" and bool(fact.cue) and not is_denied(fact) and fact.surface.casefold().startswith(fact.cue.casefold())
    )
    name = sentence_case(speaker(edition, item))
    return (Text(name + (" " if reported else ": ")), *said(edition, item))


def _translated(edition: Edition, translation: Translation, *, verbatim: bool) -> tuple[Inline, ...]:
    """A translation and its mark; the words in which the speaker said it are none: they stand as a quotation, marked as such."""
    words = translation.translated
    if translation.method == "original":
        return (
            Text(quote(words, edition.language) if verbatim else typography(words, edition.language)),
            *_mark(edition, "original wording"),
        )
    mark = "machine translation" if translation.method == "machine" else "translation"
    return (Text(typography(_ended(words), edition.language)), *_mark(edition, mark))


def _ended(words: str) -> str:
    """A passage without the mark that led on from it: «приняли участие все главы государств:» ends here, a citation follows."""
    return words.rstrip(":;, ").removesuffix(".")


def _mark(edition: Edition, words: str) -> tuple[Inline, ...]:
    return (Text(NO_BREAK), mark_of(edition, words))
