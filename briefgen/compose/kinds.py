"""The rule that found an interest or a risk -> what its kind is called, so that both editions name it without translation."""

from __future__ import annotations

from briefgen.compose.edition import Edition
from briefgen.model import Interest
from briefgen.naming.countries import country_name, is_known
from briefgen.naming.usage import in_usage

_CONTEXTS = {"interest": "interest kind", "risk": "risk kind", "counter": "risk kind"}


def kind_name(edition: Edition, rule: str) -> str:
    """The phrase of a rule such as `risk.bypass-route`, the country at risk in the case that it wants; empty where the kind has no name."""
    table, _, name = rule.rpartition(".")
    words = edition.words.find(name, context=_CONTEXTS.get(table, ""))
    if not words:
        return ""
    told = words % _names_of(edition) if "%(" in words else words
    return in_usage(told, edition.usage.russian) if edition.language == "ru" else told


def stage_name(edition: Edition, interest: Interest) -> str:
    """How far an interest has come, in the words that fit its kind («разрешено», `signed`), else those of its stage."""
    kind = interest.rule.rpartition(".")[2]
    found = edition.words.find(f"{interest.stage} {kind}", context="stage of a kind")
    return found or edition.words.text(interest.stage, context="stage")


def _names_of(edition: Edition) -> dict[str, str]:
    """The subject by the cases that catalogs ask for; its code where no name is known."""
    code, language = edition.brief.subject, edition.language
    if not is_known(code):
        return dict.fromkeys(("subject", "subject_genitive", "subject_possessive"), code)
    name = country_name(code, language, article=True)
    genitive = country_name(code, language, case="genitive", article=True)
    return {"subject": name, "subject_genitive": genitive, "subject_possessive": name + ("’" if name.endswith("s") else "’s")}
