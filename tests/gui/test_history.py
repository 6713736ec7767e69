from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from groundwork.gui import style
from groundwork.gui.appearance import Appearance
from groundwork.gui.comparison_view import SIGNS, ComparisonView, sign_colours
from groundwork.gui.drafts import DraftSaver
from groundwork.gui.history import HistoryDialog
from groundwork.gui.history_desk import HistoryDesk
from groundwork.gui.theme import DARK, LIGHT, Theme
from groundwork.gui.version_list import VersionList
from groundwork.learner.comparison import Row, Side, compared
from groundwork.learner.draft import Draft
from groundwork.learner.history import Reason, Version
from groundwork.packs.model import ExampleAddress, SourceFile

from .test_theme import contrast

ADDRESS = ExampleAddress("python", "lists", "grows")
MAIN = "one = 1\nprint(one)\n"
FILES = (SourceFile("main.py", MAIN), SourceFile("orders.csv", "a,b\n"))
OLDER = "two = 2\nprint(two)\n"
NOW = {"main.py": MAIN, "orders.csv": "a,b\n"}
Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Desk:
    """A window over real drafts, with the dialog that is opened from it."""

    def __init__(self, folder: Path, qtbot: QtBot, application: QApplication) -> None:
        self.folder, self.qtbot = folder, qtbot
        self.appearance = Appearance("light", 1.0)
        style.apply(application, self.appearance)
        self.window = QWidget()
        self.window.resize(1024, 600)
        self.saver = DraftSaver(folder, application)
        self.replaced: list[Draft] = []
        self.saver.replaced.connect(self.replaced.append)
        qtbot.addWidget(self.window)
        self.window.show()
        with qtbot.waitSignal(self.saver.opened):
            self.saver.open(ADDRESS, FILES)

    @property
    def place(self) -> Path:
        return self.folder / "python" / "lists" / "grows"

    def keep(
        self, texts: dict[str, str], ago: timedelta = timedelta(), reason: Reason = Reason.RUN
    ) -> Path:
        """Put a version on the disk, as if it had been kept then."""
        version = Version(datetime.now(UTC) - ago, reason, 0)
        folder = self.place / "history" / version.folder_name
        for name, text in texts.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(text.encode())
        return folder

    def open(self, now: dict[str, str] | None = None) -> HistoryDialog:
        desk = HistoryDesk(
            drafts=self.saver,
            appearance=self.appearance,
            window=self.window,
            address=ADDRESS,
            title="A list grows",
            now=NOW if now is None else now,
        )
        desk.open()
        dialog = self.dialog
        self.qtbot.waitUntil(dialog.isActiveWindow)
        self.wait(lambda: self.rows or "No earlier versions" in self.words)
        self.wait(lambda: not self.rows or self.words)
        return dialog

    @property
    def dialog(self) -> HistoryDialog:
        return self.window.findChildren(HistoryDialog)[-1]

    @property
    def version_list(self) -> VersionList:
        found = self.dialog.findChild(VersionList)
        assert isinstance(found, VersionList)
        return found

    @property
    def view(self) -> ComparisonView:
        found = self.dialog.findChild(ComparisonView)
        assert isinstance(found, ComparisonView)
        return found

    @property
    def tabs(self) -> QTabBar:
        found = self.dialog.findChild(QTabBar)
        assert isinstance(found, QTabBar)
        return found

    @property
    def rows(self) -> list[str]:
        """The list as it is heard."""
        role = Qt.ItemDataRole.AccessibleTextRole
        return [self.version_list.item(row).data(role) for row in range(self.version_list.count())]

    @property
    def words(self) -> str:
        """What the labels say."""
        labels = self.dialog.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    @property
    def lines(self) -> list[str]:
        """The comparison, with the minus that is on every keyboard."""
        return self.view.toPlainText().replace(SIGNS[Side.EARLIER], "-").split("\n")

    def button(self, text: str) -> QPushButton:
        buttons = self.dialog.findChildren(QPushButton)
        return next(button for button in buttons if button.text() == text)

    def wait(self, condition: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=20_000)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None) -> None:
        window = QGuiApplication.focusWindow()
        assert window is not None
        QTest.keyClick(window, key, modifiers or Qt.KeyboardModifier.NoModifier)

    def on_disk(self, name: str = "main.py") -> str:
        return (self.place / "work" / name).read_text()


@pytest.fixture
def desk(tmp_path: Path, qtbot: QtBot, qapp: QApplication) -> Iterator[Desk]:
    folder = tmp_path / "drafts"
    folder.mkdir()
    desk = Desk(folder, qtbot, qapp)
    yield desk
    desk.saver.close()


def test_versions_are_listed_with_their_time_and_reason_the_newest_first(desk: Desk) -> None:
    desk.keep(NOW, timedelta(days=400), Reason.CONFLICT)
    desk.keep({**NOW, "main.py": OLDER}, reason=Reason.RESET)
    dialog = desk.open()
    assert dialog.windowTitle() == "Earlier versions of “A list grows”"
    newest, oldest = desk.rows
    assert newest.startswith("Today ")
    assert newest.endswith(", before a reset")
    assert oldest.endswith(", kept when another window or program wrote")
    assert desk.version_list.hasFocus()


def test_without_versions_it_says_when_one_is_kept(desk: Desk) -> None:
    desk.open()
    assert desk.words.split("\n") == [
        "No earlier versions yet",
        "One is kept each time you run or reset this example after you have changed it.",
    ]
    assert not desk.button("Bring this version back").isVisible()
    assert desk.button("Close").hasFocus()
    desk.press(Key.Key_Return)
    desk.wait(lambda: not desk.window.findChildren(HistoryDialog))


def test_a_version_is_compared_line_by_line_with_the_text_of_now(desk: Desk) -> None:
    desk.keep({"main.py": "two = 2\nprint(one)\n"})
    desk.open()
    desk.wait(lambda: len(desk.lines) > 1)
    assert desk.lines == ["- two = 2", "+ one = 1", "  print(one)", "  "]
    assert "1 line only in this version" in desk.words
    assert "1 line only in the text of now" in desk.words
    assert desk.view.isReadOnly()


def test_the_arrow_keys_go_through_the_versions(desk: Desk) -> None:
    desk.keep({"main.py": "newer"})
    desk.keep({"main.py": "older"}, timedelta(hours=30))
    desk.open({"main.py": "now"})
    desk.wait(lambda: "- newer" in desk.lines)
    desk.press(Key.Key_Down)
    desk.wait(lambda: "- older" in desk.lines)
    assert desk.view.accessibleName().startswith("main.py of ")
    desk.press(Key.Key_Up)
    desk.wait(lambda: "- newer" in desk.lines)


def test_a_file_that_differs_is_shown_first_and_the_others_by_their_tabs(desk: Desk) -> None:
    desk.keep({"main.py": MAIN, "orders.csv": "a,b\nc,d\n"})
    desk.open()
    desk.wait(lambda: "- c,d" in desk.lines)
    tabs = desk.tabs
    assert [tabs.tabText(index) for index in range(tabs.count())] == ["main.py", "orders.csv ●"]
    assert tabs.accessibleTabName(1) == "orders.csv, differs from now"
    desk.press(Key.Key_Tab)
    desk.press(Key.Key_Left)
    desk.wait(lambda: "  one = 1" in desk.lines)
    assert "The same as the text of now." in desk.words


def test_a_version_that_is_the_text_of_now_need_not_be_brought_back(desk: Desk) -> None:
    desk.keep(NOW)
    desk.open()
    desk.wait(lambda: "The same as the text of now." in desk.words)
    assert not desk.button("Bring this version back").isEnabled()


def test_a_version_that_differs_in_the_ends_of_lines_alone_says_so(desk: Desk) -> None:
    desk.keep({"main.py": MAIN.replace("\n", "\r\n")})
    desk.open()
    desk.wait(lambda: "only what ends them differs" in desk.words)
    assert desk.button("Bring this version back").isEnabled()


def test_a_file_that_the_example_has_no_more_is_shown_all_the_same(desk: Desk) -> None:
    desk.keep({"main.py": MAIN, "gone.py": "x"})
    desk.open()
    desk.wait(lambda: "no file of this name any more" in desk.words)
    assert desk.lines[0] == "- x"


def test_enter_brings_the_selected_version_back_and_the_present_text_is_kept(desk: Desk) -> None:
    desk.keep({**NOW, "main.py": "newer"})
    desk.keep({**NOW, "main.py": OLDER}, timedelta(hours=1))
    desk.saver.note_change(ADDRESS, "main.py", "typed a moment ago")
    desk.open({**NOW, "main.py": "typed a moment ago"})
    desk.press(Key.Key_Down)
    desk.wait(lambda: "- two = 2" in desk.lines)
    desk.press(Key.Key_Return)
    desk.wait(lambda: not desk.window.findChildren(HistoryDialog))
    assert desk.replaced[-1].files[0].text == desk.on_disk() == OLDER
    kept = [folder / "main.py" for folder in (desk.place / "history").glob("*-restore-*")]
    assert [file.read_text() for file in kept] == ["typed a moment ago"]


def test_escape_leaves_everything_as_it_is(desk: Desk) -> None:
    desk.keep({**NOW, "main.py": OLDER})
    desk.open()
    desk.press(Key.Key_Escape)
    desk.wait(lambda: not desk.window.findChildren(HistoryDialog))
    assert desk.on_disk() == MAIN
    assert desk.replaced == []


def test_tab_leads_to_everything(desk: Desk) -> None:
    desk.keep({"main.py": OLDER, "orders.csv": ""})
    desk.open()
    desk.wait(lambda: desk.button("Bring this version back").isEnabled())
    back, close = desk.button("Bring this version back"), desk.button("Close")
    for stop in (desk.tabs, desk.view, back, close, desk.version_list):
        desk.press(Key.Key_Tab)
        assert QApplication.focusWidget() is stop


def test_a_version_that_is_gone_is_told_of(desk: Desk) -> None:
    desk.keep({"main.py": "newer"})
    folder = desk.keep({"main.py": "older"}, timedelta(hours=1))
    desk.open()
    desk.wait(lambda: "- newer" in desk.lines)
    folder.rename(desk.folder / "elsewhere")
    desk.press(Key.Key_Down)
    desk.wait(lambda: "cannot be read: it is not there any more." in desk.words)
    assert not desk.view.isVisible()
    assert not desk.button("Bring this version back").isEnabled()
    desk.press(Key.Key_Up)
    desk.wait(desk.view.isVisible)


def test_what_the_disk_refuses_is_told_in_the_dialog(desk: Desk) -> None:
    folder = desk.keep({"main.py": OLDER})
    desk.open()
    desk.wait(lambda: desk.button("Bring this version back").isEnabled())
    folder.rename(desk.folder / "elsewhere")
    desk.press(Key.Key_Return)
    desk.wait(lambda: "cannot be saved now" in desk.words)
    assert desk.on_disk() == MAIN
    assert desk.button("Bring this version back").isEnabled()
    (desk.folder / "elsewhere").rename(folder)
    desk.press(Key.Key_Return)
    desk.wait(lambda: desk.on_disk() == OLDER)


def test_a_text_that_changes_meanwhile_is_the_text_of_now(desk: Desk) -> None:
    desk.keep({"main.py": OLDER})
    desk.open()
    desk.wait(lambda: "+ one = 1" in desk.lines)
    (desk.place / "work" / "main.py").write_text("from outside\n")
    desk.wait(lambda: "+ from outside" in desk.lines)


def test_what_is_copied_has_no_signs(desk: Desk) -> None:
    desk.keep({"main.py": "😀 = 2\nprint(one)\n"})
    desk.open()
    desk.wait(lambda: "+ one = 1" in desk.lines)
    desk.view.setFocus()
    desk.press(Key.Key_A, CTRL)
    desk.press(Key.Key_C, CTRL)
    assert QGuiApplication.clipboard().text() == "😀 = 2\none = 1\nprint(one)\n"


@pytest.mark.parametrize("text", ["a\0b", "\ufdd0\ufdd1", "\u2028", "\x0b\x0c\x1c\x85", "\ud800"])
def test_odd_letters_stay_in_their_line(qtbot: QtBot, text: str) -> None:
    view = ComparisonView(Appearance("light", 1.0))
    qtbot.addWidget(view)
    view.show_rows([Row(Side.NOW, text), Row(Side.BOTH, "next")])
    assert view.blockCount() == 2
    assert view.document().findBlockByNumber(1).text() == "  next"


def test_signs_do_not_colour_what_is_shown_next(qtbot: QtBot) -> None:
    view = ComparisonView(Appearance("light", 1.0))
    qtbot.addWidget(view)
    for text in ("first", "second"):
        view.show_rows(compared(text, "now"))
    block = view.document().firstBlock()
    formats = [(part.length, part.format.fontWeight()) for part in block.textFormats()]
    assert [length for length, _ in formats] == [2, len("second")]
    assert formats[1][1] != formats[0][1]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_signs_and_text_stand_out_from_their_ground(theme: Theme) -> None:
    for ink, ground in sign_colours(theme).values():
        assert contrast(ink, ground) >= 4.5
        assert contrast(theme.text, ground) >= 4.5


def test_the_colours_follow_the_theme(desk: Desk) -> None:
    desk.keep({"main.py": OLDER})
    desk.open()
    desk.wait(lambda: "+ one = 1" in desk.lines)
    desk.appearance.choose_theme("dark")
    ground = desk.view.document().firstBlock().blockFormat().background().color().name()
    assert ground.upper() == sign_colours(DARK)[Side.EARLIER][1]
    assert sign_colours(DARK)[Side.EARLIER][0] in desk.words


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_fits_into_a_small_window_at_any_size_of_text(desk: Desk, scale: float) -> None:
    desk.appearance.choose_text_scale(scale)
    for hours in range(30):
        desk.keep({**NOW, "main.py": "x" * 500}, timedelta(hours=hours), Reason.CONFLICT)
    dialog = desk.open()
    assert dialog.width() <= desk.window.width()
    assert dialog.height() <= desk.window.height()
    for button in dialog.findChildren(QPushButton):
        assert button.height() >= button.sizeHint().height()
        assert dialog.rect().contains(button.geometry())
    assert desk.version_list.width() < desk.view.width()


def test_everything_has_a_name_for_the_ear(desk: Desk) -> None:
    desk.keep({"main.py": OLDER, "orders.csv": ""})
    dialog = desk.open()
    kinds = (QAbstractButton, QPlainTextEdit, VersionList, QTabBar)
    for widget in (w for kind in kinds for w in dialog.findChildren(kind) if w.isVisible()):
        interface = QAccessible.queryAccessibleInterface(widget)
        assert interface.text(QAccessible.Text.Name)


def test_a_disk_that_does_not_answer_leaves_no_other_version_to_be_seen(desk: Desk) -> None:
    dialog = HistoryDialog(desk.appearance, "A list grows", NOW, desk.window)
    first, second = (Version(datetime(2026, 1, day, tzinfo=UTC), Reason.RUN, 0) for day in (2, 1))
    dialog.open()
    desk.wait(dialog.isActiveWindow)
    dialog.show_versions([first, second])
    dialog.show_texts(first, {"main.py": "first"})
    assert desk.view.isVisible()
    desk.press(Key.Key_Down)
    desk.wait(lambda: "Reading this version…" in desk.words)
    assert not desk.view.isVisible()
    dialog.show_texts(first, {"main.py": "first"})
    assert not desk.view.isVisible()
    dialog.show_texts(second, {"main.py": "second"})
    assert "- second" in desk.lines
    dialog.close()
