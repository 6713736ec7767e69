"""Packs on disk for the whole window, each as small as its test allows."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FENCE = "```"


def example(example_id: str, source: str, *, title: str = "", more: str = "") -> str:
    """One file of an example as it stands in a lesson; `more` are further attributes."""
    shown = title or example_id.replace("-", " ").capitalize()
    head = f'{FENCE}python example id={example_id} title="{shown}" {more}'.rstrip()
    return f"{head}\n{source.rstrip()}\n{FENCE}\n"


def write_pack(
    folder: Path, lessons: Mapping[str, str], pack_id: str = "small", title: str = "A small pack"
) -> Path:
    """A pack in `folder`; `lessons` are the bodies of the lessons by chapter and lesson id.

    A body that begins with front matter has no other.
    """
    chapters: dict[str, list[str]] = {}
    for name, body in lessons.items():
        chapter, _, lesson = name.partition("/")
        chapters.setdefault(chapter, []).append(lesson)
        file = folder / f"{name}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        front = "" if body.startswith("---\n") else f"---\ntitle: {title_of(lesson)}\n---\n\n"
        file.write_text(front + body, encoding="utf-8")
    (folder / "pack.toml").write_text(_manifest(chapters, pack_id, title), encoding="utf-8")
    return folder


def title_of(lesson_id: str) -> str:
    """The title that a lesson is given here."""
    return lesson_id.replace("-", " ").capitalize()


def _manifest(chapters: Mapping[str, list[str]], pack_id: str, title: str) -> str:
    head = f"""\
format = 1
id = "{pack_id}"
title = "{title}"
version = "1.0.0"
language = "en"
summary = "For tests."
authors = ["A teacher"]
licence = "CC0-1.0"
requires = []
"""
    parts = (
        f'\n[[chapters]]\nid = "{chapter}"\ntitle = "{title_of(chapter)}"\nlessons = {lessons}\n'
        for chapter, lessons in chapters.items()
    )
    return head + "".join(parts).replace("'", '"')
