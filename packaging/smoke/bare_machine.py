"""A bare Debian 12 in a folder of its own, with an ordinary user and no network."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from smoke.place import SmokeError

HOME = "/home/Zoë Müller"
SCRATCH = "/tmp/smoke"  # noqa: S108 - of the bare machine, which nobody else uses
USER = 1000

_MIRROR = os.environ.get("DEBIAN_MIRROR", "http://deb.debian.org/debian")
_ALONE = 'ip link set lo up; exec "$@"'


def inside(root: Path) -> tuple[str, ...]:
    """What is put before a command so that it runs on the machine, as the user, without network."""
    alone = ("unshare", "--net", "sh", "-c", _ALONE, "sh")
    return (*alone, "chroot", f"--userspec={USER}:{USER}", str(root))


@contextmanager
def bare_machine(workplace: Path, name: str, packages: Sequence[str]) -> Iterator[Path]:
    """The root folder of a bare machine with these packages; it is gone afterwards.

    What it is copied from is kept in `workplace` under its `name`.

    Raises:
        SmokeError: it cannot be set up.
    """
    base, root = workplace / f"base-{name}", workplace / name
    if not (base / "ready").is_file():
        _make_base(base, packages)
    told("rm", "-rf", "--one-file-system", str(root))
    told("cp", "-a", "--reflink=auto", str(base), str(root))
    _add_user(root)
    with ExitStack() as mounts:
        for folder, kind in (("proc", "proc"), ("dev/shm", "tmpfs"), ("dev/pts", "devpts")):
            mounts.enter_context(mounted(root / folder, Path(kind), kind))
        sockets = root / "tmp" / ".X11-unix"
        sockets.mkdir(parents=True, exist_ok=True)
        mounts.enter_context(mounted(sockets, Path("/tmp/.X11-unix"), "bind"))  # noqa: S108 - where X listens
        yield root
    told("rm", "-rf", "--one-file-system", str(root))


def _make_base(base: Path, packages: Sequence[str]) -> None:
    print(f"Setting up a bare Debian 12 from {_MIRROR}, once", flush=True)
    shutil.rmtree(base, ignore_errors=True)
    base.parent.mkdir(parents=True, exist_ok=True)
    included = f"--include={','.join(packages)}"
    told("debootstrap", "--variant=minbase", included, "bookworm", str(base), _MIRROR)
    (base / "ready").touch()


def _add_user(root: Path) -> None:
    with (root / "etc" / "passwd").open("a", encoding="utf-8") as users:
        users.write(f"learner:x:{USER}:{USER}::{HOME}:/bin/sh\n")
    for inside in (HOME, SCRATCH):
        folder = root / inside.lstrip("/")
        folder.mkdir(parents=True, exist_ok=True)
        os.chown(folder, USER, USER)


@contextmanager
def mounted(target: Path, source: Path, kind: str) -> Iterator[None]:
    """Inside, `source` lies at `target`: bound there, or a file system of that kind."""
    target.mkdir(parents=True, exist_ok=True)
    options = ["--bind"] if kind == "bind" else ["-t", kind]
    told("mount", *options, str(source), str(target))
    try:
        yield
    finally:
        told("umount", "--lazy", str(target))


def told(*command: str) -> str:
    """What a command says.

    Raises:
        SmokeError: it fails.
    """
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    if run.returncode:
        raise SmokeError(f"{' '.join(command)}: {run.stdout[-2000:]}{run.stderr[-2000:]}")
    return run.stdout
