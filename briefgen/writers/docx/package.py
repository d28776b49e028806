"""Parts -> the bytes of an OPC package that are the same on each run: sorted names, one fixed date, no word of this machine."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from typing import TYPE_CHECKING

from briefgen.writers.docx.markup import Xml, element, part, root

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip entry can bear
_UNIX = 3
_MODE = 0o644 << 16
_CONTENT_TYPES = "[Content_Types].xml"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


def save(package: OpcPackage) -> bytes:
    """The package as python-docx holds it, in place of its own `save`, which stamps the local time into each entry."""
    parts = {}
    types = {}
    for item in package.iter_parts():
        name = str(item.partname)
        types[name] = item.content_type
        parts[name[1:]] = item.blob
        if len(item.rels):
            parts[str(item.partname.rels_uri)[1:]] = item.rels.xml
    parts["_rels/.rels"] = package.rels.xml
    parts[_CONTENT_TYPES] = part(_content_types(types))
    return pack(parts)


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip of the parts, the list of content types first as readers expect it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _MODE
            archive.writestr(entry, parts[name])
    return buffer.getvalue()


def _content_types(types: Mapping[str, str]) -> Xml:
    defaults = (element("Default", {"Extension": extension, "ContentType": kind}) for extension, kind in _DEFAULTS.items())
    overrides = (
        element("Override", {"PartName": name, "ContentType": types[name]})
        for name in sorted(types)
        if _DEFAULTS.get(name.rpartition(".")[2]) != types[name]
    )
    return root("Types", "", *defaults, *overrides, default="ct")
