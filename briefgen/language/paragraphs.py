"""A text -> its paragraphs, numbered as citations print them, each with its role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from itertools import pairwise

from briefgen.language.lexicon import load
from briefgen.language.persons import is_role
from briefgen.model import Paragraph

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_DATELINE = re.compile(r"\ufeff?[ \t]*(?:date[ \t:]+)(\d{4})-(\d{2})-(\d{2})\b[ \t]*")
_BULLET = re.compile(r"\s*(?:[•●▪◦*–—-]|\d{1,2}[.)]|[a-zа-я]\))\s+\S")
_DIALOGUE = re.compile(r"[—–-]\s[^\n]*[,.!?…]\s[—–-]\s")
_SENTENCE_END = re.compile(r"[.!?…;:,]['\"»”’)\]*_]*$")
_QUESTION = re.compile(r"^[^.!?]{5,150}\?\s+\S")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FIGURE = re.compile(
    r"\d[\d.,\s]*(?:%|млн|млрд|трлн|миллион|миллиард|триллион|процент|тонн|million|billion|trillion|per ?cent|tonn|bn\b)|[$€£₽₸]"
)
_NAME_AND_TAIL = re.compile(
    r"(?<=\s)[A-ZА-ЯЁ][\w’'-]+(?:\s+(?:[A-ZА-ЯЁ]\.|[A-ZА-ЯЁ][\w’'-]+|фон|де|ван|бин|аль|von|van|de|der|bin|al)){1,4},?\s+(?=([a-zа-яё].{2,160})$)"
)
_HEADING_WORDS = 12
_HEADING_LETTERS = 100
_TITLE_LETTERS = 250
_CAPTION_LETTERS = 400
_PULL_QUOTE_WORDS = 8
_BOILERPLATE_LETTERS = 600
_STAMP_LETTERS = 60
_BYLINE_LETTERS = 120
_CAPTION_LINE = 250  # the words of a picture before its maker's name
_GLUED_LETTERS = 200  # a longer rest holds the article's own words again
_STAMP_PLACES = 3  # paragraphs behind the title in which a lone day is the page's
_CLOCK = re.compile(r"\d[:.]\d\d\b(?!\.)")


@dataclass(frozen=True, slots=True)
class Dateline:
    """The date that an archive puts before the title in a file's first line, and where the title starts."""

    published: date
    stop: int


def read_dateline(text: str) -> Dateline | None:
    """
    >>> read_dateline(" date 2026-02-27 Страны Запада").published
    datetime.date(2026, 2, 27)
    """
    match = _DATELINE.match(text)
    if not match:
        return None
    try:
        published = date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None
    return Dateline(published, match.end())


def split_paragraphs(text: str, language: str) -> tuple[Paragraph, ...]:
    """Non-blank paragraphs, numbered from 1 with the title; the spans leave out white space at both ends and the dateline.

    >>> [(part.number, part.role) for part in split_paragraphs("A title\\n\\nThe first paragraph says so.", "en")]
    [(1, 'title'), (2, 'text')]
    """
    spans = [part for span in _paragraph_spans(text, language) for part in _unglued(text, *span, language)]
    paragraphs: list[Paragraph] = []
    for index, (start, stop) in enumerate(spans):
        is_stamp = _is_stamp(text[start:stop], language, near_title=index <= _STAMP_PLACES)
        if index + 1 < len(spans) and not is_stamp and index == _leading(paragraphs) and _is_title(text, start, stop):
            role = "title"
        else:
            following = text[slice(*spans[index + 1])] if index + 1 < len(spans) else ""
            role = "background" if is_stamp else _role(text[start:stop], following, language)
        paragraphs.append(Paragraph(len(paragraphs) + 1, start, stop, role))
    return tuple(_close_lists(text, paragraphs))


def _leading(paragraphs: list[Paragraph]) -> int:
    """How many stamps stand above all else: a page may print its day before the title."""
    return next((index for index, part in enumerate(paragraphs) if part.role != "background"), len(paragraphs))


def _paragraph_spans(text: str, language: str) -> Iterator[tuple[int, int]]:
    dateline = read_dateline(text)
    offset = dateline.stop if dateline else 0
    lines = [(start, stop) for start, stop in _trimmed_lines(text, offset)]
    if not _is_hard_wrapped(text, lines, language):
        yield from lines
        return
    block: tuple[int, int] | None = None
    for start, stop in lines:
        if block and not re.search(r"\n[ \t\r]*\n", text[block[1] : start]):
            block = (block[0], stop)
            continue
        if block:
            yield block
        block = (start, stop)
    if block:
        yield block


def _unglued(text: str, start: int, stop: int, language: str) -> Iterator[tuple[int, int]]:
    """The paragraph, and apart from it the link or the advert that a scraper glued to its end or its beginning."""
    before, behind = (re.compile(load(language, "paragraphs")[name]) for name in ("glued_before", "glued_behind"))
    opening = before.match(text[start:stop])
    if opening:
        yield start, start + opening.end()
        start += opening.end()
    found = next((match for match in behind.finditer(text, start, stop) if stop - match.end() <= _GLUED_LETTERS), None)
    if found is None or found.start() <= start or _is_one_notice(text[start : found.start()], text[start:stop], language):
        yield start, stop
        return
    yield start, found.start()
    yield found.end(), stop


def _is_one_notice(head: str, paragraph: str, language: str) -> bool:
    """A caption with its maker, «Хотите быть в курсе? Подпишитесь на наш канал»."""
    return (len(head) <= _CAPTION_LINE and _is_caption(paragraph, language)) or is_background(head, language)


def _trimmed_lines(text: str, offset: int) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text, offset):
        line = match[0].lstrip("\ufeff \t\r\xa0")
        start = match.end() - len(line)
        if line.strip():
            yield start, start + len(line.rstrip())


def _is_hard_wrapped(text: str, lines: list[tuple[int, int]], language: str) -> bool:
    """Lines broken by width: most neighbours without a blank line between are one sentence running on; a stamp under a title is not."""
    pairs = [(one, other) for one, other in pairwise(lines) if text.count("\n", one[1], other[0]) == 1]
    if not pairs or "\n" not in text.strip():
        return False
    running = [
        1
        for (start, stop), (following, end) in pairs
        if 40 <= stop - start <= 100
        and not _SENTENCE_END.search(text[start:stop])
        and (text[following].islower() or text[following].isdigit())
        and not is_stamp(text[following:end], language)
    ]
    return 2 * len(running) >= len(pairs)


def _is_title(text: str, start: int, stop: int) -> bool:
    line = text[start:stop]
    return (
        stop - start <= _TITLE_LETTERS and not line.endswith((".", ";", ":", ",")) and (read_dateline(text) is not None or "\n" not in line)
    )


def _role(paragraph: str, following: str, language: str) -> str:
    if _is_caption(paragraph, language):
        return "caption"
    if is_background(paragraph, language):
        return "background"
    if paragraph.endswith(";") or (_BULLET.match(paragraph) and not _DIALOGUE.match(paragraph)):
        return "list"
    if is_pull_quote(paragraph, language):
        return "quotation"
    if paragraph.startswith("#") or (following and _is_heading(paragraph)):
        return "heading"
    return "text"


def _close_lists(text: str, paragraphs: list[Paragraph]) -> Iterator[Paragraph]:
    """The last item of a list ends with a full stop and starts in lower case like the items above it."""
    is_list = False
    for paragraph in paragraphs:
        words = text[paragraph.start : paragraph.stop]
        if is_list and paragraph.role == "text" and words[:1].islower() and len(words) < 300:
            paragraph = replace(paragraph, role="list")
            is_list = False
        else:
            is_list = paragraph.role == "list" and words.endswith(";")
        yield paragraph


def _is_stamp(paragraph: str, language: str, *, near_title: bool) -> bool:
    """A line with nothing but a day. In the middle of a text it heads a part of a chronicle, unless it tells the time too."""
    if near_title and is_stamp(paragraph, language):
        return True
    is_day = len(paragraph) <= _STAMP_LETTERS and any(rule.search(paragraph) for rule in _rules(language, "stamp"))
    return is_day and _CLOCK.search(paragraph) is not None


def is_stamp(line: str, language: str) -> bool:
    """Whether a line beside a title tells nothing but when, and at most where or by whom, the article came out.

    >>> is_stamp("Reuters | October 14, 2025", "en"), is_stamp("Trade fell on October 14, 2025", "en")
    (True, False)
    """
    limits = (("stamp", _STAMP_LETTERS), ("byline", _BYLINE_LETTERS))
    return any(len(line) <= limit and any(rule.search(line) for rule in _rules(language, name)) for name, limit in limits)


def _is_caption(paragraph: str, language: str) -> bool:
    if len(paragraph) > _CAPTION_LETTERS:
        return False
    return any(match and len(paragraph) - match.end() <= 120 for match in (rule.search(paragraph) for rule in _rules(language, "caption")))


def is_background(paragraph: str, language: str) -> bool:
    """Related links, adverts, and portraits of a person put beside the article: a question or a heading glued to a biography.

    >>> is_background("Кто он такой? Иван Петров родился в Уфе.", "ru"), is_background("Петров сказал, что родился в Уфе.", "ru")
    (True, False)
    """
    if any(rule.search(paragraph) for rule in _rules(language, "related")):
        return True
    if len(paragraph) <= _BOILERPLATE_LETTERS and any(rule.search(paragraph) for rule in _rules(language, "boilerplate")):
        return True
    births = sum(1 for rule in _rules(language, "birth") if rule.search(paragraph))
    opening = paragraph[:300]
    is_boxed = bool(_QUESTION.match(paragraph)) or any(rule.search(paragraph) for rule in _rules(language, "box"))
    if is_boxed and any(rule.search(opening) for rule in _rules(language, "birth")):
        return True
    return births >= 2 and len(_YEAR.findall(paragraph)) >= 3 and any(rule.search(opening) for rule in _rules(language, "birth"))


def is_boilerplate(paragraph: str, language: str) -> bool:
    """What a page prints around each article, whose days and figures are no facts: a stamp, rights, cookies, counters.

    >>> is_boilerplate("Обновлено: 28 февраля 2026, 10:15", "ru"), is_boilerplate("Read more: why prices rise", "en")
    (True, False)
    """
    return len(paragraph) <= _BOILERPLATE_LETTERS and any(
        rule.search(paragraph) for name in ("boilerplate", "stamp") for rule in _rules(language, name)
    )


def is_pull_quote(paragraph: str, language: str) -> bool:
    """Words set apart from the text, closed by a name and a post without a full stop.

    >>> is_pull_quote("Это попытка самостоятельной игры в регионе двух стран Роман Иванов политолог, специалист по Азии", "ru")
    True
    >>> is_pull_quote("В город приехал Роман Иванов", "ru")
    False
    """
    if _SENTENCE_END.search(paragraph) or len(paragraph.split()) < _PULL_QUOTE_WORDS:
        return False
    for match in _NAME_AND_TAIL.finditer(paragraph):
        tail = re.split(r"[\s,]+", match[1])[:4]
        if any(is_role(word.lower(), language) for word in tail) and len(paragraph[: match.start()].split()) >= 4:
            return True
    return False


def _is_heading(paragraph: str) -> bool:
    if len(paragraph) > _HEADING_LETTERS or len(paragraph.split()) > _HEADING_WORDS or paragraph[:1].islower():
        return False
    if paragraph.endswith("?"):
        return not re.search(r"[.!?…]\s", paragraph)
    return not _SENTENCE_END.search(paragraph) and not _FIGURE.search(paragraph)


@cache
def _rules(language: str, name: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule, re.IGNORECASE) for rule in load(language, "paragraphs")[name])
