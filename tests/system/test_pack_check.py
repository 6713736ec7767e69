"""Checking whole packs, with real programs: everything that is wrong is told where it is."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from textwrap import dedent

import pytest

from groundwork import paths
from groundwork.authoring.check import check_pack
from groundwork.authoring.exercise_check import exercise_jobs
from groundwork.authoring.exercise_places import ExercisePlaces
from groundwork.authoring.jobs import CheckCancelledError, Progress
from groundwork.authoring.new import new_pack
from groundwork.packs.archive import unpack
from groundwork.packs.load import load_pack
from groundwork.packs.reading import read_page
from groundwork.running.process_group import exists

from .commands import GROUNDWORK, document_of, groundwork

LESSON = "first-steps/first-lesson.md"
EXERCISE = "first-steps/exercises/add-the-prices"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    """The folder of a new pack, which nothing is wrong with."""
    folder = tmp_path / "tea"
    new_pack(folder)
    return folder


@pytest.fixture
def plain(pack: Path) -> Path:
    """The same pack without its exercise, which takes longest to check."""
    shutil.rmtree(pack / "first-steps" / "exercises")
    change(pack, LESSON, "[Add the prices](exercises/add-the-prices/exercise.md)\n", "")
    return pack


def add(pack: Path, text: str) -> None:
    """Add something to the end of the lesson."""
    with (pack / LESSON).open("a", encoding="utf-8") as file:
        file.write("\n" + dedent(text))


def change(pack: Path, name: str, old: str, new: str) -> None:
    file = pack / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def put(pack: Path, name: str, text: str) -> None:
    file = pack / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(dedent(text), encoding="utf-8")


def told(pack: Path) -> list[tuple[str, str]]:
    """Every problem as the file that it is in and its sentence."""
    problems = check_pack(pack).problems
    return [(one.file.relative_to(pack).as_posix(), one.sentence) for one in problems]


def test_nothing_is_wrong_with_a_new_pack(pack: Path) -> None:
    seen: list[Progress] = []
    report = check_pack(pack, on_progress=seen.append)

    assert report.problems == ()
    assert report.is_passed
    counts = report.counts
    assert (counts.lessons, counts.examples, counts.exercises, counts.questions) == (1, 1, 1, 1)
    assert [one.done for one in seen] == list(range(1, seen[0].of_all + 1))


class TestExamples:
    def test_one_that_fails(self, plain: Path) -> None:
        add(plain, "```python example id=bad\nprint(1 / 0)\n```\n")

        sentence = (
            "The example “bad” ended with ZeroDivisionError on line 1; it was expected to end well."
        )
        assert told(plain) == [(LESSON, sentence)]

    def test_one_that_fails_as_it_is_meant_to(self, plain: Path) -> None:
        add(plain, "```python example id=bad fails=ZeroDivisionError\nprint(1 / 0)\n```\n")

        assert told(plain) == []

    def test_one_that_ends_with_another_error(self, plain: Path) -> None:
        add(plain, "```python example id=bad fails=KeyError\nprint(1 / 0)\n```\n")

        assert "it was expected to end with KeyError" in told(plain)[0][1]

    def test_one_that_prints_something_else_than_is_noted(self, plain: Path) -> None:
        change(plain, LESSON, "[4, 2, 7, 3]", "[4, 2, 7]")

        sentence = (
            "The example “a-list-of-prices” does not print the output that is noted: line 1 is"
            " “[4, 2, 7, 3]”, and “[4, 2, 7]” is noted."
        )
        assert told(plain) == [(LESSON, sentence)]

    def test_one_that_prints_something_else_each_time(self, plain: Path) -> None:
        add(plain, "```python example id=odd\nprint(set('abcdefgh'))\n```\n")
        add(plain, "```text output id=odd\n{'a'}\n```\n")

        sentence = "The example “odd” prints something else each time it runs."
        assert told(plain) == [(LESSON, sentence)]

    def test_one_that_needs_the_network(self, plain: Path) -> None:
        add(
            plain,
            """
            ```python example id=far
            import urllib.request
            urllib.request.urlopen("http://192.0.2.1/", timeout=5)
            ```
            """,
        )
        (problem,) = check_pack(plain).problems

        assert "ended with urllib.error.URLError" in problem.sentence
        assert problem.remedy.startswith("Let it run without a network")

    def test_a_server_of_its_own_is_no_network(self, plain: Path) -> None:
        add(
            plain,
            """
            ```python example id=near
            import socket
            with socket.create_server(("127.0.0.1", 0)) as server:
                with socket.create_connection(server.getsockname()):
                    print("joined")
            ```
            """,
        )

        assert told(plain) == []

    def test_one_that_is_only_read_is_not_run(self, plain: Path) -> None:
        add(plain, "```python example id=read no-run\nprint(1 / 0)\n```\n")

        assert told(plain) == []


class TestExercises:
    def test_a_starter_that_passes(self, pack: Path) -> None:
        change(pack, f"{EXERCISE}/starter/main.py", '."""\n', '."""\n    return sum(prices)\n')

        sentence = "The starter of “add-the-prices” passes every check as it is."
        assert told(pack) == [(f"{EXERCISE}/starter/main.py", sentence)]

    def test_a_solution_that_fails(self, pack: Path) -> None:
        change(pack, f"{EXERCISE}/checks.toml", 'expect = "13"', 'expect = "14"')
        (problem, *others) = check_pack(pack).problems

        assert others == []
        assert (problem.file.name, problem.line) == ("checks.toml", 1)
        assert problem.sentence.startswith(
            "The solution of “add-the-prices” fails “total([4, 2, 7]) gives 14”:"
        )
        assert "got 13; expected 14" in problem.sentence

    def test_a_solution_that_is_not_formatted(self, pack: Path) -> None:
        change(pack, f"{EXERCISE}/solution/main.py", "    return", "  return")
        change(pack, f"{EXERCISE}/solution/main.py", '    """', '  """')

        sentence = (
            "The solution of “add-the-prices” is not formatted: line 2 is indented by 2 spaces."
        )
        assert told(pack) == [(f"{EXERCISE}/solution/main.py", sentence)]

    def test_a_wrong_answer_that_passes(self, pack: Path) -> None:
        change(pack, f"{EXERCISE}/wrong/counts-them.py", "len(prices)", "sum(prices)")

        sentence = "The wrong answer “counts-them” passes every check."
        assert told(pack) == [(f"{EXERCISE}/wrong/counts-them.py", sentence)]

    def test_a_wrong_answer_that_gets_the_message_of_another(self, pack: Path) -> None:
        put(pack, f"{EXERCISE}/wrong/counts-too.py", "def total(prices):\n    return len(prices)\n")
        change(
            pack,
            f"{EXERCISE}/exercise.md",
            "### counts-them",
            "### counts-too\n\nToo.\n\n### counts-them",
        )

        assert told(pack) == [
            (
                f"{EXERCISE}/wrong/counts-too.py",
                "The wrong answer “counts-too” gets the message of “counts-them”.",
            )
        ]

    def test_a_hint_that_is_empty(self, pack: Path) -> None:
        change(pack, f"{EXERCISE}/exercise.md", "2. Python has", "2.\n3. Python has")

        assert [name for name, _ in told(pack)] == [f"{EXERCISE}/exercise.md"]

    def test_a_check_in_python_is_told_where_it_stands(self, pack: Path) -> None:
        put(
            pack,
            f"{EXERCISE}/checks.py",
            '''\
            def check_one(learner, expect):
                """The sum of one price is the price"""
                expect(learner.total([4]), 5)
            ''',
        )
        (problem,) = check_pack(pack).problems

        assert (problem.file.name, problem.line) == ("checks.py", 1)
        assert "“The sum of one price is the price”" in problem.sentence

    def test_a_solution_that_is_right_at_some_times_alone(self, pack: Path) -> None:
        put(
            pack,
            f"{EXERCISE}/solution/main.py",
            """\
            import os


            def total(prices):
                return sum(prices) if os.environ["PYTHONHASHSEED"] == "1" else 13
            """,
        )

        sentence = (
            "“The sum of no prices is 0” passes for the solution at one time and fails at another."
        )
        assert (f"{EXERCISE}/checks.toml", sentence) in told(pack)

    def test_a_solution_that_needs_the_network(self, pack: Path) -> None:
        put(
            pack,
            f"{EXERCISE}/solution/main.py",
            """\
            import socket

            socket.create_connection(("192.0.2.1", 80), timeout=5)


            def total(prices):
                return sum(prices)
            """,
        )
        problems = check_pack(pack).problems

        assert problems
        assert {one.remedy for one in problems if "solution" in one.sentence} == {
            "Let it run without a network: its readers may have none."
        }

    def test_an_exercise_in_the_lesson_itself(self, pack: Path) -> None:
        add(
            pack,
            """
            ```python exercise id=double title="Double it"
            def double(number):
                return 2 * number
            ```

            ```markdown task id=double
            Double the number.
            ```

            ```python solution id=double
            def double(number):
                return number * 3
            ```

            ```toml checks id=double
            [[checks]]
            kind = "call"
            call = "double(4)"
            expect = "8"
            ```
            """,
        )
        problems = told(pack)

        assert {name for name, _ in problems} == {LESSON}
        assert ["starter" in sentence for _, sentence in problems] in ([True, False], [False, True])


class TestQuestions:
    def add_question(self, plain: Path, text: str) -> None:
        quoted = "".join(f"> {line}".rstrip() + "\n" for line in dedent(text).splitlines())
        add(plain, f"> [!QUESTION] asked\n{quoted}")

    def test_a_program_to_predict_that_fails(self, plain: Path) -> None:
        self.add_question(plain, "**What?**\n\n```python predict\nprint(1 / 0)\n```\n")

        sentence = "The program of “asked” ended with ZeroDivisionError on line 1."
        assert told(plain) == [(LESSON, sentence)]

    def test_a_program_to_predict_that_prints_nothing(self, plain: Path) -> None:
        self.add_question(plain, "**What?**\n\n```python predict\nx = 1\n```\n")

        sentence = "The program of “asked” prints nothing that could be predicted."
        assert told(plain) == [(LESSON, sentence)]

    def test_a_prediction_that_is_called_wrong_and_is_right(self, plain: Path) -> None:
        self.add_question(
            plain, "**What?**\n\n```python predict\nprint(2)\n```\n\n- [ ] `2`\n\n  No.\n"
        )

        assert told(plain) == [(LESSON, "“2” is given as wrong, but it is what is printed.")]

    def test_a_blank_whose_answer_is_no_python(self, plain: Path) -> None:
        self.add_question(plain, "**What?**\n\n```python blank\nx = ____\n```\n\n- [x] `1 +`\n")

        sentence = "With “1 +” in the blank this is no Python: invalid syntax."
        assert told(plain) == [(LESSON, sentence)]

    @pytest.mark.parametrize(
        ("lines", "number"),
        [
            ("a = 1\nb = 2\nprint(a + b)", 1),
            ("import os\nimport sys\nprint(os.sep)", 1),
            ("total = 0\nfor n in [1, 2]:\n    total += n\nprint(total)", None),
            ("total = 0\nfor n in [1, 2]:\n    total += n\nprint('sum')\nprint(total)", 2),
            ("x = 1\nx += 1\nprint(x)", None),
            ("def f(x):\n    y = x + 1\n    return y", None),
            ("n = 1\nwhile n < 5:\n    n += n\nprint(n)", None),
            ("names = ['b']\nnames.append('c')\nprint(len(names))\nsize = 3", 3),
        ],
    )
    def test_lines_with_a_second_right_order(
        self, plain: Path, lines: str, number: int | None
    ) -> None:
        self.add_question(plain, f"**What?**\n\n```python order\n{lines}\n```\n")
        problems = told(plain)

        assert len(problems) == (0 if number is None else 1)
        assert number is None or f"is line {number}." in problems[0][1]


class TestTheWhole:
    def test_everything_is_told_at_once_in_the_order_of_the_files(self, plain: Path) -> None:
        change(plain, "pack.toml", "requires = []", 'requires = ["Django", "django-shop", "a b"]')
        change(plain, LESSON, "minutes: 5", "minutes: 1")
        add(plain, "word " * 500 + "\n\n![](tea.svg)\n\n[Nowhere](#nowhere)\n")
        add(plain, "```python example id=bad\nprint(1 / 0)\n```\n")
        (plain / "first-steps" / "etc").symlink_to("/etc")
        names = [name for name, _ in told(plain)]

        assert names[:2] == ["pack.toml", "pack.toml"]
        assert names.count(LESSON) == 5
        assert names[-1] == "first-steps/etc"

    def test_what_is_no_pack(self, tmp_path: Path) -> None:
        report = check_pack(tmp_path / "none")

        assert not report.is_passed
        assert report.problems[0].sentence == "There is no such folder."

    def test_it_can_be_cancelled(self, plain: Path) -> None:
        add(plain, "```python example id=long\nimport time\ntime.sleep(25)\n```\n")

        with pytest.raises(CheckCancelledError):
            check_pack(plain, is_cancelled=iter([False] * 20 + [True] * 10_000).__next__)


class TestCommand:
    def test_check(self, pack: Path) -> None:
        process = groundwork("pack", "check", pack)

        assert (process.returncode, process.stderr) == (0, "")
        assert process.stdout.startswith("Nothing is wrong with this pack: 1 lesson, 1 example, ")

    def test_check_of_a_file_tells_where_in_it(self, plain: Path, tmp_path: Path) -> None:
        file = tmp_path / "tea.gwpack"
        assert groundwork("pack", "build", plain, "-o", file).returncode == 0
        assert groundwork("pack", "check", file).returncode == 0
        change(plain, LESSON, "[4, 2, 7, 3]", "[4]")
        process = groundwork("pack", "check", plain, "--json")
        document = document_of(process)

        assert process.returncode == 1
        assert not document["is_passed"]
        assert [one["file"] for one in document["problems"]] == [str(plain / LESSON)]

    def test_build_makes_a_file_that_holds_the_pack(self, plain: Path, tmp_path: Path) -> None:
        file = tmp_path / "out" / "tea.gwpack"
        process = groundwork("pack", "build", plain, "-o", file, "--json")
        document = document_of(process)

        assert process.returncode == 0
        assert (document["is_built"], document["file"]) == (True, str(file))
        unpack(file, tmp_path / "unpacked")
        assert check_pack(tmp_path / "unpacked").is_passed

    def test_build_refuses_a_pack_that_does_not_pass(self, plain: Path, tmp_path: Path) -> None:
        change(plain, LESSON, "[4, 2, 7, 3]", "[4]")
        file = tmp_path / "tea.gwpack"
        process = groundwork("pack", "build", plain, "-o", file)

        assert process.returncode == 1
        assert "1 thing is wrong with this pack." in process.stdout
        assert "No file was made." in process.stderr
        assert not file.exists()

    @pytest.mark.skipif(sys.platform == "win32", reason="a terminal's Ctrl+C is POSIX here")
    def test_control_c_ends_everything(self, plain: Path, tmp_path: Path) -> None:
        begun = tmp_path / "begun"
        os.mkfifo(begun)
        waiting = (
            "import os, signal\n"
            f"with open({str(begun)!r}, 'w') as file:\n    file.write(str(os.getpid()))\n"
            "signal.pause()\n"
        )
        add(plain, f"```python example id=waits\n{waiting}```\n")
        with subprocess.Popen(
            [*GROUNDWORK, "pack", "check", str(plain)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        ) as process:
            program = int(begun.read_text(encoding="utf-8"))
            process.send_signal(signal.SIGINT)
            said, errors = process.communicate(timeout=60)

        assert (process.returncode, said, errors) == (130, "", "")
        assert not exists(program)


@pytest.mark.parametrize(
    "folder", sorted(one.parent.name for one in paths.built_in_packs_folder().glob("*/pack.toml"))
)
def test_nothing_is_wrong_with_the_built_in_packs(folder: str) -> None:
    process = groundwork("pack", "check", paths.built_in_packs_folder() / folder, patience=600)

    assert process.returncode == 0, process.stdout


def test_what_of_an_exercise_could_not_be_checked_is_told(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    loaded = load_pack(pack).pack
    assert loaded is not None
    reading = read_page(loaded, loaded.lessons[0])
    (exercise,) = reading.page.exercises
    places = ExercisePlaces.of(loaded, loaded.lessons[0], exercise, reading.exercise_folders)
    jobs = list(exercise_jobs(loaded.lessons[0], exercise, places))
    monkeypatch.setattr("tempfile.tempdir", str(pack / "absent"))
    for job in jobs:
        (problem,) = job.work(lambda: False)
        assert problem.sentence.startswith("The answer could not be checked")
