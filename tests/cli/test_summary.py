"""What `build` tells of a brief."""

from __future__ import annotations

from briefgen.cli.summary import needs_attention, summary_of
from briefgen.diagnostics import Diagnostic
from briefgen.model import Brief, Origin, PassedOver, Source, Translation

SOURCE = Source(1, "a", "a.txt", "ru", "Заголовок", None, Origin(), "", 12)


def brief(diagnostics: tuple[Diagnostic, ...] = (), translations: tuple[Translation, ...] = ()) -> Brief:
    passed_over = (PassedOver(1, 3, "caption"), PassedOver(1, 5, "caption"), PassedOver(1, 12, "background"))
    return Brief("RU", "2026-02-27", (SOURCE,), (), (), (), (), (), (), diagnostics, translations, passed_over)


def test_paragraphs_are_counted_with_the_reason_for_passing_them_over() -> None:
    told = (
        "1. a.txt: 9 of 12 paragraphs used; 1 passed over as background and links to other articles; 2 passed over as captions of pictures."
    )
    assert told in summary_of(brief(), ["ru"]).splitlines()


def test_doubts_are_counted_by_kind_the_commonest_first() -> None:
    doubts = (Diagnostic("b", hint="look"), Diagnostic("a", hint="one"), Diagnostic("a", hint="two"), Diagnostic("c"))
    assert summary_of(brief(doubts), ["ru"]).splitlines()[-4:] == [
        "For a person's eye:",
        "    2  a: for example, one",
        "    1  b: look",
        "    1  c",
    ]


def test_passages_without_a_translation_are_counted() -> None:
    assert "Not translated (en): 1 passage" in summary_of(brief(), ["ru", "en"])
    done = Translation("Заголовок", "en", "Title", "memory")
    assert "Not translated" not in summary_of(brief(translations=(done,)), ["ru", "en"])


def test_a_remark_is_no_warning() -> None:
    assert needs_attention([Diagnostic("a")])
    assert not needs_attention([Diagnostic("a", severity="info")])
