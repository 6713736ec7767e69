"""Shows how what is being called wants to be called, while its arguments are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFontMetricsF, QKeyEvent

from groundwork.aids import COMPLETION
from groundwork.gui.editor.languages import COMMENT_STYLES, TEXT_STYLES
from groundwork.gui.editor.lines import position_of
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import Answer, Call, CallTip, Signature

if TYPE_CHECKING:
    from groundwork.gui.language.card import Card

_OPENING = frozenset("(,")
_MEANINGFUL = frozenset("()[]{},='\"*:#\n\r")
"""Signs that can lead to another call or another parameter; others that are typed cannot."""

_LINE_HEIGHT = 1.4
_SHARE = 0.5
"""How much of the height beside the line the signature may take, beside what is said below it."""

_PAGES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class CallTips(QObject):
    """A card above the line with the signature, and what is known of the parameter at the cursor.

    It opens with a bracket or a comma and by key, follows the cursor from parameter to parameter
    and from inner calls to outer ones, and closes with the call. Put away with Escape it stays away
    until the next bracket.
    """

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._view = workplace.view
        self._card: Card | None = None
        self._call: Call | None = None
        self._shown = 0
        self._was_paged = False
        self._is_dismissed = False
        self._typed = ""
        self._announced = ""
        self._is_wanted = False
        self._is_waiting = False
        workplace.typed.connect(self._on_workplace_typed)
        workplace.cursor_moved.connect(self._on_workplace_cursor_moved)
        workplace.file_shown.connect(self.put_away)
        workplace.allowed_changed.connect(self.put_away)
        workplace.code.keys.add({"Ctrl+Shift+Space": self.show_here})
        workplace.code.keys.show_first(self._take_key)

    @property
    def text(self) -> str:
        """What is shown, without its looks; empty while nothing is."""
        return self._card.text if self._card and self._is_shown else ""

    @property
    def _is_shown(self) -> bool:
        return self._card is not None and not self._card.isHidden()

    @property
    def shown(self) -> tuple[Call | None, int]:
        """The call that is shown, and the index of the signature."""
        return self._call, self._shown

    def show_here(self) -> None:
        """Show the tip for the call that the cursor stands in."""
        self._is_dismissed = False
        self._ask()

    def put_away(self) -> None:
        """Show no tip any more."""
        self._call = None
        self._announced = ""
        if self._card:
            self._card.put_away()

    def _ask(self) -> None:
        source = self._workplace.source()
        is_read_only = self._view.send(Message.GETREADONLY)
        if source is None or is_read_only or COMPLETION not in self._workplace.allowed:
            return
        self._is_wanted, self._is_waiting = False, True
        line, column = self._workplace.code.cursor_place()
        self._workplace.ask(CallTip(source, line, column), self._tell)

    def _tell(self, answer: Answer) -> None:
        self._is_waiting = False
        if not isinstance(answer, Call) or not self._view.area.hasFocus():
            self.put_away()
        elif not self._is_dismissed:
            is_same = self._call is not None and _place(self._call) == _place(answer)
            self._was_paged = self._was_paged and is_same
            if not self._was_paged:
                self._shown = answer.chosen
            self._call = answer
            self._show()

    def _show(self) -> None:
        call = self._call
        if call is None:
            return
        from groundwork.gui.language.call_tip_html import (  # noqa: PLC0415 - not before the first key
            call_sections,
        )

        look, card = self._workplace.appearance, self._made_card()
        position = self._position(call)
        font = look.code_font()
        columns = int(card.text_width / QFontMetricsF(font).horizontalAdvance("0"))
        height = card.room_beside(position) * _SHARE
        lines = max(1, int(height / (font.pixelSize() * _LINE_HEIGHT)) - 2)
        sections = call_sections(call, self._shown, look.theme, columns, lines)
        card.show_sections(sections, position)
        self._announce(call.signatures[self._shown])

    def _announce(self, signature: Signature) -> None:
        """Have the parameter at the cursor read out when it is another."""
        index = signature.current
        current = signature.parameters[index].text if index >= 0 else ""
        words = ", ".join(filter(None, (signature.name, current)))
        if words != self._announced:
            from groundwork.gui.exercise.spoken import announce  # noqa: PLC0415 - seldom needed

            self._announced = words
            announce(self._view.area, words)

    def _position(self, call: Call) -> int:
        """Where the name begins that is called, if that can be seen; else where the cursor is."""
        bracket = position_of(self._view, call.line - 1, call.column)
        start = self._view.send(Message.WORDSTARTPOSITION, bracket, 1)
        cursor = self._view.send(Message.GETCURRENTPOS)
        top = self._view.send(Message.POINTYFROMPOSITION, 0, start)
        return start if top >= 0 else cursor

    def _made_card(self) -> Card:
        if self._card is None:
            from groundwork.gui.language.card import Card  # noqa: PLC0415 - not before the first key

            self._card = Card(self._workplace, "How it is called")
            self._card.closed.connect(self.put_away)
            self._card.pressed.connect(lambda: self._page(1))
        return self._card

    def _page(self, step: int) -> bool:
        """Show the next signature, or the one before; whether there are several."""
        count = len(self._call.signatures) if self._call else 0
        if count > 1:
            self._shown = (self._shown + step) % count
            self._was_paged = True
            self._show()
        return count > 1

    def _take_key(self, event: QKeyEvent) -> bool:
        if not self._is_shown:
            return False
        key, held = event.key(), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self._is_dismissed = True
            self.put_away()
            return True
        with_both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        step = _PAGES.get(Qt.Key(key), 0)
        return bool(step) and held == with_both and self._page(step)

    def _on_workplace_typed(self, typed: str) -> None:
        self._typed += typed
        for place, sign in enumerate(typed, start=1):
            if sign in _OPENING and self._is_in_code(len(typed[place:].encode())):
                self._is_dismissed = self._is_dismissed and sign != "("
                self._is_wanted = not self._is_dismissed

    def _is_in_code(self, behind: int) -> bool:
        """Whether what was typed, `behind` bytes before the cursor, is no part of a text."""
        cursor = self._view.send(Message.GETCURRENTPOS)
        styled = self._view.send(Message.GETENDSTYLED)
        if styled < cursor:
            self._view.send(Message.COLOURISE, styled, cursor)
        style = self._view.send(Message.GETSTYLEAT, max(0, cursor - behind - 1))
        return style not in TEXT_STYLES | COMMENT_STYLES

    def _on_workplace_cursor_moved(self) -> None:
        """Ask where the call or the parameter may be another; in the middle of a word it is not."""
        typed, self._typed = self._typed, ""
        is_same = bool(typed) and not set(typed) & _MEANINGFUL
        if self._is_wanted or self._is_waiting or (self._call is not None and not is_same):
            self._ask()


def _place(call: Call) -> tuple[int, int]:
    return call.line, call.column
