"""The colours of code."""

from __future__ import annotations

import dataclasses
import inspect
import io
import keyword
import optparse
import textwrap
import tokenize
from types import ModuleType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from groundwork.gui.page.highlight import ROLES, coloured_lines, language_of
from groundwork.gui.theme import LIGHT

CODE_LIKE = st.text(st.sampled_from("ab1._ \n\t\"'{}()[]:!\\#@=fFrRé😀")) | st.text()


def coloured(code: str, language: str = "python") -> list[tuple[str, str]]:
    """The coloured pieces of `code` with their roles."""
    found = []
    for line, stretches in zip(code.split("\n"), coloured_lines(code, language), strict=True):
        units = line.encode("utf-16-le", "surrogatepass")
        for one in stretches:
            piece = units[2 * one.start : 2 * (one.start + one.length)]
            found.append((piece.decode("utf-16-le", "surrogatepass"), one.role))
    return found


def test_every_role_is_a_colour_of_the_theme() -> None:
    assert all(getattr(LIGHT, role).startswith("#") for role in ROLES)


def test_a_function_is_told_from_its_keyword() -> None:
    assert coloured("def grow(rows): pass") == [
        ("def", "keyword"),
        ("grow", "function"),
        ("pass", "keyword"),
    ]


def test_a_class_with_a_decorator() -> None:
    assert coloured("@final\nclass Bed(Plot):") == [
        ("@final", "function"),
        ("class", "keyword"),
        ("Bed", "class_name"),
    ]


@pytest.mark.parametrize("number", ["0", "1_000", "3.5", ".5", "1e-9", "0xFF", "0b10", "2j"])
def test_numbers_of_every_form(number: str) -> None:
    assert coloured(f"a1 = {number}") == [(number, "number")]


@pytest.mark.parametrize("text", ["'a'", '"a\\"b"', "b'a'", 'r"\\d"', '"""a"b"""', "''"])
def test_strings_of_every_form(text: str) -> None:
    assert coloured(f"x({text})") == [(text, "string")]


def test_a_string_may_go_over_several_lines() -> None:
    assert coloured('"""one\n  two"""') == [('"""one', "string"), ('  two"""', "string")]


def test_a_string_that_is_not_closed_ends_with_its_line() -> None:
    assert coloured('a = "open\nb = 1') == [('"open', "string"), ("1", "number")]


def test_the_fields_of_a_formatted_string_are_code() -> None:
    assert coloured('f"a {len(x) + 1:>{5}} b"') == [
        ('f"a ', "string"),
        ("len", "builtin"),
        ("1", "number"),
        (">", "string"),
        ("5", "number"),
        (' b"', "string"),
    ]


def test_doubled_braces_are_no_field() -> None:
    assert coloured('f"{{1}} {2}"') == [('f"{{1}} ', "string"), ("2", "number"), ('"', "string")]


def test_a_field_may_hold_the_same_quotes() -> None:
    assert coloured('f"{d["a"]}" + 1') == [
        ('f"', "string"),
        ('"a"', "string"),
        ('"', "string"),
        ("1", "number"),
    ]


def test_soft_keywords_are_keywords_only_where_they_mean_something() -> None:
    assert coloured("match request:\n    case 1: pass") == [
        ("match", "keyword"),
        ("case", "keyword"),
        ("1", "number"),
        ("pass", "keyword"),
    ]
    assert coloured("match = 1\ncase = match") == [("1", "number")]
    assert coloured("type Row = list") == [("type", "keyword"), ("list", "builtin")]


def test_builtins_are_told_from_errors_and_from_attributes() -> None:
    assert coloured("print(KeyError, rows.index, rows.print)") == [
        ("print", "builtin"),
        ("KeyError", "class_name"),
    ]


def test_a_comment_holds_no_strings() -> None:
    assert coloured("# it's # one") == [("# it's # one", "comment")]


def test_places_count_as_qt_counts_them() -> None:
    assert coloured_lines("😀 = 1", "python")[0][0].start == 5
    assert coloured('"😀" # 😀') == [('"😀"', "string"), ("# 😀", "comment")]


def test_settings_have_the_colours_of_their_values() -> None:
    assert coloured('port = 80 # it is\nname = "print"', "toml") == [
        ("80", "number"),
        ("# it is", "comment"),
        ('"print"', "string"),
    ]


@pytest.mark.parametrize("language", ["", "text", "cobol", "Python "])
def test_other_languages_are_plain(language: str) -> None:
    assert coloured_lines("def a():\n  1", language) == [[], []]


def test_an_enormous_text_is_plain() -> None:
    assert not any(coloured_lines("a = 1\n" * 50_000, "python"))


@pytest.mark.parametrize(
    ("name", "language"), [("main.py", "py"), ("a.b/settings.TOML", "toml"), ("Makefile", "")]
)
def test_a_file_has_the_language_of_its_ending(name: str, language: str) -> None:
    assert language_of(name) == language


@given(CODE_LIKE)
@example('f"{')
@example("f'''{a:{b:{c")
@example('f"\\')
def test_whatever_is_written_stretches_follow_each_other_inside_their_line(code: str) -> None:
    lines = coloured_lines(code, "python")
    texts = code.split("\n")
    assert len(lines) == len(texts)
    for text, stretches in zip(texts, lines, strict=True):
        place = 0
        for one in stretches:
            assert one.start >= place
            assert one.length > 0
            place = one.start + one.length
        assert place <= len(text.encode("utf-16-le", "surrogatepass")) // 2


@pytest.mark.parametrize("module", [optparse, dataclasses, textwrap])
def test_real_programs_are_read_as_python_reads_them(module: ModuleType) -> None:
    source = inspect.getsource(module)
    read = {
        (token.start[0] - 1, token.start[1], token.string)
        for token in tokenize.generate_tokens(io.StringIO(source).readline)
        if token.type in {tokenize.COMMENT, tokenize.NUMBER} or keyword.iskeyword(token.string)
    }
    lines = source.split("\n")
    coloured_here = {
        (row, one.start, lines[row][one.start : one.start + one.length])
        for row, stretches in enumerate(coloured_lines(source, "python"))
        for one in stretches
        if one.role in {"comment", "number", "keyword"}
    }
    assert read <= coloured_here
    # Some versions of Python read a formatted string in one piece.
    unread = {row for row, _, word in coloured_here - read if not keyword.issoftkeyword(word)}
    assert all("f'" in lines[row] or 'f"' in lines[row] for row in unread)
