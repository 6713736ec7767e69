"""Offers the author's newer version of an example or exercise that the learner has changed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QPushButton

from groundwork.gui.appearance import Appearance
from groundwork.gui.banner import Banner, Offer
from groundwork.gui.drafts import DraftSaver
from groundwork.gui.editor.pane import EditorPane
from groundwork.learner.draft import Draft
from groundwork.packs.model import SourceFile

_ABOUT = "new version"


class NewVersionDesk(QObject):
    """Says so when there is one, shows both side by side, and does what the learner decides."""

    def __init__(
        self, drafts: DraftSaver, editor: EditorPane, banner: Banner, appearance: Appearance
    ) -> None:
        super().__init__(editor)
        self._drafts, self._editor = drafts, editor
        self._banner, self._appearance = banner, appearance
        self._draft: Draft | None = None
        drafts.opened.connect(self._on_drafts_opened)

    def _on_drafts_opened(self, draft: Draft) -> None:
        if draft.address != self._editor.example:
            return
        self._draft = draft
        if any(file.has_new_original for file in draft.files):
            title = self._editor.caption.example
            self._banner.tell(
                f"The lesson has a newer version of “{title}”. Yours is kept as it is.",
                about=_ABOUT,
                offer=Offer("Compare", self._compare),
            )
        else:
            self._banner.withdraw(about=_ABOUT)

    def _compare(self) -> None:
        from groundwork.gui.side_by_side import SideBySide  # noqa: PLC0415 - seldom wanted

        draft = self._draft
        if draft is None:
            return
        dialog = SideBySide(self._appearance, self._editor.window())
        dialog.setWindowTitle(f"“{self._editor.caption.example}”: your version and the new one")
        keep, take = QPushButton("Keep mine"), QPushButton("Take the new version")
        for button, decide in ((take, self._take), (keep, self._keep)):
            dialog.add_button(button)
            button.clicked.connect(partial(decide, draft))
            button.clicked.connect(dialog.accept)
        new = {file.name: file.original for file in draft.files}
        dialog.show_texts("Yours", self._editor.texts(), "The new version", new)
        dialog.open()

    def _take(self, draft: Draft) -> None:
        self._banner.withdraw(about=_ABOUT)
        self._drafts.reset(draft.address)

    def _keep(self, draft: Draft) -> None:
        self._banner.withdraw(about=_ABOUT)
        files = tuple(SourceFile(file.name, file.original) for file in draft.files)
        self._drafts.open(draft.address, files, knows_news=True)
