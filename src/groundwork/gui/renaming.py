"""Lets the learner's work follow the ids of a pack that an update has renamed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from groundwork.gui.drafts import DraftSaver
from groundwork.gui.progress import ProgressRecord
from groundwork.gui.reading import Reading
from groundwork.learner.draft import DraftError
from groundwork.learner.drafts import DraftStore
from groundwork.learner.moved_drafts import move_drafts
from groundwork.packs.moves import Move, moves


class Renaming(QObject):
    """Watches which packs are opened; what is asked for later finds everything in its new place."""

    def __init__(
        self, *, reading: Reading, drafts: DraftSaver, progress: ProgressRecord, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reading, self._drafts, self._progress = reading, drafts, progress
        self._followed: set[tuple[Move, ...]] = {()}
        reading.packs_changed.connect(self._on_reading_packs_changed)

    def _on_reading_packs_changed(self) -> None:
        for pack in self._reading.packs:
            steps = moves(pack) if pack.renamed else ()
            if steps not in self._followed:
                self._followed.add(steps)
                self._drafts.consult(partial(_follow, steps), _ignore)
                self._progress.follow(steps)


def _follow(steps: tuple[Move, ...], store: DraftStore) -> None:
    move_drafts(store.folder, steps)


def _ignore(_: DraftError | None) -> None:
    """Nothing is to be told: what could not be moved is where it was."""
