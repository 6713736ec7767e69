"""Brings the window back as it was left, and remembers how it is left this time."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from groundwork.gui.practice import CursorPlace
from groundwork.gui.window_state import WindowState
from groundwork.learner.place import Place
from groundwork.packs.model import ExampleAddress, LessonAddress
from groundwork.packs.moves import example_today

if TYPE_CHECKING:  # the application makes the memory
    from groundwork.gui.app import App

_PAUSE = 3000
"""Milliseconds between looks at where the learner is, for the case that the window is killed."""


class WindowMemory(QObject):
    """Size, panels, theme, opened packs, and the place in the lessons."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app
        app.appearance.changed.connect(self._on_appearance_changed)
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE)
        self._timer.timeout.connect(self._on_timer_timeout)
        self._target: Path | None = None
        app.pack_desk.opened.connect(self._on_pack_desk_opened)
        app.pack_desk.closed.connect(self._restore_place)

    def restore_window(self) -> None:
        """Give the window the shape it had."""
        app, state = self._app, self._app.session.window_state
        app.panels.want_tree(is_wanted=state.tree_is_wanted)
        app.panels.restore_sizes(state.panel_sizes)
        app.work.restore_sizes(state.work_sizes)

    def open_packs(self, target: Path | None) -> None:
        """Open the packs of last time, and then `target`, or where the learner was."""
        self._target = target
        self._app.pack_desk.open_all(self._app.session.window_state.packs)

    @property
    def _is_restored(self) -> bool:
        """Whether the learner has been brought back to some lesson."""
        return self._timer.isActive()

    @property
    def _is_place_there(self) -> bool:
        """Whether the pack is open in which the learner was."""
        place = self._app.session.place
        packs = self._app.reading.packs
        return place is not None and place.pack_id in {pack.id for pack in packs}

    def _restore_place(self) -> None:
        """Open the lesson where the learner was, or else the first one, or else home."""
        app = self._app
        if not self._is_restored:
            self._timer.start()
            if app.session.window_state.expanded:
                app.tree.restore_expanded(app.session.window_state.expanded)
        if not (app.reading.reopen() or self._open_place() or self._open_first()):
            app.home.show()

    def keep(self) -> None:
        """Write down the shape of the window and the place."""
        app = self._app
        state = app.session.window_state
        area = app.window.normalGeometry() if app.window.isMaximized() else app.window.geometry()
        app.session.keep_window_state(
            WindowState(
                geometry=[area.x(), area.y(), area.width(), area.height()],
                is_maximized=app.window.isMaximized(),
                panel_sizes=app.panels.sizes(),
                work_sizes=app.work.sizes(),
                tree_is_wanted=app.panels.tree_is_wanted,
                expanded=app.tree.expanded() if self._is_restored else state.expanded,
                packs=[str(folder) for folder in app.pack_desk.opened_folders],
            )
        )
        self._keep_place()

    def _open_place(self) -> bool:
        """Open what was open when the last window closed; false where it is gone."""
        app, place = self._app, self._app.session.place
        if place is None:
            return False
        example = self._example_today(place)
        lesson = example.lesson
        if not app.reading.open(lesson, place.scroll):
            return False
        app.practice.restore_place(CursorPlace(example, place.file, place.line, place.column))
        return True

    def _example_today(self, place: Place) -> ExampleAddress:
        """Where the example is that the learner was in: an update may have renamed it."""
        address = ExampleAddress(place.pack_id, place.lesson_id, place.example_id)
        packs = (pack for pack in self._app.reading.packs if pack.id == place.pack_id)
        return next((example_today(pack, address) for pack in packs), address)

    def _open_first(self) -> bool:
        """Open the first lesson; false where there is none."""
        reading = self._app.reading
        first = next((pack for pack in reading.packs if pack.lessons), None)
        return first is not None and reading.open(LessonAddress(first.id, first.lessons[0].id))

    def _keep_place(self) -> None:
        current = self._app.reading.current
        if current is None:
            return
        is_settled = self._app.practice.is_settled
        known = self._app.session.place
        if not is_settled and known is not None and known.lesson_id == current.lesson.id:
            return  # what is remembered is nearer to the truth than a window still being filled
        place = Place(
            pack_id=current.pack.id,
            lesson_id=current.lesson.id,
            scroll=self._app.page.scroll_position(),
        )
        example = self._app.editor.example
        if is_settled and example is not None and example.lesson == current.address:
            line, column = self._app.editor.cursor_place()
            place = place._replace(
                example_id=example.example_id,
                file=self._app.editor.current,
                line=line,
                column=column,
                path=str(self._app.practice.working_folder / self._app.editor.current),
            )
        if place != self._app.session.place:
            self._app.session.keep_place(place)

    def _on_pack_desk_opened(self, are_all: bool) -> None:  # noqa: FBT001 - a signal's argument
        target, self._target = self._target, None
        is_due = are_all or target is not None or self._is_place_there
        if is_due and not self._is_restored:
            self._restore_place()
        if target is not None:
            self._app.pack_desk.open_path(target)

    def _on_timer_timeout(self) -> None:
        self._keep_place()

    def _on_appearance_changed(self) -> None:
        look = self._app.appearance
        settings = self._app.session.settings._replace(
            theme=look.choice, text_scale=look.text_scale
        )
        self._app.session.keep_settings(settings)
