"""Whatever lies in a folder, opening it ends in a pack or in sentences, never in an error."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from groundwork.files import name_objection
from groundwork.packs.check_kinds import KINDS
from groundwork.packs.exercises import ChoiceQuestion, Exercise, OrderQuestion, Question
from groundwork.packs.load import load_pack, load_page
from groundwork.packs.model import Block, Callout, Heading, LoadedPack, Picture, Prose
from groundwork.packs.search import SearchIndex
from groundwork.packs.validate import problems_of

from .a_pack import LESSON, MANIFEST, write, write_pack
from .test_exercises import FILES, INLINE, LINK
from .test_questions import BLANK, CHOICE, ORDER, PREDICT, quote

WORDS = st.sampled_from(
    [
        "word", " ", "\n", "\n\n", "# ", "## ", "- ", "1. ", "> ", "> [!NOTE]\n", "[!TIP]", "```",
        "```python example id=a ", "```python example ", "~~~", "file=", 'title="', "fails=x", '"',
        'input="\\n"', "main", "no-run", "    ", "\t", "|", "|---|\n", "| a | b |\n", "*", "**",
        "`", "[", "](", ")", "lists.md", "#word", "!", "![", "pot.svg", "<b>", "<!--", "-->", "<",
        "&amp;", "\\", "https://x.org", "javascript:x", "\0", "\r", "é", "\u2028", "---\n", "../",
        "{", "[a]: <x y>\n", "\ufeff", "[[", "]]", "=", "example id=b\n", "\n---\n", "\nx\n===\n",
    ]
)  # fmt: skip
LESSONS = st.one_of(
    st.lists(WORDS, max_size=60).map("".join),
    st.lists(WORDS, max_size=60).map(lambda words: f"---\ntitle: T\n---\n{''.join(words)}"),
    st.text(),
).map(lambda text: text.encode("utf-8"))
TOML_WORDS = st.sampled_from(
    [
        "\n", "[[chapters]]", "[chapters]", "chapters", "\\u0000", "lessons", "id", "title",
        "format", "=",
        '"', "'", '"first"', '"x"', "[", "]", "{", "}", ",", "1", "2026-01-01", "inf", "true",
        "#", ".", " ", "é", '"../x"', '"""', "99999999999999999999", "authors", "\0",
    ]
)  # fmt: skip
MANIFESTS = st.one_of(
    st.lists(TOML_WORDS, max_size=40).map("".join).map(lambda text: text.encode("utf-8")),
    st.integers(0, len(MANIFEST)).map(lambda length: MANIFEST[:length].encode("utf-8")),
    st.tuples(st.integers(0, len(MANIFEST) - 1), TOML_WORDS).map(
        lambda edit: f"{MANIFEST[: edit[0]]}{edit[1]}{MANIFEST[edit[0] + 1 :]}".encode()
    ),
    st.binary(max_size=200),
)
PIECES = st.one_of(
    WORDS,
    st.sampled_from(
        [
            "exercise ", "task ", "solution ", "checks ", "hint ", "wrong ", "output ", "predict ",
            "blank ", "order ", "id=double", "id=", "name=x", "says=y", "several", "____", "[x] ",
            "[ ] ", "- [ ]\n", "> [!QUESTION] q\n", "> ", "## Hints\n", "## Solution\n",
            "## Wrong answers\n", "### adds-two\n", "exercises/double/exercise.md", "1. ", "```\n",
            "[A](exercises/double/exercise.md)\n", "toml ", "markdown ", "---\n", "(", "def ",
        ]
    ),
)  # fmt: skip
CHECKS = "".join(
    f'[[checks]]\nkind = "{kind}"\n' + "".join(f"{key} = 'a(1)'\n" for key in one.keys)
    for kind, one in KINDS.items()
)
TOML_PIECES = st.one_of(
    TOML_WORDS,
    st.sampled_from([*KINDS, *(key for one in KINDS.values() for key in one.keys)]),
    st.sampled_from(["[[checks]]\n", "[limits]\n", "kind = ", "\n", "{ list = 1 }", "-1", "1e999"]),
    st.sampled_from(['"[1, 2]"', "\"'tea'\"", '"(" ', '["loop"]', '"(((((((("', "nan", "0.1"]),
)
RENAMED = f'{MANIFEST}\n[renamed]\n"old/one" = "welcome/two"\n"old" = "welcome"\n'
WHOLE_LESSONS = [INLINE, *map(quote, (CHOICE, PREDICT, BLANK, ORDER))]
TAGS = re.compile(
    r"</?(?:p|em|strong|code|br|ul|li|blockquote|table|thead|tbody|tr|pre|hr|th|td|ol|a)>"
    r'|<ol start="[0-9]+">|<t[hd] align="(?:left|center|right)">|<a href="[^"<>]*">'
)
ALLOWED_TARGET = re.compile(r"(?:https?://|mailto:|[^:]*$)", re.IGNORECASE)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("pack"))


def check(folder: Path) -> LoadedPack:
    """Open the pack and read all of it, and look at what came out."""
    loaded = load_pack(folder)
    told = list(loaded.problems)
    if loaded.pack is not None:
        assert len({lesson.id for lesson in loaded.pack.lessons}) == len(loaded.pack.lessons)
        told += problems_of(loaded.pack)
        for lesson in loaded.pack.lessons:
            for block in load_page(loaded.pack, lesson).page.blocks:
                check_block(block, folder)
        SearchIndex.build(loaded.pack).matching("word")
    for problem in told:
        str(problem).encode("utf-8")
        assert problem.line >= 0
        assert re.fullmatch(r"[A-Z“].*[.?]", problem.sentence), problem.sentence
        assert re.fullmatch(r"[A-Z“].*[.?…]", problem.remedy), problem.remedy
    return loaded


def check_block(block: Block, folder: Path) -> None:
    if isinstance(block, Callout):
        for inner in block.blocks:
            check_block(inner, folder)
    elif isinstance(block, Exercise):
        check_exercise(block, folder)
    elif isinstance(block, Question):
        for inner in block.task:
            check_block(inner, folder)
        for html in htmls_of(block):
            check_html(html)
    elif isinstance(block, Picture):
        assert block.path.is_relative_to(folder)
    elif isinstance(block, (Prose, Heading)):
        check_html(block.html)


def check_html(html: str) -> None:
    assert "<" not in TAGS.sub("", html)
    for target in re.findall(r'href="([^"]*)"', html):
        assert ALLOWED_TARGET.match(target)


def check_exercise(exercise: Exercise, folder: Path) -> None:
    """Whatever is broken, it can be shown, started and, with what it has, checked."""
    assert exercise.example.main_file == exercise.main_file
    assert exercise.solved_files
    assert exercise.title
    for answer in exercise.wrong_answers:
        assert {file.name for file in answer.files} <= {
            file.name for file in exercise.wrong_files(answer)
        }
    for blocks in (exercise.task, exercise.explanation, *exercise.hints):
        for block in blocks:
            check_block(block, folder)
    for check in exercise.checks:
        assert check.title
    for file in (*exercise.files, *exercise.solved_files):
        assert not name_objection(file.name)


def htmls_of(question: Question) -> list[str]:
    match question:
        case ChoiceQuestion():
            return [text for one in question.choices for text in (one.html, one.explanation)]
        case OrderQuestion():
            return [question.explanation, *(one.explanation for one in question.distractors)]
        case _:
            return [question.explanation, *(one.explanation for one in question.wrong_guesses)]


def mutated(text: str, words: st.SearchStrategy[str]) -> st.SearchStrategy[bytes]:
    """The text with a few pieces taken out and words put in, as UTF-8."""
    place = st.integers(0, len(text))
    edit = st.tuples(place, st.integers(0, 30), words)

    def edited(edits: list[tuple[int, int, str]]) -> bytes:
        changed = text
        for start, length, word in edits:
            changed = changed[:start] + word + changed[start + length :]
        return changed.encode("utf-8")

    return st.lists(edit, min_size=1, max_size=4).map(edited)


# Every example reads and writes files, on a machine that may be busy.
fuzzed = settings(suppress_health_check=[HealthCheck.too_slow], deadline=None)


@fuzzed
@given(content=LESSONS)
def test_any_text_may_be_a_lesson(folder: Path, content: bytes) -> None:
    write(folder, "pack.toml", MANIFEST)
    write(folder, "first/welcome.md", content)

    loaded = check(folder)

    assert loaded.pack is not None
    assert "welcome" in {lesson.id for lesson in loaded.pack.lessons}


@fuzzed
@given(content=st.binary())
def test_any_bytes_may_be_a_lesson(folder: Path, content: bytes) -> None:
    write(folder, "pack.toml", MANIFEST)
    write(folder, "first/welcome.md", content)

    check(folder)


@fuzzed
@given(content=st.one_of(*(mutated(text, PIECES) for text in WHOLE_LESSONS)))
def test_a_broken_lesson_with_exercises_and_questions_opens(folder: Path, content: bytes) -> None:
    write(folder, "pack.toml", MANIFEST)
    write(folder, "first/welcome.md", b"---\ntitle: Welcome\n---\n" + content)

    check(folder)


@fuzzed
@given(name=st.sampled_from(sorted(FILES)), content=st.data())
def test_a_broken_exercise_in_a_folder_opens(
    folder: Path, name: str, content: st.DataObject
) -> None:
    write(folder, "pack.toml", MANIFEST)
    write(folder, "first/welcome.md", f"---\ntitle: Welcome\n---\n{LINK}")
    for other, text in FILES.items():
        write(folder, other, text)
    broken = st.one_of(mutated(FILES[name], PIECES), st.binary(max_size=200))
    write(folder, name, content.draw(broken))

    loaded = check(folder)

    assert loaded.pack is not None
    page = load_page(loaded.pack, loaded.pack.lessons[0]).page
    assert [exercise.id for exercise in page.exercises] == ["double"]


@fuzzed
@given(content=st.one_of(mutated(CHECKS, TOML_PIECES), st.lists(TOML_PIECES).map("".join)))
def test_broken_checks_are_left_out(folder: Path, content: bytes | str) -> None:
    write(folder, "pack.toml", MANIFEST)
    write(folder, "first/welcome.md", f"---\ntitle: Welcome\n---\n{LINK}")
    for other, text in FILES.items():
        write(folder, other, text)
    write(folder, "first/exercises/double/checks.toml", content)

    check(folder)


@fuzzed
@given(content=mutated(RENAMED, TOML_WORDS))
def test_broken_names_may_be_renamed(folder: Path, content: bytes) -> None:
    write(folder, "pack.toml", content)
    write(folder, "first/welcome.md", LESSON.format(title="Welcome"))

    check(folder)


@fuzzed
@given(content=MANIFESTS)
def test_anything_may_be_a_manifest(folder: Path, content: bytes) -> None:
    write(folder, "pack.toml", content)
    write(folder, "first/welcome.md", LESSON.format(title="Welcome"))

    check(folder)
