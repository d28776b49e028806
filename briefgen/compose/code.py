"""The brief number -> a QR code for the head, by which a paper copy is found again in the manifest."""

from __future__ import annotations

from briefgen.blocks import Code
from briefgen.compose.edition import Edition

_CORRECTION = "l"  # ISO/IEC 18004: 7 % may be lost; the next level makes the code so wide that the title takes one line more
_UNKNOWN = "0" * 64  # takes the room of a SHA-256 while limits are searched and no number is known yet


def code_of(edition: Edition, brief_number: str) -> Code:
    """The code of a brief number as the metadata of each file have it; needs the package segno (extra `qr`).

    Always as bytes: a number of digits alone would make a smaller code, and page one would end elsewhere than it was measured to.
    """
    import segno

    symbol = segno.make_qr(brief_number or _UNKNOWN, error=_CORRECTION, mode="byte", boost_error=False)
    rows = tuple("".join("1" if module else "0" for module in row) for row in symbol.matrix)
    words = edition.words.text("QR code of the brief number: %(number)s") % {"number": brief_number}
    return Code(brief_number, words, rows)
