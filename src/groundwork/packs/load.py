"""The doors of packs: open a pack's folder, read one lesson's page, find the packs in a folder.

Opening a pack runs nothing and reads only the manifest and the heads of the lessons. Whatever is
wrong is told, all of it at once, and the rest still opens.
"""

from __future__ import annotations

import os
from pathlib import Path

from groundwork.packs.chapter_folder import (
    LESSON_SUFFIX,
    ChapterFolder,
    chapter_folder,
    is_inside,
    read_lesson,
)
from groundwork.packs.manifest import (
    MANIFEST_NAME,
    ChapterEntry,
    LessonEntry,
    Manifest,
    read_manifest,
)
from groundwork.packs.model import Chapter, Lesson, LoadedPack, LoadedPage, Pack, Problem
from groundwork.packs.names import id_fault, title_from
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import listed, quoted, suggestion

_MOST_NAMED = 5


def find_packs(folder: Path) -> tuple[Path, ...]:
    """The subfolders of `folder` that hold a manifest, by name; none where it cannot be read."""
    try:
        return tuple(sorted(one for one in folder.iterdir() if _holds_manifest(one)))
    except OSError:
        return ()


def _holds_manifest(folder: Path) -> bool:
    try:
        return (folder / MANIFEST_NAME).is_file()
    except OSError:  # a folder that may not be looked into hides none of the others
        return False


def load_pack(folder: Path) -> LoadedPack:
    """The pack in `folder` with its chapters and lessons, and everything that is wrong with it."""
    folder = Path(os.path.realpath(folder))
    problems = ProblemCollector(folder / MANIFEST_NAME)
    refusal = _refusal(folder)
    if refusal is not None:
        return LoadedPack(None, (refusal,))
    if not is_inside(problems.file, folder):
        sentence = "The manifest is a link to a file outside the pack."
        problems.tell(0, sentence, "Put the file itself in its place.")
        return LoadedPack(None, problems.found)
    manifest = read_manifest(folder, problems)
    if manifest is None:
        return LoadedPack(None, problems.found)
    opening = _Opening(folder, manifest, problems)
    pack = opening.pack()
    return LoadedPack(pack, opening.problems, manifest.is_whole)


def load_page(pack: Pack, lesson: Lesson) -> LoadedPage:
    """The page of a lesson, and everything that is wrong with its file."""
    from groundwork.packs.reading import read_page  # noqa: PLC0415 - the Markdown parser is heavy

    reading = read_page(pack, lesson)
    return LoadedPage(reading.page, reading.problems, reading.exercise_folders)


def _refusal(folder: Path) -> Problem | None:
    """Why `folder` is no pack; None where it is one."""
    if folder.name == MANIFEST_NAME and folder.is_file():
        return Problem(folder, 0, "This is a pack's manifest.", "Open the folder that it lies in.")
    if not folder.is_dir():
        sentence = "This is not a folder." if folder.exists() else "There is no such folder."
        return Problem(folder, 0, sentence, f"Choose the folder that holds {MANIFEST_NAME}.")
    if os.path.lexists(folder / MANIFEST_NAME):
        return None
    packs = [quoted(one.name) for one in find_packs(folder)[:_MOST_NAMED]]
    remedy = f"It holds {listed(packs)}: open one of those." if packs else ""
    return Problem(
        folder,
        0,
        f"This folder is no lesson pack: it has no {MANIFEST_NAME}.",
        remedy or f"Choose the folder that holds {MANIFEST_NAME}.",
    )


class _Opening:
    """Joins what the manifest lists with what lies in the folders."""

    def __init__(self, folder: Path, manifest: Manifest, problems: ProblemCollector) -> None:
        self._folder = folder
        self._manifest = manifest
        self._problems = problems
        self._of_lessons: list[Problem] = []
        self._lesson_ids = {one.id for chapter in manifest.chapters for one in chapter.lessons}

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is wrong, the manifest's problems first."""
        return (*self._problems.found, *self._of_lessons)

    def pack(self) -> Pack:
        """The pack; where the manifest breaks off, the folders tell the rest."""
        manifest = self._manifest
        chapters = [self._chapter(entry) for entry in manifest.chapters]
        listed_ids = {entry.id for entry in manifest.chapters}
        for name in self._unlisted_folders(listed_ids):
            if manifest.is_whole:
                self._tell_unlisted_folder(name)
            else:
                chapters.append(self._chapter(ChapterEntry(name, title_from(name), (), 0)))
        return Pack(
            id=manifest.id,
            title=manifest.title,
            version=manifest.version,
            folder=self._folder,
            chapters=tuple(chapter for chapter in chapters if chapter is not None),
            language=manifest.language,
            summary=manifest.summary,
            licence=manifest.licence,
            authors=manifest.authors,
            requires=manifest.requires,
            renamed=tuple((entry.old, entry.new) for entry in manifest.renamed),
        )

    def _chapter(self, entry: ChapterEntry) -> Chapter | None:
        folder = self._chapter_folder(entry)
        if folder is None:
            return None
        entries = entry.lessons
        unlisted = sorted(folder.lesson_ids - {one.id for one in entries})
        if self._manifest.is_whole:
            self._tell_unlisted_lessons(folder, unlisted)
        else:
            entries += tuple(LessonEntry(one, 0) for one in unlisted if self._is_free(one))
        lessons = (self._lesson(folder, one) for one in entries)
        return Chapter(entry.id, entry.title, tuple(one for one in lessons if one is not None))

    def _chapter_folder(self, entry: ChapterEntry) -> ChapterFolder | None:
        if not is_inside(self._folder / entry.id, self._folder):
            sentence = f"The folder {quoted(entry.id)} is a link that leads out of the pack."
            self._problems.tell(entry.line, sentence, "Put the folder itself in its place.")
            return None
        try:
            return chapter_folder(self._folder, entry.id)
        except FileNotFoundError:
            sentence = f"The chapter {quoted(entry.id)} has no folder of that name."
            remedy = suggestion(entry.id, self._folder_names(), "Make it, or delete the chapter.")
            self._problems.tell(entry.line, sentence, remedy)
        except OSError as error:
            sentence = f"The folder {quoted(entry.id)} cannot be read: {error.strerror}."
            remedy = "It must be a folder, and you must have the right to read it."
            self._problems.tell(entry.line, sentence, remedy)
        return None

    def _lesson(self, folder: ChapterFolder, entry: LessonEntry) -> Lesson | None:
        name = f"{folder.path.name}/{entry.id}{LESSON_SUFFIX}"
        if entry.id not in folder.lesson_ids:
            sentence = f"The lesson {quoted(entry.id)} has no file: {quoted(name)} is not there."
            otherwise = "Write the file, or take the lesson out of the list."
            remedy = suggestion(entry.id, folder.lesson_ids, otherwise)
            self._problems.tell(entry.line, sentence, remedy)
            return None
        if entry.id in folder.outside_ids:
            sentence = f"The lesson {quoted(name)} is a link to a file outside the pack."
            self._problems.tell(entry.line, sentence, "Put the file itself in its place.")
            return None
        problems = ProblemCollector(folder.path / f"{entry.id}{LESSON_SUFFIX}")
        lesson = read_lesson(folder, entry.id, problems)
        self._of_lessons += problems.found
        return lesson

    def _is_free(self, lesson_id: str) -> bool:
        """Whether no chapter lists the lesson, and none was given it by its folder before."""
        is_free = not id_fault(lesson_id) and lesson_id not in self._lesson_ids
        self._lesson_ids.add(lesson_id)
        return is_free

    def _tell_unlisted_lessons(self, folder: ChapterFolder, unlisted: list[str]) -> None:
        for lesson_id in unlisted:
            file = folder.path / f"{lesson_id}{LESSON_SUFFIX}"
            sentence = "This lesson is not listed in the manifest, so nobody sees it."
            remedy = f"Add {quoted(lesson_id)} to the lessons of {quoted(folder.path.name)}."
            self._of_lessons.append(Problem(file, 0, sentence, remedy))

    def _tell_unlisted_folder(self, name: str) -> None:
        sentence = "This folder holds lessons, but the manifest has no chapter of that name."
        remedy = f"Add a [[chapters]] table with the id {quoted(name)}."
        self._of_lessons.append(Problem(self._folder / name, 0, sentence, remedy))

    def _unlisted_folders(self, listed_ids: set[str]) -> list[str]:
        """The folders that could be chapters, hold lessons, and are in no list."""
        names = (name for name in self._folder_names() if name not in listed_ids)
        return [name for name in names if not id_fault(name) and self._holds_lessons(name)]

    def _holds_lessons(self, name: str) -> bool:
        try:
            return bool(chapter_folder(self._folder, name).lesson_ids)
        except OSError:
            return False

    def _folder_names(self) -> list[str]:
        try:
            with os.scandir(self._folder) as entries:
                return sorted(entry.name for entry in entries if entry.is_dir())
        except OSError:
            return []
