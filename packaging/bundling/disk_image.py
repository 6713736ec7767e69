"""Makes what macOS takes: a disk image with the application in it.

It is signed when the environment names an identity, `SIGN_IDENTITY`, and notarised when it has an
account of Apple's as well: `APPLE_ID`, `APPLE_TEAM` and `APPLE_PASSWORD`.
"""

from __future__ import annotations

import os
import platform
import subprocess
from pathlib import Path

from bundling.identity import PROGRAM, VERSION
from bundling.layout import ROOT
from bundling.mac_signing import sign

IDENTITY_VARIABLE = "SIGN_IDENTITY"
ACCOUNT_VARIABLES = ("APPLE_ID", "APPLE_TEAM", "APPLE_PASSWORD")

_SCRIPTS = ROOT / "packaging" / "macos"
_NOTARISE, _DISK_IMAGE = _SCRIPTS / "notarise.sh", _SCRIPTS / "disk_image.sh"


def make_disk_image(app: Path, into: Path) -> Path:
    """Make it from the application into the folder `into`.

    Raises:
        OSError, subprocess.SubprocessError: a tool is not there or refused.
    """
    identity = os.environ.get(IDENTITY_VARIABLE, "")
    has_account = all(os.environ.get(name) for name in ACCOUNT_VARIABLES)
    image = into / f"{PROGRAM}-{VERSION}-macos-{platform.machine()}.dmg"
    if identity:
        sign(app, identity)
    for command in commands(app, image, identity, has_account=has_account):
        subprocess.run(command, check=True)
    return image


def commands(app: Path, image: Path, identity: str, *, has_account: bool) -> list[list[str]]:
    """What is called, one after the other; the image holds the application with Apple's answer."""
    notarises = bool(identity) and has_account
    called = [[str(_NOTARISE), str(app)]] if notarises else []
    called += [[str(_DISK_IMAGE), str(app), str(image)]]
    if identity:
        called += [["codesign", "--sign", identity, "--timestamp", str(image)]]
    if notarises:
        called += [[str(_NOTARISE), str(image)]]
    return called
