"""The dialog in which a pack is checked, and its problems are listed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from groundwork.authoring.check import check_pack
from groundwork.authoring.jobs import CheckCancelledError, CheckImpossibleError
from groundwork.authoring.report import CheckReport
from groundwork.gui.appearance import Appearance
from groundwork.gui.authoring.long_work import Watcher
from groundwork.gui.authoring.parts import AuthorsDialog, Findings, ProgressLine, label
from groundwork.gui.page.problems_html import place_of
from groundwork.packs.model import Pack, Problem
from groundwork.packs.wording import quoted
from groundwork.running.command import RuntimeMissingError

_SIZE = QSize(720, 520)
_KINDS = ("lessons", "examples", "exercises", "questions")


class CheckDialog(AuthorsDialog):
    """Shows how far the check is, and then everything that is wrong with the pack.

    It stays open beside the window while the problems are mended.

    Signals:
        problem_chosen: the Problem that its author wants to see where it is.
    """

    problem_chosen = Signal(object)

    def __init__(self, pack: Pack, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(f"Check {quoted(pack.title)}", _SIZE, appearance, parent)
        self._pack = pack
        self._problems: tuple[Problem, ...] = ()
        self._verdict = label("", "heading")
        self._line = ProgressLine(self.work)
        self._findings = Findings("Problems")
        self._again = QPushButton("Check again")
        self._end = QPushButton("Cancel")
        for widget in (self._verdict, self._line):
            self.column.addWidget(widget)
        self.column.addWidget(self._findings, 1)
        self.column.addStretch()
        self.add_buttons(self._again, self._end)
        self._findings.chosen.connect(self._on_findings_chosen)
        self._again.clicked.connect(self.begin)
        self._end.clicked.connect(self._on_end_clicked)

    def begin(self) -> None:
        """Check the pack as it is now."""
        self._verdict.setText("Its programs are run, as they are when learners run them.")
        self._line.begin("Reading the pack…")
        self._findings.hide()
        self._again.hide()
        self._end.setText("Cancel")
        self.work.begin(partial(_checked, self._pack), self._show)

    def _show(self, report: CheckReport | str) -> None:
        self._line.hide()
        self._again.show()
        self._end.setText("Close")
        if isinstance(report, str):
            self._verdict.setText(report)
            return
        self._problems = report.problems
        self._verdict.setText(_verdict(report))
        self._findings.setVisible(bool(report.problems))
        self._findings.show_findings([_words(one, self._pack) for one in report.problems])
        (self._findings if report.problems else self._end).setFocus()

    def _on_findings_chosen(self, index: int) -> None:
        self.problem_chosen.emit(self._problems[index])

    def _on_end_clicked(self) -> None:
        if self.work.is_busy:
            self.work.cancel()
        else:
            self.reject()


def _checked(pack: Pack, watcher: Watcher) -> CheckReport | str:
    """The report, or why there is none."""
    try:
        return check_pack(
            pack.folder,
            on_progress=lambda stage: watcher.tell(stage.done, stage.of_all, stage.subject),
            is_cancelled=watcher.is_cancelled,
        )
    except CheckCancelledError:
        return "The check was cancelled."
    except (CheckImpossibleError, RuntimeMissingError) as error:
        return str(error)


def _verdict(report: CheckReport) -> str:
    if report.problems:
        number = len(report.problems)
        things = "1 thing is" if number == 1 else f"{number} things are"
        return f"{things} wrong with this pack. A click leads there."
    counts = ((getattr(report.counts, kind), kind) for kind in _KINDS)
    named = (f"{n} {kind if n > 1 else kind.removesuffix('s')}" for n, kind in counts if n)
    return f"Nothing is wrong with this pack: {', '.join(named)}."


def _words(problem: Problem, pack: Pack) -> str:
    return f"{place_of(problem, pack.folder)}\n{problem.sentence} {problem.remedy}"
