"""Parts -> the bytes of an OPC package that are the same on each run: sorted names, one fixed date, no word of this machine."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefgen.writers.docx.markup import Xml, element, part, root

if TYPE_CHECKING:
    from docx.opc.package import OpcPackage

# The zip format (ISO/IEC 21320-1): marks and fixed fields of its records; 1 January 1980, the earliest day that an entry can bear.
_LOCAL, _CENTRAL, _END_MARK = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_FIELDS, _PLACE, _END = struct.Struct("<HHHHHLLLHH"), struct.Struct("<HHHLL"), struct.Struct("<HHHHLLH")
_NEEDED, _UTF8, _DAY = 20, 0x800, (1 << 5) | 1
_MADE_BY = struct.pack("<BB", 20, 3)  # by a Unix, so that the mode counts
_MODE = 0o644 << 16
_LEVEL = 4  # of deflate: half the time of 6 for a tenth more bytes
_CONSTANT = ("styles.xml", "theme1.xml", "numbering.xml", "fontTable.xml", "settings.xml", "workbook.xml", ".rels", "itemProps1.xml")
_CONTENT_TYPES = "[Content_Types].xml"
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


def save(package: OpcPackage, written: Mapping[str, bytes] = MappingProxyType({})) -> bytes:
    """The package as python-docx holds it, in place of its own `save`, which stamps the local time into each entry. `written` are the
    parts that stand as bytes already, by their names."""
    parts = {}
    types = {}
    for item in package.iter_parts():
        name = str(item.partname)
        types[name] = item.content_type
        data = written.get(name)
        parts[name[1:]] = item.blob if data is None else data
        if len(item.rels):
            parts[str(item.partname.rels_uri)[1:]] = item.rels.xml
    parts["_rels/.rels"] = package.rels.xml
    parts[_CONTENT_TYPES] = part(_content_types(types))
    return pack(parts)


def pack(parts: Mapping[str, bytes | str]) -> bytes:
    """A zip of the parts, the list of content types first as readers expect it.

    Written here and not by zipfile, whose entries take half as long again as packing them.
    """
    blocks: list[bytes] = []
    central: list[bytes] = []
    offset = 0
    for name in sorted(parts, key=lambda name: (name != _CONTENT_TYPES, name)):
        part = parts[name]
        data = part.encode() if isinstance(part, str) else part
        checksum, packed = _deflated_again(data) if name.endswith(_CONSTANT) else _deflated(data)
        label = name.encode()
        fields = _FIELDS.pack(
            _NEEDED, _UTF8 * (not name.isascii()), zlib.DEFLATED, 0, _DAY, checksum, len(packed), len(data), len(label), 0
        )
        blocks += (_LOCAL, fields, label, packed)
        central += (_CENTRAL, _MADE_BY, fields, _PLACE.pack(0, 0, 0, _MODE, offset), label)
        offset += len(_LOCAL) + len(fields) + len(label) + len(packed)
    directory = b"".join(central)
    end = _END.pack(0, 0, len(parts), len(parts), len(directory), offset, 0)
    return b"".join((*blocks, directory, _END_MARK, end))


def _deflated(data: bytes) -> tuple[int, bytes]:
    """The checksum of a part, and the part as it lies in the zip."""
    packer = zlib.compressobj(_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    return zlib.crc32(data), packer.compress(data) + packer.flush()


# What comes from a letterhead or is the same in each draft is packed once a process.
_deflated_again = lru_cache(maxsize=64)(_deflated)


def _content_types(types: Mapping[str, str]) -> Xml:
    defaults = (element("Default", {"Extension": extension, "ContentType": kind}) for extension, kind in _DEFAULTS.items())
    overrides = (
        element("Override", {"PartName": name, "ContentType": types[name]})
        for name in sorted(types)
        if _DEFAULTS.get(name.rpartition(".")[2]) != types[name]
    )
    return root("Types", "", *defaults, *overrides, default="ct")
