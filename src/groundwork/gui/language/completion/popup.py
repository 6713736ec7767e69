"""The list of what may be meant, over the code, with what is known of the selected beside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from groundwork.gui.exercise.spoken import announce
from groundwork.gui.language.completion.beside import Beside
from groundwork.gui.language.completion.choices import Choice
from groundwork.gui.language.completion.rows import Rows
from groundwork.gui.language.overlay import Overlay
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Description

_INSIDE = 4
_PAUSE, _PATIENCE = 150, 500
"""Milliseconds that a row has been selected before anybody is asked about it, and after which what
was said of the row before it goes, if there is no answer."""


class CompletionPopup(Overlay):
    """Lists choices; the keys for it come from outside, since it never has the focus.

    Signals:
        chosen: a choice is to be put in; its index.
        dismissed: nothing of it is wanted.
        explanation_wanted: the candidate that has been selected for a moment.
    """

    chosen = Signal(int)
    dismissed = Signal()
    explanation_wanted = Signal(object)

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self.rows = Rows(workplace.appearance, self)
        self._beside = Beside(workplace)
        self.column.addSpacing(_INSIDE)
        self.column.addWidget(self.rows)
        self.column.addSpacing(_INSIDE)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        self._pause.timeout.connect(self._on_pause_timeout)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._patience.timeout.connect(self._beside.forget)
        self._is_complete = False
        self._acts = self._actions()
        self.rows.selected.connect(self._on_rows_selected)
        self.rows.chosen.connect(self.chosen)
        self.closed.connect(self._on_closed)

    def show_choices(
        self,
        choices: Sequence[Choice],
        position: int,
        *,
        is_tentative: bool = False,
        is_complete: bool = False,
    ) -> None:
        """Show the choices for the word that begins at that position, the first one selected.

        The Enter key does not take the first where it is complete already, nor where it is
        tentative and nobody has moved in the list.
        """
        before = None if self.isHidden() else self.current.candidate
        self._is_complete = is_complete
        self.rows.show_choices(choices, is_tentative=is_tentative)
        self.open_at(position, shift=self.rows.text_left + 1)
        if self.current.candidate != before:
            self._on_rows_selected(0)

    def takes(self, event: QKeyEvent) -> bool:
        """Answer a key that the editor got; whether it was one for the list."""
        act = self._acts.get(event.key())
        is_held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        return act() if act is not None and not is_held else False

    def _actions(self) -> dict[int, Callable[[], bool]]:
        keys = Qt.Key
        return {
            keys.Key_Up: partial(self._step, -1),
            keys.Key_Down: partial(self._step, 1),
            keys.Key_PageUp: partial(self._page, -1),
            keys.Key_PageDown: partial(self._page, 1),
            keys.Key_Tab: self._choose,
            keys.Key_Return: self._enter,
            keys.Key_Enter: self._enter,
            keys.Key_Escape: self._dismiss,
        }

    def _step(self, count: int) -> bool:
        """A list of one needs no arrows: they go about in the text."""
        if len(self.rows.choices) == 1:
            self.dismissed.emit()
            return False
        self.rows.step(count)
        return True

    def _page(self, direction: int) -> bool:
        self.rows.page(direction)
        return True

    def _choose(self) -> bool:
        self.chosen.emit(self.rows.current)
        return True

    def _enter(self) -> bool:
        is_new = not (self._is_complete and self.rows.current == 0)
        if is_new and not self.rows.is_tentative:
            return self._choose()
        self.dismissed.emit()
        return False

    def _dismiss(self) -> bool:
        self.dismissed.emit()
        return True

    @property
    def current(self) -> Choice:
        """The choice that is selected."""
        return self.rows.choices[self.rows.current]

    def explain(self, description: Description | None) -> None:
        """Show what is known of the selected choice; None where nothing is."""
        self._patience.stop()
        if description is None:
            self._beside.forget()
        elif not self.isHidden():
            self._beside.explain(description)
            self._beside.open_beside(self.surface, is_upward=self.is_over_line)

    def dress(self) -> None:
        """Take fonts and sizes from the appearance."""
        self.rows.dress()

    def fit(self, widest: int, highest: int) -> None:
        """As high as the rows, and as wide as the window allows."""
        self.rows.fit(widest, highest - 2 * _INSIDE)

    def put(self, surface: QRect) -> None:
        """Show it there; what is beside it moves along."""
        super().put(surface)
        self._beside.open_beside(surface, is_upward=self.is_over_line)

    def _on_closed(self) -> None:
        """What is beside it goes with it."""
        self._pause.stop()
        self._patience.stop()
        self._beside.forget()

    def _on_rows_selected(self, index: int) -> None:
        if self.isHidden():
            return
        self._pause.start()
        self._patience.start()
        choice = self.rows.choices[index].candidate
        sentence = f"{choice.name}, {choice.kind}, {index + 1} of {len(self.rows.choices)}"
        self.rows.setAccessibleDescription(sentence)
        announce(self.rows, sentence)

    def _on_pause_timeout(self) -> None:
        self.explanation_wanted.emit(self.current.candidate)
