"""A program in a child of ours does what it does under plain Python."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.system.programs import Bench

SAME_AS_PLAIN = {
    "what a module sees of itself": """
        import sys
        print(list(globals()), __name__, __file__, __doc__, __package__, __spec__)
        print(type(__loader__), __builtins__)
        print(sys.argv, sys.orig_argv[1:], sys.path, sys.flags)
        """,
    "docstring": '''
        """Mine."""
        print(__doc__)
        ''',
    "loaded modules": """
        import sys
        print([name for name in sys.modules if "groundwork" in name or name in ("json", "re")])
        """,
    "an exception": """
        def half(number):
            return number / 0
        print("before")
        half(3)
        """,
    "an exception with a cause": """
        try:
            {}["key"]
        except KeyError as error:
            raise ValueError("no such key") from error
        """,
    "an exception in handling one": """
        try:
            int("x")
        except ValueError:
            undefined
        """,
    "an exception group": """
        raise ExceptionGroup("several", [ValueError("one"), TypeError("two")])
        """,
    "a suggestion": "import math; math.sqroot(2)",
    "notes": """
        error = ValueError("x"); error.add_note("look here")
        raise error
        """,
    "deep recursion": """
        def again():
            again()
        again()
        """,
    "no Python": "print('begun'\nx = 1\n",
    "bad indentation": "if True:\nprint(1)\n",
    "an unfinished string": "x = 'abc\n",
    "no Python in a module": """
        from pathlib import Path
        Path("broken.py").write_text("def f(:\\n")
        import broken
        """,
    "an exception in a module": """
        from pathlib import Path
        Path("dividing.py").write_text("def half():\\n    1 / 0\\n")
        import dividing
        dividing.half()
        """,
    "an exception in a thread": """
        import threading
        def work():
            raise ValueError("in a thread")
        thread = threading.Thread(target=work, name="worker")
        thread.start()
        thread.join()
        print("after")
        """,
    "an exception in asyncio": """
        import asyncio
        async def work():
            raise ValueError("in a task")
        async def main():
            async with asyncio.TaskGroup() as group:
                group.create_task(work())
        asyncio.run(main())
        """,
    "an exception that cannot be described": """
        class Bad(Exception):
            def __str__(self):
                raise ValueError("never mind")
        raise Bad
        """,
    "an exception while deleting": """
        class Thing:
            def __del__(self):
                raise ValueError("too late")
        Thing().name = 1
        print("after")
        """,
    "sys.exit()": "import sys; sys.exit()",
    "sys.exit(3)": "import sys; sys.exit(3)",
    "sys.exit(-1)": "import sys; sys.exit(-1)",
    "sys.exit(300)": "import sys; sys.exit(300)",
    "sys.exit(text)": "import sys; sys.exit('that is all')",
    "sys.exit(object)": "import sys; sys.exit([1, 2])",
    "exit()": "exit()",
    "raise SystemExit": "raise SystemExit(4)",
    "os._exit": "import os; print('now', flush=True); os._exit(5)",
    "exit in a thread goes unnoticed": """
        import sys, threading
        threading.Thread(target=sys.exit, args=(3,)).start()
        print("main goes on")
        """,
    "an excepthook": """
        import sys
        sys.excepthook = lambda kind, error, trace: print("hooked", kind, error, trace.tb_lineno)
        1 / 0
        """,
    "an excepthook that fails": """
        import sys
        def hook(kind, error, trace):
            raise TypeError("the hook")
        sys.excepthook = hook
        1 / 0
        """,
    "an excepthook that exits": """
        import sys
        def hook(kind, error, trace):
            sys.exit(7)
        sys.excepthook = hook
        1 / 0
        """,
    "no excepthook": "import sys; del sys.excepthook; 1 / 0",
    "atexit": """
        import atexit
        atexit.register(print, "first in, last out")
        atexit.register(print, "last in, first out")
        raise SystemExit(2)
        """,
    "atexit that fails": """
        import atexit
        atexit.register(lambda: 1 / 0)
        """,
    "threads that outlive main": """
        import threading, time
        def work():
            time.sleep(0.05)
            print("work done")
        threading.Thread(target=work).start()
        print("main done")
        """,
    "an object deleted at the end": """
        class Thing:
            def __del__(self):
                print("deleted")
        thing = Thing()
        """,
    "pickling and copying": """
        import copy, pickle
        from dataclasses import dataclass
        from enum import Enum
        class Colour(Enum):
            RED = 1
        @dataclass
        class Point:
            x: int
            colour: Colour = Colour.RED
        print(pickle.loads(pickle.dumps(Point(1))), copy.deepcopy(Point(2)))
        """,
    "getsource": """
        import inspect
        class Greeter:
            def greet(self):
                return "hello"
        print(inspect.getsource(Greeter), inspect.getsource(Greeter.greet))
        print(inspect.getfile(Greeter), inspect.getmodule(Greeter))
        """,
    "annotations": """
        from __future__ import annotations
        import typing
        count: int = 3
        def f(x: "Later") -> int: ...
        class Later: ...
        print(__annotations__, typing.get_type_hints(f))
        """,
    "no future is inherited": "def f(x: int): ...\nprint(f.__annotations__)",
    "a subprocess": """
        import subprocess, sys
        code = "import sys; print(sys.argv, sys.stdin.read())"
        subprocess.run([sys.executable, "-c", code, "a"], input="typed", text=True, check=True)
        subprocess.run(["python", "-c", "import sys; print(sys.prefix)"], check=True)
        """,
    "warnings": """
        import warnings
        warnings.warn("careful")
        def old():
            warnings.warn("old", DeprecationWarning, stacklevel=2)
        old()
        """,
    "logging": """
        import logging
        logging.basicConfig(format="%(levelname)s %(message)s")
        try:
            1 / 0
        except ZeroDivisionError:
            logging.exception("failed")
        """,
    "standard streams": """
        import sys
        for stream in (sys.stdin, sys.stdout, sys.stderr):
            print(stream.name, stream.mode, stream.encoding, stream.fileno(), stream.isatty())
        print(sys.stdin is sys.__stdin__, sys.stdin.errors, sys.stdin.newlines)
        print(type(sys.stdin.buffer), type(sys.stdin.buffer.raw).__name__)
        print(sys.getdefaultencoding(), sys.getfilesystemencoding())
        """,
    "file numbers": """
        with open(__file__) as file:
            print(file.fileno())
        """,
    "characters of every kind": r"print('é 中 🐍', ascii('\ud800')); print('\udcff')",
    "a surrogate": r"print('\ud800')",
    "signals as Python finds them": """
        import signal
        print(signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGTERM))
        """,
    "multiprocessing": """
        import multiprocessing
        def square(n):
            return n * n
        if __name__ == "__main__":
            for method in ("fork", "spawn", "forkserver"):
                context = multiprocessing.get_context(method)
                with context.Pool(2) as pool:
                    print(method, pool.map(square, range(4)))
        """,
    "an exception in another process": """
        from concurrent.futures import ProcessPoolExecutor
        def fail(n):
            raise ValueError(n)
        if __name__ == "__main__":
            with ProcessPoolExecutor(1) as pool:
                try:
                    pool.submit(fail, 3).result()
                except ValueError as error:
                    print(repr(error), "fail" in str(error.__cause__))
        """,
    "a forked child goes its own way": """
        import os, sys
        pid = os.fork()
        if pid == 0:
            print("child", flush=True)
            sys.exit(3)
        print("parent saw", os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
        """,
    "unittest": """
        import unittest
        class Sums(unittest.TestCase):
            def test_sum(self):
                self.assertEqual(1 + 1, 2)
        unittest.main(argv=["main"], verbosity=0, exit=False, testRunner=unittest.TextTestRunner)
        """,
    "doctest": '''
        def double(n):
            """
            >>> double(2)
            4
            """
            return n * 2
        import doctest
        print(doctest.testmod())
        ''',
    "import of main": """
        import sys
        value = 3
        print(sys.modules["__main__"].value, __import__("__main__").value)
        """,
}


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


@pytest.mark.parametrize("source", SAME_AS_PLAIN.values(), ids=SAME_AS_PLAIN.keys())
def test_the_same_as_under_plain_python(bench: Bench, source: str) -> None:
    code, stdout, stderr = bench.run_plainly(source, "an argument", "é")
    ours = bench.run(source, "an argument", "é")
    assert (comparable(ours.stdout), comparable(ours.stderr)) == (
        comparable(stdout),
        comparable(stderr),
    )
    assert ours.exit_code == code
    assert ours.outcome.exit_code == code


def comparable(text: str) -> str:
    """The text without what differs from run to run: addresses, times, the depth of the stack."""
    text = re.sub(r"0x[0-9a-f]+", "0x", text)
    text = re.sub(r"repeated \d+ more", "repeated many more", text)
    return re.sub(r"Ran 1 test in .*", "Ran 1 test", text)
