"""Report -> PDF: laid out by our own rules, drawn by reportlab, tagged and finished by pikepdf."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from briefgen.blocks import Report
from briefgen.templating import Style
from briefgen.writers.pdf.characters import check_characters
from briefgen.writers.pdf.drawing import draw_pages
from briefgen.writers.pdf.finishing import finish
from briefgen.writers.pdf.flow import flow
from briefgen.writers.pdf.pages import paginate
from briefgen.writers.pdf.setting import prepare
from briefgen.writers.pdf.strips import MM


@dataclass(frozen=True, slots=True)
class Layout:
    """A finished PDF, its number of pages, and the page (from 1) on which each anchor of the report stands."""

    data: bytes
    pages: int
    anchors: Mapping[str, int]


def write_pdf(report: Report, style: Style) -> Layout:
    """The report as a tagged, archival PDF in a style; the same report and style give the same bytes."""
    setting = prepare(report, style)
    check_characters(report, setting.faces)
    column = flow(report, setting)
    pages = paginate(column.strips, (style.page.height - style.page.top - style.page.bottom) * MM)
    drawn = draw_pages(pages, report, setting)
    return Layout(finish(drawn, column.tree, report), len(pages), {anchor: point.page + 1 for anchor, point in drawn.anchors.items()})
