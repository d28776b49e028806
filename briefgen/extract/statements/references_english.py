"""Words of an English sentence that name a speaker -> the Reference they make."""

from __future__ import annotations

from collections.abc import Sequence

from briefgen.extract.statements.cast import Cast
from briefgen.extract.statements.cues import Reference
from briefgen.extract.statements.parties import Party
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.persons import role_kind

_COMPLEMENT_WORDS = 8


def english_reference(document: Document, sentence: Sentence, party: Party, cast: Cast, *, is_direct: bool = False) -> Reference | None:
    """Who the words mean; None for a thing. Beside a quotation (`is_direct`) any noun speaks: «the boy»."""
    tokens = sentence.tokens[party.first : party.last]
    while tokens and not tokens[-1].text[0].isalnum() and tokens[-1].text not in {"'s", "’s"}:
        tokens = tokens[:-1]
    if not tokens:
        return None
    behind = sentence.tokens[party.last : party.stop]
    named = _named(tokens, cast)
    if named is not None:
        return named
    last = tokens[-1]
    word = last.text.lower()
    pronoun = _pronoun(tokens, is_direct=is_direct)
    if pronoun is not None or (len(tokens) == 1 and word in load("en", "persons")["pronouns"]):
        return pronoun
    if word == "one" and behind and behind[0].text.lower() == "of" and len(behind) <= _COMPLEMENT_WORDS:
        return Reference("role", last.start, document.text[last.start : behind[-1].stop].lower(), word, qualifiers=("*indefinite",))
    phrase = document.text[_without_article(tokens).start : last.stop]
    if _is_group(last, word) and cast.body_at(last.start) is None:  # not «Union of Livestock Breeders»
        return Reference("group", tokens[0].start, _group_name(document, tokens, behind), last.lemma)
    body = cast.body_at(last.start)
    if body is None and word in words("en", "speech", "documents"):
        return _author(document, tokens, behind, cast, phrase)
    if (body is None and role_kind(last.lemma, "en") and last.lemma == word) or word in words("en", "persons", "unnamed"):
        return _role(document, tokens, behind, phrase, word)
    if body is not None:
        name = body.name if body.stop >= last.stop and _is_whole(tokens, body.start, word) else phrase
        return Reference("body", body.start, name, word, qualifiers=tuple(token.lemma for token in tokens[:-1]))
    if word in words("en", "speech", "bodies"):
        return _body(document, tokens, behind, phrase, word, cast)
    if is_direct and last.text[0].isalpha() and word not in words("en", "grammar", "no_speakers"):
        return Reference("role", tokens[0].start, phrase, word, qualifiers=("*indefinite",))
    return None


def _named(tokens: Sequence[Token], cast: Cast) -> Reference | None:
    """A person whose name closes the phrase, or is followed by what hangs on it."""
    last = tokens[-1]
    if last.text in {"Jr", "Jr.", "Sr"} and len(tokens) > 1:
        last = tokens[-2]
    found = cast.member_at(last.start)
    return Reference("person", found[1].start, found[0].person.name) if found else None


def _pronoun(tokens: Sequence[Token], *, is_direct: bool) -> Reference | None:
    last = tokens[-1]
    word = last.text.lower()
    gender = load("en", "persons")["pronouns"].get(word)
    if gender is None or len(tokens) != 1:
        return None
    if gender == "i":
        return Reference("role", last.start, last.text, word, qualifiers=("*indefinite",)) if is_direct else None
    return Reference("pronoun", last.start, last.text, word, gender)


def _is_group(token: Token, word: str) -> bool:
    if word in words("en", "persons", "groups"):
        return True
    return token.lemma != word and role_kind(token.lemma, "en") is not None and word.endswith("s")


def _group_name(document: Document, tokens: Sequence[Token], behind: Sequence[Token]) -> str:
    """«analysts at Morgan Stanley», «two OPEC+ sources»: in lower case, with what hangs on a plain noun."""
    start = _without_article(tokens)
    stop = tokens[-1].stop
    if behind and behind[0].text.lower() in words("en", "grammar", "of_group") and len(behind) <= _COMPLEMENT_WORDS and len(tokens) == 1:
        stop = behind[-1].stop
    phrase = document.text[start.start : stop].strip(" ,.")
    return phrase[:1].lower() + phrase[1:] if phrase[1:2].islower() and not _is_capital_inside(start) else phrase


def _is_capital_inside(token: Token) -> bool:
    return token.pos == "PROPN"


def _role(document: Document, tokens: Sequence[Token], behind: Sequence[Token], phrase: str, word: str) -> Reference:
    qualifiers = [token.lemma for token in tokens[:-1] if token.lemma not in words("en", "grammar", "articles")]
    if behind and behind[0].text.lower() in words("en", "grammar", "placing") and len(behind) <= _COMPLEMENT_WORDS:
        qualifiers += [token.lemma for token in behind]
        if behind[0].text.lower() in words("en", "grammar", "of_role"):
            phrase = document.text[_without_article(tokens).start : behind[-1].stop].strip(" ,.")
    first = tokens[0].text.lower()
    is_new = (
        first in words("en", "grammar", "indefinite")
        or first[0].isdigit()
        or (word in words("en", "persons", "unnamed") and first not in words("en", "grammar", "definite"))
    )
    phrase = (
        phrase[:1].lower() + phrase[1:]
        if tokens[0].pos != "PROPN" and phrase[1:2].islower() and tokens[0].text[0].isupper() and _without_article(tokens) is tokens[0]
        else phrase
    )
    return Reference("role", tokens[0].start, phrase, word, qualifiers=("*indefinite", *qualifiers) if is_new else tuple(qualifiers))


def _author(document: Document, tokens: Sequence[Token], behind: Sequence[Token], cast: Cast, phrase: str) -> Reference | None:
    """Whose text it is: «the World Bank's report», «a report by the IMF», «its statement»."""
    for index, token in enumerate(tokens[:-1]):
        body, named = cast.body_at(token.start), cast.member_at(token.start)
        if named:
            return Reference("person", named[1].start, named[0].person.name)
        if body is not None:
            return Reference("body", body.start, body.name, token.text.lower())
        if token.text.lower() in {"its", "their"}:
            return Reference("pronoun", token.start, token.text, token.lemma, "n")
        if token.text.lower() in {"his", "her"}:
            return Reference("pronoun", token.start, token.text, token.lemma, "f" if token.text.lower() == "her" else "m")
        if token.text in {"'s", "’s"} and index and tokens[index - 1].text.lower() in words("en", "speech", "bodies"):
            noun = document.text[_without_article(tokens).start : tokens[index - 1].stop]
            return Reference("body", tokens[0].start, noun, tokens[index - 1].text.lower(), qualifiers=("*anaphora",))
    opening = [token.text.lower() for token in behind[:2]]
    if opening and (opening[0] in words("en", "grammar", "author") or opening[1:] == ["by"]):
        for token in behind[1:9]:
            body, named = cast.body_at(token.start), cast.member_at(token.start)
            if named:
                return Reference("person", named[1].start, named[0].person.name)
            if body is not None and body.kind == "ORG":
                return Reference("body", body.start, body.name, token.text.lower())
    if tokens[-1].text.lower() in words("en", "grammar", "unsigned"):
        return None
    return Reference("body", tokens[0].start, phrase, tokens[-1].text.lower(), qualifiers=("*document",))


def _body(document: Document, tokens: Sequence[Token], behind: Sequence[Token], phrase: str, word: str, cast: Cast) -> Reference:
    """«the ministry» is one named before; «the lobby group» too; «the Russian government» names itself."""
    inside = [token for token in tokens[:-1] if token.lemma not in words("en", "grammar", "articles")]
    is_named = any((token.text[0].isupper() and token.start > tokens[0].start) or cast.body_at(token.start) for token in inside)
    if behind and behind[0].text.lower() == "of" and len(behind) <= _COMPLEMENT_WORDS:
        phrase = document.text[_without_article(tokens).start : behind[-1].stop].strip(" ,.")
        is_named = is_named or any(token.text[0].isupper() for token in behind)
    is_new = tokens[0].text.lower() in words("en", "grammar", "indefinite")
    qualifiers = tuple(token.lemma for token in inside)
    return Reference(
        "body", tokens[0].start, phrase, word, qualifiers=qualifiers or ("*plain",) if is_named or is_new else ("*anaphora", *qualifiers)
    )


def _is_whole(tokens: Sequence[Token], start: int, word: str) -> bool:
    """Before the name stands nothing that belongs to it: «Russian newspaper Vedomosti», but not «the Russian Government»."""
    before = [
        token
        for token in tokens
        if token.start < start and token.text.lower() not in words("en", "grammar", "articles") and not token.text.endswith("-based")
    ]
    if not before:
        return True
    return word not in words("en", "speech", "bodies") and before[-1].text not in {"'s", "’s", "of", "and"}


def _without_article(tokens: Sequence[Token]) -> Token:
    return tokens[1] if len(tokens) > 1 and tokens[0].text.lower() in words("en", "grammar", "leading") else tokens[0]
