"""veraPDF on the PDFs: PDF/UA-1 and PDF/A-2a at once (3a with attachments), for whole briefs in each style; planted faults are seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest

from briefgen.cli.signing import sign_pdf, signature_fault
from briefgen.compose import Requisites
from briefgen.templating import load_style
from briefgen.writers.pdf import Attachment, write_pdf
from briefgen.writers.pdf.characters import unprintable
from tests.cli.certificates import PASSPHRASE, certificate
from tests.writers.briefs import HOUSE, long_brief, printed, seed_brief
from tests.writers.pdf.own_checks import content_faults
from tests.writers.sample_report import sample_report

pytestmark = [pytest.mark.slow, pytest.mark.conformance]

Check = Callable[[bytes, str], set[str]]
EDITIONS = [("ru", "gost"), ("en", "govuk"), ("ru", "govuk"), ("en", "gost")]
STYLES = [("gost", "govuk"), ("govuk", "gost"), ("digest", "digest"), ("gost-14", "gost-14")]
FILES = (
    Attachment("brief.json", "application/json", "Data", b'{"schema": "briefgen/brief/1"}', "Facts of the brief"),
    Attachment("brief.docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "Source", b"PK", "Word draft"),
)
CASES = {
    "markings: TLP": lambda: printed(seed_brief(), requisites=Requisites(marking="TLP:AMBER+STRICT")),
    "markings: OFFICIAL": lambda: printed(seed_brief(), requisites=Requisites(marking="OFFICIAL-SENSITIVE")),
    "markings: service use": lambda: printed(seed_brief(), requisites=Requisites(marking="ДСП", copy_number="12")),
    "draft": lambda: printed(seed_brief(), is_draft=True),
    "code": lambda: printed(seed_brief(), has_code=True),
    "house": lambda: printed(seed_brief(), requisites=HOUSE),
    "sixty articles": lambda: printed(long_brief()),
    "characters": lambda: printed(
        seed_brief(), requisites=Requisites(organisation="漢字 \U0001f680"), unprintable=unprintable("漢字 \U0001f680")
    ),
}


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize(("language", "style"), EDITIONS)
def test_a_report_is_accessible_and_archival(language: str, style: str, flavour: str, verapdf: Check) -> None:
    assert verapdf(write_pdf(sample_report(language), load_style(style)).data, flavour) == set()


@pytest.mark.parametrize("styles", STYLES, ids="-".join)
def test_the_brief_of_the_real_article_is_accessible_and_archival(styles: tuple[str, str], verapdf: Check) -> None:
    for edition in printed(seed_brief(), styles).values():
        assert verapdf(edition.layout.data, "ua1") == verapdf(edition.layout.data, "2a") == set()


@pytest.mark.parametrize("case", CASES)
def test_whatever_is_asked_of_a_brief_it_stays_accessible_and_archival(case: str, verapdf: Check) -> None:
    for edition in CASES[case]().values():
        assert verapdf(edition.layout.data, "ua1") == verapdf(edition.layout.data, "2a") == set()


def test_a_brief_with_attachments_is_archival_after_part_three(verapdf: Check) -> None:
    for edition in printed(seed_brief(), attachments=FILES).values():
        assert verapdf(edition.layout.data, "ua1") == verapdf(edition.layout.data, "3a") == set()
        assert verapdf(edition.layout.data, "2a")


def test_a_signature_leaves_a_brief_accessible_and_archival(verapdf: Check) -> None:
    for edition in printed(seed_brief()).values():
        data = sign_pdf(edition.layout.data, certificate(), PASSPHRASE)
        assert signature_fault(data) == ""
        assert verapdf(data, "ua1") == verapdf(data, "2a") == set()


def _structure(pdf: pikepdf.Pdf, tag: str) -> list[pikepdf.Dictionary]:
    return [entry for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == tag]


def _no_title(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(re.sub(rb"<dc:title>.*</dc:title>", b"", packet))


def _no_alternative(pdf: pikepdf.Pdf) -> None:
    for figure in (entry for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/Figure"):
        del figure["/Alt"]


def _no_scope(pdf: pikepdf.Pdf) -> None:
    for cell in (entry for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/TH"):
        del cell["/A"]


def _no_contents(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/Contents"]


def _no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Lang"]


def _untagged(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(pdf.make_stream(b"0 0 10 10 re f"))


def _no_tab_order(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj["/Tabs"]


def _no_font_file(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    del font.DescendantFonts[0].FontDescriptor["/FontFile2"]


def _no_unicode(pdf: pikepdf.Pdf) -> None:
    del next(iter(pdf.pages[0].obj.Resources.Font.values()))["/ToUnicode"]


def _skipped_heading(pdf: pikepdf.Pdf) -> None:
    headings = [entry for entry in pdf.objects if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/H2"]
    headings[0].S = pikepdf.Name.H4


def _not_marked(pdf: pikepdf.Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def _no_output_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def _no_claim(pdf: pikepdf.Pdf) -> None:
    packet = pdf.Root.Metadata.read_bytes()
    pdf.Root.Metadata.write(packet.replace(b"<pdfuaid:part>1</pdfuaid:part>", b""))


def _wrong_widths(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    font.DescendantFonts[0].W[1] = pikepdf.Array([width + 90 for width in font.DescendantFonts[0].W[1]])


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS=pikepdf.String("app.alert(1)"))


def _cells_of_no_row(pdf: pikepdf.Pdf) -> None:
    for row in _structure(pdf, "/TR"):
        row.S = pikepdf.Name.Div


FAULTS = [
    ("ua1", _no_title),
    ("ua1", _no_alternative),
    ("ua1", _no_scope),
    ("ua1", _no_contents),
    ("ua1", _no_language),
    ("ua1", _untagged),
    ("ua1", _no_tab_order),
    ("2a", _no_font_file),
    ("2a", _no_unicode),
    ("ua1", _skipped_heading),
    ("2a", _not_marked),
    ("2a", _no_output_intent),
    ("ua1", _no_claim),
    ("2a", _wrong_widths),
    ("2a", _script),
    ("ua1", _cells_of_no_row),
]


@pytest.mark.parametrize(("flavour", "damage"), FAULTS)
def test_a_planted_fault_is_seen(flavour: str, damage: Callable[[pikepdf.Pdf], None], verapdf: Callable[[bytes, str], set[str]]) -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(write_pdf(sample_report("en"), load_style("govuk")).data)) as pdf:
        damage(pdf)
        pdf.save(output)
    assert verapdf(output.getvalue(), flavour)


def _lost_words(pdf: pikepdf.Pdf) -> None:
    [paragraph, *_] = [entry for entry in _structure(pdf, "/P") if "/K" in entry][8:]
    paragraph["/K"] = pikepdf.Array()


def _swapped(pdf: pikepdf.Pdf) -> None:
    kids = pdf.Root.StructTreeRoot.K.K
    kids[-1], kids[-2] = kids[-2], kids[-1]


def _no_bookmarks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Outlines"]


def _glued_words(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1]
    content = page.Contents.read_bytes()
    page.Contents.write(re.sub(rb"<([0-9A-F]{4,})0020(?=[0-9A-F]*>)|<0020>", rb"", content, count=3))


def _a_box_for_a_letter(pdf: pikepdf.Pdf) -> None:
    font = next(iter(pdf.pages[0].obj.Resources.Font.values())).DescendantFonts[0]
    font.CIDToGIDMap.write(bytes(len(font.CIDToGIDMap.read_bytes())))


def _a_silent_link(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[0].obj.Annots[0]["/StructParent"]


@pytest.mark.parametrize(
    ("damage", "name"),
    [
        (_lost_words, "words"),
        (_swapped, "words"),
        (_glued_words, "words"),
        (_no_bookmarks, "bookmarks"),
        (_a_box_for_a_letter, "glyphs"),
        (_a_silent_link, "links"),
    ],
)
def test_a_fault_that_verapdf_passes_over_is_seen_by_our_own_checks(damage: Callable[[pikepdf.Pdf], None], name: str) -> None:
    report = sample_report("en")
    data = write_pdf(report, load_style("govuk")).data
    assert content_faults(data, report) == set()
    output = BytesIO()
    with pikepdf.open(BytesIO(data)) as pdf:
        damage(pdf)
        pdf.save(output)
    assert name in content_faults(output.getvalue(), report)
