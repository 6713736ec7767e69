"""Where a bundle is tried: on this system, or inside a bare one as another user."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from bundling.system import HERE, System

PATIENCE = 60.0
"""Seconds before a step gives up: machines may be busy."""

_LOOK = 0.1

_OF_WINDOWS = ("SYSTEMROOT", "SYSTEMDRIVE", "PATH", "PATHEXT", "COMSPEC", "PROGRAMDATA")
"""Variables without which programs do not start there."""


class SmokeError(Exception):
    """A step did not bring what it should; the text says what was seen."""


@dataclass(frozen=True, slots=True)
class Place:
    """A system with the bundle in it.

    `program` is the command as that system knows it, `home` and `scratch` folders there that can
    be written, and `prefix` is put before every command to run it inside. `root` is where its
    file system lies in ours.
    """

    program: str
    home: str
    scratch: str
    prefix: Sequence[str] = ()
    root: Path = Path("/")
    variables: Mapping[str, str] = field(default_factory=dict)
    data_folder: str = ""

    @property
    def data(self) -> str:
        """The folder there in which the program keeps the learner's work."""
        if self.data_folder:
            return self.data_folder
        chosen = self.variables.get("GROUNDWORK_HOME")
        return f"{chosen}/data" if chosen else f"{self.home}/.local/share/groundwork"

    def outside(self, inside: str) -> Path:
        """A path of that system as it is in ours."""
        if self.root == Path("/"):
            return Path(inside)
        return self.root / PurePosixPath(inside).relative_to("/")

    @property
    def environment(self) -> dict[str, str] | None:
        """What a process is given on Windows; elsewhere its command begins with that."""
        if HERE is not System.WINDOWS:
            return None
        kept = {name: os.environ[name] for name in _OF_WINDOWS if name in os.environ}
        own = {"USERPROFILE": self.home, "LOCALAPPDATA": self.home, "TEMP": self.scratch}
        return {**kept, **own, **self.variables}

    def command(self, *arguments: str) -> list[str]:
        """What starts the program there with these arguments."""
        if HERE is System.WINDOWS:
            return [self.program, *arguments]
        variables = {
            "HOME": self.home,
            "PATH": "/usr/local/bin:/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "DISPLAY": os.environ.get("DISPLAY", ""),
            **self.variables,
        }
        environment = [f"{name}={value}" for name, value in variables.items()]
        return [*self.prefix, "/usr/bin/env", "-i", *environment, self.program, *arguments]

    def run(self, *arguments: str, patience: float = PATIENCE) -> subprocess.CompletedProcess[str]:
        """What the program said and how it ended, once it has.

        Raises:
            subprocess.TimeoutExpired: it has not within `patience` seconds.
        """
        return subprocess.run(
            self.command(*arguments),
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            timeout=patience,
            check=False,
        )

    def write(self, name: str, text: str) -> str:
        """Put a file into the scratch folder; its path there."""
        inside = f"{self.scratch}/{name}"
        self.outside(inside).write_text(text, encoding="utf-8")
        return inside

    def read(self, name: str) -> str:
        """What stands in a file of the scratch folder; empty where there is none yet."""
        file = self.outside(f"{self.scratch}/{name}")
        return file.read_text(encoding="utf-8") if file.is_file() else ""


def wait_for(condition: Callable[[], object], what: str, patience: float = PATIENCE) -> None:
    """Return once the condition holds.

    Raises:
        SmokeError: it does not within `patience` seconds.
    """
    end = time.monotonic() + patience
    while not condition():
        if time.monotonic() > end:
            raise SmokeError(f"after {patience:.0f} s there is still not: {what}")
        time.sleep(_LOOK)


def expect(is_so: object, what: str) -> None:
    """Go on if it is so.

    Raises:
        SmokeError: it is not.
    """
    if not is_so:
        raise SmokeError(what)
