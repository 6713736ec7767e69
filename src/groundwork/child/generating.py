"""Calls a function of a program that has run with many generated arguments."""

from __future__ import annotations

import builtins
from random import Random

from groundwork.child.calling import CODE_NAME
from groundwork.child.encoding import encoded
from groundwork.child.raised import raised

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from groundwork.child.channel import Channel


class Probe:
    """A function, and an expression for the tuple of its arguments.

    The expression finds `random`, a seeded generator, beside the program's names; what it finds in
    builtins is what was there before the program.
    """

    def __init__(self, function: str, arguments: str, count: int, seed: int) -> None:
        self._function = compile(function.strip(), CODE_NAME, "eval", dont_inherit=True)
        self._arguments = compile(arguments.strip(), CODE_NAME, "eval", dont_inherit=True)
        self._count = count
        self._random = Random(seed)  # noqa: S311 - the same for the same seed is what is wanted
        self._builtins = {**vars(builtins)}

    def ask(self, namespace: dict[str, object], channel: Channel, folder: str) -> None:
        """Tell `given` and `value` or `raised` in turn."""
        for _ in range(self._count):
            try:
                arguments = self._generated(namespace)
                channel.tell("given", encoded(arguments))
                value = eval(self._function, namespace)(*arguments)  # noqa: S307 - what was asked for
            except BaseException as error:  # noqa: BLE001 - whatever it raises is the answer
                channel.tell("raised", raised(error, folder))
            else:
                channel.tell("value", encoded(value))

    def _generated(self, namespace: dict[str, object]) -> tuple[object, ...]:
        """The arguments; what is no tuple is the only one."""
        names = {**namespace, "random": self._random, "__builtins__": self._builtins}
        made = eval(self._arguments, names)  # noqa: S307 - that is what was asked for
        return made if type(made) is tuple else (made,)
