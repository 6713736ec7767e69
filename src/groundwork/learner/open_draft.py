"""One draft that a window works on: what the window knows of the disk, and how both agree again."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from groundwork.learner.draft import Draft, DraftFile, SaveResult, unreadable, unwritable
from groundwork.learner.draft_folder import LARGEST_TEXT, DraftFolder, OversizeError
from groundwork.learner.history import Reason, Version
from groundwork.learner.texts import UTF_8, decoded, encoded
from groundwork.packs.model import ExampleAddress, SourceFile


@dataclass(slots=True)
class _OpenFile:
    """One file as the window knows it.

    `original` is the author's of today, `base` the author's when the draft began. `known` is what
    this window last read from the disk or wrote there, None before the first time; `is_own` says
    that nobody but this window may let go of it: it was there when the draft was opened, or the
    window wrote it. `offered` was read since, and the window has not taken it over yet.
    """

    original: bytes
    base: bytes | None = None
    known: bytes | None = None
    encoding: str = UTF_8
    is_own: bool = False
    offered: bytes | None = None
    trouble: str = ""

    def know(self, content: bytes, *, is_own: bool) -> None:
        self.known = content
        self.encoding = decoded(content)[1]
        self.is_own = is_own
        self.trouble = ""

    @property
    def is_changed(self) -> bool:
        return self.known is not None and self.is_learners(self.known)

    def is_learners(self, content: bytes) -> bool:
        """Whether this content is somebody's work, not a text that the author's pack holds."""
        return content not in {self.original, self.base}


class OpenDraft:
    """A draft that one window works on; every method may raise OSError."""

    def __init__(self, address: ExampleAddress, folder: DraftFolder) -> None:
        self.address = address
        self.folder = folder
        self._files: dict[str, _OpenFile] = {}
        self._is_laid_out = False
        self._has_kept_return = False
        self._unsettled: set[str] = set()

    def read(self, files: tuple[SourceFile, ...], *, knows_news: bool = False) -> Draft:
        """Make the window's knowledge and the disk agree with the author's `files`.

        What is missing on the disk is written, and so is what the author has changed and the
        learner has not. Trouble is told in the draft.
        """
        earlier = self._files
        self._files = {file.name: _OpenFile(encoded(file.text, UTF_8)) for file in files}
        self._is_laid_out = self._has_kept_return = False
        trouble = ""
        with self.folder.locked() as is_alone:
            for name, file in self._files.items():
                self._read_file(name, file)
            try:
                if is_alone:
                    self.folder.clean()
                self._take_news(earlier)
                self._lay_out()
                if knows_news:
                    self._rest_on_originals()
            except OSError as error:
                trouble = str(unwritable(error, self.folder.working_folder))
        return self.draft(trouble)

    def draft(self, trouble: str = "") -> Draft:
        """The draft as the window knows it."""
        files = tuple(_draft_file(name, file) for name, file in self._files.items())
        return Draft(self.address, self.folder.working_folder, files, trouble)

    @property
    def is_changed(self) -> bool:
        """Whether any file differs from the author's."""
        return any(file.is_changed for file in self._files.values())

    def save(self, name: str, text: str, *, is_durable: bool) -> SaveResult:
        """Write `text` into the file; whatever else was written there meanwhile is kept."""
        file = self._files[name]
        content = encoded(text, file.encoding)
        with self.folder.locked():
            if not self._is_laid_out:
                self._lay_out()
            kept = self._keep_other(name, file, content)
            if self._present(name) != content:
                self._keep_return()
                self._write(name, content, is_durable=is_durable)
            elif is_durable and name in self._unsettled:
                self._settle(name)
            file.know(content, is_own=True)
            self.folder.mark(is_changed=self.is_changed)
        return SaveResult(self.is_changed, kept)

    def settle(self) -> None:
        """Bring to the disk what was saved without being durable."""
        for name in tuple(self._unsettled):
            self._settle(name)

    def external_change(self, name: str) -> str | None:
        """What somebody else has put into the file; None while it is what the window knows.

        What this window had saved there is in the history before the answer is given.
        """
        file = self._files[name]
        with self.folder.locked(), suppress(OversizeError):
            present = self._present(name)
            if present is not None and present != file.known:
                self._keep_own(name, file, present)
                file.offered = present
                return decoded(present)[0]
        return None

    def adopt(self, name: str, text: str) -> None:
        """Take over `text`, which `external_change` told of: the window shows it now."""
        file = self._files[name]
        if file.offered is not None and decoded(file.offered)[0] == text:
            file.know(file.offered, is_own=False)
            file.offered = None
            self._has_kept_return = False  # the learner came back to somebody else's text
            with self.folder.locked():
                self.folder.mark(is_changed=self.is_changed)

    def keep(self, reason: Reason) -> Version | None:
        """Keep the files as they are on the disk; what was run is kept as the author's, too.

        None where they are all the author's and were not run.
        """
        with self.folder.locked():
            return self._keep(reason)

    def reset(self) -> Draft:
        """Put the author's files in place of the learner's, which the history keeps."""
        originals = {name: file.original for name, file in self._files.items()}
        with self.folder.locked():
            self._replace(originals, Reason.RESET)
            for name, file in self._files.items():
                self.folder.write_original(name, file.original)
                file.base = file.original
            self.folder.mark(is_changed=False)
        return self.draft()

    def restore(self, version: Version) -> Draft:
        """Put the files of `version` in place of those of now, which the history keeps."""
        with self.folder.locked():
            self._replace(self.folder.history.read(version), Reason.RESTORE)
            self.folder.mark(is_changed=self.is_changed)
        return self.draft()

    def _present(self, name: str) -> bytes | None:
        """What is on the disk; a text of any size that this window wrote can be read again."""
        return self.folder.read(name, max(LARGEST_TEXT, len(self._files[name].known or b"")))

    def _read_file(self, name: str, file: _OpenFile) -> None:
        try:
            file.base = self.folder.read_original(name)
            present = self.folder.read(name)
        except OSError as error:
            file.trouble = unreadable(error, name, self.folder.working_folder)
            return
        if present is not None:
            file.know(present, is_own=True)

    def _take_news(self, earlier: Mapping[str, _OpenFile]) -> None:
        """Give way to what others wrote, and take over what the author has changed since."""
        for name, file in self._files.items():
            if name in earlier and file.known is not None:
                self._keep_own(name, earlier[name], file.known)
            if file.known is not None and not file.is_changed and file.base != file.original:
                self._write(name, file.original)
                file.know(file.original, is_own=False)
                self._rest_on_original(name, file)

    def _lay_out(self) -> None:
        """Write what is missing on the disk."""
        for name, file in self._files.items():
            if self._is_missing(name, file):
                self._write(name, file.original)
                file.know(file.original, is_own=False)
            if file.base is None:
                self._rest_on_original(name, file)
        self.folder.mark(is_changed=self.is_changed)
        self._is_laid_out = True

    def _is_missing(self, name: str, file: _OpenFile) -> bool:
        try:
            return file.known is None and self.folder.read(name) is None
        except OSError:
            if file.trouble:
                return False  # told already, and no reason to do without the other files
            raise

    def _rest_on_originals(self) -> None:
        for name, file in self._files.items():
            self._rest_on_original(name, file)

    def _rest_on_original(self, name: str, file: _OpenFile) -> None:
        self.folder.write_original(name, file.original)
        file.base = file.original

    def _write(self, name: str, content: bytes, *, is_durable: bool = True) -> None:
        file = self._files.get(name)
        if file is not None and file.is_learners(content):
            self.folder.mark(is_changed=True)  # first: a mark too many is corrected at opening
        self.folder.write(name, content, is_durable=is_durable)
        if not is_durable:
            self._unsettled.add(name)

    def _settle(self, name: str) -> None:
        with suppress(FileNotFoundError):  # the program may remove its own files
            self.folder.settle(name)
        self._unsettled.discard(name)

    def _keep(self, reason: Reason) -> Version | None:
        contents = self._contents()
        is_kept = reason is Reason.RUN or self._learners(contents)
        return self.folder.history.keep(contents, reason) if is_kept else None

    def _contents(self) -> dict[str, bytes]:
        contents: dict[str, bytes] = {}
        for name in self._files:
            with suppress(OversizeError):  # no text of the learner's
                present = self._present(name)
                if present is not None:
                    contents[name] = present
        return contents

    def _learners(self, contents: Mapping[str, bytes]) -> dict[str, bytes]:
        return {
            name: content
            for name, content in contents.items()
            if self._files[name].is_learners(content)
        }

    def _keep_other(self, name: str, file: _OpenFile, content: bytes) -> Version | None:
        """Keep what somebody else has put where `content` is about to go, if anybody has."""
        try:
            present = self._present(name)
        except OversizeError:
            path = self.folder.path(name)
            return self.folder.history.keep_moved(name, path, Reason.CONFLICT)
        if present is None or present in {file.known, content}:
            return None
        self._keep_own(name, file, present)
        if not file.is_learners(present):
            return None
        return self.folder.history.keep({name: present}, Reason.CONFLICT)

    def _keep_own(self, name: str, file: _OpenFile, present: bytes) -> None:
        """Keep what this window saved, now that `present` has taken its place on the disk."""
        own = file.known
        if own is None or own == present or not file.is_own or not file.is_learners(own):
            return
        if not self.folder.history.holds({name: own}):
            self.folder.history.keep({name: own}, Reason.CONFLICT)

    def _keep_return(self) -> None:
        """Keep what the window found on the disk before it changes it for the first time."""
        if self._has_kept_return:
            return
        self._has_kept_return = True
        with suppress(OSError):  # a disk without room for it may have room for the text itself
            contents = self._contents()
            learners = self._learners(contents)
            if learners and not self.folder.history.holds(learners):
                self.folder.history.keep(contents, Reason.RETURN)

    def _replace(self, contents: Mapping[str, bytes], reason: Reason) -> None:
        self._keep(reason)
        for name, content in contents.items():
            file = self._files.get(name)
            if file is None:
                self._write(name, content)
                continue
            self._keep_other(name, file, content)
            self._write(name, content)
            file.know(content, is_own=False)


def _draft_file(name: str, file: _OpenFile) -> DraftFile:
    original = decoded(file.original)[0]
    return DraftFile(
        name,
        original if file.known is None else decoded(file.known)[0],
        original,
        is_changed=file.is_changed,
        has_new_original=file.is_changed and file.base not in {None, file.original},
        trouble=file.trouble,
    )
