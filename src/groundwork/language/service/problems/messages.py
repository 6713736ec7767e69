"""What Python says where it cannot read on, in plain words; its versions say it differently."""

from __future__ import annotations

import re
from typing import NamedTuple

from groundwork.language.service.problems.reading import NULL, TOO_DEEP


class Phrase(NamedTuple):
    """The kind of a mistake, and a sentence in which `{0}` and so on are groups of the message."""

    topic: str
    sentence: str


def _said(pattern: str, topic: str, sentence: str) -> tuple[re.Pattern[str], Phrase]:
    return re.compile(pattern), Phrase(topic, sentence)


PHRASES: tuple[tuple[re.Pattern[str], Phrase], ...] = (
    _said(
        r"f-string: (?:empty expression|valid expression required)",
        "format-text",
        "Between { and } of a text with f a name or a value is missing.",
    ),
    _said(
        r"f-string: single '}'",
        "format-text",
        "A } in a text with f has no { before it. For the sign itself write it twice: }}.",
    ),
    _said(
        r"f-string: (?:expecting '}'|unmatched|closing)",
        "format-text",
        "In this text with f a { is not closed. For the sign itself write it twice: {{.",
    ),
    _said(
        r"f-string",
        "format-text",
        "What stands between { and } of this text with f is no value that Python can read.",
    ),
    _said(r"expected ':'", "missing-colon", "A colon “:” is missing here."),
    _said(r"expected '\('", "missing-brackets", "A round bracket “(” is missing here."),
    _said(
        r"'(.)' was never closed",
        "unclosed-bracket",
        "This bracket “{0}” is never closed.",
    ),
    _said(
        r"unmatched '(.)'",
        "unopened-bracket",
        "This “{0}” closes a bracket that was never opened.",
    ),
    _said(
        r"closing parenthesis '(.)' does not match opening parenthesis '(.)'",
        "wrong-bracket",
        "This “{0}” closes a bracket that was opened with “{1}”.",
    ),
    _said(
        r"unterminated triple-quoted",
        "unclosed-text",
        "This text begins with three quotes and has no end: three quotes are missing.",
    ),
    _said(r"unterminated|EOL while", "unclosed-text", "This text has no end: a quote is missing."),
    _said(
        r"Missing parentheses in call to '(\w+)'",
        "print-without-brackets",
        "“{0}” is a function: what it gets stands in round brackets.",
    ),
    _said(
        r"expected an indented block",
        "missing-indentation",
        "The lines that belong to the line above are indented by four blanks.",
    ),
    _said(
        r"unexpected indent",
        "unexpected-indentation",
        "This line is indented, but nothing above it asks for that.",
    ),
    _said(
        r"unindent does not match",
        "uneven-indentation",
        "This line begins in another column than the lines that it belongs to.",
    ),
    _said(
        r"inconsistent use of tabs",
        "mixed-tabs",
        "Some lines are indented with tabs and others with blanks.",
    ),
    _said(
        r"cannot assign to (?:True|False|None|__debug__)",
        "assignment-to-constant",
        "This word is a value of Python's own. It cannot be given another value.",
    ),
    _said(
        r"cannot assign to (literal|function call|expression|comparison|operator|attribute|"
        r"subscript|.*)",
        "assignment-to-value",
        "On the left of “=” stands a value and not a name. The name that gets the value "
        "stands on the left; to compare two values, write “==”.",
    ),
    _said(
        r"expression cannot contain assignment",
        "assignment-in-call",
        "On the left of “=” between these brackets stands the name of a parameter alone. To "
        "compare two values, write “==”.",
    ),
    _said(r"cannot delete", "delete-value", "“del” takes a name or an item, and this is neither."),
    _said(
        r"invalid syntax. Maybe you meant '==' or ':='",
        "assignment-in-condition",
        "One “=” gives a value to a name, and here is no place for that. To compare, write “==”.",
    ),
    _said(
        r"Perhaps you forgot a comma",
        "missing-comma",
        "Something is missing between these two values, perhaps a comma.",
    ),
    _said(
        r"leading zeros in decimal",
        "leading-zero",
        "A whole number does not begin with 0. Leave the 0 out, or write a text in quotes.",
    ),
    _said(
        r"invalid (?:decimal|hexadecimal|octal|binary|imaginary) literal|invalid digit",
        "odd-number",
        "This begins like a number and goes on like a word. A name begins with a letter; "
        "between a number and a name stands a sign.",
    ),
    _said(
        r"invalid non-printable character (U\+\w+)",
        "strange-sign",
        "An invisible sign stands here ({0}), perhaps from a copied text. Delete it and write "
        "a plain one.",
    ),
    _said(
        r"invalid character '(.+?)'",
        "strange-sign",
        "Python does not know the sign “{0}” here.",
    ),
    _said(
        r"unexpected character after line continuation",
        "stray-backslash",
        "A backslash goes on with the line below, so nothing may follow it. In a text it "
        "stands between the quotes.",
    ),
    _said(
        r"unexpected EOF|unexpected end",
        "unfinished",
        "The program ends in the middle of a statement.",
    ),
    _said(
        r"'(\w+)' outside (?:async )?function|'(\w+)' (?:not properly )?(?:in|outside) loop",
        "wrong-place",
        "This statement has its place inside a function or a loop. Here it is outside.",
    ),
    _said(
        r"positional argument follows keyword argument",
        "argument-order",
        "Values with a name come last: put this one before those that have one.",
    ),
    _said(
        r"(?:non-default argument follows default|parameter without a default follows)",
        "parameter-order",
        "Parameters with a value of their own come last: put this one before them.",
    ),
    _said(
        r"keyword argument repeated: (\w+)",
        "repeated-argument",
        "“{0}” is given twice in this call. Leave one of them out.",
    ),
    _said(
        r"duplicate argument '(\w+)'",
        "repeated-parameter",
        "Two parameters of this function have the name “{0}”. Give one another name.",
    ),
    _said(
        r"name '(\w+)' is (?:assigned to|used) (?:before|prior to) (\w+)",
        "late-global",
        "“{1} {0}” has to stand before the first use of “{0}” in the function.",
    ),
    _said(
        r"name '(\w+)' is parameter and (\w+)",
        "late-global",
        "“{0}” is a parameter of this function, so it cannot be “{1}” too.",
    ),
    _said(
        r"no binding for nonlocal '(\w+)'",
        "nonlocal",
        "No function around this one has a “{0}”. For a name of the whole file, write "
        "“global {0}”.",
    ),
    _said(
        r"nonlocal declaration not allowed at module level",
        "nonlocal",
        "“nonlocal” has its place inside a function that lies in another one.",
    ),
    _said(
        r"import \* only allowed at module level",
        "star-import",
        "“import *” has its place outside of functions, at the top of the file.",
    ),
    _said(
        r"multiple exception types must be parenthesized",
        "bare-exceptions",
        "Several kinds of errors stand in round brackets, as in “except (A, B):”.",
    ),
    _said(
        r"expected 'except' or 'finally' block",
        "try-alone",
        "The “try” above needs an “except” or a “finally” before the program goes on here.",
    ),
    _said(
        r"expected 'else' after 'if' expression",
        "else-missing",
        "A value with “if” needs an “else” too, as in “a if question else b”.",
    ),
    _said(
        r"Generator expression must be parenthesized",
        "bare-generator",
        "A value with “for” beside other values stands in brackets of its own.",
    ),
    _said(
        r"did you forget parentheses around the comprehension target",
        "bare-target",
        "Two values before “for” stand in round brackets, as in “[(a, b) for …]”.",
    ),
    _said(
        r"trailing comma not allowed",
        "stray-comma",
        "The comma at the end is one too many. Remove it.",
    ),
    _said(
        r"':' expected after dictionary key",
        "missing-colon",
        "In a dictionary a colon and a value follow each key, as in “key: value”.",
    ),
    _said(
        r"expression expected after dictionary key",
        "missing-value",
        "After this key and its colon the value is missing.",
    ),
    _said(
        r"unicodeescape|truncated \\",
        "path-backslash",
        "A backslash has a meaning of its own in a text. Put r before the first quote, or "
        "write each backslash twice.",
    ),
    _said(
        r"can't use starred expression|starred assignment",
        "stray-star",
        "A star has its place in a list, in brackets or in a call, not here.",
    ),
    _said(
        r"bytes can only contain ASCII",
        "bytes-letters",
        "A text with b holds plain English letters alone. Write it without b, then .encode().",
    ),
    _said(
        r"cannot mix bytes and nonbytes",
        "mixed-bytes",
        "A text with b and one without stand side by side. Both need it, or none.",
    ),
    _said(
        r"default 'except:' must be last",
        "except-order",
        "An “except:” for every error comes last: those below it would never be reached.",
    ),
    _said(
        r"makes remaining patterns unreachable",
        "case-order",
        "This “case” takes every value, so those below it are never reached. Put it last.",
    ),
    _said(
        r"from __future__ imports must occur",
        "late-future",
        "Imports from __future__ stand at the very beginning of the file.",
    ),
    _said(
        r"future feature (\S+) is not defined",
        "unknown-future",
        "Python knows no “{0}” in __future__.",
    ),
    _said(
        r"Expected one or more names after 'import'",
        "unfinished",
        "After “import” a name is missing.",
    ),
    _said(
        rf"too many (?:nested|statically nested|levels)|{TOO_DEEP}|stack overflow",
        "too-deep",
        "This is nested too deeply for Python. Take a part of it out and give it a name.",
    ),
    _said(
        NULL,
        "null-sign",
        "An invisible sign with the number 0 stands here. Delete it: no program may hold it.",
    ),
)
"""By what the message of Python holds; the first that fits is taken."""
