"""Body of the sample report: sections 2 to 7."""

from __future__ import annotations

from briefgen.blocks import (
    Block,
    Choice,
    Column,
    Control,
    Figure,
    Foreign,
    Heading,
    Inline,
    LineBreak,
    Mark,
    Moment,
    Paragraph,
    Quotation,
    Row,
    Signature,
    Strong,
    Table,
    Text,
    Timeline,
)
from tests.writers.sample_words import cite, words


def body(ru: bool) -> tuple[Block, ...]:
    return (
        Heading(1, "2.", words("Интересы партнёров", "Partner interests", ru), "interests"),
        Heading(2, "2.1.", words("Великобритания", "United Kingdom", ru), "interests-gb"),
        _lead(ru),
        _interests(ru),
        Heading(1, "3.", words("Ресурсные и финансовые показатели", "Resource and financial figures", ru), "figures"),
        _figures(ru),
        Paragraph(
            (
                Text(
                    words(
                        "Слова источника о предмете («редкоземельные металлы», «критические минералы») сохранены. В скобках~— "
                        "пересчёт источника; разные валюты не складываются.",
                        "The source’s words for the subject (“rare-earth metals”, “critical minerals”) are kept. In brackets: "
                        "a conversion by the source; different currencies are never added.",
                        ru,
                    )
                ),
            ),
            "note",
        ),
        Heading(1, "4.", words("Позиции экспертов", "Expert views", ru), "experts"),
        _experts(ru),
        _quotation(ru),
        Heading(1, "5.", words("Риски для России", "Risks to Russia", ru), "risks"),
        _risks(ru),
        Heading(1, "6.", words("Хронология", "Timeline", ru), "timeline"),
        _timeline(ru),
        Heading(1, "7.", words("Достоверность и ограничения", "Confidence and limits", ru), "limits"),
        _limits(ru),
        Control("assessment", words("Выводы и предложения", "Assessment", ru), words("Введите текст", "Enter text", ru)),
        Control(
            "reviewer",
            words("Замечания", "Remarks", ru),
            words("Введите текст", "Enter text", ru),
            (Text(words("Проверено по источнику.", "Checked against the source.", ru)),),
        ),
        Signature(
            words("Наименование должности", "Post", ru),
            words("И.О.~Фамилия", "Initials and surname", ru),
            words("Исп.: Фамилия Имя Отчество, тел. (000)~000-00-00", "Prepared by: name, telephone 000~000", ru),
        ),
    )


def _lead(ru: bool) -> Paragraph:
    if ru:
        quotation: tuple[Inline, ...] = (
            Text(
                "«25\u00a0февраля Ермек Кошербаев и\u00a0представители британского бизнеса подписали дорожную карту по "
                "стратегическому партнерству в\u00a0области критических минералов до 2027\u00a0года» "
            ),
            cite(6),
        )
    else:
        quotation = (
            Text(
                "On 25\u00a0February Yermek Kosherbayev and representatives of British business signed a roadmap for strategic "
                "partnership in the field of critical minerals until 2027 "
            ),
            Mark("[translation]"),
            Text(" "),
            cite(6),
        )
    return Paragraph(quotation, "lead")


def _interests(ru: bool) -> Table:
    rows = (
        ("Критические минералы", "Critical minerals", "согласовано 25.02.[2026]", "agreed 25~Feb [2026]", "до 2027~г.", "until 2027", 6),
        ("Кампус университета Ковентри, Алма-Ата", "Coventry University campus, Almaty", "согласовано", "agreed", "—", "—", 6),
        (
            "Инфраструктура; взамен~— участие Лондонской металлургической биржи",
            "Infrastructure; in return, a role for the London Metal Exchange",
            "намерение (А.~Елисеева)",
            "intention: Alina Yeliseyeva",
            "4~млрд фунтов стерлингов, гарантии",
            "£4~billion, guarantees",
            9,
        ),
    )
    return Table(
        "interests",
        tuple(
            map(
                Column,
                ("Тема", "Стадия, дата", "С кем", "Сумма, срок", "Ист.")
                if ru
                else ("Topic", "Stage, date", "With whom", "Sum, term", "Source"),
            )
        ),
        tuple(
            Row(
                (
                    (Text(words(topic_ru, topic_en, ru)),),
                    (Text(words(stage_ru, stage_en, ru)),),
                    (Text(words("Казахстан", "Kazakhstan", ru)),),
                    (Text(words(sum_ru, sum_en, ru)),),
                    (cite(number),),
                )
            )
            for topic_ru, topic_en, stage_ru, stage_en, sum_ru, sum_en, number in rows
        ),
        words("Интересы Великобритании", "Interests of the United Kingdom", ru),
    )


FigureRow = tuple[str, tuple[Inline, ...], tuple[Inline, ...], str, str, int, bool]


def _figures(ru: bool) -> Table:
    heads = (
        ("Показатель", "Число", "Единица", "Чей или где", "На дату", "Ист.")
        if ru
        else ("What", "Number", "Unit", "Whose or where", "As of", "Source")
    )
    return Table(
        "figures",
        tuple(Column(head, "decimal" if number == 1 else "left") for number, head in enumerate(heads)),
        tuple(
            Row(((Text(what),), figure, unit, (Text(whose),), (Text(as_of),), (cite(number),)), group_start=group)
            for what, figure, unit, whose, as_of, number, group in _figure_rows(ru)
        ),
        words("Показатели с единицами и источниками", "Figures with units and sources", ru),
        words("Таблица 1~— Показатели источника", "Table 1. Figures of the source", ru),
    )


def _figure_rows(ru: bool) -> tuple[FigureRow, ...]:
    comma = "," if ru else "."
    dollars, euros = words("млрд долларов~США", "billion US dollars", ru), words("млрд евро", "billion euros", ru)
    return (
        (
            words("Совокупные инвестиции", "Total EU investment", ru),
            (Figure(words("почти ", "nearly ", ru), "200", ""),),
            (Text(dollars),),
            words("ЕС~— Казахстан", "EU to Kazakhstan", ru),
            words("с~2005~г.", "since 2005", ru),
            26,
            False,
        ),
        (
            words("Запасы вольфрама", "Tungsten reserves", ru),
            (Figure(words("около ", "about ", ru), "1", comma + "1"),),
            (Text(dollars),),
            words("Катпар, Кайракты", "Katpar, Kairakty", ru),
            "—",
            43,
            False,
        ),
        (
            words("Инвестиционный пакет", "Investment package", ru),
            (Figure("", "12", ""),),
            (Text(euros),),
            words("ЕС~— Средняя Азия", "EU to Central Asia", ru),
            words("04.04.[2025]", "4~Apr [2025]", ru),
            31,
            True,
        ),
        (
            words("Инфраструктура", "Infrastructure", ru),
            (Figure("", "10", ""),),
            (Text(words("млрд, ", "billion, ", ru)), Strong(words("валюта не~указана", "currency not~stated", ru))),
            words("ЕС~— Средняя Азия", "EU to Central Asia", ru),
            "2023",
            24,
            True,
        ),
        (
            words("Редкоземельные металлы", "Rare-earth metals", ru),
            (Figure("", "2", comma + "6"),),
            (Text(words("млн~т, третьи в~мире", "million tonnes, third", ru)),),
            words("Казахстан", "Kazakhstan", ru),
            "—",
            40,
            True,
        ),
        (
            words("Минералы из Стратегии", "Minerals on the UK list", ru),
            (Strong(words("22 из 36", "22 of 36", ru)),),
            (Text(words("в~списке Лондона", "minerals", ru)),),
            words("Казахстан", "Kazakhstan", ru),
            "—",
            39,
            False,
        ),
    )


def _experts(ru: bool) -> Table:
    original = "«Безусловно, это попытка самостоятельной игры ЕС в\u00a0регионе»"
    direct: tuple[Inline, ...] = (
        (Text(original + " "), cite(32))
        if ru
        else (
            Text("This is certainly an attempt by the EU to play its own game in the region "),
            Mark("[translation]"),
            Text(" "),
            cite(32),
            LineBreak(),
            Foreign(original, "ru"),
        )
    )
    return Table(
        "experts",
        tuple(
            map(
                Column,
                ("Эксперт", "Косвенная речь", "Прямая речь")
                if ru
                else ("Expert", "Reported, translated", "Direct speech, translated; original below"),
            )
        ),
        (
            Row(
                (
                    (
                        Strong(words("Роман Юнеман", "Roman Yuneman", ru)),
                        Text(words(", политолог, специалист по Казахстану", ", political scientist, specialist on Kazakhstan", ru)),
                    ),
                    (
                        Text(
                            words(
                                "Продолжаются попытки выстроить маршруты в~обход России ",
                                "Attempts to build routes bypassing Russia continue ",
                                ru,
                            )
                        ),
                        cite(31),
                    ),
                    direct,
                )
            ),
        ),
        words("Высказывания экспертов", "What experts said", ru),
    )


def _quotation(ru: bool) -> Quotation:
    original = "«Выбор времени саммита ознаменовал более масштабный сдвиг в\u00a0цепочках поставок от Китая и\u00a0России…»"
    return Quotation(
        (Text(original + " "), cite(42))
        if ru
        else (
            Text("The timing of the summit marked a larger shift in supply chains away from China and Russia… "),
            Mark("[translation]"),
            Text(" "),
            cite(42),
        ),
        (Text(words("Роберт Катлер, старший научный сотрудник", "Robert Cutler, senior research fellow", ru)),),
        None if ru else Foreign(original, "ru"),
        "quotation-1",
    )


def _risks(ru: bool) -> Table:
    heads = (
        ("Риск и механизм", "Кто и как говорит", "Что говорит против", "Оценка")
        if ru
        else ("Risk and mechanism", "Who says so, and how", "Against it", "Rating")
    )
    terms = (("likely", words("вероятно", "likely", ru)), ("almost-certain", words("почти наверняка", "almost certain", ru)))
    rating = (
        Text(words("вероятность~", "likelihood~", ru)),
        Choice("risks/r-1/likelihood", words("вероятность", "likelihood", ru), terms, words("выберите", "choose", ru)),
        LineBreak(),
        Text(words("влияние~", "impact~", ru)),
        Choice("risks/r-1/impact", words("влияние", "impact", ru), terms, words("выберите", "choose", ru), "likely"),
    )
    return Table(
        "risks",
        tuple(map(Column, heads)),
        (
            Row(
                (
                    (
                        Strong(words("Транспорт.", "Transport.", ru)),
                        Text(words(" Маршруты в~обход России: Транскаспийский ", " Routes bypassing Russia: Trans-Caspian route ", ru)),
                        cite(27, 31),
                    ),
                    (Text(words("текст статьи, как факт; Роман Юнеман, мнение", "article text, as fact; Roman Yuneman, opinion", ru)),),
                    (
                        Text(
                            words(
                                "Роман Юнеман: призыв Астаны~— скорее маневр, чем откровенно антироссийский жест ",
                                "Roman Yuneman: Astana’s call is rather a manoeuvre than an openly anti-Russian gesture ",
                                ru,
                            )
                        ),
                        cite(33),
                    ),
                    rating,
                ),
                ids=("risks/r-1",),
            ),
        ),
        words("Риски с возражениями", "Risks with counter-views", ru),
    )


def _timeline(ru: bool) -> Timeline:
    moments = (
        (
            "2023",
            "2023",
            "Решение ЕС предоставить Средней Азии 10~млрд (валюта не указана) ",
            "EU decision to give Central Asia 10~billion (currency not stated) ",
            24,
            True,
        ),
        (
            "4~апреля [2025]",
            "4~April [2025]",
            "Самарканд, первый саммит ЕС~— Центральная Азия: 12~млрд евро ",
            "Samarkand, first European Union – Central Asia summit: €12~billion ",
            31,
            True,
        ),
        ("2027", "2027", "ожидается: срок дорожной карты ", "expected: term of the roadmap ", 6, False),
    )
    return Timeline(
        tuple(
            Moment(words(date_ru, date_en, ru), (Text(words(text_ru, text_en, ru)), cite(number)), happened)
            for date_ru, date_en, text_ru, text_en, number, happened in moments
        ),
        words("События по порядку", "Events in order", ru),
        words("ожидается", "expected", ru),
    )


def _limits(ru: bool) -> Table:
    rows = (
        (
            words("Один источник", "Single source", ru),
            (Text(words("Ни одно сведение не подтверждено вторым источником.", "No statement is confirmed by a second source.", ru)),),
        ),
        (words("Валюта", "Currency", ru), (Text(words("10~млрд~— не указана ", "10~billion: not stated ", ru)), cite(24), Text("."))),
    )
    return Table(
        "limits",
        tuple(map(Column, ("Вид", "Что читателю нужно знать") if ru else ("Kind", "What the reader should know"))),
        tuple(Row(((Text(kind),), cells)) for kind, cells in rows),
        words("Ограничения", "Limits", ru),
    )
