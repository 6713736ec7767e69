from __future__ import annotations

import pytest

from groundwork.authoring.line_orders import second_order


def never() -> bool:
    return False


@pytest.mark.parametrize(
    ("lines", "other"),
    [
        (["a = 1", "b = 2", "print(a, b)"], ("b = 2", "a = 1", "print(a, b)")),
        (["a = 1", "b = a", "print(b)"], ()),
        (["print(1)", "a = 1; b = 2"], ("a = 1; b = 2", "print(1)")),
        (["a = 1; b = 2", "print(a, b)"], ()),
        (["import os", "print(1)", "os._exit(0)"], ()),
    ],
)
def test_a_second_order_is_one_in_which_whole_lines_stand_elsewhere(
    lines: list[str], other: tuple[str, ...]
) -> None:
    assert second_order(lines, never) == other
