"""The dialog in which a document or a notebook becomes a pack."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QFileDialog, QPushButton, QWidget

from groundwork.authoring.importing.pack_import import ImportCancelledError, import_pack
from groundwork.authoring.importing.report import ImportReport
from groundwork.authoring.importing.source import ImportRefusedError
from groundwork.gui.appearance import Appearance
from groundwork.gui.authoring.long_work import Watcher
from groundwork.gui.authoring.new_dialog import documents_folder, offer_new_folder, tell_trouble
from groundwork.gui.authoring.parts import AuthorsDialog, Findings, PathField, ProgressLine, label
from groundwork.packs.names import id_from
from groundwork.running.command import RuntimeMissingError

_SIZE, _SIZE_WITH_FINDINGS = QSize(640, 320), QSize(640, 520)
_WARNING = (
    "Its programs will be run, to see which of them work and what they print. They can do all that"
    " you can do on this computer: import only what comes from somebody you trust."
)


class ImportDialog(AuthorsDialog):
    """Asks for a document and a folder, shows how far it is, and then what came of it.

    Signals:
        imported: the Path of the folder of the new pack.
    """

    imported = Signal(object)

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__("Import a document", _SIZE, appearance, parent)
        self._file = PathField("Markdown document or notebook", _offer_document)
        self._folder = PathField("New folder for the pack", offer_new_folder)
        self._is_folder_chosen = False
        self._words = label(_WARNING)
        self._line = ProgressLine(self.work)
        self._findings = Findings("To look at")
        self._import = QPushButton("Run and import")
        self._import.setProperty("role", "primary")
        self._import.setDefault(True)
        self._end = QPushButton("Cancel")
        self._lay_out()
        self._file.edited.connect(self._on_file_edited)
        self._folder.edited.connect(self._on_folder_edited)
        self._import.clicked.connect(self._on_import_clicked)
        self._end.clicked.connect(self._on_end_clicked)

    def _lay_out(self) -> None:
        self.column.addWidget(label("Markdown document or notebook", "heading"))
        self.column.addWidget(self._file)
        self.column.addWidget(label("New folder for the pack", "heading"))
        self.column.addWidget(self._folder)
        self.column.addWidget(self._words)
        self.column.addWidget(self._line)
        self.column.addWidget(self._findings, 1)
        self.column.addStretch()
        self.add_buttons(self._import, self._end)
        self._line.hide()
        self._findings.hide()

    def _on_file_edited(self) -> None:
        """Name a folder after the document, as long as nobody has named one."""
        file = self._file.path
        name = id_from(file.stem) if file is not None else ""
        if name and not self._is_folder_chosen:
            self._folder.set_path(documents_folder() / name)

    def _on_folder_edited(self) -> None:
        self._is_folder_chosen = True

    def _on_import_clicked(self) -> None:
        file, folder = self._file.path, self._folder.path
        if file is None or folder is None:
            sentence = "Name the document, and the folder that is to be made."
            tell_trouble(self._words, sentence, self.appearance)
            return
        self._set_editable(is_editable=False)
        self._line.begin("Reading the document…")
        self.work.begin(partial(_imported, file, folder), self._show)

    def _show(self, report: ImportReport | str) -> None:
        self._line.hide()
        if isinstance(report, str):
            self._set_editable(is_editable=True)
            tell_trouble(self._words, report, self.appearance)
            return
        self.imported.emit(report.folder)
        found = _findings(report)
        if not found:
            self.accept()
            return
        self._words.setStyleSheet("")
        self._words.setText(_summary(report))
        self._import.hide()
        self._end.setText("Close")
        self._findings.show_findings(found)
        self._findings.show()
        self.fit(_SIZE_WITH_FINDINGS)
        self._findings.setFocus()

    def _set_editable(self, *, is_editable: bool) -> None:
        for widget in (self._file, self._folder, self._import):
            widget.setEnabled(is_editable)

    def _on_end_clicked(self) -> None:
        if self.work.is_busy:
            self.work.cancel()
        else:
            self.reject()


def _offer_document(dialog: QFileDialog) -> None:
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter("Documents and notebooks (*.md *.markdown *.ipynb)")


def _imported(file: Path, folder: Path, watcher: Watcher) -> ImportReport | str:
    """The report, or why there is none."""
    try:
        return import_pack(file, folder, progress=watcher.tell, is_cancelled=watcher.is_cancelled)
    except ImportCancelledError:
        return "The import was cancelled; nothing was written."
    except (ImportRefusedError, RuntimeMissingError) as error:
        return str(error)


def _summary(report: ImportReport) -> str:
    lessons = "1 lesson" if report.lessons == 1 else f"{report.lessons} lessons"
    examples = "1 example" if report.examples == 1 else f"{report.examples} examples"
    return f"The pack has {lessons} and {examples} that run. It is open now; look at this:"


def _findings(report: ImportReport) -> list[str]:
    kept = [
        f"Line {one.line}, in “{one.lesson}”, is kept to be read\n{one.reason}"
        for one in report.not_runnable
    ]
    return [*kept, *report.remarks]
