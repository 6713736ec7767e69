"""Names of files that some system would mix up."""

from __future__ import annotations

import pytest

from groundwork.packs.taken_names import TakenNames


@pytest.mark.parametrize(
    ("taken", "name", "other"),
    [
        ("a.py", "b.py", ""),
        ("shop/a.py", "shop/b.py", ""),
        ("shop/a.py", "shops/a.py", ""),
        ("a.py", "a.py", "a.py"),
        ("a.py", "A.py", "a.py"),
        ("\u00e9.py", "e\u0301.py", "\u00e9.py"),
        ("shop", "shop/a.py", "shop"),
        ("shop/old/a.py", "SHOP", "shop/old/a.py"),
        ("shop/old/a.py", "shop/old", "shop/old/a.py"),
    ],
)
def test_a_name_clashes_with_what_some_system_takes_for_the_same(
    taken: str, name: str, other: str
) -> None:
    names = TakenNames()
    names.take(taken)

    assert names.other(name) == other
