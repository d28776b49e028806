"""The slovnet models of Russian (names, morphology, syntax) as arrays ready to run; their weights lie in natasha's wheel."""

from __future__ import annotations

import gzip
import os
from bisect import bisect_left
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from briefgen.diagnostics import InputError

_EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODELS = "model/slovnet_{}_news_v1.tar"
_THREADS = "OPENBLAS_NUM_THREADS"


class Layer(NamedTuple):
    """A convolution over three words, cut into its three matrices (left, middle, right; in x out), then ReLU, then batch normalisation."""

    matrices: tuple[Any, Any, Any]
    bias: Any
    scale: Any
    shift: Any


class Projection(NamedTuple):
    """A linear layer: matrix (in x out) and bias."""

    matrix: Any
    bias: Any


class Biaffine(NamedTuple):
    """What scores pairs of words: two projections, the vector of the root, the matrix between."""

    head: Projection
    tail: Projection
    root: Any
    kernel: Any


@dataclass(frozen=True, slots=True)
class Embeddings:
    """Words -> vectors. navec keeps a vector as 100 bytes, each the number of a piece of three values (product quantisation).

    `words` are in order of their characters, but for those of its own at the end (`<unk>`, `<pad>`): an article asks for some hundreds of
    250,000, and a table of all takes longer to make than looking for these does.
    """

    words: list[str]
    unknown: int
    pieces: Any  # words x 100
    codes: Any  # 100 x 256 x 3

    def id_of(self, word: str) -> int:
        """The number of a word, that of `<unk>` where it is not among them."""
        found = bisect_left(self.words, word, hi=self.unknown)
        return found if self.words[found] == word else self.unknown

    def vectors(self, ids: Any) -> Any:
        from numpy import arange

        return self.codes[arange(self.codes.shape[0]), self.pieces[ids]].reshape(len(ids), -1)


@dataclass(frozen=True, slots=True)
class Models:
    """The three networks. They share words and shapes; `word_matrix` and `shape_table` hold the first layers of all three side by side:
    for each network the products of its left, middle and right matrix, so that a word is multiplied once, wherever it stands."""

    embeddings: Embeddings
    shape_ids: dict[str, int]
    word_matrix: Any  # 300 x (3 networks * 3 places * first width)
    shape_table: Any  # shapes x the same
    first: tuple[Layer, Layer, Layer]  # of names, morphology, syntax; their matrices are in `word_matrix`
    deeper: tuple[tuple[Layer, ...], ...]
    name_tags: tuple[str, ...]
    name_scores: Projection
    transitions: Any
    word_tags: tuple[str, ...]
    word_scores: Projection
    relations: tuple[str, ...]
    governor: Biaffine
    relation: Biaffine


@cache
def load_models() -> Models:
    """The models; 0.2 s the first time."""
    _import_numpy_with_one_thread()
    from numpy import concatenate
    from slovnet.const import REL, SHAPE, TAG
    from slovnet.exec.model import NER, Morph, Syntax

    (names, name_tags), (morphology, word_tags), (syntax, relations) = (
        _read(name, kind, vocabulary) for name, kind, vocabulary in (("ner", NER, TAG), ("morph", Morph, TAG), ("syntax", Syntax, REL))
    )
    embeddings, shape_ids = _read_embeddings(SHAPE)
    networks = (names, morphology, syntax)
    size = embeddings.codes.shape[0] * embeddings.codes.shape[2]
    stacks = [tuple(_layer(layer) for layer in network.encoder.layers) for network in networks]
    firsts = [concatenate(stack[0].matrices, axis=1) for stack in stacks]
    shapes = [network.emb.shape.weight.array @ first[size:] for network, first in zip(networks, firsts, strict=True)]
    return Models(
        embeddings,
        shape_ids,
        word_matrix=concatenate([first[:size] for first in firsts], axis=1),
        shape_table=concatenate(shapes, axis=1),
        first=(stacks[0][0], stacks[1][0], stacks[2][0]),
        deeper=tuple(stack[1:] for stack in stacks),
        name_tags=name_tags,
        name_scores=_projection(names.head.proj),
        transitions=names.head.crf.transitions.array,
        word_tags=word_tags,
        word_scores=_projection(morphology.head.proj),
        relations=relations,
        governor=_biaffine(syntax.head),
        relation=_biaffine(syntax.rel),
    )


def weights_folder() -> Path:
    """Where the weights lie. `find_spec` looks the package up without running it (design, section 8)."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise InputError(
            "the Russian language models are missing: install briefgen again with its dependencies (natasha brings the weights)"
        )
    return Path(next(iter(spec.submodule_search_locations))) / "data"


def _read(name: str, kind: Any, vocabulary: str) -> tuple[Any, tuple[str, ...]]:
    """A network with its arrays, and the words of its answers. Its 250,000 words are navec's, the same for all three, and left unread."""
    from slovnet.exec.pack import Pack

    with Pack(str(weights_folder() / _MODELS.format(name))) as pack:
        network = pack.load_model(kind)
        arrays = dict(pack.load_arrays(network.weights))
        return network.inject_arrays(arrays), tuple(pack.load_vocab(vocabulary).items)


def _read_embeddings(shapes: str) -> tuple[Embeddings, dict[str, int]]:
    """navec's vectors without its own loader, which counts frequencies and norms that nobody asks for: 0.4 s."""
    from navec.pq import PQ
    from navec.tar import Tar
    from slovnet.const import UNK, WORD
    from slovnet.exec.pack import Pack, vocab_name

    PQ.precompute = lambda vectors: None
    with Tar(str(weights_folder() / _EMBEDDINGS)) as tar:
        vectors = PQ.from_file(tar.load("pq.bin"))
    with Pack(str(weights_folder() / _MODELS.format("ner"))) as pack:
        words = gzip.decompress(pack.read(vocab_name(WORD))).decode("utf-8").split("\n")
        return Embeddings(words, words.index(UNK), vectors.indexes, vectors.codes), pack.load_vocab(shapes).item_ids


def _layer(layer: Any) -> Layer:
    """A layer of slovnet: weights are filters x in x 3; (x - mean) / std * weight + bias becomes x * scale + shift."""
    from numpy import ascontiguousarray

    left, middle, right = (ascontiguousarray(layer.conv.weight.array[:, :, place].T) for place in range(3))
    scale = layer.norm.weight.array / layer.norm.std.array
    return Layer((left, middle, right), layer.conv.bias.array, scale, layer.norm.bias.array - layer.norm.mean.array * scale)


def _projection(linear: Any) -> Projection:
    return Projection(linear.weight.array, linear.bias.array)


def _biaffine(head: Any) -> Biaffine:
    return Biaffine(_projection(head.head.proj), _projection(head.tail.proj), head.root.array, head.kernel.array)


def _import_numpy_with_one_thread() -> None:
    """One thread is as quick for matrices this small, and adds in the same order on every machine.

    OpenBLAS reads the variable once, when numpy is first imported; nobody else sees it.
    """
    before = os.environ.pop(_THREADS, None)
    os.environ[_THREADS] = "1"
    import numpy  # noqa: F401

    if before is None:
        del os.environ[_THREADS]
    else:
        os.environ[_THREADS] = before
