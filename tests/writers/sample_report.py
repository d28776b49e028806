"""A Report in each language that holds every kind of block and inline: what the tests of the writers print."""

from __future__ import annotations

from briefgen.blocks import Comment, Head, Report, Text
from briefgen.compose.identity import with_ids
from tests.writers.sample_annexes import annexes
from tests.writers.sample_body import body
from tests.writers.sample_page_one import page_one
from tests.writers.sample_words import words


def sample_report(language: str) -> Report:
    """The sample in `ru` or `en`; both have the same blocks in the same order."""
    ru = language == "ru"
    return Report(
        language=language,
        locale="ru-RU" if ru else "en-GB",
        head=_head(ru),
        blocks=tuple(with_ids((*page_one(ru), *body(ru), *annexes(ru)))),
        running=words(
            "Справка, 27 февраля 2026 г. По открытым источникам", "Briefing note, 27 February 2026. Prepared from open sources", ru
        ),
        page_of="Страница {page} из {pages}" if ru else "Page {page} of {pages}",
        subject=words("Критически важные минералы", "Critical minerals", ru),
        keywords=("Казахстан", "минералы") if ru else ("Kazakhstan", "minerals"),
        author=words("Наименование организации", "Organisation name", ru),
        modified="2026-02-27",
        brief_number="8e3862834cee2c73",
        comments=(
            Comment("risks/r-1", "single-source", words("Об этом говорит один источник.", "Only one source says so.", ru), "Предложение."),
            Comment("head/title", "comment-1", words("Короче?", "Shorter?", ru), author="N. Name", date="2026-03-01T09:30:00Z"),
        ),
    )


def _head(ru: bool) -> Head:
    return Head(
        organisation=words("Наименование организации", "Organisation name", ru),
        department=words("Наименование структурного подразделения", "Name of unit", ru),
        addressee="",
        kind=words("Аналитическая справка", "Briefing note", ru),
        date=words("27~февраля 2026~г.", "27~February 2026", ru),
        number=words("№~____________", "No.~__________", ru),
        place="",
        title=words(
            "Об интересах Великобритании, США и Европейского союза в~сфере критически важных минералов Казахстана и~рисках для России",
            "Interests of the United Kingdom, the United States and the European Union in~Kazakhstan’s critical minerals, "
            "and risks to Russia",
            ru,
        ),
        basis=(
            Text(
                words(
                    "Подготовлено по открытым источникам. Помета [1.24]~— источник~1, абзац~24 (приложение~2).",
                    "Prepared from open sources. A mark such as [1.24] means source~1, paragraph~24, and links to annex~2.",
                    ru,
                )
            ),
        ),
    )
