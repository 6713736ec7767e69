from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton

from groundwork.aids import HINTS, SOLUTION
from groundwork.checking.verdicts import CheckVerdict, Place, Verdict
from groundwork.gui.exercise.attempt import Attempt
from groundwork.gui.exercise.verdict_row import told

from .looker import EXERCISE, Looker

PASSED = CheckVerdict("double(1) gives 2", Verdict.PASSED)
FAILED = CheckVerdict(
    "double(2) gives 4",
    Verdict.FAILED,
    "It gave another value.",
    given="double(2)",
    got="2",
    expected="4",
    says="Twice as much is asked for.",
    output="hello\n",
    place=Place("main.py", 2),
)
PRINTED = CheckVerdict(
    "It prints two lines",
    Verdict.FAILED,
    "It printed something else.",
    given="3\n4",
    got="one\ntwo \n",
    expected="one\ntwo\nthree\n",
    is_text=True,
    output="one\ntwo \n",
)
LATE = CheckVerdict("It ends", Verdict.TIMED_OUT, "Not done.", place=Place("main.py", 1))
TAB, BACKTAB = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def test_every_verdict_is_a_word_to_eye_and_ear(looker: Looker) -> None:
    stopped = CheckVerdict("It stops", Verdict.STOPPED, "Not checked.")
    looker.judge(PASSED, FAILED, LATE, stopped)
    assert [row.header.accessibleName() for row in looker.rows] == [
        "passed: double(1) gives 2",
        "failed: double(2) gives 4",
        "timed out: It ends",
        "stopped: It stops",
    ]


def test_only_the_first_that_did_not_pass_is_open(looker: Looker) -> None:
    looker.judge(PASSED, FAILED, LATE)
    assert looker.opened == [FAILED.title]
    assert "It gave another value." in looker.words
    assert "Twice as much is asked for." in looker.words
    assert "What your program printed" in looker.words


def test_values_are_set_below_one_another(looker: Looker) -> None:
    looker.judge(FAILED)
    assert looker.evidence.splitlines() == [
        "given     double(2)",
        "got       2",
        "expected  4",
    ]


def test_texts_show_what_cannot_be_seen_and_what_is_missing(looker: Looker) -> None:
    looker.judge(PRINTED)
    assert looker.evidence.splitlines() == [
        "given     3",
        "          4",
        "          one",
        "got       two·",
        "expected  two",
        "missing   three",
    ]
    assert "What your program printed" not in looker.words  # it has just been compared


def test_nothing_at_all_is_told_as_that(looker: Looker) -> None:
    silent = CheckVerdict("It prints", Verdict.FAILED, expected="one\n", is_text=True)
    looker.judge(silent)
    assert looker.evidence.splitlines() == ["got       nothing", "missing   one"]


def test_letters_that_no_screen_shows_are_spelled(looker: Looker) -> None:
    odd = CheckVerdict("It prints", Verdict.FAILED, got="a\x1b[0m\n", expected="a\n", is_text=True)
    looker.judge(odd)
    assert "\\x1b[0m" in looker.evidence


def test_a_passed_check_has_nothing_to_open(looker: Looker) -> None:
    looker.judge(PASSED, FAILED)
    looker.rows[0].header.setFocus()
    looker.press(Qt.Key.Key_Space)
    assert looker.opened == [FAILED.title]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_keys_open_and_close_a_check(looker: Looker, key: Qt.Key) -> None:
    looker.judge(FAILED, LATE, takes_focus=True)
    assert looker.rows[0].header.hasFocus()
    looker.press(key)
    assert looker.opened == []
    looker.press(Qt.Key.Key_Right)
    assert looker.opened == [FAILED.title]
    assert looker.rows[0].header.accessibleDescription() == "Open"
    looker.press(Qt.Key.Key_Left)
    assert looker.opened == []


@pytest.mark.parametrize("key", [TAB, BACKTAB])
def test_tabbing_goes_through_everything_as_it_is_read(looker: Looker, key: Qt.Key) -> None:
    looker.judge(PASSED, FAILED, LATE)
    expected = [
        "Exercise: Twice as much",
        "new: Twice as much",
        "passed: double(1) gives 2",
        "failed: double(2) gives 4",
        "Go to line 2 of main.py",
        "timed out: It ends",
        "Show a hint (2 left)",
    ]
    stops = [name for name in looker.stops(key) if name]
    assert stops == (expected if key is TAB else expected[::-1])


def test_the_ear_is_told_all_that_the_eye_sees_of_a_check() -> None:
    assert told(FAILED) == (
        "failed: double(2) gives 4. It gave another value. Twice as much is asked for."
        " given: double(2), got: 2, expected: 4"
    )


def test_what_could_not_be_checked_is_no_fault_of_the_learner(looker: Looker) -> None:
    looker.judge(problem="The Python for programs is missing.")
    assert "through no fault of yours. The Python for programs is missing." in looker.words
    assert not looker.rows


def test_an_exercise_without_checks_says_so(looker: Looker) -> None:
    looker.judge()
    assert "This exercise has no checks." in looker.words


def test_a_place_is_asked_for_with_its_line(looker: Looker) -> None:
    looker.judge(LATE)
    links = looker.panel.findChildren(QAbstractButton, "place")
    with looker.qtbot.waitSignal(looker.panel.place_requested) as asked:
        links[0].click()
    assert asked.args == [Place("main.py", 1)]


def test_checks_at_work_come_one_by_one(looker: Looker) -> None:
    looker.panel.verdicts.show_checking()
    assert [row.header.accessibleName() for row in looker.rows] == [
        "waiting: first",
        "waiting: second",
    ]
    looker.panel.show_verdict(0, PASSED)
    assert looker.rows[0].header.accessibleName() == "passed: double(1) gives 2"
    with looker.qtbot.waitSignal(looker.panel.cancel_requested):
        next(b for b in looker.panel.findChildren(QAbstractButton) if b.text() == "Cancel").click()


def test_verdicts_of_the_last_time_stand_until_it_takes_long(looker: Looker) -> None:
    looker.judge(PASSED, FAILED)
    looker.panel.verdicts.show_checking()
    assert looker.rows[1].header.accessibleName() == "failed: double(2) gives 4"
    looker.qtbot.waitUntil(lambda: looker.rows[1].header.accessibleName() == "waiting: second")
    assert looker.opened == []


def test_hints_seen_before_are_there_again(looker: Looker) -> None:
    looker.panel.show_exercise(EXERCISE, Attempt(hints=1))
    assert "Hint 1 of 2" in looker.words
    assert "Hint 2 of 2" not in looker.words


@pytest.mark.parametrize(("width", "scale"), [(240, 1.0), (480, 2.0), (1000, 2.0)])
def test_nothing_is_cut_off_at_any_size(
    looker_at: Callable[[int, float], Looker], width: int, scale: float
) -> None:
    looker = looker_at(width, scale)
    looker.panel.show_exercise(EXERCISE, Attempt(hints=2, is_helped=True))
    looker.judge(PASSED, FAILED, LATE)

    def nothing_sticks_out() -> None:
        inside = looker.panel.viewport().width()
        for button in looker.panel.findChildren(QAbstractButton):
            if button.isVisibleTo(looker.panel):
                place = QRect(button.mapTo(looker.panel.viewport(), QPoint(0, 0)), button.size())
                assert place.left() >= 0, button.text()
                assert place.right() < inside, button.text()

    looker.qtbot.waitUntil(nothing_sticks_out)


def test_hints_that_are_off_give_way_to_the_sentence_that_says_why(looker: Looker) -> None:
    looker.panel.help.set_off({HINTS: "Hints are off here."})

    assert "Hints are off here." in looker.words
    assert looker.offers == ["Show the solution…"]

    looker.panel.help.set_off({})
    assert "Hints are off here." not in looker.words
    assert looker.offers == ["Show a hint (2 left)"]


def test_hints_seen_before_are_gone_while_they_are_off(looker: Looker) -> None:
    looker.panel.help.set_off({HINTS: "Hints are off here."})
    looker.panel.show_exercise(EXERCISE, Attempt(hints=1))

    assert "Hint 1 of 2" not in looker.words


def test_a_solution_that_is_off_is_missed_only_where_it_would_be_offered(looker: Looker) -> None:
    looker.panel.help.set_off({SOLUTION: "The solution is off here."})
    assert "The solution is off here." not in looker.words

    looker.panel.show_exercise(EXERCISE, Attempt(hints=2, is_helped=True))
    assert "The solution is off here." in looker.words
    assert looker.offers == []


def test_those_who_listen_reach_the_sentence(looker: Looker) -> None:
    looker.panel.help.set_off({HINTS: "Hints are off here."})
    looker.panel.show_exercise(EXERCISE, Attempt())

    assert "Hints are off here." in looker.stops(TAB)
