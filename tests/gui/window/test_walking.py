from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from groundwork.learner.states import WorkState

from .conftest import OpenOn
from .exercises import SOLUTION, exercise
from .lessons import example
from .seat import ALT, CTRL, SHIFT, Key, Seat


def put(seat: Seat, source: str) -> None:
    """Paste `source` in place of everything in the editor, which would indent what is typed."""
    QGuiApplication.clipboard().setText(source)
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_A, CTRL)
    seat.press(Key.Key_V, CTRL)


LONG = "".join(f"A paragraph about number {number}.\n\n" for number in range(60))
LESSONS = {
    "one/first": "Go to [the end](second.md#the-end) or [an old page](gone.md).\n\n" + LONG,
    "one/second": LONG + "## The end\n\nA quiet heron.\n\n" + LONG,
    "two/third": "Back to [first](../one/first.md).\n\n" + example("third", "print(3)"),
}


def test_keys_lead_to_the_next_lesson_and_back(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait(lambda: seat.lesson == "Second")
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("third")
    assert seat.row("Third").is_opened
    assert seat.window.windowTitle() == "Third - Groundwork"
    seat.press(Key.Key_PageDown, CTRL)
    seat.press(Key.Key_PageUp, CTRL)
    seat.wait(lambda: seat.lesson == "Second")


def test_lessons_change_from_the_editor_too(open_on: OpenOn) -> None:
    seat = open_on(LESSONS | {"one/first": example("first", "print(1)")})
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait(lambda: seat.lesson == "Second")
    seat.press(Key.Key_Left, ALT)
    seat.wait(lambda: seat.lesson == "First")
    assert seat.has_focus(seat.app.editor)


def test_above_the_editor_stands_which_example_it_shows(open_on: OpenOn) -> None:
    lessons = {
        "one/first": example("one", "print(1)") + example("two", "print(2)"),
        "one/second": "Nothing to run.\n",
    }
    seat = open_on(lessons)
    assert "First / One" in seat.labels(seat.app.editor)
    seat.click("Open Two in editor")
    seat.wait_for_example("two")
    assert "First / Two" in seat.labels(seat.app.editor)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait(lambda: seat.lesson == "Second")
    assert "First / Two" in seat.labels(seat.app.editor)


def test_alt_with_arrows_goes_along_what_was_read(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.click_row("Second")
    seat.wait(lambda: seat.lesson == "Second")
    seat.press(Key.Key_Left, ALT)
    seat.wait(lambda: seat.lesson == "First")
    seat.press(Key.Key_Right, ALT)
    seat.wait(lambda: seat.lesson == "Second")
    seat.press(Key.Key_Right, ALT)
    seat.click("Back")
    seat.wait(lambda: seat.lesson == "First")
    seat.click("Forward")
    seat.wait(lambda: seat.lesson == "Second")


def test_going_back_leads_to_the_place_that_was_left(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.wait(lambda: seat.app.page.is_settled)
    seat.press(Key.Key_P, ALT)
    seat.press(Key.Key_Space, times=2)
    left = seat.app.page.scroll_position()
    assert left > 0
    seat.click_row("Second")
    seat.wait(lambda: seat.lesson == "Second" and seat.app.page.is_settled)
    assert seat.app.page.scroll_position() == 0
    seat.press(Key.Key_P, ALT)
    seat.press(Key.Key_Space)
    left_second = seat.app.page.scroll_position()
    seat.press(Key.Key_Left, ALT)
    seat.wait(lambda: seat.lesson == "First" and seat.app.page.is_settled)
    assert seat.app.page.scroll_position() == left
    seat.press(Key.Key_Right, ALT)
    seat.wait(lambda: seat.lesson == "Second" and seat.app.page.is_settled)
    assert seat.app.page.scroll_position() == left_second


def test_a_link_within_a_lesson_can_be_gone_back_from(open_on: OpenOn) -> None:
    body = "Go to [the end](#the-end).\n\n" + LONG + "## The end\n\n" + LONG
    seat = open_on({"one/first": example("a", "1") + example("b", "2") + body})
    seat.click("Open B in editor")
    seat.wait_for_example("b")
    seat.wait(lambda: seat.app.page.is_settled)
    seat.click_text("the end")
    seat.wait(lambda: seat.app.page.scroll_position() > 0)
    seat.press(Key.Key_Left, ALT)
    seat.wait(lambda: seat.app.page.scroll_position() == 0)
    seat.press(Key.Key_Right, ALT)
    seat.wait(lambda: seat.app.page.scroll_position() > 0)
    assert seat.example == "b"


def test_a_lesson_comes_back_with_its_last_example(open_on: OpenOn) -> None:
    lessons = {
        "one/first": example("a", "print(1)") + example("b", "print(2)"),
        "one/second": example("c", "print(3)"),
    }
    seat = open_on(lessons)
    seat.click("Open B in editor")
    seat.wait_for_example("b")
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("c")
    seat.press(Key.Key_Left, ALT)
    seat.wait_for_example("b")


def test_a_link_leads_to_the_heading_that_it_names(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.click_text("the end")
    seat.wait(lambda: seat.lesson == "Second" and seat.app.page.is_settled)
    assert 0 < seat.height_of("A quiet heron") < seat.app.page.height() // 3


def test_a_link_is_followed_with_the_keyboard(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_P, ALT)
    seat.press(Key.Key_Tab, times=2)  # over the place of the problem that the lesson has
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.lesson == "Second")


def test_a_link_leads_to_another_chapter(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait(lambda: seat.lesson == "Second")
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("third")
    seat.click_text("first")
    seat.wait(lambda: seat.lesson == "First")


def test_a_link_that_leads_nowhere_is_told_on_the_page(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.wait(lambda: seat.app.page.is_settled)
    assert (
        "one/first.md" in seat.text_place("leads to a lesson that is not")[0].document.toPlainText()
    )
    seat.click_text("an old page")
    assert seat.lesson == "First"


def test_a_wide_table_scrolls_without_the_text_around_it(open_on: OpenOn) -> None:
    row = "|" + " a_word_that_is_not_cut |" * 8 + "\n"
    seat = open_on("The text before it.\n\n" + row + "|---" * 8 + "|\n" + row + "\nAfter it.\n")
    seat.wait(lambda: seat.app.page.is_settled)
    table, _ = seat.text_place("a_word_that")
    assert table.is_wide
    for words in ("The text before", "After it"):
        text, _ = seat.text_place(words)
        assert not text.is_wide


def test_the_foot_of_a_lesson_leads_on(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_P, ALT)
    seat.press(Key.Key_End)
    seat.wait(lambda: seat.app.page.is_settled)
    seat.click("Next lesson: Second")
    seat.wait(lambda: seat.lesson == "Second")
    assert seat.app.page.scroll_position() == 0


def test_enter_in_the_tree_opens_a_lesson(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_L, ALT)
    seat.press(Key.Key_Down)
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.lesson == "Second")


def test_words_of_a_lesson_find_it(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.press(Key.Key_F, CTRL | SHIFT)
    assert isinstance(seat.focused, QLineEdit)
    seat.type("heron")
    seat.wait(lambda: [row.title for row in seat.rows() if row.level == 2] == ["Second"])
    seat.press(Key.Key_Return)
    seat.wait(lambda: seat.lesson == "Second")
    seat.press(Key.Key_F, CTRL | SHIFT)
    seat.type("zebra")
    assert "No lesson matches" in seat.labels(seat.app.tree)
    seat.press(Key.Key_Escape)
    assert len([row for row in seat.rows() if row.level == 0]) == 1


def test_a_lesson_is_begun_when_it_is_opened_and_done_when_the_learner_says_so(
    open_on: OpenOn,
) -> None:
    seat = open_on({"one/first": "Text.\n", "one/second": "Text.\n"})
    seat.wait(lambda: seat.row("First").state is WorkState.BEGUN)
    assert seat.row("Second").state is WorkState.NEW
    seat.click("Mark as done")
    seat.wait(lambda: seat.row("First").state is WorkState.DONE)
    assert seat.row("One").note == "1 of 2"
    seat.click("Done")
    seat.wait(lambda: seat.row("First").state is WorkState.BEGUN)


def test_exercises_of_the_open_lesson_stand_in_the_tree_and_lead_to_the_editor(
    open_on: OpenOn,
) -> None:
    one = exercise("one", title="First task")
    two = exercise("two", title="Second task", task="Do it once more.")
    seat = open_on({"one/first": LONG + one + LONG + two + LONG, "one/second": "Text.\n"})
    seat.wait(lambda: [row.title for row in seat.rows() if row.level == 3])
    assert [row.title for row in seat.rows() if row.level == 3] == ["First task", "Second task"]
    seat.click_row("Second task")
    seat.wait_for_example("two")
    seat.wait(lambda: seat.app.page.is_settled)
    assert 0 <= seat.height_of("Do it once more") < seat.app.page.height()
    put(seat, SOLUTION)
    seat.press(Key.Key_Return, CTRL)
    seat.wait(lambda: seat.row("Second task").state is WorkState.DONE)
    assert seat.row("First task").state is WorkState.NEW
    seat.click_row("First task")
    seat.wait_for_example("one")
    put(seat, SOLUTION)
    seat.press(Key.Key_Return, CTRL)
    seat.wait(lambda: seat.row("First").state is WorkState.DONE)
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait(lambda: seat.lesson == "Second")
    assert not [row for row in seat.rows() if row.level == 3]


def test_the_newest_wish_wins(open_on: OpenOn) -> None:
    seat = open_on(LESSONS)
    seat.click_row("Second")
    seat.click_row("First")
    seat.click_row("Second")
    seat.wait(lambda: seat.lesson == "Second")
    assert seat.row("Second").is_opened


def test_running_a_card_and_walking_on_at_once_runs_nothing_else(open_on: OpenOn) -> None:
    shout = "import pathlib\npathlib.Path('shout').touch()\nprint('ran')\n"
    seat = open_on(
        {
            "one/first": example("a", "print(1)") + example("b", "print('b')"),
            "one/second": example("c", shout),
        }
    )
    seat.click("Run B")
    seat.press(Key.Key_PageDown, CTRL)
    seat.wait_for_example("c")
    assert "ran" not in seat.output
    assert not (seat.app.practice.working_folder / "shout").exists()
