"""A person's name in a sentence -> the posts that stand beside it, in the nominative."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from briefgen.extract.statements.cues import index_at, is_finite
from briefgen.language.document import Document, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.morphology import inflect, lemma
from briefgen.language.names import declines
from briefgen.language.people import Mention
from briefgen.language.persons import is_invariable, role_kind

_SIGNS = {"-", "(", ")", "«", "»", '"', "№", "."}
_LEFT_LIMIT = 24
_OTHERS = 12  # names before this one among which the nearest person is looked for
_TAIL_LIMIT = 25
_FIELD_WORDS = 8  # what a minister is minister of
_OF_BODY = {"ru": re.compile(r"\s+из\s+«?"), "en": re.compile(r"\s+(?:of|from|at|with)\s+(?:the\s+)?")}
_ENGLISH_TAIL = re.compile(r"\s*,\s+(?:an?\s+|the\s+|who is\s+)?((?:[^,.;:\"“”()]|\.(?=\S)){3,110})")


@dataclass(frozen=True, slots=True)
class Post:
    """What a person is, as the article has it. `words` are its lemmas, `head` its noun; `is_tail`: it closes a pull quote."""

    start: int
    phrase: str
    kind: str
    words: frozenset[str]
    head: str = ""
    is_tail: bool = False


def russian_posts(document: Document, sentence: Sentence, mention: Mention) -> Iterator[Post]:
    """The post before the name («президент Казахстана Касым-Жомарт Токаев») and behind it («Роман Юнеман, политолог»)."""
    tokens = sentence.tokens
    first, last = index_at(sentence, mention.start), index_at(sentence, mention.stop - 1)
    place = bisect_left(document.entities, mention.start, key=lambda entity: entity.start)
    floor = max((entity.stop for entity in document.entities[max(0, place - _OTHERS) : place] if entity.kind == "PER"), default=0)
    left = _left_post(tokens, first, mention, floor)
    if left is not None:
        start, case = left
        phrase = document.text[tokens[start].start : tokens[first - 1].stop].strip(" ,—–-")
        yield make_post(tokens[start].start, _to_nominative(phrase, case), "ru")
    right = _right_post(tokens, last + 1, "Nom" if mention.is_nominative else mention.tokens[-1].features.get("Case", "Nom"))
    if right is not None:
        begin, end, case = right
        phrase = document.text[tokens[begin].start : tokens[end - 1].stop]
        yield make_post(tokens[begin].start, _to_nominative(phrase, case), "ru")
    elif left is None:
        yield from _affiliation(document, mention.stop, "ru")


def make_post(start: int, phrase: str, language: str, *, is_tail: bool = False) -> Post:
    """A post from its phrase in the nominative: the kind comes from its first noun that names a role."""
    phrase = _lower_first(phrase)
    lemmas = [lemma(word) if language == "ru" else word.lower() for word in re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", phrase)]
    kinds = [kind for kind in (role_kind(word, language) for word in lemmas) if kind]
    if language == "en" and len(kinds) > 1 and " of " not in phrase:
        kinds.reverse()
    kind = kinds[0] if kinds else "person"
    if kind == "official" and _is_private(phrase, lemmas):
        kind = "expert" if _names(phrase, "research") else "person"
    if kind == "post":
        kind = _kind_of_post(phrase, kinds)
    return Post(start, phrase, kind, frozenset(lemmas), next((word for word in lemmas if role_kind(word, language)), ""), is_tail)


def _is_private(phrase: str, lemmas: Sequence[str]) -> bool:
    """«президент института», «президент Ассоциации банков», "president of the Brookings Institution": no post of a state."""
    titles = words("ru", "persons", "titles") | words("en", "persons", "titles")
    return bool(titles & set(lemmas)) and (_names(phrase, "research") or _names(phrase, "business")) and not _names(phrase, "state")


def _kind_of_post(phrase: str, kinds: Sequence[str]) -> str:
    if "official" in kinds or _names(phrase, "state"):
        return "official"
    return "expert" if "expert" in kinds or _names(phrase, "research") else "person"


def _names(phrase: str, kind: str) -> bool:
    """Whether the phrase names a body of that kind (state, research), in either language."""
    return any(rule.search(phrase) for rule in _body_rules(kind))


@cache
def _body_rules(kind: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rule, re.IGNORECASE) for language in ("ru", "en") for rule in load(language, "persons")["of_body"][kind])


def _lower_first(phrase: str) -> str:
    """«Министр» at the start of a sentence is «министр»; «МИД» and «Европейский» of a name stay."""
    word = phrase.split(" ", 1)[0]
    is_role = (
        word in {"Former", "Acting", "Senior", "Retired"}
        or role_kind(word.lower(), "ru")
        or role_kind(word.lower(), "en")
        or lemma(word).endswith(("ый", "ий", "ой"))
    )
    return phrase[:1].lower() + phrase[1:] if is_role and word[1:].islower() else phrase


def _to_nominative(phrase: str, case: str) -> str:
    if case in {"", "Nom"}:
        return phrase
    return ", ".join(inflect(part, "Nom", source=case) for part in phrase.split(", "))


def _left_post(tokens: Sequence[Token], first: int, mention: Mention, floor: int) -> tuple[int, str] | None:
    """The index where the post begins and its case; None where no noun of a role between `floor` and the name agrees with it in case."""
    best: int | None = None
    case = mention.tokens[0].features.get("Case", "") if not mention.is_nominative else "Nom"
    if not declines(mention.name, mention.gender):
        case = ""
    for index in range(first - 1, max(-1, first - _LEFT_LIMIT), -1):
        token = tokens[index]
        if token.start < floor or _ends_post(token, best is not None):
            break
        if token.text == ",":
            if not is_enumeration(tokens, index) and (best is None or not _list_goes_on(tokens, index)):
                break
            continue
        is_role = role_kind(token.lemma, "ru") and token.pos in {"NOUN", "PROPN", "ADJ"} and _agrees(token, case)
        if is_role and (best is None or _agrees(token, _case_of(tokens[best]))):  # not «журналистам» of «сообщила журналистам глава ...»
            best = index
    if best is None:
        return None
    head = best
    while best > 0 and _is_modifier(tokens[best - 1], tokens[head]):
        best -= 1
    return best, _case_of(tokens[head])


def _case_of(token: Token) -> str:
    """The case of a noun of a role; «замглавы» has the same form in each."""
    return "" if is_invariable(token.text) else token.features.get("Case", "")


def _ends_post(token: Token, has_role: bool) -> bool:
    if token.text == ",":
        return False
    if token.pos == "PUNCT" or not token.text[0].isalnum():
        return token.text not in _SIGNS
    if token.lemma in words("ru", "grammar", "no_post") or token.lemma == "как":
        return True
    if token.pos in {"PRON", "SCONJ", "PART"} or (token.pos in {"VERB", "AUX"} and token.features.get("VerbForm") != "Part"):
        return True
    return token.pos == "ADV" or (token.pos == "CCONJ" and token.lemma not in {"и"}) or (has_role and token.lemma == "коллега")


def _list_goes_on(tokens: Sequence[Token], comma: int) -> bool:
    """«кандидат политических наук, специалист по Казахстану»: a role stands before the comma too, in the same case as behind it."""
    cases = [token.features.get("Case") for token in tokens[max(0, comma - 5) : comma] if role_kind(token.lemma, "ru")]
    behind = next((token.features.get("Case") for token in tokens[comma + 1 : comma + 4] if role_kind(token.lemma, "ru")), None)
    return behind is not None and behind in cases and not any(is_finite(token) for token in tokens[max(0, comma - 5) : comma])


def is_enumeration(tokens: Sequence[Token], comma: int) -> bool:
    """«министр инвестиций, промышленности и торговли»: genitives on both sides of the comma."""
    return 0 < comma < len(tokens) - 1 and all(
        token.features.get("Case") == "Gen" and token.pos in {"NOUN", "ADJ"} for token in (tokens[comma - 1], tokens[comma + 1])
    )


def _agrees(token: Token, case: str) -> bool:
    own = _case_of(token)
    return not own or not case or own == case or {own, case} == {"Gen", "Acc"}


def _is_modifier(token: Token, head: Token) -> bool:
    if token.pos == "ADJ" or (token.pos == "VERB" and token.features.get("VerbForm") == "Part"):
        return token.features.get("Case") == head.features.get("Case")
    return token.text == "-" or token.lemma in words("ru", "grammar", "acting")


def _affiliation(document: Document, stop: int, language: str) -> Iterator[Post]:
    """The body of somebody whose post nobody tells: «Станислав Притчин из ИМЭМО РАН», "Gracelin Baskaran of the Center for ..."."""
    place = bisect_left(document.entities, stop, key=lambda entity: entity.start)
    if place == len(document.entities) or document.entities[place].kind != "ORG":
        return
    body = document.entities[place]
    if _OF_BODY[language].fullmatch(document.text, stop, body.start):
        is_quoted = document.text[body.start - 1] in '«„"' or not body.text[:1].isalpha()
        name = body.text if language == "en" or is_quoted or body.text.isupper() else inflect(body.text, "Nom", source="Gen")
        kind = "expert" if _names(name, "research") else "person"
        yield Post(body.start, name, kind, frozenset(word.lower() for word in name.split()))


def _right_post(tokens: Sequence[Token], index: int, case: str) -> tuple[int, int, str] | None:
    """The post between commas or behind a dash, in the nominative or in the case of the name: tokens from, to, case."""
    if index >= len(tokens) or tokens[index].text not in {",", "—", "–", "-", "("}:
        return None
    begin = index + 1
    roles = [place for place in range(begin, min(begin + 4, len(tokens))) if role_kind(tokens[place].lemma, "ru")]
    if not roles or any(token.pos not in {"ADJ", "NOUN", "NUM", "ADV"} for token in tokens[begin : roles[0] + 1]):
        return None
    own = tokens[roles[0]].features.get("Case", "Nom")
    if own not in {"Nom", case} and {own, case} != {"Gen", "Acc"}:
        return None
    end = begin
    while (
        end < len(tokens)
        and end - begin < _TAIL_LIMIT
        and tokens[end].text not in {",", ".", ";", ":", ")", "—", "–"}
        and not is_finite(tokens[end])
    ):
        end += 1
    return (begin, end, own) if end < len(tokens) and not is_finite(tokens[end]) else None


def english_posts(document: Document, sentence: Sentence, mention: Mention) -> Iterator[Post]:
    """«Russian oil official Sergei Oganesyan», «Dmitry Lukashov, an analyst at brokerage Aton», «Iran's president, Mohammad Khatami»."""
    tokens = sentence.tokens
    first = index_at(sentence, mention.start)
    start = _english_left(tokens, first)
    if start is not None:
        yield make_post(tokens[start].start, document.text[tokens[start].start : tokens[first - 1].stop].strip(" ,"), "en")
    match = _ENGLISH_TAIL.match(document.text, mention.stop, sentence.stop)
    if match and any(role_kind(word.lower(), "en") for word in re.findall(r"[\w-]+", match[1])[:6]):
        phrase = re.split(r"\s+(?:said|says|told|added|who|has|had|was|is|will|and (?=said|added))\b", match[1])[0]
        yield make_post(match.start(1), phrase.strip(), "en")
    elif start is None:
        yield from _affiliation(document, mention.stop, "en")


def _english_left(tokens: Sequence[Token], first: int) -> int | None:
    index = first - 1
    if index >= 0 and tokens[index].text.lower().rstrip(".") in words("en", "persons", "honorifics"):
        index -= 1
    if index >= 0 and tokens[index].text == ",":
        index -= 1
    seat = index - 1
    while seat > 0 and tokens[seat].text.lower() == "the":
        seat -= 1
    if seat > 0 and tokens[seat].text.lower() == "to" and role_kind(tokens[seat - 1].lemma, "en"):
        index = seat - 1  # «ambassador to Moscow Pankaj Saran»
    if index >= 0 and not role_kind(tokens[index].lemma, "en"):
        index = _before_field(tokens, index)
    if index < 0:
        return None
    while index > 0 and _belongs_to_post(tokens[index - 1]):
        index -= 1
    while tokens[index].text in {"'s", "’s", "of", "-"}:
        index += 1
    return index


def _before_field(tokens: Sequence[Token], index: int) -> int:
    """The noun of the role in «Minister [of Foreign Trade] Thani Al Zeyoudi»; -1 where none stands there."""
    for place in range(index, max(-1, index - _FIELD_WORDS), -1):
        token = tokens[place]
        if token.text in words("en", "grammar", "of_role"):
            return place - 1 if place and role_kind(tokens[place - 1].lemma, "en") else -1
        if not token.text[:1].isupper() and token.text not in {"and", "&", ","}:
            return -1
    return -1


def _belongs_to_post(token: Token) -> bool:
    word = token.text.lower()
    if word in {"'s", "’s", "-", "of"} or role_kind(word, "en") or word in words("en", "names", "modifiers"):
        return True
    entry = load("en", "actors").get(token.text)
    return bool(entry) or (token.text[:1].isupper() and word not in words("en", "names", "common"))
