"""Every fault that is planted into a finished file is seen, and a clean file raises no alarm."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from functools import cache
from itertools import chain

import pytest

from briefgen.proof import wording
from briefgen.proof.check import check_files, check_parity, check_wording, measure
from briefgen.proof.facts import check_facts, file_text
from briefgen.proof.passage import placed_words
from briefgen.templating import load_style
from briefgen.writers.pdf import write_pdf
from tests.proof.conftest import Finished
from tests.proof.faults import KINDS, NUMBER, faults, with_passages

pytestmark = pytest.mark.slow


@pytest.fixture(params=("seed", "english"))
def brief(request: pytest.FixtureRequest) -> Finished:
    found: Finished = request.getfixturevalue(request.param)
    return found


def test_a_clean_brief_raises_no_alarm(brief: Finished) -> None:
    assert check_files(brief.files, brief.brief, brief.reports) == ()


def test_every_planted_fault_is_seen(brief: Finished, monkeypatch: pytest.MonkeyPatch) -> None:
    """A fault changes one passage of a file; the words of all others are taken once."""
    known = cache(lambda passage: tuple(placed_words([passage])))
    monkeypatch.setattr(wording, "placed_words", lambda passages: chain.from_iterable(map(known, passages)))
    planted = [(kind, file, changed) for file in brief.read for kind, changed in faults(file)]
    unseen = [(kind, file.name) for kind, file, changed in planted if not any(check_wording(changed, brief.reports[file.language]))]
    assert unseen == []
    assert len(planted) >= 300
    assert {kind for kind, _, _ in planted} >= {*KINDS, "a sentence added", "a figure added", "a risk removed"}


@pytest.mark.parametrize("kind", ["a digit", "a scale", "a qualifier dropped", "a figure added"])
def test_a_reader_who_knows_only_the_sources_sees_a_wrong_figure(kind: str, brief: Finished) -> None:
    """Without the report: grammars read the file, and no fact of the sources agrees."""
    for file in brief.read:
        planted = [changed for found, changed in faults(file) if found == kind][::6]
        assert planted
        for changed in planted:
            text = file_text(file.name, file.language, (*changed.reading.passages, *changed.reading.charts), brief.brief)
            assert {finding.code for finding in check_facts(text, brief.brief, example="1.24")} & {"figure", "quotation", "missing"}


def test_a_figure_in_one_language_only_is_seen(brief: Finished) -> None:
    """Either edition by itself could be right: one of them names a sum nowhere that the other has."""
    one, other = brief.read[1], brief.read[3]
    number = next(match[0].strip() for passage in one.reading.passages if (match := NUMBER.search(passage.text)))
    without = [passage for passage in one.reading.passages if number not in "".join(passage.text.split())]  # a column parts «1» and «,7»
    changed = with_passages(one, without)
    texts = [file_text(file.name, file.language, file.reading.passages, brief.brief) for file in (changed, other)]
    assert any(finding.place == "figures" for finding in check_parity([measure(text) for text in texts]))


def _with_words_changed(data: bytes, old: str, new: str) -> bytes:
    """A DOCX in whose document the first of these words are others."""
    changed = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(changed, "w") as after:
        for entry in before.infolist():
            content = before.read(entry)
            if entry.filename == "word/document.xml":
                assert old.encode() in content
                content = content.replace(old.encode(), new.encode(), 1)
            after.writestr(entry, content)
    return changed.getvalue()


@pytest.mark.parametrize(("old", "new", "code"), [("12\u00a0млрд", "21\u00a0млрд", "figure"), ("Катпар", "Катмар", "missing")])
def test_a_fault_in_the_bytes_of_a_draft_is_seen(old: str, new: str, code: str, seed: Finished) -> None:
    draft = seed.files[0]
    findings = check_files([replace(draft, data=_with_words_changed(draft.data, old, new))], seed.brief, seed.reports)
    assert "text" in {finding.code for finding in findings}
    assert code == "missing" or code in {finding.code for finding in findings}


def test_a_fault_that_is_drawn_on_a_page_is_seen(seed: Finished) -> None:
    """Printed from a report with one wrong word; and with words in the margin that are not the report's."""
    report = seed.reports["en"]
    wrong = replace(report, head=replace(report.head, title=report.head.title.replace("United", "Untied")))
    margin = replace(report, running="Approved by the minister")
    for changed in (wrong, margin):
        data = write_pdf(changed, load_style("govuk")).data
        findings = check_files([replace(seed.files[3], data=data)], seed.brief, seed.reports)
        assert {finding.code for finding in findings} == {"text"}


def test_a_damaged_file_is_a_finding(seed: Finished) -> None:
    for file in seed.files[:2]:
        (finding,) = check_files([replace(file, data=file.data[:200])], seed.brief, seed.reports)
        assert (finding.code, finding.file) == ("file", file.name)
