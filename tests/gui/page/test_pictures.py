"""Pictures on the page."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from groundwork.gui.page.picture_file import natural_size, recoloured, rendered
from groundwork.gui.page.picture_view import PictureView
from groundwork.gui.theme import DARK, LIGHT
from groundwork.packs.model import Picture
from groundwork.paths import built_in_packs_folder

from .lessons import paragraphs
from .reader import Reader

DRAWINGS = sorted(built_in_packs_folder().rglob("*.svg"))
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}">'
    '<rect width="{width}" height="{height}" fill="{colour}"/></svg>'
)


def drawn(folder: Path, width: int = 200, height: int = 100, colour: str = "#0B6B62") -> Path:
    path = folder / "bed.svg"
    path.write_text(SVG.format(width=width, height=height, colour=colour), encoding="utf-8")
    return path


def painted(folder: Path, width: int, height: int) -> Path:
    path = folder / "bed.png"
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    image.save(str(path))
    return path


def view_of(reader: Reader) -> PictureView:
    view = reader.page.findChild(PictureView)
    assert isinstance(view, PictureView)
    return view


@pytest.mark.parametrize("scale", [0.75, 1.25])
def test_a_picture_grows_with_the_text(reader: Reader, tmp_path: Path, scale: float) -> None:
    reader.read(Picture(drawn(tmp_path), "A bed"))
    assert view_of(reader).height() == 100
    reader.appearance.choose_text_scale(scale)
    reader.wait_until_built()
    assert view_of(reader).height() == 100 * scale


def test_a_picture_does_not_grow_out_of_the_column(reader: Reader, tmp_path: Path) -> None:
    reader.read(Picture(drawn(tmp_path, 600, 300), "A bed"))
    reader.appearance.choose_text_scale(2.0)
    reader.wait_until_built()
    view = view_of(reader)
    assert view.width() < 1200
    assert abs(view.height() - view.width() / 2) <= 1


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.name)
def test_drawings_of_the_lessons_are_in_the_colours_of_the_theme(path: Path) -> None:
    roles = {str(colour).upper() for colour in LIGHT._asdict().values()}
    source = path.read_text(encoding="utf-8")
    assert {colour.upper() for colour in re.findall(r"#[0-9A-Fa-f]{3,8}\b", source)} <= roles
    assert not re.search(r"fill=\"(?!none|#)|stroke=\"(?!none|#)", source)


def test_a_picture_is_as_large_as_it_was_drawn(reader: Reader, tmp_path: Path) -> None:
    reader.read(Picture(drawn(tmp_path), "A bed"))
    view = view_of(reader)
    image = reader.picture(view)
    assert view.height() == 100
    middle = view.width() // 2
    assert image.pixelColor(middle - 98, 50) == QColor("#0B6B62")
    assert image.pixelColor(middle - 102, 50) != QColor("#0B6B62")


@pytest.mark.parametrize("make", [drawn, painted])
def test_a_picture_that_is_too_wide_is_scaled_to_the_column(
    reader: Reader, tmp_path: Path, make: Callable[..., Path]
) -> None:
    reader.read(Picture(make(tmp_path, 2000, 1000), "A bed"))
    view = view_of(reader)
    assert view.width() < 700
    assert abs(view.height() - view.width() / 2) <= 1


def test_a_picture_grows_and_shrinks_with_the_window(reader: Reader, tmp_path: Path) -> None:
    reader.read(Picture(drawn(tmp_path, 2000, 1000), "A bed"))
    before = view_of(reader).height()
    reader.window.resize(480, 600)
    reader.wait_until_built()
    assert view_of(reader).height() < before


def test_a_picture_is_heard_as_what_its_author_says_of_it(reader: Reader, tmp_path: Path) -> None:
    reader.read(Picture(drawn(tmp_path), "A bed with three rows"))
    assert view_of(reader).accessibleName() == "A bed with three rows"


def test_a_picture_that_is_not_there_leaves_its_words(reader: Reader, tmp_path: Path) -> None:
    reader.read(Picture(tmp_path / "gone.png", "A bed with three rows"))
    said = "The picture gone.png cannot be shown. A bed with three rows"
    assert said in reader.labels()
    assert view_of(reader).height() < 100


@pytest.mark.parametrize(
    "content",
    ["", "<svg", "no picture", '<svg xmlns="http://www.w3.org/2000/svg" width="0" height="0"/>'],
)
def test_a_drawing_that_is_none_leaves_its_words(
    reader: Reader, tmp_path: Path, content: str
) -> None:
    path = tmp_path / "bed.svg"
    path.write_text(content, encoding="utf-8")
    reader.read(Picture(path, ""))
    assert "The picture bed.svg cannot be shown." in reader.labels()


def test_a_picture_that_goes_away_leaves_its_words(reader: Reader, tmp_path: Path) -> None:
    path = painted(tmp_path, 64, 640)
    reader.read(*paragraphs(20), Picture(path, "A bed"), *paragraphs(20))
    path.unlink()
    height = view_of(reader).height()
    reader.area.verticalScrollBar().setValue(reader.top_of(view_of(reader)))
    reader.qtbot.waitUntil(lambda: "The picture bed.png cannot be shown. A bed" in reader.labels())
    assert view_of(reader).height() < height


@pytest.mark.parametrize("make", [drawn, painted])
@pytest.mark.parametrize("ratio", [1.0, 2.0])
def test_a_picture_has_a_pixel_for_every_pixel_of_the_screen(
    tmp_path: Path, qapp: object, make: Callable[..., Path], ratio: float
) -> None:
    del qapp
    pixmap = rendered(make(tmp_path, 400, 200), QSize(200, 100), ratio, LIGHT)
    assert pixmap.size() == QSize(200, 100) * ratio
    assert pixmap.deviceIndependentSize().toSize() == QSize(200, 100)


def test_a_picture_that_lies_on_its_side_is_measured_upright(tmp_path: Path, qapp: object) -> None:
    del qapp
    path = tmp_path / "bed.jpg"
    image = QImage(40, 20, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    image.save(str(path))
    raw = path.read_bytes()
    turned = bytes.fromhex("ffe1002245786966000049492a00080000000100120103000100000006000000")
    path.write_bytes(raw[:2] + turned + bytes(4) + raw[2:])
    assert natural_size(path) == QSize(20, 40)


def test_drawings_in_our_colours_take_those_of_the_theme() -> None:
    source = f'<rect fill="{LIGHT.canvas.lower()}" stroke="{LIGHT.accent}"/><path fill="#123456"/>'
    assert recoloured(source, DARK) == (
        f'<rect fill="{DARK.canvas}" stroke="{DARK.accent}"/><path fill="#123456"/>'
    )
    assert recoloured(source, LIGHT).upper() == source.upper()


def test_a_change_of_theme_repaints_a_drawing(reader: Reader, tmp_path: Path) -> None:
    reader.read(Picture(drawn(tmp_path, colour=LIGHT.accent), "A bed"))
    view = view_of(reader)
    middle = view.rect().center()
    assert reader.picture(view).pixelColor(middle) == QColor(LIGHT.accent)
    reader.appearance.choose_theme("dark")
    reader.wait_until_built()
    assert reader.picture(view).pixelColor(middle) == QColor(DARK.accent)
