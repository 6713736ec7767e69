"""The entries of a check that hold Python: expressions, statements, values and names."""

from __future__ import annotations

import json

from groundwork.packs.check_entries import CheckEntries
from groundwork.packs.python_text import syntax_fault, value_fault
from groundwork.packs.wording import quoted


def expression(entries: CheckEntries, key: str) -> str:
    """An expression that the check cannot do without."""
    written = entries.reader.whole_text(key, is_required=True)
    fault = syntax_fault(written, "eval") if written else ""
    if fault or written == "":
        sentence = f"{quoted(key)} is no expression of Python: {fault or 'it is empty'}."
        entries.reader.tell(key, sentence, f'Write one like {key} = "total([1, 2])".')
    entries.are_usable = entries.are_usable and bool(written) and not fault
    return (written or "").strip()


def statements(entries: CheckEntries, key: str) -> str:
    """Lines of a program, or none."""
    written = entries.text(key)
    fault = syntax_fault(written, "exec")
    if fault:
        sentence = f"{quoted(key)} is not valid Python: {fault}."
        entries.refuse(key, sentence, "Write it as lines of a program.")
    return written


def value(entries: CheckEntries, key: str) -> str | None:
    """A value as Python writes it; None, for the solution's, where there is none or no value.

    Numbers, booleans and lists of TOML are taken as they are; a text holds Python.
    """
    given = entries.reader.value(key)
    if given is None:
        return None
    written = given.strip() if isinstance(given, str) else repr(given)
    fault = value_fault(written)
    if not fault:
        return written
    sentence = f"{quoted(key)} is no value of Python: {quoted(written)} {fault}."
    remedy = f"""Write one like {key} = "[1, 2]", and a text like {key} = "'tea'"."""
    entries.refuse(key, sentence, remedy)
    return None


def json_value(entries: CheckEntries, key: str) -> str | None:
    """JSON, as a text of JSON or Python or as a value of TOML; None where there is none."""
    given = entries.reader.value(key)
    if isinstance(given, str) and _is_json(given):
        return given.strip()
    return value(entries, key)


def name(entries: CheckEntries, key: str, otherwise: str = "") -> str:
    """A name, with dots or without; one that is needed, where there is no other."""
    written = (entries.reader.text(key) or otherwise) if otherwise else entries.needed(key)
    if written and not all(part.isidentifier() for part in written.split(".")):
        sentence = f"{quoted(key)} is {quoted(written)}, which is no name."
        entries.refuse(key, sentence, "Write the name alone, without parentheses.")
    return written


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
