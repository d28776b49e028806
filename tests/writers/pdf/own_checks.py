"""What veraPDF does not ask of a PDF, and a reader does: words in order, bookmarks, glyphs, the frame, no empty page."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO

import numpy
import pikepdf
import pypdfium2

from briefgen.blocks import Heading, Report
from briefgen.templating import Style
from briefgen.writers.pdf.setting import printed
from tests.writers.pdf.tagged_text import tagged_text
from tests.writers.report_text import block_words

_SCALE = 0.75  # 54 dpi
_INK = 200  # of 255: darker is ink; a watermark is not
_LEAST_FILLED = 0.4


def content_faults(data: bytes, report: Report) -> set[str]:
    """`words`, `bookmarks`, `glyphs`, `links`: what the file does not have as the report has it."""
    report = printed(report)
    checks = {"words": _words, "bookmarks": _bookmarks, "glyphs": _glyphs, "links": _links}
    return {name for name, check in checks.items() if not check(data, report)}


def page_faults(data: bytes, style: Style, *, starts: frozenset[int]) -> list[str]:
    """Pages whose ink leaves the frame of the text, and pages of several between two page breaks that are mostly empty.

    `starts` are the numbers of the pages that begin after a page break.
    """
    found = []
    pages = [_ink(page) for page in pypdfium2.PdfDocument(data)]
    frame = style.page
    for number, ink in enumerate(pages, 1):
        height, width = ink.shape
        left, right = frame.left / frame.width * width, (frame.width - frame.right) / frame.width * width
        top, bottom = frame.top / frame.height * height, (frame.height - frame.bottom) / frame.height * height
        if ink[:, : int(left) - 1].any() or ink[:, int(right) + 2 :].any():
            found.append(f"page {number}: ink beside the frame")
        rows = numpy.flatnonzero(ink[int(top) - 1 : int(bottom) + 2].any(axis=1))
        alone = number in starts and (number + 1 in starts or number == len(pages))
        if not alone and (not rows.size or rows[-1] / (bottom - top) < _LEAST_FILLED):
            found.append(f"page {number}: mostly empty")
    return found


def _ink(page: pypdfium2.PdfPage) -> numpy.ndarray:
    pixels = numpy.asarray(page.render(scale=_SCALE, grayscale=True).to_numpy())
    return (pixels[..., 0] if pixels.ndim == 3 else pixels) < _INK


def _words(data: bytes, report: Report) -> bool:
    said = tagged_text(data)
    start = next((number for number, part in enumerate(said) if part.tag == "H1"), 0)
    parts = [part for part in said[start:] if part.tag != "Lbl" or re.search(r"\d{4}", part.text)]
    return " ".join(part.text for part in parts).split() == block_words(report)


def _bookmarks(data: bytes, report: Report) -> bool:
    found = [(bookmark.level, bookmark.get_title()) for bookmark in pypdfium2.PdfDocument(data).get_toc()]
    headings = [block for block in report.blocks if isinstance(block, Heading)]
    return found == [(heading.level - 1, f"{heading.number} {heading.text}".strip()) for heading in headings]


def _glyphs(data: bytes, report: Report) -> bool:
    """Each character printed has a glyph in its subset: no code leads to .notdef."""
    with pikepdf.open(BytesIO(data)) as pdf:
        maps = {name: font.DescendantFonts[0].CIDToGIDMap.read_bytes() for name, font in pdf.pages[0].obj.Resources.Font.items()}
        return all(any(maps[font][2 * code : 2 * code + 2]) for font, code in _codes(pdf))


def _codes(pdf: pikepdf.Pdf) -> Iterator[tuple[str, int]]:
    for page in pdf.pages:
        font = ""
        for operands, operator in pikepdf.parse_content_stream(page):
            if str(operator) == "Tf":
                font = str(operands[0])
            elif str(operator) == "TJ":
                text = b"".join(bytes(part) for part in operands[0] if isinstance(part, pikepdf.String))
                yield from ((font, int.from_bytes(text[at : at + 2], "big")) for at in range(0, len(text), 2))


def _links(data: bytes, report: Report) -> bool:
    """Each link says where it leads, leads to a page of the file, and is a Link of the structure."""
    with pikepdf.open(BytesIO(data)) as pdf:
        pages = {page.obj.objgen for page in pdf.pages}
        links = [link for page in pdf.pages for link in page.obj.get("/Annots", [])]
        return all("/Contents" in link and ("/A" in link or link.Dest[0].objgen in pages) and "/StructParent" in link for link in links)
