from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from groundwork.gui.authoring.parts import PathField


@pytest.mark.parametrize(
    ("typed", "path"),
    [
        ("", None),
        ("~/packs", Path.home() / "packs"),
        ("~nobody-of-this-name/packs", Path.cwd() / "~nobody-of-this-name" / "packs"),
    ],
)
def test_a_path_may_begin_at_somebodys_home(qtbot: QtBot, typed: str, path: Path | None) -> None:
    field = PathField("Folder", lambda _: None)
    qtbot.addWidget(field)
    qtbot.keyClicks(field.field, typed)
    assert field.path == path
