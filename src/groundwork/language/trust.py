"""Nothing of a learner's is executed in the language worker, whatever a library tries."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from types import CodeType


def execute_only_from(folders: Iterable[str]) -> None:
    """From now on refuse to execute files that do not lie in one of the folders; for good.

    Jedi imports compiled modules. That it looks for them, and for what they import in turn, where
    libraries are and nowhere else is its own affair: this holds also where it should be mistaken.
    The events are those of PEP 578: `exec` comes with the code, and `import` with the file of a
    compiled module. What is compiled in memory has a name like `<string>`.
    """
    roots = tuple(os.path.realpath(folder) + os.sep for folder in folders)

    def is_trusted(file: str) -> bool:
        return file.startswith("<") or os.path.realpath(file).startswith(roots)

    def refuse_others(event: str, arguments: tuple[object, ...]) -> None:
        if event == "exec":
            (code,) = arguments
            file = code.co_filename if isinstance(code, CodeType) else "<none>"
        elif event == "import" and isinstance(arguments[1], str):
            file = arguments[1]
        else:
            return
        if not is_trusted(file):
            raise ImportError(f"nothing of this folder is executed: {file}")

    sys.addaudithook(refuse_others)
