"""Becomes a learner's program: the one file of ours that a runtime runs as a script.

    python launch.py            waits for a `Start` line on standard input
    python launch.py '<Start>'  takes the line from the command line, and leaves the input alone

It is a script of its own, and executes the program right here at its outermost level, so that a
single frame of ours lies under the learner's. What plain Python has not loaded when a program
begins is out of `sys.modules` by then: a learner's `random.py` or `token.py` is found as ever, and
we keep what we need by reference.
"""

import os
import sys

_PLAIN_MODULES = frozenset(sys.modules)
_SOURCE = __file__.rpartition(os.sep + "groundwork" + os.sep)[0]


TYPE_CHECKING = False
if TYPE_CHECKING:
    from groundwork.child.program import Program


def _prepared() -> "Program":
    """What to execute, with everything around it as plain Python would have it."""
    sys.path[0] = _SOURCE
    is_silent, sys.dont_write_bytecode = sys.dont_write_bytecode, False  # ours may be cached
    from groundwork.child.offline import leave_network  # noqa: PLC0415 - the path had to be set
    from groundwork.child.program import Program  # noqa: PLC0415 - the same
    from groundwork.child.waiting import awaited_start  # noqa: PLC0415 - the same

    sys.dont_write_bytecode = is_silent
    leave_network()
    return Program(awaited_start(sys.argv[1:]), _PLAIN_MODULES)


if __name__ == "__main__":
    program = _prepared()
    failure = None
    try:
        exec(program.compiled(), program.namespace)
    except SystemExit as request:
        program.note_exit(request)
        raise
    except BaseException as error:  # noqa: BLE001 - whatever ends the program is shown and reported
        failure = error
    finally:
        program.let_threads_end()
    if failure is not None:  # not above: a hook of the learner's must not find it being handled
        sys.exit(program.fail(failure))
