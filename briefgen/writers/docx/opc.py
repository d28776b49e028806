"""The bytes of an Office file -> its parts with their content types and relationships (ECMA-376, part 2). The one home of python-docx."""

from __future__ import annotations

import io
import posixpath
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefgen.writers.docx.markup import NAMESPACES, Xml, element, root

if TYPE_CHECKING:
    from lxml.etree import _Element

ROOT = ""  # the file itself, whose relationships lead to its document
OFFICE = NAMESPACES["r"]
_NUMBERED = re.compile(r"rId(\d+)\Z")
_DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "xml": "application/xml",
}


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship: its id, the address that says its kind, where it leads: the name of a part, or an address elsewhere."""

    id: str
    kind: str
    target: str
    is_external: bool = False

    @property
    def role(self) -> str:
        """The last word of the kind: `styles`, `header`."""
        return self.kind.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class OfficeFile:
    """The parts of a file by name with their content types, and their relationships by the part that they start from."""

    parts: Mapping[str, bytes]
    types: Mapping[str, str]
    relations: Mapping[str, tuple[Relation, ...]]

    def related(self, part: str, role: str) -> str | None:
        """The first part of a role that another one leads to."""
        return next((relation.target for relation in self.relations.get(part, ()) if relation.role == role), None)


def read_file(content: bytes) -> OfficeFile:
    """The parts of a file that relationships lead to, as python-docx reads them. BadZipFile, KeyError, ValueError or SyntaxError (lxml's
    own is one) where it is none."""
    from docx.opc.pkgreader import PackageReader

    reader = PackageReader.from_file(io.BytesIO(content))  # type: ignore[no-untyped-call]  # typed is what python-docx has above it
    parts, types = {}, {}
    for name, kind, _, part in reader.iter_sparts():
        parts[name.membername], types[name.membername] = part, kind
    relations: dict[str, list[Relation]] = {name: [] for name in (ROOT, *parts)}
    for start, found in reader.iter_srels():
        target = found.target_ref if found.is_external else found.target_partname.membername
        relations[start.membername].append(Relation(found.rId, found.reltype, target, found.is_external))
    return OfficeFile(parts, types, {start: tuple(several) for start, several in relations.items()})


def parse_xml(content: bytes) -> _Element:
    """The tree of a part, without entities, network and comments."""
    from lxml import etree

    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True, remove_comments=True))


def relations_name(part: str) -> str:
    """
    >>> relations_name("word/document.xml"), relations_name("")
    ('word/_rels/document.xml.rels', '_rels/.rels')
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations_part(part: str, relations: Iterable[Relation]) -> Xml:
    """The list of the relationships of a part."""
    return root("Relationships", "", *(_relationship(part, relation) for relation in relations), default="pr")


def next_number(relations: Iterable[Relation]) -> int:
    """The number after the highest in ids such as rId7."""
    return 1 + max((int(found[1]) for relation in relations if (found := _NUMBERED.match(relation.id))), default=0)


def content_types(types: Mapping[str, str]) -> Xml:
    """The list of content types."""
    defaults = (element("Default", {"Extension": extension, "ContentType": kind}) for extension, kind in _DEFAULTS.items())
    overrides = (
        element("Override", {"PartName": f"/{name}", "ContentType": types[name]})
        for name in sorted(types)
        if _DEFAULTS.get(_extension(name)) != types[name]
    )
    return root("Types", "", *defaults, *overrides, default="ct")


def _relationship(part: str, relation: Relation) -> Xml:
    target = relation.target if relation.is_external else _way(posixpath.dirname(part), relation.target)
    mode = "External" if relation.is_external else None
    return element("Relationship", {"Id": relation.id, "Type": relation.kind, "Target": target, "TargetMode": mode})


def _way(folder: str, target: str) -> str:
    """The way from a folder to a part.

    >>> _way("word", "word/charts/chart1.xml"), _way("word", "docProps/app.xml"), _way("", "docProps/app.xml")
    ('charts/chart1.xml', '../docProps/app.xml', 'docProps/app.xml')
    """
    if not folder or target.startswith(f"{folder}/"):
        return target[len(folder) :].lstrip("/")
    return "../" * (folder.count("/") + 1) + target


def _extension(name: str) -> str:
    return name.rpartition(".")[2].lower()
