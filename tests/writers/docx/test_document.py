"""The finished file: properties, language, the same bytes twice, text that means harm."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from dataclasses import replace

import docx
import pytest

from briefgen.blocks import Heading, Listing, ListItem, Paragraph, Strong, Text
from briefgen.writers.docx.document import write_docx
from tests.writers.docx.opened import find, paragraphs, parts, tree, values
from tests.writers.docx.small_report import STYLES, sample, small_report, style, written
from tests.writers.sample_report import sample_report

HOSTILE = "</w:t></w:r><w:br/>&amp;\x00\x0b\ud83d <!-- ]]> {page} %s \u202e«»"


def test_the_properties_are_the_reports() -> None:
    core = docx.Document(io.BytesIO(sample("en"))).core_properties
    report = sample_report("en")
    assert (core.title, core.author, core.subject) == (report.head.title, report.author, report.subject)
    assert (core.keywords, core.language, core.identifier) == ("Kazakhstan, minerals", "en-GB", report.brief_number)
    assert core.created == core.modified
    assert str(core.modified) == "2026-02-27 00:00:00+00:00"


def test_the_brief_number_is_where_word_shows_it() -> None:
    custom = tree(sample("en"), "docProps/custom.xml")
    assert "".join(custom.itertext()) == sample_report("en").brief_number


@pytest.mark.parametrize(("language", "locale"), [("ru", "ru-RU"), ("en", "en-GB")])
def test_what_a_person_will_type_is_in_the_language_of_the_edition(language: str, locale: str) -> None:
    assert values(tree(sample(language), "word/styles.xml"), ".//w:docDefaults//w:lang/@w:val") == [locale]
    assert values(tree(sample(language), "word/settings.xml"), ".//w:themeFontLang/@w:val") == [locale]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_each_run_of_words_names_its_language(language: str) -> None:
    document = tree(sample(language))
    bare = [run for run in find(document, ".//w:r[w:t][not(w:rPr/w:lang)]") if any(map(str.isalpha, "".join(run.itertext())))]
    assert bare == []


@pytest.mark.parametrize("language", ["ru", "en"])
def test_runs_and_paragraphs_have_styles_and_next_to_no_formatting_of_their_own(language: str) -> None:
    document = tree(sample(language))
    of_runs = {child.tag.rpartition("}")[2] for child in find(document, ".//w:body//w:rPr/*")}
    of_paragraphs = {child.tag.rpartition("}")[2] for child in find(document, ".//w:body//w:pPr/*")}
    assert of_runs <= {"rStyle", "lang"}
    assert of_paragraphs <= {"pStyle", "keepNext", "pageBreakBefore", "numPr", "tabs", "spacing", "ind"}


@pytest.mark.parametrize("language", ["ru", "en"])
def test_two_runs_print_the_same_bytes(language: str) -> None:
    assert write_docx(sample_report(language), style(STYLES[language])) == sample(language)


def test_the_file_bears_no_date_of_this_machine() -> None:
    with zipfile.ZipFile(io.BytesIO(sample("ru"))) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        names = archive.namelist()
    assert names[0] == "[Content_Types].xml"
    assert names[1:] == sorted(names[1:])
    assert b"rsid" not in parts(sample("ru"))["word/document.xml"]


def test_hostile_text_is_text() -> None:
    blocks = (
        Heading(1, HOSTILE, HOSTILE, HOSTILE),
        Paragraph((Text(HOSTILE), Strong(HOSTILE))),
        Listing((ListItem((Text(HOSTILE),), HOSTILE),)),
    )
    report = small_report(*blocks)
    head = replace(report.head, title=HOSTILE, organisation=HOSTILE, date=HOSTILE)
    hostile = replace(report, head=head, running=HOSTILE, author=HOSTILE, subject=HOSTILE, keywords=(HOSTILE,), brief_number=HOSTILE)
    document = tree(write_docx(hostile, style("govuk")))
    assert paragraphs(document, "BodyText") == [HOSTILE.replace("\x00", "").replace("\x0b", "").replace("\ud83d", "") * 2]


def test_a_locale_as_babel_writes_it_is_one_that_word_knows() -> None:
    printed = write_docx(replace(small_report(Paragraph((Text("words"),))), locale="en_GB"), style("govuk"))
    assert set(values(tree(printed), ".//w:lang/@w:val")) == {"en-GB"}
    assert docx.Document(io.BytesIO(printed)).core_properties.language == "en-GB"


def test_nothing_heavy_is_imported_before_a_document_is_written() -> None:
    command = "import sys, briefgen.writers.docx.document; sys.exit(bool({'docx', 'lxml'} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_a_shipped_letterhead_needs_nothing_that_makes_letterheads() -> None:
    """Each module that a first draft does without is time that nobody waits for."""
    command = (
        "import sys; from briefgen.writers.docx.opened import open_letterhead; open_letterhead('gost', 'ru-RU');"
        "sys.exit(bool({*map('briefgen.writers.docx.{}'.format, ('letterhead', 'stylesheet', 'theme'))} & set(sys.modules)))"
    )
    assert subprocess.run([sys.executable, "-c", command], check=False).returncode == 0


def test_a_report_without_blocks_is_a_head() -> None:
    assert paragraphs(tree(written()), "Title") == [sample_report("en").head.title]
