"""All parts of a DOCX against the transitional schemas of ISO/IEC 29500, which lie in the reference folder."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pytest
from lxml import etree

from briefgen.blocks import Code
from briefgen.writers.docx.document import write_docx
from briefgen.writers.docx.letterhead import BUILT_IN, build_letterhead
from tests.writers.docx.opened import parts
from tests.writers.docx.small_report import sample, small_report, style

pytestmark = [pytest.mark.conformance, pytest.mark.reference]

# Which schema is a part's, by the beginning of its name; the longest fitting one counts. Core properties need schemas of Dublin Core.
SCHEMAS = {
    "[Content_Types].xml": "opc-xsd/opc-contentTypes.xsd",
    "word/": "wml.xsd",
    "word/charts/": "dml-chart.xsd",
    "word/theme/": "dml-main.xsd",
    "docProps/app.xml": "shared-documentPropertiesExtended.xsd",
    "docProps/custom.xml": "shared-documentPropertiesCustom.xsd",
    "customXml/itemProps": "shared-customXmlDataProperties.xsd",
    "xl/": "sml.xsd",
}
RELATIONSHIPS = "opc-xsd/opc-relationships.xsd"


@lru_cache
def _schema(path: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(path))


def _schema_of(name: str, folder: Path) -> etree.XMLSchema | None:
    if name.endswith(".rels"):
        return _schema(folder / RELATIONSHIPS)
    fitting = [start for start in SCHEMAS if name.startswith(start) and name.endswith(".xml")]
    return _schema(folder / SCHEMAS[max(fitting, key=len)]) if fitting else None


def _faults(package: bytes, folder: Path) -> list[str]:
    faults = []
    for name, content in parts(package).items():
        if name.endswith(".xlsx"):
            faults += _faults(content, folder)
        schema = _schema_of(name, folder)
        if schema is not None and not schema.validate(etree.fromstring(content)):
            faults += [f"{name}:{error.line}: {error.message}" for error in schema.error_log]
    return faults


@pytest.mark.parametrize("language", ["ru", "en"])
def test_every_part_of_a_brief_follows_its_schema(language: str, reference: Path) -> None:
    assert _faults(sample(language), reference / "schemas" / "ooxml") == []


def test_a_picture_of_a_code_follows_its_schema(reference: Path) -> None:
    report = small_report(language="ru")
    rows = tuple("10" * 16 + "1" for _ in range(33))
    head = replace(report.head, code=Code("abc", "QR code: abc", rows))
    assert _faults(write_docx(replace(report, head=head), style("gost")), reference / "schemas" / "ooxml") == []


@pytest.mark.parametrize("name", BUILT_IN)
def test_every_part_of_a_letterhead_follows_its_schema(name: str, reference: Path) -> None:
    assert _faults(build_letterhead(style(name)), reference / "schemas" / "ooxml") == []


def test_a_child_in_the_wrong_place_is_seen(reference: Path) -> None:
    """The check itself: schemas that read nothing would pass everything."""
    content = parts(sample("ru"))
    content["word/document.xml"] = content["word/document.xml"].replace(b"<w:cantSplit/>", b"<w:keepNext/>", 1)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, part in content.items():
            archive.writestr(name, part)
    assert _faults(buffer.getvalue(), reference / "schemas" / "ooxml")
