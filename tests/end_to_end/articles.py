"""Small articles, in both languages, for runs of the whole program."""

RUSSIAN = """date 2026-03-02 Казахстан и Лондон договорились о металлах

2 марта британское правительство пообещало выделить 3 миллиарда фунтов стерлингов на рудники Казахстана.

Министр торговли Казахстана заявил, что республика добывает 22 из 36 минералов.

По мнению экспертов, европейские государства пытаются выстроить маршруты в обход России.
"""
ANOTHER = """date 2026-03-05 Евросоюз вложит деньги в дороги Узбекистана

5 марта Евросоюз решил предоставить Узбекистану 7 миллиардов евро на строительство железной дороги.

Министерство транспорта Узбекистана сообщило, что дорогу построят до 2030 года.
"""
ENGLISH = """London and Astana agree on uranium

The United Kingdom plans to invest £2 billion in uranium mines in Kazakhstan, the British government said on 3 March 2026.

"This agreement will help both of our countries," Prime Minister Keir Starmer said.

Analysts say that new routes bypassing Russia could reduce the transit income of Moscow.
"""
UNDATED = "Лондон и металлы\n\nЛондон выделит 3 миллиарда фунтов стерлингов на рудники Казахстана, и это решение уже принято в Астане.\n"
SILENT = "Прогулка по лесу\n\nУтром было тихо, и на поляне не было никого, кто бы что-то сказал или сделал.\n"
GERMAN = "Die Regierung hat beschlossen, dass nichts geschieht, und das war es dann auch schon für dieses Jahr.\n"
