"""What is tried in the window, by keys that come from outside as a keyboard's do."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from smoke.place import Place, SmokeError, expect, wait_for

_INPUT = """
name = input("What is your name? ")
with open({result!r}, "w") as file:
    print("hello", name, file=file)
"""

_SERVER = """
import http.server, os, subprocess, sys
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(1000)"])
server = http.server.HTTPServer(("127.0.0.1", 0), http.server.SimpleHTTPRequestHandler)
with open({result!r} + ".part", "w") as file:
    print(os.getpid(), child.pid, server.server_port, file=file)
os.rename({result!r} + ".part", {result!r})
server.serve_forever()
"""

TURTLE = """
import turtle
turtle.forward(100)
turtle.left(90)
turtle.forward(50)
turtle.getcanvas().postscript(file={result!r})
turtle.bye()
"""

_FREE = """
import socket
with socket.socket() as one:
    one.bind(("127.0.0.1", {port}))
print("free")
"""


class Window:
    """The open window, and the keyboard before it; `others` were open before."""

    def __init__(
        self, place: Place, process: subprocess.Popen[bytes], others: frozenset[str] = frozenset()
    ) -> None:
        self.place = place
        self.process = process
        self._others = others
        self._id = ""

    @property
    def title(self) -> str:
        """What its title bar says; empty while there is no window."""
        found = [one for one in _open_windows() if one not in self._others]
        self._id = found[0] if found else ""
        return _told("xdotool", "getwindowname", self._id).strip() if found else ""

    def press(self, *keys: str) -> None:
        """Press keys, one after the other, in xdotool's spelling."""
        _told("xdotool", "windowfocus", "--sync", self._id)
        _told("xdotool", "key", "--delay", "30", *keys)

    def type(self, text: str) -> None:
        """Type a text; line ends are the Enter key."""
        for number, line in enumerate(text.split("\n")):
            if number:
                self.press("Return")
            _told("xdotool", "type", "--delay", "15", line)

    def write(self, text: str) -> None:
        """Put a text into the editor in the place of all that is there."""
        self.press("alt+e", "ctrl+a", "Delete")
        self.type(text)

    def settle(self, text: str) -> None:
        """Put a text into the editor, and again while it is not what is kept on the disk.

        A window that has just been opened, or another has written to, may take its text anew.

        Raises:
            SmokeError: it is never kept.
        """
        for _ in range(5):
            self.write(text)
            with suppress(SmokeError):
                wait_for(lambda: self.draft() == text, "the draft", 5)
                return
        raise SmokeError(f"what was typed is not kept: {self.draft()!r}")

    def run(self, name: str, program: str) -> None:
        """Let the window run a program: the text in the editor executes its file."""
        path = self.place.write(name, program)
        self.write(f'exec(open("{path}").read())')
        self.press("F5")

    def draft(self) -> str:
        """What the learner's file holds, as it is kept on the disk."""
        drafts = self.place.outside(f"{self.place.data}/drafts")
        files = sorted(drafts.rglob("main.py"), key=lambda file: file.stat().st_mtime)
        return files[-1].read_text(encoding="utf-8") if files else ""


@contextmanager
def opened(place: Place) -> Iterator[Window]:
    """A window that has been opened, beside others that may be open.

    Raises:
        SmokeError: it does not open, or does not close when it is asked to.
    """
    log = place.outside(f"{place.scratch}/window.log")
    others = frozenset(_open_windows())
    with log.open("wb") as errors:
        process = subprocess.Popen(place.command(), stderr=errors, stdout=errors)
    window = Window(place, process, others)
    try:
        try:
            wait_for(lambda: "Welcome" in window.title, "a window that shows Welcome")
        except SmokeError as error:
            raise SmokeError(f"{error}; it said: {log.read_text(errors='replace')}") from error
        yield window
    finally:
        with suppress(ProcessLookupError):
            process.send_signal(signal.SIGTERM)
        process.wait(30)


def welcome(window: Window) -> None:
    """The first lesson shows, and its example runs on the first key."""
    window.press("alt+e", "F5")
    expect(window.process.poll() is None, "the window is gone")


def typed_input(window: Window) -> None:
    """A program asks, and what is typed reaches it."""
    result = f"{window.place.scratch}/input.txt"
    window.run("asks.py", _INPUT.format(result=result))
    for _ in range(3):  # the first letters may come before the program asks
        with suppress(SmokeError):
            window.press("alt+s")
            window.type("Kim\n")
            wait_for(lambda: "Kim" in window.place.read("input.txt"), "an answer", 10)
            return
    raise SmokeError("what was typed did not reach the program")


def stopped_server(window: Window) -> None:
    """Stop ends a server with its child, and frees its port."""
    place = window.place
    window.run("serves.py", _SERVER.format(result=f"{place.scratch}/server.txt"))
    wait_for(lambda: place.read("server.txt"), "a server")
    server, child, port = place.read("server.txt").split()
    window.press("shift+F5")
    wait_for(lambda: not (_is_alive(server) or _is_alive(child)), "the end of server and child")
    run = place.run("run", place.write("free.py", _FREE.format(port=port)))
    expect("free" in run.stdout, f"port {port} is not free: {run.stderr}")


def turtle(window: Window) -> None:
    """A turtle draws."""
    window.run("turtle_draws.py", TURTLE.format(result=f"{window.place.scratch}/turtle.ps"))
    wait_for(lambda: "%%EOF" in window.place.read("turtle.ps"), "a turtle's drawing")


def completion(window: Window) -> None:
    """The rest of a name of FastAPI's is put in by one key."""
    window.write("from fastapi import FastAPI\napp = FastAPI()\napp.add_api_r")
    for _ in range(20):
        window.press("ctrl+space")
        with suppress(SmokeError):
            wait_for(lambda: "app.add_api_r" in window.draft(), "what was typed", 5)
        window.press("Tab")
        with suppress(SmokeError):
            wait_for(lambda: "app.add_api_route" in window.draft(), "the completion", 2)
            return
        window.press("ctrl+z")
    raise SmokeError(f"the name was not completed: {window.draft()!r}")


def another_window(window: Window) -> None:
    """A second window goes on with what was written in the first, and the first with its work."""
    window.settle("print('the first window')")
    with opened(window.place) as other:
        other.settle("print('the second window')")
    window.settle("print('the first window again')")
    drafts = window.place.outside(f"{window.place.data}/drafts")
    kept = "".join(file.read_text(encoding="utf-8") for file in drafts.rglob("main.py"))
    for text in ("first window'", "second window'", "first window again'"):
        expect(text in kept, f"what was written is lost: {text}")


def _open_windows() -> list[str]:
    """The windows of ours that can be seen, by the numbers that the display gives them."""
    return _told("xdotool", "search", "--onlyvisible", "--name", " - Groundwork$").split()


def _is_alive(process_id: str) -> bool:
    state = Path(f"/proc/{process_id}/stat")
    with suppress(OSError):
        return state.read_text(encoding="utf-8").rpartition(") ")[2][0] != "Z"
    return False


def _told(*command: str) -> str:
    environment = {**os.environ, "LC_ALL": "C.UTF-8"}
    run = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    return run.stdout


STEPS = (welcome, typed_input, stopped_server, turtle, completion, another_window)
