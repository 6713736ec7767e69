"""How the built-in functions are called, where the stubs say it in a way that nobody can read."""

from __future__ import annotations

KNOWN: dict[str, tuple[str, ...]] = {
    "builtins.print": ('(*values, sep=" ", end="\\n", file=None, flush=False) -> None',),
    "builtins.input": ('(prompt="") -> str',),
    "builtins.range": ("(stop: int, /)", "(start: int, stop: int, step: int = 1, /)"),
    "builtins.len": ("(obj, /) -> int",),
    "builtins.open": (
        (
            '(file: str, mode: str = "r", buffering: int = -1, encoding: str | None = None,'
            " errors: str | None = None, newline: str | None = None, closefd: bool = True,"
            " opener: Callable | None = None)"
        ),
    ),
    "builtins.int": ("(x=0, /)", "(x: str, /, base: int = 10)"),
    "builtins.float": ("(x=0.0, /)",),
    "builtins.bool": ("(x=False, /)",),
    "builtins.str": (
        '(object="")',
        '(object: bytes, encoding: str = "utf-8", errors: str = "strict")',
    ),
    "builtins.dict": ("(**items)", "(mapping, /, **items)", "(iterable, /, **items)"),
    "builtins.list": ("(iterable=(), /)",),
    "builtins.tuple": ("(iterable=(), /)",),
    "builtins.set": ("(iterable=(), /)",),
    "builtins.frozenset": ("(iterable=(), /)",),
    "builtins.enumerate": ("(iterable, start: int = 0)",),
    "builtins.zip": ("(*iterables, strict: bool = False)",),
    "builtins.map": ("(function, /, *iterables)",),
    "builtins.filter": ("(function, iterable, /)",),
    "builtins.reversed": ("(sequence, /)",),
    "builtins.sorted": ("(iterable, /, *, key=None, reverse: bool = False) -> list",),
    "builtins.max": ("(iterable, /, *, key=None, default=...)", "(value, /, *values, key=None)"),
    "builtins.min": ("(iterable, /, *, key=None, default=...)", "(value, /, *values, key=None)"),
    "builtins.sum": ("(iterable, /, start=0)",),
    "builtins.round": ("(number, ndigits: int | None = None)",),
    "builtins.abs": ("(x, /)",),
    "builtins.pow": ("(base, exp, mod=None)",),
    "builtins.iter": ("(iterable, /)", "(function, sentinel, /)"),
    "builtins.next": ("(iterator, /)", "(iterator, default, /)"),
    "builtins.getattr": ("(object, name: str, /)", "(object, name: str, default, /)"),
    "builtins.type": ("(object, /)", "(name: str, bases: tuple, dict: dict, /, **kwds)"),
    "builtins.super": ("()", "(type, object_or_type=None, /)"),
    "builtins.isinstance": ("(object, class_or_tuple, /) -> bool",),
    "builtins.issubclass": ("(cls, class_or_tuple, /) -> bool",),
    "builtins.str.format": ("(*args, **kwargs) -> str",),
    "builtins.str.maketrans": ("(mapping, /)", "(x: str, y: str, z: str = '', /)"),
}
"""By full name, each way to call it; what comes back only where it is always the same."""

NOTES: dict[str, dict[str, str]] = {
    "builtins.range": {
        "start": "The first number; 0 if it is left out.",
        "stop": "Where the numbers end; this one is not among them.",
        "step": "How far it is from each number to the next. A negative step counts down.",
    },
    "builtins.print": {
        "values": "What to print, one after the other.",
        "sep": "What stands between the values.",
        "end": "What stands after the last value; a new line if it is left out.",
        "file": "Where the text goes; the output of the program if it is left out.",
        "flush": "Whether the text is sent on at once.",
    },
    "builtins.len": {"obj": "A list, a text, a dictionary, or whatever else has a length."},
    "builtins.open": {
        "file": "The name of the file.",
        "mode": "`r` reads, `w` writes a new file, `a` adds to its end, `x` writes a new file only"
        " if there is none; `b` beside it means bytes instead of text.",
        "encoding": "How the file stores its text; `utf-8` is nearly always right.",
        "newline": "How lines end in the file.",
    },
    "builtins.sorted": {
        "iterable": "What to put in order; it stays as it is.",
        "key": "A function that gives, for each item, the value to sort by.",
        "reverse": "`True` puts the largest first.",
    },
    "builtins.list.sort": {
        "key": "A function that gives, for each item, the value to sort by.",
        "reverse": "`True` puts the largest first.",
    },
    "builtins.max": {
        "iterable": "The values to choose from.",
        "value": "The first of the values to choose from.",
        "values": "The other values to choose from.",
        "key": "A function that gives, for each item, the value to compare.",
        "default": "What comes back if there are no values.",
    },
    "builtins.sum": {
        "iterable": "The numbers to add up.",
        "start": "The number to begin with.",
    },
    "builtins.enumerate": {
        "iterable": "What to count while going through it.",
        "start": "The number of the first item.",
    },
    "builtins.zip": {
        "iterables": "What to go through side by side.",
        "strict": "`True` makes it an error if one of them is longer than another.",
    },
    "builtins.map": {
        "function": "What to call with each item.",
        "iterables": "The items; a function of two parameters takes two iterables.",
    },
    "builtins.filter": {
        "function": "Says with `True` or `False` whether an item is kept.",
        "iterable": "The items.",
    },
    "builtins.int": {
        "x": "A number, or a text that looks like one.",
        "base": "2 for binary numbers, 16 for hexadecimal ones.",
    },
    "builtins.float": {"x": "A number, or a text that looks like one."},
    "builtins.str": {"object": "What is wanted as text."},
    "builtins.round": {
        "number": "The number to round.",
        "ndigits": "How many digits stay after the point. Without it a whole number comes back.",
    },
    "builtins.isinstance": {
        "object": "The value in question.",
        "class_or_tuple": "A type, or several in round brackets.",
    },
    "builtins.dict.get": {
        "key": "The key to look up.",
        "default": "What comes back if the key is not there.",
    },
    "builtins.dict.pop": {
        "key": "The key to take out.",
        "default": "What comes back if the key is not there. Without it, that is an error.",
    },
    "builtins.list.append": {"object": "What to put at the end of the list."},
    "builtins.list.insert": {
        "index": "The place before which it goes; 0 is the beginning.",
        "object": "What to put into the list.",
    },
    "builtins.list.pop": {"index": "Which item to take out; the last one if it is left out."},
    "builtins.list.extend": {"iterable": "The items to put at the end of the list."},
    "builtins.str.join": {"iterable": "The texts to put together."},
    "builtins.str.replace": {
        "old": "The text to look for.",
        "new": "What to put in its place.",
        "count": "How many times at most; -1 means every time.",
    },
    "builtins.str.startswith": {"prefix": "The beginning to look for, or several of them."},
    "builtins.str.endswith": {"suffix": "The ending to look for, or several of them."},
    "builtins.str.strip": {"chars": "Which characters to take away; white space if left out."},
}
NOTES["builtins.min"] = NOTES["builtins.max"]
"""What parameters are for, where the documentation has no sentence about them alone."""
