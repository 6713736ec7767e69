"""The anchors of headings: what a link names after its `#`, as code hosts make them."""

from __future__ import annotations

import unicodedata

_WORD_CATEGORIES = ("L", "M", "Nd", "Nl", "Pc")


class AnchorMaker:
    """Gives every heading of one page an anchor of its own."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self._numbers: dict[str, int] = {}

    def anchor(self, text: str) -> str:
        """The anchor of the next heading; a number tells headings of the same words apart."""
        plain = _slug(text)
        anchor, number = plain, self._numbers.get(plain, 0)
        while anchor in self._taken:
            number += 1
            anchor = f"{plain}-{number}"
        self._numbers[plain] = number
        self._taken.add(anchor)
        return anchor


def _slug(text: str) -> str:
    kept = "".join(character for character in text.lower() if _is_kept(character))
    return kept.replace(" ", "-")


def _is_kept(character: str) -> bool:
    is_word = unicodedata.category(character).startswith(_WORD_CATEGORIES)
    return is_word or character in "- "
