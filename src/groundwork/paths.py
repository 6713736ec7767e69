"""Where bundled and per-user files live; the only module that knows about being frozen."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

HOME_VARIABLE = "GROUNDWORK_HOME"
"""Environment variable naming one folder that holds everything of this user; it is tried first."""


EDITION_NAME = "edition.txt"
"""The file in the bundle that names the course for which it was put together."""

PORTABLE_MARKER = "portable.txt"
"""The file beside the program that says: everything of the user goes there too."""

SYSTEM_PACKS_VARIABLE = "GROUNDWORK_SYSTEM_PACKS"
"""Environment variable naming another folder for the packs of all users of this machine."""


POLICY_VARIABLE = "GROUNDWORK_POLICY"
"""Environment variable naming a file with the policy of this machine, if the machine has no own."""

POLICY_NAME = "policy.toml"


class UserFolders(NamedTuple):
    """Where this user's files go: `data` must last, `cache` may be deleted at any time.

    `is_lasting` is false where no lasting place could be written, and all is in a temporary folder.
    """

    data: Path
    cache: Path
    is_lasting: bool


def is_bundled() -> bool:
    """Whether this is the application as it is handed out, and no checkout of its source.

    Then `sys.executable` is the application itself: starting it opens a second window.
    """
    return bool(getattr(sys, "frozen", False))


def bundle_folder() -> Path:
    """The folder that holds `resources`, `lessons` and the runtime: bundle or checkout."""
    if not is_bundled():
        return Path(__file__).resolve().parents[2]
    program = Path(sys.executable).resolve().parent
    return program.parent / "Resources" if program.name == "MacOS" else program


def folder_beside_program() -> Path:
    """The folder that the program lies in as people see it: on macOS, that of the application."""
    folder = bundle_folder()
    is_application = folder.name == "Resources" and folder.parents[1].suffix == ".app"
    return folder.parents[2] if is_application else folder


def packs_beside_program() -> Path:
    """The folder of the packs that somebody has added to the program, which need no installing."""
    return folder_beside_program() / "packs"


def edition() -> str:
    """What whoever put the bundle together has called it; empty for Groundwork as it comes."""
    try:
        with (folder_beside_program() / EDITION_NAME).open(
            encoding="utf-8", errors="replace"
        ) as file:
            return " ".join(file.read(200).split())
    except OSError:
        return ""


def resources_folder() -> Path:
    """The folder of icons, themes and fonts."""
    return bundle_folder() / "resources"


def built_in_packs_folder() -> Path:
    """The folder whose subfolders are the packs that come with the application."""
    return bundle_folder() / "lessons"


def system_packs_folder() -> Path:
    """The folder of the packs that are installed for all users of this machine."""
    chosen = os.environ.get(SYSTEM_PACKS_VARIABLE)
    if chosen:
        return Path(chosen)
    if sys.platform in {"win32", "darwin"}:
        return _machine_folder() / "packs"
    return Path("/usr/local/share/groundwork/packs")


def policy_places() -> tuple[Path, ...]:
    """Where the policy of this machine may lie; the first file that is there is the one.

    That of the machine comes before the one of the environment, which a learner can set. Last is
    the one that a customised bundle brings with it.
    """
    named = os.environ.get(POLICY_VARIABLE)
    chosen = (Path(named),) if named else ()
    return (_machine_folder() / POLICY_NAME, *chosen, folder_beside_program() / POLICY_NAME)


def _machine_folder() -> Path:
    """The folder of what an administrator lays down for all users of this machine."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData"), "groundwork")
    if sys.platform == "darwin":
        return Path("/Library/Application Support/groundwork")
    return Path("/etc/groundwork")


def runtime_folder() -> Path:
    """The folder of the Python that runs learners' programs."""
    return bundle_folder() / ("runtime" if is_bundled() else ".runtime")


def runtime_requirements() -> Path:
    """The list of the libraries that the runtime holds for lessons, each with its version."""
    folder = bundle_folder() if is_bundled() else bundle_folder() / "packaging"
    return folder / "runtime-requirements.txt"


def language_libraries_folder() -> Path:
    """The folder of the libraries that only the language worker imports."""
    return bundle_folder() / ("language-libraries" if is_bundled() else ".language")


def child_source_folder() -> Path:
    """The folder to put on `sys.path` for what the runtime imports of ours.

    That is `groundwork.child`, `groundwork.language` and `groundwork.messages`.
    """
    if is_bundled():
        return bundle_folder() / "child-source"
    return Path(__file__).resolve().parents[1]


def user_folders() -> UserFolders:
    """The first writable place for this user's files; made if it is not there yet.

    Where not even a temporary folder can be made, it is the place where they should have gone.
    """
    candidates = _candidates()
    for data, cache in candidates:
        if _is_writable(data) and _is_writable(cache):
            return UserFolders(data, cache, is_lasting=True)
    try:
        last_resort = Path(tempfile.mkdtemp(prefix="groundwork-"))
    except OSError:
        return UserFolders(*candidates[0], is_lasting=False)
    return UserFolders(last_resort / "data", last_resort / "cache", is_lasting=False)


def _candidates() -> list[tuple[Path, Path]]:
    chosen = os.environ.get(HOME_VARIABLE)
    if chosen:
        return [(Path(chosen) / "data", Path(chosen) / "cache")]
    import platformdirs  # noqa: PLC0415 - half of what this module costs at start, not always needed

    folders = platformdirs.PlatformDirs("groundwork", appauthor=False)
    usual = (folders.user_data_path, folders.user_cache_path)
    beside = folder_beside_program()
    if (beside / PORTABLE_MARKER).is_file():
        return [(beside / "state" / "data", beside / "state" / "cache"), usual]
    return [usual]


def _is_writable(folder: Path) -> bool:
    """Whether a file can be written there; asked by writing one, because permissions lie."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"probe")
    except OSError:
        return False
    return True
