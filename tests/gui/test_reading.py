from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from groundwork.gui.background import Background
from groundwork.gui.reading import OpenLesson, Reading
from groundwork.packs.load import load_pack
from groundwork.packs.model import LessonAddress, LoadedPack

MANIFEST = """format = 1
id = "small"
title = "A small pack"
version = "1.0.0"
language = "en"
summary = "For tests."
authors = ["A teacher"]
licence = "CC0-1.0"
requires = []

[[chapters]]
id = "one"
title = "One"
lessons = ["first", "second", "third"]
"""


def make_pack(folder: Path) -> Path:
    (folder / "one").mkdir(parents=True)
    (folder / "pack.toml").write_text(MANIFEST, encoding="utf-8")
    for name in ("first", "second", "third"):
        text = f"---\ntitle: The {name}\n---\n\n## Part\n\nSome text.\n"
        (folder / "one" / f"{name}.md").write_text(text, encoding="utf-8")
    return folder


class Reader:
    """A reading on a small pack; `wait` runs an action and gives the lesson that it opened."""

    def __init__(self, qtbot: QtBot, folder: Path) -> None:
        self._qtbot = qtbot
        self.background = Background()
        self.reading = Reading(self.background)
        self.reading.add_pack(load_pack(folder))
        self.anchor = ""

    def wait(self, action: Callable[[], object]) -> str:
        with self._qtbot.waitSignal(self.reading.lesson_opened) as opened:
            action()
        lesson: OpenLesson = opened.args[0]
        self.anchor = opened.args[1]
        return lesson.lesson.id

    def open(self, lesson_id: str) -> str:
        return self.wait(lambda: self.reading.open(LessonAddress("small", lesson_id)))


@pytest.fixture
def reader(qtbot: QtBot, tmp_path: Path) -> Reader:
    return Reader(qtbot, make_pack(tmp_path / "small"))


def test_a_lesson_is_opened_by_its_address(reader: Reader) -> None:
    assert reader.open("second") == "second"
    assert not reader.reading.open(LessonAddress("small", "nowhere"))
    assert not reader.reading.open(LessonAddress("nowhere", "first"))


def test_the_newest_wish_wins(reader: Reader) -> None:
    def hurry() -> None:
        for name in ("first", "second", "third"):
            reader.reading.open(LessonAddress("small", name))

    assert reader.wait(hurry) == "third"


def test_back_and_forward_go_along_what_was_read(reader: Reader) -> None:
    for name in ("first", "second", "third"):
        reader.open(name)
    assert reader.wait(reader.reading.go_back) == "second"
    assert reader.wait(reader.reading.go_back) == "first"
    assert not reader.reading.can_go_back
    assert reader.wait(reader.reading.go_forward) == "second"
    reader.open("first")
    assert not reader.reading.can_go_forward


def test_neighbours_are_those_of_the_pack(reader: Reader) -> None:
    reader.open("second")
    before, after = reader.reading.neighbours()
    assert before is not None
    assert after is not None
    assert (before.id, after.id) == ("first", "third")
    assert reader.wait(lambda: reader.reading.open_neighbour(1)) == "third"
    assert reader.reading.neighbours()[1] is None


def test_links_lead_to_lessons_and_their_headings(reader: Reader) -> None:
    reader.open("first")
    assert reader.wait(lambda: reader.reading.follow("second.md#part")) == "second"
    assert reader.anchor == "part"


def test_other_links_are_told_not_followed(reader: Reader, qtbot: QtBot) -> None:
    reader.open("first")
    with qtbot.waitSignal(reader.reading.web_requested) as asked:
        reader.reading.follow("https://example.org/")
    assert asked.args == ["https://example.org/"]
    with qtbot.waitSignal(reader.reading.link_refused):
        reader.reading.follow("../../../etc/passwd")


def test_a_folder_that_is_no_pack_is_refused_with_its_problems(
    reader: Reader, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(reader.reading.pack_refused) as refused:
        reader.reading.open_folder(tmp_path)
    loaded: LoadedPack = refused.args[1]
    assert loaded.pack is None
    assert loaded.problems


def test_another_pack_opens_at_its_first_lesson(reader: Reader, tmp_path: Path) -> None:
    other = make_pack(tmp_path / "other")
    manifest = other / "pack.toml"
    manifest.write_text(manifest.read_text().replace('id = "small"', 'id = "other"'))
    assert reader.wait(lambda: reader.reading.open_folder(other)) == "first"
    assert [pack.id for pack in reader.reading.packs] == ["small", "other"]
    reader.reading.close_pack("other")
    assert [pack.id for pack in reader.reading.packs] == ["small"]
