"""How prose is set."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QTextDocument, QTextTable

from groundwork.gui.page.inline_marks import find_marks, rectangles
from groundwork.gui.page.text_view import TextView
from groundwork.gui.theme import LIGHT

from .lessons import LISTED, TABLE, heading, prose
from .reader import Reader, mark_of


def height_of(reader: Reader, html: str, part: str) -> int:
    reader.read(prose(html))
    return reader.text(part).height()


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_a_line_is_one_and_a_half_times_its_font(
    reader_with: Callable[..., Reader], scale: float
) -> None:
    reader = reader_with(scale=scale)
    line = round(24 * scale)
    assert height_of(reader, "<p>One.</p>", "One") == line
    assert height_of(reader, "<p>One <code>two</code> <b>three</b>.</p>", "One") == line
    assert height_of(reader, "<p>One<br>two<br>three</p>", "One") == 3 * line
    assert height_of(reader, "<p>One.</p><p>Two.</p>", "One") == 2 * line + 12


def test_items_stay_together_and_lists_apart(reader: Reader) -> None:
    nested = "<ul><li>one</li><li>two<ul><li>three</li></ul></li></ul>"
    assert height_of(reader, nested, "one") == 3 * 24 + 2 * 4
    assert height_of(reader, f"{nested}<ol><li>four</li></ol>", "one") == 4 * 24 + 2 * 4 + 12
    loose = "<ul><li><p>one</p></li><li><p>two</p></li></ul><p>three</p>"
    assert height_of(reader, loose, "one") == 3 * 24 + 4 + 12


def test_a_table_takes_no_empty_lines(reader: Reader) -> None:
    rows = "<tr><td>one</td><td>two</td></tr>" * 2
    table = f"<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>{rows}</tbody></table>"
    alone = height_of(reader, table, "one")
    assert 0 <= alone - 3 * (24 + 12 + 1) <= 2
    among = height_of(reader, f"<p>zero</p>{table}<p>three</p>", "one")
    assert abs(among - (alone + 2 * 24 + 16 + 12)) <= 2


def table_of(document: QTextDocument) -> QTextTable:
    tables = [f for f in document.rootFrame().childFrames() if isinstance(f, QTextTable)]
    assert len(tables) == 1
    return tables[0]


def test_the_head_of_a_table_is_shaded_and_rows_are_ruled(reader: Reader) -> None:
    reader.read(TABLE)
    view, head = reader.point_of("Write")
    image = reader.picture(view)
    ground = image.pixelColor(QPoint(head.x(), head.y() - 14))
    cell = reader.point_of("add one at the end")[1]
    plain = image.pixelColor(QPoint(cell.x(), cell.y() - 14))
    assert ground.lightness() < plain.lightness()
    table = table_of(view.document)
    assert table.cellAt(1, 0).format().toTableCellFormat().bottomBorder() == 1


def test_columns_of_numbers_stand_at_the_right(reader: Reader) -> None:
    reader.read(TABLE)
    view = reader.text("You want to")
    end = rectangles(view.document, mark_of(view, "100"))[0].right()
    other = rectangles(view.document, mark_of(view, "Cost"))[0].right()
    assert abs(end - other) <= 1
    assert view.width() - end < 24


def test_a_table_that_is_too_wide_scrolls_sideways(reader_with: Callable[..., Reader]) -> None:
    cells = "".join(f"<td><code>column_{n}_with_a_name</code></td>" for n in range(6))
    reader = reader_with(width=480)
    reader.read(
        prose(f"<p>Before.</p><table><tbody><tr>{cells}</tr></tbody></table>"), heading("A")
    )
    view = reader.text("Before")
    assert view.is_wide
    assert view.width() < 480
    reader.wheel(view, right=2)
    assert view.offset > 0


def test_the_columns_of_a_table_stand_closer_before_it_scrolls(reader: Reader) -> None:
    def left_padding(words: str) -> float:
        view = reader.text(words)
        return table_of(view.document).cellAt(0, 0).format().toTableCellFormat().leftPadding()

    def table(letters: int) -> str:
        cells = f"<td><code>{'x' * letters}</code></td>" * 4
        return f"<table>\n<tbody><tr>{cells}</tr></tbody></table>"

    paddings = []
    for letters in range(4, 40):
        reader.read(prose(table(letters)))
        view = reader.text("x" * letters)
        paddings.append((left_padding("x" * letters), view.is_wide))
    assert sorted(set(paddings), key=paddings.index) == [(12, False), (6, False), (6, True)]


def test_a_table_that_fits_does_not_scroll(reader: Reader) -> None:
    reader.read(TABLE)
    assert not reader.text("You want to").is_wide


def test_inline_code_has_a_ground_with_round_corners(reader: Reader) -> None:
    reader.read(prose("<p>The word <code>append</code> adds.</p>"))
    view = reader.text("append")
    chip = rectangles(view.document, mark_of(view, "append"))[0].toRect()
    image = reader.picture(view)
    inside = image.pixelColor(QPoint(chip.left() - 1, chip.center().y()))
    outside = image.pixelColor(QPoint(chip.left() - 6, chip.center().y()))
    corner = image.pixelColor(QPoint(chip.left() - 3, chip.top()))
    assert inside.lightness() < outside.lightness()
    assert corner != inside


def test_code_keeps_its_distance_from_the_words_around_it(reader: Reader) -> None:
    reader.read(prose("<p>one <code>two</code> three</p>"), prose("<p>one <b>two</b> three</p>"))
    gaps = []
    for view in (v for v in reader.page.findChildren(TextView) if "one two" in v.accessibleName()):
        one = rectangles(view.document, mark_of(view, "one"))[0]
        two = rectangles(view.document, mark_of(view, "two"))[0]
        gaps.append(two.left() - one.right())
    assert gaps[0] > gaps[1]


def test_a_piece_of_code_that_is_broken_has_two_grounds(reader: Reader) -> None:
    reader.read(prose(f"<p>{'word ' * 7}<code>rows.append(1, 2, 3, 4, 5, 6, 7, 8, 9)</code></p>"))
    view = reader.text("rows.append")
    code = find_marks(view.document, reader.appearance.code_family).codes
    assert len(rectangles(view.document, code[0])) == 2


def test_links_are_found_whatever_their_words_look_like(reader: Reader) -> None:
    reader.read(
        prose('<p><a href="a.md">one <code>two</code> <b>three</b></a><a href="b.md">4</a></p>')
    )
    view = reader.text("three")
    links = find_marks(view.document, reader.appearance.code_family).links
    assert [(link.target, link.end - link.start) for link in links] == [("a.md", 13), ("b.md", 1)]


def test_bullets_and_numbers_stand_before_their_items(reader: Reader) -> None:
    reader.read(LISTED)
    view = reader.text("two beds")
    image = reader.picture(view)
    text = QColor(LIGHT.text)
    for part, is_drawn in (("one bed", True), ("dig", True)):
        place = rectangles(view.document, mark_of(view, part))[0].toRect()
        columns = range(4, place.left() - 2)
        drawn = [
            x
            for x in columns
            for y in range(place.top(), place.bottom())
            if image.pixelColor(x, y).lightness() < text.lightness() + 60
        ]
        assert bool(drawn) is is_drawn
        assert max(drawn) <= place.left() - 4
