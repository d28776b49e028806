"""Report -> PDF: laid out by our own rules, drawn by reportlab, tagged and finished by pikepdf."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefgen.blocks import Report
from briefgen.templating import Style
from briefgen.writers.pdf.attachments import Attachment
from briefgen.writers.pdf.drawing import draw_pages
from briefgen.writers.pdf.finishing import finish
from briefgen.writers.pdf.flow import flow, measure
from briefgen.writers.pdf.known import Known
from briefgen.writers.pdf.pages import PageOfStrips, count_pages, paginate
from briefgen.writers.pdf.setting import Setting, prepare, prepare_to_measure, printed
from briefgen.writers.pdf.strips import MM
from briefgen.writers.pdf.structure import Element

__all__ = ["Attachment", "Known", "Layout", "Pages", "draw_pdf", "lay_out", "measure_pdf", "write_pdf"]


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished PDF (nothing, if it was only measured), its number of pages, and the page (from 1) of each anchor of the report."""

    data: bytes
    pages: int
    anchors: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Pages:
    """A report laid out and not drawn: what its Word draft and its PDF are made from."""

    report: Report
    setting: Setting
    tree: Element
    pages: Sequence[PageOfStrips]

    @property
    def anchors(self) -> dict[str, int]:
        """The first page (from 1) of each anchor."""
        found: dict[str, int] = {}
        for number, page in enumerate(self.pages, 1):
            for placed in page.placed:
                for anchor in placed.strip.anchors:
                    found.setdefault(anchor, number)
        return found


def write_pdf(report: Report, style: Style, attachments: Sequence[Attachment] = ()) -> Layout:
    """The report as a tagged, archival PDF in a style (PDF/UA-1 and PDF/A-2a; with attachments PDF/A-3a); the same arguments give the
    same bytes."""
    return draw_pdf(lay_out(report, style), attachments)


def lay_out(report: Report, style: Style) -> Pages:
    """The report on its pages."""
    report = printed(report)
    setting = prepare(report, style)
    column = flow(report, setting)
    return Pages(report, setting, column.tree, paginate(column.strips, _height(style)))


def draw_pdf(laid: Pages, attachments: Sequence[Attachment] = ()) -> Layout:
    """The PDF of a report that was laid out."""
    data = finish(draw_pages(laid.pages, laid.report, laid.setting), laid.tree, laid.report, attachments)
    return Layout(data, len(laid.pages), laid.anchors)


def measure_pdf(report: Report, style: Style, known: Known | None = None) -> int:
    """How many pages the report would take, without a file: what a search for the limits that fit asks for. `known` is filled with
    what was laid out, for the next call with the same style and language."""
    report = printed(report)
    setting = prepare_to_measure(report.language, style, {} if known is None else known)
    return count_pages(measure(report, setting), _height(style))


def _height(style: Style) -> float:
    """The height of a page's text column in points."""
    return (style.page.height - style.page.top - style.page.bottom) * MM
