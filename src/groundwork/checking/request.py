"""What is to be run, and what it is to be asked."""

from __future__ import annotations

from dataclasses import dataclass

from groundwork.packs.checks import DEFAULT_LIMITS, Limits


@dataclass(frozen=True, slots=True)
class Answer:
    """A whole answer to an exercise: pairs of file name and text, and the file that is run.

    It may be the learner's, the solution or a known wrong one; it does not say which.
    """

    files: tuple[tuple[str, str], ...]
    main: str


@dataclass(frozen=True, slots=True)
class Request:
    """How to run an answer: what is typed and its arguments, and the probe for it when it has run.

    The probes are listed in `groundwork.child.probes`; an empty one runs the program to its end.
    `called` is the program's `__name__`; what stands below `if __name__ == "__main__"` is run only
    where that is left as it is.
    """

    probe: tuple[object, ...] = ()
    typed_input: str = ""
    arguments: tuple[str, ...] = ()
    limits: Limits = DEFAULT_LIMITS
    called: str = "__main__"


NO_PROGRAM = Answer((("main.py", ""),), "main.py")
"""For a process that has no answer to run."""
