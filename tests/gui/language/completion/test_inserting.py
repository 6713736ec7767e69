"""What is chosen takes the place of what was typed."""

from collections.abc import Callable

import pytest
from tests.gui.language.writing_desk import WritingDesk

from groundwork.gui.language.completion.inserting import put_in
from groundwork.gui.language.completion.word import word_at_cursor
from groundwork.language.protocol import Candidate

Open = Callable[..., WritingDesk]


@pytest.mark.parametrize(
    ("before", "candidate", "after"),
    [
        ("pri‸(1)", Candidate("print", "function"), "print‸(1)"),
        ("é = pri‸", Candidate("print", "function"), "é = print‸"),
        ("pri‸nt(1)", Candidate("print", "function"), "print‸(1)"),
        ("d['na‸']", Candidate("name", "key", insert="name']"), "d['name']‸"),
        ("d['na‸", Candidate("name", "key", insert="name']"), "d['name']‸"),
        ("d['na‸'", Candidate("name", "key", insert="name']"), "d['name']‸"),
        ("\tif‸", Candidate("if", "snippet", insert="if x:\n    y"), "\tif x:\n\t    y‸"),
    ],
)
def test_it_stands_there_once(
    desk_with: Open, before: str, candidate: Candidate, after: str
) -> None:
    desk = desk_with(before.replace("‸", ""))
    desk.put_cursor(len(before[: before.index("‸")].encode()))
    word = word_at_cursor(desk.view)
    put_in(desk.view, candidate, word, word.start, takes_rest=True)
    assert desk.text == after.replace("‸", "")
    assert desk.cursor == len(after[: after.index("‸")].encode())


def test_the_rest_of_the_word_may_stay(desk_with: Open) -> None:
    desk = desk_with("prtotal")
    desk.put_cursor(2)
    word = word_at_cursor(desk.view)
    put_in(desk.view, Candidate("print", "function"), word, word.start, takes_rest=False)
    assert desk.text == "printtotal"
