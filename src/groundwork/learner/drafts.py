"""The learner's versions of examples, kept as ordinary files: written whole, never lost.

A store belongs to one thread. Several windows may work on the same folder.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from groundwork.files import clash_key, name_objection
from groundwork.learner.draft import (
    Draft,
    DraftError,
    DraftNameError,
    SaveResult,
    unwritable,
)
from groundwork.learner.draft_folder import LARGEST_TEXT, DraftFolder, marked_addresses
from groundwork.learner.history import Reason, Version
from groundwork.learner.open_draft import OpenDraft
from groundwork.learner.own_file import OwnFolder, is_own
from groundwork.learner.texts import decoded
from groundwork.packs.model import ExampleAddress, SourceFile


class DraftStore:
    """All drafts of one learner, below one folder.

    A draft is opened before anything else is asked of it, except for its marks and versions;
    otherwise a DraftError is raised.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._open: dict[ExampleAddress, OpenDraft] = {}

    def open(
        self, address: ExampleAddress, files: tuple[SourceFile, ...], *, knows_news: bool = False
    ) -> Draft:
        """The learner's version of the example that its author wrote as `files`.

        With `knows_news` the learner has seen what is new in them, and keeps their own.

        Files that are not there are written, and a file that only the author has changed becomes
        the author's new one. Where the disk cannot be written the draft says so in its `trouble`.

        Raises:
            DraftNameError: a file has a name that cannot be kept.
        """
        if not is_own(address):
            _refuse_bad_names(files)
        if address not in self._open:
            kind = OwnFolder if is_own(address) else DraftFolder
            folder = kind(self.folder, address)
            self._open[address] = OpenDraft(address, folder)
        return self._open[address].read(files, knows_news=knows_news)

    def draft(self, address: ExampleAddress) -> Draft:
        """The draft as this window knows it; the disk is not read."""
        with self._opened(address) as draft:
            return draft.draft()

    def save(
        self, address: ExampleAddress, name: str, text: str, *, is_durable: bool = True
    ) -> SaveResult:
        """Write `text` into a file of the draft in one step.

        What another window or program has put there since is kept in the history. Without
        `is_durable` the text is only certain to survive a power cut after `settle`.

        Raises:
            DraftsUnwritableError: the disk did not take it; the file is as it was.
        """
        with self._opened(address) as draft:
            return draft.save(name, text, is_durable=is_durable)

    def settle(self) -> None:
        """Bring to the disk whatever was saved without being durable.

        Raises:
            DraftsUnwritableError: the disk reports an error.
        """
        for address in self._open:
            with self._opened(address) as draft:
                draft.settle()

    def external_change(self, address: ExampleAddress, name: str) -> str | None:
        """The text that somebody else has put into a file; None where nobody has.

        What this window had saved there is kept in the history first. Whoever shows the text then
        says so with `adopt`; otherwise the next `save` takes it for somebody else's work.

        Raises:
            DraftsUnwritableError: the file could not be read, or the history not be written.
        """
        with self._opened(address) as draft:
            return draft.external_change(name)

    def adopt(self, address: ExampleAddress, name: str, text: str) -> None:
        """Take note that the window now shows the `text` that `external_change` told of.

        Raises:
            DraftsUnwritableError: the mark of a changed draft could not be written.
        """
        with self._opened(address) as draft:
            draft.adopt(name, text)

    def changed_addresses(self) -> frozenset[ExampleAddress]:
        """Every example whose draft differs from the author's text; reads no draft."""
        return marked_addresses(self.folder)

    def reset(self, address: ExampleAddress) -> Draft:
        """Put the author's files back; the learner's are kept in the history first.

        Raises:
            DraftsUnwritableError: it could not be done; nothing is lost.
        """
        with self._opened(address) as draft:
            return draft.reset()

    def keep_version(self, address: ExampleAddress, reason: Reason) -> Version | None:
        """Keep the draft as it is on the disk in the history.

        None where it is the author's, unless it was run.

        Raises:
            DraftsUnwritableError: it could not be kept.
        """
        with self._opened(address) as draft:
            return draft.keep(reason)

    def versions(self, address: ExampleAddress) -> list[Version]:
        """The earlier versions of the draft, the newest first."""
        return DraftFolder(self.folder, address).history.versions()

    def version_texts(self, address: ExampleAddress, version: Version) -> dict[str, str]:
        """The files of an earlier version by name.

        Raises:
            DraftError: the version is gone, or cannot be read as texts.
        """
        try:
            contents = DraftFolder(self.folder, address).history.read(version, LARGEST_TEXT)
        except OSError as error:
            raise DraftError(f"This version cannot be read: {error.strerror or error}.") from error
        return {name: decoded(content)[0] for name, content in contents.items()}

    def restore(self, address: ExampleAddress, version: Version) -> Draft:
        """Put an earlier version back; the learner's files of now are kept in the history first.

        Raises:
            DraftsUnwritableError: it could not be done; nothing is lost.
        """
        with self._opened(address) as draft:
            return draft.restore(version)

    @contextmanager
    def _opened(self, address: ExampleAddress) -> Iterator[OpenDraft]:
        """The draft; what the system says to work on it is turned into what the person is told."""
        draft = self._open.get(address)
        if draft is None:
            raise DraftError(f"The example “{address.example_id}” is not open.")
        try:
            yield draft
        except OSError as error:
            raise unwritable(error, draft.folder.working_folder) from error


def _refuse_bad_names(files: tuple[SourceFile, ...]) -> None:
    seen: dict[str, str] = {}
    for file in files:
        objection = name_objection(file.name)
        if objection:
            raise DraftNameError(objection)
        key = clash_key(file.name)
        if key in seen:
            raise DraftNameError(
                f"The files “{seen[key]}” and “{file.name}” are one and the same on some systems."
            )
        seen[key] = file.name
