from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.messages import (
    Ended,
    Failed,
    Frame,
    InputAwaited,
    InputReceived,
    LimitReached,
    MalformedMessageError,
    Message,
    Start,
    Started,
    decode,
    encode,
)

MESSAGES = [
    Start("/home/ada/main.py", "/home/ada", ("--name", "Zoë 中"), "/run/report", 5),
    Start("/home/ada/main.py", "/home/ada"),
    Started(process_id=12, python="3.13.0"),
    InputAwaited(),
    InputReceived(),
    Failed("KeyError", "'x'", (Frame("/home/ada/main.py", 3, "<module>"),)),
    LimitReached("memory", 1 << 30),
    Ended(exit_code=1, seconds=0.25),
]


@pytest.mark.parametrize("message", MESSAGES, ids=lambda message: type(message).__name__)
def test_a_message_survives_the_wire(message: Message) -> None:
    line = encode(message)
    assert line.count("\n") == 1
    assert line.isascii()
    assert decode(line) == message


def test_values_are_equal_by_kind_and_fields() -> None:
    assert InputAwaited() != InputReceived()
    assert Start("a", "b") == Start(program="a", folder="b")
    assert len({Start("a", "b"), Start("a", "b"), Start("a", "c")}) == 2


def test_values_are_frozen() -> None:
    with pytest.raises(AttributeError, match="frozen"):
        Ended(1, 2.0).seconds = 3.0  # type: ignore[misc]  # that mypy objects is half of the point


def test_a_value_tells_its_fields() -> None:
    assert repr(Ended(1, 2.0)) == "Ended(exit_code=1, seconds=2.0)"


def test_values_can_be_matched_by_position() -> None:
    match MESSAGES[-1]:
        case Ended(code, _):
            assert code == 1
        case _:
            pytest.fail("not matched")


@pytest.mark.parametrize(
    "line",
    [
        "",
        "3",
        "[]",
        "{}",
        '{"kind": []}',
        '{"kind": "Nothing"}',
        '{"kind": "Start"}',
        '{"kind": "Ended", "exit_code": 1, "seconds": 1, "more": 1}',
        '{"kind": "Failed", "error": "", "message": "", "frames": [1]}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_message_is_refused(line: str) -> None:
    with pytest.raises(MalformedMessageError):
        decode(line)


@given(st.text())
def test_whatever_comes_is_a_message_or_refused(line: str) -> None:
    with pytest.raises(MalformedMessageError):
        decode(line)
