"""A file from outside that is no honest draft is refused with a message that names it; nothing in it is loaded or unpacked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from briefgen.diagnostics import InputError
from briefgen.edits.file import edits_from_toml, edits_to_toml
from briefgen.edits.package import open_package
from tests.edits.drafts import pristine

DOCUMENT = "word/document.xml"
BOMB = b"<w:p/>" * 40_000_000


def parts() -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(pristine("en"))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(content: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in content.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def _entity(content: dict[str, bytes]) -> None:
    declared = b'<!DOCTYPE w:document [<!ENTITY x SYSTEM "/etc/passwd">]>'
    content[DOCUMENT] = content[DOCUMENT].replace(b"<w:document", declared + b"<w:document", 1)


def _expansion(content: dict[str, bytes]) -> None:
    levels = b"".join(b'<!ENTITY e%d "%s">' % (number, b"&e%d;" % (number - 1) * 10) for number in range(1, 12))
    content[DOCUMENT] = b'<!DOCTYPE d [<!ENTITY e0 "ha">' + levels + b"]><d>&e11;</d>"


def _external(content: dict[str, bytes]) -> None:
    rels = "word/_rels/document.xml.rels"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    relation = b'<Relationship Id="rId900" Type="' + kind + b'" Target="http://example.org/x.png" TargetMode="External"/></Relationships>'
    content[rels] = content[rels].replace(b"</Relationships>", relation)


def _macro(content: dict[str, bytes]) -> None:
    content["word/vbaProject.bin"] = b"\xd0\xcf\x11\xe0"


def _broken(content: dict[str, bytes]) -> None:
    content[DOCUMENT] = content[DOCUMENT][:-200]


def _bomb(content: dict[str, bytes]) -> None:
    content["word/footnotes.xml"] = BOMB


def _many_parts(content: dict[str, bytes]) -> None:
    content.update({f"word/part{number}.xml": b"<a/>" for number in range(5000)})


def _no_document(content: dict[str, bytes]) -> None:
    del content[DOCUMENT]


def _damaged_ledger(content: dict[str, bytes]) -> None:
    content["customXml/item1.xml"] = b'<draft xmlns="urn:briefgen:draft:1">{"slots": 1</draft>'


def _deep(content: dict[str, bytes]) -> None:
    content[DOCUMENT] = b"<a>" * 100_000 + b"</a>" * 100_000


@pytest.mark.parametrize(
    ("plant", "message"),
    [
        (_entity, "document type"),
        (_expansion, "draft.docx: word/document.xml"),
        (_external, "loads a image from elsewhere"),
        (_macro, "holds macros"),
        (_broken, "save it again"),
        (_bomb, "unpacks to more than"),
        (_many_parts, "parts"),
        (_no_document, "is missing"),
        (_deep, "save it again"),
    ],
)
def test_a_hostile_file_is_refused_with_a_message(plant: Callable[[dict[str, bytes]], None], message: str) -> None:
    content = parts()
    plant(content)
    with pytest.raises(InputError, match=message):
        open_package(packed(content), "draft.docx")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"<html>", b"\xd0\xcf\x11\xe0" * 100])
def test_what_is_no_zip_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match=r"draft\.docx: is not a Word document"):
        open_package(data, "draft.docx")


def test_a_part_that_holds_more_than_it_declares_is_refused() -> None:
    data = bytearray(packed({**parts(), "word/footnotes.xml": b"<a/>" + b" " * 100_000}))
    place = data.rindex(b"word/footnotes.xml") - 46  # the entry of the list at the end; its size stands 24 bytes in (APPNOTE 4.3.12)
    data[place + 24 : place + 28] = (10).to_bytes(4, "little")
    with pytest.raises(InputError, match=r"draft\.docx"):
        open_package(bytes(data), "draft.docx")


def test_a_damaged_record_of_the_draft_is_told() -> None:
    from tests.edits.drafts import pulled

    content = parts()
    _damaged_ledger(content)
    with pytest.raises(InputError, match="record of what the draft printed is damaged"):
        pulled(packed(content))


def test_hyperlinks_are_no_danger() -> None:
    content = parts()
    rels = "word/_rels/document.xml.rels"
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    relation = b'<Relationship Id="rId900" Type="' + kind + b'" Target="http://example.org/" TargetMode="External"/></Relationships>'
    content[rels] = content[rels].replace(b"</Relationships>", relation)
    assert open_package(packed(content), "draft.docx").part(DOCUMENT) is not None


def test_edits_are_kept_as_they_are() -> None:
    from hypothesis import given
    from hypothesis import strategies as st

    from briefgen.edits.edit import KINDS, Edit

    words = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
    filled = st.text("abc/-1", min_size=1)
    made = st.builds(
        Edit, st.sampled_from(KINDS), filled, old=words, new=words, who=words, confirmed=st.booleans(), cells=st.lists(words).map(tuple)
    )

    @given(st.lists(made))
    def check(edits: list[Edit]) -> None:
        assert edits_from_toml(edits_to_toml(edits), "edits.toml") == tuple(edits)

    check()


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("schema = 1", "schema is 1"),
        ('schema = "briefgen/edits/1"\n[[edit]]\nkind = "text"', "needs an id"),
        ('schema = "briefgen/edits/1"\n[[edit]]\nkind = "text"\nid = 3', "must be text"),
        ('schema = "briefgen/edits/1"\n[[edit]]\nkind = "x"\nid = "a"', "a kind of"),
        ('schema = "briefgen/edits/1"\n[[edit]]\nkind = "text"\nid = "a"\nworms = "b"', "unknown key 'worms'"),
        ("a = ", "not TOML"),
    ],
)
def test_a_fault_in_the_file_is_told_with_its_place(text: str, message: str) -> None:
    from briefgen.diagnostics import UsageError

    with pytest.raises(UsageError, match=message):
        edits_from_toml(text, "edits.toml")
