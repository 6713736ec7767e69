"""What a program prints for what is typed into it."""

from __future__ import annotations

import pytest
from tests.system.checking.exercises import QUICK, exercise, verdict_on, verdicts_on

from groundwork.checking.verdicts import Place, Verdict
from groundwork.packs.checks import Comparison, OutputCheck

SUM = OutputCheck(title="Given 3 and 4, it prints 7", typed_input="3\n4\n", expected="7\n")


def test_the_right_answer_passes() -> None:
    verdict = verdict_on(SUM, "print(int(input()) + int(input()))")
    assert verdict.verdict is Verdict.PASSED
    assert verdict.sentence == ""
    assert verdict.title == "Given 3 and 4, it prints 7"
    assert verdict.output == "7\n"


def test_a_wrong_answer_is_told_with_what_was_given_got_and_expected() -> None:
    verdict = verdict_on(SUM, "print(input() + input())")
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence == ("The program printed something else than expected, from line 1 on.")
    assert (verdict.given, verdict.got, verdict.expected) == ("3\n4\n", "34\n", "7\n")
    assert verdict.is_text


def test_printing_nothing_is_told_so() -> None:
    assert verdict_on(SUM, "int(input()) + int(input())").sentence == "The program printed nothing."


def test_printing_where_nothing_is_to_be_printed_is_told_so() -> None:
    verdict = verdict_on(OutputCheck(title="It is silent", expected=""), "print('x')")
    assert verdict.sentence == "The program was to print nothing."


def test_what_goes_to_standard_error_is_kept_but_not_compared() -> None:
    verdict = verdict_on(
        OutputCheck(title="t", expected="1\n2"),
        "import sys\nprint(1)\nprint('on the side', file=sys.stderr)\nprint(2)",
    )
    assert verdict.is_passed
    assert "on the side" in verdict.output
    assert verdict.output.replace("on the side", "").split() == ["1", "2"]


def test_the_program_has_its_arguments() -> None:
    check = OutputCheck(title="t", arguments=("--name", "Zoë 中"), expected="['--name', 'Zoë 中']")
    assert verdict_on(check, "import sys; print(sys.argv[1:])").is_passed
    assert verdict_on(check, "print(1)").given == "Arguments: --name Zoë 中\n"


def test_output_that_the_author_left_out_is_the_solutions() -> None:
    asked = exercise(OutputCheck(title="t", typed_input="5"), solution="print(int(input()) ** 2)")
    assert verdicts_on(asked, "n = int(input())\nprint(n * n)").are_passed
    wrong = verdicts_on(asked, "print(int(input()) * 2)").checks[0]
    assert (wrong.got, wrong.expected) == ("10\n", "25\n")


@pytest.mark.parametrize(
    ("comparison", "answer", "is_right"),
    [
        (Comparison.EXACT, "print('total  1.50')", False),
        (Comparison.WORDS, "print('total\\n 1.50\\t')", True),
        (Comparison.WORDS, "print('total 1.5')", False),
        (Comparison.NUMBERS, "print('total 1.5')", True),
        (Comparison.NUMBERS, "print('total 1.509')", True),
        (Comparison.NUMBERS, "print('total 1.6')", False),
        (Comparison.NUMBERS, "print('total nan')", False),
    ],
)
def test_output_is_compared_as_the_author_says(
    comparison: Comparison, answer: str, *, is_right: bool
) -> None:
    check = OutputCheck(title="t", expected="total 1.50", comparison=comparison, tolerance=0.01)
    assert verdict_on(check, answer).is_passed is is_right


def test_an_error_is_told_with_type_message_and_line() -> None:
    verdict = verdict_on(SUM, "a = int(input())\nprint(a + b)\n")
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence == (
        "The program ended with NameError: name 'b' is not defined (line 2)."
    )
    assert verdict.place == Place("main.py", 2)


def test_an_error_in_another_file_of_the_learners_is_placed_there() -> None:
    verdict = verdict_on(
        SUM, "import adding\nprint(adding.add(1))", adding="def add(a):\n    return a / 0\n"
    )
    assert verdict.sentence == (
        "The program ended with ZeroDivisionError: division by zero (line 2 of adding.py)."
    )


def test_a_program_that_is_no_python_is_told_so() -> None:
    verdict = verdict_on(SUM, "x = 1\nif x\n    print(x)\n")
    assert verdict.sentence == "Python cannot read the program: expected ':' (line 2)."
    assert verdict.place == Place("main.py", 2)


def test_asking_for_more_than_is_typed_is_told_so() -> None:
    verdict = verdict_on(SUM, "input()\ninput()\ninput()\n")
    assert verdict.sentence == "The program asks for more input than this check gives it (line 3)."


def test_time_that_is_up_is_told_with_where_the_program_was() -> None:
    asked = exercise(SUM, limits=QUICK)
    verdict = verdicts_on(asked, "n = 1\nwhile n:\n    n += 1\n").checks[0]
    assert verdict.verdict is Verdict.TIMED_OUT
    assert verdict.place is not None
    assert verdict.place.file == "main.py"
    assert verdict.place.line in {2, 3}
    assert verdict.sentence == (
        f"The program was still running after 1.0 s, the limit here; it was in line "
        f"{verdict.place.line}. Is there a loop without end?"
    )


def test_an_exit_is_no_error() -> None:
    assert verdict_on(SUM, "import sys\nprint(7)\nsys.exit('done')").is_passed


def test_what_the_author_adds_is_handed_on_where_the_check_fails() -> None:
    check = OutputCheck(title="t", expected="7", says="Add the two.")
    assert verdict_on(check, "print(8)").says == "Add the two."
    assert verdict_on(check, "print(7)").says == ""
