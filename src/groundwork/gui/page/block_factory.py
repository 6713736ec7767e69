"""Makes the view of every kind of block, and guesses how high it will be."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.page.block_view import BlockView
from groundwork.gui.page.callout_panel import CalloutPanel
from groundwork.gui.page.example_card import ExampleCard
from groundwork.gui.page.exercise_card import ExerciseCard
from groundwork.gui.page.heading_view import HeadingView
from groundwork.gui.page.listing_panel import ListingPanel
from groundwork.gui.page.picture_view import PictureView
from groundwork.gui.page.prose_block import ProseBlock
from groundwork.gui.question.panel import QuestionPanel
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import (
    Block,
    Callout,
    Example,
    Heading,
    Listing,
    Picture,
    Prose,
)

_HEADING_GAP = 32
_BELOW_HEADING_GAP = 8
_PROSE_GAP = 12
_PANEL_GAP = 16
_PICTURE_GAP = 24

_GUESSED_PICTURE = 250
_GUESSED_CHARACTERS_PER_LINE = 65
_LINE = 24
_CODE_LINE = 20
_CARD = 90


def gap_between(before: Block, after: Block) -> int:
    """The distance in pixels that two blocks keep."""
    if isinstance(after, Heading):
        return _BELOW_HEADING_GAP * 2 if isinstance(before, Heading) else _HEADING_GAP
    if isinstance(before, Heading):
        return _BELOW_HEADING_GAP if _is_text(after) else _PROSE_GAP
    if _is_text(before) and _is_text(after):
        return _PROSE_GAP
    if isinstance(before, Picture) or isinstance(after, Picture):
        return _PICTURE_GAP
    return _PANEL_GAP


def _is_text(block: Block) -> bool:
    return isinstance(block, Prose) and not block.is_table


def guessed_height(block: Block) -> int:  # noqa: PLR0911 - one for each kind
    """Roughly how many pixels a block will take, before anything is built."""
    match block:
        case Heading():
            return _LINE
        case Prose():
            lines = len(block.plain) // _GUESSED_CHARACTERS_PER_LINE + block.plain.count("\n") + 1
            return _LINE * lines
        case Listing():
            return _CODE_LINE * (block.text.count("\n") + 2)
        case Example():
            return _CODE_LINE * block.main_file.text.count("\n") + _CARD
        case Callout():
            return sum(guessed_height(inner) + _PROSE_GAP for inner in block.blocks) + 2 * _LINE
        case Picture():
            return _GUESSED_PICTURE
        case _:  # an exercise or a question
            return sum(guessed_height(inner) + _PROSE_GAP for inner in block.task) + _CARD


Card = ExampleCard | ExerciseCard | QuestionPanel
"""What of a page does something."""


class BlockFactory:
    """Makes views; `on_card` is told of every card, also of those in callouts."""

    def __init__(self, appearance: Appearance, on_card: Callable[[Card], None]) -> None:
        self._appearance = appearance
        self._on_card = on_card

    def view(self, block: Block, parent: QWidget) -> BlockView:  # noqa: PLR0911 - one for each kind
        """The view of one block."""
        look = self._appearance
        match block:
            case Heading():
                return HeadingView(block, look, parent)
            case Prose():
                return ProseBlock(block.html, look, parent)
            case Listing():
                return ListingPanel(block, look, parent)
            case Picture():
                return PictureView(block, look, parent)
            case Callout():
                return self._callout(block, parent)
            case Example():
                return self._known(ExampleCard(block, look, parent))
            case Exercise():
                return self._known(
                    ExerciseCard(block, lambda card: self.views(block.task, card), look, parent)
                )
            case _:  # a question
                return self._known(
                    QuestionPanel(block, lambda panel: self.views(block.task, panel), look, parent)
                )

    def views(self, blocks: Sequence[Block], parent: QWidget) -> list[tuple[int, BlockView]]:
        """The views of blocks inside a box, each with the gap above it."""
        gaps = [_BELOW_HEADING_GAP, *(gap_between(*pair) for pair in pairwise(blocks))]
        return [(gap, self.view(block, parent)) for gap, block in zip(gaps, blocks, strict=False)]

    def _known(self, card: Card) -> Card:
        self._on_card(card)
        return card

    def _callout(self, callout: Callout, parent: QWidget) -> CalloutPanel:
        return CalloutPanel(
            callout.kind,
            callout.title,
            lambda panel: self.views(callout.blocks, panel),
            self._appearance,
            parent,
        )
