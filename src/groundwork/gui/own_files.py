"""Opens Python files of the learner's own: dropped, double-clicked, chosen, or opened before."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from groundwork.gui.background import Background
from groundwork.gui.pack_desk import PackDesk
from groundwork.gui.practice import Practice
from groundwork.learner.draft import DraftError
from groundwork.learner.own_file import own_address, own_file, remember_file, remembered_files
from groundwork.packs.model import Example, SourceFile


class OwnFiles(QObject):
    """Brings a file into the editor, where it is an example that no lesson has; runs nothing.

    Signals:
        refused: a sentence that says why a file cannot be opened.
    """

    refused = Signal(str)

    def __init__(
        self,
        *,
        memory: Path,
        practice: Practice,
        pack_desk: PackDesk,
        background: Background,
        window: QWidget,
    ) -> None:
        """`memory` is the file in which those that were opened last are noted."""
        super().__init__(window)
        self._memory = memory
        self._practice = practice
        self._background = background
        self._window = window
        self._menu = QMenu("Your files", window)
        self._menu.aboutToShow.connect(self._on_menu_about_to_show)
        pack_desk.python_file_chosen.connect(self.open)

    def open(self, path: Path) -> None:
        """Open a file, or say why it cannot be."""
        self._background.submit(partial(_looked_at, path, self._memory), self._on_looked_at)

    def actions(self) -> tuple[QAction, QAction]:
        """What the menu offers: to choose a file, and those opened last."""
        choose = QAction("Open a Python file…", self)
        choose.triggered.connect(self._ask)
        return choose, self._menu.menuAction()

    def _ask(self) -> None:
        dialog = QFileDialog(self._window, "Open a Python file")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter("Python files (*.py *.pyw)")
        dialog.fileSelected.connect(lambda file: self.open(Path(file)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _on_looked_at(self, result: Path | DraftError) -> None:
        if isinstance(result, DraftError):
            self.refused.emit(str(result))
            return
        source = SourceFile(result.name, "")  # no author has written it
        example = Example(result.name, result.name, (source,), result.name)
        self._practice.open_own(own_address(result), example, _shown_folder(result))

    def _on_menu_about_to_show(self) -> None:
        self._menu.clear()
        for file in remembered_files(self._memory):
            label = f"{file.name} in {_shown_folder(file)}".replace("&", "&&")
            self._menu.addAction(label).triggered.connect(partial(self.open, file))
        if self._menu.isEmpty():
            self._menu.addAction("None has been opened yet").setEnabled(False)


def _looked_at(path: Path, memory: Path) -> Path | DraftError:
    try:
        file = own_file(path)
    except DraftError as error:
        return error
    with suppress(OSError):  # it is opened all the same
        remember_file(memory, file)
    return file


def _shown_folder(file: Path) -> str:
    """The folder of a file, as short as it can be told."""
    with suppress(RuntimeError, ValueError):
        return str("~" / file.parent.relative_to(Path.home()))
    return str(file.parent)
