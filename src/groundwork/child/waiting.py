"""The time before the program: wait for the line that says what to become."""

from __future__ import annotations

import sys

from groundwork.child.first_line import read_line
from groundwork.child.system import enter_own_session, ignore_interrupts
from groundwork.messages import MalformedMessageError, Start, decode


def awaited_start(arguments: list[str]) -> Start:
    """The start message: the first of the arguments, or the first line of standard input.

    Raises:
        SystemExit: the input ended before the line came, or the line is no start message.
    """
    enter_own_session()
    ignore_interrupts()
    line = arguments[0] if arguments else read_line()
    if not line:
        sys.exit()
    try:
        message = decode(line)
    except MalformedMessageError as error:
        sys.exit(f"The waiting process was not told what to run: {error}")
    if not isinstance(message, Start):
        sys.exit(f"The waiting process was not told what to run: {message!r}")
    return message
