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


def fresh_main(program: str) -> dict[str, object]:
    """The namespace of a new `__main__`, with the names that this Python gives one."""
    old = vars(sys.modules["__main__"])
    main = type(sys)("__main__")
    names = vars(main)
    names.update({name: old[name] for name in old if name.startswith("__")})
    names.update(__doc__=None, __loader__=type(old["__loader__"])("__main__", program))
    names.update(__file__=program)
    if "__annotations__" in names:
        names["__annotations__"] = {}
    sys.modules["__main__"] = main
    return names
