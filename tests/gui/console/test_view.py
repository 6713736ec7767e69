import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QTextCursor
from pytestqt.qtbot import QtBot

from groundwork.gui.appearance import Appearance
from groundwork.gui.console.view import ConsoleView
from groundwork.running.lines import Source
from groundwork.running.terminal import MAXIMUM_LINES, Terminal


class Console:
    """A console in a window, fed through a terminal as a run feeds it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.appearance = Appearance("light", 1.0)
        self.view = ConsoleView(self.appearance)
        self.view.resize(700, 400)
        self.terminal = Terminal()
        self.entered: list[str] = []
        self.view.line_entered.connect(self.entered.append)
        qtbot.addWidget(self.view)
        with qtbot.waitActive(self.view):
            self.view.show()
            self.view.activateWindow()
        self.view.setFocus()

    def prints(self, text: str, source: Source = Source.OUTPUT) -> None:
        self.terminal.feed(text, source)
        self.view.apply(self.terminal.take())

    @property
    def room_below_end(self) -> int:
        """Pixels that stay free below the last line that is not empty."""
        cursor = QTextCursor(self.view.document())
        cursor.setPosition(len(self.text.rstrip("\n")))
        return self.view.viewport().height() - self.view.cursorRect(cursor).bottom()

    @property
    def text(self) -> str:
        return self.view.toPlainText()


@pytest.fixture
def console(qtbot: QtBot) -> Console:
    return Console(qtbot)


def test_output_grows_and_the_last_line_changes_in_place(console: Console) -> None:
    console.prints("one\n10 %")
    console.prints("\r20 %")
    console.prints("\r100 %\ntwo")
    assert console.text == "one\n100 %\ntwo"


def test_typed_text_stays_behind_output_that_comes_meanwhile(
    console: Console, qtbot: QtBot
) -> None:
    console.view.set_takes_input(takes_input=True)
    console.prints("Name? ")
    qtbot.keyClicks(console.view, "Ad")
    console.prints("\nstill working\nName? ")
    qtbot.keyClicks(console.view, "a")
    assert console.text == "Name? \nstill working\nName? Ada"
    qtbot.keyClick(console.view, Qt.Key.Key_Return)
    assert console.entered == ["Ada"]
    assert console.text.endswith("Name? ")


def test_output_cannot_be_edited(console: Console, qtbot: QtBot) -> None:
    console.view.set_takes_input(takes_input=True)
    console.prints("fixed\n> ")
    cursor = console.view.textCursor()
    cursor.setPosition(2)
    console.view.setTextCursor(cursor)
    qtbot.keyClicks(console.view, "x")
    for key in (Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace):
        qtbot.keyClick(console.view, key)
    assert console.text == "fixed\n> "
    console.view.selectAll()
    qtbot.keyClick(console.view, Qt.Key.Key_Delete)
    qtbot.keyClick(console.view, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    assert console.text == "fixed\n> "


def test_without_a_program_nothing_can_be_typed(console: Console, qtbot: QtBot) -> None:
    console.prints("done\n")
    qtbot.keyClicks(console.view, "abc")
    assert console.text == "done\n"


def test_earlier_lines_come_back_with_the_arrow_keys(console: Console, qtbot: QtBot) -> None:
    console.view.set_takes_input(takes_input=True)
    for line in ("first", "second"):
        qtbot.keyClicks(console.view, line)
        qtbot.keyClick(console.view, Qt.Key.Key_Return)
    qtbot.keyClick(console.view, Qt.Key.Key_Up)
    qtbot.keyClick(console.view, Qt.Key.Key_Up)
    assert console.view.typed_text() == "first"
    qtbot.keyClick(console.view, Qt.Key.Key_Down)
    assert console.view.typed_text() == "second"


def test_pasted_lines_are_entered_one_by_one(console: Console) -> None:
    console.view.set_takes_input(takes_input=True)
    pasted = QMimeData()
    pasted.setText("1\n2\nrest")
    console.view.insertFromMimeData(pasted)
    assert console.entered == ["1", "2"]
    assert console.view.typed_text() == "rest"


def test_control_c_interrupts_only_when_nothing_is_selected(console: Console, qtbot: QtBot) -> None:
    console.prints("some output\n")
    console.view.selectAll()
    with qtbot.assertNotEmitted(console.view.interrupt_requested):
        qtbot.keyClick(console.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "some output\n"
    console.view.moveCursor(QTextCursor.MoveOperation.End)
    with qtbot.waitSignal(console.view.interrupt_requested):
        qtbot.keyClick(console.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)


def test_control_d_ends_the_input_with_what_was_typed(console: Console, qtbot: QtBot) -> None:
    console.view.set_takes_input(takes_input=True)
    qtbot.keyClicks(console.view, "rest")
    with qtbot.waitSignal(console.view.end_of_input_requested) as asked:
        qtbot.keyClick(console.view, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert asked.args == ["rest"]


def test_a_traceback_line_leads_to_its_place(console: Console, qtbot: QtBot) -> None:
    console.view.set_folder("/home/ada/work")
    console.prints('  File "/home/ada/work/shop/prices.py", line 12, in total\n', Source.ERROR)
    assert console.text.startswith('  File "shop/prices.py", line 12')
    cursor = console.view.textCursor()
    cursor.setPosition(14)
    place: QPoint = console.view.cursorRect(cursor).center()
    with qtbot.waitSignal(console.view.location_activated) as chosen:
        qtbot.mouseClick(console.view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert chosen.args == ["shop/prices.py", 12]


def test_the_view_follows_the_output_unless_the_reader_looks_back(console: Console) -> None:
    console.prints("".join(f"{n}\n" for n in range(500)))
    bar = console.view.verticalScrollBar()
    assert console.room_below_end in range(20)
    bar.setValue(10)
    console.prints("more\n")
    assert bar.value() == 10


def test_only_the_last_lines_are_kept(console: Console) -> None:
    for start in range(0, 3 * MAXIMUM_LINES, 1000):
        console.prints("".join(f"line {n}\n" for n in range(start, start + 1000)))
    assert console.view.blockCount() == MAXIMUM_LINES
    console.prints("x\ry")
    assert console.text.endswith(f"line {3 * MAXIMUM_LINES - 1}\ny")


def test_a_long_line_says_how_much_is_hidden(console: Console) -> None:
    console.prints("x" * 10_000_000)
    assert console.text.endswith("… 9,998,000 more characters in this line")


def test_the_view_follows_lines_that_are_broken_too(console: Console, qtbot: QtBot) -> None:
    bar = console.view.verticalScrollBar()
    for _ in range(6):
        console.prints("".join(f"{'wide ' * 60}{n}\n" for n in range(700)))
        console.view.grab()
        qtbot.waitUntil(lambda: console.room_below_end in range(40))
    console.view.resize(console.view.width() // 2, console.view.height())
    console.view.grab()
    qtbot.waitUntil(lambda: console.room_below_end in range(40))
    bar.setValue(bar.maximum() // 2)
    console.prints("more\n")
    assert bar.value() < bar.maximum() * 2 // 3


def test_colours_follow_the_theme(console: Console) -> None:
    console.prints("\x1b[32mgood\x1b[0m\n")

    def colour() -> str:
        cursor = QTextCursor(console.view.document())
        cursor.setPosition(2)
        return cursor.charFormat().foreground().color().name().upper()

    assert colour() == console.appearance.theme.good
    console.appearance.choose_theme("dark")
    assert colour() == console.appearance.theme.good


def test_text_that_qt_takes_for_its_own_does_no_harm(console: Console) -> None:
    console.prints("a\u2029b\u2028c\ufdd0d\ufffce\0f")
    assert console.text == "a\ufffdb\ufffdc\ufffdd\ufffde␀f"
