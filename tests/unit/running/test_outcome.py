import signal

import pytest

from groundwork.messages import Failed, Frame, LimitReached
from groundwork.running.outcome import Outcome, amount, duration

PROGRAM = "/home/ada/lists/main.py"


def failed(error: str, *frames: tuple[str, int]) -> Failed:
    return Failed(error, "", tuple(Frame(file, line, "f") for file, line in frames))


@pytest.mark.parametrize(
    ("outcome", "sentence"),
    [
        (Outcome(seconds=0.041), "finished in 0.04 s, exit code 0"),
        (Outcome(exit_code=3, seconds=2.14), "finished in 2.1 s, exit code 3"),
        (Outcome(was_stopped=True, signal_number=9, seconds=2.1), "stopped after 2.1 s"),
        (
            Outcome(PROGRAM, 1, failure=failed("ZeroDivisionError", (PROGRAM, 3))),
            "ended with ZeroDivisionError on line 3",
        ),
        (
            Outcome(
                PROGRAM,
                1,
                failure=failed("KeyError", (PROGRAM, 9), ("/home/ada/lists/shop/prices.py", 4)),
            ),
            "ended with KeyError on line 4 of shop/prices.py",
        ),
        (
            Outcome(PROGRAM, 1, failure=failed("OSError", (PROGRAM, 9), ("/usr/lib/os.py", 4))),
            "ended with OSError on line 9",
        ),
        (Outcome(PROGRAM, 1, failure=failed("MemoryError")), "ended with MemoryError"),
        (
            Outcome(PROGRAM, 130, failure=failed("KeyboardInterrupt"), seconds=1.5),
            "interrupted after 1.5 s",
        ),
        (
            Outcome(PROGRAM, 1, limit=LimitReached("memory", 1 << 30)),
            "used more than 1 GB of memory, the limit for a program here",
        ),
        (
            Outcome(PROGRAM, signal_number=9, limit=LimitReached("time", 10)),
            "stopped after 10 s, the time limit for a program here",
        ),
        (
            Outcome(signal_number=signal.SIGSEGV),
            "the Python interpreter itself crashed (segmentation fault)",
        ),
        (Outcome(signal_number=signal.SIGABRT), "the Python interpreter itself crashed (abort)"),
        (
            Outcome(signal_number=signal.SIGKILL),
            "ended by the system (SIGKILL), most often because memory ran out",
        ),
        (Outcome(signal_number=signal.SIGTERM), "ended by signal 15 (SIGTERM)"),
        (Outcome(signal_number=63), "ended by signal 63"),
        (Outcome(problem="There is no Python."), "There is no Python."),
        (
            Outcome(seconds=0.5, left_behind=1),
            "finished in 0.50 s, exit code 0; a process that it left running was ended",
        ),
        (
            Outcome(seconds=0.5, left_behind=3),
            "finished in 0.50 s, exit code 0; 3 processes that it left running were ended",
        ),
        (Outcome(seconds=2, left_behind=3, was_stopped=True), "stopped after 2.0 s"),
    ],
)
def test_the_sentence_says_what_happened(outcome: Outcome, sentence: str) -> None:
    assert outcome.sentence == sentence


@pytest.mark.parametrize(
    ("outcome", "is_success"),
    [
        (Outcome(), True),
        (Outcome(left_behind=1), True),
        (Outcome(exit_code=1), False),
        (Outcome(signal_number=11), False),
        (Outcome(was_stopped=True), False),
        (Outcome(problem="none"), False),
    ],
)
def test_success_is_an_own_end_with_exit_code_0(outcome: Outcome, *, is_success: bool) -> None:
    assert outcome.is_success is is_success


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "under 0.01 s"),
        (0.012, "0.01 s"),
        (0.996, "1.0 s"),
        (9.96, "10 s"),
        (59.4, "59 s"),
        (59.6, "1 min 0 s"),
        (185, "3 min 5 s"),
    ],
)
def test_lengths_of_time(seconds: float, text: str) -> None:
    assert duration(seconds) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 bytes"),
        (900, "900 bytes"),
        (1024, "1 kB"),
        (1536, "1.5 kB"),
        (64 << 20, "64 MB"),
        (3 << 39, "1536 GB"),
    ],
)
def test_numbers_of_bytes(size: int, text: str) -> None:
    assert amount(size) == text
