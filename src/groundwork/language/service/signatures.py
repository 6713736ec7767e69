"""How something is called, from Jedi's signatures, as people would write it down."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from groundwork.language.protocol import Parameter
from groundwork.language.service.annotations import merged_annotation, note_of, plain_annotation
from groundwork.language.service.arguments import Arguments
from groundwork.language.service.known_signatures import KNOWN

if TYPE_CHECKING:
    from jedi.api.classes import Signature as JediSignature

_LONGEST_DEFAULT = 24
_MOST_LINES = 7
_UNSET = re.compile(r"(?:^|\.)_|Undefined$|(?i:sentinel|missing|no_?arg|unset)")
"""Defaults that only say: nothing was given."""

_PLAIN, _STAR, _KEYWORD, _STARS = "", "*", "keyword", "**"
NONE = -1


class Written(NamedTuple):
    """One parameter: its name, how it takes arguments, and what is written beside it."""

    name: str
    kind: str
    annotation: str = ""
    default: str = ""
    note: str = ""
    is_nameless: bool = False

    @property
    def text(self) -> str:
        """The parameter as it is written."""
        stars = self.kind if self.kind in {_STAR, _STARS} else ""
        text = stars + self.name
        if self.annotation:
            text += f": {self.annotation}"
        if self.default:
            text += (" = " if self.annotation else "=") + self.default
        return text


class Shape(NamedTuple):
    """One way to call something."""

    name: str
    written: tuple[Written, ...]
    returns: str = ""

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """The parameters as they are written, with the star before those that need their name."""
        pieces = [Parameter(one.name, one.text) for one in self.written]
        kinds = [one.kind for one in self.written]
        if _KEYWORD in kinds and _STAR not in kinds:
            pieces.insert(kinds.index(_KEYWORD), Parameter("*", "*"))
        return tuple(pieces)

    def index_of(self, arguments: Arguments) -> int:
        """Which of `parameters` the argument at the cursor is for; -1 for none."""
        wanted = self._wanted(arguments)
        names = [one.name for one in self.parameters]
        return names.index(wanted.name) if wanted else NONE

    def takes(self, arguments: Arguments) -> bool:
        """Whether the arguments so far can be meant for this."""
        named = {one.name for one in self.written if not one.is_nameless}
        takes_names = any(one.kind == _STARS for one in self.written)
        plain = sum(one.kind == _PLAIN for one in self.written)
        if arguments.positional > plain and not self._of_kind(_STAR):
            return False
        is_open = not arguments.current.strip() and not arguments.positional
        return (takes_names or named.issuperset(arguments.keywords)) and (
            bool(self._wanted(arguments)) or (is_open and not arguments.keywords)
        )

    def _wanted(self, arguments: Arguments) -> Written | None:
        written = arguments.current.strip()
        if arguments.keyword:
            return self._named(arguments.keyword)
        if written.startswith("**"):
            return self._of_kind(_STARS)
        plain = [one for one in self.written if one.kind == _PLAIN]
        is_plain = not written.startswith("*") and not arguments.is_starred
        free = [one for one in plain[arguments.positional :] if one.name not in arguments.keywords]
        if free and is_plain and not arguments.keywords:
            return free[0]
        if self._of_kind(_STAR) and not arguments.keywords:
            return self._of_kind(_STAR)
        return self._begun(written, arguments)

    def _named(self, name: str) -> Written | None:
        for one in self.written:
            if one.name == name and one.kind in {_PLAIN, _KEYWORD} and not one.is_nameless:
                return one
        return self._of_kind(_STARS)

    def _begun(self, written: str, arguments: Arguments) -> Written | None:
        """The parameter whose name is being written, or else the first that has no argument yet."""
        left = [
            one
            for index, one in enumerate(self.written)
            if one.name not in arguments.keywords
            and (one.kind == _KEYWORD or (one.kind == _PLAIN and index >= arguments.positional))
        ]
        if not written:
            return left[0] if left else self._of_kind(_STARS)
        return next((one for one in left if one.name.startswith(written)), None)

    def _of_kind(self, kind: str) -> Written | None:
        return next((one for one in self.written if one.kind == kind), None)


def shapes_of(found: Sequence[JediSignature]) -> tuple[Shape, ...]:
    """The ways to call something; ways that look the same to a person are one."""
    if not found:
        return ()
    known = KNOWN.get(found[0].full_name or "")
    if known:
        return tuple(
            parsed_shape(found[0].name, text) or Shape(found[0].name, ()) for text in known
        )
    shapes = [_shape(signature) for signature in found]
    groups: dict[tuple[tuple[str, str], ...], list[Shape]] = {}
    for shape in shapes:
        groups.setdefault(tuple((one.name, one.kind) for one in shape.written), []).append(shape)
    merged = [_without_none(_merged(group)) for group in groups.values()]
    return tuple(_without_partial(_without_numbered(merged)))


def _shape(signature: JediSignature) -> Shape:
    text = signature.to_string()
    parsed = parsed_shape(signature.name, text[text.find("(") :])
    return parsed or Shape(
        signature.name, tuple(Written(one.name, _PLAIN) for one in signature.params)
    )


def parsed_shape(name: str, text: str) -> Shape | None:
    """The shape that is written as in `(name: str) -> int`; None where that is no Python."""
    try:
        tree = ast.parse(f"def f{text}: pass")
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None
    function = tree.body[0]
    if not isinstance(function, ast.FunctionDef):
        return None
    return Shape(name, tuple(_written(function.args)), plain_annotation(function.returns))


def _written(arguments: ast.arguments) -> Iterator[Written]:
    plain = [*arguments.posonlyargs, *arguments.args]
    missing = [None] * (len(plain) - len(arguments.defaults))
    for index, (one, default) in enumerate(
        zip(plain, [*missing, *arguments.defaults], strict=True)
    ):
        yield _one(one, _PLAIN, default)._replace(is_nameless=index < len(arguments.posonlyargs))
    if arguments.vararg:
        yield _one(arguments.vararg, _STAR, None)
    for one, default in zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True):
        yield _one(one, _KEYWORD, default)
    if arguments.kwarg:
        yield _one(arguments.kwarg, _STARS, None)


def _one(argument: ast.arg, kind: str, default: ast.expr | None) -> Written:
    return Written(
        argument.arg.lstrip("_") or argument.arg,
        kind,
        plain_annotation(argument.annotation),
        _default(default),
        note_of(argument.annotation),
    )


def _default(node: ast.expr | None) -> str:
    if node is None:
        return ""
    if isinstance(node, ast.Call) and ast.unparse(node.func) == "Default" and node.args:
        node = node.args[0]  # FastAPI's mark of what was left out
    text = ast.unparse(node)
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and '"' not in text:
        text = f'"{text[1:-1]}"'
    return "..." if len(text) > _LONGEST_DEFAULT or _UNSET.search(text) else text


def _merged(shapes: Sequence[Shape]) -> Shape:
    """One shape for several with the same parameters."""
    if len(shapes) == 1:
        return shapes[0]
    columns = zip(*(shape.written for shape in shapes), strict=True)
    written = tuple(
        column[0]._replace(
            annotation=merged_annotation([one.annotation for one in column]),
            default=next((one.default for one in column if one.default), ""),
        )
        for column in columns
    )
    return Shape(shapes[0].name, written, merged_annotation([shape.returns for shape in shapes]))


def _without_none(shape: Shape) -> Shape:
    """The shape without annotations that only repeat a default of None."""
    written = (
        one._replace(annotation="") if one.annotation == "None" else one for one in shape.written
    )
    return shape._replace(written=tuple(written))


def _without_numbered(shapes: Sequence[Shape]) -> Sequence[Shape]:
    """Those without `item1`, `item2` … where there is one with `*items` for all of them."""
    if not any(one.kind == _STAR for shape in shapes for one in shape.written):
        return shapes
    return [
        shape
        for shape in shapes
        if not any(one.name[-1].isdigit() and one.kind == _PLAIN for one in shape.written)
    ] or shapes


def _without_partial(shapes: Sequence[Shape]) -> Iterator[Shape]:
    """Those that another one does not contain, with nothing more that has to be given."""
    for shape in shapes:
        if not any(other is not shape and _contains(other, shape) for other in shapes):
            yield shape


def _contains(whole: Shape, part: Shape) -> bool:
    names = [one.name for one in part.written]
    more = [one for one in whole.written if one.name not in names]
    kept = [one.name for one in whole.written if one.name in names]
    can_be_left_out = all(one.default or one.kind in {_STAR, _STARS} for one in more)
    return kept == names and bool(more) and can_be_left_out


def signature_text(shape: Shape, before: str = "", width: int = 54) -> str:
    """The shape as code; where it is longer than `width`, with a line for each of some parameters.

    Of very many parameters the first ones are enough to recognise it.
    """
    parameters = [one.text for one in shape.parameters]
    ending = f") -> {shape.returns}" if shape.returns else ")"
    line = f"{before}{shape.name}({', '.join(parameters)}{ending}"
    if len(line) <= width or not parameters:
        return line
    if len(parameters) > _MOST_LINES:
        parameters[_MOST_LINES - 1 :] = ["…"]
    rows = (f"    {one}," if one != "…" else f"    {one}" for one in parameters)
    lines = chain([f"{before}{shape.name}("], rows, [ending])
    return "\n".join(lines)
