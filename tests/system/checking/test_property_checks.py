"""A function compared with the solution's for many generated arguments."""

from __future__ import annotations

from tests.system.checking.exercises import QUICK, exercise, verdicts_on

from groundwork.checking.answer import check_answer
from groundwork.checking.verdicts import CheckVerdict, Place, Verdict
from groundwork.packs.checks import PropertyCheck
from groundwork.packs.exercises import Exercise

SOLUTION = "def largest(values):\n    return max(values)\n"
LARGEST = PropertyCheck(
    title="largest is right for 50 generated inputs",
    function="largest",
    arguments="([random.randint(-9, 9) for _ in range(random.randint(1, 6))],)",
)
ASKED = exercise(LARGEST, solution=SOLUTION)


def verdict(answer: str, asked: Exercise = ASKED) -> CheckVerdict:
    return verdicts_on(asked, answer).checks[0]


def test_the_right_answer_passes() -> None:
    assert verdict("def largest(values):\n    return sorted(values)[-1]\n").is_passed


def test_the_smallest_input_that_goes_wrong_is_told() -> None:
    found = verdict("def largest(values):\n    return max([*values, 0])\n")
    assert found.verdict is Verdict.FAILED
    assert found.given.startswith("largest([-")
    assert len(found.given) <= len("largest([-9])")
    assert found.got == "0"
    assert found.expected == found.given[len("largest([") : -2]
    assert found.sentence.startswith(f"This check expected {found.expected} and got 0. ")
    assert found.sentence.endswith("of 50 generated inputs go wrong; this is the smallest of them.")


def test_the_same_seed_makes_the_same_inputs_and_another_seed_others() -> None:
    wrong = {"main.py": "def largest(values):\n    return None\n"}
    first, again, other = (check_answer(ASKED, wrong, seed=seed).checks[0] for seed in (1, 1, 2))
    assert (first.given, first.expected) == (again.given, again.expected)
    inputs = exercise(
        PropertyCheck(title="t", function="str", arguments="(random.random(),)", count=1),
        solution="",
    )
    shadowed = {"main.py": "str = repr\ndef str(x): return None\n"}
    values = {check_answer(inputs, shadowed, seed=seed).checks[0].given for seed in (1, 1, 2)}
    assert len(values) == 2
    assert other.verdict is Verdict.FAILED


def test_an_exception_for_one_input_is_told_with_it() -> None:
    found = verdict(
        "def largest(values):\n    if len(values) == 1:\n        return values[1]\n"
        "    return max(values)\n"
    )
    assert found.sentence.startswith(
        f"{found.given} ended with IndexError: list index out of range"
    )
    assert found.place == Place("main.py", 3)


def test_the_same_exception_as_the_solutions_is_right() -> None:
    solution = "def root(n):\n    if n < 0:\n        raise ValueError('no')\n    return n ** 0.5\n"
    check = PropertyCheck(
        title="t", function="root", arguments="(random.uniform(-4, 4),)", tolerance=1e-6
    )
    asked = exercise(check, solution=solution)
    right = "import math\ndef root(n):\n    return math.sqrt(n)\n"
    assert verdict(right, asked).is_passed
    wrong = "def root(n):\n    return abs(n) ** 0.5\n"
    assert verdict(wrong, asked).sentence.startswith("This check expected ValueError to be raised")


def test_changing_the_list_that_was_given_does_not_change_what_is_expected() -> None:
    found = verdict("def largest(values):\n    values[:] = [0]\n    return max(values)\n")
    assert found.verdict is Verdict.FAILED
    assert found.given != "largest([0])"


def test_inputs_may_be_objects_of_the_program() -> None:
    source = (
        "class Order:\n    def __init__(self, n):\n        self.n = n\n"
        "    def __repr__(self):\n        return f'Order({self.n})'\n"
    )
    check = PropertyCheck(title="t", function="total", arguments="Order(random.randint(1, 9))")
    asked = exercise(check, solution=source + "def total(order): return order.n\n")
    assert verdict(source + "def total(order):\n    return 0 + order.n\n", asked).is_passed
    wrong = verdict(source + "def total(order):\n    return 0\n", asked)
    assert wrong.given.startswith("total(Order(")


def test_an_input_that_never_comes_back_is_told() -> None:
    asked = exercise(LARGEST, solution=SOLUTION, limits=QUICK)
    found = verdict(
        "def largest(values):\n    while len(values) > 1: pass\n    return values[0]\n", asked
    )
    assert found.verdict is Verdict.TIMED_OUT
    assert found.given.startswith("largest([")
    assert found.place == Place("main.py", 2)


def test_patching_what_makes_the_inputs_does_not_help() -> None:
    patched = (
        "import builtins, random\n"
        "random.Random.randint = lambda *a: 1\n"
        "random.Random._randbelow = lambda *a: 0\n"
        "builtins.range = lambda *a: [0]\n"
        "def largest(values): return 1\n"
    )
    assert verdict(patched).verdict is Verdict.FAILED


def test_arguments_that_fail_with_the_solution_are_not_the_learners_fault() -> None:
    check = PropertyCheck(title="t", function="largest", arguments="(missing,)")
    found = verdict("def largest(v): return 1", exercise(check, solution=SOLUTION))
    assert found.verdict is Verdict.STOPPED
    assert "no arguments can be generated" in found.sentence
