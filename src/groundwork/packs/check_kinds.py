"""The kinds of check that are written as TOML: which entries each has, and what comes of them."""

from __future__ import annotations

import ast
from collections.abc import Callable
from dataclasses import dataclass

from groundwork.packs import check_titles, python_entries
from groundwork.packs.check_entries import CheckEntries
from groundwork.packs.checks import (
    AnyCheck,
    CallCheck,
    FileCheck,
    HttpCheck,
    OutputCheck,
    PropertyCheck,
    RaisesCheck,
    RowsCheck,
    StructureCheck,
)
from groundwork.packs.construct_entries import construct_counts, constructs
from groundwork.packs.wording import quoted

_MOST_CASES = 5000
_LAST_STATUS = 599


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of check: its entries, besides those that every check has, and its reader."""

    keys: tuple[str, ...]
    read: Callable[[CheckEntries], AnyCheck]


def _output(entries: CheckEntries) -> OutputCheck:
    typed_input, expected = entries.text("input"), entries.text_or_none("expect")
    return OutputCheck(
        title=entries.title(check_titles.output_title(typed_input, expected)),
        says=entries.says,
        line=entries.line,
        typed_input=typed_input,
        arguments=entries.texts("arguments"),
        expected=expected,
        comparison=entries.comparison(),
        tolerance=entries.tolerance(),
    )


def _call(entries: CheckEntries) -> CallCheck:
    call, expected = (
        python_entries.expression(entries, "call"),
        python_entries.value(entries, "expect"),
    )
    return CallCheck(
        title=entries.title(check_titles.call_title(call, expected)),
        says=entries.says,
        typed_input=entries.text("input"),
        line=entries.line,
        call=call,
        setup=python_entries.statements(entries, "setup"),
        expected=expected,
        tolerance=entries.tolerance(),
    )


def _property(entries: CheckEntries) -> PropertyCheck:
    function, count = (
        python_entries.name(entries, "function"),
        entries.count("count", 50, _MOST_CASES),
    )
    return PropertyCheck(
        title=entries.title(check_titles.property_title(function, count)),
        says=entries.says,
        typed_input=entries.text("input"),
        line=entries.line,
        function=function,
        arguments=python_entries.expression(entries, "arguments"),
        count=count,
        tolerance=entries.tolerance(),
    )


def _raises(entries: CheckEntries) -> RaisesCheck:
    call, error = python_entries.expression(entries, "call"), python_entries.name(entries, "error")
    return RaisesCheck(
        title=entries.title(check_titles.raises_title(call, error)),
        says=entries.says,
        typed_input=entries.text("input"),
        line=entries.line,
        call=call,
        error=error,
        setup=python_entries.statements(entries, "setup"),
        message=entries.text("message"),
    )


def _structure(entries: CheckEntries) -> StructureCheck:
    uses, avoids = constructs(entries.reader, "uses"), constructs(entries.reader, "avoids")
    at_most = construct_counts(entries.reader, "at_most")
    if not (uses or avoids or at_most):
        sentence = "The check of structure asks for nothing."
        entries.refuse("kind", sentence, 'Write uses = ["…"], avoids = ["…"] or at_most = {…}.')
    return StructureCheck(
        title=entries.title(check_titles.structure_title(uses, avoids, at_most)),
        says=entries.says,
        line=entries.line,
        uses=uses,
        avoids=avoids,
        at_most=at_most,
        file=entries.file("file", is_required=False),
    )


def _file(entries: CheckEntries) -> FileCheck:
    file, expected = entries.file("file"), entries.text_or_none("expect")
    return FileCheck(
        title=entries.title(check_titles.file_title(file, expected)),
        says=entries.says,
        line=entries.line,
        file=file,
        typed_input=entries.text("input"),
        expected=expected,
        comparison=entries.comparison(),
        tolerance=entries.tolerance(),
    )


def _rows(entries: CheckEntries) -> RowsCheck:
    database = entries.file("database")
    return RowsCheck(
        title=entries.title(check_titles.rows_title(database)),
        says=entries.says,
        typed_input=entries.text("input"),
        line=entries.line,
        database=database,
        query=entries.needed_whole("query"),
        expected=_rows_written(entries),
    )


def _rows_written(entries: CheckEntries) -> str | None:
    """The rows as a list of tuples, which an author may write as lists."""
    written = python_entries.value(entries, "expect")
    if written is None:
        return None
    rows = ast.literal_eval(written)
    if isinstance(rows, list) and all(isinstance(row, (list, tuple)) for row in rows):
        return repr([tuple(row) for row in rows])
    sentence = f"“expect” is {quoted(written)}, which is no list of rows."
    entries.refuse("expect", sentence, """Write it like expect = "[(1, 'tea'), (2, 'rice')]".""")
    return None


def _http(entries: CheckEntries) -> HttpCheck:
    method, path = entries.text("method", "GET").upper(), entries.text("path", "/")
    status = entries.count("status", 0, _LAST_STATUS, least=0)
    if not path.startswith("/"):
        sentence = f"The path {quoted(path)} does not begin with a slash."
        entries.refuse("path", sentence, 'Write the path alone, like path = "/orders?page=2".')
    return HttpCheck(
        title=entries.title(check_titles.http_title(method, path, status)),
        says=entries.says,
        line=entries.line,
        app=python_entries.name(entries, "app", "app"),
        method=method,
        path=path,
        headers=_headers(entries),
        body=entries.text("body"),
        status=status,
        json=python_entries.json_value(entries, "json"),
        contains=entries.text("contains"),
    )


def _headers(entries: CheckEntries) -> tuple[tuple[str, str], ...]:
    pairs = entries.reader.table("headers").items()
    for name, value in pairs:
        if not isinstance(value, str):
            sentence = f"{quoted(name)} in “headers” is not a text."
            entries.reader.tell("headers", sentence, "Put it in quotes.")
    return tuple((name, value) for name, value in pairs if isinstance(value, str))


KINDS = {
    "output": Kind(("input", "arguments", "expect", "compare", "tolerance"), _output),
    "call": Kind(("call", "setup", "input", "expect", "tolerance"), _call),
    "property": Kind(("function", "arguments", "count", "input", "tolerance"), _property),
    "raises": Kind(("call", "setup", "input", "error", "message"), _raises),
    "structure": Kind(("uses", "avoids", "at_most", "file"), _structure),
    "file": Kind(("file", "input", "expect", "compare", "tolerance"), _file),
    "rows": Kind(("database", "query", "input", "expect"), _rows),
    "http": Kind(("app", "method", "path", "headers", "body", "status", "json", "contains"), _http),
}
"""The kinds by the word that authors write for `kind`."""
