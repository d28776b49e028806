"""A sentence as the lexicon of risks sees it from one country: lower case, § for the country, ¤ for every other actor."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefgen.extract.clauses import split_clauses
from briefgen.extract.home import is_subject
from briefgen.extract.risks.sufferers import OTHER, SUBJECT
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import words
from briefgen.naming.actors import ActorMention, code_of, mentions_within

_ANTI = re.compile(r"(?i)\b(?:анти|anti-?)([^\W\d_]{4,})")
_QUOTES = '«»"“”„'  # left out of the sight: «экспорт «Газпрома»» is read as «экспорт §»

_QUOTE = re.compile(f"[{_QUOTES}]")


@dataclass(frozen=True, slots=True)
class Sight:
    """The masked sentence; `offsets[i]` is where its character i stands in the article's text."""

    text: str
    offsets: tuple[int, ...]

    def place(self, start: int, stop: int) -> tuple[int, int]:
        """The span in the article of a match in the masked sentence."""
        return self.offsets[start], self.offsets[min(stop, len(self.offsets) - 1)]


def see(document: Document, sentence: Sentence, mentions: Sequence[ActorMention], subject: str, *, home: str = "") -> Sight:
    """The sentence from the subject's point of view; «страна» and "the country" stand for `home`."""
    masks = [
        (mention.start, mention.stop, SUBJECT if is_subject(mention.code, subject) else OTHER)
        for mention in mentions_within(mentions, sentence.start, sentence.stop)
    ]
    masks += _anti(document, sentence, subject)
    if home:
        masks += _anaphors(document, sentence, SUBJECT if is_subject(home, subject) else OTHER, sorted(masks))
    pieces: list[str] = []
    offsets: list[int] = []
    index = sentence.start
    for start, stop, sign in [*sorted(masks), (sentence.stop, sentence.stop, "")]:
        if start < index:
            continue
        between = document.text[index:start]
        kept = range(index, start) if _QUOTE.search(between) is None else _unquoted(document.text, index, start)
        pieces.append(_lower(_QUOTE.sub("", between)) + sign)
        offsets += [*kept, start]
        index = stop
    return Sight("".join(pieces), tuple(offsets))


def clause_span(document: Document, sentence: Sentence, offset: int) -> tuple[int, int]:
    """The span of the clause that holds an offset."""
    clauses = split_clauses(sentence, document.language)
    spans = [(sentence.tokens[clause.first].start, sentence.tokens[clause.last - 1].stop) for clause in clauses]
    return next(((start, stop) for start, stop in spans if start <= offset < stop), (sentence.start, sentence.stop))


def _anti(document: Document, sentence: Sentence, subject: str) -> list[tuple[int, int, str]]:
    """«антироссийские» names its target: the part behind «анти» is masked. What is against others stays as it is: it is no actor."""
    found = []
    for match in _ANTI.finditer(document.text, sentence.start, sentence.stop):
        code = code_of(match[1] if document.language == "ru" else match[1].capitalize(), document.language)
        if code is not None and is_subject(code, subject):
            found.append((match.start(1), match.end(1), SUBJECT))
    return found


def _anaphors(document: Document, sentence: Sentence, sign: str, masks: Sequence[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """«страна» in the singular and "the country", with no name and no "of" behind it."""
    nouns = words(document.language, "risks", "country")
    return [
        (token.start, token.stop, _owned(before, masks, token.start) or sign)
        for before, token, behind in zip((None, *sentence.tokens), sentence.tokens, (*sentence.tokens[1:], None), strict=False)
        if token.lemma in nouns
        and (
            token.features.get("Number") == "Sing"
            if document.language == "ru"
            else before is not None and before.text.lower() in words("en", "grammar", "before_country")
        )
        and not (behind is not None and (behind.text == "of" or behind.text[:1].isupper()))
    ]


def _owned(before: Token | None, masks: Sequence[tuple[int, int, str]], offset: int) -> str:
    """The actor named last whose country it is: «премьер Словакии заявил, что … по его стране»; empty where nobody is."""
    if before is None or before.text.lower() not in words("ru", "grammar", "possessors") | words("en", "grammar", "possessors"):
        return ""
    return next((sign for start, _, sign in reversed(masks) if start < offset), "")


def is_against_another(document: Document, span: tuple[int, int], subject: str) -> bool:
    """Whether words speak of what is against somebody else: «антитурецкий жест» says nothing of Russia."""
    targets = [code_of(match[1], document.language) for match in _ANTI.finditer(document.text, *span)]
    return any(code is not None and not is_subject(code, subject) for code in targets)


def _unquoted(text: str, start: int, stop: int) -> list[int]:
    return [offset for offset in range(start, stop) if text[offset] not in _QUOTES]


def _lower(text: str) -> str:
    """Lower case that keeps every character's place: a letter whose lower case is longer stays as it is."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower.replace("ё", "е")
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in text).replace("ё", "е")
