"""Notices that files were written, replaced, removed or made anew by somebody else."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

_PAUSE = 150
"""Milliseconds in which changes are gathered: an editor may write a file in several steps."""


class FileWatch(QObject):
    """Watches some files, each with the folder it lies in.

    The folder tells when a file that was removed is there again, or another has taken its name.

    Signals:
        disturbed: something was written there, perhaps several times.
    """

    disturbed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._wanted: frozenset[str] = frozenset()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_watcher_changed)
        self._watcher.directoryChanged.connect(self._on_watcher_changed)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)

    @property
    def paths(self) -> frozenset[str]:
        """The files and folders that are watched, as far as they are there."""
        return frozenset((*self._watcher.files(), *self._watcher.directories()))

    def watch(self, files: Iterable[Path]) -> None:
        """Watch these files and nothing else; any of them may be missing."""
        self._wanted = frozenset(str(path) for file in files for path in (file, file.parent))
        unwanted = self.paths - self._wanted
        if unwanted:
            self._watcher.removePaths(sorted(unwanted))
        self._add_missing()

    def _add_missing(self) -> None:
        """Watch what is not watched: Qt forgets a file that was replaced by another."""
        missing = [path for path in sorted(self._wanted - self.paths) if Path(path).exists()]
        if missing:
            self._watcher.addPaths(missing)

    def _on_watcher_changed(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        self._add_missing()
        self.disturbed.emit()
