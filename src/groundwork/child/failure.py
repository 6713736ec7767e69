"""The exception that ends a program: what the learner sees of it, and what we report."""

from __future__ import annotations

import sys

from groundwork.messages import Failed, Frame

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    from groundwork.child.report import Report

_OUR_FOLDER = __file__.rpartition("failure")[0]
_OUTERMOST = 20
_INNERMOST = 80
_LONGEST_MESSAGE = 4000


def remove_our_frames(error: BaseException) -> None:
    """Take our own frames out of the tracebacks of the error and of those that led to it."""
    seen: set[int] = set()
    link: BaseException | None = error
    while link is not None and id(link) not in seen:
        seen.add(id(link))
        link.__traceback__ = _learners_part(link.__traceback__)
        link = link.__cause__ or link.__context__


def _learners_part(traceback: TracebackType | None) -> TracebackType | None:
    kept = [entry for entry in _entries(traceback) if not _is_ours(entry)]
    inner = None
    for entry in reversed(kept):
        entry.tb_next = inner
        inner = entry
    return inner


def _entries(traceback: TracebackType | None) -> Iterator[TracebackType]:
    while traceback is not None:
        yield traceback
        traceback = traceback.tb_next


def _is_ours(entry: TracebackType) -> bool:
    return entry.tb_frame.f_code.co_filename.startswith(_OUR_FOLDER)


def described(error: BaseException) -> Failed:
    """The error as a message; of a very deep traceback both ends."""
    kind = type(error)
    is_plain = kind.__module__ in {"builtins", "__main__"}
    name = kind.__qualname__ if is_plain else f"{kind.__module__}.{kind.__qualname__}"
    return Failed(name, _text(error)[:_LONGEST_MESSAGE], _frames(error))


def _text(error: BaseException) -> str:
    try:
        return str(error)
    except BaseException:  # noqa: BLE001 - the learner's own __str__ may raise anything
        return ""


def _frames(error: BaseException) -> tuple[Frame, ...]:
    frames = [
        Frame(entry.tb_frame.f_code.co_filename, entry.tb_lineno, entry.tb_frame.f_code.co_name)
        for entry in _entries(error.__traceback__)
    ]
    if isinstance(error, SyntaxError) and error.filename:
        frames.append(Frame(str(error.filename), error.lineno or 1, ""))
    if len(frames) > _OUTERMOST + _INNERMOST:
        frames = frames[:_OUTERMOST] + frames[-_INNERMOST:]
    return tuple(frames)


def is_stop(error: BaseException | None, report: Report) -> bool:
    """Whether this is how the program learns that the learner has pressed Stop."""
    return isinstance(error, KeyboardInterrupt) and report.says_stop


def hook_that_passes_over_stops(report: Report) -> Callable[[sys.UnraisableHookArgs], None]:
    """The interpreter's `sys.unraisablehook`, but for the interrupt of a Stop.

    It holds on to nothing of the program: what that leaves is to be deleted when it always is.
    """

    def hook(unraisable: sys.UnraisableHookArgs) -> None:
        if not is_stop(unraisable.exc_value, report):
            sys.__unraisablehook__(unraisable)

    return hook


def show(error: BaseException) -> SystemExit | None:
    """Hand the error to `sys.excepthook` as the interpreter does; the exit that it asked for."""
    kind = type(error)
    sys.last_type, sys.last_value, sys.last_traceback = kind, error, error.__traceback__
    if sys.version_info >= (3, 12):
        sys.last_exc = error
    hook = getattr(sys, "excepthook", None)
    if hook is None:
        _say("sys.excepthook is missing")
        hook = sys.__excepthook__
    try:
        hook(kind, error, error.__traceback__)
    except SystemExit as request:
        return request
    except BaseException as second:  # noqa: BLE001 - the hook is the learner's
        remove_our_frames(second)
        _say("Error in sys.excepthook:")
        sys.__excepthook__(type(second), second, second.__traceback__)
        _say("\nOriginal exception was:")
        sys.__excepthook__(kind, error, error.__traceback__)
    return None


def _say(text: str) -> None:
    if sys.stderr is not None:
        sys.stderr.write(text + "\n")
