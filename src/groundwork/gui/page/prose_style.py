"""How prose is set: the style sheet for its HTML, and what only the document itself can be told."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextList,
    QTextListFormat,
    QTextOption,
    QTextTable,
    QTextTableCellFormat,
)

from groundwork.gui.page.inline_marks import Marks
from groundwork.gui.theme import Theme, TypeScale

LINE_HEIGHT = 1.5
_CODE_SHARE = 0.9
_PARAGRAPH_GAP = 12
_TABLE_GAP = 16
_ITEM_GAP = 4
LIST_INDENT = 1.75
"""How far the items of a list stand in, in sizes of the font."""

CELL_PADDING, LEAST_CELL_PADDING = 12, 6
"""Pixels on both sides of the cells of a table, and of one that has little room."""

_UPRIGHT_PADDING = 6
_CODE_GAP = 3
_VEIL = 0.07


@cache
def style_sheet(theme: Theme, sizes: TypeScale, code_family: str) -> str:
    """The rules for the HTML of prose, in the subset of CSS that Qt reads."""
    code_size = round(sizes.lesson * _CODE_SHARE)
    return f"""
    p, ul, ol, pre, table {{ margin: 0 0 {_PARAGRAPH_GAP}px 0; }}
    li, li p {{ margin: 0 0 {_ITEM_GAP}px 0; }}
    li ul, li ol {{ margin: 0; }}
    blockquote {{ margin: 0 0 {_PARAGRAPH_GAP}px 16px; color: {theme.muted}; }}
    code, pre {{ font-family: '{code_family}'; font-size: {code_size}px; }}
    a {{ color: {theme.accent}; text-decoration: underline; }}
    th {{ text-align: left; }}
    """


def veil(theme: Theme) -> QColor:
    """A shade that can be laid on any ground: below inline code, below the head of a table."""
    shade = QColor(theme.text)
    shade.setAlphaF(_VEIL)
    return shade


def read_html(
    document: QTextDocument, html: str, theme: Theme, sizes: TypeScale, bleed: int
) -> None:
    """Let a document read its HTML, space its lines and draw its tables.

    `bleed` is how many pixels stay free on both sides.
    """
    document.setHtml(html)
    document.setIndentWidth(sizes.lesson * LIST_INDENT)
    root = document.rootFrame().frameFormat()
    root.setLeftMargin(bleed)
    root.setRightMargin(bleed)
    document.rootFrame().setFrameFormat(root)
    _space_lines(document, round(sizes.lesson * LINE_HEIGHT))
    for table in _tables(document):
        _set_table(document, table, theme)
    if "<li" in html:
        _space_items(document)
    _hide_empty_blocks(document)
    _drop_last_gap(document)


def take_over(document: QTextDocument, marks: Marks) -> None:
    """Leave the grounds of code and the signs of lists to whoever paints the marks."""
    cursor = QTextCursor(document)
    wider = QTextCharFormat()
    wider.setFontWordSpacing(_CODE_GAP)
    cursor.beginEditBlock()
    for code in marks.codes:
        for position in (code.start - 1, code.end):
            if document.characterAt(position) == " ":
                cursor.setPosition(position)
                cursor.setPosition(position + 1, QTextCursor.MoveMode.KeepAnchor)
                cursor.mergeCharFormat(wider)
    for item in marks.items:
        signs = document.findBlock(item.position).textList()
        form = signs.format()
        form.setStyle(QTextListFormat.Style.ListStyleUndefined)
        signs.setFormat(form)
    cursor.endEditBlock()


def pad_cells(document: QTextDocument, padding: int) -> None:
    """Keep so many pixels free on both sides of every cell of every table."""
    for table in _tables(document):
        for row in range(table.rows()):
            for column in range(table.columns()):
                cell = table.cellAt(row, column)
                form = cell.format().toTableCellFormat()
                form.setLeftPadding(padding)
                form.setRightPadding(padding)
                cell.setFormat(form)


def _space_lines(document: QTextDocument, height: int) -> None:
    cursor = QTextCursor(document)
    cursor.select(QTextCursor.SelectionType.Document)
    spacing = QTextBlockFormat()
    spacing.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    cursor.mergeBlockFormat(spacing)


def _space_items(document: QTextDocument) -> None:
    """Keep items together, and lists apart: Qt mixes up the two where lists are nested."""
    cursor = QTextCursor(document)
    block = document.firstBlock()
    while block.isValid():
        following = block.next()
        if _is_listed(block):
            spacing = QTextBlockFormat()
            ends = not _is_listed(following) or _begins_list(following)
            spacing.setTopMargin(0)
            spacing.setBottomMargin(_PARAGRAPH_GAP if ends else _ITEM_GAP)
            cursor.setPosition(block.position())
            cursor.mergeBlockFormat(spacing)
        block = following


def _is_listed(block: QTextBlock) -> bool:
    """Whether a paragraph stands in an item of a list, be it the first one of it or a later."""
    return block.isValid() and (block.textList() is not None or block.blockFormat().indent() > 0)


def _begins_list(block: QTextBlock) -> bool:
    """Whether a list begins here that is not inside another."""
    items: QTextList | None = block.textList()
    return items is not None and items.format().indent() == 1 and items.itemNumber(block) == 0


def _tables(document: QTextDocument) -> Iterator[QTextTable]:
    frames = list(document.rootFrame().childFrames())
    while frames:
        frame = frames.pop()
        frames += frame.childFrames()
        if isinstance(frame, QTextTable):
            yield frame


def _set_table(document: QTextDocument, table: QTextTable, theme: Theme) -> None:
    option = document.defaultTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)  # rather scroll sideways than cut words
    document.setDefaultTextOption(option)
    form = table.format()
    form.setBorder(0)
    form.setBorderCollapse(True)
    form.setCellSpacing(0)
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setHeaderRowCount(1)
    form.setTopMargin(_TABLE_GAP if table.firstPosition() > 1 else 0)
    table.setFormat(form)
    for row in range(table.rows()):
        cell_format = _cell_format(theme, is_head=row == 0)
        for column in range(table.columns()):
            table.cellAt(row, column).setFormat(cell_format)


def _cell_format(theme: Theme, *, is_head: bool) -> QTextTableCellFormat:
    form = QTextTableCellFormat()
    form.setTopPadding(_UPRIGHT_PADDING)
    form.setBottomPadding(_UPRIGHT_PADDING)
    form.setLeftPadding(CELL_PADDING)
    form.setRightPadding(CELL_PADDING)
    form.setBottomBorder(1)
    form.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBottomBorderBrush(QColor(theme.line if is_head else theme.hairline))
    if is_head:
        form.setBackground(veil(theme))
    return form


def _hide_empty_blocks(document: QTextDocument) -> None:
    """Take the height from the empty paragraphs that Qt keeps before and after a table."""
    cursor = QTextCursor(document)
    hidden = QTextBlockFormat()
    hidden.setLineHeight(0, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    block = document.firstBlock()
    while block.isValid():
        if not block.text() and not _means_something(block):
            cursor.setPosition(block.position())
            cursor.setBlockFormat(hidden)
        block = block.next()


def _means_something(block: QTextBlock) -> bool:
    """Whether an empty paragraph is a rule, an item of a list, or the cell of a table."""
    is_rule = block.blockFormat().hasProperty(
        QTextFormat.Property.BlockTrailingHorizontalRulerWidth
    )
    return is_rule or block.textList() is not None or _is_in_table(block)


def _is_in_table(block: QTextBlock) -> bool:
    return QTextCursor(block).currentTable() is not None


def _drop_last_gap(document: QTextDocument) -> None:
    """The page sets the distance to the next block."""
    cursor = document.rootFrame().lastCursorPosition()
    frames = document.rootFrame().childFrames()
    if frames and not cursor.block().text():
        table = frames[-1].frameFormat()
        table.setBottomMargin(0)
        frames[-1].setFrameFormat(table)
    else:
        paragraph = cursor.blockFormat()
        paragraph.setBottomMargin(0)
        cursor.setBlockFormat(paragraph)
