"""Joins the dialog of earlier versions to the drafts, for the example in the editor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from groundwork.gui.appearance import Appearance
from groundwork.gui.drafts import DraftSaver
from groundwork.gui.history import HistoryDialog
from groundwork.learner.draft import Draft, DraftError
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Version
from groundwork.learner.records import Record, record_of, records_in_short
from groundwork.packs.addresses import ExampleAddress


@dataclass(frozen=True, slots=True)
class _Listed:
    """All versions, the newest first, and in short what came of each."""

    versions: Sequence[Version]
    in_short: Mapping[Version, str]


@dataclass(frozen=True, slots=True)
class _Content:
    """The files of a version, and what came of it."""

    texts: Mapping[str, str]
    record: Record


class HistoryDesk(QObject):
    """Opens the dialog over a window and brings it what it asks for; gone when it is closed.

    Signals:
        restored: the version that was chosen is in the editor, and the dialog closed.
    """

    restored = Signal()

    def __init__(  # noqa: PLR0913 - it joins these parts, and does nothing else
        self,
        *,
        drafts: DraftSaver,
        appearance: Appearance,
        window: QWidget,
        address: ExampleAddress,
        title: str,
        now: Mapping[str, str],
    ) -> None:
        """The example of that title has the texts `now` in the editor."""
        self._dialog = HistoryDialog(appearance, title, now, window)
        super().__init__(self._dialog)
        self._drafts = drafts
        self._address = address
        self._is_restoring = False
        self._dialog.version_requested.connect(self._on_dialog_version_requested)
        self._dialog.other_requested.connect(self._on_dialog_other_requested)
        self._dialog.restore_requested.connect(self._on_dialog_restore_requested)
        drafts.replaced.connect(self._on_drafts_replaced)
        drafts.refused.connect(self._on_drafts_refused)
        drafts.file_changed_outside.connect(self._on_drafts_file_changed_outside)

    def open(self) -> None:
        """Show the dialog and ask for the versions."""
        self._dialog.open()
        self._drafts.consult(partial(_listed, self._address), self._on_listed)

    def _on_dialog_version_requested(self, version: Version) -> None:
        self._drafts.consult(
            partial(_read, self._address, version), partial(self._on_read, version)
        )

    def _on_dialog_other_requested(self, version: Version) -> None:
        self._drafts.consult(
            partial(_read, self._address, version), partial(self._on_other_read, version)
        )

    def _on_dialog_restore_requested(self, version: Version) -> None:
        self._is_restoring = True
        self._drafts.restore(self._address, version)

    def _on_listed(self, listed: _Listed | DraftError) -> None:
        if isValid(self._dialog) and not isinstance(listed, DraftError):
            self._dialog.show_versions(listed.versions, listed.in_short)

    def _on_read(self, version: Version, found: _Content | DraftError) -> None:
        if not isValid(self._dialog):
            return
        if isinstance(found, DraftError):
            self._dialog.tell_unreadable(version, str(found))
        else:
            self._dialog.show_texts(version, found.texts, found.record)

    def _on_other_read(self, version: Version, found: _Content | DraftError) -> None:
        if not isValid(self._dialog):
            return
        if isinstance(found, DraftError):
            self._dialog.tell_other_unreadable(str(found))
        else:
            self._dialog.show_other(version, found.texts, found.record)

    def _on_drafts_replaced(self, draft: Draft) -> None:
        if self._is_restoring and draft.address == self._address:
            self.restored.emit()
            self._dialog.accept()

    def _on_drafts_refused(self, address: ExampleAddress, sentence: str) -> None:
        if self._is_restoring and address == self._address:
            self._is_restoring = False
            self._dialog.tell_refused(sentence)

    def _on_drafts_file_changed_outside(
        self, address: ExampleAddress, name: str, text: str
    ) -> None:
        if address == self._address:
            self._dialog.change_now(name, text)


def _listed(address: ExampleAddress, store: DraftStore) -> _Listed:
    versions = store.versions(address)
    return _Listed(versions, records_in_short(store, address, versions))


def _read(address: ExampleAddress, version: Version, store: DraftStore) -> _Content:
    texts = store.version_texts(address, version)
    return _Content(texts, record_of(store, address, version))
