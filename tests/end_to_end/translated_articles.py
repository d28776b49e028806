"""Two English articles and the Russian of their passages, for the whole cycle of translation."""

from __future__ import annotations

RAILWAY = """date 2026-03-04 Brussels offers Kazakhstan money for a railway

The European Union will lend Kazakhstan €3.5 billion for a railway to the Caspian Sea, the European Commission said on 3 March 2026.

The line should carry 12 million tonnes of cargo a year by 2030.

"We want a reliable route to Central Asia, not a quarrel with its neighbours," a spokesman for the European Commission said.

Analysts believe that the new route will bypass Russia and could reduce its transit revenue.
"""
URANIUM = """date 2026-03-06 London and Astana agree on uranium

The United Kingdom plans to invest £2 billion in uranium mines in Kazakhstan, the British government said on 5 March 2026.

"This agreement will help both of our countries," Prime Minister Keir Starmer said.

The Ministry of Energy of Kazakhstan said that the country produced about 23,000 tonnes of uranium in 2025.

Experts do not expect that the deal will reduce uranium exports to Russia.
"""
_LOAN = "Европейский союз предоставит Казахстану заём в 3,5 млрд евро на строительство железной дороги к Каспийскому морю"
_ROUTE = "Нам нужен надёжный маршрут в Центральную Азию, а не ссора с её соседями"
_BYPASS = "новый маршрут пройдёт в обход России и может сократить её доходы от транзита"
_INVESTMENT = "Великобритания планирует вложить 2 млрд фунтов стерлингов в урановые рудники Казахстана"
_HELP = "Это соглашение поможет обеим нашим странам"
_OUTPUT = "страна произвела в 2025 году около 23 тыс. тонн урана"
_EXPORTS = "сделка сократит вывоз урана в Россию"
RUSSIAN = {
    "Brussels offers Kazakhstan money for a railway": "Брюссель предлагает Казахстану деньги на железную дорогу",
    "The European Union will lend Kazakhstan €3.5 billion for a railway to the Caspian Sea": _LOAN,
    "The European Union will lend Kazakhstan €3.5 billion for a railway to the Caspian Sea, "
    "the European Commission said on 3 March 2026.": f"{_LOAN}, сообщила Европейская комиссия 3 марта 2026 года.",
    "The line should carry 12 million tonnes of cargo a year by 2030.": "К 2030 году дорога должна перевозить 12 млн тонн грузов в год.",
    "We want a reliable route to Central Asia, not a quarrel with its neighbours": _ROUTE,
    '"We want a reliable route to Central Asia, not a quarrel with its neighbours," a spokesman for the European Commission said.': (
        f"«{_ROUTE}», – заявил представитель Европейской комиссии."
    ),
    "the new route will bypass Russia and could reduce its transit revenue": _BYPASS,
    "Analysts believe that the new route will bypass Russia and could reduce its transit revenue.": f"Аналитики полагают, что {_BYPASS}.",
    "London and Astana agree on uranium": "Лондон и Астана договорились об уране",
    "The United Kingdom plans to invest £2 billion in uranium mines in Kazakhstan": _INVESTMENT,
    "The United Kingdom plans to invest £2 billion in uranium mines in Kazakhstan, "
    "the British government said on 5 March 2026.": f"{_INVESTMENT}, сообщило правительство Великобритании 5 марта 2026 года.",
    "This agreement will help both of our countries": _HELP,
    '"This agreement will help both of our countries," Prime Minister Keir Starmer said.': (
        f"«{_HELP}», – заявил Премьер-министр Кир Стармер."
    ),
    "the country produced about 23,000 tonnes of uranium in 2025": _OUTPUT,
    "The Ministry of Energy of Kazakhstan said that the country produced about 23,000 tonnes of uranium in 2025.": (
        f"Министерство энергетики Казахстана сообщило, что {_OUTPUT}."
    ),
    "the deal will reduce uranium exports to Russia": _EXPORTS,
    "Experts do not expect that the deal will reduce uranium exports to Russia.": f"Эксперты не ожидают, что {_EXPORTS}.",
    "analysts": "аналитики",
    "British government": "правительство Великобритании",
    "Ministry of Energy of Kazakhstan": "Министерство энергетики Казахстана",
}
