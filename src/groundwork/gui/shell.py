"""What is seen first: the window with the editor in its place, and in it the last text.

Everything else is loaded and built while the learner looks at this for a blink.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QMargins
from PySide6.QtWidgets import QApplication

from groundwork.gui import style
from groundwork.gui.appearance import Appearance
from groundwork.gui.editor.caption import Caption
from groundwork.gui.editor.pane import EditorPane
from groundwork.gui.session import Session
from groundwork.gui.window import MainWindow
from groundwork.packs.addresses import ExampleAddress
from groundwork.paths import UserFolders

_LARGEST_TEXT = 200_000
_NARROWEST = 1100
_TREE_SHARE, _PAGE_SHARE = 0.18, 0.44
_BAR_HEIGHT, _LOWER_SHARE = 40, 0.4


class EarlyText(NamedTuple):
    """A text that the editor shows before its example is known, as it was read."""

    address: ExampleAddress
    name: str
    text: str


class Shell:
    """The window as far as it is built at once."""

    def __init__(
        self, application: QApplication, folders: UserFolders, *, shows_last_text: bool = True
    ) -> None:
        """Build the window, unseen; without the last text where something else will be opened.

        Raises:
            QScintillaMissingError: QScintilla cannot be loaded.
        """
        self.folders = folders
        self.session = Session(folders)
        settings = self.session.settings
        self.appearance = Appearance(settings.theme, settings.text_scale)
        style.apply(application, self.appearance)
        self.editor = EditorPane(self.appearance)
        self.window = MainWindow()
        state = self.session.window_state
        self.window.restore(state.geometry, is_maximized=state.is_maximized)
        self.early_text = self._restored_text() if shows_last_text else None

    def _restored_text(self) -> EarlyText | None:
        """Show the file that the learner was in, if there is room for the editor at once."""
        place, size = self.session.place, self.window.size()
        if place is None or size.width() < _NARROWEST * self.appearance.text_scale:
            return None
        text = _small_text(place.path)
        if text is None:
            return None
        address = ExampleAddress(place.pack_id, place.lesson_id, place.example_id)
        self.editor.open_example(address, Caption(), {place.file: text}, {}, place.file)
        self.editor.go_to(place.file, place.line, place.column)
        self.window.show_first(self.editor, self._room_around())
        self.editor.setFocus()
        return EarlyText(address, place.file, text)

    def _room_around(self) -> QMargins:
        """The space of the other parts, so that the editor stays where it is when they come."""
        size, state = self.window.size(), self.session.window_state
        beside = state.panel_sizes.get("wide", [])
        left = sum(beside[:2]) or round((_TREE_SHARE + _PAGE_SHARE) * size.width())
        below = state.work_sizes[1] if len(state.work_sizes) > 1 else 0
        lower = below or round(_LOWER_SHARE * size.height())
        return QMargins(left, round(_BAR_HEIGHT * self.appearance.text_scale), 0, lower)


def _small_text(path: str) -> str | None:
    """The text of a small file; None where there is none that can be read at once."""
    try:
        file = Path(path)
        content = file.read_bytes() if file.is_absolute() else None
        if content is None or len(content) > _LARGEST_TEXT:
            return None
        return content.decode("utf-8")
    except (OSError, ValueError):
        return None
