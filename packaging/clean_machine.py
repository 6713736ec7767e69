"""Tries the package for Debian on a bare machine: a minimal Debian 12 in a folder of its own.

    clean_machine.py PACKAGE.deb      as root

The package is installed without a network, on a system that has nothing else. An ordinary user
with letters in the name that are not ASCII takes the steps of the smoke test, while /opt cannot be
written. An older version is there before, and what was done with it is there afterwards. In the
end the package is removed, and nothing is left but the learner's work.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from bundling.deb import make_deb
from bundling.layout import ROOT
from smoke import window
from smoke.place import Place, SmokeError, expect, wait_for
from smoke_test import display, tried

_MIRROR = os.environ.get("DEBIAN_MIRROR", "http://deb.debian.org/debian")
_HOME = "/home/Zoë Müller"
_SCRATCH = "/tmp/smoke"  # noqa: S108 - of the bare machine, which nobody else uses
_USER = 1000
_NEEDED = (
    "libxcb1", "libx11-6", "libgl1", "libegl1", "xkb-data", "fontconfig-config",
    "fonts-dejavu-core",
)  # fmt: skip
"""What the package depends on; it has to be there before, since nothing can be fetched then."""

_ALONE = 'ip link set lo up; exec "$@"'
_CHANGED_BY_ANY = ("var/lib/dpkg", "var/cache", "var/log", "var/lib/apt", "tmp", "home", "run")


def main() -> int:
    """Try the package; the exit code."""
    parser = argparse.ArgumentParser(description="Try the package on a bare machine.")
    parser.add_argument("package", type=Path)
    package: Path = parser.parse_args().package.resolve()
    if os.geteuid() != 0:
        print("Only root can set up a bare machine: run this with sudo.", file=sys.stderr)
        return 1
    workplace = ROOT / "build" / "clean-machine"
    try:
        with _machine(workplace) as root, display():
            return _tried_on(root, package, workplace)
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
    with _mounted(root / "opt", root / "opt", "bind"):
        _told("mount", "-o", "remount,bind,ro", str(root / "opt"))
        code = tried(place)
    if code == 0:
        _expect_gone(root, before)
    return code


def _work_with(place: Place) -> dict[str, bytes]:
    """Write a program and install a pack; the files of the learner's work afterwards."""
    with window.opened(place) as seat:
        seat.write("print('my own work')")
        seat.press("F5")
        wait_for(lambda: "my own work" in seat.draft(), "the draft")
    pack = f"{_SCRATCH}/own-pack"
    for arguments in (("pack", "new", pack), ("pack", "build", pack, "-o", f"{pack}.gwpack")):
        run = place.run(*arguments)
        expect(run.returncode == 0, f"{' '.join(arguments)}: {run.stdout}{run.stderr}")
    run = place.run("pack", "install", f"{pack}.gwpack")
    expect(run.returncode == 0, f"the pack is not installed: {run.stdout}{run.stderr}")
    return _contents(place)


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
    _told("chroot", str(root), "dpkg", "--remove", "groundwork")
    _told("chroot", str(root), "dpkg", "--purge", "groundwork")
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
    user = f"--userspec={_USER}:{_USER}"
    alone = ["unshare", "--net", "sh", "-c", _ALONE, "sh"]
    return Place("/usr/bin/groundwork", _HOME, _SCRATCH, (*alone, "chroot", user, str(root)), root)


def _install(root: Path, package: Path) -> None:
    shutil.copyfile(package, root / "tmp" / "groundwork.deb")
    _told("unshare", "--net", "chroot", str(root), "dpkg", "--install", "/tmp/groundwork.deb")  # noqa: S108 - of the bare machine


@contextmanager
def _machine(workplace: Path) -> Iterator[Path]:
    """A bare machine with what the package depends on; it is gone afterwards."""
    base, root = workplace / "base", workplace / "machine"
    if not (base / "ready").is_file():
        _make_base(base)
    _told("rm", "-rf", "--one-file-system", str(root))
    _told("cp", "-a", "--reflink=auto", str(base), str(root))
    _add_user(root)
    with ExitStack() as mounts:
        for name, kind in (("proc", "proc"), ("dev/shm", "tmpfs"), ("dev/pts", "devpts")):
            mounts.enter_context(_mounted(root / name, Path(kind), kind))
        sockets = root / "tmp" / ".X11-unix"
        sockets.mkdir(parents=True, exist_ok=True)
        mounts.enter_context(_mounted(sockets, Path("/tmp/.X11-unix"), "bind"))  # noqa: S108 - where X listens
        yield root
    _told("rm", "-rf", "--one-file-system", str(root))


def _make_base(base: Path) -> None:
    _tell(f"setting up a bare Debian 12 from {_MIRROR}, once")
    shutil.rmtree(base, ignore_errors=True)
    base.parent.mkdir(parents=True, exist_ok=True)
    included = f"--include={','.join(_NEEDED)}"
    _told("debootstrap", "--variant=minbase", included, "bookworm", str(base), _MIRROR)
    (base / "ready").touch()


def _add_user(root: Path) -> None:
    with (root / "etc" / "passwd").open("a", encoding="utf-8") as users:
        users.write(f"learner:x:{_USER}:{_USER}::{_HOME}:/bin/sh\n")
    for inside in (_HOME, _SCRATCH):
        folder = root / inside.lstrip("/")
        folder.mkdir(parents=True, exist_ok=True)
        os.chown(folder, _USER, _USER)


@contextmanager
def _mounted(target: Path, source: Path, kind: str) -> Iterator[None]:
    target.mkdir(parents=True, exist_ok=True)
    options = ["--bind"] if kind == "bind" else ["-t", kind]
    _told("mount", *options, str(source), str(target))
    try:
        yield
    finally:
        _told("umount", "--lazy", str(target))


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


def _told(*command: str) -> str:
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SmokeError(f"{' '.join(command)}: {run.stdout[-2000:]}{run.stderr[-2000:]}")
    return run.stdout


def _tell(sentence: str) -> None:
    print(f"ok  {sentence}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
