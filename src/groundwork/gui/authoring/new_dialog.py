"""The dialog in which a new pack is made."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton, QWidget

from groundwork.authoring.new import NewPackError, new_pack
from groundwork.gui.appearance import Appearance
from groundwork.gui.authoring.long_work import Watcher
from groundwork.gui.authoring.parts import AuthorsDialog, PathField, label
from groundwork.packs.names import id_from

_SIZE = QSize(560, 260)


class NewPackDialog(AuthorsDialog):
    """Asks for a title and a folder.

    Signals:
        made: the Path of the folder of the new pack.
    """

    made = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("New pack", _SIZE, appearance, parent)
        self._title = QLineEdit()
        self._title.setAccessibleName("Title")
        self._folder = PathField("New folder", offer_new_folder)
        self._trouble = label("")
        self._make = QPushButton("Make the pack")
        self._make.setProperty("role", "primary")
        self._make.setDefault(True)
        cancel = QPushButton("Cancel")
        self.column.addWidget(label("Title", "heading"))
        self.column.addWidget(self._title)
        self.column.addWidget(label("New folder", "heading"))
        self.column.addWidget(self._folder)
        self.column.addWidget(self._trouble)
        self.column.addStretch()
        self.add_buttons(self._make, cancel)
        self._is_folder_chosen = False
        self._title.textEdited.connect(self._on_title_text_edited)
        self._folder.edited.connect(self._on_folder_edited)
        self._make.clicked.connect(self._on_make_clicked)
        cancel.clicked.connect(self.reject)
        self._title.setText("My first pack")
        self._title.selectAll()
        self._on_title_text_edited()

    def _on_title_text_edited(self) -> None:
        """Name a folder after the title, as long as nobody has named one."""
        name = id_from(self._title.text())
        if name and not self._is_folder_chosen:
            self._folder.set_path(documents_folder() / name)

    def _on_folder_edited(self) -> None:
        self._is_folder_chosen = True

    def _on_make_clicked(self) -> None:
        folder = self._folder.path
        if folder is None:
            tell_trouble(self._trouble, "Name the folder that is to be made.", self.appearance)
            return
        self._make.setEnabled(False)
        self.work.begin(partial(_made, folder, self._title.text().strip()), self._on_made)

    def _on_made(self, made: Path | str) -> None:
        self._make.setEnabled(True)
        if isinstance(made, str):
            tell_trouble(self._trouble, made, self.appearance)
            return
        self.accept()
        self.made.emit(made)


def tell_trouble(place: QLabel, sentence: str, appearance: Appearance) -> None:
    """Say what is wrong in a label, in the colour for that."""
    place.setStyleSheet(f"color: {appearance.theme.bad};")
    place.setText(sentence)


def documents_folder() -> Path:
    """Where the user's documents are."""
    location = QStandardPaths.StandardLocation.DocumentsLocation
    return Path(QStandardPaths.writableLocation(location) or Path.home())


def offer_new_folder(dialog: QFileDialog) -> None:
    """Let the dialog ask for a folder that is to be made."""
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setFileMode(QFileDialog.FileMode.AnyFile)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    dialog.setLabelText(QFileDialog.DialogLabel.Accept, "Choose")


def _made(folder: Path, title: str, _: Watcher) -> Path | str:
    """The folder of the pack, or why there is none."""
    try:
        return new_pack(folder, title).parent
    except NewPackError as error:
        return str(error)
