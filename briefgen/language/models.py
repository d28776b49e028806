"""The slovnet models of Russian (names, morphology, syntax), loaded once; their weights lie in natasha's wheel, never imported."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from briefgen.diagnostics import InputError

_EMBEDDINGS = "emb/navec_news_v1_1B_250K_300d_100q.tar"
_MODELS = "model/slovnet_{}_news_v1.tar"
_THREADS = "OPENBLAS_NUM_THREADS"


@dataclass(frozen=True, slots=True)
class Models:
    """Callables of slovnet: `names(text)`, `morphology.map(sentences)`, `syntax.map(sentences)`."""

    names: Any
    morphology: Any
    syntax: Any


@cache
def load_models() -> Models:
    """The three models; 0.5 s the first time."""
    _import_numpy_with_one_thread()
    from navec import Navec
    from navec.pq import PQ
    from slovnet import NER, Morph, Syntax

    PQ.precompute = _prepare_lookups

    folder = weights_folder()
    embeddings = Navec.load(str(folder / _EMBEDDINGS))
    names, morphology, syntax = (
        model.load(str(folder / _MODELS.format(name))).navec(embeddings)
        for name, model in (("ner", NER), ("morph", Morph), ("syntax", Syntax))
    )
    return Models(names, morphology, syntax)


def _prepare_lookups(vectors: Any) -> None:
    """What looking vectors up needs. navec also computes the norms of all 250,000 vectors: 0.2 s, for a similarity nobody asks."""
    from numpy import arange

    vectors.qdims = arange(vectors.qdim)


def weights_folder() -> Path:
    """Where the weights lie. `find_spec` looks the package up without running it (design, section 8)."""
    spec = find_spec("natasha")
    if spec is None or not spec.submodule_search_locations:
        raise InputError(
            "the Russian language models are missing: install briefgen again with its dependencies (natasha brings the weights)"
        )
    return Path(next(iter(spec.submodule_search_locations))) / "data"


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
