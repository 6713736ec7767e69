"""Each problem is pointed at exactly, told in plain words, and mended where that is certain."""

from __future__ import annotations

import inspect as inspection_of
from importlib import import_module

import pytest

from groundwork.language.service.problems.inspection import inspect
from groundwork.language.service.problems.program import Problem, Program, changed_text
from groundwork.language.service.problems.sayings import SAYINGS

pytestmark = pytest.mark.usefixtures("libraries")


def only(text: str) -> Problem:
    problems = inspect(Program(text))
    assert len(problems) == 1, problems
    return problems[0]


def mended(text: str) -> str:
    return changed_text(text, only(text).remedies[0].changes)


@pytest.mark.parametrize(
    ("text", "marked", "topic", "after"),
    [
        ("x = 3\nif x > 2\n    x = 1\n", "if x > 2", "missing-colon", "if x > 2:"),
        ("for i in range(3);\n    print(i)\n", ";", "missing-colon", "range(3):"),
        ("x = 1\nif x:\n    x = 2\nelse\n    x = 3\n", "else", "missing-colon", "else:"),
        ("x = 1\nif x = 3:\n    x = 2\n", "=", "assignment-in-condition", "if x == 3:"),
        ("x = 1\nif x:\n    x = 2\nelse if x:\n    x = 3\n", "else if", "else-if", "elif x:"),
        ('print "a"\n', "print", "print-without-brackets", 'print("a")'),
        ('name = "Ada\n', '"Ada', "unclosed-text", 'name = "Ada"'),
        ('print("Ada)\n', '"Ada)', "unclosed-text", 'print("Ada")'),
        ('print(Ada")\n', 'Ada"', "unopened-text", 'print("Ada")'),
        ("print('it's')\n", "'it's'", "apostrophe", 'print("it\'s")'),
        ("print(\"Ada')\n", "\"Ada')", "mixed-quotes", 'print("Ada")'),
        ("print(len([1])\nx = 3\n", "(", "unclosed-bracket", "print(len([1]))\n"),
        ("x = [\n    1,\n    2,\nprint(x)\n", "[", "unclosed-bracket", "2,\n]\nprint(x)"),
        ("x = (1, 2]\n", "]", "wrong-bracket", "(1, 2)"),
        ("x = len([1]))\n", ")", "unopened-bracket", "x = len([1])\n"),
        ("def f():\n    retrun 3\n", "retrun", "misspelt-word", "return 3"),
        ("x = 1\nwhlie x:\n    x = 0\n", "whlie", "misspelt-word", "while x:"),
        ("pirnt(3)\n", "pirnt", "undefined-name", "print(3)"),
        ("price = 3\nprint(pirce)\n", "pirce", "undefined-name", "print(price)"),
        ("x = true\n", "true", "undefined-name", "x = True"),
        ("print(json.dumps(3))\n", "json", "undefined-name", "import json\n\nprint"),
        ("import json\nprint(json, math.pi)\n", "math", "undefined-name", "json\nimport math\n"),
        ("print(datetime.now())\n", "datetime", "undefined-name", "from datetime import datetime"),
        ("import os, sys\nprint(sys)\n", "os", "unused-import", "import sys\n"),
        ("x = 3\nif x is 3:\n    x = 4\n", "x is 3", "is-literal", "if x == 3:"),
        ("x = 3\nx == 4\n", "x == 4", "no-effect", "x = 4\n"),
        ("xs = [2, 1]\nxs.sort\n", "xs.sort", "not-called", "xs.sort()\n"),
        ('name = "a"\nprint("Hi {name}")\n', '"Hi {name}"', "missing-f", 'print(f"Hi'),
        ("x = [1 2]\n", "1 2", "missing-comma", "[1, 2]"),
        ('x = {"a" 1}\n', '"a" 1', "missing-colon", '{"a": 1}'),
        ("x = “a”\n", "“", "strange-sign", 'x = "a"'),
        ("x = 3\nx++\n", "++", "foreign-sign", "x += 1"),
        ("int x = 3\n", "int", "declaration", "x = 3"),
        ("x = 1\nfor i in [x]:\nprint(i)\n", "print(i)", "missing-indentation", "\n    print(i)"),
        ("x = 1\n  y = 2\n", "y = 2", "unexpected-indentation", "\ny = 2"),
        ("if 1:\n    x = 1\n   y = 2\n", "y = 2", "uneven-indentation", "\n    y = 2"),
        ("if 1:\n\tx = 1\n        y = 2\n", "y = 2", "mixed-tabs", "        x = 1"),
        ("def f():\n\nf()\n", "def f():", "empty-block", "def f():\n    pass"),
        ('x = "C:\\data"\n', "\\d", "odd-escape", '"C:\\\\data"'),
    ],
)  # fmt: skip
def test_a_slip_is_marked_and_mended(text: str, marked: str, topic: str, after: str) -> None:
    if topic in {"missing-indentation", "empty-block"} and "f()" not in marked:
        problem = inspect(Program(text))[0]
    else:
        problem = only(text)
    fixed = changed_text(text, problem.remedies[0].changes)
    assert (text[problem.start : problem.end], problem.topic) == (marked, topic)
    assert after in fixed
    compile(fixed, "", "exec")


@pytest.mark.parametrize(
    ("text", "marked", "topic"),
    [
        ("class = 3\n", "=", "reserved-word"),
        ("3 = x\n", "3", "assignment-to-value"),
        ("x = 012\n", "0", "leading-zero"),
        ("1st = 3\n", "1st = 3", "odd-number"),
        ("return 3\n", "return 3", "return-outside"),
        ("break\n", "break", "break-outside"),
        ("def f(a=1, b):\n    return a, b\n", "b", "parameter-order"),
        ("print(total)\ntotal = 3\n", "total", "undefined-name"),
        ("n = 0\ndef f():\n    n += 1\nf()\n", "n", "local-before-value"),
        ("def f():\n    return 1\n    print(2)\n", "print(2)", "unreachable"),
        ("def f(xs=[]):\n    return xs\n", "[]", "shared-default"),
        ("def f(a, a):\n    return a\n", "a", "repeated-parameter"),
        ('x = {"a": 1, "a": 2}\n', '"a"', "repeated-key"),
        ("print(hello)\n", "hello", "undefined-name"),
    ],
)
def test_what_has_no_certain_remedy_is_told_without_one(text: str, marked: str, topic: str) -> None:
    problem = only(text)
    assert problem.topic == topic
    assert text[problem.start : problem.end] in {marked, "1st"}
    assert problem.remedies == ()


def test_mistakes_on_several_lines_are_found_at_once() -> None:
    text = 'x = 3\nif x > 2\n    print("a)\nprint(x\nprint(mising)\nmissing = 1\n'
    topics = [problem.topic for problem in inspect(Program(text))]
    assert topics == ["missing-colon", "unclosed-text", "unclosed-bracket", "undefined-name"]


def test_a_line_that_cannot_be_read_does_not_make_other_lines_wrong() -> None:
    text = "import json\nprice = 3\ntotal = price ? json\nprint(total, prise)\n"
    problems = inspect(Program(text))
    assert [problem.topic for problem in problems] == ["foreign-sign", "undefined-name"]
    assert "“price”" in problems[1].sentence


def test_one_name_that_is_not_there_is_told_once_and_mended_everywhere() -> None:
    text = "for itm in [1, 2]:\n    print(item)\n    print(item + 1)\n"
    assert mended(text) == text.replace("itm ", "item ")


def test_what_the_lesson_imports_elsewhere_is_known() -> None:
    problems = inspect(Program("app = Flask(__name__)\n"), "import os\nfrom flask import Flask, g")
    assert problems[0].remedies[0].title == "Add “from flask import Flask”"


def test_an_import_joins_the_one_from_the_same_module() -> None:
    text = "from datetime import datetime\n\nprint(datetime, timedelta(1))\n"
    assert mended(text).startswith("from datetime import datetime, timedelta\n")


def test_line_ends_of_every_kind_and_wide_letters_keep_places_right() -> None:
    text = '\ufeff# é\r\nnäme = "🎉" + nmae\rname = 3\n'
    spans = [problem for problem in inspect(Program(text)) if problem.topic == "undefined-name"]
    plain = Program(text).text
    assert {plain[one.start : one.end] for one in spans} <= {"nmae"}


@pytest.mark.parametrize(
    "text",
    [
        "\0", "x = 1\0\n", '("' * 3000, "(" * 300, "[" * 150 + "]" * 150, "-" * 5000 + "1",
        "x" + ".a" * 5000, "if x\n" * 3000, 'print("a)\n' * 5000, "}" * 2000, "'" * 10001,
        '"""' + "x\n" * 20000, "def f():\n" * 90, "    " * 100 + "x\n", "else:\n" * 3000,
        "\t x\n  \ty\n" * 1000, "lambda: " * 3000, "f(" * 90 + ")" * 89, "\f x = 3\n",
        "a" * 300_000,
    ],
    ids=range(20),
)  # fmt: skip
def test_hostile_texts_have_a_bounded_answer(text: str) -> None:
    problems = inspect(Program(text))
    length = len(Program(text).text)
    assert len(problems) <= 100
    assert all(0 <= one.start <= one.end <= length for one in problems)
    assert all(len(one.sentence) < 400 for one in problems)


def test_everything_that_pyflakes_finds_has_a_sentence() -> None:
    messages = import_module("pyflakes.messages")
    kinds = inspection_of.getmembers(messages, inspection_of.isclass)
    names = {name for name, kind in kinds if issubclass(kind, messages.Message)} - {"Message"}
    assert names == set(SAYINGS)
    said = {saying.topic: saying for saying in SAYINGS.values() if not saying.sentence}
    assert set(said) == {"star-import"}
