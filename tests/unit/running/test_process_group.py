import os
import subprocess
import sys

import pytest

from groundwork.running.process_group import (
    exists,
    freeze,
    interrupt,
    interrupt_program,
    is_alive,
    kill,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="process groups of POSIX")


def sleeper() -> subprocess.Popen[bytes]:
    return subprocess.Popen(["sleep", "600"], start_new_session=True)


def test_a_group_is_interrupted() -> None:
    with sleeper() as process:
        interrupt(process.pid)
        assert process.wait() == -2


def test_a_program_is_interrupted_alone() -> None:
    with subprocess.Popen(
        ["sh", "-c", "sleep 600 & echo; exec sleep 600"],
        start_new_session=True,
        stdout=subprocess.PIPE,
    ) as process:
        assert process.stdout is not None
        process.stdout.readline()
        interrupt_program(process.pid)
        assert process.wait() == -2
        assert is_alive(process.pid)
        kill(process.pid)


def test_a_group_is_killed_also_when_it_is_held_still() -> None:
    with sleeper() as process:
        freeze(process.pid)
        kill(process.pid)
        assert process.wait() == -9


def test_a_group_lives_as_long_as_one_of_it() -> None:
    with subprocess.Popen(
        ["sh", "-c", "sleep 600 & echo"], start_new_session=True, stdout=subprocess.PIPE
    ) as process:
        process.wait()
        assert is_alive(process.pid)
        kill(process.pid)


def test_what_is_gone_is_no_error() -> None:
    with sleeper() as process:
        process.kill()
    for act in (interrupt, interrupt_program, freeze, kill):
        act(process.pid)
    assert not is_alive(process.pid)
    assert not exists(process.pid)


def test_other_peoples_processes_exist() -> None:
    assert exists(os.getpid())
    assert exists(1)
