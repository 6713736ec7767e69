"""How objects of SQLAlchemy's classes are made, which no signature of their own tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from groundwork.language.service.signatures import Shape, Written
from groundwork.language.service.types_of_names import annotated_type

if TYPE_CHECKING:
    from jedi.api.classes import Name

_COLUMN = re.compile(r"\w+\s*(?::\s*(?:\w+\.)*Mapped\[|=\s*(?:\w+\.)*(?:Column|mapped_column)\()")
_TAKES_ANYTHING = frozenset({"**"})


def with_columns(shapes: Sequence[Shape], name: Name) -> tuple[Shape, ...]:
    """The shapes; for a class that seems to take nothing, its columns as arguments with names."""
    takes_nothing = all(one.kind in _TAKES_ANYTHING for shape in shapes for one in shape.written)
    if name.type != "class" or not takes_nothing:
        return tuple(shapes)
    columns = [inner for inner in name.defined_names() if _COLUMN.match(inner.description)]
    if not columns:
        return tuple(shapes)
    written = (Written(one.name, "keyword", annotated_type(one)) for one in columns)
    return (Shape(name.name, tuple(written)),)
