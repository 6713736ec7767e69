"""Drafts of former addresses, brought to where their examples are today.

A draft with its history is renamed in one step. Where there is one at the new address already, the
two become one: the one that the learner has changed stays in the editor, and the files of the other
become a version of its history. Whatever cuts this short, doing it again brings it to its end.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from groundwork.files import make_folder, move, reachable, write_atomically
from groundwork.learner.draft_folder import MARK, folder_name
from groundwork.learner.history import History, Reason, remove_tree
from groundwork.learner.lock import locked
from groundwork.packs.moves import Move

_ANY = "*"


def move_drafts(drafts: Path, moves: Iterable[Move]) -> None:
    """Bring what is at the old paths to the new ones; what the disk refuses stays where it is."""
    for one in moves:
        pack = reachable(drafts) / folder_name(one.pack_id)
        lesson = pack / folder_name(one.old.partition("/")[0])
        if not lesson.is_dir():
            continue
        with locked(pack / "moving.lock"), suppress(OSError):  # the next attempt is the next start
            for old, new in tuple(_places(pack, one)):
                _readdress(old, one)
                _move(old, new)
            lesson.rmdir()  # which it is not while something is left in it


def _places(pack: Path, one: Move) -> Iterator[tuple[Path, Path]]:
    """Every draft at the old path, and where it belongs."""
    old_lesson, _, old_id = one.old.partition("/")
    new_lesson, _, new_id = one.new.partition("/")
    name = folder_name(old_id) if old_id else _ANY
    for old in sorted((pack / folder_name(old_lesson)).glob(name)):
        yield old, pack / folder_name(new_lesson) / (folder_name(new_id) if new_id else old.name)


def _readdress(draft: Path, one: Move) -> None:
    """Let the mark of a changed draft name the address that the draft is about to have."""
    with suppress(FileNotFoundError, ValueError, TypeError):
        _, _, example_id = json.loads((draft / MARK).read_bytes())
        lesson_id, _, new_id = one.new.partition("/")
        content = json.dumps([one.pack_id, lesson_id, new_id or str(example_id)])
        write_atomically(draft / MARK, content.encode(), staging=draft / "saving")


def _move(old: Path, new: Path) -> None:
    if not new.is_dir():
        make_folder(new.parent)
        move(old, new)
    elif (old / MARK).is_file() and not (new / MARK).is_file():
        _merge(new, old)
        move(old, new)
    else:
        _merge(old, new)


def _merge(given: Path, kept: Path) -> None:
    """Put everything of the draft `given` into the draft `kept`, and remove it."""
    files = {
        file.relative_to(given / "work").as_posix(): file
        for file in sorted((given / "work").rglob("*"))
        if file.is_file() and not file.is_symlink()
    }
    if (given / MARK).is_file():
        contents = {name: file.read_bytes() for name, file in files.items()}
        History(kept / "history", kept / "saving").keep(contents, Reason.CONFLICT)
    for name, file in files.items():  # what a program has written
        _move_missing(file, kept / "work" / name)
    for part in ("history", "records"):
        for entry in sorted((given / part).glob(_ANY)):
            _move_missing(entry, kept / part / entry.name)
    remove_tree(given)


def _move_missing(old: Path, new: Path) -> None:
    if not new.exists():
        make_folder(new.parent)
        move(old, new)
