"""Checks that an author wrote in Python: they run far from the learner's program."""

from __future__ import annotations

from textwrap import dedent

import pytest
from tests.system.checking.exercises import QUICK, exercise, verdict_on, verdicts_on

from groundwork.checking.verdicts import Place, Verdict
from groundwork.packs.checks import PythonCheck

SHOP = """
class SoldOutError(ValueError):
    pass

class Shop:
    def __init__(self, stock):
        self.stock = dict(stock)
    def sell(self, what, *, count=1):
        if self.stock.get(what, 0) < count:
            raise SoldOutError(f'no {what}')
        self.stock[what] -= count
        return self.stock[what]
    def __len__(self):
        return len(self.stock)
    def __iter__(self):
        return iter(self.stock)
    def __eq__(self, other):
        return self.stock == other.stock
    def __enter__(self):
        return self
    def __exit__(self, *error):
        self.stock = {}

def applied(function, values):
    return [function(value) for value in values]

def sort_in_place(values):
    values.sort()
"""


def python_check(body: str) -> PythonCheck:
    source = '"""Checks."""\n\ndef check_it(learner, expect):\n' + (
        "".join(f"    {line}\n" for line in dedent(body).strip().splitlines())
    )
    return PythonCheck(title="It works", source=source, function="check_it")


@pytest.mark.parametrize(
    "body",
    [
        "shop = learner.Shop({'tea': 3})\nexpect(shop.sell('tea', count=2), 1)",
        "expect(len(learner.Shop({'tea': 3})), 1)",
        "expect([what for what in learner.Shop({'tea': 3, 'rice': 1})], ['tea', 'rice'])",
        "assert learner.Shop({}) == learner.Shop({})",
        "assert learner.Shop({}) != learner.Shop({1: 2})",
        "assert isinstance(learner.Shop({}), learner.Shop)",
        "assert not isinstance(3, learner.Shop)",
        """
        try:
            learner.Shop({}).sell('tea')
        except learner.SoldOutError as error:
            expect(str(error), 'no tea')
        else:
            assert False
        """,
        "try:\n    learner.Shop({}).sell('tea')\nexcept ValueError:\n    return\nassert False",
        "expect(learner.applied(lambda value: value * 2, [1, 2]), [2, 4])",
        "expect(learner.applied(learner.Shop, [{}])[0].stock, {})",
        "values = [3, 1]\nlearner.sort_in_place(values)\nexpect(values, [1, 3])",
        "with learner.Shop({1: 1}) as shop:\n    expect(len(shop), 1)\nexpect(len(shop), 0)",
        "shop = learner.Shop({})\nshop.stock = {'tea': 1}\nexpect(shop.sell('tea'), 0)",
        "expect(learner.Shop.__name__, 'Shop')",
        "assert hasattr(learner, 'Shop') and not hasattr(learner.Shop, 'buy')",
        "expect(learner.applied(str, [1.5, None, (1, {2})]), ['1.5', 'None', '(1, {2})'])",
        "expect(learner.applied(lambda v: learner.applied(abs, [v])[0], [-1]), [1])",
        "expect(0.1 + 0.2, 0.3, tolerance=1e-9)",
        "assert learner.SoldOutError is learner.SoldOutError",
        "assert issubclass(learner.SoldOutError, ValueError)",
    ],
)
def test_an_author_reaches_the_program_as_if_it_was_here(body: str) -> None:
    assert verdict_on(python_check(body), SHOP).sentence == ""


def test_values_that_differ_are_told_as_given_got_and_expected() -> None:
    check = python_check("expect(learner.Shop({'tea': 3}).sell('tea'), 5)")
    verdict = verdict_on(check, SHOP)
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence == "This check expected 5 and got 2."
    assert (verdict.given, verdict.got, verdict.expected) == (
        "Shop({'tea': 3}).sell('tea')",
        "2",
        "5",
    )


def test_given_is_what_the_author_says() -> None:
    verdict = verdict_on(python_check("expect(True, 1, given='a shop')"), SHOP)
    assert (verdict.given, verdict.sentence) == ("a shop", "This check expected 1 and got True.")


def test_a_complaint_is_told_in_the_authors_words() -> None:
    verdict = verdict_on(
        python_check("assert len(learner.Shop({})), 'A shop is never empty.'"), SHOP
    )
    assert (verdict.sentence, verdict.given) == ("A shop is never empty.", "Shop({})")
    plain = verdict_on(python_check("assert not learner.Shop({1: 1})"), SHOP)
    assert plain.sentence == "This check does not hold."


def test_an_exception_of_the_learners_is_told_with_its_line() -> None:
    verdict = verdict_on(python_check("learner.Shop(None)"), SHOP)
    assert verdict.sentence == (
        "Shop(None) ended with TypeError: 'NoneType' object is not iterable (line 7)."
    )
    assert verdict.place == Place("main.py", 7)


def test_a_missing_name_is_told() -> None:
    verdict = verdict_on(python_check("learner.Market()"), SHOP)
    assert verdict.sentence == "The program does not define Market."


def test_an_exception_of_the_authors_is_not_the_learners_fault() -> None:
    verdict = verdict_on(python_check("x = 1\nx.y"), SHOP)
    assert verdict.verdict is Verdict.STOPPED
    assert verdict.sentence == (
        "This check cannot be carried out: check_it ended with AttributeError: "
        "'int' object has no attribute 'y' (line 5)."
    )


@pytest.mark.parametrize("body", ["while True: pass", "import os; os._exit(0)"])
def test_a_check_without_conclusion_is_not_the_learners_fault(body: str) -> None:
    verdict = verdicts_on(exercise(python_check(body), limits=QUICK), SHOP).checks[0]
    assert verdict.verdict is not Verdict.PASSED


def test_a_call_that_does_not_come_back_is_told_with_its_place() -> None:
    answer = "def wait(seconds):\n    while seconds:\n        pass\n"
    asked = exercise(python_check("learner.wait(3)"), limits=QUICK)
    verdict = verdicts_on(asked, answer).checks[0]
    assert verdict.verdict is Verdict.TIMED_OUT
    assert verdict.place is not None
    assert verdict.place.line in {2, 3}


def test_a_program_that_fails_is_told_so() -> None:
    verdict = verdict_on(python_check("learner.Shop({})"), "1 / 0\n")
    assert verdict.sentence == (
        "The program ended with ZeroDivisionError: division by zero (line 1)."
    )


def test_a_program_that_leaves_is_told_so() -> None:
    verdict = verdict_on(python_check("learner.leave()"), "import os\ndef leave(): os._exit(4)\n")
    assert verdict.sentence == (
        "The program ended itself before it had answered this check (exit code 4)."
    )


def test_nothing_of_the_check_is_near_the_learners_program() -> None:
    answer = """
    import os, sys, pathlib, gc
    def found():
        texts = [*sys.argv, *sys.orig_argv, *os.environ.values(), repr(gc.get_objects())]
        frame = sys._getframe()
        while frame:
            texts.append(repr(frame.f_globals) + repr(frame.f_locals))
            frame = frame.f_back
        for folder, _, names in os.walk(pathlib.Path.cwd().parent):
            for name in names:
                try:
                    texts.append(pathlib.Path(folder, name).read_text(errors='replace'))
                except OSError:
                    pass
        return sum('the-' + 'expectation' in text for text in texts)
    """
    check = python_check("expected = 'the-expectation'\nexpect(learner.found(), 0, given=expected)")
    assert verdict_on(check, answer).sentence == ""


PATCHING = """
import builtins
for name in ('len', 'isinstance', 'repr', 'type', 'getattr', 'list'):
    setattr(builtins, name, None)
def f(x): return 4
"""
FORGING = """
import os
def f(x):
    for number in range(3, 30):
        try:
            os.write(number, b'["", "passed"]\\n["", "done"]\\n')
        except OSError:
            pass
    return 4
"""


@pytest.mark.parametrize(
    "answer",
    [
        PATCHING,
        FORGING,
        "class Any:\n    def __eq__(self, other): return True\ndef f(x): return Any()\n",
        "import sys\ndef f(x):\n    raise AssertionError\n",
        "def f(x):\n    x.append(3)\n    return 0\n",
        "import sys\ndef f(x): sys.exit(0)\n",
        "def f(x): return f(x)\n",
        "import os\nos.closerange(3, 99)\ndef f(x): return 4\n",
        "def f(x): return __builtins__\n",
    ],
)
def test_a_hostile_answer_does_not_pass(answer: str) -> None:
    check = python_check("expect(learner.f([1, 2]), 3)")
    verdict = verdicts_on(exercise(check, limits=QUICK), answer).checks[0]
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence
