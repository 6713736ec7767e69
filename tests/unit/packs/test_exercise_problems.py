"""What is wrong with an exercise is told, all of it, and the rest still opens."""

from __future__ import annotations

from pathlib import Path

import pytest

from groundwork.packs.model import LoadedPage
from groundwork.packs.validate import problems_of

from .a_pack import MANIFEST, opened, page_of, told, write, write_pack
from .test_exercises import FILES, FOLDER, INLINE, LINK, TEXT, one_exercise


def with_files(folder: Path, changes: dict[str, str | None]) -> LoadedPage:
    """The page with the exercise in its folder, some files of which are changed or taken away."""
    others = {**FILES, **{f"{FOLDER}{name}": text for name, text in changes.items()}}
    return page_of(folder, LINK, others={k: v for k, v in others.items() if v is not None})


@pytest.mark.parametrize(
    ("changes", "file", "line", "sentence"),
    [
        ({"exercise.md": TEXT.replace("title: Twice as much\n", "")},
         "exercise.md", 1, "This exercise has no title."),
        ({"exercise.md": TEXT.replace("minutes: 4", "minuets: 4")},
         "exercise.md", 3, "The front matter has an unknown entry “minuets”."),
        ({"exercise.md": TEXT.replace("minutes: 4", "minutes: four")},
         "exercise.md", 3, "“minutes” is “four”, which is no number of minutes."),
        ({"exercise.md": TEXT.replace("## Hints", "## Hinst")},
         "exercise.md", 7, "An exercise has no section “Hinst”."),
        ({"exercise.md": TEXT.replace("1. Think of `*`.", "1.\n")},
         "exercise.md", 9, "This hint is empty."),
        ({"exercise.md": TEXT.replace("1. Think", "Think")},
         "exercise.md", 9, "Only a numbered list stands below “Hints”; this is left out."),
        ({"exercise.md": TEXT.replace("### adds-two", "### adds-tow")},
         "exercise.md", 18, "There is no wrong answer “adds-tow” in the folder wrong."),
        ({"exercise.md": TEXT.replace("### adds-two\n", "")},
         "exercise.md", 19, "This stands below “Wrong answers”, but belongs to none of them."),
        ({"exercise.md": TEXT.replace("You *added* two.", "")},
         "exercise.md", 18, "The wrong answer “adds-two” of “double” has no message."),
        ({"exercise.md": TEXT.replace("You *", "### adds-two\n\nYes.\n\nYou *")},
         "exercise.md", 20, "The wrong answer “adds-two” has two messages."),
        ({"exercise.md": TEXT.replace("lists.md", "lits.md")},
         "exercise.md", 5, "The link “../../lits.md” leads to a lesson that is not in the pack."),
        ({"exercise.md": TEXT.replace("lists.md", "welcome.md#nowhere")},
         "exercise.md", 5, "The link leads to a heading “#nowhere” that is not there."),
        ({"exercise.md": TEXT.replace("Write `", "```python example id=a\n1\n```\n\nWrite `")},
         "exercise.md", 5, "An example stands inside the text of this exercise."),
        ({"exercise.md": TEXT.replace("Write `double`, as in [lists](../../lists.md).", "")},
         "exercise.md", 0, "The exercise “double” has no task."),
        ({"exercise.md": TEXT.replace("Write `", "````text\nx\n\nWrite `")},
         "exercise.md", 5, "The code that begins here is never closed."),
        ({"solution/main.py": None},
         "exercise.md", 0, "The exercise “double” has no solution."),
        ({"checks.toml": None},
         "exercise.md", 0, "The exercise “double” has no checks, so no answer can be right."),
        ({"starter/main.py": None, "starter/shop/prices.py": None},
         "starter", 0, "There is no Python file here."),
        ({"starter/main.py": None, "starter/other.py": "x = 1\n"},
         "starter", 0, "It is not clear which file is run: other.py and shop/prices.py."),
        ({"starter/con.py": "x = 1\n"},
         "starter", 0, "The file name “con.py” is the name of a device on Windows."),
        ({"starter/Main.py": "x = 1\n"},
         "main.py", 0, "Some systems cannot keep “main.py” beside “Main.py”."),
        ({"wrong/Adds_Three.py": "x = 1\n"},
         "Adds_Three.py", 0, "The wrong answer “Adds_Three.py” is no id."),
        ({"wrong/notes.txt": "x\n"},
         "notes.txt", 0, "The wrong answer “notes.txt” is no Python file."),
        ({"wrong/new.py": "x = 1\n"},
         "exercise.md", 0, "The wrong answer “new” of “double” has no message."),
        ({"starters/main.py": "x = 1\n"},
         "starters", 0, "An exercise has no use for “starters”."),
    ],
)  # fmt: skip
def test_of_a_folder(
    tmp_path: Path, changes: dict[str, str | None], file: str, line: int, sentence: str
) -> None:
    loaded = with_files(tmp_path, changes)

    assert (file, line, sentence) in told(loaded.problems)
    assert len(loaded.page.exercises) == 1


CALL = '[[checks]]\nkind = "call"\ncall = "double(3)"\n'


@pytest.mark.parametrize(
    ("checks", "line", "sentence"),
    [
        ("[[checks]\n", 1, "From here on the list of checks is not valid TOML"),
        ("[[check]]\n", 1, "The list of checks has an unknown entry “check”."),
        ("[checks]\n", 1, "“checks” is not a list of tables."),
        ("checks = [1]\n", 1, "A check is not a table."),
        ("[[checks]]\n", 1, "The check has no “kind”."),
        ('[[checks]]\nkind = "cal"\n', 2, "There is no kind of check “cal”; the check is left"),
        (f"{CALL}expct = 6\n", 4, "The check has an unknown entry “expct”."),
        (f'{CALL}expect = "tea"\n', 4, "“expect” is no value of Python: “tea” has to be worked"),
        (f"{CALL}tolerance = -1\n", 4, "“tolerance” is no number from 0 to"),
        (f"{CALL}setup = 'x ='\n", 4, "“setup” is not valid Python: invalid syntax."),
        ('[[checks]]\nkind = "call"\n', 1, "The check has no “call”."),
        ('[[checks]]\nkind = "call"\ncall = ""\n', 3, "“call” is no expression of Python: it is"),
        ('[[checks]]\nkind = "call"\ncall = "a b"\n', 3, "“call” is no expression of Python"),
        ('[[checks]]\nkind = "output"\nexpect = 7\n', 3, "“expect” is not a text."),
        ('[[checks]]\nkind = "output"\ncompare = "word"\n', 3, "There is no way to compare called"),
        ('[[checks]]\nkind = "raises"\ncall = "a()"\nerror = "Key Error"\n', 4,
         "“error” is “Key Error”, which is no name."),
        ('[[checks]]\nkind = "property"\nfunction = "a()"\narguments = "(1,)"\n', 3,
         "“function” is “a()”, which is no name."),
        ('[[checks]]\nkind = "property"\nfunction = "a"\narguments = "(1,)"\ncount = 0\n', 5,
         "“count” is no number from 1 to 5000."),
        ('[[checks]]\nkind = "structure"\n', 2, "The check of structure asks for nothing."),
        ('[[checks]]\nkind = "structure"\nuses = ["lop"]\n', 3, "“lop” is no construct that can"),
        ('[[checks]]\nkind = "structure"\nat_most = { list = "one" }\n', 3,
         "“list” in “at_most” has no number of times."),
        ('[[checks]]\nkind = "file"\nfile = "../a.txt"\n', 3, "The file name “../a.txt” leads out"),
        ('[[checks]]\nkind = "rows"\ndatabase = "a.db"\n', 1, "The check has no “query”."),
        ('[[checks]]\nkind = "rows"\ndatabase = "a.db"\nquery = "x"\nexpect = 3\n', 5,
         "“expect” is “3”, which is no list of rows."),
        ('[[checks]]\nkind = "http"\npath = "orders"\n', 3, "The path “orders” does not begin"),
        ('[[checks]]\nkind = "http"\nstatus = 700\n', 3, "“status” is no number from 0 to 599."),
        ('[[checks]]\nkind = "http"\nheaders = { a = 1 }\n', 3, "“a” in “headers” is not a text."),
        (f"{CALL}[limits]\nsecond = 3\n", 5, "The table of limits has an unknown entry “second”."),
        (f"{CALL}[limits]\nseconds = 5000\n", 5, "“seconds” is no number from 0.1 to 120."),
    ],
)  # fmt: skip
def test_of_checks(tmp_path: Path, checks: str, line: int, sentence: str) -> None:
    problems = with_files(tmp_path, {"checks.toml": checks}).problems

    found = [(one.line, one.sentence) for one in problems if one.file.name == "checks.toml"]
    assert [number for number, words in found if words.startswith(sentence)] == [line]


@pytest.mark.parametrize(
    ("source", "line", "sentence"),
    [
        ("def check_a(learner, expect)\n", 1, "The checks are not valid Python: expected ':'."),
        ("\n\n1 = 2\n", 3, "The checks are not valid Python: cannot assign to literal here"),
        ("x = 1\n", 1, "There is no function here whose name begins with check_."),
        ("def check_a(program):\n    '''A.'''\n", 1, "The check “check_a” does not take learner"),
        (
            "async def check_a(learner, expect):\n    '''A.'''\n",
            1,
            "The check “check_a” is an async",
        ),
        ("x = 1\ndef check_a(learner, expect): ...\n", 2, "The check “check_a” does not say what"),
        ("def check_a(learner, expect):\n  '''A.'''\n" * 2, 3, "There are two checks called"),
    ],
)
def test_of_checks_in_python(tmp_path: Path, source: str, line: int, sentence: str) -> None:
    problems = with_files(tmp_path, {"checks.py": source}).problems

    assert [(one.file.name, one.line) for one in problems] == [("checks.py", line)]
    assert problems[0].sentence.startswith(sentence)


def test_python_of_a_pack_is_never_run(tmp_path: Path) -> None:
    trap = "from pathlib import Path\nPath(__file__).with_name('trap').touch()\nraise SystemExit\n"
    check = "def check_a(learner, expect):\n    '''A.'''\n"
    changes: dict[str, str | None] = {"checks.py": trap + check, "starter/main.py": trap}

    assert with_files(tmp_path, changes).problems == ()
    assert not list(tmp_path.rglob("trap"))


@pytest.mark.parametrize(
    ("old", "new", "line", "sentence"),
    [
        ('title="Twice as much"', "", 4, "The exercise “double” has no title."),
        ("minutes=4", "minutes=soon", 4, "“minutes” is “soon”, which is no number of minutes."),
        ("exercise id=double", "exercise id=Double", 4, "The exercise's id “Double” is no id."),
        ("markdown task id=double", "markdown task id=duble", 9,
         "This task is for “duble”, but no exercise has that id."),
        ("markdown hint id=double", "markdown hint", 38, "This hint has no id."),
        ("markdown hint id=double", "markdown hnt id=double", 38, "This block says “hnt”."),
        ("Think of `*`.", "", 38, "This hint is empty."),
        ("toml checks", "yaml checks", 22, "Checks are written as TOML or as Python."),
        ('expect = "7"', "expects = '7'", 29, "The check has an unknown entry “expects”."),
        ("name=adds-two", "", 42, "The name “” of this wrong answer is no id."),
        ('says="You *added* two."', "", 42,
         "The wrong answer “adds-two” of “double” has no message."),
        ("python wrong id=double", "markdown wrong id=double", 42,
         "The wrong answer “adds-two” has a message, but no program."),
        ("number + 2\n```", "4\n```\n\n```text wrong id=double name=adds-two\n1\n```", 47,
         "The wrong answer “adds-two” has two messages; the first counts."),
        ("wrong id=double", "wrong id=double title=x", 42,
         "A wrong answer has no attribute “title”."),
        ("2 * number\n```", "2 * number\n```\n\n```python solution id=double\n```", 18,
         "The exercise “double” has a file “main.py” in line 13 already."),
        ("```markdown sol", "```markdown task id=double\nMore.\n```\n\n```markdown sol", 18,
         "“double” has a second task; it is left out."),
    ],
)  # fmt: skip
def test_of_fences(tmp_path: Path, old: str, new: str, line: int, sentence: str) -> None:
    loaded = page_of(tmp_path, INLINE.replace(old, new, 1))

    assert (line, sentence) in [(one.line, one.sentence) for one in loaded.problems]


@pytest.mark.parametrize(
    ("body", "sentence", "remedy"),
    [
        ("[A](exercises/duble/exercise.md)\n",
         "There is no exercise in the folder “exercises/duble”.",
         "Did you mean “exercises/double”?"),
        ("[A](../../elsewhere/exercise.md)\n",
         "The link to an exercise leads out of the pack.",
         "Link to one like [Keep the new orders](exercises/new-orders/exercise.md)."),
        ("[A](exercise.md)\n", "An exercise has a folder of its own.",
         "Link to one like [Keep the new orders](exercises/new-orders/exercise.md)."),
        ("Solve [this](exercises/double/exercise.md).\n",
         "The link “exercises/double/exercise.md” to an exercise stands among other words.",
         "Give it a paragraph of its own, which begins at the margin."),
        (LINK + "\n" + LINK, "The id “double” belongs to the exercise in line 4.",
         "Ids are unique in their lesson: choose another for this exercise."),
        ("```python example id=double\nx = 1\n```\n\n" + LINK,
         "The id “double” belongs to the example in line 4.",
         "Ids are unique in their lesson: choose another for this exercise."),
    ],
)  # fmt: skip
def test_of_links(tmp_path: Path, body: str, sentence: str, remedy: str) -> None:
    problems = page_of(tmp_path, body, others=FILES).problems

    assert [(one.sentence, one.remedy) for one in problems] == [(sentence, remedy)]


def test_of_a_backtick_in_the_first_line(tmp_path: Path) -> None:
    problems = page_of(tmp_path, INLINE.replace("*added*", "`added`")).problems

    assert problems[0].line == 42
    assert problems[0].sentence == (
        "This begins no block, for there is a backtick in the line behind the first three."
    )
    assert problems[0].remedy == "Begin and end the block with ~~~, not ```."


def test_of_outputs(tmp_path: Path) -> None:
    example = "```python example id=a\nprint(1)\n```\n"
    output = "```text output id=a\n1\n```\n"
    body = f"{example}\n{output}\n{output}\n{output.replace('id=a', 'id=b')}"

    assert told(page_of(tmp_path, body).problems) == [
        ("welcome.md", 12, "The output of “a” stands in line 8."),
        ("welcome.md", 16, "This is the output of “b”, but no example has that id."),
    ]


def test_an_example_knows_its_output_and_the_page_does_not_show_it(tmp_path: Path) -> None:
    body = "```text output id=a\n1\n```\n\n```python example id=a\nprint(1)\n```\n"
    loaded = page_of(tmp_path, body)

    assert loaded.problems == ()
    assert loaded.page.blocks == loaded.page.examples
    assert loaded.page.examples[0].output == "1\n"


class TestFilesFromOutside:
    @pytest.fixture
    def outside(self, tmp_path: Path) -> Path:
        folder = tmp_path / "outside"
        for name in ("main.py", "exercise.md", "checks.toml", "adds-two.py"):
            write(folder, name, "secret = 1\n")
        return folder

    @pytest.mark.parametrize(
        ("name", "target"),
        [
            ("starter/more.py", "main.py"),
            ("starter/more", ""),
            ("solution", ""),
            ("wrong/adds-two.py", "adds-two.py"),
            ("exercise.md", "exercise.md"),
            ("checks.toml", "checks.toml"),
        ],
    )
    def test_are_never_read(self, tmp_path: Path, outside: Path, name: str, target: str) -> None:
        pack = tmp_path / "pack"
        link = pack / FOLDER / name
        page_of(
            pack,
            LINK,
            others={k: v for k, v in FILES.items() if not k.startswith(f"{FOLDER}{name}")},
        )
        link.parent.mkdir(exist_ok=True)
        link.symlink_to(outside / target)
        loaded = page_of(pack, LINK)

        assert any(one.file == link and "link" in one.sentence for one in loaded.problems)
        assert "secret" not in repr(loaded.page)

    def test_are_not_found_as_exercises(self, tmp_path: Path, outside: Path) -> None:
        pack = write_pack(tmp_path / "pack")
        (pack / "first" / "exercises").symlink_to(outside.parent)
        loaded = page_of(pack, "[A](exercises/outside/exercise.md)\n")

        assert loaded.page.exercises == ()
        assert [one.sentence for one in loaded.problems] == [
            "The link to an exercise leads out of the pack."
        ]


class TestAWholePack:
    def test_has_no_exercise_that_nobody_sees(self, tmp_path: Path) -> None:
        page_of(tmp_path, "Nothing.\n", others=FILES)

        assert told(problems_of(opened(tmp_path))) == [
            ("exercise.md", 0, "No lesson has a link to this exercise, so nobody sees it.")
        ]

    def test_has_no_problem_with_an_exercise_that_is_linked(self, tmp_path: Path) -> None:
        page_of(tmp_path, LINK, others=FILES)

        assert problems_of(opened(tmp_path)) == ()

    @pytest.mark.parametrize(
        ("line", "sentence"),
        [
            ('"old" = "welcom"', "“old” is renamed to “welcom”, which is not there."),
            ('"welcome/old" = "welcome/duble"',
             "“welcome/old” is renamed to “welcome/duble”, which is not there."),
            ('"lists" = "loops"', "“lists” is renamed, but it is still there."),
        ],
    )  # fmt: skip
    def test_has_no_new_names_that_lead_nowhere(
        self, tmp_path: Path, line: str, sentence: str
    ) -> None:
        page_of(tmp_path, LINK, others=FILES)
        write(tmp_path, "pack.toml", f"{MANIFEST}\n[renamed]\n{line}\n")

        assert told(problems_of(opened(tmp_path))) == [("pack.toml", 17, sentence)]

    def test_knows_what_was_renamed(self, tmp_path: Path) -> None:
        page_of(tmp_path, LINK, others=FILES)
        renamed = '[renamed]\n"old/two" = "welcome/double"\nold = "welcome"\n'
        write(tmp_path, "pack.toml", f"{MANIFEST}\n{renamed}")
        pack = opened(tmp_path)

        assert pack.renamed == (("old/two", "welcome/double"), ("old", "welcome"))
        assert problems_of(pack) == ()


def test_an_exercise_with_nothing_but_its_text_still_opens(tmp_path: Path) -> None:
    loaded = page_of(tmp_path, LINK, others={f"{FOLDER}exercise.md": ""})
    exercise = one_exercise(loaded)

    assert (exercise.title, exercise.main_file.text) == ("Double", "")
    assert len(loaded.problems) >= 4
