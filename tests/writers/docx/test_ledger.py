"""The ledger as a draft holds it, and as it is read again: of this release and of older ones."""

from __future__ import annotations

import json

from briefgen.writers.docx.ledger import Ledger, ledger_from, ledger_words
from briefgen.writers.docx.slots import Slot

SLOTS = (
    Slot("points/movers", "points/movers", "text", "Words", "Key points", prefix="1. "),
    Slot("figures/q-1/0", "figures/q-1", "figure", "25", "Figures: Number", 0),
    Slot("head/title", "other", "text", "Title", "title"),
)
LEDGER = Ledger("en", "9" * 64, "2026-02-27", SLOTS, ("Caption",), (), (("table_figures", "table-figures", "1"),))


def test_what_was_written_is_read_again() -> None:
    assert ledger_from(ledger_words(LEDGER)) == LEDGER


def test_an_item_that_the_id_names_is_a_sign() -> None:
    items = [entry[1] for entry in json.loads(ledger_words(LEDGER))["slots"]]
    assert items == [".", "..", "other"]


def test_a_ledger_that_gives_each_item_in_full_is_read_too() -> None:
    value = json.loads(ledger_words(LEDGER))
    value["slots"] = [list(slot) for slot in SLOTS]
    assert ledger_from(json.dumps(value)) == LEDGER
