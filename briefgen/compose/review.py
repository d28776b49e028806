"""Brief + articles -> Review: each article with its facts marked, each fact with its rule, its doubts and its translation."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from briefgen.compose.annexes import fact_in_words
from briefgen.compose.doubts import doubts_of
from briefgen.compose.edition import Edition, Facts, date_words, facts_of, source_of
from briefgen.compose.head import title_of
from briefgen.compose.rules import why
from briefgen.language.words import normalise
from briefgen.model import Article, Evidence, Source
from briefgen.review import Review, ReviewArticle, ReviewFact, ReviewParagraph, Segment, Words

# The page's fixed words: key -> message of the catalogs.
_LABELS = {
    "about": "Every fact underlined in its article, with the reason why it was taken.",
    "articles": "Articles",
    "facts": "Facts",
    "show": "Show",
    "figures": "Figures",
    "dates": "Dates",
    "statements": "Statements",
    "interests": "Interests",
    "risks": "Risks and counter-views",
    "doubtful": "Only those in doubt",
    "language": "Language of the article",
    "all": "all",
    "ru": "Russian",
    "en": "English",
    "article": "Article",
    "find": "Words",
    "shown": "Facts shown",
    "place": "Paragraph",
    "code": "Code",
    "rule": "Rule",
    "doubt": "In doubt",
    "translation": "Translation",
    "sentences": "Only the sentences with facts: the whole article was not at hand when this page was made.",
    "caption": "caption, not used",
    "background": "background, not used",
    "q": "figure",
    "d": "date",
    "s": "statement",
    "i": "interest",
    "r": "risk",
    "c": "counter-view",
}
Span = tuple[int, int, str]  # start, stop, id of a fact
Place = tuple[str, Evidence]  # id of a fact, where it stands


def review_of(editions: Sequence[Edition], articles: Mapping[int, Article], *, brief_number: str) -> Review:
    """The review page of a brief. `editions` give its words, the first its first language; `articles` are by number of source, those that
    are missing are shown by their sentences with facts."""
    brief = editions[0].brief
    facts = tuple(facts_of(brief))
    doubts = [_doubts(edition) for edition in editions]
    places = _by_source(facts)
    return Review(
        languages=tuple(edition.language for edition in editions),
        title={edition.language: title_of(brief, edition.language, edition.usage) for edition in editions},
        labels={key: _said(editions, message) for key, message in _LABELS.items()},
        articles=tuple(_article(editions, source, articles.get(source.number), places.get(source.number, ())) for source in brief.sources),
        facts=tuple(_fact(editions, item, doubts) for item in sorted(facts, key=_in_text_order)),
        brief_number=brief_number,
    )


def _doubts(edition: Edition) -> dict[str, list[str]]:
    """What is in doubt about each fact, by its id. A name that is transliterated in one edition only is in doubt there; both readers see
    what is in doubt in both."""
    found: dict[str, list[str]] = {}
    for doubt in doubts_of(edition):
        if doubt.code != "name-transliterated":
            found.setdefault(doubt.fact.fact.id, []).append(doubt.text)
    return found


def _by_language(editions: Sequence[Edition], said: Sequence[str]) -> Words:
    return {edition.language: words for edition, words in zip(editions, said, strict=True)}


def _said(editions: Iterable[Edition], message: str) -> Words:
    return {edition.language: edition.words.text(message, context="review") for edition in editions}


def _in_text_order(item: Facts) -> tuple[int, int, int, str]:
    place = item.evidence[0]
    return place.source, place.start + max(0, place.sentence.find(place.surface)), -len(place.surface), item.fact.id


def _by_source(facts: Iterable[Facts]) -> dict[int, list[Place]]:
    """The facts with their places, by number of source."""
    found: dict[int, list[Place]] = {}
    for item in facts:
        for evidence in item.evidence:
            found.setdefault(evidence.source, []).append((item.fact.id, evidence))
    return found


def _article(editions: Sequence[Edition], source: Source, article: Article | None, places: Sequence[Place]) -> ReviewArticle:
    about = {edition.language: _about(edition, source) for edition in editions}
    if article is None:
        paragraphs = tuple(_sentences(places))
    else:
        spans = [span for id, place in places for span in _span(article.text, id, place)]
        paragraphs = tuple(
            ReviewParagraph(f"{source.number}.{part.number}", part.role, _segments(article.text, part.start, part.stop, spans))
            for part in article.paragraphs
        )
    return ReviewArticle(source.number, source.title or source.name, source.language, about, paragraphs, article is not None)


def _about(edition: Edition, source: Source) -> str:
    """File, publisher and day, as far as they are known."""
    day = date_words(edition, source.published) if source.published else edition.words.text("Date not stated")
    return ", ".join(filter(None, (source.origin.publisher, day, source.name)))


def _span(text: str, id: str, place: Evidence) -> Iterable[Span]:
    """Where the fact's own words stand; they begin in the sentence and may go on behind it."""
    start = text.find(place.surface, place.start)
    if 0 <= start < place.start + len(place.sentence):
        yield start, start + len(place.surface), id


def _sentences(places: Iterable[Place]) -> Iterable[ReviewParagraph]:
    """The sentences with facts in their order, where the article is not at hand."""
    grouped: dict[tuple[int, int, str], list[Span]] = {}
    for id, place in sorted(places, key=lambda pair: (pair[1].paragraph, pair[1].start)):
        spans = grouped.setdefault((place.source, place.paragraph, place.sentence), [])
        at = place.sentence.find(place.surface[: len(place.sentence)])
        spans += [(at, min(len(place.sentence), at + len(place.surface)), id)] if at >= 0 else []
    for (source, paragraph, sentence), spans in grouped.items():
        yield ReviewParagraph(f"{source}.{paragraph}", "text", _segments(sentence, 0, len(sentence), spans))


def _segments(text: str, start: int, stop: int, spans: Sequence[Span]) -> tuple[Segment, ...]:
    """The paragraph cut wherever a fact begins or ends."""
    inside = sorted((span for span in spans if span[0] < stop and span[1] > start), key=lambda span: (span[0] - span[1], span))
    cuts = sorted({start, stop, *(min(max(edge, start), stop) for first, last, _ in inside for edge in (first, last))})
    return tuple(
        Segment(
            text[left:right],
            tuple(id for first, last, id in inside if first <= left and right <= last),
            tuple(id for first, _, id in inside if first == left or (first < start and left == start)),
        )
        for left, right in pairwise(cuts)
    )


def _fact(editions: Sequence[Edition], item: Facts, doubts: Sequence[Mapping[str, Sequence[str]]]) -> ReviewFact:
    place = item.evidence[0]
    places = tuple(dict.fromkeys(f"{evidence.source}.{evidence.paragraph}" for evidence in item.evidence))
    return ReviewFact(
        id=item.fact.id,
        kind=item.fact.id[0],
        language=source_of(editions[0], place.source).language,
        words={edition.language: fact_in_words(edition, item) for edition in editions},
        places=places,
        rule=item.fact.rule,
        why={edition.language: why(edition, item.fact.rule, item.fact.id[0]) for edition in editions},
        doubts=tuple(_by_language(editions, said) for said in zip(*(found.get(item.fact.id, ()) for found in doubts), strict=False)),
        translation=_translation(editions, place),
    )


def _translation(editions: Sequence[Edition], place: Evidence) -> Words:
    """How the fact's sentence stands in the edition of another language, said in each language; empty where there is no such edition."""
    language = source_of(editions[0], place.source).language
    other = next((edition for edition in editions if edition.language != language), None)
    if other is None:
        return {edition.language: "" for edition in editions}
    found = other.translations.get((normalise(place.sentence), ""))
    if found is None:
        return _said(editions, "awaiting translation")
    return {
        edition.language: f"{edition.words.text(found.method, context='translation method')}: {found.translated}" for edition in editions
    }
