"""What is offered while somebody types, and what becomes of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import psutil
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from tests.gui.editor.desk import SECOND

from groundwork.aids import COMPLETION, PROBLEMS
from groundwork.gui.editor.scintilla import Message

from .reader import Reader

Key = Qt.Key
Make = Callable[..., Reader]
PRICES = "user_price = 3\nuser_prices = [3, 4]\n"


def test_names_are_offered_after_two_letters(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("u")
    reader.wait_for_answer()
    assert reader.popup is None
    reader.type("s")
    reader.wait_for("user_price")
    assert reader.rows.current == 0
    assert reader.desk.view.area.hasFocus()


def test_members_are_offered_after_a_dot(reader_of: Make) -> None:
    reader = reader_of(PRICES + "user_prices‸")
    reader.type(".")
    reader.wait_for("append")


def test_typing_on_filters_and_backspace_widens_without_another_question(reader_of: Make) -> None:
    reader = reader_of(PRICES + "user_prices‸")
    reader.type(".")
    reader.wait_for("append")
    wide = reader.names
    with silent_worker(reader):
        reader.type("in")
        reader.desk.qtbot.waitUntil(lambda: set(reader.names[:2]) == {"index", "insert"})
        reader.type("s")
        reader.desk.qtbot.waitUntil(lambda: reader.names[0] == "insert")
        reader.press(Key.Key_Backspace, times=3)
        reader.desk.qtbot.waitUntil(lambda: reader.names == wide)


@contextmanager
def silent_worker(reader: Reader) -> Iterator[None]:
    """Inside, the worker answers nothing."""
    process = psutil.Process(reader.desk.workplace.worker.process_id)
    process.suspend()
    try:
        yield
    finally:
        process.resume()


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return, Key.Key_Enter])
def test_tab_and_enter_put_the_selected_in_as_one_step_to_undo(reader_of: Make, key: Key) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("us")
    reader.wait_for("user_prices")
    second = reader.names[1]
    reader.press(Key.Key_Down)
    assert reader.selected == second
    reader.press(key)
    assert reader.text == f"{PRICES}{second}‸"
    assert reader.popup is None
    reader.desk.ask(Message.UNDO)
    assert reader.text == PRICES + "us‸"


@pytest.mark.parametrize("key", [Key.Key_Tab, Key.Key_Return])
def test_whoever_is_quicker_than_the_list_gets_what_fits_all_letters(
    reader_of: Make, key: Key
) -> None:
    reader = reader_of("number_of_pens = number_of_ten_books = 1\n‸")
    reader.type("nu")
    reader.wait_for("number_of_ten_books")
    reader.type("mber_of_ten")
    reader.press(key)
    assert reader.text == "number_of_pens = number_of_ten_books = 1\nnumber_of_ten_books‸"


def test_arrows_right_behind_a_letter_move_among_what_fits_that_letter(reader_of: Make) -> None:
    reader = reader_of("shelf = shop = show = 3\n‸")
    reader.type("sh")
    reader.wait_for("shelf")
    reader.type("o")
    reader.press(Key.Key_Down)
    second = reader.selected
    assert second in {"shop", "show"}
    reader.wait_for_answer()
    assert reader.selected == second


def test_enter_behind_a_complete_word_begins_a_new_line(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("user_price")
    reader.wait_for("user_prices")
    assert reader.selected == "user_price"
    reader.press(Key.Key_Return)
    assert reader.text == PRICES + "user_price\n‸"


def test_enter_takes_nothing_that_is_not_meant(reader_of: Make) -> None:
    reader = reader_of("jumble = 1\n‸")
    reader.type("jbl")
    reader.wait_for("jumble")
    reader.press(Key.Key_Return)
    assert reader.text == "jumble = 1\njbl\n‸"


def test_scattered_letters_count_from_the_third_on(reader_of: Make) -> None:
    reader = reader_of("jumble = 1\n‸")
    reader.type("jb")
    reader.wait_for_answer()
    assert reader.popup is None
    reader.type("l")
    reader.desk.qtbot.waitUntil(lambda: reader.names == ["jumble"])


def test_enter_takes_what_somebody_has_gone_to(reader_of: Make) -> None:
    reader = reader_of("jumble = jumblet = 1\n‸")
    reader.type("jbl")
    reader.wait_for("jumble")
    reader.press(Key.Key_Down)
    reader.press(Key.Key_Up)
    reader.press(Key.Key_Return)
    assert reader.text == "jumble = jumblet = 1\njumble‸"


def test_escape_closes_until_the_word_is_left(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("us")
    reader.wait_for("user_price")
    reader.press(Key.Key_Escape)
    assert reader.popup is None
    reader.type("er")
    reader.wait_for_answer()
    assert reader.popup is None
    reader.type(" + us")
    reader.wait_for("user_price")


def test_ctrl_space_opens_it_again_and_shows_a_single_candidate(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("user_prices")
    reader.wait_for_answer()
    reader.wait_until_closed()
    reader.ask()
    reader.wait_for("user_prices")
    reader.press(Key.Key_Escape)
    reader.ask()
    reader.wait_for("user_prices")


def test_ctrl_space_offers_everything_where_nothing_is_typed(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸\n")
    reader.ask()
    reader.wait_for("print")
    assert "user_price" in reader.names


def test_an_open_list_stays_open_while_it_is_filtered_and_asked_for_anew(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("us")
    reader.wait_for("user_price")
    assert reader.popup is not None
    closings: list[None] = []
    reader.popup.closed.connect(lambda: closings.append(None))
    reader.type("er_")
    reader.press(Key.Key_Backspace)
    reader.ask()
    reader.wait_for_answer()
    assert "user_price" in reader.names
    assert closings == []


def test_arrows_move_in_the_list_and_go_round(reader_of: Make) -> None:
    reader = reader_of(PRICES + "user_prices.‸")
    reader.ask()
    reader.wait_for("append")
    first, last = reader.names[0], reader.names[-1]
    reader.press(Key.Key_Up)
    assert reader.selected == last
    reader.press(Key.Key_Down)
    assert reader.selected == first
    reader.press(Key.Key_PageDown)
    assert reader.rows.current > 5
    reader.press(Key.Key_PageUp, times=3)
    assert reader.selected == first


def test_arrows_go_about_in_the_text_where_a_single_thing_is_offered(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("user_pricesx")
    reader.press(Key.Key_Backspace)
    reader.ask()
    reader.wait_for("user_prices")
    reader.press(Key.Key_Up)
    reader.wait_until_closed()
    assert "‸" in reader.text.splitlines()[1]


@pytest.mark.parametrize("key", [Key.Key_Left, Key.Key_Home, Key.Key_End])
def test_whoever_goes_about_in_the_line_is_offered_nothing(reader_of: Make, key: Key) -> None:
    reader = reader_of(PRICES + "‸ + 1")
    reader.type("us")
    reader.wait_for("user_price")
    reader.press(key)
    reader.wait_until_closed()


@pytest.mark.parametrize("sign", ["(", ".", " ", ":", ",", "="])
def test_signs_take_nothing(reader_of: Make, sign: str) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("us")
    reader.wait_for("user_price")
    reader.type(sign)
    assert f"\nus{sign}" in reader.text
    reader.desk.qtbot.waitUntil(lambda: "user_price" not in reader.names)


@pytest.mark.parametrize(
    "before", ["# ‸", "print('‸')", '"""Some ‸"""', "def ‸", "for ‸", "import json as ‸", "x = 12‸"]
)
def test_nothing_is_offered_where_it_would_be_in_the_way(reader_of: Make, before: str) -> None:
    reader = reader_of(PRICES + before)
    reader.type(" us"[before.endswith("12‸") :] if "'" in before else "us")
    reader.wait_for_answer()
    assert reader.popup is None


@pytest.mark.parametrize("before", ['print(f"{‸', "f'{1} and {‸}'", 'f"""{user_prices[‸', "f'{{{‸"])
def test_names_are_offered_in_the_braces_of_an_f_string(reader_of: Make, before: str) -> None:
    reader = reader_of(PRICES + before)
    reader.type("us")
    reader.wait_for("user_price")


@pytest.mark.parametrize("before", ["f'‸", "f'{{‸", "f'{user_price} ‸", "f'{user_price:>‸"])
def test_nothing_is_offered_in_the_rest_of_it(reader_of: Make, before: str) -> None:
    reader = reader_of(PRICES + before)
    reader.type("us")
    reader.wait_for_answer()
    assert reader.popup is None


def test_a_late_answer_about_another_word_is_dropped(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("us ")
    reader.wait_for_answer()
    reader.type("= 1")
    assert reader.popup is None


def test_the_rest_of_the_word_gives_way_and_other_words_stay(reader_of: Make) -> None:
    reader = reader_of(PRICES + "us‸x")
    reader.ask()
    reader.wait_for("user_price")
    best = reader.selected
    reader.press(Key.Key_Tab)
    assert reader.text == f"{PRICES}{best}‸"
    other = reader_of(PRICES + "‸total")
    other.type("us")
    other.wait_for("user_price")
    other.press(Key.Key_Tab)
    assert other.text == f"{PRICES}{best}‸total"


def test_a_click_takes_a_row_and_leaves_the_focus_to_the_editor(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("us")
    reader.wait_for("user_prices")
    reader.click("user_prices")
    assert reader.text == PRICES + "user_prices‸"
    assert reader.desk.view.area.hasFocus()


def test_nothing_is_offered_in_a_text_that_is_read_only(reader_of: Make) -> None:
    reader = reader_of(PRICES + "us‸")
    reader.desk.editor.set_read_only(is_read_only=True)
    reader.ask()
    reader.type("e")
    reader.wait_for_answer()
    assert reader.popup is None


def test_where_it_is_switched_off_ctrl_space_says_why(reader_of: Make) -> None:
    reader = reader_of(PRICES + "us‸")
    workplace = reader.desk.workplace
    workplace.set_allowed(frozenset({PROBLEMS}), {COMPLETION: "Completion is off in this lesson."})
    reader.type("er")
    reader.wait_for_answer()
    assert reader.popup is None
    with reader.desk.qtbot.waitSignal(workplace.told) as told:
        reader.ask()
    assert told.args == ["Completion is off in this lesson."]


def test_an_open_list_closes_when_it_is_switched_off(reader_of: Make) -> None:
    reader = reader_of(PRICES + "‸")
    reader.type("us")
    reader.wait_for("user_price")
    reader.desk.workplace.set_allowed(frozenset())
    assert reader.popup is None


def test_ctrl_space_says_that_there_is_nothing(reader_of: Make) -> None:
    reader = reader_of(PRICES + "user_price.zzz‸")
    with reader.desk.qtbot.waitSignal(reader.desk.workplace.told, timeout=30_000) as told:
        reader.ask()
    assert told.args == ["Nothing to suggest here"]


def test_ctrl_space_says_so_too_in_a_file_that_is_no_program(reader_of: Make) -> None:
    reader = reader_of("")
    reader.desk.open({"prices.csv": "tea,3\n"}, SECOND)
    with reader.desk.qtbot.waitSignal(reader.desk.workplace.told) as told:
        reader.ask()
    assert told.args == ["Nothing to suggest here"]
    reader.type("us")
    assert reader.popup is None


def test_the_wheel_scrolls_and_selects_nothing_else(reader_of: Make) -> None:
    reader = reader_of(PRICES + "user_prices.‸")
    reader.ask()
    reader.wait_for("append")
    middle = reader.rows.viewport().mapTo(reader.desk.pane, reader.rows.viewport().rect().center())
    window = reader.desk.pane.windowHandle()
    QTest.wheelEvent(
        window, middle.toPointF(), QPoint(0, -120), QPoint(), Qt.KeyboardModifier.NoModifier
    )
    assert reader.rows.verticalScrollBar().value() > 0
    assert reader.rows.current == 0


def test_the_places_of_a_snippet_are_completed_too(reader_of: Make) -> None:
    reader = reader_of("user_prices = [3, 4]\n‸")
    reader.desk.workplace.taught = ("for",)
    reader.type("fo")
    reader.wait_for("for")
    while "…" not in reader.selected:
        reader.press(Key.Key_Down)
    reader.press(Key.Key_Tab)
    reader.type("x")
    reader.press(Key.Key_Tab)
    reader.type("us")
    reader.wait_for("user_prices")
    reader.press(Key.Key_Escape)
    assert reader.popup is None
    reader.ask()
    reader.wait_for("user_prices")
    reader.press(Key.Key_Tab)
    reader.press(Key.Key_Tab)
    assert reader.text.startswith("user_prices = [3, 4]\nfor x in user_prices:\n    ‸")
    reader.desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "for x in us‸:" in reader.text
