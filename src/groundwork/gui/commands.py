"""What keys and menus do: one place joins them to the parts that obey."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMenu, QMessageBox, QWidget

from groundwork import paths
from groundwork.gui import keys
from groundwork.gui.keys import Keys
from groundwork.gui.tree.parts import parts_around
from groundwork.packs.manifest import MANIFEST_NAME
from groundwork.settings import ThemeChoice

if TYPE_CHECKING:  # the application makes the commands
    from groundwork.gui.app import App
    from groundwork.gui.authoring.desk import AuthoringDesk

_TEXT_STEP = 0.1
_THEMES: tuple[tuple[str, ThemeChoice], ...] = (
    ("Theme of the system", "system"),
    ("Light theme", "light"),
    ("Dark theme", "dark"),
)


class Commands(QObject):
    """The commands of the window, under their keys and in its menu."""

    def __init__(self, app: App) -> None:
        super().__init__(app)
        self._app = app
        self._desk: AuthoringDesk | None = None
        self._panels: tuple[QWidget, ...] = (
            app.tree, app.pages, app.editor, app.run_panel,
        )  # fmt: skip
        self._add_keys()
        self._fill_menu()
        app.editor.zoom_requested.connect(self._zoom)
        app.tree.check_requested.connect(lambda pack_id: self._authoring().check(pack_id))
        app.bar.help_requested.connect(self._show_keys)

    def _add_keys(self) -> None:
        for entry, action in (*self._lesson_keys(), *self._panel_keys()):
            self._app.window.add_shortcut(entry.sequences, action)

    def _lesson_keys(self) -> tuple[tuple[Keys, Callable[[], object]], ...]:
        app = self._app
        return (
            (keys.RUN, app.run_desk.run),
            (keys.STOP, app.run_desk.stop),
            (keys.CHECK, app.exercise_desk.check),
            (keys.GO_TO_ERROR, app.run_desk.go_to_error),
            (keys.HISTORY, self._show_history),
            (keys.NEXT_LESSON, lambda: app.reading.open_neighbour(1)),
            (keys.PREVIOUS_LESSON, lambda: app.reading.open_neighbour(-1)),
            (keys.HOME, app.home.show),
            (keys.GO_BACK, app.home.go_back),
            (keys.GO_FORWARD, app.reading.go_forward),
            (keys.SEARCH, app.navigation.search),
            (keys.OPEN_PACK, self._ask_for_pack),
            (keys.HELP, self._show_keys),
        )

    def _panel_keys(self) -> tuple[tuple[Keys, Callable[[], object]], ...]:
        tree, page, editor, _ = self._panels
        return (
            (keys.TOGGLE_TREE, self._app.panels.toggle_tree),
            (keys.FOCUS_EDITOR, lambda: self._focus(editor)),
            (keys.FOCUS_CONSOLE, self._focus_console),
            (keys.FOCUS_EXERCISE, self._app.exercise_desk.show_panel),
            (keys.FOCUS_TREE, lambda: self._focus(tree)),
            (keys.FOCUS_PAGE, lambda: self._focus(page)),
            (keys.NEXT_PANEL, lambda: self._focus_next(1)),
            (keys.PREVIOUS_PANEL, lambda: self._focus_next(-1)),
            (keys.LARGER, lambda: self._zoom(1)),
            (keys.SMALLER, lambda: self._zoom(-1)),
            (keys.USUAL_SIZE, lambda: self._zoom(0)),
        )

    def _fill_menu(self) -> None:
        entries = [
            self._action("Home", self._app.home.show, keys.HOME),
            self._action("Open a lesson pack…", self._ask_for_pack, keys.OPEN_PACK),
            self._action("Close this pack", self._close_pack),
            *self._app.own_files.actions(),
            _separator(self),
            self._action("New pack…", lambda: self._authoring().make_new()),
            self._action("Import a document…", lambda: self._authoring().import_document()),
            self._action("Check this pack…", self._check_pack),
            _separator(self),
            self._action("Format the file", self._app.language.formatter.format, keys.FORMAT),
            self._action("Earlier versions of this example…", self._show_history, keys.HISTORY),
            *(
                self._action(f"Restart this {kind}…", partial(self._restart, kind))
                for kind in ("lesson", "chapter", "pack")
            ),
            _separator(self),
            self._action("Show or hide lessons", self._app.panels.toggle_tree, keys.TOGGLE_TREE),
            self._arrows_action(),
            self._theme_action(),
            _separator(self),
            self._action("Keys", self._show_keys, keys.HELP),
            self._action("About Groundwork", self._show_about),
        ]
        self._app.bar.set_actions(entries)

    def _action(self, text: str, slot: Callable[[], object], shown: Keys | None = None) -> QAction:
        label = text if shown is None else f"{text}\t{shown.sequences[0]}"
        action = QAction(label, self)
        action.triggered.connect(slot)
        return action

    def _arrows_action(self) -> QAction:
        action = self._action("Arrows from names to their uses", lambda: None)
        action.setCheckable(True)
        action.toggled.connect(self._show_arrows)
        action.setChecked(self._app.session.settings.shows_arrows)
        return action

    def _show_arrows(self, are_wanted: bool) -> None:  # noqa: FBT001 - a signal's argument
        session = self._app.session
        self._app.language.names.show_arrows(are_wanted=are_wanted)
        session.keep_settings(session.settings._replace(shows_arrows=are_wanted))

    def _theme_action(self) -> QAction:
        menu, group = QMenu("Theme", self._app.window), QActionGroup(self)
        for text, choice in _THEMES:
            action = self._action(text, partial(self._app.appearance.choose_theme, choice))
            action.setCheckable(True)
            action.setChecked(choice == self._app.appearance.choice)
            action.setData(choice)
            group.addAction(action)
        menu.addActions(group.actions())
        self._app.appearance.changed.connect(partial(self._show_chosen_theme, group.actions()))
        return menu.menuAction()

    def _show_chosen_theme(self, actions: list[QAction]) -> None:
        for action in actions:
            action.setChecked(action.data() == self._app.appearance.choice)

    def _zoom(self, steps: int) -> None:
        look = self._app.appearance
        look.choose_text_scale(look.text_scale + steps * _TEXT_STEP if steps else 1.0)

    def _focus(self, panel: QWidget) -> None:
        """Bring a panel into view and give it the focus."""
        app = self._app
        if panel is app.tree:
            app.panels.reveal_tree()
        elif panel is app.pages:
            app.panels.reveal_page()
        else:
            app.panels.reveal_work()
        panel.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _focus_console(self) -> None:
        self._app.run_panel.show_page(self._app.run_panel.console)
        self._focus(self._app.run_panel)

    def _focus_next(self, step: int) -> None:
        """Go on to another panel; a tree that has been put away is left out."""
        tree = self._app.tree
        panels = [p for p in self._panels if p is not tree or tree.isVisible()]
        focused = QApplication.focusWidget()
        holders = [p for p in panels if focused is not None and _holds(p, focused)]
        index = panels.index(holders[0]) + step if holders else 0
        self._focus(panels[index % len(panels)])

    def _ask_for_pack(self) -> None:
        dialog = QFileDialog(self._app.window, "Open a lesson pack")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(f"Lesson packs (*.gwpack {MANIFEST_NAME})")
        dialog.fileSelected.connect(lambda file: self._app.pack_desk.open_path(Path(file)))
        _open_once(dialog)

    def _close_pack(self) -> None:
        current = self._app.reading.current
        if current is not None:
            self._app.pack_desk.put_away(current.pack)

    def _check_pack(self) -> None:
        current = self._app.reading.current
        if current is not None:
            self._authoring().check(current.pack.id)

    def _authoring(self) -> AuthoringDesk:
        """What serves authors, made when it is first wanted."""
        if self._desk is None:
            from groundwork.gui.authoring.desk import AuthoringDesk  # noqa: PLC0415 - seldom wanted

            app = self._app
            self._desk = AuthoringDesk(
                reading=app.reading,
                navigation=app.navigation,
                page=app.page,
                trust=app.trust,
                appearance=app.appearance,
                window=app.window,
            )
            self._desk.pack_made.connect(app.pack_desk.open_path)
            self._desk.refused.connect(app.status.tell)
        return self._desk

    def close(self) -> None:
        """End what authors have begun; the last call."""
        if self._desk is not None:
            self._desk.close()

    def _restart(self, kind: str) -> None:
        current = self._app.reading.current
        if current is not None:
            around = parts_around(current.pack, current.lesson)
            self._app.restart.ask(next(part for part in around if part.kind == kind))

    def _show_history(self) -> None:
        from groundwork.gui.history_desk import HistoryDesk  # noqa: PLC0415 - seldom wanted

        app, current = self._app, self._app.practice.current
        if current is None:
            app.status.tell("There are no earlier versions to show: open an example first")
            return
        address, _ = current
        desk = HistoryDesk(
            drafts=app.drafts,
            appearance=app.appearance,
            window=app.window,
            address=address,
            title=app.editor.caption.example,
            now=app.editor.texts(),
        )
        desk.restored.connect(self._on_history_restored)
        desk.open()

    def _on_history_restored(self) -> None:
        self._app.status.tell("The earlier version is back; Undo takes it out again")
        self._focus(self._app.editor)

    def _show_keys(self) -> None:
        _open_once(keys.KeyTable(self._app.appearance, self._app.window))

    def _show_about(self) -> None:
        from importlib.metadata import version  # noqa: PLC0415 - wanted once in a long while

        edition = paths.edition()
        box = QMessageBox(self._app.window)
        box.setWindowTitle("About Groundwork")
        box.setText(f"Groundwork {version('groundwork')}{f' ({edition})' if edition else ''}")
        box.setInformativeText(
            "An offline desktop playground for learning Python.\n\n"
            f"Your work is kept in {self._app.folders.data}.\n\n"
            "Free software under the GNU General Public License, version 3 or later."
        )
        _open_once(box)


def _open_once(dialog: QDialog) -> None:
    """Open a dialog that goes when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()


def _separator(parent: QObject) -> QAction:
    separator = QAction(parent)
    separator.setSeparator(True)
    return separator


def _holds(panel: QWidget, widget: QWidget) -> bool:
    return panel is widget or panel.isAncestorOf(widget)
