"""A risk -> the two places where a person rates it: likelihood on the PHIA yardstick, impact in three steps."""

from __future__ import annotations

from collections.abc import Iterator

from briefgen.blocks import Choice, Inlines, LineBreak, Text
from briefgen.compose.edition import Edition
from briefgen.translation.catalogs import Catalog

# Professional Head of Intelligence Assessment, probability yardstick (gov.uk, "Explaining Uncertainty in UK Intelligence Assessment");
# the gaps between the bands are meant. Key, lower and upper bound in per cent.
YARDSTICK = (
    ("remote-chance", 0, 5),
    ("highly-unlikely", 10, 20),
    ("unlikely", 25, 35),
    ("realistic-possibility", 40, 50),
    ("likely", 55, 75),
    ("highly-likely", 80, 90),
    ("almost-certain", 95, 100),
)
IMPACTS = ("low", "medium", "high")


def rating(edition: Edition, item: str) -> Inlines:
    """Likelihood and impact, empty until a person chooses: no text gives ground for a probability."""
    words = edition.words
    prompt = words.text("choose")
    likelihood = tuple((key, words.text(key, context="likelihood")) for key, _, _ in YARDSTICK)
    impact = tuple((key, words.text(key, context="impact")) for key in IMPACTS)
    return (
        Text(words.text("likelihood") + ":\u00a0"),
        Choice(f"{item}/likelihood", words.text("likelihood"), likelihood, prompt),
        LineBreak(),
        Text(words.text("impact") + ":\u00a0"),
        Choice(f"{item}/impact", words.text("impact"), impact, prompt),
    )


def terms(words: Catalog) -> Iterator[tuple[str, str]]:
    """All terms that a person may choose: key and words."""
    yield from ((key, words.text(key, context="likelihood")) for key, _, _ in YARDSTICK)
    yield from ((key, words.text(key, context="impact")) for key in IMPACTS)


def key_of_ratings(words: Catalog) -> str:
    """The yardstick in a line, for a note under the table once somebody has chosen a term from it."""
    bands = (f"{words.text(key, context='likelihood')} {low}\u2013{high}\u00a0%" for key, low, high in YARDSTICK)
    return words.text("Likelihood after the PHIA yardstick:") + " " + "; ".join(bands) + "."
