"""How a program is built; nothing is run."""

from __future__ import annotations

import pytest
from tests.system.checking.exercises import verdict_on

from groundwork.checking.verdicts import Place, Verdict
from groundwork.packs.checks import StructureCheck

SORTING = StructureCheck(
    title="It sorts by itself",
    uses=("loop",),
    avoids=("call sorted", "method sort"),
    at_most=(("list", 1),),
)
RIGHT = """
def ordered(values):
    made = []
    for value in values:
        made.insert(0, value)
    return made
"""


def test_the_right_answer_passes() -> None:
    assert verdict_on(SORTING, RIGHT).verdict is Verdict.PASSED


@pytest.mark.parametrize(
    ("answer", "sentence", "line"),
    [
        ("x = 1", "This check asks for a loop, and there is none in main.py.", 0),
        (
            "for n in sorted([1]): pass",
            "This check asks to do without sorted(), which stands in line 1.",
            1,
        ),
        (
            "for n in []: pass\norder = sorted\n",
            "This check asks to do without sorted(), which stands in line 2.",
            2,
        ),
        (
            "for n in []: pass\nx = []\nx.sort()",
            "This check asks to do without .sort(), which stands in line 3.",
            3,
        ),
        (
            "while x: pass\nx = []\ny = []",
            "This check asks for a list display at most once, and there are 2, in lines 2 and 3.",
            3,
        ),
        ("for x in []\n", "Python cannot read the program: expected ':' (line 1).", 1),
    ],
)
def test_what_is_built_otherwise_is_told_with_its_line(
    answer: str, sentence: str, line: int
) -> None:
    verdict = verdict_on(SORTING, answer)
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence == sentence
    assert verdict.place == (Place("main.py", line) if line else None)


def test_another_file_is_read_where_the_check_names_one() -> None:
    check = StructureCheck(title="t", uses=("class",), file="shop.py")
    assert verdict_on(check, "", shop="class Shop: pass").is_passed
    assert verdict_on(check, "class Shop: pass").sentence == "There is no file shop.py."


@pytest.mark.parametrize(
    "answer",
    [
        "(" * 500 + ")" * 500,
        "-" * 200_000 + "1",
        "x = 1\0",
        "import ast\nast.walk = lambda tree: iter(())\nwhile True: pass\nsorted([])",
        "'uses a loop'\n# for loop in loops\n",
        "x = " + "[" * 90 + "]" * 90,
    ],
)
def test_hostile_sources_are_read_and_fail(answer: str) -> None:
    verdict = verdict_on(SORTING, answer)
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence
