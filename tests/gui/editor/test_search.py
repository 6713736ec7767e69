import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.editor.search import (
    PatternError,
    Query,
    match_after,
    match_before,
    matches,
    replacements,
)

TEXTS = st.text("ab\u00e9\u4e2d\U0001f600 \n", max_size=40)
WORDS = st.text("ab\u00e9\u4e2d\U0001f600", min_size=1, max_size=3)


def found(query: Query, text: str) -> list[str]:
    return [text.encode()[start:end].decode() for start, end in matches(query, text, 100)]


@given(TEXTS, WORDS)
def test_every_match_is_where_the_text_stands(text: str, word: str) -> None:
    expected = [
        (len(text[: m.start()].encode()), len(text[: m.end()].encode()))
        for m in re.finditer(re.escape(word), text)
    ]
    assert matches(Query(word, is_case_sensitive=True), text, 1000) == expected


@given(TEXTS, WORDS, st.integers(0, 80))
def test_the_neighbours_of_a_place_are_matches_beside_it(text: str, word: str, byte: int) -> None:
    query = Query(word, is_case_sensitive=True)
    every = matches(query, text, 1000)
    after, before = match_after(query, text, byte), match_before(query, text, byte)
    assert after is None or after in every or after[0] >= byte - 3
    assert before is None or before[1] <= byte


def test_capitals_matter_only_if_asked() -> None:
    assert found(Query("\u00c9t\u00e9"), "\u00e9t\u00e9 \u00c9T\u00c9") == [
        "\u00e9t\u00e9",
        "\u00c9T\u00c9",
    ]
    assert found(Query("Ab", is_case_sensitive=True), "ab Ab") == ["Ab"]


def test_whole_words() -> None:
    assert found(Query("x+", is_whole_word=True), "x+ xx+ (x+)") == ["x+", "x+"]
    assert found(Query("na", is_whole_word=True), "na na\u00efve _na") == ["na"]


def test_signs_of_patterns_are_plain_in_plain_searches() -> None:
    assert found(Query("a.b*[c]"), "a.b*[c] axbc") == ["a.b*[c]"]


def test_in_a_pattern_the_ends_of_lines_count() -> None:
    assert found(Query("^b$", is_pattern=True), "a\nb\nbb\n") == ["b"]


def test_matches_without_length_are_passed_over() -> None:
    assert found(Query("b*", is_pattern=True), "abba") == ["bb"]


def test_a_broken_pattern_is_told_in_a_sentence() -> None:
    with pytest.raises(PatternError, match=r"not a pattern yet: .* at character"):
        matches(Query("(a", is_pattern=True), "a", 1)


def test_a_pattern_without_end_is_given_up() -> None:
    assert found(Query("(a+)+$", is_pattern=True), "a" * 60 + "b") == []


def test_groups_and_signs_in_a_replacement() -> None:
    query = Query(r"(\w)(?<last>\w)", is_pattern=True)
    fresh = [each.text for each in replacements(query, "ab", r"\2\1 \g<last>\n\\")]
    assert fresh == ["ba b\n\\"]


def test_a_plain_replacement_is_taken_as_it_stands() -> None:
    assert [each.text for each in replacements(Query("a"), "a", r"\1\n")] == [r"\1\n"]
