from __future__ import annotations

import re
from pathlib import Path

import pytest

from groundwork.packs.load import load_pack
from groundwork.packs.model import Pack
from groundwork.packs.statements import statements_by_lesson, statements_in

from .a_pack import write

MANIFEST = """\
format = 1
id = "small"
title = "Small"
version = "1"
[[chapters]]
id = "one"
title = "One"
lessons = ["first", "second", "third"]
"""


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("```python example\nif a:\n    return 1\nelse:\n    x = 1\n```\n", "if return else"),
        ("```py\nasync def f(): ...\n```\n\n~~~python\ntry:\n~~~\n", "async try"),
        ("Use `for` here:\n\n    for x in y:\n", ""),
        ("```toml\nif = 1\n```\n", ""),
        ("```python\nmatch command:\n    case [a, b]:\n        pass\n```\n", "match case pass"),
        ("```python\nmatch = 1\nmatch.group()\ncase = 2\nformat = 3\n```\n", ""),
        ("```python\nimport a\nfrom b import c\n```\n", "import from"),
        ("```python\nwith a:  # a fence that is never closed\n", ""),
    ],
)
def test_statements_are_those_of_the_python_that_is_shown(text: str, words: str) -> None:
    assert statements_in(text) == frozenset(words.split())


def test_what_was_taught_stays_known_in_the_lessons_after_it(tmp_path: Path) -> None:
    write(tmp_path, "pack.toml", MANIFEST)
    for name, code in (("first", "x = 1"), ("second", "if x:\n    pass"), ("third", "del x")):
        write(tmp_path, f"one/{name}.md", f"---\ntitle: T\n---\n```python\n{code}\n```\n")
    pack = _pack(tmp_path)

    assert statements_by_lesson(pack) == {
        "first": frozenset(),
        "second": {"if", "pass"},
        "third": {"if", "pass", "del"},
    }


def test_a_lesson_that_has_gone_teaches_nothing(tmp_path: Path) -> None:
    write(tmp_path, "pack.toml", re.sub(r', "second", "third"', "", MANIFEST))
    write(tmp_path, "one/first.md", "---\ntitle: T\n---\n```python\ndel x\n```\n")
    pack = _pack(tmp_path)
    (tmp_path / "one" / "first.md").unlink()

    assert statements_by_lesson(pack) == {"first": frozenset()}


def _pack(folder: Path) -> Pack:
    pack = load_pack(folder).pack
    assert pack is not None
    return pack
