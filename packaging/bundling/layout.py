"""What lies in the bundle beside the frozen window, and where it comes from."""

from __future__ import annotations

import shutil
from pathlib import Path

from bundling.system import HERE, System

ROOT = Path(__file__).resolve().parents[2]
RUNTIME, LIBRARIES, CHILD_SOURCE = "runtime", "language-libraries", "child-source"

_SHARED = ("__init__.py", "messages.py")
_PACKAGES = ("child", "language")
_NOT_SHIPPED = shutil.ignore_patterns("__pycache__", "screenshots")


def content_folder(bundle: Path, system: System = HERE) -> Path:
    """The folder in which everything but the frozen window lies; `groundwork.paths` agrees."""
    return bundle / "Contents" / "Resources" if system is System.MACOS else bundle


def lay_out(bundle: Path) -> None:
    """Copy what is read as it is: lessons, resources, and the source that the runtime imports.

    Raises:
        OSError: something cannot be copied.
    """
    content = content_folder(bundle)
    for name in ("lessons", "resources"):
        _copy_tree(ROOT / name, content / name)
    shutil.copy2(ROOT / "packaging" / "runtime-requirements.txt", content)
    if HERE is System.LINUX:
        shutil.copy2(ROOT / "packaging" / "linux" / "fonts.conf", content)
    source, target = ROOT / "src" / "groundwork", content / CHILD_SOURCE / "groundwork"
    for package in _PACKAGES:
        _copy_tree(source / package, target / package)
    for name in _SHARED:
        shutil.copy2(source / name, target / name)


def _copy_tree(source: Path, target: Path) -> None:
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(source, target, ignore=_NOT_SHIPPED)
