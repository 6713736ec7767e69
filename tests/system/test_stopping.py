"""Stopping leaves nothing of a program behind, wherever it went."""

from __future__ import annotations

import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from tests.system.programs import Bench

from groundwork.messages import Start, encode
from groundwork.running.command import RUN_VARIABLE, child_command
from groundwork.running.guard import Guard
from groundwork.running.process_group import interrupt, is_alive
from groundwork.running.stopping import kill_tree

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="sessions and signals of POSIX")

SERVER = """
    import multiprocessing, os, signal, socket, time
    def work():
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        while True:
            time.sleep(60)
    if __name__ == "__main__":
        listener = socket.create_server(("127.0.0.1", 0))
        context = multiprocessing.get_context("fork")
        for _ in range(3):
            context.Process(target=work).start()
        print(listener.getsockname()[1], flush=True)
        work()
    """
DAEMON = """
    import os, sys, time
    def leave():
        if os.fork():
            os._exit(0)
    if os.fork() == 0:
        os.setsid()
        leave()
        os.chdir("/")
        print(os.getpid(), flush=True)
        time.sleep(600)
    else:
        os.wait()
        time.sleep(600)
    """
WITHOUT_MARK = """
    import subprocess, sys, time
    code = "import os, time; print(os.getpid(), flush=True); time.sleep(600)"
    subprocess.Popen([sys.executable, "-c", code], env={}, start_new_session=True)
    time.sleep(600)
    """
UNSTOPPABLE = """
    import signal
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    print("ready", flush=True)
    while True:
        pass
    """


class Running:
    """A program that has begun, as a window would have started it."""

    def __init__(self, bench: Bench, source: str) -> None:
        program = bench.write(source)
        self.run_id = os.urandom(8).hex()
        start = Start(str(program), str(bench.folder))
        command = child_command(self.run_id, encode(start))
        self.process = subprocess.Popen(
            [command.program, *command.arguments],
            env=command.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            start_new_session=True,
        )

    def line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().decode().strip()

    def members(self) -> list[int]:
        found = []
        for process in psutil.process_iter():
            try:
                is_marked = process.environ().get(RUN_VARIABLE) == self.run_id
            except psutil.Error:
                continue
            if is_marked and process.status() != psutil.STATUS_ZOMBIE:
                found.append(process.pid)
        return found

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        kill_tree(self.process.pid, self.run_id)
        assert self.process.stdout is not None
        self.process.stdout.close()


def has_ended(process_id: int) -> bool:
    """Whether the process is no more, or waits only for its parent to notice."""
    try:
        return psutil.Process(process_id).status() == psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return True


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.fixture
def running(bench: Bench, request: pytest.FixtureRequest) -> Iterator[Running]:
    program = Running(bench, request.param)
    yield program
    program.end()


@pytest.mark.parametrize("running", [SERVER], indirect=True)
def test_a_server_with_three_processes_goes_and_its_port_is_free(running: Running) -> None:
    port = int(running.line())
    assert kill_tree(running.process.pid, running.run_id) == 3
    running.process.wait()
    assert running.members() == []
    socket.create_server(("127.0.0.1", port)).close()


@pytest.mark.parametrize("running", [DAEMON], indirect=True)
def test_a_daemon_that_left_session_and_parent_goes_too(running: Running) -> None:
    daemon = int(running.line())
    assert os.getsid(daemon) != running.process.pid
    kill_tree(running.process.pid, running.run_id)
    running.process.wait()
    assert running.members() == []
    assert has_ended(daemon)


@pytest.mark.parametrize("running", [WITHOUT_MARK], indirect=True)
def test_a_child_without_the_mark_in_a_session_of_its_own_goes_too(running: Running) -> None:
    stranger = int(running.line())
    kill_tree(running.process.pid, running.run_id)
    assert has_ended(stranger)


@pytest.mark.parametrize("running", [UNSTOPPABLE], indirect=True)
def test_a_program_that_ignores_signals_goes(running: Running) -> None:
    running.line()
    interrupt(running.process.pid)
    assert kill_tree(running.process.pid, running.run_id) == 0
    assert running.process.wait() == -signal.SIGKILL


@pytest.mark.parametrize("running", [SERVER], indirect=True)
def test_nobody_elses_processes_go(running: Running) -> None:
    running.line()
    kill_tree(running.process.pid, "another run")
    with subprocess.Popen(["sleep", "60"]) as bystander:
        kill_tree(running.process.pid, running.run_id)
        assert bystander.poll() is None
        bystander.kill()


@pytest.mark.parametrize("running", ["print('done')"], indirect=True)
def test_a_program_that_is_gone_needs_no_ending(running: Running) -> None:
    running.process.wait()
    assert not is_alive(running.process.pid)
    assert kill_tree(running.process.pid, running.run_id) == 0
    interrupt(running.process.pid)


WINDOW = """
import sys, time
from groundwork.running.guard import Guard
guard = Guard()
for line in sys.stdin:
    runs = dict(pair.split(":") for pair in line.split())
    guard.watch({int(number): run for number, run in runs.items()})
    print("watched", flush=True)
time.sleep(600)
"""


@pytest.fixture
def window() -> Iterator[subprocess.Popen[str]]:
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        yield process
        process.kill()


def watch(window: subprocess.Popen[str], runs: str) -> None:
    assert window.stdin is not None
    assert window.stdout is not None
    window.stdin.write(runs + "\n")
    window.stdin.flush()
    assert window.stdout.readline() == "watched\n"


def gone(running: Running, process_id: int) -> None:
    """Wait for the program, and for one more process, to be gone."""
    running.process.wait(10)
    deadline = time.monotonic() + 10
    while not has_ended(process_id) and time.monotonic() < deadline:
        select.select([], [], [], 0.01)
    assert has_ended(process_id)


@pytest.mark.parametrize("running", [DAEMON], indirect=True)
def test_a_killed_window_takes_its_programs_along(
    running: Running, window: subprocess.Popen[str]
) -> None:
    daemon = int(running.line())
    watch(window, f"{running.process.pid}:{running.run_id}")
    window.kill()
    gone(running, daemon)


@pytest.mark.parametrize("running", [UNSTOPPABLE], indirect=True)
def test_the_guard_leaves_alone_what_it_was_told_to_forget(
    running: Running, window: subprocess.Popen[str]
) -> None:
    running.line()
    watch(window, f"{running.process.pid}:{running.run_id}")
    with subprocess.Popen(["sleep", "600"], start_new_session=True) as other:
        watch(window, f"{other.pid}:other")
        window.kill()
        assert other.wait(10) == -signal.SIGKILL
    assert running.process.poll() is None


@pytest.mark.parametrize("running", [UNSTOPPABLE], indirect=True)
def test_a_guard_that_was_killed_is_replaced(running: Running) -> None:
    running.line()
    guard = Guard()
    before = set(psutil.Process().children())
    guard.watch({1 << 22: "no run"})
    (shell,) = set(psutil.Process().children()) - before
    shell.kill()
    shell.wait()
    guard.watch({running.process.pid: running.run_id})
    guard.close()
    assert running.process.wait(10) == -signal.SIGKILL


def test_a_guard_without_runs_starts_nothing() -> None:
    guard = Guard()
    guard.watch({})
    assert not guard.is_on_duty
    guard.close()
