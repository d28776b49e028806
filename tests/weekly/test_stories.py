"""Stories: re-posts and near duplicates are one, and an article that says something else is not."""

from __future__ import annotations

from briefgen.weekly.stories import Told, is_near_duplicate, says_no_more, stories_of

TEXT = " ".join(f"Министр номер {number} сообщил о плане развития порта {number * 7}." for number in range(30))
OTHER = " ".join(f"Посол страны {number} осмотрел завод и назвал срок {number * 3} лет." for number in range(30))


def test_a_repost_with_a_new_lead_is_a_near_duplicate() -> None:
    assert is_near_duplicate(TEXT, "Перепечатка агентства. " + TEXT + " Фото: архив.")


def test_half_of_an_article_is_a_near_duplicate_of_it() -> None:
    assert is_near_duplicate(TEXT, TEXT[: len(TEXT) // 2])


def test_two_articles_of_one_day_are_not() -> None:
    assert not is_near_duplicate(TEXT, OTHER)


def told(id: str, *signature: str, story: str = "s") -> Told:
    return Told(id, "2026-02-27", story, tuple(sorted(signature)))


def test_who_says_most_leads_and_the_others_are_reposts() -> None:
    stories, repeated = stories_of([told("short", "q 10"), told("long", "q 10", "q 20")], {})
    assert [(story.article, story.reposts) for story in stories] == [("long", ("short",))]
    assert repeated == ()


def test_another_figure_makes_another_source() -> None:
    stories, _ = stories_of([told("a", "q 10"), told("b", "q 12")], {})
    assert [(story.article, story.reposts) for story in stories] == [("a", ()), ("b", ())]


def test_what_an_earlier_issue_reported_is_repeated_and_no_news() -> None:
    stories, repeated = stories_of([told("a", "q 10"), told("b", "q 12")], {"s": [("q 10", "q 11")]})
    assert [story.article for story in stories] == ["b"]
    assert repeated == ("a",)


def test_the_same_figure_twice_is_more_than_once() -> None:
    assert says_no_more(("q 1",), ("q 1", "q 1"))
    assert not says_no_more(("q 1", "q 1"), ("q 1",))
