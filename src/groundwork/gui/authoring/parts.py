"""The parts that the dialogs for authors are made of."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance
from groundwork.gui.authoring.long_work import LongWork, Stage

MARGIN = 16
GAP = 12
_EDGE = 48


class AuthorsDialog(QDialog):
    """A dialog with a row of buttons at its foot, and work that ends with it."""

    def __init__(self, title: str, size: QSize, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.appearance = appearance
        self._over = parent.window()
        self.work = LongWork(self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.column.setSpacing(GAP)
        self._buttons = QHBoxLayout()
        self._buttons.setSpacing(8)
        self._buttons.addStretch()
        self.fit(size)

    def fit(self, size: QSize) -> None:
        """Be of this size at a text scale of 1, as far as the window below is."""
        within = self._over.size() - QSize(_EDGE, _EDGE)
        self.resize((size * self.appearance.text_scale).boundedTo(within))

    def add_buttons(self, *buttons: QPushButton) -> None:
        """Put the buttons below everything else."""
        for button in buttons:
            self._buttons.addWidget(button)
        self.column.addLayout(self._buttons)

    def done(self, result: int) -> None:
        """Close; what is still being done is not wanted any more."""
        self.work.close()
        super().done(result)


class ProgressLine(QWidget):
    """A bar, and below it what is being done."""

    def __init__(self, work: LongWork) -> None:
        super().__init__()
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName("Progress")
        self._words = label("", "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self._bar)
        column.addWidget(self._words)
        work.progressed.connect(self._on_work_progressed)

    def begin(self, words: str) -> None:
        """Nothing is done yet, and nobody knows how much there is."""
        self._bar.setRange(0, 0)
        self._words.setText(words)
        self.show()

    def _on_work_progressed(self, stage: Stage) -> None:
        self._bar.setRange(0, stage.of_all)
        self._bar.setValue(stage.done)
        subject = f": {stage.subject}" if stage.subject else ""
        self._words.setText(f"{stage.done} of {stage.of_all}{subject}")


class Findings(QListWidget):
    """What was found, each over several lines; a click or Enter goes there.

    Signals:
        chosen: the index of a finding.
    """

    chosen = Signal(int)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setProperty("role", "framed")
        self.setAccessibleName(name)
        self.setWordWrap(True)
        self.setStyleSheet("QListWidget::item { padding: 6px 8px; }")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        for signal in (self.itemActivated, self.itemClicked):
            signal.connect(lambda item: self.chosen.emit(self.row(item)))

    def show_findings(self, texts: list[str]) -> None:
        """List them; the first is selected."""
        self.clear()
        for text in texts:
            self.addItem(QListWidgetItem(text))
        self.setCurrentRow(0)


class PathField(QWidget):
    """A field for a path, with a button that lets one choose it.

    Signals:
        edited: somebody has typed or chosen another path.
    """

    edited = Signal()

    def __init__(self, name: str, choose: Callable[[QFileDialog], None]) -> None:
        """`choose` says what the dialog of the button is to offer."""
        super().__init__()
        self._choose, self._name = choose, name
        self.field = QLineEdit()
        self.field.setAccessibleName(name)
        self.field.textEdited.connect(self.edited)
        button = QPushButton("Choose…")
        button.setAccessibleName(f"Choose: {name}")
        button.clicked.connect(self._on_button_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(button)
        self.setFocusProxy(self.field)

    @property
    def path(self) -> Path | None:
        """What is named; None while nothing is. A path that begins with ~ is one's own."""
        text = self.field.text().strip()
        path = Path(text)
        with suppress(RuntimeError):  # there may be nobody of that name
            path = path.expanduser()
        return path.absolute() if text else None

    def set_path(self, path: Path) -> None:
        """Name a path."""
        self.field.setText(str(path))

    def _on_button_clicked(self) -> None:
        dialog = QFileDialog(self, self._name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.path is not None:
            dialog.setDirectory(str(self.path.parent))
        self._choose(dialog)
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()

    def _on_dialog_file_selected(self, file: str) -> None:
        self.field.setText(file)
        self.edited.emit()


def label(text: str, role: str = "") -> QLabel:
    """A label that breaks its lines; `role` is one of those of the style."""
    made = QLabel(text)
    made.setWordWrap(True)
    made.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        made.setProperty("role", role)
    return made
