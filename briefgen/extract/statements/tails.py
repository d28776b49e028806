"""An English sentence that closes with its speaker ("..., the ministry said.") -> the cue of what stands before."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.statements.cues import Cue
from briefgen.extract.statements.english_clauses import starts_clause
from briefgen.extract.statements.spans import start_of, trim
from briefgen.extract.statements.subjects import Telling
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import words
from briefgen.language.persons import role_kind

_TAIL_TOKENS = 22
_TOLD_WORDS = 5
_POST_WORDS = 12  # of a post before a name


def closing_tail(document: Document, sentence: Sentence, telling: Telling) -> Cue | None:
    """ "..., the ministry said." and "..., said the ministry": all before the comma; "A, he added, B" is one statement."""
    text, tokens = document.text, sentence.tokens
    first = _post_start(tokens, min(telling.party.first, telling.index))
    if telling.reference.gender == "n" and telling.verb not in words("en", "grammar", "plain_tellings"):
        return None
    if tokens[0].text.lower() in words("en", "speech", "opening_participles") and not any(
        token.text == "," for token in tokens[: first - 1]
    ):
        return None  # «Asked about the plan, he replied»
    if not telling.is_free or first == 0 or tokens[first - 1].text not in {",", "—", "–"}:
        return None
    end = max(telling.party.stop if telling.is_behind else telling.index + 1, telling.index + 1)
    if telling.verb in words("en", "speech", "telling") and not telling.is_behind:  # «Russia, he told reporters, would ...»
        end = next((place for place in range(end, min(end + _TOLD_WORDS, len(tokens))) if tokens[place].text == ","), end)
    start = max(start_of(document, sentence), _behind_semicolon(tokens, first))
    goes_on = end < len(tokens) - 3 and tokens[end].text in {",", "—", "–"} and not telling.is_behind
    if goes_on and not _is_comment(text, start, tokens, first, end):
        span = trim(text, start, sentence.stop)
    elif len(tokens) - end > _TAIL_TOKENS:
        return None
    else:
        span = trim(text, start, tokens[first - 1].start)
    if (
        span is None
        or not starts_clause(text, start, tokens[first - 1].start if span[1] <= tokens[first].start else span[1], is_behind=True)
        or text[tokens[first - 1].start - 1] in '"”'
    ):
        return None
    return Cue(*span, "reported", tokens[telling.index].text, tokens[telling.index].start, "reported-tail", telling.reference)


def _behind_semicolon(tokens: Sequence[Token], first: int) -> int:
    """Where the words behind the last semicolon or colon begin: «He agreed; the final word, he stressed, was theirs»."""
    return next((tokens[place].stop for place in range(first - 1, -1, -1) if tokens[place].text in {";", ":"}), 0)


def _post_start(tokens: Sequence[Token], first: int) -> int:
    """Where the post before a name begins: ", [U.S. President] Donald Trump said"; the name itself where none stands there."""
    place = first
    while place and first - place < _POST_WORDS and tokens[place - 1].text not in {",", "—", "–"}:
        token = tokens[place - 1]
        word = token.text.lower()
        if not (
            token.text[:1].isupper()
            or word in words("en", "grammar", "post_joints")
            or role_kind(token.lemma, "en")
            or word in words("en", "names", "modifiers")
        ):
            return first
        place -= 1
    has_role = any(role_kind(token.text.lower(), "en") or role_kind(token.lemma, "en") for token in tokens[place:first])
    return place if has_role and place else first


def _is_comment(text: str, start: int, tokens: Sequence[Token], first: int, comma: int) -> bool:
    """Whether what stands behind "X said," is the author's own: ", the commission said, in a blow to Moscow", ", dashing hopes"."""
    following = tokens[comma + 1].text.lower()
    own = following in words("en", "grammar", "comments") or (
        following == "in" and tokens[comma + 2].text.lower() in words("en", "grammar", "behind_in")
    )
    return (own or (following.endswith("ing") and len(following) > 5)) and starts_clause(
        text, start, tokens[first - 1].start, is_behind=True
    )
