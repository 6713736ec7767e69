"""What is sent arrives as it was, and what is no message is refused."""

from __future__ import annotations

import pytest

from groundwork.language.protocol import (
    Answered,
    Asked,
    Candidate,
    Complete,
    Completions,
    Source,
    decode,
    encode,
)
from groundwork.messages import MalformedMessageError


def test_a_question_arrives_as_it_was_asked() -> None:
    source = Source("/home/kim", "main.py", 'print("héllo\x00")\n')
    asked = Asked(7, Complete(source, 1, 3, lesson_names=("price",)))
    assert decode(encode(asked)) == asked


def test_an_answer_arrives_with_all_that_it_holds() -> None:
    answer = Completions(0, (Candidate("print", "function"), Candidate("for", "snippet", 2, "f")))
    assert decode(encode(Answered(1, answer))) == Answered(1, answer)


def test_a_message_is_one_line_of_ascii() -> None:
    line = encode(Asked(1, Complete(Source("/é", "a.py", "a\nb\r\n"), 1, 1)))
    assert line.isascii()
    assert line.count(b"\n") == 1


@pytest.mark.parametrize(
    "line",
    [b"", b"{}", b"[]", b"null", b'{"is": "Missing"}', b'{"is": "Asked"}', b"\xff", b"[" * 100_000],
)
def test_what_is_no_message_is_refused(line: bytes) -> None:
    with pytest.raises(MalformedMessageError):
        decode(line)
