"""The gate that a run's output goes through: bytes come in, what a view shows comes out.

However much a program writes, what waits here is bounded: the terminal keeps the last lines, the
spool has a largest size.
"""

from __future__ import annotations

import codecs

from groundwork.running.lines import Source, Update
from groundwork.running.outcome import amount
from groundwork.running.spool import Spool
from groundwork.running.terminal import MAXIMUM_LINES, Terminal


class OutputGate:
    """Takes bytes in pieces cut anywhere; each stream is decoded on its own."""

    def __init__(self, spool: Spool) -> None:
        self.spool = spool
        self._terminal = Terminal()
        decoder = codecs.getincrementaldecoder("utf-8")
        self._decoders = {source: decoder("replace") for source in Source}
        self._has_news = False

    @property
    def has_news(self) -> bool:
        """Whether `take` would have something to tell."""
        return self._has_news or self._terminal.is_behind

    def receive(self, content: bytes, source: Source) -> None:
        """Take the next bytes of a stream, or of what was typed."""
        self.spool.add(content)
        self._feed(self._decoders[source].decode(content), source)

    def close(self) -> None:
        """Take it that no more comes: what is left of a broken character shows as such."""
        for source, decoder in self._decoders.items():
            self._feed(decoder.decode(b"", final=True), source)

    def take(self, at_most: int | None = None) -> Update:
        """What changed since the last call; of a flood `at_most` so many lines, for a moment."""
        self._has_news = False
        return self._terminal.take(at_most)

    @property
    def remark(self) -> str:
        """What of the output a view cannot show or nobody keeps; empty where all is well."""
        parts = []
        if self._terminal.line_count > MAXIMUM_LINES:
            parts.append(
                f"{self._terminal.line_count:,} lines, {amount(self.spool.total)}. "
                f"The last {MAXIMUM_LINES:,} lines are shown here."
            )
        if parts or not self.spool.problem:
            parts.append(self.loss)
        return " ".join(filter(None, parts))

    @property
    def loss(self) -> str:
        """What of the output nobody keeps; empty where all of it is kept."""
        if self.spool.problem:
            return f"The rest could not be kept: {self.spool.problem}."
        if self.spool.is_cut:
            return f"Only the first {amount(self.spool.largest)} are kept."
        return ""

    def _feed(self, text: str, source: Source) -> None:
        if text:
            self._has_news = True
            self._terminal.feed(text, source)
