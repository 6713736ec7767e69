from __future__ import annotations

import ast
import re
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPixmap
from pytestqt.qtbot import QtBot

import groundwork
from groundwork.gui.icons import ICON_SIZE, UnknownIconError, app_icon, icon
from groundwork.packs.model import CalloutKind
from groundwork.paths import resources_folder

FOLDER = resources_folder() / "icons"
NAMES = sorted(file.stem for file in FOLDER.glob("*.svg") if file.stem != "groundwork")
SOURCES = sorted(Path(groundwork.__file__).parent.rglob("*.py"))
FOR_EXERCISES = {"compare"}
"""What a check has given and what it expected, side by side: drawn, and still to be used."""

SVG = "{http://www.w3.org/2000/svg}"


def icons_asked_for() -> set[str]:
    """Every literal first argument of a call of `icon` in the source."""
    asked: set[str] = set()
    for source in SOURCES:
        for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            first = node.args[0]
            if name == "icon" and isinstance(first, ast.Constant):
                asked.add(str(first.value))
    return asked


def image(drawn: QIcon, size: int, ratio: float = 1.0) -> QImage:
    return drawn.pixmap(QSize(size, size), ratio).toImage()


def test_every_icon_that_the_source_names_is_drawn() -> None:
    assert icons_asked_for() <= set(NAMES)


def test_every_icon_that_is_drawn_is_named_in_the_source() -> None:
    gui = (source for source in SOURCES if "gui" in source.parts)
    trees = [ast.parse(source.read_text(encoding="utf-8")) for source in gui]
    named = {n.value for t in trees for n in ast.walk(t) if isinstance(n, ast.Constant)}
    of_callouts = {kind.value for kind in CalloutKind}
    assert set(NAMES) - named - of_callouts <= FOR_EXERCISES


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_keeps_to_the_grid_and_the_pen_of_the_family(name: str) -> None:
    root = ET.parse(FOLDER / f"{name}.svg").getroot()  # noqa: S314 - our own files
    assert root.attrib == {
        "width": "20",
        "height": "20",
        "viewBox": "0 0 20 20",
        "fill": "none",
        "stroke": "currentColor",
        "stroke-width": "1.5",
        "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }
    for shape in root:
        assert shape.tag in {f"{SVG}path", f"{SVG}circle", f"{SVG}rect"}
        assert shape.get("fill", "currentColor") == "currentColor"
        assert shape.get("stroke", "none") == "none"
        assert not {"style", "class", "transform", "opacity", "stroke-width"} & set(shape.keys())


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_stays_clear_of_the_edge(name: str, qtbot: QtBot) -> None:
    del qtbot
    drawn = image(icon(name, "#000000"), 200)
    inked = [(x, y) for x in range(200) for y in range(200) if drawn.pixelColor(x, y).alpha()]
    assert inked
    margin = min(min(x, y, 199 - x, 199 - y) for x, y in inked)
    assert margin >= 10, f"{margin / 10} px from the edge of the grid"


def test_an_icon_has_the_colour_asked_for(qtbot: QtBot) -> None:
    del qtbot
    assert image(icon("stop", "#0B6B62"), ICON_SIZE).pixelColor(10, 10) == QColor("#0B6B62")
    assert image(icon("stop", "#5CC8B8"), ICON_SIZE).pixelColor(10, 10) == QColor("#5CC8B8")


def test_a_disabled_icon_is_fainter(qtbot: QtBot) -> None:
    del qtbot
    faint = icon("stop", "#0B6B62").pixmap(QSize(20, 20), QIcon.Mode.Disabled).toImage()
    assert 80 <= faint.pixelColor(10, 10).alpha() <= 128


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_has_a_pixel_for_every_pixel_of_the_screen(ratio: float, qtbot: QtBot) -> None:
    del qtbot
    pixmap = icon("run", "#000000").pixmap(QSize(20, 20), ratio)
    assert pixmap.size() == QSize(round(20 * ratio), round(20 * ratio))
    assert pixmap.devicePixelRatio() == ratio


def test_the_same_icon_is_made_once(qtbot: QtBot) -> None:
    del qtbot
    assert icon("run", "#000000") is icon("run", "#000000")


def test_an_unknown_name_is_told_by_name(qtbot: QtBot) -> None:
    del qtbot
    with pytest.raises(UnknownIconError, match="sparkles"):
        icon("sparkles", "#000000")


def test_a_copied_and_extended_icon_lives_on(qtbot: QtBot) -> None:
    del qtbot
    twin = QIcon(icon("run", "#0B6B62"))
    twin.addPixmap(image_of_nothing())
    assert twin.pixmap(QSize(20, 20)).toImage().pixelColor(9, 10) == QColor("#0B6B62")


def image_of_nothing() -> QPixmap:
    nothing = QPixmap(1, 1)
    nothing.fill(QColor(0, 0, 0, 0))
    return nothing


def test_the_own_icon_shows_three_stones_at_16_px(qtbot: QtBot) -> None:
    del qtbot
    small = image(app_icon(), 16)
    assert [small.pixelColor(12, y).name() for y in (1, 4, 8, 12)] == [
        "#0b6b62",
        "#f0b35a",
        "#a9d6cf",
        "#ffffff",
    ]
    assert not image(app_icon(), 256).isNull()


def test_the_icons_are_plain_text_of_a_few_lines() -> None:
    for file in FOLDER.iterdir():
        assert re.fullmatch(r"[a-z-]+\.svg", file.name)
        assert file.stat().st_size < 1200
