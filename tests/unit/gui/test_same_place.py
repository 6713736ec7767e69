from __future__ import annotations

import pytest

from groundwork.gui.language.same_place import same_place


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("x|=1", "x| = 1"),
        ("x=|1", "x =| 1"),
        ("|x=1", "|x = 1"),
        ("x=1|", "x = 1|\n"),
        ("f('a|b')", 'f("a|b")'),
        ("f(a,|b)", "f(\n    a,\n    |b,\n)"),
        ("f(a|,b)", "f(\n    a|,\n    b,\n)"),
        ("if x:\n  ret|urn 1", "if x:\n    ret|urn 1\n"),
        ("x = [\n1|]", "x = [1|]\n"),
        ("x = 1   |", "x = 1\n|"),
        ("|", "|"),
    ],
)
def test_a_place_is_found_again(before: str, after: str) -> None:
    place = same_place(before.replace("|", ""), after.replace("|", ""), before.index("|"))

    assert place == after.index("|")
