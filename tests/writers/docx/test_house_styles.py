"""A house's own file may call its styles by other ids: they are found by their names, and one that is missing is named."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.diagnostics import UsageError
from briefgen.writers.docx.document import write_docx
from briefgen.writers.docx.letterhead import build_letterhead
from briefgen.writers.docx.package import pack
from tests.conformance.docx_lint import lint
from tests.writers.docx.opened import parts, tree, values
from tests.writers.docx.small_report import style
from tests.writers.sample_report import sample_report

# As a Russian Word gives them: heading 1 is "1", body text is "a3"; here "Strong" even bears the id of another style of ours.
OWN_IDS = {"Heading1": "1", "BodyText": "a3", "KeyPoint": "a5", "Strong": "Title", "Title": "a7"}


def house(path: Path, *, without: str = "") -> Path:
    """The letterhead of gost as a house's Word would have saved it."""
    made = parts(build_letterhead(style("gost")))
    content = {name: data.decode() if name.endswith((".xml", ".rels")) else data for name, data in made.items()}
    for name in ("word/styles.xml", "word/numbering.xml"):
        text = str(content[name])
        for old, new in OWN_IDS.items():
            for attribute in ("w:styleId", "w:val"):
                text = text.replace(f'{attribute}="{old}"', f'{attribute}="@{new}"')
        text = text.replace('<w:name w:val="@', '<w:name w:val="').replace('="@', '="')
        for old, new in OWN_IDS.items():  # names are what they were
            text = text.replace(f'w:styleId="{new}"><w:name w:val="{new}"/>', f'w:styleId="{new}"><w:name w:val="{old}"/>')
        content[name] = text.replace(f'"{without}"', '"Other"').replace(f'"{without.replace(" ", "")}"', '"Other"') if without else text
    path.write_bytes(pack(content))
    return path


def written(path: Path) -> bytes:
    return write_docx(sample_report("ru"), replace(style("gost"), letterhead=str(path)))


def test_styles_are_taken_by_their_names(tmp_path: Path) -> None:
    docx = written(house(tmp_path / "house.docx"))
    names = {
        values(entry, "@w:styleId")[0]: values(entry, "w:name/@w:val")[0]
        for entry in tree(docx, "word/styles.xml").iter("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}style")
    }
    assert (names["Heading1"], names["BodyText"], names["KeyPoint"]) == ("heading 1", "Body Text", "Key Point")
    assert (names["Strong"], names["Title"]) == ("Strong", "Title")
    assert lint(docx) == []


def test_a_missing_style_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"house\.docx: the letterhead lacks the styles Mark Small; make one"):
        written(house(tmp_path / "house.docx", without="Mark Small"))
