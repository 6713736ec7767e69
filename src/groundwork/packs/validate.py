"""Everything that is wrong with a pack, found by reading all of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from groundwork.packs.links import EXERCISE_NAME
from groundwork.packs.manifest import MANIFEST_NAME, MANIFEST_SIZE_LIMIT
from groundwork.packs.model import Pack, Problem
from groundwork.packs.page import AnchorUse, missing_anchor
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.reading import read_page
from groundwork.packs.text_file import read_text
from groundwork.packs.toml_lines import TomlLines
from groundwork.packs.wording import quoted, suggestion


def problems_of(pack: Pack) -> tuple[Problem, ...]:
    """What is wrong with the lessons of a pack, links between them included.

    Every lesson is read, which takes some milliseconds each. What `load_pack` tells about the
    manifest alone is not repeated.
    """
    anchors: dict[str, frozenset[str]] = {}
    paths: set[str] = set()
    folders: set[str] = set()
    uses: list[AnchorUse] = []
    problems: list[Problem] = []
    for lesson in pack.lessons:
        reading = read_page(pack, lesson)
        anchors[lesson.id] = reading.anchors
        paths |= {lesson.id, *(f"{lesson.id}/{an_id}" for an_id in reading.page.ids)}
        folders |= reading.exercise_folders
        uses += reading.anchor_uses
        problems += reading.problems
    problems += _missing_anchors(uses, anchors)
    problems += _unlinked_exercises(pack, folders)
    problems += _renamed_problems(pack, paths)
    return tuple(problems)


def _missing_anchors(
    uses: Iterable[AnchorUse], anchors: Mapping[str, frozenset[str]]
) -> Iterator[Problem]:
    for use in uses:
        if use.anchor not in anchors[use.lesson.id]:
            broken = missing_anchor(use.anchor, anchors[use.lesson.id])
            yield Problem(use.file, use.line, broken.sentence, broken.remedy)


def _unlinked_exercises(pack: Pack, linked: Collection[str]) -> Iterator[Problem]:
    """A problem for each exercise in the folder of a chapter that no lesson has a link to."""
    for chapter in pack.chapters:
        for file in sorted((pack.folder / chapter.id).glob(f"*/*/{EXERCISE_NAME}")):
            folder = file.parent.relative_to(pack.folder).as_posix()
            if folder not in linked:
                written = file.relative_to(pack.folder / chapter.id).as_posix()
                sentence = "No lesson has a link to this exercise, so nobody sees it."
                remedy = f"Write [its title]({written}) as a paragraph of a lesson."
                yield Problem(file, 0, sentence, remedy)


def _renamed_problems(pack: Pack, paths: Collection[str]) -> Iterator[Problem]:
    """A problem for each entry of `[renamed]` that leads nowhere, or away from what is there."""
    file = pack.folder / MANIFEST_NAME
    lines = TomlLines(
        read_text(file, MANIFEST_SIZE_LIMIT, ProblemCollector(file)) or "", "chapters"
    )
    for old, new in pack.renamed:
        if new not in paths:
            sentence = f"{quoted(old)} is renamed to {quoted(new)}, which is not there."
            remedy = suggestion(new, paths, "Write what it is called today.")
            yield Problem(file, lines.of_key(old), sentence, remedy)
        elif old in paths:
            sentence = f"{quoted(old)} is renamed, but it is still there."
            remedy = "Delete the line: an old name must not be used for something else."
            yield Problem(file, lines.of_key(old), sentence, remedy)
