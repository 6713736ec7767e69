"""Finding lessons by their words."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.model import LessonAddress
from groundwork.packs.search import SearchIndex

from .a_pack import opened, write, write_pack


@pytest.fixture
def index(tmp_path: Path) -> SearchIndex:
    write_pack(tmp_path)
    front = "---\ntitle: {}\nsummary: {}\n---\n"
    welcome = "Brew *strong* tea with `kettle.boil()`. Straße, naïve.\n\n<!-- secret -->\n"
    write(tmp_path, "first/welcome.md", front.format("Welcome", "First sip") + welcome)
    inline = (
        '```python exercise id=stir title="Stirring"\nspoon = 1\n```\n\n'
        "````markdown task id=stir\nStir clockwise.\n````\n\n"
        "~~~python solution id=stir\nturn_around()\n~~~\n\n"
        "```markdown hint id=stir\nThink of compasses.\n```\n\n"
        "> [!QUESTION] colour\n> **Which shade?**\n>\n> - [ ] amber\n> - [x] ochre\n\n"
    )
    loops = "[Pour](exercises/pour/exercise.md)\n\n" + inline + "Afterwards.\n"
    write(tmp_path, "second/loops.md", front.format("Loops", "All about it") + loops)
    write(
        tmp_path,
        "second/exercises/pour/exercise.md",
        "---\ntitle: P\n---\nFill mugs.\n\n## Hints\n\n1. Tilt.\n",
    )
    fence = (
        "```python example id=growing\nqueue.append(2)\n```\n\nSee [this](../second/loops.md).\n"
    )
    write(tmp_path, "first/lists.md", front.format("Lists", "Many cups of tea") + fence)
    return SearchIndex.build(opened(tmp_path))


def found(index: SearchIndex, words: str) -> set[str]:
    addresses = index.matching(words)
    assert addresses == {LessonAddress("tea-shop", one.lesson_id) for one in addresses}
    return {one.lesson_id for one in addresses}


@pytest.mark.parametrize(
    ("words", "lessons"),
    [
        ("welcome", {"welcome"}),
        ("sip", {"welcome"}),
        ("STRONG", {"welcome"}),
        ("tea", {"welcome", "lists"}),
        ("tea append", {"lists"}),
        ("append tea", {"lists"}),
        ("ea", {"welcome", "lists"}),
        ("kettle.boil", {"welcome"}),
        ("strasse", {"welcome"}),
        ("naive", {"welcome"}),
        ("NAÏVE", {"welcome"}),
        ("about", {"loops"}),
        ("stirring", {"loops"}),
        ("spoon clockwise", {"loops"}),
        ("shade ochre", {"loops"}),
        ("mugs", {"loops"}),
        ("afterwards", {"loops"}),
        ("turn_around", set()),
        ("compasses", set()),
        ("tilt", set()),
        ("nothing", set()),
        ("tea nothing", set()),
        ("secret", set()),
        ("growing", set()),
        ("loops", {"loops"}),
        ("", {"welcome", "lists", "loops"}),
        ("  !? ", {"welcome", "lists", "loops"}),
    ],
)
def test_lessons_are_found_by_all_their_words(
    index: SearchIndex, words: str, lessons: set[str]
) -> None:
    assert found(index, words) == lessons


def test_a_word_is_not_found_across_two_others(index: SearchIndex) -> None:
    assert found(index, "stea") == set()


def test_a_lesson_that_cannot_be_read_is_found_by_its_title(tmp_path: Path) -> None:
    pack = opened(write_pack(tmp_path))
    (tmp_path / "first" / "lists.md").unlink()

    assert found(SearchIndex.build(pack), "lists") == {"lists"}


def test_an_empty_pack_is_searched_in_vain(tmp_path: Path) -> None:
    index = SearchIndex.build(opened(write_pack(tmp_path, 'format = 1\nid = "x"\n')))

    assert index.matching("tea") == set()
    assert index.matching("") == set()
