"""The text of one lesson: the lines of the document, with what a lesson writes differently."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from groundwork.authoring.importing.notebook import fenced
from groundwork.authoring.importing.outline import LessonOutline
from groundwork.authoring.importing.targets import (
    LinkTargets,
    Pictures,
    definitions,
    description_of,
    is_on_web,
)
from groundwork.packs.markdown import Node, plain_text

_FENCE_LINE = re.compile(r"((?:`{3,}|~{3,})[ ]*[^\s`{]*).*")
_TAG = re.compile(r"</?([A-Za-z][\w-]*)[^<>]*>")
_IMAGE_TAG = re.compile(r"<img\b[^<>]*>", re.IGNORECASE)
_LINK_TAG = re.compile(
    r"""<a\b[^<>]*\bhref\s*=\s*["']([^"'<>]*)["'][^<>]*>(.*?)</a>""", re.IGNORECASE
)
_ATTRIBUTE = r"""\b{}\s*=\s*(?:"([^"]*)"|'([^']*)')"""
_DROPPED_TAGS = re.compile(
    r"a|abbr|big|b|br|center|code|del|details|div|d[dlt]|em|font|img|ins|i|kbd|li|mark|ol|p|q|small"
    r"|span|strong|sub|summary|sup|s|tt|ul|u|var",
    re.IGNORECASE,
)
"""Tags that only shape the text between them, which stays."""


@dataclass(frozen=True, slots=True)
class _Image:
    """A picture as it is written in Markdown."""

    description: str
    written: str


class LessonText:
    """Writes the lines of one lesson; `blocks_for` gives what stands for a block of Python."""

    def __init__(
        self,
        lesson: LessonOutline,
        chapter_id: str,
        links: LinkTargets,
        pictures: Pictures,
        blocks_for: Callable[[int], str | None],
    ) -> None:
        self._lesson = lesson
        self._chapter_id = chapter_id
        self._links = links
        self._pictures = pictures
        self._blocks_for = blocks_for
        self._highest = min((title.level for title in lesson.titles), default=2)
        self._behind: list[str] = []

    def body(self, nodes: Sequence[Node], lines: Sequence[str]) -> str:
        """The lesson's Markdown; `nodes` are those at the top of the document, `lines` all lines.

        Link definitions of the whole document are taken along where the lesson uses them.
        """
        lesson = self._lesson
        own = [node for node in nodes if lesson.line <= node.line < lesson.end_line]
        defined = definitions(_outside(nodes, lines))
        parts: list[str] = []
        line = lesson.line
        for node in own:
            parts += _loose(lines, line, node.line, defined)
            parts.append(self._written(node, lines))
            parts += [f"\n{picture}" for picture in self._behind]
            self._behind = []
            line = node.end_line
        parts += _loose(lines, line, lesson.end_line, defined)
        text = "\n".join(parts).strip("\n") or lesson.title
        return "\n\n".join([text, *self._used(defined.values(), text)]) + "\n"

    def _written(self, node: Node, lines: Sequence[str]) -> str:
        """One block of the document as a lesson has it."""
        if node.kind == "heading":
            level = max(2, int(node.token.tag.removeprefix("h")) - self._highest + 2)
            return f"{'#' * min(level, 6)} {self._inline(node, [node.children[0].token.content])}"
        if node.kind == "fence":
            program = self._blocks_for(node.line)
            language = node.token.info.strip().partition(" ")[0].strip("{}.")
            return program or fenced(node.token.content, language)
        if node.kind == "html_block":
            return self._html(node.token.content)
        own = [*lines[node.line - 1 : node.end_line - 1]]
        for inner in node.walk():
            if inner.kind == "fence":
                at = inner.line - node.line
                own[at] = _FENCE_LINE.sub(r"\1", own[at], count=1)
        return self._inline(node, own)

    def _html(self, written: str) -> str:
        if written.lstrip().startswith("<!--"):
            return written.rstrip("\n")
        images = [self._image(_of_tag(tag)) for tag in _IMAGE_TAG.findall(written)]
        rest = _IMAGE_TAG.sub("", written)
        words = _plain_of(rest)
        return "\n\n".join([*filter(None, [words]), *images])

    def _inline(self, node: Node, own: list[str]) -> str:
        """The lines of a block with its links and pictures leading where they lead now."""
        text = "\n".join(own)
        if any(piece.kind == "html_inline" for piece in node.walk()):
            text = _LINK_TAG.sub(self._link_of_tag, text)
        is_alone = node.kind == "paragraph" and _holds_images_alone(node)
        for piece in node.walk():
            if piece.kind == "link":
                text = self._with_link(text, piece.attribute("href"))
            elif piece.kind == "image":
                image = _Image(plain_text(piece.children), piece.attribute("src"))
                text = self._with_image(text, image, is_alone=is_alone)
            elif piece.kind == "html_inline":
                text = self._without_tag(text, piece.token.content)
        return text

    def _with_link(self, text: str, written: str) -> str:
        target = self._links.target(written, self._lesson)
        if target == written:
            return text
        pattern = rf"\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(\s*<?{re.escape(written)}>?([^()]*)\)"
        if target is None:
            return re.sub(pattern, lambda found: f"{found[1]} ({written})", text)
        return re.sub(pattern, lambda found: f"[{found[1]}]({target}{found[2]})", text)

    def _with_image(self, text: str, image: _Image, *, is_alone: bool) -> str:
        """The text with the picture in its place, or behind the block where it stands in a line."""
        shown = self._image(image)
        pattern = rf"!\[[^\]]*\]\(\s*<?{re.escape(image.written)}>?[^()]*\)"
        if not is_alone and shown.startswith("!"):
            self._behind.append(shown)
            shown = f"*{image.description}*" if image.description else ""
        return re.sub(pattern, lambda _: shown, text, count=1)

    def _image(self, image: _Image) -> str:
        """A picture that is there, a link to one on the web, or its description."""
        description = image.description or description_of(image.written)
        name = self._pictures.name(image.written, self._chapter_id)
        if name is not None:
            return f"![{description}]({name})"
        if is_on_web(image.written):
            return f"[{description}]({image.written})"
        return f"{description} ({image.written})"

    def _link_of_tag(self, link: re.Match[str]) -> str:
        target = self._links.target(link[1], self._lesson)
        return f"[{link[2]}]({target})" if target else link[2]

    def _without_tag(self, text: str, tag: str) -> str:
        if tag.startswith("<!--"):
            return text
        if _IMAGE_TAG.fullmatch(tag):
            image = _of_tag(tag)
            self._behind.append(self._image(image))
            return text.replace(tag, "", 1)
        name = _TAG.fullmatch(tag)
        if name is None or not _DROPPED_TAGS.fullmatch(name[1]):
            return text.replace(tag, f"\\{tag}", 1)
        return text.replace(tag, " " if name[1].lower() == "br" else "", 1)

    def _used(self, defined: Iterable[tuple[str, str]], text: str) -> list[str]:
        """The link definitions that the text uses, as far as they lead somewhere."""
        used = []
        for label, written in defined:
            if f"[{label}]".casefold() in text.casefold():
                is_link = is_on_web(written) or written.startswith("#")
                target = self._links.target(written, self._lesson) if is_link else None
                target = target or self._pictures.name(written, self._chapter_id)
                used += [f"[{label}]: {target}"] if target else []
        return ["\n".join(used)] if used else []


def _loose(
    lines: Sequence[str], start: int, end: int, defined: dict[int, tuple[str, str]]
) -> list[str]:
    """The lines between two blocks, which are empty or define links."""
    return [lines[number - 1] for number in range(start, end) if number not in defined]


def _outside(nodes: Sequence[Node], lines: Sequence[str]) -> dict[int, str]:
    """The lines of the document that no block holds, by their number."""
    numbers = set(range(1, len(lines) + 1))
    for node in nodes:
        numbers.difference_update(range(node.line, node.end_line))
    return {number: lines[number - 1] for number in sorted(numbers)}


def _holds_images_alone(node: Node) -> bool:
    pieces = node.children[0].children
    return all(
        piece.kind in {"image", "softbreak", "hardbreak"} or not piece.token.content.strip()
        for piece in pieces
    )


def _of_tag(tag: str) -> _Image:
    found = {
        name: re.search(_ATTRIBUTE.format(name), tag, re.IGNORECASE) for name in ("alt", "src")
    }
    values = {name: (match[1] or match[2] or "") if match else "" for name, match in found.items()}
    return _Image(values["alt"], values["src"])


def _plain_of(html: str) -> str:
    """The words of a block of HTML, as Markdown that shows them."""
    return "\n".join(filter(None, (line.strip() for line in _TAG.sub(" ", html).splitlines())))
