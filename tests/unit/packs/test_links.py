"""Where links lead."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.links import BrokenLink, ExternalLink, LessonLink, resolve_link
from groundwork.packs.model import Pack

from .a_pack import lesson_of, opened, write_pack


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return opened(write_pack(tmp_path))


@pytest.mark.parametrize(
    ("target", "lesson_id", "anchor"),
    [
        ("lists.md", "lists", ""),
        ("./lists.md", "lists", ""),
        ("../first/lists.md", "lists", ""),
        ("../second/loops.md#for-loops", "loops", "for-loops"),
        ("../second/loops.md#For-Loops", "loops", "for-loops"),
        ("%6Cists.md", "lists", ""),
        ("#here", "welcome", "here"),
        ("#%C3%BCber", "welcome", "über"),
        ("#", "welcome", ""),
        ("welcome.md#here", "welcome", "here"),
    ],
)
def test_to_lessons(pack: Pack, target: str, lesson_id: str, anchor: str) -> None:
    link = resolve_link(pack, lesson_of(pack, "welcome"), target)

    assert link == LessonLink(lesson_of(pack, lesson_id), anchor)


@pytest.mark.parametrize("url", ["https://python.org/a#b", "HTTP://x.org", "mailto:a@b.org"])
def test_to_the_web(pack: Pack, url: str) -> None:
    assert resolve_link(pack, lesson_of(pack, "welcome"), url) == ExternalLink(url)


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("loops.md", "The link “loops.md” leads to a lesson that is not in the pack."),
        ("../../x.md", "The link “../../x.md” leads out of the pack."),
        ("/first/lists.md", "The link “/first/lists.md” leads out of the pack."),
        ("%2e%2e/%2e%2e/x.md", "The link “../../x.md” leads out of the pack."),
        ("..\\second\\loops.md", "The link “..\\second\\loops.md” leads out of the pack."),
        ("a%00b.md", "The link “a b.md” leads out of the pack."),
        ("../pack.toml", "The link “../pack.toml” does not lead to a lesson."),
        ("..", "The link “..” does not lead to a lesson."),
        ("ftp://x.org", "The link “ftp://x.org” leads to no lesson and to no web page."),
        ("https:", "The link “https:” leads to no lesson and to no web page."),
    ],
)
def test_to_nowhere(pack: Pack, target: str, sentence: str) -> None:
    link = resolve_link(pack, lesson_of(pack, "welcome"), target)

    assert isinstance(link, BrokenLink)
    assert link.sentence == sentence


def test_a_misspelt_link_is_guessed(pack: Pack) -> None:
    link = resolve_link(pack, lesson_of(pack, "welcome"), "../second/lops.md")

    assert isinstance(link, BrokenLink)
    assert link.remedy == "Did you mean “../second/loops.md”?"
