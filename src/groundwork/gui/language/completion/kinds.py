"""What a candidate can be: its icon, its colour, its name in a sentence."""

from __future__ import annotations

from typing import NamedTuple

from groundwork.gui.theme import Theme


class Kind(NamedTuple):
    """An icon, and the role of the theme that tints it."""

    icon: str
    role: str

    def tint(self, theme: Theme) -> str:
        """The colour of the icon."""
        colour: str = getattr(theme, self.role)
        return colour


_KINDS = {
    "module": Kind("kind-module", "builtin"),
    "class": Kind("kind-class", "class_name"),
    "function": Kind("kind-function", "function"),
    "method": Kind("kind-method", "function"),
    "property": Kind("kind-property", "number"),
    "variable": Kind("kind-variable", "text"),
    "parameter": Kind("kind-parameter", "text"),
    "keyword": Kind("kind-keyword", "keyword"),
    "file": Kind("kind-file", "string"),
    "key": Kind("kind-key", "string"),
    "snippet": Kind("kind-snippet", "accent"),
}
"""Each has a shape of its own: the colour only helps."""

KIND_NAMES = frozenset(_KINDS)


def kind_named(name: str) -> Kind:
    """The kind of that name; what is not known is a variable."""
    return _KINDS.get(name, _KINDS["variable"])
