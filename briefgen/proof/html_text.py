"""The bytes of a finished evidence page -> what it says in one language: its facts, and the articles that they are marked in."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree, html

from briefgen.proof.passage import Passage, Reading


def read_html(data: bytes, language: str) -> Reading:
    """A passage for each fact (its code and its words in the language); `loose` are the paragraphs of the articles, `alternatives` what a
    screen reader says where facts begin, with their codes as its place.

    Raises ValueError where the page is not one that briefgen wrote.
    """
    page = html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8", no_network=True))
    facts = [item for item in page.iter("li") if item.get("data-id")]
    if not facts:
        raise ValueError("holds no facts: it is not an evidence page that briefgen wrote")
    passages = [Passage("facts", f"{fact.get('data-id')} {_said(fact, language)}") for fact in facts]
    paragraphs = [part for article in page.iter("article") for part in article.iter("div")]
    articles = tuple(Passage(f"paragraph {_part(part, 'no')}", _part(part, "words")) for part in paragraphs)
    return Reading(tuple(passages), loose=articles, alternatives=tuple(_labels(page, language)))


def _labels(page: etree._Element, language: str) -> Iterator[Passage]:
    """The label of each place where facts begin, without the words that it stands on."""
    for words in page.iter("span"):
        begins, label = words.get("data-begins"), words.get(f"data-label-{language}")
        if begins and label:
            yield Passage(begins, label.removeprefix(_text(words)).removeprefix(": "))


def _said(fact: etree._Element, language: str) -> str:
    """The fact's words, which stand beside its kind in the button."""
    return " ".join(_text(child) for button in fact.iter("button") for child in button if child.get("class") == f"l-{language}")


def _part(paragraph: etree._Element, name: str) -> str:
    return "".join(_text(child) for child in paragraph if child.get("class") == name)


def _text(element: etree._Element) -> str:
    return "".join(str(text) for text in element.itertext())
