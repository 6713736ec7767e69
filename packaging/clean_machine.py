"""Tries the package for Debian on a bare machine: a minimal Debian 12 in a folder of its own.

    clean_machine.py PACKAGE.deb ARCHIVE.tar.xz      as root

The package is installed without a network, on a system that has nothing else. An ordinary user
with letters in the name that are not ASCII takes the steps of the smoke test, while /opt cannot be
written. An older version is there before, and what was done with it is there afterwards. In the
end the package is removed, and nothing is left but the learner's work. The archive is tried on a
machine that has nothing but a font.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from bundling.deb import make_deb
from bundling.layout import ROOT
from smoke import window
from smoke.bare_machine import HOME, SCRATCH, USER, bare_machine, inside, mounted, told
from smoke.place import Place, SmokeError, expect, wait_for
from smoke_test import display, tried

_NEEDED = (
    "libxcb1", "libx11-6", "libgl1", "libegl1", "xkb-data", "fontconfig-config",
    "fonts-dejavu-core",
)  # fmt: skip
"""What the package depends on; it has to be there before, since nothing can be fetched then."""

_FONT = ("fonts-dejavu-core",)
_STICK = "/media/stick"

_CHANGED_BY_ANY = ("var/lib/dpkg", "var/cache", "var/log", "var/lib/apt", "tmp", "home", "run")


def main() -> int:
    """Try the package; the exit code."""
    parser = argparse.ArgumentParser(description="Try the package on a bare machine.")
    parser.add_argument("package", type=Path)
    parser.add_argument("archive", type=Path)
    asked = parser.parse_args()
    if os.geteuid() != 0:
        print("Only root can set up a bare machine: run this with sudo.", file=sys.stderr)
        return 1
    workplace = ROOT / "build" / "clean-machine"
    try:
        with display():
            with bare_machine(workplace, "machine", _NEEDED) as root:
                code = _tried_on(root, asked.package.resolve(), workplace)
            with bare_machine(workplace, "only-a-font", _FONT) as root:
                return code or _tried_archive(root, asked.archive.resolve())
    except (SmokeError, subprocess.SubprocessError) as error:
        print(f"FAILED: {error}", file=sys.stderr)
        return 1


def _tried_on(root: Path, package: Path, workplace: Path) -> int:
    before = _files(root)
    older = workplace / "groundwork_0.0.1_amd64.deb"
    make_deb(ROOT / "dist" / "groundwork", older, number="0.0.1", preset=0)
    _install(root, older)
    place = _place(root)
    _tell("an older version is installed without a network")
    work = _work_with(place)
    _install(root, package)
    _tell("it is upgraded")
    _expect_kept(place, work)
    with mounted(root / "opt", root / "opt", "bind"):
        told("mount", "-o", "remount,bind,ro", str(root / "opt"))
        code = tried(place)
    if code == 0:
        _expect_gone(root, before)
    return code


def _tried_archive(root: Path, archive: Path) -> int:
    """Take the steps with a program on a stick; it keeps the work beside itself."""
    stick = root / _STICK.lstrip("/")
    stick.mkdir(parents=True)
    told("tar", "--extract", "--file", str(archive), "--directory", str(stick))
    told("chown", "--recursive", f"{USER}:{USER}", str(stick))
    program = f"{_STICK}/groundwork/groundwork"
    state = f"{_STICK}/groundwork/state/data"
    _tell("the archive is unpacked on a machine with only a font")
    place = Place(program, HOME, SCRATCH, inside(root), root, data_folder=state)
    _try_pack_beside(place, stick / "groundwork" / "packs")
    code = tried(place)
    expect(place.outside(state).is_dir(), "the work is not beside the program")
    expect(not [*place.outside(HOME).rglob("groundwork*")], "something was left in the home")
    _try_damage(place, stick / "groundwork")
    return code


def _try_pack_beside(place: Place, folder: Path) -> None:
    """Put a pack as one file beside the program: it is there at once, and gone with its file."""
    folder.mkdir()
    file = Path(shutil.copy(place.outside(_packed(place)), folder))
    expect("own-pack" in place.run("pack", "list").stdout, "the pack beside the program is unseen")
    file.write_bytes(file.read_bytes()[:100])
    told = place.run("pack", "list").stdout
    expect(f"{file.name}: cannot be opened" in told, "a damaged pack beside it is not told")
    file.unlink()
    expect("own-pack" not in place.run("pack", "list").stdout, "the pack has outlived its file")
    _tell("a pack beside the program is read")


def _try_damage(place: Place, bundle: Path) -> None:
    """Take away what the window needs, one after the other: each time one sentence says what."""
    for part in ("resources", "_internal/PySide6", "_internal/pyside6_qsci", "runtime"):
        (bundle / part).rename(bundle / "taken away")
        doctor = place.run("doctor", "--json")
        found = json.loads(doctor.stdout)["findings"][0]
        expect(doctor.returncode == 1 and f"{part}/" in found["sentence"], f"doctor: {found}")
        if part in {"resources", "_internal/PySide6"}:
            window = place.run()
            is_one = window.stderr.count("\n") == 1 and "damaged" in window.stderr
            expect(window.returncode == 1 and is_one, f"without {part}: {window.stderr}")
        (bundle / "taken away").rename(bundle / part)
    _tell("what is missing is named")


def _work_with(place: Place) -> dict[str, bytes]:
    """Write a program and install a pack; the files of the learner's work afterwards."""
    with window.opened(place) as seat:
        seat.write("print('my own work')")
        seat.press("F5")
        wait_for(lambda: "my own work" in seat.draft(), "the draft")
    run = place.run("pack", "install", _packed(place))
    expect(run.returncode == 0, f"the pack is not installed: {run.stdout}{run.stderr}")
    return _contents(place)


def _packed(place: Place) -> str:
    """Make a pack of one file; where it lies."""
    pack = f"{SCRATCH}/own-pack"
    for arguments in (("pack", "new", pack), ("pack", "build", pack, "-o", f"{pack}.gwpack")):
        run = place.run(*arguments)
        expect(run.returncode == 0, f"{' '.join(arguments)}: {run.stdout}{run.stderr}")
    return f"{pack}.gwpack"


def _expect_kept(place: Place, work: dict[str, bytes]) -> None:
    expect(_contents(place) == work, "upgrading has changed the learner's work")
    with window.opened(place) as seat:
        wait_for(lambda: "my own work" in seat.draft(), "the draft after upgrading")
    expect("own-pack" in place.run("pack", "list").stdout, "the installed pack is gone")
    _tell("draft, progress and installed pack are there after upgrading")
    shutil.rmtree(place.outside(place.data))


def _expect_gone(root: Path, before: set[str]) -> None:
    work = _contents(_place(root))
    expect(work, "there is no work of the learner's to keep")
    told("chroot", str(root), "dpkg", "--remove", "groundwork")
    told("chroot", str(root), "dpkg", "--purge", "groundwork")
    left = sorted(_files(root) - before)
    expect(not left, f"removing leaves {left[:20]}")
    expect(_contents(_place(root)) == work, "removing has changed the learner's work")
    _tell("removed, and nothing is left but the learner's work")


def _contents(place: Place) -> dict[str, bytes]:
    """The files of the learner's work; of what SQLite keeps only its main file."""
    data = place.outside(place.data)
    files = (file for file in data.rglob("*") if file.is_file() and file.name[-4:] != "-shm")
    return {file.relative_to(data).as_posix(): file.read_bytes() for file in files}


def _place(root: Path) -> Place:
    return Place("/usr/bin/groundwork", HOME, SCRATCH, inside(root), root)


def _install(root: Path, package: Path) -> None:
    shutil.copyfile(package, root / "tmp" / "groundwork.deb")
    told("unshare", "--net", "chroot", str(root), "dpkg", "--install", "/tmp/groundwork.deb")  # noqa: S108 - of the bare machine


def _files(root: Path) -> set[str]:
    """Every file and folder of the machine, but those that any installation changes."""
    found = set()
    for folder, folders, names in os.walk(root):
        within = Path(folder).relative_to(root).as_posix()
        folders[:] = [one for one in folders if _joined(within, one) not in _left_out()]
        found |= {_joined(within, name) for name in (*names, *folders)}
    return found


def _left_out() -> set[str]:
    return {*_CHANGED_BY_ANY, "proc", "dev", "sys"}


def _joined(folder: str, name: str) -> str:
    return name if folder == "." else f"{folder}/{name}"


def _tell(sentence: str) -> None:
    print(f"ok  {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
