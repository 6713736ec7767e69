"""Gathers the licences of everything in the bundle into one folder."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from importlib.metadata import Distribution, distribution, distributions
from pathlib import Path

from bundling.layout import LIBRARIES, ROOT, RUNTIME, content_folder
from bundling.system import HERE, System
from bundling.window_files import OF_THE_WINDOW

FOLDER, OVERVIEW = "licences", "README.txt"

_NAME = re.compile(r"(licen[cs]e|copying|notice|authors)", re.IGNORECASE)
_OF_OTHERS = re.compile(r"lib(Qt6|icu|pyside6|shiboken6|python3)")
"""Shared libraries that come with PySide6 and Python, not from packages of the system."""

_COMMON = Path("/usr/share/common-licenses")
_INTRODUCTION = """\
Groundwork is free software under the GNU General Public License, version 3 or later: see
groundwork.txt. It comes together with the software of others that is listed here, each under its
own licence. PySide6 and Qt are used under the GNU Lesser General Public License, version 3, and
QScintilla under the GNU General Public License, version 3; their source is at
https://code.qt.io and https://www.riverbankcomputing.com/software/qscintilla.

"""


def gather_licences(bundle: Path) -> None:
    """Fill the folder of licences in the bundle.

    Raises:
        OSError: something cannot be copied.
        importlib.metadata.PackageNotFoundError: a part of the window is not installed here.
    """
    content = content_folder(bundle)
    folder = content / FOLDER
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copyfile(ROOT / "LICENSE", folder / "groundwork.txt")
    lines = [_copied(one, folder) for one in _distributions(content)]
    runtime = content / RUNTIME  # on Windows the text of Python's licence lies on top
    for python in (*runtime.glob("lib/python3.*/LICENSE.txt"), *runtime.glob("LICENSE.txt")):
        shutil.copyfile(python, folder / "python.txt")
    lines.append("Python: Python Software Foundation License")
    if HERE is System.LINUX:
        lines += _of_the_system(bundle, folder)
    text = _INTRODUCTION + "\n".join(sorted(dict.fromkeys(lines), key=str.casefold)) + "\n"
    (folder / OVERVIEW).write_text(text, encoding="utf-8")


def _distributions(content: Path) -> Iterator[Distribution]:
    yield from map(distribution, OF_THE_WINDOW)
    places = [content / LIBRARIES, *content.glob(f"{RUNTIME}/lib/python3.*/site-packages")]
    places.append(content / RUNTIME / "Lib" / "site-packages")
    yield from distributions(path=[str(place) for place in places if place.is_dir()])


def _copied(one: Distribution, folder: Path) -> str:
    """Copy the texts of a distribution; its line for the list."""
    name = one.metadata["Name"]
    for file in one.files or ():
        if ".dist-info" in file.parts[0] and _NAME.match(file.name):
            source = Path(str(one.locate_file(file)))
            if source.is_file():
                shutil.copyfile(source, folder / f"{name}-{source.name}")
    return f"{name} {one.version}: {_named_licence(one)}"


def _named_licence(one: Distribution) -> str:
    """What a distribution calls its licence, in few words."""
    if "License-Expression" in one.metadata:
        return one.metadata["License-Expression"]
    classifiers = one.metadata.get_all("Classifier") or []
    named = [text.rpartition(" :: ")[2] for text in classifiers if text.startswith("License ::")]
    if not named and "License" in one.metadata:
        return one.metadata["License"].strip().partition("\n")[0]
    return ", ".join(named) or "see its text"


def _of_the_system(bundle: Path, folder: Path) -> list[str]:
    """Copy the texts of the shared libraries that came from this system's packages."""
    lines = []
    for package in sorted(set(_packages(_system_libraries(bundle)))):
        text = Path("/usr/share/doc", package, "copyright")
        if text.is_file():
            shutil.copyfile(text, folder / f"{package}.txt")
            lines.append(f"{package}: see {package}.txt")
    for name in ("LGPL-2", "LGPL-2.1", "LGPL-3", "GPL-2", "GPL-3", "Apache-2.0", "MPL-1.1"):
        if (_COMMON / name).is_file():
            shutil.copyfile(_COMMON / name, folder / f"{name}.txt")
    return lines


def _system_libraries(bundle: Path) -> Iterator[str]:
    for place in (bundle / "_internal", bundle / RUNTIME / "lib"):
        names = (file.name for file in sorted(place.glob("*.so*")))
        yield from (name for name in names if not _OF_OTHERS.match(name))


def _packages(libraries: Iterable[str]) -> Iterator[str]:
    """The Debian packages that the libraries belong to; none on other systems."""
    if shutil.which("dpkg-query") is None:
        return
    patterns = [f"*/{name}*" for name in libraries]
    run = subprocess.run(
        ["dpkg-query", "-S", *patterns], capture_output=True, text=True, check=False
    )
    for line in run.stdout.splitlines():
        packages, _, _ = line.partition(": ")
        yield from (name.partition(":")[0] for name in packages.split(", "))
