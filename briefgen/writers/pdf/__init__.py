"""Report -> PDF: laid out by our own rules, drawn by reportlab, tagged and finished by pikepdf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.blocks import Report
from briefgen.templating import Style
from briefgen.writers.pdf.attachments import Attachment
from briefgen.writers.pdf.drawing import draw_pages
from briefgen.writers.pdf.finishing import finish
from briefgen.writers.pdf.flow import Known, flow, measure
from briefgen.writers.pdf.pages import PageOfStrips, paginate
from briefgen.writers.pdf.setting import prepare, printed
from briefgen.writers.pdf.strips import MM, Strip

__all__ = ["Attachment", "Known", "Layout", "measure_pdf", "write_pdf"]


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished PDF (nothing, if it was only measured), its number of pages, and the page (from 1) of each anchor of the report."""

    data: bytes
    pages: int
    anchors: Mapping[str, int]


def write_pdf(report: Report, style: Style, attachments: Sequence[Attachment] = ()) -> Layout:
    """The report as a tagged, archival PDF in a style (PDF/UA-1 and PDF/A-2a; with attachments PDF/A-3a); the same arguments give the
    same bytes."""
    report = printed(report)
    setting = prepare(report, style)
    column = flow(report, setting)
    pages = _pages(column.strips, style)
    return Layout(finish(draw_pages(pages, report, setting), column.tree, report, attachments), len(pages), _anchors(pages))


def measure_pdf(report: Report, style: Style, known: Known | None = None) -> Layout:
    """Where everything would stand, without a file: what a search for the limits that fit asks for. `known` is filled with the sections
    laid out, for the next call with the same style, language and anchors."""
    report = printed(report)
    pages = _pages(measure(report, prepare(report, style), {} if known is None else known), style)
    return Layout(b"", len(pages), _anchors(pages))


def _pages(strips: Sequence[Strip], style: Style) -> list[PageOfStrips]:
    return paginate(strips, (style.page.height - style.page.top - style.page.bottom) * MM)


def _anchors(pages: Sequence[PageOfStrips]) -> dict[str, int]:
    """The first page of each anchor."""
    found: dict[str, int] = {}
    for number, page in enumerate(pages, 1):
        for placed in page.placed:
            for anchor in placed.strip.anchors:
                found.setdefault(anchor, number)
    return found
