"""Annexes of the sample report: sources, a checklist and a long table of evidence."""

from __future__ import annotations

from briefgen.blocks import (
    Block,
    Column,
    Foreign,
    Heading,
    Inline,
    LineBreak,
    Link,
    Listing,
    ListItem,
    Mark,
    PageBreak,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from tests.writers.sample_words import words

EVIDENCE_ROWS = 60


def annexes(ru: bool) -> tuple[Block, ...]:
    return (
        PageBreak(),
        Heading(1, "", words("Приложение 1. Источники", "Annex 1. Sources", ru), "sources"),
        Listing(
            (
                ListItem(
                    (
                        Text(
                            words(
                                "Страны Запада хотят получить доступ к редкоземельным металлам Казахстана.~— Текст: электронный.~— 27~"
                                "февраля 2026~г.~— URL: ",
                                "Western countries want access to Kazakhstan’s rare-earth metals. 27~February 2026. URL: ",
                                ru,
                            )
                        ),
                        Link("https://example.org/articles/2026/02/27/rare-earths", "https://example.org/articles/2026/02/27/rare-earths"),
                    ),
                    "source-1",
                ),
            ),
            "numbered",
        ),
        Paragraph((Text(words("Файл: 43~абзаца; прочитан полностью.", "File: 43~paragraphs; read in full.", ru)),), "small"),
        Listing(
            (
                ListItem((Text(words("сверить годы в~квадратных скобках;", "compare the years in square brackets;", ru)),)),
                ListItem((Text(words("указать валюту суммы 10~млрд.", "state the currency of the 10~billion.", ru)),)),
            ),
            "checklist",
        ),
        Heading(1, "", words("Приложение 2. Подтверждения", "Annex 2. Evidence", ru), "evidence"),
        Paragraph(
            (
                Text(
                    words(
                        "Предложения источника приведены дословно; выделены слова, из которых взят факт. См. ",
                        "Sentences of the source word for word; the words of the fact stand out. See ",
                        ru,
                    )
                ),
                Link(words("раздел~3", "section~3", ru), "#figures"),
                Text("."),
            ),
            "note",
        ),
        _evidence(ru),
    )


def _evidence(ru: bool) -> Table:
    return Table(
        "evidence",
        tuple(map(Column, ("Абз.", "Предложение источника", "Код и факт") if ru else ("Para.", "Sentence of the source", "Code and fact"))),
        tuple(_evidence_row(number, ru) for number in range(1, EVIDENCE_ROWS + 1)),
        words("Подтверждения по абзацам", "Evidence by paragraph", ru),
    )


def _evidence_row(number: int, ru: bool) -> Row:
    sentence: tuple[Inline, ...] = (
        Text("В\u00a0числе наиболее приоритетных ресурсов министр выделил "),
        Strong("уран, титан, кремний и\u00a0рений"),
        Text(". Из них почти 800\u00a0тысяч тонн располагаются на участке Куйректыколь." if number % 3 else "."),
    )
    if not ru:
        sentence = (Foreign("".join(part.text for part in sentence if isinstance(part, Text | Strong)), "ru"),)
    return Row(
        (
            (Strong(f"1.{number}"),),
            sentence,
            (Mark(f"q-{number:06x}"), LineBreak(), Text(words("почти 800~тыс.~т", "nearly 800,000~tonnes", ru))),
        ),
        anchor=f"e-1-{number}",
    )
