"""A review of one article -> what a terminal shows: paragraphs with their facts in colour, and below them the facts in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from briefgen.review import Review, ReviewFact, ReviewParagraph

_COLOURS = {"q": "green", "d": "cyan", "s": "blue", "i": "yellow", "r": "red", "c": "magenta"}
_NAMES = {"q": "figure", "d": "date", "s": "statement", "i": "interest", "r": "risk", "c": "counter-view"}


def view_of(review: Review, *, kinds: str = "qdsirc", facts_only: bool = False, why: bool = False) -> Iterator[RenderableType]:
    """The article's head, then its paragraphs with their facts of the kinds asked for (the letters with which ids begin).

    The words of a fact are those of the edition in the article's own language.
    """
    article = review.articles[0]
    language = article.language
    facts = {fact.id: fact for fact in review.facts if fact.kind in kinds}
    yield Text(_plain(f"{article.about[language]}, {language}"), style="bold")
    for paragraph in article.paragraphs:
        here = [facts[id] for id in dict.fromkeys(id for segment in paragraph.segments for id in segment.begins) if id in facts]
        if not here and facts_only:
            continue
        numbers = {fact.id: number for number, fact in enumerate(here, 1)}
        yield Text()
        yield _marked(paragraph, facts, numbers)
        if here:
            yield Padding(_listed(here, language, why=why), (0, 0, 0, 2))


def _marked(paragraph: ReviewParagraph, facts: Mapping[str, ReviewFact], numbers: Mapping[str, int]) -> Text:
    """The paragraph's number and words; each fact with its number in front, in the colour of the shortest fact that a word belongs to."""
    role = "" if paragraph.role == "text" else f" ({paragraph.role})"
    text = Text(f"{paragraph.place.partition('.')[2]}{role}  ", style="dim")
    for segment in paragraph.segments:
        for id in segment.begins:
            if id in numbers:
                text.append(f"[{numbers[id]}]", style=f"not dim {_COLOURS[facts[id].kind]}")
        shown = [facts[id] for id in segment.facts if id in facts]
        text.append(_plain(segment.text), style=f"not dim bold {_COLOURS[shown[-1].kind]}" if shown else "not dim")
    return text


def _listed(facts: list[ReviewFact], language: str, *, why: bool) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    table.add_column(ratio=1)
    table.add_column(no_wrap=True, style="dim")
    for number, fact in enumerate(facts, 1):
        colour = _COLOURS[fact.kind]
        table.add_row(Text(f"[{number}]", style=colour), Text(_NAMES[fact.kind], style=colour), _said(fact, language, why=why), fact.id)
    return table


def _said(fact: ReviewFact, language: str, *, why: bool) -> Text:
    """What the fact says, what is in doubt about it, and why it was taken."""
    said = Text(_plain(fact.words[language]))
    for doubt in fact.doubts:
        said.append(f"\n? {_plain(doubt[language])}", style="bold")
    if why:
        said.append("\n" + _plain(f"{fact.rule}: {fact.why[language]}".rstrip(": ")), style="dim")
    return said


def _plain(text: str) -> str:
    """One line without control characters: an article must not steer the terminal."""
    return "".join(sign if sign.isprintable() else " " for sign in text)
