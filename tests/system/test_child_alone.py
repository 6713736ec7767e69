"""What only a program in a child of ours meets: its own names, limits, crashes, odd endings."""

from __future__ import annotations

import re
import signal
from pathlib import Path

import pytest
from tests.system.programs import Bench

from groundwork.messages import Frame, LimitReached, Start
from groundwork.running.batch import run_program

MEMORY_LIMIT = 256 << 20


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.mark.parametrize(
    "name", ["random", "token", "json", "messages", "traceback", "re", "enum", "types_"]
)
def test_a_file_named_like_a_module_of_ours_is_the_learners(bench: Bench, name: str) -> None:
    bench.write("mine = 'the learner wrote this'\n", f"{name}.py")
    result = bench.run(f"import {name}\nprint({name}.mine)\nname = input()\n1 / 0\n")
    assert result.stdout == "the learner wrote this\n"
    assert result.stderr.splitlines()[-1].startswith("EOFError")
    assert result.outcome.sentence == "ended with EOFError on line 3"


def test_broken_files_named_like_modules_break_nothing_that_does_not_import_them(
    bench: Bench,
) -> None:
    for name in ("token", "tokenize", "linecache", "traceback", "json", "codecs", "groundwork"):
        bench.write("raise RuntimeError('not meant to be imported')\n", f"{name}.py")
    result = bench.run("def half(n):\n    return n / 0\nhalf(2)\n")
    assert result.stderr.splitlines()[-1] == "ZeroDivisionError: division by zero"
    assert "return n / 0" in result.stderr
    assert result.outcome.sentence == "ended with ZeroDivisionError on line 2"


def test_the_report_tells_where_it_failed(bench: Bench) -> None:
    bench.write("def half(n):\n    return n / 0\n", "dividing.py")
    result = bench.run("import dividing\nprint('x')\ndividing.half(1)\n")
    failure = result.outcome.failure
    assert failure is not None
    assert (failure.error, failure.message) == ("ZeroDivisionError", "division by zero")
    assert failure.frames == (
        Frame(str(bench.folder / "main.py"), 3, "<module>"),
        Frame(str(bench.folder / "dividing.py"), 2, "half"),
    )
    assert result.outcome.sentence == "ended with ZeroDivisionError on line 2 of dividing.py"


def test_an_error_in_a_library_is_placed_in_the_learners_line(bench: Bench) -> None:
    result = bench.run("import json\n\njson.loads('{')\n")
    assert result.outcome.sentence == "ended with json.decoder.JSONDecodeError on line 3"


def test_an_error_of_syntax_is_placed(bench: Bench) -> None:
    result = bench.run("x = 1\nif x\n    print(x)\n")
    assert result.outcome.sentence == "ended with SyntaxError on line 2"


@pytest.mark.parametrize("source", ["print(1)\0\n", "# coding: nothing\n"])
def test_what_is_no_text_is_an_error_of_syntax(bench: Bench, source: str) -> None:
    result = bench.run(source)
    assert result.outcome.failure is not None
    # Python up to 3.11.3 calls a null byte a ValueError.
    assert result.outcome.failure.error in {"SyntaxError", "ValueError"}
    assert "groundwork" not in result.stderr


def test_endless_recursion_is_reported_in_brief(bench: Bench) -> None:
    result = bench.run("def again(n):\n    again(n + 1)\n\nagain(0)\n")
    failure = result.outcome.failure
    assert failure is not None
    assert failure.error == "RecursionError"
    assert len(failure.frames) <= 100


def test_an_interrupt_ends_with_the_learners_traceback(bench: Bench) -> None:
    result = bench.run("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    assert result.exit_code == 130
    assert result.stderr.splitlines()[0].startswith("Traceback")
    assert re.findall(r'File "(.*)", line (\d+)', result.stderr) == [
        (str(bench.folder / "main.py"), "2")
    ]
    assert result.outcome.sentence.startswith("interrupted after ")


def test_an_interrupt_works_under_a_window_that_ignores_interrupts(bench: Bench) -> None:
    old = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        result = bench.run("import os, signal\nos.kill(os.getpid(), signal.SIGINT)\n")
    finally:
        signal.signal(signal.SIGINT, old)
    assert result.exit_code == 130


def test_allocation_without_end_meets_the_limit(bench: Bench) -> None:
    source = "kept = []\nwhile True:\n    kept.append('x' * 10_000 + str(len(kept)))\n"
    result = bench.run(source, memory_limit=MEMORY_LIMIT)
    assert result.outcome.limit == LimitReached("memory", MEMORY_LIMIT)
    assert result.outcome.sentence == (
        "used more than 256 MB of memory, the limit for a program here"
    )
    assert result.stderr.splitlines()[-1] == "MemoryError"


def test_allocation_of_small_objects_meets_the_limit(bench: Bench) -> None:
    source = "tree = None\nwhile True:\n    tree = (tree, [], {})\n"
    result = bench.run(source, memory_limit=MEMORY_LIMIT)
    assert result.outcome.limit == LimitReached("memory", MEMORY_LIMIT)


def test_threads_and_processes_fit_within_the_limit(bench: Bench) -> None:
    result = bench.run(
        """
        import multiprocessing
        from concurrent.futures import ThreadPoolExecutor
        if __name__ == "__main__":
            with ThreadPoolExecutor(32) as pool:
                print(sum(pool.map(lambda n: len([n] * 10_000), range(320))))
            with multiprocessing.Pool(2) as pool:
                print(pool.map(abs, [-1, -2]))
        """,
        memory_limit=1 << 30,
    )
    assert result.stdout == "3200000\n[1, 2]\n"


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("import ctypes; ctypes.string_at(0)", "crashed (segmentation fault)"),
        ("import os; os.abort()", "crashed (abort)"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGKILL)", "ended by the system"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGTERM)", "ended by signal 15 (SIGTERM)"),
    ],
)
def test_a_crash_of_the_interpreter_is_told_apart(bench: Bench, source: str, words: str) -> None:
    result = bench.run(source)
    assert words in result.outcome.sentence
    assert result.exit_code == 128 + result.outcome.signal_number


def test_a_program_may_become_another(bench: Bench) -> None:
    result = bench.run("import os; os.execv('/bin/echo', ['echo', 'another'])")
    assert (result.stdout, result.exit_code) == ("another\n", 0)
    assert result.outcome.sentence.startswith("finished in")


def test_a_program_may_close_its_output(bench: Bench) -> None:
    result = bench.run("import sys; sys.stdout.close(); sys.exit(3)")
    assert result.exit_code == 3
    result = bench.run("import os; os.close(1); os.close(2); os.close(0)")
    assert result.exit_code == 0


def test_binary_rubbish_is_read_as_text(bench: Bench) -> None:
    result = bench.run("import sys; sys.stdout.buffer.write(bytes(range(256)))")
    assert len(result.stdout) == 256
    assert result.stdout[200] == "\ufffd"


def test_nothing_of_ours_is_inherited(bench: Bench) -> None:
    result = bench.run(
        """
        import os, subprocess
        print(sorted(os.listdir("/proc/self/fd"))[:3], len(os.listdir("/proc/self/fd")))
        pid = os.fork()
        if pid:
            os.waitpid(pid, 0)
        else:
            print(len(os.listdir("/proc/self/fd")))
        """
    )
    assert result.stdout.splitlines() == ["['0', '1', '2'] 4", "4"]


def test_lines_of_threads_stay_whole(bench: Bench) -> None:
    result = bench.run(
        """
        import threading
        def work(letter):
            for _ in range(2000):
                print(letter * 40)
        threads = [threading.Thread(target=work, args=(letter,)) for letter in "abcd"]
        for thread in threads:
            thread.start()
        """
    )
    assert {len(line) for line in result.stdout.splitlines()} == {40}
    assert result.stdout.count("\n") == 8000


def test_lines_of_processes_stay_whole(bench: Bench) -> None:
    result = bench.run(
        """
        import os
        pids = []
        for letter in "abc":
            pid = os.fork()
            if not pid:
                for _ in range(2000):
                    print(letter * 40)
                os._exit(0)
            pids.append(pid)
        for pid in pids:
            os.waitpid(pid, 0)
        """
    )
    assert {len(line) for line in result.stdout.splitlines()} == {40}


def test_a_folder_with_any_name(tmp_path: Path) -> None:
    folder = tmp_path / "é 中 'x' %d"
    folder.mkdir()
    result = Bench(folder).run("import os; print(os.getcwd(), __file__)")
    assert result.stdout == f"{folder} {folder / 'main.py'}\n"


def test_a_program_that_is_not_there(bench: Bench) -> None:
    missing = bench.folder / "missing.py"
    result = run_program(Start(str(missing), str(bench.folder)))
    assert result.exit_code == 2
    assert result.stderr == f"can't open file '{missing}': No such file or directory\n"


def test_a_folder_that_is_not_there(bench: Bench) -> None:
    missing = bench.folder / "missing"
    result = run_program(Start(str(bench.write("")), str(missing)))
    assert result.exit_code == 1
    assert f"The folder {missing} cannot be entered: No such file" in result.stderr
