"""A letterhead is opened once for many briefs: nothing of one brief is in the next, nothing of a house's own file is lost."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import docx
import pytest

from briefgen.blocks import Code, Column, Footnote, Listing, ListItem, Row, Table, Text
from briefgen.diagnostics import UsageError
from briefgen.templating import find_letterhead
from briefgen.writers.docx.document import write_docx
from briefgen.writers.docx.letterhead import build_letterhead
from briefgen.writers.docx.opened import open_letterhead
from briefgen.writers.docx.package import pack
from tests.conformance.docx_lint import lint
from tests.writers.docx.opened import find, parts, tree, values, words
from tests.writers.docx.small_report import small_report, style

CODE = Code("TLP", "A code", ("1" * 21,) * 21)
NOTE = Footnote(1, (Text("A note."),), ("footnotes/one",))
NOTED = Table("limits", (Column("What"),), (Row(((Text("x"),),)),), "All", "Sums", notes=(NOTE,))
NUMBERED = Listing((ListItem((Text("one"),)),), "numbered")
PNG = bytes.fromhex("89504e470d0a1a0a")
TYPES, RELATIONS = "[Content_Types].xml", "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def house(path: Path, added: dict[str, str | bytes], changed: dict[str, tuple[str, str]]) -> str:
    """The letterhead of govuk with parts of a house's own; in those that it has, one text changed for another."""
    content: dict[str, bytes | str] = {**parts(build_letterhead(style("govuk"))), **added}
    for name, (old, new) in changed.items():
        text = bytes(content[name]).decode() if isinstance(content[name], bytes) else str(content[name])
        assert old in text
        content[name] = text.replace(old, new, 1)
    path.write_bytes(pack(content))
    return str(path)


def related(kind: str, target: str) -> tuple[str, str]:
    return "</Relationships>", f'<Relationship Id="rId40" Type="{OFFICE}/{kind}" Target="{target}"/></Relationships>'


def typed(name: str, kind: str) -> tuple[str, str]:
    return "</Types>", f'<Override PartName="{name}" ContentType="{kind}"/></Types>'


def test_briefs_leave_nothing_for_the_next_one() -> None:
    """Notes, lists begun anew, markings, properties, the document number: whatever order they are written in, each has its own bytes."""
    plain, rich = small_report(), small_report(NOTED, NUMBERED, NUMBERED)
    marked = replace(rich, head=replace(rich.head, marking="TLP:GREEN", number="17", code=CODE), brief_number="9" * 64)
    russian = small_report(language="ru")
    alone = {}
    for report in (plain, marked, russian):
        open_letterhead.__globals__["_opened"].cache_clear()
        alone[id(report)] = write_docx(report, style("govuk"))
    for report in (marked, plain, russian, marked, russian, plain):
        assert write_docx(report, style("govuk")) == alone[id(report)]


def test_a_file_that_has_changed_is_opened_anew(tmp_path: Path) -> None:
    own = replace(style("govuk"), letterhead=str(tmp_path / "own.docx"))
    motto = docx.Document(io.BytesIO(find_letterhead("govuk").read_bytes()))
    for motto_words in ("First", "Second"):
        motto.add_paragraph(motto_words)
        motto.save(own.letterhead)
        texts = [words(found) for found in find(tree(write_docx(small_report(), own)), "w:body/w:p")]
        assert motto_words in texts


def test_a_houses_own_picture_stays_beside_the_code(tmp_path: Path) -> None:
    changed = {RELATIONS: related("image", "media/image1.png"), TYPES: typed("/word/media/image1.png", "image/png")}
    own = house(tmp_path / "own.docx", {"word/media/image1.png": PNG}, changed)
    report = small_report()
    written = write_docx(replace(report, head=replace(report.head, code=CODE)), replace(style("govuk"), letterhead=own))
    assert parts(written)["word/media/image1.png"] == PNG
    assert len(parts(written)["word/media/image2.png"]) > len(PNG)
    assert lint(written) == []


def test_a_houses_own_data_stays_beside_the_ledger(tmp_path: Path) -> None:
    changed = {RELATIONS: related("customXml", "../customXml/item1.xml")}
    own = house(tmp_path / "own.docx", {"customXml/item1.xml": "<house/>"}, changed)
    written = parts(write_docx(small_report(), replace(style("govuk"), letterhead=own)))
    assert written["customXml/item1.xml"] == b"<house/>"
    assert b"urn:briefgen:draft:1" in written["customXml/item2.xml"]


def test_a_houses_own_properties_stay_beside_the_reports(tmp_path: Path) -> None:
    namespace = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
    types = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
    own_property = '<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="4" name="Unit"><v:lpwstr>North</v:lpwstr></property>'
    custom = f'<Properties xmlns="{namespace}" xmlns:v="{types}">{own_property}</Properties>'
    changed = {
        "_rels/.rels": related("custom-properties", "docProps/custom.xml"),
        TYPES: typed("/docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml"),
        "docProps/core.xml": (
            "/>",
            ' xmlns:x="http://purl.org/dc/elements/1.1/"><x:title>Blank</x:title><cp:category>Briefs</cp:category></cp:coreProperties>',
        ),
    }
    own = house(tmp_path / "own.docx", {"docProps/custom.xml": custom}, changed)
    report = replace(small_report(), brief_number="9" * 64)
    written = write_docx(report, replace(style("govuk"), letterhead=own))
    assert values(tree(written, "docProps/custom.xml"), "*/@name") == ["Unit", "Brief number"]
    assert values(tree(written, "docProps/custom.xml"), "*/@pid") == ["4", "5"]
    core = docx.Document(io.BytesIO(written)).core_properties
    assert (core.title, core.category) == (report.head.title, "Briefs")


def test_a_houses_own_footnotes_stay_before_ours(tmp_path: Path) -> None:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    notes = f'<n:footnotes xmlns:n="{namespace}"><n:footnote n:id="1"><n:p/></n:footnote></n:footnotes>'
    changed = {RELATIONS: related("footnotes", "footnotes.xml"), TYPES: typed("/word/footnotes.xml", kind)}
    own = house(tmp_path / "own.docx", {"word/footnotes.xml": notes}, changed)
    written = write_docx(small_report(NOTED), replace(style("govuk"), letterhead=own))
    assert values(tree(written, "word/footnotes.xml"), "w:footnote/@w:id") == ["1", "2"]
    assert values(tree(written), ".//w:footnoteReference/@w:id") == ["2"]


def test_remarks_on_a_letterhead_are_no_comments_on_a_brief(tmp_path: Path) -> None:
    own = docx.Document(io.BytesIO(find_letterhead("govuk").read_bytes()))
    own.add_comment(own.add_paragraph("Motto").runs, text="Ask the registry", author="Author")
    own.save(str(tmp_path / "own.docx"))
    written = write_docx(small_report(), replace(style("govuk"), letterhead=str(tmp_path / "own.docx")))
    assert "Motto" in words(tree(written)) and "registry" not in parts(written)["word/comments.xml"].decode()
    assert lint(written) == []


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        (TYPES, "document.main+xml", "document.other+xml"),
        ("_rels/.rels", "/officeDocument", "/other"),
        ("word/document.xml", "<w:body>", "<w:body><w:p>"),
        ("word/document.xml", "w:sectPr", "w:other"),
    ],
)
def test_what_is_no_word_file_is_refused_by_name(tmp_path: Path, name: str, old: str, new: str) -> None:
    text = parts(build_letterhead(style("govuk")))[name].decode().replace(old, new)
    (tmp_path / "own.docx").write_bytes(pack({**parts(build_letterhead(style("govuk"))), name: text}))
    with pytest.raises(UsageError, match=r"own\.docx: this is no Word file that a brief can be written on"):
        write_docx(small_report(), replace(style("govuk"), letterhead=str(tmp_path / "own.docx")))
