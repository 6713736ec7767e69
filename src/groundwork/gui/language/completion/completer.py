"""Offers what may be meant by the word being typed."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QKeyEvent

from groundwork.aids import COMPLETION
from groundwork.gui.editor.editing import is_writable
from groundwork.gui.editor.scintilla import Message
from groundwork.gui.keys import COMPLETE
from groundwork.gui.language.completion.choices import Choices
from groundwork.gui.language.completion.inserting import put_in
from groundwork.gui.language.completion.newness import is_new_name
from groundwork.gui.language.completion.session import Session
from groundwork.gui.language.completion.snippets import parse
from groundwork.gui.language.completion.word import (
    Ground,
    Word,
    ground_at,
    is_behind_opening_quote,
    position_in,
    word_at_cursor,
)
from groundwork.gui.language.workplace import Workplace
from groundwork.language.protocol import (
    Answer,
    Candidate,
    Complete,
    Completions,
    Description,
    ExplainCandidate,
)

if TYPE_CHECKING:  # loaded when the first word is completed
    from groundwork.gui.language.completion.places import SnippetPlaces
    from groundwork.gui.language.completion.popup import CompletionPopup

_MEMBER = re.compile(r"""(?:[\w)\]}"']|^\s*from\s+\.*)\.\Z""")
"""The end of a line before the member of something, or before a module beside this one."""

_FOLDER = "/"
_SIGNS = "_.'\"/"
_AFTER_PAINTING = 30
"""Milliseconds after which the letter that was typed is seen, and the list can be made."""

_NOTHING = "Nothing to suggest here"


class Completer(QObject):
    """Decides when there is something to offer, asks the worker for it, and puts it in."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__(workplace)
        self._workplace = workplace
        self._view = workplace.view
        self._session: Session | None = None
        self._popup: CompletionPopup | None = None
        self._places: SnippetPlaces | None = None
        self._seen = ("", 0)
        workplace.code.keys.add(dict.fromkeys(COMPLETE.sequences, self._on_key_asked))
        workplace.code.keys.show_first(self._takes)
        workplace.text_changed.connect(self._follow)
        workplace.typed.connect(self._on_typed)
        workplace.cursor_moved.connect(self._follow)
        workplace.file_shown.connect(self._end)
        workplace.allowed_changed.connect(self._end)
        self._view.focus_lost.connect(self._end)

    def _on_typed(self, letters: str) -> None:
        """Ask for the word if the last letter makes it worth asking."""
        letter = letters[-1]
        if self._session is None and not _may_begin(letter):
            return
        word = word_at_cursor(self._view)
        if self._session is not None and self._session.holds(word) and letter != _FOLDER:
            return
        self._end()
        if COMPLETION in self._workplace.allowed and self._is_worth_asking(letter, word):
            self._ask(word, is_asked_for=False, is_new=len(word.typed) <= len(letters))

    def _on_key_asked(self) -> None:
        """Offer what there is, or say why not."""
        if not is_writable(self._view):
            return
        if COMPLETION not in self._workplace.allowed:
            self._workplace.tell(self._workplace.why(COMPLETION))
            return
        self._view.send(Message.GOTOPOS, self._view.send(Message.GETCURRENTPOS))
        self._ask(word_at_cursor(self._view), is_asked_for=True)
        if self._session is None:
            self._workplace.tell(_NOTHING)

    def _is_worth_asking(self, letter: str, word: Word) -> bool:
        """Whether something could be offered, now that this letter has been typed."""
        if self._view.send(Message.GETSELECTIONS) > 1 or not is_writable(self._view):
            return False
        ground = ground_at(self._view, word.cursor)
        if ground is Ground.TEXT:
            return letter == _FOLDER or is_behind_opening_quote(self._view, word.start)
        if ground is not Ground.CODE:
            return False
        if letter == ".":
            return bool(_MEMBER.search(word.before))
        return word.typed.isidentifier() and not is_new_name(word.before)

    def _ask(self, word: Word, *, is_asked_for: bool, is_new: bool | None = None) -> None:
        """Ask what may be meant; what is shown stays until the answer is there.

        `is_new` says that all that stands of the word before the cursor was typed just now.
        """
        source = self._workplace.source()
        if source is None:
            return
        lesson_names, taught = self._workplace.lesson_names, self._workplace.taught
        question = Complete(source, word.line + 1, word.column, lesson_names, taught)
        is_text = ground_at(self._view, word.cursor) is Ground.TEXT
        is_new = len(word.typed) <= 1 if is_new is None else is_new
        session = Session(question, word, is_asked_for=is_asked_for, is_text=is_text, is_new=is_new)
        self._session, self._seen = session, _seen(word)
        self._workplace.worker.ask(question, partial(self._on_answered, session))
        if self._popup is None:
            QTimer.singleShot(_AFTER_PAINTING, self, self._make_popup)

    def _on_answered(self, session: Session, answer: Answer) -> None:
        if session is not self._session:
            return  # another word is being typed
        word = word_at_cursor(self._view)
        if not session.holds(word):
            self._end()
            return
        if isinstance(answer, Completions):
            start = position_in(self._view, word, answer.start)
            session.take(Choices(answer.candidates), start)
        else:
            session.take(Choices(()), session.start)  # and nobody is asked again for this word
        self._show(session, word)
        if session.is_asked_for and not self._is_open:
            self._workplace.tell(_NOTHING)

    def _show(self, session: Session, word: Word) -> None:
        """Show what may be meant by what has been typed by now, or nothing."""
        self._seen = _seen(word)
        choices = session.choices(word)
        if choices:
            is_tentative = not session.is_asked_for and not choices[0].is_close
            popup = self._make_popup()
            popup.rows.make_room_for(session.names)
            popup.show_choices(
                choices,
                session.start,
                is_tentative=is_tentative,
                is_complete=session.adds_nothing(choices[0], word),
            )
        elif self._popup is not None:
            self._popup.put_away()

    def _follow(self) -> None:
        """Backspace widens the choice; whoever leaves the word, or goes about in it, is done."""
        session = self._session
        if session is None:
            return
        word = word_at_cursor(self._view)
        line, cursor = _seen(word)
        if (line, cursor) == self._seen:
            return
        is_walking = line == self._seen[0] and self._is_open
        if is_walking or not session.holds(word):
            self._end()
        else:
            self._show(session, word)

    def _end(self) -> None:
        """Offer nothing for this word any more."""
        self._session = None
        if self._popup is not None:
            self._popup.put_away()

    @property
    def _is_open(self) -> bool:
        return self._popup is not None and not self._popup.isHidden()

    def _takes(self, event: QKeyEvent) -> bool:
        """Answer a key before the editor does; whether it was one for us."""
        if self._popup is not None and self._is_open and self._popup.takes(event):
            return True
        return self._places is not None and self._places.takes(event)

    def _make_popup(self) -> CompletionPopup:
        if self._popup is None:
            from groundwork.gui.language.completion.popup import (  # noqa: PLC0415 - not at the start
                CompletionPopup,
            )

            self._popup = CompletionPopup(self._workplace)
            self._popup.chosen.connect(self._on_popup_chosen)
            self._popup.dismissed.connect(self._on_popup_dismissed)
            self._popup.explanation_wanted.connect(self._on_popup_explanation_wanted)
        return self._popup

    def _on_popup_dismissed(self) -> None:
        if self._session is not None:
            self._session.is_dismissed = True
        self._make_popup().put_away()

    def _on_popup_chosen(self, index: int) -> None:
        """Put it in, unless the text has become another meanwhile."""
        session, word = self._session, word_at_cursor(self._view)
        choice = self._make_popup().rows.choices[index]
        self._end()
        if session is None or not session.holds(word) or not is_writable(self._view):
            return
        takes_rest = session.takes_rest(word)
        places = put_in(self._view, choice.candidate, word, session.start, takes_rest=takes_rest)
        if places:
            self._make_places().begin(places, self._view.send(Message.GETCURRENTPOS))
        elif choice.text.endswith(_FOLDER):
            self._ask(word_at_cursor(self._view), is_asked_for=False)

    def _make_places(self) -> SnippetPlaces:
        if self._places is None:
            from groundwork.gui.language.completion.places import (  # noqa: PLC0415 - seldom needed
                SnippetPlaces,
            )

            self._places = SnippetPlaces(self._workplace)
        return self._places

    def _on_popup_explanation_wanted(self, candidate: Candidate) -> None:
        session = self._session
        if session is None:
            return
        if candidate.insert:  # what it would put in says it all
            written = parse(candidate.insert).text.rstrip()
            self._explain(session, candidate, Description(candidate.name, candidate.kind, written))
            return
        if candidate.name in session.explanations:
            self._explain(session, candidate, session.explanations[candidate.name])
            return
        asked = session.question
        question = ExplainCandidate(asked.source, asked.line, asked.column, candidate.name)
        self._workplace.worker.ask(question, partial(self._explain, session, candidate))

    def _explain(self, session: Session, candidate: Candidate, answer: Answer) -> None:
        session.explanations[candidate.name] = answer
        popup = self._make_popup()
        if session is self._session and self._is_open and popup.current.candidate == candidate:
            popup.explain(answer if isinstance(answer, Description) else None)


def _may_begin(letter: str) -> bool:
    """Whether something may be offered once this letter was typed."""
    return letter.isalnum() or letter in _SIGNS


def _seen(word: Word) -> tuple[str, int]:
    """The line of the word and the cursor: whether anything has happened since."""
    return word.before + word.typed + word.behind, word.cursor
