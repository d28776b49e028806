"""The networks run over whole articles answer as slovnet's own code does, whatever stands beside a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.language import networks
from briefgen.language.models import load_models, weights_folder
from briefgen.language.networks import Parsing, parse_paragraphs

PARAGRAPHS = [
    ["Министр финансов Казахстана заявил, что соглашение с Евросоюзом будет подписано весной .", "Брюссель пока молчит ."],
    ["Рост составил 2,5 процента .", "«Мы ждём инвестиций», — добавила Кая Каллас в интервью Reuters ."],
    ["Да ."],
    ["По данным РИА Новости, в Лондоне прошли переговоры Дональда Трампа и Касым-Жомарта Токаева о поставках урана и меди ."],
]


def _words(paragraphs: list[list[str]]) -> list[list[list[str]]]:
    return [[sentence.replace(",", " ,").replace("»", " »").replace("«", "« ").split() for sentence in part] for part in paragraphs]


@cache
def _slovnet() -> tuple[Any, Any, Any]:
    load_models()  # numpy with one thread, and navec without its norms
    from navec import Navec
    from slovnet import NER, Morph, Syntax

    folder = weights_folder()
    embeddings = Navec.load(str(folder / "emb/navec_news_v1_1B_250K_300d_100q.tar"))
    kinds = (("ner", NER), ("morph", Morph), ("syntax", Syntax))
    names, morphology, syntax = (kind.load(str(folder / f"model/slovnet_{name}_news_v1.tar")).navec(embeddings) for name, kind in kinds)
    return names, morphology, syntax


def _of_slovnet(paragraphs: list[list[list[str]]]) -> list[Parsing]:
    names, morphology, syntax = _slovnet()
    found = []
    for paragraph in paragraphs:
        words = [word for sentence in paragraph for word in sentence]
        ((tags),) = list(names.infer.decoder(names.infer.process(names.infer.encoder([words]))))
        parsed = [
            networks.Parsed(
                [token.tag for token in tagged.tokens], [int(token.head_id) - 1 for token in tree.tokens], [t.rel for t in tree.tokens]
            )
            for tagged, tree in zip(morphology.map(paragraph), syntax.map(paragraph), strict=True)
        ]
        found.append(Parsing(parsed, list(tags)))
    return found


def test_the_answers_are_those_of_slovnet() -> None:
    paragraphs = _words(PARAGRAPHS)
    assert list(parse_paragraphs(paragraphs)) == _of_slovnet(paragraphs)


def test_a_sentence_is_parsed_alike_alone_and_among_others(monkeypatch: Any) -> None:
    paragraphs = _words(PARAGRAPHS) * 3
    together = list(parse_paragraphs(paragraphs))
    assert together == [parsing for paragraph in paragraphs for parsing in parse_paragraphs([paragraph])]
    monkeypatch.setattr(networks, "_CHUNK", 20)
    assert together == list(parse_paragraphs(paragraphs))


def test_words_with_equal_neighbours_take_the_nearest_governor() -> None:
    """Their vectors are equal, so the network alone would leave the choice to rounding."""
    clause = ["долг", "–", "17,8", "триллиона", "тенге", ",", "или", "71,6", "процента", "от", "общего", "объема", "долга", ";"]
    (parsing,) = parse_paragraphs([[clause * 3]])
    heads = parsing.sentences[0].heads
    assert [heads[index] - index for index in (len(clause) + 2, 2 * len(clause) + 2)] == [1, 1]


def test_nothing_gives_nothing() -> None:
    assert list(parse_paragraphs([])) == []
    assert list(parse_paragraphs([[], [[]]])) == [Parsing([], []), Parsing([networks.Parsed([], [], [])], [])]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.lists(st.lists(st.text(min_size=1, max_size=8), max_size=12), max_size=3), max_size=4))
def test_any_words_are_parsed(paragraphs: list[list[Sequence[str]]]) -> None:
    for paragraph, parsing in zip(paragraphs, parse_paragraphs(paragraphs), strict=True):
        assert [len(sentence) for sentence in paragraph] == [len(parsed.tags) for parsed in parsing.sentences]
        assert len(parsing.names) == sum(len(sentence) for sentence in paragraph)
        for parsed in parsing.sentences:
            assert all(-1 <= head < len(parsed.heads) for head in parsed.heads) and len(parsed.relations) == len(parsed.heads)


def test_each_word_of_the_embeddings_is_found_where_it_stands():
    embeddings = load_models().embeddings
    assert all(embeddings.id_of(word) == number for number, word in enumerate(embeddings.words[: embeddings.unknown]))
    assert {embeddings.id_of(word) for word in ("", "зюкокрылый", "яяяя", "<unk>", "\uffff")} == {embeddings.unknown}
