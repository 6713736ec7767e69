"""Asks before the first program of a pack is run that the user has not met."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from groundwork.gui.background import Background
from groundwork.gui.reading import Reading
from groundwork.learner.trust import PackIdentity, Trust, identity, needs_consent
from groundwork.packs.library import Library
from groundwork.packs.model import Pack
from groundwork.packs.wording import listed, quoted

_NAME = "trust"
_MOST_NAMED = 3


class TrustDesk(QObject):
    """Lets run what comes with Groundwork, and what the user has agreed to.

    Signals:
        declined: a sentence: the user would rather not run anything of this pack now.
    """

    declined = Signal(str)

    def __init__(
        self,
        *,
        file: Path,
        library: Library,
        reading: Reading,
        background: Background,
        window: QWidget,
    ) -> None:
        """`file` is where the answers are kept."""
        super().__init__(window)
        self._trust = Trust(file)
        self._library, self._reading = library, reading
        self._background = background
        self._window = window
        self._met: set[tuple[str, tuple[str, ...], Path]] = set()

    def when_agreed(self, pack_id: str, then: Callable[[], object]) -> None:
        """Call `then` when programs of that open pack may be run: now, later or never.

        It is called before this returns where nothing has to be asked or read.
        """
        pack = next((one for one in self._reading.packs if one.id == pack_id), None)
        if pack is None:
            self.declined.emit("The pack of this program has been closed; nothing was run")
            return
        if _key(pack) in self._met or not needs_consent(pack, self._library):
            then()
            return
        work = partial(_look, self._trust, pack, self._library)
        self._background.submit(work, partial(self._on_looked, pack, then))

    def _on_looked(
        self, pack: Pack, then: Callable[[], object], found: tuple[PackIdentity, bool] | None
    ) -> None:
        if found is None:
            self.declined.emit(f"{quoted(pack.title)} cannot be read any more; nothing was run")
        elif found[1]:
            self._met.add(_key(pack))
            then()
        elif self._window.findChild(QMessageBox, _NAME) is None:  # one question at a time
            self._ask(pack, found[0], then)

    def _ask(self, pack: Pack, one: PackIdentity, then: Callable[[], object]) -> None:
        box = QMessageBox(self._window)
        box.setObjectName(_NAME)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle("New pack")
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(f"Run programs of {quoted(pack.title)} by {_authors(pack)}?")
        box.setInformativeText(
            "You have not run anything of this pack yet. Its programs can do all that you can do on"
            " this computer: read and change your files, and use the network. Run them if you know"
            " who gave you the pack. Reading it is safe either way."
        )
        agree = box.addButton("Run it", QMessageBox.ButtonRole.AcceptRole)
        refuse = box.addButton("Not now", QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(refuse)
        box.setEscapeButton(refuse)
        agree.clicked.connect(partial(self._on_agreed, pack, one, then))
        box.rejected.connect(partial(self._on_declined, pack))  # also by closing the box
        box.open()

    def _on_agreed(self, pack: Pack, one: PackIdentity, then: Callable[[], object]) -> None:
        self._met.add(_key(pack))
        self._background.submit(partial(_remember, self._trust, one))
        then()

    def _on_declined(self, pack: Pack) -> None:
        self.declined.emit(f"Nothing of {quoted(pack.title)} was run")


def _key(pack: Pack) -> tuple[str, tuple[str, ...], Path]:
    """Tells packs apart within one window: a folder of the library never holds another pack."""
    return pack.id, pack.authors, pack.folder


def _authors(pack: Pack) -> str:
    """Who wrote it, as it says itself."""
    named = [quoted(author) for author in pack.authors[:_MOST_NAMED]]
    others = len(pack.authors) - len(named)
    if others:
        named.append(f"{others} {'other' if others == 1 else 'others'}")
    return listed(named) if named else "somebody it does not name"


def _look(trust: Trust, pack: Pack, library: Library) -> tuple[PackIdentity, bool] | None:
    """What the pack is, and whether the user has agreed to it; None where it cannot be read."""
    with suppress(OSError):
        one = identity(pack, library)
        return one, trust.has(one)
    return None


def _remember(trust: Trust, one: PackIdentity) -> None:
    with suppress(OSError):  # it is asked again next time
        trust.add(one)
