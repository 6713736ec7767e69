from __future__ import annotations

import pytest

from groundwork.gui.editor.dedenting import dedented

STAYS = None


@pytest.mark.parametrize(
    ("code", "indentation"),
    [
        ("if a:\n    b\n    else:", 0),
        ("if a:\n    b\n    elif ", 0),
        ("if a:\n    b\n    elif c:", 0),
        ("if a:\n    b\n    else", STAYS),
        ("if a:\n    b\n    elif", STAYS),
        ("if a:\n    b\n    elif c", STAYS),
        ("if a:\n    b\nelse:", STAYS),
        ("if a:\n    if b:\n        c\n        else:", 4),
        ("if a:\n    if b:\n        c\n    else:", STAYS),
        ("if a:\n    if b: c\n    else:", STAYS),
        ("try:\n    for a in b:\n        c\n        except ", 0),
        ("try:\n    a\n    except:", 0),
        ("try:\n    a\nexcept E:\n    b\n    finally:", 0),
        ("try:\n    a\nexcept E:\n    b\nelse:\n    c\n    finally:", 0),
        ("try:\n    if a:\n        b\n    else:\n        c\n        finally:", 0),
        ("for a in b:\n    c\n    else:", 0),
        ("async for a in b:\n    c\n    else:", 0),
        ("while a:\n    if b:\n        c\n    d\n    else:", STAYS),
        ("match a:\n    case 1:\n        b\n        case ", 4),
        ("match a:\n    case ", STAYS),
        ("match a:\n    case 1:\n        match b:\n            case ", STAYS),
        ("if a:\n    def f():\n        b\n        else:", STAYS),
        ("x = [\n    a if b\n    else:", STAYS),
        ("if (a and\nb):\n    c\n    else:", 0),
        ("if a:\n    b = 000\n0000\n000\n    c\n    else:", 0),
        ("if a:\n    b\n\n    else:", 0),
        ("else:", STAYS),
        ("    else:", STAYS),
        ("elsewhere:", STAYS),
        ("if a:\n    else_x = b[1:", STAYS),
        ("if a:\n    b\n    case = ", STAYS),
    ],
)
def test_where_a_line_belongs(code: str, indentation: int | None) -> None:
    assert dedented(code.split("\n")) == indentation
