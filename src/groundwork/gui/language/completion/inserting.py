"""Puts what was chosen into the text, as one step that can be undone."""

from __future__ import annotations

from groundwork.gui.editor.lines import bytes_of_text
from groundwork.gui.editor.scintilla import LineEnd, Message, Scintilla
from groundwork.gui.language.completion.snippets import Snippet, parse
from groundwork.gui.language.completion.word import Word
from groundwork.language.protocol import Candidate

_CLOSING = "\"')]}"
_LINE_ENDS = {LineEnd.CRLF: "\r\n", LineEnd.CR: "\r", LineEnd.LF: "\n"}

Places = list[tuple[int, int]]


def put_in(
    view: Scintilla, candidate: Candidate, word: Word, start: int, *, takes_rest: bool
) -> Places:
    """Let the candidate take the place of what stands from `start` up to the cursor.

    The rest of the word behind the cursor goes too with `takes_rest`. Returns the places of a
    snippet, as positions in bytes; the cursor is behind what was put in.
    """
    snippet = _snippet(view, candidate, word)
    behind = word.rest if takes_rest else ""
    closed = _closed_already(snippet.text, word.behind[len(behind) :])
    view.replace(start, word.after(behind + closed), bytes_of_text(snippet.text))
    view.send(Message.GOTOPOS, start + len(bytes_of_text(snippet.text)))
    return [
        (start + _length(snippet.text[:first]), start + _length(snippet.text[:last]))
        for first, last in snippet.places
    ]


def _snippet(view: Scintilla, candidate: Candidate, word: Word) -> Snippet:
    if not candidate.insert:
        return Snippet(candidate.name, ())
    indentation = word.before[: len(word.before) - len(word.before.lstrip())]
    return parse(candidate.insert, indentation, _LINE_ENDS[LineEnd(view.send(Message.GETEOLMODE))])


def _closed_already(text: str, behind: str) -> str:
    """What closes the text and stands behind the cursor already."""
    closing = text[len(text.rstrip(_CLOSING)) :]
    for length in range(len(closing), 0, -1):
        for part in (closing[:length], closing[-length:]):
            if behind.startswith(part):
                return part
    return ""


def _length(text: str) -> int:
    return len(bytes_of_text(text))
