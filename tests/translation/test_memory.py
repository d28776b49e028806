"""Translation memory: exact words, later files win, contexts, fuzzy entries, broken files."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefgen.diagnostics import UsageError
from briefgen.naming.transliteration import has_cyrillic
from briefgen.translation.memory import Memory

SEED = Path(__file__).parents[2] / "seeds" / "2026-02-27-kazakhstan-rare-earths"
HEADER = 'msgid ""\nmsgstr ""\n"Language: en\\n"\n"X-Source-Language: ru\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'


def write(folder: Path, name: str, body: str, header: str = HEADER) -> Path:
    path = folder / name
    path.write_text(header + body, encoding="utf-8")
    return path


def test_a_sentence_is_found_whatever_its_quotation_marks_and_spaces(tmp_path: Path) -> None:
    memory = Memory.load([write(tmp_path, "a.po", 'msgid "Он сказал: «да»."\nmsgstr "He said yes."\n')])
    found = memory.find('Он  сказал: "да".', source="ru", target="en")
    assert found is not None
    assert (found.translated, found.method, found.text) == ("He said yes.", "memory", 'Он  сказал: "да".')


def test_a_clause_that_ends_without_the_sentences_full_stop_is_found_without_it(tmp_path: Path) -> None:
    memory = Memory.load([write(tmp_path, "a.po", 'msgid "Он сказал да."\nmsgstr "He said yes."\n')])
    found = memory.find("Он сказал да", source="ru", target="en", context="label")
    assert (found.translated, found.text, found.context) == ("He said yes", "Он сказал да", "label")


def test_other_words_and_the_other_direction_are_not_found(tmp_path: Path) -> None:
    memory = Memory.load([write(tmp_path, "a.po", 'msgid "Он сказал да."\nmsgstr "He said yes."\n')])
    assert memory.find("Он сказал нет.", source="ru", target="en") is None
    assert memory.find("Он сказал да.", source="en", target="ru") is None


def test_the_later_file_wins(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{name}.po", f'msgid "да"\nmsgstr "{name}"\n') for name in ("first", "second")]
    assert Memory.load(paths).find("да", source="ru", target="en").translated == "second"


def test_a_context_is_its_own_but_an_entry_without_one_serves_all(tmp_path: Path) -> None:
    body = 'msgctxt "label"\nmsgid "гарантии"\nmsgstr "guarantees"\n\nmsgid "экспорт"\nmsgstr "exports"\n'
    memory = Memory.load([write(tmp_path, "a.po", body)])
    assert memory.find("гарантии", source="ru", target="en", context="label").translated == "guarantees"
    assert memory.find("гарантии", source="ru", target="en") is None
    assert memory.find("экспорт", source="ru", target="en", context="label").translated == "exports"


def test_fuzzy_empty_and_obsolete_entries_are_not_used_and_fuzzy_ones_counted(tmp_path: Path) -> None:
    body = '#, fuzzy\nmsgid "да"\nmsgstr "yes"\n\nmsgid "нет"\nmsgstr ""\n\n#~ msgid "может"\n#~ msgstr "maybe"\n'
    memory = Memory.load([write(tmp_path, "a.po", body)])
    assert (dict(memory.entries), memory.fuzzy) == ({}, 1)


@pytest.mark.parametrize("comment", ["#. original: yes", "# original: yes"])
def test_a_speakers_own_words_are_marked(tmp_path: Path, comment: str) -> None:
    memory = Memory.load([write(tmp_path, "a.po", f'{comment}\nmsgid "да"\nmsgstr "yes"\n')])
    assert memory.find("да", source="ru", target="en").method == "original"


BROKEN = [
    ('msgid "да\nmsgstr "yes"\n', "line 7"),
    ('msgid "да"\n\nnonsense\n', "line 9"),
    ('msgid "да"\n', "line 7"),
]


@pytest.mark.parametrize(("body", "line"), BROKEN)
def test_a_broken_file_is_named_with_its_line(tmp_path: Path, body: str, line: str) -> None:
    with pytest.raises(UsageError, match=f"a.po, {line}"):
        Memory.load([write(tmp_path, "a.po", body)])


def test_a_file_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.po").write_bytes(HEADER.encode() + 'msgid "да"\nmsgstr "yes"\n'.encode("cp1251"))
    with pytest.raises(UsageError, match=r"a\.po, line 7: not UTF-8"):
        Memory.load([tmp_path / "a.po"])


def test_the_language_comes_from_the_header_or_the_name(tmp_path: Path) -> None:
    body, header = 'msgid "да"\nmsgstr "yes"\n', 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    assert Memory.load([write(tmp_path, "a.en.po", body, header)]).find("да", source="ru", target="en") is not None
    with pytest.raises(UsageError, match="names no language"):
        Memory.load([write(tmp_path, "a.po", body, header)])


def test_a_missing_file_is_a_usage_error(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="cannot be read"):
        Memory.load([tmp_path / "none.po"])


def test_the_seed_is_translated_whole_and_holds_no_cyrillic() -> None:
    memory = Memory.load([SEED.with_suffix(".en.po")])
    missing = [sentence for sentence in _sentences() if memory.find(sentence, source="ru", target="en") is None]
    assert missing == []
    assert [entry for entry in memory.entries.values() if has_cyrillic(entry.translated)] == []


def _sentences() -> list[str]:
    from razdel import sentenize

    lines = SEED.with_suffix(".txt").read_text(encoding="utf-8").strip().removeprefix("date 2026-02-27 ").splitlines()
    return [sentence.text for line in lines if line.strip() for sentence in sentenize(line.strip())]
