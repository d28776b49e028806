"""The day of publication in the text's own head."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.readers.plain import read_plain

_DAY = date(2025, 10, 14)
_ENGLISH = (
    "Ankara and Baku widen their pipeline while Moscow is looking on\n{}\n\n"
    "{}The ministry said on 3 March 2024 that the work would cost a billion dollars.\n\nIt ends here."
)
_RUSSIAN = (
    "Анкара и Баку расширяют трубопровод, а Москва смотрит\n{}\n\n"
    "{}Министерство сообщило 3 марта 2024 года, что работы обойдутся в миллиард долларов.\n\nНа этом всё."
)

_STAMPS_EN = [
    "14 October 2025",
    "October 14, 2025",
    "Oct. 14, 2025, 10:35 am",
    "Tuesday, 14 October 2025",
    "2025-10-14",
    "14.10.2025",
    "14/10/2025",
    "Published: 14 October 2025",
    "First published on Tuesday, 14 October 2025",
    "Published 14 October 2025, 10:15 GMT",
    "Reuters | October 14, 2025",
    "By our correspondent, 14 October 2025",
    "London, 14 October 2025",
]
_STAMPS_RU = [
    "14 октября 2025",
    "14 октября 2025 года",
    "14 октября 2025 г., 10:35",
    "14.10.2025",
    "14.10.2025 10:35",
    "10:35, 14 октября 2025",
    "вторник, 14 октября 2025",
    "Опубликовано: 14.10.2025",
    "Дата публикации: 14 октября 2025 г.",
    "Пресс-служба министерства | 14 октября 2025",
    "Москва, 14 октября 2025 года",
    "14 октября 2025 года, 14:20, Москва",
]


@pytest.mark.parametrize(("text", "stamp"), [(_ENGLISH, stamp) for stamp in _STAMPS_EN] + [(_RUSSIAN, stamp) for stamp in _STAMPS_RU])
def test_a_stamp_under_or_above_the_title_gives_the_day(text: str, stamp: str) -> None:
    below = read_plain(text.format(stamp, "").encode(), "one.txt")
    above = read_plain(f"{stamp}\n\n{text.format('', '')}".encode(), "one.txt")
    assert below.published == above.published == _DAY
    assert below.title == above.title == text.split("\n")[0]
    assert [part.role for part in below.paragraphs[:3]] == ["title", "background", "text"]


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        (_ENGLISH, "LONDON, Oct 14, 2025 (Reuters) - "),
        (_ENGLISH, "BAKU, October 14, 2025 — "),
        (_RUSSIAN, "МОСКВА, 14 октября 2025 г. /ТАСС/. "),
        (_RUSSIAN, "БАКУ, 14 октября 2025 — РИА Новости. "),
    ],
)
def test_an_agency_s_dateline_gives_the_day(text: str, dateline: str) -> None:
    assert read_plain(text.format("", dateline).encode(), "one.txt").published == _DAY


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (_ENGLISH, ""),
        (_ENGLISH, "Updated 14 October 2025"),
        (_ENGLISH, "The deal of 14 October 2025"),
        (_ENGLISH, "Photo: the signing, 14 October 2025"),
        (_ENGLISH, "02/03/2026"),
        (_ENGLISH, "October 2025"),
        (_ENGLISH, "31 February 2025"),
        (_ENGLISH, "14 October 2025\n15 October 2025"),
        (_RUSSIAN, ""),
        (_RUSSIAN, "Обновлено: 14 октября 2025 года"),
        (_RUSSIAN, "Что решили 14 октября 2025 года"),
        (_RUSSIAN, "Фото: подписание, 14 октября 2025 года"),
        (_RUSSIAN, "Читайте также: договор от 14.10.2025"),
        (_RUSSIAN, "октябрь 2025"),
        (_RUSSIAN, "31 февраля 2025"),
    ],
)
def test_no_other_day_of_the_text_is_taken(text: str, line: str) -> None:
    assert read_plain(text.format(line, "").encode(), "one.txt").published is None


def test_what_is_known_from_elsewhere_wins() -> None:
    assert read_plain(_ENGLISH.format("14 October 2025", "").encode(), "one.txt", published=date(2026, 1, 1)).published == date(2026, 1, 1)
    dated = " date 2026-02-27 " + _ENGLISH.format("14 October 2025", "")
    assert read_plain(dated.encode(), "one.txt").published == date(2026, 2, 27)
