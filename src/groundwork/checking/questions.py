"""Whether an answer to a question is right, and what there is to say about it."""

from __future__ import annotations

import random
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from groundwork.checking.comparison import is_text_same
from groundwork.packs.checks import Comparison
from groundwork.packs.exercises import (
    BlankQuestion,
    ChoiceQuestion,
    OrderQuestion,
    PredictQuestion,
    WrongGuess,
)


@dataclass(frozen=True, slots=True)
class AnswerVerdict:
    """What is said about an answer.

    `sentence` is said in any case. `explanations` are the author's, as HTML like that of `Prose`:
    for a wrong answer why it is wrong, as far as the author has foreseen it.
    """

    is_right: bool
    sentence: str
    explanations: tuple[str, ...] = ()


def judged_choice(question: ChoiceQuestion, chosen: Collection[int]) -> AnswerVerdict:
    """The verdict on choosing the choices of these indices."""
    wrong = [index for index in chosen if not question.choices[index].is_right]
    missing = any(c.is_right and i not in chosen for i, c in enumerate(question.choices))
    told = wrong or [*chosen]
    explanations = tuple(filter(None, (question.choices[i].explanation for i in sorted(told))))
    if not wrong and not missing:
        return AnswerVerdict(True, "That is right.", explanations)
    if not wrong:
        return AnswerVerdict(False, "What you chose is right, and there is more.", ())
    if not question.takes_several:
        return AnswerVerdict(False, "That is not it.", explanations)
    count = "One of your choices does" if len(wrong) == 1 else f"{len(wrong)} of your choices do"
    return AnswerVerdict(False, f"{count} not belong.", explanations)


def judged_prediction(question: PredictQuestion, answer: str, output: str) -> AnswerVerdict:
    """The verdict on predicting `answer` for a program that prints `output`."""
    if is_text_same(answer, output, Comparison.EXACT):
        return AnswerVerdict(True, "That is what it prints.", _some(question.explanation))
    explanations = _foreseen(question.wrong_guesses, answer)
    if is_text_same(answer, output, Comparison.WORDS):
        sentence = "Nearly: the words are right, the spaces or line breaks are not."
        return AnswerVerdict(False, sentence, explanations)
    return AnswerVerdict(False, "It prints something else.", explanations)


def judged_blank(question: BlankQuestion, answer: str) -> AnswerVerdict:
    """The verdict on filling the blank with `answer`; spaces inside it count for nothing."""
    if _squeezed(answer) in {_squeezed(right) for right in question.answers}:
        return AnswerVerdict(True, "That is right.", _some(question.explanation))
    explanations = _foreseen(question.wrong_guesses, answer)
    return AnswerVerdict(False, "That is not it.", explanations)


def judged_order(question: OrderQuestion, lines: Sequence[str]) -> AnswerVerdict:
    """The verdict on putting these lines in this order."""
    if [line.rstrip() for line in lines] == [line.rstrip() for line in question.lines]:
        return AnswerVerdict(True, "That is the order.", _some(question.explanation))
    used = set(lines)
    foreign = [distractor for distractor in question.distractors if distractor.text in used]
    if foreign:
        count = "A line does" if len(foreign) == 1 else f"{len(foreign)} lines do"
        explanations = tuple(filter(None, (distractor.explanation for distractor in foreign)))
        return AnswerVerdict(False, f"{count} not belong.", explanations)
    if len(lines) < len(question.lines):
        return AnswerVerdict(False, "A line is missing.")
    right = next(
        number
        for number, (line, wanted) in enumerate(zip(lines, question.lines, strict=True))
        if line.rstrip() != wanted.rstrip()
    )
    count = "Line 1 belongs" if right == 0 else f"The first {right} are right; the next belongs"
    return AnswerVerdict(False, f"{count} elsewhere.")


def shuffled_lines(question: OrderQuestion) -> list[str]:
    """The lines with those that belong nowhere, mixed; the same each time, and not in order."""
    lines = [*question.lines, *(distractor.text for distractor in question.distractors)]
    mixing = random.Random(question.id)  # noqa: S311 - this hides nothing, it mixes
    mixed = lines[:]
    while len(set(lines)) > 1 and mixed[: len(question.lines)] == [*question.lines]:
        mixing.shuffle(mixed)
    return mixed


def _foreseen(guesses: Sequence[WrongGuess], answer: str) -> tuple[str, ...]:
    """Why the answer is wrong, where the author has foreseen it."""
    alike = (guess for guess in guesses if _squeezed(guess.text) == _squeezed(answer))
    return tuple(filter(None, (guess.explanation for guess in alike)))


def _squeezed(text: str) -> str:
    return "".join(text.split())


def _some(html: str) -> tuple[str, ...]:
    return (html,) if html else ()
