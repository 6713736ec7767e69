"""Evaluates an expression in a program that has run."""

from __future__ import annotations

import builtins

from groundwork.child.encoding import encoded
from groundwork.child.raised import raised

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from groundwork.child.channel import Channel

CODE_NAME = "<check>"
"""What tracebacks call an author's code."""


class Probe:
    """Statements, and the expression whose value is asked for."""

    def __init__(self, setup: str, expression: str) -> None:
        self._setup = compile(setup, CODE_NAME, "exec", dont_inherit=True)
        self._expression = compile(expression.strip(), CODE_NAME, "eval", dont_inherit=True)

    def ask(self, namespace: dict[str, object], channel: Channel, folder: str) -> None:
        """Tell `value` or `raised`."""
        try:
            exec(self._setup, namespace)
            value = eval(self._expression, namespace)  # noqa: S307 - that is what was asked for
        except BaseException as error:  # noqa: BLE001 - whatever it raises is the answer
            channel.tell("raised", raised(error, folder))
        else:
            channel.tell("value", encoded(value))
