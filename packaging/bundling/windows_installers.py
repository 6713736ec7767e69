"""Makes what Windows takes: an installer to double-click, a package for fleets, a portable archive.

They are signed when the environment names a command for it, `SIGN_COMMAND`, to which the file is
added: a certificate in a file, a card or a service, it is all the same to us.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path, PureWindowsPath

from bundling.icons import write_icons
from bundling.identity import COMMAND, PROGRAM, VERSION
from bundling.layout import ROOT
from bundling.portable_zip import make_portable_zip
from groundwork.contents import write_contents

SIGN_VARIABLE = "SIGN_COMMAND"

OWN_PROGRAMS = (
    f"{PROGRAM}.exe",
    f"{COMMAND}.exe",
    "_internal/pyside6_qsci/_bridge.dll",
)
"""What we have built; the files of Python and Qt keep the signatures that they have."""

_WINDOWS = ROOT / "packaging" / "windows"
_INNO_SETUP = Path(os.environ.get("PROGRAMFILES(X86)", ""), "Inno Setup 6", "ISCC.exe")
_CLOSING = "WixToolset.Util.wixext"
"""The part of WiX that knows how to ask a window to close."""


def make_windows_installers(bundle: Path, into: Path, workplace: Path) -> list[Path]:
    """Make them from `bundle` into the folder `into`; `workplace` takes what lies in between.

    Raises:
        OSError, subprocess.SubprocessError: a tool is not there or refused.
    """
    signing = os.environ.get(SIGN_VARIABLE, "")
    if signing:
        for name in OWN_PROGRAMS:
            _run_signing(signing, bundle / name)
        write_contents(bundle)  # signing has changed them
    write_icons(workplace / "icons")
    icon = workplace / "icons" / f"{PROGRAM}.ico"
    installer = into / f"{PROGRAM}-{VERSION}-windows-x64-setup.exe"
    package = into / f"{PROGRAM}-{VERSION}-windows-x64.msi"
    subprocess.run(installer_command(bundle, icon, into, signing), check=True)
    subprocess.run(package_command(bundle, icon, package), check=True)
    if signing:
        _run_signing(signing, package)
    archive = into / f"{PROGRAM}-{VERSION}-windows-x64-portable.zip"
    make_portable_zip(bundle, archive)
    return [installer, package, archive]


def installer_command(bundle: Path, icon: Path, into: Path, signing: str = "") -> list[str]:
    """How Inno Setup is called; where it signs, the uninstaller is signed as well."""
    program = shutil.which("iscc") or str(_INNO_SETUP)
    command = [program, "/Qp", f"/DVersion={VERSION}", f"/DBundle={bundle}", f"/DIcon={icon}"]
    if signing:
        command += ["/DSign", f"/Ssign={signing} $f"]
    return [*command, f"/O{into}", str(_WINDOWS / "groundwork.iss")]


def package_command(bundle: Path, icon: Path, package: Path) -> list[str]:
    """How WiX is called."""
    command = ["wix", "build", "-arch", "x64", "-ext", _CLOSING]
    for name, value in (("Version", VERSION), ("Bundle", bundle), ("Icon", icon)):
        command += ["-d", f"{name}={value}"]
    return [*command, "-o", str(package), str(_WINDOWS / "groundwork.wxs")]


def signing_line(signing: str, file: Path) -> str:
    """The command line that signs a file, as Windows takes it."""
    return f"{signing} {subprocess.list2cmdline([str(PureWindowsPath(file))])}"


def _run_signing(signing: str, file: Path) -> None:
    subprocess.run(signing_line(signing, file), check=True)
