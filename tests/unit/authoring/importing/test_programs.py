from __future__ import annotations

import pytest

from groundwork.authoring.importing.named_files import named_files
from groundwork.authoring.importing.programs import (
    EARLIER,
    CodeBlock,
    Program,
    main_of,
    programs,
    with_earlier,
)
from groundwork.packs.model import SourceFile


def made(*codes: str) -> list[list[str]]:
    blocks = [CodeBlock(number * 10, number * 10 + 5, code) for number, code in enumerate(codes)]
    return [[file.name for file in program.files] for program in programs(blocks)]


@pytest.mark.parametrize(
    "comment",
    [
        "# file: shop/prices.py",
        "# File: shop/prices.py",
        "# filename: `shop/prices.py`",
        "#path = ./shop/prices.py",
        "# shop/prices.py",
        "# --- shop/prices.py ---",
    ],
)
def test_a_comment_at_the_top_names_the_file(comment: str) -> None:
    (file,) = named_files(f"\n{comment}\nPRICES = {{}}\n")
    assert file.name == "shop/prices.py"
    assert file.text == f"{comment}\nPRICES = {{}}\n"


@pytest.mark.parametrize(
    "code",
    [
        "x = 1\n\n# file: a.py\ny = 2\n",
        "# file: ../a.py\nx = 1\n",
        "# file: /etc/a.py\nx = 1\n",
        "# file: con.py\nx = 1\n",
        "# see prices.py for more\nx = 1\n",
        "x = 1  # file: a.py\n",
        "# file: a.py\nx = 1\n\n# file: A.py\ny = 1\n",
    ],
)
def test_other_comments_name_none(code: str) -> None:
    assert named_files(code) == ()


def test_one_block_may_hold_several_files() -> None:
    files = named_files("# file: a.py\nx = 1\n\n# file: b.py\ny = 2\n")
    assert [(file.name, file.text) for file in files] == [
        ("a.py", "# file: a.py\nx = 1\n"),
        ("b.py", "# file: b.py\ny = 2\n"),
    ]


def test_blocks_without_names_are_programs_of_their_own() -> None:
    assert made("x = 1\n", "y = 2\n") == [["main.py"], ["main.py"]]


def test_named_blocks_in_a_row_are_one_program() -> None:
    assert made("# file: a.py\n", "# file: b.py\n", "x = 1\n") == [["a.py", "b.py"], ["main.py"]]


def test_a_name_that_comes_again_begins_another_program() -> None:
    assert made("# file: a.py\n", "# file: b.py\n", "# file: a.py\n") == [
        ["a.py", "b.py"],
        ["a.py"],
    ]


def test_a_block_right_behind_that_imports_them_belongs_to_them() -> None:
    assert made("# file: prices.py\nP = 1\n", "from prices import P\n") == [
        ["prices.py", "main.py"]
    ]


@pytest.mark.parametrize(
    ("files", "main"),
    [
        ({"a.py": "import b\n", "b.py": "x = 1\n"}, "a.py"),
        ({"b.py": "x = 1\n", "a.py": "x = 2\n"}, "a.py"),
        ({"main.py": "x = 1\n", "a.py": "x = 2\n"}, "main.py"),
        (
            {"shop/__init__.py": "", "shop/a.py": "x = 1\n", "go.py": "from shop import a\n"},
            "go.py",
        ),
        ({"shop/b.py": "x = 1\n", "shop/a.py": "from .b import x\n"}, "shop/a.py"),
        ({"a.py": "import b\n", "b.py": "import a\n"}, "b.py"),
        ({"a.py": "if __name__ == '__main__':\n    pass\n", "z.py": "x = 1\n"}, "a.py"),
    ],
)
def test_the_file_that_uses_the_others_is_run(files: dict[str, str], main: str) -> None:
    assert main_of([SourceFile(name, text) for name, text in files.items()]) == main


def test_what_blocks_above_define_comes_along_without_what_they_print() -> None:
    program = Program((SourceFile("main.py", "print(f(x))\n"),), (9,), "main.py", is_named=False)
    above = [
        "x = 3\nprint(x)\nx\n",
        "@cached\ndef f(n):\n    print(n)\n    return n\n",
        "no python (",
    ]
    main, earlier = with_earlier(program, above).files
    assert main.text.splitlines()[0].startswith("from earlier import *")
    assert earlier == SourceFile(
        EARLIER, "x = 3\n\n@cached\ndef f(n):\n    print(n)\n    return n\n"
    )
