"""What a program prints: the right answer to a question that asks to predict it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from groundwork.checking.answer import never
from groundwork.checking.inspection import CancelledError, Inspection
from groundwork.checking.request import Answer, Request
from groundwork.checking.sentences import trouble
from groundwork.packs.checks import DEFAULT_LIMITS, Limits
from groundwork.running.command import RuntimeMissingError

_MAIN = "main.py"


@dataclass(frozen=True, slots=True)
class ProgramOutput:
    """What the program wrote on its standard output.

    `problem` is a sentence where it did not come to a good end, or could not be run at all; `error`
    is the name of the exception that ended it, or empty.
    """

    text: str = ""
    problem: str = ""
    error: str = ""


def program_output(
    program: str,
    typed_input: str = "",
    *,
    limits: Limits = DEFAULT_LIMITS,
    seed: int = 0,
    is_cancelled: Callable[[], bool] = never,
) -> ProgramOutput:
    """Run the program, given as its text, to its end.

    It waits for that, so it is called off the GUI thread. Two runs with the same seed print the
    same, as far as the program's own doing goes.
    """
    answer = Answer(((_MAIN, program),), _MAIN)
    try:
        request = Request((), typed_input, limits=limits)
        with Inspection(seed, is_cancelled) as inspection, inspection.run(answer, request) as seen:
            observed = seen.observed
    except CancelledError:
        return ProgramOutput(problem="The program was stopped.")
    except RuntimeMissingError as error:
        return ProgramOutput(problem=str(error))
    except OSError as error:
        return ProgramOutput(problem=f"The program could not be run: {error.strerror or error}.")
    error_name = observed.failure.name if observed.failure else ""
    problem = trouble(observed, limits, _MAIN, is_asked=False)
    return ProgramOutput(observed.stdout, problem, error_name)
