"""Reading the entries of a TOML table, telling each that is missing, ill-typed or unknown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from itertools import islice

from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import listed, one_line, quoted, suggestion

_LONGEST_TEXT = 1000
_MOST_UNKNOWN = 200


class TableReader:
    """Reads one table; `place` names it in sentences, `line_of` finds the line of a key."""

    def __init__(
        self,
        table: Mapping[str, object],
        place: str,
        line_of: Callable[[str], int],
        problems: ProblemCollector,
    ) -> None:
        self._table = table
        self._place = place
        self._line_of = line_of
        self._problems = problems

    def text(self, key: str, *, is_required: bool = False) -> str:
        """The text under `key` on one line; empty, and told, where there is none."""
        value = self._table.get(key)
        if value is None:
            if is_required:
                self._tell(key, f"{self._place} has no {quoted(key)}.", f'Add {key} = "…".')
            return ""
        if not isinstance(value, str):
            self._tell(key, f"{quoted(key)} is not a text.", f'Put it in quotes: {key} = "…".')
            return ""
        return self._checked(key, one_line(value), is_required=is_required)

    def texts(self, key: str) -> tuple[str, ...]:
        """The list of texts under `key`, each on one line; what is no text is told, left out."""
        return tuple(one_line(one)[:_LONGEST_TEXT] for one in self.whole_texts(key))

    def whole_texts(self, key: str) -> tuple[str, ...]:
        """The same, each text as it is."""
        value = self._table.get(key, ())
        if not isinstance(value, (list, tuple)):
            self._tell(key, f"{quoted(key)} is not a list.", f'Write {key} = ["…", "…"].')
            return ()
        if not all(isinstance(one, str) for one in value):
            remedy = "Put each entry in quotes."
            self._tell(key, f"{quoted(key)} holds something that is not a text.", remedy)
        return tuple(one for one in value if isinstance(one, str))

    def whole_text(self, key: str, *, is_required: bool = False) -> str | None:
        """The text under `key` with all its lines; None, and told where required, if none is."""
        value = self._table.get(key)
        if value is None and is_required:
            self._tell(key, f"{self._place} has no {quoted(key)}.", f'Add {key} = "…".')
        if value is None or isinstance(value, str):
            return value
        self._tell(key, f"{quoted(key)} is not a text.", f'Put it in quotes: {key} = "…".')
        return None

    def number(self, key: str, default: float, most: float, *, least: float = 0) -> float:
        """The number under `key`; `default`, and told, where it is none or out of its range."""
        value = self._table.get(key, default)
        is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
        if isinstance(value, (int, float)) and is_number and least <= value <= most:
            return value
        sentence = f"{quoted(key)} is no number from {least:g} to {most:g}."
        self._tell(key, sentence, f"Write a number alone, like {key} = {default:g}.")
        return default

    def table(self, key: str) -> Mapping[str, object]:
        """The table under `key`; empty, and told, where it is something else."""
        value = self._table.get(key, {})
        if isinstance(value, dict):
            return value
        self._tell(key, f"{quoted(key)} is not a table.", f'Write {key} = {{ "…" = … }}.')
        return {}

    def value(self, key: str) -> object:
        """Whatever stands under `key`; None where nothing does."""
        return self._table.get(key)

    def tell(self, key: str, sentence: str, remedy: str) -> None:
        """Tell what else is wrong with the entry `key`."""
        self._tell(key, sentence, remedy)

    def tell_unknown(self, known: Iterable[str]) -> None:
        """Tell every key that is not among `known`."""
        names = tuple(known)
        unknown = (key for key in self._table if key not in names)
        for key in islice(unknown, _MOST_UNKNOWN):
            remedy = suggestion(key, names, f"Known are {listed(names)}; delete the line.")
            self._tell(key, f"{self._place} has an unknown entry {quoted(key)}.", remedy)

    def _checked(self, key: str, text: str, *, is_required: bool) -> str:
        if is_required and not text:
            self._tell(key, f"{quoted(key)} is empty.", "Write something between the quotes.")
        if len(text) > _LONGEST_TEXT:
            remedy = f"Use at most {_LONGEST_TEXT} characters."
            self._tell(key, f"{quoted(key)} is {len(text)} characters long.", remedy)
        return text[:_LONGEST_TEXT]

    def _tell(self, key: str, sentence: str, remedy: str) -> None:
        self._problems.tell(self._line_of(key), sentence, remedy)
