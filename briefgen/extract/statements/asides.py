"""The words of an English sentence between a subject and its verb -> whether they are an aside: ", head of strategy at Saxo Bank,"."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.statements.english_verbs import speech_verb
from briefgen.language.document import Token
from briefgen.language.lexicon import words
from briefgen.language.persons import role_kind

ASIDE_WORDS = 22


def is_name(tokens: Sequence[Token]) -> bool:
    """«..., Haitham Al Ghais, told»: nothing but capitalised words between the commas."""
    return 2 <= len(tokens) <= 5 and all(
        token.text[:1].isupper() or token.text in words("en", "names", "particles") | {"."} for token in tokens
    )


def names_role(tokens: Sequence[Token]) -> bool:
    return any(role_kind(token.lemma, "en") for token in tokens)


def aside_start(tokens: Sequence[Token], closing: int, first: int) -> int | None:
    """Where the aside that ends at a comma, a bracket or a dash begins."""
    sign = {")": "("}.get(tokens[closing].text, tokens[closing].text)
    floor = max(first, closing - ASIDE_WORDS)
    places = [place for place in range(closing - 1, floor - 1, -1) if tokens[place].text == sign]
    if not places:
        return None
    if sign != ",":
        return places[0]
    # «, head of strategy at Saxo, a bank, said»: past the commas inside the aside, as long as what they part is one
    for place in places[1:3]:
        if _is_apposition(tokens[place + 1 : closing]) and _is_word(tokens[place - 1] if place > first else None):
            inner = tokens[places[0] + 1 : closing]
            if not is_aside(inner) or _is_apposition(tokens[place + 1 : places[0]]):
                return place
    return places[0]


def is_aside(tokens: Sequence[Token]) -> bool:
    """Words between two commas that part a subject from its verb."""
    if not tokens:
        return False
    word = tokens[0].text.lower()
    if word in words("en", "grammar", "aside_relatives") or word in words("en", "speech", "asides") or word[0].isdigit():
        return True
    if any(speech_verb(token.text) == "say" for token in tokens):
        return False
    return (
        names_role(tokens)
        or tokens[0].text.lower() in words("en", "grammar", "articles") | {"formerly", "now"}
        or all(token.text[:1].isupper() for token in tokens)
    )


def _is_apposition(tokens: Sequence[Token]) -> bool:
    """«head of strategy at Saxo Bank», «a senior fellow at ...», «who runs ...»."""
    if not tokens:
        return False
    opening = [token.lemma for token in tokens[:7]]
    if tokens[0].text.lower() in words("en", "grammar", "relatives_asides"):
        return True
    return any(role_kind(word, "en") for word in opening) and not any(speech_verb(token.text) == "say" for token in tokens)


def _is_word(token: Token | None) -> bool:
    return token is not None and token.text[:1].isalpha()
