"""A program that is checked finds no network but this machine, however it looks for one."""

from __future__ import annotations

import socket
from pathlib import Path
from textwrap import dedent

import pytest

from groundwork.checking.answer import check_answer
from groundwork.child import offline
from groundwork.messages import Start
from groundwork.packs.checks import CallCheck
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import SourceFile
from groundwork.running.batch import BatchResult, run_program


def run_offline(folder: Path, source: str) -> BatchResult:
    program = folder / "main.py"
    program.write_text(dedent(source), encoding="utf-8")
    start = Start(str(program), str(folder))
    return run_program(start, time_limit=60, variables={offline.VARIABLE: "1"})


@pytest.mark.parametrize(
    "source",
    [
        "import socket\nsocket.create_connection(('192.0.2.1', 80), timeout=9)",
        "import socket\nsocket.create_connection(('example.org', 80), timeout=9)",
        "import socket\nsocket.create_connection(('2001:db8::1', 80), timeout=9)",
        "import socket\nsocket.getaddrinfo('example.org', 80)",
        "import socket\nsocket.getaddrinfo(b'example.org', 80)",
        "import socket\nsocket.gethostbyname('example.org')",
        "import socket\nsocket.socket(type=socket.SOCK_DGRAM).sendto(b'x', ('192.0.2.1', 9))",
        "import urllib.request\nurllib.request.urlopen('http://example.org/')",
        "import asyncio\nasyncio.run(asyncio.open_connection('192.0.2.1', 80))",
        "import httpx\nhttpx.get('https://example.org/')",
    ],
)
def test_no_way_leads_out(tmp_path: Path, source: str) -> None:
    result = run_offline(tmp_path, source)

    assert result.outcome.failure is not None
    assert offline.SENTENCE in result.stderr


def knows_its_name() -> bool:
    """Whether `localhost` can be looked up here; a bare container may have no file of hosts."""
    try:
        socket.getaddrinfo("localhost", 80)
    except OSError:
        return False
    return True


NAME = "localhost" if knows_its_name() else "127.0.0.1"


@pytest.mark.parametrize(
    "source",
    [
        f"""
        import socket
        for host in ("127.0.0.1", "{NAME}"):
            with socket.create_server(("127.0.0.1", 0)) as server:
                socket.create_connection((host, server.getsockname()[1])).close()
        """,
        f"""
        import asyncio
        def close(reader, writer):
            writer.close()
        async def main():
            server = await asyncio.start_server(close, "{NAME}", 0)
            port = server.sockets[0].getsockname()[1]
            reader, writer = await asyncio.open_connection("{NAME}", port)
            writer.close()
        asyncio.run(main())
        """,
        "import socket\nsocket.getaddrinfo(None, 80)\nsocket.getaddrinfo('::ffff:127.0.0.1', 80)",
        "import socket\none, other = socket.socketpair()\none.send(b'x')\nother.recv(1)",
    ],
)
def test_this_machine_is_within_reach(tmp_path: Path, source: str) -> None:
    result = run_offline(tmp_path, source)

    assert (result.exit_code, result.stderr) == (0, "")


def test_the_program_does_not_see_how_it_is_done(tmp_path: Path) -> None:
    source = f"""
    import os, sys
    assert {offline.VARIABLE!r} not in os.environ
    assert not [name for name in sys.modules if name.startswith("groundwork")]
    """

    assert run_offline(tmp_path, source).stderr == ""


@pytest.mark.parametrize(("is_offline", "expected"), [(True, "True"), (False, "False")])
def test_answers_are_checked_with_and_without(*, is_offline: bool, expected: str) -> None:
    source = dedent(
        """
        import socket

        def is_offline():
            try:
                socket.getaddrinfo("name.invalid", 80)
            except OSError as error:
                return "while a pack is checked" in str(error)
        """
    )
    check = CallCheck(title="No network", call="is_offline()", expected=expected)
    files = (SourceFile("main.py", source),)
    exercise = Exercise("far", "Far", (), files, "main.py", checks=(check,))

    assert check_answer(exercise, {"main.py": source}, is_offline=is_offline).are_passed
