"""Whatever a solution is, its form can be told."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from groundwork.authoring.formatting import format_faults
from groundwork.packs.model import SourceFile

PIECES = st.sampled_from(
    [
        "x", " ", "  ", "    ", "\t", "\n", "\n\n\n\n", "if x:", "def f():", "(", ")", "'''", '"',
        "#", "\\", "\\\n", "\f", "\0", "\r", "é", "\u2028", "1_", "0x", "=", ":", "f'{", "}'",
    ]
)  # fmt: skip


@settings(max_examples=500, deadline=None)
@given(text=st.one_of(st.lists(PIECES, max_size=20).map("".join), st.text()))
def test_any_text_may_be_a_solution(text: str) -> None:
    for fault in format_faults(SourceFile("main.py", text)):
        assert fault.line >= 1
        assert fault.sentence.endswith(".")
