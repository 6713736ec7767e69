"""What the learner is told of what is switched off: who decided that, and why."""

from __future__ import annotations

from groundwork.aids import COMPLETION, HINTS, PROBLEMS, SOLUTION
from groundwork.packs.model import Lesson
from groundwork.packs.wording import listed
from groundwork.policy import Policy

_NAMES = {COMPLETION: "completion", PROBLEMS: "problems", HINTS: "hints", SOLUTION: "the solution"}
_SINGLE = (COMPLETION, SOLUTION)
_IN_EXERCISES = (HINTS, SOLUTION)


def switched_off(policy: Policy, lesson: Lesson | None) -> dict[str, str]:
    """The aids that are off in a lesson, each with a sentence that says who decided that and why.

    The word of the machine comes first: no author can change it.
    """
    off = {}
    if lesson is not None:
        off = {aid: _in_lesson(_together(aid, lesson.without), lesson) for aid in lesson.without}
    return off | {aid: _on_machine(_together(aid, policy.off), policy) for aid in policy.off}


def lesson_note(lesson: Lesson) -> str:
    """What the author of a lesson has switched off, for the head of its page; or an empty text."""
    return _in_lesson(lesson.without, lesson) if lesson.without else ""


def _together(aid: str, off: tuple[str, ...]) -> tuple[str, ...]:
    """The aids that are told of in one sentence, because they are missed in one place."""
    return _IN_EXERCISES if aid in _IN_EXERCISES and set(_IN_EXERCISES) <= set(off) else (aid,)


def _in_lesson(aids: tuple[str, ...], lesson: Lesson) -> str:
    claim = f"{_subject(aids)} off in this lesson"
    if lesson.why:
        return f"{claim}: {_closed(lesson.why)} Its author decided that."
    return f"{claim}; its author decided that."


def _on_machine(aids: tuple[str, ...], policy: Policy) -> str:
    claim = f"{_subject(aids)} off on this machine"
    if not policy.is_readable:
        return f"{claim}: its policy cannot be read. Whoever looks after it can mend that."
    if policy.why:
        return f"{claim}: {_closed(policy.why)} Whoever looks after it decided that."
    return f"{claim}; whoever looks after it decided that."


def _subject(aids: tuple[str, ...]) -> str:
    """The aids as the beginning of a sentence about them."""
    names = listed(_NAMES[aid] for aid in aids)
    verb = "is" if len(aids) == 1 and aids[0] in _SINGLE else "are"
    return f"{names[0].upper()}{names[1:]} {verb}"


def _closed(sentence: str) -> str:
    """A sentence of somebody's with a full stop, if it has no sign of its own at its end."""
    return sentence if sentence.endswith((".", "!", "?", "…")) else f"{sentence}."
