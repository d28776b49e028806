"""English words -> light lemmas; English sentences -> named entities, by rules and short lists."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefgen.language.document import Entity, Sentence, Token
from briefgen.language.lexicon import load, words
from briefgen.language.persons import role_kind

_ACRONYM = re.compile(r"[A-Z][A-Z0-9&.]+$")
_SURNAME = re.compile(
    r"[a-z]{2}(?:[eo]va?|sk(?:y|iy|yi|aya)|enko|yan|shvili|adze|oglu|ovi[cć]|evi[cć])$"
)  # endings that no company's name has
_NEEDS_E = re.compile(
    r"(?:[^aeiou][aiou]|u)[cgvzu]$|[aeiou]r[cgv]$|n[cg]$|dg$|l[vg]$|[^aeious]s$|[^aeo]at$|[^aeiou][iu]r$|[^aeiou]in$|[ou]r[cs]$|qu$|[^aeiou]id$|ut$|pl$|bl$"
)


@dataclass(frozen=True, slots=True)
class _Run:
    """Capitalised words of one sentence that stand together: tokens[first:last]."""

    sentence: Sentence
    first: int
    last: int
    has_post: bool = False  # a post with its field stood in front: «Minister of Foreign Trade Thani Al Zeyoudi»

    @property
    def tokens(self) -> tuple[Token, ...]:
        return self.sentence.tokens[self.first : self.last]


def tag_words(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """The tokens with light lemmas, and the parts of speech that spelling gives away (PUNCT, NUM, PROPN)."""
    return tuple(replace(token, lemma=lemma(token.text), pos=_part(token, index)) for index, token in enumerate(tokens))


def lemma(word: str) -> str:
    """The dictionary form as spelling suggests it.

    >>> lemma("countries"), lemma("planned"), lemma("announced"), lemma("said"), lemma("risks")
    ('country', 'plan', 'announce', 'say', 'risk')
    """
    word = word.lower()
    irregular = load("en", "names")["irregular"].get(word)
    if irregular:
        return str(irregular)
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "shes", "ches", "xes", "zzes")):
        return word[:-2]
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        return word[:-1]
    for ending in ("ing", "ed"):
        if word.endswith(ending) and re.search("[aeiouy]", word[: -len(ending)]) and len(word) > len(ending) + 2:
            return _without_ending(word[: -len(ending)])
    return word


def find_names(text: str, sentences: tuple[Sentence, ...]) -> tuple[Entity, ...]:
    """Persons, organisations and places, in text order."""
    capitals = _seen_inside(sentences)
    runs = [run for sentence in sentences for run in _runs(sentence, capitals)]
    alone = {run.tokens[0].text for run in runs if len(run.tokens) == 1}
    full = [run for run in runs if _is_person(run) or _is_named_again(run, alone)]
    persons = {run.tokens[-1].text for run in full} | {run.tokens[0].text for run in full if not _is_known_name(run.tokens[0].text)}
    entities = []
    for run in runs:
        start, stop = run.tokens[0].start, run.tokens[-1].stop
        entities.append(Entity(start, stop, text[start:stop], _kind(run, text[start:stop], persons)))
    return tuple(entities)


def _part(token: Token, index: int) -> str:
    if not any(letter.isalnum() for letter in token.text):
        return "PUNCT"
    if token.text[0].isdigit():
        return "NUM"
    return "PROPN" if index and token.text[0].isupper() else ""


def _without_ending(stem: str) -> str:
    if stem.endswith("i"):
        return stem[:-1] + "y"
    if len(stem) > 2 and stem[-1] == stem[-2] and stem[-1] not in "lsze":
        return stem[:-1]
    return stem + "e" if _NEEDS_E.search(stem) else stem


def _seen_inside(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Capitalised words that stand inside a sentence somewhere: such a word is a name at a sentence's start too."""
    return frozenset(_inner_capitals(sentences))


def _inner_capitals(sentences: Sequence[Sentence]) -> Iterator[str]:
    for sentence in sentences:
        for before, token in zip(sentence.tokens, sentence.tokens[1:], strict=False):
            if token.text[:1].isupper() and before.text not in '"“‘([.:':
                yield token.text


def _runs(sentence: Sentence, capitals: frozenset[str]) -> Iterator[_Run]:
    tokens, index = sentence.tokens, 0
    while index < len(tokens):
        if not _is_capital(tokens[index]):
            index += 1
            continue
        last = _run_end(tokens, index)
        run = _trim(_Run(sentence, index, last), capitals)
        if run is not None:
            yield run
        index = last


def _run_end(tokens: Sequence[Token], first: int) -> int:
    last = first + 1
    while last < len(tokens):
        behind = _behind_particles(tokens, last)
        if _is_capital(tokens[last]):
            last += 1
        elif behind > last + 1 and _is_capital(tokens[behind]):
            last = behind + 1
        elif (
            tokens[last].text == "." and len(tokens[last - 1].text) == 1 and last + 1 < len(tokens) and _is_capital(tokens[last + 1])
        ) or (last + 1 < len(tokens) and _is_capital(tokens[last + 1]) and _joins(tokens, first, last)):
            last += 2
        else:
            break
    return last


def _behind_particles(tokens: Sequence[Token], index: int) -> int:
    """The index behind «von der», «de la»; at most three particles stand in a name."""
    stop = min(index + 3, len(tokens) - 1)
    while index < stop and tokens[index].text in words("en", "names", "particles"):
        index += 1
    return index


def _joins(tokens: Sequence[Token], first: int, index: int) -> bool:
    """«Ministry of Finance», «Bank for Reconstruction and Development», «Ursula von der Leyen»; not «Rosneft and VEB»."""
    word = tokens[index].text
    if word in words("en", "names", "particles"):
        return True
    before = {token.text for token in tokens[first:index]}
    if word in {"of", "for", "on"}:
        is_post = word == "of" and bool(role_kind(tokens[index - 1].text.lower(), "en"))
        return is_post or bool(before & words("en", "names", "organisations"))
    fields = words("en", "names", "fields")
    if word == "and" and before & {"of", "for"} and before & words("en", "names", "organisations"):
        following = tokens[index + 1].text
        return tokens[index - 1].text in fields and not _is_known_name(following) and following not in words("en", "names", "given")
    return word == "&" or (word == "and" and tokens[index - 1].text in fields and tokens[index + 1].text in fields)


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and (len(token.text) > 1 or token.text != "I")


def _trim(run: _Run, capitals: frozenset[str]) -> _Run | None:
    """The run without articles, honorifics, demonyms and posts before the name; None when nothing is left."""
    first, last = run.first, run.last
    tokens = run.sentence.tokens
    common, honorifics = words("en", "names", "common") | words("en", "names", "starters"), words("en", "persons", "honorifics")
    while (
        first < last
        and (tokens[first].text.lower().rstrip(".") in honorifics or _is_common(tokens[first].text, common))
        and not _is_of_title(tokens, first, last)
    ):
        first += 1
    if first < last - 1 and tokens[first].text.endswith("-based"):
        first += 1  # «the Paris-based International Energy Agency»
    while last > first + 2 and tokens[last - 1].text in words("en", "names", "postnominals"):
        last -= 1
    if _is_seat(tokens, first) and last - first > 2:
        first += 1  # «ambassador to Moscow Pankaj Saran»
    name = None if _is_of_title(tokens, first, last) else _skip_post(tokens, first, last)
    has_post = name is not None and name > first + 1
    if name is not None:
        first = name
    if first >= last or (last - first == 1 and _is_demonym(tokens[first].text)):
        return None
    alone = last - first == 1 and first == 0
    if alone and not _ACRONYM.match(tokens[first].text) and tokens[first].text not in capitals and not _is_known_name(tokens[first].text):
        return _Run(run.sentence, first, last) if _speaks(run.sentence, first, last) else None
    return _Run(run.sentence, first, last, has_post)


def _is_of_title(tokens: Sequence[Token], first: int, last: int) -> bool:
    """«The [Global] Times», «The [Economist]»: behind an article, with nothing but a newspaper's word to the end."""
    if not first or tokens[first - 1].text not in {"The", "the"}:
        return False
    return last - first <= 4 and tokens[last - 1].text.lower() in words("en", "speech", "titles_of_media")


def _is_seat(tokens: Sequence[Token], index: int) -> bool:
    """The place of an envoy's post: «ambassador to [Moscow] Pankaj Saran»."""
    before = next((place for place in range(index - 1, max(-1, index - 3), -1) if tokens[place].text.lower() != "the"), 0)
    return (
        before > 0
        and tokens[before].text.lower() == "to"
        and bool(role_kind(tokens[before - 1].text.lower(), "en"))
        and _is_place(tokens[index].text)
    )


def _is_known_name(word: str) -> bool:
    return _is_place(word) or word in words("en", "names", "bodies")


def _is_common(word: str, common: frozenset[str]) -> bool:
    return word.lower() in common and not (word.isupper() and len(word) > 1)


def _skip_post(tokens: Sequence[Token], first: int, last: int) -> int | None:
    """The index behind «Russian Deputy Prime Minister», «IEA Executive Director»; None when no name stands behind a post."""
    roles = [index for index in range(first, last) if role_kind(tokens[index].text.lower(), "en")]
    if len(roles) > 1 and roles[-1] == last - 1 and roles[-1] - roles[-2] > 1:
        roles = roles[:-1]  # «Resources Minister Madeleine King»
    if not roles or " ".join(token.text for token in tokens[first : first + 2]) in words("en", "names", "compounds"):
        return None
    index = roles[-1] + 1
    if index == last and not all(_is_post_word(token) for token in tokens[first:last]):
        return None  # «Mervyn King»
    if index < last and tokens[index].text == "of":
        index = _skip_field(tokens, index + 1, last)
    is_name = not any(token.text in words("en", "names", "organisations") | words("en", "names", "things") for token in tokens[index:last])
    return index if (is_name and tokens[last - 1].text not in {"Jr", "Jr.", "Sr", "Sr."}) or index == last else None


def _skip_field(tokens: Sequence[Token], index: int, last: int) -> int:
    """The index behind «Foreign Affairs» of a minister, «Kazakhstan» of a president."""
    while index < last and (
        tokens[index].text in words("en", "names", "fields")
        or tokens[index].text in {"and", "&", ","}
        or tokens[index].text.lower() in words("en", "names", "modifiers")
        or _is_place(tokens[index].text)
    ):
        index += 1
    return index


def _is_post_word(token: Token) -> bool:
    word = token.text.lower()
    return bool(role_kind(word, "en")) or word in words("en", "names", "modifiers") or _is_demonym(token.text) or token.text == "of"


def _is_demonym(word: str) -> bool:
    entry = load("en", "actors").get(word)
    return entry is not None and entry[1] == "adjective"


def _is_place(name: str) -> bool:
    entry = load("en", "actors").get(name)
    return entry is not None and entry[1] in {"name", "capital"} and not str(entry[0]).startswith("org:")


def _speaks(sentence: Sentence, first: int, last: int) -> bool:
    tokens, speech = sentence.tokens, words("en", "names", "speech")
    if last + 1 < len(tokens) and tokens[last].text == "," and tokens[last + 1].text.lower() in {"which", "who", "whose"}:
        return True
    return (last < len(tokens) and tokens[last].text in speech) or (first > 0 and tokens[first - 1].text in speech)


def _is_person(run: _Run) -> bool:
    """A title before, a post behind, or a given name in front."""
    tokens, first, last = run.sentence.tokens, run.first, run.last
    texts = [token.text for token in run.tokens]
    if any(text in words("en", "names", "organisations") | words("en", "names", "things") for text in texts) or _is_place(" ".join(texts)):
        return False
    before = tokens[first - 1].text.lower().rstrip(".") if first else ""
    if before in words("en", "persons", "honorifics") or (run.has_post and 2 <= len(texts) <= 4):
        return True
    if len(texts) == 1:
        return bool(_SURNAME.search(texts[0])) and not _is_known_name(texts[0]) and _speaks(run.sentence, first, last)
    if 2 <= len(texts) <= 3 and _is_of_research(tokens, last):
        return True
    has_role = before == "," and any(role_kind(token.lemma, "en") for token in tokens[max(0, first - 7) : first - 1])
    if has_role and last < len(tokens) and tokens[last].text == ",":
        return True
    if texts[0] in words("en", "names", "given") or role_kind(before, "en") or (first > 1 and _is_seat(tokens, first - 1)):
        return True
    if (
        before in words("en", "names", "speech") | {"wrote", "writes"}
        and len(texts) <= 3
        and not any(_ACRONYM.match(text) or _is_demonym(text) for text in texts)
    ):
        return last < len(tokens) and tokens[last].text in {",", "of", "at", "from", "who"}  # says Marlene Laruelle of ...
    return (
        last + 2 < len(tokens) and tokens[last].text == "," and any(role_kind(token.lemma, "en") for token in tokens[last + 1 : last + 6])
    )


def _is_of_research(tokens: Sequence[Token], last: int) -> bool:
    """«Malte Humpert [of the Arctic Institute puts it]»: behind two or three plain words the body for which somebody thinks."""
    if last >= len(tokens) or tokens[last].text not in {"of", "at", "from"}:
        return False
    behind = [token.text for token in tokens[last + 1 : last + 7]]
    stop = next((place for place, text in enumerate(behind) if text in {",", "."} or text in words("en", "names", "speech")), len(behind))
    return any(text in words("en", "names", "thinking") for text in behind[:stop])


def _is_named_again(run: _Run, alone: set[str]) -> bool:
    """Two or three plain words of which the last stands alone elsewhere: «Ruben Vardanyan ... Vardanyan said»."""
    texts = [token.text for token in run.tokens if token.text.lower() not in words("en", "names", "particles")]
    if not 2 <= len(texts) <= 3 or texts[-1] not in alone or _is_place(texts[-1]) or _is_place(" ".join(texts)):
        return False
    known = words("en", "names", "organisations") | words("en", "names", "things") | words("en", "names", "fields")
    return not any(text in known or _ACRONYM.match(text) or _is_demonym(text) for text in texts)


def _kind(run: _Run, name: str, persons: set[str]) -> str:
    if _is_person(run) or (run.tokens[-1].text in persons and (len(run.tokens) == 1 or _is_named_again(run, persons))):
        return "PER"
    if _is_place(name) or _is_place(run.tokens[0].text + " " + run.tokens[-1].text):
        return "LOC"
    return "LOC" if any(token.text in words("en", "names", "things") for token in run.tokens) else "ORG"
