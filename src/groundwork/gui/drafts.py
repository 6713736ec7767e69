"""Saves what is typed without the window ever waiting for the disk."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from groundwork.gui.background import Background
from groundwork.gui.draft_watch import DraftWatch
from groundwork.learner.backlog import Backlog, Key
from groundwork.learner.draft import Draft, DraftError, DraftFile
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Version
from groundwork.learner.saving import (
    Leftover,
    Replacement,
    Round,
    RunPlace,
    adopt_all,
    attempt,
    changes_outside,
    place_for_run,
    replaced,
    save_all,
    settle_run,
    sheltered,
    without_shelter,
)
from groundwork.learner.shelter import Shelter
from groundwork.packs.model import ExampleAddress, SourceFile

Result = TypeVar("Result")

_SHARE_OF_THE_DISK = 0.6
"""The part of the time for closing that the disk has before the texts are copied elsewhere."""

_RETRY = 3000
"""Milliseconds between attempts to save what could not be saved."""


class DraftSaver(QObject):
    """The drafts of the open window. Every answer comes as a signal; nothing here blocks.

    Signals:
        opened: a Draft, as asked for with `open`.
        replaced: a Draft that is to be shown in place of what is shown, after a reset or restore.
        saved: an ExampleAddress and the Path of the folder where a program can read its files now.
        refused: an ExampleAddress and the sentence that says why what was asked for is not done.
        changed_marked: an ExampleAddress, and whether its draft differs from the author's text.
        changed_listed: the frozenset of every ExampleAddress whose draft differs.
        trouble_told: a sentence; what is typed stays in memory until `trouble_ended`.
        trouble_ended: everything typed is on the disk again.
        other_version_kept: an ExampleAddress and the name of a file that another window or program
            had written meanwhile; its text is in the history, ours is on the disk.
        file_changed_outside: an ExampleAddress, the name of a file and its new text, which is to be
            shown: somebody else wrote it, and nothing unsaved was typed here.
    """

    opened = Signal(object)
    replaced = Signal(object)
    saved = Signal(object, object)
    refused = Signal(object, str)
    changed_marked = Signal(object, bool)
    changed_listed = Signal(object)
    trouble_told = Signal(str)
    trouble_ended = Signal()
    other_version_kept = Signal(object, str)
    file_changed_outside = Signal(object, str, str)

    def __init__(
        self, folder: Path, parent: QObject | None = None, store: DraftStore | None = None
    ) -> None:
        super().__init__(parent)
        self._store = store or DraftStore(folder)
        self._shelter = Shelter()
        self._backlog = Backlog()
        self._changed: dict[ExampleAddress, bool] = {}
        self._names: dict[ExampleAddress, tuple[str, ...]] = {}
        self._troubled: dict[ExampleAddress, tuple[SourceFile, ...]] = {}
        self._trouble = _Trouble(self)
        self._trouble.told.connect(self.trouble_told)
        self._trouble.ended.connect(self.trouble_ended)
        self._trouble.retry_due.connect(self._on_trouble_retry_due)
        self._disk = Background(self, name="drafts", threads=1)
        self._watch = DraftWatch(self)
        self._watch.disturbed.connect(self._on_watch_disturbed)
        self._save_timer = QTimer(self, singleShot=True)
        self._save_timer.timeout.connect(self._save_waiting)

    def open(
        self, address: ExampleAddress, files: tuple[SourceFile, ...], *, knows_news: bool = False
    ) -> None:
        """Ask for the learner's version of an example; `opened` brings it, or `refused`.

        Everything else that concerns the example comes after this. With `knows_news` the learner
        has seen what is new in the author's `files`.
        """
        open_it = partial(self._store.open, address, files, knows_news=knows_news)
        self._ask(address, open_it, partial(self._on_draft_opened, files))

    def note_change(self, address: ExampleAddress, name: str, text: str) -> None:
        """The editor shows a new text; it is on the disk within a second."""
        self._backlog.note((address, name), text, monotonic())
        self._plan_saving()

    def save_now(self, address: ExampleAddress, texts: Mapping[str, str]) -> None:
        """Ask for files that a program can read; `saved` says where they are, or `refused` why not.

        `texts` are those of the editors. A version of the draft goes into the history.
        """
        for name, text in texts.items():
            self._backlog.note((address, name), text, monotonic())
        unsaved = self._backlog.take_all(address)
        self._plan_saving()
        self._disk.submit(
            partial(place_for_run, self._store, self._shelter, address, unsaved),
            partial(self._on_run_placed, address, unsaved),
        )

    def reset(self, address: ExampleAddress) -> None:
        """Ask for the author's text; `replaced` brings it, and the history keeps the learner's."""
        self._replace(address, partial(self._store.reset, address))

    def restore(self, address: ExampleAddress, version: Version) -> None:
        """Ask for an earlier version; `replaced` brings it, and the history keeps that of now."""
        self._replace(address, partial(self._store.restore, address, version))

    def consult(
        self, work: Callable[[DraftStore], Result], then: Callable[[Result | DraftError], None]
    ) -> None:
        """Do `work` with the store, after what was asked for before; `then` gets its answer."""
        self._save_waiting()
        self._disk.submit(partial(attempt, partial(work, self._store)), then)

    def list_changed(self) -> None:
        """Ask which examples of all the learner has changed; `changed_listed` brings them."""
        self._disk.submit(self._store.changed_addresses, self.changed_listed.emit)

    def flush(self, seconds: float = 2.0) -> tuple[Leftover, ...]:
        """Save everything and wait for it, `seconds` at most: the window is about to close.

        What comes back is not saved in its place; there are copies where there was room for them.
        """
        end = monotonic() + seconds
        self._save_timer.stop()
        self._disk.submit(partial(save_all, self._store, self._backlog.take_all()), self._on_round)
        if self._disk.drain(seconds * _SHARE_OF_THE_DISK):
            self._disk.drain(end - monotonic())  # what the answers have asked for
        unsaved = self._backlog.unsaved()
        return _rescued(self._shelter, unsaved, end - monotonic()) if unsaved else ()

    def close(self) -> None:
        """End; the last call."""
        self._disk.close()
        if not self._backlog.unsaved():
            self._shelter.clear()

    def _plan_saving(self) -> None:
        seconds = self._backlog.due_in(monotonic())
        if seconds is None:
            self._save_timer.stop()
        else:
            self._save_timer.start(round(seconds * 1000))

    def _save_waiting(self) -> None:
        self._save_timer.stop()
        texts = self._backlog.take()
        if texts:
            self._disk.submit(partial(save_all, self._store, texts), self._on_round)

    def _ask(
        self, address: ExampleAddress, work: Callable[[], Result], then: Callable[[Result], None]
    ) -> None:
        self._save_waiting()  # the answer is to know of it
        refuse = partial(self.refused.emit, address)
        self._disk.submit(partial(attempt, work), partial(_answer, then, refuse))

    def _replace(self, address: ExampleAddress, replacing: Callable[[], Draft]) -> None:
        """Save what is typed, and replace it only when the history can keep it."""
        work = partial(replaced, self._store, self._backlog.take_all(address), replacing)
        self._plan_saving()
        self._disk.submit(work, partial(self._on_replacement, address))

    def _on_replacement(self, address: ExampleAddress, outcome: Replacement) -> None:
        self._on_round(outcome.round)
        _answer(self._on_draft_replaced, partial(self.refused.emit, address), outcome.draft)

    def _on_round(self, outcome: Round) -> None:
        for key, text in outcome.texts.items():
            if key in outcome.results:
                self._backlog.confirm(key, text)
            else:
                self._backlog.fail(key)
        self._tell_results(outcome)
        self._judge(outcome.trouble)

    def _on_run_placed(
        self, address: ExampleAddress, unsaved: Mapping[Key, str], place: RunPlace
    ) -> None:
        if place.folder is None:
            self.refused.emit(address, place.round.trouble)
        else:
            self.saved.emit(address, place.folder)
        for key in unsaved.keys() - place.round.results.keys():
            self._backlog.fail(key)
        self._tell_results(place.round)
        self._judge(place.round.trouble)
        settle = partial(settle_run, self._store, address)
        self._disk.submit(settle, partial(self._on_run_settled, place.round))

    def _on_run_settled(self, outcome: Round, trouble: str) -> None:
        for key in outcome.results:
            if trouble:
                self._backlog.fail(key)
            else:
                self._backlog.confirm(key, outcome.texts[key])
        self._judge(trouble or outcome.trouble)

    def _on_draft_opened(self, files: tuple[SourceFile, ...], draft: Draft) -> None:
        self._take_in(files, draft)
        self.opened.emit(with_texts(draft, self._backlog))
        self._mark(draft.address, is_changed=draft.is_changed)

    def _on_draft_mended(self, files: tuple[SourceFile, ...], draft: Draft) -> None:
        """A draft that could not be laid out has been tried again: show what the disk brings."""
        for file in self._take_in(files, draft):
            self.file_changed_outside.emit(draft.address, file.name, file.text)
        self._mark(draft.address, is_changed=draft.is_changed)

    def _take_in(self, files: tuple[SourceFile, ...], draft: Draft) -> list[DraftFile]:
        """Note what was opened; the answer is the files that the editor does not show so."""
        self._names[draft.address] = tuple(file.name for file in draft.files)
        news = [file for file in draft.files if self._is_news(draft.address, file)]
        self._troubled.pop(draft.address, None)
        if draft.trouble:
            self._troubled[draft.address] = files
        else:
            self._watch.watch(draft.address, [draft.folder / file.name for file in draft.files])
        self._judge(draft.trouble)
        return news

    def _is_news(self, address: ExampleAddress, file: DraftFile) -> bool:
        key = (address, file.name)
        return self._backlog.text(key) is None and self._backlog.agree(key, file.text)

    def _on_draft_replaced(self, draft: Draft) -> None:
        self._backlog.forget(draft.address)
        for file in draft.files:
            self._backlog.agree((draft.address, file.name), file.text)
        self.replaced.emit(draft)
        self._mark(draft.address, is_changed=draft.is_changed)

    def _on_watch_disturbed(self, address: ExampleAddress) -> None:
        self._disk.submit(
            partial(changes_outside, self._store, address, self._names.get(address, ())),
            partial(self._on_changes_found, address),
        )

    def _on_changes_found(self, address: ExampleAddress, texts: Mapping[str, str]) -> None:
        """Show what others wrote, except where something typed is about to be saved over it."""
        shown = {n: text for n, text in texts.items() if self._backlog.text((address, n)) is None}
        for name, text in shown.items():
            self._backlog.agree((address, name), text)
            self.file_changed_outside.emit(address, name, text)
        if shown:
            self._disk.submit(
                partial(adopt_all, self._store, address, shown),
                lambda is_changed: self._mark(address, is_changed=is_changed),
            )

    def _on_trouble_retry_due(self) -> None:
        texts = self._backlog.take_failed()
        self._disk.submit(partial(save_all, self._store, texts), self._on_round)
        for address, files in self._troubled.items():
            work = partial(self._store.open, address, files)
            self._ask(address, work, partial(self._on_draft_mended, files))

    def _tell_results(self, outcome: Round) -> None:
        for (address, name), result in outcome.results.items():
            self._mark(address, is_changed=result.is_changed)
            if result.other_version_kept is not None:
                self.other_version_kept.emit(address, name)

    def _mark(self, address: ExampleAddress, *, is_changed: bool) -> None:
        if self._changed.get(address) != is_changed:
            self._changed[address] = is_changed
            self.changed_marked.emit(address, is_changed)

    def _judge(self, trouble: str) -> None:
        self._trouble.judge(trouble, is_over=not (self._backlog.has_failed or self._troubled))


def _answer(
    then: Callable[[Result], None], refuse: Callable[[str], None], result: Result | DraftError
) -> None:
    if isinstance(result, DraftError):
        refuse(str(result))
    else:
        then(result)


class _Trouble(QObject):
    """What keeps texts from the disk, told once and taken back once.

    Signals:
        told: a sentence, new trouble.
        ended: it is over.
        retry_due: it is time for another attempt.
    """

    told = Signal(str)
    ended = Signal()
    retry_due = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sentence = ""
        self._timer = QTimer(self, singleShot=True, interval=_RETRY)
        self._timer.timeout.connect(self.retry_due)

    def judge(self, sentence: str, *, is_over: bool) -> None:
        """Take in how an attempt went: `sentence` is empty where it went well."""
        if sentence:
            if sentence != self._sentence:
                self._sentence = sentence
                self.told.emit(sentence)
            self._timer.start()
        elif self._sentence and is_over:
            self._sentence = ""
            self.ended.emit()


def _rescued(shelter: Shelter, texts: Mapping[Key, str], seconds: float) -> tuple[Leftover, ...]:
    """Copies of the texts elsewhere, made on a fresh thread: the other may never come back."""
    thread = Background(name="rescue", threads=1)
    leftovers: list[tuple[Leftover, ...]] = []
    thread.submit(partial(sheltered, shelter, texts), leftovers.append)
    thread.drain(seconds)
    thread.close()
    return leftovers[0] if leftovers else without_shelter(texts)


def with_texts(draft: Draft, backlog: Backlog) -> Draft:
    """The draft with the texts that were typed and are not on the disk yet."""
    return replace(draft, files=tuple(_with_text(draft, file, backlog) for file in draft.files))


def _with_text(draft: Draft, file: DraftFile, backlog: Backlog) -> DraftFile:
    text = backlog.text((draft.address, file.name))
    return file if text is None else replace(file, text=text, is_changed=text != file.original)
