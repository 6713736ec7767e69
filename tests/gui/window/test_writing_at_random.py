"""A thousand random steps with a live worker and popups, compared with what has to come of them.

GROUNDWORK_SEEDS names other seeds, as in `1-20`: `make torture`.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from groundwork.gui.faults import FaultLog

from .conftest import OpenOn
from .lessons import example
from .random_writer import RandomWriter

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")

STEPS = 1000
SHOP = """\
import json


class Shop:
    def __init__(self, names):
        self.names = names

    def total(self, prices):
        return sum(prices[name] for name in self.names)


shop = Shop(["pen", "book"])
print(json.dumps(shop.total({"pen": 2, "book": 12})))
"""
NOTES = "from shop import Shop\n\nfor name in Shop(['a']).names:\n    print(name.upper())\n"
LESSON = (
    example("shop", SHOP, more="file=main.py") + "\n" + example("shop", NOTES, more="file=notes.py")
)


def seeds() -> list[int]:
    first, _, last = os.environ.get("GROUNDWORK_SEEDS", "1").partition("-")
    return list(range(int(first), int(last or first) + 1))


@pytest.fixture
def faults(tmp_path: Path) -> Iterator[Path]:
    """Where every exception goes that nobody has caught."""
    file = tmp_path / "faults.log"
    FaultLog(file, lambda _: None).install()
    yield file
    sys.excepthook = sys.__excepthook__


def drafts(home: Path) -> dict[str, str]:
    folder = home / "data" / "drafts" / "small" / "first" / "shop" / "work"
    return {file.name: file.read_bytes().decode() for file in folder.glob("*.py")}


@pytest.mark.parametrize("seed", seeds())
def test_writing_at_random_gives_what_was_written(
    open_on: OpenOn, home: Path, faults: Path, seed: int
) -> None:
    seat = open_on(LESSON)
    seat.click(seat.app.editor.code.view.area)
    writer = RandomWriter(seat, seed)
    writer.take_steps(STEPS)
    assert writer.accepted > STEPS / 100, "popups are hardly ever there"
    writer.check_history()
    seat.wait(lambda: drafts(home) == seat.app.editor.texts())
    assert not faults.exists(), faults.read_text(encoding="utf-8")
