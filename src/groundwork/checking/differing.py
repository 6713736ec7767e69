"""How two values differ, in a sentence."""

from __future__ import annotations

from groundwork.checking.comparison import common_length
from groundwork.checking.shortening import short_values
from groundwork.checking.values import is_same, shown

_SHORT = 60
_SHORT_KEY = 30


def differing(got: object, expected: object, tolerance: float = 0.0) -> tuple[str, str, str]:
    """A sentence for two values that differ, and both as they are shown.

    Short values stand in the sentence; of others it says where they differ.
    """
    texts = shown(got), shown(expected)
    if texts[0] == texts[1]:
        texts = f"{texts[0]} ({_kind(got)})", f"{texts[1]} ({_kind(expected)})"
    if max(map(len, texts)) <= _SHORT:
        return f"This check expected {texts[1]} and got {texts[0]}.", *texts
    return _sentence(got, expected, tolerance), *short_values(*texts)


def _sentence(got: object, expected: object, tolerance: float) -> str:
    if _kind(got) != _kind(expected):
        return f"This check expected {_article(_kind(expected))} and got {_article(_kind(got))}."
    if isinstance(got, str) and isinstance(expected, str):
        return f"The texts differ from letter {common_length(got, expected) + 1} on."
    if isinstance(got, dict) and isinstance(expected, dict):
        return _of_dictionaries(got, expected, tolerance)
    if isinstance(got, list | tuple) and isinstance(expected, list | tuple):
        return _of_rows(got, expected, tolerance)
    return "This check expected another value."


def _of_rows(
    got: list[object] | tuple[object, ...],
    expected: list[object] | tuple[object, ...],
    tolerance: float,
) -> str:
    if len(got) != len(expected):
        return f"This check expected {_items(len(expected))} and got {_items(len(got))}."
    pairs = zip(got, expected, strict=True)
    place = next(n for n, pair in enumerate(pairs) if not is_same(*pair, tolerance))
    return f"The items with index {place} differ."


def _of_dictionaries(
    got: dict[object, object], expected: dict[object, object], tolerance: float
) -> str:
    for key in expected:
        if key not in got:
            return f"The key {_key(key)} is missing."
    for key in got:
        if key not in expected:
            return f"The key {_key(key)} was not expected."
    different = next(key for key in got if not is_same(got[key], expected[key], tolerance))
    return f"The values for the key {_key(different)} differ."


def _key(key: object) -> str:
    text = shown(key)
    return text if len(text) <= _SHORT_KEY else f"{text[:_SHORT_KEY]}…"


def _items(count: int) -> str:
    return f"{count or 'no'} {'item' if count == 1 else 'items'}"


def _kind(value: object) -> str:
    return str(getattr(value, "kind", type(value).__name__))


def _article(kind: str) -> str:
    return f"{'an' if kind[:1].lower() in 'aeiou' else 'a'} {kind}"
