"""Sentences -> their translations by a CTranslate2 model on this machine: a converted model folder, or an unpacked Argos package.

In a folder: `model.bin` (itself or in `model/`), and SentencePiece models `source.spm` and `target.spm`, or one `sentencepiece.model` or
`spm.model` for both. An Argos package has a `metadata.json` beside, whose languages are checked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefgen.diagnostics import UsageError
from briefgen.language.sentences import sentence_spans
from briefgen.translation.translators import Failure, Outcome, Translator, check_settings, missing_package

NAME = "ctranslate2"
DIRECTIONS = ("ru-en", "en-ru")
_SHARED = ("sentencepiece.model", "spm.model")
_BATCH = 1024  # tokens a batch: what fits beside everything else in the memory of an office machine
_BEAM = 4  # as Argos Translate and OPUS-MT set it
_ROOM = 3  # pieces that a translation may have for each of the longest original: a model that wants more repeats itself
_LONGEST = 400  # pieces of a sentence; Marian models were trained on fewer than 512


@dataclass(frozen=True, slots=True)
class _Model:
    """A model folder that was checked: where its parts are, and the token that each translation starts with, if any."""

    name: str
    folder: Path
    source: Path
    target: Path
    prefix: str


@dataclass(slots=True)
class _CTranslate2:
    """Models by direction; each is loaded when it is first used."""

    models: Mapping[str, _Model]
    loaded: dict[str, Any]

    @property
    def tool(self) -> str:
        return f"{NAME} " + ", ".join(dict.fromkeys(model.name for model in self.models.values()))

    def translate(self, texts: Sequence[str], *, source: str, target: str) -> Sequence[Outcome]:
        """Text by text as sentences; the full stop that a clause lacks is not asked for."""
        model = self.models.get(f"{source}-{target}")
        if model is None:
            return [Failure(f"no model for {source}-{target} in [translators.{NAME}]")] * len(texts)
        parts = [[text[start:stop] for start, stop in sentence_spans(text, source)] for text in texts]
        done = iter(self._sentences([part for each in parts for part in each], model))
        return [_joined([next(done) for _ in each]) for each in parts]

    def _sentences(self, sentences: Sequence[str], model: _Model) -> Iterator[Outcome]:
        engine, reader, writer = self._load(model)
        pieces = [reader.encode(sentence, out_type=str) for sentence in sentences]
        fitting = [each for each in pieces if len(each) <= _LONGEST]
        prefix = [[model.prefix]] * len(fitting) if model.prefix else None
        longest = _ROOM * max(map(len, fitting), default=0) + _ROOM
        results = iter(
            engine.translate_batch(
                fitting, target_prefix=prefix, beam_size=_BEAM, max_batch_size=_BATCH, batch_type="tokens", max_decoding_length=longest
            )
        )
        for each in pieces:
            if len(each) > _LONGEST:
                yield Failure(f"a sentence of {len(each)} pieces is too long for the model")
            else:
                found = next(results).hypotheses[0]
                yield Failure("the model came to no end") if len(found) >= longest else _outcome(found, model, writer)

    def _load(self, model: _Model) -> Any:
        if model.name not in self.loaded:
            import ctranslate2
            from sentencepiece import SentencePieceProcessor

            try:
                engine = ctranslate2.Translator(str(model.folder), device="cpu", inter_threads=1, intra_threads=1)  # one thread: same sums
                reader, writer = (SentencePieceProcessor(model_file=str(path)) for path in (model.source, model.target))
            except (RuntimeError, OSError) as error:
                raise UsageError(f"{model.folder}: the model cannot be loaded: {error}") from error
            self.loaded[model.name] = (engine, reader, writer)
        return self.loaded[model.name]


def make(settings: Mapping[str, str], environment: Mapping[str, str]) -> Translator:
    """The translator of the model folders in `[translators.ctranslate2]`, `ru-en` and `en-ru`; needs nothing of the environment."""
    check_settings(NAME, settings, DIRECTIONS)
    for package in ("ctranslate2", "sentencepiece"):
        _check_package(package)
    if not settings:
        raise UsageError(f'translator {NAME}: briefgen.toml names no model: [translators.{NAME}] with ru-en = "FOLDER" or en-ru = "FOLDER"')
    return _CTranslate2({direction: _model(Path(folder), direction) for direction, folder in sorted(settings.items())}, {})


def _check_package(package: str) -> None:
    from importlib.util import find_spec

    if find_spec(package) is None:
        raise missing_package(NAME, package, "ctranslate2")


def _model(folder: Path, direction: str) -> _Model:
    where = f"[translators.{NAME}] {direction}: {folder}"
    if not folder.is_dir():
        raise UsageError(f"{where}: there is no such folder; an Argos package (.argosmodel) is a ZIP file: unpack it and name its folder")
    inner = next((place for place in (folder, folder / "model") if (place / "model.bin").is_file()), None)
    if inner is None:
        raise UsageError(f"{where}: holds no model.bin, so no CTranslate2 model")
    pairs = [(folder / "source.spm", folder / "target.spm"), *((folder / name, folder / name) for name in _SHARED)]
    found = next((pair for pair in pairs if all(path.is_file() for path in pair)), None)
    if found is None:
        raise UsageError(f"{where}: holds no SentencePiece model: source.spm and target.spm, or {' or '.join(_SHARED)}, are expected")
    metadata = _metadata(folder / "metadata.json", where)
    told = f"{metadata.get('from_code', direction[:2])}-{metadata.get('to_code', direction[3:])}"
    if told != direction:
        raise UsageError(f"{where}: its metadata.json says that the model translates {told}")
    version = str(metadata.get("package_version", ""))
    name = " ".join(filter(None, (folder.resolve().name, version if version not in folder.name else "")))
    return _Model(name, inner, *found, str(metadata.get("target_prefix", "")))


def _metadata(path: Path, where: str) -> Mapping[str, Any]:
    try:
        value = json.loads(path.read_bytes())
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        raise UsageError(f"{where}: metadata.json cannot be read: {error}") from error
    if not isinstance(value, dict):
        raise UsageError(f"{where}: metadata.json holds no object")
    return value


def _outcome(pieces: Sequence[str], model: _Model, writer: Any) -> Outcome:
    words = pieces[1:] if model.prefix and pieces[:1] == [model.prefix] else pieces
    text = str(writer.decode(list(words))).strip()
    return text or Failure("the model gave no words")


def _joined(sentences: Sequence[Outcome]) -> Outcome:
    failed = next((outcome for outcome in sentences if isinstance(outcome, Failure)), None)
    return failed or " ".join(str(sentence) for sentence in sentences)
