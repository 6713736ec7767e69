"""What may be meant is offered while code is written, in the whole window with the real worker."""

from __future__ import annotations

from groundwork.gui.language.completion.beside import Beside
from groundwork.gui.language.completion.popup import CompletionPopup

from .conftest import OpenOn
from .lessons import example
from .seat import ALT, CTRL, Key, Seat

LOOPS = example("loops", "for number in [1, 2]:\n    print(number)")
STRICT = """\
---
title: From memory
without: completion
why: Names stay by being typed.
---
"""


def popup(seat: Seat) -> CompletionPopup | None:
    found = seat.window.findChild(CompletionPopup)
    return found if isinstance(found, CompletionPopup) and found.isVisible() else None


def names(seat: Seat) -> list[str]:
    shown = popup(seat)
    return [choice.candidate.name for choice in shown.rows.choices] if shown else []


def selected(seat: Seat) -> str:
    shown = popup(seat)
    return shown.current.candidate.name if shown else ""


def test_a_name_is_completed_and_the_program_runs(open_on: OpenOn) -> None:
    seat = open_on(LOOPS)
    seat.write("shopping_list = ['tea']\nprint(sho")
    seat.wait(lambda: selected(seat) == "shopping_list")
    seat.press(Key.Key_Tab)
    seat.type(".cou")
    seat.wait(lambda: selected(seat) == "count")
    seat.press(Key.Key_Return)
    seat.press(Key.Key_End)
    assert seat.code.startswith("shopping_list = ['tea']\nprint(shopping_list.count")
    assert popup(seat) is None


def test_names_of_the_lesson_are_offered_though_the_program_has_none(open_on: OpenOn) -> None:
    seat = open_on(LOOPS + example("prices", "wholesale = 3\nprint(wholesale)"))
    seat.write("wh")
    seat.wait(lambda: "wholesale" in names(seat))


def test_a_statement_that_was_taught_is_put_in_and_filled_in(open_on: OpenOn) -> None:
    seat = open_on(LOOPS)
    seat.wait(lambda: "for" in seat.app.language.workplace.taught)
    seat.write("fo")
    seat.wait(lambda: any("…" in name for name in names(seat)))
    while "…" not in selected(seat):
        seat.press(Key.Key_Down)
    seat.press(Key.Key_Tab)
    assert popup(seat) is None
    seat.type("word")
    seat.press(Key.Key_Tab)
    seat.type("['tea', 'milk']")
    seat.press(Key.Key_Tab)
    seat.type("print(word)")
    seat.press(Key.Key_F5)
    seat.wait(lambda: "tea\nmilk\n" in seat.output)


def test_what_is_known_of_the_selected_stands_beside_it(open_on: OpenOn) -> None:
    seat = open_on(LOOPS)
    seat.write("def total(prices):\n'''What all of it costs.'''\n")
    seat.press(Key.Key_Home, CTRL)
    seat.press(Key.Key_End, CTRL)
    seat.type("\ntot")
    seat.wait(lambda: "total" in names(seat))
    seat.wait(lambda: any(one.isVisible() for one in seat.window.findChildren(Beside)))


def test_where_the_author_has_switched_it_off_the_status_line_says_why(open_on: OpenOn) -> None:
    seat = open_on(STRICT + LOOPS)
    seat.write("number = 1\nnum")
    seat.press(Key.Key_Space, CTRL)
    seat.wait_for_status("Completion is off in this lesson", "Names stay by being typed.")
    assert popup(seat) is None


def test_it_goes_when_the_keyboard_goes_elsewhere(open_on: OpenOn) -> None:
    seat = open_on(LOOPS)
    seat.write("number = 1\nnum")
    seat.wait(lambda: "number" in names(seat))
    seat.press(Key.Key_L, ALT)
    seat.wait(lambda: popup(seat) is None)


def test_it_stays_in_a_small_window(open_on: OpenOn) -> None:
    seat = open_on(LOOPS, (1024, 600))
    seat.write("number = 1\n" + "\n" * 30 + "x = [number, number, number, number, number, pri")
    seat.wait(lambda: "print" in names(seat))
    shown = popup(seat)
    assert shown is not None
    assert seat.window.rect().contains(shown.surface)


def test_in_a_narrow_window_with_the_largest_text_it_can_be_read(open_on: OpenOn) -> None:
    seat = open_on(LOOPS, (640, 420))
    seat.app.appearance.choose_text_scale(2.0)
    seat.write("pri")
    seat.wait(lambda: "print" in names(seat))
    shown = popup(seat)
    assert shown is not None
    assert seat.window.rect().contains(shown.surface)
    assert shown.rows.height() >= shown.rows.row_height
