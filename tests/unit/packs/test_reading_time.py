"""How long a page takes."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.reading_time import reading_minutes

from .a_pack import page_of

WORDS = "word " * 180
CODE = "x = 1\n" * 20
QUESTION = "> [!QUESTION] q\n> **Well?**\n>\n> - [x] a\n> - [ ] b\n>   No.\n"
EXERCISE = "```python exercise id=a title=A minutes=7\nx = 1\n```\n"


@pytest.mark.parametrize(
    ("body", "minutes"),
    [
        (WORDS, 1),
        (f"> [!NOTE]\n> {WORDS}", 1),
        (f"```python\n{CODE}```\n", 1),
        (f"```python example id=a\n{CODE}```\n", 1.5),
        (EXERCISE, 7),
        (QUESTION, 0.5),
    ],
)
def test_a_page_takes_time_for_words_code_and_answers(
    tmp_path: Path, body: str, minutes: float
) -> None:
    assert reading_minutes(page_of(tmp_path, body).page) == pytest.approx(minutes, abs=0.05)
