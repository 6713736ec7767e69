"""The entries of a check of structure: words for constructs of Python."""

from __future__ import annotations

from groundwork.packs.constructs import CONSTRUCTS, NAMED_CONSTRUCTS
from groundwork.packs.tables import TableReader
from groundwork.packs.wording import listed, quoted, suggestion

_MOST_TIMES = 1000


def constructs(reader: TableReader, key: str) -> tuple[str, ...]:
    """A list of constructs; unknown ones are told and left out."""
    return tuple(one for one in reader.texts(key) if _is_construct(reader, key, one))


def construct_counts(reader: TableReader, key: str) -> tuple[tuple[str, int], ...]:
    """Constructs, each with the number of times that it may stand in the program."""
    counts = []
    for written, count in reader.table(key).items():
        is_whole = isinstance(count, int) and not isinstance(count, bool)
        if not isinstance(count, int) or not is_whole or not 0 <= count <= _MOST_TIMES:
            sentence = f"{quoted(written)} in {quoted(key)} has no number of times."
            reader.tell(key, sentence, f'Write {key} = {{ "for" = 1 }}.')
        elif _is_construct(reader, key, written):
            counts.append((written, count))
    return tuple(counts)


def _is_construct(reader: TableReader, key: str, written: str) -> bool:
    """Whether it can be looked for; told where it cannot."""
    kind, _, name = written.partition(" ")
    is_named = kind in NAMED_CONSTRUCTS and name.replace(".", "").isidentifier()
    if written in CONSTRUCTS or is_named:
        return True
    sentence = f"{quoted(written)} is no construct that can be looked for."
    otherwise = f"Known are {listed(CONSTRUCTS)}, and call, method, import or name with a name."
    reader.tell(key, sentence, suggestion(written, CONSTRUCTS, otherwise))
    return False
