"""The tab of the exercise, which is empty until the first one is in the editor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget

from groundwork.gui.appearance import Appearance

if TYPE_CHECKING:  # the window is seen before these are loaded
    from groundwork.gui.exercise.panel import ExercisePanel

_EMPTY = "No exercise is in the editor. Open one from the lesson to solve and check it here."


class ExercisePlace(QStackedWidget):
    """Where the panel of an exercise is built when there is one, so that the start is quick.

    Signals:
        built: the ExercisePanel is there, and can be joined to others.
    """

    built = Signal(object)

    def __init__(self, appearance: Appearance) -> None:
        super().__init__()
        self._appearance = appearance
        self._panel: ExercisePanel | None = None
        self._off: Mapping[str, str] = {}
        self._empty = QLabel(_EMPTY)
        self._empty.setProperty("role", "muted")
        self._empty.setWordWrap(True)
        self._empty.setContentsMargins(12, 12, 12, 12)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._empty.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # to be read by those who listen
        self.addWidget(self._empty)
        self.setFocusProxy(self._empty)
        appearance.changed.connect(self._dress)
        self._dress()

    @property
    def is_built(self) -> bool:
        """Whether there has been an exercise to show."""
        return self._panel is not None

    @property
    def panel(self) -> ExercisePanel:
        """What shows an exercise; built when it is first asked for."""
        if self._panel is None:
            from groundwork.gui.exercise.panel import (  # noqa: PLC0415 - not needed at the start
                ExercisePanel,
            )

            self._panel = ExercisePanel(self._appearance)
            self._panel.help.set_off(self._off)
            self.addWidget(self._panel)
            self.built.emit(self._panel)
        return self._panel

    def set_off(self, off: Mapping[str, str]) -> None:
        """Offer none of these aids, but say the sentence beside it."""
        self._off = off
        if self._panel is not None:
            self._panel.help.set_off(off)

    def show_panel(self) -> None:
        """Show the panel in place of the words that there is nothing."""
        self.setCurrentWidget(self.panel)
        self.setFocusProxy(self.panel)

    def show_nothing(self) -> None:
        """There is no exercise in the editor: say what will be here."""
        self.setCurrentWidget(self._empty)
        self.setFocusProxy(self._empty)

    def _dress(self) -> None:
        self._empty.setStyleSheet(f"background: {self._appearance.theme.surface};")
