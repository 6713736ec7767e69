"""The list of problems below the editor: read, walked through, and emptied."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTabBar
from tests.gui.editor.desk import SECOND

from groundwork.aids import COMPLETION, PROBLEMS

from .mender import Mender

Open = Callable[..., Mender]
Key = Qt.Key


def words(mender: Mender) -> str:
    labels = mender.page.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def tab(mender: Mender) -> str:
    tabs = mender.panel.findChild(QTabBar)
    assert isinstance(tabs, QTabBar)
    return tabs.tabText(tabs.count() - 1)


def test_the_tab_counts_and_the_list_tells(mender_with: Open) -> None:
    mender = mender_with("import json\nprint(total)\n")
    mender.show_list()
    mender.wait(lambda: tab(mender) == "Problems 2")
    assert [name.partition(":")[0] for name in mender.listed] == [
        "Error \u00b7 line 2",
        "Worth a look \u00b7 line 1",
    ]
    assert mender.button(1).text() == "Remove the import"
    assert mender.button(0).isHidden()


def test_without_problems_the_list_says_so(mender_with: Open) -> None:
    mender = mender_with("print(1)\n")
    mender.show_list()
    mender.wait_until_looked_at()
    assert tab(mender) == "Problems"
    assert "Nothing to mend" in words(mender)


def test_the_button_mends(mender_with: Open) -> None:
    mender = mender_with("import json\nprint(1)\n")
    mender.show_list()
    mender.wait(lambda: mender.rows)
    mender.button(0).click()
    assert mender.desk.text == "print(1)\n"
    mender.wait(lambda: tab(mender) == "Problems")
    assert mender.listed == []


def test_the_list_is_walked_through_with_keys(mender_with: Open) -> None:
    mender = mender_with("print(aa)\nprint(bb)\nprint(cc)\n")
    mender.show_list()
    mender.wait(lambda: len(mender.rows) == 3)
    mender.panel.activateWindow()
    mender.page.setFocus()
    mender.wait(mender.rows[0].hasFocus)
    QTest.keyClick(mender.rows[0], Key.Key_Down)
    assert mender.rows[1].hasFocus()
    QTest.keyClick(mender.rows[1], Key.Key_Return)
    assert mender.desk.editor.cursor_place() == (2, 6)


def test_a_click_leads_to_the_place(mender_with: Open) -> None:
    mender = mender_with("x = 1\nprint(aa, x)\n")
    mender.show_list()
    mender.wait(lambda: mender.rows)
    QTest.mouseClick(mender.rows[0], Qt.MouseButton.LeftButton)
    assert mender.desk.editor.cursor_place() == (2, 6)


def test_other_files_of_the_example_are_looked_at_too(mender_with: Open) -> None:
    mender = mender_with()
    mender.desk.open({"main.py": "print(1)\n", "prices.py": "import json\nx = 1\n"}, SECOND)
    mender.show_list()
    mender.wait(lambda: mender.rows)
    assert mender.listed[0].startswith("Worth a look \u00b7 line 1 of prices.py: ")
    mender.button(0).click()
    mender.wait(lambda: mender.desk.pane.texts()["prices.py"] == "x = 1\n")
    assert mender.desk.pane.current == "prices.py"


def test_a_file_that_hides_a_module_is_in_the_list_and_not_underlined(mender_with: Open) -> None:
    mender = mender_with()
    mender.desk.open({"random.py": "print(1)\n"}, SECOND)
    mender.show_list()
    mender.wait(lambda: mender.rows)
    assert "a module of Python" in mender.listed[0]
    assert mender.marked == []


def test_a_file_too_long_is_said_to_be(mender_with: Open) -> None:
    mender = mender_with("# " + "x" * 90 + "\n")
    mender.desk.open({"main.py": ("# " + "x" * 90 + "\n") * 4000}, SECOND)
    mender.show_list()
    assert "main.py has more than 300 kB" in words(mender)


def test_an_example_without_python_is_said_to_be(mender_with: Open) -> None:
    mender = mender_with()
    mender.desk.open({"notes.txt": "if x\n"}, SECOND)
    mender.show_list()
    assert "there is none here" in words(mender)


def test_switched_off_the_list_says_why(mender_with: Open) -> None:
    mender = mender_with("print(aa)\n")
    mender.show_list()
    mender.wait(lambda: mender.rows)
    mender.desk.workplace.set_allowed(frozenset({COMPLETION}), {PROBLEMS: "Off in this lesson."})
    assert mender.listed == []
    assert "Off in this lesson." in words(mender)
    assert tab(mender) == "Problems"


def test_a_long_list_is_cut_and_says_so(mender_with: Open) -> None:
    mender = mender_with("".join(f"print(name{number})\n" for number in range(60)))
    mender.show_list()
    mender.wait(lambda: tab(mender) == "Problems 60")
    assert len(mender.rows) == 40
    assert "And 20 more." in words(mender)


def test_the_focus_stays_in_the_list_when_a_row_goes(mender_with: Open) -> None:
    mender = mender_with("import json\nimport math\n")
    mender.show_list()
    mender.wait(lambda: len(mender.rows) == 2)
    mender.panel.activateWindow()
    mender.page.setFocus()
    mender.wait(mender.rows[0].hasFocus)
    mender.desk.pane.replace_text(SECOND._replace(example_id="first"), "main.py", "import math\n")
    mender.wait(lambda: len(mender.rows) == 1)
    assert mender.rows[0].hasFocus()


def test_more_problems_than_are_counted_are_called_many(mender_with: Open) -> None:
    mender = mender_with("".join(f"print(name{number})\n" for number in range(120)))
    mender.show_list()
    mender.wait(lambda: tab(mender) == "Problems 99+")
    assert "And many more." in words(mender)
