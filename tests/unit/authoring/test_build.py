from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.authoring.build import archive_name
from groundwork.packs.model import Pack


@pytest.mark.parametrize(
    ("version", "name"),
    [
        ("1.2.0", "tea-1.2.0.gwpack"),
        ("", "tea.gwpack"),
        ("../../1", "tea-1.gwpack"),
        ("2 beta/3", "tea-2-beta-3.gwpack"),
    ],
)
def test_the_file_is_named_after_the_pack_and_its_version(version: str, name: str) -> None:
    assert archive_name(Pack("tea", "Tea", version, Path("/tea"), ())) == name
