"""What is told of a program that did not come so far as to be judged."""

from __future__ import annotations

import re

from groundwork.checking.observed import Observed, Raised, Stop
from groundwork.checking.verdicts import Place
from groundwork.packs.checks import Limits
from groundwork.running.outcome import Outcome, amount, duration

_UNDEFINED = re.compile(r"name '(.*)' is not defined")


def trouble(observed: Observed, limits: Limits, main: str, *, is_asked: bool) -> str:
    """Why the program cannot be judged, as a sentence; empty where it can.

    `main` is the file that was run, `is_asked` tells that answers to a probe were awaited.
    """
    if observed.stop is Stop.TIME:
        return still_running(observed.place, limits.seconds, main)
    if observed.stop is Stop.OUTPUT:
        most = amount(limits.output)
        return f"The program wrote more than {most}, the limit here. Is there a loop without end?"
    if observed.failure is not None:
        return ended_with(observed.failure, limits, main)
    if observed.signal_number:
        crash = Outcome(signal_number=observed.signal_number).sentence
        return f"The program did not come to its end: {crash}."
    if is_asked and not observed.is_complete:
        return (
            "The program ended itself before it had answered this check "
            f"(exit code {observed.exit_code})."
        )
    return ""


def still_running(place: Place | None, seconds: float, main: str, doing: str = "") -> str:
    """The program's time was up; `doing` is what it was asked for meanwhile, if it was."""
    what = f"was still busy with {doing}" if doing else "was still running"
    where = f"; it was in {line_of(place, main)}" if place else ""
    return (
        f"The program {what} after {duration(seconds)}, the limit here{where}. "
        "Is there a loop without end?"
    )


def ended_with(raised: Raised, limits: Limits, main: str) -> str:
    """The program ended with an exception."""
    where = f" ({line_of(raised.place, main)})" if raised.place else ""
    match raised.name:
        case "SyntaxError" | "IndentationError" | "TabError":
            text = re.sub(r" \(.*, line \d+\)$", "", raised.message)
            return f"Python cannot read the program: {text}{where}."
        case "EOFError":
            return f"The program asks for more input than this check gives it{where}."
        case "MemoryError":
            return f"The program used more than {amount(limits.memory)} of memory, the limit here."
        case _:
            return f"The program ended with {error_text(raised)}{where}."


def call_raised(raised: Raised, limits: Limits, call: str, main: str) -> str:
    """A call that was to give a value has raised an exception."""
    undefined = _UNDEFINED.match(raised.message)
    if raised.name == "NameError" and undefined and raised.place is None:
        return f"The program does not define {undefined[1]}."
    if raised.name == "MemoryError":
        return ended_with(raised, limits, main)
    where = f" ({line_of(raised.place, main)})" if raised.place else ""
    return f"{call} ended with {error_text(raised)}{where}."


def error_text(raised: Raised) -> str:
    """The exception as the last line of a traceback tells it."""
    first = raised.message.strip().partition("\n")[0][:200]
    return f"{raised.name}: {first}".removesuffix(".") if first else raised.name


def line_of(place: Place, main: str) -> str:
    """The place in words: the line, and the file where it is not the one that is run."""
    return f"line {place.line}" + ("" if place.file == main else f" of {place.file}")
