"""What stands where in a laid-out text: links, pieces of code, the items of lists."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLine, QTextList, QTextListFormat


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of one paragraph; `target` is where it leads, empty where it is code."""

    start: int
    end: int
    target: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """The beginning of a list's item; `number` is as in `3.`, empty where it is a bullet."""

    position: int
    number: str
    is_nested: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """Everything that prose paints by itself, from first to last."""

    links: list[Mark] = field(default_factory=list)
    codes: list[Mark] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)


def find_marks(document: QTextDocument, code_family: str) -> Marks:
    """The links, the pieces of inline code and the items of lists."""
    found = Marks()
    block = document.firstBlock()
    while block.isValid():
        _find_stretches(block, code_family, found)
        item = _item(block)
        if item is not None:
            found.items.append(item)
        block = block.next()
    return found


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


def item_base(document: QTextDocument, item: Item) -> QPointF:
    """Where the first line of an item begins, on its baseline."""
    block = document.findBlock(item.position)
    origin = document.documentLayout().blockBoundingRect(block).topLeft()
    line = next(_lines(block), None)
    if line is None:
        return origin
    return origin + QPointF(line.x(), line.y() + line.ascent())


def _find_stretches(block: QTextBlock, code_family: str, found: Marks) -> None:
    is_code_block = block.blockFormat().nonBreakableLines()
    for stretch in block.textFormats():
        start = block.position() + stretch.start
        end = start + stretch.length
        form = stretch.format
        if form.isAnchor() and form.anchorHref():
            _add(found.links, Mark(start, end, form.anchorHref()))
        if not is_code_block and code_family in (form.fontFamilies() or ()):
            _add(found.codes, Mark(start, end))


def _item(block: QTextBlock) -> Item | None:
    items: QTextList | None = block.textList()
    if items is None:
        return None
    is_numbered = items.format().style() == QTextListFormat.Style.ListDecimal
    number = items.itemText(block) if is_numbered else ""
    return Item(block.position(), number, items.format().indent() > 1)


def _add(found: list[Mark], mark: Mark) -> None:
    """Append a mark; a link whose text changes its format in the middle stays one link."""
    if found and found[-1].end == mark.start and found[-1].target == mark.target:
        found[-1] = Mark(found[-1].start, mark.end, mark.target)
    else:
        found.append(mark)


def _lines(block: QTextBlock) -> Iterator[QTextLine]:
    layout = block.layout()
    return (layout.lineAt(index) for index in range(layout.lineCount()))


def _covered(line: QTextLine, first: int, last: int) -> Iterator[tuple[float, float]]:
    start = max(first, line.textStart())
    end = min(last, line.textStart() + line.textLength())
    if start < end:
        # A space at the end of a line is no part of what is seen.
        yield left_of(line, start), min(left_of(line, end), line.naturalTextRect().right())


def left_of(line: QTextLine, position: int) -> float:
    """Where a character of the line begins; `position` counts in the paragraph."""
    # PySide6 answers with the place and the position; its own type hint says neither.
    left, _ = cast("tuple[float, int]", line.cursorToX(position))
    return left
