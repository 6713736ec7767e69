"""A newer version of a pack comes, and finds the learner's work where it is."""

from __future__ import annotations

from pathlib import Path

from groundwork.learner.states import WorkState

from .conftest import OpenOn, OpenWindow
from .lessons import example, write_pack
from .seat import Key

RENAMED = """
[renamed]
"lists" = "rows"
"rows/count" = "sequences/count-all"
"rows" = "sequences"
"""


def test_what_is_renamed_keeps_its_text_its_history_its_progress_and_the_learners_place(
    open_on: OpenOn, open_window: OpenWindow, tmp_path: Path
) -> None:
    seat = open_on({"one/intro": "Text.\n", "one/lists": example("count", "print(1)")})
    seat.click_row("Lists")
    seat.wait_for_example("count")
    seat.write("print('mine')")
    seat.press(Key.Key_F5)
    seat.wait(lambda: seat.output == "mine\n")
    seat.click("Mark as done")
    seat.wait(lambda: seat.row("Lists").state is WorkState.DONE)
    seat.leave()
    pack = tmp_path / "lessons" / "small"
    newer = {"one/intro": "Text.\n", "one/sequences": example("count-all", "print('newer')")}
    write_pack(pack, newer)
    with (pack / "pack.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(RENAMED)
    seat = open_window(early="early = 1\n")
    seat.wait_for_example("count-all")
    assert seat.lesson == "Sequences"
    assert seat.code == "print('mine')early = 1\n"
    seat.wait(lambda: seat.row("Sequences").state is WorkState.DONE)
    assert "newer version of “Count all”" in seat.banner
