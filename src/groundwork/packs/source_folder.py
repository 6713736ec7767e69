"""The files of a program in a folder of the pack: a starter, a solution, a wrong answer."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from groundwork.packs.chapter_folder import is_inside
from groundwork.packs.model import Problem, SourceFile
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.program_files import NAME_REMEDY, PYTHON_SUFFIXES, program_name_objection
from groundwork.packs.taken_names import TakenNames
from groundwork.packs.text_file import read_text
from groundwork.packs.wording import listed, quoted

FILE_SIZE_LIMIT = 500_000
"""The largest file of a program, in bytes, that is read."""

_MOST_FILES = 100
_MOST_PROBLEMS = 200
_DEEPEST = 8
_MAIN = "main.py"


class SourceFolders:
    """Reads folders of one pack, whose real path is `pack`; collects what is wrong with them."""

    def __init__(self, pack: Path) -> None:
        self._pack = pack
        self._found: list[Problem] = []

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What was wrong so far."""
        return tuple(self._found)

    def tell(self, place: Path, sentence: str, remedy: str, *, line: int = 0) -> None:
        """Note a problem of a file or a folder; where there is no end of them, the first ones."""
        if len(self._found) < _MOST_PROBLEMS:
            self._found.append(Problem(place, line, sentence, remedy))

    def names(self, folder: Path) -> tuple[str, ...]:
        """The names of what lies in `folder`, sorted, without those that no author means."""
        try:
            if not is_inside(folder, self._pack):
                self._tell_outside(folder)
                return ()
            with os.scandir(folder) as entries:
                return tuple(sorted(one.name for one in entries if _is_meant(one.name)))
        except FileNotFoundError:
            return ()
        except OSError as error:
            sentence = f"This folder cannot be read: {error.strerror}."
            self.tell(folder, sentence, "It must be a folder, and you must have the right to read.")
            return ()

    def files(self, folder: Path) -> tuple[SourceFile, ...]:
        """The files in `folder` and its folders, the one that is run first."""
        files: list[SourceFile] = []
        names = TakenNames()
        for path in self._paths(folder, _DEEPEST):
            if len(files) == _MOST_FILES:
                sentence = f"This folder holds more than {_MOST_FILES} files; the rest is left out."
                self.tell(folder, sentence, "A program for a lesson needs only a few.")
                break
            file = self._file(path, folder, names)
            if file is not None:
                files.append(file)
        return tuple(sorted(files, key=lambda file: (file.name != _MAIN, file.name)))

    def text(self, path: Path) -> str | None:
        """The text of a file of the pack; None, and told, where it cannot be read."""
        if not is_inside(path, self._pack):
            self._tell_outside(path)
            return None
        problems = ProblemCollector(path)
        text = read_text(path, FILE_SIZE_LIMIT, problems)
        self._found += problems.found
        return text

    def main_of(self, files: tuple[SourceFile, ...], folder: Path) -> str:
        """The name of the file that is run; empty, and told, where none can be."""
        programs = [file.name for file in files if file.name.endswith(PYTHON_SUFFIXES)]
        if _MAIN in programs or len(programs) == 1:
            return _MAIN if _MAIN in programs else programs[0]
        if not programs:
            self.tell(folder, "There is no Python file here.", f"Put the program into {_MAIN}.")
            return ""
        sentence = f"It is not clear which file is run: {listed(programs)}."
        self.tell(folder, sentence, f"Call it {_MAIN}.")
        return programs[0]

    def _paths(self, folder: Path, depth: int) -> Iterator[Path]:
        for name in self.names(folder):
            path = folder / name
            if not path.is_dir():
                yield path
            elif depth and not path.is_symlink():
                yield from self._paths(path, depth - 1)
            else:
                sentence = "This folder is a link, or lies too deep, and is left out."
                self.tell(path, sentence, "Put its files into the program's own folder.")

    def _file(self, path: Path, folder: Path, names: TakenNames) -> SourceFile | None:
        name = path.relative_to(folder).as_posix()
        objection = program_name_objection(name)
        if objection:
            self.tell(path.parent, objection, NAME_REMEDY)
            return None
        other = names.other(name)
        if other:
            sentence = f"Some systems cannot keep {quoted(name)} beside {quoted(other)}."
            self.tell(path, sentence, "Rename one of the two.")
            return None
        names.take(name)
        text = self.text(path)
        return None if text is None else SourceFile(name, text)

    def _tell_outside(self, path: Path) -> None:
        self.tell(path, "This is a link that leads out of the pack.", "Put the file itself here.")


def _is_meant(name: str) -> bool:
    return not name.startswith(".") and name != "__pycache__"
