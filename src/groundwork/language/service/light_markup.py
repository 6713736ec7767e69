"""Text as people write it into docstrings, made HTML: plain, Markdown, or simple reStructuredText.

One reader is enough for the three, since what they share is what is used most: paragraphs, lists,
titles, code that is indented, fenced or begins with `>>>`. Links become their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise

_DEEPEST = 8
_SHORT = 60
"""A line that ends before this column with the end of a sentence ends on purpose."""

_FENCE = re.compile(r"\s*(```+|~~~+)")
_TITLE = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_UNDERLINE = re.compile(r"([=\-~^*+#\"'.])\1{2,}\s*$")
_ITEM = re.compile(r"(?P<sign>[-*+•]|\d{1,3}[.)])\s+(?=\S)")
_TERM = re.compile(r"\s*\*{0,2}\w{1,40}\s*$")
_ADMONITION = re.compile(r"(?:!!!|\?\?\?)\+? +(?P<kind>\w+)(?: +\"(?P<title>[^\"]*)\")?\s*$")
_INDENTED_CODE = 4
_INLINE = re.compile(
    r"""
      ``(?P<literal>[^`\n](?:.{0,300}?[^`\n])??)``(?!`)
    | (?::[\w.:+-]{1,40}:)`(?P<role>[^`]{1,300})`(?:__?\b)?
    | `(?P<link>[^`<]{1,300}?)\s*(?:<[^`>]{1,300}>)?`__?(?!\w)
    | `(?P<code>[^`]{1,300})`
    | (?<!\w)!?\[(?P<label>[^\[\]]{1,300})\]
      (?:\([^()\s]{1,300}(?:\s+"[^"]{0,100}")?\)|\[[\w.-]{0,300}\])
    | (?<![\w*\\])\*\*(?P<bold>[^\s*](?:[^*]{0,300}[^\s*])?)\*\*(?![\w*])
    | (?<![\w*\\])\*(?P<slanted>[^\s*](?:[^*]{0,300}[^\s*])?)\*(?![\w*])
    | \\(?P<escaped>[*_`\\|])
    """,
    re.VERBOSE | re.DOTALL,
)
_TARGET = re.compile(r"\s*<[^<>]*>$")
_SHORTENED = re.compile(r"(?:_[a-z]\w*)?\.(?=\w)|!")
"""What may stand before the name in a role: `.Engine`, `_engine.Engine`, `!Engine`."""


def light_html(text: str, depth: int = 0) -> str:
    """Safe HTML of the text."""
    return "".join(_blocks(text.split("\n"), depth))


def inline_html(text: str) -> str:
    """Safe HTML of what stands within one paragraph."""
    pieces, end = [], 0
    for match in _INLINE.finditer(text):
        pieces += [escape(text[end : match.start()]), _marked(match)]
        end = match.end()
    return "".join([*pieces, escape(text[end:])])


def role_text(text: str) -> str:
    """What is shown of a role: of `~package.Name` it is `Name`, of `words <target>` the words."""
    if text.startswith("~"):
        return text[1:].rpartition(".")[2]
    words = _TARGET.sub("", text) or text
    start = _SHORTENED.match(words)
    return words[start.end() :] if start else words


def code_html(text: str) -> str:
    """Lines of code as they stand."""
    return f"<pre>{escape(text.rstrip())}</pre>"


def _marked(match: re.Match[str]) -> str:
    kind, words = match.lastgroup or "", match[match.lastgroup or 0]
    if kind == "role":
        return f"<code>{escape(role_text(words))}</code>"
    if kind in {"literal", "code"}:
        return f"<code>{escape(' '.join(words.split()))}</code>"
    tag = {"bold": "b", "slanted": "i"}.get(kind)
    inner = inline_html(words) if kind == "label" else escape(words)
    return f"<{tag}>{inner}</{tag}>" if tag else inner


Read = tuple[int, str]
"""The line behind a block, and the HTML of the block."""


def _blocks(lines: Sequence[str], depth: int) -> Iterator[str]:
    at = 0
    while at < len(lines):
        if not lines[at].strip():
            at += 1
            continue
        readers = _READERS if depth < _DEEPEST else _FLAT_READERS
        found = (read(lines, at, depth) for read in readers)
        at, html = next(filter(None, found), None) or _words(lines, at)
        yield html


def _fenced(lines: Sequence[str], at: int, depth: int) -> Read | None:
    del depth
    fence = _FENCE.match(lines[at])
    if not fence:
        return None
    end = _end_of_fence(lines, at, fence[1])
    return min(end + 1, len(lines)), _code(lines[at + 1 : end])


def _session(lines: Sequence[str], at: int, depth: int) -> Read | None:
    """What was typed at a prompt, with what came back."""
    del depth
    if not lines[at].lstrip().startswith(">>>"):
        return None
    end = _end_of_paragraph(lines, at)
    return end, _code(lines[at:end])


def _indented(lines: Sequence[str], at: int, depth: int) -> Read | None:
    del depth
    before = next((line for line in reversed(lines[:at]) if line.strip()), "")
    least = 1 if before.rstrip().endswith("::") else _INDENTED_CODE
    if _indentation(lines[at]) < least:
        return None
    end = _end_of_indented(lines, at, least)
    return end, _code(lines[at:end])


def _admonition(lines: Sequence[str], at: int, depth: int) -> Read | None:
    admonition = _ADMONITION.match(lines[at])
    if not admonition:
        return None
    end = _end_of_indented(lines, at + 1, 1)
    title = admonition["title"] or admonition["kind"].capitalize()
    return end, f"<p><b>{escape(title)}</b></p>{_inner(lines[at + 1 : end], depth)}"


def _inner(lines: Sequence[str], depth: int) -> str:
    """Lines that belong to what stands above them, without their indentation."""
    base = min((_indentation(line) for line in lines if line.strip()), default=0)
    return light_html("\n".join(line[base:] for line in lines), depth + 1)


def _is_term(lines: Sequence[str], at: int) -> bool:
    """Whether a lone word stands here, with what it means indented below it."""
    if at + 1 >= len(lines) or not _TERM.match(lines[at]):
        return False
    return bool(lines[at + 1].strip()) and _indentation(lines[at + 1]) > _indentation(lines[at])


def _definitions(lines: Sequence[str], at: int, depth: int) -> Read | None:
    if not _is_term(lines, at):
        return None
    items: list[str] = []
    while at < len(lines) and _is_term(lines, at):
        end = _end_of_indented(lines, at + 1, _indentation(lines[at]) + 1)
        meaning = without_paragraph(_inner(lines[at + 1 : end], depth))
        items.append(f"<li><code>{escape(lines[at].strip())}</code>: {meaning}</li>")
        at = end
    return at, f"<ul>{''.join(items)}</ul>"


def _words(lines: Sequence[str], at: int) -> Read:
    """A title or a paragraph."""
    line = lines[at].strip()
    title = _TITLE.match(line)
    if title:
        return at + 1, f"<h4>{inline_html(title[1])}</h4>"
    if _UNDERLINE.match(line):
        return at + 1, ""
    if at + 1 < len(lines) and _UNDERLINE.match(lines[at + 1]):
        return at + 2, f"<h4>{inline_html(line)}</h4>"
    end = at + 1
    while end < len(lines) and lines[end].strip() and not _begins_block(lines[end]):
        end += 1
    text = _flowing(lines[at:end])
    if text.endswith("::"):
        text = text[:-2].rstrip() if text[:-2].endswith((" ", ":")) else text[:-1]
    return end, f"<p>{_with_breaks(text)}</p>" if text else ""


def _begins_block(line: str) -> bool:
    stripped = line.lstrip()
    return bool(_FENCE.match(line) or stripped.startswith(">>>") or _ITEM.match(stripped)) or bool(
        _TITLE.match(line)
    )


def _flowing(lines: Sequence[str]) -> str:
    """The lines as one, with a line end where one was meant."""
    base = _indentation(lines[0])
    text = lines[0].strip()
    for before, line in pairwise(lines):
        hangs = _indentation(line) > base
        text += ("\n" if not hangs and _ends(before, line) else " ") + line.strip()
    return text


def _ends(line: str, following: str) -> bool:
    """Whether the end of the line was meant: that of a signature, or of a sentence too early."""
    line = line.rstrip()
    return " -> " in following or (len(line) < _SHORT and line.endswith((".", ":", ";", "!", "?")))


def _with_breaks(text: str) -> str:
    return inline_html(text).replace("\n", "<br>")


def _list(lines: Sequence[str], at: int, depth: int) -> Read | None:
    if not _ITEM.match(lines[at].lstrip()):
        return None
    base = _indentation(lines[at])
    is_numbered = lines[at].lstrip()[0].isdigit()
    items: list[str] = []
    while at < len(lines) and _is_item(lines[at], base, is_numbered=is_numbered):
        end = at + 1
        while end < len(lines) and _belongs(lines, end, base):
            end += 1
        items.append(_item(lines[at:end], depth))
        at = end
    tag = "ol" if is_numbered else "ul"
    return at, f"<{tag}>{''.join(items)}</{tag}>"


def _is_item(line: str, base: int, *, is_numbered: bool) -> bool:
    match = _ITEM.match(line.lstrip())
    return bool(match) and _indentation(line) == base and line.lstrip()[0].isdigit() == is_numbered


def _belongs(lines: Sequence[str], at: int, base: int) -> bool:
    """Whether the line is part of the item above it."""
    line = lines[at]
    if not line.strip():
        following = next((each for each in lines[at + 1 :] if each.strip()), "")
        return _indentation(following) > base or bool(
            _ITEM.match(following.lstrip()) and _indentation(following) == base
        )
    if _indentation(line) > base:
        return True
    return bool(lines[at - 1].strip()) and not _begins_block(line)


def _item(lines: Sequence[str], depth: int) -> str:
    first = lines[0].lstrip()
    match = _ITEM.match(first)
    rest = first[match.end() :] if match else first
    inner = min((_indentation(line) for line in lines[1:] if line.strip()), default=0)
    html = light_html("\n".join([rest, *(line[inner:] for line in lines[1:])]), depth + 1)
    return f"<li>{without_paragraph(html)}</li>"


def without_paragraph(html: str) -> str:
    """The HTML of one paragraph as it stands in a line of other text."""
    inner = html.removeprefix("<p>").removesuffix("</p>")
    is_one = html.startswith("<p>") and html.endswith("</p>") and "<p>" not in inner
    return inner if is_one else html


def _code(lines: Sequence[str]) -> str:
    base = min((_indentation(line) for line in lines if line.strip()), default=0)
    return code_html("\n".join(line[base:] for line in lines))


def _end_of_fence(lines: Sequence[str], at: int, fence: str) -> int:
    for index in range(at + 1, len(lines)):
        if lines[index].strip().startswith(fence):
            return index
    return len(lines)


def _end_of_paragraph(lines: Sequence[str], at: int) -> int:
    while at < len(lines) and lines[at].strip():
        at += 1
    return at


def _end_of_indented(lines: Sequence[str], at: int, least: int) -> int:
    last = at
    for index in range(at, len(lines)):
        if lines[index].strip():
            if _indentation(lines[index]) < least:
                break
            last = index
    return last + 1


def _indentation(line: str) -> int:
    return len(line) - len(line.lstrip())


_FLAT_READERS = (_fenced, _session, _indented)
_READERS = (*_FLAT_READERS, _list, _admonition, _definitions)
