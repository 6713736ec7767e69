"""Everything that is wrong with a pack."""

from __future__ import annotations

from pathlib import Path

from groundwork.packs.validate import problems_of

from .a_pack import opened, told, write, write_pack


def test_a_whole_pack_has_no_problems(tmp_path: Path) -> None:
    assert problems_of(opened(write_pack(tmp_path))) == ()


def test_the_lessons_problems_are_told_in_reading_order(tmp_path: Path) -> None:
    write_pack(tmp_path)
    write(tmp_path, "first/welcome.md", "---\ntitle: W\n---\n# One\n")
    write(tmp_path, "second/loops.md", "---\ntitle: L\n---\n[x](y.md)\n")

    problems = problems_of(opened(tmp_path))
    assert [(file, line) for file, line, _ in told(problems)] == [
        ("welcome.md", 4),
        ("loops.md", 4),
    ]


def test_links_to_headings_of_other_lessons_are_checked(tmp_path: Path) -> None:
    write_pack(tmp_path)
    body = "[a](../second/loops.md#for-loops)\n[b](../second/loops.md#while-lops)\n"
    write(tmp_path, "first/welcome.md", f"---\ntitle: W\n---\n{body}")
    write(tmp_path, "second/loops.md", "---\ntitle: L\n---\n## For loops\n\n## While loops\n")

    problems = problems_of(opened(tmp_path))
    sentence = "The link leads to a heading “#while-lops” that is not there."
    assert told(problems) == [("welcome.md", 5, sentence)]
    assert problems[0].remedy == "Did you mean “while-loops”?"
