from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from groundwork.checking.differences import Kind, Line, differences


def marked(line: Line) -> str:
    """The line with what differs in brackets."""
    return "".join(f"<{one.text}>" if one.differs else one.text for one in line.stretches)


def told(got: str, expected: str) -> list[tuple[str, str]]:
    return [(line.kind.value, marked(line)) for line in differences(got, expected)]


def test_letters_that_differ_are_marked_in_both_lines() -> None:
    assert told("Hello wrld", "Hello world!") == [
        ("got", "Hello wrld"),
        ("expected", "Hello w<o>rld<!>"),
    ]


def test_lines_that_are_the_same_come_once() -> None:
    assert told("one\ntwo\nthree\n", "one\n2wo\nthree\n") == [
        ("same", "one"),
        ("got", "<t>wo"),
        ("expected", "<2>wo"),
        ("same", "three"),
    ]


def test_lines_with_little_in_common_are_marked_whole() -> None:
    assert told("apples", "[1, 2]") == [("got", "<apples>"), ("expected", "<[1, 2]>")]


def test_a_line_that_is_missing_and_one_too_many_are_told() -> None:
    assert told("one\n", "one\ntwo\n") == [("same", "one"), ("missing", "<two>")]
    assert told("one\ntwo\n", "one\n") == [("same", "one"), ("extra", "<two>")]


def test_no_text_at_all_is_no_line() -> None:
    assert told("", "one\n") == [("missing", "<one>")]
    assert told("one\n", "") == [("extra", "<one>")]


def test_only_the_end_of_the_last_line_counts_for_nothing() -> None:
    assert told("one", "one\n") == [("same", "one")]
    assert told("one ", "one\n") == [("got", "one< >"), ("expected", "one")]


def test_distant_lines_that_are_the_same_are_left_out_and_counted() -> None:
    many = "".join(f"{number}\n" for number in range(1000))
    lines = differences(many + "a\n", many + "b\n")
    assert [line.kind for line in lines].count(Kind.SAME) == 6
    assert "… 994 lines that are the same" in [line.text for line in lines]


def test_a_flood_of_differences_is_bounded_and_counted() -> None:
    lines = differences("x\n" * 5000, "y\n" * 5000)
    assert len(lines) == 201
    assert lines[-1].text == "… 9,800 more lines"


def test_one_very_long_line_is_cut_and_counted() -> None:
    got, expected = differences("x" * 1_000_000, "y" * 10)
    assert got.text.endswith("… 999,000 more characters")
    assert expected.text == "y" * 10


@given(st.text("ab \n", max_size=40), st.text("ab \n", max_size=40))
def test_every_letter_of_both_texts_is_there(got: str, expected: str) -> None:
    lines = differences(got, expected)
    if any(line.kind is Kind.LEFT_OUT for line in lines):
        return
    mine = [x.text for x in lines if x.kind in {Kind.SAME, Kind.GOT, Kind.EXTRA}]
    theirs = [x.text for x in lines if x.kind in {Kind.SAME, Kind.EXPECTED, Kind.MISSING}]
    assert "\n".join(mine) == got.removesuffix("\n")
    assert "\n".join(theirs) == expected.removesuffix("\n")
