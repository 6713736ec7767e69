"""Calls a check that an author wrote in Python, in a process of the author's own."""

from __future__ import annotations

from _json import encode_basestring_ascii as quoted
from os import sep

from groundwork.child.encoding import encoded
from groundwork.child.first_line import Lines
from groundwork.child.raised import raised
from groundwork.child.remote import FromLearner, GoneError, Link, Program

TYPE_CHECKING = False
if TYPE_CHECKING:
    from groundwork.child.channel import Channel


CODE_FILE = "checks.py"
"""What the author's source is called in what is told of it."""


class _DiffersError(BaseException):
    """Two values that were to be the same are not; no check is meant to catch this."""


class Probe:
    """An author's source, never in a file, and the name of a function in it.

    The function takes `learner` and `expect`.
    """

    def __init__(self, source: str, function: str) -> None:
        self._source = source
        self._function = function

    def ask(self, namespace: dict[str, object], channel: Channel, folder: str) -> None:
        """Tell what came of the check."""
        link = Link(channel, Lines(0))
        expect = _Expectation(channel, link)
        try:
            exec(compile(self._source, folder + sep + CODE_FILE, "exec"), namespace)
            namespace[self._function](Program(link), expect)  # type: ignore[operator]  # a function
        except _DiffersError:
            return
        except GoneError:
            channel.tell("gone")
        except BaseException as error:  # noqa: BLE001 - a check is somebody's program
            _tell(error, channel, link, folder)
        else:
            channel.tell("passed")


def _tell(error: BaseException, channel: Channel, link: Link, folder: str) -> None:
    """Tell of an exception by whose it is: the learner's program's, a complaint, or a fault."""
    if isinstance(error, FromLearner):
        channel.tell("escaped", error.told, quoted(error.call))
    elif isinstance(error, AssertionError):
        channel.tell("unmet", quoted(str(error)), quoted(link.last_call))
    else:
        channel.tell("fault", raised(error, folder))


class _Expectation:
    """What a check calls to compare."""

    def __init__(self, channel: Channel, link: Link) -> None:
        self._channel = channel
        self._link = link

    def __call__(
        self, got: object, expected: object, given: str = "", tolerance: float = 0.0
    ) -> None:
        """End the check where the two are not the same; `given` says what was asked for."""
        texts = encoded(got), encoded(expected)
        if not self._link.agrees(*texts, encoded(float(tolerance))):
            self._channel.tell("differs", *texts, quoted(given or self._link.last_call))
            raise _DiffersError
