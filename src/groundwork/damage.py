"""What is said when the frozen program cannot even start."""

from __future__ import annotations

import sys


def refuse(error: BaseException) -> int:
    """Tell the person, in a box where nobody reads streams, why there is no window; 1."""
    sentence = why_it_cannot_start(error)
    sys.stderr.write(f"{sentence}\n")
    if sys.platform == "win32":
        import ctypes  # noqa: PLC0415 - there alone nobody reads what is written to streams

        ctypes.windll.user32.MessageBoxW(None, sentence, "Groundwork", 0x10)
    return 1


def why_it_cannot_start(error: BaseException) -> str:
    """The sentence for what went wrong: most often, a part of the program is missing."""
    cause = error
    while cause.__cause__ is not None:
        cause = cause.__cause__
    if isinstance(cause, ImportError):
        return _damaged(cause.name or str(cause))
    if isinstance(cause, OSError) and cause.filename:
        return _damaged(str(cause.filename))
    said = f"Groundwork cannot start: {type(cause).__name__}: {cause}. Please install it again."
    return damage_found() or said


def damage_found() -> str:
    """The sentence that names the files of the bundle that are not as they were made; or empty.

    That takes a second or more, for they are all read.
    """
    try:
        from groundwork.contents import damaged_files, told  # noqa: PLC0415 - when all is lost
        from groundwork.paths import bundle_folder  # noqa: PLC0415 - the same

        damaged = told(damaged_files(bundle_folder()))
    except (OSError, ImportError):
        return ""  # there is no list, as in the source, or not even what reads it
    return _damaged(damaged) if damaged else ""


def _damaged(part: str) -> str:
    return f"Groundwork is damaged: {part} is missing or broken. Please install it again."
