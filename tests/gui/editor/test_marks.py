from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from groundwork.gui.editor.look import OCCURRENCE, SOFT_KEYWORD
from groundwork.gui.editor.scintilla import Message, PythonStyle, Style

from .desk import CTRL, Desk

Key = Qt.Key
Open = Callable[..., Desk]


@pytest.mark.parametrize(
    ("text", "word", "style"),
    [
        ("import os", "import", PythonStyle.KEYWORD),
        ("x = None", "None", PythonStyle.KEYWORD),
        ("async def f(): pass", "async", PythonStyle.KEYWORD),
        ("print(x)", "print", PythonStyle.KEYWORD_2),
        ("x.print", "print", PythonStyle.IDENTIFIER),
        ("raise ValueError", "ValueError", PythonStyle.KEYWORD_2),
        ("def area(): pass", "area", PythonStyle.FUNCTION_NAME),
        ("class Order: pass", "Order", PythonStyle.CLASS_NAME),
        ("@cache\ndef f(): pass", "cache", PythonStyle.DECORATOR),
        ("# note", "note", PythonStyle.COMMENT),
        ("x = 0x1F", "0x1F", PythonStyle.NUMBER),
        ("x = 'text'", "text", PythonStyle.CHARACTER),
        ('x = f"a {b} c"', " c", PythonStyle.F_STRING),
        ('x = f"a {b} c"', "b}", PythonStyle.IDENTIFIER),
    ],
)
def test_python_is_told_apart(desk_with: Open, text: str, word: str, style: PythonStyle) -> None:
    desk = desk_with(f"{text}\n")
    assert desk.style_of(word) == style


def test_other_files_are_plain(desk_with: Open) -> None:
    desk = desk_with("import,print,class\n", "orders.csv")
    assert set(desk.view.styles(0, 18)) == {PythonStyle.DEFAULT}


def test_soft_keywords_are_marked_only_where_they_are_keywords(desk_with: Open) -> None:
    desk = desk_with(
        "match = 1\nmatch match:\n    case _:\n        _ = 3\n'''\nmatch x:\n'''\ntype X = int\n"
    )
    desk.qtbot.waitUntil(lambda: bool(desk.spans(SOFT_KEYWORD)))
    assert desk.spans(SOFT_KEYWORD) == ["match", "case", "_", "type"]


def test_soft_keywords_follow_the_typing(desk_with: Open) -> None:
    desk = desk_with()
    desk.type("match x")
    assert desk.spans(SOFT_KEYWORD) == []
    desk.type(":")
    desk.qtbot.waitUntil(lambda: desk.spans(SOFT_KEYWORD) == ["match"])


def test_the_name_at_the_cursor_is_marked_wherever_it_stands(desk_with: Open) -> None:
    desk = desk_with("total = 1\nsubtotal = total\n# total\nprint('total', total)\n")
    desk.qtbot.waitUntil(lambda: desk.spans(OCCURRENCE) == ["total"] * 3)
    desk.press(Key.Key_End, CTRL)
    desk.qtbot.waitUntil(lambda: desk.spans(OCCURRENCE) == [])


def test_no_name_is_marked_while_somebody_works_elsewhere(desk_with: Open) -> None:
    desk = desk_with("total = 1\nprint(total)\n")
    desk.qtbot.waitUntil(lambda: desk.spans(OCCURRENCE) == ["total"] * 2)
    desk.press(Key.Key_F, CTRL)
    desk.qtbot.waitUntil(lambda: desk.spans(OCCURRENCE) == [])
    desk.press(Key.Key_Escape)
    desk.press(Key.Key_Home)
    desk.qtbot.waitUntil(lambda: desk.spans(OCCURRENCE) == ["total"] * 2)


@pytest.mark.parametrize("text", ["if x:\n    if y: pass\n", "1 + 1\n", "alone = 2\n", "'a' 'a'\n"])
def test_what_is_no_name_or_stands_alone_is_not_marked(desk_with: Open, text: str) -> None:
    desk = desk_with(f"name = name\n{text}")
    desk.qtbot.waitUntil(lambda: desk.spans(OCCURRENCE) == ["name", "name"])
    desk.press(Key.Key_Down)
    desk.qtbot.waitUntil(lambda: desk.spans(OCCURRENCE) == [])


def test_brackets_beside_the_cursor_are_marked_with_their_partners(desk_with: Open) -> None:
    desk = desk_with("f((1, ')'), 2)\n")
    desk.press(Key.Key_Right, times=2)
    desk.qtbot.waitUntil(lambda: desk.brackets() == {1, 13})
    desk.press(Key.Key_Right)
    desk.qtbot.waitUntil(lambda: desk.brackets() == {2, 9})
    desk.press(Key.Key_Home)
    desk.qtbot.waitUntil(lambda: desk.brackets() == set())


def test_line_numbers_make_room_for_the_last_one(desk_with: Open) -> None:
    desk = desk_with("\n" * 98)
    narrow = desk.ask(Message.GETMARGINWIDTHN, 1)
    desk.press(Key.Key_Return, times=1200)
    assert desk.ask(Message.GETMARGINWIDTHN, 1) > narrow > 0


def test_lines_are_as_high_as_prose_asks_for_code(desk_with: Open) -> None:
    desk = desk_with("x")
    size = desk.appearance.code_font().pixelSize()
    assert desk.ask(Message.TEXTHEIGHT, 0) == pytest.approx(1.4 * size, abs=1)
    desk.appearance.choose_text_scale(2.0)
    assert desk.ask(Message.TEXTHEIGHT, 0) == pytest.approx(2.8 * size, abs=1)


def test_colours_follow_the_theme(desk_with: Open) -> None:
    desk = desk_with("x")
    light = desk.ask(Message.STYLEGETFORE, Style.DEFAULT)
    desk.appearance.choose_theme("dark")
    assert desk.ask(Message.STYLEGETFORE, Style.DEFAULT) != light
