"""What a person does to a draft in Word comes back as edits, each with its old and new words, and nothing else does."""

from __future__ import annotations

import pytest

from briefgen.diagnostics import InputError, UsageError
from tests.edits.drafts import draft, edited, pristine, pulled
from tests.edits.word import WHEN, WHO, W

LABEL = "figures/q-xxx/0"


@pytest.mark.parametrize("language", ["ru", "en"])
def test_an_untouched_draft_has_no_edits(language):
    found = pulled(pristine(language))
    assert (found.edits, found.changes, found.refused, found.pending, found.untaken) == ((), (), (), (), ())


def test_the_draft_has_what_these_tests_change():
    tags = draft().tags()
    for tag in (LABEL, "points/movers", "points/risks", "heading/risks", "partners/GB/1", "assessment", "head/title"):
        assert tag in tags


def test_changed_words_come_back_as_old_and_new():
    word = draft()
    word.type("heading/risks", "Угрозы России")
    edit = edited(word)["text heading/risks"]
    assert (edit.old, edit.new, edit.language) == ("Риски для России", "Угрозы России", "ru")


def test_who_and_when_are_the_documents():
    word = draft()
    word.type("heading/risks", "Угрозы России")
    edit = pulled(word.save()).changes[0]
    assert (edit.who, edit.when) == (WHO, WHEN)


def test_words_typed_behind_a_control_are_its_items():
    word = draft()
    word.append("points/risks", " Добавлено.")
    assert edited(word)["text points/risks"].new.endswith(" Добавлено.")


def test_a_changed_label_comes_back():
    word = draft()
    word.type(LABEL, "Дороги")
    assert edited(word)[f"text {LABEL}"].new == "Дороги"


def test_a_control_that_was_removed_is_known_by_its_bookmark():
    word = draft()
    word.type("heading/risks", "Угрозы России")
    word.unwrap("heading/risks")
    assert edited(word)["text heading/risks"].new == "Угрозы России"


def test_a_chosen_term_comes_back_as_its_key():
    word = draft()
    tag = next(tag for tag in word.tags() if tag.endswith("/likelihood"))
    word.choose(tag, "весьма вероятно")
    assert edited(word)[f"choice {tag}"].new == "highly-likely"


@pytest.mark.parametrize(("tag", "item"), [("points/movers", "points/movers"), ("figures/q-xxx/0", "figures/q-xxx")])
def test_a_deleted_item_comes_back(tag, item):
    word = draft()
    word.delete(tag)
    assert list(edited(word)) == [f"delete {item}"]


def test_an_item_whose_words_are_all_gone_is_deleted():
    word = draft()
    word.empty("points/movers")
    assert list(edited(word)) == ["delete points/movers"]


def test_an_emptied_cell_is_a_cell_without_words():
    word = draft()
    word.empty("partners/GB/1")
    assert edited(word)["text partners/GB/1"].new == ""


def test_a_moved_item_is_told_with_its_neighbour():
    word = draft()
    word.move("points/movers", after="points/risks")
    edits = edited(word)
    assert list(edits) == ["move points/movers"]
    assert edits["move points/movers"].after == "points/risks"


def test_an_item_pasted_twice_is_a_copy():
    word = draft()
    word.paste("figures/q-gbp/0", after="figures/q-xxx/0")
    edits = edited(word)
    assert list(edits) == ["copy copy/figures/q-gbp"]
    assert edits["copy copy/figures/q-gbp"].after == "figures/q-xxx"


def test_a_new_paragraph_is_told_with_what_stands_before_it():
    word = draft()
    word.add("Справочно: новый абзац.", after="heading/risks")
    (edit,) = edited(word).values()
    assert (edit.kind, edit.new, edit.after) == ("insert", "Справочно: новый абзац.", "heading/risks")


def test_a_new_row_comes_back_with_its_cells():
    word = draft()
    word.add_row(["Порты", "3", "шт.", "Казахстан", "—", ""], after="figures/q-gbp/0")
    (edit,) = edited(word).values()
    assert (edit.kind, edit.after, edit.cells[:3]) == ("insert", "figures/q-gbp", ("Порты", "3", "шт."))


def test_the_assessment_comes_back_with_its_paragraphs():
    word = draft()
    word.type("assessment", "Первый вывод.")
    word.add("Второй вывод.", after="assessment")
    edit = edited(word)["written assessment"]
    assert edit.new == "Первый вывод.\nВторой вывод."


def test_tracked_changes_wait_until_somebody_decides():
    word = draft()
    word.track("heading/risks", "Риски", "Угрозы")
    found = pulled(word.save())
    assert found.changes == ()
    assert [(edit.id, edit.new) for edit in found.pending] == [("heading/risks", "Угрозы для России")]
    assert not found.is_whole


def test_tracked_changes_are_taken_on_request():
    word = draft()
    word.track("heading/risks", "Риски", "Угрозы")
    assert edited(word, accept=True)["text heading/risks"].new == "Угрозы для России"


def test_accepted_changes_are_edits_and_rejected_ones_are_none():
    accepted, rejected = draft(), draft()
    for word in (accepted, rejected):
        word.track("heading/risks", "Риски", "Угрозы")
        word.track_deleted("figures/q-xxx/0")
        word.track_deleted("points/movers")
    accepted.accept()
    rejected.reject()
    assert sorted(edited(accepted)) == ["delete figures/q-xxx", "delete points/movers", "text heading/risks"]
    assert edited(rejected) == {}


def test_a_deletion_that_waits_is_pending():
    word = draft()
    word.track_deleted("figures/q-xxx/0")
    word.track_deleted("points/movers")
    found = pulled(word.save())
    assert found.changes == ()
    assert [edit.id for edit in found.pending] == ["points/movers", "figures/q-xxx"]


def test_a_figure_of_the_source_is_not_changed_by_the_way():
    word = draft()
    word.exchange("figures/q-gbp/1", "4", "5")
    found = pulled(word.save())
    assert found.edits == ()
    assert [(refused.edit.id, refused.what) for refused in found.refused] == [("figures/q-gbp/1", "a figure of the source")]


@pytest.mark.parametrize(("old", "new"), [("млрд", "млн"), ("фунтов стерлингов", "долларов США")])
def test_a_unit_or_a_scale_is_part_of_the_figure(old, new):
    word = draft()
    word.exchange("figures/q-gbp/2", old, new)
    assert [refused.edit.id for refused in pulled(word.save()).refused] == ["figures/q-gbp/2"]


def test_a_figure_in_a_sentence_is_guarded_too():
    word = draft()
    word.type("points/sums", word.text("points/sums").replace("4", "7", 1))
    assert [refused.edit.id for refused in pulled(word.save()).refused] == ["points/sums"]


def test_words_around_a_figure_may_change():
    word = draft()
    word.type("points/sums", "Главное: " + word.text("points/sums"))
    assert list(edited(word)) == ["text points/sums"]


def test_a_word_inside_a_quotation_is_guarded():
    word = draft()
    tag = next(tag for tag in word.tags() if "это выгодно всем" in word.text(tag).replace("\u00a0", " "))
    word.type(tag, word.text(tag).replace("выгодно", "невыгодно"))
    assert [refused.edit.id for refused in pulled(word.save()).refused] == [tag]


def test_a_sentence_of_the_annex_is_the_sources():
    word = draft()
    tag = next(tag for tag in word.tags() if tag.startswith("evidence/i-"))
    word.type(tag, word.text(tag) + " И ещё.")
    assert [refused.what for refused in pulled(word.save()).refused] == ["a sentence of the source"]


def test_a_confirmed_figure_becomes_a_correction_of_the_fact():
    word = draft()
    word.exchange("figures/q-gbp/1", "4", "5")
    edit = edited(word, confirm={"q-gbp": "исправлено министерством"})["figure q-gbp"]
    assert (edit.value, edit.unit, edit.confirmed, edit.reason) == ("5000000000", "GBP", True, "исправлено министерством")


def test_a_confirmed_figure_in_a_sentence_corrects_the_fact_too():
    word = draft()
    word.type("points/sums", word.text("points/sums").replace("4", "7", 1))
    edit = edited(word, confirm={"points/sums": "опечатка источника"})
    assert list(edit) == ["figure q-gbp"]
    assert edit["figure q-gbp"].value == "7000000000"


def test_a_confirmed_quotation_stays_an_edit_of_words():
    word = draft()
    tag = next(tag for tag in word.tags() if "это выгодно всем" in word.text(tag).replace("\u00a0", " "))
    word.type(tag, word.text(tag).replace("выгодно", "невыгодно"))
    edit = edited(word, confirm={tag: "по стенограмме"})[f"text {tag}"]
    assert (edit.confirmed, edit.reason) == (True, "по стенограмме")


def test_a_confirmation_needs_a_reason():
    word = draft()
    word.exchange("figures/q-gbp/1", "4", "5")
    with pytest.raises(UsageError, match="say why"):
        pulled(word.save(), confirm={"q-gbp": ""})


def test_a_confirmation_holds_in_the_next_pull():
    word = draft()
    word.exchange("figures/q-gbp/1", "4", "5")
    kept = pulled(word.save(), confirm={"q-gbp": "исправлено"}).edits
    again = pulled(word.save(), kept)
    assert again.refused == ()
    assert again.edits == kept


def test_an_edit_taken_back_before_the_next_run_is_no_edit():
    word = draft()
    word.type("heading/risks", "Угрозы России")
    kept = pulled(word.save()).edits
    assert len(kept) == 1
    assert pulled(pristine("ru"), kept).edits == ()


def test_the_same_draft_pulled_twice_gives_the_same_edits():
    word = draft()
    word.type("heading/risks", "Угрозы России")
    word.delete("points/movers")
    kept = pulled(word.save()).edits
    assert pulled(word.save(), kept).edits == kept


def test_a_file_that_is_no_draft_is_refused():
    word = draft()
    del word.parts["customXml/item1.xml"]
    with pytest.raises(InputError, match="no draft that briefgen wrote"):
        pulled(word.save())


def test_a_draft_that_lost_its_controls_and_bookmarks_is_refused():
    word = draft()
    for child in list(word.body)[:-1]:
        word.body.remove(child)
    with pytest.raises(InputError, match="lost both their controls"):
        pulled(word.save())


def test_numbers_that_word_counted_anew_are_no_edits():
    word = draft()
    for run in word.body.iter(f"{W}r"):
        before = run.getprevious()
        if before is not None and (sign := before.find(f"{W}fldChar")) is not None and sign.get(f"{W}fldCharType") == "separate":
            run.find(f"{W}t").text = "27"
    assert edited(word) == {}


def test_fields_that_became_plain_words_are_no_edits():
    word = draft()
    for run in list(word.body.iter(f"{W}r")):
        if run.find(f"{W}fldChar") is not None or run.find(f"{W}instrText") is not None:
            run.getparent().remove(run)
    assert not [id for id in edited(word) if id.startswith("text points/")]


def test_a_reworded_point_keeps_its_reference_by_name():
    word = draft()
    word.exchange("points/against", "Возражения", "Возражают")
    assert "(табл.\u00a0{table-experts})" in edited(word)["text points/against"].new


def test_a_row_put_into_a_table_that_lost_all_others_comes_back():
    word = draft()
    rows = [tag for tag in word.tags() if tag.startswith("figures/") and tag.endswith("/0")]
    word.add_row(["Новое", "5", "млрд", "Казахстан", "—", "[1.4]"], after=rows[-1])
    for tag in rows:
        word.delete(tag)
    found = pulled(word.save())
    assert found.untaken == ()
    assert [edit.cells[0] for edit in found.changes if edit.kind == "insert"] == ["Новое"]
