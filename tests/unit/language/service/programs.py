"""Programs by chance, in which few names mean many things."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import TypeVar

Thing = TypeVar("Thing")

NAMES = ("a", "b", "c", "d")
PARTS = ("p", "q", "a")
"""Names of attributes; one may be a variable too."""


class Author:
    """Writes programs that say what happens in them, and go on whatever that is."""

    def __init__(self, seed: int) -> None:
        self._chance = Random(seed)  # noqa: S311 - for nothing secret

    def files(self) -> dict[str, str]:
        """A program of two files, by their names."""
        other = [f"{name} = {index}" for index, name in enumerate(NAMES)]
        other += self._block(0, {"module"}, 3)
        main = ["from other import a, b as c", "import other", "import other as d", ""]
        main += [line for _ in range(4) for line in self._statement(0, {"module"})]
        return {"main.py": _text(main), "other.py": _text(other)}

    def choose(self, things: list[Thing]) -> Thing:
        """One of them."""
        return self._chance.choice(things)

    def _name(self) -> str:
        return self._chance.choice(NAMES)

    def _part(self) -> str:
        return self._chance.choice(PARTS)

    def _block(self, depth: int, around: set[str], most: int = 3) -> list[str]:
        return [
            line
            for _ in range(self._chance.randint(1, most))
            for line in self._statement(depth, around)
        ]

    def _statement(self, depth: int, around: set[str]) -> list[str]:
        kinds = [self._assignment, self._told, self._loop, self._tried, self._matched]
        if depth < 3:
            kinds += [self._function, self._class, self._function]
        return list(self._chance.choice(kinds)(depth, around))

    def _assignment(self, depth: int, around: set[str]) -> Iterator[str]:
        del depth, around
        yield self._chance.choice(
            [
                f"{self._name()} = {self._value()}",
                f"{self._name()}, {self._name()} = {self._value()}, {self._value()}",
                f"other.{self._name()} = {self._value()}",
                f"{self._name()} = lambda {self._name()}, *{self._name()}_: {self._value()}",
            ]
        )

    def _value(self) -> str:
        name, second = self._name(), self._name()
        return self._chance.choice(
            [
                "1", "2", name, name, f"[{name}]", f"({name} == {second})", f"({name}, 1)",
                f"[{second} for {name} in [1, 2] if {name}]",
                f"sum({name} for {name} in [{self._chance.randint(1, 9)}])",
                f"({name} := {self._chance.randint(1, 9)})",
                f"{name}({second})", f"{name}({second}={name})", f"{name}()", f"other.{name}",
                f"f'{{{name} == 1}} {second} {{1:>{{int({second} == {name})}}}}'",
                f"{name}.{self._part()}", f"{name}().{self._part()}",
            ]
        )  # fmt: skip

    def _told(self, depth: int, around: set[str]) -> Iterator[str]:
        del depth, around
        yield f"say(lambda: {self._value()})"
        yield f"print(type({self._name()}).__name__ == 'int')"

    def _loop(self, depth: int, around: set[str]) -> Iterator[str]:
        yield f"for {self._name()} in [1, {self._name()}]:"
        yield from _inner(self._block(depth + 1, around, 2))

    def _tried(self, depth: int, around: set[str]) -> Iterator[str]:
        yield "try:"
        yield from _inner(self._block(depth + 1, around, 2))
        yield f"except Exception as {self._name()}:"
        yield from _inner(["print('no')"])

    def _matched(self, depth: int, around: set[str]) -> Iterator[str]:
        yield f"match [1, {{'b': 2}}, {self._name()}]:"
        yield f"    case [{self._name()}_, {{'b': {self._name()}__}}, *{self._name()}]:"
        yield from _inner(_inner(self._block(depth + 1, around, 1)))

    def _function(self, depth: int, around: set[str]) -> Iterator[str]:
        name, parameter, second = self._name(), self._name(), self._name()
        default = f", {second}=1" if second != parameter else ""
        yield f"def {name}({parameter}=0{default}, **more):"
        free = [one for one in NAMES if one not in {parameter, second}]
        if free and self._chance.random() < 0.4:
            yield f"    global {self._chance.choice(free)}"
        yield from _inner(self._block(depth + 1, around | {"function"}))
        yield f"    return {self._value()}"
        yield f"say(lambda: {name}({self._name()}={self._value()}))"

    def _class(self, depth: int, around: set[str]) -> Iterator[str]:
        name, base = self._name(), self._name()
        yield f"class {name}({base if self._chance.random() < 0.3 else 'object'}):"
        yield f"    {self._part()} = {self._value()}"
        for _ in range(2):
            yield f"    def {self._part()}(self, {self._name()}=1):"
            yield f"        self.{self._part()} = {self._value()}"
            yield from _inner(_inner(self._block(depth + 2, around | {"function"}, 2)))
            yield f"        return self.{self._part()}"
        yield f"say(lambda: {name}().{self._part()})"
        yield f"say(lambda: {name}().{self._part()}())"


SAY = """\
def say(what):
    try:
        value = what()
        print(value if isinstance(value, (int, str)) else isinstance(value, tuple))
    except Exception as problem:
        print(type(problem).__name__)
"""


def _inner(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _text(lines: list[str]) -> str:
    tried = ["try:", *_inner(lines), "except Exception as problem_:"]
    return SAY + "\n".join([*tried, "    print(type(problem_).__name__)"]) + "\n"
