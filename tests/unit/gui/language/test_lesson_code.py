"""What the programs of a lesson are made of."""

from __future__ import annotations

from groundwork.gui.language.lesson_code import EVERYDAY, imports_in, names_in
from groundwork.packs.model import Example, SourceFile


def program(*texts: str, name: str = "main.py") -> Example:
    files = tuple(SourceFile(name, text) for text in texts)
    return Example("one", "", files, name)


def test_each_import_is_named_once_after_what_every_program_uses() -> None:
    programs = (
        program("import json\nfrom os import path\n"),
        program("import json\n  import re\n"),
    )
    assert imports_in(programs).splitlines() == [*EVERYDAY, "import json", "from os import path"]


def test_what_was_written_most_is_named_first() -> None:
    assert names_in((program("total = price\n", "price = 2 * price\n"),))[0] == "price"


def test_prose_has_no_names() -> None:
    text = '"""A long\nstory"""\nprice = 1  # of one\nprint("hello", f"{price} euros", \'there\')\n'
    assert set(names_in((program(text),))) == {"price", "print"}


def test_attributes_and_arguments_are_no_names_by_themselves() -> None:
    assert set(names_in((program("sort(prices.old, key=len, on=a == b)"),))) == {
        "sort", "prices", "len", "a", "b",
    }  # fmt: skip


def test_only_programs_are_read() -> None:
    assert names_in((program("import me", name="notes.txt"),)) == ()
