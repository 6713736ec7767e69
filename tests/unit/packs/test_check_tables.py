"""Checks in TOML: each kind becomes its value, with a title that a learner understands."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.check_tables import CheckTables, read_check_tables
from groundwork.packs.checks import (
    AnyCheck,
    CallCheck,
    Comparison,
    FileCheck,
    HttpCheck,
    Limits,
    OutputCheck,
    PropertyCheck,
    RaisesCheck,
    RowsCheck,
    StructureCheck,
)
from groundwork.packs.problems import ProblemCollector


def read(text: str) -> CheckTables:
    """What a text without a fault asks for."""
    problems = ProblemCollector(Path("checks.toml"))
    tables = read_check_tables(text, 1, problems)
    assert problems.found == ()
    return tables


def one_check(entries: str) -> AnyCheck:
    (check,) = read(f"[[checks]]\n{entries}").checks
    return check


@pytest.mark.parametrize(
    ("entries", "check"),
    [
        (
            (
                'kind = "output"\ninput = "1\\n"\narguments = ["-v", "a  b"]\nexpect = "2.0"\n'
                'compare = "numbers"\ntolerance = 0.5\n'
            ),
            OutputCheck(
                title="Given 1, it prints 2.0",
                line=1,
                typed_input="1\n",
                arguments=("-v", "a  b"),
                expected="2.0",
                comparison=Comparison.NUMBERS,
                tolerance=0.5,
            ),
        ),
        (
            'kind = "call"\nsetup = "x = 1"\ncall = " f(x) "\nexpect = "\'tea\'"\ntolerance = 1\n',
            CallCheck(
                title="f(x) gives 'tea'",
                line=1,
                call="f(x)",
                setup="x = 1",
                expected="'tea'",
                tolerance=1,
            ),
        ),
        (
            (
                'kind = "property"\nfunction = "shop.total"\narguments = "(random.random(),)"\n'
                "count = 7\n"
            ),
            PropertyCheck(
                title="shop.total is right for 7 generated inputs",
                line=1,
                function="shop.total",
                arguments="(random.random(),)",
                count=7,
            ),
        ),
        (
            'kind = "raises"\ncall = "f()"\nerror = "KeyError"\nmessage = "tea"\n',
            RaisesCheck(
                title="f() ends with KeyError", line=1, call="f()", error="KeyError", message="tea"
            ),
        ),
        (
            'kind = "structure"\navoids = ["call sorted", "while"]\nfile = "shop/a.py"\n',
            StructureCheck(
                title="It does without sorted() and a while loop",
                line=1,
                avoids=("call sorted", "while"),
                file="shop/a.py",
            ),
        ),
        (
            'kind = "file"\nfile = "a.txt"\ninput = "1"\ncompare = "words"\n',
            FileCheck(
                title="a.txt holds the right text",
                line=1,
                file="a.txt",
                typed_input="1",
                comparison=Comparison.WORDS,
            ),
        ),
        (
            (
                'kind = "rows"\ndatabase = "a.db"\nquery = "select 1 -- one\\n, \'a  b\'"\n'
                'expect = [[1, "tea"]]\n'
            ),
            RowsCheck(
                title="a.db holds the right rows",
                line=1,
                database="a.db",
                query="select 1 -- one\n, 'a  b'",
                expected="[(1, 'tea')]",
            ),
        ),
        (
            (
                'kind = "http"\napp = "shop.app"\nmethod = "post"\npath = "/a"\nbody = "b"\n'
                'headers = { A = "b" }\nstatus = 201\njson = { a = [1] }\ncontains = "c"\n'
            ),
            HttpCheck(
                title="POST /a answers with 201",
                line=1,
                app="shop.app",
                method="POST",
                path="/a",
                headers=(("A", "b"),),
                body="b",
                status=201,
                json="{'a': [1]}",
                contains="c",
            ),
        ),
    ],
)
def test_each_kind_becomes_its_value(entries: str, check: AnyCheck) -> None:
    assert one_check(entries) == check


def test_a_check_says_what_its_author_says() -> None:
    check = one_check('kind = "output"\ntitle = "It greets"\nsays = """\nLook again.\n"""\n')

    assert (check.title, check.says) == ("It greets", "Look again.")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("6", "6"),
        ("-1.5", "-1.5"),
        ("true", "True"),
        ('[1, "tea"]', "[1, 'tea']"),
        ('"{1: (2, 3)}"', "{1: (2, 3)}"),
        ('"{1, 2}"', "{1, 2}"),
        ('"None"', "None"),
        ("\"b'tea'\"", "b'tea'"),
    ],
)
def test_a_value_may_be_written_as_toml_or_as_python(written: str, expected: str) -> None:
    check = one_check(f'kind = "call"\ncall = "f()"\nexpect = {written}\n')

    assert isinstance(check, CallCheck)
    assert check.expected == expected


@pytest.mark.parametrize("json", ["null", "true", '{"a": null}', "[1, 2]", "{'a': None}"])
def test_json_may_be_written_as_json_or_as_python(json: str) -> None:
    check = one_check(f"kind = \"http\"\njson = '''{json}'''\n")

    assert isinstance(check, HttpCheck)
    assert check.json == json


@pytest.mark.parametrize(
    ("entries", "title"),
    [
        ('kind = "output"\n', "It prints the right text"),
        ('kind = "output"\ninput = "a\\nb\\n"\n', "Given a and b, it prints the right text"),
        ('kind = "output"\nexpect = "a\\nb\\n"\n', "It prints the right text"),
        ('kind = "call"\ncall = "f(1)"\n', "f(1) gives the right value"),
        ('kind = "http"\n', "GET / answers rightly"),
    ],
)
def test_a_title_is_made_where_there_is_none(entries: str, title: str) -> None:
    assert one_check(entries).title == title


def test_limits_are_counted_in_seconds_and_bytes() -> None:
    limits = read("[limits]\nseconds = 2\nmemory = 64\noutput = 8\n").limits

    assert limits == Limits(seconds=2, memory=64 << 20, output=8 << 10)
    assert read("").limits is None


def test_lines_count_from_where_the_text_begins() -> None:
    problems = ProblemCollector(Path("lesson.md"))
    text = '[[checks]]\nkind = "output"\n\n[[checks]]\nkind = "output"\nexpct = ""\n'
    tables = read_check_tables(text, 11, problems)

    assert [check.line for check in tables.checks] == [11, 14]
    assert [(one.line, one.remedy) for one in problems.found] == [(16, "Did you mean “expect”?")]
