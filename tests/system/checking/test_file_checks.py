"""Text files and rows that programs leave behind."""

from __future__ import annotations

import pytest
from tests.system.checking.exercises import QUICK, exercise, verdict_on, verdicts_on

from groundwork.checking.verdicts import Verdict
from groundwork.packs.checks import Comparison, FileCheck, RowsCheck

NOTES = FileCheck(title="notes.txt holds the notes", file="notes.txt", expected="tea\nrice\n")


def test_the_right_file_passes() -> None:
    assert verdict_on(NOTES, "open('notes.txt', 'w').write('tea\\nrice')").is_passed


def test_a_file_written_when_the_program_ends_counts() -> None:
    late = "import atexit\natexit.register(lambda: open('notes.txt', 'w').write('tea\\nrice'))"
    assert verdict_on(NOTES, late).is_passed


def test_a_wrong_file_is_told_with_the_line_from_which_it_differs() -> None:
    verdict = verdict_on(NOTES, "open('notes.txt', 'w').write('tea\\nmilk\\n')")
    assert verdict.verdict is Verdict.FAILED
    assert verdict.sentence == "notes.txt differs from what is expected, from line 2 on."
    assert (verdict.got, verdict.expected, verdict.is_text) == (
        "tea\nmilk\n",
        "tea\nrice\n",
        True,
    )


@pytest.mark.parametrize(
    "answer",
    [
        "",
        "import os; os.mkdir('notes.txt')",
        "import os; os.mkfifo('notes.txt')",
        "import os; os.symlink('/etc/hostname', 'notes.txt')",
        "import os, sys; os.remove(sys.argv[0])",
        "import os, shutil; shutil.rmtree(os.getcwd())",
        "import os; os.chdir('/')",
    ],
)
def test_a_file_that_is_not_there_or_none_is_told_so(answer: str) -> None:
    assert verdict_on(NOTES, answer).sentence == "The program left no file notes.txt."


def test_a_file_in_a_linked_folder_is_not_read() -> None:
    check = FileCheck(title="t", file="notes/hostname", expected="x")
    answer = "import os; os.symlink('/etc', 'notes')"
    assert verdict_on(check, answer).sentence == "The program left no file notes/hostname."


def test_a_file_that_is_no_text_is_compared_all_the_same() -> None:
    verdict = verdict_on(NOTES, "open('notes.txt', 'wb').write(b'tea\\n\\xff\\n')")
    assert verdict.got == "tea\n�\n"


def test_a_large_file_is_read_to_a_bound() -> None:
    verdict = verdict_on(NOTES, "open('notes.txt', 'w').write('tea\\n' * 4_000_000)")
    assert verdict.verdict is Verdict.FAILED
    assert len(verdict.got) < 2000


def test_an_enormous_file_cannot_be_written() -> None:
    answer = "with open('notes.txt', 'wb') as file:\n    while True: file.write(bytes(1 << 20))\n"
    verdict = verdict_on(NOTES, answer)
    assert verdict.sentence == (
        "The program ended with OSError: [Errno 27] File too large (line 2)."
    )


def test_a_file_that_the_author_left_out_is_the_solutions() -> None:
    check = FileCheck(title="t", file="out", typed_input="4", comparison=Comparison.NUMBERS)
    asked = exercise(check, solution="open('out', 'w').write(str(int(input()) * 2.0))")
    assert verdicts_on(asked, "open('out', 'w').write(f'{int(input()) * 2}')").are_passed
    assert verdicts_on(asked, "open('out', 'w').write('9')").checks[0].expected == "8.0"


def test_a_solution_without_the_file_is_not_the_learners_fault() -> None:
    asked = exercise(FileCheck(title="t", file="out"), solution="")
    verdict = verdicts_on(asked, "open('out', 'w').write('9')").checks[0]
    assert verdict.verdict is Verdict.STOPPED
    assert verdict.sentence.endswith("the exercise's solution leaves no file out.")


ORDERS = RowsCheck(
    title="shop.db holds the right rows",
    database="shop.db",
    query="select id, what, price from orders order by id",
    expected="[(1, 'tea', 2.5), (2, 'rice', None)]",
)
SETTING_UP = """
import sqlite3
connection = sqlite3.connect('shop.db')
connection.execute('create table orders (id integer primary key, what text, price real)')
"""


def test_the_right_rows_pass() -> None:
    insert = (
        "connection.execute(\"insert into orders values (2, 'rice', null), (1, 'tea', 2.5)\")\n"
    )
    verdict = verdict_on(ORDERS, SETTING_UP + insert + "connection.commit()\n")
    assert verdict.is_passed
    waiting = SETTING_UP + "connection.execute('pragma journal_mode=wal')\n" + insert
    assert verdict_on(ORDERS, waiting + "connection.commit()\n").is_passed


def test_rows_that_were_not_committed_are_not_there() -> None:
    insert = "connection.execute(\"insert into orders values (1, 'tea', 2.5)\")\n"
    verdict = verdict_on(ORDERS, SETTING_UP + insert)
    assert (
        verdict.sentence == "This check expected [(1, 'tea', 2.5), (2, 'rice', None)] and got []."
    )
    assert verdict.given == "select id, what, price from orders order by id"


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        ("", "The program left no file shop.db."),
        (
            "import sqlite3; sqlite3.connect('shop.db').execute('create table x (y)')",
            "no such table",
        ),
        ("open('shop.db', 'w').write('this is no database at all')", "file is not a database"),
        ("open('shop.db', 'w')", "shop.db cannot be asked: no such table: orders."),
    ],
)
def test_what_is_no_such_database_is_told(answer: str, sentence: str) -> None:
    verdict = verdict_on(ORDERS, answer)
    assert verdict.verdict is Verdict.FAILED
    assert sentence in verdict.sentence


def test_a_view_without_end_is_ended() -> None:
    answer = """
    import sqlite3
    connection = sqlite3.connect('shop.db')
    connection.execute('''create view orders as with recursive n(id, what, price) as
        (select 1, 2, 3 union all select id + 1, 2, 3 from n) select id, what, price from n''')
    """
    verdict = verdicts_on(exercise(ORDERS, limits=QUICK), answer).checks[0]
    assert verdict.sentence == "shop.db gave no answer within the limits here."


def test_a_module_of_the_learners_called_sqlite3_is_not_asked() -> None:
    forged = "def connect(*a, **k):\n    raise SystemExit\nError = Warning = Exception\n"
    verdict = verdict_on(ORDERS, "open('shop.db', 'w')", sqlite3=forged)
    assert verdict.sentence == "shop.db cannot be asked: no such table: orders."


def test_rows_that_the_author_left_out_are_the_solutions() -> None:
    check = RowsCheck(title="t", database="a.db", query="select * from t")
    source = """
    import sqlite3
    c = sqlite3.connect('a.db')
    c.execute('create table t (n)')
    c.execute('insert into t values (1)')
    c.commit()
    """
    asked = exercise(check, solution=source)
    assert verdicts_on(asked, source.replace("values (1)", "select 1")).are_passed
    assert verdicts_on(asked, source.replace("c.commit", "c.close")).checks[0].expected == "[(1,)]"
