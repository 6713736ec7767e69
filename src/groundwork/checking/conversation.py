"""An author's check and the learner's program in two processes, with us between them.

What the author's process asks is passed on to the learner's, and the answers back. Values are
compared here, so that one rule holds for every kind of check.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from threading import Event

from groundwork.checking.checked_run import CheckedRun, Order
from groundwork.checking.observed import Answered, Observed
from groundwork.checking.values import MalformedValueError, decoded, is_same


def converse(
    author: Order, learner: Order, is_cancelled: Callable[[], bool]
) -> tuple[Observed, Observed]:
    """What was seen of the author's process and of the learner's; both are gone.

    Raises:
        OSError: one could not be started.
    """
    sides = _Sides()
    asked = CheckedRun(learner, _FromLearner(sides))
    try:
        asking = CheckedRun(author, _FromAuthor(sides))
    except OSError:
        sides.begin(None, None)
        asked.end()
        raise
    sides.begin(asking, asked)
    try:
        asking.wait(is_cancelled)
    finally:
        asking.end()
        asked.end()
    return asking.observed(), asked.observed()


class _Sides:
    """The two runs, as soon as both are there."""

    def __init__(self) -> None:
        self._are_ready = Event()
        self._author: CheckedRun | None = None
        self._learner: CheckedRun | None = None

    def begin(self, author: CheckedRun | None, learner: CheckedRun | None) -> None:
        """From now on things are passed on; without two sides, nowhere."""
        self._author, self._learner = author, learner
        self._are_ready.set()

    @property
    def author(self) -> CheckedRun | None:
        """The author's side, waited for."""
        self._are_ready.wait()
        return self._author

    @property
    def learner(self) -> CheckedRun | None:
        """The learner's side, waited for."""
        self._are_ready.wait()
        return self._learner


class _FromLearner:
    """Hears the learner's process."""

    def __init__(self, sides: _Sides) -> None:
        self._sides = sides

    def told(self, answer: Answered) -> None:
        """Its answers, and what it asks of the author's functions, are for the other."""
        if answer.kind in {"reply", "raised", "call"} and (author := self._sides.author):
            author.say(json.dumps([answer.kind, *answer.parts]))

    def ended(self) -> None:
        """The author's process need not wait for more."""
        if author := self._sides.author:
            author.hang_up()


class _FromAuthor:
    """Hears the author's process."""

    def __init__(self, sides: _Sides) -> None:
        self._sides = sides

    def told(self, answer: Answered) -> None:
        """What it asks is for the other; what it wants compared is for us."""
        author, learner = self._sides.author, self._sides.learner
        match answer:
            case Answered("ask", (str(request),)) if learner:
                learner.say(request)
            case Answered("compare", (got, expected, tolerance)) if author:
                author.say(json.dumps(["same", _are_same(got, expected, tolerance)]))

    def ended(self) -> None:
        """Its end is waited for elsewhere."""


def _are_same(got: object, expected: object, tolerance: object) -> bool:
    try:
        near = decoded(tolerance)
        return is_same(decoded(got), decoded(expected), near if isinstance(near, float) else 0.0)
    except MalformedValueError:
        return False
