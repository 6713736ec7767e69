"""What an exercise lacks before it can be solved and checked."""

from __future__ import annotations

from groundwork.packs.exercises import Exercise
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import quoted


def tell_missing(exercise: Exercise, line: int, problems: ProblemCollector) -> None:
    """Tell, at `line`, which parts the exercise does not have."""
    name = quoted(exercise.id)
    if not exercise.task:
        problems.tell(line, f"The exercise {name} has no task.", "Say what is to be written.")
    if not exercise.checks:
        sentence = f"The exercise {name} has no checks, so no answer can be right."
        problems.tell(line, sentence, "Add at least one check.")
    if not exercise.solution:
        sentence = f"The exercise {name} has no solution."
        problems.tell(line, sentence, "Write the files that differ from the starter.")
    for answer in exercise.wrong_answers:
        if not answer.message:
            sentence = f"The wrong answer {quoted(answer.id)} of {name} has no message."
            remedy = "Say what a learner who answers so should look at."
            problems.tell(answer.line or line, sentence, remedy)
