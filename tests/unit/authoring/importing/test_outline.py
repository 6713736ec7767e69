from __future__ import annotations

from groundwork.authoring.importing.outline import Outline, outline
from groundwork.packs.markdown import parsed
from groundwork.packs.names import id_fault


def outlined(text: str, name: str = "A document") -> Outline:
    return outline(parsed(text, 1), text.split("\n"), name)


def shape(text: str) -> dict[str, list[str]]:
    chapters = outlined(text).chapters
    return {chapter.title: [lesson.title for lesson in chapter.lessons] for chapter in chapters}


def test_a_document_without_headings_is_one_lesson() -> None:
    assert shape("Only words.\n") == {"A document": ["A document"]}


def test_one_level_below_the_title_makes_the_lessons_of_one_chapter() -> None:
    text = "# Servers\n\nAn opening.\n\n## Ports\n\nText.\n\n## Paths\n\nText.\n"
    assert shape(text) == {"Servers": ["Servers", "Ports", "Paths"]}


def test_a_title_without_an_opening_makes_no_lesson() -> None:
    assert shape("# Servers\n\n## Ports\n\nText.\n") == {"Servers": ["Ports"]}


def test_two_levels_make_chapters_and_lessons() -> None:
    text = "# T\n\n## A\n\nIt opens.\n\n### A1\n\nx\n\n### A2\n\nx\n\n## B\n\n### B1\n\n### B2\n"
    assert shape(text) == {"A": ["A", "A1", "A2"], "B": ["B1", "B2"]}


def test_a_few_deeper_headings_stay_inside_lessons() -> None:
    text = "# T\n\n## A\n\nx\n\n### A1\n\nx\n\n## B\n\nx\n\n## C\n\nx\n"
    assert shape(text) == {"T": ["A", "B", "C"]}
    assert [title.text for title in outlined(text).lessons[0].titles] == ["A1"]


def test_several_headings_of_the_highest_level_are_no_title() -> None:
    assert shape("# A\n\nx\n\n# B\n\nx\n") == {"A document": ["A", "B"]}


def test_underlined_headings_count_as_well() -> None:
    assert shape("Servers\n=======\n\nPorts\n-----\n\nText.\n") == {"Servers": ["Ports"]}


def test_a_heading_inside_code_is_none() -> None:
    assert shape("# A\n\n```python\n# no heading\n```\n") == {"A": ["A"]}


def test_ids_are_unique_and_follow_the_rule() -> None:
    text = (
        "# T\n\n## Ports\n\nx\n\n## Ports\n\nx\n\n## 中文\n\nx\n\n## NUL\n\nx\n\n## README\n\nx\n"
    )
    ids = [lesson.id for lesson in outlined(text).lessons]
    assert len(set(ids)) == len(ids) == 5
    assert not any(id_fault(one) for one in ids)
    assert "readme" not in ids


def test_every_line_belongs_to_one_lesson_or_is_a_heading_above_lessons() -> None:
    text = "Before.\n\n# T\n\nx\n\n## A\n\nx\n\n## B\n\nx"
    lessons = outlined(text).lessons
    owned = [line for lesson in lessons for line in range(lesson.line, lesson.end_line)]
    headings = [3, 7, 11]
    assert sorted(owned + headings) == list(range(1, len(text.split("\n")) + 1))
