"""The worker's process: what it may write, what it executes, and when it ends."""

from __future__ import annotations

import os
import py_compile
import subprocess
import sys
from pathlib import Path

import pytest

from groundwork.language.protocol import (
    Answered,
    Bind,
    CallTip,
    Complete,
    Completions,
    Define,
    Describe,
    ExplainCandidate,
    FindUses,
    Format,
    Inspect,
    Nothing,
    Outline,
    Question,
    Rename,
    Source,
    Warm,
    decode,
)
from groundwork.running.command import language_command

from .oracle import CURSOR, Oracle, cursor_in

NOTE = "open({seen!r}, 'a').write(__name__ + ' ')\n"
"""What a learner's file does when it is executed."""

SHADOWS = (
    "random", "decimal", "typing", "json", "enum", "_decimal", "gi", "conftest", "sitecustomize",
    "usercustomize", "fastapi", "pydantic_core", "sqlalchemy", "warm", "antigravity", "numpy",
)  # fmt: skip

PROGRAMS = (
    "import random\nrandom.",
    "import decimal\ndecimal.",
    "import gi\ngi.",
    "import pydantic\n\n\nclass Item(pydantic.BaseModel):\n    price: int\n\n\nItem(price=1).",
    "from pydantic_core import SchemaValidator\nSchemaValidator.",
    "from sqlalchemy import create_engine\ncreate_engine('sqlite://').",
    "from fastapi import FastAPI\nFastAPI().",
    "from django.db import models\nmodels.",
    "import typing, json, enum, _decimal, numpy, broken, spread\njson.",
    "import helper\nhelper.value().",
    "import stale\nstale.",
    "def test_price(price):\n    price.",
)


@pytest.fixture
def trap(tmp_path: Path) -> Path:
    """A learner's folder full of files that note when they are executed."""
    folder = tmp_path / "é 中 work"
    folder.mkdir()
    note = NOTE.format(seen=str(tmp_path / "seen"))
    for name in SHADOWS:
        text = f"{note}import pytest\n@pytest.fixture\ndef price(): return 'é'\n"
        (folder / f"{name}.py").write_text(text, encoding="utf-8")
    (folder / "broken.py").write_text(f"{note}while True: pass\n")
    (folder / "helper.py").write_text(f"{note}def value(): return __import__('random').x\n")
    (folder / "spread").mkdir()
    (folder / "spread" / "__init__.py").write_text(note)
    (folder / "everything.pth").write_text(f"import os; {note}")
    (folder / "pyvenv.cfg").write_text("home = .\n")
    stale = folder / "stale.py"
    stale.write_text(note)
    py_compile.compile(str(stale), str(folder / "stale.pyc"))
    stale.unlink()
    return folder


def questions_about(source: Source, line: int, column: int) -> list[Question]:
    """Every kind of question there is."""
    before = source.text.rsplit("\n", 1)[0]
    valid = Source(source.folder, source.name, before + "\n")
    middle = (valid, 1, len(before.split("\n")[0]))
    return [
        Warm(source.folder, before),
        Complete(source, line, column),
        ExplainCandidate(source, line, column, "choice"),
        CallTip(source, line, column),
        *(kind(*middle) for kind in (Describe, Define, FindUses, Bind)),
        Rename(*middle, new_name="other"),
        *(kind(valid) for kind in (Outline, Inspect, Format)),
    ]


def test_nothing_of_a_learners_is_ever_executed(trap: Path, tmp_path: Path) -> None:
    with Oracle(trap, tmp_path / "cache é 中") as oracle:
        for program in PROGRAMS:
            text = program + CURSOR
            for question in questions_about(oracle.source(text), *cursor_in(text)):
                oracle.ask(question)
        text = f"import math\nmath.{CURSOR}"
        answer = oracle.ask(Complete(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Completions)
    assert "floor" in {one.name for one in answer.candidates}
    assert not (tmp_path / "seen").exists(), (tmp_path / "seen").read_text()


def test_libraries_are_understood_although_a_file_shadows_what_they_import(
    trap: Path, tmp_path: Path
) -> None:
    with Oracle(trap, tmp_path / "cache") as oracle:
        text = f"from django.http import HttpResponse\nHttpResponse().{CURSOR}"
        answer = oracle.ask(Complete(oracle.source(text), *cursor_in(text)))
    assert isinstance(answer, Completions)
    assert "status_code" in {one.name for one in answer.candidates}


EXECUTE = """
import sys
from groundwork.language.trust import execute_only_from
execute_only_from(sys.path)
sys.path.insert(0, {folder!r})
try:
    import evil
except ImportError as error:
    print(error)
import colorsys, collections
print(collections.namedtuple('A', 'b')(1), colorsys.__name__)
"""


def test_a_file_from_elsewhere_is_refused_whoever_wants_it(tmp_path: Path) -> None:
    (tmp_path / "evil.py").write_text("print('executed')")
    script = EXECUTE.format(folder=str(tmp_path))
    ended = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    first, second = ended.stdout.splitlines()
    assert first == f"nothing of this folder is executed: {tmp_path / 'evil.py'}"
    assert second == "A(b=1) colorsys"


LOUD = """
import os, sys
sys.argv = ["work.py", *{arguments!r}]
sys.path.insert(0, {source!r})
source = open({work!r}).read()
space = {{"__name__": "work", "__file__": {work!r}}}
exec(compile(source, {work!r}, "exec"), space)
output, lines = space["_own_output"](), space["_lines"]()
print("loud", flush=True)
os.write(1, b"loud")
os.system("echo loud; cat")
print(sys.stdin.read(), flush=True)
output.write(lines.get())
output.flush()
"""


def test_nobody_else_reads_the_questions_or_writes_among_the_answers(tmp_path: Path) -> None:
    command = language_command("test", tmp_path)
    work = next(one for one in command.arguments if one.endswith("work.py"))
    script = LOUD.format(
        arguments=["", ""], source=work.rpartition(f"{os.sep}groundwork{os.sep}")[0], work=work
    )
    with subprocess.Popen(
        [command.program, "-c", script], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(b"question\n")
        process.stdin.flush()
        assert process.stdout.readline() == b"question\n"
        assert process.stdout.read() == b""


def test_the_worker_ends_with_its_input_even_in_the_middle_of_a_question(oracle: Oracle) -> None:
    command = oracle.process.args
    with subprocess.Popen(
        command, env=language_command("test", Path()).environment,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as process:  # fmt: skip
        assert process.stdin is not None
        assert process.stdout is not None
        greeting = decode(process.stdout.readline())
        assert isinstance(greeting, Answered)
        assert (greeting.number, greeting.answer) == (0, Nothing())
        assert greeting.memory > 1_000_000
        process.stdin.close()
        assert process.wait(30) == 0
