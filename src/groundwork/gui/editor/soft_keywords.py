"""Finds the words that are keywords of Python only in some places: match, case, type and _."""

from __future__ import annotations

import re

_NOT_AN_OPERAND = rb"(?![=.,:;)\]}&|^%@/<>!])(?!(?:and|or|in|is|if|else|for)\b)"
_MATCH = re.compile(rb"[ \t]*(match)\b[ \t]*" + _NOT_AN_OPERAND + rb"\S")
_CASE = re.compile(rb"[ \t]*(case)\b[ \t]*" + _NOT_AN_OPERAND + rb"\S")
_TYPE = re.compile(rb"[ \t]*(type)[ \t]+[^\W\d]\w*[ \t]*(?:\[.*\])?[ \t]*=(?!=)")
_WILDCARD = re.compile(rb"(?<![\w.])_(?!\w)(?![ \t]*=)")
_TEXT_OR_COMMENT = re.compile(rb"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"|#.*")


def soft_keyword_spans(line: bytes) -> list[tuple[int, int]]:
    """Where in a line of UTF-8 the soft keywords stand, as pairs of start and end in bytes."""
    code = _TEXT_OR_COMMENT.sub(_blanked, line.rstrip())
    if found := _TYPE.match(code):
        return [found.span(1)]
    if (found := _MATCH.match(code)) and code.rstrip().endswith(b":"):
        return [found.span(1)]
    if found := _CASE.match(code):
        end = _end_of_pattern(code, found.end(1))
        if end > 0:
            return [found.span(1), *(m.span() for m in _WILDCARD.finditer(code, found.end(1), end))]
    return []


def _blanked(found: re.Match[bytes]) -> bytes:
    """As many bytes as there were, none of which means anything: `#` becomes space."""
    text = found.group()
    return b" " * len(text) if text.startswith(b"#") else b"0" * len(text)


def _end_of_pattern(code: bytes, start: int) -> int:
    """Where the colon stands that ends a pattern, outside brackets; -1 where there is none."""
    depth = 0
    for index in range(start, len(code)):
        sign = code[index : index + 1]
        depth += (sign in b"([{") - (sign in b")]}")
        if sign == b":" and depth == 0:
            is_annotated_item = code[start:].lstrip()[:1] in (b"[", b"(") and index + 1 < len(code)
            return -1 if is_annotated_item and b"=" in code[index:] else index
    return -1
