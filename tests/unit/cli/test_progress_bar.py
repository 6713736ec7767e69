from __future__ import annotations

from groundwork.cli.progress_bar import progress_line


def test_the_bar_fills_as_work_is_done() -> None:
    filled = [progress_line(done, 48, "lists", 80).count("#") for done in (0, 24, 48)]

    assert filled == [0, 12, 24]


def test_the_line_never_reaches_the_edge() -> None:
    assert len(progress_line(1, 2, "a very long lesson/and its example", 40)) == 39
    assert progress_line(1, 2, "x", 0) == ""


def test_a_name_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in progress_line(1, 2, "\x1b[2J", 80)
