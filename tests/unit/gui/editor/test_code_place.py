from __future__ import annotations

import io
import tokenize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.editor.code_place import CodePlace, Text, place_in_code

CODE, COMMENT = CodePlace(), CodePlace(is_comment=True)


def text(quotes: str, *, has_fields: bool = False, is_escaped: bool = False) -> CodePlace:
    return CodePlace(Text(quotes, has_fields, is_escaped))


@pytest.mark.parametrize(
    ("before", "place"),
    [
        ("", CODE),
        ("x = 1", CODE),
        ("x = '", text("'")),
        ("x = 'a", text("'")),
        ("x = 'a'", CODE),
        ("x = ''", CODE),
        ("x = '''", text("'''")),
        ("x = '''it's", text("'''")),
        ("x = '''a'''", CODE),
        ("x = \"it's", text('"')),
        ('x = "it\'s"', CODE),
        (r"x = 'it\'s", text("'")),
        (r"x = 'a\\'", CODE),
        ("x = 'a\\", text("'", is_escaped=True)),
        ("x = 'a\\\\", text("'")),
        ("# it's", COMMENT),
        ("x = '#", text("'")),
        ("x = '#'  # don't", COMMENT),
        ("r'", text("'")),
        ("rb'\\", text("'", is_escaped=True)),
        ("bar'", text("'")),
        ("f'", text("'", has_fields=True)),
        ("f'{", CODE),
        ("f'{x", CODE),
        ("f'{x}", text("'", has_fields=True)),
        ("f'{{", text("'", has_fields=True)),
        ("f'{{x}}", text("'", has_fields=True)),
        ("f'{x:", text("'", has_fields=True)),
        ("f'{x:>{", CODE),
        ("f'{x:>{w}", text("'", has_fields=True)),
        ("f'{x:>{w}}", text("'", has_fields=True)),
        ("f'{x:>4}'", CODE),
        ("f'{x:>4'", CODE),
        ("f'{d[1:2]", CODE),
        ("f'{d[\"a\"]}'", CODE),
        ("f'{d[\"a", text('"')),
        ("f'{f\"{x", CODE),
        ("f'{ {1: 2}", CODE),
        ("f'{ {1: 2} }'", CODE),
        ("f'}'", CODE),
        ("F'''{x", CODE),
        ("print(f'{x}', 'y", text("'")),
        ("'{x", text("'")),
    ],
)
def test_what_a_place_is(before: str, place: CodePlace) -> None:
    assert place_in_code(before) == place


def test_a_line_may_begin_inside_a_text() -> None:
    outer = Text('"""')

    assert place_in_code("it's (", outer) == text('"""')
    assert place_in_code('"""', outer) == CODE
    assert place_in_code('""" # so', outer) == COMMENT


@given(st.text(alphabet="ab'\"{}f#\\:[]()! ", max_size=25))
def test_any_line_has_an_answer(line: str) -> None:
    place_in_code(line)


@given(st.text(alphabet="ab'\"#\\,() ", max_size=14))
def test_a_line_that_python_reads_as_a_whole_ends_in_code_or_a_comment(line: str) -> None:
    try:
        tokens = [*tokenize.generate_tokens(io.StringIO(line).readline)]
    except (tokenize.TokenError, SyntaxError):
        return
    if any(token.type == tokenize.ERRORTOKEN for token in tokens):
        return
    has_comment = any(token.type == tokenize.COMMENT for token in tokens)
    assert place_in_code(line) == (COMMENT if has_comment else CODE)
