"""The entries of one check in TOML, each read as what it has to be."""

from __future__ import annotations

from groundwork.packs.checks import Comparison
from groundwork.packs.program_files import NAME_REMEDY, program_name_objection
from groundwork.packs.tables import TableReader
from groundwork.packs.wording import listed, quoted, suggestion

_MOST_TOLERANCE = 1e12


class CheckEntries:
    """Reads entries; `are_usable` turns false where one is missing that the check hangs on.

    `reader` has the entries as they are, and takes the problems.
    """

    def __init__(self, reader: TableReader, line: int) -> None:
        self.reader = reader
        self.line = line
        self.are_usable = True

    def title(self, otherwise: str) -> str:
        """The author's title, or the one made from the rest."""
        return self.reader.text("title") or otherwise

    @property
    def says(self) -> str:
        """What the author adds when the check fails."""
        return (self.reader.whole_text("says") or "").strip()

    def needed(self, key: str) -> str:
        """A text that the check cannot do without."""
        text = self.reader.text(key, is_required=True)
        self.are_usable = self.are_usable and bool(text)
        return text

    def needed_whole(self, key: str) -> str:
        """The same with all its lines, as they are."""
        text = self.reader.whole_text(key, is_required=True) or ""
        self.are_usable = self.are_usable and bool(text.strip())
        return text

    def text(self, key: str, otherwise: str = "") -> str:
        """A text with all its lines."""
        found = self.reader.whole_text(key)
        return otherwise if found is None else found

    def text_or_none(self, key: str) -> str | None:
        """A text with all its lines; None where the solution tells it."""
        return self.reader.whole_text(key)

    def texts(self, key: str) -> tuple[str, ...]:
        """A list of texts with all their lines."""
        return self.reader.whole_texts(key)

    def comparison(self) -> Comparison:
        """How texts are compared."""
        known = {one.value: one for one in Comparison}
        name = self.reader.text("compare") or Comparison.EXACT.value
        if name not in known:
            sentence = f"There is no way to compare called {quoted(name)}."
            self.reader.tell("compare", sentence, suggestion(name, known, _known(known)))
        return known.get(name, Comparison.EXACT)

    def tolerance(self) -> float:
        """How far numbers may be from each other."""
        return self.reader.number("tolerance", 0.0, _MOST_TOLERANCE)

    def count(self, key: str, default: int, most: int, least: int = 1) -> int:
        """A whole number."""
        return int(self.reader.number(key, default, most, least=least))

    def file(self, key: str, *, is_required: bool = True) -> str:
        """The relative name of a file."""
        name = self.needed(key) if is_required else self.reader.text(key)
        objection = program_name_objection(name) if name else ""
        if objection:
            self.refuse(key, objection, NAME_REMEDY)
        return name

    def refuse(self, key: str, sentence: str, remedy: str) -> None:
        """Tell why the check cannot be used."""
        self.reader.tell(key, sentence, remedy)
        self.are_usable = False


def _known(names: dict[str, Comparison]) -> str:
    return f"Known are {listed(names)}."
