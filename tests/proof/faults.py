"""A file as it was read back -> the same with a fault planted: what a careless or a dishonest hand could do to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from briefgen.proof.check import ReadFile
from briefgen.proof.passage import Passage

Edit = Callable[[str], Iterator[str]]
Pairs = tuple[tuple[str, str], ...]


def _pairs(words: str) -> Pairs:
    """Words with what they are changed into; _ is a space."""
    return tuple((old, new) for old, _, new in (pair.replace("_", " ").partition(">") for pair in words.split()))


MOST = 12  # faults of a kind in one file
NUMBER = re.compile(r"(?<![\w.-])\d[\d,.\u00a0]*(?=[\u00a0 ]+(?:млрд|млн|тыс|миллиард|миллион|billion|million|tonnes|percent))")
SCALES = _pairs("млрд>млн млн>млрд тыс.>млн миллиард>миллион миллион>миллиард billion>million million>billion")
UNITS = _pairs(
    "евро>долларов долларов_США>евро фунтов_стерлингов>евро рублей>тенге £>€ €>$ $>£ RUB>KZT тонн>баррелей tonnes>barrels %>‰ metres>feet"
)
QUALIFIERS = ("около ", "почти ", "более ", "about ", "nearly ", "more than ", "over ")
MONTHS = _pairs(
    "февраля>марта ноября>декабря декабря>января марта>апреля February>March Feb>Mar November>October December>January March>May "
    "2027>2028 2005>2006 2023>2022"
)
SPEAKERS = _pairs(
    "Роман_Юнеман>Роберт_Катлер Алина_Елисеева>Роман_Юнеман Ермек_Кошербаев>Иветт_Купер Roman_Yuneman>Robert_Cutler "
    "Alina_Yeliseyeva>Roman_Yuneman Yermek_Kosherbayev>Yvette_Cooper Bayraktar>Erdogan Байрактар>Эрдоган"
)
WORDS = _pairs(
    "страны>народы необходимо>желательно не_> важн>ненужн should>could not_> countries>nations talks>quarrels инвестиц>кредит "
    "investment>lending"
)
RISKS = ("в обход России", "от России", "bypassing Russia", "from Russia", "центры силы", "centres of power", "lose")
SENTENCES = {"ru": "Стороны подтвердили серьёзность намерений.", "en": "Both sides confirmed that they are in earnest."}
FIGURES = {"ru": "Ещё 7 млрд евро выделят позже.", "en": "A further €7 billion will follow."}


def faults(file: ReadFile) -> Iterator[tuple[str, ReadFile]]:
    """Faults by kind, at most MOST of each, spread over the file."""
    for kind, edit in KINDS.items():
        found = list(_edited(file, edit))
        step = max(1, len(found) // MOST)
        yield from ((kind, changed) for changed in found[::step][:MOST])
    yield "a sentence added", _with_added(file, 20, SENTENCES[file.language])
    yield "a figure added", _with_added(file, 9, FIGURES[file.language])
    rows = [index for index, passage in enumerate(file.reading.passages) if any(words in passage.text for words in RISKS)]
    for index in rows[:MOST]:
        yield "a risk removed", with_passages(file, [passage for at, passage in enumerate(file.reading.passages) if at != index])


def with_passages(file: ReadFile, passages: list[Passage]) -> ReadFile:
    """The file with other passages."""
    return replace(file, reading=replace(file.reading, passages=tuple(passages)))


def _edited(file: ReadFile, edit: Edit) -> Iterator[ReadFile]:
    for index, passage in enumerate(file.reading.passages):
        for text in edit(passage.text):
            passages = list(file.reading.passages)
            passages[index] = replace(passage, text=text)
            yield with_passages(file, passages)


def _with_added(file: ReadFile, at: int, words: str) -> ReadFile:
    passages = file.reading.passages
    return with_passages(file, [*passages[:at], Passage("page 1", words), *passages[at:]])


def _digit(text: str) -> Iterator[str]:
    for match in NUMBER.finditer(text):
        digit = text[match.start()]
        yield text[: match.start()] + str((int(digit) + 1) % 10 or 1) + text[match.start() + 1 :]


def _swapped(pairs: Pairs) -> Edit:
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
