"""A report -> the properties of its file: title, author, language, dates from the report, the brief number."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from briefgen.blocks import Report
from briefgen.writers.docx.markup import element, part, printable, root, text

if TYPE_CHECKING:
    from docx.document import Document

_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATIONSHIP = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that a user names (ISO 29500-1, 22.3)
BRIEF_NUMBER = "Brief number"
_MAX = 255  # the longest text that a core property may hold


def set_properties(report: Report, document: Document, *, locale: str) -> None:
    """Core properties, and the brief number also where Word shows it: File, Info, Advanced Properties, Custom."""
    moment = datetime.fromisoformat(report.modified).replace(tzinfo=UTC)
    core = document.core_properties
    core.title, core.subject = _short(report.head.title), _short(report.subject)
    core.author = core.last_modified_by = _short(report.author)
    core.keywords = _short(", ".join(report.keywords))
    core.language, core.identifier = locale, _short(report.brief_number)
    core.created = core.modified = moment
    core.revision = 1
    if report.brief_number:
        _add_custom(document, BRIEF_NUMBER, report.brief_number)


def _add_custom(document: Document, name: str, value: str) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    words = element("vt:lpwstr", None, text(value))
    entry = element("property", {"fmtid": _FORMAT_ID, "pid": 2, "name": name}, words)
    package = document.part.package
    blob = part(root("Properties", "vt", entry, default="cp"))
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _CUSTOM, blob, package), _CUSTOM_RELATIONSHIP)


def _short(words: str) -> str:
    return printable(words)[:_MAX]
