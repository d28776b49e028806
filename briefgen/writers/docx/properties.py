"""A report -> the properties of its file: title, author, language, dates from the report, the brief number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefgen.blocks import Report
from briefgen.writers.docx.markup import NAMESPACES, Xml, element, join, part, printable, root, text
from briefgen.writers.docx.opc import ROOT
from briefgen.writers.docx.places import mark

if TYPE_CHECKING:
    from lxml.etree import _Element

    from briefgen.writers.docx.parts import Parts

CORE_PREFIXES = {
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "xsi": "http://www.w3.org/2001/XMLSchema-instance",
}
CUSTOM_PREFIXES = {"vt": NAMESPACES["vt"]}
BRIEF_NUMBER = "Brief number"
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_CORE_RELATIONSHIP = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"  # of properties that a user names (ISO 29500-1, 22.3)
_FIRST = 2  # the lowest number that a property may have
_MAX = 255  # the longest text that a core property may hold
_OURS = ("title", "subject", "creator", "lastModifiedBy", "keywords", "language", "identifier", "created", "modified", "revision")


def set_properties(report: Report, parts: Parts, *, locale: str) -> None:
    """Core properties, and the brief number also where Word shows it: File, Info, Advanced Properties, Custom."""
    core, custom = parts.letterhead.core, parts.letterhead.custom
    if core:
        parts.put(core.name, core.filled(_core(report, locale)))
    else:
        attributes = {f"xmlns:{prefix}": address for prefix, address in CORE_PREFIXES.items()}
        content = part(root("cp:coreProperties", "", _core(report, locale), attributes=attributes))
        parts.add("/docProps/core.xml", _CORE, content, _CORE_RELATIONSHIP, start=ROOT)
    if not report.brief_number:
        return
    words = element("vt:lpwstr", None, text(report.brief_number))
    number = custom.first if custom else _FIRST
    entry = element("property", {"xmlns": NAMESPACES["cp"], "fmtid": _FORMAT_ID, "pid": number, "name": BRIEF_NUMBER}, words)
    if custom:
        parts.put(custom.name, custom.filled(entry))
    else:
        parts.add("/docProps/custom.xml", _CUSTOM, part(root("Properties", "vt", entry, default="cp")), "custom-properties", start=ROOT)


def place_core(core: _Element) -> int:
    """Mark where our properties stand in a letterhead's own, of which those give way that a report has."""
    for child in list(core):
        if str(child.tag).rpartition("}")[2] in _OURS:
            core.remove(child)
    core.append(mark())
    return 1


def place_custom(custom: _Element) -> int:
    """Mark the end of a letterhead's own custom properties; the number of ours."""
    for child in custom.findall(f"*[@name='{BRIEF_NUMBER}']"):
        custom.remove(child)
    custom.append(mark())
    return 1 + max((int(str(child.get("pid"))) for child in custom.findall("*[@pid]")), default=_FIRST - 1)


def _core(report: Report, locale: str) -> Xml:
    author, moment = _short(report.author), f"{report.modified}T00:00:00Z"
    words = {
        "dc:title": _short(report.head.title),
        "dc:subject": _short(report.subject),
        "dc:creator": author,
        "cp:keywords": _short(", ".join(report.keywords)),
        "cp:lastModifiedBy": author,
        "cp:revision": "1",
        "dc:language": locale,
        "dc:identifier": _short(report.brief_number),
    }
    dates = (element(name, {"xsi:type": "dcterms:W3CDTF"}, Xml(moment)) for name in ("dcterms:created", "dcterms:modified"))
    return join((*(element(name, None, text(value)) for name, value in words.items()), *dates))


def _short(words: str) -> str:
    return printable(words)[:_MAX]
