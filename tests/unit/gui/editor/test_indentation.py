import pytest

from groundwork.gui.editor.indentation import next_indentation


@pytest.mark.parametrize(
    ("before", "spaces"),
    [
        ("x = 1", 0),
        ("    x = 1", 4),
        ("def f():", 4),
        ("    if x:  ", 8),
        ("    return 1", 0),
        ("        pass", 4),
        ("break", 0),
        ("    continue", 0),
        ("    raise", 0),
        ("    returned = 1", 4),
        ("    return foo(\n        1\n    )", 0),
        ("    return foo(", 8),
        ("foo(", 4),
        ("foo(1,", 4),
        ("foo(\n    1,", 4),
        ("foo(\n    1)", 0),
        ("    x = foo(\n        1)", 4),
        ("x = [\n    (1,\n     2),", 5),
        ("if (a and\n        b):", 4),
        ("a = 1 + \\", 4),
        ("a = 1 + \\\n    2", 0),
        ("x[1:", 4),
        (")", 0),
        ("", 0),
        ("        ", 8),
    ],
)
def test_the_next_line_is_indented_as_the_lines_before_ask(before: str, spaces: int) -> None:
    assert next_indentation(before.split("\n")) == spaces
