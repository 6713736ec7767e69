"""What a checked program's process can be asked, by name, once the program has run.

Each name is joined to a module, loaded before the program's first line, whose `Probe` is made of
the arguments and then asked with the program's namespace.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Protocol

    from groundwork.child.channel import Channel

    class Probe(Protocol):
        """A question to the program."""

        def ask(self, namespace: dict[str, object], channel: Channel, folder: str) -> None:
            """Tell by the channel what the program, whose names are in `namespace`, answers."""


CALL = "calling"
"""`setup`, `expression`: tells `value` with the expression's, or `raised` with the exception."""

CASES = "generating"
"""`function`, `arguments`, `count`, `seed`: as often as `count` tells `given` with generated
arguments, and then `value` or `raised` for the function called with them."""

ROWS = "rows"
"""`database`, `query`: tells `value` with the rows of the SQLite file, or `raised`."""

HTTP = "requesting"
"""`app`, and the request's `method`, `path`, `query`, `headers`, `body` as bytes: tells `response`
with status, headers and body, or `raised`."""

SERVE = "serving"
"""No arguments: does what the author's process asks for on standard input, until that is closed;
tells `reply` or `raised` for each request, and `call` where it needs a function of the author's."""

AUTHOR = "author"
"""`source`, `function`: there is no program; calls the function of the author's source with the
learner's program, which is reached by telling `ask`, and tells what came of it: `passed`,
`differs`, `unmet`, `escaped`, `fault` or `gone`."""


def made_probe(probe: tuple[Any, ...]) -> Probe | None:
    """The probe of that name and with those arguments; None where there is nothing to ask.

    Raises:
        SyntaxError: code among the arguments is no Python.
        ValueError: the same, in an older Python.
    """
    if not probe:
        return None
    name, *arguments = probe
    module = __import__(
        f"groundwork.child.{name}", fromlist=["Probe"]
    )  # each check pays for its own
    made: Probe = module.Probe(*arguments)
    return made
