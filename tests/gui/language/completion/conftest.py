"""A desk at which words are completed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from groundwork.gui.language.completion.completer import Completer
from tests.gui.language.writing_desk import WritingDesk

from .reader import Reader


@pytest.fixture
def reader_of(desk_with: Callable[..., WritingDesk]) -> Callable[..., Reader]:
    """Makes a desk with a text, the cursor at `‸`, and somebody who reads what is offered."""

    def make(text: str = "") -> Reader:
        desk = desk_with(text.replace("‸", ""))
        Completer(desk.workplace)
        if "‸" in text:
            desk.put_cursor(len(text[: text.index("‸")].encode()))
        return Reader(desk)

    return make
