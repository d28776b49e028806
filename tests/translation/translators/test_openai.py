"""The translator behind an OpenAI-compatible server, against a real one on loopback: what is asked, and every fault a server has."""

from __future__ import annotations

import socket
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from briefgen.diagnostics import UsageError
from briefgen.translation.translators import Failure
from briefgen.translation.translators.openai import make
from tests.translation.translators.loopback import Answer, Loopback, completion, passages, serving

pytestmark = pytest.mark.plugins
TEXTS = ("Лондон даст 4 млрд фунтов.", "Министр сказал «нет».", "Эксперт считает иначе.")


@pytest.fixture(scope="module", autouse=True)
def _packages(needs_package: Callable[..., None]) -> None:
    needs_package("httpx", "plugins")


def english(request: dict[str, Any], number: int = 0) -> Answer:
    """Each passage with EN before it: a well-behaved server."""
    return completion([f"EN {text}" for text in passages(request)])


def translator(url: str, waits: list[float] | None = None, key: str = "secret-key", **settings: str) -> Any:
    """The translator of that server; it notes how long it would have waited instead of waiting."""
    made = make(settings, {"OPENAI_BASE_URL": url, "OPENAI_MODEL": "model-1", "OPENAI_API_KEY": key})
    noted = waits if waits is not None else []
    return replace(made, service=replace(made.service, sleep=noted.append))  # type: ignore[type-var]


def translate(server: Loopback, waits: list[float] | None = None, texts: tuple[str, ...] = TEXTS, **settings: str) -> list[Any]:
    return list(translator(server.url, waits, **settings).translate(texts, source="ru", target="en"))


def told(outcomes: list[Any]) -> str:
    """The one reason why all texts failed."""
    (reason,) = {outcome.reason for outcome in outcomes if isinstance(outcome, Failure)}
    assert all(isinstance(outcome, Failure) for outcome in outcomes)
    return str(reason)


def test_texts_are_sent_as_data_and_come_back_in_their_order() -> None:
    with serving(english) as server:
        assert translate(server) == [f"EN {text}" for text in TEXTS]
    (request,) = server.asked
    assert (request["model"], request["temperature"], request["max_tokens"]) == ("model-1", 0, 4000)
    assert passages(request) == list(TEXTS)
    assert "Russian into British English" in request["messages"][0]["content"]
    ((path, headers),) = server.seen
    assert path == "/v1/chat/completions" and headers["Authorization"] == "Bearer secret-key"


def test_the_tool_is_named_by_program_and_model_and_never_shows_the_key() -> None:
    made = translator("http://127.0.0.1:1/v1")
    assert made.tool == "openai model-1"


def test_without_a_key_none_is_sent() -> None:
    with serving(english) as server:
        translator(server.url, key="").translate(TEXTS, source="ru", target="en")
    assert "Authorization" not in server.seen[0][1]


def test_texts_go_in_batches_below_the_limit_of_tokens() -> None:
    texts = tuple(f"Предложение номер {number}." for number in range(20))
    with serving(english) as server:
        assert translate(server, texts=texts, batch_tokens="40") == [f"EN {text}" for text in texts]
    assert len(server.asked) > 3 and [text for request in server.asked for text in passages(request)] == list(texts)
    assert all(sum(len(text) // 3 + 1 for text in passages(request)) <= 40 for request in server.asked)


def test_nothing_to_translate_asks_nothing() -> None:
    with serving(english) as server:
        assert translate(server, texts=()) == []
    assert server.asked == []


def test_a_refused_connection_is_tried_again_with_longer_waits_and_then_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url, waits = f"http://127.0.0.1:{taken.getsockname()[1]}/v1", []
    outcomes = list(translator(url, waits, retries="3").translate(TEXTS, source="ru", target="en"))
    assert told(outcomes) == "the server cannot be reached (Connection refused), 4 times; is the server running and not overloaded?"
    assert waits == [1.0, 2.0, 4.0]


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"Retry-After": "7"}, 7.0),
        ({"Retry-After": "Wed, 25 Nov 2026 10:00:09 GMT", "Date": "Wed, 25 Nov 2026 10:00:00 GMT"}, 9.0),
        ({"Retry-After": "soon"}, 1.0),
        ({}, 1.0),
    ],
)  # fmt: skip
def test_429_is_tried_again_after_the_time_the_server_asks_for(headers: dict[str, str], expected: float) -> None:
    waits: list[float] = []
    with serving(lambda request, number: english(request) if number > 1 else Answer(b"", 429, headers)) as server:
        assert translate(server, waits) == [f"EN {text}" for text in TEXTS]
    assert waits == [expected] and len(server.asked) == 2


def test_a_wait_of_an_hour_is_not_waited_for() -> None:
    waits: list[float] = []
    with serving(lambda request, number: Answer(b"", 429, {"Retry-After": "3600"})) as server:
        assert "asks to wait 3600 seconds: try again later" in told(translate(server, waits))
    assert waits == [] and len(server.asked) == 1


def test_500_is_tried_again_and_after_the_last_try_nothing_more_is_sent() -> None:
    waits: list[float] = []
    with serving(lambda request, number: Answer(b"oops", 500)) as server:
        reason = told(translate(server, waits, retries="2", batch_tokens="1"))
    assert "answered 500" in reason and "3 times" in reason
    assert len(server.asked) == 3 and waits == [1.0, 2.0]


@pytest.mark.parametrize(("status", "cure"), [(401, "OPENAI_API_KEY"), (404, "OPENAI_BASE_URL"), (400, "the server's own log")])
def test_a_refusal_of_the_server_is_not_tried_again_and_names_the_cure(status: int, cure: str) -> None:
    with serving(lambda request, number: Answer(b"secret-key is wrong", status)) as server:
        reason = told(translate(server))
    assert f"answered {status}" in reason and cure in reason and "secret-key" not in reason
    assert len(server.asked) == 1


def test_a_slow_server_is_given_up_after_the_timeout() -> None:
    with serving(lambda request, number: replace(english(request), after=1.6)) as server:
        assert "gave no answer in 1 seconds" in told(translate(server, timeout="1", retries="0"))


def test_broken_json_is_asked_for_again_in_halves() -> None:
    def answer(request: dict[str, Any], number: int) -> Answer:
        return english(request) if len(passages(request)) == 1 else completion('{"translations": ["EN')

    with serving(answer) as server:
        assert translate(server) == [f"EN {text}" for text in TEXTS]
    assert [len(passages(request)) for request in server.asked] == [3, 1, 2, 1, 1]


def test_an_answer_cut_off_at_the_limit_of_tokens_is_asked_for_in_halves_and_fails_alone() -> None:
    def answer(request: dict[str, Any], number: int) -> Answer:
        long = TEXTS[0] in passages(request)
        return completion(["EN"] * len(passages(request)), finish="length") if long else english(request)

    with serving(answer) as server:
        first, *others = translate(server)
    assert first == Failure("the answer was cut off at the limit of tokens")
    assert others == [f"EN {text}" for text in TEXTS[1:]]


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (Answer(b"{not json"), "did not hold a translation"),
        (Answer(b"[" * 100_000), "did not hold a translation"),
        (Answer(b'{"choices": []}'), "did not hold a translation"),
        (completion("no JSON at all"), "was not JSON"),
        (completion(["one", "two"]), "did not hold a translation of each passage"),
        (completion([5]), "did not hold a translation of each passage"),
        (completion([" \x00 "]), "was empty"),
    ],
)
def test_what_is_no_translation_is_a_failure_with_its_reason(answer: Answer, reason: str) -> None:
    with serving(lambda request, number: answer) as server:
        assert reason in told(translate(server, texts=TEXTS[:1]))


def test_an_answer_larger_than_any_translation_is_not_read_to_its_end() -> None:
    with serving(lambda request, number: Answer(b" " * 5_000_000)) as server:
        assert "did not hold a translation" in told(translate(server, texts=TEXTS[:1]))


def test_a_connection_that_breaks_in_the_middle_is_tried_again() -> None:
    def answer(request: dict[str, Any], number: int) -> Answer:
        whole = english(request)
        return whole if number > 1 else replace(whole, headers={"Content-Length": str(len(whole.body) + 50), "Connection": "close"})

    with serving(answer) as server:
        assert translate(server) == [f"EN {text}" for text in TEXTS]


def test_control_characters_and_line_ends_of_an_answer_become_spaces() -> None:
    with serving(lambda request, number: completion(["one\n\x07two\u2028three"])) as server:
        assert translate(server, texts=TEXTS[:1]) == ["one two three"]


@pytest.mark.parametrize(
    ("settings", "environment", "message"),
    [
        ({}, {}, "the environment variable OPENAI_BASE_URL is not set"),
        ({}, {"OPENAI_BASE_URL": "http://x/v1"}, "the environment variable OPENAI_MODEL is not set"),
        ({}, {"OPENAI_BASE_URL": "x/v1", "OPENAI_MODEL": "m"}, "starts with http:// or https://"),
        ({"timeout": "long"}, {"OPENAI_BASE_URL": "http://x/v1", "OPENAI_MODEL": "m"}, "timeout: a whole number is expected"),
        ({"timeout": "0"}, {"OPENAI_BASE_URL": "http://x/v1", "OPENAI_MODEL": "m"}, "timeout: a whole number is expected"),
        ({"key": "x"}, {"OPENAI_BASE_URL": "http://x/v1", "OPENAI_MODEL": "m"}, "unknown setting 'key'"),
    ],
)
def test_what_is_missing_or_wrong_is_told_before_anything_is_sent(
    settings: dict[str, str], environment: dict[str, str], message: str
) -> None:
    with pytest.raises(UsageError, match=message):
        make(settings, environment)
