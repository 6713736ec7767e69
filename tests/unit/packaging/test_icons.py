"""Every system gets the icon in the files and sizes that it wants, from the one drawing."""

from __future__ import annotations

import struct
from pathlib import Path

import pytest

from bundling.icons import LINUX_SIZES, MAC_KINDS, WINDOWS_SIZES, png, write_icons

PNG = b"\x89PNG\r\n\x1a\n"


@pytest.fixture(scope="module")
def icons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("icons")
    write_icons(folder)
    return folder


def size_of(picture: bytes) -> tuple[int, int]:
    """Width and height, which are the first two fields of a PNG's first chunk."""
    assert picture.startswith(PNG)
    width, height = struct.unpack(">II", picture[16:24])
    return width, height


def test_linux_gets_a_picture_of_each_size(icons: Path) -> None:
    for size in LINUX_SIZES:
        picture = icons / "hicolor" / f"{size}x{size}" / "apps" / "groundwork.png"
        assert size_of(picture.read_bytes()) == (size, size)
    assert (icons / "hicolor" / "scalable" / "apps" / "groundwork.svg").is_file()


def test_windows_finds_each_picture_where_the_icon_says(icons: Path) -> None:
    content = (icons / "groundwork.ico").read_bytes()
    reserved, kind, count = struct.unpack_from("<HHH", content)
    assert (reserved, kind, count) == (0, 1, len(WINDOWS_SIZES))
    for number, size in enumerate(WINDOWS_SIZES):
        entry = struct.unpack_from("<BBBBHHII", content, 6 + 16 * number)
        length, place = entry[6:]
        assert entry[0] == entry[1] == (0 if size == 256 else size)
        assert size_of(content[place : place + length]) == (size, size)


def test_macos_finds_each_picture_by_its_kind(icons: Path) -> None:
    content = (icons / "groundwork.icns").read_bytes()
    assert content[:4] == b"icns"
    assert struct.unpack_from(">I", content, 4)[0] == len(content)
    place, found = 8, {}
    while place < len(content):
        kind, length = struct.unpack_from(">4sI", content, place)
        found[kind.decode()] = size_of(content[place + 8 : place + length])
        place += length
    assert found == {kind: (size, size) for kind, size in MAC_KINDS.items()}


def test_the_same_drawing_gives_the_same_bytes() -> None:
    assert png(32) == png(32)
