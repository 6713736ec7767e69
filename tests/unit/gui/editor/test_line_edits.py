from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.editor.line_edits import LineEdit, comment_edits, dedent_edits, indent_edits


def done(lines: Sequence[str], edits: Sequence[LineEdit]) -> list[str]:
    result = list(lines)
    for edit in edits:
        result[edit.line] = edit.applied(result[edit.line])
    return result


def toggled(lines: Sequence[str]) -> list[str]:
    return done(lines, comment_edits(lines))


def test_code_becomes_a_comment() -> None:
    assert toggled(["x = 1"]) == ["# x = 1"]


def test_the_signs_stand_in_one_column() -> None:
    assert toggled(["    if x:", "        y", "", "    z"]) == [
        "    # if x:",
        "    #     y",
        "",
        "    # z",
    ]


def test_comments_become_code_again() -> None:
    assert toggled(["# x", "#y", "    #  z"]) == ["x", "y", "     z"]


def test_mixed_lines_all_become_comments() -> None:
    assert toggled(["# why", "x = 1"]) == ["# # why", "# x = 1"]


def test_blank_lines_alone_stay() -> None:
    assert toggled(["", "   "]) == ["", "   "]


CODE = st.from_regex(r"( {4}){0,3}[a-z][a-z #=]{0,8}", fullmatch=True) | st.just("")


@given(st.lists(CODE, min_size=1))
def test_toggling_code_twice_brings_it_back(lines: list[str]) -> None:
    assert toggled(toggled(lines)) == lines


def test_lines_move_to_the_next_level_and_blank_ones_stay() -> None:
    lines = ["a", "  b", "", "    c", "\td"]
    assert done(lines, indent_edits(lines)) == ["    a", "    b", "", "        c", "        d"]


def test_a_blank_line_alone_is_indented() -> None:
    assert done([""], indent_edits([""])) == ["    "]


def test_lines_move_to_the_level_before() -> None:
    lines = ["a", "  b", "", "        c", "\td", "     e"]
    assert done(lines, dedent_edits(lines)) == ["a", "b", "", "    c", "d", "    e"]
