"""What a figure measures, whose it is and of what date: said where the sentence says it, empty where it does not."""

from __future__ import annotations

from datetime import date

import pytest

from briefgen.extract.quantities import extract_quantities
from tests.extract.articles import document_of

PUBLISHED = date(2026, 2, 27)

RUSSIAN = {
    "Лондон даст экспортные гарантии на сумму 4 миллиарда фунтов стерлингов.": "экспортные гарантии",
    "Почти $200 миллиардов составил совокупный объем инвестиций Евросоюза в Казахстан.": "совокупный объем инвестиций Евросоюза",
    "2,6 миллиона тонн составляют запасы редкоземельных металлов.": "запасы редкоземельных металлов",
    "Доля импорта снизилась до 24 процентов.": "доля импорта",
    "Купонная ставка – 13 процентов.": "купонная ставка",
    "Объём Фонда национального благосостояния — 13,4 трлн рублей.": "объём Фонда национального благосостояния",
    "Выпуск облигаций: Объем – 500 миллионов долларов.": "объем",
    "Он знал объём — 500 миллионов долларов.": "",
    "Ущерб от санкций может составить 9 млрд долларов.": "ущерб",
    "Доля Турции находилась в интервале 43-48%.": "доля Турции",
    "Инфляция держится на уровне 5%.": "инфляция",
    "Внешний долг занимает основную долю (92 процента).": "основная доля",
    "Внутренний долг растёт (92 процента).": "",
    "Это 71,6 процента от общего объема государственного долга.": "общий объем государственного долга",
    "Это 5 процентов от этого.": "",
    "Долг велик при установленном лимите в 32 процента.": "установленный лимит",
    "Его спросили, почему лимит именно 32 процента.": "лимит",
    "Он занимал третье место, около 5 млн долларов.": "",
    "Завод сэкономил 107 миллионов кубометров российского газа.": "российский газ",
    "Страны получат 10 миллиардов на инфраструктурные проекты.": "инфраструктурные проекты",
    "Опрошено более 110 инвесторов.": "инвесторы",
    "Страна добывает 22 из 36 минералов.": "минералы",
    "Экспорт сократился на 20 процентов.": "сокращение экспорта",
    "Банк надеется на возврат в 2027 году оставшихся 40 миллионов евро.": "возврат",
    "Он говорил о передаче оставшихся 40 миллионов евро.": "передача",
    "Суд лишил компанию оставшихся 40 миллионов евро.": "",
    "Министр побывал на рудниках Белый и Дальний, стоимость запасов которых составляет 3 миллиарда евро.": (
        "стоимость запасов рудников Белый и Дальний"
    ),
    "Речь шла о запасах рудников, стоимость которых составляет 3 миллиарда евро.": "стоимость",
    "Опрошено 110 инвесторов, занятых в добыче урана.": "инвесторы, занятые в добыче урана",
    "Опрошено 110 инвесторов, работающих в Казахстане, Грузии и Армении.": "инвесторы",
    "Опрошено 110 инвесторов, работающих на рынке, который закрыт.": "инвесторы, работающие на рынке",
    "Опрошено 110 инвесторов, занятых в добыче урана и поиске новых месторождений на севере и востоке большой страны.": "инвесторы",
    "Он сказал: около 5 миллионов долларов.": "",
    "На Кашагане добывают 430 тысяч баррелей в сутки.": "",
    "Египет купил зерно по 255 долларов за тонну.": "",
    "Цена газа на бирже держится около 30 евро за мегаватт-час.": "цена газа, за мегаватт-час",
    "Средняя цена нефти марки Brent составила 68,3 доллара за баррель.": "средняя цена нефти марки Brent, за баррель",
    "Стоимость расширения порта Актау оценивается в 320 миллионов долларов.": "стоимость расширения порта Актау",
    "Тариф на прокачку нефти вырос до 12 долларов.": "тариф на прокачку нефти",
    "Потолок цены на российскую нефть снижен до 44 долларов.": "потолок цены на российскую нефть",
    "Банк снизил ключевую ставку до 15,5 процента годовых.": "ключевая ставка, годовых",
    "Военный бюджет Турции увеличен до 47 миллиардов долларов.": "военный бюджет Турции",
    "Прогноз по инфляции повышен до 5,5 процента.": "прогноз по инфляции",
    "Налог на добавленную стоимость повышен до 16 процентов.": "налог на добавленную стоимость",
    "Киев получит кредит на 90 миллиардов евро.": "кредит",
    "Власти сократили расходы на 90 миллиардов евро.": "сокращение расходов",
    "Польша закупит 180 танков K2 на заводе.": "танки",
    "ЦБ повысил ключевую ставку на 2 процентных пункта.": "повышение ключевой ставки",
    "Поставки газа в Турцию упали на 7% до 21 млрд кубометров.": "падение поставок газа",
    "Дефицит бюджета вырос на 3,7 трлн рублей.": "рост дефицита бюджета",
    "Добыча сократилась на четверть.": "сокращение добычи",
    "Товарооборот двух стран в 2024 году достиг 68,7 млрд долларов.": "товарооборот",
    "Сделка обойдётся примерно в 3,4 млрд долларов.": "стоимость сделки",
    "Санкции обойдутся России в 10 млрд долларов.": "потери России",
    "Компания планирует вложить 2 млрд евро в новый завод.": "инвестиции в новый завод",
    "Правительство выделило на оборону 5 трлн рублей.": "ассигнования на оборону",
    "Литва тратит на оборону 3,5% ВВП.": "расходы на оборону",
    "Завод будет производить 300 тыс. тонн меди в год.": "производство меди",
    "Россия потеряет до 1,2 млрд долларов выручки в год.": "потери выручки",
    "Каир подписал контракты на 1,2 млн тонн на общую сумму 290 млн долларов.": "контракты",
    "Стороны подписали контракты на общую сумму 10 млрд долларов.": "контракты",
    "Соглашение оценивается более чем в 25 млрд долларов.": "соглашение",
    "Он вышел, и 5 миллионов долларов исчезли.": "",
    "Компания сообщила, что 5 миллионов долларов вернулись.": "",
}
ENGLISH = {
    "Oil revenues were expected to fall to $14bn.": "oil revenues",
    "They announced a $1.8 billion investment in rail.": "investment",
    "He predicted economic growth of 7.1% this time.": "economic growth",
    "It bought 20% of the state's holdings.": "state's holdings",
    "The firm received $6bn in credits.": "credits",
    "It was sold for $9bn in an auction.": "",
    "Trade between the two countries reached $18bn.": "trade",
    "The price of a tonne stands at $13,000.": "price of a tonne",
    "Norway's exports stood at 3.4m barrels.": "Norway's exports",
    "Trade rose 12.4% in March.": "rise in trade",
    "The 1,600-mile pipeline carries gas.": "pipeline",
    "They listed 117 more vessels.": "vessels",
    "Two-thirds of the town's 12,000 residents left.": "",
    "They plan to produce 30,000 tonnes of uranium a year.": "uranium output",
    "The port handles 600,000 tonnes of cargo a month.": "cargo throughput",
    "The pipeline carries 67 million tonnes a year.": "",
    "Brent traded at $68.30 a barrel on Thursday.": "Brent, a barrel",
    "Oil was at $80 a year ago.": "oil",
    "The average wage is 450,000 tenge a month.": "average wage, a month",
    "Uranium exports a year ago were worth $4 billion.": "",
    "The deficit will not exceed 2.5% of GDP.": "deficit",
    "Reserves grew, adding 6.1% of GDP.": "",
    "The firm will deliver buses for a total of €250 million.": "",
    "The export duty will be 120.3 roubles.": "export duty",
    "Imports of LNG were worth €7.2 billion.": "imports of LNG",
    "They signed agreements worth more than $35 billion.": "agreements",
    "Frozen assets at Euroclear amount to €193bn.": "frozen assets",
    "They lost 300 pieces of equipment.": "pieces of equipment",
    "Russian pipeline deliveries to Turkey fell 7% to 21 bcm.": "fall in Russian pipeline deliveries to Turkey",
    "GDP grew by 4.8 per cent last year.": "growth in GDP",
    "The budget deficit widened to 3.7% of GDP.": "budget deficit",
    "The central bank raised its key rate by 2 percentage points.": "rise in key rate",
    "The central bank raised its key rate to 21%.": "key rate",
    "The economy will expand 3.2% this year.": "growth in the economy",
    "The rouble lost 5% against the dollar.": "fall in the rouble",
    "Sales to Europe shrank from $8.8 billion to $4.8 billion.": "sales to Europe",
    "They wanted to raise it to 75%.": "",
    "The deal will cost about $3.4bn.": "cost of the deal",
    "The first phase, costing $600 million, will start.": "cost of the first phase",
    "The sanctions would cost Russia $10 billion a year.": "cost to Russia, a year",
    "Russia would lose up to $1.2 billion a year in revenue.": "loss of revenue, a year",
    "Hungary signed letters of intent for 4 bcm a year.": "letters of intent, a year",
    "The company plans to invest €2 billion in a new plant.": "investment in a new plant",
    "The bank lent Kazakhstan $500 million for road repairs.": "loan to Kazakhstan",
    "The company raised $750 million by selling bonds.": "funds raised",
    "Lithuania spent 3.5% of its GDP on defence.": "spending on defence",
    "The plant will produce 300,000 tonnes of copper a year.": "copper output",
    "The port handled 8.1 million tons last year.": "throughput",
    "China accounts for 60% of global output.": "share of global output",
    "A 20% stake in the field was sold.": "stake in the field",
    "The joint venture, worth $900 million, will start in 2027.": "joint venture",
    "Exports to China, which stood at $14 billion, are growing.": "exports to China",
    "The lender posted profits, a 9% increase on 2024.": "",
    "The gap between revenue and spending reached 5.6 trillion roubles.": "",
    "Gazprom profit fell 9% in March.": "fall in Gazprom profit",
    "They signed it in a deal that officials say will cost about $3.4bn.": "cost of a deal",
    "The line, which engineers say cost $2bn, is idle.": "cost of the line",
    "The ministry says exports fell 4%.": "fall in exports",
    "Poland offered 600 megawatts of emergency supplies.": "emergency supplies",
    "He is accused of stealing $4.6 million from the fund.": "",
    "Roughly two-thirds of shadow fleet vessels sail under false flags.": "shadow fleet vessels",
}


def described(text, language="ru"):
    return extract_quantities(document_of("Обзор" if language == "ru" else "Review", text, language=language), PUBLISHED)


@pytest.mark.parametrize(("text", "label"), RUSSIAN.items())
def test_a_russian_figure_is_named_by_words_of_its_sentence(text, label):
    assert described(text)[0].label == label


@pytest.mark.parametrize(("text", "label"), ENGLISH.items())
def test_an_english_figure_is_named_by_words_of_its_sentence(text, label):
    assert described(text, "en")[0].label == label


@pytest.mark.parametrize(
    ("text", "holder"),
    [
        ("Гарантии на сумму 4 миллиарда евро дали для проектов в Узбекистане.", "UZ"),
        ("Запасы на территории Казахстана составляют 3 миллиона тонн.", "KZ"),
        ("Он предоставил странам Средней Азии 10 миллиардов евро.", "143"),
        ("Низкий долг у стран с Эстонией (17 процентов) и Россией (20 процентов).", "EE"),
        ("Казахстан производит 22 из 36 минералов.", "KZ"),
        ("Министр финансов Казахстана рассказал о 600 миллионах евро.", None),
        ("Вложат 5 миллиардов евро в Казахстане и в Узбекистане.", None),
        ('На проект «Сделки стран "C5+1"» планируют выделить 25 миллиардов евро.', None),
        ("Программа «Вместе в Казахстане» стоит 25 миллиардов евро.", None),
        ("«В Казахстане построят завод за 25 миллиардов евро», — сказал он.", "KZ"),
    ],
)
def test_the_holder_is_the_one_actor_that_the_words_around_name(text, holder):
    assert described(text)[0].holder == holder


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("Доля упала до 45 процентов в 2021 году.", "2021"),
        ("По состоянию на 1 января 2024 года остаток займа составил 2,4 миллиона долларов.", "2024-01-01"),
        ("Объем инвестиций составил $200 миллиардов с 2005 года.", "2005"),
        ("23 декабря министр рассказал о 600 миллионах евро.", None),
        ("Добыча снизилась на 10 процентов по сравнению с 2014 годом.", None),
        ("Программа до 2030 года требует 5 миллиардов евро.", None),
        ("Чиновник понадеялся на разблокировку в 2026 году оставшихся 120 миллионов евро.", None),
        ("Завод планирует в 2026 году выпустить 5 миллионов тонн.", None),
        ("В 2026 году добыча составит 5 миллионов тонн.", None),
        ("Добыча в 2027 году — 5 миллионов тонн.", None),
        ("Он надеялся на успех и получил в 2021 году 5 миллионов евро.", "2021"),
        ("Он рассказал о решении от 2023 года выделить 5 миллионов евро.", "2023"),
    ],
)
def test_the_date_is_the_one_that_the_figure_is_of(text, moment):
    assert described(text)[0].as_of == moment


def test_a_conversion_has_the_label_and_holder_of_its_sum():
    pounds, roubles = described("Гарантии на сумму 4 миллиарда фунтов стерлингов (413,2 миллиарда рублей) дали проектам в Узбекистане.")
    assert (roubles.equivalent_of, roubles.label, roubles.holder) == (pounds.id, "гарантии", "UZ")


def test_a_part_of_the_figure_before_it_keeps_its_label_and_adds_the_place():
    whole, part = described(
        "2,6 миллиона тонн составляют запасы металлов на территории Казахстана. "
        "Из них почти 800 тысяч тонн располагаются на участке Куйректыколь."
    )
    assert (part.label, part.holder) == (f"{whole.label}, на участке Куйректыколь", "KZ")


def test_a_dash_for_the_verb_has_a_subject_of_its_own():
    figures = described("Курс доллара вырос на 34 копейки, до 81,25 рубля, евро — на 12 копеек, до 94,3 рубля.")
    assert [figure.label for figure in figures if figure.value > 1] == ["курс доллара", ""]


def test_a_counted_part_is_named_by_its_own_noun():
    whole, part = described("Эвакуированы 2,3 тысячи человек, в том числе 540 детей.")
    assert (whole.label, part.label) == ("люди", "дети")


def test_ids_outlive_a_change_in_another_sentence():
    before, after = described("Дали 5 миллионов евро."), described("Вчера шёл дождь. Дали 5 миллионов евро.")
    assert [quantity.id for quantity in before] == [quantity.id for quantity in after]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Запасы составляют 2,6 миллиона тонн. Из них почти 800 тысяч тонн лежат на севере.", "ru"),
        ("Запасы составляют 2,6 миллиона тонн. Из них на севере лежат 800 тысяч тонн.", "ru"),
        ("Выделено 5 миллионов евро, в том числе 2 миллиона евро на дороги.", "ru"),
        ("They spent $5 million, of which about $2 million went on roads.", "en"),
        ("They spent $5 million. Of these, $2 million went on roads.", "en"),
    ],
)
def test_a_part_of_the_figure_before_it_says_so_in_its_rule(text, language):
    assert [quantity.rule.endswith(".part-of-previous") for quantity in described(text, language)] == [False, True]


@pytest.mark.parametrize(
    "text",
    [
        "Запасы составляют 2,6 миллиона тонн. На севере лежат 800 тысяч тонн.",
        "Запасы составляют 2,6 миллиона тонн. Из них 20 процентов лежат на севере.",
        "Запасы составляют 800 тысяч тонн. Из них 2,6 миллиона тонн уже вывезли.",
        "Запасы составляют 2,6 миллиона тонн. Их измерили. Из них 800 тысяч тонн лежат на севере.",
    ],
)
def test_a_figure_of_another_unit_a_larger_or_a_distant_one_is_no_part(text):
    assert not any(quantity.rule.endswith(".part-of-previous") for quantity in described(text))


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("The company hopes to produce 5 million tons in 2026.", None),
        ("Output will be 5 million tons in 2026.", None),
        ("Output reached 5 million tons in 2025.", "2025"),
    ],
)
def test_the_date_of_an_english_plan_is_no_date_of_its_figure(text, moment):
    assert described(text, "en")[0].as_of == moment


@pytest.mark.parametrize(
    ("text", "language", "labels"),
    [
        ("He predicted economic growth of 7.1%, up from 6.7% in the current year.", "en", ["economic growth", "economic growth"]),
        ("Oil revenues stood at $14bn against $16bn a year earlier.", "en", ["oil revenues", "oil revenues"]),
        ("Exports rose 12%, up from 6% a year earlier.", "en", ["rise in exports", ""]),
        (
            "Отношение долга не превышает 1,5 процента (2021 – 1,2 процента, 2022 – 1,3 процента).",
            "ru",
            ["отношение долга"] * 3,
        ),
        (
            "Мы ожидаем прирост запасов в районе 710 миллионов тонн, а по газу — около 700 миллиардов кубометров.",
            "ru",
            ["прирост запасов", "прирост запасов, по газу"],
        ),
        ("Ставка составляет 5 процентов, а пенсии — 7 процентов.", "ru", ["ставка", "пенсии"]),
    ],
)
def test_a_figure_beside_another_of_the_same_thing_shares_its_label(text, language, labels):
    document = document_of("Обзор" if language == "ru" else "Review", text, language=language)
    assert [quantity.label for quantity in extract_quantities(document, PUBLISHED)] == labels


def test_the_day_on_which_a_year_starts_dates_no_figure():
    document = document_of(
        "Review", "The budget for the year starting on 21 March 2005 calls for the sale of 20% of the holdings.", language="en"
    )
    (found,) = extract_quantities(document, None)
    assert found.as_of is None
