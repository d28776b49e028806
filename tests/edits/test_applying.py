"""Edits on a report: words in their language, figures, terms, deletions and order in both, the other edition told of what it lacks."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefgen.blocks import Citations, Control, Heading, Listing, Report, Table
from briefgen.edits.edit import Edit
from briefgen.writers.docx.slots import plain, unify
from tests.edits.drafts import draft, pulled, report_of, small_brief
from tests.report_text import text_of


def table(report: Report, name: str) -> Table:
    return next(block for block in report.blocks if isinstance(block, Table) and block.name == name)


def first_ids(report: Report, name: str) -> list[str]:
    return [row.ids[0] for row in table(report, name).rows]


def limits_of(report: Report) -> str:
    return "\n".join(unify(" ".join(plain(cell) for cell in row.cells)) for row in table(report, "limits").rows)


@pytest.mark.parametrize("language", ["ru", "en"])
def test_no_edits_change_nothing(language):
    assert report_of(language, ()).report == report_of(language).report


def test_words_are_changed_in_their_own_language_alone():
    edit = Edit("text", "heading/risks", "ru", "Риски для России", "Угрозы России")
    assert any(isinstance(block, Heading) and block.text == "Угрозы России" for block in report_of("ru", (edit,)).report.blocks)
    assert "Угрозы" not in text_of(report_of("en", (edit,)).report)


def test_a_changed_sentence_marks_its_twin():
    edit = Edit("text", "heading/risks", "ru", "Риски для России", "Угрозы России")
    applied = report_of("en", (edit,)).report
    assert [(comment.id, comment.code, comment.sentence) for comment in applied.comments if comment.code == "twin"] == [
        ("heading/risks", "twin", "Угрозы России")
    ]
    assert "not compared yet: 1" in limits_of(applied)


def test_a_twin_that_was_edited_too_is_not_marked():
    edits = (
        Edit("text", "heading/risks", "ru", "Риски для России", "Угрозы России"),
        Edit("text", "heading/risks", "en", "Risks to Russia", "Threats to Russia"),
    )
    assert not [comment for comment in report_of("en", edits).report.comments if comment.code == "twin"]


def test_a_twin_that_a_person_looked_at_is_not_marked():
    edits = (
        Edit("text", "heading/risks", "ru", "Риски для России", "Угрозы России"),
        Edit("answer", "heading/risks", "en", "twin", "resolved"),
    )
    assert not [comment for comment in report_of("en", edits).report.comments if comment.code == "twin"]


def test_citations_keep_their_links_when_the_words_around_them_change():
    old = plain(next(block for block in report_of("ru").report.blocks if isinstance(block, Listing)).items[0].inlines)
    edit = Edit("text", "points/movers", "ru", old, old.replace("имеют", "заявили"))
    items = next(block for block in report_of("ru", (edit,)).report.blocks if isinstance(block, Listing)).items
    before = next(block for block in report_of("ru").report.blocks if isinstance(block, Listing)).items
    assert "заявили" in plain(items[0].inlines)
    cited = [inline for inline in items[0].inlines if isinstance(inline, Citations)]
    assert cited == [inline for inline in before[0].inlines if isinstance(inline, Citations)] != []


def test_a_citation_that_a_person_typed_is_linked():
    old = plain(next(block for block in report_of("ru").report.blocks if isinstance(block, Listing)).items[0].inlines)
    edit = Edit("text", "points/movers", "ru", old, "Коротко [1.2].")
    items = next(block for block in report_of("ru", (edit,)).report.blocks if isinstance(block, Listing)).items
    assert [inline.text for inline in items[0].inlines] == ["Коротко ", "[1.2]", "."]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_deleted_row_is_gone_in_both_languages(language):
    applied = report_of(language, (Edit("delete", "figures/q-xxx", "ru"),))
    assert "figures/q-xxx" in first_ids(report_of(language).report, "figures")
    assert "figures/q-xxx" not in first_ids(applied.report, "figures")
    assert applied.unplaced == ()


@pytest.mark.parametrize("language", ["ru", "en"])
def test_order_is_changed_in_both_languages(language):
    before = first_ids(report_of(language).report, "figures")
    applied = report_of(language, (Edit("move", before[0], "ru", after=before[-1]),))
    assert first_ids(applied.report, "figures") == [*before[1:], before[0]]


@pytest.mark.parametrize("language", ["ru", "en"])
def test_a_copied_row_stands_twice(language):
    before = first_ids(report_of(language).report, "figures")
    applied = report_of(language, (Edit("copy", f"copy/{before[0]}", "ru", after=before[-1]),))
    assert first_ids(applied.report, "figures") == [*before, f"copy/{before[0]}"]


@pytest.mark.parametrize(("language", "term"), [("ru", "весьма вероятно"), ("en", "highly likely")])
def test_a_chosen_term_is_printed_in_both_languages_with_its_key(language, term):
    risk = first_ids(report_of("ru").report, "risks")[0]
    text = text_of(report_of(language, (Edit("choice", f"{risk}/likelihood", "ru", new="highly-likely"),)).report)
    assert term in text.replace("⍽", " ")
    assert "PHIA" in text


@pytest.mark.parametrize(("language", "amount"), [("ru", "5 млрд фунтов"), ("en", "£5 billion")])
def test_a_corrected_figure_is_printed_everywhere_and_marked(language, amount):
    edit = Edit(
        "figure", "q-gbp", "ru", "4 млрд", "5 млрд", value="5000000000", unit="GBP", qualifier="exact", confirmed=True, reason="опечатка"
    )
    report = report_of(language, (edit,)).report
    text = text_of(report).replace("⍽", " ")
    old = text_of(report_of(language).report).replace("⍽", " ")
    was = amount.replace("5", "4")
    assert old.count(was) > 0
    body = text[: text.index("Достоверность" if language == "ru" else "Confidence")]
    assert was not in body
    assert amount in body
    assert ("исправлено вручную" if language == "ru" else "corrected by hand") in body.replace("\u00a0", " ")
    assert "опечатка" in limits_of(report)


def test_the_assessment_is_printed_in_its_language():
    report = report_of("ru", (Edit("written", "assessment", "ru", new="Первый вывод.\nВторой."),)).report
    control = next(block for block in report.blocks if isinstance(block, Control))
    assert plain(control.inlines) == "Первый вывод.\nВторой."


def test_the_assessment_awaits_translation_in_the_other_edition():
    report = report_of("en", (Edit("written", "assessment", "ru", new="Первый вывод."),)).report
    control = next(block for block in report.blocks if isinstance(block, Control))
    assert unify(plain(control.inlines)) == "«Первый вывод.» [not translated]"
    place = next(number for number, block in enumerate(report.blocks) if isinstance(block, Heading) and block.anchor == "awaiting")
    listing = report.blocks[place + 1]
    assert isinstance(listing, Listing)
    assert plain(listing.items[-1].inlines) == "«Первый вывод.»"


def test_both_editions_may_have_an_assessment_of_their_own():
    edits = (Edit("written", "assessment", "ru", new="Вывод."), Edit("written", "assessment", "en", new="Conclusion."))
    for order in (edits, edits[::-1]):
        control = next(block for block in report_of("en", order).report.blocks if isinstance(block, Control))
        assert plain(control.inlines) == "Conclusion."


def test_a_new_paragraph_stands_where_it_was_put():
    edit = Edit("insert", "new/abc", "ru", new="Справочно.", after="heading/risks")
    blocks = report_of("ru", (edit,)).report.blocks
    place = next(number for number, block in enumerate(blocks) if isinstance(block, Heading) and block.anchor == "risks")
    assert plain(blocks[place + 1].inlines) == "Справочно."
    other = report_of("en", (edit,)).report.blocks
    place = next(number for number, block in enumerate(other) if isinstance(block, Heading) and block.anchor == "risks")
    assert unify(plain(other[place + 1].inlines)) == "«Справочно.» [not translated]"


def test_an_edit_whose_item_is_gone_is_told_and_not_applied():
    edit = Edit("text", "figures/q-gone/0", "ru", "старое", "новое")
    applied = report_of("ru", (edit,))
    assert applied.unplaced == (edit,)
    assert applied.report == report_of("ru").report


def test_an_edit_outlives_a_merge_of_its_fact():
    brief = small_brief()
    quantities = tuple(
        replace(item, fact=replace(item.fact, id="q-first"), also=("q-xxx",)) if item.fact.id == "q-xxx" else item
        for item in brief.quantities
    )
    applied = report_of("ru", (Edit("delete", "figures/q-xxx", "ru"),), replace(brief, quantities=quantities))
    assert applied.unplaced == ()
    assert "figures/q-first" not in first_ids(applied.report, "figures")


def test_words_under_an_edit_that_changed_are_told():
    edit = Edit("text", "heading/risks", "ru", "Риски для Китая", "Угрозы")
    comments = report_of("ru", (edit,)).report.comments
    assert [(comment.code, comment.sentence) for comment in comments if comment.id == "heading/risks"] == [
        ("base-changed", "Риски для России")
    ]


def test_an_inserted_paragraph_can_be_changed_and_taken_back_later():
    word = draft()
    word.add("Абзац.", after="heading/risks")
    kept = pulled(word.save()).edits
    from tests.edits.drafts import docx_of
    from tests.edits.word import WordDraft

    second = WordDraft(docx_of(replace(report_of("ru", kept).report, brief_number="beef" * 16)))
    tag = kept[0].id
    second.type(tag, "Другой абзац.")
    changed = pulled(second.save(), kept).edits
    assert [(edit.kind, edit.new) for edit in changed] == [("insert", "Другой абзац.")]
    second.delete(tag)
    assert pulled(second.save(), changed).edits == ()
