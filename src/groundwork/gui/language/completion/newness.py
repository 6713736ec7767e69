"""Whether the name being written is a new one, which nobody can know but its author."""

from __future__ import annotations

import re

_NAMING = re.compile(
    r"""
    (?: ^\s* (?:async\s+)? (?:def|class) \s+            # def ‸      class ‸
      | \b as \s+                                       # import x as ‸     with f() as ‸
      | \b for \s+ (?:[(*\s]* \w+ \s* ,\s*)* [(*\s]*    # for ‸      for a, ‸      for (a, ‸
      | \b lambda \s+ (?:[^:]*,)? [\s*]*                # lambda ‸   lambda a, b=1, ‸
    )$
    """,
    re.VERBOSE,
)
_PARAMETERS = re.compile(r"^\s*(?:async\s+)?def\s+\w+\s*\(")
_OPENING, _CLOSING = "([{", ")]}"


def is_new_name(before: str) -> bool:
    """Whether a name that follows `before`, all of its line up to it, is made up there."""
    if _NAMING.search(before):
        return True
    parameters = _PARAMETERS.match(before)
    return parameters is not None and _is_at_parameter(before[parameters.end() :])


def _is_at_parameter(inside: str) -> bool:
    """Whether the end of a list of parameters is at the name of one."""
    depth = 0
    for sign in inside:
        depth += (sign in _OPENING) - (sign in _CLOSING)
    known = inside.rstrip(" *")
    return not known or (depth == 0 and known.endswith(","))
