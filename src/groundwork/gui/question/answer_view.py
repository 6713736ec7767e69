"""What all ways of answering a question have in common."""

from __future__ import annotations

from PySide6.QtCore import Signal

from groundwork.gui.page.block_view import BlockView


class AnswerView(BlockView):
    """Where the reader answers; it says when there is an answer to judge.

    Signals:
        changed: the answer is another, or there is one or none now.
        entered: the reader wants the answer judged, having pressed Enter in it.
    """

    changed = Signal()
    entered = Signal()

    @property
    def is_given(self) -> bool:
        """Whether there is something to judge."""
        raise NotImplementedError
