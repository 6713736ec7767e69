"""The upper edge of an example: its title, what is to be known about it, and its buttons."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.buttons import CopyButton, PageButton
from groundwork.gui.style import icon_size
from groundwork.packs.model import Example

_GAP = 8
_LEAST_TITLE = 180
_CHANGED = "changed"


class ExampleHeading(BlockView):
    """Title and buttons side by side; where there is too little room, one below the other.

    Signals:
        run_pressed: the button that runs the example, or stops it while it runs.
        open_pressed: the button that shows the example in the editor.
    """

    run_pressed = Signal()
    open_pressed = Signal()

    def __init__(
        self,
        example: Example,
        copied_text: Callable[[], str],
        appearance: Appearance,
        parent: QWidget,
    ) -> None:
        super().__init__(appearance, parent)
        self._example = example
        self._is_running = False
        self._is_changed = False
        self._title = QLabel(self)
        self._title.setWordWrap(True)
        self._title.setText(shown_title(example))
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._notes = QLabel(self)
        self._notes.setProperty("role", "small")
        self._mark: QLabel | None = None
        self._copy = CopyButton(appearance, copied_text, self)
        self._open = PageButton("quiet", self)
        self._open.setText("Open in editor")
        self._open.clicked.connect(self.open_pressed)
        self._run = PageButton("primary", self)
        self._run.clicked.connect(self.run_pressed)
        self._run.setVisible(example.is_runnable)
        self.restyle()

    def set_running(self, *, is_running: bool) -> None:
        """Offer to stop the example instead of running it, or the other way round."""
        if is_running != self._is_running:
            self._is_running = is_running
            self._dress_run_button()
            self.refit_requested.emit()

    def set_changed(self, *, is_changed: bool) -> None:
        """Mark that the learner's draft differs from what the page shows."""
        if is_changed != self._is_changed:
            self._is_changed = is_changed
            self._write_notes()
            self.refit_requested.emit()

    def fit(self, width: int) -> int:
        """Place title, notes and buttons; returns the height that they take."""
        buttons = [self._copy, self._open, *([self._run] if self._example.is_runnable else [])]
        sizes = [button.sizeHint() for button in buttons]
        buttons_width = sum(size.width() for size in sizes) + _GAP * (len(sizes) - 1)
        row_height = max(size.height() for size in sizes)
        room = width - buttons_width - 2 * _GAP
        is_stacked = room < min(_LEAST_TITLE, self._title.sizeHint().width())
        text_height = self._fit_text(width if is_stacked else room)
        top = text_height + _GAP if is_stacked else 0
        height = top + row_height if is_stacked else max(text_height, row_height)
        if not is_stacked:
            self._move_text((height - text_height) // 2)
        left = width - buttons_width
        for button, size in zip(buttons, sizes, strict=True):
            middle = top + (row_height - size.height()) // 2
            button.setGeometry(left, middle, size.width(), size.height())
            left += size.width() + _GAP
        return height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        theme = self.appearance.theme
        font = QFont(self._title.font())
        font.setPixelSize(self.appearance.sizes.body)
        font.setWeight(QFont.Weight.DemiBold)
        self._title.setFont(font)
        self._open.setIcon(icon("open", theme.text))
        self._copy.restyle()
        self._dress_run_button()
        self._write_notes()

    def _fit_text(self, width: int) -> int:
        title_height = self._title.heightForWidth(width)
        self._title.setGeometry(0, 0, width, title_height)
        if not self._notes.text():
            return title_height
        notes = self._notes.sizeHint()
        mark = 0
        if self._mark is not None and self._is_changed:
            mark = self._mark.sizeHint().width() + _GAP // 2
            self._mark.setGeometry(0, title_height, mark, notes.height())
        self._notes.setGeometry(mark, title_height, width - mark, notes.height())
        return title_height + notes.height()

    def _move_text(self, distance: int) -> None:
        for label in (self._title, self._notes, self._mark):
            if label is not None:
                label.move(label.x(), label.y() + distance)

    def _dress_run_button(self) -> None:
        name, said = ("stop", "Stop") if self._is_running else ("run", "Run")
        self._run.setText(said)
        self._run.setIcon(icon(name, self.appearance.theme.on_accent))
        title = shown_title(self._example)
        self._run.setAccessibleName(f"{said} {title}")
        self._open.setAccessibleName(f"Open {title} in editor")

    def _write_notes(self) -> None:
        notes = [_CHANGED] if self._is_changed else []
        if self._example.fails_with:
            notes.append(f"fails on purpose: {self._example.fails_with}")
        if not self._example.is_runnable:
            notes.append("to read, not to run")
        self._notes.setText(" · ".join(notes))
        self._notes.setVisible(bool(notes))
        self._draw_mark()

    def _draw_mark(self) -> None:
        if self._mark is None and self._is_changed:
            self._mark = QLabel(self)
        if self._mark is not None:
            edge = icon_size(self.appearance.sizes) * 4 // 5
            warn = self.appearance.theme.warn
            self._mark.setPixmap(icon("changed", warn).pixmap(edge, edge))
            self._mark.setVisible(self._is_changed)


def shown_title(example: Example) -> str:
    """The author's title, or the name of the file that is run where there is none."""
    return example.title or example.main
