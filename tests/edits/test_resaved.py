"""Drafts that LibreOffice opened and saved again, as DOCX and by way of ODT: the same edits come back, and none that nobody made."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefgen.edits.edit import Edit
from briefgen.edits.pulling import open_draft, pull
from briefgen.extract.quantities.find import find_quantities
from briefgen.pipeline import terms_of_choices
from briefgen.templating import load_style
from briefgen.writers.docx.document import ledger_of
from briefgen.writers.docx.slots import unify
from tests.edits.drafts import STYLES, draft, pristine, report_of, small_brief
from tests.edits.test_comments import number_of, reply

pytestmark = [pytest.mark.conformance, pytest.mark.slow]

TIMEOUT = 120


def worded() -> bytes:
    """Words, labels, terms, the assessment, what was added and left out."""
    word = draft("ru")
    word.type("heading/risks", "Угрозы России")
    word.type("figures/q-xxx/0", "Дороги и мосты")
    word.append("points/risks", " Добавлено.")
    word.choose(next(tag for tag in word.tags() if tag.endswith("/likelihood")), "весьма вероятно")
    word.choose(next(tag for tag in word.tags() if tag.endswith("/impact")), "высокое")
    word.type("assessment", "Первый вывод.")
    word.add("Второй вывод.", after="assessment")
    word.add("Справочно: новый абзац.", after="heading/experts")
    word.delete("figures/q-part/0")
    word.delete("points/movers")
    return word.save()


def moved() -> bytes:
    word = draft("en")
    word.move("figures/q-gbp/0", after="figures/q-xxx/0")
    word.add_row(["Ports", "3", "items", "Kazakhstan", "—", ""], after="figures/q-part/0")
    return word.save()


def tracked() -> bytes:
    """Changes that wait, by a person, and a comment that was answered."""
    word = draft("ru")
    word.track("heading/risks", "Риски", "Угрозы")
    word.track_deleted("figures/q-xxx/0")
    reply(word, number_of(word, "нет валюты"), "евро")
    return word.save()


DRAFTS = {"ru": lambda: pristine("ru"), "en": lambda: pristine("en"), "worded": worded, "moved": moved, "tracked": tracked}


@pytest.fixture(scope="module")
def resaved(tmp_path_factory: pytest.TempPathFactory, needs_tool: Callable[[str], str]) -> dict[str, dict[str, bytes]]:
    """The drafts by way (docx, odt) and name: three starts of LibreOffice for all."""
    folder = tmp_path_factory.mktemp("resaved")
    for name, make in DRAFTS.items():
        (folder / f"{name}.docx").write_bytes(make())
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def convert(kind: str, target: Path, *files: Path) -> None:
        command = [needs_tool("soffice"), profile, "--headless", "--convert-to", kind, "--outdir", str(target), *map(str, files)]
        subprocess.run(command, cwd=folder, capture_output=True, timeout=TIMEOUT, check=True)

    names = [folder / f"{name}.docx" for name in DRAFTS]
    convert("docx:MS Word 2007 XML", folder / "docx", *names)
    convert("odt", folder / "odt", *names)
    convert("docx:MS Word 2007 XML", folder / "by-odt", *(folder / "odt" / f"{name}.odt" for name in DRAFTS))
    ways = {"docx": "docx", "odt": "by-odt"}
    return {way: {name: (folder / place / f"{name}.docx").read_bytes() for name in DRAFTS} for way, place in ways.items()}


def edits_in(docx: bytes, language: str, *, accept: bool = False) -> list[Edit]:
    """The edits that come back, without who and when; a ledger that was lost is made again from the report."""
    style = load_style(STYLES[language])
    opened = open_draft(docx, "draft.docx", lambda _: ledger_of(report_of(language).report, style))
    found = pull(opened, (), small_brief(), terms=terms_of_choices(), find=find_quantities, accept=accept)
    assert (found.refused, found.untaken) == ((), ())
    edits = found.changes if not found.pending or accept else (*found.changes, *found.pending)
    return [replace(edit, who="", when="", draft="", old=unify(edit.old), new=unify(edit.new), role="") for edit in edits]


@pytest.mark.parametrize("way", ["docx", "odt"])
@pytest.mark.parametrize("language", ["ru", "en"])
def test_what_nobody_changed_is_no_edit(way, language, resaved):
    assert edits_in(resaved[way][language], language) == []


@pytest.mark.parametrize("way", ["docx", "odt"])
@pytest.mark.parametrize(("name", "language"), [("worded", "ru"), ("moved", "en")])
def test_the_same_edits_come_back(way, name, language, resaved):
    before = edits_in(DRAFTS[name](), language)
    assert len(before) >= 2
    assert edits_in(resaved[way][name], language) == before


@pytest.mark.parametrize("way", ["docx", "odt"])
def test_tracked_changes_still_wait(way, resaved):
    found = edits_in(resaved[way]["tracked"], "ru")
    assert {edit.id for edit in found} >= {"heading/risks", "figures/q-xxx"}
    accepted = {edit.id: edit for edit in edits_in(resaved[way]["tracked"], "ru", accept=True)}
    assert accepted["heading/risks"].new == "Угрозы для России"
    assert accepted["figures/q-xxx"].kind in ("delete", "answer")
