"""A Review -> the bytes of evidence.html: styles and script inside, allowed by their digests alone, all text escaped."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from lxml import etree, html
from lxml.html import builder as E

from briefgen.review import Review, ReviewArticle, ReviewFact, ReviewParagraph, Segment, Words

_KINDS = (("q", "figures"), ("d", "dates"), ("s", "statements"), ("i", "interests"), ("r", "risks"))
_OF_KIND = {"c": "r"}  # a counter-view is shown and hidden with the risks
_NONE = "default-src 'none'; img-src 'none'; base-uri 'none'; form-action 'none'"


def write_evidence(review: Review) -> bytes:
    """The page. Without a script it shows everything; with it, it filters and leads from facts to words and back."""
    first = review.languages[0]
    page = E.HTML(
        E.HEAD(
            E.META(charset="utf-8"),
            _policy(),
            E.META(name="viewport", content="width=device-width, initial-scale=1"),
            E.META(name="generator", content="briefgen"),
            E.TITLE(review.title[first]),
            E.STYLE(_part("evidence.css")),
        ),
        E.BODY(_header(review), E.MAIN(_articles(review), _facts(review)), E.SCRIPT(_part("evidence.js"))),
        lang=first,
        **{"data-reader": first},
    )
    return b"<!DOCTYPE html>\n" + bytes(html.tostring(page, encoding="utf-8")) + b"\n"


@cache
def _part(name: str) -> str:
    return (files("briefgen") / "data" / "html" / name).read_text(encoding="utf-8")


def _policy() -> etree._Element:
    """Nothing is loaded from anywhere; only our own style and script run (Content Security Policy 3, hash sources)."""
    style, script = (base64.b64encode(sha256(_part(name).encode("utf-8")).digest()).decode() for name in ("evidence.css", "evidence.js"))
    policy = f"{_NONE}; style-src 'sha256-{style}'; script-src 'sha256-{script}'"
    return E.META(**{"http-equiv": "Content-Security-Policy", "content": policy})


def _header(review: Review) -> etree._Element:
    about = E.P({"class": "about"}, *_words(review.labels["about"]), " ", *_words(review.labels["brief_number"]), f": {review.brief_number[:16]}")
    return E.HEADER(E.H1(*_words(review.title)), about, _filters(review))


def _filters(review: Review) -> etree._Element:
    labels = review.labels
    kinds = [_kind_box(review, kind, key) for kind, key in _KINDS]
    languages = sorted({article.language for article in review.articles})
    parts = [
        E.FIELDSET(E.LEGEND(*_words(labels["show"])), *kinds),
        E.LABEL(E.INPUT(type="checkbox", id="doubtful"), *_words(labels["doubtful"])),
        _choice("language", labels["language"], labels["all"], {language: labels[language] for language in languages}),
        _choice("article", labels["article"], labels["all"], {str(a.number): _numbered(a) for a in review.articles}),
        E.LABEL(*_words(labels["find"]), E.INPUT(type="search", id="find")),
    ]
    if len(review.languages) > 1:
        parts.append(E.BUTTON("English / Русский", type="button", id="reader"))
    return E.FORM(*parts, id="filters")


def _kind_box(review: Review, kind: str, key: str) -> etree._Element:
    count = sum(_shown_as(fact) == kind for fact in review.facts)
    sample = E.SPAN({"class": f"sample {kind}", "aria-hidden": "true"}, "abc")
    return E.LABEL(E.INPUT(type="checkbox", name="kind", value=kind, checked="checked"), sample, *_words(review.labels[key]), f" ({count})")


def _choice(id: str, label: Words, nothing: Words, options: Mapping[str, Words]) -> etree._Element:
    entries = [_option("", nothing), *(_option(value, words) for value, words in options.items())]
    return E.LABEL(*_words(label), E.SELECT(*entries, id=id))


def _option(value: str, words: Words) -> etree._Element:
    first = next(iter(words.values()))
    return E.OPTION(first, value=value, **{f"data-{language}": said for language, said in words.items()})


def _numbered(article: ReviewArticle) -> Words:
    return {language: f"{article.number}. {article.title}" for language in article.about}


def _articles(review: Review) -> etree._Element:
    return E.SECTION(*(_article(review, article) for article in review.articles), id="text", tabindex="0", **_named(review.labels["articles"]))


def _article(review: Review, article: ReviewArticle) -> etree._Element:
    kinds = {fact.id: fact for fact in review.facts}
    notes = [] if article.is_whole else [E.P({"class": "meta"}, *_words(review.labels["sentences"]))]
    return E.ARTICLE(
        E.H2(f"{article.number}. {article.title}"),
        E.P({"class": "meta"}, *_words(article.about)),
        *notes,
        *(_paragraph(review, paragraph, kinds) for paragraph in article.paragraphs),
        lang=article.language,
        **{"data-number": str(article.number)},
    )


def _paragraph(review: Review, paragraph: ReviewParagraph, facts: Mapping[str, ReviewFact]) -> etree._Element:
    words = E.SPAN({"class": "words"}, *(_segment(segment, facts) for segment in paragraph.segments))
    if paragraph.role in review.labels:
        words.append(E.SPAN({"class": "meta"}, " (", *_words(review.labels[paragraph.role]), ")"))
    return E.DIV({"class": f"p role-{paragraph.role}"}, E.SPAN({"class": "no"}, paragraph.place), words)


def _segment(segment: Segment, facts: Mapping[str, ReviewFact]) -> Any:
    """The words inside a line for each fact, the longest outermost; where a fact begins, the keyboard can stop."""
    if not segment.facts:
        return segment.text
    inner: Any = segment.text
    for id in reversed(segment.facts):
        inner = E.SPAN({"class": facts[id].kind, "data-fact": id}, inner)
    attributes = {"class": "f", "data-facts": " ".join(segment.facts)}
    if segment.begins:
        said = "; ".join(next(iter(facts[id].words.values())) for id in segment.begins)
        labels = {f"data-label-{language}": "; ".join(facts[id].words[language] for id in segment.begins) for language in facts[segment.begins[0]].words}
        attributes |= {"tabindex": "0", "role": "button", "aria-label": f"{segment.text}: {said}"} | {
            name: f"{segment.text}: {words}" for name, words in labels.items()
        }
    return E.SPAN(attributes, inner)


def _facts(review: Review) -> etree._Element:
    count = E.P({"class": "meta", "role": "status"}, *_words(review.labels["shown"]), ": ", E.SPAN(str(len(review.facts)), id="count"))
    entries = E.OL(*(_fact(review, fact) for fact in review.facts), id="facts")
    return E.SECTION(E.H2(*_words(review.labels["facts"])), count, entries, id="list", tabindex="0", **_named(review.labels["facts"]))


def _fact(review: Review, fact: ReviewFact) -> etree._Element:
    labels, kind = review.labels, _shown_as(fact)
    rows = [(labels["place"], [", ".join(fact.places)]), (labels["code"], [fact.id]), (labels["rule"], [fact.rule, *_after_dash(fact.why)])]
    rows += [(labels["doubt"], [E.SPAN({"class": "doubt"}, *_words(doubt))]) for doubt in fact.doubts]
    rows += [(labels["translation"], _words(fact.translation))] if any(fact.translation.values()) else []
    details = E.DL(*(part for label, words in rows for part in (E.DT(*_words(label)), E.DD(*words))))
    name = E.SPAN({"class": "kind"}, E.SPAN({"class": kind}, *_words(labels[fact.kind])))
    button = E.BUTTON({"class": "go", "type": "button"}, name, *_words(fact.words))
    attributes = {
        "id": f"f-{fact.id}",
        "data-id": fact.id,
        "data-kind": kind,
        "data-language": fact.language,
        "data-doubt": "1" if fact.doubts else "",
        "data-articles": " ".join(dict.fromkeys(place.partition(".")[0] for place in fact.places)),
    }
    return E.LI(attributes, button, details)


def _after_dash(words: Words) -> Iterator[Any]:
    if any(words.values()):
        yield " — "
        yield from _words(words)


def _shown_as(fact: ReviewFact) -> str:
    return _OF_KIND.get(fact.kind, fact.kind)


def _words(words: Words) -> list[Any]:
    """The same in each language of the reader; the style shows one of them."""
    return [E.SPAN({"class": f"l-{language}", "lang": language}, said) for language, said in words.items()]


def _named(words: Words) -> dict[str, str]:
    return {"aria-label": next(iter(words.values()))} | {f"data-label-{language}": said for language, said in words.items()}
