"""The learner's code and the solution side by side, with what makes the solution good."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from groundwork.gui.appearance import Appearance
from groundwork.gui.exercise.fitted import Blocks
from groundwork.gui.side_by_side import SideBySide
from groundwork.packs.exercises import Exercise


def open_comparison(
    exercise: Exercise, texts: Mapping[str, str], appearance: Appearance, parent: QWidget
) -> None:
    """Open it over the window of `parent`; `texts` are the learner's by the names of the files."""
    dialog = SideBySide(appearance, parent.window())
    dialog.setWindowTitle(f"“{exercise.title}”: your code and the solution")
    solved = {file.name: file.text for file in exercise.solved_files}
    dialog.show_texts("Your code", texts, "The solution", solved)
    if exercise.explanation:
        reason = Blocks(appearance)
        reason.show_blocks(exercise.explanation)
        dialog.add_remark(reason)
    dialog.open()
