"""What is tried of the window where no keys can be sent from outside: on Windows and macOS."""

from __future__ import annotations

import subprocess
from pathlib import Path

from bundling.identity import COMMAND, PROGRAM
from bundling.system import System
from smoke.place import Place, SmokeError, expect, wait_for
from smoke.window import TURTLE


def command_of(bundle: Path, system: System) -> Path:
    """The program of a bundle that answers in a terminal."""
    if system is System.MACOS:
        return bundle / "Contents" / "MacOS" / PROGRAM
    return bundle / (f"{COMMAND}.exe" if system is System.WINDOWS else PROGRAM)


def window_of(command: Path) -> Path:
    """The program that opens the window: on Windows another one, without a console."""
    return command.with_name(command.name.replace(COMMAND, PROGRAM))


def window_opens(place: Place) -> None:
    """A window opens, shows the first lesson and notes that it does, and lives."""
    noted = place.outside(f"{place.data}/place.json")
    log = place.outside(f"{place.scratch}/window.log")
    command = place.command()
    command[-1] = str(window_of(Path(command[-1])))
    with log.open("wb") as errors:
        process = subprocess.Popen(command, env=place.environment, stdout=errors, stderr=errors)
    try:
        wait_for(lambda: noted.is_file() or process.poll() is not None, "a lesson in a window")
        expect(process.poll() is None, f"the window is gone: {log.read_text(errors='replace')}")
        expect("welcome" in noted.read_text(encoding="utf-8"), "the first lesson is not Welcome")
    finally:
        process.kill()
        process.wait()


def window_is_alone(place: Place) -> None:
    """With the window its children end: nothing of ours runs any more.

    Raises:
        SmokeError: something does.
    """
    import psutil  # noqa: PLC0415 - the window has it, this script needs it here alone

    folder = Path(place.program).parent
    bundle = folder.parent if folder.name == "MacOS" else folder

    def ours() -> list[str]:
        programs = (one.info["exe"] or "" for one in psutil.process_iter(["exe"]))
        return [program for program in programs if program.startswith(str(bundle))]

    try:
        wait_for(lambda: not ours(), "the end of the window's children")
    except SmokeError as error:
        raise SmokeError(f"{error}: {ours()}") from error


def turtle(place: Place) -> None:
    """A turtle draws."""
    program = TURTLE.format(result=f"{place.scratch}/turtle.ps")
    run = place.run("run", place.write("turtle_draws.py", program))
    expect("%%EOF" in place.read("turtle.ps"), f"no turtle's drawing: {run.stdout}{run.stderr}")


STEPS = (window_opens, window_is_alone, turtle)
