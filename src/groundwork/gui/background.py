"""Work that may take longer than a blink: done on threads, its result handed to the GUI thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QThreadPool, Signal

Result = TypeVar("Result")


class Background(QObject):
    """Runs functions on threads of its own and calls back on the thread that it lives on.

    What the functions touch must be safe to touch there: values, files, no widgets. An exception in
    one is a bug and is raised again on the GUI thread, where bugs are reported.
    """

    _finished = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(2)
        self._is_closed = False
        self._finished.connect(self._on_finished)

    def submit(self, work: Callable[[], Result], then: Callable[[Result], None]) -> None:
        """Run `work` on a thread, then call `then` with what it returned."""

        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - raised again on the GUI thread
                self._emit(then, None, error)
            else:
                self._emit(then, result, None)

        self._pool.start(job)

    def close(self) -> None:
        """Call nothing back any more, and forget what has not begun."""
        self._is_closed = True
        self._pool.clear()

    def _emit(self, then: Callable[[Any], None], result: object, error: Exception | None) -> None:
        if not self._is_closed:
            self._finished.emit(then, result, error)

    def _on_finished(
        self, then: Callable[[Any], None], result: object, error: Exception | None
    ) -> None:
        if error is not None:
            raise error
        if not self._is_closed:
            then(result)
