"""Briefs that are printed whole: the real article, and one of sixty articles; each edition with its report and its PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path

from briefgen.assemble import assemble
from briefgen.blocks import Report
from briefgen.compose import Requisites
from briefgen.fit import Printing, composed, fitting, roomiest_limits
from briefgen.model import Brief, Extraction
from briefgen.pipeline import BuildOptions, assemble_brief, extract_all
from briefgen.readers import read_article
from briefgen.templating import Style, load_style
from briefgen.translation.memory import Memory
from briefgen.writers.pdf import Attachment, Layout, write_pdf
from tests.compose.sample_briefs import standard
from tests.sample_facts import article, extraction, interest, mention, quantity, risk, statement

SEED = Path(__file__).resolve().parents[2] / "seeds" / "2026-02-27-kazakhstan-rare-earths.txt"
HOUSE = Requisites(
    organisation="Управление наблюдений / Office of Observation",
    department="Отдел обзоров / Reviews",
    addressee="Начальнику управления / Head of Office",
    signatory_post="Начальник отдела / Head of Reviews",
    signatory_name="И.О. Фамилия / N. Surname",
    executor="Исп.: Фамилия, тел. 000 / Prepared by Surname, tel. 000",
)
BARE = Requisites()
_PARTNERS = ("GB", "EU", "US", "CN", "TR", "JP", "KR", "IN", "DE", "FR")
_CURRENCIES = (("фунтов", "GBP"), ("евро", "EUR"), ("долларов", "USD"), ("юаней", "CNY"), ("иен", "JPY"))
_CATEGORIES = ("transport", "trade", "political", "energy", "economic", "security")
_WORDS = (
    "договор",
    "руда",
    "разведка",
    "участок",
    "завод",
    "порт",
    "дорога",
    "станция",
    "обучение",
    "кредит",
    "гарантия",
    "склад",
    "рынок",
)


@dataclass(frozen=True)
class Printed:
    """An edition on paper: what was to be printed, the file, and where its parts fell."""

    report: Report
    style: Style
    layout: Layout


@lru_cache
def seed_brief() -> Brief:
    """The brief of the real article, with the translations beside it."""
    extractions = extract_all([read_article(SEED)], ("RU",))
    return assemble_brief(extractions, BuildOptions(), Memory.load(sorted(SEED.parent.glob("*.po"))))


@lru_cache
def long_brief(articles: int = 60) -> Brief:
    """Articles of ten partners with figures, speakers, risks and dates of their own: tables over many pages."""
    return assemble([_extraction(number) for number in range(1, articles + 1)], subject="RU", on=date(2026, 2, 27))


def _extraction(number: int) -> Extraction:
    """Each article speaks of other sums, days, places and people, so that little of it is merged with another."""
    words, unit = _CURRENCIES[number % len(_CURRENCIES)]
    subject, other = _WORDS[number % len(_WORDS)], _WORDS[(number * 5 + 3) % len(_WORDS)]
    day = date(2025, 1, 1) + timedelta(days=7 * number)
    name = f"Эксперт {'АБВГДЕЖЗИК'[number % 10]}{number}"
    lines = (
        f"Партнёр даст {number + 2},5 миллиарда {words} на {subject} номер {number}.",
        f"{day.day}.{day.month:02}.{day.year} стороны подписали соглашение номер {number}, в котором речь идёт про {other} и сроки работ.",
        f"{name} считает, что {subject} номер {number} пойдёт в обход России, а {other} достанется другим странам региона.",
        f"{name} назвал {other} номер {number} манёвром, а не вызовом соседям.",
        f"Запасы участка номер {number} составляют {number * 1100} тонн, их разведка началась давно и идёт с перерывами до сих пор.",
    )
    of = article("\n".join(lines), name=f"{number:02}.txt", published=date(2026, 2, 27) - timedelta(days=number % 30))
    category = _CATEGORIES[number % len(_CATEGORIES)]
    return extraction(
        replace(of, title=f"Проба номер {number}: {subject} и {other}"),
        replace(
            quantity(of, f"{number + 2},5 миллиарда {words}", f"{number + 2}.5e9", unit, id=f"q-{number}"), label=f"{subject} {number}"
        ),
        quantity(of, f"{number * 1100} тонн", str(number * 1100), "mass-tonne", id=f"q-t-{number}", rule="mass"),
        mention(of, f"{day.day}.{day.month:02}.{day.year}", day.isoformat(), id=f"d-{number}"),
        statement(of, f"{subject} номер {number} пойдёт в обход России", name, id=f"s-{number}"),
        statement(of, f"назвал {other} номер {number} манёвром, а не вызовом соседям", name, id=f"s-c-{number}", mode="direct"),
        interest(of, lines[0][:-1], _PARTNERS[number % len(_PARTNERS)], id=f"i-{number}", quantities=(f"q-{number}",)),
        interest(of, lines[1][:-1], _PARTNERS[number % 7], id=f"i-d-{number}", stage="agreed", dates=(f"d-{number}",)),
        risk(of, f"{subject} номер {number} пойдёт в обход России", id=f"r-{number}", said=f"s-{number}", category=category),
        risk(of, f"{other} номер {number} манёвром", id=f"c-{number}", polarity="counter", said=f"s-c-{number}", category=category),
    )


def printed(
    brief: Brief,
    styles: tuple[str, str] = ("gost", "govuk"),
    *,
    requisites: Requisites = BARE,
    is_draft: bool = False,
    has_code: bool = False,
    unprintable: tuple[str, ...] = (),
    attachments: Sequence[Attachment] = (),
) -> dict[str, Printed]:
    """Both editions within the limits that they share."""
    editions = [
        Printing(language, requisites, load_style(style), unprintable, is_draft, has_code=has_code)
        for language, style in zip(("ru", "en"), styles, strict=True)
    ]
    limits = roomiest_limits(standard(), fitting(brief, standard(), editions))
    found = {}
    for edition in editions:
        report = composed(brief, edition, standard(), limits, brief_number="0" * 64).report
        found[edition.language] = Printed(report, edition.style, write_pdf(report, edition.style, attachments))
    return found
