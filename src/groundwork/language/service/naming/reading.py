"""Reads a program: every name in it, and the scopes that they belong to."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable
from typing import Any

from groundwork.language.service.naming.scopes import Class, Kind, Module, Occurrence, Role, Scope
from groundwork.language.service.naming.text import Text

_Function = ast.FunctionDef | ast.AsyncFunctionDef
_Comprehension = ast.ListComp | ast.SetComp | ast.DictComp | ast.GeneratorExp


class Reader:
    """Collects the names of one program; `is_exact` is false where it lost sight of one."""

    def __init__(self, tree: ast.Module, text: Text) -> None:
        self.occurrences: list[Occurrence] = []
        self.classes: list[Class] = []
        self.is_exact = True
        self._text = text
        self._count = 0
        self.module = self._open(Kind.MODULE, None)
        self._readers: dict[type[ast.AST], Callable[[Any, Scope], None]] = {
            ast.Name: self._name,
            ast.Attribute: self._attribute,
            ast.keyword: self._keyword,
            ast.NamedExpr: self._named_expression,
            ast.FunctionDef: self._function,
            ast.AsyncFunctionDef: self._function,
            ast.Lambda: self._lambda,
            ast.ClassDef: self._class,
            ast.Global: self._global,
            ast.Nonlocal: self._nonlocal,
            ast.Import: self._import,
            ast.ImportFrom: self._import_from,
            ast.ExceptHandler: self._except,
            ast.MatchAs: self._match_name,
            ast.MatchStar: self._match_name,
            ast.MatchMapping: self._match_mapping,
            ast.MatchClass: self._match_class,
        }
        self._readers |= dict.fromkeys(_Comprehension.__args__, self._comprehension)
        if hasattr(ast, "TypeAlias"):  # Python 3.12
            self._readers[ast.TypeAlias] = self._type_alias
        self._all(tree.body, self.module)

    def _open(self, kind: Kind, parent: Scope | None) -> Scope:
        self._count += 1
        return Scope(kind, parent, self._count)

    def _all(self, nodes: Iterable[ast.AST | None], scope: Scope) -> None:
        for node in nodes:
            if node is not None:
                self._read(node, scope)

    def _read(self, node: ast.AST, scope: Scope) -> None:
        read = self._readers.get(type(node))
        if read is not None:
            read(node, scope)
        else:
            self._all(ast.iter_child_nodes(node), scope)

    def _add(self, name: str, place: tuple[int, int] | None, scope: Scope, **more: Any) -> None:  # noqa: ANN401 - the fields of an occurrence
        """Note a name; one that does not stand where it should is lost."""
        if place is None or not self._text.stands_at(name, *place):
            self.is_exact = False
            return
        role = more.pop("role", Role.VARIABLE)
        self.occurrences.append(Occurrence(name, *place, scope, role, **more))

    def _bind(
        self, name: str, place: tuple[int, int] | None, scope: Scope, module: Module | None = None
    ) -> None:
        scope.bound.add(name)
        self._add(name, place, scope, is_binding=True, module=module)

    def _start(self, node: Any) -> tuple[int, int]:  # noqa: ANN401 - whatever has a place
        return node.lineno, self._text.column(node.lineno, node.col_offset)

    def _end(self, node: Any) -> tuple[int, int]:  # noqa: ANN401 - whatever has a place
        return node.end_lineno, self._text.column(node.end_lineno, node.end_col_offset)

    def _before_end(self, name: str, node: ast.AST) -> tuple[int, int] | None:
        """Where the name stands that `node` ends with."""
        word = self._text.last(name, *self._end(node))
        if word is not None:
            return word.line, word.column
        line, column = self._end(node)  # in a text, whose words are none of the program
        return line, column - len(name)

    def _after_start(self, name: str, start: tuple[int, int]) -> tuple[int, int] | None:
        word = self._text.first(name, *start)
        return None if word is None else (word.line, word.column)

    def _name(self, node: ast.Name, scope: Scope) -> None:
        if isinstance(node.ctx, ast.Load):
            self._add(node.id, self._start(node), scope)
        else:
            self._bind(node.id, self._start(node), scope)

    def _named_expression(self, node: ast.NamedExpr, scope: Scope) -> None:
        self._read(node.value, scope)
        while scope.kind is Kind.COMPREHENSION and scope.parent is not None:
            scope = scope.parent
        self._name(node.target, scope)

    def _attribute(self, node: ast.Attribute, scope: Scope) -> None:
        self._read(node.value, scope)
        line, column = self._end(node)
        place = (line, column - len(node.attr))
        if not self._text.stands_at(node.attr, *place):
            place = self._before_end(node.attr, node) or place
        is_binding = not isinstance(node.ctx, ast.Load)
        self._add(
            node.attr, place, scope, role=Role.ATTRIBUTE, is_binding=is_binding, receiver=node.value
        )

    def _keyword(self, node: ast.keyword, scope: Scope) -> None:
        if node.arg is not None:
            self._add(node.arg, self._start(node), scope, role=Role.KEYWORD)
        self._read(node.value, scope)

    def _function(self, node: _Function, scope: Scope) -> None:
        self._bind(node.name, self._after_start(node.name, self._start(node)), scope)
        self._all(node.decorator_list, scope)
        around = self._type_parameters(node, scope)
        body = self._open(Kind.FUNCTION, around)
        if scope.kind is Kind.CLASS and not _is_static(node):
            first = [*node.args.posonlyargs, *node.args.args][:1]
            body.receiver = first[0].arg if first else ""
        self._parameters(node.args, scope, around, body)
        self._all([node.returns], around)
        self._all(node.body, body)

    def _lambda(self, node: ast.Lambda, scope: Scope) -> None:
        body = self._open(Kind.FUNCTION, scope)
        self._parameters(node.args, scope, scope, body)
        self._read(node.body, body)

    def _parameters(
        self, arguments: ast.arguments, outside: Scope, around: Scope, body: Scope
    ) -> None:
        self._all([*arguments.defaults, *arguments.kw_defaults], outside)
        several = [*arguments.posonlyargs, *arguments.args, arguments.vararg]
        for argument in (*several, *arguments.kwonlyargs, arguments.kwarg):
            if argument is not None:
                self._all([argument.annotation], around)
                self._bind(argument.arg, self._start(argument), body)
                body.parameters.add(argument.arg)

    def _type_parameters(self, node: Any, scope: Scope) -> Scope:  # noqa: ANN401 - whatever may have them
        """The scope of what stands in square brackets behind a name, since Python 3.12."""
        parameters = getattr(node, "type_params", [])
        if not parameters:
            return scope
        inner = self._open(Kind.TYPE_PARAMETERS, scope)
        for parameter in parameters:
            self._bind(
                parameter.name, self._after_start(parameter.name, self._start(parameter)), inner
            )
            self._all(ast.iter_child_nodes(parameter), inner)
        return inner

    def _type_alias(self, node: Any, scope: Scope) -> None:  # noqa: ANN401 - unknown to Python 3.11
        self._read(node.name, scope)
        self._read(node.value, self._type_parameters(node, scope))

    def _class(self, node: ast.ClassDef, scope: Scope) -> None:
        self._bind(node.name, self._after_start(node.name, self._start(node)), scope)
        self._all(node.decorator_list, scope)
        around = self._type_parameters(node, scope)
        self._all([*node.bases, *node.keywords], around)
        body = self._open(Kind.CLASS, around)
        self.classes.append(Class(node.name, body, scope, node.bases))
        self._all(node.body, body)

    def _comprehension(self, node: _Comprehension, scope: Scope) -> None:
        inner = self._open(Kind.COMPREHENSION, scope)
        self._read(node.generators[0].iter, scope)
        for index, generator in enumerate(node.generators):
            later = [generator.iter] if index else []
            self._all([*later, generator.target, *generator.ifs], inner)
        results = [node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt]
        self._all(results, inner)

    def _global(self, node: ast.Global, scope: Scope) -> None:
        scope.of_module.update(node.names)
        scope.module.bound.update(node.names)
        self._declared(node, scope)

    def _nonlocal(self, node: ast.Nonlocal, scope: Scope) -> None:
        scope.of_outside.update(node.names)
        self._declared(node, scope)

    def _declared(self, node: ast.Global | ast.Nonlocal, scope: Scope) -> None:
        place: tuple[int, int] | None = self._start(node)
        for name in node.names:
            place = self._after_start(name, place) if place else None
            self._add(name, place, scope)

    def _import(self, node: ast.Import, scope: Scope) -> None:
        for alias in node.names:
            if alias.asname is not None:
                place = self._before_end(alias.asname, alias)
                self._bind(alias.asname, place, scope, Module(alias.name))
            else:
                name = alias.name.partition(".")[0]
                self._bind(name, self._start(alias), scope, Module(name))

    def _import_from(self, node: ast.ImportFrom, scope: Scope) -> None:
        module = Module(node.module or "", node.level)
        for alias in node.names:
            if alias.name == "*":
                continue
            self._add(alias.name, self._start(alias), scope, role=Role.IMPORTED, module=module)
            if alias.asname is None:
                self._bind(alias.name, self._start(alias), scope)
            else:
                self._bind(alias.asname, self._before_end(alias.asname, alias), scope)

    def _except(self, node: ast.ExceptHandler, scope: Scope) -> None:
        self._all([node.type], scope)
        if node.name is not None and node.type is not None:
            self._bind(node.name, self._after_start(node.name, self._end(node.type)), scope)
        self._all(node.body, scope)

    def _match_name(self, node: ast.MatchAs | ast.MatchStar, scope: Scope) -> None:
        self._all(ast.iter_child_nodes(node), scope)
        if node.name is not None:
            self._bind(node.name, self._before_end(node.name, node), scope)

    def _match_mapping(self, node: ast.MatchMapping, scope: Scope) -> None:
        self._all(ast.iter_child_nodes(node), scope)
        if node.rest is not None:
            self._bind(node.rest, self._before_end(node.rest, node), scope)

    def _match_class(self, node: ast.MatchClass, scope: Scope) -> None:
        self._all([node.cls, *node.patterns, *node.kwd_patterns], scope)
        for name, pattern in zip(node.kwd_attrs, node.kwd_patterns, strict=True):
            word = self._text.last(name, *self._start(pattern))
            place = None if word is None else (word.line, word.column)
            self._add(name, place, scope, role=Role.ATTRIBUTE, receiver=node.cls)


def _is_static(node: _Function) -> bool:
    return any(
        isinstance(one, ast.Name) and one.id == "staticmethod" for one in node.decorator_list
    )
