"""Makes the package for Debian and what is made of it, from a finished bundle.

The format is that of `deb(5)`; which fields there are tells the Debian Policy Manual.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bundling.icons import write_icons
from bundling.identity import VERSION
from bundling.layout import ROOT
from bundling.licences import FOLDER, compressed
from bundling.release import commit_time

_LINUX = ROOT / "packaging" / "linux"
_HOME = "opt/groundwork"
_SHARE = "usr/share"

_DEPENDS = (
    "libc6 (>= 2.36), libxcb1, libx11-6, libgl1, libegl1, xkb-data, fontconfig-config,"
    " fonts-dejavu-core | fonts-freefont-ttf | fonts-liberation"
)
_RECOMMENDS = "libwayland-client0, libwayland-cursor0, libwayland-egl1, ca-certificates"
_DESCRIPTION = """learn Python offline
 Groundwork is a desktop playground for learning Python: read a lesson, run the
 example beside it, change it, break it, understand why it broke, and solve the
 exercise. Python itself and all lessons come with it; no network is needed.
"""
_AFTER_REMOVAL = """#!/bin/sh
# Packs for all users are not the learners' work: they go when everything is to go.
set -e
if [ "$1" = purge ]; then
  rm -rf /usr/local/share/groundwork /etc/groundwork
fi
"""


def make_deb(
    bundle: Path, target: Path, workplace: Path, number: str = "", packing: str = "xz"
) -> None:
    """Make the package `target` from `bundle`, with `workplace` for what lies in between.

    Its version is `number`, or else that of the application.

    Two packages of the same bundle are the same, bit by bit: times are that of the last commit.

    Raises:
        OSError, subprocess.SubprocessError: something cannot be done.
    """
    stage = workplace / "deb"
    shutil.rmtree(stage, ignore_errors=True)
    shutil.copytree(bundle, stage / _HOME, symlinks=True, copy_function=os.link)
    _add_surroundings(stage, bundle, workplace)
    _add_control(stage, number or VERSION)
    target.parent.mkdir(parents=True, exist_ok=True)
    command = ["dpkg-deb", "--root-owner-group", f"-Z{packing}", "-z9", "--build"]
    environment = os.environ | {"SOURCE_DATE_EPOCH": str(commit_time())}
    subprocess.run(
        [*command, str(stage), str(target)], check=True, env=environment, stdout=subprocess.DEVNULL
    )
    shutil.rmtree(stage)


def _add_surroundings(stage: Path, bundle: Path, workplace: Path) -> None:
    """What the desktop looks for: the command, the entry of the menu, icons, types, documents."""
    places = {
        "groundwork.desktop": f"{_SHARE}/applications/groundwork.desktop",
        "groundwork.xml": f"{_SHARE}/mime/packages/groundwork.xml",
        "groundwork.metainfo.xml": f"{_SHARE}/metainfo/org.groundwork.Groundwork.metainfo.xml",
    }
    for name, place in places.items():
        _put(stage / place, (_LINUX / name).read_bytes())
    program = stage / "usr/bin/groundwork"
    program.parent.mkdir(parents=True)
    program.symlink_to("/opt/groundwork/groundwork")
    write_icons(workplace / "icons")
    shutil.copytree(workplace / "icons" / "hicolor", stage / _SHARE / "icons/hicolor")
    manual = (_LINUX / "groundwork.1").read_bytes()
    _put(stage / _SHARE / "man/man1/groundwork.1.gz", compressed(manual))
    documents = stage / _SHARE / "doc/groundwork"
    _put(documents / "changelog.gz", compressed((ROOT / "CHANGELOG.md").read_bytes()))
    _put(documents / "copyright", (bundle / FOLDER / "README.txt").read_bytes())


def _add_control(stage: Path, number: str) -> None:
    """What dpkg reads: the description of the package, and what to check and do."""
    files = sorted(_files(stage))
    room = sum(-(-os.lstat(stage / name).st_size // 1024) for name in files)
    fields = {
        "Package": "groundwork",
        "Version": number,
        "Architecture": _architecture(),
        "Maintainer": "The Groundwork authors <groundwork@localhost>",
        "Installed-Size": str(room),
        "Depends": _DEPENDS,
        "Recommends": _RECOMMENDS,
        "Section": "education",
        "Priority": "optional",
        "Description": _DESCRIPTION.rstrip("\n"),
    }
    text = "".join(f"{name}: {value}\n" for name, value in fields.items())
    _put(stage / "DEBIAN/control", text.encode())
    sums = (f"{_md5(stage / name)}  {name}\n" for name in files)
    _put(stage / "DEBIAN/md5sums", "".join(sums).encode())
    _put(stage / "DEBIAN/postrm", _AFTER_REMOVAL.encode())
    (stage / "DEBIAN/postrm").chmod(0o755)
    for folder, _, _ in os.walk(stage):
        Path(folder).chmod(0o755)


def _files(stage: Path) -> Iterator[str]:
    for folder, _, names in os.walk(stage):
        for name in names:
            file = Path(folder, name)
            if not file.is_symlink():
                yield file.relative_to(stage).as_posix()


def _put(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    place.chmod(0o644)


def _md5(file: Path) -> str:
    return hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()


def _architecture() -> str:
    command = ["dpkg", "--print-architecture"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
