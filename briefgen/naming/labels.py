"""What a figure measures, in one language -> in the other, term by term: «экспорт газа в Китай» is `exports of gas to China`."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from briefgen.formatting.text import with_preposition
from briefgen.language.morphology import inflect
from briefgen.naming.countries import country_name, in_country
from briefgen.naming.gazetteer import find_name, fold
from briefgen.naming.lists import table
from briefgen.naming.post_words import adjective_of, state_adjectives, states, stem, stems
from briefgen.naming.terms import Term, adjective, by_english, by_stems

_LONGEST = 12  # words: longer labels are clauses
_CASES = {
    "of": ("", "genitive"),
    "from": ("из", "genitive"),
    "to": ("в", "accusative"),
    "in": ("в", "accusative"),
    "with": ("с", "instrumental"),
}


@lru_cache(maxsize=4096)
def label_name(label: str, source_language: str, target_language: str) -> str:
    """The label in the target language; empty where a word of it is not in the lexicon.

    >>> label_name("внешний долг Казахстана", "ru", "en"), label_name("exports of gas to China", "en", "ru")
    ('external debt of Kazakhstan', 'экспорт газа в\\xa0Китай')
    >>> label_name("количество выпитого чая", "ru", "en")
    ''
    """
    what, rate = split_rate(label)
    if rate and source_language != target_language:
        name = label_name(what, source_language, target_language)
        return f"{name}, {rate_name(rate, target_language)}" if name else ""
    words = re.sub(r"[«»„“”,]", "", label).split()
    if source_language == target_language or not 0 < len(words) <= _LONGEST:
        return label if source_language == target_language else ""
    terms = _english(words) if source_language == "ru" else _russian(" ".join(words))
    return terms or find_name(label, source_language, target_language) or ""


def split_rate(label: str) -> tuple[str, str]:
    """A label and what its price or flow is for, which stands behind the amount in print.

    >>> split_rate("oil prices, per barrel"), split_rate("цена нефти")
    (('oil prices', 'per barrel'), ('цена нефти', ''))
    """
    what, _, rate = label.rpartition(", ")
    return (what, rate) if what and rate in _rates() else (label, "")


def rate_name(rate: str, language: str) -> str:
    """The words of a price or a flow in a language: those of the text, or theirs in the other language.

    >>> rate_name("per barrel", "ru"), rate_name("per barrel", "en"), rate_name("в сутки", "en")
    ('за баррель', 'per barrel', 'a day')
    """
    row = _rates().get(rate)
    if row is None:
        return rate
    russian, *english = row
    if language == "ru":
        return russian
    return rate if rate in english else english[0]


@cache
def _rates() -> dict[str, list[str]]:
    """The rows of rates by each of their words, the first row first."""
    found: dict[str, list[str]] = {}
    for row in table()["rates"]["rows"]:
        for words in row:
            found.setdefault(words, row)
    return found


def _english(words: list[str]) -> str:
    """Groups of adjectives and a noun, the first in the nominative, the others tied to it by `of` or their preposition."""
    text = ""
    while words:
        link = (" in " if text in table()["labels"]["moves"] else " of ") if text else ""
        preposition = fold(words[0])
        if text and preposition in table()["labels"]["prepositions"]:
            link = " " + table()["labels"]["prepositions"][preposition] + " "
            if preposition == "на" and text in table()["labels"]["spent"]:
                link = " on "
            if preposition in ("в", "во", "на") and text.split(" of ")[0] in table()["labels"]["movements"]:
                link = " to "
            words = words[1:]
        elif text and preposition == "и":
            link, words = " and ", words[1:]
        found = _state_group(words) or _noun_group(words, is_behind=bool(text))
        if found is None or (not text and found[2]):
            return ""
        text += link + found[0]
        words = words[found[1] :]
    return text


def _state_group(words: list[str]) -> tuple[str, int, bool] | None:
    for length in range(min(len(words), 3), 0, -1):
        code = states("ru").get(fold(" ".join(words[:length])))
        if code:
            return country_name(code, "en", article=True), length, True
    return None


def _noun_group(words: list[str], *, is_behind: bool) -> tuple[str, int, bool] | None:
    """Adjectives and the noun behind them in English, and how many words they took."""
    said: list[str] = []
    at = 0
    while at < len(words):
        noun = _longest(words[at:], "noun")
        if noun:
            term, used = noun
            head = term.behind if is_behind and term.behind and not said else term.en
            article = "the " if is_behind and said and term.behind.startswith("the ") else ""
            return article + " ".join([*said, head]), at + used, False
        quality = _longest(words[at:], "adjective")
        code = state_adjectives("ru").get(stem(fold(words[at])))
        if quality:
            said.append(quality[0].en)
            at += quality[1]
        elif code and words[at][0].islower():
            said.append(adjective_of("en").get(code, ""))
            at += 1
        else:
            return None
    return None


def _longest(words: list[str], kind: str) -> tuple[Term, int] | None:
    rows = by_stems(kind)
    for length in range(min(len(words), 4), 0, -1):
        term = rows.get(stems(" ".join(words[:length])))
        if term:
            return term, length
    return None


def _russian(label: str) -> str:
    label = re.sub(r"^(?:the|a|an)\s", "", label, flags=re.IGNORECASE)
    if whole := by_english("noun").get(label.lower()):
        return whole.ru
    parts = re.split(r"\s(of|in|to|from|for|on|with)\s(?:(?:the|an?)\s)?", label)
    text = _russian_group(parts[0], genitive=False)
    if parts[0].lower() in table()["labels"]["payers"] and parts[1:2] == ["to"]:
        text = table()["labels"]["payers"][parts[0].lower()]
    for link, part in zip(parts[1::2], parts[2::2], strict=True):
        tied = _given(text, link, part) or _tied(
            _link(parts[0], link, part), part, is_put=text.rpartition(" ")[2] in table()["labels"]["put"]
        )
        if not (text and tied):
            return ""
        text += " " + tied
    return text


def _link(head: str, link: str, part: str) -> str:
    """ "fall in exports" is the fall of them; "fall in Kazakhstan" is where it fell; what is spent for something goes «на» it."""
    is_moved = head.lower() in table()["labels"]["moves"] and not states("en").get(fold(part))
    is_spent = head.lower() in table()["labels"]["spent"]
    return "of" if link == "in" and is_moved else "on" if link == "for" and is_spent else link


def _given(text: str, link: str, part: str) -> str:
    """To whom something is given: «кредит Казахстану»; whom it costs: «издержки России»."""
    code = states("en").get(fold(part))
    if not code or link != "to":
        return ""
    case = "dative" if text in table()["labels"]["given"] else "genitive" if text in table()["labels"]["payers"].values() else ""
    return country_name(code, "ru", case=case) if case else ""


def _tied(link: str, part: str, *, is_put: bool) -> str:
    """What a preposition ties to the words before it; `is_put`: «инвестиции в», where it is, after others, «в» with another case."""
    code = states("en").get(fold(part))
    if code and link == "in" and not is_put:
        return in_country(code, "ru")
    if code:
        preposition, case = _CASES.get(link, ("", ""))
        if preposition in ("в", "с"):
            return with_preposition(preposition, country_name(code, "ru", case=case))
        return f"{preposition} {country_name(code, 'ru', case=case)}".strip() if case else ""
    group = _russian_group(part, genitive=link in ("of", "for"))
    if link == "in" and group:
        return with_preposition("в", _accusative(group, part) if is_put else inflect(group, "Loc", source="Nom"))
    if link == "on" and group:
        return f"на {_accusative(group, part)}"
    return {"of": group, "for": f"для {group}"}.get(link, "") if group else ""


def _accusative(group: str, part: str) -> str:
    """Of things it is the nominative, but for the feminine."""
    noun = by_english("noun").get(part.split()[-1].lower())
    return inflect(group, "Acc", source="Nom") if noun and noun.gender == "f" else group


def _russian_group(text: str, *, genitive: bool) -> str:
    """Modifiers and a noun: adjectives agree and stand before it, nouns (`gas exports`) stand behind it in the genitive."""
    words = text.split()
    for at in range(len(words)):
        term = by_english("noun").get(" ".join(words[at:]).lower())
        if term is None:
            continue
        before, behind = _modifiers(words[:at], term, genitive=genitive)
        if before is None:
            return ""
        return " ".join([*before, term.genitive if genitive else term.ru, *behind])
    return ""


def _modifiers(words: list[str], head: Term, *, genitive: bool) -> tuple[list[str] | None, list[str]]:
    """Adjectives in agreement, and genitives; None where a word is not known."""
    before: list[str] = []
    behind: list[str] = []
    at = 0
    while at < len(words):
        for stop in range(len(words), at, -1):
            word = " ".join(words[at:stop])
            quality = by_english("adjective").get(word.lower())
            code = state_adjectives("en").get(fold(word)) or states("en").get(fold(word.removesuffix("'s").removesuffix("’s")))
            noun = by_english("noun").get(word.lower())
            if noun and head.ru in table()["labels"]["of_things"]:  # «экспорт газа», but «нефтяные доходы»
                behind.insert(0, noun.genitive)
            elif quality:
                before.append(adjective(quality.ru, head.gender, genitive=genitive))
            elif code:
                behind.append(country_name(code, "ru", case="genitive", short=code == "EU"))
            elif noun:
                behind.insert(0, noun.genitive)
            else:
                continue
            at = stop
            break
        else:
            return None, []
    return before, behind
