"""PO files as editors leave them: read whatever they do to the layout, written the same each time, faults with file and line."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.diagnostics import UsageError
from briefgen.translation.po import Entry, PoFile, header_for, read_po, write_po

WHOLE = PoFile(
    header_for("ru", "en", date="2026-02-27"),
    ("A remark.",),
    (
        Entry("Он сказал «да».", "He said “yes”.", notes=("a.txt, paragraph 2",), comments=("checked",)),
        Entry("министр", "minister", context="post"),
        Entry("Он сказал «нет».", "He said “yes”.", fuzzy=True, previous="Он сказал «да»."),
        Entry('две\nстроки\t\\ "кавычки"', 'two\nlines\t\\ "quotes"'),
        Entry("ещё не переведено"),
    ),
    (Entry("было раньше", "was before"),),
)
HEADER = 'msgid ""\nmsgstr "Language: en\\n"\n\n'


def bare(file: PoFile) -> list[tuple[str, str, str, bool]]:
    return [(entry.text, entry.translated, entry.context, entry.fuzzy) for entry in file.entries]


def test_what_is_written_is_read_again() -> None:
    again = read_po(write_po(WHOLE), "a.po")
    assert bare(again) == bare(WHOLE) and again.header == WHOLE.header and again.comments == WHOLE.comments
    assert [(entry.notes, entry.comments, entry.previous) for entry in again.entries] == [
        (entry.notes, entry.comments, entry.previous) for entry in WHOLE.entries
    ]
    assert [(entry.text, entry.translated) for entry in again.obsolete] == [("было раньше", "was before")]
    assert write_po(again) == write_po(WHOLE)


def test_no_clock_is_in_the_header() -> None:
    head = write_po(PoFile(header_for("ru", "en", date="2026-02-27"))).decode()
    dates = [line for line in head.splitlines() if "Date" in line]
    assert dates == [f'"{name}: 2026-02-27 00:00+0000\\n"' for name in ("POT-Creation-Date", "PO-Revision-Date")]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text.replace("\n", "\r\n"),
        lambda text: text.replace("\n\n", "\n\n\n\n"),
        lambda text: text.replace('msgid "министр"', 'msgid ""\n"мини"\n"стр"'),
        lambda text: text.replace("# checked", "# checked\n# and commented\n#: a.txt:2\n#, no-wrap"),
        lambda text: text.replace("#~ msgid", "#~| msgid \"совсем раньше\"\n#~ msgid"),
        lambda text: text.replace("Plural-Forms: nplurals=2; plural=(n != 1);", "Plural-Forms: nplurals=4; plural=(n%10==1 ? 0 : 3);"),
        lambda text: text.replace('"Language: en\\n"\n', '"Language: en\\nLast-Translator: \\n"\n"X-Generator: Poedit 3.4\\n"\n'),
        lambda text: text + '\nmsgid "%d day"\nmsgid_plural "%d days"\nmsgstr[0] "a"\nmsgstr[1] "b"\nmsgstr[2] "c"\nmsgstr[3] "d"\n',
        lambda text: text.rstrip("\n"),
    ],
)  # fmt: skip
def test_what_an_editor_does_to_the_layout_changes_nothing(change) -> None:  # type: ignore[no-untyped-def]
    text = write_po(WHOLE).decode()
    assert change(text) != text
    read = read_po(change(text).encode("utf-8"), "a.po")
    assert bare(read) == bare(WHOLE)
    assert read.header["X-Source-Language"] == "ru" and read.header["Language"] == "en"


def test_entries_come_in_the_order_of_the_file_with_their_lines() -> None:
    body = 'msgid "б"\nmsgstr "b"\n\n# note\nmsgctxt "post"\nmsgid "а"\nmsgstr "a"\n'
    assert [(entry.text, entry.line) for entry in read_po((HEADER + body).encode(), "a.po").entries] == [("б", 4), ("а", 9)]


def test_both_of_two_entries_with_the_same_words_are_kept() -> None:
    body = 'msgid "да"\nmsgstr "yes"\n\nmsgid "да"\nmsgstr "yeah"\n'
    assert [entry.translated for entry in read_po((HEADER + body).encode(), "a.po").entries] == ["yes", "yeah"]


@pytest.mark.parametrize(
    ("body", "line"),
    [
        ('msgid "да\nmsgstr "yes"\n', 4),
        ('msgid "да"\n\nnonsense\n', 6),
        ('msgid "да"\n', 4),
        ('# a comment\n"loose"\n', 5),
        ('msgid "да"\nmsgstr "yes"\n#~ nonsense "x"\n', 6),
        ('msgid "да"\nmsgstr[x] "yes"\n', 5),
    ],
)
def test_a_fault_is_named_with_file_line_and_what_to_do(body: str, line: int) -> None:
    with pytest.raises(UsageError, match=rf"^dir/a\.po, line {line}: .*Mend it in a PO editor\."):
        read_po((HEADER + body).encode(), "dir/a.po")


def test_a_comment_never_becomes_a_line_of_its_own() -> None:
    hostile = Entry("да", notes=('name\nmsgid "injected"\nmsgstr "x"',))
    assert [entry.text for entry in read_po(write_po(PoFile(header_for("ru", "en"), (), (hostile,))), "a.po").entries] == ["да"]


@given(st.lists(st.tuples(st.text(min_size=1), st.text(), st.booleans()), max_size=5))
def test_any_text_survives_writing_and_reading(texts: list[tuple[str, str, bool]]) -> None:
    file = PoFile(header_for("ru", "en"), (), tuple(Entry(text, translated, fuzzy=fuzzy) for text, translated, fuzzy in texts))
    assert bare(read_po(write_po(file), "a.po")) == bare(file)


def test_gettext_itself_takes_the_file(tmp_path: Path) -> None:
    program = shutil.which("msgfmt")
    if program is None:
        pytest.skip("msgfmt is not installed")
    (tmp_path / "a.po").write_bytes(write_po(WHOLE))
    done = subprocess.run([program, "-c", "-v", "-o", tmp_path / "a.mo", tmp_path / "a.po"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "3 translated messages, 1 fuzzy translation, 1 untranslated message" in done.stderr


TOOLS = [
    ("msgcat", ["msgcat", "--width=40"]),
    ("sorted", ["msgcat", "--sort-output", "--no-wrap"]),
    ("reversed", ["msgattrib", "--clear-previous"]),
    ("stringtable", ["msgcat", "--escape"]),
]


@pytest.mark.parametrize("command", [command for _, command in TOOLS], ids=[name for name, _ in TOOLS])
def test_the_file_survives_the_tools_of_gettext(tmp_path: Path, command: list[str]) -> None:
    program = shutil.which(command[0])
    if program is None:
        pytest.skip(f"{command[0]} is not installed")
    (tmp_path / "a.po").write_bytes(write_po(WHOLE))
    subprocess.run([program, *command[1:], "-o", tmp_path / "b.po", tmp_path / "a.po"], check=True, capture_output=True)
    assert (tmp_path / "b.po").read_bytes() != (tmp_path / "a.po").read_bytes()
    again = read_po((tmp_path / "b.po").read_bytes(), "b.po")
    assert sorted(bare(again)) == sorted(bare(WHOLE)) and again.header["X-Source-Language"] == "ru"
    assert [entry.text for entry in again.obsolete] == ["было раньше"]


def test_msgmerge_makes_of_a_changed_sentence_a_fuzzy_one_that_is_read(tmp_path: Path) -> None:
    program = shutil.which("msgmerge")
    if program is None:
        pytest.skip("msgmerge is not installed")
    sentence = "Лондон выделит четыре миллиарда фунтов на рудники Казахстана."
    (tmp_path / "old.po").write_bytes(write_po(PoFile(header_for("ru", "en"), (), (Entry(sentence, "London will allocate."),))))
    changed = sentence.replace("четыре", "пять")
    (tmp_path / "new.po").write_bytes(write_po(PoFile(header_for("ru", "en"), (), (Entry(changed),))))
    done = subprocess.run([program, "--previous", tmp_path / "old.po", tmp_path / "new.po"], check=True, capture_output=True)
    (entry,) = read_po(done.stdout, "merged.po").entries
    assert (entry.text, entry.fuzzy, entry.previous) == (changed, True, sentence)
