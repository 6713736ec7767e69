"""Questions: quotes that begin with `[!QUESTION]` and an id."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from groundwork.packs.answers import Answer, is_answer_list, read_answers
from groundwork.packs.callouts import (
    BREAKS,
    QUESTION,
    bold_title,
    first_pieces,
    is_visible,
)
from groundwork.packs.exercises import (
    BLANK,
    BlankQuestion,
    Choice,
    ChoiceQuestion,
    OrderQuestion,
    PredictQuestion,
    Question,
    WrongGuess,
)
from groundwork.packs.fences import Fence, read_fence_line
from groundwork.packs.markdown import Node
from groundwork.packs.names import title_from
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.roles import ORDER, PREDICT
from groundwork.packs.texts import TextBuilder
from groundwork.packs.wording import quoted, suggestion

_MARK = re.compile(rf"\[!{QUESTION}\](.*)", re.IGNORECASE | re.DOTALL)
_BLANKS = re.compile(r"_{4,}")
_SEVERAL = "several"
_FEWEST_CHOICES = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """The first line of a question: its id, and whether any number of choices may be right."""

    id: str
    takes_several: bool
    line: int


def read_mark(quote: Node, problems: ProblemCollector) -> Mark | None:
    """What the first line of a quote says; None where it is no question."""
    pieces = first_pieces(quote)
    match = _MARK.match(pieces[0].token.content) if pieces and pieces[0].kind == "text" else None
    if match is None:
        return None
    an_id, *words = match[1].split() or [""]
    for word in words:
        if word != _SEVERAL:
            sentence = f"Behind a question's id stands {quoted(word)}."
            remedy = suggestion(word, [_SEVERAL], "Begin its words on a line of their own.")
            problems.tell(quote.line, sentence, remedy)
    return Mark(an_id, _SEVERAL in words, quote.line)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A question taken apart; `after` is what stands below its answers, or below its code."""

    mark: Mark
    title: str
    task: list[Node]
    fence: Fence | None
    answers: Node | None
    after: list[Node]


class QuestionReader:
    """Makes questions of quotes; what is wrong is told, and None is what cannot be asked."""

    def __init__(self, builder: TextBuilder, problems: ProblemCollector) -> None:
        self._builder = builder
        self._problems = problems

    def question(self, quote: Node, mark: Mark) -> Question | None:
        """The question in a quote that begins with `mark`."""
        parts = _taken_apart(quote, mark, self._problems)
        answers = read_answers(parts.answers, self._builder, self._problems)
        if parts.fence is None:
            return self._choice(parts, answers)
        if mark.takes_several:
            remedy = "Delete the word; it is for questions that give choices alone."
            self._tell(mark.line, "“several” means nothing here.", remedy)
        if parts.fence.written.role is PREDICT:
            return self._predict(parts, answers, parts.fence)
        if parts.fence.written.role is ORDER:
            return self._order(parts, answers, parts.fence)
        return self._blank(parts, answers, parts.fence)

    def _choice(self, parts: _Parts, answers: Sequence[Answer]) -> ChoiceQuestion | None:
        line, right = parts.mark.line, [answer for answer in answers if answer.is_right]
        if len(answers) < _FEWEST_CHOICES:
            remedy = "Add a list with an item for each, which begins with [ ] or [x]."
            self._tell(line, "This question has no two answers to choose from.", remedy)
            return None
        if not right:
            self._tell(line, "No answer of this question is right.", "Mark one with [x].")
        if len(right) > 1 and not parts.mark.takes_several:
            remedy = "Add the word several behind its id, or leave one [x] alone."
            self._tell(right[1].line, "A second answer of this question is right.", remedy)
        if parts.after:
            remedy = "Put it below the answer that it explains, or above them all."
            self._tell(parts.after[0].line, "This stands below the answers.", remedy)
        self._tell_unexplained(answers)
        return ChoiceQuestion(
            id=parts.mark.id,
            title=parts.title,
            task=self._builder.blocks([*parts.task, *parts.after]),
            choices=tuple(
                Choice(one.html, one.plain, one.is_right, one.explanation) for one in answers
            ),
            takes_several=parts.mark.takes_several or len(right) > 1,
            line=line,
        )

    def _predict(
        self, parts: _Parts, answers: Sequence[Answer], fence: Fence
    ) -> PredictQuestion | None:
        if not fence.text.strip():
            self._tell(fence.line, "This program is empty.", "Write what it is that prints.")
            return None
        for answer in answers:
            if answer.is_right:
                remedy = "Delete it: the right answer comes from running the program."
                self._tell(answer.line, "This answer is marked as the right one.", remedy)
        return PredictQuestion(
            id=parts.mark.id,
            title=parts.title,
            task=self._builder.blocks(parts.task),
            program=fence.text,
            typed_input=fence.written.values.get("input", ""),
            wrong_guesses=self._wrong(answers),
            explanation=self._builder.prose_html(parts.after),
            line=parts.mark.line,
        )

    def _blank(
        self, parts: _Parts, answers: Sequence[Answer], fence: Fence
    ) -> BlankQuestion | None:
        blanks = _BLANKS.findall(fence.text)
        right = tuple(answer.text for answer in answers if answer.is_right)
        if blanks != [BLANK]:
            sentence = f"This code has {len(blanks) or 'no'} blanks; it needs one."
            self._tell(fence.line, sentence, f"Write {BLANK} where something is to be filled in.")
            return None
        if not right:
            remedy = "Add a list of answers; those that begin with [x] are right."
            self._tell(parts.mark.line, "Nothing is the right answer to this question.", remedy)
            return None
        return BlankQuestion(
            id=parts.mark.id,
            title=parts.title,
            task=self._builder.blocks(parts.task),
            code=fence.text,
            answers=right,
            wrong_guesses=self._wrong(answers),
            explanation=self._builder.prose_html(parts.after),
            line=parts.mark.line,
        )

    def _order(
        self, parts: _Parts, answers: Sequence[Answer], fence: Fence
    ) -> OrderQuestion | None:
        lines = tuple(line.rstrip() for line in fence.text.split("\n") if line.strip())
        if len(lines) < _FEWEST_CHOICES:
            remedy = "Write all lines, in the right order."
            self._tell(fence.line, "There are no two lines here to put in order.", remedy)
            return None
        for answer in answers:
            if answer.is_right or answer.text in lines:
                sentence = "This line is to belong nowhere, but it is marked or used as right."
                remedy = "Begin it with [ ], and let it differ from every line of the code."
                self._tell(answer.line, sentence, remedy)
        return OrderQuestion(
            id=parts.mark.id,
            title=parts.title,
            task=self._builder.blocks(parts.task),
            lines=lines,
            distractors=self._wrong(answers),
            explanation=self._builder.prose_html(parts.after),
            line=parts.mark.line,
        )

    def _wrong(self, answers: Sequence[Answer]) -> tuple[WrongGuess, ...]:
        self._tell_unexplained(answers)
        return tuple(WrongGuess(one.text, one.explanation) for one in answers if not one.is_right)

    def _tell_unexplained(self, answers: Sequence[Answer]) -> None:
        for answer in answers:
            if not answer.is_right and not answer.explanation.strip():
                sentence = f"The wrong answer {quoted(answer.plain)} is not explained."
                self._tell(answer.line, sentence, "Say below it, indented, why it is wrong.")

    def _tell(self, line: int, sentence: str, remedy: str) -> None:
        self._problems.tell(line, sentence, remedy)


def _taken_apart(quote: Node, mark: Mark, problems: ProblemCollector) -> _Parts:
    title, nodes = _title(quote, mark, problems)
    lists = [n for n, node in enumerate(nodes) if is_answer_list(node)]
    fences = {n: fence for n, node in enumerate(nodes) if (fence := _question_fence(node))}
    for number in [*fences][1:]:
        sentence = "A question asks about one block of code; this one is left out."
        problems.tell(nodes[number].line, sentence, "Make a question of its own of it.")
    ends = [*lists[-1:], *[*fences][:1], len(nodes)]
    left_out = {*lists[-1:], *fences}
    kept = [(n, node) for n, node in enumerate(nodes) if n not in left_out]
    return _Parts(
        mark,
        title,
        task=[node for n, node in kept if n < ends[0]],
        fence=next(iter(fences.values()), None),
        answers=nodes[lists[-1]] if lists else None,
        after=[node for n, node in kept if n > ends[0]],
    )


def _title(quote: Node, mark: Mark, problems: ProblemCollector) -> tuple[str, list[Node]]:
    """The title of a question, and the nodes of everything below it."""
    pieces = first_pieces(quote)
    end = next((n for n, piece in enumerate(pieces) if piece.kind in BREAKS), len(pieces))
    rest = pieces[end + 1 :]
    nodes = quote.children[1:]
    if any(is_visible(piece) for piece in rest):
        quote.children[0].children[0].children = rest
        nodes = quote.children
    title = bold_title(nodes)
    if title:
        return title, nodes[1:]
    sentence = f"The question {quoted(mark.id)} does not begin with what it asks."
    problems.tell(
        mark.line, sentence, "Write it in bold below the id, as in **What is printed?** alone."
    )
    return title_from(mark.id), nodes


def _question_fence(node: Node) -> Fence | None:
    """The fence that a question asks about; None for anything else."""
    if node.kind != "fence":
        return None
    written = read_fence_line(node.token.info, lambda *_: None)  # told when the page was surveyed
    is_asking = written.role is not None and written.role.is_in_question
    return Fence(written, node.token.content, node.line) if is_asking else None
