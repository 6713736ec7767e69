"""What is tried on the command line: what programs find, and what they do not."""

from __future__ import annotations

import json
import sys
from dataclasses import replace

from smoke.place import Place, SmokeError, expect

_LONG = 300.0

_SURROUNDINGS = """
import importlib.util, json, os, sys
print(json.dumps({
    "modules": [name for name in ("PySide6", "jedi", "parso", "black", "groundwork", "PyInstaller",
                "pyside6_qsci", "shiboken6") if importlib.util.find_spec(name)],
    "loaded": [name for name in sys.modules if "groundwork" in name],
    "variables": [name for name in os.environ
                  if name.startswith(("_PYI", "_MEI", "QT_", "PYINSTALLER", "LD_LIBRARY"))],
    "frozen": hasattr(sys, "frozen"),
    "path": [entry for entry in sys.path if "child-source" in entry or "language" in entry],
}))
"""

_VENV = """
import os, pathlib, subprocess, sys, tempfile
folder = pathlib.Path(tempfile.mkdtemp(), "my environment")
subprocess.run([sys.executable, "-m", "venv", folder], check=True)
inner = folder / ("Scripts" if os.name == "nt" else "bin") / "python"
code = "import sys; print(sys.prefix != sys.base_prefix)"
print(subprocess.run([inner, "-c", code], check=True, capture_output=True, text=True).stdout)
print(subprocess.run([inner, "-m", "pip", "--version"], check=True, capture_output=True).returncode)
print(subprocess.run([sys.executable, "-c", "print(6 * 7)"], capture_output=True, text=True).stdout)
"""

_TRACEBACK = """
import json
json.loads("{")
"""

_LIBRARIES = """
import django, fastapi, flask, pydantic, sqlalchemy, httpx, uvicorn, pytest
import bz2, ctypes, lzma, os, sqlite3, ssl, tkinter, uuid, zlib
if os.name != "nt":
    import curses, readline
print("all there")
"""


def version_and_help(place: Place) -> None:
    """The program names its version and explains itself."""
    expect(place.run("--version").stdout.startswith("groundwork "), "--version says nothing")
    expect("doctor" in place.run("--help").stdout, "--help does not name the commands")


def doctor(place: Place) -> None:
    """All is well on this machine."""
    run = place.run("doctor", "--json")
    expect(run.returncode == 0, f"doctor complains: {run.stdout}{run.stderr}")
    expect(json.loads(run.stdout)["is_well"], "doctor says that all is not well")


def built_in_pack(place: Place) -> None:
    """Every example runs, every solution passes, every wrong answer gets its message."""
    listed = json.loads(place.run("pack", "list", "--json").stdout)
    folder = next(pack["folder"] for pack in listed["packs"] if pack["place"] == "built-in")
    run = place.run("pack", "check", folder, patience=_LONG)
    expect(run.returncode == 0, f"the built-in pack fails: {run.stdout}{run.stderr}")


def surroundings(place: Place) -> None:
    """A program sees plain Python: nothing of the window, the worker or the bundle."""
    found = json.loads(_output(place, "surroundings.py", _SURROUNDINGS))
    for name, seen in found.items():
        expect(not seen, f"a program sees {name}: {seen}")


def libraries(place: Place) -> None:
    """The lessons' libraries and those parts of the standard library that need others."""
    expect("all there" in _output(place, "libraries.py", _LIBRARIES), "not all libraries are there")


def environments(place: Place) -> None:
    """`python -m venv` works, with pip in it, and so does a program's own child."""
    said = _output(place, "environments.py", _VENV).split()
    expect(said == ["True", "0", "42"], f"environments of a program's own: {said}")


def tracebacks(place: Place) -> None:
    """A traceback shows the source of the library that it goes through."""
    path = place.write("fails.py", _TRACEBACK)
    errors = place.run("run", path).stderr
    expect("obj, end = self.raw_decode" in errors, f"no line of the library in: {errors}")


def nonsense_around_it(place: Place) -> None:
    """Variables of the host that bend a Python or a Qt make no difference, or are named."""
    nonsense = dict.fromkeys(
        ("PYTHONHOME", "PYTHONPATH", "PYTHONSTARTUP", "LD_LIBRARY_PATH", "QT_PLUGIN_PATH"),
        "/nonsense",
    )
    bent = replace(place, variables={**place.variables, **nonsense})
    run = bent.run("run", place.write("around.py", "import ssl, sys; print(sys.prefix)"))
    expect(run.returncode == 0 and "runtime" in run.stdout, f"a bent program: {run.stderr}")
    expect(bent.run("doctor").returncode == 0, f"doctor complains: {bent.run('doctor').stdout}")


def no_display(place: Place) -> None:
    """Where no window can be shown one sentence says so, and nothing crashes."""
    for variables in ({"DISPLAY": ""}, {"QT_QPA_PLATFORM": "nonsense"}):
        run = replace(place, variables={**place.variables, **variables}).run()
        said = run.stderr.strip().splitlines()
        expect(run.returncode == 1 and len(said) == 1, f"{variables}: {run.returncode} {said}")


def _output(place: Place, name: str, text: str) -> str:
    run = place.run("run", place.write(name, text))
    if run.returncode:
        raise SmokeError(f"{name} ended with {run.returncode}: {run.stdout}{run.stderr}")
    return run.stdout


STEPS = (
    version_and_help,
    doctor,
    surroundings,
    libraries,
    environments,
    tracebacks,
    *((nonsense_around_it, no_display) if sys.platform == "linux" else ()),
    built_in_pack,
)
