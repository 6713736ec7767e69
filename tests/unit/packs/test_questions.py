"""Questions: from quotes to what is asked, and what is said to each answer."""

from __future__ import annotations

from pathlib import Path

from groundwork.packs.exercises import (
    BlankQuestion,
    Choice,
    ChoiceQuestion,
    OrderQuestion,
    PredictQuestion,
    Question,
    WrongGuess,
)
from groundwork.packs.model import LoadedPage, Prose

from .a_pack import page_of

CHOICE = """\
[!QUESTION] last-item
**What does `orders[-1]` give?**

Look at it.

- [ ] `101`
  The first has number 0.
- [x] `112`
"""
PREDICT = """\
[!QUESTION] printed
**What is printed?**

```python predict input="3\\n"
print(1 + 1)
```

- [ ] `11`

  Those are *numbers*.

One and one.
"""
BLANK = """\
[!QUESTION] fill
**What is missing?**

```python blank
print(____)
```

- [x] `1`
- [x] `2 - 1`
- [ ] `2`
  No.
"""
ORDER = """\
[!QUESTION] order
**Order them**

```python order
for a in b:
    print(a)
```

- [ ] `    print(b)`
  That is all of them.
"""


def quote(text: str) -> str:
    return "".join(f"> {line}\n" for line in text.split("\n"))


def asked(tmp_path: Path, text: str) -> LoadedPage:
    return page_of(tmp_path, quote(text))


def one_question(tmp_path: Path, text: str) -> Question:
    loaded = asked(tmp_path, text)
    assert loaded.problems == ()
    (question,) = loaded.page.questions
    return question


def test_a_list_of_choices_is_a_question(tmp_path: Path) -> None:
    assert one_question(tmp_path, CHOICE) == ChoiceQuestion(
        id="last-item",
        title="What does orders[-1] give?",
        task=(Prose("<p>Look at it.</p>\n", "Look at it."),),
        choices=(
            Choice("<code>101</code>", "101", False, "<p>The first has number 0.</p>\n"),
            Choice("<code>112</code>", "112", True),
        ),
        line=4,
    )


def test_several_choices_may_be_right(tmp_path: Path) -> None:
    text = CHOICE.replace("last-item", "last-item several")
    question = one_question(tmp_path, f"{text}- [x] the last\n")

    assert isinstance(question, ChoiceQuestion)
    assert question.takes_several
    assert [choice.is_right for choice in question.choices] == [False, True, True]


def test_a_program_to_predict_is_a_question(tmp_path: Path) -> None:
    assert one_question(tmp_path, PREDICT) == PredictQuestion(
        id="printed",
        title="What is printed?",
        task=(),
        program="print(1 + 1)\n",
        typed_input="3\n",
        wrong_guesses=(WrongGuess("11", "<p>Those are <em>numbers</em>.</p>\n"),),
        explanation="<p>One and one.</p>\n",
        line=4,
    )


def test_code_with_a_blank_is_a_question(tmp_path: Path) -> None:
    assert one_question(tmp_path, BLANK) == BlankQuestion(
        id="fill",
        title="What is missing?",
        task=(),
        code="print(____)\n",
        answers=("1", "2 - 1"),
        wrong_guesses=(WrongGuess("2", "<p>No.</p>\n"),),
        line=4,
    )


def test_lines_to_order_are_a_question(tmp_path: Path) -> None:
    assert one_question(tmp_path, ORDER) == OrderQuestion(
        id="order",
        title="Order them",
        task=(),
        lines=("for a in b:", "    print(a)"),
        distractors=(WrongGuess("    print(b)", "<p>That is all of them.</p>\n"),),
        line=4,
    )


def test_a_guess_of_several_lines_is_a_fence(tmp_path: Path) -> None:
    text = PREDICT.replace("- [ ] `11`\n", "- [ ]\n\n  ```\n  1\n  1\n  ```\n")
    question = one_question(tmp_path, text)

    assert isinstance(question, PredictQuestion)
    assert question.wrong_guesses == (WrongGuess("1\n1\n", "<p>Those are <em>numbers</em>.</p>\n"),)
