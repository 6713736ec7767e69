import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.editor.pasted import plain_code, plain_lines


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
