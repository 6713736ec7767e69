"""What is remembered from one start to the next: settings, the shape of the window, the place."""

from __future__ import annotations

from contextlib import suppress

from groundwork.gui.window_state import WindowState, load_window_state, save_window_state
from groundwork.learner.place import Place, load_place, save_place
from groundwork.paths import UserFolders
from groundwork.settings import Settings, load_settings, save_settings


class Session:
    """The small files of a user's choices; one that cannot be read counts as not there."""

    def __init__(self, folders: UserFolders) -> None:
        self._settings_file = folders.data / "settings.json"
        self._window_file = folders.data / "window.json"
        self._place_file = folders.data / "place.json"
        self.settings = load_settings(self._settings_file)
        self.window_state = load_window_state(self._window_file)
        self.place = load_place(self._place_file)

    def keep_settings(self, settings: Settings) -> None:
        """Remember the user's choices, as far as they can be written."""
        self.settings = settings
        with suppress(OSError):
            save_settings(settings, self._settings_file)

    def keep_window_state(self, state: WindowState) -> None:
        """Remember the shape of the window, as far as it can be written."""
        self.window_state = state
        with suppress(OSError):
            save_window_state(state, self._window_file)

    def keep_place(self, place: Place) -> None:
        """Remember where the learner is, as far as it can be written."""
        self.place = place
        with suppress(OSError):
            save_place(place, self._place_file)
