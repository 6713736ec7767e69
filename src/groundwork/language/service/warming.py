"""Gets to know modules before anybody waits for them."""

from __future__ import annotations

from groundwork.language.protocol import Answer, Nothing, Source, Warm
from groundwork.language.service.members import MEMBERS
from groundwork.language.service.scripts import Scripts

_EVERYDAY = {
    "import builtins": '"a b".split()',
    "import typing": '[one for one in {"a": [1]}.items()][0]',
    "import io": 'open("a").read()',
}
"""Expressions for which Jedi reads what it needs of the builtin types, of types, and of files."""


def answer(scripts: Scripts, question: Warm) -> Answer:
    """Nothing, once what the imports of the question name is known, and what it has.

    Some stand for more than themselves: for what every program uses.
    """
    text = _EVERYDAY.get(question.text.strip(), question.text)
    script = scripts.script(Source(question.folder, "warm.py", text))
    for name in script.get_names(all_scopes=True):
        MEMBERS.learn(name._name.infer())  # noqa: SLF001 - Jedi has no other way
    for number, line in enumerate(text.splitlines(), start=1):
        script.infer(number, len(line.rstrip()))
    return Nothing()
