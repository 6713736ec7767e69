"""Lines of code are seen as rows where what is meant stands in them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRectF, Qt

from groundwork.gui.editor.marks import Namesakes
from groundwork.gui.language.names.arrows import arrow_path, arrows_of
from groundwork.gui.language.names.rows import Line, Row, Rows, shown_line


def marked(line: Line) -> list[str]:
    return [line.text[start:end] for start, end in line.marks]


def test_a_line_is_shown_without_its_indentation() -> None:
    line = shown_line("\t    return größe + 中😀", [(12, 17), (20, 22)])
    assert line.text == "return größe + 中😀"
    assert marked(line) == ["größe", "中😀"]


def test_what_is_far_to_the_right_is_in_sight() -> None:
    text = "x = [" + "0, " * 1_000 + "tea, " + "0, " * 1_000 + "]"
    line = shown_line(text, [(text.index("tea"), text.index("tea") + 3)])
    assert marked(line) == ["tea"]
    assert line.text.index("tea") < 60
    assert len(line.text) <= 201


def test_signs_that_cannot_be_seen_are_blanks() -> None:
    assert shown_line("a\tb\x00c\u2028d", []).text == "a b c d"


def test_only_what_is_optional_can_be_ticked() -> None:
    rows = Rows()
    rows.show([Row(Line("main.py"), is_heading=True), Row(Line("a"), 1, is_optional=True)])
    heading, optional = rows.index(0, 0), rows.index(1, 0)
    assert rows.flags(heading) == Qt.ItemFlag.NoItemFlags
    assert rows.flags(optional) & Qt.ItemFlag.ItemIsUserCheckable
    assert rows.setData(optional, Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole)
    assert rows.is_ticked(1)
    assert rows.setData(optional, Qt.CheckState.Unchecked, Qt.ItemDataRole.CheckStateRole)
    assert not rows.is_ticked(1)


@pytest.mark.parametrize(
    ("row", "spoken"),
    [
        (Row(Line("x = tea"), 3, behind="perhaps"), "line 3: x = tea perhaps"),
        (Row(Line("tea"), 3, after=Line("cup")), "line 3: tea, becomes cup"),
        (Row(Line("Tea"), kind="class", behind="7"), "class Tea 7"),
    ],
)
def test_a_row_is_heard_as_it_is_seen(row: Row, spoken: str) -> None:
    assert row.spoken == spoken


def test_an_arrow_begins_at_the_last_binding_before_the_use() -> None:
    found = arrows_of(Namesakes(bound=[(10, 13), (0, 3)], used=[(20, 23), (5, 8)]))
    assert [(one.bound, one.used) for one in found] == [((0, 3), (5, 8)), ((10, 13), (20, 23))]
    assert arrows_of(Namesakes(bound=[(9, 10)], used=[(1, 2)]))[0].bound == (9, 10)
    assert arrows_of(Namesakes(used=[(1, 2)])) == ()


def test_an_arrow_within_a_line_strikes_no_letters_through_on_the_line_above() -> None:
    path = arrow_path(QRectF(0, 100, 40, 20), QRectF(80, 100, 40, 20))
    assert 93 < path.boundingRect().top() < 98


@pytest.mark.parametrize(("top", "heading"), [(120, 270), (80, 90), (200, 270), (0, 90)])
def test_an_arrow_to_another_line_points_at_the_name(top: int, heading: int) -> None:
    """Angles are in degrees, up is 90."""
    path = arrow_path(QRectF(0, 100, 40, 20), QRectF(30, top, 40, 20))
    assert path.angleAtPercent(0.98) == pytest.approx(heading, abs=30)


def test_a_line_that_is_cut_shows_the_marks_that_are_left() -> None:
    line = Line("total = tea + sugar", ((0, 5), (8, 11), (14, 19)))
    cut = line.cut("total = te\u2026")
    assert (cut.text, marked(cut)) == ("total = te\u2026", ["total", "te"])
    assert line.cut(line.text) is line
