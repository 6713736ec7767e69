"""ReStructuredText made HTML by docutils, with what Sphinx adds to it read as well as it goes.

Importing docutils takes as long as ten answers: this module is for texts that need it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from typing import Any, ClassVar

from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.parsers.rst import Directive, Parser, directives
from docutils.utils import new_document

from groundwork.language.service.light_markup import code_html, role_text, without_paragraph

_ROLE = re.compile(r"(?::[\w.+-]{1,40}){1,3}:`([^`]{1,300})`")
_DIRECTIVE = re.compile(r"^\s*\.\.\s+(?:\|[^|\n]{1,100}\|\s+)?([\w:.+-]{1,60})::", re.MULTILINE)
_BACKSLASH = re.compile(r"\\(?=\w)")
_STAND_IN = "\ue000"
"""For the backslash of `\\n`, which is written as it is in texts that nobody meant for docutils."""

_SETTINGS = {
    "file_insertion_enabled": False,
    "raw_enabled": False,
    "report_level": 5,  # nothing is reported,
    "halt_level": 5,  # nothing stops it,
    "warning_stream": False,  # and nothing is printed
    "syntax_highlight": "none",
    "line_length_limit": 1_000_000,
}
_VERSION = {
    "versionadded": "New in version {}",
    "versionchanged": "Changed in version {}",
    "deprecated": "Deprecated since version {}",
}
_TITLED = (
    "note", "tip", "hint", "important", "attention", "caution", "warning", "danger", "error",
)  # fmt: skip


class _Code(Directive):  # type: ignore[misc]  # docutils has no types
    """Code that stands as it is."""

    optional_arguments: ClassVar[int] = 1
    final_argument_whitespace: ClassVar[bool] = True
    has_content: ClassVar[bool] = True

    def run(self) -> list[nodes.Node]:
        text = "\n".join(line for line in self.content if not line.startswith(":"))
        return [nodes.literal_block(text, text.strip("\n"))]


class _Passage(Directive):  # type: ignore[misc]  # docutils has no types
    """A directive whose content is text: its title or its argument first, then that text."""

    optional_arguments: ClassVar[int] = 1
    final_argument_whitespace: ClassVar[bool] = True
    has_content: ClassVar[bool] = True

    def run(self) -> list[nodes.Node]:
        body = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, body)
        argument = " ".join(" ".join(self.arguments).split())
        title = self.name.capitalize() if self.name in _TITLED else ""
        if self.name in _VERSION:
            version, _, argument = argument.partition(" ")
            title = _VERSION[self.name].format(version)
        said = self.state.inline_text(argument, self.lineno)[0] if argument else []
        if said:
            body.insert(0, nodes.paragraph("", "", *said))
        if not body.children or not isinstance(body[0], nodes.paragraph):
            body.insert(0, nodes.paragraph())
        if title:
            body[0].insert(0, nodes.strong(title, f"{title}: " if len(body[0]) else f"{title}."))
        return list(body.children)


class _Silent(Directive):  # type: ignore[misc]  # docutils has no types
    """A directive of which nothing is shown."""

    optional_arguments: ClassVar[int] = 1
    final_argument_whitespace: ClassVar[bool] = True
    has_content: ClassVar[bool] = True

    def run(self) -> list[nodes.Node]:
        return []


_SILENT = (
    "raw", "include", "csv-table", "image", "figure", "meta", "role", "default-role", "title",
    "date", "class", "index", "module", "currentmodule", "toctree", "autosummary", "contents",
    "container", "math", "target-notes", "sectnum", "header", "footer", "highlight", "seealso",
)  # fmt: skip
_CODE = ("code", "code-block", "sourcecode", "literalinclude", "testcode", "doctest", "ipython")
_OWN: Mapping[str, type[Directive]] = {
    **dict.fromkeys(_SILENT, _Silent),
    **dict.fromkeys(_CODE, _Code),
    **dict.fromkeys((*_VERSION, *_TITLED), _Passage),
}
_KEPT = frozenset({"list-table", "table", "topic", "rubric", "epigraph", "replace", "unicode"})
for _name, _directive in _OWN.items():
    directives.register_directive(_name, _directive)


def rich_html(text: str) -> str:
    """Safe HTML of a text in reStructuredText; whatever docutils stumbles over comes through."""
    for name in set(_DIRECTIVE.findall(text)):
        if name.lower() not in _OWN and name.lower() not in _KEPT:
            directives.register_directive(name.lower(), _Passage)
    settings = get_default_settings(Parser)
    for name, value in _SETTINGS.items():
        setattr(settings, name, value)
    document = new_document("docstring", settings)
    text = _ROLE.sub(_plain_role, _BACKSLASH.sub(_STAND_IN, text))
    Parser().parse(text, document)
    return _inner(document).replace(_STAND_IN, "\\")


def _plain_role(match: re.Match[str]) -> str:
    words = " ".join(role_text(match[1]).split())
    return f"``{words}``" if words else ""


def _inner(node: nodes.Element) -> str:
    return "".join(map(_html, node.children))


def _html(node: nodes.Node) -> str:
    if isinstance(node, nodes.Text):
        return escape(node.astext())
    write = _WRITERS.get(type(node).__name__, _inner)
    return write(node)


def _in(tag: str) -> Callable[[nodes.Element], str]:
    def write(node: nodes.Element) -> str:
        inner = _inner(node)
        return f"<{tag}>{inner}</{tag}>" if inner else ""

    return write


def _nothing(node: nodes.Element) -> str:
    del node
    return ""


def _code_block(node: nodes.Element) -> str:
    return code_html(node.astext())


def _item(node: nodes.Element) -> str:
    return f"<li>{without_paragraph(_inner(node))}</li>"


def _definition(node: nodes.Element) -> str:
    """A term with its definition, or a field with its body, as an item of a list."""
    term, *rest = node.children
    body = without_paragraph("".join(map(_html, rest)))
    return f"<li><b>{_html(term)}</b>: {body}</li>"


def _row(node: nodes.Element) -> str:
    cells = (without_paragraph(_html(cell)) for cell in node.children)
    return f"<li>{': '.join(filter(None, cells))}</li>"


def _line(node: nodes.Element) -> str:
    return _inner(node) + "<br>"


_WRITERS: dict[str, Callable[[Any], str]] = {
    "paragraph": _in("p"),
    "title": _in("h4"),
    "rubric": _in("h4"),
    "subtitle": _in("h4"),
    "strong": _in("b"),
    "emphasis": _in("i"),
    "literal": _in("code"),
    "title_reference": _in("code"),
    "literal_block": _code_block,
    "doctest_block": _code_block,
    "bullet_list": _in("ul"),
    "enumerated_list": _in("ol"),
    "list_item": _item,
    "definition_list": _in("ul"),
    "definition_list_item": _definition,
    "field_list": _in("ul"),
    "field": _definition,
    "option_list": _in("ul"),
    "option_list_item": _definition,
    "tbody": _in("ul"),
    "thead": _nothing,
    "row": _row,
    "line_block": _in("p"),
    "line": _line,
    **dict.fromkeys(
        (
            "system_message", "problematic", "comment", "image", "raw", "target", "math", "pending",
            "footnote_reference", "citation_reference", "substitution_definition", "colspec",
            "math_block",
        ),
        _nothing,
    ),
}  # fmt: skip
