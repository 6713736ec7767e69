"""The keys of the window, as a table that the window obeys and that F1 shows."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from groundwork.gui.appearance import Appearance

_GROUP_GAP = 12


@dataclass(frozen=True, slots=True)
class Keys:
    """One action and the key sequences for it, in Qt's spelling."""

    action: str
    sequences: tuple[str, ...]


RUN = Keys("Run the program", ("F5",))
STOP = Keys("Stop the program", ("Shift+F5", "Ctrl+F2"))
CHECK = Keys("Check the answer", ("Ctrl+Return", "Ctrl+Enter"))
HOME = Keys("Home: what to do next", ("Alt+Home",))
NEXT_LESSON = Keys("Next lesson", ("Ctrl+PgDown",))
PREVIOUS_LESSON = Keys("Previous lesson", ("Ctrl+PgUp",))
GO_BACK = Keys("Back to the lesson read before", ("Alt+Left",))
GO_FORWARD = Keys("Forward again", ("Alt+Right",))
SEARCH = Keys("Search the lessons", ("Ctrl+Shift+F",))
TOGGLE_TREE = Keys("Show or hide the lesson tree", ("F9",))
FOCUS_EDITOR = Keys("Go to the editor", ("Alt+E",))
FOCUS_CONSOLE = Keys("Go to the output", ("Alt+S",))
FOCUS_EXERCISE = Keys("Go to the exercise", ("Alt+X",))
FOCUS_TREE = Keys("Go to the lesson tree", ("Alt+L",))
FOCUS_PAGE = Keys("Go to the lesson page", ("Alt+P",))
NEXT_PANEL = Keys("Go round the panels", ("F6",))
PREVIOUS_PANEL = Keys("Go round the panels backwards", ("Shift+F6",))
FORMAT = Keys("Put the file into the usual form", ("Ctrl+Shift+I",))
HISTORY = Keys("Earlier versions of this example", ("Ctrl+Shift+H",))
GO_TO_ERROR = Keys("Go to the line of the error", ("F8",))
LARGER = Keys("Larger text", ("Ctrl++", "Ctrl+="))
SMALLER = Keys("Smaller text", ("Ctrl+-",))
USUAL_SIZE = Keys("Usual text size", ("Ctrl+0",))
OPEN_PACK = Keys("Open a lesson pack", ("Ctrl+O",))
HELP = Keys("This table", ("F1",))

# On macOS `Ctrl` is the Command key, and Command with the space bar is the system's.
COMPLETE = Keys(
    "Complete the word",
    ("Meta+Space",) if sys.platform == "darwin" else ("Ctrl+Space",),
)

_GROUPS: tuple[tuple[str, tuple[Keys, ...]], ...] = (
    ("Programs", (
        RUN, STOP, CHECK, GO_TO_ERROR,
        Keys("Interrupt the program (in the output, nothing selected)", ("Ctrl+C",)),
        Keys("End of input (in the output)", ("Ctrl+D",)),
        Keys("Clear the output (in the output)", ("Ctrl+L",)),
    )),
    ("Lessons", (
        HOME, NEXT_LESSON, PREVIOUS_LESSON, GO_BACK, GO_FORWARD, SEARCH, HISTORY, OPEN_PACK,
    )),
    ("The window", (
        FOCUS_EDITOR, FOCUS_CONSOLE, FOCUS_EXERCISE, FOCUS_TREE, FOCUS_PAGE,
        NEXT_PANEL, PREVIOUS_PANEL, TOGGLE_TREE, LARGER, SMALLER, USUAL_SIZE, HELP,
    )),
    ("Writing code", (
        COMPLETE,
        Keys("How this call is written; another way", ("Ctrl+Shift+Space", "Ctrl+Shift+Down")),
        Keys("Find; next; replace", ("Ctrl+F", "F3", "Ctrl+H")),
        Keys("Go to a line", ("Ctrl+G",)),
        Keys("Undo; redo", ("Ctrl+Z", "Ctrl+Y")),
        Keys("Make lines a comment, or code again", ("Ctrl+/", "Ctrl+3")),
        Keys("Indent; dedent", ("Tab", "Shift+Tab")),
        Keys("Move lines up; down", ("Alt+Up", "Alt+Down")),
        Keys("Duplicate lines above; below", ("Shift+Alt+Up", "Shift+Alt+Down")),
        Keys("Delete lines; join lines", ("Ctrl+Shift+K", "Ctrl+J")),
        Keys("Mend the problem at the cursor", ("Ctrl+.", "Alt+Return")),
        Keys("Next problem; the one before", ("Ctrl+F8", "Ctrl+Shift+F8")),
        FORMAT,
    )),
    ("Several cursors", (
        Keys("Select the word, and then the next place of it", ("Ctrl+D",)),
        Keys("One more above; below", ("Ctrl+Alt+Up", "Ctrl+Alt+Down")),
        Keys("One more where you click, or one less", ("Alt+click",)),
        Keys("Select a box", ("Alt+drag",)),
        Keys("One cursor again", ("Esc",)),
    )),
    ("Names in code", (
        Keys("What the name at the cursor is", ("Ctrl+I",)),
        Keys("Go to the definition of a name", ("F12", "Ctrl+click")),
        Keys("Back to where the way to it began", ("Alt+F12",)),
        Keys("Close the file of a library", ("Ctrl+W",)),
        Keys("All uses of a name", ("Shift+F12",)),
        Keys("Rename a name in all files", ("F2",)),
        Keys("Outline of the file", ("Ctrl+Shift+O",)),
    )),
)  # fmt: skip


class KeyTable(QDialog):
    """The table of keys."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Keys")
        scale = appearance.text_scale
        available = parent.size()
        self.resize(
            min(round(640 * scale), available.width()), min(round(640 * scale), available.height())
        )
        area = QScrollArea()
        area.setWidget(_table())
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.addWidget(area, 1)
        column.addWidget(buttons)
        buttons.setContentsMargins(24, 0, 24, 0)


def _table() -> QWidget:
    """All keys in their groups, below one another."""
    table = QWidget()
    grid = QGridLayout(table)
    grid.setContentsMargins(24, 16, 24, 16)
    grid.setHorizontalSpacing(24)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(0, 1)
    for title, group in _GROUPS:
        heading = QLabel(title)
        heading.setProperty("role", "heading")
        heading.setContentsMargins(0, _GROUP_GAP if grid.count() else 0, 0, 0)
        grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
        for keys in group:
            row = grid.rowCount()
            action = QLabel(keys.action)
            action.setWordWrap(True)
            grid.addWidget(action, row, 0)
            names = QLabel(f"<b>{'</b>,&nbsp; <b>'.join(keys.sequences)}</b>")
            grid.addWidget(names, row, 1, Qt.AlignmentFlag.AlignRight)
    return table
