"""How the state of a lesson or an exercise is shown: by a shape, a colour and words together."""

from __future__ import annotations

from groundwork.learner.states import WorkState

_MARKS = {
    WorkState.NEW: ("state-new", "muted"),
    WorkState.BEGUN: ("state-begun", "accent"),
    WorkState.DONE: ("state-done", "good"),
    WorkState.DONE_WITH_HELP: ("state-done-with-help", "good"),
}
_WORDS = {
    WorkState.NEW: "new",
    WorkState.BEGUN: "begun",
    WorkState.DONE: "done",
    WorkState.DONE_WITH_HELP: "done with help",
}


def state_mark(state: WorkState) -> tuple[str, str]:
    """The name of the icon, and the theme's role of its colour."""
    return _MARKS[state]


def state_words(state: WorkState) -> str:
    """The state as it is said."""
    return _WORDS[state]
