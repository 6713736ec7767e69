"""Names in the code lead to their definitions, their uses and other names."""

from __future__ import annotations

from pathlib import Path

import psutil
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTabBar, QWidget

from groundwork.gui.editor.look import BOUND, LINK, OCCURRENCE
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.names.arrows import Arrows
from groundwork.gui.language.names.prompt import Prompt
from groundwork.gui.language.names.row_list import RowList
from groundwork.settings import load_settings

from .conftest import OpenOn, OpenWindow
from .lessons import FENCE, example
from .seat import ALT, CTRL, NONE, SHIFT, Key, Seat

SHOP = f"""\
{FENCE}python example id=shop title="Shop"
import prices

def total(count):
    return count * prices.TEA

print(total(2))
{FENCE}

{FENCE}python example id=shop file=prices.py
TEA = 3
{FENCE}

"""
FASTAPI = "from fastapi import FastAPI\n\napp = FastAPI()\nprint(type(app).__name__)\n"


def point_at(seat: Seat, text: str) -> QPoint:
    """Where the first letter of the text is painted in the view."""
    position = len(seat.code[: seat.code.index(text)].encode())
    view = seat.app.editor.code.view
    left = view.send(Message.POINTXFROMPOSITION, 0, position)
    top = view.send(Message.POINTYFROMPOSITION, 0, position)
    return QPoint(left + 3, top + 5)


def put_cursor(seat: Seat, before: str) -> None:
    """Put the keyboard into the editor and the cursor before the text."""
    seat.press(Key.Key_E, ALT)
    seat.wait(lambda: seat.has_focus(seat.app.editor))
    position = len(seat.code[: seat.code.index(before)].encode())
    seat.app.editor.code.view.send(Message.GOTOPOS, position)


def underlined(seat: Seat) -> str:
    """The name that is shown as a link; empty where none is."""
    view = seat.app.editor.code.view
    start = view.send(Message.INDICATOREND, LINK, 0)
    end = view.send(Message.INDICATOREND, LINK, start)
    return view.slice(start, end).decode() if start < end else ""


def viewport_click(seat: Seat, point: QPoint, modifiers: Qt.KeyboardModifier) -> None:
    viewport = seat.app.editor.code.view.area.viewport()
    place = viewport.mapTo(seat.window, point)
    handle = seat.window.windowHandle()
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, modifiers, place)


def move_pointer(seat: Seat, text: str) -> None:
    """Let the pointer go to the text: at once, and not by way of the window system."""
    viewport = seat.app.editor.code.view.area.viewport()
    QTest.mouseMove(seat.window.windowHandle(), viewport.mapTo(seat.window, point_at(seat, text)))


def test_f12_leads_to_the_definition_and_alt_f12_back(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, "total(2)")
    seat.press(Key.Key_F12)
    seat.wait(lambda: seat.place == ("main.py", 3))
    seat.press(Key.Key_F12, ALT)
    assert seat.place == ("main.py", 6)


def test_f12_leads_into_another_file_of_the_example(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, "TEA")
    seat.press(Key.Key_F12)
    seat.wait(lambda: seat.place == ("prices.py", 1))
    assert seat.has_focus(seat.app.editor)
    seat.press(Key.Key_F12, ALT)
    assert seat.place == ("main.py", 4)


def test_with_ctrl_a_name_is_a_link(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, "import")
    move_pointer(seat, "total(2)")
    assert underlined(seat) == ""
    move_pointer(seat, "import")
    QTest.keyPress(seat.window.windowHandle(), Key.Key_Control, CTRL)
    assert underlined(seat) == ""
    QTest.keyRelease(seat.window.windowHandle(), Key.Key_Control, NONE)
    move_pointer(seat, "total(2)")
    QTest.keyPress(seat.window.windowHandle(), Key.Key_Control, CTRL)
    seat.wait(lambda: underlined(seat) == "total")
    QTest.keyRelease(seat.window.windowHandle(), Key.Key_Control, NONE)
    assert underlined(seat) == ""
    viewport_click(seat, point_at(seat, "total(2)"), CTRL)
    seat.wait(lambda: seat.place == ("main.py", 3))


def test_a_library_opens_in_a_tab_that_cannot_be_changed(open_on: OpenOn, home: Path) -> None:
    seat = open_on(example("web", FASTAPI) + "\n" + example("other", "print(2)\n"))
    put_cursor(seat, "FastAPI()")
    seat.press(Key.Key_F12)
    seat.wait(lambda: seat.app.editor.library_file.endswith("applications.py"))
    assert seat.file_tabs == ["main.py", "applications.py"]
    assert "class FastAPI(Starlette)" in line_in_sight(seat)
    seat.type("x")
    assert "not changed" in seat.status
    assert seat.code == FASTAPI
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    assert "FastAPI" in seat.output
    assert {file.name for file in home.rglob("*.py")} == {"main.py"}
    card = seat.card("Other")
    assert card is not None
    seat.app.practice.open(card.example)
    seat.wait_for_example("other")
    assert seat.file_tabs == ["main.py"]
    assert not list(home.rglob("applications.py"))


def line_in_sight(seat: Seat) -> str:
    """The line of the cursor."""
    view = seat.app.editor.code.view
    line = seat.app.editor.code.cursor_place()[0] - 1
    start = view.send(Message.POSITIONFROMLINE, line)
    return view.slice(start, view.send(Message.GETLINEENDPOSITION, line)).decode()


def test_from_a_library_the_way_goes_on_and_back(open_on: OpenOn) -> None:
    seat = open_on(example("web", FASTAPI))
    put_cursor(seat, "FastAPI()")
    seat.press(Key.Key_F12)
    seat.wait(lambda: "class FastAPI(" in line_in_sight(seat))
    seat.press(Key.Key_Right, times=len("FastAPI("))
    seat.press(Key.Key_F12)
    seat.wait(lambda: "class Starlette" in line_in_sight(seat))
    seat.press(Key.Key_F12, ALT)
    seat.wait(lambda: "class FastAPI(" in line_in_sight(seat))
    seat.type("y")
    assert "not changed" in seat.status
    seat.press(Key.Key_F12, ALT)
    assert seat.place == ("main.py", 3)
    assert not seat.app.editor.library_file
    assert seat.status == "ready"
    seat.type("y")
    assert "yFastAPI()" in seat.code


@pytest.mark.parametrize("is_by_key", [True, False])
def test_the_tab_of_a_library_can_be_closed(open_on: OpenOn, is_by_key: bool) -> None:  # noqa: FBT001 - pytest's
    seat = open_on(example("web", FASTAPI))
    put_cursor(seat, "FastAPI()")
    seat.press(Key.Key_F12)
    seat.wait(lambda: seat.file_tabs == ["main.py", "applications.py"])
    if is_by_key:
        seat.press(Key.Key_W, CTRL)
    else:
        seat.click("Close applications.py")
    assert seat.file_tabs == ["main.py"]
    assert not seat.app.editor.library_file
    (bar,) = (one for one in seat.app.editor.findChildren(QTabBar) if one.isVisible())
    assert bar.currentIndex() == 0


def test_what_has_no_source_is_said_in_the_status_line(open_on: OpenOn) -> None:
    seat = open_on(example("one", "print(len([]))\n"))
    put_cursor(seat, "len")
    seat.press(Key.Key_F12)
    seat.wait_for_status("built into Python")
    assert not seat.dialogs


def prompt(seat: Seat) -> Prompt | None:
    """What is open over the code to be worked with."""
    found = (one for one in seat.window.findChildren(Prompt) if one.isVisible())
    return next(found, None)


def heard(seat: Seat, panel: QWidget) -> list[str]:
    """The rows of the list in a panel, as they are spoken; headings too."""
    del seat
    (rows,) = panel.findChildren(RowList)
    return [row.spoken for row in rows.lines.rows]


def begin_rename(seat: Seat, before: str) -> Prompt:
    """Press F2 on the name and wait for the field."""
    put_cursor(seat, before)
    seat.press(Key.Key_F2)
    seat.wait(lambda: prompt(seat))
    field = prompt(seat)
    assert field is not None
    return field


def test_f2_renames_a_name_in_all_files_after_showing_every_change(
    open_on: OpenOn, home: Path
) -> None:
    seat = open_on(SHOP)
    begin_rename(seat, "TEA")
    seat.type("COST\n")
    seat.wait_for_dialog()
    assert heard(seat, seat.dialogs[0]) == [
        "main.py",
        "line 4: return count * prices.TEA, becomes return count * prices.COST",
        "prices.py",
        "line 1: TEA = 3, becomes COST = 3",
    ]
    assert "2 places change in 2 files" in seat.labels(seat.dialogs[0])
    seat.press(Key.Key_Return)
    seat.wait(lambda: not seat.dialogs)
    seat.activate()
    texts = seat.app.editor.texts()
    assert "prices.COST" in texts["main.py"]
    assert texts["prices.py"] == "COST = 3\n"
    seat.wait(lambda: any("COST" in file.read_text() for file in home.rglob("prices.py")))
    seat.press(Key.Key_F5)
    seat.wait_for_status("exit code 0")
    assert seat.output.strip() == "6"
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_Z, CTRL)
    assert "prices.TEA" in seat.code


def test_a_name_out_of_sight_comes_into_sight_to_be_renamed(open_on: OpenOn) -> None:
    seat = open_on(example("one", "tea = 1\n" + "\n" * 200 + "print(tea)\n"))
    put_cursor(seat, "tea")
    seat.app.editor.code.view.send(Message.SETFIRSTVISIBLELINE, 150)
    seat.press(Key.Key_F2)
    seat.wait(lambda: prompt(seat))
    assert seat.app.editor.code.view.send(Message.GETFIRSTVISIBLELINE) == 0


def test_a_rename_can_be_called_off(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    before = seat.app.editor.texts()
    begin_rename(seat, "total")
    seat.type("x")
    seat.press(Key.Key_Escape)
    assert prompt(seat) is None
    assert seat.has_focus(seat.app.editor)
    begin_rename(seat, "total")
    seat.type("amount\n")
    seat.wait_for_dialog()
    seat.press(Key.Key_Escape)
    seat.wait(lambda: not seat.dialogs)
    seat.activate()
    assert seat.app.editor.texts() == before


@pytest.mark.parametrize(
    ("name", "words"), [("1x", "cannot be a name"), ("for", "the language itself")]
)
def test_an_unfit_name_is_refused_in_the_field(open_on: OpenOn, name: str, words: str) -> None:
    seat = open_on(SHOP)
    field = begin_rename(seat, "count")
    seat.type(f"{name}\n")
    seat.wait(lambda: words in seat.labels(field))
    assert not seat.dialogs


def test_a_name_that_exists_is_used_only_knowingly(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    begin_rename(seat, "total")
    seat.type("prices\n")
    seat.wait_for_dialog()
    assert "prices is a name already" in seat.labels(seat.dialogs[0])
    seat.click("Rename anyway")
    seat.wait(lambda: not seat.dialogs)
    seat.activate()
    seat.wait(lambda: "def prices(count)" in seat.code)


@pytest.mark.parametrize("name", ["print", "import", "prices"])
def test_what_cannot_be_renamed_is_said_in_the_status_line(open_on: OpenOn, name: str) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, name)
    seat.press(Key.Key_F2)
    seat.wait_for_status("rename" if name == "import" else "so it")
    assert prompt(seat) is None
    assert not seat.dialogs


def test_what_may_be_the_same_name_is_renamed_when_it_is_ticked(open_on: OpenOn) -> None:
    code = "class Tea:\n    def pour(self):\n        pass\n\ndef serve(it):\n    it.pour()\n"
    seat = open_on(example("one", code))
    begin_rename(seat, "pour")
    seat.type("fill\n")
    seat.wait_for_dialog()
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Space)
    assert "2 places change" in seat.labels(seat.dialogs[0])
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.code == code.replace("pour", "fill"))


def test_shift_f12_lists_all_uses_and_leads_to_one(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, "TEA")
    seat.press(Key.Key_F12, SHIFT)
    seat.wait(lambda: prompt(seat))
    shown = prompt(seat)
    assert shown is not None
    assert heard(seat, shown) == [
        "main.py",
        "line 4: return count * prices.TEA",
        "prices.py",
        "line 1: TEA = 3 set here",
    ]
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.place == ("prices.py", 1))
    assert seat.has_focus(seat.app.editor)
    assert prompt(seat) is None
    seat.press(Key.Key_F12, ALT)
    assert seat.place == ("main.py", 4)


def test_a_use_is_gone_to_with_a_click_and_escape_closes_the_list(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, "total(2)")
    for close in (True, False):
        seat.press(Key.Key_F12, SHIFT)
        seat.wait(lambda: prompt(seat))
        shown = prompt(seat)
        assert shown is not None
        if close:
            seat.press(Key.Key_Escape)
            assert prompt(seat) is None
            assert seat.place == ("main.py", 6)
        else:
            (rows,) = shown.findChildren(RowList)
            seat.click(rows.viewport(), rows.visualRect(rows.model().index(0, 0)).center())
    seat.wait(lambda: seat.place == ("main.py", 3))


def test_f12_on_a_definition_lists_its_uses(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, "total(count)")
    seat.press(Key.Key_F12)
    seat.wait(lambda: prompt(seat))


def test_the_outline_leads_to_what_is_typed_and_shows_it_on_the_way(open_on: OpenOn) -> None:
    code = "A = 1\n" + "\n" * 50 + "class Tea:\n    def pour(self):\n        pass\n\ndef serve():\n"
    seat = open_on(example("one", code))
    put_cursor(seat, "A")
    seat.press(Key.Key_O, CTRL | SHIFT)
    seat.wait(lambda: prompt(seat))
    shown = prompt(seat)
    assert shown is not None
    assert heard(seat, shown) == [
        "variable A 1",
        "class Tea 52",
        "method pour 53",
        "function serve 56",
    ]
    seat.press(Key.Key_Down)
    assert seat.place == ("main.py", 52)
    seat.press(Key.Key_Escape)
    assert seat.place == ("main.py", 1)
    seat.press(Key.Key_O, CTRL | SHIFT)
    seat.wait(lambda: prompt(seat))
    seat.type("po\n")
    seat.wait(lambda: seat.place == ("main.py", 53))
    assert seat.has_focus(seat.app.editor)
    seat.press(Key.Key_F12, ALT)
    assert seat.place == ("main.py", 1)


def marked(seat: Seat, indicator: int) -> list[tuple[int, str]]:
    """Line and text of each stretch that an indicator stands on."""
    view, found, start = seat.app.editor.code.view, [], 0
    length = view.send(Message.GETLENGTH)
    while start < length:
        end = view.send(Message.INDICATOREND, indicator, start) or length
        if view.send(Message.INDICATORVALUEAT, indicator, start):
            line = view.send(Message.LINEFROMPOSITION, start) + 1
            found.append((line, view.slice(start, end).decode()))
        start = end
    return found


def test_only_what_means_the_same_is_marked_and_bindings_differ(open_on: OpenOn) -> None:
    code = "n = 1\n\ndef f(n):\n    n += 1\n    return n, 'n', '中😀', n\n\nprint(f(n))\n"
    seat = open_on(example("one", code))
    put_cursor(seat, "n, 'n'")
    seat.wait(lambda: marked(seat, BOUND) == [(3, "n"), (4, "n")])
    assert marked(seat, OCCURRENCE) == [(5, "n"), (5, "n")]
    put_cursor(seat, "n = 1")
    seat.wait(lambda: marked(seat, BOUND) == [(1, "n")])
    assert marked(seat, OCCURRENCE) == [(7, "n")]
    seat.press(Key.Key_Down)
    seat.wait(lambda: not marked(seat, BOUND) and not marked(seat, OCCURRENCE))


def arrows(seat: Seat) -> list[tuple[int, int]]:
    """The positions that arrows lead from and to."""
    found = seat.window.findChildren(Arrows)
    return [(one.bound[0], one.used[0]) for each in found for one in each.arrows]


def choose_arrows(seat: Seat) -> None:
    """Choose in the menu of the window that arrows are drawn, or that they are not."""
    named = (one for one in seat.window.findChildren(QAction) if "Arrows" in one.text())
    action = next(named, None) or next(
        one for one in seat.app.commands.findChildren(QAction) if "Arrows" in one.text()
    )
    action.trigger()


def test_arrows_lead_from_a_name_to_its_uses_once_they_are_chosen(open_on: OpenOn) -> None:
    code = "tea = 1\nprint(tea, 'tea')\ntea = 2\nprint(tea)\n" + "x = tea\n" * 200
    seat = open_on(example("one", code))
    viewport = seat.app.editor.code.view.area.viewport()
    put_cursor(seat, "tea = 1")
    seat.wait(lambda: marked(seat, BOUND))
    assert arrows(seat) == []
    plain = viewport.window().grab().toImage()
    choose_arrows(seat)
    seat.wait(lambda: arrows(seat))
    assert arrows(seat)[:3] == [(0, code.index("tea,")), (26, code.index("tea)")), (26, 49)]
    assert viewport.window().grab().toImage() != plain
    viewport_click(seat, point_at(seat, "print(tea)"), NONE)
    seat.wait(lambda: seat.place == ("main.py", 4))
    seat.type("y")
    seat.wait(lambda: not arrows(seat))
    choose_arrows(seat)
    assert not any(one.isVisible() for one in seat.window.findChildren(Arrows))


def test_the_choice_of_arrows_is_remembered(open_window: OpenWindow, home: Path) -> None:
    choose_arrows(open_window())
    assert load_settings(home / "data" / "settings.json").shows_arrows


def test_folded_code_and_long_lines_are_no_hindrance(open_on: OpenOn) -> None:
    code = (
        "def f():\n    tea = 1\n    return tea\n\nx = '中é😀'; tea = 2; y = ["
        + "0, " * 500
        + "tea]\n"
    )
    seat = open_on(example("one", code))
    choose_arrows(seat)
    put_cursor(seat, "def f")
    seat.app.editor.code.view.send(Message.TOGGLEFOLDSHOWTEXT, 0, b"")
    put_cursor(seat, "tea = 2")
    seat.wait(lambda: marked(seat, OCCURRENCE) == [(5, "tea")])
    assert marked(seat, BOUND) == [(5, "tea")]
    seat.wait(lambda: arrows(seat))
    seat.press(Key.Key_F2)
    seat.wait(lambda: prompt(seat))
    seat.type("cups\n")
    seat.wait_for_dialog()
    seat.press(Key.Key_Return)
    seat.wait(lambda: "😀'; cups = 2;" in seat.code and "0, cups]" in seat.code)
    assert "    return tea\n" in seat.code
    assert not seat.app.editor.code.view.send(Message.GETLINEVISIBLE, 1), "it is folded still"


def test_the_menu_of_the_code_offers_the_ways_from_a_name(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, "total(2)")
    code = seat.app.editor.code
    possible = {one.text.partition("\t")[2]: one.is_possible() for one in code.offers}
    assert [possible[key] for key in ("F12", "Shift+F12", "F2", "Ctrl+Shift+O")] == [True] * 4
    put_cursor(seat, "import")
    possible = {one.text.partition("\t")[2]: one.is_possible() for one in code.offers}
    assert [possible[key] for key in ("F12", "F2", "Ctrl+Shift+O")] == [False, False, True]


def test_nothing_is_renamed_in_files_that_have_changed_since(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    begin_rename(seat, "total")
    seat.type("amount\n")
    seat.wait_for_dialog()
    address = seat.app.editor.example
    assert address is not None
    seat.app.editor.replace_text(address, "prices.py", "TEA = 4\n")
    seat.press(Key.Key_Return)
    seat.wait_for_status("changed meanwhile")
    assert "amount" not in seat.code


def test_the_place_of_the_learner_is_never_in_a_library(open_on: OpenOn) -> None:
    seat = open_on(example("web", FASTAPI))
    put_cursor(seat, "FastAPI()")
    seat.press(Key.Key_F12)
    seat.wait(lambda: seat.app.editor.library_file)
    seat.app.memory.keep()
    place = seat.app.session.place
    assert place is not None
    assert (place.file, place.line, Path(place.path).name) == ("main.py", 3, "main.py")


def test_a_worker_that_dies_is_no_harm(open_on: OpenOn) -> None:
    seat = open_on(SHOP)
    put_cursor(seat, "total(2)")
    seat.wait(lambda: seat.app.language.worker.process_id)
    for key in (Key.Key_F12, Key.Key_F2):
        psutil.Process(seat.app.language.worker.process_id).kill()
        seat.press(key)
        seat.press(Key.Key_Escape)
        seat.wait(lambda: seat.app.language.worker.process_id)
    put_cursor(seat, "total(2)")
    seat.press(Key.Key_F12)
    seat.wait(lambda: seat.place == ("main.py", 3))
