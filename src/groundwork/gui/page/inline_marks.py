"""Where the links and the pieces of code stand inside a laid-out text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import cast

from PySide6.QtCore import QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one paragraph; `target` is where it leads, empty where it is code."""

    start: int
    end: int
    target: str = ""


def marks(document: QTextDocument, code_family: str) -> tuple[list[Mark], list[Mark]]:
    """The links and the pieces of inline code, from first to last."""
    links: list[Mark] = []
    codes: list[Mark] = []
    block = document.firstBlock()
    while block.isValid():
        for stretch in block.textFormats():
            start = block.position() + stretch.start
            end = start + stretch.length
            if stretch.format.isAnchor() and stretch.format.anchorHref():
                _add(links, Mark(start, end, stretch.format.anchorHref()))
            if code_family in (stretch.format.fontFamilies() or ()):
                _add(codes, Mark(start, end))
        block = block.next()
    return links, codes


def _add(found: list[Mark], mark: Mark) -> None:
    """Append a mark; a link whose text changes its format in the middle stays one link."""
    if found and found[-1].end == mark.start and found[-1].target == mark.target:
        found[-1] = Mark(found[-1].start, mark.end, mark.target)
    else:
        found.append(mark)


def rectangles(document: QTextDocument, mark: Mark) -> list[QRectF]:
    """What the mark covers, one rectangle for each line; the document is laid out already."""
    block = document.findBlock(mark.start)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    first, last = mark.start - block.position(), mark.end - block.position()
    return [
        QRectF(left, line.y(), right - left, line.height()).translated(origin)
        for line in _lines(block)
        for left, right in _covered(line, first, last)
    ]


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    return (layout.lineAt(index) for index in range(layout.lineCount()))


def _covered(line: QTextLine, first: int, last: int) -> Iterator[tuple[float, float]]:
    start = max(first, line.textStart())
    end = min(last, line.textStart() + line.textLength())
    if start < end:
        yield _left_of(line, start), _left_of(line, end)


def _left_of(line: QTextLine, position: int) -> float:
    # PySide6 answers with the place and the position; its own type hint says neither.
    left, _ = cast("tuple[float, int]", line.cursorToX(position))
    return left
