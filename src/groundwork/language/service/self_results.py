"""Calls that give an instance of the very class they are called on, which Jedi takes for its base.

`Order.model_validate(…)` is an `Order` and `with open(…) as file` has what `open` gave: their
annotations say `Self`. Jedi holds that to be the class that defines the method.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from jedi.inference.base_value import NO_VALUES, Value, ValueSet
from jedi.inference.value.instance import BoundMethod
from jedi.plugins import plugin_manager
from jedi.plugins.stdlib import ClassMethodArguments

_Execute = Callable[..., ValueSet]
_SELF = frozenset({"Self", "typing.Self", '"Self"', "typing_extensions.Self", "te.Self"})


def register() -> None:
    """Let Jedi know better from now on."""
    plugin_manager.register(SimpleNamespace(execute=_with_self))


def _with_self(execute: _Execute) -> _Execute:
    def execute_with_self(value: Value, arguments: object) -> ValueSet:
        own = _own_instance(value, arguments) if _returns_self(value) else NO_VALUES
        return own or execute(value, arguments=arguments)

    return execute_with_self


def _own_instance(method: Value, arguments: object) -> ValueSet:
    """The instance that a method is called on; or one of the class that it is called on."""
    if isinstance(method, BoundMethod):
        return ValueSet([method.instance])
    if isinstance(arguments, ClassMethodArguments):
        made: ValueSet = arguments._class.execute_with_values()  # noqa: SLF001 - Jedi tells it nowhere else
        return made
    return NO_VALUES


def _returns_self(method: Value) -> bool:
    annotation = getattr(method.tree_node, "annotation", None)
    return annotation is not None and annotation.get_code(include_prefix=False) in _SELF
