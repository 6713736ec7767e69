"""Lets the window follow the files of a pack that its author changes outside.

Only the lesson that is read is watched, with its exercises and the manifest, and only in a folder
that the user has opened: what is installed does not change.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from groundwork.gui.background import Background
from groundwork.gui.file_watch import FileWatch
from groundwork.gui.reading import OpenLesson, Reading
from groundwork.packs.library import Library
from groundwork.packs.load import load_pack, load_page
from groundwork.packs.manifest import MANIFEST_NAME
from groundwork.packs.model import Lesson, LessonAddress, LoadedPack, LoadedPage, Pack

_MOST_FILES = 500
"""Of exercises with more files than this, the rest is read when the lesson is opened again."""


_PAUSE = 300
"""Milliseconds after a lesson was opened until its pack is looked at: the page comes first."""


@dataclass(frozen=True, slots=True)
class _Look:
    """What a pack's folder holds now, and the lesson that was read; `page` is None without it."""

    loaded: LoadedPack
    page: LoadedPage | None = None
    files: tuple[Path, ...] = ()


class Reloading(QObject):
    """Looks again whenever something was written, and lets the reading go on with what is new."""

    def __init__(
        self, *, reading: Reading, library: Library, background: Background, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._reading, self._library = reading, library
        self._background = background
        self._refused: tuple[Path, LoadedPack] | None = None
        self._is_looking = False
        self._looks_again = False
        self._soon = QTimer(self, singleShot=True, interval=_PAUSE)
        self._soon.timeout.connect(self._look)
        self._watch = FileWatch(self)
        self._watch.disturbed.connect(self._look)
        reading.lesson_opened.connect(self._on_reading_lesson_opened)
        reading.pack_refused.connect(self._on_reading_pack_refused)
        reading.packs_changed.connect(self._on_reading_packs_changed)

    @property
    def watched(self) -> frozenset[str]:
        """The files and folders that are watched."""
        return self._watch.paths

    def _on_reading_lesson_opened(self, opened: OpenLesson) -> None:
        self._refused = None
        if self._library.holds(opened.pack.folder):
            self._watch.watch(())
            return
        self._watch.watch((opened.pack.folder / MANIFEST_NAME, opened.lesson.path))
        self._soon.start()  # the rest may have changed while another pack was read

    def _on_reading_pack_refused(self, folder: Path, loaded: LoadedPack) -> None:
        self._refused = folder, loaded
        self._watch.watch((folder / MANIFEST_NAME,))

    def _on_reading_packs_changed(self) -> None:
        if self._refused is None and self._current() is None:
            self._watch.watch(())

    def _current(self) -> OpenLesson | None:
        """What is read, if its pack is open."""
        current = self._reading.current
        ids = {pack.id for pack in self._reading.packs}
        return current if current is not None and current.pack.id in ids else None

    def _look(self) -> None:
        """Read again what is watched, one look at a time."""
        if self._is_looking:
            self._looks_again = True
            return
        if self._refused is not None:
            work = partial(_refused_look, self._refused[0])
            self._begin(work, partial(self._on_refused_looked_at, self._refused))
        elif (opened := self._current()) is not None and self._watch.paths:
            work = partial(_lesson_look, opened.pack, opened.lesson)
            self._begin(work, partial(self._on_lesson_looked_at, opened))

    def _begin(self, work: partial[_Look], then: partial[None]) -> None:
        self._is_looking, self._looks_again = True, False
        self._background.submit(work, partial(self._end, then))

    def _end(self, then: partial[None], look: _Look) -> None:
        self._is_looking = False
        then(look)
        if self._looks_again:
            self._look()

    def _on_refused_looked_at(self, refused: tuple[Path, LoadedPack], look: _Look) -> None:
        if refused == self._refused and look.loaded != refused[1]:
            self._reading.open_folder(refused[0])

    def _on_lesson_looked_at(self, opened: OpenLesson, look: _Look) -> None:
        current = self._current()
        if current is None or current.address != opened.address:
            self._looks_again = self._refused is None
            return
        self._watch.watch(look.files)
        pack = look.loaded.pack
        if pack is None or not look.loaded.is_whole:  # the author is in the middle of a change
            kept = LoadedPack(opened.pack, look.loaded.problems, is_whole=False)
            self._reading.renew(kept, look.page)
        elif pack.id == opened.pack.id:
            self._reading.renew(look.loaded, look.page)
        else:
            self._follow_new_id(opened, look.loaded, pack)

    def _follow_new_id(self, opened: OpenLesson, loaded: LoadedPack, pack: Pack) -> None:
        self._reading.close_pack(opened.pack.id)
        self._reading.add_pack(loaded)
        lessons = [LessonAddress(pack.id, lesson.id) for lesson in pack.lessons]
        same = LessonAddress(pack.id, opened.lesson.id)
        if lessons:
            self._reading.open(same if same in lessons else lessons[0])


def _refused_look(folder: Path) -> _Look:
    return _Look(load_pack(folder))


def _lesson_look(pack: Pack, lesson: Lesson) -> _Look:
    """Read the pack and the lesson; where the manifest breaks off, the pack is still as it was."""
    loaded = load_pack(pack.folder)
    now = loaded.pack if loaded.pack is not None and loaded.is_whole else pack
    same = next((one for one in now.lessons if one.id == lesson.id), None)
    page = None if same is None else load_page(now, same)
    folders = page.exercise_folders if page is not None else frozenset()
    exercises = (file for folder in sorted(folders) for file in _files(now.folder / folder))
    manifest, text = pack.folder / MANIFEST_NAME, (lesson if same is None else same).path
    return _Look(loaded, page, (manifest, text, *islice(exercises, _MOST_FILES)))


def _files(folder: Path) -> Iterator[Path]:
    """The files of an exercise, and its folders, of which any may get more."""
    yield folder / "exercise.md"
    for path in folder.rglob("*"):
        if "__pycache__" not in path.parts:
            yield path
