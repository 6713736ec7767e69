"""What came of the versions of a draft: what each printed when it was run, and its verdict.

A record lies beside the history, named by the checksum of the version's files: what is run again
without a change is one version, and its record that of the last run.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from groundwork.files import write_atomically
from groundwork.learner.draft import DraftError
from groundwork.learner.draft_folder import DraftFolder
from groundwork.learner.drafts import DraftStore
from groundwork.learner.history import Version
from groundwork.packs.addresses import ExampleAddress

KEPT_OF_OUTPUT = 20_000
"""Bytes of an output that are kept of its beginning, and as many of its end."""

_KEPT_RECORDS = 400
_SEARCHED_VERSIONS = 10
_LARGEST = 1_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a version; `output` is None where it was not run to an end.

    `ending` says how the run ended, `verdict` what checking found; each may be empty.
    """

    output: str | None = None
    ending: str = ""
    verdict: str = ""

    @property
    def in_short(self) -> str:
        """The verdict, or else how it ended."""
        return self.verdict or self.ending


NO_RECORD = Record()
"""Nothing is known."""


def read_output(file: Path | None) -> str:
    """The text of an output, with the middle of a long one left out and said so; empty for None.

    Raises:
        OSError: it cannot be read any more.
    """
    if file is None:
        return ""
    with file.open("rb") as stream:
        size = stream.seek(0, 2)
        stream.seek(0)
        if size <= 2 * KEPT_OF_OUTPUT:
            return stream.read().decode("utf-8", "replace")
        head = stream.read(KEPT_OF_OUTPUT).decode("utf-8", "replace")
        stream.seek(size - KEPT_OF_OUTPUT)
        tail = stream.read().decode("utf-8", "replace")
    left_out = size - 2 * KEPT_OF_OUTPUT
    return f"{head}\n… {left_out:,} bytes are left out here …\n{tail}"


def note_run(
    store: DraftStore, address: ExampleAddress, texts: Mapping[str, str], output: str, ending: str
) -> None:
    """The version with these texts printed `output` when it was run, and ended so."""
    _note(store, address, texts, {"output": output, "ending": ending})


def note_verdict(
    store: DraftStore, address: ExampleAddress, texts: Mapping[str, str], verdict: str
) -> None:
    """The version with these texts was checked with this verdict."""
    _note(store, address, texts, {"verdict": verdict})


def record_of(store: DraftStore, address: ExampleAddress, version: Version) -> Record:
    """What is known of a version; an empty record where that is nothing."""
    return _read(_file(DraftFolder(store.folder, address), version))


def records_in_short(
    store: DraftStore, address: ExampleAddress, versions: Iterable[Version]
) -> dict[Version, str]:
    """What there is to say of each version in a few words."""
    return {version: record_of(store, address, version).in_short for version in versions}


def _note(
    store: DraftStore, address: ExampleAddress, texts: Mapping[str, str], news: dict[str, str]
) -> None:
    """Put something into the record of the version with these texts, if there is one still."""
    versions = store.versions(address)
    found = (one for one in versions[:_SEARCHED_VERSIONS] if _has(store, address, one, texts))
    version = next(found, None)
    if version is None:
        return
    folder = DraftFolder(store.folder, address)
    file = _file(folder, version)
    with folder.locked(), suppress(OSError):  # the version itself is kept either way
        record = replace(_read(file), **news)
        write_atomically(file, json.dumps(asdict(record)).encode(), staging=folder.staging)
        _prune(file.parent, versions)


def _has(
    store: DraftStore, address: ExampleAddress, version: Version, texts: Mapping[str, str]
) -> bool:
    try:
        return store.version_texts(address, version) == texts
    except DraftError:
        return False


def _file(folder: DraftFolder, version: Version) -> Path:
    return folder.records / f"{version.checksum:08x}.json"


def _read(file: Path) -> Record:
    """The record in a file; an empty one where there is none that makes sense."""
    with suppress(OSError, ValueError, RecursionError):
        if file.stat().st_size <= _LARGEST:
            match json.loads(file.read_bytes()):
                case {"output": str() | None as output, "ending": str(end), "verdict": str(said)}:
                    return Record(output, end, said)
    return NO_RECORD


def _prune(records: Path, versions: Iterable[Version]) -> None:
    """Drop records whose versions are gone, once there are many."""
    files = list(records.glob("*.json"))
    if len(files) > _KEPT_RECORDS:
        kept = {f"{version.checksum:08x}" for version in versions}
        for file in files:
            if file.stem not in kept:
                file.unlink(missing_ok=True)
