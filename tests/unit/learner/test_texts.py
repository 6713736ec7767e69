from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from groundwork.learner.texts import LATIN_1, UTF_8, UTF_8_WITH_MARK, decoded, encoded


@given(st.binary())
def test_an_unchanged_text_is_written_as_the_bytes_that_were_read(content: bytes) -> None:
    text, encoding = decoded(content)
    assert encoded(text, encoding) == content


@given(st.text(st.characters()), st.sampled_from([UTF_8, UTF_8_WITH_MARK, LATIN_1]))
def test_whatever_is_typed_into_a_file_is_read_back(text: str, encoding: str) -> None:
    assert decoded(encoded(text, encoding))[0].removeprefix("\ufeff") == text.removeprefix("\ufeff")


@pytest.mark.parametrize(
    ("content", "text", "encoding"),
    [
        (b"a\r\nb\rc\n", "a\r\nb\rc\n", UTF_8),
        ("# naïve 中".encode(), "# naïve 中", UTF_8),
        (b"\xef\xbb\xbfprint()", "print()", UTF_8_WITH_MARK),
        (b"caf\xe9", "café", LATIN_1),
        (b"", "", UTF_8),
    ],
)
def test_encodings_are_told_apart(content: bytes, text: str, encoding: str) -> None:
    assert decoded(content) == (text, encoding)


def test_a_character_without_a_place_in_the_encoding_makes_the_file_utf_8() -> None:
    assert encoded("café €", LATIN_1) == "café €".encode()


def test_half_a_character_survives() -> None:
    assert decoded(encoded("\ud83d", UTF_8))[0] == "\ud83d"
