"""Parts, their content types and relationships, as other programs write them."""

from __future__ import annotations

from briefgen.writers.docx.opc import ROOT, Relation, content_types, next_number, read_file, relations_part
from briefgen.writers.docx.package import pack

TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="XML" ContentType="application/xml"/><Default Extension="rels" ContentType="application/x"/>'
    '<Override PartName="/word/document.xml" ContentType="application/main"/></Types>'
)
RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
RELATION = '<Relationship Id="{}" Type="urn:kinds/{}" Target="{}"{}/>'


def file_of(**parts: str) -> bytes:
    document = RELATIONS.format(RELATION.format("rId1", "main", "/word/document.xml", ""))
    own = RELATION.format("rId7", "styles", "../parts/styles.xml", "") + RELATION.format("x", "link", "../a", ' TargetMode="External"')
    return pack(
        {"[Content_Types].xml": TYPES, "_rels/.rels": document, "word/document.xml": "<d/>", "parts/styles.xml": "<s/>", "notes.txt": "x"}
        | {"word/_rels/document.xml.rels": RELATIONS.format(own), **parts}
    )


def test_targets_are_names_of_parts() -> None:
    file = read_file(file_of())
    assert file.related(ROOT, "main") == "word/document.xml"
    assert file.relations["word/document.xml"] == (
        Relation("rId7", "urn:kinds/styles", "parts/styles.xml"),
        Relation("x", "urn:kinds/link", "../a", is_external=True),
    )
    assert next_number(file.relations["word/document.xml"]) == 8
    assert file.related("word/document.xml", "theme") is None


def test_types_are_those_of_the_part_or_of_its_extension() -> None:
    file = read_file(file_of())
    assert file.types == {"word/document.xml": "application/main", "parts/styles.xml": "application/xml"}
    assert "notes.txt" not in file.parts  # without a content type it is no part


def test_what_was_read_is_written_as_it_was() -> None:
    relations = read_file(file_of()).relations["word/document.xml"]
    written = relations_part("word/document.xml", relations)
    assert 'Target="../parts/styles.xml"' in written and 'Target="../a" TargetMode="External"' in written
    assert 'PartName="/word/document.xml"' in content_types(read_file(file_of()).types)
    assert "styles.xml" not in content_types(read_file(file_of()).types)
