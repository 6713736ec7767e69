"""A renamed program is the same program."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from tests.unit.language.oracle import CURSOR, Oracle, cursor_in

from groundwork.language.protocol import Answer, Edit, Edits, Nothing, Refused, Rename, Source


def ask(oracle: Oracle, files: Mapping[str, str], new: str) -> Answer:
    """Rename what the cursor in one of the files is at."""
    asked = next(name for name, text in files.items() if CURSOR in text)
    sources = {name: oracle.source(text, name) for name, text in files.items()}
    for name, source in sources.items():
        path = oracle.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(source.text, encoding="utf-8")
    others = tuple(source for name, source in sources.items() if name != asked)
    place = cursor_in(files[asked])
    return oracle.ask(Rename(sources[asked], *place, new, others))


def changed(source: Source | str, edits: tuple[Edit, ...]) -> str:
    """The text with the edits made."""
    text = source if isinstance(source, str) else source.text
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda one: -one.span.column):
        span, line = edit.span, lines[edit.span.line - 1]
        lines[span.line - 1] = line[: span.column] + edit.text + line[span.end_column :]
    return "\n".join(lines)


def renamed(oracle: Oracle, text: str, new: str = "new") -> str:
    """The program with the name at the cursor changed, where nothing speaks against it."""
    answer = ask(oracle, {"main.py": text}, new)
    assert isinstance(answer, Edits), answer
    assert (answer.unsure, answer.warning) == ((), "")
    places = [(edit.span.line, edit.span.column) for edit in answer.edits]
    assert places == sorted(places)
    return changed(text.replace(CURSOR, ""), answer.edits)


PROGRAMS = """\
‸old = 1
print(old, 'old')  # old
---
def ‸old(x):
    return old(x - 1) if x else 0


old(2)
---
def f(‸old, *, x=1):
    return old


f(old=2)
---
class ‸old:
    pass


old()
---
def f():
    ‸old = 1
    return lambda: old


older = 3
---
old = 0


def f():
    global ‸old
    old = 1


f()
print(old)
---
def f():
    old = 1

    def g():
        nonlocal ‸old
        old += 1

    g()
    return old
---
try:
    pass
except ValueError as ‸old:
    print(old)
---
with open('x') as ‸old:
    print(old)
---
for ‸old in [1]:
    print(f'{old} {old!r:>{old}}')
---
import math as ‸old

print(old.pi)
---
from math import pi as ‸old

print(old)
---
match [1, 2]:
    case [1, *‸old]:
        print(old)
---
match {'a': 1}:
    case {'a': 1, **‸old}:
        print(old)
---
match 3:
    case int() as ‸old if old:
        print(old)
---
if (‸old := 3) > 2:
    print(old)
---
größe, ‸old = '中😀', 2
print('😀', größe, old)
---
print('a'); ‸old = 1; old += old
---
class Tea:
    def __init__(self):
        self.‸old = 1

    def cups(self):
        return self.old


print(Tea().old)
---
class Tea:
    old = 1

    def cups(self):
        return self.‸old


t = Tea()
t.old = 2
print(t.old, Tea.old)
---
class Drink:
    def ‸old(self):
        return 1


class Tea(Drink):
    def old(self):
        return super().old()


for one in [Tea(), Drink()]:
    one.old()
---
from dataclasses import dataclass


@dataclass
class Tea:
    ‸old: int


print(Tea(old=3).old)
---
from dataclasses import dataclass


@dataclass
class Tea:
    ‸old: int


match Tea(1):
    case Tea(old=x):
        print(x)
---
class Tea:
    @property
    def ‸old(self):
        return 1

    @old.setter
    def old(self, value):
        pass


t = Tea()
t.old = 3
---
def f(*‸old, **more):
    return old
---
x = 1
[‸old for old in [x] if old for x in [old]]
"""


@pytest.mark.parametrize("text", PROGRAMS.split("---\n"))
def test_every_place_of_the_name_is_changed_and_no_other(oracle: Oracle, text: str) -> None:
    plain = text.replace(CURSOR, "")
    quoted = plain.replace("'old'", "'OLD'").replace("# old", "# OLD").replace("older", "OLDER")
    wanted = quoted.replace("old", "new").replace("OLDER", "older").replace("OLD", "old")
    assert renamed(oracle, text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "old = 1\n\n\ndef f(‸old):\n    return old\n\n\nprint(old)\n",
            "old = 1\n\n\ndef f(new):\n    return new\n\n\nprint(old)\n",
        ),
        (
            "‸old = 1\n\n\nclass A:\n    old = 2\n\n    def f(self):\n        return old\n",
            "new = 1\n\n\nclass A:\n    old = 2\n\n    def f(self):\n        return new\n",
        ),
        (
            "class A:\n    ‸old = 1\n\n\nclass B:\n    old = 2\n\n\nA().old\nB().old\n",
            "class A:\n    new = 1\n\n\nclass B:\n    old = 2\n\n\nA().new\nB().old\n",
        ),
        (
            "old = [1]\n[‸old for old in old]\n",
            "old = [1]\n[new for new in old]\n",
        ),
    ],
)
def test_a_name_of_another_scope_stays(oracle: Oracle, text: str, wanted: str) -> None:
    assert renamed(oracle, text) == wanted


@pytest.mark.parametrize("asked", ["main.py", "shop/prices.py"])
def test_all_files_of_the_example_follow(oracle: Oracle, asked: str) -> None:
    files = {
        "main.py": "from shop.prices import old\nimport shop.prices as p\n\nprint(old, p.old)\n",
        "shop/__init__.py": "from .prices import old\n",
        "shop/prices.py": "old = 3\n",
        "other.py": "old = 4\n",
        "star.py": "from shop.prices import *\n\nprint(old)\n",
    }
    pointed = files | {asked: files[asked].replace("old", "‸old", 1)}
    answer = ask(oracle, pointed, "new")
    assert isinstance(answer, Edits)
    for name, text in files.items():
        edits = tuple(edit for edit in answer.edits if edit.file == name)
        wanted = text if name == "other.py" else text.replace("old", "new")
        assert changed(text, edits) == wanted


def test_files_that_import_from_each_other_have_an_end(oracle: Oracle) -> None:
    files = {
        "main.py": "from other import Tea\n\nTea.‸old\nTea().old\n",
        "other.py": "from main import Tea\n\nTea.old\n",
    }
    answer = ask(oracle, files, "new")
    assert isinstance(answer, Refused)
    assert answer.sentence


def test_files_are_taken_as_they_stand_in_the_editor(oracle: Oracle) -> None:
    (oracle.folder / "tea.py").write_text("x = 1\n", encoding="utf-8")
    main = oracle.source("from tea import Tea\n\nt = Tea()\nt.old()\n")
    tea = oracle.source("\n\nclass Tea:\n    def old(self):\n        pass\n", "tea.py")
    answer = oracle.ask(Rename(main, 4, 3, "new", (tea,)))
    assert isinstance(answer, Edits)
    assert {(edit.file, edit.span.line) for edit in answer.edits} == {("main.py", 4), ("tea.py", 4)}


def test_what_may_be_another_name_is_told_apart(oracle: Oracle) -> None:
    text = "class Tea:\n    def ‸old(self):\n        pass\n\n\ndef f(x):\n    x.old()\n"
    answer = ask(oracle, {"main.py": text}, "new")
    assert isinstance(answer, Edits)
    assert [edit.span.line for edit in answer.edits] == [2]
    assert [edit.span.line for edit in answer.unsure] == [7]


@pytest.mark.parametrize(
    ("text", "new", "words"),
    [
        ("‸old = 1\n", "1x", "cannot be a name"),
        ("‸old = 1\n", "a b", "cannot be a name"),
        ("‸old = 1\n", "", "cannot be a name"),
        ("‸old = 1\n", "for", "a word of the language"),
        ("‸print(1)\n", "new", "Python's own"),
        ("import math\nmath.‸pi\n", "new", "of a library"),
        ("from math import ‸pi\n", "new", "of a library"),
        ("import ‸math\n", "new", "name of a library"),
        ("‸missing\n", "new", "nothing to rename"),
        ("class A:\n    def ‸__init__(self):\n        pass\n", "new", "Python itself"),
        ("import threading\n\n\nclass A(threading.Thread):\n    def ‸run(self):\n        pass\n",
         "new", "of a library"),
        ("def f(x):\n    return x.‸old\n", "new", "cannot be told"),
        ("‸old = (1\nold\n", "new", "Line 1 of main.py is not finished"),
    ],
)  # fmt: skip
def test_what_cannot_be_renamed_is_said_in_a_sentence(
    oracle: Oracle, text: str, new: str, words: str
) -> None:
    answer = ask(oracle, {"main.py": text}, new)
    assert isinstance(answer, Refused)
    assert words in answer.sentence


@pytest.mark.parametrize(
    ("text", "new", "words"),
    [
        ("‸old = 1\nnew = 2\n", "new", "line 2 of main.py"),
        ("‸old = 1\n\n\ndef f(new):\n    return old\n", "new", "would become one"),
        ("def f(‸old):\n    return new\n\n\nnew = 1\n", "new", "would become one"),
        ("class A:\n    def ‸old(self):\n        self.new = 1\n", "new", "would become one"),
        ("‸old = 1\nprint(old)\n", "print", "Python's own that line 2"),
        ("‸old = 1\n", "list", "could not be used here"),
        ("__all__ = ['old']\n‸old = 1\n", "new", "__all__ in main.py names old"),
    ],
)
def test_a_new_name_that_does_harm_is_warned_of(
    oracle: Oracle, text: str, new: str, words: str
) -> None:
    answer = ask(oracle, {"main.py": text}, new)
    assert isinstance(answer, Edits)
    assert words in answer.warning


@pytest.mark.parametrize(
    "text", ["'a te‸xt'\n", "# no‸te\n", "i‸f 1:\n    pass\n", "‸", "1 +‸ 2\n"]
)
def test_where_no_name_is_there_is_nothing_to_rename(oracle: Oracle, text: str) -> None:
    assert ask(oracle, {"main.py": text}, "new") == Nothing()
