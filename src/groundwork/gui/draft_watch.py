"""Notices that somebody else has written into a draft: another window, an editor, a program."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from groundwork.packs.model import ExampleAddress

_MOST_DRAFTS = 8
"""The drafts opened last are watched; an older one is read afresh when it is opened again."""

_PAUSE = 150
"""Milliseconds in which changes are gathered: a program may write on and on."""


class DraftWatch(QObject):
    """Watches the files of the drafts opened last.

    Signals:
        disturbed: some file of the draft of this ExampleAddress was written, perhaps by ourselves.
    """

    disturbed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._paths: dict[ExampleAddress, set[str]] = {}
        self._disturbed: set[ExampleAddress] = set()
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._on_watcher_changed)
        self._watcher.directoryChanged.connect(self._on_watcher_changed)
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)

    def watch(self, address: ExampleAddress, files: list[Path]) -> None:
        """Watch these files and their folders; the draft watched longest may have to make room."""
        self._paths.pop(address, None)
        self._paths[address] = {str(path) for file in files for path in (file, file.parent)}
        while len(self._paths) > _MOST_DRAFTS:
            self._forget(next(iter(self._paths)))
        self._add_missing(address)

    def _forget(self, address: ExampleAddress) -> None:
        paths = self._paths.pop(address)
        watched = paths & {*self._watcher.files(), *self._watcher.directories()}
        if watched:
            self._watcher.removePaths(sorted(watched))

    def _add_missing(self, address: ExampleAddress) -> None:
        """Watch what is not watched: a file that was replaced by another is forgotten by Qt."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        missing = self._paths.get(address, set()) - watched
        if missing:
            self._watcher.addPaths(sorted(missing))

    def _on_watcher_changed(self, path: str) -> None:
        self._disturbed.update(owner for owner, paths in self._paths.items() if path in paths)
        if not self._timer.isActive():
            self._timer.start()

    def _on_timer_timeout(self) -> None:
        disturbed, self._disturbed = self._disturbed, set()
        for address in disturbed:
            self._add_missing(address)
            self.disturbed.emit(address)
