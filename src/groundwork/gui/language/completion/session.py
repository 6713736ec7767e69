"""One word while it is being typed, with what may be meant by it."""

from __future__ import annotations

from collections.abc import Sequence

from groundwork.gui.language.completion.choices import Choice, Choices
from groundwork.gui.language.completion.word import Word
from groundwork.language.protocol import Answer, Complete

_LETTERS = 2
"""How much of a word is typed before anything is shown unasked."""

_MANY_LETTERS = 3
"""How much of it is typed before names count in which the letters are scattered: a lot have two."""


class Session:
    """Lasts as long as the cursor is in the word.

    `start` is the position in bytes at which begins what a choice takes the place of.
    """

    def __init__(
        self,
        question: Complete,
        word: Word,
        *,
        is_asked_for: bool,
        is_text: bool,
        is_new: bool,
    ) -> None:
        """`is_asked_for` says that the learner wants to see it whatever there is.

        `is_text` says that the word stands between quotes, where it may be of any characters;
        `is_new` that it is begun here, and is not the first part of what stands behind the cursor.
        """
        self.question = question
        self.start = word.start
        self.is_asked_for = is_asked_for
        self.is_dismissed = False
        self.explanations: dict[str, Answer] = {}
        self._line = word.line
        self._is_text = is_text
        self._letters = 0 if is_asked_for or is_text or not word.typed else _LETTERS
        self._stands_before_other = bool(word.rest) and is_new
        self._choices: Choices | None = None
        self._was_shown = False

    def take(self, choices: Choices, start: int) -> None:
        """From now on these may be meant, in the place of what stands from `start` on."""
        self._choices, self.start = choices, start

    @property
    def names(self) -> Sequence[str]:
        """The names of all that may be meant."""
        return [candidate.name for candidate in self._choices.all] if self._choices else ()

    def holds(self, word: Word) -> bool:
        """Whether the cursor is still in the word that this is about."""
        if word.line != self._line or word.cursor < self.start:
            return False
        if self._is_text:
            return not {'"', "'"} & set(word.since(self.start))
        return word.start == self.start and (bool(word.typed) or not self._letters)

    def choices(self, word: Word) -> list[Choice]:
        """What to show now, the best first; nothing where nothing would help."""
        typed = word.since(self.start)
        least = min(1, self._letters) if self._was_shown else self._letters
        if self._choices is None:
            return []
        found = self._choices.fitting(typed)  # also before it is shown: then the next key is quick
        if self.is_dismissed or len(typed) < least:
            return []
        if len(typed) < _MANY_LETTERS and not self.is_asked_for:
            found = [choice for choice in found if choice.is_close]
        if len(found) == 1 and self.adds_nothing(found[0], word) and not self.is_asked_for:
            return []
        self._was_shown = bool(found)
        return found

    def takes_rest(self, word: Word) -> bool:
        """Whether what stands behind the cursor is the rest of the same word."""
        return bool(word.typed) and not self._stands_before_other

    def adds_nothing(self, choice: Choice, word: Word) -> bool:
        """Whether the text would be what it is already."""
        rest = word.rest if self.takes_rest(word) else ""
        return choice.text == word.since(self.start) + rest
