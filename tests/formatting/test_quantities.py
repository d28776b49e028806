"""Quantities as printed, beyond the golden lines: cases, qualifiers, ranges, shares, and what must hold for every number."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.formatting.quantities import QuantityParts, format_of, format_quantity, split_quantity
from briefgen.formatting.units import currency_name
from briefgen.formatting.wording import rows, wording
from briefgen.model import QUALIFIERS

DATA = Path(__file__).parents[2] / "briefgen" / "data"
NBSP = "\u00a0"
POWERS = {"тыс.": 3, "млн": 6, "млрд": 9, "трлн": 12, "million": 6, "billion": 9, "trillion": 12, "m": 6, "bn": 9, "tn": 12}
SCALE = re.compile(rf"{NBSP}?(тыс\.|млн|млрд|трлн|million|billion|trillion|bn|tn|m)(?![\w])")
UNITS = [
    *("USD", "GBP", "RUB", "KZT", "XXX", "IRR", "USD-per-barrel", "count", "number", "percentage-point", "concentr-percent"),
    *("mass-tonne", "volume-cubic-meter", "volume-barrel", "volume-barrel-per-day", "area-dunam"),
]
NUMBERS = st.builds(
    lambda digits, places, power: Decimal(digits).scaleb(power - places),
    st.integers(min_value=0, max_value=99_999),
    st.integers(min_value=0, max_value=4),
    st.sampled_from([0, 3, 6, 9, 12]),
)


def parse_back(text: str, language: str) -> Decimal:
    """The number that a reader takes from a printed quantity."""
    mark, group = (",", NBSP) if language == "ru" else (".", ",")
    number = re.search(rf"\d[\d{group}]*(?:{re.escape(mark)}\d+)?", text)
    scale = SCALE.match(text[number.end() :])
    digits = number[0].replace(group, "").replace(mark, ".")
    value = Decimal(digits).scaleb(POWERS[scale[1]] if scale else 0)
    return -value if "\u2212" in text[: number.start()] else value


@given(
    value=NUMBERS, unit=st.sampled_from(UNITS), language=st.sampled_from(["ru", "en"]), style=st.sampled_from(["text", "table", "chart"])
)
def test_every_digit_of_the_source_survives(value: Decimal, unit: str, language: str, style: str) -> None:
    assert parse_back(format_quantity(value, unit, language, style=style), language) == value


@given(value=NUMBERS, unit=st.sampled_from(UNITS), qualifier=st.sampled_from(QUALIFIERS), style=st.sampled_from(["text", "words", "table"]))
def test_a_russian_number_and_its_unit_are_never_parted(value: Decimal, unit: str, qualifier: str, style: str) -> None:
    printed = format_quantity(value, unit, "ru", qualifier=qualifier, style=style)
    assert not re.search(r"\d (?!\()", printed)
    assert not re.search("[\u202f\u2009\ufffd\"']", printed)
    assert not re.search(r"\d\.\d", printed)


@given(value=NUMBERS, unit=st.sampled_from(UNITS), language=st.sampled_from(["ru", "en"]), qualifier=st.sampled_from(QUALIFIERS))
def test_a_split_quantity_holds_the_same_digits_as_the_whole(value: Decimal, unit: str, language: str, qualifier: str) -> None:
    parts = split_quantity(value, unit, language, qualifier=qualifier)
    assert parse_back(f"{parts.integer}{parts.fraction}{NBSP}{parts.unit_words}", language) == value
    assert parts.qualifier == wording(language)["qualifiers"][qualifier]


@given(value=NUMBERS, language=st.sampled_from(["ru", "en"]))
def test_no_number_is_printed_as_a_thousand_of_a_scale(value: Decimal, language: str) -> None:
    number = re.search(r"[\d,\u00a0]+", format_quantity(value, "USD", language))
    scaled = format_quantity(value, "USD", language)
    if SCALE.search(scaled) and value < 10**15:
        assert len(re.sub(r"\D", "", number[0].split(",")[0])) <= 3


PLURALS = [
    ("1", "1 рубль", "около 1 рубля"),
    ("2", "2 рубля", "около 2 рублей"),
    ("5", "5 рублей", "около 5 рублей"),
    ("11", "11 рублей", "около 11 рублей"),
    ("21", "21 рубль", "около 21 рубля"),
    ("1.0", "1 рубль", "около 1 рубля"),
    ("1.1", "1,1 рубля", "около 1,1 рубля"),
    ("0.5", "0,5 рубля", "около 0,5 рубля"),
]


@pytest.mark.parametrize(("number", "nominative", "genitive"), PLURALS)
def test_a_russian_currency_agrees_with_its_number(number: str, nominative: str, genitive: str) -> None:
    printed = [format_quantity(Decimal(number), "RUB", "ru", qualifier=qualifier) for qualifier in ("exact", "about")]
    assert printed == [text.replace(" р", f"{NBSP}р") for text in (nominative, genitive)]


def test_scale_words_written_out_stand_in_the_genitive_after_a_qualifier() -> None:
    assert format_quantity(Decimal("1e9"), "EUR", "ru", qualifier="over", style="words") == f"более 1{NBSP}миллиарда евро"


QUALIFIED = [
    ("about", "около 5⍽т", "about 5 tonnes"),
    ("nearly", "почти 5⍽т", "nearly 5 tonnes"),
    ("over", "более 5⍽т", "more than 5 tonnes"),
    ("under", "менее 5⍽т", "less than 5 tonnes"),
    ("up_to", "до 5⍽т", "up to 5 tonnes"),
    ("at_least", "не менее 5⍽т", "at least 5 tonnes"),
    ("estimated", "предположительно 5⍽т", "an estimated 5 tonnes"),
]


@pytest.mark.parametrize(("qualifier", "russian", "english"), QUALIFIED)
def test_a_qualifier_is_printed_before_the_number(qualifier: str, russian: str, english: str) -> None:
    printed = [format_quantity(Decimal(5), "mass-tonne", language, qualifier=qualifier).replace(NBSP, "⍽") for language in ("ru", "en")]
    assert printed == [russian, english]


RANGES = [
    ("8e8", "1.2e9", "EUR", "от 800⍽млн до 1,2⍽млрд евро", "€800⍽million to €1.2⍽billion", "€800m to €1.2bn"),
    ("5", "7", "mass-tonne", "5–7⍽т", "5 to 7 tonnes", "5 to 7 tonnes"),
    ("5", "7", "concentr-percent", "5–7⍽%", "5% to 7%", "5% to 7%"),
    ("-5", "-3", "concentr-percent", "от −5 до −3⍽%", "−5% to −3%", "−5% to −3%"),
    ("3e9", "5e9", "XXX", "3–5⍽млрд (валюта в источнике не указана)", "3 to 5⍽billion (currency not stated in the source)",
     "3 to 5⍽billion, currency not stated"),
    ("50", "60", "USD-per-barrel", "50–60⍽долларов США за баррель", "$50 to $60 per barrel", "$50–60 per barrel"),
    ("500", "900", "count", "500–900", "500 to 900", "500 to 900"),
    ("9000", "12000", "mass-tonne", "9–12⍽тыс.⍽т", "9,000 to 12,000 tonnes", "9,000 to 12,000 tonnes"),
    ("2", "3", "times", "в 2–3⍽раза", "2 to 3 times", "2 to 3 times"),
]  # fmt: skip


@pytest.mark.parametrize(("lower", "upper", "unit", "russian", "english", "table"), RANGES)
def test_a_range_prints_what_both_ends_share_once(lower: str, upper: str, unit: str, russian: str, english: str, table: str) -> None:
    ends = {"value": Decimal(lower), "upper": Decimal(upper)}
    printed = [
        format_quantity(ends["value"], unit, language, upper=ends["upper"], style=style).replace(NBSP, "⍽")
        for language, style in (("ru", "text"), ("en", "text"), ("en", "table"))
    ]
    assert printed == [russian, english, table]


SPECIAL = [
    ("0.5", "concentr-portion", "exact", "половина", "half"),
    ("0.3333", "concentr-portion", "over", "более трети", "more than one third"),
    ("0.6", "concentr-portion", "exact", "0,6", "0.6"),
    ("2", "times", "nearly", "почти в 2⍽раза", "nearly 2⍽times"),
    ("2.5", "times", "over", "более чем в 2,5⍽раза", "more than 2.5⍽times"),
    ("0.5", "percentage-point", "exact", "0,5⍽процентного пункта", "0.5⍽percentage points"),
    ("1e6", "volume-barrel-per-day", "exact", "1⍽млн баррелей в сутки", "1⍽million barrels per day"),
    ("70", "USD-per-barrel", "exact", "70⍽долларов США за баррель", "$70 per barrel"),
    ("28e9", "volume-cubic-meter", "exact", "28⍽млрд⍽м³", "28⍽billion cubic metres"),
    ("4e11", "IRR", "exact", "400⍽млрд иранских риалов", "IRR⍽400⍽billion"),
    ("5e12", "KZT", "exact", "5⍽трлн тенге", "KZT⍽5⍽trillion"),
]


@pytest.mark.parametrize(("number", "unit", "qualifier", "russian", "english"), SPECIAL)
def test_units_of_their_own_kind(number: str, unit: str, qualifier: str, russian: str, english: str) -> None:
    printed = [format_quantity(Decimal(number), unit, language, qualifier=qualifier).replace(NBSP, "⍽") for language in ("ru", "en")]
    assert printed[0] == russian
    assert printed[1].replace("⍽", " ") == english.replace("⍽", " ")


def test_a_missing_currency_is_short_in_a_table_and_absent_in_a_chart() -> None:
    printed = [format_quantity(Decimal("1e10"), "XXX", "ru", style=style) for style in ("table", "chart")]
    assert printed == [f"10{NBSP}млрд, валюта не указана", f"10{NBSP}млрд"]


def test_a_chart_leaves_the_currency_to_its_panel() -> None:
    printed = [format_quantity(Decimal("2e11"), "USD", language, qualifier="nearly", style="chart") for language in ("ru", "en")]
    assert printed == [f"почти 200{NBSP}млрд", f"nearly 200{NBSP}billion"]


SPLITS = [
    ("2e11", "USD", "nearly", "ru", QuantityParts("почти", "200", "", "млрд долларов США")),
    ("1.1e9", "USD", "about", "ru", QuantityParts("около", "1", ",1", "млрд долларов США")),
    ("1e10", "XXX", "exact", "ru", QuantityParts("", "10", "", "млрд", currency_stated=False)),
    ("4e9", "GBP", "exact", "en", QuantityParts("", "4", "", "billion pounds")),
    ("800000", "mass-tonne", "nearly", "en", QuantityParts("nearly", "800,000", "", "tonnes")),
    ("61", "concentr-percent", "exact", "ru", QuantityParts("", "61", "", "%")),
]


@pytest.mark.parametrize(("number", "unit", "qualifier", "language", "expected"), SPLITS)
def test_a_quantity_is_split_for_a_decimal_column(number: str, unit: str, qualifier: str, language: str, expected: QuantityParts) -> None:
    assert split_quantity(Decimal(number), unit, language, qualifier=qualifier) == expected


def extracted_units() -> set[str]:
    """Every unit and currency that the finders' word lists name."""
    found: set[str] = set()
    for path in sorted(DATA.glob("*/units.toml")):
        found |= {key.partition("*")[0] for key in tomllib.loads(path.read_text(encoding="utf-8"))}
    for path in sorted(DATA.glob("*/currencies.toml")):
        found |= set(re.findall(r'^"?([A-Z]{3})"? = \[', path.read_text(encoding="utf-8"), re.MULTILINE))
    money = tomllib.loads((DATA / "money.toml").read_text(encoding="utf-8"))
    found |= {code for code in money["signs"] if code.isupper()} | set(money["codes"]["codes"].split())
    return found


@pytest.mark.parametrize("unit", sorted({*rows("units"), *rows("currencies"), *extracted_units(), "volume-cup"}))
def test_every_unit_of_the_tables_and_of_the_finders_prints_in_both_languages_without_its_code(unit: str) -> None:
    for number in ("1", "2", "5", "1.5", "3e9"):
        russian = format_quantity(Decimal(number), unit, "ru")
        english = format_quantity(Decimal(number), unit, "en")
        assert unit not in russian
        assert unit not in english or "-" not in unit
        assert not re.search("[А-Яа-яЁё]", english)


@pytest.mark.parametrize("unit", sorted(rows("units")))
def test_every_unit_has_all_its_forms(unit: str) -> None:
    row = rows("units")[unit]
    one, few, many, fraction = row["ru"].split("|")
    assert all((one, few, many, fraction)) and len(row["en"].split("|")) == 2
    if " " not in one:
        assert few == fraction  # both are the genitive singular
    assert not re.search("[A-Za-z]", row["ru"]) and not re.search("[А-Яа-яЁё]", row["en"])


def test_both_languages_know_the_same_second_halves_of_compound_units() -> None:
    assert set(wording("ru")["per"]) == set(wording("en")["per"])


@pytest.mark.parametrize("language", ["ru", "en"])
@pytest.mark.parametrize("per", sorted(wording("ru")["per"]))
def test_every_compound_unit_prints(per: str, language: str) -> None:
    for unit in ("USD", "RUB", "mass-tonne", "volume-barrel", "concentr-percent", "power-megawatt"):
        printed = format_quantity(Decimal("21.5e9"), f"{unit}-per-{per}", language)
        assert printed.endswith(wording(language)["per"][per]) and "-per-" not in printed


CLASSES = [("1", 0), ("2", 1), ("5", 2), ("11", 2), ("21", 0), ("1.0", 0), ("1.1", 3), ("0.5", 3), ("101", 0), ("112", 2), ("1000001", 0)]


@pytest.mark.parametrize("unit", sorted(code for code, row in rows("units").items() if not row["ru_sign"] and code != "times"))
@pytest.mark.parametrize(("number", "form"), CLASSES)
def test_a_russian_unit_in_words_agrees_with_its_number(unit: str, number: str, form: int) -> None:
    printed = format_quantity(Decimal(number), unit, "ru")
    wanted = rows("units")[unit]["ru"].split("|")[form]
    assert printed.endswith(NBSP + wanted) or "млн" in printed


def test_american_words_on_demand() -> None:
    assert format_quantity(Decimal("2.6e6"), "mass-tonne", "en", locale="en_US") == f"2.6{NBSP}million metric tons"


def test_panel_titles_name_the_currency_in_the_plural() -> None:
    titles = [currency_name(code, language) for language in ("ru", "en") for code in ("USD", "GBP", "KZT", "BRL")]
    assert titles == [
        "Доллары США",
        "Фунты стерлингов",
        "Тенге",
        "Бразильский реал",
        "US dollars",
        "Pounds sterling",
        "Tenge",
        "Brazilian reals",
    ]


def test_a_part_of_a_whole_groups_its_digits() -> None:
    assert format_of(12500, 36000, "en") == "12,500 of 36,000"


@pytest.mark.parametrize(("qualifier", "words"), [("over", "более чем в 2 раза"), ("exact", "в 2 раза"), ("about", "примерно в 2 раза")])
def test_a_multiple_agrees_with_its_number_whatever_stands_before_it(qualifier: str, words: str) -> None:
    assert format_quantity(Decimal(2), "times", "ru", qualifier=qualifier).replace("\u00a0", " ") == words
    assert split_quantity(Decimal(2), "times", "ru", qualifier=qualifier).unit_words == "раза"


@pytest.mark.parametrize(
    ("lower", "upper", "unit", "language", "integer", "words"),
    [
        ("500e6", "1e9", "USD", "ru", "0,5–1", "млрд долларов США"),
        ("900e3", "1.1e6", "mass-tonne", "en", "0.9–1.1", "million tonnes"),
        ("5e6", "1e9", "USD", "en", "5,000,000–1,000,000,000", "US dollars"),
    ],
)
def test_a_range_of_two_scales_is_split_before_the_larger_one(lower, upper, unit, language, integer, words):
    parts = split_quantity(Decimal(lower), unit, language, upper=Decimal(upper))
    assert (parts.integer, parts.unit_words) == (integer, words)
