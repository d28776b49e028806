"""Long passages are cut at the end of a clause, with an ellipsis, never inside a number, a quotation or brackets."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.compose.passages import short

PAIRS = ("«»", "“”", "()")
word = st.sampled_from(("дорога", "страна", "о", "проект", "даст", "Лондон", "road", "the"))
number = st.sampled_from(("4,5", "10 000", "2,6 миллиона", "1,000,000", "22 из 36", "2026 года", "12.5"))
clause = st.lists(st.one_of(word, number), min_size=1, max_size=6).map(" ".join)
plain = st.lists(clause, min_size=1, max_size=4).map(", ".join)
wrapped = st.tuples(st.sampled_from((*PAIRS, '""')), plain).map(lambda item: item[0][0] + item[1] + item[0][1])
part = st.one_of(plain, wrapped, word)
passage = st.lists(st.tuples(part, st.sampled_from((" ", ", ", "; ", ": ", " и "))), min_size=1, max_size=12).map(
    lambda parts: "".join(words + joint for words, joint in parts).strip(" ,;:")
)
limit = st.integers(min_value=1, max_value=120)


@given(passage, limit)
def test_a_passage_is_whole_or_ends_with_an_ellipsis(text, limit):
    found = short(text, limit)
    assert found == text or (found.endswith("…") and text.startswith(found[:-1]))


@given(passage, limit)
def test_what_is_short_enough_is_whole(text, limit):
    assert len(text) > limit or short(text, limit) == text
    assert short(text, 0) == text


@given(passage, limit)
def test_a_cut_leaves_quotations_and_brackets_whole(text, limit):
    found = short(text, limit)
    assert all(found.count(one) == found.count(other) for one, other in PAIRS) and found.count('"') % 2 == 0


@given(passage, limit)
def test_a_cut_stands_at_the_end_of_a_clause_and_never_in_a_number(text, limit):
    found = short(text, limit)
    if found != text:
        rest = text[len(found) - 1 :]
        assert re.match(r"[,;:]\s|\s+[—–]\s", rest)
        assert re.findall(r"\d[\d.,]*", found[:-1]) == re.findall(r"\d[\d.,]*", text)[: len(re.findall(r"\d[\d.,]*", found[:-1]))]


@given(passage, limit)
def test_a_passage_never_grows(text, limit):
    assert len(short(text, limit)) <= len(text)


@given(passage, limit)
def test_a_shortened_passage_is_as_short_as_it_gets(text, limit):
    assert short(short(text, limit), len(short(text, limit))) == short(text, limit)


@pytest.mark.parametrize(
    ("text", "limit", "wanted"),
    [
        ("Лондон обещает построить дороги, мосты и порты во всех странах региона", 40, "Лондон обещает построить дороги…"),
        ("Лондон обещает построить дороги — и мосты во всех странах этого региона", 40, "Лондон обещает построить дороги…"),
        ("Добыто 4,5 миллиона тонн руды и всего остального за один только год", 30, None),
        ("В обзоре «Дороги, мосты, порты и станции» речь идёт обо всём остальном", 30, None),
        ("В обзоре (дороги, мосты, порты и станции) речь идёт обо всём остальном", 30, None),
        ("Одно предложение без всякого места для того чтобы его можно было разрезать", 30, None),
        ("Страны получат 10, 20 и 30 миллионов евро на дороги и прочие постройки", 20, None),
        ("Первая половина этого предложения намного длиннее, чем вся", 30, None),
        (
            "Первая половина этого предложения намного длиннее, чем вся вторая половина его",
            30,
            "Первая половина этого предложения намного длиннее…",
        ),
    ],
)
def test_where_a_passage_is_cut(text, limit, wanted):
    assert short(text, limit) == (wanted or text)
