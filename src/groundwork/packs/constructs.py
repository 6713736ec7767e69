"""The constructs of Python that a check of structure can ask for, and how they are read out."""

from __future__ import annotations

CONSTRUCTS = {
    "assert": "an assert",
    "async function": "an async function",
    "await": "an await",
    "break": "a break",
    "class": "a class",
    "comprehension": "a comprehension",
    "conditional expression": "a conditional expression",
    "continue": "a continue",
    "decorator": "a decorator",
    "dict": "a dict display",
    "dict comprehension": "a dict comprehension",
    "else on loop": "an else on a loop",
    "f-string": "an f-string",
    "for": "a for loop",
    "function": "a function",
    "generator expression": "a generator expression",
    "global": "a global",
    "if": "an if",
    "import": "an import",
    "lambda": "a lambda",
    "list": "a list display",
    "list comprehension": "a list comprehension",
    "loop": "a loop",
    "match": "a match",
    "raise": "a raise",
    "return": "a return",
    "set": "a set display",
    "set comprehension": "a set comprehension",
    "slice": "a slice",
    "starred": "a starred name",
    "try": "a try",
    "tuple": "a tuple display",
    "while": "a while loop",
    "with": "a with",
    "yield": "a yield",
}
"""Each construct by the word that authors write, with its name in a sentence."""

NAMED_CONSTRUCTS = ("call", "method", "import", "name")
"""Constructs that a name follows: `call sorted`, `method append`, `import re`, `name total`."""


def construct_in_words(construct: str) -> str:
    """What authors write for a construct, as a sentence names it: a loop, sorted(), import re."""
    kind, _, name = construct.partition(" ")
    if construct in CONSTRUCTS or not name:
        return CONSTRUCTS.get(construct, construct)
    return {"call": f"{name}()", "method": f".{name}()", "import": f"import {name}"}.get(kind, name)
