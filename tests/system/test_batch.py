"""Programs run to their end without a window."""

from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import psutil
import pytest
from tests.system.programs import Bench

from groundwork import paths
from groundwork.messages import LimitReached, Start
from groundwork.running.batch import MOST_OUTPUT, run_program


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def test_output_exit_code_and_time_come_back(bench: Bench) -> None:
    result = bench.run("import sys; print('out'); print('err', file=sys.stderr); sys.exit(3)")
    assert (result.stdout, result.stderr, result.exit_code) == ("out\n", "err\n", 3)
    assert result.seconds == result.outcome.seconds > 0
    assert not result.is_cut


def test_typed_input_is_read_to_its_end(bench: Bench) -> None:
    source = "import sys; print(input(), [*sys.stdin], repr(sys.stdin.read()))"
    result = bench.run(source, typed_input="Ada é\n1\n2")
    assert result.stdout == "Ada é ['1\\n', '2'] ''\n"


def test_input_that_nobody_reads_is_no_problem(bench: Bench) -> None:
    result = bench.run("print('done')", typed_input="x" * 1_000_000)
    assert (result.stdout, result.exit_code) == ("done\n", 0)


def test_much_input_and_output_at_once(bench: Bench) -> None:
    source = "import sys\nfor line in sys.stdin: print(line * 3, end='')"
    result = bench.run(source, typed_input="0123456789\n" * 100_000)
    assert len(result.stdout) == 3_300_000


def test_a_program_that_takes_too_long_is_ended_and_told_so(bench: Bench) -> None:
    result = bench.run("print('begun')\nwhile True: pass", time_limit=0.5)
    assert result.stdout == "begun\n"
    assert result.outcome.limit == LimitReached("time", 0.5)
    assert result.outcome.sentence == "stopped after 0.50 s, the time limit for a program here"
    assert result.exit_code == 128 + signal.SIGKILL


def test_more_output_than_is_held_is_let_go(bench: Bench) -> None:
    result = bench.run(f"for _ in range(20): print('x' * {1 << 20})\nprint('last')")
    assert len(result.stdout) == MOST_OUTPUT
    assert result.is_cut
    assert result.exit_code == 0


def test_what_a_program_leaves_running_is_ended(bench: Bench) -> None:
    result = bench.run(
        """
        import subprocess, sys
        code = "import time; print('left', flush=True); time.sleep(600)"
        process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
        process.stdout.readline()
        """
    )
    assert result.outcome.left_behind == 1
    assert result.outcome.sentence.endswith("a process that it left running was ended")


def test_a_missing_runtime_is_a_problem_told(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "runtime_folder", lambda: tmp_path / "none")
    result = bench.run("print(1)")
    assert result.exit_code == 127
    assert "is missing" in result.outcome.sentence


def test_a_runtime_that_cannot_be_started_is_a_problem_told(
    bench: Bench, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    python = tmp_path / "bin" / "python3"
    python.parent.mkdir()
    python.write_text("no program")
    monkeypatch.setattr(paths, "runtime_folder", lambda: tmp_path)
    result = bench.run("print(1)")
    assert result.exit_code == 127
    assert result.outcome.sentence == "The program could not be started: Permission denied."


INHERITING = """
import sys
from groundwork.messages import Start
from groundwork.running.batch import run_program
start = Start(sys.argv[1], sys.argv[2])
result = run_program(start, typed_input=None, capture=False)
print("ended", result.exit_code, result.outcome.was_stopped, flush=True)
"""


def inheriting(program: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", INHERITING, str(program), str(program.parent)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def test_a_program_may_have_our_input_and_output(bench: Bench) -> None:
    program = bench.write("print('Hello', input(), input(), flush=True)")
    with inheriting(program) as process:
        stdout, _ = process.communicate("Ada\nZoë\n")
    assert stdout == "Hello Ada Zoë\nended 0 False\n"


CATCHING = """
while True:
    try:
        print("ready", flush=True)
        while True:
            pass
    except KeyboardInterrupt:
        print("caught", flush=True)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_an_interrupt_is_passed_on_and_a_second_one_ends(bench: Bench) -> None:
    with inheriting(bench.write(CATCHING)) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.readline() == "caught\n"
        assert process.stdout.readline() == "ready\n"
        process.send_signal(signal.SIGINT)
        assert process.stdout.read().endswith(f"ended {128 + signal.SIGKILL} True\n")


def test_nothing_is_left_beside_the_program(bench: Bench) -> None:
    bench.write("x = 1", "module.py")
    run_program(Start(str(bench.write("import module")), str(bench.folder)))
    assert {file.name for file in bench.folder.iterdir()} == {"main.py", "module.py"}


KILLED = """
import sys
from groundwork.messages import Start
from groundwork.running.batch import run_program

run_program(Start(sys.argv[1], sys.argv[2]), capture=False)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_run_ends_with_whoever_waits_for_it(tmp_path: Path) -> None:
    program = tmp_path / "main.py"
    program.write_text("import os\nprint(os.getpid(), flush=True)\nwhile True: pass\n")
    command = [sys.executable, "-c", KILLED, str(program), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as waiting:
        assert waiting.stdout is not None
        running = psutil.Process(int(waiting.stdout.readline()))
        waiting.kill()
    _, alive = psutil.wait_procs([running], timeout=30)
    assert alive == []
