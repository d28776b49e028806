"""Work beside this process: the same results in the same order, also where a copy fails, dies or cannot be made."""

from __future__ import annotations

import os
import signal
import sys
from functools import partial
from operator import call, methodcaller
from typing import Any

import pytest

from briefgen.cli import beside
from briefgen.cli.beside import Assistant, Steps, at_once, has_room, side_by_side
from briefgen.diagnostics import InputError

HERE = os.getpid()
FORKS = pytest.mark.skipif(sys.platform != "linux", reason="processes are copied on Linux alone")


@pytest.fixture
def copies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside, "has_room", lambda: True)


@pytest.fixture(params=["alone", pytest.param("beside", marks=FORKS)])
def room(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    monkeypatch.setattr(beside, "has_room", lambda: request.param == "beside")
    return bool(request.param == "beside")


def square(number: int) -> int:
    return number * number


def process_of(value: object) -> tuple[object, int]:
    return value, os.getpid()


def refuse(words: str) -> int:
    raise InputError(words)


def die_in_a_copy() -> str:
    if os.getpid() != HERE:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done here"


def called(functions: list[Any]) -> list[Any]:
    with side_by_side(functions) as ask:
        return list(ask(call))


@pytest.mark.parametrize("count", range(5))
def test_results_come_in_the_order_of_the_functions(room: bool, count: int) -> None:
    assert called([partial(square, number) for number in range(count)]) == [number * number for number in range(count)]


def test_every_second_function_is_called_in_a_copy(room: bool) -> None:
    found = called([partial(process_of, number) for number in range(3)])
    assert [value for value, _ in found] == [0, 1, 2]
    assert [process == HERE for _, process in found] == [True, not room, True]


@pytest.mark.parametrize("place", [0, 1])
def test_an_error_comes_up_as_if_there_were_one_process(room: bool, place: int) -> None:
    functions = [partial(square, 2), partial(square, 3)]
    functions[place] = partial(refuse, "no such file")
    with pytest.raises(InputError, match="no such file"):
        called(functions)


def test_what_a_copy_that_died_had_to_do_is_done_here(room: bool) -> None:
    assert called([lambda: "first", die_in_a_copy]) == ["first", "done here"]


def test_the_objects_are_asked_again_and_again_in_the_same_copy(room: bool) -> None:
    with side_by_side([[1], [2], [3]]) as ask:
        assert [list(ask(methodcaller("append", 7))) for _ in range(2)] == [[None] * 3] * 2
        assert list(ask(len)) == [3, 3, 3]
        assert len({process for _, process in ask(process_of)}) == 1 + room


def test_what_is_asked_after_the_copy_died_is_done_here(room: bool) -> None:
    with side_by_side([lambda: "first", die_in_a_copy]) as ask:
        assert [list(ask(call)) for _ in range(3)] == [["first", "done here"]] * 3


def test_a_copy_of_a_copy_works_too(room: bool) -> None:
    inner = partial(called, [partial(square, 2), partial(square, 3)])
    assert called([inner, inner]) == [[4, 9], [4, 9]]


def test_an_assistant_gets_ready_and_does_one_piece_of_work_after_another(room: bool) -> None:
    with Assistant(Steps([lambda: None], [lambda: None])) as assistant:
        first = assistant.begin(partial(process_of, "a" * 200_000))
        value, process = first()
        assert (value, process == HERE) == ("a" * 200_000, not room)
        assert assistant.begin(partial(square, 7))() == 49


def test_an_assistant_that_cannot_get_ready_leaves_its_work_to_this_process(room: bool) -> None:
    def fail() -> None:
        if os.getpid() != HERE:
            raise ModuleNotFoundError("a font is missing")

    with Assistant(Steps([fail])) as assistant:
        for number in range(3):
            assert assistant.begin(partial(square, number))() == number * number


def test_an_error_in_an_assistant_comes_up_here(room: bool) -> None:
    with Assistant(Steps()) as assistant, pytest.raises(InputError, match="no such file"):
        assistant.begin(partial(refuse, "no such file"))()


@FORKS
@pytest.mark.usefixtures("copies")
def test_an_assistant_is_gone_when_nobody_needs_it() -> None:
    with Assistant(Steps()) as assistant:
        _, process = assistant.begin(partial(process_of, 1))()
        assert process != HERE
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


@FORKS
@pytest.mark.usefixtures("copies")
def test_ctrl_c_is_left_to_the_first_process() -> None:
    with Assistant(Steps()) as assistant:
        _, process = assistant.begin(partial(process_of, 1))()
        os.kill(process, signal.SIGINT)
        assert assistant.begin(partial(process_of, 2))() == (2, process)


def test_without_steps_no_assistant_is_made() -> None:
    with Assistant(None) as assistant:
        assert assistant.begin(partial(process_of, 1))() == (1, HERE)


def test_work_at_once_is_done_when_its_result_is_asked_for() -> None:
    assert at_once(partial(square, 3))() == 9


def test_there_is_no_room_beside_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside.threading, "active_count", lambda: 2)
    assert not has_room()


@FORKS
def test_there_is_no_room_on_one_processor(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(beside.os, "sched_getaffinity", lambda process: {0})
    assert not has_room()
