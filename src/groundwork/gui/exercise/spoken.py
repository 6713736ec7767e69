"""Tells screen readers what has changed without the keyboard being there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget

from groundwork.packs.model import Block, Prose


def announce(widget: QWidget, sentence: str) -> None:
    """Have it read out, where anybody listens."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def plain_words(blocks: Sequence[Block]) -> str:
    """The words of the blocks that have words."""
    return " ".join(block.plain for block in blocks if isinstance(block, Prose))
