"""A Review -> the bytes of evidence.html: styles and script inside, allowed by their digests alone, all text escaped."""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from lxml import etree, html
from lxml.builder import ElementMaker

from briefgen.review import Review, ReviewArticle, ReviewFact, ReviewParagraph, Segment, Words

Node = Any  # an element; the stubs of lxml know nothing of its builder
_KINDS = (("q", "figures"), ("d", "dates"), ("s", "statements"), ("i", "interests"), ("r", "risks"))
_OF_KIND = {"c": "r"}  # a counter-view is shown and hidden with the risks
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # no characters of XML 1.0 (2.2)
_NONE = "default-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'"


def _add_text(parent: etree._Element, words: str) -> None:
    """Words as text behind what the element holds already; a character that no page may hold is shown as one that is not known."""
    clean = _UNPRINTABLE.sub("\ufffd", words)
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + clean
    else:
        parent.text = (parent.text or "") + clean


E: Any = ElementMaker(makeelement=html.html_parser.makeelement, typemap={str: _add_text})


def write_evidence(review: Review) -> bytes:
    """The page. Without a script it shows everything; with it, it filters and leads from facts to words and back.

    Articles and facts are written one by one: a page over a thousand articles is held as bytes, never as a tree.
    """
    first = review.languages[0]
    page = E.html(
        E.head(
            E.meta(charset="utf-8"),
            _policy(),
            E.meta(name="viewport", content="width=device-width, initial-scale=1"),
            E.meta(name="generator", content="briefgen"),
            E.meta(name="brief-number", content=review.brief_number),
            E.title(review.title[first]),
            E.style(_part("evidence.css")),
        ),
        E.body(_header(review), E.main(_articles(review), _facts(review)), E.script(_part("evidence.js"))),
        lang=first,
        **{"data-reader": first},
    )
    before, between, behind = re.split(b"<slot></slot>", _written(page))
    kinds = {fact.id: fact for fact in review.facts}
    articles = (_written(_article(review, article, kinds)) for article in review.articles)
    facts = (_written(_fact(review, fact)) for fact in review.facts)
    return b"".join((b"<!DOCTYPE html>\n", before, *articles, between, *facts, behind, b"\n"))


def _written(node: Node) -> bytes:
    return bytes(html.tostring(node, encoding="utf-8"))


@cache
def _part(name: str) -> str:
    return (files("briefgen") / "data" / "html" / name).read_text(encoding="utf-8")


def _policy() -> Node:
    """Nothing is loaded from anywhere; only our own style and script run (Content Security Policy 3, hash sources)."""
    style, script = (base64.b64encode(sha256(_part(name).encode("utf-8")).digest()).decode() for name in ("evidence.css", "evidence.js"))
    policy = f"{_NONE}; style-src 'sha256-{style}'; script-src 'sha256-{script}'"
    return E.meta(**{"http-equiv": "Content-Security-Policy", "content": policy})


def _header(review: Review) -> Node:
    return E.header(E.h1(*_words(review.title)), E.p({"class": "about"}, *_words(review.labels["about"])), _filters(review))


def _filters(review: Review) -> Node:
    labels = review.labels
    kinds = [_kind_box(review, kind, key) for kind, key in _KINDS]
    languages = sorted({article.language for article in review.articles})
    parts = [
        E.fieldset(E.legend(*_words(labels["show"])), *kinds),
        E.label(E.input(type="checkbox", id="doubtful"), *_words(labels["doubtful"])),
        _choice("language", labels["language"], labels["all"], {language: labels[language] for language in languages}),
        _choice("article", labels["article"], labels["all"], {str(a.number): _numbered(a) for a in review.articles}),
        E.label(*_words(labels["find"]), E.input(type="search", id="find")),
    ]
    if len(review.languages) > 1:
        parts.append(E.button("English / Русский", type="button", id="reader"))
    return E.form(*parts, id="filters")


def _kind_box(review: Review, kind: str, key: str) -> Node:
    count = sum(_shown_as(fact) == kind for fact in review.facts)
    sample = E.span({"class": f"sample {kind}", "aria-hidden": "true"}, "abc")
    return E.label(E.input(type="checkbox", name="kind", value=kind, checked="checked"), sample, *_words(review.labels[key]), f" ({count})")


def _choice(id: str, label: Words, nothing: Words, options: Mapping[str, Words]) -> Node:
    entries = [_option("", nothing), *(_option(value, words) for value, words in options.items())]
    return E.label(*_words(label), E.select(*entries, id=id))


def _option(value: str, words: Words) -> Node:
    first = next(iter(words.values()))
    said = {f"data-{language}": _UNPRINTABLE.sub("\ufffd", words) for language, words in words.items()}
    return E.option(first, value=value, **said)


def _numbered(article: ReviewArticle) -> Words:
    return dict.fromkeys(article.about, f"{article.number}. {article.title}")


def _articles(review: Review) -> Node:
    """The section of the articles, with a slot for them."""
    return E.section(E.slot(), id="text", tabindex="0", **_named(review.labels["articles"]))


def _article(review: Review, article: ReviewArticle, kinds: Mapping[str, ReviewFact]) -> Node:
    notes = [] if article.is_whole else [E.p({"class": "meta"}, *_words(review.labels["sentences"]))]
    return E.article(
        E.h2(f"{article.number}. {article.title}"),
        E.p({"class": "meta"}, *_words(article.about)),
        *notes,
        *(_paragraph(review, paragraph, kinds) for paragraph in article.paragraphs),
        lang=article.language,
        **{"data-number": str(article.number)},
    )


def _paragraph(review: Review, paragraph: ReviewParagraph, facts: Mapping[str, ReviewFact]) -> Node:
    words = E.span({"class": "words"}, *(_segment(segment, facts) for segment in paragraph.segments))
    if paragraph.role in review.labels:
        words.append(E.span({"class": "meta"}, " (", *_words(review.labels[paragraph.role]), ")"))
    return E.div({"class": f"p role-{paragraph.role}"}, E.span({"class": "no"}, paragraph.place), words)


def _segment(segment: Segment, facts: Mapping[str, ReviewFact]) -> Any:
    """The words inside a line for each fact, the longest outermost; where a fact begins, the keyboard can stop."""
    if not segment.facts:
        return segment.text
    inner: Any = segment.text
    for id in reversed(segment.facts):
        inner = E.span({"class": facts[id].kind, "data-fact": id}, inner)
    attributes = {"class": "f", "data-facts": " ".join(segment.facts)}
    if segment.begins:
        said = [facts[id].words for id in segment.begins]
        labels = {language: "; ".join(words[language] for words in said) for language in said[0]}
        attributes |= {"data-begins": " ".join(segment.begins), "tabindex": "0", "role": "button"}
        attributes |= _named({language: f"{segment.text}: {words}" for language, words in labels.items()})
    return E.span(attributes, inner)


def _facts(review: Review) -> Node:
    """The section of the facts, with a slot for them."""
    count = E.p({"class": "meta", "role": "status"}, *_words(review.labels["shown"]), ": ", E.span(str(len(review.facts)), id="count"))
    entries = E.ol(E.slot(), id="facts")
    return E.section(E.h2(*_words(review.labels["facts"])), count, entries, id="list", tabindex="0", **_named(review.labels["facts"]))


def _fact(review: Review, fact: ReviewFact) -> Node:
    labels, kind = review.labels, _shown_as(fact)
    rows = [(labels["place"], [", ".join(fact.places)]), (labels["code"], [fact.id]), (labels["rule"], [fact.rule, *_after_dash(fact.why)])]
    rows += [(labels["doubt"], [E.span({"class": "doubt"}, *_words(doubt))]) for doubt in fact.doubts]
    rows += [(labels["translation"], _words(fact.translation))] if any(fact.translation.values()) else []
    details = E.dl(*(part for label, words in rows for part in (E.dt(*_words(label)), E.dd(*words))))
    name = E.span({"class": "kind"}, E.span({"class": kind}, *_words(labels[fact.kind])))
    button = E.button({"class": "go", "type": "button"}, name, *_words(fact.words))
    attributes = {
        "id": f"f-{fact.id}",
        "data-id": fact.id,
        "data-kind": kind,
        "data-language": fact.language,
        "data-doubt": "1" if fact.doubts else "",
        "data-articles": " ".join(dict.fromkeys(place.partition(".")[0] for place in fact.places)),
    }
    return E.li(attributes, button, details)


def _after_dash(words: Words) -> Iterator[Any]:
    if any(words.values()):
        yield " — "
        yield from _words(words)


def _shown_as(fact: ReviewFact) -> str:
    return _OF_KIND.get(fact.kind, fact.kind)


def _words(words: Words) -> list[Any]:
    """The same in each language of the reader; the style shows one of them."""
    return [E.span({"class": f"l-{language}", "lang": language}, said) for language, said in words.items()]


def _named(words: Words) -> dict[str, str]:
    words = {language: _UNPRINTABLE.sub("\ufffd", said) for language, said in words.items()}
    return {"aria-label": next(iter(words.values()))} | {f"data-label-{language}": said for language, said in words.items()}
