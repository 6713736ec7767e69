"""Where packs come from and go to: opened from their folders, installed from files, put away."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from groundwork.gui.background import Background
from groundwork.gui.reading import Reading
from groundwork.learner.own_file import SUFFIXES as PYTHON_SUFFIXES
from groundwork.packs.library import (
    DoubtfulReplacementError,
    InstalledPack,
    InstallError,
    Library,
    Place,
)
from groundwork.packs.load import load_pack
from groundwork.packs.manifest import MANIFEST_NAME
from groundwork.packs.model import LessonAddress, LoadedPack, Pack

_SUFFIXES = frozenset({".gwpack", ".zip"})
_AGAIN = "Install Groundwork again."


class PackDesk(QObject):
    """Opens and closes packs, those of the library and those in folders of the user's.

    Signals:
        opened: packs that were open before are there again; whether these are all of them.
        installed: a sentence that says which pack has been installed.
        refused: a sentence that says why a pack cannot be installed or removed.
        closed: a pack is not shown any more.
        python_file_chosen: the Path of something that is no pack, but called like a program.
    """

    opened = Signal(bool)
    installed = Signal(str)
    refused = Signal(str)
    closed = Signal()
    python_file_chosen = Signal(Path)

    def __init__(
        self, *, library: Library, reading: Reading, background: Background, window: QWidget
    ) -> None:
        super().__init__(window)
        self._library = library
        self._reading = reading
        self._background = background
        self._window = window
        self._awaited: deque[Path] = deque()

    @property
    def opened_folders(self) -> tuple[Path, ...]:
        """The folders of the packs that the user opened, besides those of the library.

        Those that were open before and are still being read count as well.
        """
        folders = (pack.folder for pack in self._reading.packs)
        opened = (folder for folder in folders if not self._library.holds(folder))
        return tuple(dict.fromkeys((*opened, *self._awaited)))

    def open_all(self, remembered: Iterable[str]) -> None:
        """Open the packs of the library, and then those that were open before, one by one.

        They may be large, and their disk may be slow or gone: they are read in the background.
        """
        self._awaited.extend(map(Path, remembered))
        self._background.submit(self._library.packs, self._on_library_read)

    def open_path(self, path: Path) -> None:
        """Open what was chosen, dropped, or named on the command line: a folder or a file."""
        if path.suffix.lower() in _SUFFIXES and not path.is_dir():
            self._install(path)
        elif path.name == MANIFEST_NAME:
            self._reading.open_folder(path.parent)
        elif path.suffix.lower() in PYTHON_SUFFIXES and not (path / MANIFEST_NAME).is_file():
            self.python_file_chosen.emit(path)
        else:
            self._reading.open_folder(path)

    def put_away(self, pack: Pack) -> None:
        """Close a pack that was opened, and offer to remove one that is installed."""
        if not self._library.holds(pack.folder):
            self._close(pack)
        elif pack.folder.parent == self._library.user.resolve():
            self._ask_before_removing(pack)
        elif pack.folder.parent == self._library.system.resolve():
            self.refused.emit(f"“{pack.title}” is there for all users and stays open.")
        else:
            self.refused.emit(f"“{pack.title}” comes with Groundwork and stays open.")

    def _on_library_read(self, installed: tuple[InstalledPack, ...]) -> None:
        if not any(one.place is Place.BUILT_IN for one in installed):
            folder = self._library.built_in
            self.refused.emit(f"The lessons of Groundwork are missing in {folder}. {_AGAIN}")
        for one in installed:
            if one.is_shown or one.loaded.pack is None:
                self._reading.add_pack(one.loaded)
        self._go_on_opening()

    def _on_remembered_read(self, loaded: LoadedPack) -> None:
        self._awaited.popleft()
        self._reading.add_pack(loaded)
        self._go_on_opening()

    def _go_on_opening(self) -> None:
        if self._awaited:
            read = partial(load_pack, self._awaited[0])
            self._background.submit(read, self._on_remembered_read)
        self.opened.emit(not self._awaited)

    def _install(self, file: Path, *, replaces: bool = False) -> None:
        self._background.submit(
            partial(_installed, self._library, file, replaces=replaces),
            partial(self._on_pack_installed, file),
        )

    def _on_pack_installed(self, file: Path, result: InstalledPack | InstallError) -> None:
        if isinstance(result, DoubtfulReplacementError):
            self._ask_before_replacing(file, result)
            return
        if isinstance(result, InstallError):
            self.refused.emit(str(result))
            return
        pack = result.loaded.pack
        if pack is not None:
            self._reading.add_pack(result.loaded)
            self._reading.open(LessonAddress(pack.id, pack.lessons[0].id))
            self.installed.emit(f"“{pack.title}” {pack.version} is installed")

    def _ask_before_replacing(self, file: Path, refusal: DoubtfulReplacementError) -> None:
        self._ask(
            str(refusal),
            "Your own work is kept, whichever you choose.",
            "Install the older version" if refusal.is_older else "Replace it",
            partial(self._install, file, replaces=True),
        )

    def _ask_before_removing(self, pack: Pack) -> None:
        self._ask(
            f"Remove “{pack.title}” from Groundwork?",
            "Your own work on it is kept, and is there again when you install it again.",
            "Remove",
            lambda: self._background.submit(
                partial(_removal_refusal, self._library, pack.id),
                partial(self._on_pack_removed, pack),
            ),
        )

    def _ask(
        self, question: str, explanation: str, answer: str, then: Callable[[], object]
    ) -> None:
        box = QMessageBox(self._window)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("Groundwork")
        box.setTextFormat(Qt.TextFormat.PlainText)  # a pack may have named itself in HTML
        box.setText(question)
        box.setInformativeText(explanation)
        box.addButton(answer, QMessageBox.ButtonRole.AcceptRole).clicked.connect(then)
        box.setDefaultButton(box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole))
        box.open()

    def _on_pack_removed(self, pack: Pack, refusal: str) -> None:
        if refusal:
            self.refused.emit(refusal)
            return
        self._close(pack)
        self._background.submit(self._library.packs, partial(self._show_hidden, pack.id))

    def _show_hidden(self, pack_id: str, packs: Iterable[InstalledPack]) -> None:
        """Show an older pack of that id, which the removed one had hidden."""
        for one in packs:
            if one.is_shown and one.loaded.pack is not None and one.loaded.pack.id == pack_id:
                self._reading.add_pack(one.loaded)

    def _close(self, pack: Pack) -> None:
        self._reading.close_pack(pack.id)
        self.closed.emit()


def _installed(library: Library, file: Path, *, replaces: bool) -> InstalledPack | InstallError:
    from groundwork.packs.installing import install  # noqa: PLC0415 - zips are heavy, and rare

    try:
        return install(library, file, replaces=replaces)
    except InstallError as error:
        return error


def _removal_refusal(library: Library, pack_id: str) -> str:
    """Remove the pack; why that cannot be done, or an empty text."""
    from groundwork.packs.installing import remove  # noqa: PLC0415 - the same

    try:
        remove(library, pack_id)
    except InstallError as error:
        return str(error)
    return ""
