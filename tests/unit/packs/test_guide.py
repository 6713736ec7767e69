"""The authors' guide: whatever it shows is read without a problem."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from groundwork.aids import AIDS
from groundwork.packs.anchors import AnchorMaker
from groundwork.packs.check_kinds import KINDS
from groundwork.packs.constructs import CONSTRUCTS
from groundwork.packs.front_matter import KEYS
from groundwork.packs.load import load_pack
from groundwork.packs.manifest import PACK_KEYS
from groundwork.packs.markdown import parsed
from groundwork.packs.model import Problem
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.python_checks import read_python_checks
from groundwork.packs.roles import ROLES
from groundwork.packs.text_file import read_text
from groundwork.packs.validate import problems_of

from .a_pack import LESSON, write
from .test_exercises import FILES

GUIDE = Path(__file__).parents[3] / "lessons" / "README.md"
TEXT = read_text(GUIDE, 1_000_000, ProblemCollector(GUIDE)) or ""
MANIFEST = """\
format = 1
id = "guide"
title = "What the guide shows"
version = "1"

[[chapters]]
id = "start-here"
title = "Start here"
lessons = ["welcome"]

[[chapters]]
id = "greetings"
title = "Greetings"
lessons = ["hello", "lists", "farewells"]
"""
BESIDE = {
    "greetings/lists.md": LESSON.format(title="Lists"),
    "greetings/farewells.md": LESSON.format(title="Farewells"),
    "start-here/welcome.md": f"{LESSON.format(title='Welcome')}\n## Stop a program\n",
    "greetings/alias.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
}
EXERCISE = {
    name.replace("first/exercises/double", "greetings/exercises/greet-all").replace(
        "adds-two", "first-only"
    ): text
    for name, text in FILES.items()
}


def shown(language: str) -> list[str]:
    """The blocks of this language in the guide, from top to bottom."""
    fences = (node for node in parsed(TEXT, 1).walk() if node.kind == "fence")
    return [one.token.content for one in fences if one.token.info == language]


def problems_in(folder: Path, files: dict[str, str]) -> Iterator[Problem]:
    """What is wrong with a pack of these files, and those that the guide speaks of."""
    for name, text in {"pack.toml": MANIFEST, **BESIDE, **files}.items():
        write(folder, name, text)
    loaded = load_pack(folder)
    assert loaded.pack is not None
    yield from loaded.problems
    yield from problems_of(loaded.pack)


def lesson_files(text: str) -> dict[str, str]:
    """A block of Markdown as the lesson, or the exercise of one, that it is."""
    if "## Hints" in text:
        link = "[A](exercises/greet-all/exercise.md)\n"
        lesson = f"---\ntitle: Hello\n---\n{link}"
        return {
            **EXERCISE,
            "greetings/hello.md": lesson,
            "greetings/exercises/greet-all/exercise.md": text,
        }
    if text.startswith(("```text example", "~~~markdown wrong")):  # belongs to the block before it
        lessons = shown("markdown")
        before = lessons[lessons.index(text) - 1]
        text = re.sub(r' says="[^"]*"', "", before) + "\n" + text
    whole = text if text.startswith("---\n") else f"---\ntitle: Hello\n---\n{text}"
    return {**(EXERCISE if "exercise.md" in text else {}), "greetings/hello.md": whole}


@pytest.mark.parametrize("text", shown("markdown"))
def test_its_lessons_have_no_problem(tmp_path: Path, text: str) -> None:
    files = lesson_files(text)
    exercise = files.get("greetings/exercises/greet-all/exercise.md", "")
    if exercise and exercise != text:
        exercise = exercise.replace("adds-two", "first-only")
        files["greetings/exercises/greet-all/exercise.md"] = exercise

    assert [*problems_in(tmp_path, files)] == []


@pytest.mark.parametrize("text", shown("toml"))
def test_its_manifests_and_checks_have_no_problem(tmp_path: Path, text: str) -> None:
    files = lesson_files(next(one for one in shown("markdown") if "## Hints" in one))
    if "format =" in text:
        manifest = text.replace('lessons = ["hello"]', 'lessons = ["hello", "lists", "farewells"]')
        welcome = '[[chapters]]\nid = "start-here"\ntitle = "Start"\nlessons = ["welcome"]\n'
        files["pack.toml"] = f"{manifest}\n{welcome}"
    elif "[renamed]" in text:
        files["pack.toml"] = f"{MANIFEST}\n{text}"
        example = "```python example id=greet-many\nprint(1)\n```\n"
        files["greetings/hello.md"] += f"\n{example}"
    else:
        files["greetings/exercises/greet-all/checks.toml"] = (
            text if "[[checks]]" in text else f'[[checks]]\nkind = "output"\n{text}'
        )

    assert [*problems_in(tmp_path, files)] == []


def test_its_checks_in_python_have_no_problem() -> None:
    problems = ProblemCollector(GUIDE)
    checks = [check for text in shown("python") for check in read_python_checks(text, 1, problems)]

    assert problems.found == ()
    assert [check.title for check in checks] == ["A basket counts its items"]


def test_it_tells_of_every_kind_of_check_with_an_example() -> None:
    kinds = re.findall(r'^kind = "(\w+)"$', "".join(shown("toml")), re.MULTILINE)

    assert kinds == [*KINDS]
    assert all(f"**{kind}**" in TEXT for kind in KINDS)


def test_it_tells_of_every_entry_of_a_check() -> None:
    start, end = TEXT.index("## Checks"), TEXT.index("## Hints and solutions")
    section = TEXT[start:end]
    keys = {key for kind in KINDS.values() for key in kind.keys}

    assert [key for key in sorted(keys) if not re.search(rf"\b{key}\b", section)] == []


def test_it_names_every_construct() -> None:
    assert [name for name in CONSTRUCTS if f"`{name}`" not in TEXT] == []


def test_it_tells_of_every_word_behind_a_language() -> None:
    written = "".join(shown("markdown"))

    assert [name for name in ROLES if not re.search(rf"``` ?\w+ {name}\b", written)] == []


def test_it_tells_of_every_entry_of_the_manifest() -> None:
    section = TEXT[TEXT.index("## The manifest") : TEXT.index("## A lesson")]

    assert [
        key for key in PACK_KEYS if f"`{key}`" not in section.replace("[", "").replace("]", "")
    ] == []


def test_its_contents_lead_to_its_sections() -> None:
    sections = re.findall(r"^## (.+)$", re.sub(r"(?ms)^````.*?^````$", "", TEXT), re.MULTILINE)
    contents = re.findall(r"^- \[(.+)\]\(#(.+)\)$", TEXT, re.MULTILINE)

    assert [title for title, _ in contents] == sections
    maker = AnchorMaker()
    assert [anchor for _, anchor in contents] == [maker.anchor(one) for one in sections]


def test_it_tells_of_every_entry_of_a_lesson_and_of_all_that_can_be_switched_off() -> None:
    section = TEXT[TEXT.index("## A lesson") : TEXT.index("## Examples")]

    assert [name for name in (*KEYS, *AIDS) if f"`{name}`" not in section] == []
