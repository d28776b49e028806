"""A document -> its dates; the tense of the verb that governs a date without a year tells past from future."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from briefgen.extract.dates.calendar import FUTURE, PAST
from briefgen.extract.dates.find import dates_of
from briefgen.language.document import Document, Sentence
from briefgen.model import DateMention

_LONGEST_CLIMB = 12  # steps up the tree from a date to its verb


def extract_dates(document: Document, published: date | None) -> tuple[DateMention, ...]:
    """The dates of an article. In an article with no date of its own a day or month without a year is given as `--02-26`, inferred:

    true to the text, and no year is made up. What counts from the day of the article («вчера») then has no value and is left out.
    """
    starts = [sentence.start for sentence in document.sentences]

    def tense(offset: int, relation: str) -> str:
        index = bisect_right(starts, offset) - 1
        return _tense(document.sentences[index], offset, relation) if index >= 0 and document.language == "ru" else ""

    return dates_of(document.text, document.language, document.sentences, reference=published, tense=tense, keep_open=published is None)


def _tense(sentence: Sentence, offset: int, relation: str) -> str:
    """Past or future as the governing verb has it, "" where it doesn't tell.

    «продлил до 31 декабря» ends in the future, though the verb is past; «действовал до 31 декабря» does not. An infinitive between the date
    and a past verb leaves it open («договорились завершить к 1 июня»).
    """
    at = next((index for index, token in enumerate(sentence.tokens) if token.start <= offset < token.stop), -1)
    has_infinitive = False
    for _ in range(_LONGEST_CLIMB):
        if at < 0:
            return ""
        token = sentence.tokens[at]
        form, when = token.features.get("VerbForm", ""), token.features.get("Tense", "")
        if token.pos in ("VERB", "AUX") and form == "Fin" and when:
            if when == "Fut":
                return FUTURE
            is_limit = relation == "until" and token.features.get("Aspect") == "Perf"
            return PAST if when == "Past" and not has_infinitive and not is_limit else ""
        has_infinitive = has_infinitive or form == "Inf"
        at = token.head
    return ""
