"""What was typed and is not on the disk yet, and when it is to go there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from groundwork.packs.model import ExampleAddress

Key = tuple[ExampleAddress, str]
"""Names one file of one draft."""

QUIET_SECONDS = 0.3
"""A text is saved when nothing has been typed for so long."""

LATEST_SECONDS = 0.7
"""A text is saved so long after its first unsaved change, however fast the typing goes on."""


class Backlog:
    """Holds every text until somebody confirms that it is on the disk; times are in seconds.

    A text waits for its time, is taken and under way, and then confirmed or failed. One that
    failed waits until `take_failed`. The newest text of a file is the only one that counts.

    What is taken is written in the order of taking, so the disk ends with what was taken last: a
    file is let go of only when nothing of it is under way any more. An older text may well be the
    same as the newest, and its confirmation say nothing of what is written after it.
    """

    def __init__(self) -> None:
        self._texts: dict[Key, str] = {}
        self._agreed: dict[Key, str] = {}
        self._waiting_since: dict[Key, float] = {}
        self._under_way: Counter[Key] = Counter()
        self._failed: set[Key] = set()
        self._last_change = 0.0

    def note(self, key: Key, text: str, now: float) -> None:
        """Take in the text of an editor at the moment `now` of a clock that never goes back.

        The text that editor and disk agree on is no news.
        """
        if key not in self._texts and self._agreed.get(key) == text:
            return
        self._texts[key] = text
        self._waiting_since.setdefault(key, now)
        self._failed.discard(key)
        self._last_change = now

    def due_in(self, now: float) -> float | None:
        """How long until waiting texts are to be taken, 0 if at once; None while none waits."""
        if not self._waiting_since:
            return None
        latest = min(self._waiting_since.values()) + LATEST_SECONDS
        return max(0.0, min(self._last_change + QUIET_SECONDS, latest) - now)

    def take(self, address: ExampleAddress | None = None) -> dict[Key, str]:
        """The texts that wait, of one draft or of all; they are under way from now on."""
        keys = [key for key in self._waiting_since if address in {None, key[0]}]
        for key in keys:
            del self._waiting_since[key]
        return self._sent(keys)

    def take_all(self, address: ExampleAddress | None = None) -> dict[Key, str]:
        """Every text, of one draft or of all, that nobody has confirmed; all are under way now."""
        keys = [key for key in self._texts if address in {None, key[0]}]
        for key in keys:
            self._waiting_since.pop(key, None)
        return self._sent(keys)

    def take_failed(self) -> dict[Key, str]:
        """The texts that could not be saved; they are under way from now on."""
        texts = self._sent(self._failed)
        self._failed.clear()
        return texts

    def confirm(self, key: Key, text: str) -> None:
        """The text is on the disk; it is let go of unless another was taken or typed since."""
        self._arrive(key)
        is_last = key not in self._waiting_since and key not in self._under_way
        if is_last and self._texts.get(key) == text:
            del self._texts[key]
            self._agreed[key] = text
            self._failed.discard(key)

    def agree(self, key: Key, text: str) -> bool:
        """Editor and disk have this text and nothing typed is waiting; whether that is news."""
        is_news = self._agreed.get(key) != text
        self._agreed[key] = text
        return is_news

    def fail(self, key: Key) -> None:
        """What was under way could not be saved and is kept for another attempt."""
        self._arrive(key)
        if key in self._texts and key not in self._waiting_since:
            self._failed.add(key)

    def forget(self, address: ExampleAddress) -> None:
        """Let go of everything typed into this draft."""
        for key in [key for key in self._texts if key[0] == address]:
            del self._texts[key]
            self._waiting_since.pop(key, None)
            self._failed.discard(key)

    def _sent(self, keys: Iterable[Key]) -> dict[Key, str]:
        texts = {key: self._texts[key] for key in keys}
        self._under_way.update(texts.keys())
        return texts

    def _arrive(self, key: Key) -> None:
        """One of the texts of this file is no longer under way; some were never taken here."""
        self._under_way[key] -= 1
        if self._under_way[key] <= 0:
            del self._under_way[key]

    def text(self, key: Key) -> str | None:
        """The text of this file that is not on the disk yet; None where there is none."""
        return self._texts.get(key)

    def unsaved(self) -> dict[Key, str]:
        """Every text that nobody has confirmed."""
        return dict(self._texts)

    @property
    def has_failed(self) -> bool:
        """Whether some text could not be saved and waits for another attempt."""
        return bool(self._failed)
