"""What a child that checks is told to do, as one line that is cheap to read."""

from __future__ import annotations


class Task:
    """A program to run, and the probe to answer once it has run.

    `program` and `folder` are absolute paths. After `seconds` the child writes where it is and
    ends; `memory` is bytes for each process. `channel` is the number by which the system knows the
    pipe for the answers, `token` begins each of them. `probe` is the name of a probe and its
    arguments (see `groundwork.child.probes`), or empty where the program is only run to its end.
    `called` is what the program finds as `__name__`: `__main__`, or a name as if it was imported.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - each is a word of the line
        self,
        program: str,
        folder: str,
        arguments: tuple[str, ...],
        seconds: float,
        memory: int,
        channel: int,
        token: str,
        probe: tuple[object, ...],
        called: str = "__main__",
    ) -> None:
        self.program = program
        self.folder = folder
        self.arguments = arguments
        self.seconds = seconds
        self.memory = memory
        self.channel = channel
        self.token = token
        self.probe = probe
        self.called = called

    def line(self) -> str:
        """The task as one line of ASCII: literals of Python, each argument in its place.

        To read JSON would cost the child as much as the start of the interpreter.
        """
        return ascii(tuple(vars(self).values())) + "\n"


def read_task(line: str) -> Task:
    """The task in a line that `Task.line` made; whoever writes it is trusted."""
    return Task(*eval(line, {"__builtins__": {}}))  # noqa: S307 - our own process writes it
