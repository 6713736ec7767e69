"""Answers that attack the checking: none passes, none hangs, each is told in a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace
from textwrap import dedent

import pytest
from tests.system.checking.exercises import exercise, verdicts_on

from groundwork.checking.verdicts import CheckVerdict, Verdict
from groundwork.packs.checks import (
    AnyCheck,
    CallCheck,
    FileCheck,
    HttpCheck,
    Limits,
    OutputCheck,
    PropertyCheck,
    PythonCheck,
    RaisesCheck,
    RowsCheck,
)

LIMITS = Limits(seconds=10.0, memory=128 << 20, output=200_000)
BRIEF = replace(LIMITS, seconds=0.5)


@dataclass(frozen=True)
class Kind:
    """A kind of check with an answer that is right, and one that is wrong."""

    name: str
    check: AnyCheck
    right: str
    wrong: str


AUTHORS = "def check_it(learner, expect):\n    expect(learner.f(2), 4)\n"
ROWS = """
import sqlite3
c = sqlite3.connect('a.db')
c.execute('create table t (n)')
c.execute('insert into t values ({})')
c.commit()
"""
APP = "def app(environ, start_response):\n    start_response('200 OK', [])\n    return [{}]\n"
KINDS = (
    Kind("output", OutputCheck(title="t", expected="4"), "print(4)", "print(5)"),
    Kind(
        "call",
        CallCheck(title="t", call="f(2)", expected="4"),
        "def f(n): return n + 2",
        "def f(n): return n + 3",
    ),
    Kind(
        "property",
        PropertyCheck(title="t", function="f", arguments="(random.randint(1, 99),)", count=5),
        "def f(n): return n + 2",
        "def f(n): return n + 3",
    ),
    Kind(
        "raises",
        RaisesCheck(title="t", call="f(0)", error="ValueError"),
        "def f(n): raise ValueError",
        "def f(n): raise KeyError",
    ),
    Kind(
        "file",
        FileCheck(title="t", file="a.txt", expected="4"),
        "open('a.txt', 'w').write('4')",
        "open('a.txt', 'w').write('5')",
    ),
    Kind(
        "rows",
        RowsCheck(title="t", database="a.db", query="select n from t", expected="[(4,)]"),
        ROWS.format(4),
        ROWS.format(5),
    ),
    Kind(
        "http",
        HttpCheck(title="t", json="4", status=200),
        APP.format("b'4'"),
        APP.format("b'5'"),
    ),
    Kind(
        "python",
        PythonCheck(title="t", source=AUTHORS, function="check_it"),
        "def f(n): return n + 2",
        "def f(n): return n + 3",
    ),
)
PROPERTY_SOLUTION = "def f(n): return n + 2"

BEFORE = {
    "endless loop": "while True: pass",
    "endless loop in C": "sum(iter(int, 1))",
    "os._exit": "import os; os._exit(0)",
    "closing every stream": "import sys, os\nsys.stdout.close(); sys.stderr.close(); os.close(1)",
    "closing every descriptor": "import os; os.closerange(0, 64)",
    "patching builtins": """
        import builtins
        for name in dir(builtins):
            if name.islower() and name not in {'setattr', 'print', 'open', 'dir'}:
                setattr(builtins, name, lambda *a, **k: True)
        """,
    "patching what writes": """
        import builtins, io, os, sys, json
        builtins.print = builtins.input = builtins.open = lambda *a, **k: None
        os.write = os.read = os.getpid = lambda *a, **k: 4
        sys.modules.clear()
        """,
    "ending in silence": "import faulthandler, sys\nfaulthandler.cancel_dump_traceback_later()",
    "memory": "held = []\nwhile True: held.append(bytearray(1 << 20))",
    "flood": "while True: print('4' * 1000)",
    "one endless line": "while True: print('4' * 1000, end='')",
    "flood of errors": "import sys\nwhile True: sys.stderr.write('4' * 1000)",
    "recursion": "def again(): again()\nagain()",
    "recursion without limit": """
        import sys
        sys.setrecursionlimit(1 << 30)
        def again(n): return repr(n) + again([n])
        again(0)
        """,
    "crash": "import ctypes; ctypes.string_at(0)",
    "killing itself": "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
    "killing its group": "import os, signal; os.killpg(0, signal.SIGKILL)",
    "deleting its files": "import os, shutil, sys\nshutil.rmtree(os.getcwd()); os.chdir('/')",
    "a thread without end": """
        import threading
        threading.Thread(target=lambda: [None for _ in iter(int, 1)]).start()
        """,
    "an endless exit": """
        import atexit, time
        atexit.register(lambda: [None for _ in iter(int, 1)])
        """,
    "ignoring signals": """
        import signal
        for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP, signal.SIGXFSZ):
            signal.signal(number, signal.SIG_IGN)
        """,
    "forging answers": """
        import os
        for number in range(3, 64):
            for token in ('', 'x'):
                try:
                    os.write(number, b'["%s", "value", 4]\\n["%s", "done"]\\n["", "passed"]\\n4\\n'
                             % (token.encode(), token.encode()))
                except OSError:
                    pass
        """,
    "writing rubbish into the pipe": """
        import os
        for number in range(3, 64):
            try:
                os.write(number, bytes(range(256)) + b'[' * 5000 + b'\\n{"a": NaN}\\n[1e999]\\n')
            except OSError:
                pass
        """,
    "a flood into the pipe": """
        import os
        while True:
            for number in range(3, 64):
                try:
                    os.write(number, b'4' * 60000)
                except OSError:
                    pass
        """,
    "an excepthook of its own": """
        import sys
        sys.excepthook = sys.unraisablehook = lambda *a: print(4)
        """,
    "tracing": "import sys\nsys.settrace(lambda *a: None); sys.setprofile(lambda *a: None)",
}


def verdict_on(
    kind: Kind, answer: str, limits: Limits = LIMITS, files: dict[str, str] | None = None
) -> CheckVerdict:
    asked = exercise(kind.check, solution=PROPERTY_SOLUTION, limits=limits)
    verdicts = verdicts_on(asked, answer, **(files or {}))
    assert verdicts.problem == ""
    return verdicts.checks[0]


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_right_answer_passes_and_the_wrong_one_does_not(kind: Kind) -> None:
    assert verdict_on(kind, kind.right).sentence == ""
    wrong = verdict_on(kind, kind.wrong)
    assert wrong.verdict is Verdict.FAILED
    assert wrong.sentence


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
@pytest.mark.parametrize("attack", BEFORE)
def test_no_attack_makes_a_wrong_answer_right(kind: Kind, attack: str) -> None:
    verdict = verdict_on(kind, f"{dedent(BEFORE[attack])}\n{kind.wrong}\n", BRIEF)
    assert verdict.verdict in {Verdict.FAILED, Verdict.TIMED_OUT}
    assert verdict.sentence.endswith((".", "?"))
    assert len(verdict.output) < 30_000


MODULES = "json random asyncio traceback linecache threading groundwork ast inspect"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_modules_of_the_learners_are_never_ours(kind: Kind) -> None:
    files = dict.fromkeys(MODULES.split(), "raise RuntimeError('not meant to be imported')\n")
    assert verdict_on(kind, kind.right, files=files).sentence == ""


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_sys_exit_at_the_end_is_allowed(kind: Kind) -> None:
    assert verdict_on(kind, f"{kind.right}\nimport sys\nsys.exit(3)\n").sentence == ""


EQUAL_TO_ALL = """
class Any(int):
    def __eq__(self, other): return True
    def __ne__(self, other): return False
    def __repr__(self): return '4'
    def __hash__(self): return 4
    __str__ = __repr__
    __class__ = property(lambda self: int)
class Other(Any.__base__.__base__):
    __eq__ = Any.__eq__
    __repr__ = Any.__repr__
    __class__ = property(lambda self: int)
"""


@pytest.mark.parametrize("kind", [KINDS[1], KINDS[2], KINDS[7]], ids=lambda kind: kind.name)
@pytest.mark.parametrize("made", ["Any(5)", "Other()", "[Any(9)]", "type('int', (), {})()"])
def test_an_object_that_equals_everything_equals_nothing_here(kind: Kind, made: str) -> None:
    verdict = verdict_on(kind, f"{EQUAL_TO_ALL}\ndef f(n): return {made}\n")
    assert verdict.verdict is Verdict.FAILED


RUINOUS = {
    "a repr that exits": "class R:\n    def __repr__(self): 0 / exit()\ndef f(n): return R()",
    "a repr that is no text": "class R:\n    def __repr__(self): return 4\ndef f(n): return R()",
    "a repr without end": """
        class R:
            def __repr__(self):
                while True: pass
        def f(n): return R()
        """,
    "a huge repr": "class R:\n    def __repr__(self): return '4' * (1 << 26)\ndef f(n): return R()",
    "a list in itself": "def f(n):\n    a = []\n    a += [a, a, a]\n    return a",
    "a huge list": "def f(n): return [0] * 5_000_000",
    "a huge number": "def f(n): return 1 << (1 << 24)",
    "a deep list": "def f(n):\n    a = []\n    for _ in range(100_000): a = [a]\n    return a",
    "a metaclass that lies": """
        class Meta(type):
            def __getattribute__(cls, name): raise SystemExit
            def mro(cls): return [cls, object]
        class R(metaclass=Meta): pass
        def f(n): return R()
        """,
    "a message that exits": """
        class E(Exception):
            def __str__(self): raise SystemExit
        def f(n): raise E
        """,
    "an exception group of thousands": """
        def f(n): raise ExceptionGroup('x' * 10000, [ValueError(str(n)) for n in range(5000)])
        """,
    "exiting in the call": "import os\ndef f(n): os._exit(0)",
    "sys.exit in the call": "import sys\ndef f(n): sys.exit('4')",
    "changing the arguments' type": "def f(n, *more, **named): return f",
    "an endless generator": "def f(n):\n    while True: yield 4",
    "a fork in the call": "import os\ndef f(n):\n    os.fork()\n    return 5",
}


@pytest.mark.parametrize(
    "kind", [KINDS[1], KINDS[2], KINDS[3], KINDS[7]], ids=lambda kind: kind.name
)
@pytest.mark.parametrize("attack", RUINOUS)
def test_no_value_ruins_the_check(kind: Kind, attack: str) -> None:
    verdict = verdict_on(kind, dedent(RUINOUS[attack]), BRIEF)
    assert verdict.verdict in {Verdict.FAILED, Verdict.TIMED_OUT}
    assert verdict.sentence.endswith((".", "?"))
    assert len(verdict.got) < 3000


SEARCHING = """
import gc, os, pathlib, sys

texts = [*sys.argv, *sys.orig_argv, *sys.path, *os.environ.values(), os.getcwd(), str(vars())]
texts.append(repr([thing for thing in gc.get_objects() if not isinstance(thing, type)]))
frame = sys._getframe()
while frame:
    texts.append(repr(frame.f_globals) + repr(frame.f_locals))
    frame = frame.f_back
for module in list(sys.modules.values()):
    texts.append(repr(vars(module)))
for folder, _, names in os.walk(pathlib.Path.cwd().parent):  # what others have there comes and goes
    for name in names:
        try:
            texts.append(pathlib.Path(folder, name).read_text(errors='replace'))
        except OSError:
            pass
for name in ('cmdline', 'environ'):
    for number in (os.getpid(), os.getppid()):
        file = pathlib.Path(f'/proc/{number}/{name}')
        if file.exists():
            texts.append(file.read_text(errors='replace'))
found = [word for word in WORDS if any(word[::-1] in text for text in texts)]
"""


def test_neither_the_solution_nor_what_is_expected_is_anywhere_near() -> None:
    secrets = ("the-solution", "the-expectation", "the-known-wrong")
    words = f"WORDS = {[word[::-1] for word in secrets]}"  # backwards: not to be found in itself
    asked = exercise(
        CallCheck(title="the-expectation", call="found", expected="['the-expectation']"),
        CallCheck(title="t", call="found == []"),
        solution="found = []\nsecret = 'the-solution'\n",
        wrong={"known": "secret = 'the-known-wrong'\nfound = [1]"},
    )
    verdicts = verdicts_on(asked, f"{words}\n{SEARCHING}")
    assert (verdicts.checks[0].got, verdicts.checks[1].sentence) == ("[]", "")


def test_printing_what_a_checker_would_print_is_only_printing() -> None:
    answer = (
        "for line in ('PASSED', '[\"done\"]', '{\"verdict\": \"passed\"}', 'OK', '1 passed'):\n"
        "    print(line)\nraise SystemExit(0)\n"
    )
    verdict = verdict_on(KINDS[0], answer)
    assert verdict.verdict is Verdict.FAILED
    assert "1 passed" in verdict.output


def test_text_that_came_before_the_end_is_kept_when_time_is_up() -> None:
    verdict = verdict_on(KINDS[0], "print('4 is coming')\nwhile True: pass\n", BRIEF)
    assert verdict.verdict is Verdict.TIMED_OUT
    assert verdict.output == "4 is coming\n"


def test_memory_that_runs_out_is_told_with_the_limit() -> None:
    verdict = verdict_on(KINDS[1], BEFORE["memory"])
    assert verdict.sentence == "The program used more than 128 MB of memory, the limit here."


def test_a_thread_that_goes_on_is_told_with_its_line() -> None:
    answer = (
        "import threading\n\ndef work():\n    while True:\n        pass\n\n"
        "threading.Thread(target=work).start()\nprint(4)\n"
    )
    verdict = verdict_on(KINDS[0], answer, BRIEF)
    assert verdict.verdict is Verdict.TIMED_OUT
    assert verdict.place is not None
    assert verdict.place.line in {4, 5}
