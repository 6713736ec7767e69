"""How a start is timed from inside.

Times leave out what loading this module takes: the application has loaded nearly all of it anyway,
the bare window has not, and counting it would flatter the application.
"""

import time

_BEGAN = time.monotonic()

from collections.abc import Callable  # noqa: E402 - the clock runs first

from PySide6.QtCore import QCoreApplication, QEvent, QTimer  # noqa: E402 - the same
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget  # noqa: E402 - the same
from tests.benchmarks.first_key import FirstKey, PaintWatch, area_in, key_events  # noqa: E402 - the same

_LOOK = 20
_AFTERWARDS = 1000


def tell_first_key(began: float, editor: QAbstractScrollArea | None = None) -> None:
    """Tell the seconds until a key is painted in the editor; ours where no other is given."""

    def watch(area: QAbstractScrollArea) -> None:
        FirstKey(area, lambda at: _tell(at - began - _LOADING))

    if editor is not None:
        watch(editor)
    else:
        _with_editor(watch)


def tell_page(began: float) -> None:
    """Tell the seconds until the lesson stands on the page: looked for after every painting."""
    is_told = False

    def look(at: float) -> None:
        nonlocal is_told
        if not is_told and _shows_lesson():
            is_told = True
            _tell(at - began - _LOADING)

    PaintWatch(_window(), look, QEvent.Type.UpdateRequest)


def tell_worst_key(_: float) -> None:
    """Tell the worst seconds for a key, from the first painting until the window is at rest."""
    from tests.benchmarks.typist import Typist  # noqa: PLC0415 - the other watches do without it

    def watch(area: QAbstractScrollArea) -> None:
        typist, poll = Typist(area), QTimer(area, interval=_LOOK)

        def look() -> None:
            if _shows_lesson():
                poll.stop()
                QTimer.singleShot(_AFTERWARDS, lambda: _tell(max(typist.latencies)))

        FirstKey(area, lambda _: typist.begin())
        poll.timeout.connect(look)
        poll.start()

    _with_editor(watch)


WATCHES: dict[str, Callable[[float], None]] = {
    "key": tell_first_key,
    "page": tell_page,
    "typing": tell_worst_key,
}


def _with_editor(then: Callable[[QAbstractScrollArea], None]) -> None:
    """Go on with our editor, now if the window has it already, or as soon as it has."""
    window = _window()
    area = area_in(window)
    if area is not None:
        then(area)
    else:
        QTimer.singleShot(1, window, lambda: _with_editor(then))


def _window() -> QWidget:
    return next(w for w in QApplication.topLevelWidgets() if w.objectName() == "window")


def _shows_lesson() -> bool:
    areas = _window().findChildren(QAbstractScrollArea)
    return any(a.accessibleName().startswith("Lesson: ") and a.isVisible() for a in areas)


def _tell(seconds: float) -> None:
    print(seconds, flush=True)
    QCoreApplication.exit(0)  # not quit(), which closes the window first and changes the home


key_events()  # the first ones load what belongs to keys
_LOADING = time.monotonic() - _BEGAN
