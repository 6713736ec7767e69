"""What is put in with places to fill in, as in `for ${name} in ${names}:`."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACE = re.compile(r"\$\{([^{}]*)\}")


class Snippet(NamedTuple):
    """A text and its places to fill in, each as where it starts in the text and where it ends."""

    text: str
    places: tuple[tuple[int, int], ...]


def parse(template: str, indentation: str = "", line_end: str = "\n") -> Snippet:
    """The text that the template stands for, its further lines indented like its first."""
    template = template.replace("\n", line_end + indentation)
    pieces: list[str] = []
    places: list[tuple[int, int]] = []
    length = read = 0
    for place in _PLACE.finditer(template):
        text, name = template[read : place.start()], place.group(1)
        pieces += [text, name]
        start = length + len(text)
        length = start + len(name)
        places.append((start, length))
        read = place.end()
    return Snippet("".join([*pieces, template[read:]]), tuple(places))
