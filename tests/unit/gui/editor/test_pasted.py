import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.editor.pasted import plain_code, plain_lines, reindented


@pytest.mark.parametrize(
    ("copied", "plain"),
    [
        ("print(\u201chello\u201d)", 'print("hello")'),
        ("x = \u2018a\u2019", "x = 'a'"),
        ("\u00a0\u00a0\u00a0\u00a0x\u00a0= 1", "    x = 1"),
        ("\ufeffx\u200b = 1", "x = 1"),
        ("if x:\r\n    y\rz", "if x:\n    y\nz"),
        ("if x:\n\ty\n  \tz", "if x:\n    y\n    z"),
        ("# caf\u00e9 \u2014 \U0001f600 e\u0301", "# caf\u00e9 \u2014 \U0001f600 e\u0301"),
    ],
)
def test_what_looks_like_code_becomes_code(copied: str, plain: str) -> None:
    assert plain_code(copied, 4) == plain


@given(st.text(st.characters(codec="ascii", exclude_characters="\r\t")))
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert plain_code(text, 4) == text


@given(st.text())
def test_lines_lose_no_characters_but_carriage_returns(text: str) -> None:
    assert plain_lines(text).replace("\n", "") == text.replace("\r", "").replace("\n", "")


@pytest.mark.parametrize(
    ("text", "column", "shown"),
    [
        ("if x:\n    y\n", 4, "if x:\n        y\n"),
        ("    if x:\n        y\n", 8, "if x:\n            y\n"),
        ("        x\n    y", 4, "    x\n    y"),
        ("if x:\n        y\n        z", 4, "if x:\n        y\n        z"),
        ("if x:\n        y\n    z", 8, "if x:\n            y\n        z"),
        ("x = 1\n    y = 2", 8, "x = 1\n        y = 2"),
        ("f(\n        a,\n    )", 0, "f(\n    a,\n)"),
        ("x\n\n\ny", 4, "x\n\n\n    y"),
        ("    x = 1", 4, "x = 1"),
        ("x", 4, "x"),
        ("", 4, ""),
        ("def f():\n    return 1\n\n\nf()\n", 4, "def f():\n        return 1\n\n\n    f()\n"),
    ],
)
def test_a_block_fits_its_new_place(text: str, column: int, shown: str) -> None:
    assert reindented(text.split("\n"), column, is_followed=False) == shown.split("\n")


def test_what_stands_behind_a_block_keeps_its_place() -> None:
    assert reindented(["x", ""], 4, is_followed=True) == ["x", "    "]
