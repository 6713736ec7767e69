"""Methods that a class may define anew: those that it inherits."""

from __future__ import annotations

from groundwork.language.protocol import Candidate
from groundwork.language.service.definitions import scope_around
from groundwork.language.service.likely import hiddenness
from groundwork.language.service.members import MEMBERS
from groundwork.language.service.probe import Probe

_SPECIAL = (
    "__init__",
    "__str__",
    "__repr__",
    "__eq__",
    "__len__",
    "__iter__",
    "__enter__",
    "__exit__",
)


def inherited_methods(probe: Probe) -> list[Candidate]:
    """The methods of the classes from which the class around the cursor derives."""
    scope = scope_around(probe.leaf)
    if scope.type == "funcdef":  # the one that is written there
        scope = scope_around(scope)
    if scope.type != "classdef":
        return []
    members = MEMBERS.inherited(probe.context.create_value(scope))
    methods = dict.fromkeys([*_SPECIAL, *(one.name for one in members if one.kind == "method")])
    return [Candidate(name, "method") for name in sorted(methods, key=hiddenness)]
