"""What calls give where Jedi does not know, or knows too little.

`Order.model_validate(…)` is an `Order` and `with open(…) as file` has what `open` gave: their
annotations say `Self`, which Jedi holds to be the class that defines the method. And Django's
`get_object_or_404(Book, …)` is a `Book`, and what SQLAlchemy's `sessionmaker` makes gives sessions.
"""

from __future__ import annotations

from collections.abc import Callable
from types import SimpleNamespace

from jedi.inference.arguments import AbstractArguments
from jedi.inference.base_value import NO_VALUES, Value, ValueSet
from jedi.inference.value.instance import BoundMethod
from jedi.plugins import plugin_manager
from jedi.plugins.stdlib import ClassMethodArguments

_Execute = Callable[..., ValueSet]
_SELF = frozenset({"Self", "typing.Self", '"Self"', "typing_extensions.Self", "te.Self"})
_LOOKUPS = frozenset({"get_object_or_404", "aget_object_or_404"})


def register() -> None:
    """Let Jedi know better from now on."""
    plugin_manager.register(SimpleNamespace(execute=_knowing_better))


def _knowing_better(execute: _Execute) -> _Execute:
    def execute_knowing_better(value: Value, arguments: AbstractArguments) -> ValueSet:
        found = NO_VALUES
        if _returns_self(value):
            found = _own_instance(value, arguments)
        elif _is_lookup(value):
            found = _instance_of_first(arguments)
        elif value.is_instance() and value.py__name__() == "sessionmaker":
            sessions = value.get_root_context().py__getattribute__("Session")
            found = sessions.execute_with_values()
        return found or execute(value, arguments=arguments)

    return execute_knowing_better


def _own_instance(method: Value, arguments: AbstractArguments) -> ValueSet:
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


def _is_lookup(function: Value) -> bool:
    """Whether it gives an object of the model that is its first argument."""
    node = function.tree_node
    is_named = node is not None and node.type == "funcdef" and node.name.value in _LOOKUPS
    return is_named and function.get_root_context().py__name__() == "django.shortcuts"


def _instance_of_first(arguments: AbstractArguments) -> ValueSet:
    first = next(arguments.unpack(), None)
    models = first[1].infer() if first else NO_VALUES
    return ValueSet.from_sets(model.execute_with_values() for model in models if model.is_class())
