"""Texts and values cut around the place where they differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from groundwork.checking.shortening import LONGEST, MOST_LINES, short, short_texts, short_values

WORDS = st.text("ab\n", max_size=2000)


def test_what_is_short_stays_as_it_is() -> None:
    assert short("x" * LONGEST) == "x" * LONGEST
    assert short_values("[1]", "[2]") == ("[1]", "[2]")
    assert short_texts("a\nb\n", "a\nc\n", 2, 2) == ("a\nb\n", "a\nc\n")


def test_values_are_cut_alike_before_their_difference() -> None:
    got, expected = short_values("a" * 5000 + "b", "a" * 5000 + "c" * 3000)
    assert got.startswith("…a")
    assert got.endswith("ab")
    assert expected.startswith(got[:-1])
    assert expected.endswith("c…")


def test_of_long_texts_the_lines_around_the_difference_are_kept() -> None:
    lines = [f"line {number}" for number in range(200)]
    text = "\n".join(lines)
    got, expected = short_texts(text, text.replace("line 150", "x"), text.index("line 150"), 1)
    assert "line 150" in got.split("\n")
    assert got.startswith("…\nline 144\n")
    assert got.endswith("\n…")
    assert expected.startswith("line 0\n")


@given(WORDS, WORDS)
def test_nothing_becomes_long(got: str, expected: str) -> None:
    for text in (*short_values(got, expected), short(got)):
        assert len(text) <= LONGEST + 2
    for text in short_texts(got, expected, len(got) // 2, len(expected)):
        assert text.count("\n") <= MOST_LINES + 2
        assert all(len(line) <= LONGEST + 2 for line in text.split("\n"))
