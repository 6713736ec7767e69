"""The places of a snippet are filled in one after the other."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from tests.gui.editor.desk import SECOND
from tests.gui.language.writing_desk import WritingDesk

from groundwork.gui.editor.look import SNIPPET_PLACE
from groundwork.gui.language.completion.inserting import put_in
from groundwork.gui.language.completion.places import SnippetPlaces
from groundwork.gui.language.completion.word import word_at_cursor
from groundwork.language.protocol import Candidate

Key = Qt.Key
LOOP = Candidate("for", "snippet", insert="for ${name} in ${names}:\n    ${pass}")


@pytest.fixture
def desk(desk_with: Callable[..., WritingDesk]) -> WritingDesk:
    """A desk at which the snippet of a loop was put in, in the body of a function."""
    desk = desk_with("def show():\n    fo\nshow()\n")
    desk.put_cursor_behind("    fo")
    word, places = word_at_cursor(desk.view), SnippetPlaces(desk.workplace)
    found = put_in(desk.view, LOOP, word, word.start, takes_rest=True)
    places.begin(found, desk.cursor)
    desk.editor.keys.show_first(places.takes)
    return desk


def test_the_first_place_is_selected_and_all_are_marked(desk: WritingDesk) -> None:
    assert desk.text == "def show():\n    for name in names:\n        pass\nshow()\n"
    assert desk.selected == "name"
    assert desk.spans(SNIPPET_PLACE) == ["name", "names", "pass"]


def test_tab_goes_on_and_shift_tab_goes_back(desk: WritingDesk) -> None:
    desk.type("number")
    desk.press(Key.Key_Tab)
    assert desk.selected == "names"
    desk.type("numbers")
    desk.press(Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert desk.selected == "number"
    desk.press(Key.Key_Tab, times=2)
    assert desk.selected == "pass"
    desk.type("print(number)")
    desk.press(Key.Key_Tab)
    assert desk.text == ("def show():\n    for number in numbers:\n        print(number)\nshow()\n")
    assert desk.text.encode()[: desk.cursor].endswith(b"print(number)")
    assert desk.spans(SNIPPET_PLACE) == []


def test_a_place_may_be_emptied_and_filled_again(desk: WritingDesk) -> None:
    desk.press(Key.Key_Delete)
    desk.type("x")
    desk.press(Key.Key_Tab)
    assert desk.selected == "names"
    assert "for x in names" in desk.text


def test_escape_ends_it_and_tab_is_tab_again(desk: WritingDesk) -> None:
    desk.press(Key.Key_Escape)
    desk.qtbot.waitUntil(lambda: desk.spans(SNIPPET_PLACE) == [])
    before = desk.text
    desk.press(Key.Key_End)
    desk.press(Key.Key_Tab)
    assert desk.text != before


def test_leaving_the_places_ends_it(desk: WritingDesk) -> None:
    desk.put_cursor(0)
    desk.qtbot.waitUntil(lambda: desk.spans(SNIPPET_PLACE) == [])


def test_going_to_another_place_goes_on_from_there(desk: WritingDesk) -> None:
    desk.put_cursor_behind("in names")
    desk.qtbot.waitUntil(lambda: desk.selected == "")
    desk.type("s")
    desk.press(Key.Key_Tab)
    assert desk.selected == "pass"


def test_another_file_ends_it(desk: WritingDesk) -> None:
    before = desk.text
    desk.open({"other.py": "x = 1\n"}, SECOND)
    desk.press(Key.Key_Tab)
    assert desk.text == "    x = 1\n"
    desk.open({"main.py": before})
    assert desk.spans(SNIPPET_PLACE) == []


@pytest.mark.parametrize(
    ("template", "keys", "text"),
    [
        ("else:\n    ${}", "x\tx", "else:\n    x   x"),
        ("while ${condition}:\n    ${}", "a\tb\tc", "while a:\n    b   c"),
        ("try:\n    ${}\nexcept ${Error}:\n    ${}", "a\tb\tc", "try:\n    a\nexcept b:\n    c"),
    ],
)
def test_an_empty_place_at_the_end_is_where_it_ends(
    desk_with: Callable[..., WritingDesk], template: str, keys: str, text: str
) -> None:
    desk = desk_with("")
    word, places = word_at_cursor(desk.view), SnippetPlaces(desk.workplace)
    candidate = Candidate("it", "snippet", insert=template)
    found = put_in(desk.view, candidate, word, word.start, takes_rest=True)
    places.begin(found, desk.cursor)
    desk.editor.keys.show_first(places.takes)
    for key in keys:
        desk.type(key) if key != "\t" else desk.press(Key.Key_Tab)
    assert desk.text == text


def test_taking_it_back_is_one_step(desk: WritingDesk) -> None:
    desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.text == "def show():\n    fo\nshow()\n"
