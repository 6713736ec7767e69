"""An exercise from its card to its solution, in the whole window, checked by real programs."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QSplitter, QWidget

from groundwork.gui.exercise.fold import FoldHeader
from groundwork.gui.exercise.verdict_row import VerdictRow
from groundwork.gui.page.exercise_card import ExerciseCard
from groundwork.gui.page.text_view import TextView
from groundwork.gui.side_by_side import SideBySide
from groundwork.gui.state_line import MARKS
from groundwork.learner.states import ExerciseProgress
from groundwork.packs.addresses import ExampleAddress

from .conftest import OpenOn, OpenWindow
from .exercises import SOLUTION, SQUARES, STARTER, WRONG, exercise
from .lessons import example, write_pack
from .seat import ALT, CTRL, SHIFT, Key, Seat

HINTS = ("Which number has to be multiplied?", "Try `number * 2`.")


def rows(seat: Seat) -> list[VerdictRow]:
    found = seat.app.exercise_place.findChildren(VerdictRow)
    return [row for row in found if row.isVisibleTo(seat.app.exercise_place)]


def verdicts(seat: Seat) -> list[str]:
    """What screen readers are told of every check."""
    return [row.header.accessibleName() for row in rows(seat)]


def said(seat: Seat) -> str:
    """All words of the tab."""
    panel = seat.app.exercise_place
    labels = [label for label in panel.findChildren(QLabel) if label.isVisibleTo(panel)]
    texts = (
        label.document.toPlainText() if isinstance(label, TextView) else label.text()
        for label in labels
    )
    return "\n".join(texts)


def card(seat: Seat) -> ExerciseCard:
    found = seat.app.page.findChildren(ExerciseCard)
    assert len(found) == 1
    return found[0]


def put(seat: Seat, source: str) -> None:
    """Paste `source` in place of everything in the editor, which would indent what is typed."""
    QGuiApplication.clipboard().setText(source)
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_A, CTRL)
    seat.press(Key.Key_V, CTRL)
    assert seat.code == source


def check(seat: Seat, source: str = "") -> None:
    if source:
        put(seat, source)
    seat.press(Key.Key_Return, CTRL)
    wait_until_checked(seat)


def wait_until_checked(seat: Seat) -> None:
    seat.wait(lambda: not seat.app.exercise_desk.is_busy)


def is_seen(seat: Seat, widget: QWidget) -> bool:
    """Whether a widget of the tab, its head at least, is scrolled to."""
    panel = seat.app.exercise_place.panel
    top = widget.mapTo(panel.viewport(), widget.rect().topLeft()).y()
    return 0 <= top < panel.viewport().height()


def test_the_card_opens_the_starter_in_the_editor(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)") + "\n" + exercise())
    assert seat.example == "count"
    assert card(seat).accessibleName() == "Exercise: Twice as much, new"
    seat.click("Open Twice as much in editor")
    seat.wait_for_example("double")
    assert seat.code == STARTER
    assert seat.app.exercise_place.isVisible()
    assert "Not checked yet" in said(seat)
    assert not rows(seat)


def states(seat: Seat) -> list[str]:
    """How far the learner is, as card, tab and tree say it, as far as they are there."""
    title = "Twice as much"
    cards = seat.app.page.findChildren(ExerciseCard)
    folds = seat.app.exercise_place.findChildren(FoldHeader)
    listed = [row.state for row in seat.rows() if row.title == title]
    return [
        *(one.accessibleName().removeprefix(f"Exercise: {title}, ") for one in cards),
        *(one.accessibleName().removesuffix(f": {title}") for one in folds if one.text() == title),
        *(MARKS[state][2] for state in listed if state),
    ]


def test_card_tab_and_tree_agree_that_a_draft_is_a_beginning(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    seat.wait(lambda: states(seat) == ["new"] * 3)
    put(seat, SQUARES)
    seat.wait(lambda: states(seat) == ["begun"] * 3)
    seat.leave()
    seat = open_on(exercise())
    seat.wait(lambda: states(seat) == ["begun"] * 3)
    put(seat, STARTER)
    seat.wait(lambda: states(seat) == ["new"] * 3)
    check(seat, SOLUTION)
    seat.wait(lambda: states(seat) == ["done"] * 3)


def test_an_answer_that_is_right_passes_calmly(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    check(seat, SOLUTION)
    assert verdicts(seat) == [
        "passed: double(0) gives 0",
        "passed: double(3) gives 6",
        "passed: It prints nothing by itself",
    ]
    assert "All 3 checks passed." in said(seat)
    seat.wait(lambda: card(seat).accessibleName() == "Exercise: Twice as much, done")
    assert seat.has_focus(seat.app.editor)


def test_the_first_check_that_fails_is_open_with_given_got_and_expected(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    check(seat, STARTER)
    first, second, third = rows(seat)
    assert [first.is_open, second.is_open, third.is_open] == [False, True, False]
    seat.wait(lambda: is_seen(seat, second))
    words = said(seat)
    assert "2 of 3 checks passed." in words
    assert "Twice as much is asked for." in words
    lines = [line.split() for line in words.splitlines()]
    assert ["got", "3"] in lines
    assert ["expected", "6"] in lines
    seat.wait(lambda: card(seat).accessibleName() == "Exercise: Twice as much, begun")


def test_the_keyboard_goes_to_the_failed_check_when_it_was_not_in_the_editor(
    open_on: OpenOn,
) -> None:
    seat = open_on(exercise())
    seat.click("Check")
    wait_until_checked(seat)
    assert seat.has_focus(rows(seat)[1].header)
    seat.press(Key.Key_Return)
    assert not rows(seat)[1].is_open
    seat.press(Key.Key_Right)
    assert rows(seat)[1].is_open


def test_whoever_goes_on_writing_keeps_the_keyboard(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    check(seat, STARTER)
    assert seat.has_focus(seat.app.editor)
    seat.press(Key.Key_X, ALT)
    assert seat.has_focus(rows(seat)[1].header)


def test_a_change_after_the_check_is_said(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    check(seat, STARTER)
    assert "another since" not in said(seat)
    seat.type("x")
    assert "Your code is another since this check." in said(seat)
    seat.press(Key.Key_Backspace)
    assert "another since" not in said(seat)


def test_the_message_of_a_known_wrong_answer_is_shown(open_on: OpenOn) -> None:
    seat = open_on(exercise(more=WRONG))
    check(seat, SQUARES)
    assert "A square is twice its number only for 0 and 2." in said(seat)
    check(seat, SOLUTION)
    assert "A square" not in said(seat)


def test_an_endless_loop_says_where_it_was_and_leads_there(open_on: OpenOn) -> None:
    checks = (
        '[limits]\nseconds = 1\n\n[[checks]]\nkind = "call"\ncall = "double(3)"\nexpect = "6"\n'
    )
    seat = open_on(exercise(checks=checks))
    check(seat, "def double(number):\n    while True:\n        number += 1\n")
    assert verdicts(seat) == ["timed out: double(3) gives 6"]
    links = [b for b in rows(seat)[0].findChildren(QWidget) if b.objectName() == "place"]
    seat.click(links[0])
    assert seat.place[0] == "main.py"
    assert seat.place[1] in {2, 3}
    assert seat.has_focus(seat.app.editor)


def test_checking_can_be_cancelled(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    put(seat, "while True:\n    pass\n")
    seat.press(Key.Key_Return, CTRL)
    assert "Checking…" in said(seat)
    seat.click("Cancel checking")
    wait_until_checked(seat)
    assert "Checking was cancelled." in said(seat)
    assert not rows(seat)
    check(seat, SOLUTION)
    assert "All 3 checks passed." in said(seat)


def test_a_program_may_run_while_it_is_checked(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    put(seat, SOLUTION + "\nif __name__ == '__main__':\n    print('runs')\n")
    seat.press(Key.Key_Return, CTRL)
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "runs\n")
    wait_until_checked(seat)
    assert len(rows(seat)) == 3
    assert seat.app.run_panel.console.isVisible()


def test_the_end_of_a_run_is_not_told_beside_another_program(open_on: OpenOn) -> None:
    seat = open_on(example("fails", "print(1 / 0)") + "\n" + exercise())
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with ZeroDivisionError")
    seat.click("Open Twice as much in editor")
    seat.wait_for_example("double")
    assert seat.status == "ready"


def test_a_check_takes_the_place_of_the_end_of_a_run(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    put(seat, "1 / 0\n")
    seat.press(Key.Key_F5)
    seat.wait_for_status("ended with ZeroDivisionError")
    seat.press(Key.Key_Return, CTRL)
    assert seat.status == "ready"
    wait_until_checked(seat)
    assert seat.status == "ready"


def test_a_check_leaves_the_seconds_of_a_program_that_runs(open_on: OpenOn) -> None:
    seat = open_on(example("waits", "input()") + "\n" + exercise())
    seat.press(Key.Key_F5)
    seat.wait_for_status("running main.py")
    seat.click("Open Twice as much in editor")
    seat.wait_for_example("double")
    check(seat, SOLUTION)
    seat.wait_for_status("running main.py for")
    seat.app.run_desk.stop()
    seat.wait_for_status("stopped after")


def test_the_window_closes_while_an_answer_is_checked(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    put(seat, "while True:\n    pass\n")
    seat.press(Key.Key_Return, CTRL)
    seat.leave()
    assert not seat.app.exercise_desk.is_busy


def test_another_exercise_keeps_its_own_verdicts(open_on: OpenOn) -> None:
    other = exercise("treble", title="Three times", starter="def treble(number):\n    return 0\n")
    seat = open_on(exercise() + other.replace("double", "treble"))
    check(seat, SOLUTION)
    seat.click("Open Three times in editor")
    seat.wait_for_example("treble")
    assert not rows(seat)
    seat.click("Open Twice as much in editor")
    seat.wait_for_example("double")
    assert len(rows(seat)) == 3


def test_hints_come_one_at_a_time_and_then_the_solution_is_offered(open_on: OpenOn) -> None:
    seat = open_on(exercise(hints=HINTS))
    seen: list[int] = []
    seat.app.exercise_desk.hint_shown.connect(lambda _, number: seen.append(number))
    assert seat.button("Show the solution…") is None
    press_button(seat, "Show a hint (2 left)")
    assert HINTS[0] in said(seat)
    assert "number * 2" not in said(seat)
    press_button(seat, "Show another hint (1 left)")
    assert "Try number * 2." in said(seat)
    assert seat.button("Show another hint (0 left)") is None
    assert seat.button("Show the solution…") is not None
    assert seen == [1, 2]


def press_button(seat: Seat, name: str, key: Key = Key.Key_Space) -> None:
    """Press a button of the tab with the keyboard, wherever it is scrolled to."""
    seat.wait(lambda: seat.button(name))
    button = seat.button(name)
    assert button is not None
    button.setFocus()
    seat.press(key)


def test_enter_presses_the_buttons_of_the_tab(open_on: OpenOn) -> None:
    seat = open_on(exercise(hints=HINTS))
    for key, name in (
        (Key.Key_Return, "Show a hint (2 left)"),
        (Key.Key_Enter, "Show another hint (1 left)"),
        (Key.Key_Return, "Show the solution…"),
    ):
        press_button(seat, name, key)
    seat.wait_for_dialog()
    assert HINTS[0] in said(seat)


def ask_for_solution(seat: Seat, answer: str) -> None:
    press_button(seat, "Show the solution…")
    seat.wait_for_dialog()
    seat.click(answer)
    seat.wait(lambda: not seat.dialogs)
    seat.activate()


def test_the_solution_is_asked_for_and_shown_line_by_line(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    ask_for_solution(seat, "Keep trying")
    assert "number * 2" not in said(seat)
    ask_for_solution(seat, "Piece by piece")
    assert "def double(number):" in said(seat)
    assert "number * 2" not in said(seat)
    press_button(seat, "Show the next line")
    assert "return number * 2" in said(seat)
    assert seat.button("Show the next line") is None
    check(seat, SOLUTION)
    seat.wait(lambda: card(seat).accessibleName() == "Exercise: Twice as much, done with help")


def test_the_solution_is_put_in_order_with_keys(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    ask_for_solution(seat, "Put in order")
    press_button(seat, "Is this the order?")
    assert "Another line comes first." in said(seat)
    seat.press(Key.Key_Backtab, SHIFT, times=2)  # back over the button that moves lines
    seat.press(Key.Key_Home)
    seat.press(Key.Key_Down, ALT)
    press_button(seat, "Is this the order?")
    assert "This is the solution." in said(seat)


def test_my_code_stands_beside_the_solution_once_it_is_solved(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    assert seat.button("Compare with the solution") is None
    check(seat, "def double(number):\n    return number + number\n")
    press_button(seat, "Compare with the solution")
    seat.wait_for_dialog()
    (dialog,) = seat.dialogs
    assert isinstance(dialog, SideBySide)
    words = seat.labels(dialog)
    assert "1 line only in “Your code”" in words
    assert "1 line only in “The solution”" in words
    seat.press(Key.Key_Escape)
    seat.wait(lambda: not seat.dialogs)


def test_an_example_cannot_be_checked(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)"))
    button = seat.button("Check")
    assert button is not None
    assert not button.isEnabled()
    seat.press(Key.Key_Return, CTRL)
    seat.wait_for_status("open an exercise first")
    seat.press(Key.Key_X, ALT)
    assert seat.has_focus(seat.app.exercise_place)
    assert "No exercise is in the editor." in said(seat)
    assert not seat.app.exercise_place.is_built


def test_a_small_window_has_the_task_beside_the_code(open_on: OpenOn) -> None:
    seat = open_on(exercise(), size=(800, 600))
    seat.app.panels.reveal_work()
    assert "Write double, which gives twice its number." in said(seat)


def test_a_wide_window_folds_the_task_that_the_page_shows(open_on: OpenOn) -> None:
    seat = open_on(exercise(), size=(1360, 860))
    assert "Write double" not in said(seat)


def heights(seat: Seat) -> tuple[int, int]:
    """Of the editor, and of what lies below it."""
    return seat.app.editor.height(), seat.app.run_panel.height()


def test_an_exercise_has_as_much_room_as_its_code(open_on: OpenOn) -> None:
    seat = open_on(example("count", "print(1)") + "\n" + exercise(), size=(1360, 860))
    above, below = heights(seat)
    assert above > below
    seat.click("Open Twice as much in editor")
    seat.wait_for_example("double")
    above, below = heights(seat)
    assert abs(above - below) <= 1
    seat.window.resize(1360, 700)
    above, below = heights(seat)
    assert abs(above - below) <= 1


def test_an_exercise_leaves_a_divider_where_it_was_put(open_on: OpenOn) -> None:
    both = example("count", "print(1)") + "\n" + exercise()
    seat = open_on(both, size=(1360, 860))
    splitter = seat.app.editor.parentWidget()
    assert isinstance(splitter, QSplitter)
    handle = splitter.handle(1)
    press, release = handle.rect().center(), handle.rect().center() + QPoint(0, 90)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=press)
    QTest.mouseMove(handle, release)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=release)
    put_to = heights(seat)
    seat.click("Open Twice as much in editor")
    seat.wait_for_example("double")
    assert heights(seat) == put_to
    seat.leave()
    seat = open_on(both, size=(1360, 860))
    seat.wait_for_example("double")
    assert heights(seat) == put_to


def test_what_was_checked_is_in_the_history(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    check(seat, SOLUTION)
    put(seat, SQUARES)
    seen: list[int] = []
    current = seat.app.practice.current
    assert current is not None
    seat.app.drafts.consult(
        lambda store: len(store.versions(current[0])),
        lambda count: seen.append(count if isinstance(count, int) else -1),
    )
    seat.wait(lambda: seen)
    assert seen == [1]


def test_a_pack_that_nobody_knows_is_asked_about_before_it_is_checked(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    pack = write_pack(tmp_path / "theirs", {"one/first": exercise()}, "theirs")
    seat = open_window(pack)
    seat.wait_for_example("double")
    put(seat, SOLUTION)
    seat.press(Key.Key_Return, CTRL)
    seat.wait_for_dialog()
    assert not rows(seat)
    seat.click("Run it")
    seat.wait(lambda: len(rows(seat)) == 3)
    wait_until_checked(seat)
    assert "All 3 checks passed." in said(seat)


def test_a_newer_starter_is_offered_beside_mine(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    put(seat, SQUARES)
    seat.leave()
    seat = open_on(exercise(starter=STARTER + "\n# new\n"))
    seat.wait(lambda: "newer version of “Twice as much”" in seat.banner)
    assert seat.code == SQUARES
    seat.click("Compare")
    seat.wait_for_dialog()
    assert "1 line only in “Yours”" in seat.labels(seat.dialogs[0])
    seat.click("Keep mine")
    seat.wait(lambda: not seat.dialogs and not seat.banner)
    seat.leave()
    seat = open_on(exercise(starter=STARTER + "\n# new\n"))
    assert not seat.banner
    assert seat.code == SQUARES


def test_a_newer_starter_that_is_taken_leaves_mine_in_the_history(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    put(seat, SQUARES)
    seat.leave()
    seat = open_on(exercise(starter=STARTER + "\n# new\n"))
    seat.click("Compare")
    seat.wait_for_dialog()
    seat.click("Take the new version")
    seat.wait(lambda: seat.code == STARTER + "\n# new\n")
    assert not seat.banner
    seat.activate()
    seat.press(Key.Key_E, ALT)
    seat.press(Key.Key_Z, CTRL)
    assert seat.code == SQUARES


def test_a_newer_version_is_taken_of_what_was_compared(open_on: OpenOn) -> None:
    other = example("other", "print(1)")
    seat = open_on(exercise())
    put(seat, SQUARES)
    seat.leave()
    newer = STARTER + "\n# new\n"
    seat = open_on(exercise(starter=newer) + other)
    seat.click("Compare")
    seat.wait_for_dialog()
    opened = seat.app.reading.current
    assert opened is not None
    page = opened.loaded.page
    seat.app.practice.open(page.examples[0])
    seat.wait_for_example("other")
    seat.click("Take the new version")
    seat.wait(lambda: not seat.dialogs)
    seat.app.practice.open(page.exercises[0].example)
    seat.wait_for_example(page.exercises[0].id)
    assert seat.code == newer


def test_progress_of_another_lesson_takes_no_verdict_away(open_on: OpenOn) -> None:
    seat = open_on(exercise())
    check(seat, SOLUTION)
    seat.wait(lambda: card(seat).accessibleName() == "Exercise: Twice as much, done")
    told = verdicts(seat)
    elsewhere = ExampleAddress("small", "elsewhere", "other")
    seat.app.exercise_desk.take_progress({elsewhere: ExerciseProgress(attempts=1)})
    assert verdicts(seat) == told != []
    assert card(seat).accessibleName() == "Exercise: Twice as much, done"


def test_what_was_done_is_known_at_the_next_start(open_on: OpenOn) -> None:
    seat = open_on(exercise(hints=HINTS))
    press_button(seat, "Show a hint (2 left)")
    check(seat, SOLUTION)
    seat.wait(lambda: card(seat).accessibleName() == "Exercise: Twice as much, done")
    seat.leave()
    seat = open_on(exercise(hints=HINTS))
    seat.wait(lambda: card(seat).accessibleName() == "Exercise: Twice as much, done")
    seat.wait(lambda: HINTS[0] in said(seat))
    assert seat.button("Show another hint (1 left)") is not None
    assert seat.button("Compare with the solution") is not None
    assert not rows(seat)
    assert "Not checked yet" not in said(seat)
    assert "You have checked this before." in said(seat)


def test_a_restarted_lesson_has_its_exercise_new_again(open_on: OpenOn) -> None:
    seat = open_on(exercise(hints=HINTS))
    press_button(seat, "Show a hint (2 left)")
    check(seat, STARTER)
    seat.wait(lambda: card(seat).accessibleName() == "Exercise: Twice as much, begun")
    current = seat.app.reading.current
    assert current is not None
    seat.app.progress.restart([current.address])
    seat.wait(lambda: card(seat).accessibleName() == "Exercise: Twice as much, new")
    assert not rows(seat)
    assert HINTS[0] not in said(seat)
