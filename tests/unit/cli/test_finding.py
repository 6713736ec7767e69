"""What the doctor finds, in words and for programs."""

from __future__ import annotations

from groundwork.cli.finding import Finding


def test_what_is_well_takes_one_line() -> None:
    assert Finding("Display", is_well=True, sentence="xcb.").text == "ok   Display: xcb."


def test_what_is_not_comes_with_a_remedy() -> None:
    finding = Finding("Display", is_well=False, sentence="None is set.", remedy="Set one.")

    assert finding.text == "bad  Display: None is set.\n       Set one."
    assert finding.fields == {
        "subject": "Display",
        "is_well": False,
        "sentence": "None is set.",
        "remedy": "Set one.",
    }
