"""What is learned from workers that end or hang: what not to ask again, and when to start anew."""

from __future__ import annotations

from collections import deque

from groundwork.language.protocol import Question, Warm

_MOST_REMEMBERED = 200

_MEMORY = 120.0
_FREE = 2
_LONGEST = 30.0
"""Failures of the last two minutes count. The first two cost nothing: the next worker starts at
once. From then on each doubles the pause before the next start, up to half a minute."""


class Poison:
    """Remembers what ended or hung a worker: the kind of question with the text it was about."""

    def __init__(self) -> None:
        self._found: deque[int] = deque(maxlen=_MOST_REMEMBERED)

    def note(self, question: Question) -> None:
        """A worker has ended, or has been ended, over this question."""
        self._found.append(_mark(question))

    def has(self, question: Question) -> bool:
        """Whether a question of that kind about that very text has done so before."""
        return _mark(question) in self._found


class Failures:
    """When workers have failed of late, and what that means for the next start. All in seconds."""

    def __init__(self) -> None:
        self._times: deque[float] = deque(maxlen=10)

    def note(self, now: float) -> None:
        """A worker has failed."""
        self._times.append(now)

    def may_start(self, now: float) -> bool:
        """Whether the pause after the last failure is over."""
        recent = [one for one in self._times if one > now - _MEMORY]
        if len(recent) <= _FREE:
            return True
        pause = min(_LONGEST, 2.0 ** (len(recent) - _FREE))
        return now >= recent[-1] + pause


def _mark(question: Question) -> int:
    about = question if isinstance(question, Warm) else question.source
    return hash((type(question), about))
