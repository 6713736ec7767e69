"""A desk at which words are completed."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication
from tests.gui.language.writing_desk import WritingDesk

from groundwork.gui.language.completion.completer import Completer
from groundwork.gui.language.worker import LanguageWorker
from groundwork.gui.run.child import ChildProcess

from .reader import Reader


@pytest.fixture(scope="module")
def worker(
    qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[LanguageWorker]:
    """One worker for all tests of a module: each costs a second to start."""
    one = LanguageWorker(tmp_path_factory.mktemp("worker"))
    yield one
    one.close()
    while qapp.findChildren(ChildProcess):
        qapp.processEvents()
    one.deleteLater()


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
