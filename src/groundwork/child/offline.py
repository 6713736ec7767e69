"""A program that finds no network: a pack is checked so, because its readers may have none."""

from __future__ import annotations

import os
import sys
from errno import ENETUNREACH

VARIABLE = "GROUNDWORK_OFFLINE"
"""Environment variable that asks for it; the program does not see it."""

SENTENCE = "There is no network while a pack is checked"
"""What the error says that the program meets."""

_FAR_EVENTS = ("socket.connect", "socket.sendto", "socket.sendmsg")
_NAME_EVENTS = ("socket.getaddrinfo", "socket.gethostbyname")
_NEAR = frozenset({"", "localhost", "0.0.0.0", "::", "::1"})  # noqa: S104 - told apart, not bound


def leave_network() -> None:
    """Let every way out of this machine end in an error, if the environment asks for it."""
    if os.environ.pop(VARIABLE, ""):
        sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[object, ...]) -> None:
    if event in _FAR_EVENTS:
        address = arguments[1]
        is_far = isinstance(address, tuple) and not _is_near(address[0])
    else:
        is_far = event in _NAME_EVENTS and not _is_near(arguments[0])
    if is_far:
        raise OSError(ENETUNREACH, SENTENCE)


def _is_near(host: object) -> bool:
    """Whether the name or number of a host means this machine."""
    if isinstance(host, (bytes, bytearray)):
        host = host.decode("ascii", "replace")
    if not isinstance(host, str):
        return True  # none, or another kind of address
    name = host.lower().rstrip(".").removeprefix("::ffff:")
    return name in _NEAR or name.startswith("127.") or name.endswith(".localhost")
