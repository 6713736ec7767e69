"""An author changes the files of an opened pack outside, and the window follows."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

import pytest

from groundwork.gui.page.text_view import TextView
from groundwork.packs.model import ExampleAddress

from .conftest import OpenOn
from .lessons import example, write_pack
from .seat import Seat

START = "Other words.\n\n" + example("other", "print('other')")
LONG = "".join(f"## Part {number}\n\nWords of part {number}.\n\n" for number in range(60))


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_pack(tmp_path / "Own é", {"part/start": START, "part/more": LONG}, "own", "Own")


@pytest.fixture
def seat(open_on: OpenOn, pack: Path) -> Seat:
    """A window on the author's pack, with all of its files watched."""
    seat = open_on("Built in.\n")
    seat.app.pack_desk.open_path(pack)
    seat.wait_for_example("other")
    seat.wait(lambda: str(pack / "part" / "start.md") in seat.app.reloading.watched)
    return seat


def change(file: Path, old: str, new: str) -> None:
    """Write as many editors do: a new file takes the name of the old one."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    fresh = file.with_name(".fresh")
    fresh.write_text(text.replace(old, new), encoding="utf-8")
    fresh.replace(file)


def shows(seat: Seat, words: str) -> bool:
    views = seat.app.page.findChildren(TextView)
    return any(words in view.document.toPlainText() for view in views if view.isVisible())


def rows(seat: Seat) -> list[str]:
    return [row.title for row in seat.rows()]


def test_the_page_follows_the_file(seat: Seat, pack: Path) -> None:
    for old, new in (("Other words", "Newer words"), ("Newer words", "Newest words")):
        change(pack / "part" / "start.md", old, new)
        seat.wait(partial(shows, seat, new))
    assert not seat.banner


def test_a_lesson_that_is_gone_for_a_while_comes_back(seat: Seat, pack: Path) -> None:
    file = pack / "part" / "start.md"
    text = file.read_text(encoding="utf-8")
    file.unlink()
    seat.wait(lambda: "Start" not in rows(seat))
    assert "has no file" in seat.banner
    assert shows(seat, "Other words"), "what was read stays in sight"
    file.write_text(text.replace("Other", "Later"), encoding="utf-8")
    seat.wait(lambda: "Start" in rows(seat))
    seat.wait(lambda: shows(seat, "Later words"))
    assert not seat.banner


def test_the_reader_stays_where_they_are(seat: Seat, pack: Path) -> None:
    seat.click_row("More")
    seat.wait(lambda: seat.lesson == "More")
    seat.wait(lambda: str(pack / "part" / "more.md") in seat.app.reloading.watched)
    assert seat.app.page.scroll_to_anchor("part-30")
    place = seat.app.page.scroll_position()
    change(pack / "part" / "more.md", "## Part 3\n", "## Before\n\nNew.\n\n## Part 3\n")
    seat.wait(lambda: shows(seat, "New."))
    assert seat.app.page.scroll_position() == pytest.approx(place + 2, abs=0.1)


def test_the_tree_follows_the_head_and_the_manifest(seat: Seat, pack: Path) -> None:
    change(pack / "part" / "start.md", "title: Start", "title: Beginning")
    seat.wait(lambda: "Beginning" in rows(seat))
    assert seat.window.windowTitle() == "Beginning - Groundwork"
    change(pack / "pack.toml", 'title = "Own"', 'title = "My own"')
    seat.wait(lambda: "My own" in rows(seat))
    change(pack / "pack.toml", '"start", "more"', '"more", "start"')
    seat.wait(lambda: rows(seat).index("More") < rows(seat).index("Beginning"))


def test_problems_stand_where_they_are_and_go_when_they_are_mended(seat: Seat, pack: Path) -> None:
    file = pack / "part" / "start.md"
    change(file, "Other words", "Other words\n\n![](cat.png)\n\n")
    seat.wait(lambda: "2 problems here" in seat.labels(seat.app.page))
    change(file, "![](cat.png)", "")
    seat.wait(lambda: "problem" not in seat.labels(seat.app.page))


def test_a_manifest_that_is_half_written_changes_nothing_but_is_told(
    seat: Seat, pack: Path
) -> None:
    before = rows(seat)
    manifest = pack / "pack.toml"
    whole = manifest.read_text(encoding="utf-8")
    manifest.write_text(whole[: whole.index("[[") + 20], encoding="utf-8")
    seat.wait(lambda: "pack.toml" in seat.banner)
    assert rows(seat) == before
    manifest.write_text(whole, encoding="utf-8")
    seat.wait(lambda: not seat.banner)
    assert rows(seat) == before


def test_a_pack_that_gets_another_id_is_that_one_from_then_on(seat: Seat, pack: Path) -> None:
    change(pack / "pack.toml", 'id = "own"', 'id = "renamed"')
    seat.wait(lambda: [one.id for one in seat.app.reading.packs] == ["small", "renamed"])
    seat.wait(lambda: seat.app.editor.example == ExampleAddress("renamed", "start", "other"))
    assert seat.lesson == "Start"


def test_code_that_the_learner_has_not_touched_follows(seat: Seat, pack: Path) -> None:
    change(pack / "part" / "start.md", "print('other')", "print('newer')")
    seat.wait(lambda: seat.code == "print('newer')\n")
    assert not seat.banner


def test_what_the_learner_has_written_stays_and_the_newer_is_offered(
    seat: Seat, pack: Path
) -> None:
    seat.write("mine")
    change(pack / "part" / "start.md", "print('other')", "print('newer')")
    seat.wait(lambda: "newer version of “Other”" in seat.banner)
    assert seat.code == "mine"


def test_files_of_an_exercise_are_followed(seat: Seat, pack: Path) -> None:
    folder = pack / "part" / "exercises" / "add"
    (folder / "starter").mkdir(parents=True)
    (folder / "starter" / "main.py").write_text("old = 1\n", encoding="utf-8")
    (folder / "exercise.md").write_text("---\ntitle: Add\n---\n\nThe task.\n", encoding="utf-8")
    change(
        pack / "part" / "start.md", "Other words.", "[Add](exercises/add/exercise.md)\n\nWords.\n"
    )
    seat.wait(lambda: str(folder / "exercise.md") in seat.app.reloading.watched)
    seat.click("Open Add in editor")
    seat.wait_for_example("add")
    seat.wait(lambda: seat.code == "old = 1\n")
    (folder / "starter" / "main.py").write_text("new = 2\n", encoding="utf-8")
    seat.wait(lambda: seat.code == "new = 2\n")
    (folder / "exercise.md").write_text("---\ntitle: Add\n---\n\nOther task.\n", encoding="utf-8")
    seat.wait(lambda: shows(seat, "Other task"))


def test_a_folder_that_becomes_a_pack_is_opened(open_on: OpenOn, tmp_path: Path) -> None:
    seat = open_on("Built in.\n")
    folder = tmp_path / "later"
    folder.mkdir()
    seat.app.pack_desk.open_path(folder)
    seat.wait(lambda: "cannot be opened" in seat.labels(seat.app.page))
    shutil.copytree(
        write_pack(tmp_path / "made", {"part/start": START}, "own", "Own"),
        folder,
        dirs_exist_ok=True,
    )
    seat.wait_for_example("other")


def test_a_built_in_pack_is_not_watched(seat: Seat) -> None:
    seat.click_row("First")
    seat.wait(lambda: seat.lesson == "First")
    assert seat.app.reloading.watched == frozenset()
