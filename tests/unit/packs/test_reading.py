"""Reading a lesson's file, whatever is in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.load import load_page
from groundwork.packs.model import LoadedPage, Prose

from .a_pack import lesson_of, opened, told, write, write_pack


def reading_of(folder: Path, content: bytes) -> LoadedPage:
    write(write_pack(folder), "first/lists.md", content)
    pack = opened(folder)
    return load_page(pack, lesson_of(pack, "lists"))


@pytest.mark.parametrize(
    ("content", "line", "sentence"),
    [
        (b"", 1, "no front matter"),
        (b"---\ntitle: L\n---\n \n", 4, "This lesson has no text."),
        (b"Words.\n", 1, "no front matter"),
        (b"---\ntitle: L\n\nWords.\n", 1, "never closed"),
        (b"---\ntitle: L\n---\nWords.\n\nCaf\xe9.\n", 6, "not valid UTF-8"),
        (b"---\ntitle: L\n---\nWords.\0\n", 4, "A NUL character"),
        (b"---\ntitle: L\n---\n" + b"x" * 2_000_000, 0, "too large"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(
    tmp_path: Path, content: bytes, line: int, sentence: str
) -> None:
    loaded = reading_of(tmp_path, content)

    assert sentence in told(loaded.problems)[0][2]
    assert loaded.problems[0].line == line


@pytest.mark.parametrize(
    "content",
    [
        b"Words.\n",
        b"---\ntitle: L\n\nWords.\n",
        b"---\ntitle: [\n---\nWords.\n",
        b"\xef\xbb\xbf---\r\ntitle: L\r\n---\r\nWords.\r\n",
        b"---\rtitle: L\r---\rWords.\r",
        "---\ntitle: L\n---\nWords.\n".encode("utf-16"),
        b"---  \ntitle: L\n---\t\nWords.",
    ],
)
def test_the_text_is_shown_all_the_same(tmp_path: Path, content: bytes) -> None:
    assert reading_of(tmp_path, content).page.blocks == (Prose("<p>Words.</p>\n", "Words."),)


def test_undecodable_characters_are_replaced(tmp_path: Path) -> None:
    loaded = reading_of(tmp_path, b"---\ntitle: L\n---\nCaf\xe9.\n")

    assert loaded.page.blocks == (Prose("<p>Caf\ufffd.</p>\n", "Caf\ufffd."),)


def test_a_lesson_that_has_gone_is_told(tmp_path: Path) -> None:
    pack = opened(write_pack(tmp_path))
    lesson = lesson_of(pack, "lists")
    lesson.path.unlink()
    loaded = load_page(pack, lesson)

    assert loaded.page.blocks == ()
    assert told(loaded.problems) == [("lists.md", 0, "This file is not there.")]


def test_a_lesson_that_has_become_a_link_to_the_outside_is_not_read(tmp_path: Path) -> None:
    secret = write(tmp_path, "secret.md", "Secret.")
    pack = opened(write_pack(tmp_path / "pack"))
    lesson = lesson_of(pack, "lists")
    lesson.path.unlink()
    lesson.path.symlink_to(secret)
    loaded = load_page(pack, lesson)

    assert loaded.page.blocks == ()
    assert "outside the pack" in loaded.problems[0].sentence


def test_a_problem_of_the_front_matter_is_told_with_the_page_too(tmp_path: Path) -> None:
    loaded = reading_of(tmp_path, b"---\ntitle: L\nmintues: 3\n---\nWords.\n")

    assert [(one.line, one.remedy) for one in loaded.problems] == [(3, "Did you mean “minutes”?")]
