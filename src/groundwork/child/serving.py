"""The learner's side of a check that an author wrote in Python: does what is asked, and tells."""

from __future__ import annotations

import _operator
import builtins
from os import O_RDONLY, close, devnull, dup, dup2, open  # noqa: A004 - no other is used here

from groundwork.child.first_line import Lines
from groundwork.child.raised import raised
from groundwork.child.references import References, read_request

globals()["__builtins__"] = {**vars(builtins)}  # the program may change the module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from groundwork.child.channel import Channel


class CheckOverError(BaseException):
    """The author's process asks for nothing more."""


class Probe:
    """Takes standard input away from the program, which is to find it empty."""

    def __init__(self) -> None:
        self._lines = Lines(dup(0))
        nothing = open(devnull, O_RDONLY)
        dup2(nothing, 0)
        close(nothing)

    def ask(self, namespace: dict[str, object], channel: Channel, folder: str) -> None:
        """Serve until nothing more is asked."""
        try:
            _Server(namespace, channel, folder, self._lines).serve()
        except CheckOverError:
            return


class _Server:
    """Does one request after the other; those of a callback within the one that called it."""

    def __init__(
        self, namespace: dict[str, object], channel: Channel, folder: str, lines: Lines
    ) -> None:
        self._namespace = namespace
        self._channel = channel
        self._folder = folder
        self._lines = lines
        self._references = References()

    def serve(self) -> object:
        """Do what is asked until the author's process answers a callback; what it answered.

        Raises:
            CheckOverError: nothing more will be asked.
        """
        while True:
            line = self._lines.next()
            if not line:
                raise CheckOverError
            operation, arguments, named = read_request(line)
            if operation == "answer":
                return self._value(arguments)
            self._reply(str(operation), arguments, named)

    def _reply(self, operation: str, written: object, written_names: object) -> None:
        try:
            arguments: list[Any] = self._value(written)  # type: ignore[assignment]  # a list
            named: dict[str, Any] = self._value(written_names)  # type: ignore[assignment]  # a dict
            value = self._done(operation, arguments, named)
            changed = [one if type(one) in _CHANGEABLE else None for one in arguments]
        except CheckOverError:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever it raises is the answer
            self._channel.tell("raised", raised(error, self._folder))
        else:
            encoded = self._references.encoded
            self._channel.tell("reply", encoded(value), encoded(changed))

    def _value(self, written: object) -> object:
        return self._references.decoded(written, self._callback)

    def _callback(self, number: int) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            encoded = self._references.encoded
            self._channel.tell("call", str(number), encoded(list(arguments)), encoded(named))
            return self.serve()

        return call

    def _done(self, operation: str, arguments: list[Any], named: dict[str, Any]) -> object:
        if operation == "name":
            return self._named(arguments[0])
        if operation == "call":
            function, *others = arguments
            return function(*others, **named)
        if operation in {"__enter__", "__exit__"}:
            return getattr(type(arguments[0]), operation)(*arguments)
        return _OPERATIONS[operation](*arguments)

    def _named(self, name: str) -> object:
        """What the program calls so: a name of its own, or a plain one."""
        if name in self._namespace:
            return self._namespace[name]
        raise NameError(f"name '{name}' is not defined")


_CHANGEABLE = (list, dict, set)

_OPERATIONS: dict[str, Callable[..., object]] = {
    **{name: operation for name, operation in vars(_operator).items() if name[:1] != "_"},
    **{
        operation.__name__: operation
        for operation in (
            abs,
            bool,
            delattr,
            dir,
            float,
            format,
            getattr,
            hash,
            int,
            isinstance,
            issubclass,
            iter,
            len,
            next,
            repr,
            reversed,
            round,
            setattr,
            str,
        )
    },
}
