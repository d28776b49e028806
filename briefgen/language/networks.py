"""Words of paragraphs -> their tags, governors, relations and names: the slovnet networks, run over many sentences at once.

slovnet pads sentences to batches of eight and runs each network by itself. Here the sentences of an article stand in one long array with a
row of zeros between them (its padding is zeros too, so the answers are the same), and a word is looked up and multiplied once for all three
networks, however often it occurs: a third of the time. The answers are compared with slovnet's own by a test.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from briefgen.language.models import Biaffine, Layer, Models, Projection, load_models

_CHUNK = 3000  # words run at once: some 30 MB of arrays
_FAR = 2e-5  # per word; scores of governors reach 40, and those of equal words differ by some 1e-6 of rounding
_NAMES, _MORPHOLOGY, _SYNTAX = 0, 1, 2

Words = Sequence[str]


class Parsed(NamedTuple):
    """A sentence: for each word its tag («NOUN|Case=Nom»), the index of its governor (-1 for the root) and the relation to it."""

    tags: list[str]
    heads: list[int]
    relations: list[str]


class Parsing(NamedTuple):
    """A paragraph: its sentences, and for each word of it the tag of the name it belongs to (O, B-PER, I-PER, ...)."""

    sentences: list[Parsed]
    names: list[str]


def parse_paragraphs(paragraphs: Sequence[Sequence[Words]]) -> Iterator[Parsing]:
    """The paragraphs parsed, each given as sentences of words. Names are sought in the whole paragraph, the rest sentence by sentence."""
    models = load_models()
    for chunk in _chunks(paragraphs):
        yield from _parse_chunk(models, chunk)


def _chunks(paragraphs: Sequence[Sequence[Words]]) -> Iterator[list[Sequence[Words]]]:
    chunk: list[Sequence[Words]] = []
    size = 0
    for paragraph in paragraphs:
        length = sum(len(sentence) for sentence in paragraph)
        if chunk and size + length > _CHUNK:
            yield chunk
            chunk, size = [], 0
        chunk.append(paragraph)
        size += length
    if chunk:
        yield chunk


def _parse_chunk(models: Models, paragraphs: list[Sequence[Words]]) -> Iterator[Parsing]:
    sentences = [sentence for paragraph in paragraphs for sentence in paragraph]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        yield from (Parsing([Parsed([], [], []) for _ in paragraph], []) for paragraph in paragraphs)
        return
    products = _products(models, words)
    by_sentence = _Rows([len(sentence) for sentence in sentences])
    by_paragraph = _Rows([sum(len(sentence) for sentence in paragraph) for paragraph in paragraphs])
    tags = _word_tags(models, _encode(models, _MORPHOLOGY, products, by_sentence), by_sentence)
    trees = _trees(models, _encode(models, _SYNTAX, products, by_sentence), by_sentence)
    names = _name_tags(models, _encode(models, _NAMES, products, by_paragraph), by_paragraph)
    parsed = (Parsed(tag, *tree) for tag, tree in zip(tags, trees, strict=True))
    for paragraph, name in zip(paragraphs, names, strict=True):
        yield Parsing([next(parsed) for _ in paragraph], name)


class _Rows:
    """Where runs of words (sentences or paragraphs) stand in an array that has a row of zeros before, between and behind them."""

    def __init__(self, lengths: list[int]) -> None:
        from numpy import arange, array, cumsum, repeat

        sizes = array(lengths)
        self.starts = cumsum(sizes + 1) - sizes
        self.lengths = lengths
        self.count = int(sizes.sum() + len(lengths) + 1)
        self.words = arange(int(sizes.sum())) + repeat(arange(len(lengths)), sizes) + 1
        self.gaps = [0, *(self.starts + sizes).tolist()]

    def slices(self) -> Iterator[slice]:
        return (slice(start, start + length) for start, length in zip(self.starts.tolist(), self.lengths, strict=True))


def _products(models: Models, words: Words) -> tuple[Any, Any, Any]:
    """The products of each distinct word with the first layers, and for each word its row there and its shape."""
    from numpy import array
    from slovnet.shape import word_shape

    embeddings, distinct = models.embeddings, dict[str, int]()
    rows = array([distinct.setdefault(word.lower(), len(distinct)) for word in words])
    ids = array([embeddings.id_of(word) for word in distinct])
    shapes = {word: models.shape_ids[word_shape(word)] for word in dict.fromkeys(words)}
    return embeddings.vectors(ids) @ models.word_matrix, rows, array([shapes[word] for word in words])


def _encode(models: Models, network: int, products: tuple[Any, Any, Any], rows: _Rows) -> Any:
    """The encoder of a network: three convolutions, a word seeing one neighbour more on each side at each."""
    from numpy import zeros

    first = models.first[network]
    table, words, shapes = products
    width = first.bias.shape[0]
    encoded = zeros((rows.count, width), dtype=table.dtype)
    encoded += first.bias
    for place in range(3):
        columns = slice((network * 3 + place) * width, (network * 3 + place + 1) * width)
        spread = table[words, columns]
        spread += models.shape_table[shapes, columns]
        encoded[rows.words + 1 - place] += spread
    _finish(encoded, first, rows)
    for layer in models.deeper[network]:
        left, middle, right = layer.matrices
        deeper = encoded @ middle
        deeper[1:] += encoded[:-1] @ left
        deeper[:-1] += encoded[1:] @ right
        deeper += layer.bias
        encoded = deeper
        _finish(encoded, layer, rows)
    return encoded


def _finish(encoded: Any, layer: Layer, rows: _Rows) -> None:
    encoded.clip(0, None, out=encoded)
    encoded *= layer.scale
    encoded += layer.shift
    encoded[rows.gaps] = 0


def _project(encoded: Any, projection: Projection, *, relu: bool = False) -> Any:
    projected = encoded @ projection.matrix + projection.bias
    return projected.clip(0, None, out=projected) if relu else projected


def _word_tags(models: Models, encoded: Any, rows: _Rows) -> Iterator[list[str]]:
    best = _project(encoded, models.word_scores).argmax(-1).tolist()
    return ([models.word_tags[index] for index in best[run]] for run in rows.slices())


def _trees(models: Models, encoded: Any, rows: _Rows) -> Iterator[tuple[list[int], list[str]]]:
    """Governors first, each word's likeliest; then the relation to it."""
    from numpy import concatenate

    governor = models.governor
    heads, tails = (_with_root(encoded, governor, part) for part in (governor.head, governor.tail))
    scored = heads[1:] @ governor.kernel
    distances = _distances(max(rows.lengths))
    found = []
    for run in rows.slices():
        size = run.stop - run.start
        scores = scored[run] @ concatenate((tails[:1], tails[1:][run])).T
        found.append((scores - distances[:size, : size + 1]).argmax(-1) - 1)
    relations = _relations(models, encoded, rows, found)
    for run, head in zip(rows.slices(), found, strict=True):
        yield head.tolist(), relations[run]


def _distances(size: int) -> Any:
    """How far the root and each word are from each word, weighed to decide between governors that the network scores alike.

    «17,8 триллиона тенге, ...; 7,1 триллиона тенге, ...»: words with equal neighbours have equal vectors, and rounding would choose.
    """
    from numpy import abs, arange, float32

    distances = abs(arange(size)[:, None] - arange(-1, size)[None]) * float32(_FAR)
    distances[:, 0] = 0
    return distances


def _with_root(encoded: Any, biaffine: Biaffine, part: Projection) -> Any:
    """The projection of the root in row 0, then of all rows."""
    from numpy import concatenate

    return _project(concatenate((biaffine.root[None], encoded)), part, relu=True)


def _relations(models: Models, encoded: Any, rows: _Rows, found: list[Any]) -> list[str]:
    """The relation of each row to its governor; rows between sentences get some, which nobody reads."""
    from numpy import einsum, zeros

    relation = models.relation
    governors = zeros(rows.count, dtype=int)
    for run, heads in zip(rows.slices(), found, strict=True):
        governors[run] = (heads + run.start + 1) * (heads >= 0)  # row 0 is the root
    heads = _with_root(encoded, relation, relation.head)[governors]
    tails = _with_root(encoded, relation, relation.tail)[1:]
    size = tails.shape[-1]
    scores = einsum("nrk,nk->nr", (heads @ relation.kernel).reshape(rows.count, -1, size), tails)
    return [models.relations[index] for index in scores.argmax(-1).tolist()]


def _name_tags(models: Models, encoded: Any, rows: _Rows) -> list[list[str]]:
    """The likeliest path of tags through each paragraph (Viterbi), all paragraphs a word at a time."""
    from numpy import arange, array, zeros

    emissions = _project(encoded, models.name_scores)
    order = sorted(range(len(rows.lengths)), key=lambda index: -rows.lengths[index])
    starts = array([rows.starts[index] for index in order])
    lengths = array([rows.lengths[index] for index in order])
    score = emissions[starts]
    steps = []
    for step in range(1, int(lengths[0])):
        alive = int((lengths > step).sum())
        paths = score[:alive, :, None] + models.transitions
        best = paths.argmax(1)
        steps.append(best)
        score[:alive] = paths.max(1) + emissions[starts[:alive] + step]
    last = score.argmax(1)
    found: list[list[str]] = [[] for _ in order]
    tags = zeros((len(order), max(1, int(lengths[0]))), dtype=int)
    tags[arange(len(order)), (lengths - 1).clip(0)] = last
    for step in range(len(steps), 0, -1):
        alive = len(steps[step - 1])
        tags[:alive, step - 1] = steps[step - 1][arange(alive), tags[:alive, step]]
    for place, index in enumerate(order):
        found[index] = [models.name_tags[tag] for tag in tags[place, : rows.lengths[index]].tolist()]
    return found
