"""Predict, run, compare; and questions whose answer is what a program prints, in the window."""

from __future__ import annotations

from pathlib import Path

from groundwork.gui.page.text_view import TextView
from groundwork.gui.question.output_field import OutputField
from groundwork.gui.question.panel import QuestionPanel

from .conftest import OpenOn, OpenWindow
from .lessons import write_pack
from .seat import CTRL, Key, Seat

COUNTS = """
```python example id=counts title="Counts"
for number in range(3):
    print("number", number)
```
"""

GREETS = """
```python example id=greets title="Greets"
name = input("Who? ")
print("Hello", name)
```
"""

ASKS = """
> [!QUESTION] sum
> **What does it print?**
>
> ```python predict
> print(20 + 22)
> ```
>
> - [ ] `2022`
>
>   That would be texts.

```python example id=other title="Other"
print("other")
```
"""


def predict(seat: Seat, text: str) -> None:
    """Write a prediction for the program in the editor, run it, and wait for the answer."""
    page = seat.app.prediction_page
    seat.app.run_panel.show_page(page)
    page.setFocus()
    seat.type(text)
    seat.press(Key.Key_Return, CTRL)
    seat.wait_for_status("exit code 0")


def said(seat: Seat) -> str:
    """What the page for predictions says."""
    return seat.labels(seat.app.prediction_page)


def question(seat: Seat) -> QuestionPanel:
    """The question on the page, once it is there."""
    seat.wait(lambda: seat.app.page.findChildren(QuestionPanel))
    return seat.app.page.findChildren(QuestionPanel)[0]


def answer(seat: Seat, text: str) -> None:
    """Write an answer to the question in place of what is there, and have it judged."""
    field = question(seat).findChild(OutputField)
    assert field is not None
    seat.click(field)
    seat.press(Key.Key_A, CTRL)
    seat.type(text)
    seat.press(Key.Key_Return, CTRL)


def heard(seat: Seat) -> str:
    """Everything that the question says."""
    panel = question(seat)
    texts = [view.document.toPlainText() for view in panel.findChildren(TextView)]
    return "\n".join([*texts, seat.labels(panel)])


def test_a_right_prediction_is_told_so(open_on: OpenOn) -> None:
    seat = open_on(COUNTS)
    predict(seat, "number 0\nnumber 1\nnumber 2")
    seat.wait(lambda: "It printed just that." in said(seat))
    assert "number 2" in seat.app.run_panel.console.toPlainText()


def test_a_wrong_prediction_is_shown_beside_what_was_printed(open_on: OpenOn) -> None:
    seat = open_on(COUNTS)
    predict(seat, "number 1\nnumber 2\nnumber 3")
    seat.wait(lambda: "something else" in said(seat))
    assert seat.app.prediction_page.isVisible()


def test_what_is_typed_into_the_program_need_not_be_predicted(open_on: OpenOn) -> None:
    seat = open_on(GREETS)
    page = seat.app.prediction_page
    seat.app.run_panel.show_page(page)
    page.setFocus()
    seat.type("Hello Ada")
    seat.press(Key.Key_Return, CTRL)
    seat.wait(lambda: "Who?" in seat.output and seat.has_focus(seat.app.run_panel.console))
    seat.type("Ada\n")
    seat.wait(lambda: "It printed just that." in said(seat))


def test_a_run_without_a_prediction_shows_the_output(open_on: OpenOn) -> None:
    seat = open_on(COUNTS)
    predict(seat, "number")
    seat.wait(lambda: "something else" in said(seat))
    seat.press(Key.Key_F5)
    seat.wait(seat.app.run_panel.console.isVisible)
    assert not seat.app.prediction_page.isVisible()


def test_a_predicted_answer_in_the_page_is_judged_by_a_real_run(open_on: OpenOn) -> None:
    seat = open_on(ASKS)
    answer(seat, "2022")
    seat.wait(lambda: "That would be texts." in heard(seat))
    answer(seat, "42")
    seat.wait(lambda: "That is what it prints." in heard(seat))
    seat.wait(lambda: "done" in heard(seat).split())


def test_an_unknown_pack_is_asked_about_before_its_question_is_run(
    open_window: OpenWindow, tmp_path: Path
) -> None:
    write_pack(tmp_path / "foreign", {"one/first": ASKS})
    seat = open_window(target=tmp_path / "foreign")
    seat.wait_for_example("other")  # by then the page shows its lesson
    answer(seat, "42")
    seat.wait_for_dialog()
    seat.click("Not now")
    seat.wait(lambda: "was run." in heard(seat) and not seat.dialogs)
    seat.activate()  # there is no window manager that would do it
    answer(seat, "42")
    seat.wait_for_dialog()
    seat.click("Run it")
    seat.wait(lambda: "That is what it prints." in heard(seat))
