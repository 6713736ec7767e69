"""The programs of the built-in pack, each broken in one place: it is found there, and mended."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.language.service.problems.inspection import inspect
from groundwork.language.service.problems.program import Problem, Program, changed_text

from .breaking import Broken, broken
from .programs import PackFile, pack_files

_EVERY = 23
"""One slip out of so many is tried: enough for every kind, and a few seconds."""

_LEAST = {
    "= for ==": 1.0,
    "closing bracket lost": 0.95,
    "closing quote lost": 0.95,
    "colon of a block lost": 0.97,
    "comma lost": 0.9,
    "letter of a keyword lost": 0.93,
    "letter of a name lost": 0.85,
    "letters of a keyword swapped": 0.95,
    "letters of a name swapped": 0.88,
    "opening bracket lost": 0.9,
    "opening quote lost": 0.92,
    "line not indented": 0.8,
    "line too far right": 0.93,
    "other colon lost": 0.9,
    "print without brackets": 0.97,
}
"""The share of slips of each kind after which one of the remedies leaves nothing wrong."""

pytestmark = pytest.mark.usefixtures("libraries")


def slips() -> list[Broken]:
    every = [
        slip
        for number, file in enumerate(pack_files())
        if file.is_right
        for slip in broken(file.text, seed=number)
    ]
    return every[::_EVERY]


def remedied(text: str, problems: list[Problem]) -> list[str]:
    return [changed_text(text, one.changes) for problem in problems for one in problem.remedies]


def is_broken(text: str) -> bool:
    try:
        compile(text, "", "exec")
    except SyntaxError:
        return True
    return False


def places(text: str, problems: list[Problem]) -> set[int]:
    """The lines that are pointed at, or that a remedy changes."""
    program = Program(text)
    starts = [one.start for one in problems]
    starts += [
        change.start for one in problems for remedy in one.remedies for change in remedy.changes
    ]
    return {program.line_at(start) for start in starts}


@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_slips_are_found_told_in_one_sentence_and_mended() -> None:
    total, mended, single, on_line = Counter[str](), Counter[str](), 0, 0
    for slip in slips():
        problems = inspect(Program(slip.text))
        if not problems:
            assert not is_broken(slip.text)  # it happens to be a program still
            continue
        total[slip.slip] += 1
        single += len(problems) == 1
        line = Program(slip.text).line_at(slip.place)
        on_line += bool({line - 1, line} & places(slip.text, problems))
        mended[slip.slip] += any(
            inspect(Program(text)) == [] for text in remedied(slip.text, problems)
        )
    shares = {name: mended[name] / total[name] for name in total}
    assert {name: share for name, share in shares.items() if share < _LEAST.get(name, 0)} == {}
    assert mended.total() >= 0.95 * total.total()
    assert single >= 0.96 * total.total()
    assert on_line >= 0.93 * total.total()


@pytest.mark.parametrize("file", [f for f in pack_files() if f.is_right], ids=lambda f: f.place)
def test_nothing_is_wrong_with_a_program_that_is_right(file: PackFile) -> None:
    assert inspect(Program(file.text)) == []


@given(
    number=st.integers(0, 10_000),
    cuts=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 30)), max_size=4),
    put_in=st.text(alphabet="()[]{}:'\"=\\\n\t\r\f\0 xif#,.é漢\u00a0“", max_size=6),
)
@pytest.mark.filterwarnings("ignore::SyntaxWarning")
def test_however_a_program_is_broken_the_answer_is_about_places_in_it(
    number: int, cuts: list[tuple[float, int]], put_in: str
) -> None:
    files = pack_files()
    text = files[number % len(files)].text
    for share, length in cuts:
        place = int(share * len(text))
        text = text[:place] + put_in + text[place + length :]
    plain = Program(text).text
    for problem in inspect(Program(text)):
        assert 0 <= problem.start <= problem.end <= len(plain)
        assert problem.sentence[0].isupper() or not problem.sentence[0].isalpha()
        assert problem.sentence.endswith((".", "?"))
        for remedy in problem.remedies:
            assert remedy.title
            assert changed_text(plain, remedy.changes) != plain
