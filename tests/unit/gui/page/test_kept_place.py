from __future__ import annotations

import pytest

from groundwork.gui.page.kept_place import kept_place


@pytest.mark.parametrize(
    ("before", "after", "place", "expected"),
    [
        ("abcd", "abcd", 2.5, 2.5),
        ("abcd", "abxcd", 1.5, 1.5),
        ("abcd", "abxcd", 2.5, 3.5),
        ("abcd", "acd", 3.25, 2.25),
        ("abcd", "abxd", 2.5, 2.5),
        ("abcd", "ad", 2.5, 0.0),
        ("abcd", "axyzd", 1.5, 1.5),
        ("abcd", "", 2.5, 0.0),
        ("", "abcd", 0.0, 0.0),
        ("aaa", "aa", 2.5, 1.0),
        ("abcd", "wxyz", 3.5, 3.5),
    ],
)
def test_what_stood_at_the_upper_edge_stays_there(
    before: str, after: str, place: float, expected: float
) -> None:
    assert kept_place(before, after, place) == expected
