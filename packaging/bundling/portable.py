"""Makes the portable archive: a folder that runs from anywhere, on a system with only a font."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tarfile
from collections.abc import Sequence
from pathlib import Path

from bundling.layout import ROOT, RUNTIME
from bundling.release import commit_time
from bundling.shared_libraries import look_in
from groundwork.authoring.handout.tree import entries_of, write_entries

_MARKER = ROOT / "packaging" / "linux" / "portable.txt"
_X = ("libX11.so.6", "libxcb.so.1", "libXau.so.6", "libXdmcp.so.6", "libbsd.so.0", "libmd.so.0")
_DRAWING = (
    "libGL.so.1", "libGLX.so.0", "libGLdispatch.so.0", "libEGL.so.1", "libOpenGL.so.0",
    "libwayland-client.so.0", "libwayland-cursor.so.0", "libwayland-egl.so.1",
)  # fmt: skip
_KNOWN = re.compile(r"^\s*(?P<name>\S+) \((?P<kind>[^)]*)\) => (?P<place>/\S+)$", re.MULTILINE)


def make_portable(bundle: Path, target: Path, workplace: Path, patchelf: str) -> None:
    """Make the archive `target` from `bundle`, with `workplace` for what lies in between.

    Raises:
        FileNotFoundError: a library that has to be in it is not on this machine.
        OSError, subprocess.SubprocessError: something cannot be done.
    """
    folder = workplace / "portable" / "groundwork"
    shutil.rmtree(folder.parent, ignore_errors=True)
    shutil.copytree(bundle, folder, symlinks=True, copy_function=os.link)
    _gather(_X + _DRAWING, folder / "_internal")
    added = _gather(_X, folder / RUNTIME / "lib")
    look_in(added, folder / RUNTIME / "lib", patchelf)
    shutil.copyfile(_MARKER, folder / _MARKER.name)
    _pack(folder, target)
    shutil.rmtree(folder.parent)


def _gather(names: Sequence[str], folder: Path) -> list[Path]:
    """Copy those of the libraries that are not there yet; which they are."""
    listed = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True)
    known: dict[str, Path] = {}
    for line in _KNOWN.finditer(listed.stdout):
        if "64" in line["kind"] and line["name"] not in known:
            known[line["name"]] = Path(line["place"])
    added = []
    for name in names:
        target = folder / name
        if target.exists():
            continue
        if name not in known:
            raise FileNotFoundError(f"{name} is not on this machine, and needed in the archive")
        shutil.copyfile(known[name].resolve(), target)
        target.chmod(0o755)
        added.append(target)
    return added


def _pack(folder: Path, target: Path) -> None:
    """Write the archive: the same again for the same folder, owned by nobody in particular."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with tarfile.open(target, "w:xz", preset=9, format=tarfile.GNU_FORMAT) as archive:
        write_entries(archive, entries_of(folder, folder.name), commit_time())
