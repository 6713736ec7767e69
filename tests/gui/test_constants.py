"""Holds PySide6 to counting references; a release that does not kills the process in the end."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QEvent, QObject, Signal

CALLS = 1000


class Sender(QObject):
    sent = Signal(object)

    def event(self, event: QEvent) -> bool:
        return super().event(event)


def counts() -> list[int]:
    return [sys.getrefcount(constant) for constant in (None, True, False, NotImplemented)]


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="nobody counts these any more")
def test_calls_and_signals_lose_no_references_to_constants() -> None:
    sender = Sender()
    sender.sent.connect(lambda _sent: None)
    before = counts()
    for _ in range(CALLS):
        sender.setObjectName("x")
        sender.sent.emit(True)
        sender.event(QEvent(QEvent.Type.User))
        sender.parent()
    changes = [now - then for then, now in zip(before, counts(), strict=True)]
    assert all(abs(change) < CALLS / 2 for change in changes), changes
