"""Exercises: from folders and fences to tasks with checks, hints and a solution."""

from __future__ import annotations

from pathlib import Path

from groundwork.packs.checks import CallCheck, OutputCheck, PythonCheck, StructureCheck
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import Listing, LoadedPage, Prose, SourceFile

from .a_pack import page_of

FOLDER = "first/exercises/double/"
TEXT = """---
title: Twice as much
minutes: 4
---
Write `double`, as in [lists](../../lists.md).

## Hints

1. Think of `*`.
2. Write it so:

   ```python
   2 * number
   ```

## Wrong answers

### adds-two

You *added* two.

## Solution

It multiplies.
"""
FILES = {
    f"{FOLDER}exercise.md": TEXT,
    f"{FOLDER}starter/main.py": "def double(number):\n    ...\n",
    f"{FOLDER}starter/shop/prices.py": "TEA = 4\n",
    f"{FOLDER}solution/main.py": "def double(number):\n    return 2 * number\n",
    f"{FOLDER}wrong/adds-two.py": "def double(number):\n    return number + 2\n",
    f"{FOLDER}checks.toml": '[[checks]]\nkind = "call"\ncall = "double(3)"\nexpect = 6\n',
}
LINK = "[Twice as much](exercises/double/exercise.md)\n"

INLINE = '''\
```python exercise id=double title="Twice as much" minutes=4
def double(number):
    ...
```

```markdown task id=double
Write `double`, as in [lists](lists.md).
```

```python solution id=double
def double(number):
    return 2 * number
```

```markdown solution id=double
It multiplies.
```

```toml checks id=double
[limits]
seconds = 2

[[checks]]
kind = "output"
input = "3\\n4\\n"
expect = "7"
```

```python checks id=double
def check_zero(learner, expect):
    """Zero stays zero."""
    expect(learner.double(0), 0)
```

```markdown hint id=double
Think of `*`.
```

```python wrong id=double name=adds-two says="You *added* two."
def double(number):
    return number + 2
```
'''


def one_exercise(loaded: LoadedPage) -> Exercise:
    (exercise,) = loaded.page.exercises
    return exercise


class TestAFolder:
    def test_is_an_exercise_where_its_link_stands(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, f"Before.\n\n{LINK}\nAfter.\n", others=FILES)
        exercise = one_exercise(loaded)

        assert loaded.problems == ()
        assert [type(block) for block in loaded.page.blocks] == [Prose, Exercise, Prose]
        assert (exercise.id, exercise.title, exercise.minutes) == ("double", "Twice as much", 4)
        assert (exercise.main, exercise.line) == ("main.py", 6)
        assert [file.name for file in exercise.files] == ["main.py", "shop/prices.py"]

    def test_says_its_task_hints_and_explanation(self, tmp_path: Path) -> None:
        exercise = one_exercise(page_of(tmp_path, LINK, others=FILES))
        first, second = exercise.hints

        assert exercise.task == (
            Prose(
                '<p>Write <code>double</code>, as in <a href="lists.md">lists</a>.</p>\n',
                "Write double, as in lists.",
            ),
        )
        assert first == (Prose("<p>Think of <code>*</code>.</p>\n", "Think of *."),)
        assert second[1] == Listing("python", "2 * number\n")
        assert exercise.explanation == (Prose("<p>It multiplies.</p>\n", "It multiplies."),)

    def test_holds_the_solution_the_checks_and_wrong_answers(self, tmp_path: Path) -> None:
        exercise = one_exercise(page_of(tmp_path, LINK, others=FILES))
        (wrong,) = exercise.wrong_answers

        assert exercise.solved_files == (
            SourceFile("main.py", "def double(number):\n    return 2 * number\n"),
            SourceFile("shop/prices.py", "TEA = 4\n"),
        )
        assert exercise.checks == (
            CallCheck(title="double(3) gives 6", line=1, call="double(3)", expected="6"),
        )
        assert wrong.id == "adds-two"
        assert wrong.files == (SourceFile("main.py", FILES[f"{FOLDER}wrong/adds-two.py"]),)
        assert wrong.message == (Prose("<p>You <em>added</em> two.</p>\n", "You added two."),)


class TestFences:
    def test_of_one_id_are_an_exercise(self, tmp_path: Path) -> None:
        loaded = page_of(tmp_path, INLINE)
        exercise = one_exercise(loaded)

        assert loaded.problems == ()
        assert loaded.page.blocks == (exercise,)
        assert (exercise.title, exercise.minutes, exercise.line) == ("Twice as much", 4, 4)
        assert exercise.main_file.text == "def double(number):\n    ...\n"
        assert exercise.solution[0].text == "def double(number):\n    return 2 * number\n"
        assert exercise.limits.seconds == 2
        assert [len(part) for part in (exercise.task, exercise.hints, exercise.explanation)] == [
            1,
            1,
            1,
        ]
        assert exercise.wrong_answers[0].message == (
            Prose("<p>You <em>added</em> two.</p>\n", "You added two."),
        )

    def test_say_a_longer_message_in_a_block_of_its_own(self, tmp_path: Path) -> None:
        message = "```markdown wrong id=double name=adds-two\nYou *added* two.\n```\n"
        without = INLINE.replace(' says="You *added* two."', "")
        loaded = page_of(tmp_path, f"{without}\n{message}")
        (wrong,) = one_exercise(loaded).wrong_answers

        assert loaded.problems == ()
        assert wrong.message == (Prose("<p>You <em>added</em> two.</p>\n", "You added two."),)
        assert [file.name for file in wrong.files] == ["main.py"]

    def test_hold_checks_of_both_forms(self, tmp_path: Path) -> None:
        output, python = one_exercise(page_of(tmp_path, INLINE)).checks

        assert isinstance(output, OutputCheck)
        assert (output.title, output.line) == ("Given 3 and 4, it prints 7", 26)
        assert isinstance(python, PythonCheck)
        assert (python.title, python.function, python.line) == (
            "Zero stays zero",
            "check_zero",
            33,
        )

    def test_of_an_exercise_of_several_files_name_them(self, tmp_path: Path) -> None:
        body = INLINE + "\n```python exercise id=double file=prices.py\nTEA = 4\n```\n"
        exercise = one_exercise(page_of(tmp_path, body))

        assert [file.name for file in exercise.files] == ["main.py", "prices.py"]


def test_a_check_of_structure_is_read(tmp_path: Path) -> None:
    checks = '[[checks]]\nkind = "structure"\nuses = ["loop"]\nat_most = { list = 1 }\n'
    others = {**FILES, f"{FOLDER}checks.toml": checks}

    assert one_exercise(page_of(tmp_path, LINK, others=others)).checks == (
        StructureCheck(
            title="It uses a loop and has a list display at most once",
            line=1,
            uses=("loop",),
            at_most=(("list", 1),),
        ),
    )
