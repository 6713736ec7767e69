from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.messages import (
    Ended,
    Failed,
    InputAwaited,
    InputReceived,
    LimitReached,
    Message,
    Started,
    encode,
)
from groundwork.running.report import RunReport


def append(file: Path, *messages: Message) -> None:
    with file.open("a", encoding="ascii") as stream:
        stream.writelines(map(encode, messages))


def test_a_report_is_followed_while_it_grows(tmp_path: Path) -> None:
    file = tmp_path / "report"
    report = RunReport(file)
    report.read_new()
    append(file, Started(1, "3.13.0"))
    report.read_new()
    append(file, InputReceived(), InputAwaited(), InputReceived())
    report.read_new()
    assert report.has_started


@pytest.mark.parametrize(
    ("messages", "awaits_input"),
    [
        ([InputAwaited()], True),
        ([InputAwaited(), InputReceived()], False),
        ([InputAwaited(), InputReceived(), InputAwaited()], True),
    ],
)
def test_the_last_word_on_input_counts(
    tmp_path: Path, messages: list[Message], *, awaits_input: bool
) -> None:
    append(tmp_path / "report", *messages)
    report = RunReport(tmp_path / "report")
    report.read_new()
    assert report.awaits_input is awaits_input


def test_a_report_keeps_what_it_says(tmp_path: Path) -> None:
    file = tmp_path / "report"
    failure, limit = Failed("MemoryError", ""), LimitReached("memory", 5)
    append(file, failure, limit, Ended(1, 0.5))
    report = RunReport(file)
    report.read_new()
    assert (report.failure, report.limit, report.seconds) == (failure, limit, 0.5)


def test_half_a_line_waits_for_its_other_half(tmp_path: Path) -> None:
    file = tmp_path / "report"
    line = encode(Started(1, "3.13.0"))
    file.write_text(line[:10], encoding="ascii")
    report = RunReport(file)
    report.read_new()
    file.write_text(line, encoding="ascii")
    report.read_new()
    assert report.has_started


def test_without_a_file_nothing_is_known() -> None:
    report = RunReport(None)
    report.read_new()
    assert not report.has_started


@given(st.lists(st.one_of(st.binary(), st.just(encode(InputAwaited()).encode()))))
def test_lines_that_are_no_messages_are_passed_over(
    tmp_path_factory: object, lines: list[bytes]
) -> None:
    file = tmp_path_factory.mktemp("report") / "report"  # type: ignore[attr-defined]
    file.write_bytes(b"\n".join([*lines, encode(Ended(0, 1.0)).encode()]))
    report = RunReport(file)
    report.read_new()
    assert report.seconds == 1.0
