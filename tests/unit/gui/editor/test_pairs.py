from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.editor.code_place import Text
from groundwork.gui.editor.pairs import (
    OPENING,
    QUOTES,
    SIGNS,
    Around,
    Reply,
    reply_to_backspace,
    reply_to_sign,
)

PLAIN = None
OVER = Reply(passed=1)


def around(text: str, *, is_ours: bool = False, shortage: int = 0, python: bool = True) -> Around:
    """A line with `|` where the cursor is."""
    before, _, after = text.partition("|")
    return Around(
        before, after, is_ours=is_ours, shortage=lambda _opening: shortage, is_python=python
    )


@pytest.mark.parametrize(
    "line", ["|", "print|", "x = |", "f(|)", "[a, |]", "{|: 1}", "x[|], y", "f| # so", "f|\t"]
)
@pytest.mark.parametrize("sign", "([{")
def test_a_bracket_is_closed_where_nothing_stands_behind(line: str, sign: str) -> None:
    assert reply_to_sign(sign, around(line)) == Reply(sign, {"(": ")", "[": "]", "{": "}"}[sign])


@pytest.mark.parametrize("line", ["|x", "f|.y", "f|'a'", "# f|", "'f|'", "'''f|'''", "f'{{|'"])
@pytest.mark.parametrize("sign", "([")
def test_a_bracket_stays_alone_before_something_and_in_prose(line: str, sign: str) -> None:
    assert reply_to_sign(sign, around(line)) is PLAIN


def test_a_bracket_stays_alone_where_its_end_waits_for_it() -> None:
    waiting = around("print|")._replace(is_awaited=lambda opening: opening == "(")
    assert reply_to_sign("(", waiting) is PLAIN
    assert reply_to_sign("[", waiting) == Reply("[", "]")


def test_three_quotes_stay_alone_where_their_end_waits_for_them() -> None:
    waiting = around("''|")._replace(is_awaited=lambda opening: opening == "'''")
    assert reply_to_sign("'", waiting) is PLAIN


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("f'|'", Reply("{", "}")),
        ("f'{|}'", Reply("{", "}")),
        ("f'{x:|}'", Reply("{", "}")),
        ("f'\\|'", PLAIN),
        ("'|'", PLAIN),
    ],
)
def test_fields_of_texts_are_closed(line: str, reply: Reply | None) -> None:
    assert reply_to_sign("{", around(line)) == reply


@pytest.mark.parametrize(
    ("line", "is_ours", "shortage", "reply"),
    [
        ("f(|)", True, 0, OVER),
        ("f(|)", True, 1, OVER),
        ("f(|)", False, 0, OVER),
        ("f((|)", False, 1, PLAIN),
        ("f(|", False, 1, PLAIN),
        ("f(x|]", False, 0, PLAIN),
        ("# (|)", False, 0, PLAIN),
        ("# (|)", True, 0, PLAIN),
        ("'(|)'", False, 0, PLAIN),
    ],
)
def test_an_end_that_is_there_is_typed_over(
    line: str,
    is_ours: bool,  # noqa: FBT001 - of a parameter
    shortage: int,
    reply: Reply | None,
) -> None:
    assert reply_to_sign(")", around(line, is_ours=is_ours, shortage=shortage)) == reply


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("|", Reply("'", "'")),
        ("x = |", Reply("'", "'")),
        ("f(|)", Reply("'", "'")),
        ("f|", Reply("'", "'")),
        ("x = Rb|", Reply("'", "'")),
        ("x = '|'", OVER),
        ("x = 'abc|'", OVER),
        ("x = 'abc\\|'", PLAIN),
        ("x = ''|", Reply("'", "'''")),
        ("x = f''|", Reply("'", "'''")),
        ("x = '''|'''", OVER),
        ("x = '''a'|''", OVER),
        ("x = '''a''|'", OVER),
        ("x = '''a|' b'''", PLAIN),
        ("x = '''it|", PLAIN),
        ("bar|", PLAIN),
        ("x_f|", PLAIN),
        ("f()|", PLAIN),
        ("'a'|", PLAIN),
        ('"it|"', PLAIN),
        ("# don|", PLAIN),
        ("|x", PLAIN),
        ("print(| a')", PLAIN),
        ("f'{d[|]}'", PLAIN),
        ('f"{d[|]}"', Reply("'", "'")),
    ],
)
def test_quotes(line: str, reply: Reply | None) -> None:
    assert reply_to_sign("'", around(line)) == reply


def test_quotes_in_a_text_of_many_lines() -> None:
    inside = around("it|")._replace(outer=Text("'''"))
    at_end = around("it|'''")._replace(outer=Text("'''"))

    assert reply_to_sign("'", inside) is PLAIN
    assert reply_to_sign("'", at_end) == OVER
    assert reply_to_sign('"', inside) is PLAIN


@pytest.mark.parametrize("sign", SIGNS)
def test_a_selection_is_wrapped_and_stays_selected(sign: str) -> None:
    reply = reply_to_sign(sign, Around("x = ", " y", is_selection=True))

    closing = sign if sign in QUOTES else {"(": ")", "[": "]", "{": "}"}.get(sign)
    assert reply == (Reply(sign, closing) if closing else PLAIN)


@pytest.mark.parametrize(
    ("line", "reply"),
    [
        ("f(|)", Reply(removed_before=1, removed_behind=1)),
        ("x = [|]", Reply(removed_before=1, removed_behind=1)),
        ("x = '|'", Reply(removed_before=1, removed_behind=1)),
        ("x = '''|'''", Reply(removed_before=1, removed_behind=3)),
        ("x = ''|'", PLAIN),
        ("x = 'a|'", PLAIN),
        ("x = ''|", PLAIN),
        ("f(|]", PLAIN),
        ("f(|", PLAIN),
        ("|)", PLAIN),
        ("# (|)", PLAIN),
        ("# '|'", PLAIN),
        ("'(|)'", PLAIN),
        ("\"'|'\"", PLAIN),
    ],
)
def test_two_halves_go_together(line: str, reply: Reply | None) -> None:
    assert reply_to_backspace(around(line)) == reply


def test_a_half_that_others_need_stays() -> None:
    assert reply_to_backspace(around("((|)", shortage=1)) is PLAIN
    assert reply_to_backspace(around("((|)", shortage=1, is_ours=True)) == Reply(
        removed_before=1, removed_behind=1
    )


def test_in_other_files_apostrophes_are_let_alone() -> None:
    assert reply_to_sign("'", around("|", python=False)) is PLAIN
    assert reply_to_sign('"', around("|", python=False)) == Reply('"', '"')
    assert reply_to_sign('"', around('"a|"', python=False, is_ours=True)) == OVER
    assert reply_to_sign("(", around("# |", python=False)) == Reply("(", ")")


@given(
    st.text(alphabet="ab'\"{}f#\\:[]() ", max_size=12).filter(lambda text: "|" not in text),
    st.text(alphabet="ab'\"{}f#\\:[]() ", max_size=6),
    st.sampled_from(SIGNS),
    st.booleans(),
    st.integers(-1, 1),
)
def test_a_sign_that_is_typed_is_there_afterwards(
    before: str,
    after: str,
    sign: str,
    is_ours: bool,  # noqa: FBT001 - of a parameter
    shortage: int,
) -> None:
    """Whatever comes by itself, before the cursor stands what was there, and then the sign."""
    there = Around(before, after, is_ours=is_ours, shortage=lambda _opening: shortage)
    reply = reply_to_sign(sign, there) or Reply(sign)

    moved = before + reply.before + after[: reply.passed]
    assert moved == before + sign
    assert not reply.removed_before
    assert not reply.removed_behind
    assert not (reply.behind and sign in OPENING)
