"""Annotations as beginners can read them: what only the type checkers of experts need is left out.

Stubs say `key: Callable[[_T], SupportsRichComparison] | None`, where `key: Callable | None` tells a
person as much. An annotation of which nothing would remain is dropped whole.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterable, Sequence

_LONGEST = 48
_UNTOLD = re.compile(
    r"_|Supports|[A-Z][A-Z0-9]?$|\w+(?:T|_co|_contra)\d?$|(?:Any|object|Self|Incomplete|Unused|Unpack|TupleAny)$"
)
"""Names that tell a reader nothing: private ones, protocols of stubs, type variables."""

_FRIENDLY = {
    "LiteralString": "str", "SupportsIndex": "int", "ReadableBuffer": "bytes", "StrPath": "str",
    "FileDescriptorOrPath": "str", "StrOrBytesPath": "str", "OpenTextMode": "str", "Text": "str",
    "ConvertibleToInt": "", "ConvertibleToFloat": "", "List": "list", "Dict": "dict",
    "Tuple": "tuple", "Set": "set", "FrozenSet": "frozenset", "Type": "type", "TypeGuard": "bool",
    "TypeIs": "bool", "EllipsisType": "", "Optional": "", "Union": "",
}  # fmt: skip
_TRANSPARENT = frozenset(
    {"Annotated", "ClassVar", "Final", "Required", "NotRequired", "ReadOnly", "Mapped"}
)
_BARE = frozenset({"Callable", "TypeGuard", "TypeIs", "Concatenate"})
_MOST_LITERALS = 4
_MOST_PARTS = 4


def plain_annotation(node: ast.expr | None) -> str:
    """What is shown of an annotation; empty where there is none, or nothing worth showing."""
    text = _plain(node) if node is not None else ""
    return text if len(text) <= _LONGEST else ""


def note_of(node: ast.expr | None) -> str:
    """The text of a `Doc` in `Annotated[…, Doc("…")]`: PEP 727, as FastAPI writes it."""
    if not isinstance(node, ast.Subscript) or _name(node.value) != "Annotated":
        return ""
    for piece in _pieces(node)[1:]:
        if isinstance(piece, ast.Call) and _name(piece.func) == "Doc" and piece.args:
            text = piece.args[0]
            if isinstance(text, ast.Constant) and isinstance(text.value, str):
                return text.value
    return ""


def merged_annotation(texts: Sequence[str]) -> str:
    """One annotation for what overloads say; empty where that would be no help.

    Where text is taken, bytes are not worth a word.
    """
    whole = joined(texts)
    parts = whole.split(" | ")
    if any("str" in part for part in parts):
        parts = [part for part in parts if "bytes" not in part.lower()]
    if len({part.partition("[")[0] for part in parts}) == 1 < len(parts):
        parts = [parts[0].partition("[")[0]]
    return " | ".join(parts) if len(parts) <= _MOST_PARTS else ""


def joined(texts: Iterable[str]) -> str:
    """The union of annotations; empty where one of them says nothing."""
    parts = [part for text in texts for part in (text.split(" | ") if text else [""])]
    ordered = sorted(dict.fromkeys(parts), key=lambda part: part == "None")
    return " | ".join(ordered) if all(ordered) else ""


def _plain(node: ast.expr) -> str:
    plain = _PLAIN.get(type(node))
    return plain(node) if plain else ""


def _plain_constant(node: ast.Constant) -> str:
    if isinstance(node.value, str):
        try:
            return _plain(ast.parse(node.value, mode="eval").body)
        except (SyntaxError, ValueError):
            return ""
    return "None" if node.value is None else ""


def _plain_name(node: ast.expr) -> str:
    name = _name(node)
    if name in _FRIENDLY:
        return _FRIENDLY[name]
    return "" if _UNTOLD.match(name) else name


def _plain_union(node: ast.BinOp) -> str:
    return joined((_plain(node.left), _plain(node.right)))


def _plain_subscript(node: ast.Subscript) -> str:
    name, pieces = _name(node.value), _pieces(node)
    if name in _TRANSPARENT:
        return _plain(pieces[0])
    if name == "Optional":
        return joined((_plain(pieces[0]), "None"))
    if name == "Union":
        return joined(map(_plain, pieces))
    if name == "Literal":
        return _plain_literal(pieces)
    base = _plain_name(node.value)
    inner = [_plain_inner(piece) for piece in pieces]
    return f"{base}[{', '.join(inner)}]" if base and name not in _BARE and all(inner) else base


def _plain_inner(node: ast.expr) -> str:
    is_dots = isinstance(node, ast.Constant) and node.value is ...
    return "..." if is_dots else _plain(node)


def _plain_literal(pieces: list[ast.expr]) -> str:
    """A few words as they are; of other values the type."""
    values = [piece.value for piece in pieces if isinstance(piece, ast.Constant)]
    if len(values) < len(pieces):
        return ""
    words = [value for value in values if isinstance(value, str)]
    if len(words) == len(values) <= _MOST_LITERALS:
        return " | ".join(f'"{word}"' for word in words)
    return joined("None" if value is None else type(value).__name__ for value in values)


def _name(node: ast.expr) -> str:
    """The last part of a name with dots."""
    if isinstance(node, ast.Attribute):
        return node.attr
    return node.id if isinstance(node, ast.Name) else ""


def _pieces(node: ast.Subscript) -> list[ast.expr]:
    return list(node.slice.elts) if isinstance(node.slice, ast.Tuple) else [node.slice]


_PLAIN: dict[type[ast.expr], Callable[..., str]] = {
    ast.Constant: _plain_constant,
    ast.Name: _plain_name,
    ast.Attribute: _plain_name,
    ast.BinOp: _plain_union,
    ast.Subscript: _plain_subscript,
}
