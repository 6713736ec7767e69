"""What calls in a program give, and what they raise."""

from __future__ import annotations

import pytest
from tests.system.checking.exercises import exercise, verdict_on, verdicts_on

from groundwork.checking.verdicts import Place, Verdict
from groundwork.packs.checks import AnyCheck, CallCheck, PropertyCheck, RaisesCheck

ADD = CallCheck(title="add(1, 2) gives 3", call="add(1, 2)", expected="3")


def test_the_right_answer_passes() -> None:
    assert verdict_on(ADD, "def add(a, b):\n    return a + b\n").verdict is Verdict.PASSED


def test_a_wrong_answer_is_told_with_what_was_given_got_and_expected() -> None:
    verdict = verdict_on(ADD, "def add(a, b):\n    print('adding')\n    return a * b\n")
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence == "This check expected 3 and got 2."
    assert (verdict.given, verdict.got, verdict.expected) == ("add(1, 2)", "2", "3")
    assert verdict.output == "adding\n"


@pytest.mark.parametrize("end", ["raise ValueError", "return 4"])
def test_what_is_printed_without_a_line_end_is_output(end: str) -> None:
    verdict = verdict_on(ADD, f"def add(a, b):\n    print('adding', end='')\n    {end}\n")
    assert verdict.output == "adding"


def test_a_missing_function_is_named() -> None:
    assert verdict_on(ADD, "").sentence == "The program does not define add."


def test_an_exception_is_told_with_the_learners_line() -> None:
    verdict = verdict_on(ADD, "def add(a, b):\n    return a + c\n")
    assert verdict.sentence == ("add(1, 2) ended with NameError: name 'c' is not defined (line 2).")
    assert (verdict.got, verdict.place) == (
        "NameError: name 'c' is not defined",
        Place("main.py", 2),
    )


def test_setup_comes_before_the_call() -> None:
    check = CallCheck(title="t", setup="a = [3]\nadd(a)\n", call="(a, total)", expected="([3], 3)")
    source = "total = 0\ndef add(values):\n    global total\n    total += sum(values)\n"
    assert verdict_on(check, source).is_passed
    assert verdict_on(check, source + "total = 1\n").given == "a = [3]\nadd(a)\n(a, total)"


def test_a_value_that_the_author_left_out_is_the_solutions() -> None:
    asked = exercise(
        CallCheck(title="t", call="order(2)"),
        solution="from dataclasses import dataclass\n@dataclass\nclass Order:\n    n: int\n"
        "order = Order",
    )
    right = "class Order:\n    def __repr__(self):\n        return 'Order(n=2)'\n"
    assert verdicts_on(asked, right + "def order(n):\n    return Order()\n").are_passed
    wrong = verdicts_on(asked, "def order(n):\n    return 'Order(n=2)'\n").checks[0]
    assert wrong.sentence == "This check expected Order(n=2) and got 'Order(n=2)'."


@pytest.mark.parametrize(
    ("written", "expected", "is_right"),
    [
        ("0.1 + 0.2", "0.3", False),
        ("2.0", "2", True),
        ("1", "True", False),
        ("(1, 2)", "[1, 2]", False),
        ("{'b': 1, 'a': [2]}", "{'a': [2], 'b': 1}", True),
        ("{3, 1}", "{1, 3}", True),
        ("__import__('collections').Counter('aab')", "{'a': 2, 'b': 1}", True),
        ("2 + 3j", "2 + 3j", True),
        ("b'\\xff'", "b'\\xff'", True),
        ("10 ** 5000", str(10**30), False),
        ("10 ** 30", str(10**30), True),
        ("'\\ud800 é'", "'\\ud800 é'", True),
        ("[None, float('inf')]", "[None, 1e999]", True),
    ],
)
def test_values_are_compared_by_structure(written: str, expected: str, *, is_right: bool) -> None:
    check = CallCheck(title="t", call="value()", expected=expected)
    assert verdict_on(check, f"def value():\n    return {written}\n").is_passed is is_right


def test_numbers_may_differ_by_the_tolerance() -> None:
    check = CallCheck(
        title="t", call="[0.1 + 0.2, {1: x}]", expected="[0.3, {1: 5}]", tolerance=0.1
    )
    assert verdict_on(check, "x = 5.09").is_passed
    assert not verdict_on(check, "x = 5.2").is_passed


def test_a_program_that_ends_with_sys_exit_is_still_asked() -> None:
    assert verdict_on(ADD, "import sys\ndef add(a, b):\n    return 3\nsys.exit(1)\n").is_passed


def test_a_broken_program_is_not_asked() -> None:
    verdict = verdict_on(ADD, "def add(a, b):\n    return 3\n1 / 0\n")
    assert verdict.sentence == (
        "The program ended with ZeroDivisionError: division by zero (line 3)."
    )


def test_long_values_are_cut_around_the_first_difference() -> None:
    check = CallCheck(title="t", call="'a' * 5000 + x", expected=repr("a" * 5000 + "b" * 5000))
    verdict = verdict_on(check, "x = 'c' * 5000")
    assert verdict.sentence == "The texts differ from letter 5001 on."
    assert len(verdict.got) < 1000
    assert "ac" in verdict.got
    assert "ab" in verdict.expected


def test_a_solution_that_fails_is_not_the_learners_fault() -> None:
    asked = exercise(CallCheck(title="t", call="f()"), solution="1 / 0")
    verdict = verdicts_on(asked, "def f():\n    return 1\n").checks[0]
    assert verdict.verdict is Verdict.STOPPED
    assert verdict.sentence.startswith("This check cannot be carried out: the exercise's solution")


def test_a_call_that_is_no_python_is_not_the_learners_fault() -> None:
    verdict = verdict_on(CallCheck(title="t", call="f(", expected="1"), "def f(): return 1")
    assert verdict.verdict is Verdict.STOPPED
    assert verdict.sentence.startswith("This check cannot be carried out: Python cannot read")


NEGATIVE = RaisesCheck(
    title="pay(-1) raises ValueError", call="pay(-1)", error="ValueError", message="negative"
)


@pytest.mark.parametrize(
    ("body", "sentence"),
    [
        ("raise ValueError('a negative amount')", ""),
        ("raise UnicodeError('negative')", ""),
        ("return 3", "This check expected ValueError to be raised, and got a value."),
        (
            "raise ValueError('no')",
            "ValueError is right, but its text does not hold “negative”.",
        ),
        ("raise TypeError('negative')", "pay(-1) ended with TypeError: negative (line 4)."),
        ("raise Mine('negative')", "pay(-1) ended with Mine: negative (line 4)."),
    ],
)
def test_an_exception_is_awaited_by_class_and_text(body: str, sentence: str) -> None:
    source = f"class Mine(Exception): pass\n\ndef pay(amount):\n    {body}\n"
    assert verdict_on(NEGATIVE, source).sentence == sentence


def test_a_class_of_the_learners_is_awaited_by_name() -> None:
    check = RaisesCheck(title="t", call="pay(-1)", error="NegativeAmount")
    source = "class NegativeAmount(ValueError): pass\ndef pay(amount):\n    raise {}('x')\n"
    assert verdict_on(check, source.format("NegativeAmount")).is_passed
    assert not verdict_on(check, source.format("ValueError")).is_passed


def test_a_class_that_only_bears_the_name_of_a_plain_one_is_not_that() -> None:
    source = "class ValueError(Exception): pass\ndef pay(n):\n    raise ValueError('negative')\n"
    assert not verdict_on(NEGATIVE, source).is_passed


def test_text_alone_is_given_as_got_where_nothing_is_raised() -> None:
    verdict = verdict_on(NEGATIVE, "def pay(amount):\n    return [amount]\n")
    assert (verdict.given, verdict.got, verdict.expected) == (
        "pay(-1)",
        "[-1]",
        "ValueError: … negative …",
    )


ASKS = "name = input('Who? ')\n\ndef greeting():\n    return f'Hello {name}'\n"


@pytest.mark.parametrize(
    "check",
    [
        CallCheck(title="t", call="greeting()", typed_input="Ada\n", expected="'Hello Ada'"),
        RaisesCheck(title="t", call="greeting(1)", typed_input="Ada\n", error="TypeError"),
        PropertyCheck(title="t", function="greeting", arguments="()", typed_input="Ada\n", count=2),
    ],
)
def test_what_is_typed_reaches_a_program_that_asks_before_it_is_called(check: AnyCheck) -> None:
    assert verdicts_on(exercise(check, solution=ASKS), ASKS).are_passed
