"""The front matter of a lesson: a few lines of YAML between two lines of `---`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Self

from groundwork.aids import AIDS
from groundwork.packs.problems import ProblemCollector
from groundwork.packs.wording import listed, one_line, quoted, suggestion

KEYS = ("title", "summary", "minutes", "without", "why")
LONGEST = 20_000
"""How many characters of a lesson may be front matter."""

_FENCE = re.compile(r"---[ \t]*\n")
_CLOSING_FENCE = re.compile(r"^---[ \t]*$", re.MULTILINE)
_LONGEST_TEXT = 1000
_MOST_MINUTES = 10_000

# The form that nearly every lesson uses; it is read without YAML, which takes longer to import
# than a thousand lessons take to read. A property test proves that both read it alike.
_UNPRINTABLE = r"\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff"
_PLAIN_VALUE = rf"[^\W_](?:[^#:{_UNPRINTABLE}]|:(?! |$)|(?<! )#)*"
_QUOTED_VALUE = rf"""[^"\\{_UNPRINTABLE}]*"""
_PLAIN_LINE = re.compile(
    rf"""(?P<key>[a-z]+):[ ]+(?:(?P<plain>{_PLAIN_VALUE})|"(?P<quoted>{_QUOTED_VALUE})"[ ]*)"""
)


@dataclass(frozen=True, slots=True)
class LessonText:
    """A lesson's text divided: `front` is the YAML, or None where there is none.

    `body_line` is the line, counted from 1, at which `body` begins. `is_closed` is false where the
    second `---` is missing; `front` then ends at the first empty line.
    """

    front: str | None
    body: str
    body_line: int
    is_closed: bool = True


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What a lesson says about itself; empty texts and 0 where it says nothing.

    `without` names the aids that are off in it, in the order of `AIDS`, and `why` says why.
    """

    title: str = ""
    summary: str = ""
    minutes: int = 0
    without: tuple[str, ...] = ()
    why: str = ""


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    line: int


def divided(text: str) -> LessonText:
    """The lesson's text as front matter and body."""
    opening = _FENCE.match(text)
    if not opening:
        return LessonText(None, text, 1)
    closing = _CLOSING_FENCE.search(text, opening.end(), opening.end() + LONGEST)
    if closing:
        front, body = text[opening.end() : closing.start()], text[closing.end() + 1 :]
        return LessonText(front, body, front.count("\n") + 3)
    front, _, body = text[opening.end() :].partition("\n\n")
    return LessonText(front[:LONGEST], body, front.count("\n") + 4, is_closed=False)


def read_front_matter(text: LessonText, problems: ProblemCollector) -> FrontMatter:
    """What the front matter of a lesson says; what is missing or wrong is told."""
    entries = FrontEntries.read(text, "lesson", KEYS, problems)
    if entries is None:
        return FrontMatter()
    return FrontMatter(
        title=entries.title(),
        summary=entries.text("summary"),
        minutes=entries.minutes(),
        without=entries.words("without", AIDS),
        why=entries.reason("why", "without"),
    )


class FrontEntries:
    """The entries of a front matter, each read as what it has to be; what is wrong is told."""

    def __init__(
        self, entries: Mapping[str, _Entry], noun: str, problems: ProblemCollector
    ) -> None:
        self._entries = entries
        self._noun = noun
        self._problems = problems

    @classmethod
    def read(
        cls, text: LessonText, noun: str, keys: tuple[str, ...], problems: ProblemCollector
    ) -> Self | None:
        """The entries at the head of a `noun`, which may have these keys; None where none are."""
        if text.front is None:
            sentence = f"This {noun} has no front matter, so it has no title."
            problems.tell(1, sentence, "Begin the file with the lines ---, title: …, and ---.")
            return None
        if not text.is_closed:
            sentence = "The front matter that begins here is never closed."
            problems.tell(1, sentence, "Write a line of --- after its last entry.")
        entries = _plain_entries(text.front)
        if entries is None:
            entries = _yaml_entries(text.front, problems)
        if entries is None:
            return None
        _tell_unknown(entries, keys, problems)
        return cls(entries, noun, problems)

    def title(self) -> str:
        """The title, which every front matter has."""
        title = self.text("title")
        if not title:
            line = self._entries["title"].line if "title" in self._entries else 1
            sentence = f"This {self._noun} has no title."
            self._problems.tell(line, sentence, "Add title: … to its front matter.")
        return title

    def text(self, key: str) -> str:
        """A text on one line; empty where there is none."""
        if key not in self._entries:
            return ""
        text = one_line(self._entries[key].text)
        if len(text) > _LONGEST_TEXT:
            sentence = f"{quoted(key)} is {len(text)} characters long."
            self._problems.tell(self._entries[key].line, sentence, f"Use at most {_LONGEST_TEXT}.")
        return text[:_LONGEST_TEXT]

    def words(self, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
        """Those of the known words that are listed, with commas between them; each once."""
        if key not in self._entries:
            return ()
        entry = self._entries[key]
        words = {one.strip().lower() for one in entry.text.split(",")} - {""}
        for word in sorted(words.difference(known)):
            remedy = suggestion(word, known, f"Known are {listed(known)}.")
            self._problems.tell(entry.line, f"{quoted(key)} names {quoted(word)}.", remedy)
        if not words:
            remedy = f"Name some of {listed(known)}, or delete the line."
            self._problems.tell(entry.line, f"{quoted(key)} names nothing.", remedy)
        return tuple(word for word in known if word in words)

    def reason(self, key: str, of: str) -> str:
        """A text that says why there is the entry `of`; empty where there is none."""
        if key in self._entries and of not in self._entries:
            sentence = f"{quoted(key)} gives a reason, but there is no {quoted(of)}."
            self._problems.tell(self._entries[key].line, sentence, f"Add {of}: …, or delete it.")
        return self.text(key)

    def minutes(self) -> int:
        """The whole number of minutes; 0 where there is none."""
        return self.whole("minutes", _MOST_MINUTES, "minutes") or 0

    def whole(self, key: str, most: int, unit: str) -> int | None:
        """A whole number below `most`; None where there is none."""
        if key not in self._entries:
            return None
        text = self._entries[key].text.strip()
        if text.isascii() and text.isdigit() and len(text) <= len(str(most)) and int(text) < most:
            return int(text)
        sentence = f"{quoted(key)} is {quoted(text)}, which is no number of {unit}."
        remedy = f"Write a whole number, like {key}: 15."
        self._problems.tell(self._entries[key].line, sentence, remedy)
        return None


def _plain_entries(front: str) -> dict[str, _Entry] | None:
    """The entries of front matter in its simplest form; None where it takes YAML to read it."""
    entries: dict[str, _Entry] = {}
    for number, line in enumerate(front.split("\n"), 2):
        if not line.strip(" "):
            continue
        match = _PLAIN_LINE.fullmatch(line)
        if not match or match["key"] in entries:
            return None
        value = (match["plain"] or match["quoted"] or "").rstrip(" ")
        entries[match["key"]] = _Entry(value, number)
    return entries


def _yaml_entries(front: str, problems: ProblemCollector) -> dict[str, _Entry] | None:
    """The entries as YAML tells them, every value as it is written; None where it is no YAML.

    Nothing is constructed: only the nodes are looked at, so no document can make objects or grow.
    """
    import yaml  # noqa: PLC0415 - few lessons need it, and it slows the start

    try:
        root = yaml.compose(front, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, RecursionError, ValueError) as error:
        _tell_no_yaml(error, problems)
        return None
    if root is None:
        return {}
    if not isinstance(root, yaml.MappingNode):
        remedy = "Write one entry on each line, like title: Lists."
        problems.tell(2, "The front matter is no list of entries.", remedy)
        return None
    entries: dict[str, _Entry] = {}
    for key_node, value_node in root.value:
        line = key_node.start_mark.line + 2
        if not isinstance(key_node, yaml.ScalarNode):
            problems.tell(line, "An entry of the front matter has no plain name.", "Delete it.")
        elif not isinstance(value_node, yaml.ScalarNode):
            sentence = f"{quoted(key_node.value)} must be a text, not a list or a table."
            problems.tell(line, sentence, "Write it on one line, in quotes.")
        elif key_node.value in entries:
            sentence = f"{quoted(key_node.value)} is written twice."
            problems.tell(line, sentence, "Keep one of the two lines.")
        else:
            entries[key_node.value] = _Entry(value_node.value, line)
    return entries


def _tell_no_yaml(error: Exception, problems: ProblemCollector) -> None:
    mark = getattr(error, "context_mark", None) or getattr(error, "problem_mark", None)
    line = mark.line + 2 if mark is not None else 1
    problems.tell(
        line,
        "The front matter cannot be read from here on.",
        "Put a value with a colon, a quote or another special character in double quotes.",
    )


def _tell_unknown(
    entries: Mapping[str, _Entry], keys: tuple[str, ...], problems: ProblemCollector
) -> None:
    for key, entry in entries.items():
        if key not in keys:
            remedy = suggestion(key, keys, f"Known are {listed(keys)}; delete the line.")
            sentence = f"The front matter has an unknown entry {quoted(key)}."
            problems.tell(entry.line, sentence, remedy)
