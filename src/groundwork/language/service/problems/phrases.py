"""Tells a mistake that nothing mends in plain words."""

from __future__ import annotations

from groundwork.language.service.problems.messages import PHRASES, Phrase
from groundwork.language.service.problems.program import Program
from groundwork.language.service.problems.reading import Mistake
from groundwork.language.service.problems.tokens import NAME, UNCLOSED, Token


def explained(program: Program, mistake: Mistake) -> Phrase:
    """The mistake in plain words."""
    for pattern, phrase in PHRASES:
        match = pattern.search(mistake.message)
        if match:
            groups = [group for group in match.groups() if group]
            return Phrase(phrase.topic, _filled(phrase.sentence, groups))
    return _of_invalid_syntax(program, mistake)


def _filled(sentence: str, groups: list[str]) -> str:
    for index, group in enumerate(groups):
        sentence = sentence.replace(f"{{{index}}}", group)
    return sentence


def _of_invalid_syntax(program: Program, mistake: Mistake) -> Phrase:
    """What can be said where Python itself says no more than that it cannot read on."""
    index = program.token_index(mistake.start)
    here = program.tokens[index] if index < len(program.tokens) else None
    code = program.code(program.line_at(mistake.start))
    before = [token for token in code if token.end <= mistake.start]
    for recognises in (_reserved, _continuation, _unfinished, _sign):
        sentence = recognises(here, before)
        if sentence is not None:
            return sentence
    shown = f"“{here.text}”" if here and here.is_code and here.kind != UNCLOSED else "this"
    return Phrase(
        "unreadable",
        f"Python cannot read on at {shown}. Look here and just before it: a sign may be missing "
        "or one too many.",
    )


def _reserved(here: Token | None, before: list[Token]) -> Phrase | None:
    """A word of Python's own where a name is wanted."""
    word = here if here is not None and here.is_keyword else None
    if here is not None and here.text in {"=", ":"} and len(before) == 1 and before[0].is_keyword:
        word = before[0]
    is_naming = bool(before) and before[-1].text in {"def", "class", "import", "as", "for", "."}
    if word is None or not (is_naming or word in before):
        return None
    return Phrase(
        "reserved-word",
        f"“{word.text}” is a word of Python's own, so nothing else can have it as its name. "
        f"“{word.text}_” would do.",
    )


def _continuation(here: Token | None, before: list[Token]) -> Phrase | None:
    if here is None or here.text not in {"else", "elif", "except", "finally"}:
        return None
    if before:
        return Phrase("two-statements", f"“{here.text}” begins a line of its own.")
    above = "a “try”" if here.text in {"except", "finally"} else "an “if”"
    return Phrase(
        "block-without-start",
        f"“{here.text}” belongs to {above} above it, and begins in the same column. There is none "
        "here.",
    )


def _unfinished(here: Token | None, before: list[Token]) -> Phrase | None:
    if (here is not None and here.is_code) or not before:
        return None
    last = before[-1]
    if last.kind == NAME and not last.is_keyword:
        return None
    return Phrase(
        "unfinished", f"After “{last.text}” something is missing: the line ends too soon."
    )


def _sign(here: Token | None, before: list[Token]) -> Phrase | None:
    del before
    if here is None or here.text not in {"?", "$", "!", "`"}:
        return None
    return Phrase("foreign-sign", f"The sign “{here.text}” has no meaning in Python at this place.")
