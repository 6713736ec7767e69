"""Lets Jedi see files as they stand in the editor, and not as they lie on the disk."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import jedi
import parso
from jedi.file_io import KnownContentFileIO
from jedi.inference.base_value import ValueSet
from jedi.inference.sys_path import transform_path_to_dotted
from jedi.inference.value import ModuleValue

from groundwork.language.protocol import Source


def show(script: jedi.Script, files: Iterable[Source]) -> None:
    """Let the script find these files where it imports them."""
    state = script._inference_state  # noqa: SLF001 - Jedi has no other door for this
    path_entries = state.get_sys_path(add_parent_paths=False)
    for file in files:
        path = Path(file.folder, file.name)
        names, is_package = transform_path_to_dotted(path_entries, path)
        if names is None:
            continue
        node, text = state.parse_and_get_code(file.text, path, cache=False, diff_cache=True)
        module = ModuleValue(
            state,
            node,
            file_io=KnownContentFileIO(path, text),
            string_names=names,
            code_lines=parso.split_lines(text, keepends=True),
            is_package=is_package,
        )
        state.module_cache.add(names, ValueSet([module]))
