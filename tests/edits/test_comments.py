"""Comments on items that need a person: where they stand, what they say, and what comes back when somebody answers them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from briefgen.blocks import Heading, Listing
from briefgen.compose.checklist import with_checklist
from briefgen.writers.docx.slots import plain
from tests.edits.drafts import docx_of, draft, edited, pulled, report_of
from tests.edits.word import WHEN, WHO, W, WordDraft
from tests.writers.docx.opened import find, tree, values

W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
EXTENDED = "word/commentsExtended.xml"


def codes(language: str) -> dict[str, str]:
    return {f"{comment.code} {comment.id}": comment.sentence for comment in report_of(language).report.comments}


def number_of(word: WordDraft, part_of_text: str) -> str:
    """The number of the first comment with these words."""
    root = etree.fromstring(word.parts["word/comments.xml"])
    return next(comment.get(f"{W}id") for comment in root if part_of_text in "".join(comment.itertext()))


def reply(word: WordDraft, number: str, text: str) -> None:
    """A reply as Word keeps it: a comment of its own, its parent told in commentsExtended.xml by the ids of paragraphs."""
    root = etree.fromstring(word.parts["word/comments.xml"])
    asked = next(comment for comment in root if comment.get(f"{W}id") == number)
    list(asked.iter(f"{W}p"))[-1].set(f"{{{W14}}}paraId", "1A2B3C4D")
    answer = etree.SubElement(root, f"{W}comment", {f"{W}id": "500", f"{W}author": WHO, f"{W}date": WHEN})
    paragraph = etree.SubElement(answer, f"{W}p", {f"{{{W14}}}paraId": "5A6B7C8D"})
    etree.SubElement(etree.SubElement(paragraph, f"{W}r"), f"{W}t").text = text
    word.parts["word/comments.xml"] = etree.tostring(root)
    told(word, '<w15:commentEx w15:paraId="1A2B3C4D" w15:done="0"/>', '<w15:commentEx w15:paraId="5A6B7C8D" w15:paraIdParent="1A2B3C4D"/>')


def told(word: WordDraft, *states: str) -> None:
    """What Word says of the state of comments."""
    word.parts[EXTENDED] = f'<w15:commentsEx xmlns:w15="{W15}">{"".join(states)}</w15:commentsEx>'.encode()


def resolve(word: WordDraft, number: str) -> None:
    reply(word, number, "x")
    root = etree.fromstring(word.parts["word/comments.xml"])
    root.remove(root[-1])
    word.parts["word/comments.xml"] = etree.tostring(root)
    told(word, '<w15:commentEx w15:paraId="1A2B3C4D" w15:done="1"/>')


def remove(word: WordDraft, number: str) -> None:
    root = etree.fromstring(word.parts["word/comments.xml"])
    root.remove(next(comment for comment in root if comment.get(f"{W}id") == number))
    word.parts["word/comments.xml"] = etree.tostring(root)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ru", "currency-not-stated figures/q-xxx"),
        ("ru", "year-inferred timeline/i-2"),
        ("ru", "single-source head/title"),
        ("en", "name-transliterated experts/s-risk"),
        ("en", "translation-missing experts/officials"),
    ],
)
def test_an_item_that_needs_a_person_has_a_comment(language, expected):
    assert expected in codes(language)


def test_a_comment_holds_the_sentence_of_the_source():
    assert codes("ru")["currency-not-stated figures/q-xxx"] == "Брюссель выделит 10 миллиардов на дороги."


def test_word_shows_the_comment_on_the_item():
    document = tree(docx_of(report_of("ru").report))
    starts = values(document, ".//w:sdt[w:sdtPr/w:tag/@w:val='figures/q-xxx/0']//w:commentRangeStart/@w:id")
    assert len(starts) == 1
    assert values(document, f".//w:commentReference[@w:id='{starts[0]}']/@w:id") == starts
    comments = tree(docx_of(report_of("ru").report), "word/comments.xml")
    assert set(values(comments, "w:comment/@w:author")) == {"briefgen"}
    assert set(values(comments, "w:comment/@w:date")) == {"2026-02-27T00:00:00Z"}
    assert len(find(document, ".//w:commentRangeStart")) == len(find(comments, "w:comment"))


@pytest.mark.parametrize(("act", "said"), [(reply, "евро, уточнено"), (resolve, "resolved"), (remove, "removed")])
def test_an_answered_comment_comes_back_and_is_not_made_again(act, said):
    word = draft()
    number = number_of(word, "нет валюты")
    act(word, number, said) if act is reply else act(word, number)
    edit = edited(word)["answer figures/q-xxx"]
    assert (edit.old, edit.new) == ("currency-not-stated", said)
    again = report_of("ru", (edit,)).report
    assert not [comment for comment in again.comments if comment.code == "currency-not-stated"]


def test_a_persons_own_comment_is_kept_for_the_next_draft():
    word = draft()
    root = etree.fromstring(word.parts["word/comments.xml"])
    own = etree.SubElement(root, f"{W}comment", {f"{W}id": "700", f"{W}author": WHO, f"{W}date": WHEN})
    etree.SubElement(etree.SubElement(etree.SubElement(own, f"{W}p"), f"{W}r"), f"{W}t").text = "Спросить у отдела."
    word.parts["word/comments.xml"] = etree.tostring(root)
    start = etree.Element(f"{W}commentRangeStart", {f"{W}id": "700"})
    word.control("heading/risks").addprevious(start)
    kept = pulled(word.save()).edits
    assert [(edit.kind, edit.id, edit.new, edit.who) for edit in kept] == [("comment", "heading/risks", "Спросить у отдела.", WHO)]
    again = WordDraft(docx_of(replace(report_of("ru", kept).report, brief_number="beef" * 16)))
    assert pulled(again.save(), kept).edits == kept
    assert "Спросить у отдела." in "".join(etree.fromstring(again.parts["word/comments.xml"]).itertext())


def test_the_reason_for_a_correction_may_stand_in_a_comment():
    word = draft()
    reply(word, number_of(word, "нет валюты"), "Минфин уточнил сумму.")
    word.exchange("figures/q-xxx/1", "10", "12")
    edit = edited(word, confirm={"q-xxx": ""})["figure q-xxx"]
    assert (edit.value, edit.reason) == ("12000000000", "Минфин уточнил сумму.")


@pytest.mark.parametrize("language", ["ru", "en"])
def test_the_checklist_names_each_comment(language):
    report = report_of(language).report
    head, listing = with_checklist(report).blocks[-2:]
    assert isinstance(head, Heading)
    assert isinstance(listing, Listing)
    assert listing.role == "checklist"
    assert len(listing.items) == len(report.comments)
    texts = [plain(item.inlines) for item in listing.items]
    assert all(any(comment.text in text for text in texts) for comment in report.comments)
