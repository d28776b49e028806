"""Figure: a number with its unit as found among the lexemes, before it becomes a Quantity; and Reading, the text it was found in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from briefgen.extract.quantities.lexicon import Lexicon
from briefgen.language.lexemes import Lexeme

_ENDS = frozenset(".!?…")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text cut into lexemes, with the word lists of its language."""

    text: str
    lexemes: Sequence[Lexeme]
    lexicon: Lexicon

    def norm(self, index: int) -> str:
        """The word at an index, "" outside the text."""
        return self.lexemes[index].norm if 0 <= index < len(self.lexemes) else ""

    def is_glued(self, index: int) -> bool:
        """Whether no space stands before the lexeme."""
        return 0 < index < len(self.lexemes) and self.lexemes[index].gap == ""

    def is_break(self, index: int) -> bool:
        """Whether a sentence ends between the lexeme and the one before it."""
        if not 0 < index < len(self.lexemes):
            return True
        lexeme, previous = self.lexemes[index], self.lexemes[index - 1]
        if lexeme.gap == "\n":
            return True
        return previous.text in _ENDS and (lexeme.text[0].isupper() or lexeme.kind == "number" or lexeme.text in "«\"“")


@dataclass(frozen=True, slots=True)
class Figure:
    """Lexemes `first` to `stop` (half-open). `unit` is "" where none is stated, a family such as "dollar" where the country is open.

    `scale` is what the number was multiplied by; `per` are the words of a price or rate behind it («за мегаватт в час»), which end before `resume`.
    """

    first: int
    stop: int
    value: Decimal
    unit: str
    rule: str
    upper: Decimal | None = None
    scale: Decimal = Decimal(1)
    qualifier: str = "exact"
    per: str = ""
    resume: int = 0
    is_worded: bool = False
    equivalent_of: int | None = None
