"""The bytes of a Word file that came from outside -> its parts as trees; what is no honest draft is refused with a message."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from briefgen.diagnostics import InputError

DOCUMENT, FOOTNOTES = "word/document.xml", "word/footnotes.xml"
_MOST_PARTS = 4_000
_MOST_BYTES = 200_000_000  # all parts unpacked; a brief with its annexes takes half a million
_READ = ("word/", "customXml/", "docProps/", "_rels/", "[Content_Types].xml")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# What Word itself writes for a draft whose template lies elsewhere; nothing of it is loaded here.
_HARMLESS = frozenset({"hyperlink", "attachedTemplate"})


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file: its XML parts by name, each a tree."""

    name: str
    parts: Mapping[str, etree._Element]

    def part(self, name: str) -> etree._Element | None:
        """A part, None where the file has none of this name."""
        return self.parts.get(name)


def open_package(data: bytes, name: str) -> Package:
    """The parts of a .docx. InputError: no zip, a password, too large, broken XML, entities, macros, parts that lie elsewhere."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            contents = _contents(archive, name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error, OSError) as error:  # RuntimeError: a password
        raise InputError(f"{name}: is not a Word document (.docx): {error}") from error
    if DOCUMENT not in contents:
        raise InputError(f"{name}: is not a Word document (.docx): {DOCUMENT} is missing")
    package = Package(name, {part: _tree(xml, part, name) for part, xml in contents.items()})
    _check_relationships(package)
    return package


def _contents(archive: zipfile.ZipFile, name: str) -> dict[str, bytes]:
    entries = archive.infolist()
    if len(entries) > _MOST_PARTS:
        raise InputError(f"{name}: has {len(entries)} parts; no Word draft has so many, so it is not read")
    if sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise InputError(f"{name}: unpacks to more than {_MOST_BYTES // 1_000_000} MB, so it is not read")
    if macros := [entry.filename for entry in entries if entry.filename.lower().endswith("vbaproject.bin")]:
        raise InputError(f"{name}: holds macros ({macros[0]}), so it is not read; save it as a Word document without macros (.docx)")
    wanted = [entry for entry in entries if entry.filename.startswith(_READ) and entry.filename.endswith((".xml", ".rels"))]
    return {entry.filename: _unpacked(archive, entry, name) for entry in wanted}


def _unpacked(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of a part, never more than its entry declares: a bomb declares less than it holds."""
    with archive.open(entry) as stream:
        data = stream.read(entry.file_size + 1)
    if len(data) > entry.file_size:
        raise InputError(f"{name}: {entry.filename} unpacks to more than it declares, so it is not read")
    return data


def _tree(xml: bytes, part: str, name: str) -> etree._Element:
    """The part's tree, without entities, network or a document type, which no part of a Word file has."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise InputError(f"{name}: {part}: {error.msg}; open the draft in Word and save it again") from error
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]
        raise InputError(f"{name}: {part}: declares a document type, which no Word file does, so it is not read")
    return root


def _check_relationships(package: Package) -> None:
    for part, root in package.parts.items():
        if not part.endswith(".rels"):
            continue
        for relation in root.iter(_RELATIONSHIP):
            kind = str(relation.get("Type", "")).rpartition("/")[2]
            if relation.get("TargetMode") == "External" and kind not in _HARMLESS:
                target = str(relation.get("Target", ""))
                raise InputError(f"{package.name}: {part}: loads a {kind} from elsewhere ({target}), so it is not read; embed or remove it")
