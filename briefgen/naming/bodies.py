"""A body in one language -> in the other, by pattern: «Минфин Казахстана», "Kazakhstan's finance ministry", «российские эксперты»."""

from __future__ import annotations

import re

from briefgen.formatting.text import sentence_case
from briefgen.naming.countries import country_name
from briefgen.naming.gazetteer import Entries, fold
from briefgen.naming.lists import table
from briefgen.naming.post_english import body_words, leading_state
from briefgen.naming.post_russian import body_at
from briefgen.naming.post_words import adjective_of, by_english, by_stems, state_adjectives, states, stem, stems
from briefgen.naming.transliteration import has_cyrillic


def body_name(name: str, source_language: str, target_language: str, *, names: Entries = ()) -> str:
    """The body in the target language; empty where the lexicon does not know all of its words.

    >>> body_name("Минфин Казахстана", "ru", "en"), body_name("Kazakhstan's finance ministry", "en", "ru")
    ('Ministry of Finance of Kazakhstan', 'Министерство финансов Казахстана')
    """
    if target_language == source_language:
        return name
    return _to_english(name, names) if source_language == "ru" else _to_russian(name)


def group_name(name: str, source_language: str, target_language: str) -> str:
    """People named by what they do: «эксперты», "Western officials"; empty where a word is not known.

    >>> group_name("российские эксперты", "ru", "en"), group_name("Russian analysts", "en", "ru")
    ('Russian experts', 'российские аналитики')
    >>> group_name("Two Western bankers", "en", "ru"), group_name("трое чиновников", "ru", "en")
    ('Двое западных банкиров', 'three officials')
    """
    words = name.split()
    if target_language == source_language or not words:
        return name
    if counted := _counted_group(words, source_language):
        return sentence_case(counted) if name[0].isupper() else counted
    for at in range(len(words)):  # «участники рынка»: the longest name of people first
        rest = " ".join(words[at:])
        if source_language == "ru":
            known = by_stems(("people",)).get(stems(rest))
            translated = [_quality_in_english(word) for word in words[:at]] + [known.en if known else ""]
        else:
            known = by_english(("people",)).get(rest.lower())
            translated = [_quality_in_russian(word) for word in words[:at]] + [known.nominative if known else ""]
        if all(translated):
            return " ".join(translated)
    return ""


def group_genitive(name: str) -> str:
    """Russian people named by what they do, in the genitive; empty where a word is not known.

    >>> group_genitive("трейдеры"), group_genitive("западные эксперты"), group_genitive("Dara Massicot")
    ('трейдеров', 'западных экспертов', '')
    """
    words = name.split()
    for at in range(len(words)):
        known = by_stems(("people",)).get(stems(" ".join(words[at:])))
        counted = table()["groups"]["genitives"]
        before = [counted.get(word) or re.sub(r"(?<=[иы])е$", "х", word) for word in words[:at]]
        if known and all(re.search("[иы]х$", word) or word in counted.values() for word in before):
            return " ".join([*before, known.genitive])
    return ""


def _counted_group(words: list[str], source_language: str) -> str:
    """Two to ten people, some or many: "two bankers" are «двое банкиров», «трое чиновников» are "three officials"."""
    count = table()["groups"][source_language].get(words[0].lower(), "")
    if not count or len(words) < 2:
        return ""
    rest = " ".join(words[1:])
    if source_language == "ru":
        named = group_name(rest, "ru", "en") if stems(rest) else ""
        return f"{count} {named}" if named else ""
    genitive = group_genitive(group_name(rest, "en", "ru"))
    return f"{count} {genitive}" if genitive else ""


def _to_english(name: str, names: Entries) -> str:
    words = re.sub(r"[«»„“]", "", name).split()
    own = [word for word in words if has_cyrillic(word) and stem(fold(word)) in state_adjectives("ru") and not word.isupper()]
    state = state_adjectives("ru")[stem(fold(own[0]))] if len(own) == 1 else ""
    rest = [word for word in words if word not in own] if state else words
    found = body_at(rest, names)
    if found is None or found[0].text == "Republic":
        return ""
    group, used = found
    whose = fold(" ".join(rest[used:]))
    code = state or (states("ru").get(whose, "") if whose else "")
    if whose and (state or not code):
        return ""
    return _owned(group.text, code) if code else group.text


def _owned(body: str, code: str) -> str:
    """`UK Government`, but `Government of Kazakhstan`."""
    if code in table()["posts"]["prefixed"]:
        return f"{country_name(code, 'en', short=True)} {body}"
    return f"{body} of {country_name(code, 'en', article=True)}"


def _to_russian(name: str) -> str:
    name = re.sub(r"^(?:the|a|an)\s+", "", name.replace("’", "'"), flags=re.IGNORECASE)
    state, rest = leading_state(name)
    body = body_words(rest)[0]
    if not body:
        rest, _, whose = rest.rpartition(" of ")
        state = states("en").get(fold(whose), "")
        body = body_words(rest)[0] if state else ""
    if not body:
        return ""
    return sentence_case(f"{body} {country_name(state, 'ru', case='genitive')}" if state else body)


def _quality_in_english(word: str) -> str:
    quality = by_stems(("quality",)).get(stems(word))
    if quality:
        return quality.en
    code = state_adjectives("ru").get(stem(fold(word)))
    return adjective_of("en").get(code, "") if code else ""


def _quality_in_russian(word: str) -> str:
    """An adjective in the nominative plural."""
    quality = by_english(("quality",)).get(word.lower())
    code = state_adjectives("en").get(fold(word))
    singular = quality.nominative if quality else adjective_of("ru").get(code, "") if code else ""
    return re.sub(r"ой$|ый$", "ые", re.sub(r"ий$", "ие", singular))
