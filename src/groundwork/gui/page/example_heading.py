"""The upper edge of an example: its title and its buttons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QAbstractButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.icons import icon
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.buttons import CopyButton, PageButton
from groundwork.gui.page.example_title import ExampleTitle, shown_title
from groundwork.packs.model import Example

_GAP = 8
_LEAST_TITLE = 180
_RUN = "Run"
_STOP = "Stop"
_OPEN = "Open in editor"


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
        self._title = ExampleTitle(example, appearance, self)
        self._copy = CopyButton(appearance, copied_text, self)
        self._open = PageButton("quiet", self)
        self._open.setText(_OPEN)
        self._open.setAccessibleName(f"Open {shown_title(example)} in editor")
        self._open.clicked.connect(self.open_pressed)
        self._run = PageButton("primary", self)
        self._run.clicked.connect(self.run_pressed)
        self._run.setVisible(example.is_runnable)
        self._dress_buttons()

    def set_running(self, *, is_running: bool) -> None:
        """Offer to stop the example instead of running it, or the other way round."""
        if is_running != self._is_running:
            self._is_running = is_running
            self._dress_run_button()

    def fit(self, width: int) -> int:
        """Place title and buttons; returns the height that they take."""
        buttons, sizes = self._sized_buttons(width)
        row_width = sum(size.width() for size in sizes) + _GAP * (len(sizes) - 1)
        row_height = max(size.height() for size in sizes)
        room = width - row_width - 2 * _GAP
        if room < min(_LEAST_TITLE, self._title.natural_width()):
            title_height = self._title.fit(width)
            self._title.setGeometry(0, 0, width, title_height)
            _place(buttons, sizes, width - row_width, title_height + _GAP)
            return title_height + _GAP + row_height
        title_height = self._title.fit(room)
        height = max(title_height, row_height)
        self._title.setGeometry(0, (height - title_height) // 2, room, title_height)
        _place(buttons, sizes, width - row_width, (height - row_height) // 2)
        return height

    def restyle(self) -> None:
        """Take colours and sizes from the appearance again."""
        self._title.restyle()
        self._copy.restyle()
        self._dress_buttons()

    def _sized_buttons(self, width: int) -> tuple[list[QAbstractButton], list[QSize]]:
        """The buttons and their sizes; in a very narrow column one of them has no words."""
        buttons: list[QAbstractButton] = [self._copy, self._open]
        if self._example.is_runnable:
            buttons.append(self._run)
        self._open.setText(_OPEN)
        sizes = [_size(button) for button in buttons]
        if sum(size.width() + _GAP for size in sizes) > width + _GAP:
            self._open.setText("")
            sizes[1] = _size(self._open)
        self._open.setToolTip("" if self._open.text() else _OPEN)
        return buttons, sizes

    def _dress_buttons(self) -> None:
        self._open.setIcon(icon("open", self.appearance.theme.text))
        self._dress_run_button()
        shown = self._run.text()
        widths = []
        for said in (_RUN, _STOP):
            self._run.setText(said)
            widths.append(self._run.sizeHint().width())
        self._run.setText(shown)
        self._run.setMinimumWidth(max(widths))  # nothing moves when a run begins

    def _dress_run_button(self) -> None:
        name, said = ("stop", _STOP) if self._is_running else ("run", _RUN)
        self._run.setIcon(icon(name, self.appearance.theme.on_accent))
        self._run.setText(said)
        self._run.setAccessibleName(f"{said} {shown_title(self._example)}")


def _size(button: QAbstractButton) -> QSize:
    return button.sizeHint().expandedTo(button.minimumSize())


def _place(buttons: Sequence[QAbstractButton], sizes: Sequence[QSize], left: int, top: int) -> None:
    """Put buttons beside one another, their middles in line."""
    row_height = max(size.height() for size in sizes)
    for button, size in zip(buttons, sizes, strict=True):
        middle = top + (row_height - size.height()) // 2
        button.setGeometry(left, middle, size.width(), size.height())
        left += size.width() + _GAP
