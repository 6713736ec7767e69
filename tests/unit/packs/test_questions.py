"""Questions: from quotes to what is asked, and what is said to each answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.exercises import (
    BlankQuestion,
    Choice,
    ChoiceQuestion,
    OrderQuestion,
    PredictQuestion,
    Question,
    WrongGuess,
)
from groundwork.packs.model import Example, LoadedPage, Prose

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


@pytest.mark.parametrize(
    ("text", "line", "sentence"),
    [
        (CHOICE.replace("[!QUESTION] last-item", "[!QUESTION]"), 4,
         "This question has no id; it is left out."),
        (CHOICE.replace("last-item", "Last_Item"), 4,
         "The question's id “Last_Item” is no id."),
        (CHOICE.replace("last-item", "last-item severl"), 4,
         "Behind a question's id stands “severl”."),
        (CHOICE.replace("QUESTION", "QUESTON"), 4,
         "There is no callout “[!QUESTON]”; it is shown as a note."),
        (CHOICE.replace("**", ""), 4,
         "The question “last-item” does not begin with what it asks."),
        (CHOICE.replace("[x]", "[ ]"), 4, "No answer of this question is right."),
        (CHOICE.replace("- [x] `112`\n", ""), 4,
         "This question has no two answers to choose from."),
        (CHOICE + "- [x] the last\n", 12, "A second answer of this question is right."),
        (CHOICE + "- the last\n", 12,
         "This answer does not say whether it is right; it is left out."),
        (CHOICE + "- [ ]\n", 12, "This answer is empty."),
        (CHOICE.replace("  The first has number 0.\n", ""), 9,
         "The wrong answer “101” is not explained."),
        (CHOICE + "\nNow you know.\n", 13, "This stands below the answers."),
        (PREDICT.replace("- [ ] `11`", "- [x] `11`"), 11,
         "This answer is marked as the right one."),
        (PREDICT.replace("print(1 + 1)", ""), 7, "This program is empty."),
        (PREDICT.replace("predict", "predikt"), 7, "This block says “predikt”."),
        (PREDICT.replace("printed", "printed several"), 4, "“several” means nothing here."),
        (PREDICT + "\n```python order\na\nb\n```\n", 17,
         "A question asks about one block of code; this one is left out."),
        (BLANK.replace("____", "..."), 7, "This code has no blanks; it needs one."),
        (BLANK.replace("____", "____ + ____"), 7, "This code has 2 blanks; it needs one."),
        (BLANK.replace("[x]", "[ ]"), 4, "Nothing is the right answer to this question."),
        (ORDER.replace("    print(a)\n", ""), 7, "There are no two lines here to put in order."),
        (ORDER.replace("print(b)", "print(a)"), 12,
         "This line is to belong nowhere, but it is marked or used as right."),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told(tmp_path: Path, text: str, line: int, sentence: str) -> None:
    loaded = page_of(tmp_path, f"{quote(text)}\nAfter.\n")

    assert (line, sentence) in [(one.line, one.sentence) for one in loaded.problems]
    assert loaded.page.blocks[-1] == Prose("<p>After.</p>\n", "After.")


def test_ids_are_unique_among_all_that_has_one(tmp_path: Path) -> None:
    example = "```python example id=printed\nprint(1)\n```\n"
    loaded = page_of(tmp_path, f"{quote(PREDICT)}\n{quote(PREDICT)}\n{example}")

    assert [type(one) for one in loaded.page.blocks] == [Example]
    assert [(one.line, one.sentence) for one in loaded.problems] == [
        (4, "The id “printed” belongs to the example in line 32."),
        (18, "The id “printed” belongs to the example in line 32."),
    ]


def test_code_of_a_question_stands_in_a_question(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, "```python predict\nprint(1)\n```\n")

    assert loaded.page.blocks == ()
    assert [one.sentence for one in loaded.problems] == [
        "A block to predict stands outside a question, and is left out."
    ]


def test_a_question_in_a_list_is_shown_below_it(tmp_path: Path) -> None:
    inside = "".join(f"  {line}\n" for line in quote(CHOICE).splitlines())
    loaded = page_of(tmp_path, f"- One.\n\n{inside}")

    assert [type(one) for one in loaded.page.blocks] == [Prose, ChoiceQuestion]
    assert [one.sentence for one in loaded.problems] == [
        "A question stands inside a list or a quote; it is shown below it."
    ]


def test_a_question_may_stand_in_a_callout(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, quote(f"[!TIP]\n**Think**\n\n{quote(CHOICE)}"))

    assert loaded.problems == ()
    assert [one.id for one in loaded.page.questions] == ["last-item"]
