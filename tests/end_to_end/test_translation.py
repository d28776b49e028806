"""The cycle of translation with the whole program: build, export, translate, import, build again; by hand and by machine, both ways."""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from briefgen.blocks import Foreign, Mark, Report
from briefgen.language.words import normalise
from briefgen.translation import translators
from briefgen.translation.memory import Memory
from briefgen.translation.po import Entry, PoFile, read_po, write_po
from briefgen.translation.translators import Failure
from tests.compose.sample_briefs import headings, parts_of, section, text_of
from tests.end_to_end.conftest import SEED, Built, Run, called, recorded
from tests.end_to_end.finished_files import CYRILLIC, bookmarks, docx_words, pdf_pages, pdf_words
from tests.end_to_end.translated_articles import RAILWAY, RUSSIAN, URANIUM

pytestmark = pytest.mark.slow
CONFIG = 'translations = "memory"\n'
BODY = ("key-points", "interests", "experts", "risks", "timeline")


class Dictionary:
    """A translator that knows the Russian of some English texts, or the other way; it notes what it is asked."""

    tool = "dictionary 1"

    def __init__(self, words: dict[str, str]) -> None:
        self.words = {normalise(text).removesuffix("."): translated for text, translated in words.items()}
        self.asked: list[str] = []

    def translate(self, texts: Any, *, source: str, target: str) -> list[Any]:
        self.asked += texts
        return [self.words.get(normalise(text).removesuffix("."), Failure("not in the dictionary")) for text in texts]


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Callable[[dict[str, str]], Dictionary]:
    """`machine(words)` is what `--translator dictionary` finds from then on."""

    def install(words: dict[str, str]) -> Dictionary:
        made = Dictionary(words)
        monkeypatch.setattr(translators, "make_translator", lambda name, settings, environment: made)
        return made

    return install


@pytest.fixture
def desk(workplace: Path) -> Path:
    """A workplace with a memory folder and two English articles."""
    (workplace / "briefgen.toml").write_text(CONFIG, encoding="utf-8")
    (workplace / "memory").mkdir()
    (workplace / "in").mkdir()
    (workplace / "in" / "railway.txt").write_text(RAILWAY, encoding="utf-8")
    (workplace / "in" / "uranium.txt").write_text(URANIUM, encoding="utf-8")
    return workplace


def built(*arguments: str) -> Built:
    """`briefgen build` in the working folder, with the reports it printed."""
    with pytest.MonkeyPatch.context() as patch, recorded(patch) as (extractions, reports):
        done = called(Path("out"), "build", *arguments, "--slug", "two", "--format", "pdf")
    return Built(done.code, done.out, done.err, done.files, extractions, reports)


def translated(path: Path, words: dict[str, str]) -> None:
    """What a translator does in a PO editor: the entries that the dictionary knows are filled in, the file is saved with CRLF."""
    file = read_po(path.read_bytes(), str(path))
    known = {normalise(text).removesuffix("."): (text, russian) for text, russian in words.items()}

    def done(entry: Entry) -> Entry:
        russian = known.get(normalise(entry.text).removesuffix("."), ("", entry.text))[1]  # labels stay short: the editor's own words
        return Entry(entry.text, russian if CYRILLIC.search(russian) else "перевод", entry.context, notes=entry.notes)

    path.write_bytes(write_po(PoFile(file.header, file.comments, tuple(map(done, file.entries)))).replace(b"\n", b"\r\n"))


def marks(report: Report) -> set[str]:
    """The marks of an edition that say how a passage came about."""
    found = (mark.text.replace("\u00a0", " ") for anchor in BODY for mark in parts_of(section(report, anchor), Mark))
    return {text for text in found if text.startswith("[")}


def test_two_english_articles_become_a_complete_russian_edition(desk: Path) -> None:
    first = built("in")
    assert "[без перевода]" in marks(first.reports["ru"]) and "awaiting" in headings(first.reports["ru"])
    assert called(Path("out"), "translate", "export", "out/2026-03-06-two", "--to", "ru").code == 0
    translated(Path("out/2026-03-06-two/awaiting.ru.po"), RUSSIAN)
    assert called(Path("out"), "translate", "import", "out/2026-03-06-two/awaiting.ru.po").err.count("look again") == 0
    again = built("in")
    assert again.code == 0 and "Not translated (ru)" not in again.out
    assert marks(again.reports["ru"]) == {"[перевод]"} and "awaiting" not in headings(again.reports["ru"])
    assert [part.text for anchor in BODY for part in parts_of(section(again.reports["ru"], anchor), Foreign)] == []
    annexes = min(page for page, title in bookmarks(again.files["brief.ru.pdf"]) if title.startswith("Приложение"))
    assert re.findall(r"[A-Za-z]{2,}", " ".join(pdf_pages(again.files["brief.ru.pdf"])[: annexes - 1])) == []
    printed = re.sub(r"\s+", " ", " ".join(pdf_pages(again.files["brief.ru.pdf"])))
    assert "3,5 млрд евро" in printed and "2 млрд фунтов стерлингов" in printed and "в обход России" in printed


def test_the_seed_is_complete_in_english_after_the_cycle(workplace: Path) -> None:
    (workplace / "briefgen.toml").write_text(CONFIG, encoding="utf-8")
    (workplace / "memory").mkdir()
    (workplace / "in").mkdir()
    for suffix in (".txt", ".toml"):
        (workplace / "in" / SEED.with_suffix(suffix).name).write_bytes(SEED.with_suffix(suffix).read_bytes())
    assert re.search(r"Not translated \(en\): \d+ passages", built("in").out)
    called(Path("out"), "translate", "export", "out/2026-02-27-two", "--to", "en")
    path = Path("out/2026-02-27-two/awaiting.en.po")
    file, memory = read_po(path.read_bytes(), ""), Memory.load([SEED.with_suffix(".en.po")])
    found = {entry: memory.find(entry.text, source="ru", target="en", context=entry.context) for entry in file.entries}
    assert [entry.text for entry, known in found.items() if known is None] == []
    entries = (
        Entry(
            entry.text,
            known.translated,
            entry.context,
            notes=entry.notes,
            comments=(f"original: {known.origin}",) * (known.method == "original"),
        )
        for entry, known in found.items()
        if known
    )
    path.write_bytes(write_po(PoFile(file.header, (), tuple(entries))))
    called(Path("out"), "translate", "import", str(path))
    done = built("in", "--format", "docx")
    assert "Not translated" not in done.out and "awaiting" not in headings(done.reports["en"])
    annexes = min(page for page, title in bookmarks(done.files["brief.en.pdf"]) if title.startswith("Annex"))
    assert not CYRILLIC.search(" ".join(pdf_pages(done.files["brief.en.pdf"])[: annexes - 1]))
    assert "(POLITICO, quoted by kt.kz)" in text_of(section(done.reports["en"], "limits"))
    status = json.loads(called(Path("out"), "translate", "status", "out/2026-02-27-two", "--to", "en", "--json").out)["en"]
    assert status["awaiting"] == 0 and status["memory"] > 100
    for name in ("brief.en.pdf", "brief.en.docx"):
        said = pdf_words(done.files[name]) if name.endswith("pdf") else docx_words(done.files[name])
        assert "[nottranslated]" not in said and "[translation]" in said


def test_a_machine_fills_in_what_the_memory_does_not_know_and_is_named(desk: Path, machine: Callable[..., Dictionary]) -> None:
    asked = machine(RUSSIAN).asked
    done = built("in", "--translator", "dictionary")
    assert marks(done.reports["ru"]) == {"[машинный перевод]"}
    assert len(asked) == len({normalise(text).removesuffix(".") for text in asked}) and "British government" not in asked
    limits = text_of(section(done.reports["ru"], "limits"))
    assert "(dictionary 1)" in limits


def test_a_machine_that_changes_a_figure_is_refused_and_the_reason_is_printed(desk: Path, machine: Callable[..., Dictionary]) -> None:
    machine({text: russian.replace("3,5 млрд", "35 млрд").replace("а не ссора", "и ссора") for text, russian in RUSSIAN.items()})
    done = built("in", "--translator", "dictionary")
    awaiting = text_of(section(done.reports["ru"], "awaiting"))
    assert "[машинный перевод отклонён: расходятся показатели]" in awaiting
    assert "[машинный перевод отклонён: расходятся отрицания]" in awaiting
    assert "35 млрд" not in text_of(done.reports["ru"].blocks) and "35 млрд" not in " ".join(pdf_pages(done.files["brief.ru.pdf"]))
    assert re.search(r"Refused \(ru\): 4 machine translations", done.out)
    assert "отклонено машинных переводов: 4" in text_of(section(done.reports["ru"], "limits"))


def test_nothing_is_translated_twice_and_the_second_run_gives_the_same_bytes(desk: Path, machine: Callable[..., Dictionary]) -> None:
    machine({text: russian.replace("2 млрд", "3 млрд") for text, russian in RUSSIAN.items()})
    first = built("in", "--translator", "dictionary")
    again = machine(RUSSIAN)
    second = built("in", "--translator", "dictionary")
    assert again.asked == [] and first.files == second.files
    third = built("in")
    assert third.files == first.files  # what was kept serves without the machine too


def test_a_person_corrects_what_a_machine_made_in_the_memory(desk: Path, machine: Callable[..., Dictionary]) -> None:
    machine(RUSSIAN)
    built("in", "--translator", "dictionary")
    kept = desk / "memory" / "machine.ru.po"
    text = kept.read_text(encoding="utf-8")
    assert "#. machine: dictionary 1" in text and 'msgstr "Лондон и Астана договорились об уране"' in text
    kept.write_text(text.replace("Лондон и Астана договорились об уране", "Лондон и Астана договорились по урану"), encoding="utf-8")
    done = built("in")
    title = text_of(section(done.reports["ru"], "sources"))
    assert re.search(r"Лондон и Астана договорились по урану.\[перевод\]", title)
    status = json.loads(called(Path("out"), "translate", "status", "out/2026-03-06-two", "--to", "ru", "--json").out)
    assert status["ru"]["memory"] == 1 and status["ru"]["machine"] > 5


def test_machine_translations_can_be_exported_to_be_looked_through(desk: Path, machine: Callable[..., Dictionary]) -> None:
    machine(RUSSIAN)
    built("in", "--translator", "dictionary")
    called(Path("out"), "translate", "export", "out/2026-03-06-two", "--to", "ru", "--machine", "-o", "all.po")
    entries = read_po(Path("all.po").read_bytes(), "").entries
    made = [entry for entry in entries if "offered by machine: dictionary 1" in entry.notes]
    assert len(made) > 5 and all(entry.fuzzy and entry.translated for entry in made)
    Path("all.po").write_bytes(Path("all.po").read_bytes().replace(b"#, fuzzy\n", b""))
    called(Path("out"), "translate", "import", "all.po")
    assert marks(built("in").reports["ru"]) <= {"[перевод]", "[без перевода]"}


def test_briefs_of_one_run_share_what_was_made(desk: Path, machine: Callable[..., Dictionary]) -> None:
    (desk / "in" / "uranium.txt").write_text(RAILWAY.replace("2026-03-04 Brussels", "2026-03-05 Brussels"), encoding="utf-8")
    asked = machine(RUSSIAN).asked
    called(Path("out"), "build", "in", "--each", "--translator", "dictionary", "--format", "pdf")
    assert len(list(Path("out").iterdir())) == 2 and len(asked) == len(set(asked)) > 5


def test_a_machine_that_fails_costs_no_brief_and_is_a_warning(desk: Path, machine: Callable[..., Dictionary]) -> None:
    machine({})
    done = built("in", "--translator", "dictionary", "--fail-on-warning")
    assert done.code == 1 and "machine-translation-failed" in done.out and "not in the dictionary" in done.out
    assert "[без перевода]" in marks(done.reports["ru"]) and not list((desk / "memory").iterdir())


@pytest.mark.plugins
def test_a_server_on_loopback_translates_an_article(
    desk: Path, needs_package: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    needs_package("httpx", "plugins")
    from briefgen.translation.translators.openai import make
    from tests.translation.translators.loopback import Loopback, completion, passages, serving

    known = Dictionary(RUSSIAN).words
    monkeypatch.setattr(translators, "make_translator", lambda name, settings, environment: make(settings, environment))

    def answer(request: dict[str, Any], number: int) -> Any:
        return completion([known.get(normalise(text).removesuffix("."), "нет такого") for text in passages(request)])

    with serving(answer) as server, contextlib.ExitStack():
        assert isinstance(server, Loopback)
        monkeypatch.setenv("OPENAI_BASE_URL", server.url)
        monkeypatch.setenv("OPENAI_MODEL", "model-1")
        monkeypatch.setenv("OPENAI_API_KEY", "very-secret")
        done = built("in", "--translator", "openai")
        asked = len(server.asked)
        assert built("in", "--translator", "openai").files == done.files and len(server.asked) == asked > 0
    assert "(openai model-1)" in text_of(section(done.reports["ru"], "limits"))
    everything = b"".join([*done.files.values(), *(path.read_bytes() for path in (desk / "memory").iterdir())])
    assert b"very-secret" not in everything and "very-secret" not in done.out + done.err


@pytest.mark.plugins
def test_a_model_on_this_machine_is_asked_and_its_nonsense_is_refused(
    desk: Path, needs_package: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    for package in ("ctranslate2", "sentencepiece"):
        needs_package(package, "plugins")
    from briefgen.translation.translators.ctranslate2 import make
    from tests.translation.translators.tiny_model import write_model

    write_model(desk / "models" / "en-ru-tiny")
    (desk / "briefgen.toml").write_text(
        CONFIG + 'translator = "ctranslate2"\n[translators.ctranslate2]\nen-ru = "models/en-ru-tiny"\n', encoding="utf-8"
    )
    monkeypatch.setattr(translators, "make_translator", lambda name, settings, environment: make(settings, environment))
    first, second = built("in"), built("in")
    assert first.code == 0 and first.files == second.files
    assert "[без перевода]" in marks(first.reports["ru"])
    assert "Refused (ru)" in first.out or "the model came to no end" in first.out


def test_a_translator_that_lacks_something_ends_the_run_before_anything_is_read(run: Callable[..., Run], desk: Path) -> None:
    done = run("build", "in", "--translator", "no-such-thing")
    assert done.code == 2 and "no translator is called 'no-such-thing'" in done.err and done.files == {}
