"""Shows and tells what becomes of drafts without anybody having asked for it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject

from groundwork.gui.banner import Banner
from groundwork.gui.drafts import DraftSaver
from groundwork.gui.editor.pane import EditorPane
from groundwork.learner.draft import Draft
from groundwork.packs.model import ExampleAddress

DRAFTS = "drafts"
"""What sentences of the banner are about that end when everything is saved again."""


class DraftNews(QObject):
    """Passes texts that others wrote on to the editor, and sentences to the banner."""

    def __init__(self, drafts: DraftSaver, editor: EditorPane, banner: Banner) -> None:
        super().__init__(drafts)
        self._editor, self._banner = editor, banner
        drafts.replaced.connect(self._on_drafts_replaced)
        drafts.trouble_told.connect(partial(banner.tell, about=DRAFTS))
        drafts.trouble_ended.connect(partial(banner.withdraw, about=DRAFTS))
        drafts.other_version_kept.connect(self._on_drafts_other_version_kept)
        drafts.file_changed_outside.connect(self._on_drafts_file_changed_outside)

    def _on_drafts_replaced(self, draft: Draft) -> None:
        for file in draft.files:
            self._editor.replace_text(draft.address, file.name, file.text)

    def _on_drafts_other_version_kept(self, _address: ExampleAddress, name: str) -> None:
        self._banner.tell(
            f"Another window or program had changed {name}. Your text here is saved;"
            " the other one is kept in the history of this example."
        )

    def _on_drafts_file_changed_outside(
        self, address: ExampleAddress, name: str, text: str
    ) -> None:
        self._editor.replace_text(address, name, text)
