"""Finished files -> what tests compare: words, pages of bookmarks, runs of a language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import pikepdf
import pypdfium2

from tests.writers.docx.opened import find, parts, tree, values, words
from tests.writers.pdf.tagged_text import tagged_text

CYRILLIC = re.compile("[а-яё]+", re.IGNORECASE)


def squeezed(text: str) -> str:
    """A text without spaces and marks that no reader sees, so that line ends and cut words do not count."""
    return re.sub(r"[\s\u00ad\u2060\ufffe\u200b]", "", text)


def pdf_pages(data: bytes) -> list[str]:
    """The text of each page as a PDF reader copies it."""
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_range() for page in document]


def pdf_words(data: bytes) -> str:
    """Everything that a screen reader says, squeezed."""
    return squeezed("".join(said.text for said in tagged_text(data)))


def docx_words(data: bytes) -> str:
    """The text of the document and its charts, squeezed."""
    charts = [name for name in parts(data) if re.fullmatch(r"word/charts/chart\d+\.xml", name)]
    return squeezed(words(tree(data)) + "".join("".join(tree(data, name).itertext()) for name in charts))


def bookmarks(data: bytes) -> list[tuple[int, str]]:
    """Pages (from 1) and titles of the bookmarks, in order."""
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_outline() as outline:
        return [(_page(pdf, item), str(item.title)) for item in _all(outline.root)]


def _all(items: list[pikepdf.OutlineItem]) -> Iterator[pikepdf.OutlineItem]:
    for item in items:
        yield item
        yield from _all(item.children)


def _page(pdf: pikepdf.Pdf, item: pikepdf.OutlineItem) -> int:
    destination = item.destination if item.destination is not None else item.action.D
    return int(pikepdf.Page(destination[0]).index) + 1


def runs_without_language(data: bytes, language: str) -> list[str]:
    """Cyrillic texts of a DOCX, in any of its parts, whose run is not marked as of that language."""
    found = []
    for name in parts(data):
        if name.endswith(".xml") and name.startswith(("word/", "docProps/")):
            root = tree(data, name)
            for run in find(root, ".//w:r[w:t]"):
                if CYRILLIC.search(words(run)) and values(run, "w:rPr/w:lang/@w:val") != [language]:
                    found.append(words(run))
            others = values(root, ".//text()[not(ancestor::w:r)]")
            found += [text for text in others if CYRILLIC.search(text)]
    return found
