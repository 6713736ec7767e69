"""What plain Python puts around a program, put there by us: modules and names."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection
    from types import ModuleType


def forget_modules(plain_modules: Collection[str]) -> None:
    """Take out of `sys.modules` what plain Python would not have loaded.

    Modules built into the interpreter stay: no file of a learner's can be found in their place.
    """
    plain = {*plain_modules, *sys.builtin_module_names}
    for name in [name for name in sys.modules if name not in plain]:
        del sys.modules[name]
    for folder in [entry for entry in sys.path_importer_cache if entry.startswith(sys.path[0])]:
        del sys.path_importer_cache[folder]


def is_in(module: ModuleType, folder: str) -> bool:
    """Whether the module, which is not the program itself, was loaded from `folder`."""
    file = getattr(module, "__file__", None)
    is_main = getattr(module, "__name__", None) == "__main__"
    return isinstance(file, str) and file.startswith(folder + os.sep) and not is_main


class OutOf:
    """A context in which modules are found as if the learner's `folder` was not there."""

    def __init__(self, folder: str) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        """Take the folder off the path, and the modules from there out of the loaded ones."""
        self._path = sys.path[:]
        modules = sys.modules.items()
        self._theirs = {name: module for name, module in modules if is_in(module, self._folder)}
        sys.path[:] = [entry for entry in self._path if entry not in {self._folder, ""}]
        for name in self._theirs:
            del sys.modules[name]

    def __exit__(self, *_error: object) -> None:
        """Put them back."""
        sys.path[:] = self._path
        sys.modules.update(self._theirs)


def fresh_main(program: str, called: str = "__main__") -> dict[str, object]:
    """The namespace of a new module, with the names that this Python gives `__main__`.

    It is the new `__main__`; or, where it is `called` otherwise, a module that was imported.
    """
    old = vars(sys.modules["__main__"])
    main = type(sys)(called)
    names = vars(main)
    names.update({name: old[name] for name in old if name.startswith("__")})
    names.update(__name__=called, __doc__=None, __file__=program)
    names.update(__loader__=type(old["__loader__"])(called, program))
    if "__annotations__" in names:
        names["__annotations__"] = {}
    sys.modules[called] = main
    return names
