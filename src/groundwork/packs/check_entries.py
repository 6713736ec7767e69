"""The entries of one check in TOML that hold Python, each read as what it has to be."""

from __future__ import annotations

import json

from groundwork.packs.constructs import CONSTRUCTS, NAMED_CONSTRUCTS
from groundwork.packs.plain_entries import PlainEntries
from groundwork.packs.python_text import syntax_fault, value_fault
from groundwork.packs.wording import listed, quoted, suggestion

_MOST_TIMES = 1000


class CheckEntries(PlainEntries):
    """Reads all entries of a check, those too that are written in Python."""

    def expression(self, key: str) -> str:
        """An expression of Python that the check cannot do without."""
        written = self._reader.whole_text(key, is_required=True)
        fault = syntax_fault(written, "eval") if written else ""
        if fault or written == "":
            sentence = f"{quoted(key)} is no expression of Python: {fault or 'it is empty'}."
            self._reader.tell(key, sentence, f'Write one like {key} = "total([1, 2])".')
        self.are_usable = self.are_usable and bool(written) and not fault
        return (written or "").strip()

    def statements(self, key: str) -> str:
        """Lines of Python, or none."""
        written = self.text(key)
        fault = syntax_fault(written, "exec")
        if fault:
            sentence = f"{quoted(key)} is not valid Python: {fault}."
            self._reader.tell(key, sentence, "Write it as lines of a program.")
            self.are_usable = False
        return written

    def value(self, key: str) -> str | None:
        """A value as Python writes it; None, for the solution's, where there is none or no value.

        Numbers, booleans and lists of TOML are taken as they are; a text holds Python.
        """
        given = self._reader.value(key)
        if given is None:
            return None
        written = given.strip() if isinstance(given, str) else repr(given)
        fault = value_fault(written)
        if fault:
            sentence = f"{quoted(key)} is no value of Python: {quoted(written)} {fault}."
            remedy = f"""Write one like {key} = "[1, 2]", and a text like {key} = "'tea'"."""
            self._reader.tell(key, sentence, remedy)
            self.are_usable = False
            return None
        return written

    def json(self, key: str) -> str | None:
        """JSON, as a text of JSON or Python or as a value of TOML; None where there is none."""
        given = self._reader.value(key)
        if isinstance(given, str) and _is_json(given):
            return given.strip()
        return self.value(key)

    def name(self, key: str, otherwise: str = "") -> str:
        """A name of Python, with dots or without."""
        name = (self._reader.text(key) or otherwise) if otherwise else self.needed(key)
        if name and not all(part.isidentifier() for part in name.split(".")):
            sentence = f"{quoted(key)} is {quoted(name)}, which is no name."
            self._reader.tell(key, sentence, "Write the name alone, without parentheses.")
            self.are_usable = False
        return name

    def constructs(self, key: str) -> tuple[str, ...]:
        """Words for constructs of Python; unknown ones are told and left out."""
        return tuple(one for one in self._reader.texts(key) if self._is_construct(key, one))

    def construct_counts(self, key: str) -> tuple[tuple[str, int], ...]:
        """Constructs, each with the number of times that it may stand in the program."""
        counts = []
        for name, count in self._reader.table(key).items():
            is_whole = isinstance(count, int) and not isinstance(count, bool)
            if not isinstance(count, int) or not is_whole or not 0 <= count <= _MOST_TIMES:
                sentence = f"{quoted(name)} in {quoted(key)} has no number of times."
                self._reader.tell(key, sentence, f'Write {key} = {{ "for" = 1 }}.')
            elif self._is_construct(key, name):
                counts.append((name, count))
        return tuple(counts)

    def text_pairs(self, key: str) -> tuple[tuple[str, str], ...]:
        """Names with their texts, such as headers."""
        pairs = self._reader.table(key).items()
        for name, value in pairs:
            if not isinstance(value, str):
                sentence = f"{quoted(name)} in {quoted(key)} is not a text."
                self._reader.tell(key, sentence, "Put it in quotes.")
        return tuple((name, value) for name, value in pairs if isinstance(value, str))

    def _is_construct(self, key: str, written: str) -> bool:
        kind, _, name = written.partition(" ")
        is_named = kind in NAMED_CONSTRUCTS and name.replace(".", "").isidentifier()
        if written in CONSTRUCTS or is_named:
            return True
        sentence = f"{quoted(written)} is no construct that can be looked for."
        otherwise = f"Known are {listed(CONSTRUCTS)}, and call, method, import or name with a name."
        self._reader.tell(key, sentence, suggestion(written, CONSTRUCTS, otherwise))
        return False


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True
