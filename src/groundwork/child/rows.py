"""Asks an SQLite file that a program has left; nothing of the program is in this process."""

from __future__ import annotations

import sqlite3

from groundwork.child.encoding import encoded
from groundwork.child.raised import raised

TYPE_CHECKING = False
if TYPE_CHECKING:
    from groundwork.child.channel import Channel

_MOST_ROWS = 10_000
_PATIENCE = 2.0


class Probe:
    """A query to a file."""

    def __init__(self, database: str, query: str) -> None:
        self._database = database
        self._query = query

    def ask(self, _namespace: dict[str, object], channel: Channel, folder: str) -> None:
        """Tell `value` with a list of tuples, or `raised`."""
        try:
            connection = sqlite3.connect(self._database, timeout=_PATIENCE)
            connection.text_factory = _text
            rows = connection.execute(self._query).fetchmany(_MOST_ROWS)
        except (sqlite3.Error, sqlite3.Warning, MemoryError, OverflowError) as error:
            channel.tell("raised", raised(error, folder))
        else:
            channel.tell("value", encoded([tuple(row) for row in rows]))


def _text(content: bytes) -> str:
    return content.decode("utf-8", errors="replace")
