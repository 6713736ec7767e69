"""Builds every part of the window and joins them; the place to see how it all hangs together."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer

from groundwork.gui.background import Background
from groundwork.gui.banner import Banner
from groundwork.gui.bar import TopBar
from groundwork.gui.changed_marks import ChangedMarks
from groundwork.gui.closing import Closing
from groundwork.gui.commands import Commands
from groundwork.gui.console.panel import RunPanel
from groundwork.gui.drafts import DraftSaver
from groundwork.gui.exercise.desk import ExerciseDesk
from groundwork.gui.exercise.place import ExercisePlace
from groundwork.gui.home.desk import HomeDesk
from groundwork.gui.home.page import HomePage
from groundwork.gui.home.pages import Pages
from groundwork.gui.language.desk import LanguageDesk
from groundwork.gui.navigation import Navigation
from groundwork.gui.new_version import NewVersionDesk
from groundwork.gui.own_files import OwnFiles
from groundwork.gui.pack_desk import PackDesk
from groundwork.gui.page.lesson_page import LessonPage, exercise_anchor
from groundwork.gui.panels import Arrangement, Panels
from groundwork.gui.practice import Practice
from groundwork.gui.prediction.desk import PredictionDesk
from groundwork.gui.prediction.page import PredictionPage
from groundwork.gui.progress import ProgressRecord
from groundwork.gui.question.desk import QuestionDesk
from groundwork.gui.reading import OpenLesson, Reading
from groundwork.gui.reloading import Reloading
from groundwork.gui.renaming import Renaming
from groundwork.gui.restart import RestartDesk
from groundwork.gui.run.desk import RunDesk
from groundwork.gui.run.runner import Runner
from groundwork.gui.run_history import RunHistory
from groundwork.gui.shell import Shell
from groundwork.gui.status import StatusLine
from groundwork.gui.switches import Switches
from groundwork.gui.timekeeper import Timekeeper
from groundwork.gui.tree.exercises import TreeExercises
from groundwork.gui.tree.tree import LessonTree
from groundwork.gui.trust_desk import TrustDesk
from groundwork.gui.window_memory import WindowMemory
from groundwork.gui.work import WorkArea
from groundwork.packs.exercises import Exercise
from groundwork.packs.library import library_of

_NOT_LASTING = (
    "Your work cannot be kept: no folder of yours can be written. It lasts until you close this"
    " window. Set GROUNDWORK_HOME to a folder that can be written, or free some space."
)


class App(QObject):
    """All parts of one window; they live as long as this object."""

    def __init__(self, shell: Shell) -> None:
        """Build everything into the window that is there."""
        super().__init__()
        self.folders = shell.folders
        self.session = shell.session
        self.appearance = shell.appearance
        self.window = shell.window
        self.editor = shell.editor
        self.background = Background(self)
        self._build_widgets()
        self._build_controllers()
        self._build_desks()
        self._join()
        self.commands = Commands(self)
        self.memory = WindowMemory(self)
        Closing(self)
        self.memory.restore_window()
        if shell.early_text is not None:
            self.practice.take_over(shell.early_text)
            self.editor.setFocus()  # which it has lost by going to its place

    def begin(self, target: Path | None) -> None:
        """Open the packs and the lesson: the one named, or where the learner was."""
        self.memory.open_packs(target)
        self._focus_first()
        if not self.folders.is_lasting:
            self.banner.tell(_NOT_LASTING, about="home")
        self.switches.begin()
        QTimer.singleShot(0, self, self._get_ready)

    def _focus_first(self) -> None:
        """Let the first keys go to what is read, and then to what is written; to no button."""
        if self.editor.example is not None:
            self.editor.setFocus()  # somebody may type in it already; it has a new parent now
            return
        self.page.setFocus()
        if self.panels.arrangement is not Arrangement.TABS:
            once = Qt.ConnectionType.SingleShotConnection
            self.practice.example_shown.connect(lambda _: self.editor.setFocus(), once)

    def _build_widgets(self) -> None:
        self.bar = TopBar(self.appearance)
        self.banner = Banner(self.appearance)
        self.tree = LessonTree(self.appearance)
        self.page = LessonPage(self.appearance)
        self.home_page = HomePage(self.appearance)
        self.pages = Pages(self.page, self.home_page)
        self.run_panel = RunPanel(self.appearance)
        self.exercise_place = ExercisePlace(self.appearance)
        self.prediction_page = PredictionPage(self.appearance)
        self.work = WorkArea(self.editor, self.run_panel)
        self.panels = Panels(self.appearance, self.tree, self.pages, self.work)
        self.status = StatusLine()
        self.window.fill(self.bar, self.banner, self.panels, self.status)

    def _build_controllers(self) -> None:
        self.drafts = DraftSaver(self.folders.data / "drafts", self)
        self.progress = ProgressRecord(self.folders.data / "progress.sqlite3", self)
        self.runner = Runner(self.folders.cache, self)
        self.reading = Reading(self.background, self)
        Renaming(reading=self.reading, drafts=self.drafts, progress=self.progress, parent=self)
        self.switches = Switches(self.reading, self.editor, self.banner)
        library = library_of(self.folders)
        self.pack_desk = PackDesk(
            library=library,
            reading=self.reading,
            background=self.background,
            window=self.window,
        )
        self.reloading = Reloading(
            reading=self.reading, library=library, background=self.background, parent=self
        )
        self.trust = TrustDesk(
            file=self.folders.data / "trust.json",
            library=library,
            reading=self.reading,
            background=self.background,
            window=self.window,
        )
        self.home = HomeDesk(
            home=self.home_page,
            pages=self.pages,
            reading=self.reading,
            progress=self.progress,
            bar=self.bar,
            panels=self.panels,
        )
        self.navigation = Navigation(
            reading=self.reading,
            background=self.background,
            progress=self.progress,
            tree=self.tree,
            page=self.page,
            bar=self.bar,
            banner=self.banner,
            panels=self.panels,
        )
        self.tree_exercises = TreeExercises(reading=self.reading, tree=self.tree)
        self.timekeeper = Timekeeper(self.window)
        self.restart = RestartDesk(
            reading=self.reading, drafts=self.drafts, progress=self.progress, window=self.window
        )

    def _build_desks(self) -> None:
        self.changed_marks = ChangedMarks(self.drafts, self.page, self.tree)
        self.practice = Practice(
            drafts=self.drafts,
            page=self.page,
            marks=self.changed_marks,
            editor=self.editor,
            panels=self.panels,
            banner=self.banner,
        )
        self.run_desk = RunDesk(
            runner=self.runner,
            trust=self.trust,
            drafts=self.drafts,
            practice=self.practice,
            page=self.page,
            editor=self.editor,
            panel=self.run_panel,
            status=self.status,
            banner=self.banner,
        )
        self.exercise_desk = ExerciseDesk(
            practice=self.practice,
            drafts=self.drafts,
            page=self.page,
            editor=self.editor,
            panels=self.panels,
            run_panel=self.run_panel,
            place=self.exercise_place,
            status=self.status,
            trust=self.trust,
            appearance=self.appearance,
        )
        self.question_desk = QuestionDesk(self.page, self.progress, self.trust)
        self.run_panel.add_page("Predict", self.prediction_page)
        PredictionDesk(
            page=self.prediction_page,
            run_panel=self.run_panel,
            run_desk=self.run_desk,
            runner=self.runner,
            practice=self.practice,
            trust=self.trust,
        )
        NewVersionDesk(self.drafts, self.editor, self.banner, self.appearance)
        self._build_language()
        self._build_own_files()

    def _build_own_files(self) -> None:
        self.own_files = OwnFiles(
            memory=self.folders.data / "own-files.json",
            practice=self.practice,
            pack_desk=self.pack_desk,
            background=self.background,
            window=self.window,
        )

    def _build_language(self) -> None:
        self.language = LanguageDesk(
            editor=self.editor,
            run_panel=self.run_panel,
            practice=self.practice,
            background=self.background,
            appearance=self.appearance,
            cache=self.folders.cache,
        )

    def _join(self) -> None:
        self.navigation.lesson_shown.connect(self._on_navigation_lesson_shown)
        self.tree_exercises.chosen.connect(self._on_tree_exercises_chosen)
        self.run_history = RunHistory(self.drafts)
        self.run_desk.run_ended.connect(self.run_history.note_run)
        self.exercise_desk.answer_checked.connect(self.run_history.note_check)
        self.navigation.lesson_renewed.connect(self._on_navigation_lesson_renewed)
        self.run_desk.example_run.connect(self.progress.example_run)
        self.runner.started.connect(self.panels.reveal_work)
        self.progress.trouble_told.connect(partial(self.banner.tell, about="progress"))
        self.progress.trouble_ended.connect(partial(self.banner.withdraw, about="progress"))
        self.progress.notice_told.connect(self.banner.tell)
        self.timekeeper.spent.connect(self.progress.time_spent)
        self.pages.changed.connect(self._on_pages_changed)
        self.editor.cursor_moved.connect(self._on_editor_cursor_moved)
        self.bar.theme_requested.connect(self.appearance.choose_theme)
        self.bar.text_scale_requested.connect(self.appearance.choose_text_scale)
        self.window.folder_dropped.connect(self.pack_desk.open_path)
        self.pack_desk.installed.connect(self.status.tell)
        self.pack_desk.refused.connect(self.banner.tell)
        self.own_files.refused.connect(self.banner.tell)
        self.tree.restart_requested.connect(self.restart.ask)
        self.restart.restarted.connect(self.status.tell)
        self.trust.declined.connect(self.status.tell)
        self._join_exercises()
        self.switches.changed.connect(self.exercise_place.set_off)
        self.switches.changed.connect(self.language.set_off)
        self.language.tell_in(self.status)

    def _join_exercises(self) -> None:
        desk, progress = self.exercise_desk, self.progress
        desk.link_activated.connect(self.reading.follow)
        self.exercise_place.built.connect(lambda _: self.work.halve())  # verdict and hint need room
        desk.exercise_checked.connect(
            lambda a, passed: progress.exercise_checked(a, was_passed=passed)
        )
        desk.hint_shown.connect(progress.hint_shown)
        desk.exercise_helped.connect(progress.exercise_helped)
        progress.exercises_changed.connect(desk.take_progress)
        self.changed_marks.marked.connect(desk.take_drafts)
        desk.states_told.connect(self.tree_exercises.show_states)

    def _get_ready(self) -> None:
        """What can wait until the window is seen."""
        self.runner.prepare()
        self.timekeeper.watch()
        self.editor.code.get_ready()
        self.drafts.list_changed()
        self.progress.load()
        self.navigation.build_indexes()

    def _on_navigation_lesson_shown(self, opened: OpenLesson) -> None:
        self.window.setWindowTitle(f"{opened.lesson.title} - Groundwork")
        self.question_desk.begin_lesson(opened.address)
        self.exercise_desk.show_lesson(opened)
        self.timekeeper.set_lesson(opened.address)
        self.practice.show_lesson(opened)
        self.run_desk.show_lesson(opened.address)
        self.language.show_lesson(opened)

    def _on_tree_exercises_chosen(self, exercise: Exercise) -> None:
        self.pages.show_lesson()
        self.panels.reveal_page()
        self.page.scroll_to_anchor(exercise_anchor(exercise.id))
        self.practice.open(exercise.example)

    def _on_navigation_lesson_renewed(self, opened: OpenLesson) -> None:
        self.exercise_desk.show_lesson(opened)
        self.practice.renew_lesson(opened)
        self.run_desk.show_lesson(opened.address)

    def _on_pages_changed(self) -> None:
        current = self.reading.current
        is_read = current is not None and not self.pages.is_home
        self.timekeeper.set_lesson(current.address if current is not None and is_read else None)

    def _on_editor_cursor_moved(self, line: int, column: int) -> None:
        self.status.tell_place(line, column + 1)
