"""A whole number -> its words in Russian in any case, with the noun that it counts, and in English."""

from __future__ import annotations

from briefgen.language.morphology import parse

CASES = ("nomn", "gent", "datv", "accs", "ablt", "loct")
ONES = [
    "ноль",
    "один",
    "два",
    "три",
    "четыре",
    "пять",
    "шесть",
    "семь",
    "восемь",
    "девять",
    "десять",
    "одиннадцать",
    "двенадцать",
    "тринадцать",
    "четырнадцать",
]
ONES += ["пятнадцать", "шестнадцать", "семнадцать", "восемнадцать", "девятнадцать"]
TENS = ["-", "-", "двадцать", "тридцать", "сорок", "пятьдесят", "шестьдесят", "семьдесят", "восемьдесят", "девяносто"]
HUNDREDS = ["-", "сто", "двести", "триста", "четыреста", "пятьсот", "шестьсот", "семьсот", "восемьсот", "девятьсот"]
SCALES = {10**9: "миллиард", 10**6: "миллион", 10**3: "тысяча"}
ENGLISH = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
ENGLISH_TENS = ["-", "-", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ENGLISH_SCALES = {10**9: "billion", 10**6: "million", 10**3: "thousand"}


def russian(value: int, case: str, noun: str) -> str:
    """«пяти тысячам двумстам рублям»: each word of the number and the noun in the case.

    >>> russian(5201, "datv", "рубль"), russian(2, "nomn", "тонна")
    ('пяти тысячам двумстам одному рублю', 'две тонны')
    """
    words, rest = [], value
    for scale, name in SCALES.items():
        count, rest = divmod(rest, scale)
        if count:
            words += [*_below_thousand(count, case, _gender(name)), counted(name, count, case)]
    words += _below_thousand(rest, case, _gender(noun)) if rest else []
    return " ".join([*words, counted(noun, rest, case)])


def english(value: int) -> str:
    """
    >>> english(205_021)
    'two hundred and five thousand twenty-one'
    """
    words, rest = [], value
    for scale, name in ENGLISH_SCALES.items():
        count, rest = divmod(rest, scale)
        words += [f"{_english_below_thousand(count)} {name}"] if count else []
    return " ".join([*words, *([_english_below_thousand(rest)] if rest else [])])


def counted(noun: str, value: int, case: str) -> str:
    """The noun as the number governs it: «тонны» behind two, «тонн» behind five and behind a scale, its own case elsewhere."""
    last, tens = value % 10, value % 100
    if last == 1 and tens != 11:
        return _inflect(noun, {case, "sing"})
    if case in ("nomn", "accs") or value == 0:
        is_few = last in (2, 3, 4) and tens not in (12, 13, 14)
        return _inflect(noun, {"gent", "sing" if is_few else "plur"})
    return _inflect(noun, {case, "plur"})


def _below_thousand(value: int, case: str, gender: str) -> list[str]:
    words = [HUNDREDS[value // 100]] if value >= 100 else []
    rest = value % 100
    if rest >= 20:
        words += [TENS[rest // 10], *([ONES[rest % 10]] if rest % 10 else [])]
    elif rest:
        words.append(ONES[rest])
    return [_numeral(word, case, gender) for word in words]


def _numeral(word: str, case: str, gender: str) -> str:
    if word == "один":
        return _inflect(
            word, {case, gender, "sing"} if case != "accs" else {"accs", gender, "sing", *(["inan"] if gender == "masc" else [])}
        )
    if word == "два" and case in ("nomn", "accs"):
        return "две" if gender == "femn" else "два"
    return word if case in ("nomn", "accs") else _inflect(word, {case})


def _gender(noun: str) -> str:
    return str(parse(noun)[0].tag.gender or "masc")


def _inflect(word: str, grammemes: set[str]) -> str:
    for reading in parse(word):
        if reading.tag.POS in ("NUMR", "NOUN", "ADJF") and (form := reading.inflect(grammemes)):
            return str(form.word)
    raise ValueError(f"{word}: no form for {sorted(grammemes)}")


def _english_below_thousand(value: int) -> str:
    hundreds, rest = divmod(value, 100)
    tail = ENGLISH[rest] if rest < 20 else ENGLISH_TENS[rest // 10] + (f"-{ENGLISH[rest % 10]}" if rest % 10 else "")
    if not hundreds:
        return tail
    return f"{ENGLISH[hundreds]} hundred" + (f" and {tail}" if rest else "")
