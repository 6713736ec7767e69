from __future__ import annotations

import pytest

from groundwork.gui.editor.new_line import NewLine, continued_comment, continued_item

NOTHING = None


@pytest.mark.parametrize(
    ("before", "after", "above", "line"),
    [
        ("x = 1", "", "", NOTHING),
        ("x = 1  # why", "", "", NOTHING),
        ("# one line", "", "x = 1", NOTHING),
        ("# one line", "", "", NOTHING),
        ("# second", "", "# first", NewLine("# second", "# ")),
        ("    # second", "", "    # first", NewLine("    # second", "    # ")),
        ("# cut ", "here", "x = 1", NewLine("# cut", "# ")),
        ("# ", "", "# first", NewLine("", None)),
        ("    # ", "", "    # first", NewLine("    ", None)),
        ("#", "", "# first", NewLine("#", "# ")),
        ("#: second", "", "#: first", NewLine("#: second", "#: ")),
        ("# - item", "", "x = 1", NewLine("# - item", "# - ")),
        ("# - ", "", "# - item", NewLine("", None)),
        ("# 9. item", "", "", NewLine("# 9. item", "# 10. ")),
    ],
)
def test_enter_in_a_comment(before: str, after: str, above: str, line: NewLine | None) -> None:
    assert continued_comment(before, after, above) == line


@pytest.mark.parametrize(
    ("before", "after", "line"),
    [
        ("- item", "", NewLine("- item", "- ")),
        ("    * item", "", NewLine("    * item", "    * ")),
        ("1. item", "", NewLine("1. item", "2. ")),
        ("  99)  item", "", NewLine("  99)  item", "  100)  ")),
        ("- cut ", "here", NewLine("- cut", "- ")),
        ("- ", "", NewLine("", None)),
        ("    - ", "", NewLine("    ", None)),
        ("- ", "here", NewLine("-", "- ")),
        ("-1", "", NOTHING),
        ("**bold** text", "", NOTHING),
        ("2026. A year is no item", "", NewLine("2026. A year is no item", "2027. ")),
        ("12345. too many", "", NOTHING),
        ("words - more", "", NOTHING),
        ("", "", NOTHING),
    ],
)
def test_enter_in_an_item_of_a_list(before: str, after: str, line: NewLine | None) -> None:
    assert continued_item(before, after) == line
