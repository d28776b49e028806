"""Page one of the sample report."""

from __future__ import annotations

from decimal import Decimal

from briefgen.blocks import (
    Bar,
    Block,
    Chart,
    Column,
    Heading,
    Inline,
    LineBreak,
    Listing,
    ListItem,
    PageBreak,
    Panel,
    Row,
    Strong,
    Table,
    Text,
)
from tests.writers.sample_words import cite, words


def page_one(ru: bool) -> tuple[Block, ...]:
    return (
        Heading(1, "1.", words("Главное", "Key points", ru), "points"),
        Listing(_points(ru), "points"),
        Heading(2, "", words("Партнёры: кратко", "Partners at a glance", ru), "partners"),
        _partners(ru),
        Heading(2, "", words("Крупнейшие суммы", "Largest figures", ru), "largest"),
        _chart(ru),
        Heading(2, "", words("Риски для России: кратко", "Risks to Russia in brief", ru), "risks-brief"),
        _risk_lines(ru),
        PageBreak(),
    )


def _points(ru: bool) -> tuple[ListItem, ...]:
    texts: tuple[tuple[Inline, ...], ...] = (
        (
            Text(
                words(
                    "Критически важные минералы Казахстана интересуют трёх партнёров: британский бизнес подписал дорожную карту, "
                    "ЕС достиг договорённости, Белый дом проявил интерес~",
                    "Three partners are interested in Kazakhstan’s critical minerals: British business has signed a roadmap, "
                    "the EU has reached an understanding and the White House has shown interest~",
                    ru,
                )
            ),
            cite(6, 27, 13),
            Text("."),
        ),
        (
            Text(words("Крупнейшие заявленные суммы: ", "Largest sums stated: ", ru)),
            Strong(words("более 25~млрд долларов~США", "more than $25~billion", ru)),
            Text(words(" (США), ", " (US), ", ru)),
            Strong(words("12~млрд евро", "€12~billion", ru)),
            Text(words(" (ЕС), ", " (EU), ", ru)),
            Strong(words("4~млрд фунтов стерлингов", "£4~billion", ru)),
            Text(words(" экспортных гарантий Узбекистану (Великобритания)~", " in export guarantees for Uzbekistan (UK)~", ru)),
            cite(41, 25, 9),
            Text("."),
        ),
        (
            Text(words("Даурен Кенбеил сообщил о разморозке ", "Dauren Kenbeil reported the release of ", ru)),
            Strong(words("600~млн евро", "€600~million", ru)),
            Text(words(" ЕАБР на счетах Euroclear; на разблокировку ещё ", " of the EDB’s money at Euroclear; he hopes for another ", ru)),
            Strong(words("120~млн евро", "€120~million", ru)),
            Text(words(" он надеется в 2026~году~", " in 2026~", ru)),
            cite(29),
            Text("."),
        ),
        (
            Text(
                words(
                    "Против: по мнению Романа Юнемана, призыв Астаны ускорить инвестиции~— скорее дипломатический маневр, чем "
                    "откровенно антироссийский жест, а борьба за ископаемые не носит ожесточённого характера~",
                    "Against: in Roman Yuneman’s opinion, Astana’s call to speed up investment is rather a diplomatic manoeuvre "
                    "than an openly anti-Russian gesture, and the contest for minerals is not fierce~",
                    ru,
                )
            ),
            cite(33, 43),
            Text("."),
        ),
    )
    return tuple(ListItem(inlines, f"point-{number}") for number, inlines in enumerate(texts, 1))


def _partners(ru: bool) -> Table:
    return Table(
        "partners",
        tuple(
            map(
                Column,
                ("Партнёр", "Чего добивается", "Высшая стадия", "Крупнейшая сумма")
                if ru
                else ("Partner", "What it seeks", "Highest stage", "Largest sum"),
            )
        ),
        tuple(Row(((Strong(name),), what, stage, sum_)) for name, what, stage, sum_ in _partner_rows(ru)),
        words("Партнёры, их цели, стадия и крупнейшая сумма", "Partners, their aims, stage and largest sum", ru),
    )


PartnerRow = tuple[str, tuple[Inline, ...], tuple[Inline, ...], tuple[Inline, ...]]


def _partner_rows(ru: bool) -> tuple[PartnerRow, ...]:
    return (
        (
            words("Великобритания", "United Kingdom", ru),
            (
                Text(
                    words(
                        "минералы Казахстана; гарантии и~горнодобыча в~Узбекистане ",
                        "minerals of Kazakhstan; guarantees and mining in Uzbekistan ",
                        ru,
                    )
                ),
                cite(6, 9),
            ),
            (Text(words("согласовано", "agreed", ru)), LineBreak(), Text(words("25~февраля [2026]", "25~February [2026]", ru))),
            (Text(words("4~млрд фунтов стерлингов ", "£4~billion ", ru)), cite(9)),
        ),
        (
            words("США", "United States", ru),
            (
                Text(
                    words(
                        "редкоземельные металлы; «Зоны сделок „C5+1“»; вольфрам ",
                        "rare-earth metals; C5+1 Deal Zone; tungsten ",
                        ru,
                    )
                ),
                cite(13, 41, 43),
            ),
            (Text(words("согласовано (вольфрам)", "agreed (tungsten)", ru)),),
            (Text(words("более 25~млрд долларов~США ", "more than $25~billion ", ru)), cite(41)),
        ),
        (
            words("Европейский союз", "European Union", ru),
            (
                Text(
                    words(
                        "минералы, атом, нефтехимия; маршрут в~обход России ",
                        "minerals, nuclear, petrochemicals; route bypassing Russia ",
                        ru,
                    )
                ),
                cite(27),
            ),
            (Text(words("согласовано (минералы)", "agreed (minerals)", ru)),),
            (Text(words("12~млрд евро ", "€12~billion ", ru)), cite(25, 31)),
        ),
    )


def _chart(ru: bool) -> Chart:
    def bar(russian: str, english: str, value_ru: str, value_en: str, value: str, solid: bool) -> Bar:
        return Bar(words(russian, english, ru), words(value_ru, value_en, ru), Decimal(value), solid)

    return Chart(
        name="sums",
        title="",
        panels=(
            Panel(
                words("Доллары США", "US dollars", ru),
                (
                    bar("Инвестиции ЕС", "EU investment", "почти 200~млрд", "nearly 200~billion", "200e9", False),
                    bar("«Зоны сделок»", "Deal Zone", "более 25~млрд", "more than 25~billion", "25e9", True),
                    bar("Вольфрам", "Tungsten", "около 1,1~млрд", "about 1.1~billion", "1.1e9", False),
                ),
            ),
            Panel(
                words("Евро", "Euros", ru),
                (
                    bar("Пакет ЕС", "EU package", "12~млрд", "12~billion", "12e9", True),
                    bar("Разморожено", "Released", "600~млн", "600~million", "6e8", False),
                    bar("Ещё заморожено", "Still frozen", "120~млн", "120~million", "1.2e8", False),
                ),
            ),
            Panel(
                words("Фунты стерлингов", "Pounds sterling", ru),
                (bar("Гарантии", "Guarantees", "4~млрд", "4~billion", "4e9", True),),
            ),
        ),
        note=(
            Strong(words("10~млрд~— валюта не указана", "10~billion~— currency not stated", ru)),
            Text(words(", решение ЕС 2023~г.; не~показано~", ", EU decision of 2023; not drawn~", ru)),
            cite(24),
        ),
        solid_key=words("обещано или планируется", "promised or planned", ru),
        hollow_key=words("прочее", "other", ru),
        scale_note=words(
            "Масштаб у~каждой валюты свой; подробно~— раздел~3.", "Each currency has its own scale; details in section~3.", ru
        ),
        alternative=words(
            "Крупнейшие суммы: почти 200~млрд долларов США, 12~млрд евро, 4~млрд фунтов стерлингов; таблица в разделе 3",
            "Largest sums: nearly 200~billion US dollars, 12~billion euros, 4~billion pounds; table in section 3",
            ru,
        ),
        series_name=words("Сумма", "Sum", ru),
    )


def _risk_lines(ru: bool) -> Table:
    rows = (
        (words("транспорт", "transport", ru), words("логистические маршруты в обход России", "logistics routes bypassing Russia", ru), 31),
        (
            words("политика", "political", ru),
            words("альтернативные центры силы в регионе", "alternative centres of power in the region", ru),
            31,
        ),
    )
    return Table(
        "risks_brief",
        tuple(map(Column, ("Категория", "Риск", "Кто говорит") if ru else ("Category", "Risk", "Who says so"))),
        tuple(
            Row(((Strong(name),), (Text(risk),), (Text(words("Роман Юнеман, мнение ", "Roman Yuneman, opinion ", ru)), cite(number))))
            for name, risk, number in rows
        ),
        words("Риски в одну строку", "Risks in a line each", ru),
    )
