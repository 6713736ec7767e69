"""Brackets and quotes, Backspace and Enter between them, with real keys."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from groundwork.gui.editor import key_actions, pairs
from groundwork.gui.editor.scintilla import Message

from .desk import CTRL, SHIFT, Desk

Key = Qt.Key
Open = Callable[..., Desk]


@pytest.fixture
def desk_at(desk_with: Open) -> Callable[..., Desk]:
    """Makes a desk with the cursor where `|` stands in the text."""

    def make(text: str, name: str = "main.py") -> Desk:
        before, _, after = text.partition("|")
        desk = desk_with(before + after, name)
        desk.view.send(Message.GOTOPOS, len(before.encode()))
        return desk

    return make


def test_every_sign_of_a_pair_is_answered() -> None:
    assert sorted(key_actions.SIGNS) == sorted(pairs.SIGNS)


def shown(desk: Desk) -> str:
    """The text with `|` where the cursor is."""
    content, cursor = desk.text.encode(), desk.ask(Message.GETCURRENTPOS)
    return (content[:cursor] + b"|" + content[cursor:]).decode()


@pytest.mark.parametrize(
    ("start", "typed", "end"),
    [
        ("|", "print(", "print(|)"),
        ("|", "print('", "print('|')"),
        ("|", "print('hi')", "print('hi')|"),
        ("|", "x = [[1], {2: (", "x = [[1], {2: (|)}]"),
        ("|", '"""Says"""', '"""Says"""|'),
        ("|", '"""', '"""|"""'),
        ("|", "f'{x", "f'{x|}'"),
        ("|", "f'{x}'", "f'{x}'|"),
        ("|", "# don't (", "# don't (|"),
        ("|", "x = 'it (", "x = 'it (|'"),
        ("| + 1", "(a", "(a|) + 1"),
        ("|a + 1", "(", "(|a + 1"),
        ("f(|)", ")", "f()|"),
        ("f(g(|)", ")", "f(g()|)"),
        ("é = 'é|'", "'", "é = 'é'|"),
    ],
)
def test_typed_signs(desk_at: Open, start: str, typed: str, end: str) -> None:
    desk = desk_at(start)
    desk.type(typed)
    assert shown(desk) == end


@pytest.mark.parametrize(
    ("start", "typed", "end"),
    [
        ("f(g(|", "a", "f(g(a|"),
        ("|", "f(", "|"),
        ("|", "'", "|"),
        ("x = |", "'''", "x = ''|"),
        ("|", "[(", "[|]"),
    ],
)
def test_backspace_takes_back_both_halves(desk_at: Open, start: str, typed: str, end: str) -> None:
    desk = desk_at(start)
    desk.type(typed)
    if typed == "a":
        assert shown(desk) == end
        return
    desk.press(Key.Key_Backspace, times=len(typed) if end == "|" else 1)
    assert shown(desk) == end


def test_a_pair_is_one_step_to_undo(desk_at: Open) -> None:
    desk = desk_at("x = |")
    desk.type("[")
    desk.press(Key.Key_Z, CTRL)
    assert shown(desk) == "x = |"


@pytest.mark.parametrize(
    ("sign", "wrapped"),
    [
        ("(", "(total)"),
        ("[", "[total]"),
        ("{", "{total}"),
        ("'", "'total'"),
        ('"', '"total"'),
        (")", ")"),
        ("x", "x"),
    ],
)
def test_a_selection_is_wrapped_and_can_be_wrapped_again(
    desk_with: Open, sign: str, wrapped: str
) -> None:
    desk = desk_with("total")
    desk.press(Key.Key_A, CTRL)
    desk.type(sign)
    assert desk.text == wrapped
    if len(wrapped) == 1:
        return
    assert desk.selected == "total"
    desk.type("(")
    assert desk.text == f"{wrapped[0]}(total){wrapped[-1]}"
    desk.press(Key.Key_Z, CTRL)
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == "total"


def test_a_selection_made_backwards_stays_so(desk_with: Open) -> None:
    desk = desk_with("ab")
    desk.press(Key.Key_End)
    desk.press(Key.Key_Left, SHIFT)
    desk.type("(")
    desk.press(Key.Key_Left, SHIFT)
    assert (desk.text, desk.selected) == ("a(b)", "(b")


@pytest.mark.parametrize(
    ("start", "end"),
    [
        ("f(|)", "f(\n    |\n)"),
        ("if x:\n    y = [|]", "if x:\n    y = [\n        |\n    ]"),
        ("f(a, |)", "f(a,\n    |)"),
        ("f(|a)", "f(\n    |a)"),
        ("'(|)'", "'(\n|)'"),
        ("x = 1|  # why", "x = 1\n|# why"),
        ("# cut | here", "# cut\n# |here"),
        ("# a\n# b|", "# a\n# b\n# |"),
        ("# a\n# |", "# a\n|"),
        ("# only|", "# only\n|"),
        ('"""\n- a|\n"""', '"""\n- a\n- |\n"""'),
        ('"""\n- a\n- |\n"""', '"""\n- a\n|\n"""'),
        ("x = 3 \\\n    - 1|", "x = 3 \\\n    - 1\n|"),
    ],
)
def test_enter(desk_at: Open, start: str, end: str) -> None:
    desk = desk_at(start)
    desk.press(Key.Key_Return)
    assert shown(desk) == end
    desk.press(Key.Key_Z, CTRL)
    assert desk.text == start.replace("|", "")


def test_enter_between_brackets_is_the_beginning_of_a_list(desk_at: Open) -> None:
    desk = desk_at("|")
    desk.type("x = [")
    desk.press(Key.Key_Return)
    desk.type("1,")
    desk.press(Key.Key_Return)
    desk.type("2,")
    desk.press(Key.Key_Return)
    desk.type("]")
    assert shown(desk) == "x = [\n    1,\n    2,\n]|"


def test_lists_go_on_in_other_files(desk_at: Open) -> None:
    desk = desk_at("1. first|", "notes.md")
    desk.press(Key.Key_Return)
    desk.type("don't")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Return)
    assert shown(desk) == "1. first\n2. don't\n|"


def test_the_keypad_has_an_enter_too(desk_at: Open) -> None:
    desk = desk_at("f(|)")
    desk.press(Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert shown(desk) == "f(\n    |\n)"


def test_line_ends_stay_those_of_the_file(desk_at: Open) -> None:
    desk = desk_at("x\r\nf(|)")
    desk.press(Key.Key_Return)
    assert shown(desk) == "x\r\nf(\r\n    |\r\n)"


def test_a_read_only_file_takes_no_pairs(desk_at: Open) -> None:
    desk = desk_at("f(|)")
    desk.pane.set_read_only(is_read_only=True)
    desk.type("[')")
    desk.press(Key.Key_Return)
    desk.press(Key.Key_Backspace)
    assert desk.text == "f()"


@pytest.mark.parametrize("seed", range(4))
def test_random_keys_leave_what_was_typed(desk_with: Open, seed: int) -> None:
    """Before the cursor stands what stood there, and then what was typed; all can be undone."""
    chance = random.Random(seed)  # noqa: S311 - nothing is kept secret
    start = "def f(a):\n    return [a, 'b']\n"
    desk = desk_with(start)
    desk.pane.setUpdatesEnabled(False)
    keys = (Key.Key_Left, Key.Key_Right, Key.Key_Up, Key.Key_Down, Key.Key_Backspace)
    for _ in range(1000):
        before = desk.text.encode()[: desk.ask(Message.GETCURRENTPOS)].decode()
        letters = sum(map(desk.text.count, "ab:,"))
        typed = chance.choice("()[]{}'\"'\"#fab:, \n")
        if chance.random() < 0.3:
            desk.press(chance.choice(keys))
        elif typed == "\n":
            desk.press(Key.Key_Return)
        else:
            desk.type(typed)
            now = desk.text.encode()[: desk.ask(Message.GETCURRENTPOS)].decode()
            assert now.split() == (before + typed).split()
            assert sum(map(desk.text.count, "ab:,")) == letters + (typed in "ab:,")
    while desk.ask(Message.CANUNDO):
        desk.press(Key.Key_Z, CTRL)
    assert desk.text == start


@pytest.mark.parametrize(
    ("start", "typed", "end"),
    [
        ("x = f|\n    1,\n)\n", "(", "x = f(|\n    1,\n)\n"),
        ("x = f|\n    1,\n)\ny = (\n", "(", "x = f(|)\n    1,\n)\ny = (\n"),
        ("x = f(\n    g|,\n)\n", "(", "x = f(\n    g(|),\n)\n"),
        ('def f():\n    ""|\n    """\n\n\nx = """a"""\n', '"', 'def f():\n    """|\n    """\n'),
        ('def f():\n    ""|\n\n\nx = """a"""\n', '"', 'def f():\n    """|"""\n'),
    ],
)
def test_nothing_comes_where_its_end_waits_below(
    desk_at: Open, start: str, typed: str, end: str
) -> None:
    desk = desk_at(start)
    desk.type(typed)
    assert shown(desk).startswith(end)


def test_what_is_selected_gives_way_to_a_new_line(desk_with: Open) -> None:
    desk = desk_with("if x:  # why\n")
    desk.press(Key.Key_Right, times=5)
    desk.press(Key.Key_End, SHIFT)
    desk.press(Key.Key_Return)
    desk.type("y")
    assert desk.text == "if x:\n    y\n"
