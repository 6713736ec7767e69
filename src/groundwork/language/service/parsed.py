"""What was parsed of libraries, kept on disk from one worker to the next.

Parso keeps such things too, but a worker that is killed while it writes would leave half a file
that no later one can read, a full disk would spoil answers, and nothing bounds the folder. So parso
is given another place to keep them, in this one module.
"""

from __future__ import annotations

import gc
import hashlib
import os
import pickle
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import parso
from parso import cache

_MOST = 100_000_000
"""Bytes that all files may take together; what was used longest ago goes first."""

_PRUNES_EVERY = 50
_DAY = 86_400
_DIGEST_SIZE = 16


def keep_in(folder: Path) -> None:
    """Let parso keep what it parses of files in `folder`, which need be neither there nor good."""
    shelf = Shelf(folder / f"{cache._VERSION_TAG}-{parso.__version__}")  # noqa: SLF001 - see above
    cache._load_from_file_system = shelf.load  # noqa: SLF001 - the same
    cache._save_to_file_system = shelf.save  # noqa: SLF001 - the same
    cache._remove_cache_and_update_lock = shelf.prune_sometimes  # noqa: SLF001 - the same


class Shelf:
    """A folder of parsed files, each with a checksum; none that is damaged comes back."""

    def __init__(self, folder: Path, most: int = _MOST) -> None:
        """`most` is how many bytes all files may take together."""
        self._folder = folder
        self._most = most
        self._saved = 0

    def load(self, grammar: str, path: object, changed: float, cache_path: object = None) -> Any:  # noqa: ANN401 - parso's
        """The tree of the file as it was at `changed`; None where it is not there or damaged."""
        del cache_path
        file = self._file(grammar, path, changed)
        try:
            content = file.read_bytes()
            if file.stat().st_mtime < time.time() - _DAY:
                os.utime(file)  # it is of use
        except OSError:
            return None
        digest, pickled = content[:_DIGEST_SIZE], content[_DIGEST_SIZE:]
        if digest != _digest(pickled):
            return None
        gc.disable()  # nothing of it is garbage, and looking takes as long again
        try:
            item = pickle.loads(pickled)  # noqa: S301 - the user's own, as byte code is
        finally:
            gc.enable()
        cache._set_cache_item(grammar, path, item)  # noqa: SLF001 - see above
        return item.node

    def save(self, grammar: str, path: object, item: Any, cache_path: object = None) -> None:  # noqa: ANN401 - parso's
        """Keep the tree of a file, if there is room and it can be done."""
        del cache_path
        try:
            pickled = pickle.dumps(item, pickle.HIGHEST_PROTOCOL)
        except RecursionError:  # a learner's module that is nested too deeply
            return
        file = self._file(grammar, path, item.change_time)
        draft = file.with_suffix(f".{os.getpid()}")
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(_digest(pickled) + pickled)
            draft.replace(file)
        except OSError:
            with suppress(OSError):
                draft.unlink()

    def prune_sometimes(self, cache_path: object = None) -> None:
        """Prune at the first file that is kept, and then from time to time."""
        del cache_path
        if self._saved % _PRUNES_EVERY == 0:
            self.prune()
        self._saved += 1

    def prune(self) -> None:
        """Delete what was used longest ago, and what other versions have left, beyond the bound."""
        left = self._most
        for _, size, file in sorted(self._kept(), reverse=True):
            left -= size
            if left < 0:
                with suppress(OSError):
                    Path(file).unlink()

    def _kept(self) -> list[tuple[float, int, str]]:
        """When each file was used last, its size, its place."""
        kept = []
        for folder in _folders(self._folder.parent):
            with suppress(OSError), os.scandir(folder) as entries:
                for entry in entries:
                    status = entry.stat()
                    kept.append((status.st_mtime, status.st_size, entry.path))
        return kept

    def _file(self, grammar: str, path: object, changed: float) -> Path:
        key = f"{grammar} {path} {changed!r}"
        return (
            self._folder
            / f"{hashlib.sha256(key.encode('utf-8', 'surrogatepass')).hexdigest()}.parsed"
        )


def _folders(parent: Path) -> list[str]:
    with suppress(OSError), os.scandir(parent) as entries:
        return [entry.path for entry in entries if entry.is_dir()]
    return []


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST_SIZE).digest()
