"""Making a new pack: a small one that passes its own check, to be changed piece by piece."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from groundwork import paths
from groundwork.packs.manifest import MANIFEST_NAME
from groundwork.packs.names import id_from, title_from

_TEMPLATE_ID = "new-pack"
_TEMPLATE_TITLE = "New pack"


class NewPackError(Exception):
    """No pack can be made there; the text is for the person."""


def new_pack(folder: Path, title: str = "") -> Path:
    """Make a pack in `folder`, which is not there yet or empty; its manifest.

    The pack's id is made of the folder's name, and so is its title where none is given.

    Raises:
        NewPackError: something is there already, the name yields no id, or the disk refused.
    """
    absolute = folder.absolute()
    pack_id = id_from(absolute.name)
    if not pack_id:
        raise NewPackError(f"“{absolute.name}” has no letter or digit that an id can be made of.")
    try:
        if absolute.exists() and (not absolute.is_dir() or any(absolute.iterdir())):
            raise NewPackError(f"{folder} is there already. Name a folder that is not.")
        shutil.copytree(_template(), absolute, dirs_exist_ok=True, copy_function=shutil.copyfile)
        _name(absolute / MANIFEST_NAME, pack_id, title or _title(absolute.name))
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise NewPackError(f"The pack cannot be made in {folder}: {reason}.") from error
    return absolute / MANIFEST_NAME


def _title(name: str) -> str:
    """The folder's name with its accents, which an id cannot keep."""
    written = name.encode("utf-8", "replace").decode("utf-8")  # a name may be no text at all
    return title_from(written.replace("_", "-"))


def _template() -> Path:
    return paths.resources_folder() / "new-pack"


def _name(manifest: Path, pack_id: str, title: str) -> None:
    """Write the id and the title into the manifest; a JSON string is one of TOML's too."""
    text = manifest.read_text(encoding="utf-8")
    text = text.replace(f'"{_TEMPLATE_ID}"', json.dumps(pack_id))
    text = text.replace(f'"{_TEMPLATE_TITLE}"', json.dumps(title, ensure_ascii=False))
    manifest.write_bytes(text.encode("utf-8"))
