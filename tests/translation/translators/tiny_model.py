"""A real CTranslate2 model with a SentencePiece vocabulary, tiny and with random weights: it runs, and says nonsense."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

LINES = (
    "Лондон выделит 4 миллиарда фунтов на рудники Казахстана",
    "Министр сказал что соглашение подписали 25 февраля",
    "Эксперт считает что грузы пойдут в обход России",
    "London will give four billion pounds for mines in Kazakhstan",
    "The minister said that the agreement was signed on 25 February",
    "The expert believes that cargo will bypass Russia",
)
_WIDTH, _HEADS, _LAYERS, _HIDDEN = 16, 2, 1, 32


def write_model(folder: Path, *, argos: dict[str, str] | None = None, split: bool = False) -> Path:
    """A model folder as a converter leaves it; with `argos` an unpacked Argos package with this metadata."""
    inner = folder / "model" if argos is not None else folder
    folder.mkdir(parents=True, exist_ok=True)
    names = ("source.spm", "target.spm") if split else ("sentencepiece.model",)
    pieces = _pieces(folder, names)
    _write_weights(inner, pieces)
    if argos is not None:
        (folder / "metadata.json").write_text(json.dumps(argos), encoding="utf-8")
    return folder


def _pieces(folder: Path, names: tuple[str, ...]) -> list[str]:
    """Trains one SentencePiece model and writes it under each name; its vocabulary."""
    import sentencepiece

    stem = folder / "trained"
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(LINES * 20), model_prefix=str(stem), vocab_size=150, hard_vocab_limit=False, minloglevel=2, num_threads=1
    )
    data = stem.with_suffix(".model").read_bytes()
    for suffix in (".model", ".vocab"):
        stem.with_suffix(suffix).unlink()
    for name in names:
        (folder / name).write_bytes(data)
    processor = sentencepiece.SentencePieceProcessor(model_proto=data)
    return [processor.id_to_piece(index) for index in range(processor.get_piece_size())]


def _write_weights(folder: Path, pieces: list[str]) -> None:
    import ctranslate2
    import numpy

    spec = ctranslate2.specs.TransformerSpec.from_config(_LAYERS, _HEADS)
    chance = numpy.random.default_rng(4)

    def matrix(*shape: int) -> Any:
        return (chance.standard_normal(shape) * 0.4).astype(numpy.float32)

    def dense(layer: Any, out: int, into: int) -> None:
        layer.weight, layer.bias = matrix(out, into), matrix(out)

    def norm(layer: Any) -> None:
        layer.gamma, layer.beta = numpy.ones(_WIDTH, numpy.float32), numpy.zeros(_WIDTH, numpy.float32)

    def forward(layer: Any) -> None:
        norm(layer.layer_norm)
        dense(layer.linear_0, _HIDDEN, _WIDTH)
        dense(layer.linear_1, _WIDTH, _HIDDEN)

    def attention(layer: Any, *sizes: int) -> None:
        norm(layer.layer_norm)
        for part, size in zip(layer.linear, sizes, strict=True):
            dense(part, size, _WIDTH)

    def embeddings(layer: Any) -> None:
        layer.weight = matrix(len(pieces), _WIDTH)

    for side in (spec.encoder, spec.decoder):
        side.position_encodings.encodings = matrix(1024, _WIDTH)
        norm(side.layer_norm)
    embeddings(spec.encoder.embeddings[0])
    embeddings(spec.decoder.embeddings)
    for layer in spec.encoder.layer:
        attention(layer.self_attention, 3 * _WIDTH, _WIDTH)
        forward(layer.ffn)
    for layer in spec.decoder.layer:
        attention(layer.self_attention, 3 * _WIDTH, _WIDTH)
        attention(layer.attention, _WIDTH, 2 * _WIDTH, _WIDTH)
        forward(layer.ffn)
    dense(spec.decoder.projection, len(pieces), _WIDTH)
    spec.register_source_vocabulary(pieces)
    spec.register_target_vocabulary(pieces)
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize()
    folder.mkdir(exist_ok=True)
    spec.save(str(folder))
