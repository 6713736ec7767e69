"""The slim bar at the top of the window: where one is, and the way to everything else."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMenu, QToolButton, QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.breadcrumb import Breadcrumb
from groundwork.gui.icons import icon

TEXT_SCALES = (0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)
"""The text sizes that the bar offers."""

_WORDS_FROM = 720
"""Narrower than this, at a text scale of 1, the search button is an icon alone."""


class TopBar(QFrame):
    """History, the place, search, theme, text size, help and the menu of everything else.

    Signals:
        home_requested: show the home page.
        tree_requested: show the lesson tree that is put away, or put it away again.
        back_requested: go to the lesson seen before.
        forward_requested: go to the lesson that was left by going back.
        search_requested: search the lessons.
        theme_requested: use the theme of that name, `light` or `dark`.
        text_scale_requested: multiply every font size by that number.
        help_requested: show the help.
    """

    home_requested = Signal()
    tree_requested = Signal()
    back_requested = Signal()
    forward_requested = Signal()
    search_requested = Signal()
    theme_requested = Signal(str)
    text_scale_requested = Signal(float)
    help_requested = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self._appearance = appearance
        self._icons: dict[QToolButton, str] = {}
        self._tree = self._button("menu", "Show the lessons", self.tree_requested)
        self._home = self._button("home", "Home (Alt+Home)", self.home_requested)
        self._back = self._button("back", "Back (Alt+Left)", self.back_requested)
        self._forward = self._button("forward", "Forward (Alt+Right)", self.forward_requested)
        self._place = Breadcrumb(appearance)
        self._search = self._button(
            "search", "Search the lessons (Ctrl+Shift+F)", self.search_requested
        )
        self._search.setText("Search")
        self._theme = self._button("theme", "", self._on_theme_clicked)
        self._text_size = self._menu_button("text-size", "Text size")
        self._help = self._button("help", "Help (F1)", self.help_requested)
        self._more = self._menu_button("more", "More")
        self._text_size.menu().aboutToShow.connect(self._on_text_size_menu_about_to_show)
        self._lay_out()
        self.set_history(can_go_back=False, can_go_forward=False)
        self.show_tree_button(is_shown=False)
        appearance.changed.connect(self._on_appearance_changed)
        self._on_appearance_changed()

    def set_place(self, chapter: str, lesson: str) -> None:
        """Say where the learner is; empty titles say nothing."""
        self._place.tell(chapter, lesson)

    def set_history(self, *, can_go_back: bool, can_go_forward: bool) -> None:
        """Say which ways through the lessons already seen are open."""
        self._back.setEnabled(can_go_back)
        self._forward.setEnabled(can_go_forward)

    def set_actions(self, actions: Sequence[QAction]) -> None:
        """Fill the menu of everything else; an action that is a separator divides it."""
        menu = self._more.menu()
        menu.clear()
        menu.addActions(actions)

    def show_tree_button(self, *, is_shown: bool) -> None:
        """Show the button that opens the lesson tree, for when the tree is put away."""
        self._tree.setVisible(is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Drop the words where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _button(self, picture: str, name: str, slot: object) -> QToolButton:
        button = QToolButton(self)
        self._icons[button] = picture
        _name(button, name)
        button.clicked.connect(slot)
        return button

    def _menu_button(self, picture: str, name: str) -> QToolButton:
        button = QToolButton(self)
        self._icons[button] = picture
        _name(button, name)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setMenu(QMenu(button))
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(4)
        for button in (self._tree, self._home, self._back, self._forward):
            row.addWidget(button)
        row.addSpacing(4)
        row.addWidget(self._place, 1)
        row.addSpacing(4)
        for button in (self._search, self._theme, self._text_size, self._help, self._more):
            row.addWidget(button)

    def _fit(self) -> None:
        has_room = self.width() >= _WORDS_FROM * self._appearance.text_scale
        beside, alone = (
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon,
            Qt.ToolButtonStyle.ToolButtonIconOnly,
        )
        self._search.setToolButtonStyle(beside if has_room else alone)

    def _on_theme_clicked(self) -> None:
        self.theme_requested.emit(self._other_theme())

    def _other_theme(self) -> str:
        return "light" if self._appearance.theme.is_dark else "dark"

    def _on_text_size_menu_about_to_show(self) -> None:
        menu = self._text_size.menu()
        if menu.isEmpty():
            self._fill_text_size_menu(menu)
        for scale, action in zip(TEXT_SCALES, menu.actions(), strict=True):
            action.setChecked(scale == self._appearance.text_scale)

    def _fill_text_size_menu(self, menu: QMenu) -> None:
        group = QActionGroup(menu)
        group.setExclusionPolicy(QActionGroup.ExclusionPolicy.ExclusiveOptional)
        for scale in TEXT_SCALES:
            action = menu.addAction(f"{round(scale * 100)} %")
            action.setCheckable(True)
            action.triggered.connect(lambda _, scale=scale: self.text_scale_requested.emit(scale))
            group.addAction(action)

    def _on_appearance_changed(self) -> None:
        for button, picture in self._icons.items():
            button.setIcon(icon(picture, self._appearance.theme.muted))
        _name(self._theme, f"Use the {self._other_theme()} theme")
        self._fit()


def _name(button: QToolButton, name: str) -> None:
    """Call the button `name` for the eye and, without the key, for the ear."""
    button.setToolTip(name)
    button.setAccessibleName(name.partition(" (")[0])
