from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from groundwork.gui.editor.comments import comment_edits


def toggled(lines: Sequence[str]) -> list[str]:
    result = list(lines)
    for edit in comment_edits(lines):
        line = result[edit.line]
        result[edit.line] = line[: edit.column] + edit.inserted + line[edit.column + edit.removed :]
    return result


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
