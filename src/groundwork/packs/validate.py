"""Everything that is wrong with a pack, found by reading all of it."""

from __future__ import annotations

from groundwork.packs.model import Pack, Problem
from groundwork.packs.page import AnchorUse, missing_anchor
from groundwork.packs.reading import read_page


def problems_of(pack: Pack) -> tuple[Problem, ...]:
    """What is wrong with the lessons of a pack, links between them included.

    Every lesson is read, which takes some milliseconds each. What `load_pack` tells about the
    manifest is not repeated.
    """
    anchors: dict[str, frozenset[str]] = {}
    uses: list[AnchorUse] = []
    problems: list[Problem] = []
    for lesson in pack.lessons:
        reading = read_page(pack, lesson)
        anchors[lesson.id] = reading.anchors
        uses += reading.anchor_uses
        problems += reading.problems
    for use in uses:
        if use.anchor not in anchors[use.lesson.id]:
            broken = missing_anchor(use.anchor, anchors[use.lesson.id])
            problems.append(Problem(use.file, use.line, broken.sentence, broken.remedy))
    return tuple(problems)
