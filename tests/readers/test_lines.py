"""Lines with their places become paragraphs."""

from __future__ import annotations

import pytest

from briefgen.readers.lines import Line, join_lines, without_running_lines


def page(*texts: str, size: float = 10, left: float = 50, rights: tuple[float, ...] = ()) -> list[Line]:
    ends = rights or (500,) * len(texts)
    return [Line(text, left, end, 700 - 14 * row, size) for row, (text, end) in enumerate(zip(texts, ends, strict=True))]


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (("в Великобри-", "тании подписали"), "в Великобритании подписали"),
        (("в Великобри\u00ad", "тании подписали"), "в Великобритании подписали"),
        (("программ социально-", "экономических и"), "программ социально-экономических и"),
        (("министр Кошер-", "баев заявил"), "министр Кошербаев заявил"),
        (("город Алма-", "Ата был"), "город Алма-Ата был"),
        (("Евросоюз —", "крупнейший инвестор"), "Евросоюз — крупнейший инвестор"),
    ],
)
def test_a_hyphen_at_a_line_end_goes_unless_it_is_the_words_own(lines: tuple[str, str], text: str) -> None:
    assert join_lines([page(*lines)]) == [text]


def test_the_rest_of_the_text_shows_whose_a_hyphen_is() -> None:
    assert join_lines([page("a well-", "known man and a well-known city")]) == ["a well-known man and a well-known city"]


def test_white_space_above_begins_a_paragraph() -> None:
    lines = page("Первая строка абзаца", "вторая строка абзаца", "третья строка")
    lower = [*lines[:2], Line("после пробела", 50, 500, 640, 10), Line("и далее", 50, 500, 626, 10)]
    assert join_lines([lower]) == ["Первая строка абзаца вторая строка абзаца", "после пробела и далее"]


def test_another_size_begins_a_paragraph() -> None:
    assert join_lines([[Line("Заголовок", 50, 500, 714, 18), *page("текст", "ещё текст")]]) == ["Заголовок", "текст ещё текст"]


def test_a_much_shorter_line_is_a_heading() -> None:
    assert join_lines([page("Обзор", "длинная строка", "и ещё", rights=(100, 500, 500))]) == ["Обзор", "длинная строка и ещё"]


def test_an_indented_line_after_a_full_stop_begins_a_paragraph() -> None:
    lines = page("строка до конца.", "дальше", "строка до конца.")
    indented = Line("Новый абзац", 70, 500, 700 - 14 * 3, 10)
    assert join_lines([[*lines, indented]]) == ["строка до конца. дальше строка до конца.", "Новый абзац"]


def test_a_new_page_begins_a_paragraph_only_after_a_sentence() -> None:
    assert join_lines([page("конец."), page("Начало")]) == ["конец.", "Начало"]
    assert join_lines([page("середина"), page("предложения")]) == ["середина предложения"]


def test_lines_that_most_pages_repeat_are_running_lines() -> None:
    pages = [
        page("Вестник № 5", f"Текст страницы {word}", "другая строка", f"еще {word}", f"стр. {number}") for number, word in enumerate("абв")
    ]
    assert [[line.text for line in left] for left in without_running_lines(pages)] == [
        [f"Текст страницы {word}", "другая строка", f"еще {word}"] for word in "абв"
    ]


def test_a_single_page_keeps_all_but_its_number() -> None:
    assert [line.text for line in without_running_lines([page("Заголовок", "текст", "— 3 —")])[0]] == ["Заголовок", "текст"]
