"""The translator that runs a CTranslate2 model, with a real, tiny one; and what it says of folders that hold none."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.diagnostics import UsageError
from briefgen.translation.translators import Failure, make_translator
from briefgen.translation.translators.ctranslate2 import make
from tests.translation.translators.tiny_model import write_model

pytestmark = pytest.mark.plugins
TEXT = "Лондон выделит 4 миллиарда фунтов на рудники Казахстана"


@pytest.fixture(scope="module", autouse=True)
def _packages(needs_package: Callable[..., None]) -> None:
    for package in ("ctranslate2", "sentencepiece"):
        needs_package(package, "plugins")


@pytest.fixture(scope="module")
def folder(_packages: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_model(tmp_path_factory.mktemp("models") / "ru-en-tiny", split=True)


@pytest.fixture(scope="module")
def argos(_packages: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    metadata = {"package_version": "1.9", "from_code": "ru", "to_code": "en"}
    return write_model(tmp_path_factory.mktemp("argos") / "translate-ru_en", argos=metadata)


def by_hand(folder: Path, sentence: str) -> list[str]:
    """What the library itself makes of a sentence with the same settings, as pieces."""
    import ctranslate2
    import sentencepiece

    pieces = sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm")).encode(sentence, out_type=str)
    (result,) = ctranslate2.Translator(str(folder)).translate_batch([pieces], beam_size=4, max_decoding_length=3 * len(pieces) + 3)
    return result.hypotheses[0]


def test_a_model_folder_translates_as_the_library_itself_does(folder: Path) -> None:
    import sentencepiece

    (outcome,) = make({"ru-en": str(folder)}, {}).translate([TEXT], source="ru", target="en")
    pieces = by_hand(folder, TEXT)
    whole = sentencepiece.SentencePieceProcessor(model_file=str(folder / "target.spm")).decode(pieces)
    ended = len(pieces) < 3 * len(sentencepiece.SentencePieceProcessor(model_file=str(folder / "source.spm")).encode(TEXT)) + 3
    assert outcome == (whole if ended else Failure("the model came to no end"))


def test_a_model_that_comes_to_an_end_gives_its_words(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from briefgen.translation.translators import ctranslate2 as plugin

    translator = make({"ru-en": str(folder)}, {})
    engine, reader, writer = translator._load(translator.models["ru-en"])
    echo = type("Echo", (), {"translate_batch": lambda self, batch, **_: [type("R", (), {"hypotheses": [pieces]}) for pieces in batch]})()
    monkeypatch.setitem(translator.loaded, "ru-en-tiny", (echo, reader, writer))
    assert plugin.NAME == "ctranslate2" and engine is not echo
    assert translator.translate([TEXT + ". Министр сказал", "Эксперт"], source="ru", target="en") == [TEXT + ". Министр сказал", "Эксперт"]


def test_the_same_texts_give_the_same_outcomes_alone_or_together(folder: Path) -> None:
    texts = [TEXT, "Министр сказал", "Эксперт считает что грузы пойдут в обход"]
    outcomes = [make({"ru-en": str(folder)}, {}).translate(texts, source="ru", target="en") for _ in range(2)]
    assert list(outcomes[0]) == list(outcomes[1]) and len(outcomes[0]) == 3


def test_an_unpacked_argos_package_is_read_and_named_with_its_version(argos: Path) -> None:
    translator = make({"ru-en": str(argos)}, {})
    assert translator.tool == "ctranslate2 translate-ru_en 1.9"
    assert len(translator.translate([TEXT], source="ru", target="en")) == 1


def test_nothing_to_translate_needs_no_model(folder: Path) -> None:
    assert list(make({"ru-en": str(folder)}, {}).translate([], source="ru", target="en")) == []


def test_a_direction_without_a_model_fails_text_by_text(folder: Path) -> None:
    outcomes = make({"ru-en": str(folder)}, {}).translate(["one", "two"], source="en", target="ru")
    assert list(outcomes) == [Failure("no model for en-ru in [translators.ctranslate2]")] * 2


def test_a_sentence_that_is_too_long_for_the_model_fails_alone(folder: Path) -> None:
    first, second = make({"ru-en": str(folder)}, {}).translate(["слово " * 500, "Министр"], source="ru", target="en")
    assert isinstance(first, Failure) and "too long for the model" in first.reason
    assert second != first


def test_the_entry_point_makes_it(folder: Path) -> None:
    assert make_translator("ctranslate2", {"ru-en": str(folder)}, {}).tool == "ctranslate2 ru-en-tiny"


def test_a_folder_that_holds_no_model_is_told(tmp_path: Path, argos: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "half").mkdir()
    (tmp_path / "half" / "model.bin").write_bytes(b"")
    cases = {
        "none": "there is no such folder; an Argos package",
        "empty": "holds no model.bin",
        "half": "holds no SentencePiece model: source.spm and target.spm",
    }
    for name, told in cases.items():
        with pytest.raises(UsageError, match=rf"\[translators\.ctranslate2\] ru-en: .*{name}: {told}"):
            make({"ru-en": str(tmp_path / name)}, {})
    with pytest.raises(UsageError, match=r"its metadata.json says that the model translates ru-en"):
        make({"en-ru": str(argos)}, {})


def test_a_broken_model_is_told_when_it_is_loaded(tmp_path: Path, folder: Path) -> None:
    broken = tmp_path / "broken"
    broken.mkdir()
    for name in ("source.spm", "target.spm"):
        (broken / name).write_bytes((folder / name).read_bytes())
    (broken / "model.bin").write_bytes(b"no model")
    with pytest.raises(UsageError, match="broken: the model cannot be loaded"):
        make({"ru-en": str(broken)}, {}).translate([TEXT], source="ru", target="en")


def test_unknown_and_missing_settings_are_told() -> None:
    with pytest.raises(UsageError, match="unknown setting 'model'; known are ru-en, en-ru"):
        make({"model": "x"}, {})
    with pytest.raises(UsageError, match=r"briefgen.toml names no model"):
        make({}, {})
