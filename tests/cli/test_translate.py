"""`briefgen translate`: out to a PO file, back into the memory, and what a build then finds."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.translation.po import read_po, write_po
from tests.cli.conftest import DATED

Run = Callable[..., tuple[int, str, str]]
FOLDER = "out/2026-02-27-metals"
CONFIG = 'translations = "memory"\n'


@pytest.fixture
def built(run: Run, workplace: Path) -> Path:
    """A brief in a workplace with a memory folder."""
    (workplace / "briefgen.toml").write_text(CONFIG, encoding="utf-8")
    (workplace / "memory").mkdir()
    assert run("build", "seeds")[0] == 0
    return workplace / FOLDER


def filled(path: Path, *, words: Callable[[str], str] = lambda text: "London will give £4 billion") -> Path:
    """The PO file with a translation of each entry."""
    file = read_po(path.read_bytes(), str(path))
    entries = tuple(type(entry)(entry.text, words(entry.text), entry.context, notes=entry.notes) for entry in file.entries)
    path.write_bytes(write_po(type(file)(file.header, file.comments, entries)))
    return path


def test_what_awaits_translation_is_written_beside_the_brief(run: Run, built: Path) -> None:
    code, out, err = run("translate", "export", FOLDER, "--to", "en")
    assert (code, out) == (0, f"{FOLDER}/awaiting.en.po\n") and "passages to translate, 0 done" in err
    assert "Лондон даст 4 млрд фунтов" in [entry.text for entry in read_po((built / "awaiting.en.po").read_bytes(), "").entries]


def test_a_brief_is_named_by_its_file_or_its_folder_and_the_po_file_by_o(run: Run, built: Path) -> None:
    assert run("translate", "export", f"{FOLDER}/brief.json", "--to", "en", "-o", "a.po")[0] == 0
    run("translate", "export", FOLDER, "--to", "en")
    assert Path("a.po").read_bytes() == (built / "awaiting.en.po").read_bytes()
    assert run("translate", "export", FOLDER, "-o", "a.po")[0] == 2


def test_an_edition_with_nothing_to_translate_gets_no_file(run: Run, built: Path) -> None:
    assert run("translate", "export", FOLDER, "--to", "ru") == (0, "", "briefgen: nothing awaits translation\n")
    assert not list(built.glob("*.po"))


def test_the_cycle_of_a_staffer_leaves_nothing_untranslated(run: Run, built: Path) -> None:
    run("translate", "export", FOLDER, "--to", "en")
    code, out, err = run("translate", "import", str(filled(built / "awaiting.en.po")))
    assert (code, out) == (0, "memory/memory.en.po\n") and "left out: 0 fuzzy, 0 empty" in err
    assert "in the memory now: build the brief again" in run("translate", "status", FOLDER, "--to", "en")[1]
    assert "Not translated (en)" not in run("build", "seeds")[1]
    assert run("translate", "export", FOLDER, "--to", "en", "-o", "again.po")[:2] == (0, "") and not Path("again.po").exists()
    counts = json.loads(run("translate", "status", FOLDER, "--to", "en", "--json")[1])["en"]
    assert counts["memory"] == counts["passages"] > 0 and counts["awaiting"] == 0


def test_next_weeks_article_asks_only_for_what_is_new(run: Run, built: Path, workplace: Path) -> None:
    run("translate", "export", FOLDER, "--to", "en")
    run("translate", "import", str(filled(built / "awaiting.en.po")))
    (workplace / "next").mkdir()
    (workplace / "next" / "more.txt").write_text(DATED.replace("Казахстан и металлы", "Другой заголовок"), encoding="utf-8")
    run("build", "next")
    run("translate", "export", "out/2026-02-27-more", "--to", "en", "-o", "new.po")
    assert [entry.text for entry in read_po(Path("new.po").read_bytes(), "").entries] == ["Другой заголовок"]


def test_fuzzy_and_empty_entries_are_left_out_and_counted(run: Run, built: Path) -> None:
    run("translate", "export", FOLDER, "--to", "en")
    po = built / "awaiting.en.po"
    text = filled(po).read_text(encoding="utf-8")
    po.write_text(text.replace('msgid "Лондон', '#, fuzzy\nmsgid "Лондон'), encoding="utf-8")
    assert "left out: 1 fuzzy, 0 empty" in run("translate", "import", str(po))[2]


def test_a_translation_that_changes_a_figure_is_taken_and_told_with_its_line(run: Run, built: Path) -> None:
    run("translate", "export", FOLDER, "--to", "en")
    po = filled(built / "awaiting.en.po", words=lambda text: "London will give £5 billion" if "4 млрд" in text else "Kazakhstan and metals")
    code, _, err = run("translate", "import", str(po))
    line = next(entry.line for entry in read_po(po.read_bytes(), "").entries if entry.text == "Лондон даст 4 млрд фунтов")
    assert code == 0 and f"awaiting.en.po, line {line}: look again: the figures" in err


def test_a_new_translation_of_known_words_replaces_the_old_one_and_is_told(run: Run, built: Path) -> None:
    run("translate", "export", FOLDER, "--to", "en")
    po = built / "awaiting.en.po"
    run("translate", "import", str(filled(po)))
    err = run("translate", "import", str(filled(po, words=lambda text: "London to give £4 billion")))[2]
    assert "0 new, " in err and "replaces “London will give £4 billion” by “London to give £4 billion”" in err


def test_two_files_of_the_memory_that_disagree_are_told_in_import_and_build(run: Run, built: Path, workplace: Path) -> None:
    run("translate", "export", FOLDER, "--to", "en")
    run("translate", "import", str(filled(built / "awaiting.en.po")))
    other = filled(built / "awaiting.en.po", words=lambda text: "Other words for £4 billion")
    (workplace / "memory" / "terms.en.po").write_bytes(other.read_bytes())
    err = run("build", "seeds")[2]
    assert "two translations of “Лондон даст 4 млрд фунтов”: that of memory/terms.en.po, line" in err


def test_an_article_may_keep_its_translations_beside_it(run: Run, workplace: Path) -> None:
    run("build", "seeds")
    run("translate", "export", FOLDER, "--to", "en")
    code, out, _ = run("translate", "import", f"{FOLDER}/awaiting.en.po", "--beside", "seeds/2026-02-27-metals.txt")
    assert (code, out) == (0, "seeds/2026-02-27-metals.en.po\n")


def test_without_a_memory_an_import_says_where_to_name_one(run: Run, workplace: Path) -> None:
    run("build", "seeds")
    run("translate", "export", FOLDER, "--to", "en")
    code, _, err = run("translate", "import", f"{FOLDER}/awaiting.en.po")
    assert code == 2 and "name a folder with `translations` in briefgen.toml" in err


def test_an_import_keeps_the_remarks_and_obsolete_entries_of_the_memory(run: Run, built: Path, workplace: Path) -> None:
    memory = workplace / "memory" / "memory.en.po"
    head = 'msgid ""\nmsgstr "Language: en\\n"\n\n'
    memory.write_text(
        "# Our own words.\n" + head + '# agreed\nmsgid "да"\nmsgstr "yes"\n\n#~ msgid "нет"\n#~ msgstr "no"\n', encoding="utf-8"
    )
    run("translate", "export", FOLDER, "--to", "en")
    run("translate", "import", str(filled(built / "awaiting.en.po")))
    kept = memory.read_text(encoding="utf-8")
    assert "# Our own words." in kept and "# agreed" in kept and '#~ msgid "нет"' in kept and "Лондон" in kept


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("no po file at all\n", "a.po, line 1: not a line of a PO file"),
        ('msgid ""\nmsgstr "Language: de\\n"\n\nmsgid "a"\nmsgstr "b"\n', "a.po: the header names no language"),
        ('msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "a\nmsgstr "b"\n', "a.po, line 4: not a line of a PO file"),
    ],
)
def test_a_bad_po_file_is_named_with_its_line(run: Run, built: Path, body: str, told: str) -> None:
    Path("a.po").write_text(body, encoding="utf-8")
    code, _, err = run("translate", "import", "a.po")
    assert code == 2 and told in err


def test_a_missing_po_file_and_a_missing_brief_are_told(run: Run, built: Path) -> None:
    assert run("translate", "import", "none.po")[0] == 2
    assert run("translate", "export", "nowhere")[0] == 3


def test_a_worklist_of_the_other_language_is_not_overwritten(run: Run, built: Path) -> None:
    run("translate", "export", FOLDER, "--to", "en", "-o", "a.po")
    code, _, err = run("translate", "export", FOLDER, "--to", "ru", "-o", "a.po")
    assert code == 2 and "holds translations into another language" in err
