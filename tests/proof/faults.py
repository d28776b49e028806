"""A file as it was read back -> the same with a fault planted: what a careless or a dishonest hand could do to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefgen.proof.check import ReadFile
from briefgen.proof.passage import Passage

MOST = 12  # faults of a kind in one file

Edit = Callable[[str], Iterator[str]]

SCALES = (("млрд", "млн"), ("млн", "млрд"), ("тыс.", "млн"), ("миллиард", "миллион"), ("миллион", "миллиард"), ("billion", "million"), ("million", "billion"))  # fmt: skip
UNITS = (("евро", "долларов"), ("долларов США", "евро"), ("фунтов стерлингов", "евро"), ("рублей", "тенге"), ("£", "€"), ("€", "$"), ("$", "£"),
         ("RUB", "KZT"), ("тонн", "баррелей"), ("tonnes", "barrels"), ("%", "‰"), ("percent", "basis points"), ("metres", "feet"))  # fmt: skip
QUALIFIERS = ("около ", "почти ", "более ", "about ", "nearly ", "more than ", "over ")
MONTHS = (("февраля", "марта"), ("ноября", "декабря"), ("декабря", "января"), ("марта", "апреля"), ("February", "March"), ("Feb", "Mar"), ("November", "October"),
          ("December", "January"), ("March", "May"), ("2027", "2028"), ("2005", "2006"), ("2023", "2022"))  # fmt: skip
SPEAKERS = (("Роман Юнеман", "Роберт Катлер"), ("Алина Елисеева", "Роман Юнеман"), ("Ермек Кошербаев", "Иветт Купер"), ("Roman Yuneman", "Robert Cutler"),
            ("Alina Yeliseyeva", "Roman Yuneman"), ("Yermek Kosherbayev", "Yvette Cooper"), ("Bayraktar", "Erdogan"), ("Байрактар", "Эрдоган"))  # fmt: skip
WORDS = (("страны", "народы"), ("необходимо", "желательно"), ("не ", ""), ("важн", "ненужн"), ("should", "could"), ("not ", ""), ("countries", "nations"), ("talks", "quarrels"),
         ("инвестиц", "кредит"), ("investment", "lending"))  # fmt: skip
RISKS = ("в обход России", "от России", "bypassing Russia", "from Russia", "центры силы", "centres of power", "lose")


def faults(file: ReadFile) -> Iterator[tuple[str, ReadFile]]:
    """Faults by kind, at most MOST of each, spread over the file."""
    for kind, edit in KINDS.items():
        found = list(_edited(file, edit))
        step = max(1, len(found) // MOST)
        yield from ((kind, changed) for changed in found[::step][:MOST])
    yield "a sentence added", _with(file, [*file.reading.passages[:20], Passage("page 1", SENTENCES[file.language]), *file.reading.passages[20:]])
    yield "a figure added", _with(file, [*file.reading.passages[:9], Passage("page 1", FIGURES[file.language]), *file.reading.passages[9:]])
    rows = [index for index, passage in enumerate(file.reading.passages) if any(words in passage.text for words in RISKS)]
    for index in rows[:MOST]:
        yield "a risk removed", _with(file, [passage for at, passage in enumerate(file.reading.passages) if at != index])


SENTENCES = {"ru": "Стороны подтвердили серьёзность намерений.", "en": "Both sides confirmed that they are in earnest."}
FIGURES = {"ru": "Ещё 7 млрд евро выделят позже.", "en": "A further €7 billion will follow."}


def _edited(file: ReadFile, edit: Edit) -> Iterator[ReadFile]:
    for index, passage in enumerate(file.reading.passages):
        for text in edit(passage.text):
            passages = list(file.reading.passages)
            passages[index] = replace(passage, text=text)
            yield _with(file, passages)


def _with(file: ReadFile, passages: list[Passage]) -> ReadFile:
    return replace(file, reading=replace(file.reading, passages=tuple(passages)))


def _digit(text: str) -> Iterator[str]:
    for match in re.finditer(r"(?<![\w.-])\d[\d,.\u00a0]*(?=[\u00a0 ]+(?:млрд|млн|тыс|billion|million|миллиард|миллион|tonnes|percent))", text):
        digit = text[match.start()]
        yield text[: match.start()] + str((int(digit) + 1) % 10 or 1) + text[match.start() + 1 :]


def _swapped(pairs: tuple[tuple[str, str], ...]) -> Edit:
    def edit(text: str) -> Iterator[str]:
        for old, new in pairs:
            if old in text:
                yield text.replace(old, new, 1)

    return edit


def _dropped(text: str) -> Iterator[str]:
    for word in QUALIFIERS:
        match = re.search(re.escape(word) + r"(?=[$€£]?\d)", text)
        if match:
            yield text[: match.start()] + text[match.end() :]


def _source(text: str) -> Iterator[str]:
    for match in re.finditer(r"\[1\.(\d+)", text):
        yield text[: match.start(1)] + str(int(match[1]) + 1) + text[match.end(1) :]


def _quotation(text: str) -> Iterator[str]:
    if len(text) > 100:
        yield from _swapped(WORDS)(text)


KINDS: dict[str, Edit] = {
    "a digit": _digit,
    "a scale": _swapped(SCALES),
    "a unit or currency": _swapped(UNITS),
    "a qualifier dropped": _dropped,
    "a date": _swapped(MONTHS),
    "a word of a quotation": _quotation,
    "a speaker": _swapped(SPEAKERS),
    "a source number": _source,
}
