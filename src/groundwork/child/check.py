"""Becomes a program that is checked: the script of ours that a runtime runs for every check.

    python check.py     reads what to do from the first line of standard input

It executes the program right here at its outermost level, as `launch.py` does, and for the same
reasons. It knows nothing of what is expected: that stays with whoever reads the answers.
"""

import os
import sys

_PLAIN_MODULES = frozenset(sys.modules)
_SOURCE = __file__.rpartition(os.sep + "groundwork" + os.sep)[0]


TYPE_CHECKING = False
if TYPE_CHECKING:
    from groundwork.child.checked import CheckedProgram


def _prepared() -> "CheckedProgram":
    """What to execute, with everything around it as plain Python would have it."""
    sys.path[0] = _SOURCE
    is_silent, sys.dont_write_bytecode = sys.dont_write_bytecode, False  # ours may be cached
    from groundwork.child.checked import CheckedProgram  # noqa: PLC0415 - the path had to be set first
    from groundwork.child.first_line import read_line  # noqa: PLC0415 - the same
    from groundwork.child.offline import leave_network  # noqa: PLC0415 - the same
    from groundwork.child.task import read_task  # noqa: PLC0415 - the same

    sys.dont_write_bytecode = is_silent
    leave_network()
    line = read_line()
    return CheckedProgram(read_task(line) if line else sys.exit(), _PLAIN_MODULES)


if __name__ == "__main__":
    program = _prepared()
    failure = None
    try:
        exec(program.compiled(), program.namespace)
    except SystemExit:
        if not program.is_asked:
            raise
    except BaseException as error:  # noqa: BLE001 - whatever ends the program is told
        failure = error
    if failure is not None:
        program.fail(failure)
        sys.exit(1)
    program.answer()
