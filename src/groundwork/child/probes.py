"""What a checked program's process can be asked, by name, once the program has run.

Each name is joined to a module, loaded before the program's first line, whose `Probe` is made of
the arguments and then asked with the program's namespace.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from groundwork.child.channel import Channel

    class Probe(Protocol):
        """A question to the program."""

        def ask(self, namespace: dict[str, object], channel: Channel, folder: str) -> None:
            """Tell by the channel what the program, whose names are in `namespace`, answers."""


CALL = "call"
"""`setup`, `expression`: tells `value` with the expression's, or `raised` with the exception."""


def made_probe(probe: tuple[object, ...]) -> Probe | None:
    """The probe of that name and with those arguments; None where there is nothing to ask.

    Raises:
        SyntaxError: code among the arguments is no Python.
    """
    match probe:
        case (str(name), str(setup), str(expression)) if name == CALL:
            from groundwork.child import calling  # noqa: PLC0415 - each check pays for its own alone

            return calling.Probe(setup, expression)
        case _:
            return None
