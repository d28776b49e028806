"""Finished files of two briefs, read back once: the real article, and an English one written for the tests."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from briefgen.blocks import Report
from briefgen.compose import Requisites, compose, profile_of
from briefgen.model import Brief
from briefgen.pipeline import BuildOptions, assemble_brief, extract_all
from briefgen.proof.check import _READERS, File, ReadFile
from briefgen.readers import read_article
from briefgen.templating import load_profile, load_style
from briefgen.translation.memory import Memory
from briefgen.writers.docx.document import write_docx
from briefgen.writers.pdf import write_pdf

SEED = Path(__file__).resolve().parents[2] / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt"
ENGLISH = """Turkey seeks gas discount in new supply talks

Turkey wants a discount of 25 percent on gas that it buys from Russia under a contract running until 2027, the Turkish Energy Ministry
said on 3 March 2026. The ministry said that Ankara plans to invest $1.7 billion in storage by 2028.

"We expect the talks to be over by the end of April," the Turkish energy minister, Alparslan Bayraktar, told reporters.

The European Union has agreed to lend Turkey about 300 million euros for a pipeline bypassing Russia, the European Commission said.
Analysts at Moody's warned that Russia could lose nearly 12 billion cubic metres of exports a year.
"""
STYLES = {"ru": "gost", "en": "govuk"}


@dataclass(frozen=True)
class Finished:
    """A brief, its editions, and their files as bytes and as read back."""

    brief: Brief
    reports: dict[str, Report]
    files: tuple[File, ...]
    read: tuple[ReadFile, ...]


def finished(article: Path) -> Finished:
    """The files of both editions of an article, with some middling limits."""
    extractions = extract_all([read_article(article, published=date(2026, 3, 4))], ("RU",))
    brief = assemble_brief(extractions, BuildOptions(), Memory.load(sorted(article.parent.glob("*.po"))))
    path, mapping = load_profile("standard")
    profile = profile_of(mapping, name=str(path))
    limits = profile.limits(len(profile.page_one_limits) // 2, len(profile.body_limits) // 2)
    reports = {language: compose(brief, language, profile, limits, Requisites(), brief_number="0" * 64) for language in STYLES}
    files = []
    for language, report in reports.items():
        style = load_style(STYLES[language])
        files.append(File(f"brief.{language}.docx", language, "docx", write_docx(report, style)))
        files.append(File(f"brief.{language}.pdf", language, "pdf", write_pdf(report, style).data))
    read = tuple(ReadFile(file.name, file.language, file.format, _READERS[file.format](file.data)) for file in files)
    return Finished(brief, reports, tuple(files), read)


@pytest.fixture(scope="session")
def seed() -> Finished:
    """The brief of the real article."""
    return finished(SEED)


@pytest.fixture(scope="session")
def english(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    """The brief of an English article that has no translations."""
    path = tmp_path_factory.mktemp("english") / "gas.txt"
    path.write_text(ENGLISH, encoding="utf-8")
    return finished(path)
