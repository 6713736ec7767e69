"""Checks written as TOML: one `[[checks]]` table for each, and the limits that they run under."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from groundwork.packs.check_entries import CheckEntries
from groundwork.packs.check_kinds import KINDS
from groundwork.packs.checks import DEFAULT_LIMITS, AnyCheck, Limits
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.tables import TableReader
from groundwork.packs.toml_lines import TomlLines
from groundwork.packs.toml_text import read_toml
from groundwork.packs.wording import listed, quoted, suggestion

MOST_SECONDS = 120
_MOST_MEMORY = 4096
_MOST_OUTPUT = 65_536


@dataclass(frozen=True, slots=True)
class CheckTables:
    """What a text of TOML asks for; `limits` is None where it sets none."""

    checks: tuple[AnyCheck, ...] = ()
    limits: Limits | None = None


def read_check_tables(text: str, first_line: int, problems: ProblemCollector) -> CheckTables:
    """The checks in `text`, which begins at `first_line` of its file; what is wrong is told."""
    table, _ = read_toml(text, "the list of checks", problems, first_line=first_line)
    lines = TomlLines(text, "checks", first_line)
    reader = TableReader(table, "The list of checks", lines.of_key, problems)
    reader.tell_unknown(("checks", "limits"))
    tables = table.get("checks", [])
    if not isinstance(tables, list):
        remedy = "Begin each check with [[checks]], in two pairs of brackets."
        reader.tell("checks", "“checks” is not a list of tables.", remedy)
        tables = []
    checks = (_check(one, index, lines, problems) for index, one in enumerate(tables))
    limits = _limits(reader.table("limits"), lines, problems) if "limits" in table else None
    return CheckTables(tuple(check for check in checks if check is not None), limits)


def _limits(table: Mapping[str, object], lines: TomlLines, problems: ProblemCollector) -> Limits:
    reader = TableReader(table, "The table of limits", lines.of_key, problems)
    reader.tell_unknown(("seconds", "memory", "output"))
    default = DEFAULT_LIMITS
    return Limits(
        seconds=reader.number("seconds", default.seconds, MOST_SECONDS, least=0.1),
        memory=int(reader.number("memory", default.memory >> 20, _MOST_MEMORY, least=32)) << 20,
        output=int(reader.number("output", default.output >> 10, _MOST_OUTPUT, least=1)) << 10,
    )


def _check(
    table: object, index: int, lines: TomlLines, problems: ProblemCollector
) -> AnyCheck | None:
    line = lines.of_table(index)
    if not isinstance(table, dict):
        problems.tell(line, "A check is not a table.", "Begin each check with [[checks]].")
        return None
    reader = TableReader(table, "The check", partial(lines.of_table_key, index), problems)
    name = reader.text("kind", is_required=True)
    kind = KINDS.get(name)
    if kind is None:
        if name:
            sentence = f"There is no kind of check {quoted(name)}; the check is left out."
            reader.tell("kind", sentence, suggestion(name, KINDS, f"Known are {listed(KINDS)}."))
        return None
    reader.tell_unknown(("kind", "title", "says", *kind.keys))
    entries = CheckEntries(reader, line)
    check = kind.read(entries)
    return check if entries.are_usable else None
