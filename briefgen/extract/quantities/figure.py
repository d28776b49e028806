"""Figure: a number with its unit as found among the lexemes, before it becomes a Quantity; and Reading, the text it was found in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from briefgen.extract.quantities.lexicon import Lexicon
from briefgen.language import lexemes

Reading: TypeAlias = lexemes.Reading[Lexicon]


@dataclass(frozen=True, slots=True)
class Figure:
    """Lexemes `first` to `stop` (half-open). `unit` is "" where none is stated, a family such as "dollar" where the country is open.

    `scale` is what the number was multiplied by; `per` the words of a price or rate behind it («за баррель»), which end before `resume`.
    `is_vague` for «пара» and inverted numbers, which are about their value; `is_fraction` for «две пятых» and 3/4.
    `equivalent_of` is the first lexeme of the amount that this one converts.
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
    is_vague: bool = False
    is_fraction: bool = False
    equivalent_of: int | None = None
