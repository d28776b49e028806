"""The bytes of a PDF -> its text: lines joined into paragraphs, running headers and page numbers left out."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pypdfium2

from briefgen.diagnostics import InputError
from briefgen.readers.found import Found
from briefgen.readers.lines import Line, join_lines, without_running_lines

# PDFium puts U+FFFE (in older versions U+0002) where it took a hyphen for one that divides a word, and no line end after it.
_DIVIDED = "[\ufffe\x02]"
_LINE = re.compile(rf"(?:(?!{_DIVIDED})[^\r\n])+{_DIVIDED}?")
_NO_PASSWORD = "password"


def read_pdf(data: bytes, name: str) -> Found:
    """Paragraphs with a blank line between; InputError for a scan without text, a password or a damaged file."""
    paragraphs = join_lines(without_running_lines(_pages(data, name)))
    if not paragraphs:
        raise InputError(f"{name}: the PDF holds no text, only pictures of pages; recognise its text (OCR) first")
    return Found(text="\n\n".join(paragraphs) + "\n")


def _pages(data: bytes, name: str) -> list[list[Line]]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        needs_password = _NO_PASSWORD in str(error).lower()
        reason = "is protected by a password; save it without one" if needs_password else f"is damaged or not a PDF ({error})"
        raise InputError(f"{name}: {reason}") from error
    try:
        return [list(_lines(document[number])) for number in range(len(document))]
    except pypdfium2.PdfiumError as error:
        raise InputError(f"{name}: is damaged: {error}") from error
    finally:
        document.close()


def _lines(page: pypdfium2.PdfPage) -> Iterator[Line]:
    text_page = page.get_textpage()
    text = text_page.get_text_range()
    has_places = text_page.count_chars() == len(text)  # not where letters outside the basic plane are counted as two
    for found in _LINE.finditer(text):
        words = " ".join(re.sub(f"{_DIVIDED}$", "-", found[0]).replace("\xad", "-").split())
        if words:
            yield _placed(words, found, text_page if has_places else None)


def _placed(words: str, found: re.Match[str], text_page: pypdfium2.PdfTextPage | None) -> Line:
    if text_page is None:
        return Line(words, 0, 0, 0, 0)
    start = found.start() + len(found[0]) - len(found[0].lstrip())
    stop = found.start() + len(found[0].rstrip()) - 1
    left, bottom, _, top = text_page.get_charbox(start, loose=True)
    _, _, right, _ = text_page.get_charbox(stop, loose=True)
    return Line(words, left, right, bottom, top - bottom)
