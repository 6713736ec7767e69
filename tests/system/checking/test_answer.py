"""A whole answer: every check, known wrong answers, cancelling, and what is left behind."""

from __future__ import annotations

import tempfile
import threading
from pathlib import Path

import psutil
import pytest
from tests.system.checking.exercises import QUICK, exercise, verdicts_on

from groundwork import paths
from groundwork.checking.answer import check_answer
from groundwork.checking.verdicts import CheckVerdict, Verdict
from groundwork.packs.checks import (
    CallCheck,
    Limits,
    OutputCheck,
    PropertyCheck,
    PythonCheck,
    RaisesCheck,
    StructureCheck,
)
from groundwork.packs.exercises import Exercise
from groundwork.packs.model import SourceFile

SOLUTION = """
def new_orders(orders):
    found = []
    for order in orders:
        if order > 10:
            found.append(order)
    return found
"""
CHECKS = (
    CallCheck(title="new_orders([5, 15]) gives [15]", call="new_orders([5, 15])", expected="[15]"),
    CallCheck(title="new_orders([10]) gives []", call="new_orders([10])", expected="[]"),
    PropertyCheck(
        title="any orders",
        function="new_orders",
        arguments="[random.randint(0, 20) for _ in range(random.randint(0, 5))]",
    ),
    RaisesCheck(title="none", call="new_orders(None)", error="TypeError"),
    StructureCheck(title="a loop", uses=("for",)),
)
WRONG = {
    "off-by-one": SOLUTION.replace("> 10", ">= 10"),
    "all": "def new_orders(orders):\n    return [o for o in orders]\n",
    "comprehension": "def new_orders(orders):\n    return [o for o in orders if o > 10]\n",
    "endless": "def new_orders(orders):\n    while orders: pass\n    return []\n",
}
ASKED = exercise(*CHECKS, solution=SOLUTION, wrong=WRONG)


def wrong_id(asked: Exercise, answer: str) -> str:
    found = verdicts_on(asked, answer).wrong_answer
    return found.id if found else ""


def test_the_solution_passes_every_check() -> None:
    verdicts = verdicts_on(ASKED, SOLUTION)
    assert verdicts.are_passed
    assert [verdict.title for verdict in verdicts.checks] == [check.title for check in CHECKS]
    assert verdicts.wrong_answer is None
    assert verdicts.problem == ""


def test_an_empty_answer_passes_none() -> None:
    verdicts = verdicts_on(ASKED, "")
    assert not any(verdict.is_passed for verdict in verdicts.checks)
    assert verdicts.first_failed == verdicts.checks[0]


@pytest.mark.parametrize(
    ("answer", "known"),
    [
        (
            SOLUTION.replace("if order > 10", "if not order < 10").replace("found", "kept"),
            "off-by-one",
        ),
        ("def new_orders(things):\n    return list(things)\n", "all"),
        ("def new_orders(x):\n    return list(filter(lambda o: o > 10, x))\n", "comprehension"),
        ("def new_orders(orders):\n    return [o for o in orders if o > 5]\n", ""),
        ("def new_orders(orders):\n    return 1 / 0\n", ""),
    ],
)
def test_an_answer_that_behaves_like_a_known_wrong_one_is_recognised(
    answer: str, known: str
) -> None:
    assert wrong_id(ASKED, answer) == known


def test_an_answer_without_end_is_recognised_too() -> None:
    asked = exercise(CHECKS[0], solution=SOLUTION, wrong=WRONG, limits=QUICK)
    assert wrong_id(asked, "def new_orders(orders):\n    while True: orders\n") == "endless"


def test_known_wrong_answers_of_output_and_author_are_recognised() -> None:
    check = PythonCheck(
        title="t",
        source="def check_it(learner, expect):\n    expect(learner.f(2), 4)\n",
        function="check_it",
    )
    asked = exercise(
        OutputCheck(title="o", expected="4"), check, wrong={"five": "def f(n): return 5\nprint(5)"}
    )
    assert wrong_id(asked, "print('5')\nf = lambda n: n + 3\n") == "five"
    assert wrong_id(asked, "print('5')\nf = lambda n: n + 4\n") == ""


def test_after_a_time_out_the_rest_is_left_out() -> None:
    checks = [OutputCheck(title=str(number), expected="1") for number in range(6)]
    structure = StructureCheck(title="s", uses=("while",))
    asked = exercise(*checks, structure, limits=QUICK)
    verdicts = verdicts_on(asked, "while True: pass").checks
    kinds = [verdict.verdict for verdict in verdicts]
    assert kinds[0] is Verdict.TIMED_OUT
    assert set(kinds[2:6]) == {Verdict.STOPPED}
    assert verdicts[5].sentence.startswith("Not checked: the program did not come to its end")
    assert verdicts[6].is_passed


def test_verdicts_are_told_as_they_come_on_the_callers_thread() -> None:
    told: dict[int, CheckVerdict] = {}
    threads = set()

    def take(number: int, verdict: CheckVerdict) -> None:
        threads.add(threading.get_ident())
        told[number] = verdict

    verdicts = check_answer(ASKED, {"main.py": SOLUTION}, on_verdict=take)
    assert tuple(told[number] for number in range(len(CHECKS))) == verdicts.checks
    assert threads == {threading.get_ident()}


def left_by(folder: Path) -> set[int]:
    """Processes that wrote their ids into a folder and still run."""
    ids = [int(file.name) for file in folder.iterdir() if file.name.isdecimal()]
    return {number for number in ids if psutil.pid_exists(number) and _runs(number)}


def _runs(number: int) -> bool:
    try:
        return psutil.Process(number).status() != psutil.STATUS_ZOMBIE
    except psutil.Error:
        return False


def test_cancelling_ends_it_and_nothing_is_left(tmp_path: Path) -> None:
    answer = f"import os\nopen({str(tmp_path)!r} + f'/{{os.getpid()}}', 'w')\nwhile True: pass\n"
    asked = exercise(*CHECKS, solution=SOLUTION)
    verdicts = check_answer(
        asked, {"main.py": answer}, is_cancelled=lambda: any(tmp_path.iterdir())
    )
    assert {verdict.verdict for verdict in verdicts.checks[:4]} == {Verdict.STOPPED}
    assert verdicts.checks[0].sentence == "Checking was stopped before this check had an answer."
    assert not left_by(tmp_path)


def test_an_interrupt_while_verdicts_are_told_ends_it_too(tmp_path: Path) -> None:
    answer = (
        f"import os\nopen({str(tmp_path)!r} + f'/{{os.getpid()}}', 'w')\ndef new_orders(orders):\n"
        "    while len(orders) == 1: pass\n    return []\n"
    )

    def interrupt(_number: int, _verdict: CheckVerdict) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        check_answer(ASKED, {"main.py": answer}, on_verdict=interrupt)
    assert not left_by(tmp_path)


LEAVING = """
import os, subprocess, sys
here = {folder!r}
code = "import os, sys, time; open(sys.argv[1] + '/' + str(os.getpid()), 'w')\\n"
code += "print('up', flush=True); time.sleep(600)"
process = subprocess.Popen([sys.executable, '-c', code, here], start_new_session={session},
                           stdout=subprocess.PIPE)
process.stdout.readline()
if os.fork() == 0:
    os.setsid()
    open(here + '/' + str(os.getpid()), 'w')
    import time
    time.sleep(600)
print(1)
def f():
    return 1
"""


@pytest.mark.parametrize("session", [True, False])
def test_processes_that_stay_are_ended(tmp_path: Path, *, session: bool) -> None:
    asked = exercise(
        OutputCheck(title="o", expected="1"), CallCheck(title="c", call="f()", expected="1")
    )
    verdicts = verdicts_on(asked, LEAVING.format(folder=str(tmp_path), session=session))
    assert verdicts.are_passed
    assert len(list(tmp_path.iterdir())) >= 3
    assert not left_by(tmp_path)


def test_nothing_is_left_in_the_temporary_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    hiding = "import os\nos.mkdir('deep')\nos.chmod('deep', 0)\nopen('x', 'w')\n"
    check_answer(ASKED, {"main.py": hiding + SOLUTION})
    assert list(tmp_path.iterdir()) == []


def test_a_missing_runtime_is_a_problem_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(paths, "runtime_folder", lambda: tmp_path)
    verdicts = verdicts_on(ASKED, SOLUTION)
    assert "is missing" in verdicts.problem
    assert verdicts.checks == ()
    assert not verdicts.are_passed


def test_a_full_disk_is_a_problem_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "none"))
    assert verdicts_on(ASKED, SOLUTION).problem == (
        "The answer could not be checked: No such file or directory."
    )


def test_files_in_folders_are_laid_out_and_main_may_be_called_otherwise() -> None:
    asked = Exercise(
        id="x",
        title="x",
        task=(),
        files=(SourceFile("shop/app.py", ""),),
        main="shop/app.py",
        checks=(OutputCheck(title="t", expected="7 shop/app.py"),),
        limits=Limits(),
    )
    files = {
        "shop/app.py": "import os, sys\nfrom shop import prices\n"
        "print(prices.tea, os.path.relpath(sys.argv[0]).replace(os.sep, '/'))\n",
        "shop/prices.py": "tea = 7\n",
    }
    assert check_answer(asked, files).checks[0].sentence == ""


@pytest.mark.parametrize("name", ["../escaped.py", "/tmp/escaped.py"])  # noqa: S108 - is refused
def test_a_name_that_leads_out_of_the_folder_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="leads out"):
        check_answer(ASKED, {"main.py": SOLUTION, name: ""})


def test_the_learners_own_set_up_is_no_part_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sitecustomize.py").write_text("raise SystemExit('set up')")
    (tmp_path / "usercustomize.py").write_text("raise SystemExit('set up')")
    for variable, value in {
        "PYTHONPATH": str(tmp_path),
        "PYTHONHOME": str(tmp_path),
        "PYTHONSTARTUP": str(tmp_path / "sitecustomize.py"),
        "PYTHONUSERBASE": str(tmp_path),
        "PYTHONINSPECT": "1",
        "PYTHONWARNINGS": "error",
        "PYTHONIOENCODING": "ascii",
        "PYTHONOPTIMIZE": "2",
        "PYTHONHASHSEED": "nonsense",
        "VIRTUAL_ENV": str(tmp_path),
        "PATH": str(tmp_path),
        "LANG": "C",
        "HOME": str(tmp_path / "nowhere"),
    }.items():
        monkeypatch.setenv(variable, value)
    assert verdicts_on(ASKED, SOLUTION).are_passed
