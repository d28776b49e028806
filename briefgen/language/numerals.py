"""Numbers in words and digits -> Decimal: Russian in any case, English, and the two mixed («28 миллиардов 400 миллионов»)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from briefgen.language.digits import digits, divided, fraction, fraction_at, power_at
from briefgen.language.lexemes import Lexeme, split
from briefgen.language.numeral_words import NumeralWords, numeral_words

_ONE = Decimal(1)
_HUNDRED = Decimal(100)
_THOUSAND = Decimal(1000)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number that ends before the lexeme `stop`. `scale` is what its last part was multiplied by (a million in «2,5 млн»).

    `is_vague` for «пара» and "a couple"; `needs_unit` for a half that is one of something only («пол-литра», "half a mile").
    """

    value: Decimal
    stop: int
    scale: Decimal = _ONE
    is_worded: bool = False
    is_vague: bool = False
    is_fraction: bool = False
    needs_unit: bool = False


def read_number(text: str, language: str) -> Decimal | None:
    """The number that a text is, or None when it is anything else.

    >>> read_number("десяти миллиардов", "ru"), read_number("two and a half billion", "en")
    (Decimal('10000000000'), Decimal('2500000000.0'))
    >>> read_number("минус 1 250,5", "ru"), read_number("1,250.5", "en"), read_number("три года", "ru")
    (Decimal('-1250.5'), Decimal('1250.5'), None)
    """
    lexemes = split(text)
    start = 1 if lexemes and lexemes[0].norm in numeral_words(language).minus else 0
    numeral = numeral_at(lexemes, start, language)
    if numeral is None or numeral.stop < len(lexemes):
        return None
    return -numeral.value if start else numeral.value


def scale_at(lexemes: Sequence[Lexeme], start: int, language: str) -> tuple[Decimal, int] | None:
    """A word of scale (thousand, «млн») and the index behind it."""
    found = numeral_words(language).scales.find(lexemes, start)
    return (Decimal(found[0]), found[1]) if found else None


def bare_number_at(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    """A word that is a number only where numbers are looked for: "hundred", "half", «сотни»."""
    words = numeral_words(language)
    found = words.bare.find(lexemes, start)
    if found is None:
        return None
    is_vague = words.vague.find(lexemes, start) is not None
    numeral = Numeral(fraction(found[0]), found[1], is_worded=True, is_vague=is_vague)
    return _continued(lexemes, replace(numeral, scale=numeral.value), language) if numeral.value >= _HUNDRED else numeral


def numeral_at(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    """The longest number that starts at a lexeme: parts with falling scales, added up.

    >>> numeral_at(split("28 миллиардов 400 миллионов рублей"), 0, "ru").value
    Decimal('28400000000')
    >>> numeral_at(split("two hundred and five thousand"), 0, "en").value
    Decimal('205000')
    """
    if start >= len(lexemes):
        return None
    lexicon = numeral_words(language)
    joined = lexicon.joined.find(lexemes, start)
    if joined:
        return Numeral(Decimal(joined[0]), joined[1], is_worded=True)
    numeral = _part(lexemes, start, language)
    return numeral and _continued(lexemes, numeral, language)


def _continued(lexemes: Sequence[Lexeme], numeral: Numeral, language: str) -> Numeral:
    """The number with the parts of smaller scale that stand behind it."""
    lexicon = numeral_words(language)
    while numeral.scale > 1:
        rest = _part(lexemes, _skip_link(lexemes, numeral, lexicon), language)
        if rest is None or not _continues(numeral, rest, lexemes, lexicon):
            break
        numeral = replace(numeral, value=numeral.value + rest.value, stop=rest.stop, scale=rest.scale)
    return numeral


def _part(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    """One number below the next scale with that scale behind it: «400 миллионов», «два с половиной миллиарда», a lone «миллион»."""
    if start >= len(lexemes):
        return None
    lexicon = numeral_words(language)
    number = _small(lexemes, start, language) or _alone(lexemes, start, lexicon) or _of_words(lexemes, start, lexicon)
    if number is None:
        return None
    added = None if number.is_fraction else lexicon.added.find(lexemes, number.stop)
    if added:
        number = replace(number, value=number.value + Decimal(added[0]) * number.scale, stop=added[1])
    value, scale, stop = number.value, number.scale, _behind_of(lexemes, number, lexicon)
    while (found := lexicon.scales.find(lexemes, _behind_hyphen(lexemes, stop))) and Decimal(found[0]) > scale:
        value, scale, stop = value * Decimal(found[0]), scale * Decimal(found[0]), found[1]
    if scale == number.scale:
        return number
    return replace(number, value=value, scale=scale, stop=stop, is_fraction=False, needs_unit=number.needs_unit and scale == number.scale)


def _behind_of(lexemes: Sequence[Lexeme], number: Numeral, lexicon: NumeralWords) -> int:
    """ "three quarters of a billion": the index of the scale that is cut."""
    found = lexicon.fraction_of.find(lexemes, number.stop) if number.is_fraction else None
    return found[1] if found and lexicon.scales.find(lexemes, found[1]) else number.stop


def _alone(lexemes: Sequence[Lexeme], start: int, lexicon: NumeralWords) -> Numeral | None:
    """A lone «миллион»; a genitive where a word before it governs («около сотни»), and never before a small number («миллиона три»)."""
    found = lexicon.alone.find(lexemes, start)
    if found is None:
        governed = lexicon.alone_governed.find(lexemes, start)
        is_governed = governed is not None and start > 0 and lexemes[start - 1].norm in lexicon.governors
        found = governed if is_governed else None
    if found is None:
        return None
    is_oblique = lexemes[start].norm[-1:] in "аыи" and found[1] < len(lexemes) and lexemes[found[1]].norm in lexicon.words
    if is_oblique and lexicon.words[lexemes[found[1]].norm] < _HUNDRED and Decimal(found[0]) > _THOUSAND and lexicon.governors:
        return None
    return Numeral(Decimal(found[0]), found[1], Decimal(found[0]), is_worded=True)


def _of_words(lexemes: Sequence[Lexeme], start: int, lexicon: NumeralWords) -> Numeral | None:
    """«пара», "half a": numbers that need something behind them."""
    vague = lexicon.vague.find(lexemes, start)
    if vague:
        return Numeral(Decimal(vague[0]), vague[1], is_worded=True, is_vague=True, needs_unit=True)
    half = lexicon.halves.find(lexemes, start)
    return Numeral(Decimal(half[0]), half[1], is_worded=True, needs_unit=True) if half else None


def _small(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    lexicon, first = numeral_words(language), lexemes[start]
    if first.kind == "number":
        return _in_digits(lexemes, start, language)
    portion = lexicon.portions.find(lexemes, start)
    if portion:
        return Numeral(Decimal(portion[0]), portion[1], is_worded=True)
    if first.norm in lexicon.points:
        return _with_point(lexemes, Numeral(Decimal(0), start, is_worded=True), lexicon)
    worded = _worded(lexemes, start, lexicon)
    if worded is None:
        return None
    return _with_point(lexemes, worded, lexicon) or _with_fraction(lexemes, worded, lexicon)


def _in_digits(lexemes: Sequence[Lexeme], start: int, language: str) -> Numeral | None:
    """12,5; 3/4; 2 1/2; 2½; «5-ти»."""
    whole = fraction_at(lexemes, start)
    if whole:
        return Numeral(*whole, is_fraction=True)
    value = digits(lexemes[start].text, language)
    if value is None:
        return None
    power = power_at(lexemes, start + 1)
    if power:
        return Numeral(value * power[0], power[1])
    at = start + 1 + (start + 2 < len(lexemes) and lexemes[start + 1].norm == "and")
    rest = fraction_at(lexemes, at) if value == value.to_integral_value() and value < _THOUSAND else None
    if rest and lexemes[start + 1].gap != "\n":
        return Numeral(value + rest[0], rest[1])
    stop = _behind_echo(lexemes, _behind_ending(lexemes, start + 1, numeral_words(language)), value, language)
    return _with_wholes(lexemes, Numeral(value, stop), numeral_words(language)) or Numeral(value, stop)


def _behind_echo(lexemes: Sequence[Lexeme], at: int, value: Decimal, language: str) -> int:
    """The index behind the same number in words: «15 (пятнадцать) тысяч рублей»."""
    if at + 2 >= len(lexemes) or lexemes[at].text != "(" or lexemes[at + 1].kind != "word":
        return at
    echo = numeral_at(lexemes, at + 1, language)
    is_echo = echo is not None and echo.value == value and echo.stop < len(lexemes) and lexemes[echo.stop].text == ")"
    return echo.stop + 1 if echo and is_echo else at


def _worded(lexemes: Sequence[Lexeme], start: int, lexicon: NumeralWords) -> Numeral | None:
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
            value, index, room = value * 100, at + 1, _HUNDRED
        else:
            break
    return Numeral(value, index, is_worded=True) if index > start else None


def _next_word(lexemes: Sequence[Lexeme], index: int, lexicon: NumeralWords) -> int | None:
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
        return _HUNDRED
    return Decimal(10) if word >= 20 else Decimal(0)


def _with_point(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: NumeralWords) -> Numeral | None:
    """ "two point one five", "point five": the digits behind the point are told one by one."""
    at, told = numeral.stop, ""
    if at + 1 >= len(lexemes) or lexemes[at].norm not in lexicon.points:
        return None
    at += 1
    while at < len(lexemes) and lexemes[at].gap == " " and (word := lexicon.words.get(lexemes[at].norm)) is not None and word < 100:
        told, at = told + str(word), at + 1
    return replace(numeral, value=numeral.value + Decimal(f"0.{told}"), stop=at) if told else None


def _with_fraction(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: NumeralWords) -> Numeral:
    """«две трети», «пять целых три десятых», "two and three quarters"; «пять третей» is none: the numerator has to be smaller."""
    if numeral.stop >= len(lexemes):
        return numeral
    with_wholes = _with_wholes(lexemes, numeral, lexicon)
    if with_wholes:
        return with_wholes
    if lexemes[numeral.stop].norm in lexicon.links and numeral.stop + 1 < len(lexemes) and lexemes[numeral.stop + 1].gap == " ":
        part = _worded(lexemes, numeral.stop + 1, lexicon)
        behind = part and _divided(lexemes, part, lexicon)
        if behind and lexicon.points:  # English alone: «два и три четверти» are two numbers
            return replace(numeral, value=numeral.value + behind.value, stop=behind.stop)
    return _divided(lexemes, numeral, lexicon) or numeral


def _with_wholes(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: NumeralWords) -> Numeral | None:
    """«пять целых три десятых», «5 целых и 3 десятых»."""
    at = numeral.stop
    if at + 1 >= len(lexemes) or lexemes[at].norm not in lexicon.wholes:
        return None
    at += 1 + (lexemes[at + 1].norm in lexicon.links)
    part = _worded(lexemes, at, lexicon) if at < len(lexemes) and lexemes[at].kind == "word" else _plain_digits(lexemes, at)
    behind = part and _divided(lexemes, part, lexicon)
    return replace(numeral, value=numeral.value + behind.value, stop=behind.stop, is_worded=True) if behind else None


def _plain_digits(lexemes: Sequence[Lexeme], at: int) -> Numeral | None:
    if at >= len(lexemes) or not lexemes[at].text.isdecimal() or len(lexemes[at].text) > 4:
        return None
    return Numeral(Decimal(lexemes[at].text), at + 1)


def _divided(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: NumeralWords) -> Numeral | None:
    """One fifth, two fifths: the denominator is singular behind one alone."""
    at = _behind_hyphen(lexemes, numeral.stop)
    if at >= len(lexemes) or lexemes[at].gap == "\n":
        return None
    is_one = numeral.value % 10 == 1 and numeral.value % 100 != 11
    denominator = (lexicon.singular if is_one else lexicon.plural).get(lexemes[at].norm)
    if denominator is None or not 0 < numeral.value < denominator:
        return None
    return Numeral(divided(numeral.value, denominator), at + 1, is_worded=True, is_fraction=True)


def _behind_ending(lexemes: Sequence[Lexeme], index: int, lexicon: NumeralWords) -> int:
    """The index behind «-ти» of «5-ти миллионов»."""
    at = _behind_hyphen(lexemes, index)
    return at + 1 if at > index and lexemes[at].norm in lexicon.endings else index


def _behind_hyphen(lexemes: Sequence[Lexeme], index: int) -> int:
    """The next index, or the one behind a hyphen that joins two words."""
    if index + 1 < len(lexemes) and lexemes[index].norm == "-" and lexemes[index].gap == "" and lexemes[index + 1].gap == "":
        return index + 1
    return index


def _skip_link(lexemes: Sequence[Lexeme], numeral: Numeral, lexicon: NumeralWords) -> int:
    """Behind the "and" or the comma between two parts in words: "one million, two hundred thousand and five"."""
    at = numeral.stop
    if not numeral.is_worded or at + 1 >= len(lexemes):
        return at
    if lexemes[at].norm == "," and lexicon.points and lexemes[at + 1].norm in lexicon.words:
        return at + 1
    return at + 1 if lexemes[at].norm in lexicon.links else at


def _continues(numeral: Numeral, rest: Numeral, lexemes: Sequence[Lexeme], lexicon: NumeralWords) -> bool:
    """Whether `rest` belongs to the number before it: a smaller scale, or the ones behind thousands («3 тысячи 500 рублей»)."""
    first = lexemes[numeral.stop]
    if first.gap == "\n" or rest.value >= numeral.scale or rest.needs_unit or rest.is_fraction:
        return False
    if first.norm in lexicon.links and not lexicon.points and rest.value != 1:
        return False  # «тысяча и одна ночь», but «сто тысяч и двести» are two numbers
    if first.norm == ",":
        return rest.is_worded and (rest.scale > 1 or rest.value >= 100)
    if rest.scale > 1:
        return rest.scale < numeral.scale
    if rest.is_worded or numeral.is_worded:
        return rest.is_worded and numeral.is_worded
    return numeral.scale == _THOUSAND and len(first.text) == 3
