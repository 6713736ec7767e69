"""Joins the page for predictions to the runs of the program in the editor."""

from __future__ import annotations

from PySide6.QtCore import QObject

from groundwork.gui.console.panel import RunPanel
from groundwork.gui.console.printed import text_without_typed_lines
from groundwork.gui.practice import Practice
from groundwork.gui.prediction.page import PredictionPage
from groundwork.gui.run.desk import RunDesk
from groundwork.gui.run.runner import Runner
from groundwork.gui.trust_desk import TrustDesk
from groundwork.packs.addresses import ExampleAddress


class PredictionDesk(QObject):
    """Runs the program when a prediction is made, and brings its output to the page."""

    def __init__(  # noqa: PLR0913 - it joins these parts, and does nothing else
        self,
        *,
        page: PredictionPage,
        run_panel: RunPanel,
        run_desk: RunDesk,
        runner: Runner,
        practice: Practice,
        trust: TrustDesk,
    ) -> None:
        super().__init__(page)
        self._page, self._run_panel = page, run_panel
        self._run_desk = run_desk
        self._practice = practice
        self._is_awaited = self._is_running = False
        self._example: ExampleAddress | None = None
        page.run_requested.connect(self._on_page_run_requested)
        runner.started.connect(self._on_runner_started)
        trust.declined.connect(self._on_trust_declined)
        runner.finished.connect(self._on_runner_finished)
        practice.example_shown.connect(self._on_practice_example_shown)

    def _on_page_run_requested(self) -> None:
        self._is_awaited = True
        self._run_desk.run()

    def _on_runner_started(self) -> None:
        self._is_running, self._is_awaited = self._is_awaited, False

    def _on_trust_declined(self) -> None:
        self._is_awaited = False

    def _on_runner_finished(self) -> None:
        if self._is_running:
            self._is_running = False
            console = self._run_panel.console
            unasked = text_without_typed_lines(console.document())
            self._page.show_printed(console.toPlainText(), unasked)
            self._run_panel.show_page(self._page)

    def _on_practice_example_shown(self) -> None:
        current = self._practice.current
        address = None if current is None else current[0]
        if address != self._example:  # the same one is shown again when it is run from the page
            self._example = address
            self._is_awaited = self._is_running = False
            self._page.forget()
