"""A small pack on disk for tests: written file by file, so that each test breaks just one thing."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Lesson, LoadedPage, Pack, Problem

MANIFEST = """\
format = 1
id = "tea-shop"
title = "The tea shop"
version = "1.2.0"

[[chapters]]
id = "first"
title = "First steps"
lessons = ["welcome", "lists"]

[[chapters]]
id = "second"
title = "Second steps"
lessons = ["loops"]
"""

LESSON = "---\ntitle: {title}\nsummary: All about it.\nminutes: 5\n---\n\nSome text.\n"


def write_pack(folder: Path, manifest: str | bytes = MANIFEST) -> Path:
    """A whole pack in `folder` with nothing wrong, except what `manifest` brings."""
    content = manifest if isinstance(manifest, bytes) else manifest.encode("utf-8")
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_bytes(content)
    for name in ("first/welcome", "first/lists", "second/loops"):
        write(folder, f"{name}.md", LESSON.format(title=name.rpartition("/")[2].capitalize()))
    return folder


def write(folder: Path, name: str, content: str | bytes) -> Path:
    """A file in the pack, with its folders."""
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return file


def opened(folder: Path) -> Pack:
    """The pack in `folder`, which can be shown."""
    pack = load_pack(folder).pack
    assert pack is not None
    return pack


def lesson_of(pack: Pack, lesson_id: str) -> Lesson:
    """The lesson of this id."""
    return next(lesson for lesson in pack.lessons if lesson.id == lesson_id)


def page_of(folder: Path, body: str, *, others: Mapping[str, str] | None = None) -> LoadedPage:
    """The page of a lesson with this body, which begins at line 4 of its file."""
    write_pack(folder)
    write(folder, "first/welcome.md", f"---\ntitle: Welcome\n---\n{body}")
    for name, content in (others or {}).items():
        write(folder, name, content)
    pack = opened(folder)
    return load_page(pack, lesson_of(pack, "welcome"))


def told(problems: tuple[Problem, ...]) -> list[tuple[str, int, str]]:
    """The problems as file name, line and sentence."""
    return [(one.file.name, one.line, one.sentence) for one in problems]
