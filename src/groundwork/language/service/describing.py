"""What the name or the keyword at a place is."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from groundwork.language.protocol import Answer, Describe, Description, Nothing
from groundwork.language.service.columns import with_columns
from groundwork.language.service.docstring import parameter_text, parts_of
from groundwork.language.service.documentation import cleaned, html_of, markup_html, summary_of
from groundwork.language.service.keywords import KEYWORDS, SELF
from groundwork.language.service.known_signatures import NOTES
from groundwork.language.service.scripts import Scripts
from groundwork.language.service.signatures import Written, parsed_shape, shapes_of, signature_text
from groundwork.language.service.types_of_names import annotated_type, certain_value, type_text

if TYPE_CHECKING:
    import jedi
    from jedi.api.classes import Name
    from parso.tree import Leaf

_MOST_SHAPES = 3
_BUILT_IN = "builtins"
_WORDS = frozenset({"name", "keyword"})


def answer(scripts: Scripts, question: Describe) -> Answer:
    """The description; nothing where there is neither a name nor a keyword."""
    script = scripts.script(question.source)
    leaf = _leaf(script, question.line, question.column)
    if leaf is None:
        return Nothing()
    name = _definition(script, *leaf.start_pos) if leaf.type == "name" else None
    if name is None or name.type == "keyword":
        return _keyword(leaf.value)
    describe = _DESCRIBERS.get(name.type, _value)
    return describe(script, leaf, name)


def _leaf(script: jedi.Script, line: int, column: int) -> Leaf | None:
    """The word at a place, or the one that ends there."""
    for place in ((line, column + 1), (line, column)):
        try:
            leaf = script._module_node.get_leaf_for_position(place)  # noqa: SLF001 - what Jedi itself asks, without parsing the text again
        except ValueError:  # the text has no such place
            continue
        if leaf is not None and leaf.type in _WORDS and leaf.start_pos <= (line, column):
            return leaf
    return None


def _definition(script: jedi.Script, line: int, column: int) -> Name | None:
    names = script.goto(line, column, follow_imports=True) or script.infer(line, column)
    return names[0] if names else None


def _keyword(word: str) -> Answer:
    if word not in KEYWORDS:
        return Nothing()
    return Description(word, "keyword", word, html=markup_html(KEYWORDS[word]))


def _callable(script: jedi.Script, leaf: Leaf, name: Name) -> Answer:
    """A function, a method or a class, with the ways to call it."""
    del script
    keyword = "class " if name.type == "class" else "def "
    shapes = with_columns(shapes_of(name.get_signatures()), name)
    own = [shape for shape in shapes if shape.name == name.name]
    texts = [signature_text(shape, keyword) for shape in own[:_MOST_SHAPES]]
    kind, owner = _kind_and_owner(name, leaf)
    return Description(
        name.name, kind, "\n".join(texts) or keyword + name.name, html=_html(name), module=owner
    )


def _module(script: jedi.Script, leaf: Leaf, name: Name) -> Answer:
    del script, leaf
    full = name.full_name or name.name
    return Description(name.name, "module", f"import {full}", html=_html(name))


def _parameter(script: jedi.Script, leaf: Leaf, name: Name) -> Answer:
    function = name.parent()
    around = function.parent() if function is not None else None
    is_method = around is not None and around.type == "class"
    said = SELF.get(name.name, "") if is_method else ""
    if not said and function is not None:
        said = NOTES.get(function.full_name or "", {}).get(name.name, "")
    if not said and function is not None:
        said = parameter_text(parts_of(cleaned(function.docstring(raw=True))), name.name)
    kind = type_text(script.infer(*leaf.start_pos) or name.infer())
    written = parsed_shape("", f"({name.description.removeprefix('param ')})")
    one = written.written[0] if written and written.written else Written(name.name, "")
    text = one._replace(annotation=one.annotation or kind).text
    owner = around if function is not None and function.name == "__init__" else function
    of = owner.name if owner is not None and owner.type in {"function", "class"} else ""
    return Description(name.name, "parameter", text, kind, markup_html(said), of)


def _value(script: jedi.Script, leaf: Leaf, name: Name) -> Answer:
    """A variable, an attribute or a property: its type, and its value where that is certain."""
    found = script.infer(*leaf.start_pos)
    kind = annotated_type(name) or type_text(found)
    value = certain_value(name)
    text = name.name + (f": {kind}" if kind and kind != value else "")
    word, owner = _kind_and_owner(name, leaf)
    html = _html(name) if name.type == "property" else _type_html(found)
    return Description(name.name, word, text + (f" = {value}" if value else ""), kind, html, owner)


def _html(name: Name) -> str:
    """The documentation; of a class without any, that of its `__init__`."""
    docstring = name.docstring(raw=True) or _standard_docstring(name)
    if not docstring and name.type == "class":
        inits = (inner for inner in name.defined_names() if inner.name == "__init__")
        docstring = next((inner.docstring(raw=True) for inner in inits), "")
    return html_of(docstring)


def _standard_docstring(name: Name) -> str:
    """The docstring of something in the standard library that Jedi knows from stubs alone."""
    parent = name.parent()
    full = name.full_name or f"{parent.full_name if parent is not None else ''}.{name.name}"
    first, *rest = full.split(".")
    if first not in sys.stdlib_module_names or first not in sys.modules:
        return ""
    found: object = sys.modules[first]
    for part in rest:
        found = getattr(found, part, None)
    return getattr(found, "__doc__", None) or ""


def _type_html(found: list[Name]) -> str:
    """In short what a value of that type is; everybody knows what a number is."""
    foreign = [name for name in found if name.module_name != _BUILT_IN]
    if len(found) != 1 or not foreign or foreign[0].type not in {"instance", "class"}:
        return ""
    return summary_of(parts_of(cleaned(foreign[0].docstring(raw=True))))


def _kind_and_owner(name: Name, leaf: Leaf) -> tuple[str, str]:
    """What it is in a word, and what it belongs to: a class, or else a library."""
    parent = name.parent()
    kind = _KINDS.get(name.type, name.type)
    if parent is not None and parent.type in {"class", "instance"}:
        return _OF_CLASSES.get(kind, kind), parent.name.lstrip("_")
    if name.module_name == _BUILT_IN:
        return f"built-in {kind}", ""
    is_own = leaf.get_root_node() is _root(name)
    return kind, "" if is_own else (name.full_name or name.module_name or "").partition(".")[0]


def _root(name: Name) -> object:
    tree = name._name.tree_name  # noqa: SLF001 - Jedi has no other way to it
    return tree.get_root_node() if tree is not None else None


_KINDS = {"statement": "variable", "instance": "variable", "param": "parameter"}
_OF_CLASSES = {"function": "method", "variable": "attribute"}
_DESCRIBERS = {
    "function": _callable,
    "class": _callable,
    "module": _module,
    "namespace": _module,
    "param": _parameter,
}
