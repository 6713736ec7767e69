"""A file that is opened with the application is opened, however early that was."""

from __future__ import annotations

from pathlib import Path

from groundwork.gui.waiting_files import WaitingFiles


def test_files_that_came_too_early_are_opened_in_their_order_and_once() -> None:
    files, opened = WaitingFiles(), list[Path]()
    files.take(Path("a.gwpack"))
    files.take(Path("b.gwpack"))
    assert opened == []
    files.give_to(opened.append)
    files.take(Path("c.gwpack"))
    assert opened == [Path("a.gwpack"), Path("b.gwpack"), Path("c.gwpack")]
