"""Translation memory: exact words, later files win, contexts, fuzzy entries, broken files."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.diagnostics import UsageError
from briefgen.model import Refusal, Translation
from briefgen.naming.transliteration import has_cyrillic
from briefgen.translation.entries import entry_of
from briefgen.translation.memory import Memory
from briefgen.translation.po import PoFile, header_for, write_po

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


def test_a_speakers_own_words_name_where_they_were_published(tmp_path: Path) -> None:
    memory = Memory.load([write(tmp_path, "a.po", '# original: a newspaper, 1 March 2026\nmsgid "да"\nmsgstr "yes"\n')])
    found = memory.find("да", source="ru", target="en")
    assert (found.method, found.origin) == ("original", "a newspaper, 1 March 2026")


MACHINE = '#. machine: ctranslate2 ru-en-1\nmsgid "да"\nmsgstr "{}"\n'


def test_a_machines_translation_names_its_tool(tmp_path: Path) -> None:
    found = Memory.load([write(tmp_path, "a.po", MACHINE.format("yes"))]).find("да", source="ru", target="en")
    assert (found.method, found.tool) == ("machine", "ctranslate2 ru-en-1")


@pytest.mark.parametrize("context", ["label", "name"])
def test_a_machines_translation_does_not_serve_where_no_mark_can_stand(tmp_path: Path, context: str) -> None:
    memory = Memory.load([write(tmp_path, "a.po", MACHINE.format("yes"))])
    assert memory.find("да", source="ru", target="en", context=context) is None


@pytest.mark.parametrize("names", [("machine", "person"), ("person", "machine")])
def test_a_persons_translation_goes_before_a_machines_wherever_it_stands(tmp_path: Path, names: tuple[str, str]) -> None:
    bodies = {"machine": MACHINE.format("a machine's"), "person": 'msgid "да"\nmsgstr "a person\'s"\n'}
    memory = Memory.load([write(tmp_path, f"{name}.po", bodies[name]) for name in names])
    assert memory.find("да", source="ru", target="en").translated == "a person's"
    assert memory.conflicts == ()


def test_two_translations_of_the_same_words_are_told_with_their_places(tmp_path: Path) -> None:
    paths = [write(tmp_path, f"{name}.po", f'msgid "«да»"\nmsgstr "{name}"\n') for name in ("first", "second")]
    (conflict,) = Memory.load(paths).conflicts
    assert (conflict.kept, conflict.kept_in) == ("second", f"{paths[1]}, line 7")
    assert (conflict.dropped, conflict.dropped_in) == ("first", f"{paths[0]}, line 7")
    assert Memory.load([paths[0], paths[0]]).conflicts == ()


def test_what_a_machine_made_is_kept_and_found_again(tmp_path: Path) -> None:
    made = Translation("да", "en", "yes", "machine", "", "openai model-1")
    refused = Refusal("нет", "en", "yes", "openai model-1", ("negation",))
    path = tmp_path / "machine.en.po"
    path.write_bytes(write_po(PoFile(header_for("ru", "en"), (), (entry_of(made), entry_of(refused)))))
    memory = Memory.load([path])
    assert memory.find("да", source="ru", target="en") == made
    assert memory.find("нет", source="ru", target="en") is None
    assert (memory.refusal("нет", source="ru", target="en"), memory.fuzzy) == (refused, 0)


@pytest.mark.parametrize("change", [lambda text: text.replace('"yes"', '"yes indeed"'), lambda text: "# reviewed: yes\n" + text])
def test_a_machines_words_that_a_person_changed_or_looked_through_are_that_persons(tmp_path: Path, change: Callable[[str], str]) -> None:
    entry = write_po(PoFile({}, (), (entry_of(Translation("да", "en", "yes", "machine", "", "openai model-1")),))).decode()
    body = entry.split("\n\n", 1)[1]
    assert Memory.load([write(tmp_path, "a.po", body)]).find("да", source="ru", target="en").method == "machine"
    assert Memory.load([write(tmp_path, "a.po", change(body))]).find("да", source="ru", target="en").method == "memory"


def test_a_refused_translation_whose_fuzzy_mark_a_person_took_off_is_that_persons(tmp_path: Path) -> None:
    refused = entry_of(Refusal("нет", "en", "no", "openai model-1", ("names",)))
    path = tmp_path / "machine.en.po"
    path.write_bytes(write_po(PoFile(header_for("ru", "en"), (), (refused,))).replace(b"#, fuzzy\n", b""))
    memory = Memory.load([path])
    assert memory.find("нет", source="ru", target="en").method == "memory" and memory.refusals == {}


def test_near_words_are_offered_and_far_ones_are_not(tmp_path: Path) -> None:
    memory = Memory.load([write(tmp_path, "a.po", 'msgid "Лондон даст Астане 4 млрд фунтов."\nmsgstr "London will give £4 billion."\n')])
    near = memory.near("Лондон даст Астане 5 млрд фунтов.", source="ru", target="en")
    assert near is not None and near.translated == "London will give £4 billion."
    assert memory.find("Лондон даст Астане 5 млрд фунтов.", source="ru", target="en") is None
    assert memory.near("Погода была хорошей весь день.", source="ru", target="en") is None
    assert memory.near("Лондон даст Астане 5 млрд фунтов.", source="ru", target="en", context="label") is None


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
