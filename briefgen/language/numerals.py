"""Numbers in words and digits -> Decimal: Russian in any case, English, and the two mixed («28 миллиардов 400 миллионов»)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from briefgen.language.lexemes import Lexeme, split
from briefgen.language.lexicon import load
from briefgen.language.phrases import Phrases, expand, from_table

MAX_DIGITS = 30  # a longer row of digits is a code, not an amount
_VULGAR = {"¼": "0.25", "½": "0.5", "¾": "0.75", "⅛": "0.125"}
_ONE = Decimal(1)
_THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before the lexeme `stop`. `scale` is what its last part was multiplied by (a million in «2,5 млн»)."""

    value: Decimal
    stop: int
    scale: Decimal = _ONE
    is_worded: bool = False


@dataclass(frozen=True, slots=True)
class _Lexicon:
    words: dict[str, Decimal]
    scales: Phrases
    alone: Phrases
    portions: Phrases
    joined: Phrases
    added: Phrases
    denominators: dict[str, Decimal]
    wholes: frozenset[str]
    links: frozenset[str]
    endings: frozenset[str]
    minus: frozenset[str]


def read_number(text: str, language: str) -> Decimal | None:
    """The number that a text is, or None when it is anything else.

    >>> read_number("десяти миллиардов", "ru"), read_number("two and a half billion", "en")
    (Decimal('10000000000'), Decimal('2500000000.0'))
    >>> read_number("минус 1 250,5", "ru"), read_number("1,250.5", "en"), read_number("три года", "ru")
    (Decimal('-1250.5'), Decimal('1250.5'), None)
    """
    lexemes = split(text)
    start = 1 if lexemes and lexemes[0].norm in _lexicon(language).minus else 0
    numeral = numeral_at(lexemes, start, language)
    if numeral is None or numeral.stop < len(lexemes):
        return None
    return -numeral.value if start else numeral.value


@cache
def first_words(language: str) -> frozenset[str]:
    """The words that a number in words can start with.

    >>> "two" in first_words("en"), "of" in first_words("en")
    (True, False)
    """
    lexicon = _lexicon(language)
    trees = (lexicon.alone, lexicon.portions, lexicon.joined)
    return frozenset(lexicon.words) | frozenset(word for tree in trees for word in tree.children)


def numeral_at(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    """The longest number that starts at a lexeme: parts with falling scales, added up.

    >>> numeral_at(split("28 миллиардов 400 миллионов рублей"), 0, "ru").value
    Decimal('28400000000')
    >>> numeral_at(split("two hundred and five thousand"), 0, "en").value
    Decimal('205000')
    """
    if start >= len(lexemes):
        return None
    lexicon = _lexicon(language)
    joined = lexicon.joined.find(lexemes, start)
    if joined:
        return Numeral(Decimal(joined[0]), joined[1], is_worded=True)
    numeral = _part(lexemes, start, language)
    while numeral is not None and numeral.scale > 1:
        rest = _part(lexemes, _skip_link(lexemes, numeral, lexicon), language)
        if rest is None or not _continues(numeral, rest, lexemes):
            break
        numeral = Numeral(numeral.value + rest.value, rest.stop, rest.scale, numeral.is_worded)
    return numeral


def digits(text: str, language: str) -> Decimal | None:
    """A row of digits with the separators of a language; one that both languages read differently follows the language.

    >>> digits("1 250,5", "ru"), digits("1,250", "ru"), digits("1,250", "en"), digits("586,000", "ru")
    (Decimal('1250.5'), Decimal('1.250'), Decimal('1250'), Decimal('586000'))
    """
    if text in _VULGAR:
        return Decimal(_VULGAR[text])
    row = "".join(sign for sign in text if sign.isdecimal() or sign in ".,")
    if not row or len(row) > MAX_DIGITS:
        return None
    if "," in row and "." in row:
        group = "," if row.index(",") < row.index(".") else "."
        row = row.replace(group, "")
    elif row.count(",") > 1 or row.count(".") > 1:
        row = row.replace(",", "").replace(".", "")
    elif "," in row and len(row.partition(",")[2]) == 3 and (language == "en" or row.endswith(",000")) and not row.startswith("0"):
        row = row.replace(",", "")
    return Decimal(row.replace(",", "."))


def _part(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    """One number below the next scale with that scale behind it: «400 миллионов», «два с половиной миллиарда», a lone «миллион»."""
    if start >= len(lexemes):
        return None
    lexicon = _lexicon(language)
    number = _small(lexemes, start, language)
    if number is None:
        alone = lexicon.alone.find(lexemes, start)
        if alone is None:
            return None
        number = Numeral(Decimal(alone[0]), alone[1], Decimal(alone[0]), is_worded=True)
    added = lexicon.added.find(lexemes, number.stop)
    if added:
        number = Numeral(number.value + Decimal(added[0]) * number.scale, added[1], number.scale, number.is_worded)
    value, scale, stop = number.value, number.scale, number.stop
    while (found := lexicon.scales.find(lexemes, _behind_hyphen(lexemes, stop))) and Decimal(found[0]) > scale:
        value, scale, stop = value * Decimal(found[0]), scale * Decimal(found[0]), found[1]
    return Numeral(value, stop, scale, number.is_worded)


def _small(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    lexicon, first = _lexicon(language), lexemes[start]
    if first.kind == "number":
        value = digits(first.text, language)
        if value is None:
            return None
        following = lexemes[start + 1] if start + 1 < len(lexemes) else None
        if following and following.text in _VULGAR and following.gap == "":
            return Numeral(value + Decimal(_VULGAR[following.text]), start + 2)
        return Numeral(value, _behind_ending(lexemes, start + 1, lexicon))
    portion = lexicon.portions.find(lexemes, start)
    if portion:
        return Numeral(Decimal(portion[0]), portion[1], is_worded=True)
    worded = _worded(lexemes, start, lexicon)
    return worded and _with_fraction(lexemes, worded, lexicon)


def _worded(lexemes: Sequence[Lexeme], start: int, lexicon: _Lexicon) -> Numeral | None:
    """Hundreds, tens and ones in falling order: «сто двадцать пять», "two hundred and five"."""
    value, index, room = Decimal(0), start, _THOUSAND
    while index < len(lexemes):
        at = index if index == start else _next_word(lexemes, index, lexicon)
        if at is None:
            break
        word = lexicon.words.get(lexemes[at].norm)
        if word is not None and word < room and not (word == 0 and index > start):
            value, index, room = value + word, at + 1, _room(word)
        elif lexemes[at].norm == "hundred" and 0 < value < 100:
            value, index, room = value * 100, at + 1, Decimal(100)
        else:
            break
    return Numeral(value, index, is_worded=True) if index > start else None


def _next_word(lexemes: Sequence[Lexeme], index: int, lexicon: _Lexicon) -> int | None:
    """The index of the next word of a number: behind a hyphen in "twenty-five", behind "and" in "two hundred and five"."""
    lexeme = lexemes[index]
    if lexeme.gap == "\n":
        return None
    previous = lexicon.words.get(lexemes[index - 1].norm, Decimal(0))
    if lexeme.norm == "-" and lexeme.gap == "" and index + 1 < len(lexemes) and previous >= 20:
        return index + 1
    if lexeme.norm in lexicon.links and lexemes[index - 1].norm == "hundred" and index + 1 < len(lexemes):
        return index + 1
    return index


def _room(word: Decimal) -> Decimal:
    """What may follow is smaller than this: tens after a hundred, ones after twenty, nothing after fifteen or five."""
    if word >= 100:
        return Decimal(100)
    return Decimal(10) if word >= 20 else Decimal(0)


def _with_fraction(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: _Lexicon) -> Numeral:
    """«две трети», «пять целых три десятых»; «пять третьих лиц» is no fraction, so the numerator has to be smaller."""
    if numeral.stop >= len(lexemes):
        return numeral
    if lexemes[numeral.stop].norm in lexicon.wholes and numeral.stop + 1 < len(lexemes):
        part = _worded(lexemes, numeral.stop + 1 + (lexemes[numeral.stop + 1].norm in lexicon.links), lexicon)
        fraction = part and _divided(lexemes, part, lexicon)
        return Numeral(numeral.value + fraction.value, fraction.stop, is_worded=True) if fraction else numeral
    return _divided(lexemes, numeral, lexicon) or numeral


def _divided(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: _Lexicon) -> Numeral | None:
    at = _behind_hyphen(lexemes, numeral.stop)
    denominator = lexicon.denominators.get(lexemes[at].norm) if at < len(lexemes) else None
    if denominator is None or not 0 < numeral.value < denominator or lexemes[at].gap == "\n":
        return None
    return Numeral(numeral.value / denominator, at + 1, is_worded=True)


def _behind_ending(lexemes: Sequence[Lexeme], index: int, lexicon: _Lexicon) -> int:
    """The index behind «-ти» of «5-ти миллионов»."""
    at = _behind_hyphen(lexemes, index)
    return at + 1 if at > index and lexemes[at].norm in lexicon.endings else index


def _behind_hyphen(lexemes: Sequence[Lexeme], index: int) -> int:
    """The next index, or the one behind a hyphen that joins two words."""
    if index + 1 < len(lexemes) and lexemes[index].norm == "-" and lexemes[index].gap == "" and lexemes[index + 1].gap == "":
        return index + 1
    return index


def _skip_link(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: _Lexicon) -> int:
    at = numeral.stop
    return at + 1 if numeral.is_worded and at < len(lexemes) and lexemes[at].norm in lexicon.links else at


def _continues(numeral: Numeral, rest: Numeral, lexemes: Sequence[Lexeme]) -> bool:
    """Whether `rest` belongs to the number before it: a smaller scale, or the ones behind thousands («3 тысячи 500 рублей»)."""
    first = lexemes[numeral.stop]
    if first.gap == "\n" or rest.value >= numeral.scale:
        return False
    if rest.scale > 1:
        return rest.scale < numeral.scale
    if rest.is_worded or numeral.is_worded:
        return rest.is_worded and numeral.is_worded
    return numeral.scale == _THOUSAND and len(first.text) == 3


@cache
def _lexicon(language: str) -> _Lexicon:
    tables = load(language, "numerals")

    def flat(name: str) -> dict[str, Decimal]:
        return {form: Decimal(value) for value, forms in tables[name].items() for pattern in forms for form in expand(pattern, language)}

    signs = tables["signs"]
    return _Lexicon(
        words=flat("words"),
        scales=from_table(tables["scales"], language),
        alone=from_table(tables["alone"], language),
        portions=from_table(tables["portions"], language),
        joined=from_table(tables["joined"], language),
        added=from_table(tables["added"], language),
        denominators=flat("denominators"),
        wholes=frozenset(form for pattern in signs["wholes"] for form in expand(pattern, language)),
        links=frozenset(signs["and"]),
        endings=frozenset(signs["endings"]),
        minus=frozenset(signs["minus"]),
    )
