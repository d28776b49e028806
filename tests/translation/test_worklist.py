"""The worklist of a brief: each text once, in reading order, with what its translator needs; continued without loss."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from briefgen.model import Refusal, Translation
from briefgen.translation.entries import method_of
from briefgen.translation.memory import Memory
from briefgen.translation.po import Entry, PoFile, header_for, read_po, write_po
from briefgen.translation.worklist import awaiting, worklist
from tests.compose.sample_briefs import LINES, brief_of, english, whole_extraction
from tests.sample_facts import article, extraction, quantity, statement

SENTENCE = "Второй сказал: это выгодно всем."
WORDS = "это выгодно всем"


def said(**changes):  # type: ignore[no-untyped-def]
    of = article(SENTENCE)
    return replace(brief_of(extraction(of, statement(of, WORDS, "Второй", mode="direct"))), **changes)


def memory_of(tmp_path: Path, *entries: Entry) -> Memory:
    path = tmp_path / "memory.en.po"
    path.write_bytes(write_po(PoFile(header_for("ru", "en"), (), entries)))
    return Memory.load([path])


def test_each_text_stands_once_in_reading_order_a_sentence_before_its_clauses() -> None:
    texts = [entry.text for entry in worklist(brief_of(whole_extraction()), "en", Memory()).entries]
    assert len(texts) == len(set(texts)) and texts[0] == "Проба"
    assert [text for text in texts if text in LINES] == list(LINES)
    assert texts.index("грузы пойдут в обход России") == texts.index(LINES[3]) + 1


def test_words_that_differ_by_their_full_stop_are_asked_for_once() -> None:
    of = article(SENTENCE)
    brief = brief_of(extraction(of, statement(of, SENTENCE.removesuffix("."), "Второй")))
    assert [entry.text for entry in worklist(brief, "en", Memory()).entries] == ["Проба", SENTENCE]


def test_an_entry_tells_article_paragraph_fact_and_speaker() -> None:
    entry = next(entry for entry in worklist(said(), "en", Memory()).entries if entry.text == WORDS)
    assert entry.notes == ("paragraph 1 of one.txt: s-1, direct speech of Второй, эксперт",)
    assert entry.context == "" and not entry.fuzzy


def test_the_name_of_an_article_is_no_remark_of_a_translator() -> None:
    of = article(SENTENCE, name="original: yes.txt")
    file = worklist(brief_of(extraction(of, statement(of, WORDS, "machine: x"))), "en", Memory())
    assert {method_of(replace(entry, translated="words")) for entry in file.entries} == {("memory", "")}


def test_labels_and_posts_have_their_context() -> None:
    of = article("Добыто 800 тонн.")
    fact = replace(quantity(of, "800 тонн", "800", "mass-tonne", rule="unit"), label="руда")
    file = worklist(brief_of(extraction(of, fact)), "en", Memory())
    assert ("label", "руда", ("paragraph 1 of one.txt: label of a figure, q-1",)) in [(e.context, e.text, e.notes) for e in file.entries]


def test_each_edition_asks_for_the_texts_of_the_other_language() -> None:
    of, other = article(SENTENCE, name="a.txt"), english("He said this helps everybody.", name="b.txt")
    brief = brief_of(
        extraction(of, statement(of, WORDS, "Второй", id="s-1")),
        extraction(other, statement(other, "this helps everybody", "The Third", id="s-2")),
    )
    assert WORDS in [entry.text for entry in worklist(brief, "en", Memory()).entries]
    russian = worklist(brief, "ru", Memory())
    assert "this helps everybody" in [entry.text for entry in russian.entries] and WORDS not in [entry.text for entry in russian.entries]
    assert (russian.header["Language"], russian.header["X-Source-Language"]) == ("ru", "en")


def test_what_the_brief_or_the_memory_has_is_left_out(tmp_path: Path) -> None:
    brief = said(translations=(Translation("Проба", "en", "A test", "memory"),))
    memory = memory_of(tmp_path, Entry(WORDS, "this helps everybody"))
    assert [unit.text for unit in awaiting(brief, "en")] == [SENTENCE, WORDS]
    assert [entry.text for entry in worklist(brief, "en", memory).entries] == [SENTENCE]


def test_the_translation_of_similar_words_is_offered_as_fuzzy_with_the_old_words(tmp_path: Path) -> None:
    old = "Второй сказал: это выгодно нам."
    memory = memory_of(tmp_path, Entry(old, "The Second said this helps us."))
    entry = next(entry for entry in worklist(said(), "en", memory).entries if entry.text == SENTENCE)
    assert (entry.translated, entry.fuzzy, entry.previous) == ("The Second said this helps us.", True, old)
    assert f'#| msgid "{old}"' in write_po(worklist(said(), "en", memory)).decode()


def test_similar_words_of_the_brief_itself_are_offered_too() -> None:
    of = article("Второй сказал: это выгодно всем.\nВторой сказал: это выгодно нам.")
    facts = (statement(of, "это выгодно всем", "Второй", id="s-1"), statement(of, "это выгодно нам", "Второй", id="s-2"))
    known = Translation("Второй сказал: это выгодно всем.", "en", "The Second said this helps all.", "memory")
    file = worklist(replace(brief_of(extraction(of, *facts)), translations=(known,)), "en", Memory())
    entry = next(entry for entry in file.entries if entry.text == "Второй сказал: это выгодно нам.")
    assert (entry.translated, entry.fuzzy, entry.previous) == (known.translated, True, known.text)


def test_a_refused_machine_translation_is_offered_with_tool_and_reasons() -> None:
    refusal = Refusal(SENTENCE, "en", "The second said no.", "openai model-1", ("negation",))
    entry = next(entry for entry in worklist(said(refusals=(refusal,)), "en", Memory()).entries if entry.text == SENTENCE)
    assert (entry.translated, entry.fuzzy) == ("The second said no.", True)
    assert "offered by machine: openai model-1" in entry.notes and "refused: negation" in entry.notes


def test_printed_machine_translations_are_added_where_asked_for() -> None:
    made = tuple(Translation(text, "en", "words", "machine", "", "ctranslate2 m") for text in ("Проба", SENTENCE, WORDS))
    brief = said(translations=made)
    assert worklist(brief, "en", Memory()).entries == ()
    assert [(entry.text, entry.fuzzy) for entry in worklist(brief, "en", Memory(), machine=True).entries] == [
        ("Проба", True),
        (SENTENCE, True),
        (WORDS, True),
    ]


def test_a_half_done_worklist_is_continued_and_what_is_no_longer_asked_for_becomes_obsolete() -> None:
    before = PoFile(
        header_for("ru", "en"),
        (),
        (
            Entry(WORDS, "this helps everybody", comments=("original: a newspaper",)),
            Entry("Совсем другое.", "Something else."),
            Entry("пусто"),
        ),
    )
    file = worklist(said(), "en", Memory(), before=before)
    done = next(entry for entry in file.entries if entry.text == WORDS)
    assert (done.translated, done.comments) == ("this helps everybody", ("original: a newspaper",))
    assert done.notes[0].startswith("paragraph 1 of one.txt")
    assert [entry.text for entry in file.obsolete] == ["Совсем другое."]


def test_the_same_brief_gives_the_same_bytes_dated_by_the_brief() -> None:
    one, other = (write_po(worklist(brief_of(whole_extraction()), "en", Memory())) for _ in range(2))
    assert one == other and b"POT-Creation-Date: 2026-02-27" in one
    assert read_po(one, "a.po").entries
